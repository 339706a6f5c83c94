//! Text that cannot command a terminal.
//!
//! In: any string. Out: [`CleanText`], in which every control character, bidi control and hidden
//! character has become a visible sign or is gone, counted in a [`CleanReport`]. It is the only
//! text that a document stores and that a panel accepts.

use std::fmt;
use std::sync::Arc;
use unicode_width::UnicodeWidthChar;

/// Marks that one base letter may carry; a terminal cell cannot show more.
const MARKS_PER_LETTER: usize = 8;

/// What cleaning replaced or removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CleanReport {
    /// Control characters shown as visible signs.
    pub controls: usize,
    /// Bidirectional controls shown as visible signs.
    pub bidi: usize,
    /// Characters without a picture (zero-width, tags, excess marks), removed.
    pub hidden: usize,
    /// Marks (bold, links and the like) beyond what is kept of them.
    pub marks: usize,
}

impl CleanReport {
    /// All characters together.
    pub fn total(self) -> usize {
        self.controls + self.bidi + self.hidden
    }

    /// Adds the counts of `other`.
    pub fn add(&mut self, other: Self) {
        self.controls += other.controls;
        self.bidi += other.bidi;
        self.hidden += other.hidden;
        self.marks += other.marks;
    }
}

/// Owned clean text; its only constructors clean. Copies share it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub struct CleanText(Arc<str>);

impl CleanText {
    /// Cleans `text`; line ends and tabs become blanks, for text that stands on one line.
    pub fn line(text: &str) -> Self {
        let mut out = String::with_capacity(text.len());
        clean_into(&text.replace(['\n', '\r', '\t'], " "), &mut out);
        Self(out.into())
    }

    /// Cleans `text` of several lines; tabs become blanks.
    pub fn text(text: &str) -> Self {
        let mut out = String::with_capacity(text.len());
        clean_into(&text.replace("\r\n", "\n").replace(['\r', '\t'], " "), &mut out);
        Self(out.into())
    }

    /// The text, borrowed.
    pub fn as_clean(&self) -> Clean<'_> {
        Clean(&self.0)
    }

    /// The text as a plain string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CleanText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Borrowed clean text: what the screen accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clean<'a>(&'a str);

impl<'a> Clean<'a> {
    /// The program's own words, known when it is compiled.
    pub fn own(text: &'static str) -> Clean<'static> {
        Clean(text)
    }

    /// A slice of text that was cleaned when its document was built.
    pub(super) fn of_document(text: &'a str) -> Self {
        Clean(text)
    }

    /// The part of the text in `range`, in bytes of it; empty if that is not on char boundaries.
    pub fn part(self, range: std::ops::Range<usize>) -> Self {
        Clean(self.0.get(range).unwrap_or(""))
    }

    /// The text as a plain string.
    pub fn as_str(self) -> &'a str {
        self.0
    }
}

/// Appends `text` to `out`, cleaned; line ends (`\n`) and tabs are kept.
///
/// Idempotent: text that is clean stays as it is.
pub fn clean_into(text: &str, out: &mut String) -> CleanReport {
    let mut report = CleanReport::default();
    let mut marks = 0;
    let mut before = None;
    let mut rest = text;
    loop {
        // Most text is plain letters, which are copied as they are.
        let n_plain = plain_prefix(rest.as_bytes());
        let (plain, after) = rest.split_at(n_plain);
        out.push_str(plain);
        if let Some(last) = plain.chars().next_back() {
            (before, marks) = (Some(last), 0);
        }
        let mut characters = after.chars();
        let Some(character) = characters.next() else { return report };
        rest = characters.as_str();
        marks = if is_mark(character) { marks + 1 } else { 0 };
        match sign_of(character) {
            Sign::Kept if marks > MARKS_PER_LETTER => report.hidden += 1,
            Sign::Kept => out.push(character),
            Sign::Control(sign) => {
                report.controls += 1;
                out.push(sign);
            }
            Sign::Bidi(name) => {
                report.bidi += 1;
                out.push_str(name);
            }
            Sign::Joiner if joins(before, rest.chars().next()) => out.push(character),
            Sign::Joiner | Sign::Hidden => report.hidden += 1,
        }
        before = Some(character);
    }
}

