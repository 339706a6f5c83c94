//! The mouse, on a page of one row a paragraph: paragraph n stands on row 2n.

use super::*;

fn point(app: &mut App, deed: Deed, part: Part, row: i32, column: i32) {
    app.update(Message::Mouse(deed, Target { part, row, column }));
    fit(app, 6);
}

fn click(app: &mut App, part: Part, row: i32, column: i32) {
    point(app, Deed::Press(1), part, row, column);
    point(app, Deed::Release, Part::Text, row, column);
}

fn selected(app: &App) -> Option<String> {
    Some(crate::export::passage(&app.document, app.selection()?))
}

#[test]
fn it_is_off_until_it_is_asked_for() {
    let mut app = app(STORY);
    assert!(!app.settings.has_mouse);
    assert_eq!(press(&mut app, "M"), [Effect::CaptureMouse(true)]);
    assert_eq!(press(&mut app, "M"), [Effect::CaptureMouse(false)]);
}

#[test]
fn a_click_on_a_date_or_on_quoted_words_goes_to_them() {
    let mut app = app(STORY);
    // `it began in [1950] as Anna told: “one”`
    click(&mut app, Part::Text, 2, 13);
    assert_eq!(event_words(&app), Some("1950"));
    assert_eq!(app.article.stepped(), Some(Stepped::Event(0)));
    click(&mut app, Part::Text, 2, 34);
    assert_eq!(app.article.stepped(), Some(Stepped::Quote(0)));
    // Right of the last character nothing is pointed at; the place goes to the nearest one.
    click(&mut app, Part::Text, 2, 59);
    assert_eq!(app.article.place(), app.document.blocks().nth(1).unwrap().range.end() - "”".len());
    assert_eq!(app.selection(), None);
}

#[test]
fn dragging_selects_and_clicks_select_words_and_paragraphs() {
    let mut app = app(STORY);
    point(&mut app, Deed::Press(1), Part::Text, 0, 3);
    point(&mut app, Deed::Drag, Part::Text, 0, 6);
    assert_eq!(selected(&app).as_deref(), Some("date"));
    point(&mut app, Deed::Drag, Part::Text, 2, 1);
    point(&mut app, Deed::Release, Part::Text, 2, 1);
    assert_eq!(selected(&app).as_deref(), Some("date at all in this one\n\nit"));
    click(&mut app, Part::Text, 0, 3);
    assert_eq!(selected(&app), None);
    point(&mut app, Deed::Press(2), Part::Text, 0, 4);
    assert_eq!(selected(&app).as_deref(), Some("date"));
    point(&mut app, Deed::Drag, Part::Text, 0, 11);
    assert_eq!(selected(&app).as_deref(), Some("date at all"));
    point(&mut app, Deed::Press(3), Part::Text, 0, 4);
    assert_eq!(selected(&app).as_deref(), Some(STORY[0]));
}

#[test]
fn dragging_beyond_the_page_scrolls_it() {
    let mut app = app(STORY);
    point(&mut app, Deed::Press(1), Part::Text, 0, 0);
    for _ in 0..3 {
        point(&mut app, Deed::Drag, Part::Text, 9, 0);
    }
    assert!(app.article.page[0].block.0 > 0);
}

#[test]
fn the_wheel_scrolls_the_text_and_the_cards_each_alone() {
    let mut app = app(STORY);
    point(&mut app, Deed::Wheel(1), Part::Text, 0, 0);
    let top = app.article.page[0].clone();
    assert!(top.block.0 > 0);
    let marked = app.marked_quote();
    let first = app.quotes.cards[0].quote;
    point(&mut app, Deed::Wheel(1), Part::Cards, 0, 0);
    assert_eq!(app.quotes.cards[0].quote, first + 1);
    assert_eq!(app.article.page[0], top);
    assert_eq!(app.marked_quote(), marked);
    // With another marked one the panel shows that again.
    press(&mut app, ">>");
    let marked = app.marked_quote().unwrap();
    assert!(app.quotes.cards.iter().any(|card| card.quote == marked));
}

#[test]
fn a_click_on_a_card_goes_to_its_words_and_two_clicks_into_the_article() {
    let mut app = app(STORY);
    let rows = app.quotes.cards[0].rows() as i32;
    click(&mut app, Part::Cards, rows, 4);
    assert_eq!(quote_words(&app), Some("two"));
    assert_eq!(app.view.focus, Panel::Quotes);
    point(&mut app, Deed::Press(2), Part::Cards, 0, 4);
    assert_eq!(app.view.focus, Panel::Article);
}

#[test]
fn a_click_on_the_axis_goes_to_the_event_of_its_label_or_its_mark() {
    let mut app = app(STORY);
    let axis = app.timeline.axis.clone();
    for (row, year) in [(0, "1960"), (1, "1945")] {
        let label = axis.labels.iter().find(|label| label.text == year).unwrap();
        let cell = axis.cells.iter().position(|cell| cell.item() == Some(label.item)).unwrap();
        let column = if row == 0 { label.column } else { cell };
        click(&mut app, Part::Axis, row, column as i32);
        assert_eq!(event_words(&app), Some(year));
        assert_eq!(app.view.focus, Panel::Timeline);
    }
}

#[test]
fn a_click_under_a_prompt_does_nothing() {
    let mut app = app(STORY);
    press(&mut app, "/in");
    let before = app.article.bookmark();
    click(&mut app, Part::Text, 0, 3);
    assert_eq!(app.article.bookmark(), before);
}

#[test]
fn a_click_on_a_row_of_the_outline_goes_there() {
    let mut app = app(STORY);
    press(&mut app, "o");
    let cover = Size { columns: 60, rows: 6 };
    app.fit(Sizes { cover, article: cover, ..Sizes::default() });
    let Some(Overlay::Finder(finder)) = &app.overlay else { panic!("no outline") };
    let text = finder.rows[2].text.to_string();
    app.update(Message::Mouse(Deed::Press(1), Target { part: Part::Overlay, row: 2, column: 5 }));
    assert!(app.overlay.is_none());
    let place = app.article.place();
    let block = app.document.block_around(place).unwrap();
    assert_eq!(block.range.start(), place);
    assert_eq!(text, app.document[block.range]);
}
