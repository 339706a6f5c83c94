//! What stands before a list item.

/// The last letter with a stop that an item may have: `h.`.
const MOST_STOPPED: u32 = 8;

/// The mark of a list item at the start of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marker {
    /// Its kind, and its place in the list if it tells it.
    pub class: Class,
    /// Columns of the mark and of one blank behind it.
    pub columns: usize,
}

/// The kind of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// `-`, `*`, `•` and the like.
    Bullet,
    /// `1.`, `1)`, `(1)` or `[1]`, with the number.
    Number(u32),
    /// `a)`, `(a)`, `(iv)`.
    Letter,
    /// `a.`, with the place of the letter in the alphabet.
    Stopped(u32),
}

impl Class {
    /// Whether an item of class `next` may follow in the same list.
    pub fn is_followed_by(self, next: Self) -> bool {
        match (self, next) {
            (Self::Number(this), Self::Number(next))
            | (Self::Stopped(this), Self::Stopped(next)) => next == this.saturating_add(1),
            _ => self == next,
        }
    }

    /// Whether a list may begin with it.
    pub fn is_first(self) -> bool {
        !matches!(self, Self::Number(number) | Self::Stopped(number) if number > 1)
    }
}

/// The mark at the start of `words`, if a word follows it.
pub fn marker(words: &str) -> Option<Marker> {
    let mark_end = words.find([' ', '\t'])?;
    let (mark, rest) = words.split_at(mark_end);
    let n_blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    let class = class(mark, n_blanks)?;
    // Dashes as bullets are left out: in many languages they open speech.
    let columns = mark.chars().count() + 1;
    (rest.len() > n_blanks).then_some(Marker { class, columns })
}

fn class(mark: &str, n_blanks: usize) -> Option<Class> {
    if matches!(mark, "-" | "*" | "+" | "•" | "·" | "‣" | "◦" | "▪" | "●" | "○" | "■")
    {
        return Some(Class::Bullet);
    }
    // A bullet of nroff(1); with one blank it may be a word.
    if mark == "o" && n_blanks > 1 {
        return Some(Class::Bullet);
    }
    let bracketed = mark
        .strip_prefix('(')
        .and_then(|mark| mark.strip_suffix(')'))
        .or_else(|| mark.strip_prefix('[').and_then(|mark| mark.strip_suffix(']')));
    let inner = bracketed.or_else(|| mark.strip_suffix(')')).or_else(|| mark.strip_suffix('.'))?;
    if is_digits(inner) {
        return inner.parse().ok().map(Class::Number);
    }
    let is_letter = inner.len() == 1 && inner.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_roman =
        (1..=5).contains(&inner.len()) && inner.bytes().all(|byte| b"ivx".contains(&byte));
    if mark.ends_with('.') {
        // What stands behind other letters is a page, a line, a year.
        let place = u32::from(inner.as_bytes().first()?.wrapping_sub(b'a')) + 1;
        return (is_letter && place <= MOST_STOPPED).then_some(Class::Stopped(place));
    }
    (is_letter || is_roman).then_some(Class::Letter)
}

fn is_digits(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Option<(Class, usize)>) {
        assert_eq!(marker(words).map(|marker| (marker.class, marker.columns)), expected);
    }

    #[test]
    fn marks_are_told_from_words() {
        check("- a", Some((Class::Bullet, 2)));
        check("•  a", Some((Class::Bullet, 2)));
        check("12. a", Some((Class::Number(12), 4)));
        check("(3) a", Some((Class::Number(3), 4)));
        check("(iv) a", Some((Class::Letter, 5)));
        check("b) a", Some((Class::Letter, 3)));
        check("b. a", Some((Class::Stopped(2), 3)));
    }

    #[test]
    fn what_only_looks_like_a_mark_is_none() {
        for words in
            ["-a", "- ", "-", "1812. It was", "J. Smith", "p. 12", "o so", "— Da", "*Hollow"]
        {
            check(words, None);
        }
    }
}
