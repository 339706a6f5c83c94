//! The peek: the whole of an item, with where it comes from.

use super::*;

fn facts(app: &App) -> Vec<String> {
    let lines = peek(app, 60).into_iter().filter_map(|line| match line {
        PeekLine::Fact(name, value) => Some(format!("{name}: {value}")),
        _ => None,
    });
    lines.collect()
}

/// The story, of which the first event has a rule and the first quotation is an editor's.
fn app_with_rules() -> App {
    let mut app = app(STORY);
    let mut layers = Layers::clone(&app.layers);
    let event = &mut layers.events[0];
    (event.rule, event.confidence, event.basis) = (Some("month-alone"), 0.85, Basis::Completed);
    layers.events[3].same_as = Some(0);
    layers.quotes[0].origin = Origin::Curated;
    layers.quotes[0].cue = Some(CleanText::line("told"));
    app.adopt(Arc::new(layers));
    app
}

#[test]
fn an_event_tells_its_value_its_basis_and_its_rule() {
    let mut app = app_with_rules();
    press(&mut app, "...K");
    assert!(matches!(app.overlay, Some(Overlay::Peek(_))));
    let expected = [
        "date: 1950, year completed",
        "from: extracted by month-alone, 85% sure",
        "at: paragraph 2, the first of 2 mentions",
    ];
    assert_eq!(facts(&app), expected);
}

#[test]
fn a_quotation_tells_its_cue_and_its_origin() {
    let mut app = app_with_rules();
    press(&mut app, ">K");
    assert_eq!(facts(&app), ["kind: speech, “told”", "from: curated", "at: paragraph 2"]);
    assert_eq!(peek(&app, 60)[0], PeekLine::Head(CleanText::line("Anna")));
}

#[test]
fn keys_go_on_under_the_peek_until_it_is_closed() {
    let mut app = app_with_rules();
    press(&mut app, "t.K.");
    assert!(matches!(app.overlay, Some(Overlay::Peek(_))));
    assert_eq!(event_words(&app), Some("1945"));
    press(&mut app, "q");
    assert!(app.overlay.is_none());
    press(&mut app, "K\u{1b}");
    assert!(app.overlay.is_none() && app.view.focus == Panel::Timeline);
}

#[test]
fn where_nothing_is_marked_there_is_nothing_to_see() {
    let mut app = app(&["no item at all"]);
    press(&mut app, "K");
    assert!(app.overlay.is_none() && app.notice.is_some());
}

#[test]
fn a_panel_without_a_mark_does_not_show_an_item_of_the_other() {
    let mut app = app(&["[1944] it began.", "A line.", "“It went,” said Anna."]);
    press(&mut app, ".sK");
    assert_eq!((app.marked_quote(), app.view.focus), (None, Panel::Quotes));
    assert!(app.overlay.is_none() && app.notice.is_some());
}

#[test]
fn on_a_page_the_nearer_item_is_peeked_at() {
    let story =
        ["[1944] it began.", "A line.", "“It went,” said Anna.", "A line.", "In [1945] too."];
    let mut app = app(&story);
    for (words, head) in [("1944", "1944"), ("It went", "Anna"), ("too", "1945")] {
        press(&mut app, &format!("/{words}\n"));
        press(&mut app, "K");
        assert_eq!(peek(&app, 60)[0], PeekLine::Head(CleanText::line(head)), "{words}");
        press(&mut app, "K");
    }
}
