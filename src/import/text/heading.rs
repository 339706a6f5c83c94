//! Lines that are headings by their words.

/// Divisions that are named with a number, and their levels.
const DIVISIONS: &[(&str, u8)] = &[
    ("BOOK", 1),
    ("PART", 1),
    ("VOLUME", 1),
    ("ACT", 1),
    ("LIVRE", 1),
    ("PARTIE", 1),
    ("BUCH", 1),
    ("TEIL", 1),
    ("ЧАСТЬ", 1),
    ("CHAPTER", 2),
    ("CANTO", 2),
    ("STAVE", 2),
    ("LETTER", 2),
    ("SCENE", 2),
    ("CHAPITRE", 2),
    ("KAPITEL", 2),
    ("CAPÍTULO", 2),
    ("CAPITOLO", 2),
    ("ГЛАВА", 2),
    ("SECTION", 3),
];

/// Parts of a book that stand without a number.
const PARTS: &[&str] = &[
    "CONTENTS",
    "PREFACE",
    "FOREWORD",
    "INTRODUCTION",
    "PROLOGUE",
    "EPILOGUE",
    "AFTERWORD",
    "CONCLUSION",
    "APPENDIX",
    "GLOSSARY",
    "BIBLIOGRAPHY",
    "REFERENCES",
    "NOTES",
    "INDEX",
    "ACKNOWLEDGMENTS",
    "ACKNOWLEDGEMENTS",
    "ABSTRACT",
];

/// Numbers as books spell them.
const NUMBERS: &[&str] = &[
    "ONE",
    "TWO",
    "THREE",
    "FOUR",
    "FIVE",
    "SIX",
    "SEVEN",
    "EIGHT",
    "NINE",
    "TEN",
    "ELEVEN",
    "TWELVE",
    "THIRTEEN",
    "FOURTEEN",
    "FIFTEEN",
    "SIXTEEN",
    "SEVENTEEN",
    "EIGHTEEN",
    "NINETEEN",
    "TWENTY",
    "FIRST",
    "SECOND",
    "THIRD",
    "FOURTH",
    "FIFTH",
    "SIXTH",
    "SEVENTH",
    "EIGHTH",
    "NINTH",
    "TENTH",
    "LAST",
];

/// Longer lines are sentences.
const MAX_BYTES: usize = 120;

/// The same for the name of a part.
const PART_BYTES: usize = 40;

/// A numbered section heading: `2.3 Methods`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// How many numbers it has.
    pub depth: u8,
    /// The last of them.
    pub last: u32,
}

/// The level of a line such as `CHAPTER IV` or `Book Two: 1805`; `None` if it is none.
pub fn division(words: &str) -> Option<u8> {
    if words.len() > MAX_BYTES || !words.starts_with(char::is_uppercase) {
        return None;
    }
    let (name, rest) = words.split_once(' ')?;
    let is_named = |division: &str| {
        // Nearly every word differs in its first letter, which is a capital in both.
        division.as_bytes().first() == name.as_bytes().first()
            && name.chars().flat_map(char::to_uppercase).eq(division.chars())
    };
    let (_, level) = DIVISIONS.iter().find(|(division, _)| is_named(division))?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix("the ").or_else(|| rest.strip_prefix("THE ")).unwrap_or(rest);
    let (number, title) = rest.split_once(' ').unwrap_or((rest, ""));
    let bare = number.trim_end_matches(['.', ':', ',', ')', '—', '–', '-', ']']);
    let is_separated = bare.len() < number.len() || title.starts_with(['—', '–', '-', ':']);
    let is_title = title.is_empty() || is_separated || is_title_like(title);
    (is_number(bare) && is_title).then_some(*level)
}

/// Whether a heading tells the number of a chapter, and no more: `CHAPTER IV.`, `XII`.
pub fn is_untitled(words: &str) -> bool {
    let number = words.split_once(' ').filter(|_| division(words).is_some());
    number.is_some_and(|(_, number)| !number.contains(' ')) || is_numeral(words)
}

