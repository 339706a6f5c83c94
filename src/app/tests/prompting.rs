//! Searching from the prompt, and back from it.

use super::*;

#[test]
fn escape_in_the_prompt_comes_back_and_enter_stays() {
    let mut app = app(STORY);
    press(&mut app, "/ended\u{1b}");
    assert_eq!((app.article.place(), app.overlay.is_none()), (0, true));
    press(&mut app, "/ended\n");
    let at = app.article.place();
    assert!(app.document[TextRange::new(at, at + 5)].eq("ended"));
    press(&mut app, "H");
    assert_eq!(app.article.place(), 0);
    press(&mut app, "L");
    assert_eq!(app.article.place(), at);
}

#[test]
fn a_search_wraps_around_and_says_so() {
    let mut app = app(STORY);
    press(&mut app, "/filler\n");
    assert_eq!(app.hit_number(), Some(1));
    press(&mut app, "nnnn");
    assert_eq!(app.hit_number(), Some(5));
    press(&mut app, "n");
    assert_eq!(app.hit_number(), Some(1));
    assert!(app.notice.as_ref().unwrap().as_str().contains("from the top"));
    press(&mut app, "N");
    assert_eq!(app.hit_number(), Some(5));
}

#[test]
fn an_empty_search_repeats_the_last_one() {
    let mut app = app(STORY);
    press(&mut app, "/filler\n/\n");
    assert_eq!(app.hit_number(), Some(2));
    press(&mut app, "/nowhere\n");
    assert!(app.notice.as_ref().unwrap().as_str().contains("no match for “nowhere”"));
    assert_eq!(app.search.total(), Some(0));
}

#[test]
fn a_search_from_a_zoomed_panel_shows_the_text_and_escape_the_panel() {
    let mut app = app(STORY);
    press(&mut app, "tz/");
    assert_eq!((app.view.focus, app.view.is_zoomed), (Panel::Article, false));
    press(&mut app, "\u{1b}");
    assert_eq!((app.view.focus, app.view.is_zoomed), (Panel::Timeline, true));
}

#[test]
fn a_search_leaves_a_zoomed_article_zoomed() {
    let mut app = app(STORY);
    press(&mut app, "z/filler\n");
    assert!(app.view.is_zoomed);
}

#[test]
fn a_match_on_another_page_can_be_gone_back_from() {
    let mut app = app(STORY);
    press(&mut app, "/ended\ng");
    assert_eq!(app.article.place(), 0);
    press(&mut app, "n");
    assert!(app.article.place() > 0);
    press(&mut app, "H");
    assert_eq!(app.article.place(), 0);
}

#[test]
fn a_search_given_up_leaves_the_one_before_it() {
    let mut app = app(STORY);
    press(&mut app, "/filler\n/ended\u{1b}");
    assert_eq!(app.search.total(), Some(5));
    press(&mut app, "n");
    assert_eq!(app.hit_number(), Some(2));
    press(&mut app, "/x");
    app.update(Message::Key(Key::plain(Code::Backspace)));
    press(&mut app, "\n");
    assert_eq!(app.hit_number(), Some(3));
}

#[test]
fn a_pasted_phrase_is_one_line() {
    let mut app = app(STORY);
    press(&mut app, "/");
    app.update(Message::Paste("it\nended".to_owned()));
    press(&mut app, "\n");
    assert_eq!(app.search.total(), Some(1));
}

#[test]
fn a_search_that_wraps_at_once_says_so() {
    let mut app = app(STORY);
    press(&mut app, "G/began\n");
    assert!(app.notice.as_ref().unwrap().as_str().contains("from the top"));
}
