//! Quotation marks: paired into stretches of quoted text, paragraph by paragraph.
//!
//! In: the text of a block. Out: [`Quoted`] stretches, disjoint, in order. Only the outer marks of
//! a text count: doubles of any kind, or single ones where the text uses those instead. A mark that finds no partner opens and closes nothing, but for the last one of a
//! paragraph whose next paragraph opens with a mark: speech goes on there.

use memchr::{memchr_iter, memchr2_iter, memchr3_iter, memmem};
use std::ops::Range;

/// The marks that a text puts around speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// “…”, "…", „…“, «…» and »…«.
    Double,
    /// ‘…’ and ‚…‘.
    Single,
    /// '…', where apostrophes are the same sign.
    Straight,
    /// ``…'', as in old plain text.
    Ticks,
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

/// The text after a block, as far as it decides where the block's last stretch ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// It opens with a mark, so that speech without an end goes on there.
    Opens,
    /// It does not.
    Other,
}

impl Style {
    /// The marks that `text` uses: others than doubles only if there are hardly any of these.
    pub fn of(text: &str) -> Self {
        let (mut n_doubles, mut n_singles) = (0, 0);
        for mark in marks(text, Self::Single) {
            match mark.sign {
                '“' | '„' | '«' | '"' => n_doubles += 1,
                '‘' | '‚' if !is_letter(before(text, mark.at)) => n_singles += 1,
                _ => {}
            }
        }
        let n_most = 3 * n_doubles;
        if n_singles > n_most {
            return Self::Single;
        }
        if memmem::find_iter(text.as_bytes(), "``").take(n_most + 1).count() > n_most {
            return Self::Ticks;
        }
        let closes = |at: &usize| is_straight_end(text, *at);
        let n_straight =
            memchr_iter(b'\'', text.as_bytes()).filter(closes).take(n_most + 2).count();
        if n_straight > n_most + 1 { Self::Straight } else { Self::Double }
    }

    /// Whether a block goes on with the speech of the block before it: it opens with a mark.
    pub fn opens(self, text: &str) -> bool {
        let text = text.trim_start();
        match self {
            Self::Double => text.starts_with(['“', '"', '«', '„', '»']),
            Self::Single => text.starts_with(['‘', '‚']),
            Self::Straight => text.starts_with('\''),
            Self::Ticks => text.starts_with("``"),
        }
    }
}

/// The quoted stretches of a block.
///
/// Before a block that opens with a mark, an opening mark without a partner reaches to the end of
/// this one; so does one that opens its own block, or up to another one after a full stop.
pub fn quoted(text: &str, style: Style, next: Next) -> Vec<Quoted> {
    let mut found = Vec::new();
    let mut open: Option<Mark> = None;
    for mark in marks(text, style) {
        match (role(text, style, mark, open), open) {
            (Role::Opens, opened) => {
                // The first one never had a partner, unless a paragraph's end was lost here.
                let lost = opened.filter(|opened| ends_sentence(&text[opened.end()..mark.at]));
                found.extend(lost.and_then(|opened| unclosed(text, opened, mark.at)));
                open = Some(mark);
            }
            (Role::Closes, Some(opened)) => {
                found.extend(stretch(text, opened, mark.at, mark.end()));
                open = None;
            }
            (Role::Closes | Role::Neither, _) => {}
        }
    }
    let is_first = |opened: &Mark| text[..opened.at].trim().is_empty() && ends_sentence(text);
    if let Some(opened) = open.filter(|opened| next == Next::Opens || is_first(opened)) {
        found.extend(unclosed(text, opened, text.len()));
    }
    found
}

fn unclosed(text: &str, opened: Mark, end: usize) -> Option<Quoted> {
    let last = stretch(text, opened, end, end)?;
    Some(Quoted { is_closed: false, ..last })
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end().ends_with(['.', '?', '!', ',', '…'])
}

#[derive(Clone, Copy)]
struct Mark {
    sign: char,
    at: usize,
}

impl Mark {
    fn end(self) -> usize {
        self.at + if self.sign == '`' { 2 } else { self.sign.len_utf8() }
    }
}

/// The marks of a style, and all that could be taken for one, in order.
fn marks(text: &str, style: Style) -> Box<dyn Iterator<Item = Mark> + '_> {
    let bytes = text.as_bytes();
    match style {
        // “ ” ‘ ’ share their first byte, as do « and ».
        Style::Double | Style::Single => {
            Box::new(memchr3_iter(b'"', 0xE2, 0xC2, bytes).filter_map(|at| {
                let sign = text[at..].chars().next()?;
                let is_mark = matches!(sign, '"' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»');
                is_mark.then_some(Mark { sign, at })
            }))
        }
        Style::Straight => Box::new(memchr_iter(b'\'', bytes).map(|at| Mark { sign: '\'', at })),
        Style::Ticks => Box::new(memchr2_iter(b'`', b'\'', bytes).filter_map(|at| {
            let is_double = bytes.get(at + 1) == Some(&bytes[at]);
            let is_second = at > 0 && bytes[at - 1] == bytes[at];
            (is_double && !is_second).then_some(Mark { sign: char::from(bytes[at]), at })
        })),
    }
}

enum Role {
    Opens,
    Closes,
    Neither,
}

