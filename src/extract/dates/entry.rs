//! Entries of a chronology: dates that stand alone above what happened, and what the date that opens
//! a block takes the place of.

use super::grammar::Grammar;
use super::phrase::{Form, Phrase};
use super::table::first_sentence;
use super::whole_date::{DATE_BYTES, leading_date, marker, whole_date};
use crate::document::{Block, BlockKind, Chunk, TextRange};
use std::ops::Range;

/// A date and the words that tell what happened then, which stand apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry<'a> {
    /// The words of the date.
    pub mention: TextRange,
    /// What they say.
    pub phrase: Phrase,
    /// Where the words stand that tell what happened.
    pub words: TextRange,
    /// What happened.
    pub told: &'a str,
}

/// Puts the date that opens a block as an entry in the place of what else its words were read as.
pub fn insert_opening(phrases: &mut Vec<Phrase>, opening: Phrase) {
    let Range { start, end } = opening.range;
    if phrases.first().is_none_or(|first| first.range.end < end || first.range.start > start) {
        phrases.retain(|phrase| phrase.range.start >= end);
        phrases.insert(0, opening);
    }
}

/// The entry of a block that is nothing but a date, told by the block behind it.
pub fn alone<'a>(grammar: &mut Grammar, chunk: &'a Chunk, block: &Block) -> Option<Entry<'a>> {
    let text = chunk.slice(block.range);
    let is_heading = matches!(block.kind, BlockKind::Heading { .. });
    if !(is_listed(block.kind) || is_heading) || text.len() > DATE_BYTES {
        return None;
    }
    let marker = marker(text);
    let phrase = whole_date(grammar, text[marker..].trim_end_matches([':', '.']))?;
    let next = chunk.blocks().get(chunk.blocks().n_from(block.range.start()))?;
    let words = chunk.slice(next.range);
    let is_inside = next.nesting.depth() > block.nesting.depth();
    let told = first_sentence(&words[super::whole_date::marker(words)..]);
    // Above the first paragraph stands the day of writing.
    let is_below = match is_heading {
        true => block.number > 0 || matches!(phrase.form, Form::Year | Form::Years | Form::Era),
        false => is_inside || block.number > 1,
    };
    let is_told = is_listed(next.kind)
        && is_below
        && leading_date(grammar, words).is_none()
        && whole_date(grammar, words).is_none()
        && !(is_heading && has_date(grammar, told));
    let start = next.range.start() + super::whole_date::marker(words);
    is_told.then(|| Entry {
        mention: TextRange::new(marker + phrase.range.start, marker + phrase.range.end)
            .shifted(block.range.start()),
        phrase,
        words: TextRange::new(start, start + told.len()),
        told,
    })
}

/// Whether a sentence tells its own date.
fn has_date(grammar: &mut Grammar, sentence: &str) -> bool {
    let mut phrases = Vec::new();
    grammar.read(sentence, false, &mut phrases);
    !phrases.is_empty()
}

