//! The date of writing, typed.

use super::*;

fn published(app: &App) -> String {
    app.document.meta.published.map_or_else(|| "none".to_owned(), |when| when.edtf())
}

fn refusal(app: &App) -> Option<&str> {
    match &app.overlay {
        Some(Overlay::Date(prompt)) => prompt.refusal.as_ref().map(CleanText::as_str),
        _ => None,
    }
}

#[test]
fn a_date_is_typed_kept_and_removed() {
    let mut app = app(STORY);
    assert_eq!(press(&mut app, "D10 March 2022\n"), [Effect::LookAgain]);
    assert_eq!(published(&app), "2022-03-10");
    // The present one stands in the line: Enter alone changes nothing.
    assert_eq!(press(&mut app, "D\n"), []);
    assert_eq!(published(&app), "2022-03-10");
    assert_eq!(press(&mut app, "D4\u{1b}"), []);
    assert_eq!(published(&app), "2022-03-10");
    press(&mut app, "D");
    app.update(Message::Key(Key { ctrl: true, ..Key::plain(Code::Char('u')) }));
    assert_eq!(press(&mut app, "\n"), [Effect::LookAgain]);
    assert_eq!(published(&app), "none");
}

#[test]
fn the_date_of_an_edition_is_that_of_writing_once_it_is_accepted() {
    let mut app = app(STORY);
    let published = When::year(1925);
    let meta = Meta { published, is_edition: true, ..Meta::clone(&app.document.meta) };
    app.document = Arc::new(app.document.with_meta(meta));
    assert_eq!(app.document.meta.written(), None);
    assert_eq!(press(&mut app, "D\n"), [Effect::LookAgain]);
    assert_eq!(app.document.meta.written(), published);
    assert_eq!(press(&mut app, "D\n"), []);
}

#[test]
fn what_is_no_date_stays_to_be_mended() {
    let mut app = app(STORY);
    assert_eq!(press(&mut app, "Dsoon\n"), []);
    assert!(refusal(&app).is_some_and(|words| words.starts_with("no date")));
    press(&mut app, "er");
    assert_eq!(refusal(&app), None, "until it is changed");
    press(&mut app, "\u{1b}D30 February 2022\n");
    assert_eq!(refusal(&app), Some("not in the calendar"));
    assert_eq!(published(&app), "none");
}

#[test]
fn another_date_keeps_the_text_the_place_and_the_focus() {
    let mut app = app(STORY);
    press(&mut app, "..t");
    let (before, bookmark, view) = (app.document.clone(), app.article.bookmark(), app.view);
    press(&mut app, "D2022\n");
    assert!(Arc::ptr_eq(&before.chunks()[0], &app.document.chunks()[0]), "chunks are shared");
    assert_eq!((app.article.bookmark(), app.view), (bookmark, view));
}

#[test]
fn a_panel_without_items_stands_once_there_are_some() {
    let mut app = app(&["Nothing is said here, and nothing happened."]);
    app.drop_empty_panels();
    assert_eq!(app.view.arrangement, Arrangement::Article);
    let event = event(TextRange::new(0, 7), When::year(2021).unwrap());
    let findings = Findings { events: vec![event], ..Findings::default() };
    let layers = Layers::merge(findings, Findings::default());
    app.update(extracted(Arc::new(layers)));
    assert_eq!(app.view.arrangement, Arrangement::Timeline);
}

#[test]
fn what_is_typed_takes_the_place_of_the_present_date_and_is_added_after_a_motion() {
    let mut app = app(STORY);
    press(&mut app, "D1949\nD10 May 1951\n");
    assert_eq!(published(&app), "1951-05-10");
    press(&mut app, "D");
    app.update(Message::Key(Key::plain(Code::Backspace)));
    press(&mut app, "1\n");
    assert_eq!(published(&app), "1951-05-11");
}