/// Whether a line is the name of a part of a book: `PREFACE`, `Contents`, `SECOND EPILOGUE`.
pub fn is_part(words: &str) -> bool {
    if words.len() > PART_BYTES || !words.starts_with(char::is_uppercase) {
        return false;
    }
    let name = words.split([':', '.']).next().unwrap_or(words).to_uppercase();
    let (number, last) = name.rsplit_once(' ').unwrap_or(("", &name));
    let is_whole = name.len() + 1 >= words.len();
    is_whole && PARTS.contains(&name.as_str())
        || PARTS.contains(&last) && NUMBERS.contains(&number)
        || is_contents(words)
}

/// Whether a line is the heading of a table of contents.
pub fn is_contents(words: &str) -> bool {
    let name = words.trim_end_matches(['.', ':']);
    name.eq_ignore_ascii_case("contents") || name.eq_ignore_ascii_case("table of contents")
}

/// Whether a line is only a Roman numeral.
pub fn is_numeral(words: &str) -> bool {
    let bare = words.trim_end_matches('.');
    // A lone C, D, L or M is more often an initial.
    roman(bare).is_some() && (bare.len() > 1 || matches!(bare, "I" | "V" | "X"))
}

/// The Arabic number that is all of a line.
pub fn lone_number(words: &str) -> Option<u32> {
    let bare = words.trim_end_matches('.');
    (bare.len() <= 3 && bare.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| bare.parse().ok())?
}

/// The numbers of a title-like line such as `1. Introduction` or `2.3 Methods`.
pub fn section(words: &str) -> Option<Section> {
    let (number, title) = words.split_once([' ', '\t'])?;
    let bare = number.strip_suffix('.').unwrap_or(number);
    let numbers: Option<Vec<u32>> = bare
        .split('.')
        .map(|part| (part.len() < 3 && !part.starts_with('0')).then(|| part.parse().ok())?)
        .collect();
    let numbers = numbers?;
    // “2 officers” is no section: a lone number needs its point or a wide blank.
    let is_marked = numbers.len() > 1 || number.ends_with('.') || title.starts_with(' ');
    let title = title.trim_start();
    (is_marked && is_title_like(title) && !title.contains("..") && !title.contains("   "))
        .then_some(Section { depth: numbers.len().min(6) as u8, last: *numbers.last()? })
}

/// Whether a short line is all in capitals.
pub fn is_all_capitals(words: &str) -> bool {
    if words.len() > MAX_BYTES || words.contains("   ") || !words.starts_with(char::is_alphanumeric)
    {
        return false;
    }
    let n_letters = words.chars().filter(|character| character.is_alphabetic()).count();
    let n_others = words.chars().filter(|c| !c.is_alphabetic() && !c.is_whitespace()).count();
    let is_capital = |character: char| !character.is_alphabetic() || character.is_uppercase();
    words.chars().count() <= 60
        && n_letters >= 3
        && n_letters > n_others
        && words.chars().all(is_capital)
        && !words.ends_with([',', ';', '!', '?', '-', '—', '”', '"'])
}

/// Whether a line could stand in a table of contents: a division, or words and a page number.
pub fn is_contents_line(words: &str) -> bool {
    division(words).is_some() || is_part(words) || ends_with_page(words)
}

/// Whether a line ends with leaders and a page number; without leaders it is a row of a table.
pub fn ends_with_page(words: &str) -> bool {
    let is_page = |c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x' | 'l' | 'c');
    if !words.ends_with(is_page) {
        return false;
    }
    let before = words.trim_end_matches(is_page);
    let is_paged = before.len() < words.len() && before.len() + 5 > words.len();
    let leader = before.trim_end();
    let is_led = ["..", ". .", "…"].iter().any(|end| leader.ends_with(end));
    is_paged && is_led && leader.contains(char::is_alphabetic)
}

