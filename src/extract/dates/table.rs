//! Tables that tell what happened when: of each row, the cell that says when and the words beside.
//!
//! In: the text of a table. Out: its [`Row`]s that tell an event. A column is one of dates if its
//! name says so or tells what happened, or if it is the first one and holds nothing but dates. Beside
//! it there have to be columns of words: a table of years and figures is a statistic.

use super::cells::cells;
use super::column::{Column, Dated, is_words, words_columns};
use super::grammar::Grammar;
use super::happened_column;
use super::happening::tells_happening;
use super::phrase::{Form, Phrase};
use crate::document::{BlockKind, sentences};
use std::ops::Range;

/// A row that tells an event; ranges are in bytes of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The cell that says when.
    pub date: Range<usize>,
    /// What it says, in bytes of the cell.
    pub phrase: Phrase,
    /// The cell that says most of what happened.
    pub words: Range<usize>,
    /// What happened.
    pub told: String,
}

/// A cell of fewer words tells what happened together with the others of its row, as long as these
/// have no more words than a label.
const FEW_WORDS: usize = 3;
const N_WORDS: usize = 12;

/// The rows of a table that tell an event.
pub fn rows(grammar: &mut Grammar, kind: BlockKind, text: &str) -> Vec<Row> {
    let lines = cells(kind, text);
    let has_header = matches!(kind, BlockKind::Table { has_header: true, .. });
    let first = lines.first().map_or(&[][..], |line| &line[..]);
    let named = first.iter().position(|cell| is_date_name(&text[cell.clone()]));
    let happened = happened_column::rows(grammar, text, &lines);
    if named.is_none() && !happened.is_empty() {
        return happened;
    }
    // A column of dates has another name than the dates; of a table set with blanks the first line
    // is the header if it is no row.
    let body = &lines[usize::from((has_header || named.is_some()) && !lines.is_empty())..];
    let finer = named
        .map(|index| index + 1)
        .filter(|index| first.get(*index).is_some_and(|cell| is_date_name(&text[cell.clone()])));
    let column = Column { index: named.unwrap_or(0), is_named: named.is_some(), finer };
    let Some(dates) = column.dates(grammar, text, body) else { return Vec::new() };
    let told = words_columns(text, body, column);
    if !column.is_named && !is_chronicle(text, body, &dates, &told) {
        return Vec::new();
    }
    let main = told.iter().copied().max_by_key(|index| n_letters(text, body, *index));
    let Some(main) = main else { return Vec::new() };
    let row = |(line, date): (&Vec<Range<usize>>, Option<Dated>)| {
        let date = date?;
        let whole = line.get(main).filter(|cell| is_words(&text[(*cell).clone()]));
        let part = told.iter().filter_map(|index| line.get(*index));
        let words = whole.or_else(|| part.clone().find(|cell| is_words(&text[(*cell).clone()])))?;
        let all: Vec<&str> =
            part.map(|cell| &text[cell.clone()]).filter(|words| is_words(words)).collect();
        let joined = all.join(", ");
        let own = &text[words.clone()];
        let is_short = own.split_whitespace().count() < FEW_WORDS
            && joined.split_whitespace().count() <= N_WORDS;
        let told = if is_short { joined } else { own.to_owned() };
        Some(Row { date: date.cell, phrase: date.phrase, words: words.clone(), told })
    };
    body.iter().zip(dates).filter_map(row).collect()
}

/// Whether a column without a name is one of dates: what has numbers before it that may be years has
/// to tell what happened, in half of the rows.
fn is_chronicle(
    text: &str,
    lines: &[Vec<Range<usize>>],
    dates: &[Option<Dated>],
    told: &[usize],
) -> bool {
    let is_number =
        |date: &Option<Dated>| date.as_ref().is_some_and(|date| date.phrase.form == Form::Year);
    let tells = |line: &&Vec<Range<usize>>| {
        let words = told.iter().filter_map(|index| line.get(*index));
        words.into_iter().any(|cell| tells_happening(first_sentence(&text[cell.clone()])))
    };
    !dates.iter().any(is_number) || lines.iter().filter(tells).count() * 2 >= lines.len()
}

