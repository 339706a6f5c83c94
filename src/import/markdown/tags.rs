//! The words of the HTML that stands in a Markdown text: its tags are dropped, their text is kept.

use std::borrow::Cow;

/// A piece of HTML.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words, their entities read.
    Words(Cow<'a, str>),
    /// The name of a tag, in lower case, and whether it opens.
    Tag(String, bool),
    /// The place has a name.
    Place(Cow<'a, str>),
    /// An image.
    Image {
        /// Its alternative text.
        words: Cow<'a, str>,
        /// Where it is.
        address: Cow<'a, str>,
    },
}

/// Hands over the pieces of some HTML, without comments, scripts and styles. Linear in its length.
pub fn each_piece<'a>(html: &'a str, mut take: impl FnMut(Piece<'a>)) {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        take_words(&rest[..at], &mut take);
        rest = &rest[at..];
        let Some(end) = end_of_tag(rest) else {
            // A bracket that opens no tag is one more sign.
            take_words(&rest[..1], &mut take);
            rest = &rest[1..];
            continue;
        };
        let tag = &rest[..end];
        rest = &rest[end..];
        let Some((name, opens)) = tag_name(tag) else { continue };
        if opens && matches!(name.as_str(), "script" | "style" | "template") {
            rest = behind(rest, &name);
            continue;
        }
        if opens && name == "img" {
            image(tag).into_iter().for_each(&mut take);
        }
        take(Piece::Tag(name, opens));
        place(tag).map(Piece::Place).into_iter().for_each(&mut take);
    }
    take_words(rest, &mut take);
}

/// Whether a tag ends a line of running text.
pub fn is_block(name: &str) -> bool {
    #[rustfmt::skip]
    const BLOCKS: [&str; 32] = [
        "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hr", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tr", "ul",
    ];
    BLOCKS.binary_search(&name).is_ok()
}

/// Whether some HTML holds a table, a list or code from the beginning to the end: what only HTML
/// itself tells the parts of. Of what goes on in the Markdown behind it, only the tags are read.
pub fn holds_structure(html: &str) -> bool {
    const STRUCTURES: [&str; 6] = ["blockquote", "dl", "ol", "pre", "table", "ul"];
    let mut n_open = [0; STRUCTURES.len()];
    let mut is_whole = true;
    let mut n_found = 0;
    each_piece(html, |piece| {
        let Piece::Tag(name, opens) = piece else { return };
        let Some(at) = STRUCTURES.iter().position(|known| *known == name) else { return };
        n_found += 1;
        n_open[at] += if opens { 1 } else { -1 };
        is_whole &= n_open[at] >= 0;
    });
    n_found > 0 && is_whole && n_open.iter().all(|n_open| *n_open == 0)
}

/// How many more elements of this name some HTML opens than it closes.
pub fn n_left_open(html: &str, name: &str) -> i32 {
    let mut n_open = 0;
    each_piece(html, |piece| match piece {
        Piece::Tag(found, opens) if found == name => n_open += if opens { 1 } else { -1 },
        _ => {}
    });
    n_open
}

fn take_words<'a>(words: &'a str, take: &mut impl FnMut(Piece<'a>)) {
    if !words.is_empty() {
        take(Piece::Words(decoded(words)));
    }
}

/// How long the tag or comment is that `html` begins with; `None` if it is none.
fn end_of_tag(html: &str) -> Option<usize> {
    if html.starts_with("<!--") {
        return Some(html.find("-->").map_or(html.len(), |end| end + 3));
    }
    let second = html[1..].chars().next()?;
    if !(second.is_ascii_alphabetic() || matches!(second, '/' | '!' | '?')) {
        return None;
    }
    // What is never closed is left out to the end, so that no tag is looked for twice.
    Some(html.find('>').map_or(html.len(), |end| end + 1))
}

