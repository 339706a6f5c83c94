//! Searching: patterns, history, near words and the list of all matches.

use super::*;
use crate::app::{Finder, List};

/// Types keys, of which some have names.
fn type_keys(app: &mut App, keys: &[&str]) {
    for keys in keys {
        match Key::parse(keys).filter(|_| keys.len() > 1) {
            Some(key) => drop(app.update(Message::Key(key))),
            None => drop(press(app, keys)),
        }
        fit(app, 6);
    }
}

fn told(app: &App) -> &str {
    app.notice.as_ref().map_or("", |notice| notice.as_str())
}

fn place_words(app: &App, length: usize) -> &str {
    let at = app.article.place();
    &app.document[TextRange::new(at, at + length)]
}

const NAMES: &[&str] = &[
    "In [1940] Gabuev wrote of great\u{a0}powers.",
    "filler one",
    "Ben: “a grèat power, said Gabuev”",
    "filler two",
    "In [1950] no great power came, and Gabuev’s friends left.",
    "The end.",
];

#[test]
fn a_pattern_is_searched_for_in_folded_text() {
    let mut app = app(NAMES);
    type_keys(&mut app, &["/", "Ctrl-r", r"gr.at p\w+s"]);
    assert_eq!(app.search.total(), Some(1));
    type_keys(&mut app, &["Enter"]);
    assert_eq!(place_words(&app, 5), "great");
    // Without the pattern, the same letters are a phrase that is not there.
    type_keys(&mut app, &["/", "↑", "Ctrl-r"]);
    assert_eq!(app.search.total(), Some(0));
}

#[test]
fn what_is_no_pattern_says_why_and_stays_to_be_mended() {
    let mut app = app(NAMES);
    type_keys(&mut app, &["/", "Ctrl-r", "(great"]);
    assert_eq!(app.search.refusal.as_deref(), Some("unclosed group"));
    type_keys(&mut app, &["Enter"]);
    assert!(app.overlay.is_some());
    type_keys(&mut app, &[")", "Enter"]);
    assert!(app.overlay.is_none());
    assert_eq!(app.hit_number(), Some(1));
}

#[test]
fn earlier_searches_are_recalled_and_what_was_typed_comes_back() {
    let mut app = app(NAMES);
    press(&mut app, "/filler\n/gabuev\n/gre");
    let typed = |app: &App| match &app.overlay {
        Some(Overlay::Prompt(prompt)) => prompt.input.value().to_owned(),
        other => panic!("{other:?}"),
    };
    for (key, expected) in
        [("↑", "gabuev"), ("↑", "filler"), ("↑", "filler"), ("↓", "gabuev"), ("↓", "gre")]
    {
        type_keys(&mut app, &[key]);
        assert_eq!(typed(&app), expected, "{key}");
    }
}

#[test]
fn a_star_searches_for_the_word_at_the_place() {
    let mut app = app(NAMES);
    press(&mut app, "/gabuev\n*");
    assert_eq!(app.search.typed.words, "gabuev");
    assert_eq!((app.search.total(), app.hit_number()), (Some(3), Some(2)));
}

#[test]
fn in_a_panel_the_items_with_a_match_are_stepped_through() {
    let mut app = app(NAMES);
    press(&mut app, "/gabuev\ntn");
    assert_eq!(app.view.focus, Panel::Timeline);
    assert_eq!(told(&app), "no match in the timeline");
    press(&mut app, "/1950\ntn");
    assert_eq!(event_words(&app), Some("1950"));
    assert_eq!(told(&app), "match 1 of 1 in the timeline");
    press(&mut app, "/said\nsn");
    assert_eq!(quote_words(&app), Some("a grèat power, said Gabuev"));
}

#[test]
fn one_wrong_letter_offers_what_is_near_and_enter_takes_it() {
    let mut app = app(NAMES);
    press(&mut app, "/gabeuv\n");
    assert_eq!(told(&app), "no match for “gabeuv”; near: Gabuev (3)  Enter searches for Gabuev");
    press(&mut app, "\n");
    assert_eq!((app.search.total(), place_words(&app, 6)), (Some(3), "Gabuev"));
    // Only right behind the offer.
    press(&mut app, "g/gabeuv\nj\n");
    assert_eq!(app.search.typed.words, "gabeuv");
}

fn finder(app: &App) -> &Finder {
    match &app.overlay {
        Some(Overlay::Finder(finder)) => finder,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_list_of_matches_is_filtered_leads_there_and_opens_where_it_was() {
    let mut app = app(NAMES);
    press(&mut app, "/gabuev\n&");
    assert!(matches!(finder(&app).list, List::Matches(_)));
    assert_eq!(finder(&app).n_shown(), 3);
    press(&mut app, "friends");
    assert_eq!(finder(&app).n_shown(), 1);
    press(&mut app, "\n");
    assert_eq!((app.hit_number(), place_words(&app, 6)), (Some(3), "Gabuev"));
    press(&mut app, "g&");
    assert_eq!((finder(&app).input.value(), finder(&app).n_shown()), ("friends", 1));
    // Another search has another list.
    press(&mut app, "\u{1b}/filler\n&");
    assert_eq!((finder(&app).input.value(), finder(&app).n_shown()), ("", 2));
}

/// What the shell answers to what is to be counted.
fn count_all(app: &mut App) {
    let job = app.search_job().expect("something is to be counted");
    let (chunks, query) = (job.document.chunks(), job.query.clone());
    let counts = job
        .chunks
        .iter()
        .map(|index| (*index, crate::search::count(&chunks[*index], &query)))
        .collect();
    let (document, items, near) = (job.document.clone(), None, None);
    app.update(Message::Found(Found { document, query, counts, items, near, is_done: true }));
    fit(app, 6);
}

#[test]
fn what_is_typed_before_the_matches_are_counted_filters_their_list() {
    let filler = "The river ran on past the mills and the meadows. ".repeat(7000);
    let mut app = app(&["a bridge of wood", &filler, "a bridge of stone"]);
    type_keys(&mut app, &["/", "bridge", "Enter", "&", "stone"]);
    assert_eq!((finder(&app).list.len(), finder(&app).input.value()), (0, "stone"));
    count_all(&mut app);
    assert_eq!((finder(&app).list.len(), finder(&app).n_shown()), (2, 1));
    type_keys(&mut app, &["Enter"]);
    assert_eq!(place_words(&app, 15), "bridge of stone");
    // A list that was closed before it came does not open by itself, nor empty.
    type_keys(&mut app, &["/", "wood", "Enter", "&", "Esc"]);
    count_all(&mut app);
    assert!(app.overlay.is_none());
    type_keys(&mut app, &["&"]);
    assert_eq!(finder(&app).list.len(), 1);
}

#[test]
fn back_at_a_page_the_match_of_that_page_is_the_current_one() {
    // On six rows each match is on a page of its own.
    let names = "Gabuev\nfiller\nfiller\nfiller\nfiller\nfiller\nfiller".repeat(4);
    let mut app = app(&names.split('\n').collect::<Vec<_>>());
    type_keys(&mut app, &["5", "j", "/", "gabuev", "Enter", "n", "n"]);
    let mut shown = vec![app.hit_number()];
    for key in ["H", "H", "H", "L", "L"] {
        type_keys(&mut app, &[key]);
        shown.push(app.hit_number());
    }
    assert_eq!(shown, [Some(4), Some(3), Some(2), None, Some(2), Some(3)]);
}
