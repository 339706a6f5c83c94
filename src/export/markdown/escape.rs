//! Text as Markdown that reads as that text again, with no more escapes than it takes.

/// Where text stands, as far as signs mean something there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// In running text.
    Words,
    /// In a cell of a table.
    Cell,
    /// In the words of a link.
    Link,
    /// In the words of a link in a cell of a table.
    CellLink,
}

impl Setting {
    /// The same, in the words of a link.
    pub fn in_link(self) -> Self {
        match self {
            Self::Words | Self::Link => Self::Link,
            Self::Cell | Self::CellLink => Self::CellLink,
        }
    }

    /// Whether a bar would end a cell.
    pub fn is_cell(self) -> bool {
        matches!(self, Self::Cell | Self::CellLink)
    }
}

/// No further behind a caret another one ends what is raised.
const MOST_SCRIPT_BYTES: usize = 8;

/// Appends `text`, which stands behind `before` and ahead of `after`, to `out`.
///
/// A blank that stands at the beginning of a line, or behind another one, becomes a no-break
/// space: Markdown knows no other way to keep it. `starts_line` tells whether the text begins a
/// line of the source.
pub fn escape(text: &str, around: Around, setting: Setting, out: &mut String) {
    let mut before = around.before;
    let mut at_start = around.before.is_none();
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        if at_start {
            let length = line_start(rest, around.after, out);
            if length > 0 {
                before = rest[..length].chars().next_back();
                rest = &rest[length..];
                at_start = false;
                continue;
            }
        }
        rest = &rest[character.len_utf8()..];
        let after = rest.chars().next().or(around.after);
        match character {
            '\n' => out.push(' '),
            ' ' | '\t' if at_start || before == Some(' ') => out.push('\u{a0}'),
            '\t' => out.push(' '),
            _ => {
                if is_sign(character, Around { before, after, ..around }, rest, setting) {
                    out.push('\\');
                }
                out.push(character);
            }
        }
        at_start = at_start && character == ' ';
        before = Some(if character == '\t' { ' ' } else { character });
    }
}

/// What stands at both sides of a text on its line; `None` at an end of the line.
#[derive(Debug, Clone, Copy)]
pub struct Around {
    /// The character before it.
    pub before: Option<char>,
    /// The character behind it.
    pub after: Option<char>,
    /// What its own dollars may be.
    pub dollar: Dollar,
}

/// What a dollar among words may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dollar {
    /// The beginning of a formula that ends in the same words.
    None,
    /// The beginning of one, since a dollar may stand behind the words.
    Follows,
    /// Nothing but a dollar: each is escaped.
    Escaped,
}

fn is_sign(character: char, around: Around, rest: &str, setting: Setting) -> bool {
    let Around { before, after, dollar } = around;
    let is_word = |side: Option<char>| side.is_some_and(char::is_alphanumeric);
    let is_blank = |side: Option<char>| side.is_none_or(char::is_whitespace);
    match character {
        '`' | '[' | '~' => true,
        ']' => matches!(setting, Setting::Link | Setting::CellLink),
        '|' => setting.is_cell(),
        '*' => !(is_blank(before) && is_blank(after)),
        '_' => !(is_word(before) && is_word(after)),
        '\\' => after.is_none_or(|after| after.is_ascii_punctuation()),
        '<' => after.is_some_and(|after| after.is_ascii_alphabetic() || "/!?".contains(after)),
        '&' => is_entity(rest),
        '!' => after == Some('['),
        '$' if dollar == Dollar::Escaped => true,
        '$' => begins_formula(before, rest, dollar == Dollar::Follows),
        // Two of them begin a comment.
        '%' => after == Some('%') && before != Some('%'),
        '^' => is_word(before) && rest.bytes().take(MOST_SCRIPT_BYTES).any(|byte| byte == b'^'),
        // Two of them mark words.
        '=' => after == Some('=') && before != Some('=') && is_mark(before, rest),
        _ => false,
    }
}

