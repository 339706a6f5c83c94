//! The events as TimelineJS reads them: one JSON object of slides and eras.
//!
//! In: events; each once, whatever its mentions. Out: their dates as year, month and day, as far as
//! they are known, and their words as HTML, which is what headline and text are there.
//!
//! Source: “TimelineJS JSON data format”, timeline.knightlab.com. A year before Christ is negative,
//! and there is no year 0: −480 is shown as 480 BCE.

use super::json::Rows;
use crate::document::{Day, Document, Event, Layers, When};
use serde::Serialize;
use std::io;

#[derive(Serialize)]
struct Timeline<E, R> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Title>,
    events: E,
    eras: R,
}

#[derive(Serialize)]
struct Title {
    text: Words,
}

#[derive(Serialize)]
struct Slide {
    start_date: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Date>,
    display_date: String,
    text: Words,
    unique_id: String,
}

#[derive(Serialize)]
struct Era {
    start_date: Date,
    end_date: Date,
    text: Words,
}

#[derive(Serialize)]
struct Words {
    headline: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Date {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<i8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<i8>,
}

/// How much of a date is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Year,
    Month,
    Day,
}

/// Writes the events, on one line and without a line end. Eras without a beginning or an end are
/// left out, since TimelineJS wants both.
pub fn write_timelinejs(
    document: &Document,
    layers: &Layers,
    out: &mut impl io::Write,
) -> io::Result<()> {
    let listed = || (0..).zip(&layers.events).filter(|(_, event)| event.same_as.is_none());
    let events = listed().filter(|(_, event)| !event.is_era);
    let eras = listed().filter(|(_, event)| event.is_era);
    let timeline = Timeline {
        title: title(document),
        events: Rows(events.filter_map(|(index, event)| slide(document, index, event))),
        eras: Rows(eras.filter_map(|(_, event)| era(event))),
    };
    serde_json::to_writer(out, &timeline).map_err(io::Error::from)
}

/// The slide before all others; `None` without a title.
fn title(document: &Document) -> Option<Title> {
    let meta = &document.meta;
    let headline = html(meta.title.as_ref()?.as_str());
    let authors: Vec<&str> = meta.authors.iter().map(|author| author.as_str()).collect();
    let lines = [
        meta.dek.as_ref().map(ToString::to_string),
        (!authors.is_empty()).then(|| authors.join(", ")),
        meta.source.as_ref().map(ToString::to_string),
    ];
    let text = lines.into_iter().flatten().map(|line| format!("<p>{}</p>", html(&line))).collect();
    Some(Title { text: Words { headline, text } })
}

fn slide(document: &Document, index: usize, event: &Event) -> Option<Slide> {
    let (start_date, end_date) = dates(&event.when)?;
    let sentence = format!("<p>{}</p>", html(&document[event.sentence]));
    Some(Slide {
        start_date,
        end_date: end_date.filter(|end| *end != start_date),
        display_date: event.when.words(),
        text: Words { headline: headline(event), text: sentence },
        unique_id: format!("event-{index}"),
    })
}

fn era(event: &Event) -> Option<Era> {
    let (start_date, end_date) = dates(&event.when)?;
    let text = Words { headline: headline(event), text: String::new() };
    Some(Era { start_date, end_date: end_date?, text })
}

fn headline(event: &Event) -> String {
    match event.label.as_str().trim() {
        "" => html(&event.when.words()),
        label => html(label),
    }
}

/// The first and the last day, as finely as they are given. Of an interval with one open end, the
/// other end is the first.
fn dates(when: &When) -> Option<(Date, Option<Date>)> {
    let (Some(first), Some(last)) = (when.first, when.last) else {
        let only = when.first.or(when.last)?;
        let (_, month, day) = only.date();
        let unit = match (month, day) {
            (1, 1) | (12, 31) => Unit::Year,
            (_, 1) => Unit::Month,
            _ => Unit::Day,
        };
        return Some((date(only, unit), None));
    };
    let ((_, month, day), (_, last_month, _)) = (first.date(), last.date());
    let ends_month = Day(last.0.saturating_add(1)).date().2 == 1;
    let unit = match (month, day, last_month) {
        (1, 1, 12) if ends_month => Unit::Year,
        (_, 1, _) if ends_month => Unit::Month,
        _ => Unit::Day,
    };
    Some((date(first, unit), Some(date(last, unit))))
}

fn date(day: Day, unit: Unit) -> Date {
    let (year, month, of_month) = day.date();
    let year = i32::from(year);
    Date {
        // The astronomical year 0 is 1 BC.
        year: if year <= 0 { year - 1 } else { year },
        month: (unit != Unit::Year).then_some(month),
        day: (unit == Unit::Day).then_some(of_month),
    }
}

/// Text as HTML shows it.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(edtf: &str, expected: &str) {
        let when = When::parse(edtf).expect("the date is EDTF");
        let (start, end) = dates(&when).expect("an end is known");
        let end = end.filter(|end| *end != start);
        assert_eq!(serde_json::to_string(&(start, end)).expect("dates are JSON"), expected);
    }

    /// The date objects of the format: numbers for year, month and day, of which only the year has
    /// to be there.
    #[test]
    fn dates_are_as_fine_as_they_are_given() {
        check("1949-12-16", r#"[{"year":1949,"month":12,"day":16},null]"#);
        check("1949-12", r#"[{"year":1949,"month":12},null]"#);
        check("1949", r#"[{"year":1949},null]"#);
        check("195X", r#"[{"year":1950},{"year":1959}]"#);
        check("1968-21", r#"[{"year":1968,"month":3},{"year":1968,"month":5}]"#);
        check(
            "1914-07-28/1918-11-11",
            r#"[{"year":1914,"month":7,"day":28},{"year":1918,"month":11,"day":11}]"#,
        );
        check("1949/..", r#"[{"year":1949},null]"#);
    }

    /// 480 BC is the astronomical year −479, and TimelineJS shows −480 as 480 BCE.
    #[test]
    fn there_is_no_year_0() {
        check("-0479", r#"[{"year":-480},null]"#);
        check("0000", r#"[{"year":-1},null]"#);
        check("0001", r#"[{"year":1},null]"#);
    }
}
