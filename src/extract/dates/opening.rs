//! What opens a block: the date of an entry of a chronology, or a number that is none.
//!
//! A year that opens a block needs no other license where blocks near it are opened by dates as
//! well and tell what happened; the numbers of ports, rooms and wines are no years.

use super::entry::is_listed;
use super::grammar::Grammar;
use super::happening::tells_happening;
use super::phrase::{Form, Phrase, Point};
use super::table::first_sentence;
use super::whole_date::leading_date;
use crate::document::{Block, BlockKind, Chunk, Day};

/// So many blocks before and behind are looked at for another date.
const N_NEAR: usize = 3;

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
    let mut listed = Vec::with_capacity(2 * N_NEAR + 1);
    let mut add = |beside: &Block| {
        let words = chunk.slice(beside.range);
        let date = leading_date(grammar, words)
            .filter(|_| is_listed(beside.kind) && beside.nesting == block.nesting);
        listed.extend(date.map(|date| (date, words)));
    };
    let is_heading = |beside: &Block| matches!(beside.kind, BlockKind::Heading { .. });
    let near = |indices: &mut dyn Iterator<Item = usize>| -> Vec<Block> {
        let blocks = indices.map_while(|index| chunk.blocks().get(index));
        blocks.take_while(|beside| !is_heading(beside)).collect()
    };
    near(&mut (at.saturating_sub(N_NEAR)..at).rev()).iter().rev().for_each(&mut add);
    add(block);
    near(&mut (at + 1..=at + N_NEAR)).iter().for_each(&mut add);
    if listed.len() == 1 {
        return Opening::Words;
    }
    let is_chronology = phrase.form != Form::Year || {
        let told = |(phrase, text): &&(Phrase, &str)| {
            tells_happening(first_sentence(&text[phrase.range.end..]))
        };
        let alone = listed.iter().filter(|(phrase, _)| phrase.form == Form::Year);
        let years = alone.filter_map(|(phrase, _)| fixed_start(phrase));
        (years.clone().is_sorted() || years.rev().is_sorted())
            && listed.iter().filter(told).count() * 2 >= listed.len()
    };
    if is_chronology { Opening::Date(phrase) } else { Opening::Number }
}

/// The first day of a date that is said in full.
fn fixed_start(phrase: &Phrase) -> Option<Day> {
    let Point::Fixed(when) = phrase.point else { return None };
    when.first
}
