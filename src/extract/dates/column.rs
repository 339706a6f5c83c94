//! The columns of a table: which one holds dates, and which tell in words what happened.

use super::beside_cells::Beside;
use super::grammar::Grammar;
use super::phrase::{Form, Phrase};
use super::whole_date::whole_date;
use std::ops::Range;

/// Of so many cells of a column that has the name of a date, or is to be one of words, this part
/// has to be one.
pub(super) const MOST: (usize, usize) = (2, 3);

/// A column that may hold dates.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    pub index: usize,
    pub is_named: bool,
    /// The column of days beside one of years.
    pub finer: Option<usize>,
}

/// A cell that is a date.
#[derive(Debug, Clone)]
pub(super) struct Dated {
    pub cell: Range<usize>,
    pub phrase: Phrase,
}

impl Column {
    /// The date of each line, if the column is one of dates.
    pub(super) fn dates(
        self,
        grammar: &mut Grammar,
        text: &str,
        lines: &[Vec<Range<usize>>],
    ) -> Option<Vec<Option<Dated>>> {
        let (mut n_filled, mut n_dated, mut year) = (0, 0, "");
        let mut dates = Vec::with_capacity(lines.len());
        let mut beside = Beside::default();
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
                let phrase = whole_date(grammar, &text[cell.clone()]);
                beside.add(&text[cell.clone()], phrase.as_ref());
                let phrase = phrase?;
                (self.is_named || is_modern(&phrase)).then_some(Dated { cell, phrase })
            });
            n_dated += usize::from(date.is_some());
            dates.push(date);
        }
        if self.is_named {
            for (date, line) in dates.iter_mut().zip(lines).filter(|(date, _)| date.is_none()) {
                let cell = line.get(self.index).cloned().filter(|cell| !cell.is_empty());
                *date = cell.and_then(|cell| {
                    let phrase = beside.date(&text[cell.clone()])?;
                    Some(Dated { cell, phrase })
                });
                n_dated += usize::from(date.is_some());
            }
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
pub(super) fn words_columns(text: &str, lines: &[Vec<Range<usize>>], dates: Column) -> Vec<usize> {
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
pub(super) fn is_words(cell: &str) -> bool {
    let n_letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    let n_digits = cell.chars().filter(char::is_ascii_digit).count();
    let has_word = cell.split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() >= 3);
    has_word && n_letters > n_digits && !(n_digits > 0 && cell.split_whitespace().count() <= 2)
}