/// The first sentence of the words of an event.
pub fn first_sentence(words: &str) -> &str {
    sentences(words).next().map_or(words, |sentence| &words[sentence])
}

/// Whether a column of this name holds dates: `Year`, `Release date`.
fn is_date_name(name: &str) -> bool {
    const NAMES: &[&str] =
        &["date", "dates", "period", "reign", "reigned", "tenure", "when", "year", "years"];
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let n_words = words.clone().count();
    n_words <= 3 && words.any(|word| NAMES.iter().any(|name| word.eq_ignore_ascii_case(name)))
}

fn n_letters(text: &str, lines: &[Vec<Range<usize>>], index: usize) -> usize {
    lines.iter().filter_map(|line| line.get(index)).map(|cell| text[cell.clone()].len()).sum()
}

#[cfg(test)]
pub(super) mod tests {
    use crate::document::{Alignments, BlockKind, Builder, Document, Meta, Nesting};
    use crate::extract::extract;

    fn table(has_header: bool, lines: &[&str]) -> Document {
        let mut builder = Builder::new();
        let kind = BlockKind::Table { has_header, alignments: Alignments::NONE };
        builder.begin(kind, Nesting::default());
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                builder.next_row();
            }
            for (index, cell) in line.split('|').enumerate() {
                if index > 0 {
                    builder.next_cell();
                }
                builder.push_text(cell.trim());
            }
        }
        builder.finish(Meta::default())
    }

    /// The date, its words and the label of each event.
    fn told(document: &Document) -> Vec<(String, String, String)> {
        let events = extract(document).events;
        let heads = events.iter().filter(|event| event.same_as.is_none());
        let told = heads.map(|event| {
            let words = document[event.mention].to_owned();
            (event.when.edtf(), words, event.label.as_str().to_owned())
        });
        told.collect()
    }

    #[track_caller]
    pub fn check(lines: &[&str], expected: &[(&str, &str, &str)]) {
        let told = told(&table(true, lines));
        let told: Vec<(&str, &str, &str)> =
            told.iter().map(|(when, words, label)| (&**when, &**words, &**label)).collect();
        assert_eq!(told, expected);
    }

    #[test]
    fn each_row_with_a_date_is_an_event_told_by_the_words_beside() {
        check(
            &[
                "Year | Event",
                "1066 | The Normans land at Pevensey.",
                "12 March 1985 | A new secretary takes office",
                "c. 1990 | Talks begin",
                "unknown | A bridge is built",
                "1914–1918 | War on the river",
            ],
            &[
                ("1066", "1066", "The Normans land at Pevensey"),
                ("1985-03-12", "12 March 1985", "A new secretary takes office"),
                ("1990~", "c. 1990", "Talks begin"),
                ("1914/1918", "1914–1918", "War on the river"),
            ],
        );
    }

    #[test]
    fn a_column_of_periods_may_begin_before_the_common_era() {
        check(
            &[
                "Period | Event",
                "27 BC – AD 14 | Augustus rules the empire",
                "14–37 | Tiberius rules the empire",
                "3rd century | The empire nearly falls apart",
                "476 | The last emperor is deposed",
            ],
            &[
                ("-0026/0014", "27 BC – AD 14", "Augustus rules the empire"),
                ("0014/0037", "14–37", "Tiberius rules the empire"),
                ("02XX", "3rd century", "The empire nearly falls apart"),
                ("0476", "476", "The last emperor is deposed"),
            ],
        );
        // Without an era they may be anything.
        check(&["Period | Task", "14–37 | Fold the paper", "38–40 | Cut the edges"], &[]);
    }

    #[test]
    fn a_day_in_figures_is_read_as_the_other_cells_are() {
        check(
            &[
                "Date | Event",
                "9/11/2001 | Planes hit the towers",
                "12/25/2001 | The church bells ring",
            ],
            &[
                ("2001-09-11", "9/11/2001", "Planes hit the towers"),
                ("2001-12-25", "12/25/2001", "The church bells ring"),
            ],
        );
        check(
            &["Date | Event", "9/11/2001 | Planes hit the towers", "4/5/2003 | A dam breaks"],
            &[("2001", "9/11/2001", "Planes hit the towers"), ("2003", "4/5/2003", "A dam breaks")],
        );
    }

    #[test]
    fn a_column_of_dates_may_stand_behind_the_words() {
        check(
            &[
                "Bridge | Opening date | Length",
                "North Pier | 1931 | 2,021 m",
                "Toll Gate | May 1940 | 90 m",
            ],
            &[("1931", "1931", "North Pier"), ("1940-05", "May 1940", "Toll Gate")],
        );
    }

    #[test]
    fn a_day_is_of_the_year_in_the_cell_before_or_above_it() {
        check(
            &[
                "Year | Date | Event",
                "1991 | 21 August | The coup fails",
                " | 25 December | The president resigns",
                "1992 | | Prices are set free",
            ],
            &[
                ("1991-08-21", "21 August", "The coup fails"),
                ("1991-12-25", "25 December", "The president resigns"),
                ("1992", "1992", "Prices are set free"),
            ],
        );
    }

    #[test]
    fn short_cells_tell_together() {
        check(
            &["Year | Winner | Place", "1930 | Uruguay | Montevideo", "1934 | Italy | Rome"],
            &[("1930", "1930", "Uruguay, Montevideo"), ("1934", "1934", "Italy, Rome")],
        );
    }

    #[test]
    fn a_first_column_of_nothing_but_dates_needs_no_name() {
        let lines = ["1969 | Border clashes on the river", "1972 | A visit to the capital"];
        let found = told(&table(false, &lines));
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].2, "Border clashes on the river");
        let lines = ["1200 | Screws with a flat head", "1500 | Screws with a round head"];
        assert_eq!(told(&table(false, &lines)), []);
        let lines = ["1801 | Conference room", "1802 | Kitchen", "1810 | Library"];
        assert_eq!(told(&table(false, &lines)), []);
        let lines = ["1969 | Border clashes on the river", "Total | A visit to the capital"];
        assert_eq!(told(&table(false, &lines)), []);
    }

    #[test]
    fn a_statistic_tells_no_events() {
        check(&["Year | Population | Births", "1990 | 2,021 | 14 %", "1991 | 2,040 | 12 %"], &[]);
        check(&["Year | Growth | Mood", "1990 | 2.1 % | low", "1991 | 3.0 % | high"], &[]);
        check(&["Country | 1990 | 2000", "Norway | 2,021 | 1984", "Sweden | 1,850 | 1999"], &[]);
        check(&["Item | Price", "Lamp with a green shade | 1,995", "Chair of oak | 2010"], &[]);
        check(&["Chapter | Page", "How the river froze | 1812", "The thaw | 1830"], &[]);
        check(&["Year | 1990 | 2000", "Towns with a harbor | 12 | 14"], &[]);
    }

    #[test]
    fn two_rows_of_one_date_are_two_events() {
        check(
            &["Date | Event", "1991 | The parliament votes", "1991 | A wall falls"],
            &[("1991", "1991", "The parliament votes"), ("1991", "1991", "A wall falls")],
        );
    }

    #[test]
    fn rows_set_with_blanks_are_read_as_well() {
        let mut builder = Builder::new();
        let lines = "Year    Event\n1969    Border clashes on the river\n1972    A visit";
        builder.add(BlockKind::Tabular, lines);
        let document = builder.finish(Meta::default());
        let labels: Vec<String> = told(&document).into_iter().map(|(_, _, label)| label).collect();
        assert_eq!(labels, ["Border clashes on the river", "A visit"]);
    }

    #[test]
    fn a_row_is_shown_by_the_cell_of_its_words() {
        let document = table(true, &["Date | Event", "1991 | A wall falls. It was old."]);
        let events = extract(&document).events;
        assert_eq!(&document[events[0].sentence], "A wall falls. It was old.");
    }

    #[test]
    fn a_table_of_nothing_is_read() {
        for lines in [&[""][..], &["|"], &["Year"], &["Year | Event"], &["Year", "1990", "| | |"]] {
            assert_eq!(told(&table(true, lines)), []);
        }
    }
}
