//! What is known of a document besides its text.

use super::{CleanText, When};

/// Title, authors, source and dates; what is not known is `None` or empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meta {
    /// The title.
    pub title: Option<CleanText>,
    /// The line under the title.
    pub dek: Option<CleanText>,
    /// The authors, in order.
    pub authors: Vec<CleanText>,
    /// The publication.
    pub source: Option<CleanText>,
    /// Where it was published.
    pub url: Option<CleanText>,
    /// When it was written or published.
    pub published: Option<When>,
    /// The language, as a BCP 47 tag.
    pub language: Option<CleanText>,
    /// It is a book, and its source the publisher.
    pub is_book: bool,
    /// The date is that of an edition: the text may be older.
    pub is_edition: bool,
}

impl Meta {
    /// The day, month or year from which `last year` is told, if it is known.
    pub fn written(&self) -> Option<When> {
        self.published.filter(|_| !self.is_edition)
    }

    /// Takes every field that `other` knows.
    pub fn overlay(&mut self, other: &Self) {
        fn take<T: Clone>(mine: &mut Option<T>, other: &Option<T>) {
            if other.is_some() {
                mine.clone_from(other);
            }
        }
        take(&mut self.title, &other.title);
        take(&mut self.dek, &other.dek);
        take(&mut self.source, &other.source);
        take(&mut self.url, &other.url);
        if other.published.is_some() {
            (self.published, self.is_edition) = (other.published, other.is_edition);
        }
        take(&mut self.language, &other.language);
        self.is_book |= other.is_book;
        if !other.authors.is_empty() {
            self.authors.clone_from(&other.authors);
        }
    }
}