/// Whether a block of this kind may be an entry.
pub fn is_listed(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Quotation | BlockKind::Item { .. })
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder, Document, Meta, Nesting};
    use crate::extract::extract;

    const ITEM: BlockKind = BlockKind::Item { hanging: 2 };

    fn document(blocks: &[(BlockKind, &str)]) -> Document {
        let mut builder = Builder::new();
        blocks.iter().for_each(|(kind, text)| builder.add(*kind, text));
        builder.finish(Meta::default())
    }

    #[track_caller]
    fn check_document(document: &Document, expected: &[(&str, &str)]) {
        let events = extract(document).events;
        let told: Vec<(String, &str)> = events
            .iter()
            .filter(|event| event.same_as.is_none())
            .map(|event| (event.when.edtf(), event.label.as_str()))
            .collect();
        let told: Vec<(&str, &str)> = told.iter().map(|(when, label)| (&**when, *label)).collect();
        assert_eq!(told, expected);
    }

    #[track_caller]
    fn check(kind: BlockKind, blocks: &[&str], expected: &[(&str, &str)]) {
        let blocks: Vec<(BlockKind, &str)> = blocks.iter().map(|text| (kind, *text)).collect();
        check_document(&document(&blocks), expected);
    }

    #[test]
    fn each_item_that_a_date_opens_is_an_event() {
        check(
            ITEM,
            &[
                "• 1969: Border clashes on the river.",
                "• March 1985 – A new secretary takes office.",
                "• 1991 – The union ends. The sailors sing.",
                "• 12 May 1066 — The harbor freezes.",
            ],
            &[
                ("1969", "Border clashes on the river"),
                ("1985-03", "A new secretary takes office"),
                ("1991", "The union ends"),
                ("1066-05-12", "The harbor freezes"),
            ],
        );
        check(
            ITEM,
            &["1. 1492 - The fleet sails.", "2. 1776: The towns rise against the crown."],
            &[("1492", "The fleet sails"), ("1776", "The towns rise against the crown")],
        );
    }

    #[test]
    fn an_entry_that_goes_on_is_one_event() {
        check(
            BlockKind::Paragraph,
            &["1914–1918: The long war. In 1916 the bridge fell.", "1922: The treaty is signed."],
            &[
                ("1914/1918", "The long war"),
                ("1916", "The bridge fell"),
                ("1922", "The treaty is signed"),
            ],
        );
    }

    #[test]
    fn one_line_with_a_number_before_it_is_no_entry() {
        check(
            BlockKind::Paragraph,
            &["1984: A novel of a state that sees all.", "It is long."],
            &[],
        );
        check(ITEM, &["• 1984: a novel.", "• The castle: another one."], &[]);
        check(
            ITEM,
            &["• 1200: screws with a head of brass, and 1500 – nails.", "• 14: pins."],
            &[],
        );
        check(ITEM, &["• 1. 2. 1: the version of May.", "• 1.3.0: the next version."], &[]);
    }

    #[test]
    fn numbers_before_what_does_not_happen_are_no_years() {
        for items in [
            &["• 1433: SQL Server", "• 1521: Oracle", "• 1883: MQTT"][..],
            &["1801: Conference room", "1802: Kitchen", "1810: Library, books and maps"],
            &["1982: Château Latour, aged in oak", "1990: Château Margaux", "1996: Pétrus"],
            &["1927 – Metropolis", "1949 – The Third Man", "1979 – Stalker"],
        ] {
            check(ITEM, items, &[]);
            check(BlockKind::Paragraph, items, &[]);
        }
        // A line alone is the heading of what happened in its year.
        let lines = ["They left.", "2004: The resistance", "In March they came."];
        let expected = [("2004", "The resistance"), ("2004-03", "They came")];
        check(BlockKind::Paragraph, &lines, &expected);
    }

    #[test]
    fn a_happening_may_be_named_without_a_verb() {
        check(
            ITEM,
            &["1066: Battle of Hastings", "1666: Great fire of London", "1648: First light"],
            &[],
        );
        check(
            ITEM,
            &["1066: Battle of Hastings", "1666: Great fire of London", "1712: First light"],
            &[
                ("1066", "Battle of Hastings"),
                ("1666", "Great fire of London"),
                ("1712", "First light"),
            ],
        );
    }

    #[test]
    fn a_work_with_its_year_in_brackets_is_no_event_of_a_list() {
        check(
            ITEM,
            &[
                "• Metropolis (1927)",
                "• The Third Man (1949), directed by Carol Reed",
                "• Great fire of London (1666)",
                "• The wall falls (1989)",
            ],
            &[("1666", "Great fire of London"), ("1989", "The wall falls")],
        );
        check(
            BlockKind::Paragraph,
            &["He saw Metropolis (1927) twice."],
            &[("1927", "Metropolis")],
        );
    }

    #[test]
    fn a_date_alone_is_told_by_the_words_behind_it() {
        let mut builder = Builder::new();
        for (date, words) in
            [("1991", "The union ends. The sailors sing."), ("c. 1066", "The harbor freezes.")]
        {
            builder.add(BlockKind::Paragraph, date);
            builder.begin(BlockKind::Paragraph, Nesting::default().in_item(2));
            builder.push_text(words);
            builder.end();
        }
        let document = builder.finish(Meta::default());
        check_document(&document, &[("1991", "The union ends"), ("1066~", "The harbor freezes")]);
        let events = extract(&document).events;
        assert_eq!(&document[events[0].mention], "1991");
        assert_eq!(&document[events[0].sentence], "The union ends.");
    }

    #[test]
    fn a_year_may_stand_before_its_month_or_day() {
        check(
            ITEM,
            &["1968, May: Students take the square.", "1971, 3 June: The treaty is signed."],
            &[("1968-05", "Students take the square"), ("1971-06-03", "The treaty is signed")],
        );
        check(
            ITEM,
            &["1968 May – Students take the square.", "1969: Man lands on the moon."],
            &[("1968-05", "Students take the square"), ("1969", "Man lands on the moon")],
        );
    }

    #[test]
    fn a_heading_that_is_a_date_is_told_by_the_words_below() {
        let heading = BlockKind::Heading { level: 2 };
        let blocks = [
            (BlockKind::Paragraph, "Notes on two wars."),
            (heading, "1776"),
            (BlockKind::Paragraph, "The towns rise against the crown. It rains."),
            (heading, "May 3"),
            (BlockKind::Paragraph, "The deputies vote."),
            (heading, "1812"),
            (BlockKind::Paragraph, "On 24 June the army crossed the river."),
        ];
        check_document(
            &document(&blocks),
            &[
                ("1776", "The towns rise against the crown"),
                ("1776-05-03", "The deputies vote"),
                ("1812", "1812"),
                ("1812-06-24", "The army crossed the river"),
            ],
        );
    }

    #[test]
    fn a_release_is_told_by_its_number() {
        let heading = BlockKind::Heading { level: 2 };
        let blocks = [
            (heading, "[2.3.0] - 2024-05-01"),
            (ITEM, "• Flags for colors, as in version 1900."),
            (heading, "2.2.0 – 2024-03-11"),
            (heading, "March 2021"),
        ];
        check_document(
            &document(&blocks),
            &[("2024-05-01", "2.3.0"), ("2024-03-11", "2.2.0"), ("2021-03", "March 2021")],
        );
    }

    #[test]
    fn the_day_of_writing_tells_nothing() {
        let lines = ["14 May 2021", "The river froze.", "15 May 2021", "It thawed at noon."];
        check(
            BlockKind::Paragraph,
            &lines,
            &[("2021-05-14", "14 May 2021"), ("2021-05-15", "It thawed at noon")],
        );
    }

    #[test]
    fn a_date_that_is_a_sentence_is_told_by_the_next_one() {
        let text = "It began so: 4 December 1820. The boy woke up late. 5 December 1820. He left.";
        let expected = [("1820-12-04", "It began"), ("1820-12-05", "He left")];
        check(BlockKind::Paragraph, &[text], &expected);
    }

    #[test]
    fn two_dates_alone_do_not_tell_each_other() {
        let lines = ["Notes", "1991", "1992", "The union ends."];
        check(BlockKind::Paragraph, &lines, &[("1991", "1991"), ("1992", "The union ends")]);
    }
}
