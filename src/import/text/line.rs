//! One line of a text, measured.

use super::sign::{Signs, signs};
use super::terminal::{Run, visible};
use std::borrow::Cow;

/// A tab reaches to the next multiple of this.
pub const TAB: usize = 8;

/// A line without its end and the blanks before it.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The visible text, leading blanks included.
    text: Cow<'a, str>,
    /// Bytes of leading blanks in `text`.
    lead: usize,
    /// Columns of leading blanks, tabs expanded.
    pub indent: usize,
    /// Columns of the words; inner tabs count as one.
    pub columns: usize,
    /// What its punctuation and blanks say.
    pub signs: Signs,
    runs: Vec<Run>,
}

impl<'a> Line<'a> {
    /// Measures a line.
    pub fn new(raw: &'a str) -> Self {
        let (mut text, mut runs) = visible(raw);
        let end = text.trim_end().len();
        match &mut text {
            Cow::Borrowed(text) => *text = &text[..end],
            Cow::Owned(text) => text.truncate(end),
        }
        for run in &mut runs {
            run.range.end = run.range.end.min(end);
        }
        runs.retain(|run| run.range.start < run.range.end);
        let lead = end - text.trim_start().len();
        let indent = text[..lead].chars().fold(0, advance);
        let (columns, signs) = (columns(&text[lead..]), signs(&text[lead..]));
        Self { text, lead, indent, columns, signs, runs }
    }

    /// The line, to be kept after the text that it was read from.
    pub fn into_owned(self) -> Line<'static> {
        Line { text: Cow::Owned(self.text.into_owned()), ..self }
    }

    /// The text without leading blanks.
    pub fn words(&self) -> &str {
        &self.text[self.lead..]
    }

    /// Whether nothing is on the line.
    pub fn is_blank(&self) -> bool {
        self.lead == self.text.len()
    }

    /// The column after the last word.
    pub fn right(&self) -> usize {
        self.indent + self.columns
    }

    /// The styled runs, in bytes of [`Line::words`].
    pub fn runs(&self) -> impl Iterator<Item = Run> {
        self.runs.iter().filter(|run| run.range.end > self.lead).map(|run| Run {
            range: run.range.start.saturating_sub(self.lead)..run.range.end - self.lead,
            style: run.style,
        })
    }

    /// Whether any part of the line is styled.
    pub fn is_styled(&self) -> bool {
        !self.runs.is_empty()
    }

    /// Whether every word is bold.
    pub fn is_strong(&self) -> bool {
        let n_bold: usize =
            self.runs().filter(|run| run.style.strong).map(|run| run.range.len()).sum();
        n_bold > 0 && n_bold + self.words().matches(' ').count() >= self.words().len()
    }

    /// The columns of the first word.
    pub fn first_word(&self) -> usize {
        self.words().split_ascii_whitespace().next().map_or(0, columns)
    }
}

/// The column after `character`, which stands at `column`.
pub fn advance(column: usize, character: char) -> usize {
    match character {
        '\t' => (column / TAB + 1) * TAB,
        _ => column + cells(character),
    }
}

/// The width of `text`; near enough to tell a full line from a short one.
fn columns(text: &str) -> usize {
    let mut n_cells = 0;
    let mut rest = text;
    // Most of a line is ASCII, of which each byte is a cell.
    loop {
        let n_ascii = ascii_prefix(rest.as_bytes());
        n_cells += n_ascii;
        let mut characters = rest[n_ascii..].chars();
        let Some(character) = characters.next() else { return n_cells };
        n_cells += cells(character);
        rest = characters.as_str();
    }
}

/// How many bytes stand before the first that is not ASCII.
fn ascii_prefix(bytes: &[u8]) -> usize {
    const STEP: usize = 16;
    let steps = bytes.chunks_exact(STEP).take_while(|step| step.is_ascii()).count();
    let rest = &bytes[steps * STEP..];
    steps * STEP + rest.iter().take_while(|byte| byte.is_ascii()).count()
}

fn cells(character: char) -> usize {
    match character {
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' => 0,
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{1f300}'..='\u{1faff}'
        | '\u{20000}'..='\u{3fffd}' => 2,
        _ => 1,
    }
}

/// Whether a sentence ends with these words.
pub fn ends_sentence(words: &str) -> bool {
    without_closers(words).ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '।', '؟', '۔'])
}

/// Whether these words end with a mark that a title or a caption does not end with.
pub fn ends_with_stop(words: &str) -> bool {
    ends_sentence(words) || words.ends_with([',', ';', '-', '—', '–', '、', '，'])
}

fn without_closers(words: &str) -> &str {
    words.trim_end_matches(['”', '"', '’', '\'', ')', ']', '»', '«', '*', '_', '」', '』', '）'])
}

/// Whether these words may begin a sentence: with a capital, a digit, or a script without capitals.
pub fn opens_sentence(words: &str) -> bool {
    let words = words
        .trim_start_matches(['“', '"', '‘', '\'', '(', '[', '«', '»', '_', '*', '¿', '¡', '„']);
    words.chars().next().is_some_and(|first| {
        first.is_uppercase() || first.is_numeric() || first.is_alphabetic() && !first.is_lowercase()
    })
}

/// Whether these words begin with a quotation mark.
pub fn opens_quotation(words: &str) -> bool {
    words.starts_with(['“', '"', '‘', '«', '„', '「', '『'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_tabs_count_as_indentation() {
        assert_eq!(Line::new("\tx").indent, 8);
        assert_eq!(Line::new("  \t x").indent, 9);
        assert_eq!(Line::new("\u{3000}漢字").indent, 2);
        assert_eq!(Line::new("\u{3000}漢字").columns, 4);
    }

    #[test]
    fn a_line_of_blanks_is_blank() {
        assert!(Line::new(" \t\u{a0}").is_blank());
        assert!(Line::new("\u{1b}[1m  \u{1b}[0m").is_blank());
    }

    #[test]
    fn styles_do_not_count() {
        let line = Line::new("   \u{1b}[1mExit status:\u{1b}[0m");
        assert_eq!((line.indent, line.columns, line.is_strong()), (3, 12, true));
        assert_eq!(line.runs().next().map(|run| run.range), Some(0..12));
    }

    #[test]
    fn a_sentence_may_end_inside_quotation_marks() {
        assert!(ends_sentence("“I know.”") && ends_sentence("(so it is.)"));
        assert!(!ends_sentence("“a phrase”") && !ends_sentence("Getty / The Paper"));
    }
}
