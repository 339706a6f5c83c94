//! Items that arrive while one reads: nothing that the reader looks at moves.

use super::*;

/// The layers of the first items of `app`, as if the rest of the text was not read yet.
fn part(app: &App, n_events: usize, n_quotes: usize) -> Arc<Layers> {
    let all = &app.layers;
    let findings = Findings {
        events: all.events[..n_events].to_vec(),
        quotes: all.quotes[..n_quotes].to_vec(),
        // The order of speakers may change as more is read.
        speakers: all.speakers.clone(),
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

#[test]
fn the_marked_line_of_the_zoomed_list_stays_on_its_row() {
    let later = (1950..1962).map(|year| format!("[{year}] it rained."));
    let earlier = (1930..1942).map(|year| format!("[{year}] it snowed."));
    let texts: Vec<String> = later.chain(earlier).collect();
    let mut app = app(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let (all, few) = (app.layers.clone(), part(&app, 12, 0));
    arrive(&mut app, &few, Some(40));
    press(&mut app, "tzjjj");
    fit_events(&mut app);
    let row = |app: &App| {
        let marked = app.marked_event().map(ListLine::Event);
        let row = app.timeline.lines.iter().position(|line| Some(*line) == marked);
        (row, event_words(app).map(str::to_owned))
    };
    let before = row(&app);
    assert!(before.0.is_some_and(|row| row > 0), "{before:?}");
    app.update(Message::Extracted { layers: Some(all), progress: None });
    fit_events(&mut app);
    assert_eq!(row(&app), before);
}
