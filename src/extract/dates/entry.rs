//! Entries of a chronology: blocks that a date opens, and dates that stand alone above what happened.
//!
//! A year that opens a block needs no other license where blocks near it are opened by dates as
//! well and tell what happened; one line such as `1984: a novel` is of no year, nor are the numbers
//! of ports, rooms and wines.

use super::grammar::Grammar;
use super::happening::tells_happening;
use super::phrase::{Form, Phrase, Point};
use super::table::first_sentence;
use crate::document::{Block, BlockKind, Chunk, Day, TextRange, is_raised};
use std::ops::Range;

/// No date is longer, in bytes.
const DATE_BYTES: usize = 48;

/// So many blocks before and behind are looked at for another date.
const N_NEAR: usize = 3;

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

/// What opens a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Opening {
    /// Words of the text.
    Words,
    /// A date, as an entry of a chronology has it, in bytes of the block: `1969: words`.
    Date(Phrase),
    /// A number that could be a year and of which nothing says that it is one: `1433: SQL Server`.
    Number,
}

/// What opens a block: a date, if a block near it is opened by one as well. A year alone, as any
/// number may be one, needs years near it that rise or fall, and words that tell what happened.
pub fn opening(grammar: &mut Grammar, chunk: &Chunk, block: &Block) -> Opening {
    if !is_listed(block.kind) {
        return Opening::Words;
    }
    let text = chunk.slice(block.range);
    let Some(phrase) = leading_date(grammar, text) else { return Opening::Words };
    let at = chunk.blocks().n_from(block.range.start()) - 1;
    let near = (at.saturating_sub(N_NEAR)..=at + N_NEAR).filter(|index| *index != at);
    let mut listed = vec![(at, phrase.clone(), text)];
    for index in near {
        let Some(beside) = chunk.blocks().get(index) else { continue };
        let words = chunk.slice(beside.range);
        if is_listed(beside.kind)
            && beside.nesting == block.nesting
            && let Some(phrase) = leading_date(grammar, words)
        {
            listed.push((index, phrase, words));
        }
    }
    listed.sort_by_key(|(index, ..)| *index);
    let is_chronology = phrase.form != Form::Year || {
        let told = |(_, phrase, text): &&(usize, Phrase, &str)| {
            tells_happening(first_sentence(&text[phrase.range.end..]))
        };
        let alone = listed.iter().filter(|(_, phrase, _)| phrase.form == Form::Year);
        let years = alone.filter_map(|(_, phrase, _)| fixed_start(phrase));
        (years.clone().is_sorted() || years.rev().is_sorted())
            && listed.iter().filter(told).count() * 2 >= listed.len()
    };
    if listed.len() > 1 && is_chronology { Opening::Date(phrase) } else { Opening::Number }
}

/// The first day of a date that is said in full.
fn fixed_start(phrase: &Phrase) -> Option<Day> {
    let Point::Fixed(when) = phrase.point else { return None };
    when.first
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
    let told = first_sentence(&words[self::marker(words)..]);
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
    let start = next.range.start() + self::marker(words);
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

fn is_listed(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Quotation | BlockKind::Item { .. })
}

/// The date before the first colon or dash that words follow.
fn leading_date(grammar: &mut Grammar, text: &str) -> Option<Phrase> {
    const SIGNS: &[&str] = &[": ", " – ", " — ", " - ", " -- ", "—", ":\n"];
    let head = &text[..text.floor_char_boundary(DATE_BYTES)];
    if !head.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let start = marker(head);
    let ends = (start..head.len()).filter(|at| head.is_char_boundary(*at)).filter(|at| {
        let sign = SIGNS.iter().find(|sign| text[*at..].starts_with(**sign));
        let rest = sign.map(|sign| text[at + sign.len()..].trim_start());
        rest.is_some_and(|rest| {
            rest.starts_with(|c: char| c.is_alphabetic() || "“\"‘(".contains(c))
        })
    });
    let phrase = ends.take(2).find_map(|end| whole_date(grammar, &text[start..end]))?;
    Some(shifted(phrase, start as isize))
}

/// Where the words begin behind the marker of an item: `• `, `- `, `12. `, `(3) `.
fn marker(text: &str) -> usize {
    let rest = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = text.len() - rest.len();
    let n_digits = rest.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let is_number = (1..=3).contains(&n_digits)
        && rest[n_digits..].starts_with([')', '.'])
        && rest[n_digits + 1..].starts_with(' ');
    start + if is_number { n_digits + 2 } else { 0 }
}

/// The date that `text` is, aside from the words that lead it and the marks of footnotes.
pub fn whole_date(grammar: &mut Grammar, text: &str) -> Option<Phrase> {
    plain_date(grammar, text).or_else(|| year_first(grammar, text))
}

/// `1968, May`, `1971, 3 June`: a year, and the day or month behind it.
fn year_first(grammar: &mut Grammar, text: &str) -> Option<Phrase> {
    let start = text.find(|c: char| !c.is_whitespace())?;
    let (year, rest) = text[start..].split_at_checked(4)?;
    let rest = rest.strip_prefix([',', ' '])?.trim();
    let is_year = year.bytes().all(|byte| byte.is_ascii_digit());
    let phrase = plain_date(grammar, &format!("{rest} {year}")).filter(|_| is_year)?;
    let is_whole = phrase.range == (0..rest.len() + 1 + year.len());
    let is_day = matches!(phrase.form, Form::Day | Form::Days | Form::Month | Form::Season);
    let end = start + text[start..].trim_end().len();
    (is_whole && is_day).then_some(Phrase { range: start..end, joint: None, ..phrase })
}

fn plain_date(grammar: &mut Grammar, text: &str) -> Option<Phrase> {
    /// Behind it a year or a month needs nothing else to be one.
    const LED_BY: &str = "in ";
    if text.len() > DATE_BYTES || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let led = format!("{LED_BY}{text}");
    let mut phrases = Vec::new();
    grammar.read(&led, false, &mut phrases);
    let [phrase] = &phrases[..] else { return None };
    let Range { start, end } = phrase.range.clone();
    let is_alone = start >= LED_BY.len()
        && is_empty(&led[LED_BY.len()..start], &["about", "around", "by", "in", "on", "the"])
        && is_empty(&led[end..], &["onward", "onwards", "present", "today"]);
    let is_date = !matches!(
        phrase.form,
        Form::DayOfMonth | Form::Weekday | Form::Named | Form::Deictic | Form::Anaphoric
    );
    (is_alone && is_date).then(|| shifted(phrase.clone(), -(LED_BY.len() as isize)))
}

/// Whether there is nothing but these words, signs, and marks of footnotes: `¹`, `[2]`.
fn is_empty(text: &str, words: &[&str]) -> bool {
    let text = text.split('[').next().unwrap_or(text);
    text.split(|c: char| !c.is_alphanumeric() || is_raised(c))
        .filter(|word| !word.is_empty())
        .all(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

fn shifted(phrase: Phrase, by: isize) -> Phrase {
    let moved = |range: &Range<usize>| {
        range.start.wrapping_add_signed(by)..range.end.wrapping_add_signed(by)
    };
    Phrase { range: moved(&phrase.range), joint: phrase.joint.as_ref().map(moved), ..phrase }
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
