//! The table of contents of a book, and its entries as headings of chapters that have none.

use super::super::decode::decode;
use super::super::html::{Draft, join, unescape, words};
use super::archive::{Archive, PACKAGE_MEGABYTES};
use super::package::Package;
use super::xml;
use crate::document::{BlockKind, fold};
use std::collections::HashMap;

/// A longer table is not read further.
const MOST_ENTRIES: usize = 20_000;

/// A heading stands among so many blocks behind the place that an entry names.
const NEAR: usize = 3;

/// An entry: a place, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The `id` in the file, if it is not the file's start.
    pub id: Option<String>,
    /// What it is called.
    pub label: String,
    /// How deep it lies; 1 is the highest.
    pub level: u8,
}

/// The entries of a table, by the path of their file.
pub type Contents = HashMap<String, Vec<Entry>>;

/// Reads the first table of contents that has entries.
pub fn read(archive: &mut Archive<'_>, package: &Package) -> Contents {
    for path in &package.contents {
        let Ok(bytes) = archive.read(path, PACKAGE_MEGABYTES) else { continue };
        let contents = parse(&decode(&bytes, None).text, path);
        if !contents.is_empty() {
            return contents;
        }
    }
    Contents::new()
}

/// The entries in a text, which is a navigation document of EPUB 3 or an NCX of EPUB 2.
fn parse(text: &str, path: &str) -> Contents {
    let mut reader = Reader { path, ..Reader::default() };
    xml::read(text, |event| reader.take(event));
    reader.contents
}

#[derive(Debug, Default)]
struct Reader<'a> {
    path: &'a str,
    contents: Contents,
    n_entries: usize,
    level: u8,
    /// Whether a list for people is being read, and not one of pages or landmarks.
    is_other: bool,
    target: Option<String>,
    label: String,
    is_label: bool,
}

impl Reader<'_> {
    fn take(&mut self, event: xml::Event<'_>) {
        match event {
            xml::Event::Start { name, attributes, .. } => match name {
                "nav" => {
                    let kind = attributes.get("type");
                    self.is_other = !kind.is_empty() && !kind.contains("toc");
                    self.level = 0;
                }
                "ol" | "navpoint" => self.level = self.level.saturating_add(1),
                "pagelist" | "navlist" => self.is_other = true,
                "a" | "navlabel" => {
                    self.is_label = true;
                    self.label.clear();
                    self.target = Some(attributes.get("href").to_owned());
                }
                "content" => {
                    self.target = Some(attributes.get("src").to_owned());
                    self.entry();
                }
                _ => {}
            },
            xml::Event::End(name) => match name {
                "ol" | "navpoint" => self.level = self.level.saturating_sub(1),
                "navlabel" => self.is_label = false,
                "a" => {
                    self.is_label = false;
                    self.entry();
                }
                _ => {}
            },
            xml::Event::Text(text) if self.is_label && self.label.len() < 2000 => {
                self.label.push_str(text);
            }
            xml::Event::Text(_) => {}
        }
    }

    fn entry(&mut self) {
        let Some(target) = self.target.take().filter(|target| !target.is_empty()) else { return };
        let Some(label) = words(&self.label).filter(|_| !self.is_other) else { return };
        self.n_entries += 1;
        if self.n_entries > MOST_ENTRIES {
            return;
        }
        let (file, id) = target.split_once('#').unwrap_or((&target, ""));
        let id = (!id.is_empty()).then(|| unescape(id));
        let level = self.level.clamp(1, 6);
        let file = join(self.path, &unescape(file));
        self.contents.entry(file).or_default().push(Entry { id, label, level });
    }
}

/// The blocks of a chapter, with headings where the table of contents has an entry and it has none.
pub fn with_headings(mut drafts: Vec<Draft>, path: &str, contents: &Contents) -> Vec<Draft> {
    let Some(entries) = contents.get(path).filter(|_| !drafts.is_empty()) else { return drafts };
    let places: HashMap<String, usize> = drafts
        .iter()
        .enumerate()
        .flat_map(|(index, draft)| draft.names().map(move |name| (name.to_owned(), index)))
        .collect();
    let mut missing: Vec<(usize, &Entry)> = entries
        .iter()
        .filter_map(|entry| {
            let index = match &entry.id {
                Some(id) => *places.get(&format!("{path}#{id}"))?,
                None => 0,
            };
            Some((index, entry))
        })
        .collect();
    missing.sort_by_key(|(index, _)| *index);
    missing.dedup_by_key(|(index, _)| *index);
    missing.retain(|(index, entry)| !is_headed(&drafts[*index..], &entry.label));
    // From the end on, so that what is inserted moves none of the other places.
    for (index, entry) in missing.into_iter().rev() {
        let heading = BlockKind::Heading { level: entry.level };
        // The chapter may say its name, or the parts of it, in paragraphs.
        let n_said = n_saying(&drafts[index..], &entry.label);
        if n_said == 1 {
            drafts[index].kind = heading;
            continue;
        }
        let said: Vec<Draft> = drafts.drain(index..index + n_said).collect();
        let names = match said.is_empty() {
            true => drafts[index].take_names(),
            false => said.into_iter().flat_map(Draft::into_names).collect(),
        };
        drafts.insert(index, Draft { steps: names, ..Draft::of(heading, &entry.label) });
    }
    drafts
}

/// How many of the first blocks say together what an entry is called.
fn n_saying(drafts: &[Draft], label: &str) -> usize {
    let letters = |text: &str| -> String {
        fold(text).text().chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let label = letters(label);
    let mut said = String::new();
    for (index, draft) in drafts.iter().take(NEAR).enumerate() {
        said.push_str(&letters(&draft.text));
        if said == label {
            return index + 1;
        }
        if said.is_empty() || !label.starts_with(&said) {
            return 0;
        }
    }
    0
}

/// Whether blocks begin with a heading: the first one near that is a heading stands behind no
/// sentence, or says what the entry says.
fn is_headed(drafts: &[Draft], label: &str) -> bool {
    let near = &drafts[..drafts.len().min(NEAR)];
    let is_heading = |draft: &Draft| matches!(draft.kind, BlockKind::Heading { .. });
    let Some(index) = near.iter().position(is_heading) else { return false };
    let ends_sentence = |draft: &Draft| {
        draft.kind == BlockKind::Paragraph
            && draft.text.trim_end().ends_with(['.', '!', '?', '”', '’', '"'])
    };
    let label = fold(label);
    !near[..index].iter().any(ends_sentence)
        || label.text().contains(fold(&near[index].text).text())
}
