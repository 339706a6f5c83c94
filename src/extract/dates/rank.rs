//! Ranks: how much each event matters to the thread of an article, 1 for the most.
//!
//! In: [`Facts`] of all events, in the order of the text. Out: their ranks. What an event is worth
//! by itself comes first; then the best are taken one by one, and each that is taken lowers the rest
//! of its sentence, paragraph, month, year and part of the time told of, so that the first twenty
//! cover the article and not one page of it.

use super::label::Class;
use crate::document::{Basis, Precision, When};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

/// What is known of an event.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Facts {
    /// When it was.
    pub when: When,
    /// How the date was obtained.
    pub basis: Basis,
    /// From 0 to 1.
    pub confidence: f32,
    /// What its label tells of.
    pub class: Class,
    /// Where its sentence begins in the text.
    pub sentence: usize,
    /// Where its paragraph begins.
    pub paragraph: usize,
    /// Whether it stands in the title, the dek or a heading.
    pub is_heading: bool,
}

/// Points, in hundredths: the unit of everything here.
type Points = i32;

/// The rank of each event, 1 for the most important; no two share one.
pub fn ranks(facts: &[Facts]) -> Vec<u32> {
    let worths = worths(facts);
    let groups = Groups::of(facts);
    let mut n_taken = vec![0_u8; groups.n_groups];
    let mut ranks = vec![0; facts.len()];
    let mut rank = 0;
    // Equals go in the order of the text.
    let mut heap: BinaryHeap<(Points, Reverse<usize>)> =
        worths.iter().enumerate().map(|(index, worth)| (*worth, Reverse(index))).collect();
    while let Some((points, Reverse(index))) = heap.pop() {
        let own = &groups.of_event[index];
        let now = worths[index] - crowding(own, &n_taken);
        // Points only fall, and only a few times for each event, so whoever still has what it was
        // pushed with is the best.
        if now < points {
            heap.push((now, Reverse(index)));
            continue;
        }
        rank += 1;
        ranks[index] = rank;
        for (kind, group) in own.iter().enumerate() {
            n_taken[*group as usize] = (n_taken[*group as usize] + 1).min(CROWDING[kind].1);
        }
    }
    ranks
}

/// What each event of a group that was taken costs the others, and how many of them count: of the
/// same date, sentence, paragraph, month, year, and twentieth of the events in time.
const CROWDING: [(Points, u8); N_KINDS] = [(150, 2), (90, 2), (50, 3), (40, 3), (25, 4), (30, 4)];
const N_KINDS: usize = 6;

fn crowding(groups: &[u32; N_KINDS], n_taken: &[u8]) -> Points {
    let cost =
        |(group, (cost, _)): (&u32, &(Points, u8))| cost * Points::from(n_taken[*group as usize]);
    groups.iter().zip(&CROWDING).map(cost).sum()
}

/// What each event is worth by itself.
fn worths(facts: &[Facts]) -> Vec<Points> {
    let mut n_of_date: HashMap<When, u32> = HashMap::new();
    let mut n_of_year: HashMap<i32, u32> = HashMap::new();
    for fact in facts {
        *n_of_date.entry(fact.when).or_default() += 1;
        *n_of_year.entry(year(&fact.when)).or_default() += 1;
    }
    let first_paragraphs = first_paragraphs(facts);
    let ends = ends(facts);
    let worth = |(index, fact): (usize, &Facts)| {
        by_class(fact.class)
            + by_precision(fact.when.precision)
            + by_basis(fact.basis)
            + (fact.confidence.clamp(0.0, 1.0) * 80.0) as Points
            + by_returns(n_of_date[&fact.when], 30)
            + by_returns(n_of_year[&year(&fact.when)], 12)
            + if fact.is_heading { 40 } else { 0 }
            + if first_paragraphs.contains(&fact.paragraph) { 40 } else { 0 }
            + if ends.contains(&index) { 40 } else { 0 }
    };
    facts.iter().enumerate().map(worth).collect()
}

fn by_class(class: Class) -> Points {
    match class {
        Class::Happening => 260,
        Class::State => 120,
        Class::Mention => 0,
    }
}

fn by_precision(precision: Precision) -> Points {
    match precision {
        Precision::Day => 80,
        Precision::Month => 75,
        Precision::Season => 60,
        Precision::Year => 60,
        Precision::Decade => 20,
        Precision::Century => 0,
        Precision::Interval => 30,
    }
}

fn by_basis(basis: Basis) -> Points {
    match basis {
        Basis::Stated => 60,
        Basis::Completed => 40,
        Basis::Relative => 0,
    }
}

/// Points for a time that the article comes back to: each doubling counts once, up to four.
fn by_returns(n_mentions: u32, points: Points) -> Points {
    points * (n_mentions.max(1).ilog2().min(4) as Points)
}

/// The first paragraphs that tell of a date.
fn first_paragraphs(facts: &[Facts]) -> Vec<usize> {
    const N_PARAGRAPHS: usize = 2;
    let mut paragraphs: Vec<usize> = facts.iter().take(64).map(|fact| fact.paragraph).collect();
    paragraphs.dedup();
    paragraphs.truncate(N_PARAGRAPHS);
    paragraphs
}

