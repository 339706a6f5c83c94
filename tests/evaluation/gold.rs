//! The gold documents as they stand in the files, and where a mention or a quotation lies.

use serde::Deserialize;

/// A text with what a reader found in it: dates or quotations.
#[derive(Debug, Clone, Deserialize)]
pub struct Document {
    pub dct: Option<String>,
    pub text: String,
    #[serde(default)]
    pub timex: Vec<Timex>,
    #[serde(default)]
    pub quotes: Vec<Quote>,
    #[serde(default)]
    pub not_quotes: Vec<Span>,
}

/// Code points of the text, half-open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    /// How many code points both share.
    pub fn overlap(self, other: Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// What both share, of what either has.
    pub fn agreement(self, other: Self) -> f64 {
        let both = self.overlap(other);
        let either = self.end.max(other.end) - self.start.min(other.start);
        if both == 0 { 0.0 } else { both as f64 / either as f64 }
    }
}

/// A date, or another expression of time.
#[derive(Debug, Clone, Deserialize)]
pub struct Timex {
    #[serde(flatten)]
    pub span: Span,
    #[serde(rename = "type")]
    pub kind: String,
    pub value: Option<String>,
    #[serde(default)]
    pub optional: bool,
    #[serde(default)]
    pub nested: bool,
}

/// A quotation.
#[derive(Debug, Clone, Deserialize)]
pub struct Quote {
    #[serde(flatten)]
    pub span: Span,
    pub speaker: Option<String>,
    #[serde(default = "name")]
    pub speaker_kind: String,
    #[serde(default = "direct")]
    pub kind: String,
    #[serde(default)]
    pub aliases: Vec<String>,
}

impl Quote {
    /// Whether the speaker is known by a name.
    pub fn is_named(&self) -> bool {
        self.speaker_kind == "name" && self.speaker.as_deref().is_some_and(|name| !name.is_empty())
    }
}

fn name() -> String {
    "name".to_owned()
}

fn direct() -> String {
    "direct".to_owned()
}

/// The documents of a file, one a line.
pub fn read(lines: &str) -> Vec<Document> {
    lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).expect("the sets are JSON, a document a line"))
        .collect()
}

/// What was right among so many, seen from both sides.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ratio {
    pub right_found: usize,
    pub n_found: usize,
    pub right_gold: usize,
    pub n_gold: usize,
}

impl Ratio {
    pub fn precision(&self) -> f64 {
        share(self.right_found, self.n_found)
    }

    pub fn recall(&self) -> f64 {
        share(self.right_gold, self.n_gold)
    }

    pub fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 {
            return 0.0;
        }
        2.0 * precision * recall / (precision + recall)
    }
}

/// `part` of `whole`; of nothing, nothing.
pub fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
