//! Where a step through the text leads: a character, a word, a sentence, a paragraph on or back.
//!
//! In: an offset of a character. Out: the offset of another one; `None` where the text ends. Only
//! what can be seen is stepped to: the line ends inside and between blocks are passed over.

use crate::document::{Document, TextRange, sentence_around};
use unicode_segmentation::UnicodeSegmentation;

/// What a selection consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Characters, as readers count them.
    Character,
    /// Words with what is written into them, and the marks between them.
    Word,
    /// Sentences.
    Sentence,
    /// Paragraphs, and the other blocks of a text.
    Paragraph,
}

impl Unit {
    /// The next larger unit; after the largest, the smallest again.
    pub fn next(self) -> Self {
        match self {
            Self::Character => Self::Word,
            Self::Word => Self::Sentence,
            Self::Sentence => Self::Paragraph,
            Self::Paragraph => Self::Character,
        }
    }

    /// The name of several, in the reader's words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Character => "characters",
            Self::Word => "words",
            Self::Sentence => "sentences",
            Self::Paragraph => "paragraphs",
        }
    }

    /// The unit around the character at `offset`.
    pub fn around(self, document: &Document, offset: usize) -> TextRange {
        let line = line_at(document, offset);
        let at = offset.clamp(line.start(), line.end());
        match self {
            Self::Character => {
                let rest = &document[TextRange::new(at, line.end())];
                TextRange::new(at, at + rest.graphemes(true).next().map_or(0, str::len))
            }
            Self::Word => {
                let parts = document[line].split_word_bound_indices();
                let parts = parts.map(|(from, part)| {
                    TextRange::new(line.start() + from, line.start() + from + part.len())
                });
                parts.take_while(|part| part.start() <= at).last().unwrap_or(line)
            }
            Self::Sentence => {
                let one = Self::Character.around(document, offset);
                let sentence = sentence_around(document, one);
                TextRange::new(sentence.start(), sentence.end().max(one.end()))
            }
            Self::Paragraph => document.block_around(offset).map_or(line, |block| block.range),
        }
    }

    /// The first character of the next unit.
    pub fn after(self, document: &Document, offset: usize) -> Option<usize> {
        match self {
            Self::Character => {
                let end = self.around(document, offset).end();
                let line = line_at(document, offset);
                if end < line.end() {
                    return Some(end);
                }
                Some(line_after(document, line)?.start())
            }
            Self::Word => {
                let next = |start: &usize| *start > offset;
                words_from(document, offset).map(|word| word.start()).find(next)
            }
            Self::Sentence | Self::Paragraph => {
                let end = self.around(document, offset).end();
                (end..document.stretch_at(end).end()).find_map(|at| first_visible(document, at))
            }
        }
    }

    /// The last character of the unit before; of characters and words the first.
    pub fn before(self, document: &Document, offset: usize) -> Option<usize> {
        match self {
            Self::Character => last_before(document, offset),
            Self::Word => word_start_before(document, offset),
            Self::Sentence | Self::Paragraph => {
                last_before(document, self.around(document, offset).start())
            }
        }
    }

    /// The first character of the unit, or if `offset` is that, of the unit before.
    pub fn start_before(self, document: &Document, offset: usize) -> Option<usize> {
        let start = self.around(document, offset).start();
        if start < offset {
            return Some(start);
        }
        let before = self.before(document, offset)?;
        Some(self.around(document, before).start())
    }

    /// The last character of the unit, or if `offset` is that, of the next unit.
    pub fn end_after(self, document: &Document, offset: usize) -> Option<usize> {
        if self == Self::Word {
            let ends = words_from(document, offset).map(|word| last_of(document, word));
            return ends.into_iter().find(|end| *end > offset);
        }
        let end = last_of(document, self.around(document, offset));
        if end > offset {
            return Some(end);
        }
        let next = self.after(document, offset)?;
        Some(last_of(document, self.around(document, next)))
    }
}

/// The first character of the last one in `range`; its start if it is empty.
pub fn last_of(document: &Document, range: TextRange) -> usize {
    let trimmed = document[range].trim_end();
    let last = trimmed.graphemes(true).next_back().map_or(0, str::len);
    range.start() + trimmed.len() - last
}

/// The line of a block that `offset` is in: words never go on from one to the next.
fn line_at(document: &Document, offset: usize) -> TextRange {
    let Some(block) = document.block_around(offset) else { return TextRange::new(0, 0) };
    let (text, base) = (&document[block.range], block.range.start());
    let at = text.floor_char_boundary(offset.saturating_sub(base));
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    TextRange::new(base + start, base + end)
}

/// The next line that has anything on it.
fn line_after(document: &Document, line: TextRange) -> Option<TextRange> {
    let after = |line: &TextRange| {
        let next = line.end() + 1;
        (next < document.stretch_at(line.start()).end()).then(|| line_at(document, next))
    };
    std::iter::successors(after(&line), after).find(|line| !line.is_empty())
}

