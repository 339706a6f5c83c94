//! Text made for a terminal or a printer: colors and overstrikes become styles.
//!
//! In: one line. Out: its visible text, and the runs of it that are bold or underlined. A complete
//! SGR sequence is taken as what it says, and the mark of a hyperlink (OSC 8) as nothing; every other escape sequence stays in the text, where the
//! cleaner makes it visible. Styles end with their line, as in less(1).

use memchr::memchr2;
use std::borrow::Cow;
use std::ops::Range;

const ESC: char = '\u{1b}';
const BACKSPACE: char = '\u{8}';

/// How a run of characters is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Style {
    /// Bold.
    pub strong: bool,
    /// Underlined or italic.
    pub emphasis: bool,
}

/// Bytes of a line that are set in one style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The bytes; not empty.
    pub range: Range<usize>,
    /// Their style; never plain.
    pub style: Style,
}

/// The visible text of `line`, and its styled runs: sorted, disjoint.
pub fn visible(line: &str) -> (Cow<'_, str>, Vec<Run>) {
    if memchr2(0x1b, 0x08, line.as_bytes()).is_none() {
        return (Cow::Borrowed(line), Vec::new());
    }
    let mut page = Page::default();
    let mut color = Style::default();
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        if let Some((parameters, after)) = sgr(rest) {
            apply(parameters, &mut color);
            rest = after;
            continue;
        }
        if let Some(after) = hyperlink(rest) {
            rest = after;
            continue;
        }
        rest = &rest[character.len_utf8()..];
        let (character, struck) = overstrike(character, &mut rest);
        let strong = color.strong || struck.strong;
        page.put(character, Style { strong, emphasis: color.emphasis || struck.emphasis });
    }
    (Cow::Owned(page.text), page.runs)
}

#[derive(Default)]
struct Page {
    text: String,
    runs: Vec<Run>,
}

impl Page {
    fn put(&mut self, character: char, style: Style) {
        let start = self.text.len();
        self.text.push(character);
        let end = self.text.len();
        match self.runs.last_mut() {
            Some(run) if run.range.end == start && run.style == style => run.range.end = end,
            _ if style == Style::default() => {}
            _ => self.runs.push(Run { range: start..end, style }),
        }
    }
}

/// The parameters of the SGR sequence at the start of `text`, and what follows it.
fn sgr(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix(ESC)?.strip_prefix('[')?;
    let end = text.find(|character: char| !matches!(character, '0'..='9' | ';' | ':'))?;
    Some((&text[..end], text[end..].strip_prefix('m')?))
}

/// What follows the mark of a hyperlink (OSC 8) at the start of `text`; its words stand after it.
fn hyperlink(text: &str) -> Option<&str> {
    let text = text.strip_prefix(ESC)?.strip_prefix("]8;")?;
    let end = text.find(char::is_control)?;
    let (address, end) = text.split_at(end);
    let after = end.strip_prefix('\u{7}').or_else(|| end.strip_prefix("\u{1b}\\"))?;
    address.contains(';').then_some(after)
}

fn apply(parameters: &str, style: &mut Style) {
    let mut parameters = parameters.split(';');
    while let Some(parameter) = parameters.next() {
        match parameter {
            "" | "0" | "00" => *style = Style::default(),
            "1" | "01" => style.strong = true,
            "3" | "4" | "03" | "04" => style.emphasis = true,
            "22" => style.strong = false,
            "23" | "24" | "4:0" => style.emphasis = false,
            // The numbers after these choose a color.
            "38" | "48" | "58" => match parameters.next() {
                Some("5") => drop(parameters.next()),
                Some("2") => drop(parameters.nth(2)),
                _ => {}
            },
            _ => {}
        }
    }
}

/// Takes what is struck over `character` from `rest`.
///
/// `X BS X` is bold; `_ BS X` and `X BS _` are underlined. Other backspaces stay.
fn overstrike(character: char, rest: &mut &str) -> (char, Style) {
    let mut shown = character;
    let mut style = Style::default();
    while let Some(after) = rest.strip_prefix(BACKSPACE) {
        let Some(over) = after.chars().next() else { break };
        if shown == BACKSPACE || over == BACKSPACE || over == ESC {
            break;
        } else if over == shown {
            style.strong = true;
        } else if shown == '_' {
            style.emphasis = true;
            shown = over;
        } else if over == '_' {
            style.emphasis = true;
        } else {
            break;
        }
        *rest = &after[over.len_utf8()..];
    }
    (shown, style)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Strong runs are shown in `*`, emphasis in `_`, both in `#`.
    #[track_caller]
    fn check(line: &str, expected: &str) {
        let (text, runs) = visible(line);
        let mut shown = String::new();
        let mut at = 0;
        for run in runs {
            let sign = match run.style {
                Style { strong: true, emphasis: false } => '*',
                Style { strong: false, emphasis: true } => '_',
                _ => '#',
            };
            shown += &text[at..run.range.start];
            shown.push(sign);
            shown += &text[run.range.clone()];
            shown.push(sign);
            at = run.range.end;
        }
        assert_eq!(shown + &text[at..], expected);
    }

    #[test]
    fn a_hyperlink_is_its_words() {
        check("see \u{1b}]8;;http://a.b\u{7}this\u{1b}]8;;\u{7} page", "see this page");
        check("see \u{1b}]8;id=1;http://a.b\u{1b}\\this\u{1b}]8;;\u{1b}\\", "see this");
        check("\u{1b}]8;;http://a.b this", "\u{1b}]8;;http://a.b this");
        check("\u{1b}]8;;http://a.b\u{1b}[0m this", "\u{1b}]8;;http://a.b this");
    }

    #[test]
    fn a_plain_line_is_borrowed() {
        assert!(matches!(visible("plain é").0, Cow::Borrowed(_)));
    }

    #[test]
    fn colors_and_styles_are_taken_as_styles() {
        check("\u{1b}[1mNAME\u{1b}[0m x", "*NAME* x");
        check("\u{1b}[4mfile\u{1b}[24m \u{1b}[3mi\u{1b}[m", "_file_ _i_");
        check("\u{1b}[1;4mboth\u{1b}[22m one", "#both#_ one_");
        check("\u{1b}[31;42mred\u{1b}[39m", "red");
        check("\u{1b}[38;5;1mred\u{1b}[38;2;1;4;1m too", "red too");
    }

    #[test]
    fn what_is_no_complete_sgr_sequence_stays() {
        check("\u{1b}[1", "\u{1b}[1");
        check("\u{1b}[2Jx", "\u{1b}[2Jx");
        check("\u{1b}]0;title\u{7}", "\u{1b}]0;title\u{7}");
    }

    #[test]
    fn overstrikes_are_taken_as_styles() {
        check("N\u{8}NA\u{8}A b", "*NA* b");
        check("_\u{8}fi\u{8}_ b", "_fi_ b");
        check("_\u{8}x\u{8}x", "#x#");
        check("é\u{8}é", "*é*");
    }

    #[test]
    fn other_backspaces_stay() {
        check("+\u{8}o", "+\u{8}o");
        check("\u{8}\u{8}a\u{8}", "\u{8}\u{8}a\u{8}");
    }
}
