//! The document as a work that is cited: an item of CSL-JSON.
//!
//! Source: the schema of CSL-JSON (csl-data.json) of the Citation Style Language.

use super::name::Name;
use super::words::nested;
use crate::document::{Day, Meta, Precision, When};
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

/// An item of CSL-JSON. What is not known is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Work {
    /// By which a text refers to the work: `schuman2022russia`.
    pub id: String,
    /// The kind.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The title as it stands inside of quotation marks, for the styles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_short: Option<String>,
    /// The authors, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Name>,
    /// Whose words are quoted in it, for the styles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub original_author: Vec<Name>,
    /// The publication, or of a book its publisher.
    #[serde(flatten)]
    pub source: Source,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Date>,
    /// Where.
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// What is quoted of it.
    #[serde(flatten)]
    pub notes: Notes,
}

/// The kinds of CSL that a document can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// An article of a publication.
    ArticleMagazine,
    /// A page of the web.
    Webpage,
    /// A book.
    Book,
    /// Any other text.
    Document,
}

/// Where the work appeared.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Source {
    /// The publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container_title: Option<String>,
    /// The publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
}

/// What is told of the work beyond the work.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Notes {
    /// The language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The paragraph.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
    /// The words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub annote: Option<String>,
}

/// A date of CSL-JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Date {
    /// Year, and if known month and day.
    pub date_parts: [Vec<i16>; 1],
    /// 1 for spring to 4 for winter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub season: Option<i8>,
    /// About then.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub circa: bool,
}

impl Work {
    /// The work that a document of this metadata is.
    pub fn of(meta: &Meta) -> Self {
        let author: Vec<Name> =
            meta.authors.iter().map(|name| Name::parse(name.as_str())).collect();
        let source = meta.source.as_ref().map(ToString::to_string);
        let kind = match (meta.is_book, &source, &meta.url) {
            (true, _, _) => Kind::Book,
            (false, Some(_), _) => Kind::ArticleMagazine,
            (false, None, Some(_)) => Kind::Webpage,
            (false, None, None) => Kind::Document,
        };
        let title = meta.title.as_ref().map(ToString::to_string);
        let issued = meta.published.as_ref().and_then(Date::of);
        Self {
            id: id(&author, title.as_deref(), issued.as_ref()),
            kind,
            title_short: title.as_deref().map(nested),
            title,
            author,
            original_author: Vec::new(),
            source: match kind {
                Kind::Book => Source { publisher: source, ..Source::default() },
                _ => Source { container_title: source, ..Source::default() },
            },
            issued,
            url: meta.url.as_ref().map(ToString::to_string),
            notes: Notes {
                language: meta.language.as_ref().map(ToString::to_string),
                ..Notes::default()
            },
        }
    }

    /// The same without what only our styles know: as other programs read it.
    pub fn plain(self) -> Self {
        Self { title_short: None, original_author: Vec::new(), ..self }
    }

    /// Whether the author is an organization that publishes the work itself.
    pub fn is_by_its_publisher(&self) -> bool {
        let source = self.source.container_title.as_ref().or(self.source.publisher.as_ref());
        matches!(&self.author[..], [only] if source.is_some_and(|source| only.short() == source))
    }
}

impl Date {
    /// The date of publication; of what is known to a season or a year, that much.
    fn of(when: &When) -> Option<Self> {
        let (year, month, day) = when.first.map(Day::date)?;
        let (parts, season) = match when.precision {
            Precision::Day => (vec![year, month.into(), day.into()], None),
            Precision::Month => (vec![year, month.into()], None),
            // Spring begins in March; winter goes by the year in which it begins.
            Precision::Season => (vec![year], Some((month / 3).clamp(1, 4))),
            _ => (vec![year], None),
        };
        let is_rough = matches!(when.precision, Precision::Decade | Precision::Century);
        Some(Self { date_parts: [parts], season, circa: when.approximate || is_rough })
    }

    /// The year.
    pub fn year(&self) -> Option<i16> {
        self.date_parts[0].first().copied()
    }

    /// The month, from 1 on.
    pub fn month(&self) -> Option<i16> {
        self.date_parts[0].get(1).copied()
    }
}

/// `schuman2022russia`: the first author, the year and the longest word of the title, in ASCII, so
/// that two articles of one author in one year are told apart.
fn id(author: &[Name], title: Option<&str>, issued: Option<&Date>) -> String {
    let plain = |word: &str| -> String {
        let letters = word.nfd().filter(char::is_ascii_alphanumeric);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let words = title.unwrap_or_default().split(|c: char| !c.is_alphanumeric()).map(plain);
    // Of several of one length, the first.
    let word = words.rev().max_by_key(String::len).unwrap_or_default();
    let name = author.first().map_or_else(String::new, |name| plain(name.short()));
    let year = issued.and_then(Date::year).map_or_else(String::new, |year| year.to_string());
    let id = name + &year + &word;
    if id.is_empty() { "source".to_owned() } else { id }
}
