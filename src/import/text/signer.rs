//! Who wrote a text, and when, from the lines under its title, one after the other.

use super::day::day_behind_place;
use super::signature::{Signature, signature};
use crate::document::{CleanText, Meta, When};
use crate::import::credit::{is_account, people_alone};

/// Before this year nobody published files and pages. A day before it that stands alone under a
/// title is sooner of what the text tells.
const FIRST_YEAR: i16 = 1990;

/// What the line before says that means something only beside the next one.
#[derive(Debug, Clone, Default)]
enum Before {
    #[default]
    Nothing,
    /// People, and nothing else.
    People(Vec<String>),
    /// The authors.
    Authors,
    /// The day.
    Day,
}

/// Reads the lines under a title.
#[derive(Debug, Clone, Default)]
pub struct Signer {
    before: Before,
}

impl Signer {
    /// Takes who wrote and the day from the next line, unless they are known. Names without `By` are
    /// those of the authors where the day stands beside them.
    pub fn read(&mut self, meta: &mut Meta, line: &str) {
        let Signature { mut names, mut published, is_day_alone } = signature(line);
        if names.is_empty() && matches!(self.before, Before::People(_) | Before::Authors) {
            // Behind the names, a day may stand with where the text was written.
            published = published.or_else(|| day_behind_place(line));
        }
        let is_signature = !names.is_empty() || published.is_some();
        if !is_signature && is_affiliation(line) {
            // Between the authors and the day may stand where they work.
            return;
        }
        let people = if is_signature { Vec::new() } else { people_alone(line) };
        match std::mem::take(&mut self.before) {
            Before::People(people) if published.is_some() && names.is_empty() => names = people,
            Before::Day if !people.is_empty() => names.clone_from(&people),
            _ => {}
        }
        if !names.is_empty() && meta.authors.iter().all(|author| is_account(author.as_str())) {
            meta.authors = names.iter().map(|name| CleanText::line(name)).collect();
        }
        let is_told = |when: &When| !is_day_alone || !meta.authors.is_empty() || !is_old(*when);
        let published = published.filter(is_told);
        meta.published = meta.published.or(published);
        self.before = match published {
            _ if !people.is_empty() => Before::People(people),
            Some(_) => Before::Day,
            None if !names.is_empty() => Before::Authors,
            None => Before::Nothing,
        };
    }
}

/// Whether a line says where somebody works: `University of Leeds`.
fn is_affiliation(line: &str) -> bool {
    const PLACES: [&str; 8] = [
        "college",
        "department",
        "faculty",
        "institute",
        "laboratory",
        "school",
        "universität",
        "university",
    ];
    let is_place = |word: &str| PLACES.contains(&word.trim_matches(',').to_lowercase().as_str());
    !line.ends_with('.') && line.split(' ').any(is_place)
}

/// Whether a day is from before the time of files and pages.
pub fn is_old(day: When) -> bool {
    day.first.is_some_and(|first| first.date().0 < FIRST_YEAR)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], authors: &[&str], published: Option<&str>) {
        let (mut signer, mut meta) = (Signer::default(), Meta::default());
        lines.iter().for_each(|line| signer.read(&mut meta, line));
        let found: Vec<&str> = meta.authors.iter().map(CleanText::as_str).collect();
        assert_eq!(found, authors, "{lines:?}");
        assert_eq!(meta.published.map(|when| when.edtf()).as_deref(), published, "{lines:?}");
    }

    #[test]
    fn names_beside_the_day_are_those_of_the_authors() {
        let day = Some("2021-03-03");
        check(&["Jane Doe", "3 March 2021"], &["Jane Doe"], day);
        check(&["March 3, 2021", "Jane Doe and Ann Lee"], &["Jane Doe", "Ann Lee"], day);
        check(&["Jane Doe | 3 March 2021"], &["Jane Doe"], day);
        check(&["Abraham Lincoln", "November 19, 1863"], &["Abraham Lincoln"], Some("1863-11-19"));
        check(&["Jane Doe"], &[], None);
        check(&["Jane Doe", "A queue in Leeds", "3 March 2021"], &[], day);
        check(&["New York", "3 March 2021"], &[], day);
        check(&["By Jane Doe", "LEEDS, March 3, 2021"], &["Jane Doe"], day);
        check(&["Jane Doe", "Madrid - 3 mar 2021 - 05:00 CET"], &["Jane Doe"], day);
        check(&["LEEDS, March 3, 2021"], &[], None);
        check(&["Jane Doe∗", "University of Leeds", "March 3, 2021"], &["Jane Doe"], day);
        check(&["3 March 2021", "Machine Learning"], &[], day);
    }

    #[test]
    fn an_old_day_alone_is_not_that_of_publication() {
        check(&["June 6, 1944"], &[], None);
        check(&["By Jane Doe", "June 6, 1944"], &["Jane Doe"], Some("1944-06-06"));
        check(&["Published June 6, 1944"], &[], Some("1944-06-06"));
        check(&["June 6, 2004"], &[], Some("2004-06-06"));
    }

    #[test]
    fn what_is_known_stays() {
        let meta =
            |author: &str| Meta { authors: vec![CleanText::line(author)], ..Meta::default() };
        for (author, expected) in [("Ann Lee", "Ann Lee"), ("admin", "Jane Doe")] {
            let mut meta = meta(author);
            Signer::default().read(&mut meta, "By Jane Doe");
            assert_eq!(meta.authors[0].as_str(), expected);
        }
    }
}
