//! Tables that tell what happened when: of each row, the cell that says when and the words beside.
//!
//! In: the text of a table. Out: its [`Row`]s that tell an event. A column is one of dates if its
//! name says so, or if it is the first one and holds nothing but dates. Beside it there have to be
//! columns of words: a table of years and figures is a statistic.

use super::cells::cells;
use super::entry::whole_date;
use super::grammar::Grammar;
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

/// Of so many cells of a column that has the name of a date, or is to be one of words, this part
/// has to be one.
const MOST: (usize, usize) = (2, 3);

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
    // A column of dates has another name than the dates; of a table set with blanks the first line
    // is the header if it is no row.
    let body = &lines[usize::from((has_header || named.is_some()) && !lines.is_empty())..];
    let finer = named
        .map(|index| index + 1)
        .filter(|index| first.get(*index).is_some_and(|cell| is_date_name(&text[cell.clone()])));
    let column = Column { index: named.unwrap_or(0), is_named: named.is_some(), finer };
    let Some(dates) = column.dates(grammar, text, body) else { return Vec::new() };
    let told = words_columns(text, body, column);
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

/// The first sentence of the words of an event.
pub fn first_sentence(words: &str) -> &str {
    sentences(words).next().map_or(words, |sentence| &words[sentence])
}

/// Whether a column of this name holds dates: `Year`, `Release date`.
fn is_date_name(name: &str) -> bool {
    const NAMES: &[&str] = &["date", "dates", "period", "when", "year", "years"];
    let mut words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let n_words = words.clone().count();
    n_words <= 3 && words.any(|word| NAMES.iter().any(|name| word.eq_ignore_ascii_case(name)))
}

/// A column that may hold dates.
#[derive(Debug, Clone, Copy)]
struct Column {
    index: usize,
    is_named: bool,
    /// The column of days beside one of years.
    finer: Option<usize>,
}

/// A cell that is a date.
#[derive(Debug, Clone)]
struct Dated {
    cell: Range<usize>,
    phrase: Phrase,
}

impl Column {
    /// The date of each line, if the column is one of dates.
    fn dates(
        self,
        grammar: &mut Grammar,
        text: &str,
        lines: &[Vec<Range<usize>>],
    ) -> Option<Vec<Option<Dated>>> {
        let (mut n_filled, mut n_dated, mut year) = (0, 0, "");
        let mut dates = Vec::with_capacity(lines.len());
        for line in lines {
            let cell = line.get(self.index).cloned().filter(|cell| !cell.is_empty());
            n_filled += usize::from(cell.is_some());
            // A cell over several rows stands in the first of them.
            year = cell.as_ref().map_or(year, |cell| &text[cell.clone()]);
            let finer = self.finer.and_then(|index| line.get(index).cloned());
            if let Some(date) = finer.and_then(|cell| with_year(grammar, text, cell, year)) {
                n_dated += usize::from(cell.is_some());
                dates.push(Some(date));
                continue;
            }
            let date = cell.and_then(|cell| {
                let phrase = whole_date(grammar, &text[cell.clone()])?;
                (self.is_named || is_modern(&phrase)).then_some(Dated { cell, phrase })
            });
            n_dated += usize::from(date.is_some());
            dates.push(date);
        }
        let is_column = match self.is_named {
            true => n_dated > 0 && n_dated * MOST.1 >= n_filled * MOST.0,
            false => n_dated > 1 && n_dated == n_filled,
        };
        is_column.then_some(dates)
    }
}

/// The day of a cell in the year that another cell tells: `21 August` and `1991`.
fn with_year(grammar: &mut Grammar, text: &str, cell: Range<usize>, year: &str) -> Option<Dated> {
    let words = &text[cell.clone()];
    let phrase = whole_date(grammar, &format!("{words} {year}"))?;
    let is_day = matches!(phrase.form, Form::Day | Form::Days | Form::Month);
    let phrase = Phrase { range: 0..words.len(), joint: None, ..phrase };
    (is_day && !words.is_empty()).then_some(Dated { cell, phrase })
}

/// Whether a date is one whatever its column is called: numbers such as 1200 may be anything.
fn is_modern(phrase: &Phrase) -> bool {
    let super::phrase::Point::Fixed(when) = phrase.point else { return true };
    let year = when.first.map(|day| day.date().0);
    phrase.form != Form::Year || year.is_some_and(|year| (1700..2050).contains(&year))
}

/// The columns whose cells say in words what happened; none if figures outweigh them.
fn words_columns(text: &str, lines: &[Vec<Range<usize>>], dates: Column) -> Vec<usize> {
    let n_columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let (mut told, mut n_figures, mut n_words, mut n_told) = (Vec::new(), 0, 0, 0);
    for index in (0..n_columns).filter(|index| *index != dates.index && Some(*index) != dates.finer)
    {
        let filled =
            lines.iter().filter_map(|line| line.get(index)).map(|cell| &text[cell.clone()]);
        let filled: Vec<&str> = filled.filter(|cell| !cell.is_empty()).collect();
        let words: Vec<&&str> = filled.iter().filter(|cell| is_words(cell)).collect();
        if !filled.is_empty() && words.len() * MOST.1 >= filled.len() * MOST.0 {
            n_told += words.len();
            n_words += words.iter().map(|cell| cell.split_whitespace().count()).sum::<usize>();
            told.push(index);
        } else if !filled.is_empty() {
            n_figures += 1;
        }
    }
    // A year, its figures, and `high` or `low`.
    let is_statistic = n_figures >= told.len() && n_words < 2 * n_told;
    if is_statistic { Vec::new() } else { told }
}

/// Whether a cell holds words rather than a figure with its unit.
fn is_words(cell: &str) -> bool {
    let n_letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    let n_digits = cell.chars().filter(char::is_ascii_digit).count();
    let has_word = cell.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= 3);
    has_word && n_letters > n_digits && !(n_digits > 0 && cell.split_whitespace().count() <= 2)
}

fn n_letters(text: &str, lines: &[Vec<Range<usize>>], index: usize) -> usize {
    lines.iter().filter_map(|line| line.get(index)).map(|cell| text[cell.clone()].len()).sum()
}

#[cfg(test)]
mod tests {
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
    fn check(lines: &[&str], expected: &[(&str, &str, &str)]) {
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
