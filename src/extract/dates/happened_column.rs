//! Columns that are named for what happened on their days: `Opened`, `Signed`, `Born`.
//!
//! In: the lines of a table. Out: a [`Row`] for each such day, told by the name in its line. Only days
//! and months count, since a number below `Sold` is one of pieces.

use super::column::{Column, Dated, MOST, is_words};
use super::grammar::Grammar;
use super::phrase::Form;
use super::table::Row;
use crate::extract::verb::is_past;
use std::ops::Range;

/// What happens to an entry of a list, and not to what it is about.
const TO_ENTRIES: &[&str] = &[
    "accessed",
    "added",
    "changed",
    "checked",
    "created",
    "edited",
    "modified",
    "posted",
    "retrieved",
    "reviewed",
    "updated",
    "uploaded",
];

/// The rows of a table whose columns are named for what happened.
pub(super) fn rows(grammar: &mut Grammar, text: &str, lines: &[Vec<Range<usize>>]) -> Vec<Row> {
    let Some((names, body)) = lines.split_first() else { return Vec::new() };
    let mut columns: Vec<(usize, String, Vec<Option<Dated>>)> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let Some(verb) = happened(&text[name.clone()]) else { continue };
        let column = Column { index, is_named: true, finer: None };
        let dates = column.dates(grammar, text, body).filter(|dates| is_exact(dates));
        columns.extend(dates.map(|dates| (index, verb, dates)));
    }
    let is_dated = |index: &usize| columns.iter().any(|(dated, ..)| dated == index);
    let subject = (0..names.len())
        .filter(|index| !is_dated(index))
        .find(|index| is_column_of_words(text, body, *index));
    let Some(subject) = subject else { return Vec::new() };
    let mut rows = Vec::new();
    for (line_index, line) in body.iter().enumerate() {
        let words = line.get(subject).filter(|cell| is_words(&text[(*cell).clone()]));
        let Some(words) = words else { continue };
        for (_, verb, dates) in &columns {
            let Some(Dated { cell, phrase }) = dates[line_index].clone() else { continue };
            let told = format!("{} {verb}", &text[words.clone()]);
            rows.push(Row { date: cell, phrase, words: words.clone(), told });
        }
    }
    rows
}

/// What happened on the days of a column of this name: `Opened`, `Opened on`.
fn happened(name: &str) -> Option<String> {
    let name = name.trim().to_lowercase();
    let verb = name.strip_suffix(" on").unwrap_or(&name);
    (is_past(verb) && !TO_ENTRIES.contains(&verb)).then(|| verb.to_owned())
}

/// Whether most dates of a column are days or months.
fn is_exact(dates: &[Option<Dated>]) -> bool {
    let is_fine = |date: &&Dated| {
        matches!(date.phrase.form, Form::Figures | Form::Day | Form::Days | Form::Month)
    };
    let filled = dates.iter().flatten();
    let n_fine = filled.clone().filter(is_fine).count();
    n_fine * MOST.1 >= filled.count() * MOST.0
}

fn is_column_of_words(text: &str, lines: &[Vec<Range<usize>>], index: usize) -> bool {
    let filled: Vec<&str> = lines
        .iter()
        .filter_map(|line| line.get(index))
        .map(|cell| &text[cell.clone()])
        .filter(|cell| !cell.is_empty())
        .collect();
    let n_words = filled.iter().filter(|cell| is_words(cell)).count();
    n_words > 0 && n_words * MOST.1 >= filled.len() * MOST.0
}

#[cfg(test)]
mod tests {
    use crate::extract::dates::table::tests::check;

    #[test]
    fn a_column_named_for_what_happened_tells_it_of_each_line() {
        check(
            &[
                "Bridge | Opened | Closed",
                "Delta Bridge | 4 May 1930 | 6 June 1940",
                "Alpha Bridge | 7 May 1931 | ",
            ],
            &[
                ("1930-05-04", "4 May 1930", "Delta Bridge opened"),
                ("1940-06-06", "6 June 1940", "Delta Bridge closed"),
                ("1931-05-07", "7 May 1931", "Alpha Bridge opened"),
            ],
        );
        check(
            &["Treaty | Signed on | Parties", "Treaty of Delft | 4 May 1930 | 3"],
            &[("1930-05-04", "4 May 1930", "Treaty of Delft signed")],
        );
    }

    #[test]
    fn numbers_and_days_of_entries_are_no_happenings() {
        check(&["Lamp | Sold | Made", "Green shade | 1950 | 1999", "Red shade | 1812 | 1900"], &[]);
        check(&["File | Modified", "The harbor of old | 4 May 1930"], &[]);
        check(&["Opened | Closed", "4 May 1930 | 6 June 1940"], &[]);
    }
}