/// The first and the last happening in time: they say how far the article reaches.
fn ends(facts: &[Facts]) -> Vec<usize> {
    let happenings = || (0..facts.len()).filter(|index| facts[*index].class == Class::Happening);
    let key = |index: &usize| facts[*index].when.sort_key();
    let first = happenings().min_by_key(key);
    let last = happenings().rev().max_by_key(key);
    first.into_iter().chain(last).collect()
}

fn year(when: &When) -> i32 {
    const DAYS: f64 = 365.2425;
    (f64::from(when.middle().0) / DAYS).floor() as i32
}

/// The groups that events crowd in.
struct Groups {
    /// Of each event, one group of each kind.
    of_event: Vec<[u32; N_KINDS]>,
    n_groups: usize,
}

/// What the members of a group have in common.
#[derive(PartialEq, Eq, Hash)]
enum Common {
    Date(When),
    Sentence(usize),
    Paragraph(usize),
    Month(i32),
    Year(i32),
    Part(usize),
}

impl Groups {
    fn of(facts: &[Facts]) -> Self {
        let mut numbers: HashMap<Common, u32> = HashMap::with_capacity(facts.len() * 2);
        let mut number = |common: Common| {
            let next = numbers.len() as u32;
            *numbers.entry(common).or_insert(next)
        };
        let parts = parts(facts);
        let groups = |(fact, part): (&Facts, &usize)| {
            let (year, month, _) = fact.when.middle().date();
            let year = i32::from(year);
            [
                number(Common::Date(fact.when)),
                number(Common::Sentence(fact.sentence)),
                number(Common::Paragraph(fact.paragraph)),
                number(Common::Month(year * 12 + i32::from(month))),
                number(Common::Year(year)),
                number(Common::Part(*part)),
            ]
        };
        let of_event = facts.iter().zip(&parts).map(groups).collect();
        Self { of_event, n_groups: numbers.len() }
    }
}

/// For each event, in which twentieth of the events it stands by time.
fn parts(facts: &[Facts]) -> Vec<usize> {
    const N_PARTS: usize = 20;
    let mut order: Vec<usize> = (0..facts.len()).collect();
    order.sort_by_key(|index| facts[*index].when.sort_key());
    let mut parts = vec![0; facts.len()];
    for (place, index) in order.into_iter().enumerate() {
        parts[index] = place * N_PARTS / facts.len();
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(edtf: &str, class: Class, place: usize) -> Facts {
        let when = When::parse(edtf).unwrap();
        Facts {
            when,
            basis: Basis::Stated,
            confidence: 0.9,
            class,
            sentence: place,
            paragraph: place / 10 * 10,
            is_heading: false,
        }
    }

    #[test]
    fn a_happening_is_above_a_state_and_that_above_a_mention() {
        let all = [
            facts("1950", Class::Mention, 0),
            facts("1960", Class::State, 10),
            facts("1970", Class::Happening, 20),
        ];
        assert_eq!(ranks(&all), [3, 2, 1]);
    }

    #[test]
    fn a_month_is_above_a_decade_and_that_above_a_century() {
        let all = [
            facts("18XX", Class::State, 0),
            facts("195X", Class::State, 10),
            facts("1970-05", Class::State, 20),
        ];
        assert_eq!(ranks(&all), [3, 2, 1]);
    }

    #[test]
    fn a_date_told_again_is_below_what_is_new() {
        let all = [
            facts("1950-05", Class::Happening, 0),
            facts("1950-05", Class::Happening, 30),
            facts("1962-05", Class::Happening, 60),
            facts("1974-05", Class::Happening, 90),
        ];
        assert_eq!(ranks(&all)[1], 4);
    }

    #[test]
    fn the_best_do_not_stand_in_one_paragraph() {
        let day = |day: usize, place| facts(&format!("1950-05-{day:02}"), Class::Happening, place);
        let mut all: Vec<Facts> = (1..10).map(|place| day(place, 50 + place)).collect();
        all.extend(
            (0..5)
                .map(|index| facts(&format!("19{}0", index), Class::Happening, index * 100 + 100)),
        );
        let ranks = ranks(&all);
        let n_of_may = ranks[..9].iter().filter(|rank| **rank <= 7).count();
        assert!(n_of_may <= 3, "{ranks:?}");
    }

    #[test]
    fn a_sure_date_is_above_one_that_is_reckoned() {
        let sure = facts("1950", Class::Happening, 200);
        let all = [
            facts("1930", Class::Happening, 0),
            Facts {
                basis: Basis::Relative,
                confidence: 0.5,
                ..facts("1940", Class::Happening, 100)
            },
            sure,
            facts("1960", Class::Happening, 300),
        ];
        assert_eq!(ranks(&all)[1], 4);
    }

    #[test]
    fn every_rank_is_given_once_to_however_many() {
        // All alike, in one sentence, is the worst case.
        let alike = vec![facts("1950", Class::Happening, 0); 100_000];
        let mut ranks = ranks(&alike);
        ranks.sort_unstable();
        assert!(ranks.iter().zip(1..).all(|(rank, expected)| *rank == expected));
        assert!(super::ranks(&[]).is_empty());
    }
}
