//! Stepping through the items and the text.

use super::*;

#[test]
fn events_are_stepped_in_the_order_of_time() {
    let mut app = app(STORY);
    let mut seen = Vec::new();
    for _ in 0..4 {
        press(&mut app, ".");
        seen.push(event_words(&app).unwrap().to_owned());
    }
    assert_eq!(seen, ["1940", "1945", "1950", "1960"]);
    press(&mut app, ".");
    assert_eq!(app.notice.as_ref().map(CleanText::as_str), Some("the last event"));
    press(&mut app, "2,");
    assert_eq!(event_words(&app), Some("1945"));
}

#[test]
fn as_told_the_text_gives_the_order() {
    let mut app = app(STORY);
    press(&mut app, "O..");
    assert_eq!(event_words(&app), Some("1940"));
}

#[test]
fn scrolling_alone_marks_every_item_in_turn() {
    for rows in [1, 2, 3, 5, 8, 13, 40] {
        let mut app = app(STORY);
        fit(&mut app, rows);
        let (mut events, mut quotes) = (Vec::new(), Vec::new());
        for _ in 0..60 {
            app.update(Message::Key(Key::char('j')));
            fit(&mut app, rows);
            events.extend(event_words(&app).map(str::to_owned));
            quotes.extend(quote_words(&app).map(str::to_owned));
        }
        events.dedup();
        quotes.dedup();
        assert_eq!(events, ["1950", "1940", "1945", "1960"], "{rows} rows, down");
        assert_eq!(quotes, ["one", "two", "three"], "{rows} rows, down");
        let (mut events, mut quotes) = (Vec::new(), Vec::new());
        for _ in 0..60 {
            app.update(Message::Key(Key::char('k')));
            fit(&mut app, rows);
            events.extend(event_words(&app).map(str::to_owned));
            quotes.extend(quote_words(&app).map(str::to_owned));
        }
        events.dedup();
        quotes.dedup();
        assert_eq!(events, ["1960", "1945", "1940", "1950"], "{rows} rows, up");
        assert_eq!(quotes, ["three", "two", "one"], "{rows} rows, up");
    }
}

#[test]
fn a_step_marks_the_other_panel_too() {
    let mut app = app(STORY);
    press(&mut app, ">>>");
    assert_eq!(quote_words(&app), Some("three"));
    assert_eq!(event_words(&app), Some("1945"));
}

#[test]
fn a_speaker_alone_is_stepped_through() {
    let mut app = app(STORY);
    press(&mut app, "@@");
    press(&mut app, ">");
    assert_eq!(quote_words(&app), Some("two"));
    press(&mut app, "@>");
    assert_eq!(quote_words(&app), Some("three"));
}

#[test]
fn unlinked_panels_leave_the_article_alone() {
    let mut app = app(STORY);
    press(&mut app, "\\....");
    assert_eq!(app.article.place(), 0);
    assert_eq!(event_words(&app), Some("1960"));
    press(&mut app, "t\n");
    assert_eq!(event_words(&app), Some("1960"));
    assert!(app.article.place() > 0 && !app.view.is_unlinked);
}

#[test]
fn counts_go_to_paragraphs_and_percentages() {
    let mut app = app(STORY);
    press(&mut app, "8G");
    let block = app.document.block_around(app.article.place()).unwrap();
    assert_eq!(block.number, 8);
    press(&mut app, "50%");
    let place = app.article.place();
    assert!(place.abs_diff(app.document.end() / 2) <= 2);
    press(&mut app, "G''");
    assert_eq!(app.article.place(), place);
}

#[test]
fn a_number_repeats_a_step() {
    let mut app = app(STORY);
    press(&mut app, "3.");
    assert_eq!(event_words(&app), Some("1950"));
    // The first quotation lies ahead; the second is two steps on.
    press(&mut app, "2>");
    assert_eq!(quote_words(&app), Some("two"));
}

#[test]
fn what_was_looked_at_alone_is_copied_and_gone_to() {
    let mut app = app(STORY);
    press(&mut app, "\\..");
    assert_eq!(press(&mut app, "y"), [copied("1945: x", "the event")]);
    press(&mut app, "\n");
    assert_eq!((event_words(&app), app.view.is_unlinked), (Some("1945"), false));
    assert!(app.article.place() > 0);
}

#[test]
fn keys_that_lead_nowhere_say_so_and_stay() {
    let mut app = app(STORY);
    press(&mut app, "jj");
    let place = app.article.place();
    for keys in ["]", "[", "%", "L", "99G"] {
        press(&mut app, keys);
        assert!(app.notice.is_some(), "{keys}");
        assert_eq!(app.article.place(), place, "{keys}");
    }
}

#[test]
fn the_next_paragraph_from_the_end_is_the_end() {
    let mut app = app(STORY);
    press(&mut app, "G}");
    assert_eq!(app.article.place(), app.document.end());
}
