//! Words above and below the line, in the letters of a line: `10⁻³`, `x_(max value)`.
//!
//! Where each sign has a raised or lowered form, those are written; else `^` or `_` says what the
//! letters are, so that no number runs into the one before it. Ordinals and abbreviations (`1st`,
//! `Mme`), signs of notes and whole phrases are read as they stand.

use crate::document::raised_digit;

/// Longer words are a phrase that is set small.
const MOST_BYTES: usize = 24;

/// Words above the line; `before` is what stands right before them, as far as it matters.
pub fn raised(words: &str, before: &str) -> String {
    let trimmed = words.trim();
    if let Some(sign) = abbreviation(trimmed, before) {
        return sign.map_or_else(|| words.to_owned(), str::to_owned);
    }
    shifted(words, before, '^', raised_sign)
}

/// Words below the line; `before` is what stands right before them, as far as it matters.
pub fn lowered(words: &str, before: &str) -> String {
    shifted(words, before, '_', lowered_sign)
}

/// How much of what stands before matters, in bytes.
pub const BEFORE_BYTES: usize = 8;

fn shifted(words: &str, before: &str, mark: char, sign: fn(char) -> Option<char>) -> String {
    let trimmed = words.trim();
    let is_attached = before.ends_with(|c: char| c.is_alphanumeric() || ")]}’”\"".contains(c));
    let has_digit = trimmed.contains(|c: char| c.is_ascii_digit());
    if !(is_attached || has_digit) || trimmed.starts_with('[') {
        return words.to_owned();
    }
    if let Some(signs) = tight(trimmed).chars().map(sign).collect::<Option<String>>() {
        return signs;
    }
    let is_number = |c: char| c.is_ascii_digit() || ",; -–".contains(c);
    if has_digit && trimmed.chars().all(is_number) {
        // The numbers of several notes.
        let raise = |c: char| if c.is_ascii_digit() { sign(c).unwrap_or(c) } else { c };
        return trimmed.chars().map(raise).collect();
    }
    let is_phrase = trimmed.len() > MOST_BYTES || !trimmed.contains(char::is_alphanumeric);
    if is_phrase || !is_attached {
        return words.to_owned();
    }
    let is_one = trimmed.chars().nth(1).is_none();
    if is_one { format!("{mark}{trimmed}") } else { format!("{mark}({trimmed})") }
}

/// Words without the blanks around their signs: `n + 1` is one exponent, `1 2` are two notes.
fn tight(words: &str) -> String {
    let is_word = |part: Option<&str>, at_end: bool| {
        part.and_then(|part| if at_end { part.chars().next_back() } else { part.chars().next() })
            .is_some_and(char::is_alphanumeric)
    };
    let parts: Vec<&str> = words.split_whitespace().collect();
    let is_apart = |pair: &[&str]| {
        is_word(pair.first().copied(), true) && is_word(pair.last().copied(), false)
    };
    parts.join(if parts.windows(2).any(is_apart) { " " } else { "" })
}

/// Words above the line that are read as a part of the word before them: how they are written, or
/// `Some(None)` for as they stand.
fn abbreviation(words: &str, before: &str) -> Option<Option<&'static str>> {
    const ENGLISH: [&str; 4] = ["st", "nd", "rd", "th"];
    const ORDINALS: [&str; 15] = [
        "e", "er", "re", "ère", "ème", "eme", "ième", "ier", "nde", "de", "os", "as", "to", "vo",
        "mo",
    ];
    // Abbreviations of titles and the like, with the letters that they are of.
    const TITLES: [(&str, &str); 13] = [
        ("r", "DMJPS"),
        ("rs", "DM"),
        ("t", "S"),
        ("te", "S"),
        ("me", "M"),
        ("mes", "M"),
        ("lle", "M"),
        ("lles", "M"),
        ("gr", "M"),
        ("c", "M"),
        ("ie", "C"),
        ("os", "nN"),
        ("d", "B"),
    ];
    let last = before.chars().next_back()?;
    let is_title = |(title, letters): &(&str, &str)| *title == words && letters.contains(last);
    let is_numeral = last.is_ascii_digit() || last == '.' || "IVXLCDM".contains(last);
    match words {
        "TM" => Some(Some("™")),
        "SM" => Some(Some("℠")),
        "a" if last.is_ascii_digit() || last == '.' => Some(Some("ª")),
        "o" if last.is_ascii_digit() || ".nN".contains(last) => Some(Some("º")),
        _ if ENGLISH.iter().any(|end| words.eq_ignore_ascii_case(end)) => Some(None),
        _ if is_numeral && ORDINALS.contains(&words) => Some(None),
        _ => TITLES.iter().any(is_title).then_some(None),
    }
}

