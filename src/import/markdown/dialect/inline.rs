//! Signs among words: `^[notes]`, `%%comments%%`, `==marked **words**==`, `H~2~O`, `x^2^`.

/// A longer note or comment is none.
const MOST_BYTES: usize = 4000;

/// Brackets in brackets of a note.
const MOST_DEPTH: i32 = 8;

/// So far before a sign it is seen that it stands in an address.
const MOST_ADDRESS_BYTES: usize = 300;

/// Words raised or lowered are no longer than this.
const MOST_SCRIPT_BYTES: usize = 6;

/// The words as the parser knows them. `note` takes a note and gives the reference to it.
pub fn rewritten(words: &str, mut note: impl FnMut(&str) -> String) -> String {
    let mut out = String::with_capacity(words.len());
    let mut at = 0;
    while let Some(found) = words[at..].find(['\\', '`', '$', '^', '%', '=', '~']) {
        let start = at + found;
        out.push_str(&words[at..start]);
        let rest = &words[start..];
        let exact = match rest.as_bytes()[0] {
            b'\\' => Some(escaped(rest)),
            b'`' => Some(code(rest)),
            b'$' => Some(formula(rest)),
            _ => None,
        };
        let before = words[..start].chars().next_back();
        let found = if exact.is_none() { self::found(rest, before) } else { None };
        let length = match found.filter(|_| !is_address(&words[..start])) {
            Some((found, length)) => {
                match found {
                    Found::Note(inner) => out.push_str(&note(inner)),
                    Found::Comment => {}
                    Found::Tagged(tag, inner) => out.push_str(&format!("<{tag}>{inner}</{tag}>")),
                }
                length
            }
            None => {
                let length = exact.unwrap_or_else(|| run(rest));
                out.push_str(&rest[..length]);
                length
            }
        };
        at = start + length;
    }
    out.push_str(&words[at..]);
    out
}

/// What signs make of words.
enum Found<'a> {
    /// A footnote.
    Note(&'a str),
    /// Nothing that is shown.
    Comment,
    /// Words in a tag of HTML.
    Tagged(&'static str, &'a str),
}

/// What a text begins with, and its length with the signs.
fn found(text: &str, before: Option<char>) -> Option<(Found<'_>, usize)> {
    match text.as_bytes()[0] {
        b'^' => inline_note(text, before).or_else(|| script(text, before)),
        b'~' => script(text, before),
        b'%' => comment(text, before),
        _ => marked(text, before),
    }
}

/// Whether what follows stands in an address.
fn is_address(before: &str) -> bool {
    let near =
        &before[before.ceil_char_boundary(before.len().saturating_sub(MOST_ADDRESS_BYTES))..];
    let word = near.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.contains("://") || word.rsplit_once("](").is_some_and(|(_, target)| !target.contains(')'))
}

/// How often the first sign of a text stands at its beginning.
fn run(text: &str) -> usize {
    text.len() - text.trim_start_matches(&text[..1]).len()
}

fn escaped(text: &str) -> usize {
    1 + text[1..].chars().next().map_or(0, char::len_utf8)
}

/// The length of the code that a text begins with; only that of its signs if it is never closed.
fn code(text: &str) -> usize {
    let n_signs = run(text);
    let mut at = n_signs;
    let near = &text[..text.floor_char_boundary(MOST_BYTES)];
    while let Some(found) = near.get(at..).and_then(|rest| rest.find('`')) {
        let n_found = run(&text[at + found..]);
        at += found + n_found;
        if n_found == n_signs {
            return at;
        }
    }
    n_signs
}

/// The length of the formula that a text begins with; only that of its signs if it is none.
fn formula(text: &str) -> usize {
    let n_signs = run(text);
    let near = &text[n_signs..text.floor_char_boundary(MOST_BYTES).max(n_signs)];
    let Some(end) = near.find(&text[..n_signs]) else { return n_signs };
    let inner = &near[..end];
    let is_apart = inner.is_empty() || inner.trim() != inner && n_signs == 1;
    if is_apart || inner.contains("\n\n") { n_signs } else { 2 * n_signs + end }
}

