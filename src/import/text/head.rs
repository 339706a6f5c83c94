//! The head of an article: title, dek, by-line, captions; and the frame of Project Gutenberg.

use super::heading;
use super::line::{Line, ends_sentence, ends_with_stop, opens_quotation, opens_sentence};
use super::marker::marker;
use super::note::{is_credit, is_note};
use super::shape::is_break;
use super::signature::{is_signature, signature};
use crate::document::{BlockId, CleanText, Meta, Precision, When, typed_date};

/// A longer line is no title.
const TITLE_COLUMNS: usize = 80;

/// A longer line is no dek.
const DEK_COLUMNS: usize = 200;

/// A longer line is no caption.
pub const CAPTION_COLUMNS: usize = 100;

/// How far the head of a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// Nothing was read but what may stand above a title.
    #[default]
    Start,
    /// The title was read.
    Titled,
    /// A sentence was read under the title, in this block, that may be the dek.
    Lead(BlockId),
    /// Captions and credits may follow, but no dek.
    Captions,
    /// The running text has begun.
    Body,
}

/// How many of these lines are a title: 0 if they are none.
///
/// A by-line in the second line is not counted.
pub fn title_lines(lines: &[Line]) -> usize {
    let is_title = |line: &Line| {
        let words = line.words();
        line.columns <= TITLE_COLUMNS
            && !line.signs.has_wide_gap
            && !line.signs.is_ruled
            && !line.signs.is_code
            && (!ends_with_stop(words) || words.ends_with(['?', '!', '…']))
            && !words.starts_with(['>', '*', '<', '[', '—', '–', '#', '`'])
            && marker(words).is_none()
            && heading::section(words).is_none()
            && heading::division(words).is_none()
            && !heading::is_part(words)
            && !is_break(words)
            && words.chars().any(char::is_alphanumeric)
    };
    match lines {
        [title] if is_title(title) && byline(title.words()).is_empty() => 1,
        [title, below] if is_title(title) && !signature(below.words()).0.is_empty() => 1,
        [title, below] if is_title(title) && is_title(below) && !is_producer(title.words()) => 2,
        _ => 0,
    }
}

/// Whether lines right under the title may be a dek: one sentence on one line.
///
/// A first paragraph may be one as well. What tells them apart is not its words: the source says so,
/// all of it is stressed, or the head of the article goes on under it ([`follows_dek`]).
pub fn may_be_dek(lines: &[Line]) -> bool {
    let [line] = lines else { return false };
    let words = line.words();
    line.columns <= DEK_COLUMNS
        && !words.starts_with('#')
        && words.split(' ').count() >= 4
        && opens_sentence(words)
        && !opens_quotation(words)
        && !words.ends_with([',', ';', ':', '-', '—'])
        && !line.signs.has_wide_gap
        && !line.signs.is_code
        && !is_signature(words)
        && !is_credit(words)
        && !is_note(words)
        && !is_dated(words)
        && !heading::is_all_capitals(words)
        && heading::division(words).is_none()
        && marker(words).is_none()
        && !has_two_sentences(words)
}

/// Whether these lines show that the sentence between the title and them is a dek: a by-line, the
/// day of publication, or a caption with its credit stand in no running text.
pub fn follows_dek(lines: &[Line]) -> bool {
    let has_signature = lines.iter().take(3).any(|line| is_signature(line.words()));
    has_signature && are_captions(lines) || are_credited(lines)
}

/// Whether each of these lines under the title is a caption, a credit or a by-line.
pub fn are_captions(lines: &[Line]) -> bool {
    let is_caption = |line: &Line| {
        let words = line.words();
        line.columns <= CAPTION_COLUMNS
            && (!ends_with_stop(words) || is_credit(words))
            && (opens_sentence(words) || !byline(words).is_empty())
            && !opens_quotation(words)
            && !line.signs.has_wide_gap
            && !line.signs.is_code
            && !line.signs.is_ruled
            && marker(words).is_none()
            && (!heading::is_all_capitals(words) || is_signature(words))
            && heading::division(words).is_none()
            && !is_break(words)
    };
    lines.len() <= 3 && lines.iter().all(is_caption)
}

