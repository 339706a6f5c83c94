//! Selecting words by keys.

use super::*;

fn selected(app: &App) -> Option<String> {
    Some(crate::export::passage(&app.document, app.selection()?))
}

/// Types keys at the top of `paragraphs`; what is selected then.
#[track_caller]
fn check(paragraphs: &[&str], keys: &str, expected: &str) {
    let mut app = app(paragraphs);
    press(&mut app, keys);
    assert_eq!(selected(&app).as_deref(), Some(expected), "{keys}");
}

const TWO: &[&str] = &["He left. She stayed on.", "They met again in May."];

#[test]
fn again_v_takes_larger_units_and_then_characters_again() {
    check(TWO, "v", "H");
    check(TWO, "vv", "He");
    check(TWO, "vvv", "He left.");
    check(TWO, "vvvv", "He left. She stayed on.");
    check(TWO, "vllvvvv", "He ");
}

#[test]
fn the_free_end_is_moved_by_characters_words_and_rows() {
    check(TWO, "vlll", "He l");
    check(TWO, "v3l", "He l");
    check(TWO, "v3lhh", "He");
    check(TWO, "vw", "He l");
    check(TWO, "ve", "He");
    check(TWO, "v2e", "He left");
    check(TWO, "v2eb", "He l");
    check(TWO, "v$", "He left. She stayed on.");
    check(TWO, "v$0", "H");
    check(TWO, "vlj", "He left. She stayed on.\n\nTh");
    check(TWO, "vljk", "He");
}

#[test]
fn the_free_end_is_moved_to_the_ends_of_sentences_paragraphs_and_the_text() {
    check(TWO, "v)", "He left.");
    check(TWO, "v))", "He left. She stayed on.");
    check(TWO, "v)))", "He left. She stayed on.\n\nThey met again in May.");
    check(TWO, "v}", "He left. She stayed on.");
    check(TWO, "v}}{", "He left. She stayed on.\n\nT");
    check(TWO, "vG", "He left. She stayed on.\n\nThey met again in May.");
    check(TWO, "vGg", "H");
}

#[test]
fn larger_units_are_taken_whole_on_the_way_there_and_back() {
    check(TWO, "vvl", "He left");
    check(TWO, "vvll", "He left. She");
    check(TWO, "vvllh", "He left");
    check(TWO, "vvvl", "He left. She stayed on.");
    check(TWO, "vvvvj", "He left. She stayed on.\n\nThey met again in May.");
}

#[test]
fn the_other_end_can_be_moved_too() {
    check(TWO, "v2woe", "e left. S");
    let mut app = app(TWO);
    press(&mut app, "v2w");
    let whole = selected(&app);
    press(&mut app, "oo");
    assert_eq!(selected(&app), whole);
}

#[test]
fn it_begins_at_the_item_or_the_match_that_one_is_at() {
    check(STORY, ">v", "one");
    check(STORY, ".v", "1940");
    check(STORY, "s>>v", "two");
    check(STORY, "/little\nv", "little");
    check(STORY, "2Gv", "i");
}

#[test]
fn what_moves_the_reading_place_takes_the_free_end_along() {
    check(STORY, "2Gv/began\n", "it b");
    check(
        STORY,
        "2Gv4G",
        "it began in [1950] as Anna told: “one”\n\nbefore that, in [1940] and [1945], little\n\nf",
    );
    let mut app = app(STORY);
    press(&mut app, "v/[1950\u{1b}");
    assert_eq!(selected(&app).as_deref(), Some("n"));
}

#[test]
fn escape_leaves_it_and_does_nothing_else() {
    let mut app = app(STORY);
    press(&mut app, "z/in\nv\u{1b}");
    assert_eq!(app.selection(), None);
    assert!(app.search.hits.is_some());
    assert_eq!(press(&mut app, "vq"), []);
    assert_eq!(app.selection(), None);
}

#[test]
fn the_page_scrolls_along_with_the_free_end() {
    let mut app = app(STORY);
    press(&mut app, "vjjjj");
    let end = app.article.selection.map(|selection| selection.free_end(&app.document));
    let shown = app.article.page.iter().filter_map(|line| line.row.as_ref());
    assert!(shown.map(|row| row.range).any(|row| end.is_some_and(|end| row.contains(end))));
    assert!(app.article.page[0].block.0 > 0, "it has not scrolled");
    press(&mut app, "kkkk");
    assert_eq!(selected(&app).as_deref(), Some("n"));
    assert_eq!(app.article.page[0].block.0, 0);
}

#[test]
fn a_copy_takes_what_is_selected_and_ends_it() {
    let mut app = app(TWO);
    let words = "He left. She stayed on.\n\nThey met";
    assert_eq!(press(&mut app, "v}w2ey"), [copied(words, "the selection")]);
    assert_eq!(app.selection(), None);
}

#[test]
fn it_is_told_in_words_and_characters() {
    let mut app = app(TWO);
    press(&mut app, "v");
    assert_eq!(app.selection_words().as_deref(), Some("selected: 1 word, 1 character"));
    press(&mut app, "vl");
    assert_eq!(app.selection_words().as_deref(), Some("selected: 2 words, 7 characters, by words"));
}

#[test]
fn reading_the_file_again_selects_nothing() {
    let mut app = app(TWO);
    press(&mut app, "v");
    let (document, layers) = (app.document.clone(), app.layers.clone());
    app.update(Message::Opened(document, layers));
    assert_eq!(app.selection(), None);
}

#[test]
fn to_search_for_what_is_selected_selects_it_no_more() {
    let mut app = app(&["The old harbor froze.", "Nobody saw the old harbor again."]);
    press(&mut app, "vvwe*");
    assert_eq!(app.selection(), None);
    assert_eq!(app.hit_number(), Some(2));
}

#[test]
fn the_blank_lines_that_are_copied_are_counted() {
    let mut app = app(TWO);
    press(&mut app, "v}w2e");
    let n = "He left. She stayed on.\n\nThey met".chars().count();
    assert_eq!(
        app.selection_words().as_deref(),
        Some(format!("selected: 7 words, {n} characters").as_str())
    );
}
