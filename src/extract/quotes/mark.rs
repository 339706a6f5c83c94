//! Quotation marks: paired into stretches of quoted text, paragraph by paragraph.
//!
//! In: the text of a block. Out: [`Quoted`] stretches, disjoint, in order. Only the outer marks of
//! a text count: doubles, curly or straight, and guillemets; or single ones where the text uses
//! those instead. A mark that finds no partner opens and closes nothing, but for the last one of a
//! paragraph whose next paragraph opens with a mark: speech goes on there.

use memchr::memchr3_iter;
use std::ops::Range;

/// The marks that a text puts around speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// “…”, "…" and «…».
    Double,
    /// ‘…’.
    Single,
}

/// A stretch between two marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// From the opening mark to behind the closing one, in bytes of the block.
    pub outer: Range<usize>,
    /// The words between the marks, without blanks at their ends.
    pub inner: Range<usize>,
    /// Whether it has a closing mark.
    pub is_closed: bool,
}

impl Style {
    /// The marks that `text` uses: singles only if there are hardly any others.
    pub fn of(text: &str) -> Self {
        let (mut n_doubles, mut n_singles) = (0, 0);
        for mark in marks(text) {
            match mark.sign {
                '“' | '«' | '"' => n_doubles += 1,
                '‘' if !is_letter(before(text, mark.at)) => n_singles += 1,
                _ => {}
            }
        }
        if n_singles > 3 * n_doubles { Self::Single } else { Self::Double }
    }

    /// Whether a block goes on with the speech of the block before it: it opens with a mark.
    pub fn opens(self, text: &str) -> bool {
        text.trim_start().starts_with(match self {
            Self::Double => ['“', '"', '«'],
            Self::Single => ['‘'; 3],
        })
    }
}

/// The quoted stretches of a block.
///
/// With `goes_on`, a last opening mark without a partner reaches to the end of the block.
pub fn quoted(text: &str, style: Style, goes_on: bool) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut open: Option<Mark> = None;
    for mark in marks(text) {
        match (role(text, style, mark, open), open) {
            // An opening mark inside an open quotation: the first one never had a partner.
            (Role::Opens, _) => open = Some(mark),
            (Role::Closes, Some(opened)) => {
                found.extend(stretch(text, opened, mark.at, mark.end()));
                open = None;
            }
            (Role::Closes | Role::Neither, _) => {}
        }
    }
    if let Some(opened) = open.filter(|_| goes_on) {
        let last = stretch(text, opened, text.len(), text.len());
        found.extend(last.map(|last| Quoted { is_closed: false, ..last }));
    }
    found
}

#[derive(Clone, Copy)]
struct Mark {
    sign: char,
    at: usize,
}

impl Mark {
    fn end(self) -> usize {
        self.at + self.sign.len_utf8()
    }
}

/// The quotation marks of any kind, in order.
fn marks(text: &str) -> impl Iterator<Item = Mark> {
    // “ ” ‘ ’ share their first byte, as do « and ».
    memchr3_iter(b'"', 0xE2, 0xC2, text.as_bytes()).filter_map(|at| {
        let sign = text[at..].chars().next()?;
        matches!(sign, '"' | '“' | '”' | '‘' | '’' | '«' | '»').then_some(Mark { sign, at })
    })
}

enum Role {
    Opens,
    Closes,
    Neither,
}

fn role(text: &str, style: Style, mark: Mark, open: Option<Mark>) -> Role {
    let (before, after) = (before(text, mark.at), text[mark.end()..].chars().next());
    let partner = open.map(|open| open.sign);
    match (style, mark.sign) {
        (Style::Double, '“' | '«') => Role::Opens,
        (Style::Double, '”') if partner == Some('“') => Role::Closes,
        (Style::Double, '»') if partner == Some('«') => Role::Closes,
        (Style::Double, '"') => straight(before, after, partner),
        (Style::Single, '‘') if !is_letter(before) => Role::Opens,
        (Style::Single, '’') if partner == Some('‘') && closes_single(text, mark) => {
            Role::Closes
        }
        _ => Role::Neither,
    }
}

fn straight(before: Option<char>, after: Option<char>, partner: Option<char>) -> Role {
    let is_led =
        before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-'));
    let leads = after.is_some_and(|c| !c.is_whitespace());
    match partner {
        Some('"') if !is_led || (!leads && before != Some(' ')) => Role::Closes,
        Some('"') | None if is_led && leads => Role::Opens,
        _ => Role::Neither,
    }
}

/// Whether a ’ is no apostrophe.
fn closes_single(text: &str, mark: Mark) -> bool {
    let (before, after) = (before(text, mark.at), text[mark.end()..].chars().next());
    let is_sign = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
    match after {
        Some(after) if after.is_alphanumeric() => false,
        // `the boys’ teacher`: only a sign beside it tells a closing mark after an s.
        _ if before == Some('s') => is_sign(after),
        None => true,
        _ => is_sign(before) || is_sign(after) || is_letter(before),
    }
}

fn stretch(text: &str, open: Mark, inner_end: usize, end: usize) -> Option<Quoted> {
    let between = &text[open.end()..inner_end];
    let words = between.trim();
    let start = open.end() + between.len() - between.trim_start().len();
    let inner = start..start + words.len();
    (!words.is_empty()).then_some(Quoted { outer: open.at..end, inner, is_closed: true })
}

fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

fn is_letter(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = quoted(text, Style::of(text), false);
        let words: Vec<&str> = found.into_iter().map(|quoted| &text[quoted.inner]).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn curly_marks_pair() {
        check("“One,” he said, “two.”", &["One,", "two."]);
        check("« Oui », dit-il.", &["Oui"]);
        check("“He said ‘no’ to it.”", &["He said ‘no’ to it."]);
    }

    #[test]
    fn straight_marks_pair_and_inches_do_not() {
        check("\"One,\" he said. (\"Two.\")", &["One,", "Two."]);
        check("A 12\" disc and a 5'10\" man. \"One.\"", &["One."]);
    }

    #[test]
    fn singles_count_only_where_there_are_no_doubles() {
        check("‘I won’t sign it,’ said the boys’ teacher.", &["I won’t sign it,"]);
        check("The boys’ ‘gang’ met. “Now,” he said.", &["Now,"]);
        check(
            "‘The boys’ boats sank,’ he said, ‘all of them.’",
            &["The boys’ boats sank,", "all of them."],
        );
    }

    #[test]
    fn a_mark_without_a_partner_quotes_nothing() {
        check("He said “one and “two” there.", &["two"]);
        check("An end” without a start, and “a start", &[]);
    }

    #[test]
    fn speech_that_goes_on_reaches_to_the_end_of_its_paragraph() {
        let found = quoted("He said: “One. Two.", Style::Double, true);
        assert_eq!((found[0].inner.clone(), found[0].is_closed), (12..21, false));
    }

    // Each mark is looked at once, with its two neighbors; a stretch begins where the last one
    // ended. So the time is linear in a block of marks.
    #[test]
    fn a_block_full_of_marks_is_read() {
        assert_eq!(quoted(&"\"".repeat(64 << 10), Style::Double, true), []);
        assert_eq!(quoted(&"“".repeat(20 << 10), Style::Double, false), []);
        assert_eq!(quoted(&"“a” ".repeat(8 << 10), Style::Double, false).len(), 8 << 10);
    }
}
