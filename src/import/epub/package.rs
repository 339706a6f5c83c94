//! The package of a book: what it is, its parts, and the order in which they are read.

use super::super::ImportError;
use super::super::decode::decode;
use super::super::html::{date, is_file_name, join, words};
use super::archive::{Archive, CONTAINER, PACKAGE_MEGABYTES};
use super::{BOOK, xml};
use crate::document::{CleanText, Meta, When};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What a package says.
#[derive(Debug, Default)]
pub struct Package {
    /// Title, authors, publisher, language and date.
    pub meta: Meta,
    /// The paths of the chapters, in order; each once.
    pub spine: Vec<String>,
    /// How many of them are read one after the other; the others are called aside.
    pub n_main: usize,
    /// The paths of texts that the order leaves out, sorted; links may lead to them.
    pub aside: Vec<String>,
    /// The package names no order of its parts; they stand as it lists them.
    pub is_unordered: bool,
    /// The paths of tables of contents: that of EPUB 3, then that of EPUB 2.
    pub contents: Vec<String>,
    /// Images are among what is read.
    pub is_of_images: bool,
}

/// More parts do not stand for one another.
const MOST_FALLBACKS: usize = 8;

/// A part of the book.
#[derive(Debug, Default)]
struct Item {
    path: String,
    media_type: String,
    is_nav: bool,
    /// What stands for it where it cannot be shown.
    fallback: String,
}

impl Item {
    fn is_text(&self) -> bool {
        self.media_type.contains("html") || self.media_type.is_empty()
    }
}

/// What is read of a package before it is put in order.
#[derive(Debug, Default)]
struct Reader {
    items: HashMap<String, Item>,
    /// The names of the items, as they are listed.
    listed: Vec<String>,
    order: Vec<(String, bool)>,
    ncx: String,
    /// The element of which the text is being read.
    open: Option<&'static str>,
    text: String,
    titles: Vec<String>,
    authors: Vec<String>,
    publisher: Option<String>,
    language: Option<String>,
    dates: Vec<When>,
    modified: Option<When>,
}

impl Package {
    /// Finds and reads the package.
    pub fn read(archive: &mut Archive<'_>) -> Result<Self, ImportError> {
        let container = archive
            .read(CONTAINER, PACKAGE_MEGABYTES)
            .map_err(super::archive::Trouble::into_error)?;
        let mut path = None;
        xml::read(&decode(&container, None).text, |event| {
            if let xml::Event::Start { name: "rootfile", attributes, .. } = event {
                path.get_or_insert_with(|| join("", &attributes.path("full-path")));
            }
        });
        let path = path.filter(|path| !path.is_empty()).ok_or(ImportError::Broken(BOOK))?;
        let bytes =
            archive.read(&path, PACKAGE_MEGABYTES).map_err(super::archive::Trouble::into_error)?;
        let package = Self::parse(&decode(&bytes, None).text, &path);
        match (package.spine.is_empty(), package.is_of_images) {
            (true, true) => Err(ImportError::Wordless(BOOK)),
            (true, false) => Err(ImportError::Broken(BOOK)),
            (false, _) => Ok(package),
        }
    }

    /// The package in a text, which stands in the archive at `path`.
    pub fn parse(text: &str, path: &str) -> Self {
        let mut reader = Reader::default();
        xml::read(text, |event| reader.take(event, path));
        reader.finish()
    }
}

impl Reader {
    fn take(&mut self, event: xml::Event<'_>, package: &str) {
        match event {
            xml::Event::Start { name, attributes, is_closed } => {
                self.start(name, &attributes, package);
                if is_closed {
                    self.end();
                }
            }
            xml::Event::End(_) => self.end(),
            xml::Event::Text(text) if self.open.is_some() && self.text.len() < 4096 => {
                self.text.push_str(text);
            }
            xml::Event::Text(_) => {}
        }
    }