/// Whether a dollar could begin a formula that ends on the same line.
fn begins_formula(before: Option<char>, rest: &str, has_dollar: bool) -> bool {
    let touches = |text: &str| text.starts_with(|c: char| !c.is_whitespace());
    // Nothing ends right before a number.
    let is_closed = rest.match_indices('$').any(|(at, _)| {
        let is_price = rest[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        !is_price && !rest[..at].ends_with([' ', '\t'])
    });
    !before.is_some_and(char::is_alphanumeric) && touches(rest) && (is_closed || has_dollar)
}

/// Whether two equals signs, of which `rest` is behind the first one, may begin marked words.
fn is_mark(before: Option<char>, rest: &str) -> bool {
    let first = rest.chars().nth(1);
    !before.is_some_and(char::is_alphanumeric) && !first.is_some_and(char::is_whitespace)
}

/// Whether the words behind an ampersand make an entity of it.
fn is_entity(rest: &str) -> bool {
    let near = &rest[..rest.floor_char_boundary(40)];
    near.split_once(';').is_some_and(|(name, _)| {
        let name = name.strip_prefix('#').unwrap_or(name);
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())
    })
}

/// Appends what would begin a block at the start of a line, escaped; how many bytes that was.
fn line_start(line: &str, after: Option<char>, out: &mut String) -> usize {
    let first = line.chars().next().unwrap_or(' ');
    let n_first = line.len() - line.trim_start_matches(first).len();
    let behind = line[n_first..].chars().next().or(after);
    let is_closed = behind.is_none_or(char::is_whitespace);
    let is_rule = || line.chars().all(|c| matches!(c, '-' | '=' | '+' | '|' | ':' | ' '));
    let begins_block = match first {
        '>' => true,
        '#' => n_first <= 6 && is_closed,
        '-' | '+' => n_first == 1 && is_closed || is_rule(),
        '=' => is_rule(),
        // What defines a term, what is verse, and what begins a box.
        ':' | '|' | '*' => true,
        '!' | '?' => n_first == 3,
        '%' => n_first >= 2 || is_closed,
        // What a site generator would put other words in place of.
        '{' => ["{{", "{%", "{:"].iter().any(|sign| line.starts_with(sign)) && line.ends_with('}'),
        _ => false,
    };
    if begins_block {
        out.push('\\');
        out.push(first);
        return 1;
    }
    // `1949. ` would be an item of a list.
    let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mut behind = line[n_digits..].chars();
    let ends_number = (1..=9).contains(&n_digits) && matches!(behind.next(), Some('.' | ')'));
    if ends_number && behind.next().or(after).is_none_or(char::is_whitespace) {
        out.push_str(&line[..n_digits]);
        out.push('\\');
        out.push_str(&line[n_digits..=n_digits]);
        return n_digits + 1;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        let around = Around { before: None, after: None, dollar: Dollar::None };
        escape(text, around, Setting::Words, &mut out);
        assert_eq!(out, expected);
    }

    #[test]
    fn prose_is_left_alone() {
        for text in ["It was 5 * 4, a_b and AT&T so - it is.", "In 1949. He left.", "(1) a < b"] {
            check(text, text);
        }
    }

    #[test]
    fn signs_among_words_are_escaped() {
        check(
            "a *b* _c_ `d` [e] <f> &amp; \\*",
            "a \\*b\\* \\_c\\_ \\`d\\` \\[e] \\<f> \\&amp; \\\\\\*",
        );
    }

    #[test]
    fn what_begins_a_block_is_escaped_at_the_start() {
        check("# one", "\\# one");
        check("#one", "#one");
        check("- one", "\\- one");
        check("1949. He left", "1949\\. He left");
        check("---", "\\---");
        check("> one", "\\> one");
    }

    #[test]
    fn blanks_that_markdown_drops_are_kept() {
        check("  one  two", "\u{a0}\u{a0}one \u{a0}two");
    }
}
