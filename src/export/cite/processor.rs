//! Citations and references in the styles of the guides, by a CSL processor.
//!
//! The styles are ours: `assets/cite`. A style is read when it is used; that takes less than a
//! millisecond, and a reader copies one source at a time.

use super::name::Name;
use super::words::{curled, nested};
use super::work::{Kind, Source, Work};
use hayagriva::citationberg::IndependentStyle;
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, LocatorPayload,
    SpecificLocator,
};

/// A style of a guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guide {
    /// The American Psychological Association, seventh edition.
    Apa,
    /// The Modern Language Association, ninth edition.
    Mla,
    /// The Chicago Manual of Style, eighteenth edition: notes and bibliography.
    Chicago,
}

/// Where in the work the words stand, and whose they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The paragraph, or the first and the last.
    pub paragraph: Option<String>,
    /// Who is quoted in the work.
    pub speaker: Option<String>,
}

/// A work in a style.
#[derive(Debug)]
pub struct Processor {
    guide: Guide,
    style: IndependentStyle,
    work: Work,
}

impl Processor {
    /// The work as the guide wants it told.
    pub fn new(guide: Guide, work: Work) -> Self {
        let csl = match guide {
            Guide::Apa => include_str!("../../../assets/cite/apa.csl"),
            Guide::Mla => include_str!("../../../assets/cite/mla.csl"),
            Guide::Chicago => include_str!("../../../assets/cite/chicago.csl"),
        };
        let style = IndependentStyle::from_xml(csl).expect("our styles are CSL");
        Self { guide, style, work: adapted(guide, work) }
    }

    /// The citation of a place, as it stands in the text or in a note.
    pub fn citation(&self, place: &Place) -> String {
        let citation = self.render(place).0;
        match self.guide {
            Guide::Chicago => capitalized(citation),
            Guide::Apa | Guide::Mla => citation,
        }
    }

    /// The entry of the work in the list of references.
    pub fn reference(&self) -> String {
        self.render(&Place::default()).1
    }

    fn render(&self, place: &Place) -> (String, String) {
        let speaker = place.speaker.clone().map(|literal| Name::Literal { literal });
        let work = Work { original_author: speaker.into_iter().collect(), ..self.work.clone() };
        let item: Item = serde_json::to_value(&work)
            .and_then(serde_json::from_value)
            .expect("a work is an item of CSL-JSON");
        let locator = place
            .paragraph
            .as_deref()
            .map(|paragraph| SpecificLocator(Locator::Paragraph, LocatorPayload::Str(paragraph)));
        let mut driver = BibliographyDriver::new();
        let items = vec![CitationItem::with_locator(&item, locator)];
        driver.citation(CitationRequest::new(items, &self.style, None, &[], Some(1)));
        let rendered = driver.finish(BibliographyRequest::new(&self.style, None, &[]));
        let citation = rendered.citations.first().map(|one| format!("{:#}", one.citation));
        let entries = rendered.bibliography.map(|list| list.items).unwrap_or_default();
        let reference = entries.first().map(|entry| format!("{:#}", entry.content));
        (self.mended(citation.unwrap_or_default()), self.mended(reference.unwrap_or_default()))
    }

    /// Mends what the processor does not do with marks that meet; an address stays as it is.
    fn mended(&self, text: String) -> String {
        let url_at = self.work.url.as_deref().and_then(|url| text.rfind(url));
        let (words, url) = text.split_at(url_at.unwrap_or(text.len()));
        self.mended_words(&self.mended_pair(words)) + url
    }

    /// The comma between two authors is there because the first name is turned around, and that of an
    /// organization is not; the processor sets it behind both.
    fn mended_pair(&self, words: &str) -> String {
        let and = match (self.guide, &self.work.author[..]) {
            (Guide::Apa, [Name::Literal { .. }, Name::Literal { .. }]) => "&",
            (Guide::Mla | Guide::Chicago, [Name::Literal { .. }, _]) => "and",
            _ => return words.to_owned(),
        };
        let first = self.work.author[0].short();
        words.replacen(&format!("{first}, {and} "), &format!("{first} {and} "), 1)
    }