/// How many bytes stand before the first that is not plain; looked at many together.
fn plain_prefix(bytes: &[u8]) -> usize {
    const STEP: usize = 32;
    let are_plain = |step: &&[u8]| step.iter().fold(true, |all, byte| all & is_plain(*byte));
    let steps = bytes.chunks_exact(STEP).take_while(are_plain).count();
    let rest = &bytes[steps * STEP..];
    steps * STEP + rest.iter().take_while(|byte| is_plain(**byte)).count()
}

fn is_plain(byte: u8) -> bool {
    (byte.wrapping_sub(0x20) <= 0x7e - 0x20) | (byte == b'\n') | (byte == b'\t')
}

enum Sign {
    Kept,
    Control(char),
    Bidi(&'static str),
    Joiner,
    Hidden,
}

fn sign_of(character: char) -> Sign {
    match character {
        '\n' | '\t' => Sign::Kept,
        // The control pictures stand in the order of the controls.
        '\0'..='\u{1f}' => {
            Sign::Control(char::from_u32(0x2400 + character as u32).unwrap_or('\u{fffd}'))
        }
        '\u{7f}' => Sign::Control('\u{2421}'),
        '\u{80}'..='\u{9f}' => Sign::Control('\u{fffd}'),
        '\u{2028}' | '\u{2029}' => Sign::Control('\u{2424}'),
        '\u{202a}' => Sign::Bidi("⟪LRE⟫"),
        '\u{202b}' => Sign::Bidi("⟪RLE⟫"),
        '\u{202c}' => Sign::Bidi("⟪PDF⟫"),
        '\u{202d}' => Sign::Bidi("⟪LRO⟫"),
        '\u{202e}' => Sign::Bidi("⟪RLO⟫"),
        '\u{2066}' => Sign::Bidi("⟪LRI⟫"),
        '\u{2067}' => Sign::Bidi("⟪RLI⟫"),
        '\u{2068}' => Sign::Bidi("⟪FSI⟫"),
        '\u{2069}' => Sign::Bidi("⟪PDI⟫"),
        '\u{200c}' | '\u{200d}' => Sign::Joiner,
        // Soft hyphens, direction marks, zero-width and other characters that show nothing.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'
        | '\u{200e}'..='\u{200f}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{3164}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Sign::Hidden,
        _ => Sign::Kept,
    }
}

fn is_mark(character: char) -> bool {
    !character.is_ascii() && character.width() == Some(0)
}

/// Whether a joiner between these two characters changes how they are drawn.
fn joins(before: Option<char>, after: Option<char>) -> bool {
    let needs = |character: char| {
        matches!(character,
            // Arabic and Indic scripts, and emoji with the selectors and skin tones inside them.
            '\u{600}'..='\u{8ff}' | '\u{900}'..='\u{dff}' | '\u{fe0f}' | '\u{2190}'..='\u{2bff}'
            | '\u{1f000}'..='\u{1faff}')
    };
    before.is_some_and(needs) && after.is_some_and(needs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        clean_into(text, &mut out);
        assert_eq!(out, expected);
        let mut again = String::new();
        let report = clean_into(&out, &mut again);
        assert_eq!((again.as_str(), report.total()), (expected, 0), "cleaning twice changes it");
    }

    #[test]
    fn escape_sequences_become_visible_signs() {
        check("a\u{1b}[31mb", "a␛[31mb");
        check("title\u{9b}2J", "title\u{fffd}2J");
        check("bell\u{7} nul\0 del\u{7f}", "bell␇ nul␀ del␡");
    }

    #[test]
    fn bidi_overrides_are_shown_not_obeyed() {
        check("user\u{202e}nimda", "user⟪RLO⟫nimda");
        check("\u{2067}x\u{2069}", "⟪RLI⟫x⟪PDI⟫");
    }

    #[test]
    fn hidden_characters_are_removed() {
        check("pass\u{200b}word\u{e0041}", "password");
        check("co\u{ad}operate", "cooperate");
    }

    #[test]
    fn joiners_stay_where_they_draw_something() {
        check("👩\u{200d}💻", "👩\u{200d}💻");
        check("a\u{200d}b", "ab");
    }

    #[test]
    fn a_letter_keeps_at_most_eight_marks() {
        let heap = format!("a{}b", "\u{301}".repeat(60));
        check(&heap, &format!("a{}b", "\u{301}".repeat(8)));
    }

    #[test]
    fn a_line_has_no_line_end() {
        assert_eq!(CleanText::line("one\ntwo\tthree").as_str(), "one two three");
    }
}