fn is_title_like(title: &str) -> bool {
    title.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"‘'(`".contains(c))
        && title.chars().count() <= 60
        && title.split(' ').count() <= 10
        && !title.ends_with(['.', ',', ';', ':', '!', '?'])
}

fn is_number(word: &str) -> bool {
    let is_arabic = (1..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    is_arabic
        || roman(word).is_some()
        || roman(&word.to_uppercase()).is_some() && word.bytes().all(|b| b.is_ascii_lowercase())
        || word.split('-').all(|part| NUMBERS.contains(&part.to_uppercase().as_str()))
}

/// The value of a Roman numeral in capitals, up to 399.
fn roman(word: &str) -> Option<u32> {
    const SIGNS: [(&str, u32); 9] = [
        ("C", 100),
        ("XC", 90),
        ("L", 50),
        ("XL", 40),
        ("X", 10),
        ("IX", 9),
        ("V", 5),
        ("IV", 4),
        ("I", 1),
    ];
    let (mut rest, mut value) = (word, 0);
    for (sign, worth) in SIGNS {
        let most = if matches!(sign, "C" | "X" | "I") { 3 } else { 1 };
        for _ in 0..most {
            let Some(after) = rest.strip_prefix(sign) else { break };
            (rest, value) = (after, value + worth);
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_have_a_name_and_a_number() {
        assert_eq!(division("CHAPTER IV"), Some(2));
        assert_eq!(division("Chapter 4. The Storm"), Some(2));
        assert_eq!(division("BOOK ONE: 1805"), Some(1));
        assert_eq!(division("PART II"), Some(1));
        assert_eq!(division("Part the First"), Some(1));
        assert_eq!(division("CHAPTER TWENTY-ONE"), Some(2));
        assert_eq!(division("Part I of the agreement says that"), None);
        assert_eq!(division("Chapter and verse"), None);
        assert_eq!(division("Book two rooms"), None);
    }

    #[test]
    fn numerals_stand_alone() {
        assert!(is_numeral("XIV.") && is_numeral("I"));
        assert!(!is_numeral("C") && !is_numeral("IIII") && !is_numeral("MIX") && !is_numeral(""));
        assert_eq!(lone_number("12."), Some(12));
        assert_eq!(lone_number("1812"), None);
    }

    #[test]
    fn sections_are_numbered_titles() {
        assert_eq!(section("1. Introduction"), Some(Section { depth: 1, last: 1 }));
        assert_eq!(section("2.3 Methods"), Some(Section { depth: 2, last: 3 }));
        assert_eq!(section("1.  INTRODUCTION"), Some(Section { depth: 1, last: 1 }));
        assert_eq!(section("2 Russian officers"), None);
        assert_eq!(section("1. We went home."), None);
        assert_eq!(section("1. Introduction ....... 3"), None);
    }

    #[test]
    fn capitals_are_a_heading_and_shouting_is_none() {
        assert!(
            is_all_capitals("PROCLAMATION")
                && is_all_capitals("SEE ALSO")
                && is_all_capitals("ВОЙНА И МИР")
        );
        assert!(
            !is_all_capitals("NO!")
                && !is_all_capitals("“SILENCE”")
                && !is_all_capitals("A1 2")
                && !is_all_capitals("漢字")
        );
    }

    #[test]
    fn parts_of_a_book_need_no_number() {
        assert!(is_part("PREFACE") && is_part("Contents") && is_part("SECOND EPILOGUE"));
        assert!(!is_part("Notes on a journey"));
    }

    #[test]
    fn a_line_with_a_page_number_is_of_a_table_of_contents() {
        assert!(
            ends_with_page("1. Introduction ....... 3") && ends_with_page("The Mail . . . xii")
        );
        assert!(!ends_with_page("in 1812") && !ends_with_page("so on... 1812345"));
    }
}
