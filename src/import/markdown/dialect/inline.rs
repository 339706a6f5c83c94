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
    while let Some(found) = words[at..].find(['\\', '`', '^', '%', '=', '~']) {
        let start = at + found;
        out.push_str(&words[at..start]);
        let rest = &words[start..];
        let before = words[..start].chars().next_back();
        if is_address(&words[..start]) {
            let length = run(rest);
            out.push_str(&rest[..length]);
            at = start + length;
            continue;
        }
        let length = match rest.as_bytes()[0] {
            b'\\' => escaped(rest),
            b'`' => code(rest),
            b'^' | b'~' => match inline_note(rest, before) {
                Some((inner, length)) => {
                    out.push_str(&note(inner));
                    at = start + length;
                    continue;
                }
                None => script(rest, before, &mut out),
            },
            b'%' => comment(rest, before).unwrap_or(0),
            _ => marked(rest, before, &mut out),
        };
        let skips = matches!(rest.as_bytes()[0], b'\\' | b'`');
        if skips || length == 0 {
            let length = if length == 0 { run(rest) } else { length };
            out.push_str(&rest[..length]);
            at = start + length;
        } else {
            at = start + length;
        }
    }
    out.push_str(&words[at..]);
    out
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

/// The words of the note that a text begins with, and its length. Of what stands in brackets behind a
/// caret, a note is what has more than one word, or a stop; the rest are patterns and powers.
fn inline_note(text: &str, before: Option<char>) -> Option<(&str, usize)> {
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
    (is_words && has_letters && !is_link).then_some((words, end + 3))
}

/// Writes a few letters raised or lowered behind a letter; their length with the signs, 0 if there
/// are none.
fn script(text: &str, before: Option<char>, out: &mut String) -> usize {
    let (sign, tag) = if text.starts_with('^') { ("^", "sup") } else { ("~", "sub") };
    let inner = &text[1..];
    let near = &inner[..inner.floor_char_boundary(MOST_SCRIPT_BYTES + 1)];
    let Some(end) = near.find(sign).filter(|end| *end > 0) else { return 0 };
    let (words, after) = (&inner[..end], inner[end + 1..].chars().next());
    let is_apart = match sign {
        "^" => !after.is_some_and(|after| after.is_alphanumeric() || after == '^'),
        _ => after != Some('~') && words.bytes().all(|byte| byte.is_ascii_digit()),
    };
    let is_script = before
        .is_some_and(|before| before.is_alphanumeric() || matches!(before, ')' | ']'))
        && is_apart
        && words.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-'));
    if !is_script {
        return 0;
    }
    out.push_str(&format!("<{tag}>{words}</{tag}>"));
    end + 2
}

/// The length of the comment that a text begins with.
fn comment(text: &str, before: Option<char>) -> Option<usize> {
    let inner = text.strip_prefix("%%")?;
    let near = &inner[..inner.floor_char_boundary(MOST_BYTES)];
    let end = near.find("%%")?;
    let (words, after) = (&near[..end], inner[end + 2..].chars().next());
    let is_free = |side: Option<char>| {
        side.is_none_or(|side| side.is_whitespace() || ".,;:!?()".contains(side))
    };
    let is_comment =
        is_free(before) && is_free(after) && !words.trim().is_empty() && !words.ends_with('\n');
    is_comment.then_some(end + 4)
}

/// Writes marked words that hold other signs; their length with the signs, 0 if there are none. Plain
/// ones are told where words are read.
fn marked(text: &str, before: Option<char>, out: &mut String) -> usize {
    let Some(inner) = text.strip_prefix("==").filter(|inner| !inner.starts_with('=')) else {
        return 0;
    };
    let near = &inner[..inner.floor_char_boundary(MOST_BYTES)];
    let Some(end) = near.find("==") else { return 0 };
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
    if !is_marked {
        return 0;
    }
    out.push_str(&format!("<b>{words}</b>"));
    end + 4
}
