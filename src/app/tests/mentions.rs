//! Events that are mentioned more than once: shown once, marked at every mention.

use super::*;

/// The story with its last two years being the first event again.
fn app_with_mentions() -> App {
    let mut app = app(&[
        "it began in [1950] with rain",
        "long before, in [1940], nothing",
        "filler",
        "filler",
        "filler",
        "filler",
        "back in [1950] they had hoped",
        "filler",
        "filler",
        "filler",
    ]);
    let mut events = app.layers.events.clone();
    events[2].same_as = Some(0);
    let findings = Findings { events, ..Findings::default() };
    let layers = Layers::merge(findings, Findings::default());
    app.adopt(Arc::new(layers));
    fit(&mut app, 6);
    app
}

#[test]
fn an_event_mentioned_twice_is_stepped_to_once() {
    let mut app = app_with_mentions();
    assert_eq!(app.timeline.n_events(), 2);
    let mut seen = Vec::new();
    for _ in 0..3 {
        press(&mut app, ".");
        seen.push(app.marked_event());
    }
    assert_eq!(seen, [Some(1), Some(0), Some(0)]);
    assert_eq!(app.notice.as_ref().map(CleanText::as_str), Some("the last event"));
    press(&mut app, "O,.");
    assert_eq!(app.notice.as_ref().map(CleanText::as_str), None);
    press(&mut app, ".");
    assert_eq!(app.notice.as_ref().map(CleanText::as_str), Some("the last event"));
}

#[test]
fn scrolling_past_a_further_mention_marks_its_event() {
    let mut app = app_with_mentions();
    press(&mut app, "}}");
    assert_eq!(app.marked_event(), Some(1));
    press(&mut app, "G");
    assert_eq!(app.marked_event(), Some(0));
    assert_eq!(app.timeline.position(&app.layers, 0), Some(1));
    assert_eq!(app.timeline.position(&app.layers, 2), Some(1), "a mention is where its event is");
}

#[test]
fn the_axis_shows_an_event_once() {
    let app = app_with_mentions();
    let items: Vec<usize> = app.timeline.axis.places.iter().map(|place| place.item).collect();
    assert_eq!(items, [1, 0]);
}
