//! Items that arrive while one reads: nothing that the reader looks at moves.

use super::*;
use crate::document::Extent;

/// The layers of the first items of `app`, as if the rest of the text was not read yet.
fn part(app: &App, n_events: usize, n_quotes: usize) -> Arc<Layers> {
    let all = &app.layers;
    let findings = Findings {
        events: all.events[..n_events].to_vec(),
        quotes: all.quotes[..n_quotes].to_vec(),
        // The order of speakers may change as more is read.
        speakers: all.speakers.clone(),
        people: Vec::new(),
    };
    Arc::new(Layers::merge(findings, Findings::default()))
}

fn arrive(app: &mut App, layers: &Arc<Layers>, progress: Option<u8>) {
    app.update(Message::Extracted { layers: Some(layers.clone()), progress });
    fit(app, 6);
}

/// A reader of the story to whom a part of the items, then none new, then all arrive.
#[track_caller]
fn check(keys: &str) {
    let mut app = app(STORY);
    let (all, few) = (app.layers.clone(), part(&app, 3, 2));
    arrive(&mut app, &few, Some(40));
    press(&mut app, keys);
    let seen = |app: &App| {
        let events = app.timeline.cursor.map(|at| app.layers.events[at as usize].mention);
        let quotes = app.quotes.cursor.map(|at| app.layers.quotes[at as usize].words);
        let bookmark = app.article.bookmark();
        let words = bookmark.stepped.map(|_| (event_words(app), quote_words(app)));
        let words = format!("{words:?} {:?}", (bookmark.place, app.article.page.clone()));
        (app.view, events, quotes, app.quotes.speaker, app.keymap.pending(), words)
    };
    let before = seen(&app);
    arrive(&mut app, &few, Some(60));
    assert_eq!(seen(&app), before, "after {keys:?}, with nothing new");
    arrive(&mut app, &all, None);
    assert_eq!(seen(&app), before, "after {keys:?}, with all");
    assert_eq!((app.progress, app.timeline.n_events()), (None, 4));
}

#[test]
fn nothing_that_is_looked_at_moves() {
    for keys in ["", ".", "..", "t", "tj", "tjz", "tl", ">", ">>", "sj", "sjz", "jjj", "G", "3"] {
        check(keys);
    }
}

#[test]
fn what_is_looked_at_alone_and_whom_stays() {
    for keys in ["\\.", "\\..", "\\>", "t\\jj", "@", "@>", "s@j"] {
        check(keys);
    }
}

#[test]
fn pages_to_go_back_to_keep_their_items() {
    let mut app = app(STORY);
    let (all, few) = (app.layers.clone(), part(&app, 3, 2));
    arrive(&mut app, &few, Some(40));
    press(&mut app, ".G");
    arrive(&mut app, &all, None);
    press(&mut app, "H");
    assert_eq!(app.article.stepped(), Some(Stepped::Event(1)));
    assert_eq!(event_words(&app), Some("1940"));
}

#[test]
fn progress_alone_changes_no_item() {
    let mut app = app(STORY);
    let layers = app.layers.clone();
    app.update(Message::Extracted { layers: None, progress: Some(7) });
    assert!(Arc::ptr_eq(&app.layers, &layers));
    assert_eq!(app.progress, Some(7));
}

#[test]
fn the_last_item_so_far_is_told_as_such() {
    let mut app = app(STORY);
    let few = part(&app, 1, 0);
    arrive(&mut app, &few, Some(40));
    press(&mut app, "..");
    assert_eq!(app.notice.as_ref().map(CleanText::as_str), Some("the last event so far"));
    press(&mut app, ">");
    let notice = app.notice.as_ref().map(CleanText::as_str);
    assert_eq!(notice, Some("no quotations yet; still looking"));
}

#[test]
fn a_finding_that_comes_later_leaves_the_marked_item() {
    let mut app = app(STORY);
    let all = app.layers.clone();
    let mut few = Layers::clone(&all);
    few.events.remove(0);
    few.chronology = vec![0, 1, 2];
    app.update(extracted(Arc::new(few)));
    press(&mut app, "3.");
    assert_eq!(event_words(&app), Some("1960"));
    app.update(extracted(all));
    fit(&mut app, 6);
    assert_eq!(event_words(&app), Some("1960"));
    press(&mut app, ",");
    assert_eq!(event_words(&app), Some("1950"));
}

fn fit_events(app: &mut App) {
    let events = Size { columns: 60, rows: 20 };
    app.fit(Sizes { article: events, axis: 60, events, ..Sizes::default() });
}

/// Events of the years in `first`, to which those of the years in `then` come while the one that
/// `keys` lead to is marked in the zoomed list.
#[track_caller]
fn check_row(first: &[i32], then: &[i32], keys: &str) {
    let years = first.iter().chain(then).map(|year| format!("[{year}] it rained."));
    let texts: Vec<String> = years.collect();
    let mut app = app(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let (all, few) = (app.layers.clone(), part(&app, first.len(), 0));
    arrive(&mut app, &few, Some(40));
    press(&mut app, keys);
    fit_events(&mut app);
    let row = |app: &App| {
        let marked = app.marked_event().map(ListLine::Event);
        let row = app.timeline.lines.iter().position(|line| Some(*line) == marked);
        (row, event_words(app).map(str::to_owned))
    };
    let before = row(&app);
    assert!(before.0.is_some_and(|row| row > 0), "{before:?}");
    app.update(extracted(all));
    for _ in 0..2 {
        fit_events(&mut app);
        assert_eq!(row(&app), before, "{first:?}, then {then:?}");
    }
}

#[test]
fn the_marked_line_of_the_zoomed_list_stays_on_its_row() {
    let years = |first: i32, step: usize| (first..first + 80).step_by(step).collect::<Vec<_>>();
    // Before all that was there, between what was there, and in the place of gaps.
    check_row(&years(1850, 7), &years(1700, 8), "tzjjj");
    check_row(&years(1850, 2), &years(1851, 2), "tzjjjjj");
    check_row(&years(1850, 10), &years(1855, 10), "tzjjjj");
    check_row(&years(1850, 10), &years(1800, 9), "tzjjjj");
    check_row(&years(1850, 10), &years(1851, 10), "tzjjjjjj");
}

#[test]
fn whoever_went_to_the_end_of_a_part_is_told_when_all_is_read() {
    for (keys, place) in [("G", "the end"), ("50%", "50%")] {
        let mut app = app(STORY);
        let whole = app.document.clone();
        let so_far = |percent| {
            let mut part = Document::clone(&whole);
            part.extent = Extent::Beginning(Some(percent));
            Message::Grown(Arc::new(part))
        };
        app.update(so_far(20));
        press(&mut app, keys);
        let told = |app: &App| app.notice.as_ref().map(|told| told.as_str().to_owned());
        let of_part = Some(format!("{place} of what has been read so far"));
        assert_eq!(told(&app), of_part);
        app.update(so_far(60));
        assert_eq!(told(&app), of_part);
        app.update(Message::Grown(whole.clone()));
        assert!(told(&app).is_some_and(|told| told.starts_with("all of it has been read now")));
    }
}