/// The note that a text begins with. Of what stands in brackets behind a
/// caret, a note is what has more than one word, or a stop; the rest are patterns and powers.
fn inline_note(text: &str, before: Option<char>) -> Option<(Found<'_>, usize)> {
    let inner = text.strip_prefix("^[").filter(|_| before != Some('['))?;
    let near = &inner[..inner.floor_char_boundary(MOST_BYTES)];
    let mut depth = 1;
    let end = near.bytes().position(|byte| {
        depth += i32::from(byte == b'[') - i32::from(byte == b']');
        depth == 0 || depth > MOST_DEPTH
    })?;
    if depth != 0 {
        return None;
    }
    let words = &near[..end];
    let is_words = words.trim().contains(char::is_whitespace) || words.ends_with('.');
    let is_link = inner[end + 1..].starts_with(['(', '[', ':', '+', '*', '{', '?']);
    let has_letters = words.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    (is_words && has_letters && !is_link).then_some((Found::Note(words), end + 3))
}

/// A few letters that are raised or lowered behind a letter.
fn script(text: &str, before: Option<char>) -> Option<(Found<'_>, usize)> {
    let (sign, tag) = if text.starts_with('^') { ("^", "sup") } else { ("~", "sub") };
    let inner = &text[1..];
    let near = &inner[..inner.floor_char_boundary(MOST_SCRIPT_BYTES + 1)];
    let end = near.find(sign).filter(|end| *end > 0)?;
    let (words, after) = (&inner[..end], inner[end + 1..].chars().next());
    let is_apart = match sign {
        "^" => !after.is_some_and(|after| after.is_alphanumeric() || after == '^'),
        _ => after != Some('~') && words.bytes().all(|byte| byte.is_ascii_digit()),
    };
    let is_script = before
        .is_some_and(|before| before.is_alphanumeric() || matches!(before, ')' | ']'))
        && is_apart
        && words.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-'));
    is_script.then_some((Found::Tagged(tag, words), end + 2))
}

/// The comment that a text begins with.
fn comment(text: &str, before: Option<char>) -> Option<(Found<'_>, usize)> {
    let inner = text.strip_prefix("%%")?;
    let near = &inner[..inner.floor_char_boundary(MOST_BYTES)];
    let end = near.find("%%")?;
    let (words, after) = (&near[..end], inner[end + 2..].chars().next());
    let is_free = |side: Option<char>| {
        side.is_none_or(|side| side.is_whitespace() || ".,;:!?()".contains(side))
    };
    // `30 %%` is a share.
    let is_share = words.trim_end().ends_with(|c: char| c.is_ascii_digit());
    let is_comment = is_free(before)
        && is_free(after)
        && !words.trim().is_empty()
        && !words.ends_with('\n')
        && !is_share;
    is_comment.then_some((Found::Comment, end + 4))
}

/// Marked words that hold other signs. Plain ones are told where words are read.
fn marked(text: &str, before: Option<char>) -> Option<(Found<'_>, usize)> {
    let inner = text.strip_prefix("==").filter(|inner| !inner.starts_with('='))?;
    let near = &inner[..inner.floor_char_boundary(MOST_BYTES)];
    let end = near.find("==")?;
    let (words, after) = (&near[..end], inner[end + 2..].chars().next());
    let touches = |side: Option<char>| side.is_some_and(|side| !side.is_whitespace());
    let is_free =
        |side: Option<char>| side.is_none_or(|side| !side.is_alphanumeric() && side != '=');
    let is_marked = is_free(before)
        && is_free(after)
        && touches(words.chars().next())
        && touches(words.chars().next_back())
        && words.contains(['*', '_', '`', '[', '~'])
        && !words.contains("\n\n");
    is_marked.then_some((Found::Tagged("b", words), end + 4))
}
