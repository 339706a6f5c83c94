//! Numbers in digits: read where a digit stands, and refused where they cannot be part of a date.
//!
//! Amounts (`$1995`, `1,850`), decimals, times, paths and product names (`747s`, `1080p`) are
//! skipped whole, so that no part of them is taken for a year.

use super::neighbor::word_before;

/// What follows the digits of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suffix {
    /// Nothing.
    None,
    /// `st`, `nd`, `rd` or `th`.
    Ordinal,
    /// `s`, as in `1950s`.
    Plural,
}

/// A number that could be part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The first digit.
    pub start: usize,
    /// One past the suffix.
    pub end: usize,
    /// The value, up to 9999.
    pub value: i16,
    /// From 1 to 4.
    pub n_digits: usize,
    /// What follows the digits.
    pub suffix: Suffix,
}

impl Number {
    /// The number whose first digit stands at `start`, and where to read on.
    ///
    /// `None` if it is part of something that is no date.
    pub fn read(text: &str, start: usize) -> (Option<Self>, usize) {
        let n_digits = digits(text, start);
        let digits_end = start + n_digits;
        if n_digits > 4 {
            return (None, rest_of_figure(text, digits_end));
        }
        if !is_free_before(&text[..start]) {
            return (None, rest_of_figure(text, digits_end));
        }
        let Some((suffix, end)) = suffix(text, digits_end) else {
            return (None, rest_of_figure(text, digits_end));
        };
        let value = text[start..digits_end].parse().unwrap_or(0);
        (Some(Self { start, end, value, n_digits, suffix }), end)
    }

    /// Whether it is digits alone.
    pub fn is_plain(&self) -> bool {
        self.suffix == Suffix::None
    }
}

/// Whether what stands before a number lets it be part of a date.
fn is_free_before(before: &str) -> bool {
    let Some(sign) = before.chars().next_back() else { return true };
    match sign {
        '.' => word_before(before, before.len()).is_any(&["c.", "ca."]),
        '$' | '£' | '€' | '¥' | '#' | '№' | '%' | '_' | '/' | '+' | '=' | '<' | '>' | '~' | ','
        | ':' | '−' | '@' | '&' | '*' | '^' => false,
        sign => !sign.is_alphanumeric(),
    }
}

/// The suffix after the digits and where the number ends; `None` if it is no number by itself.
fn suffix(text: &str, digits_end: usize) -> Option<(Suffix, usize)> {
    let after = &text[digits_end..];
    let letters: usize =
        after.chars().take(4).take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let suffix = match after[..letters].to_ascii_lowercase().as_str() {
        "" => Suffix::None,
        "s" => Suffix::Plural,
        "st" | "nd" | "rd" | "th" => Suffix::Ordinal,
        _ => return None,
    };
    let end = digits_end + letters;
    let mut next = text[end..].chars();
    let (sign, then) = (next.next(), next.next());
    let is_part = match sign {
        Some('.' | ',' | ':' | '/') => then.is_some_and(|c| c.is_ascii_digit()),
        Some('-' | '‑') => then.is_some_and(char::is_alphabetic),
        Some('%' | '°' | '′' | '″' | '"' | '_' | '@' | '$' | '€' | '£') => true,
        Some(sign) => sign.is_alphanumeric(),
        None => false,
    };
    // A straight mark after a number closes a quotation at the end of a word, unless it is inches.
    let is_quoted = sign == Some('"') && digits_end - digits_start(text, digits_end) == 4;
    (!is_part || is_quoted).then_some((suffix, end))
}

/// The end of the figure (`1,850.50`, `10:30`, `1080p`) that goes on at `at`.
fn rest_of_figure(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    loop {
        match bytes.get(end) {
            Some(byte) if byte.is_ascii_alphanumeric() => end += 1,
            Some(b'.' | b',' | b':' | b'/')
                if bytes.get(end + 1).is_some_and(u8::is_ascii_digit) =>
            {
                end += 1;
            }
            _ => return end,
        }
    }
}

fn digits(text: &str, start: usize) -> usize {
    text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_digit()).count()
}

fn digits_start(text: &str, end: usize) -> usize {
    end - text.as_bytes()[..end].iter().rev().take(5).take_while(|b| b.is_ascii_digit()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number in brackets is read so; without brackets the first one is refused.
    #[track_caller]
    fn check(marked: &str, expected: Option<(i16, Suffix)>) {
        let start = marked.find(|c: char| c.is_ascii_digit()).unwrap();
        let number = Number::read(marked, start).0;
        assert_eq!(number.map(|number| (number.value, number.suffix)), expected);
    }

    #[test]
    fn a_number_by_itself_is_read_with_its_suffix() {
        check("in 1949.", Some((1949, Suffix::None)));
        check("in 1949, then", Some((1949, Suffix::None)));
        check("the 1950s", Some((1950, Suffix::Plural)));
        check("the 19th", Some((19, Suffix::Ordinal)));
        check("c.1120", Some((1120, Suffix::None)));
        check("\"before 1949\"", Some((1949, Suffix::None)));
    }

    #[test]
    fn a_part_of_an_amount_or_a_name_is_refused() {
        for text in ["$1995", "1,850", "1500.5", "1080p", "A1949", "10:30", "20%", "12345"] {
            check(text, None);
        }
    }
}