/// Whether these lines between paragraphs can only be a caption: the last of them is a credit.
pub fn are_credited(lines: &[Line]) -> bool {
    lines.last().is_some_and(|line| is_credit(line.words())) && are_captions(lines)
}

/// The authors that a by-line names; empty if it is none.
pub fn byline(words: &str) -> Vec<&str> {
    let Some(names) = ["By ", "by ", "BY "].iter().find_map(|by| words.strip_prefix(by)) else {
        return Vec::new();
    };
    let names: Vec<&str> = names
        .split(", ")
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" & "))
        .map(|name| name.trim_start_matches("and ").trim())
        .collect();
    let are_names = names.len() <= 6 && names.iter().all(|name| is_author(name));
    let is_sentence = words.ends_with('.') && !words.ends_with("r.");
    if are_names && !is_sentence { names } else { Vec::new() }
}

/// Whether words are the name of a person, or of those who write for a paper together.
fn is_author(name: &str) -> bool {
    const PARTICLES: [&str; 10] = ["de", "von", "van", "der", "den", "la", "da", "di", "al", "bin"];
    const BODIES: [&str; 6] =
        ["Editors", "Editorial", "Staff", "Press", "Newsroom", "Correspondents"];
    // `BY THE SEA` is a title.
    const NO_NAMES: [&str; 7] = ["THE ", "A ", "AN ", "MY ", "HIS ", "HER ", "OUR "];
    let is_body = |word: &str| BODIES.iter().any(|body| body.eq_ignore_ascii_case(word));
    let is_body = name.split(' ').any(is_body);
    if !is_body && NO_NAMES.iter().any(|start| name.starts_with(start)) {
        return false;
    }
    let name = name.strip_prefix("the ").filter(|_| is_body).unwrap_or(name);
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase)
            || PARTICLES.contains(&word)
            || is_body && matches!(word, "of" | "the")
    };
    (1..=5).contains(&name.split(' ').count())
        && name.split(' ').all(is_word)
        && name.chars().all(|c| c.is_alphabetic() || ".’'- ".contains(c))
}

/// Whether a line is mostly a date: `March 9, 2022`, `Published on March 9, 2022`.
fn is_dated(words: &str) -> bool {
    let has_year = words
        .split(|c: char| !c.is_ascii_digit())
        .any(|number| number.len() == 4 && number.starts_with(['1', '2']));
    let is_told = ["Published", "Updated", "Posted", "First published", "Last modified"]
        .iter()
        .any(|start| words.starts_with(start));
    has_year && (is_told || words.split(' ').count() <= 5 && !ends_sentence(words))
}

/// The day that a line of the head says the article was published: `March 14, 2019`, `Published: 14
/// March 2019`.
pub fn published(words: &str) -> Option<When> {
    let told = ["Published", "First published", "Posted"]
        .iter()
        .find_map(|start| words.strip_prefix(start));
    let date = told.unwrap_or(words).trim_start_matches([':', ' ']);
    let date = date.strip_prefix("on ").unwrap_or(date);
    typed_date(date).ok().filter(|when| when.precision == Precision::Day)
}

/// Whether a capital follows a stop and a blank.
fn has_two_sentences(words: &str) -> bool {
    words.match_indices([' ']).any(|(at, _)| {
        let (before, after) = words.split_at(at);
        let last_word = before.rsplit(' ').next().unwrap_or("");
        // “U.S. Navy”, “Mr. Bloom” are no ends of sentences.
        let is_abbreviation = last_word.len() <= 3 || last_word.trim_end_matches('.').contains('.');
        ends_sentence(before)
            && !before.ends_with(':')
            && !is_abbreviation
            && opens_sentence(after.trim_start())
    })
}

fn is_producer(words: &str) -> bool {
    ["Produced by", "E-text prepared", "Transcribed", "This etext", "This eBook"]
        .iter()
        .any(|start| words.starts_with(start))
}

/// What the frame of a Project Gutenberg file has said so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Frame {
    /// The text is not from Project Gutenberg, as far as is known.
    #[default]
    None,
    /// The head of the frame is being read.
    Head,
    /// The text itself is being read.
    Text,
}