/// The line before that has anything on it.
fn line_before(document: &Document, line: TextRange) -> Option<TextRange> {
    let before = |line: &TextRange| {
        let before = line.start().checked_sub(1)?;
        (before >= document.stretch_at(line.start()).start()).then(|| line_at(document, before))
    };
    std::iter::successors(before(&line), before).find(|line| !line.is_empty())
}

/// `at`, if a character that is no blank begins there.
fn first_visible(document: &Document, at: usize) -> Option<usize> {
    let block = document.block_around(at)?;
    let text = document[block.range].get(at.checked_sub(block.range.start())?..)?;
    text.chars().next().filter(|first| !first.is_whitespace()).map(|_| at)
}

fn last_before(document: &Document, offset: usize) -> Option<usize> {
    let line = line_at(document, offset);
    if line.start() < offset {
        let before = &document[TextRange::new(line.start(), offset.min(line.end()))];
        let last = before.graphemes(true).next_back()?;
        return Some(line.start() + before.len() - last.len());
    }
    let line = line_before(document, line)?;
    let last = document[line].graphemes(true).next_back()?;
    Some(line.end() - last.len())
}

/// The words of the line of `offset` and of the lines after it.
fn words_from(document: &Document, offset: usize) -> impl Iterator<Item = TextRange> {
    let lines =
        std::iter::successors(Some(line_at(document, offset)), |line| line_after(document, *line));
    lines.flat_map(|line| words_of(document, line))
}

fn words_of(document: &Document, line: TextRange) -> impl Iterator<Item = TextRange> {
    document[line].unicode_word_indices().map(move |(from, word)| {
        TextRange::new(line.start() + from, line.start() + from + word.len())
    })
}

fn word_start_before(document: &Document, offset: usize) -> Option<usize> {
    let mut line = line_at(document, offset);
    loop {
        let starts = words_of(document, line).map(|word| word.start());
        if let Some(start) = starts.take_while(|start| *start < offset).last() {
            return Some(start);
        }
        line = line_before(document, line)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta};

    /// Steps through one text from its first character on; the places reached are marked by bars.
    #[track_caller]
    fn check(step: impl Fn(&Document, usize) -> Option<usize>, marked: &str, is_back: bool) {
        let plain = marked.replace('|', "");
        let mut builder = Builder::new();
        for block in plain.split("\n\n") {
            builder.add(BlockKind::Paragraph, block);
        }
        let document = builder.finish(Meta::default());
        let mut at = if is_back { document.end() - 1 } else { 0 };
        let mut reached = vec![];
        while let Some(next) = step(&document, at) {
            assert_ne!(next, at);
            reached.push(next);
            at = next;
        }
        // A blank line between blocks is one byte of the document.
        let mut expected = vec![];
        let mut offset = 0;
        for character in marked.replace("\n\n", "\n").chars() {
            match character {
                '|' => expected.push(offset),
                _ => offset += character.len_utf8(),
            }
        }
        if is_back {
            expected.reverse();
        }
        assert_eq!(reached, expected);
    }

    #[test]
    fn characters_are_what_readers_count() {
        let after = |document: &Document, at| Unit::Character.after(document, at);
        check(after, "e\u{301}|a\n\n|漢|字", false);
    }

    #[test]
    fn words_are_stepped_through_over_blanks_marks_and_blocks() {
        let after = |document: &Document, at| Unit::Word.after(document, at);
        check(after, "China’s “|great |power,”\n|said\n\n|he.", false);
        let before = |document: &Document, at| Unit::Word.start_before(document, at);
        check(before, "|China’s “|great |power,”\n|said\n\n|he", true);
    }

    #[test]
    fn the_end_of_a_word_is_its_last_letter() {
        let end = |document: &Document, at| Unit::Word.end_after(document, at);
        check(end, "China’|s “grea|t\n\npowe|r”.", false);
    }

    #[test]
    fn sentences_end_where_they_end_and_go_on_in_the_next_block() {
        let end = |document: &Document, at| Unit::Sentence.end_after(document, at);
        check(end, "He left|. She stayed, said Mr. Lee|.\n\nThey met|.", false);
        let start = |document: &Document, at| Unit::Sentence.start_before(document, at);
        check(start, "|He left. |She stayed.\n\n|They met.", true);
    }

    #[test]
    fn paragraphs_are_blocks() {
        let end = |document: &Document, at| Unit::Paragraph.end_after(document, at);
        check(end, "One. Two|.\n\nThree|.\n\nFour|.", false);
        let start = |document: &Document, at| Unit::Paragraph.start_before(document, at);
        check(start, "|One. Two.\n\n|Three.\n\n|Four.", true);
    }
}
