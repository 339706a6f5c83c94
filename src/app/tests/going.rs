//! Motions with counts, and the way back through every kind of jump.

use super::*;

/// Five sections of six paragraphs.
fn sections() -> App {
    let mut builder = Builder::new();
    for section in 1..=5 {
        builder.add(BlockKind::Heading { level: 2 }, &format!("section {section}"));
        for paragraph in 1..=6 {
            let number = (section - 1) * 6 + paragraph;
            builder.add(BlockKind::Paragraph, &format!("paragraph {number} of 30"));
        }
    }
    let mut app = app(&[]);
    app.update(Message::Opened(Arc::new(builder.finish(Meta::default())), Arc::default()));
    fit(&mut app, 6);
    app
}

/// The words at the reading place.
fn words(app: &App) -> &str {
    let block = app.document.block_around(app.article.place()).unwrap();
    &app.document[block.range]
}

#[track_caller]
fn check(keys: &str, expected: &str) {
    let mut app = sections();
    press(&mut app, keys);
    assert_eq!(words(&app), expected, "{keys}");
}

#[test]
fn paragraphs_and_sections_are_counted() {
    check("}", "paragraph 1 of 30");
    check("3}", "paragraph 3 of 30");
    check("9}4{", "paragraph 5 of 30");
    check("2)", "paragraph 2 of 30");
    check("9)2(", "paragraph 7 of 30");
    check("]", "section 2");
    check("2]", "section 3");
    check("4]2[", "section 3");
    check("12G", "paragraph 12 of 30");
    check("12g", "paragraph 12 of 30");
    check("12G3}", "paragraph 15 of 30");
    check("12G]", "section 3");
    check("12G[", "section 2");
}

#[test]
fn a_percentage_is_a_part_of_the_text() {
    let mut app = sections();
    press(&mut app, "50%");
    let (at, end) = (app.article.place(), app.document.end());
    assert_eq!(at * 100 / end, 50);
    press(&mut app, "100%");
    assert!(app.article.place() * 100 / end >= 99);
}

#[test]
fn a_count_too_large_stops_at_the_last() {
    let mut app = sections();
    press(&mut app, "99}");
    assert_eq!(app.article.place(), app.document.end());
    press(&mut app, "99{");
    assert_eq!(words(&app), "paragraph 1 of 30");
    press(&mut app, "99999999999G");
    assert!(app.notice.as_ref().unwrap().as_str().contains("there are 30 paragraphs"));
}

/// Does `keys`, each of which jumps, and then goes back over all of them and forward again.
#[track_caller]
fn check_ways_back(keys: &[&str]) {
    let mut app = sections();
    let mut places = vec![app.article.bookmark()];
    for key in keys {
        press(&mut app, key);
        places.push(app.article.bookmark());
    }
    for place in places.iter().rev().skip(1) {
        press(&mut app, "H");
        assert_eq!(app.article.bookmark(), *place, "back through {keys:?}");
    }
    press(&mut app, "H");
    assert!(app.notice.as_ref().unwrap().as_str().contains("no earlier jump"));
    for place in places.iter().skip(1) {
        press(&mut app, "L");
        assert_eq!(app.article.bookmark(), *place, "forward through {keys:?}");
    }
}

#[test]
fn every_kind_of_jump_is_gone_back_over() {
    check_ways_back(&["/paragraph 29\n", "osection 2\n", "20G", "50%", "g", "G", "2[", "]"]);
    check_ways_back(&["G", "/paragraph 3\n", "n", "osection 4\n", "12g"]);
}

#[test]
fn notices_name_the_keys_that_are_bound() {
    let mut app = app(STORY);
    let change = |action, key: &str| Rebinding {
        action: Some(action),
        sequences: key.split(' ').filter_map(Key::parse).map(|key| vec![key]).collect(),
    };
    app.keymap.rebind(&[
        change(Action::Search, "Ctrl-s"),
        change(Action::CopyWithSource, "C"),
        change(Action::Marks, ""),
    ]);
    let told = |app: &App| app.notice.as_ref().map(ToString::to_string).unwrap_or_default();
    press(&mut app, "&");
    assert_eq!(told(&app), "nothing searched for yet; Ctrl-s begins a search");
    press(&mut app, "c");
    assert_eq!(told(&app), "C copies the source as Markdown");
    // What has no key is told by its name among the commands.
    press(&mut app, "'x");
    assert_eq!(told(&app), "no mark x; mx sets it, :marks lists the marks");
}

#[test]
fn the_last_place_is_also_the_one_that_a_way_back_left() {
    check("12G20GH''", "paragraph 20 of 30");
    check("12G20GH''''", "paragraph 12 of 30");
    check("12G20G''", "paragraph 12 of 30");
    check("12G20G''H", "paragraph 20 of 30");
}
