//! Extraction against texts with the dates and quotations that a reader finds in them.
//!
//! `cargo test --test evaluation -- --nocapture` prints the table. A figure below its record fails;
//! one above it is to be written into [`DATES`] or [`QUOTES`].

mod gold;
mod predict;
mod quotes;
mod timex;
mod value;

use gold::Document;

/// The figures on record for a set of dates.
struct DateRecord {
    set: &'static str,
    texts: &'static str,
    strict_f1: f64,
    relaxed_precision: f64,
    value_accuracy: f64,
    value_f1: f64,
}

/// The figures on record for a set of quotations.
struct QuoteRecord {
    set: &'static str,
    texts: &'static str,
    span_f1: f64,
    hits_on_not_quotes: usize,
    attribution: f64,
    claims: f64,
}

const DATES: &[DateRecord] = &[
    DateRecord {
        set: "probes",
        texts: include_str!("timex_probes.jsonl"),
        strict_f1: 0.892,
        relaxed_precision: 1.000,
        value_accuracy: 1.000,
        value_f1: 0.987,
    },
    DateRecord {
        set: "dispatches",
        texts: include_str!("timex_dispatches.jsonl"),
        strict_f1: 0.921,
        relaxed_precision: 0.984,
        value_accuracy: 0.956,
        value_f1: 0.936,
    },
    DateRecord {
        set: "trials",
        texts: include_str!("timex_trials.jsonl"),
        strict_f1: 0.953,
        relaxed_precision: 0.996,
        value_accuracy: 0.961,
        value_f1: 0.954,
    },
    DateRecord {
        set: "afresh",
        texts: include_str!("timex_afresh.jsonl"),
        strict_f1: 0.911,
        relaxed_precision: 1.000,
        value_accuracy: 0.950,
        value_f1: 0.944,
    },
];

const QUOTES: &[QuoteRecord] = &[
    QuoteRecord {
        set: "probes",
        texts: include_str!("quotes_probes.jsonl"),
        span_f1: 1.000,
        hits_on_not_quotes: 0,
        attribution: 0.944,
        claims: 1.000,
    },
    QuoteRecord {
        set: "dispatches",
        texts: include_str!("quotes_dispatches.jsonl"),
        span_f1: 0.995,
        hits_on_not_quotes: 1,
        attribution: 0.969,
        claims: 0.969,
    },
    QuoteRecord {
        set: "trials",
        texts: include_str!("quotes_trials.jsonl"),
        span_f1: 0.997,
        hits_on_not_quotes: 1,
        attribution: 0.942,
        claims: 0.953,
    },
    QuoteRecord {
        set: "afresh",
        texts: include_str!("quotes_afresh.jsonl"),
        span_f1: 0.987,
        hits_on_not_quotes: 2,
        attribution: 0.899,
        claims: 0.933,
    },
];

/// Figures are compared as they are written: to three places.
const ROUNDING: f64 = 0.0005;

/// A figure of the table.
#[derive(Debug, Clone, Copy)]
struct Figure {
    name: &'static str,
    measured: f64,
    record: f64,
    /// More is better.
    is_gain: bool,
}

impl Figure {
    fn gain(name: &'static str, measured: f64, record: f64) -> Self {
        Self { name, measured, record, is_gain: true }
    }

    fn is_below(&self) -> bool {
        let lead = self.measured - self.record;
        if self.is_gain { lead < -ROUNDING } else { lead > ROUNDING }
    }
}

fn date_figures(record: &DateRecord) -> Vec<Figure> {
    let pairs: Vec<(Document, _)> = gold::read(record.texts)
        .into_iter()
        .map(|document| {
            let found = predict::dates(&document);
            (document, found)
        })
        .collect();
    let score = timex::score(&pairs);
    vec![
        Figure::gain("strict F1", score.strict.f1(), record.strict_f1),
        Figure::gain("relaxed precision", score.relaxed.precision(), record.relaxed_precision),
        Figure::gain("value accuracy", score.value_accuracy(), record.value_accuracy),
        Figure::gain("value-F1", score.value_f1(), record.value_f1),
    ]
}

fn quote_figures(record: &QuoteRecord) -> Vec<Figure> {
    let pairs: Vec<(Document, _)> = gold::read(record.texts)
        .into_iter()
        .map(|document| {
            let found = predict::quotes(&document);
            (document, found)
        })
        .collect();
    let score = quotes::score(&pairs);
    let hits = Figure {
        name: "hits on not_quotes",
        measured: score.on_not_quotes as f64,
        record: record.hits_on_not_quotes as f64,
        is_gain: false,
    };
    vec![
        Figure::gain("span F1", score.span.f1(), record.span_f1),
        hits,
        Figure::gain("attribution", score.attribution(), record.attribution),
        Figure::gain("claims", score.claims(), record.claims),
    ]
}

/// The table, one figure a line, and whether one is below its record.
fn table(sets: &[(String, Vec<Figure>)]) -> (String, bool) {
    let mut text = format!("{:<20} {:<20} {:>8} {:>8}\n", "set", "figure", "measured", "record");
    let mut is_below = false;
    for (set, figures) in sets {
        for figure in figures {
            let mark = if figure.is_below() { "  below" } else { "" };
            is_below |= figure.is_below();
            let Figure { name, measured, record, .. } = figure;
            text += &format!("{set:<20} {name:<20} {measured:>8.3} {record:>8.3}{mark}\n");
        }
    }
    (text, is_below)
}

#[test]
fn no_figure_is_below_its_record() {
    let dates = DATES.iter().map(|record| (format!("dates {}", record.set), date_figures(record)));
    let quotes =
        QUOTES.iter().map(|record| (format!("quotes {}", record.set), quote_figures(record)));
    let sets: Vec<_> = dates.chain(quotes).collect();
    let (table, is_below) = table(&sets);
    println!("\n{table}");
    assert!(!is_below, "below the record:\n\n{table}");
}

#[test]
fn a_figure_below_its_record_is_told() {
    let worse = Figure::gain("span F1", 0.4, 0.5);
    let same = Figure::gain("span F1", 0.4997, 0.5);
    let more_hits = Figure { is_gain: false, ..Figure::gain("hits", 3.0, 2.0) };
    assert!(worse.is_below() && more_hits.is_below() && !same.is_below());
    let (text, is_below) = table(&[("x".to_owned(), vec![same, worse])]);
    assert!(is_below && text.lines().nth(2).is_some_and(|line| line.ends_with("below")), "{text}");
}