impl Frame {
    /// The frame after these words; `meta` takes the title and the authors that they name.
    pub fn read(self, words: &str, meta: &mut Meta) -> Self {
        if words.len() > 200 {
            return self;
        }
        let starts = words.starts_with("*** START OF") || words.starts_with("***START OF");
        match self {
            Self::None if words.contains("Project Gutenberg") => Self::Head,
            Self::Head if starts => Self::Text,
            Self::Head => {
                if let Some(title) = words.strip_prefix("Title: ") {
                    meta.title = Some(CleanText::line(title.trim()));
                } else if let Some(author) = words.strip_prefix("Author: ") {
                    meta.authors.push(CleanText::line(author.trim()));
                }
                self
            }
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines<'a>(text: &'a str) -> Vec<Line<'a>> {
        text.split('\n').map(Line::new).collect()
    }

    #[test]
    fn a_title_is_short_and_has_no_full_stop() {
        assert_eq!(title_lines(&lines("The Harbor’s Price")), 1);
        assert_eq!(title_lines(&lines("War and Peace\nA Novel")), 2);
        assert_eq!(title_lines(&lines("War and Peace\nBy Leo Tolstoy")), 1);
        assert_eq!(title_lines(&lines("Who Wins?")), 1);
        for text in ["It was a dark night.", "1. Introduction", "CHAPTER I", "- milk", "a\nb\nc"] {
            assert_eq!(title_lines(&lines(text)), 0, "{text}");
        }
    }

    #[test]
    fn a_dek_is_one_sentence() {
        assert!(may_be_dek(&lines("What one harbor says of all the others on the coast.")));
        assert!(may_be_dek(&lines("What the U.S. Navy did in May")));
        for text in [
            "He went. She stayed at home.",
            "By Jane Doe",
            "“So it is,” she said.",
            "March 9, 2022",
        ] {
            assert!(!may_be_dek(&lines(text)), "{text}");
        }
    }

    #[test]
    fn the_head_goes_on_under_a_dek() {
        for text in [
            "By Jane Doe",
            "March 14, 2019",
            "A flag with two faces\nGetty",
            "By Jane Doe\n14 March 2019",
        ] {
            assert!(follows_dek(&lines(text)), "{text}");
        }
        for text in
            ["A flag with two faces", "In 2019 it froze", "By the sea it was cold.", "- one"]
        {
            assert!(!follows_dek(&lines(text)), "{text}");
        }
    }

    #[test]
    fn a_credit_names_an_agency_or_a_photographer() {
        assert!(are_credited(&lines("A flag with images of two men\nGetty / The Paper")));
        assert!(are_credited(&lines("Photo: Jane Doe")));
        assert!(!are_credited(&lines("A flag with images of two men\nand one of a woman")));
    }

    #[test]
    fn a_byline_names_its_authors() {
        assert_eq!(byline("By Jane Doe"), ["Jane Doe"]);
        let day = |words| published(words).map(|when| when.edtf());
        assert_eq!(day("March 14, 2019").as_deref(), Some("2019-03-14"));
        assert_eq!(day("Published: 14 March 2019").as_deref(), Some("2019-03-14"));
        assert_eq!([day("March 2019"), day("In 2019"), day("2019")], [None, None, None]);
        assert_eq!(
            byline("by Jane Doe, John de Roe and Ann-Marie O’Hara"),
            ["Jane Doe", "John de Roe", "Ann-Marie O’Hara"]
        );
        assert_eq!(
            byline("By Ann Lee and the Editors of Time"),
            ["Ann Lee", "the Editors of Time"]
        );
        assert_eq!(byline("By The Associated Press"), ["The Associated Press"]);
        assert!(byline("By the Sea of Japan").is_empty() && byline("By the press").is_empty());
        assert!(
            byline("By the time he came").is_empty() && byline("By Monday it rained.").is_empty()
        );
    }

    #[test]
    fn the_frame_of_a_gutenberg_file_names_title_and_author() {
        let mut meta = Meta::default();
        let mut frame = Frame::default();
        for words in [
            "The Project Gutenberg eBook of Emma",
            "Title: Emma",
            "Author: Jane Austen",
            "*** START OF THE",
        ] {
            frame = frame.read(words, &mut meta);
        }
        assert_eq!(frame, Frame::Text);
        assert_eq!(meta.title.unwrap().as_str(), "Emma");
        assert_eq!(meta.authors[0].as_str(), "Jane Austen");
    }
}