fn raised_sign(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => raised_digit(c)?,
        '+' => '⁺',
        '-' | '−' | '–' | '‐' => '⁻',
        '=' => '⁼',
        '(' => '⁽',
        ')' => '⁾',
        'n' => 'ⁿ',
        'i' => 'ⁱ',
        _ => return None,
    })
}

fn lowered_sign(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => char::from_u32('₀' as u32 + c.to_digit(10)?)?,
        '+' => '₊',
        '-' | '−' | '–' | '‐' => '₋',
        '=' => '₌',
        '(' => '₍',
        ')' => '₎',
        'a' => 'ₐ',
        'e' => 'ₑ',
        'o' => 'ₒ',
        'x' => 'ₓ',
        'h' => 'ₕ',
        'k' => 'ₖ',
        'l' => 'ₗ',
        'm' => 'ₘ',
        'n' => 'ₙ',
        'p' => 'ₚ',
        's' => 'ₛ',
        't' => 'ₜ',
        'i' => 'ᵢ',
        'j' => 'ⱼ',
        'r' => 'ᵣ',
        'u' => 'ᵤ',
        'v' => 'ᵥ',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_raised(before: &str, words: &str, expected: &str) {
        assert_eq!(raised(words, before), expected, "{before}^{words}");
    }

    #[test]
    fn an_exponent_is_raised() {
        check_raised("10", "-3", "⁻³");
        check_raised("10", "12", "¹²");
        check_raised("10", "−6", "⁻⁶");
        check_raised("a", "n+1", "ⁿ⁺¹");
        check_raised("a", "n + 1", "ⁿ⁺¹");
        check_raised("f", "(n)", "⁽ⁿ⁾");
        check_raised("Na", "+", "⁺");
        check_raised("", "14", "¹⁴");
    }

    #[test]
    fn what_has_no_raised_form_is_marked() {
        check_raised("a", "x+y", "^(x+y)");
        check_raised("A", "T", "^T");
        check_raised("10", "3.5", "^(3.5)");
        check_raised("2", "1/2", "^(1/2)");
        check_raised("12.3", "b", "^b");
    }

    #[test]
    fn ordinals_and_abbreviations_are_words() {
        for (before, words) in [
            ("1", "st"),
            ("2", "ND"),
            ("n", "th"),
            ("XIX", "e"),
            ("1", "er"),
            ("M", "me"),
            ("M", "c"),
        ] {
            check_raised(before, words, words);
        }
        check_raised("n", "o", "º");
        check_raised("1", "a", "ª");
        check_raised("Harbor", "TM", "™");
    }

    #[test]
    fn signs_and_numbers_of_notes_stay_apart() {
        check_raised("so", "*", "*");
        check_raised("so", "[3]", "[3]");
        check_raised("so", "1,2", "¹,²");
        check_raised("so", "1 2", "¹ ²");
        check_raised("", "a", "a");
        check_raised("so", "see the note on the next page", "see the note on the next page");
    }

    #[test]
    fn an_index_is_lowered() {
        for (words, expected) in
            [("2", "₂"), ("i", "ᵢ"), ("n+1", "ₙ₊₁"), ("max", "ₘₐₓ"), ("E", "_E"), ("b c", "_(b c)")]
        {
            assert_eq!(lowered(words, "x"), expected);
        }
        assert_eq!(lowered("set small", ""), "set small");
    }
}
