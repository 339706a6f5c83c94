//! Sections that a year heads: `BOOK TEN: 1812`, `War (1914–18)`.
//!
//! What is told below such a heading is told of its years, so a remark about another year is no
//! thread for the paragraphs behind it.

use super::{Place, Thread};
use crate::document::{BlockKind, Document, Precision, TextRange, When};
use crate::extract::dates::phrase::{Form, Phrase, Point};

/// What stands under a heading that names its year or years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Section {
    /// The years.
    years: When,
    /// One past its last byte.
    end: usize,
    /// What was told last of these years, above the section or in it.
    told: Option<When>,
}

impl Section {
    /// The section below the heading of `document` in which `phrase` stands at `mention`; `None` if
    /// it is no heading, or one that is not set out by years.
    pub fn of(document: &Document, mention: TextRange, phrase: &Phrase) -> Option<Self> {
        let Point::Fixed(years) = phrase.point else { return None };
        if !matches!(phrase.form, Form::Year | Form::Years) || phrase.is_bound {
            return None;
        }
        let heading = document.block_around(mention.start())?;
        let level = level(heading.kind)?;
        let before = &document[TextRange::new(heading.range.start(), mention.start())];
        let behind = &document[TextRange::new(mention.end(), heading.range.end())];
        if !is_apart(before.trim_end(), behind.trim_start()) {
            return None;
        }
        let is_next = |kind| self::level(kind).is_none_or(|next| next <= level);
        let mut sections = document.sections_after(heading.range.start());
        let next = sections.find(|section| is_next(section.kind));
        let end = next.map_or(usize::MAX, |section| section.range.start());
        let told = Some(years).filter(|years| years.precision == Precision::Year);
        Some(Self { years, end, told })
    }

    fn holds(&self, when: When) -> bool {
        self.years.first <= when.first && when.last <= self.years.last
    }
}

/// The level of a heading.
fn level(kind: BlockKind) -> Option<u8> {
    match kind {
        BlockKind::Heading { level } => Some(level),
        _ => None,
    }
}

/// Whether a date between these words stands apart from them: `1812`, `Ten: 1812`, `1812: Ten`,
/// and not `The crisis of 2008`.
fn is_apart(before: &str, behind: &str) -> bool {
    let ends = |text: &str| text.is_empty() || text.ends_with([':', ',', '(', '–', '—', '-', '.']);
    let starts = |text: &str| text.is_empty() || text.starts_with([':', ')', '–', '—', '-', '.']);
    ends(before) && starts(behind)
}

impl Thread {
    /// Goes on below a heading with years.
    pub fn enter(&mut self, section: Section) {
        self.section = Some(section);
    }

    /// Keeps the date as the last one that was told of the years of the section.
    pub(super) fn lead_section(&mut self, told: When, place: Place) {
        let section = self.section.as_mut();
        let section = section.filter(|section| place.block_at < section.end && section.holds(told));
        if let Some(section) = section {
            section.told = Some(told);
        }
    }

    /// The section that a place lies in.
    pub(super) fn section_at(&self, place: Place) -> Option<Section> {
        self.section.filter(|section| place.block_at < section.end)
    }

    /// What the telling goes on from: what was told last, but for remarks of other paragraphs about
    /// years that are not of the section.
    pub(super) fn telling(&self, place: Place) -> Option<When> {
        let is_of = |section: Section| self.told.is_some_and(|told| section.holds(told));
        match self.section_at(place) {
            Some(section) if self.told_in != place.block_at && !is_of(section) => section.told,
            _ => self.told,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder, Meta};
    use crate::extract::extract;

    /// The dates found in the paragraphs of a text whose lines begin with `# ` or `## ` if they are
    /// headings.
    fn dates(text: &str) -> Vec<String> {
        let mut builder = Builder::new();
        for line in text.split('¶').map(str::trim) {
            match line.trim_start_matches('#') {
                words if words.len() < line.len() => {
                    let level = (line.len() - words.len()) as u8;
                    builder.add(BlockKind::Heading { level }, words.trim());
                }
                words => builder.add(BlockKind::Paragraph, words),
            }
        }
        let document = builder.finish(Meta::default());
        let is_read = |at: usize| {
            let block = document.block_around(at).unwrap();
            block.kind == BlockKind::Paragraph
        };
        let events = extract(&document).events;
        let events = events.into_iter().filter(|event| is_read(event.mention.start()));
        events.map(|event| event.when.edtf()).collect()
    }

    const FAR: &str = "Nobody remembers it. Nobody remembers it. Nobody remembers it. ";

    #[test]
    fn below_a_heading_with_a_year_days_are_of_it_whatever_was_remarked() {
        let far = FAR.repeat(60);
        let remark = format!("He had served in 1805. ¶ {far} ¶ On 6 August they met.");
        for heading in ["# BOOK TEN: 1812", "# 1812", "# Ten (1812)", "# 1812: Ten"] {
            let text = format!("{heading} ¶ ## CHAPTER I ¶ {remark}");
            assert_eq!(dates(&text), ["1805", "1812-08-06"], "{text}");
        }
        // A year of the paragraph itself is no remark, and the section ends with its level.
        let here = "# 1812 ¶ In 1820 he fell ill. On 5 May he died.";
        assert_eq!(dates(here), ["1820", "1820-05-05"]);
        let text = format!("# 1812 ¶ It began. ¶ # After ¶ {remark}");
        assert_eq!(dates(&text), ["1805"]);
        let text = "# The crisis of 1812 ¶ In 1815 he was back. ¶ On 5 May he died.";
        assert_eq!(dates(text), ["1815", "1815-05-05"]);
    }

    #[test]
    fn below_a_heading_with_years_it_goes_on_from_the_last_of_them() {
        let text = "# 1808–10 ¶ In 1809 she was sixteen. ¶ In 1805 he had left. ¶ On 31 December they danced.";
        assert_eq!(dates(text), ["1809", "1805", "1809-12-31"]);
        let text = "# 1808–10 ¶ In 1805 he had left. ¶ On 31 December they danced.";
        assert_eq!(dates(text), ["1805"]);
    }

    #[test]
    fn days_are_counted_from_a_day_of_the_year_that_was_told() {
        let day = "It fell on 9 December 1809.";
        assert_eq!(
            dates(&format!("{day} ¶ In 1810 he came. A week later he left.")),
            ["1809-12-09", "1810"]
        );
        assert_eq!(
            dates(&format!("{day} ¶ In 1809 he came. A week later he left.")),
            ["1809-12-09", "1809", "1809-12-16"]
        );
    }
}
