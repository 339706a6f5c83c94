//! Named eras: `the Cold War`, `the Renaissance`.
//!
//! In: the words of a block. Out: phrases that are periods and no dates; they stand beneath the
//! axis. The years are the conventional ones of encyclopedias, and so only about.

use super::phrase::{Form, Phrase, Point};
use super::word::{Gap, Word};
use crate::document::When;
use std::ops::Range;

/// Appends the eras named in `text`, whose words are `words`, to `phrases`.
pub fn find_eras(text: &str, words: &[Word], phrases: &mut Vec<Phrase>) {
    for (index, word) in words.iter().enumerate() {
        if !word.is_capital {
            continue;
        }
        let Some((name, years, length)) = era_at(text, word) else { continue };
        // One word is the name of an era only with its article.
        let is_led = name.contains(' ') || is_after_the(text, words, index);
        let Some(when) = When::parse(years).ok().filter(|_| is_led) else { continue };
        phrases.push(Phrase {
            range: word.start..word.start + length,
            point: Point::Fixed(when.about()),
            offset: None,
            part: None,
            joint: None,
            is_bound: true,
            is_about: true,
            form: Form::Named,
        });
    }
}

fn is_after_the(text: &str, words: &[Word], index: usize) -> bool {
    let before = index.checked_sub(1).map(|before| &words[before]);
    words[index].gap == Gap::Blank
        && before.is_some_and(|word| text[word.start..word.end].eq_ignore_ascii_case("the"))
}

/// The longest name of an era that begins with `word`.
fn era_at(text: &str, word: &Word) -> Option<(&'static str, &'static str, usize)> {
    let rest = &text[word.start..];
    let first = &text[word.start..word.end];
    let initial = usize::from(first.as_bytes()[0].wrapping_sub(b'A'));
    ERAS[INITIALS.get(initial)?.clone()]
        .iter()
        .filter(|(name, _)| name.starts_with(first))
        .filter_map(|(name, years)| Some((*name, *years, matched(rest, name)?)))
        .max_by_key(|(name, ..)| name.len())
}

/// The length of `name` at the start of `text`, with either apostrophe and any blank.
fn matched(text: &str, name: &str) -> Option<usize> {
    let mut rest = text.chars();
    for letter in name.chars() {
        let found = rest.next()?;
        let is_same = found == letter
            || (letter == '’' && found == '\'')
            || (letter == ' ' && found.is_whitespace());
        if !is_same {
            return None;
        }
    }
    let goes_on = rest.clone().next().is_some_and(|c| c.is_alphanumeric() || c == '-');
    (!goes_on).then(|| text.len() - rest.as_str().len())
}

/// The eras that begin with each letter.
const INITIALS: [Range<usize>; 26] = {
    let mut initials = [const { 0..0 }; 26];
    let mut index = 0;
    while index < ERAS.len() {
        let initial = (ERAS[index].0.as_bytes()[0] - b'A') as usize;
        if initials[initial].end == 0 {
            initials[initial].start = index;
        }
        index += 1;
        initials[initial].end = index;
    }
    initials
};

/// The eras with their years in EDTF, sorted.
const ERAS: &[(&str, &str)] = &[
    ("Age of Discovery", "1418/1620"),
    ("Age of Enlightenment", "1685/1815"),
    ("American Civil War", "1861/1865"),
    ("American Revolution", "1765/1783"),
    ("Arab Spring", "2010/2012"),
    ("Belle Époque", "1871/1914"),
    ("Black Death", "1346/1353"),
    ("Boer War", "1899/1902"),
    ("Boxer Rebellion", "1899/1901"),
    ("Bronze Age", "-3300/-1200"),
    ("Chinese Civil War", "1927/1949"),
    ("Civil Rights Movement", "1954/1968"),
    ("Cold War", "1947/1991"),
    ("Crimean War", "1853/1856"),
    ("Crusades", "1095/1291"),
    ("Cultural Revolution", "1966/1976"),
    ("Edo period", "1603/1868"),
    ("Edwardian era", "1901/1910"),
    ("Elizabethan era", "1558/1603"),
    ("English Civil War", "1642/1651"),
    ("Enlightenment", "1685/1815"),
    ("First World War", "1914/1918"),
    ("Franco-Prussian War", "1870/1871"),
    ("French Revolution", "1789/1799"),
    ("Gilded Age", "1870/1900"),
    ("Great Depression", "1929/1939"),
    ("Great Leap Forward", "1958/1962"),
    ("Great Recession", "2007/2009"),
    ("Great Terror", "1936/1938"),
    ("Great War", "1914/1918"),
    ("Gulf War", "1990/1991"),
    ("Han dynasty", "-0201/0220"),
    ("Holocaust", "1941/1945"),
    ("Hundred Years’ War", "1337/1453"),
    ("Industrial Revolution", "1760/1840"),
    ("Iron Age", "-1200/-0500"),
    ("Jazz Age", "1920/1929"),
    ("Korean War", "1950/1953"),
    ("Meiji Restoration", "1868/1889"),
    ("Meiji era", "1868/1912"),
    ("Middle Ages", "0476/1492"),
    ("Ming dynasty", "1368/1644"),
    ("Napoleonic Wars", "1803/1815"),
    ("Opium Wars", "1839/1860"),
    ("Peloponnesian War", "-0430/-0403"),
    ("Progressive Era", "1896/1917"),
    ("Prohibition", "1920/1933"),
    ("Punic Wars", "-0263/-0145"),
    ("Qing dynasty", "1644/1912"),
    ("Reformation", "1517/1648"),
    ("Renaissance", "1350/1600"),
    ("Roman Republic", "-0508/-0026"),
    ("Russian Civil War", "1917/1922"),
    ("Russo-Japanese War", "1904/1905"),
    ("Second World War", "1939/1945"),
    ("Seven Years’ War", "1756/1763"),
    ("Song dynasty", "0960/1279"),
    ("Soviet era", "1922/1991"),
    ("Spanish Civil War", "1936/1939"),
    ("Taiping Rebellion", "1850/1864"),
    ("Tang dynasty", "0618/0907"),
    ("Third Reich", "1933/1945"),
    ("Thirty Years’ War", "1618/1648"),
    ("Troubles", "1968/1998"),
    ("Victorian era", "1837/1901"),
    ("Vietnam War", "1955/1975"),
    ("Weimar Republic", "1918/1933"),
    ("World War I", "1914/1918"),
    ("World War II", "1939/1945"),
    ("World War One", "1914/1918"),
    ("World War Two", "1939/1945"),
];

#[cfg(test)]
mod tests {
    use super::super::word::read_words;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let (mut words, mut phrases) = (Vec::new(), Vec::new());
        read_words(text, &mut words);
        find_eras(text, &words, &mut phrases);
        let names: Vec<&str> = phrases.into_iter().map(|phrase| &text[phrase.range]).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn eras_are_sorted_by_their_initials_and_have_years() {
        assert!(ERAS.is_sorted_by_key(|(name, _)| name.chars().next()));
        assert!(ERAS.iter().all(|(_, years)| When::parse(years).is_ok()));
    }

    #[test]
    fn the_longest_name_counts() {
        check("After World War II and the Cold War came peace.", &["World War II", "Cold War"]);
        check("The French Revolutionary calendar; Cold Warriors.", &[]);
        check("The Thirty Years' War ended.", &["Thirty Years' War"]);
    }

    #[test]
    fn one_word_needs_its_article() {
        check("The Renaissance ended. Renaissance Capital did not.", &["Renaissance"]);
    }
}