    fn mended_words(&self, words: &str) -> String {
        // All three set the full stop inside of the marks.
        let mut words = words.replace("”.", ".”");
        if self.guide == Guide::Apa {
            words = words.replace(", … ", ", . . . ");
        }
        let title = self.work.title_short.as_deref().unwrap_or_default();
        if title.ends_with('’') && title.contains('‘') {
            words = words.replace("’,”", ",’”").replace("’.”", ".’”");
        }
        // The point of `in the U.S.` is that of the sentence, too.
        if let Some(ends_in_stop) = self.work.title.as_deref().filter(|title| title.ends_with('.'))
        {
            words = words.replace(&format!("{ends_in_stop}."), ends_in_stop);
        }
        // A question or an exclamation ends a title, and no full stop follows.
        for mark in ['?', '!'] {
            for after in [" ", "”", "’"] {
                words = words.replace(&format!("{mark}.{after}"), &format!("{mark}{after}"));
            }
            if words.ends_with(&format!("{mark}.")) {
                words.pop();
            }
        }
        words
    }
}

/// A note, which begins like a sentence; what has a capital within, as eBay has, stays.
fn capitalized(note: String) -> String {
    let word = note.split_whitespace().next().unwrap_or_default();
    let mut rest = note.chars();
    match rest.next() {
        Some(first) if first.is_lowercase() && !word.contains(char::is_uppercase) => {
            first.to_uppercase().chain(rest).collect()
        }
        _ => note,
    }
}

/// A title with curly marks, and without the full stop that it ends with, unless that is the point of
/// a short form, as in `the U.S.`, or one of three.
fn as_printed(title: &str) -> String {
    let title = curled(title);
    let last = title.rsplit(' ').next().unwrap_or_default();
    let is_short_form = last.matches('.').count() > 1
        || matches!(
            last,
            "Jr." | "Sr." | "Inc." | "Co." | "Corp." | "Ltd." | "St." | "Dr." | "etc."
        );
    match title.strip_suffix('.') {
        Some(bare) if !is_short_form => bare.to_owned(),
        _ => title,
    }
}

/// The work with what the guide wants and no style can say.
fn adapted(guide: Guide, mut work: Work) -> Work {
    work.author = match guide {
        // *Publication Manual* 9.8: a particle is a part of the family name.
        Guide::Apa => work.author.into_iter().map(Name::with_kept_particle).collect(),
        Guide::Mla => work.author.into_iter().map(Name::with_dropped_particle).collect(),
        Guide::Chicago => work.author,
    };
    work.title = work.title.map(|title| as_printed(&title));
    work.title_short = work.title.as_deref().map(nested);
    if work.is_by_its_publisher() {
        match guide {
            // The publisher is told, and not once more as the author.
            Guide::Mla => work.author.clear(),
            Guide::Apa | Guide::Chicago => {
                work.source = Source::default();
                if work.kind == Kind::ArticleMagazine {
                    work.kind = Kind::Webpage;
                }
            }
        }
    }
    if guide == Guide::Chicago && work.kind == Kind::ArticleMagazine {
        // *Chicago Manual* 14.194 (17th edition): newspapers and magazines lose it.
        let title = work.source.container_title.take();
        let bare = |title: String| title.strip_prefix("The ").map_or(title.clone(), str::to_owned);
        work.source.container_title = title.map(bare);
    }
    if guide == Guide::Mla {
        let url = work.url.as_deref();
        // A DOI keeps it (*Handbook* 5.93).
        let bare = |url: &str| {
            if url.contains("://doi.org/") {
                return url.to_owned();
            }
            let bare = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
            bare.unwrap_or(url).to_owned()
        };
        work.url = url.map(bare);
    }
    work.author = work.author.into_iter().map(Name::with_undivided_family).collect();
    work
}