    fn start(&mut self, name: &str, attributes: &xml::Attributes<'_>, package: &str) {
        let id = || attributes.get("id").to_owned();
        match name {
            "item" => {
                let item = Item {
                    path: join(package, &attributes.path("href")),
                    media_type: attributes.get("media-type").to_owned(),
                    is_nav: attributes.get("properties").split(' ').any(|word| word == "nav"),
                    fallback: attributes.get("fallback").to_owned(),
                };
                self.listed.push(id());
                self.items.entry(id()).or_insert(item);
            }
            "itemref" => {
                let is_main = attributes.get("linear") != "no";
                self.order.push((attributes.get("idref").to_owned(), is_main));
            }
            "spine" => self.ncx = attributes.get("toc").to_owned(),
            "title" => self.begin("title"),
            "creator" if matches!(attributes.get("role"), "" | "aut") => self.begin("creator"),
            "publisher" => self.begin("publisher"),
            "language" => self.begin("language"),
            "date" if attributes.get("event") != "modification" => self.begin("date"),
            "meta" if attributes.get("property") == "dcterms:modified" => self.begin("modified"),
            _ => {}
        }
    }

    fn begin(&mut self, name: &'static str) {
        self.open = Some(name);
        self.text.clear();
    }

    fn end(&mut self) {
        let (Some(name), Some(text)) = (self.open.take(), words(&self.text)) else { return };
        match name {
            "title" => self.titles.push(text),
            "creator" => self.authors.push(text),
            "publisher" => self.publisher = self.publisher.take().or(Some(text)),
            "language" => self.language = self.language.take().or(Some(text)),
            "date" => self.dates.extend(date(&text)),
            _ => self.modified = self.modified.or_else(|| date(&text)),
        }
    }

    fn finish(self) -> Package {
        let mut seen = HashSet::new();
        let is_of_images = self
            .order
            .iter()
            .filter_map(|(id, _)| self.items.get(id))
            .any(|item| item.media_type.starts_with("image/"));
        let mut part = |id: &String| {
            let item = self.text_of(id).filter(|item| !item.is_nav)?;
            seen.insert(&item.path).then(|| item.path.clone())
        };
        let (main, aside): (Vec<_>, Vec<_>) = self.order.iter().partition(|(_, is_main)| *is_main);
        let mut spine: Vec<String> = main.iter().filter_map(|(id, _)| part(id)).collect();
        let mut n_main = spine.len();
        spine.extend(aside.iter().filter_map(|(id, _)| part(id)));
        let is_unordered = spine.is_empty() && !is_of_images;
        if is_unordered {
            spine.extend(self.listed.iter().filter_map(part));
            n_main = spine.len();
        }
        let is_aside = |item: &&Item| {
            item.media_type.contains("html") && !item.is_nav && !seen.contains(&item.path)
        };
        let aside = self.items.values().filter(is_aside).map(|item| item.path.clone());
        let aside = aside.collect::<BTreeSet<_>>().into_iter().collect();
        let nav = self.items.values().find(|item| item.is_nav);
        let ncx = self.items.get(&self.ncx).filter(|item| item.media_type.contains("ncx"));
        // A converter dates a book by the day on which it made it.
        let published = self
            .dates
            .into_iter()
            .find(|date| Some(date.edtf()) != self.modified.map(|m| m.edtf()));
        let line = |text: String| CleanText::line(&text);
        let meta = Meta {
            title: self.titles.into_iter().next().filter(|title| !is_file_name(title)).map(line),
            authors: self.authors.into_iter().map(line).collect(),
            source: self.publisher.map(line),
            language: self.language.filter(|language| language.len() > 1).map(line),
            published,
            is_book: true,
            ..Meta::default()
        };
        let contents = nav.into_iter().chain(ncx).map(|item| item.path.clone()).collect();
        Package { meta, spine, n_main, aside, is_unordered, contents, is_of_images }
    }

    /// The text that an entry of the order is, or that stands for what it is.
    fn text_of(&self, id: &str) -> Option<&Item> {
        let mut item = self.items.get(id)?;
        for _ in 0..MOST_FALLBACKS {
            if item.is_text() {
                return Some(item);
            }
            item = self.items.get(&item.fallback)?;
        }
        None
    }
}
