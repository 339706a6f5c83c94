//! What note takers write among words: `[[Page]]`, `[[Page|words]]`, `![[image.png]]`, `==words==`.
//!
//! To CommonMark these are words. So is much that looks like them: a test in a shell, `[[ -f x ]]`,
//! the rows of a matrix, `a == b`. Brackets count that touch the name between them, and signs that
//! touch the words between them and no others.

use std::ops::Range;

/// A longer name is none.
const MOST_BYTES: usize = 500;

/// What was found among words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found<'a> {
    /// A link to a page, or to `#a heading` of this one, by its words.
    Page {
        /// The page.
        target: &'a str,
        /// What is read.
        words: &'a str,
    },
    /// An image.
    Image {
        /// Where it is.
        address: &'a str,
        /// The words for it, or its name.
        words: &'a str,
    },
    /// Words that were gone over with a marker.
    Highlight(&'a str),
}

/// The first of these behind `from`, and where it stands.
pub fn next(text: &str, from: usize) -> Option<(Range<usize>, Found<'_>)> {
    let mut at = from;
    loop {
        at += memchr::memchr2(b'[', b'=', text.as_bytes().get(at..)?)?;
        let rest = &text[at..];
        let n_signs = rest.len() - rest.trim_start_matches(&rest[..1]).len();
        if n_signs == 2 {
            let before = text[..at].chars().next_back();
            let found = match &rest[..2] {
                "[[" => page(rest, before).map(|(length, found)| {
                    let is_embedded = before == Some('!');
                    (at - usize::from(is_embedded)..at + length, found)
                }),
                _ => highlight(rest, before).map(|(length, found)| (at..at + length, found)),
            };
            if found.is_some() {
                return found;
            }
        }
        at += n_signs;
    }
}

/// The link or image that `text` begins with, and its length.
fn page(text: &str, before: Option<char>) -> Option<(usize, Found<'_>)> {
    let near = &text[2..text.floor_char_boundary(MOST_BYTES)];
    let inner = &near[..near.find(['[', ']', '\n'])?];
    let is_closed = near[inner.len()..].starts_with("]]");
    let after = near[inner.len()..].chars().nth(2);
    let is_index = before.is_some_and(|before| before.is_alphanumeric() || "_)]".contains(before));
    if !is_closed || is_index || matches!(after, Some('(' | '[' | ']')) || !is_name(inner) {
        return None;
    }
    let (target, words) = inner.split_once('|').unwrap_or((inner, ""));
    let (target, words) = (target.trim(), words.trim());
    let length = inner.len() + 4;
    if before == Some('!') && is_image(target) {
        // What stands behind the bar may be a size.
        let is_size = words.chars().all(|c| c.is_ascii_digit() || c == 'x');
        let name = target.rsplit('/').next().unwrap_or(target);
        let words = if is_size { name } else { words };
        return Some((length, Found::Image { address: target, words }));
    }
    let shown = if words.is_empty() { target.trim_start_matches(['#', '^']) } else { words };
    Some((length, Found::Page { target, words: shown }))
}

/// Whether words in two pairs of brackets name a page: letters are in them, or the numbers of a day,
/// and no signs of programs.
fn is_name(inner: &str) -> bool {
    let first = inner.chars().next().unwrap_or(' ');
    let begins = first.is_alphanumeric() || !first.is_ascii() || "#/._@^".contains(first);
    let is_day = inner.len() >= 8 && inner.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let has_letters = inner.contains(|c: char| c.is_alphabetic() || !c.is_ascii());
    let is_bare = inner.trim() == inner && !inner.contains(['"', '=', '{', '<', '$']);
    begins && is_bare && (is_day || has_letters)
}

fn is_image(name: &str) -> bool {
    const ENDINGS: [&str; 9] = ["png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "tiff"];
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// The marked words that `text` begins with, and their length with the signs.
fn highlight(text: &str, before: Option<char>) -> Option<(usize, Found<'_>)> {
    let is_free = |side: Option<char>| side.is_none_or(|side| !side.is_alphanumeric());
    let inner = &text[2..];
    let end = memchr::memmem::find(inner.as_bytes(), b"==")?;
    let (words, after) = (&inner[..end], inner[end + 2..].chars().next());
    let touches = |side: Option<char>| side.is_some_and(|side| !side.is_whitespace());
    let is_marked = is_free(before)
        && is_free(after)
        && after != Some('=')
        && touches(words.chars().next())
        && touches(words.chars().next_back());
    is_marked.then_some((end + 4, Found::Highlight(words)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each that is found: where it leads, and what is read.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut at = 0;
        let mut found = Vec::new();
        while let Some((range, piece)) = next(text, at) {
            at = range.end;
            found.push(match piece {
                Found::Page { target, words } => format!("{target}>{words}"),
                Found::Image { address, words } => format!("{address}!{words}"),
                Found::Highlight(words) => format!("={words}"),
            });
        }
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn pages_and_images_are_found() {
        check("See [[Page]] and [[a/My Page|the words]].", &["Page>Page", "a/My Page>the words"]);
        check("[[#A Heading]], [[2022-03-09]]", &["#A Heading>A Heading", "2022-03-09>2022-03-09"]);
        check("![[a/flag.png]] ![[flag.PNG|300]]", &["a/flag.png!flag.png", "flag.PNG!flag.PNG"]);
        check("![[flag.png|A flag]] ![[Note]]", &["flag.png!A flag", "Note>Note"]);
        check("[[Was ist das?]] [[日本]]", &["Was ist das?>Was ist das?", "日本>日本"]);
    }

    #[test]
    fn what_programs_put_in_brackets_is_no_page() {
        check("if [[ -f x ]] then [[ $a == $b ]]", &[]);
        check("the matrix [[1, 2], [3, 4]] or [[1, 2]] or [[7]]", &[]);
        check("x[[i]] and [[:alpha:]] and [[deprecated(\"so\")]]", &[]);
        check("[[1]](http://x.org) and [[one] two]", &[]);
        check("[[never closed", &[]);
    }

    #[test]
    fn marked_words_are_found() {
        check("This is ==really so==, ==is it==?", &["=really so", "=is it"]);
        check("a == b and c == d, x==1 or y==2, ==> here ==>", &[]);
        check("=====\n== one ==", &[]);
    }

    #[test]
    fn no_repetition_takes_long() {
        for sign in ["[[", "==", "[[a", "==a ", "[[a|", "a==", "[[]]"] {
            check(&sign.repeat(100_000), &[]);
        }
    }
}
