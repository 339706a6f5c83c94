//! The head of a text as it is read, and not as it is shown.

use crate::import::text::day;
use regex::Regex;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The beginning of a text with its day, written as in `3. März 2021` and alone in a paragraph, as
/// words: to the parser it is an item of a list.
pub fn with_day(text: &str) -> Cow<'_, str> {
    const HEAD_BYTES: usize = 1 << 10;
    let mut at = 0;
    let mut before = "\n";
    for line in text.split_inclusive('\n') {
        let next = at + line.len();
        let is_alone =
            before.trim().is_empty() && text[next..].trim_start_matches(' ').starts_with('\n');
        let n_digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let is_item = (1..=2).contains(&n_digits) && line[n_digits..].starts_with(". ");
        if is_alone && is_item && day(line.trim()).is_some() {
            let stop = at + n_digits;
            return Cow::Owned(format!("{}\\{}", &text[..stop], &text[stop..]));
        }
        if next > HEAD_BYTES {
            break;
        }
        (at, before) = (next, line);
    }
    Cow::Borrowed(text)
}

/// A text without links and the signs of stress, to be read and not to be shown.
pub fn plain(source: &str) -> Cow<'_, str> {
    static LINK: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"!?\[([^\[\]\n]*)\](?:\([^()\s]*\)|\[[^\[\]\n]*\])").expect("a pattern")
    });
    let text = LINK.replace_all(source, "$1");
    if !text.contains(['*', '_', '\\']) {
        return text;
    }
    let is_inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut plain = String::new();
    for (at, sign) in text.char_indices() {
        let is_in_word = is_inner(plain.chars().next_back())
            && is_inner(text[at + sign.len_utf8()..].chars().next());
        let next = text[at + sign.len_utf8()..].chars().next();
        let is_escape = sign == '\\' && next.is_some_and(|next| next.is_ascii_punctuation());
        if sign != '*' && (sign != '_' || is_in_word) && !is_escape {
            plain.push(sign);
        }
    }
    Cow::Owned(plain)
}
