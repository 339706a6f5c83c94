//! The scorer of quotations on texts of a few words.

use super::*;

const TEXT: &str = "“One two three four,” said Ann Bly. “Five six seven.”\n\nThe “blue line” runs.";

/// The words in `TEXT`, as code points.
fn span(words: &str) -> Span {
    let at = TEXT.find(words).expect("the words are in the text");
    let start = TEXT[..at].chars().count();
    Span { start, end: start + words.chars().count() }
}

fn quote(words: &str, speaker: &str, kind: &str) -> Quote {
    Quote {
        span: span(words),
        speaker: Some(speaker.to_owned()),
        speaker_kind: "name".to_owned(),
        kind: kind.to_owned(),
        aliases: Vec::new(),
    }
}

fn found(words: &str, speaker: Option<&str>) -> FoundQuote {
    FoundQuote { span: span(words), speaker: speaker.map(str::to_owned) }
}

/// Span F1, hits on not_quotes, attribution, claims.
#[track_caller]
fn check(quotes: Vec<FoundQuote>, expected: [f64; 4]) {
    let gold = Document {
        dct: None,
        text: TEXT.to_owned(),
        timex: Vec::new(),
        quotes: vec![
            quote("One two three four", "Ann Bly", "direct"),
            quote("Five six seven.", "Ann Bly", "direct"),
        ],
        not_quotes: vec![span("blue line")],
    };
    let score = score(&[(gold, quotes)]);
    let on = score.on_not_quotes as f64;
    let figures = [score.span.f1(), on, score.attribution(), score.claims()];
    for (figure, wanted) in figures.into_iter().zip(expected) {
        assert!((figure - wanted).abs() < 1e-9, "{figures:?} is not {expected:?}");
    }
}

#[test]
fn all_right_is_one_whatever_the_marks() {
    let quotes = vec![
        found("“One two three four,”", Some("Ms. Bly")),
        found("Five six seven", Some("Ann Bly")),
    ];
    check(quotes, [1.0, 0.0, 1.0, 1.0]);
    check(Vec::new(), [0.0; 4]);
}

#[test]
fn an_unattributed_quotation_costs_no_claim() {
    let quotes = vec![found("One two three four", None), found("Five six seven.", Some("Ann Bly"))];
    check(quotes, [1.0, 0.0, 0.5, 1.0]);
}

#[test]
fn a_wrong_speaker_and_a_false_quotation_cost_claims() {
    let quotes = vec![
        found("One two three four", Some("Ben Coe")),
        found("Five six seven.", Some("Ann Bly")),
        found("blue line", Some("Ann Bly")),
    ];
    check(quotes, [0.8, 1.0, 0.5, 1.0 / 3.0]);
}

#[test]
fn half_a_quotation_is_none() {
    check(vec![found("One two", Some("Ann Bly"))], [0.0, 0.0, 0.0, 0.0]);
}

#[test]
fn a_quotation_is_cut_at_paragraph_breaks() {
    let text: Vec<char> = "“one two\n \n“three”".chars().collect();
    let whole = Span { start: 0, end: text.len() };
    assert_eq!(pieces(&text, whole), [Span { start: 1, end: 8 }, Span { start: 12, end: 17 }]);
    let text: Vec<char> = "“one two\n\n“three”".chars().collect();
    let whole = Span { start: 0, end: text.len() };
    assert_eq!(pieces(&text, whole), [Span { start: 1, end: 8 }, Span { start: 11, end: 16 }]);
}

#[test]
fn names_agree_by_their_last_name() {
    let is = |gold: &str, name: &str| is_speaker(&quote("Five", gold, "direct"), Some(name));
    assert!(is("Ann Bly", "Bly") && is("Bly", "Dr. Ann Bly") && is("Ann Bly’s", "Ann Bly"));
    assert!(is("Ann Bly, who sails", "Bly") && is("the mayor", "mayor"));
    assert!(!is("Ann Bly", "Ben Coe") && !is("Ann Bly", ""));
    assert!(is("Étienne O’Hara", "O’Hara"));
}