fn role(text: &str, style: Style, mark: Mark, open: Option<Mark>) -> Role {
    let (before, after) = (before(text, mark.at), text[mark.end()..].chars().next());
    let partner = open.map(|open| open.sign);
    match (style, mark.sign, partner) {
        (Style::Double, '“', Some('„')) => Role::Closes,
        (Style::Double, '”', Some('“' | '„' | '”' | '"')) => Role::Closes,
        (Style::Double, '«', Some('»')) | (Style::Double, '»', Some('«')) => Role::Closes,
        // Typed the wrong way round: `said.“`.
        (Style::Double, '“', Some('“')) if !is_led(before) && !is_letter(after) => Role::Closes,
        // Inside guillemets other marks are those of a quotation in the quotation.
        (Style::Double, '“' | '„' | '"', Some('«' | '»')) => Role::Neither,
        (Style::Double, '“' | '«' | '„', _) => Role::Opens,
        // A closing mark typed for an opening one, and the German order of guillemets.
        (Style::Double, '”' | '»', None) if is_led(before) && is_letter(after) => Role::Opens,
        (Style::Double, '"', _) => straight(before, after, partner),
        (Style::Single, '‘', Some('‚')) => Role::Closes,
        (Style::Single, '‘' | '‚', _) if !is_letter(before) => Role::Opens,
        (Style::Single, '’', Some(_)) if closes_single(text, mark) => Role::Closes,
        (Style::Straight, '\'', Some(_)) if closes_single(text, mark) => Role::Closes,
        (Style::Straight, '\'', None) if is_led(before) && opens_straight(&text[mark.end()..]) => {
            Role::Opens
        }
        (Style::Ticks, '`', None) => Role::Opens,
        (Style::Ticks, '\'', Some(_)) => Role::Closes,
        _ => Role::Neither,
    }
}

/// Whether a sign begins a word: a blank, a bracket or a dash stands before it.
fn is_led(before: Option<char>) -> bool {
    before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-'))
}

fn straight(before: Option<char>, after: Option<char>, partner: Option<char>) -> Role {
    let (is_led, leads) = (is_led(before), after.is_some_and(|c| !c.is_whitespace()));
    match partner {
        Some('"') if !is_led || !leads => Role::Closes,
        Some('“') if !is_led && !after.is_some_and(char::is_alphanumeric) => Role::Closes,
        Some('"') | None if is_led && leads => Role::Opens,
        _ => Role::Neither,
    }
}

/// Whether a ' before `after` is no apostrophe of `'tis` or `'90s`.
fn opens_straight(after: &str) -> bool {
    const ELISIONS: &[&str] = &["tis", "twas", "em", "cause", "til", "n", "un", "ere", "twere"];
    // `''Tis so'`: a word that has lost its beginning, quoted.
    if let Some(word) = after.strip_prefix('\'') {
        return word.starts_with(char::is_alphabetic);
    }
    let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    !word.is_empty()
        && !word.starts_with(|c: char| c.is_ascii_digit())
        && !ELISIONS.contains(&word.to_ascii_lowercase().as_str())
}

/// Whether a ' at `at` ends quoted words, to judge by the comma or stop before it.
fn is_straight_end(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let has_sign = at > 0 && matches!(bytes[at - 1], b',' | b'.' | b'?' | b'!');
    has_sign && bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace)
}

/// Whether a ’ is no apostrophe.
fn closes_single(text: &str, mark: Mark) -> bool {
    let (before, after) = (before(text, mark.at), text[mark.end()..].chars().next());
    let is_sign = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
    match after {
        Some(after) if after.is_alphanumeric() => false,
        _ if before.is_none_or(char::is_whitespace) => false,
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
    let end = if end == inner_end { inner.end } else { end };
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
        let found = quoted(text, Style::of(text), Next::Other);
        let words: Vec<&str> = found.into_iter().map(|quoted| &text[quoted.inner]).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn curly_marks_pair() {
        check("“One,” he said, “two.”", &["One,", "two."]);
        check("« Oui », dit-il.", &["Oui"]);
        check("«They ask “How long?”» he says.", &["They ask “How long?”"]);
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
    fn marks_of_other_languages_and_of_old_text_pair() {
        check("„Nein“, sagte er. »Doch«, sagte sie.", &["Nein", "Doch"]);
        check("‚Nein‘, sagte er, ‚niemals‘.", &["Nein", "niemals"]);
        check("``No,'' he said. ``It isn't.''", &["No,", "It isn't."]);
        check(
            "'I don't,' he said. 'Not the boys' boats.' She'd laughed. ''Tis so.'",
            &["I don't,", "Not the boys' boats.", "'Tis so."],
        );
    }

    #[test]
    fn a_mark_without_a_partner_quotes_nothing() {
        check("He said “one and “two” there.", &["two"]);
        check("An end” without a start, and “a start", &[]);
    }

    #[test]
    fn speech_that_goes_on_reaches_to_the_end_of_its_paragraph() {
        let found = quoted("He said: “One. Two.", Style::Double, Next::Opens);
        assert_eq!((found[0].inner.clone(), found[0].is_closed), (12..21, false));
    }

    // Each mark is looked at once, with its two neighbors; a stretch begins where the last one
    // ended. So the time is linear in a block of marks.
    #[test]
    fn a_block_full_of_marks_is_read() {
        assert_eq!(quoted(&"\"".repeat(64 << 10), Style::Double, Next::Opens), []);
        assert_eq!(quoted(&"“".repeat(20 << 10), Style::Double, Next::Other), []);
        assert_eq!(quoted(&"“a” ".repeat(8 << 10), Style::Double, Next::Other).len(), 8 << 10);
    }
}