fn tag_name(tag: &str) -> Option<(String, bool)> {
    let inner = tag.get(1..)?;
    let opens = !inner.starts_with('/');
    let inner = inner.trim_start_matches('/');
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    (end > 0).then(|| (inner[..end].to_ascii_lowercase(), opens))
}

/// What stands behind the end of an element whose content is not shown.
fn behind<'a>(html: &'a str, name: &str) -> &'a str {
    let is_end = |at: &usize| {
        let after = &html.as_bytes()[at + 2..];
        after.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    match html.match_indices("</").map(|(at, _)| at).find(is_end) {
        Some(at) => html[at..].find('>').map_or("", |end| &html[at + end + 1..]),
        None => "",
    }
}

/// The name that a tag gives to its place.
pub fn place(tag: &str) -> Option<Cow<'_, str>> {
    let (element, opens) = tag_name(tag)?;
    let named = || value(tag, " name=").filter(|_| element == "a");
    value(tag, " id=").or_else(named).filter(|name| opens && !name.is_empty())
}

/// An image that has an alternative text.
fn image(tag: &str) -> Option<Piece<'_>> {
    let words = value(tag, " alt=").filter(|words| !words.is_empty())?;
    Some(Piece::Image { words, address: value(tag, " src=").unwrap_or_default() })
}

/// The value of an attribute, which `key` names with what stands around its name.
fn value<'a>(tag: &'a str, key: &str) -> Option<Cow<'a, str>> {
    let value = &tag[tag.to_ascii_lowercase().find(key)? + key.len()..];
    let words = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next(),
        _ => value.split(|c: char| c.is_ascii_whitespace() || c == '>').next(),
    };
    Some(decoded(words.unwrap_or_default().trim()))
}

/// Text with its entities read. The named ones are those that prose has.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        // No name is longer; a text of ampersands is not searched from each of them to its end.
        let near = &rest[1..rest.floor_char_boundary(12)];
        let found = near.split_once(';').and_then(|(name, _)| Some((name, entity(name)?)));
        let (sign, length) = found.map_or(('&', 1), |(name, sign)| (sign, name.len() + 2));
        out.push(sign);
        rest = &rest[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return code.ok().map(|code| char::from_u32(code).unwrap_or('\u{fffd}'));
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "mdash" => '—',
        "ndash" => '–',
        "hellip" => '…',
        "lsquo" => '‘',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        "copy" => '©',
        "deg" => '°',
        "times" => '×',
        "middot" => '·',
        "bull" => '•',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of some HTML; a bar where a block ends or begins.
    #[track_caller]
    fn check(html: &str, expected: &str) {
        let mut shown = String::new();
        each_piece(html, |piece| match piece {
            Piece::Words(words) | Piece::Image { words, .. } => shown.push_str(&words),
            Piece::Tag(name, _) if is_block(&name) => shown.push('|'),
            Piece::Tag(..) | Piece::Place(_) => {}
        });
        assert_eq!(shown, expected);
    }

    #[test]
    fn tags_go_and_their_text_stays() {
        check("<p align=\"center\">one <b>two</b></p>", "|one two|");
        check("a <!-- not <b>this</b> --> b", "a  b");
        check("a <img src='x' alt='a &amp; b'> b", "a a & b b");
    }

    #[test]
    fn scripts_and_styles_are_not_shown() {
        check("one<script>if (a < b) {}</SCRIPT >two<style>p {}", "onetwo");
    }

    #[test]
    fn what_is_no_tag_is_text() {
        check("a < b &unknown; & c &#x41;&#0;", "a < b &unknown; & c A\0");
        check("a <b", "a ");
    }

    #[test]
    fn a_million_brackets_are_read_once() {
        for (sign, least) in [("<", 1_000_000), ("&", 1), ("<a", 0), ("<!--", 0), ("<script>", 0)] {
            let mut n_pieces = 0;
            each_piece(&sign.repeat(1_000_000), |_| n_pieces += 1);
            assert!((least..=least + 1).contains(&n_pieces), "{sign}: {n_pieces}");
        }
    }
}
