//! The head of an article: title, dek, by-line, captions; and the frame of Project Gutenberg.

use super::heading;
use super::line::{Line, ends_sentence, ends_with_stop, opens_quotation, opens_sentence};
use super::marker::marker;
use super::note::{is_credit, is_note};
use super::shape::is_break;
use super::signature::{is_signature, signature};
use super::signer::is_old;
use crate::document::{BlockId, CleanText, Meta, When};
use crate::import::credit::{begins_credit, byline, people_alone};

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
    /// A sentence was read under the title that may be the dek.
    Lead(Lead),
    /// Captions and credits may follow, but no dek.
    Captions,
    /// The running text has begun.
    Body,
}

/// What under the title may be the dek, or names people: what stands under it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lead {
    /// The block of the sentence that may be the dek.
    pub dek: Option<BlockId>,
    /// The writer speaks of himself in it, as in a diary.
    pub is_personal: bool,
    /// The block that names people and nothing else.
    pub people: Option<BlockId>,
}

impl Lead {
    /// The sentence of these words in a block.
    pub fn new(block: BlockId, words: &str) -> Self {
        Self { dek: Some(block), is_personal: is_personal(words), people: None }
    }

    /// A block that names people: they are the authors if the day stands under them.
    pub fn of_people(block: BlockId) -> Self {
        Self { dek: None, is_personal: false, people: Some(block) }
    }
}

/// What stands under a sentence that may be the dek.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Below {
    /// The head of the article goes on: the sentence is the dek.
    Head,
    /// The names of people: it goes on if the day stands under them.
    People,
    /// The running text.
    Text,
}

/// How many of these lines are a title: 0 if they are none. Behind it, in the same lines, may stand
/// what else is in the head of an article.
pub fn title_lines(lines: &[Line]) -> usize {
    let signed = lines.iter().skip(1).position(|line| is_signature(line.words()));
    match (lines, signed.map(|at| at + 1)) {
        ([title], _) if is_title(title) && byline(title.words()).is_empty() => 1,
        (_, Some(n_above)) if are_captions(&lines[n_above..]) => title_above(&lines[..n_above]),
        ([title, below], None)
            if is_title(title) && is_title(below) && !is_producer(title.words()) =>
        {
            2
        }
        _ => 0,
    }
}

/// How many lines above a by-line are the title; the last one may be the dek, or name people.
fn title_above(lines: &[Line]) -> usize {
    // A line that was full may go on in the next one.
    const FULL_COLUMNS: usize = 50;
    let is_dek = |line: &Line, before: &Line| {
        may_be_dek(std::slice::from_ref(line)) && before.columns < FULL_COLUMNS
            || !people_alone(line.words()).is_empty()
    };
    match lines {
        [title] if is_title(title) => 1,
        [title, dek] if is_title(title) && is_dek(dek, title) => 1,
        [title, more] if is_title(title) && is_title(more) => 2,
        [title, more, dek] if is_title(title) && is_title(more) && is_dek(dek, more) => 2,
        _ => 0,
    }
}

fn is_title(line: &Line) -> bool {
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
}

/// Whether lines right under the title may be a dek: one sentence on one line.
///
/// A first paragraph may be one as well. What tells them apart is not its words: the source says so,
/// all of it is stressed, or the head of the article goes on under it ([`below_dek`]).
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
        && !begins_credit(words)
        && !is_credit(words)
        && !is_note(words)
        && !is_dated(words)
        && !heading::is_all_capitals(words)
        && heading::division(words).is_none()
        && marker(words).is_none()
        && !has_two_sentences(words)
}

/// What these lines under a sentence say of it: a by-line, the day of publication, or a caption with
/// its credit stand in no running text. A day alone may be that of an entry in a diary.
pub fn below_dek(is_personal: bool, lines: &[Line]) -> Below {
    let has_people = lines.iter().any(|line| !people_alone(line.words()).is_empty());
    let is_signed = lines.iter().take(3).map(|line| signature(line.words())).any(|signature| {
        let is_sure =
            |day: When| has_people || !signature.is_day_alone || !is_personal && !is_old(day);
        !signature.names.is_empty() || signature.published.is_some_and(is_sure)
    });
    if is_signed && are_captions(lines) || are_credited(lines) {
        return Below::Head;
    }
    match lines {
        [line] if !people_alone(line.words()).is_empty() => Below::People,
        _ => Below::Text,
    }
}

/// Whether a line is a by-line or a credit, under which the dek may stand as under the title.
pub fn is_of_head(words: &str) -> bool {
    is_signature(words) || is_credit(words)
}

/// Whether a writer speaks of himself at the beginning of a sentence.
pub fn is_personal(words: &str) -> bool {
    ["I ", "I’", "I'", "We ", "My "].iter().any(|start| words.starts_with(start))
}

/// Whether each of these lines under the title is a caption, a credit or a by-line.
pub fn are_captions(lines: &[Line]) -> bool {
    let has_day = || lines.iter().any(|line| signature(line.words()).published.is_some());
    let is_caption = |line: &Line| {
        let words = line.words();
        line.columns <= CAPTION_COLUMNS
            && (is_signature(words)
                || !people_alone(words).is_empty() && lines.len() > 1 && has_day()
                || (!ends_with_stop(words) || is_credit(words))
                    && opens_sentence(words)
                    && !opens_quotation(words)
                    && !line.signs.has_wide_gap
                    && !line.signs.is_code
                    && !line.signs.is_ruled
                    && marker(words).is_none()
                    && !heading::is_all_capitals(words)
                    && heading::division(words).is_none()
                    && !is_break(words))
    };
    lines.len() <= 3 && lines.iter().all(is_caption)
}

/// Whether these lines between paragraphs can only be a caption: the last of them is a credit.
pub fn are_credited(lines: &[Line]) -> bool {
    lines.last().is_some_and(|line| is_credit(line.words())) && are_captions(lines)
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
        assert_eq!(title_lines(&lines("The Risk\nBy Jane Doe\nMarch 3, 2021")), 1);
        assert_eq!(title_lines(&lines("The Risk\nJane Doe\nMarch 3, 2021")), 1);
        assert_eq!(title_lines(&lines("THE RISK\nHow it came and what it cost\nBy Jane Doe")), 1);
        assert_eq!(title_lines(&lines("War and Peace\nA Novel\nby Leo Tolstoy")), 2);
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
            assert_eq!(below_dek(false, &lines(text)), Below::Head, "{text}");
        }
        assert_eq!(below_dek(false, &lines("Jane Doe")), Below::People);
        assert_eq!(below_dek(true, &lines("Jane Doe\n14 March 2019")), Below::Head);
        for text in [
            "A flag with two faces",
            "In 2019 it froze",
            "By the sea it was cold.",
            "- one",
            "March 14, 1919",
        ] {
            assert_eq!(below_dek(false, &lines(text)), Below::Text, "{text}");
        }
        assert_eq!(below_dek(true, &lines("March 14, 2019")), Below::Text);
    }

    #[test]
    fn a_credit_names_an_agency_or_a_photographer() {
        assert!(are_credited(&lines("A flag with images of two men\nGetty / The Paper")));
        assert!(are_credited(&lines("Photo: Jane Doe")));
        assert!(!are_credited(&lines("A flag with images of two men\nand one of a woman")));
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
