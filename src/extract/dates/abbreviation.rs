//! Abbreviations in dates: with stops, as `B.C.` and `Dec.`, and `Q3`.

use super::calendar::Era;
use super::lexicon::{Kind, class};

/// The abbreviation with stops that begins `text`, and its length.
pub fn abbreviation(text: &str) -> Option<(usize, Kind)> {
    let length =
        text.bytes().take(8).take_while(|byte| byte.is_ascii_alphabetic() || *byte == b'.').count();
    let word = &text[..length];
    let starts = |known: &str| {
        word.len() >= known.len()
            && word.as_bytes()[..known.len()].eq_ignore_ascii_case(known.as_bytes())
    };
    for (known, era) in [
        ("B.C.E.", Era::Before),
        ("B.C.", Era::Before),
        ("A.D.", Era::Common),
        ("C.E.", Era::Common),
    ] {
        if starts(known) {
            return Some((known.len(), Kind::Era(era)));
        }
    }
    if starts("a.m.") || starts("p.m.") {
        return Some((4, Kind::Clock));
    }
    let stop = word.find('.')?;
    let stem = &word[..=stop];
    if stem == "c." || stem == "ca." || stem == "Ca." {
        return Some((stem.len(), Kind::About));
    }
    let weekday =
        ["Mon.", "Tue.", "Wed.", "Thu.", "Fri.", "Sat.", "Sun."].iter().position(|known| {
            stem == *known
                || (stem.len() > 4
                    && stem.starts_with(&known[..3])
                    && ["Tues.", "Weds.", "Thur.", "Thurs."].contains(&stem))
        });
    if let Some(index) = weekday {
        return Some((stem.len(), Kind::Weekday(index as i8 + 1)));
    }
    // A full stop after a whole name ends a sentence.
    match class(stem.trim_end_matches('.')) {
        Kind::Month(5) => None,
        month @ Kind::Month(_) if stem.len() <= 5 && !matches!(stem, "June." | "July.") => {
            Some((stem.len(), month))
        }
        _ => None,
    }
}

/// `Q3`.
pub fn quarter(word: &str) -> Option<Kind> {
    match word.as_bytes() {
        [b'Q', digit @ b'1'..=b'4'] => Some(Kind::Quarter((digit - b'0') as i8)),
        _ => None,
    }
}
