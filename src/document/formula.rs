//! Formulas between dollars, as TeX writes them: `$a_1 + b$`, and `$$…$$` for one that stands alone.
//!
//! Dollars are prices and variables of a shell as well. A formula touches both of its dollars, begins
//! behind no letter and ends before none that could begin a number or a name; so Pandoc and GitHub
//! tell them apart. It holds no signs of Markdown that no formula has.

use std::ops::Range;

/// A longer formula among words is none.
const MOST_BYTES: usize = 1000;

/// With these, a line begins a block of its own.
const BLOCK_SIGNS: [char; 7] = ['-', '*', '+', '#', '>', '|', '\\'];

/// The formulas in a text, their dollars included, in order. A dollar behind a backslash is none.
pub fn formulas(text: &str) -> Vec<Range<usize>> {
    let signs: Vec<Range<usize>> = signs(text).collect();
    let mut next_double = vec![None; signs.len()];
    for at in (1..signs.len()).rev() {
        next_double[at - 1] = if signs[at].len() == 2 { Some(at) } else { next_double[at] };
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = signs.get(at) {
        let close = match open.len() {
            1 => signs.get(at + 1).filter(|close| is_formula(text, open, close)).map(|_| at + 1),
            2 => next_double[at].filter(|close| is_display(text, open, &signs[*close])),
            _ => None,
        };
        if let Some(close) = close {
            found.push(open.start..signs[close].end);
        }
        at = close.unwrap_or(at) + 1;
    }
    found
}

/// The runs of dollars.
fn signs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + memchr::memchr(b'$', bytes.get(at..)?)?;
            at = start + bytes[start..].iter().take_while(|byte| **byte == b'$').count();
            let n_backslashes =
                bytes[..start].iter().rev().take_while(|byte| **byte == b'\\').count();
            match n_backslashes % 2 {
                0 => return Some(start..at),
                _ if at > start + 1 => return Some(start + 1..at),
                _ => {}
            }
        }
    })
}

fn is_formula(text: &str, open: &Range<usize>, close: &Range<usize>) -> bool {
    if close.len() != 1 || close.start - open.end > MOST_BYTES {
        return false;
    }
    let words = &text[open.end..close.start];
    let before = text[..open.start].chars().next_back();
    let after = text[close.end..].chars().next();
    let is_one = !words.contains(char::is_whitespace);
    let ends =
        after.is_none_or(|after| !after.is_alphanumeric() || is_one && after.is_alphabetic());
    !words.is_empty()
        && !words.starts_with(char::is_whitespace)
        && !words.ends_with(char::is_whitespace)
        && !before.is_some_and(char::is_alphanumeric)
        && ends
        && !["](", "**", "~~", "  \n"].iter().any(|sign| words.contains(sign))
        && words.lines().skip(1).all(|line| !line.trim_start().starts_with(BLOCK_SIGNS))
        && is_whole(words)
}

fn is_display(text: &str, open: &Range<usize>, close: &Range<usize>) -> bool {
    let words = &text[open.end..close.start];
    !words.trim().is_empty() && !words.contains("$$") && is_whole(words)
}

/// Whether all braces in a formula are closed in it, no dollar stands outside of them, and no blank
/// line parts it, but for what is left of the lines of its own dollars.
fn is_whole(words: &str) -> bool {
    let mut depth = 0_i32;
    let mut bytes = words.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'{' => depth += 1,
            b'}' => depth -= 1,
            b'$' if depth == 0 => return false,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    // A line of Markdown that one backslash ends is broken there; TeX has two.
    let mut lines = words.split('\n').rev().skip(1);
    let is_broken = lines.any(|line| {
        let line = line.trim_end_matches('\r');
        (line.len() - line.trim_end_matches('\\').len()) % 2 == 1
    });
    let blank = words.split('\n').skip(1).position(|line| line.trim().is_empty());
    depth == 0 && !is_broken && blank.is_none_or(|at| at + 2 == words.split('\n').count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = formulas(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn formulas_touch_their_dollars() {
        check(
            "$a_1 + b*c$, the $n$th ($x$) and $$E = mc^2$$.",
            &["$a_1 + b*c$", "$n$", "$x$", "$$E = mc^2$$"],
        );
        check("$$\n\\sum_i\n= \\text{if $x$}\n$$\n", &["$$\n\\sum_i\n= \\text{if $x$}\n$$"]);
        check("$a +\nb$ and $\\{ x \\}$", &["$a +\nb$", "$\\{ x \\}$"]);
    }

    #[test]
    fn prices_and_variables_are_words() {
        check("$5 and $6, $5-$10, US$5 **more** than HK$6", &[]);
        check("from A$100 [so](http://x.org/$) to NZ$20", &[]);
        check("echo $HOME and $PATH, \\$a\\$ or $ a $", &[]);
        check("($5) and ($6), $5 **and** 6$.", &[]);
        check("$a\n\nb$ $$a\n\nb$$", &[]);
        check("$$$a$$$ and $ $$ $$", &[]);
        check("$a{b$ c}", &[]);
    }

    #[test]
    fn no_repetition_takes_long() {
        for sign in ["$", "$$ ", "$a ", "\\$", "$$a\n\n", "$$a $b ", "a $"] {
            assert!(formulas(&sign.repeat(100_000)).len() <= 100_000);
        }
    }
}
