//! What a finder can list, and what its entries say and lead to.

use super::super::action::{ACTIONS, Action};
use super::super::keymap::Keymap;
use super::super::links::target_words;
use super::marginalia::Listed;
use super::{Entry, Matches, Outline, People, Sources, paragraph};
use crate::document::{CleanText, Document, TextRange};
use crate::search::{Hit, Manner};
use std::borrow::Cow;

/// The columns in which the names of actions stand.
const NAMES: usize = 20;

/// What is listed. Entries are known by their indices.
#[derive(Debug)]
pub enum List {
    /// The headings, or without any the paragraphs.
    Outline(Outline),
    /// Everybody who is named or quoted.
    People(People),
    /// What can be done.
    Actions,
    /// The matches of a search.
    Matches(Matches),
    /// The marks of the reader.
    Marks(Vec<Listed>),
    /// The notes of the reader and the companion.
    Notes(Vec<Listed>),
    /// The links of the document, by their words.
    Links(Vec<TextRange>),
}

/// Where an entry leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To this offset, at the top of the page.
    Top(usize),
    /// To these words, wherever on the page.
    Passage(TextRange),
    /// To a mark or a note whose words are gone, by its id.
    Lost(String),
    /// To nothing.
    Nowhere,
    /// To where this person is named first.
    Person(u32),
    /// An action is done.
    Action(Action),
    /// To this match.
    Hit(Hit),
    /// Where the link of these words leads.
    Link(TextRange),
}

impl List {
    /// How many entries there are.
    pub fn len(&self) -> u32 {
        match self {
            Self::Outline(outline) => outline.len(),
            Self::People(people) => people.len(),
            Self::Actions => ACTIONS.len() as u32,
            Self::Matches(matches) => matches.len(),
            Self::Marks(listed) | Self::Notes(listed) => listed.len() as u32,
            Self::Links(links) => links.len() as u32,
        }
    }

    /// Whether nothing is listed.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many entries there would be if all were listed.
    pub fn total(&self) -> usize {
        match self {
            Self::Matches(matches) => matches.total(),
            _ => self.len() as usize,
        }
    }

    /// The names of this list and of those that Tab shows instead, and which of them is this one.
    pub fn names(&self) -> (&'static [&'static str], usize) {
        match self {
            Self::Outline(_) => (&["Outline", "People"], 0),
            Self::People(_) => (&["Outline", "People"], 1),
            Self::Actions => (&["Commands"], 0),
            Self::Matches(_) => (&["Matches"], 0),
            Self::Marks(_) => (&["Marks"], 0),
            Self::Notes(_) => (&["Notes"], 0),
            Self::Links(_) => (&["Links"], 0),
        }
    }

    /// Whether the best match stands first; else the order of the entries stays.
    pub fn is_ranked(&self) -> bool {
        matches!(self, Self::Actions)
    }

    /// Whether what stands at the right of an entry is its section, which is compared with what is
    /// typed, too.
    pub fn has_section(&self) -> bool {
        matches!(self, Self::Matches(_))
    }

    /// How many entries are compared with what is typed at a time: some milliseconds.
    pub fn at_a_time(&self) -> usize {
        match self {
            // Their words have to be found in the text.
            Self::Matches(matches) => matches.at_a_time(),
            _ => 8192,
        }
    }

    /// How what is typed has to match.
    pub fn manner(&self) -> Manner {
        match self {
            Self::Outline(outline) if !outline.has_headings => Manner::Words,
            Self::Matches(_) => Manner::Words,
            Self::Marks(_) | Self::Notes(_) => Manner::Words,
            Self::Outline(_) | Self::People(_) | Self::Actions | Self::Links(_) => Manner::Fuzzy,
        }
    }

    /// The text of an entry, with which what is typed is compared.
    pub fn text<'a>(&'a self, sources: Sources<'a>, index: u32) -> Cow<'a, str> {
        match self {
            Self::Outline(outline) => outline.text(sources.document, index).into(),
            Self::People(people) => people.text(sources.layers, index).into(),
            Self::Actions => action_text(index).into(),
            Self::Matches(matches) => matches.text(sources.document, index).into(),
            Self::Links(links) => link_text(sources.document, links[index as usize]).0.into(),
            Self::Marks(listed) | Self::Notes(listed) => listed[index as usize].text().into(),
        }
    }

    /// What can be done with an entry.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Outline(_) => "Enter goes there  Tab people  Esc closes",
            Self::People(_) => "Enter goes there, n N on  Tab outline  Esc closes",
            Self::Actions => "Enter does it  Esc closes",
            Self::Matches(_) | Self::Links(_) => "Enter goes there  Esc closes",
            Self::Marks(_) | Self::Notes(_) => "Ctrl-x deletes  Enter goes there  Esc closes",
        }
    }

    /// The entry, without what the reader did to it.
    pub fn entry(&self, sources: Sources<'_>, index: u32) -> Entry {
        match self {
            Self::Outline(outline) => outline.entry(sources.document, index),
            Self::Matches(matches) => matches.entry(sources.document, index),
            Self::Marks(listed) | Self::Notes(listed) => listed[index as usize].entry(),
            Self::People(people) => people.entry(sources, index),
            Self::Actions => Entry {
                text: CleanText::line(&action_text(index)),
                faint_from: NAMES,
                detail: CleanText::line(&keys(sources.keymap, ACTIONS[index as usize].action)),
                ..Entry::default()
            },
            Self::Links(links) => Self::link(sources.document, links[index as usize]),
        }
    }

    fn link(document: &Document, words: TextRange) -> Entry {
        let (text, faint_from) = link_text(document, words);
        let number = document.block_around(words.start()).map(|block| paragraph(document, block));
        Entry { text: CleanText::line(&text), faint_from, number, ..Entry::default() }
    }

    /// Where an entry leads.
    pub fn target(&self, sources: Sources<'_>, index: u32) -> Target {
        match self {
            Self::Outline(outline) => Target::Top(outline.start(sources.document, index)),
            Self::People(people) => Target::Person(people.person(index)),
            Self::Actions => Target::Action(ACTIONS[index as usize].action),
            Self::Matches(matches) => {
                matches.hit(sources.document, index).map_or(Target::Top(0), Target::Hit)
            }
            Self::Marks(listed) | Self::Notes(listed) => listed[index as usize].target(),
            Self::Links(links) => Target::Link(links[index as usize]),
        }
    }
}

/// The words of a link and where it leads, and where that begins.
fn link_text(document: &Document, words: TextRange) -> (String, usize) {
    let shown = document[words].trim();
    (format!("{shown}  {}", target_words(document, words)), shown.len())
}

/// `n  Ctrl-g`.
fn keys(keymap: &Keymap, action: Action) -> String {
    let keys: Vec<String> = keymap.sequences(action).map(|keys| keys.replace(' ', "")).collect();
    keys.join("  ")
}

/// `next match          the next match`.
fn action_text(index: u32) -> String {
    let binding = &ACTIONS[index as usize];
    let name = binding.action.name().replace('-', " ");
    format!("{name:NAMES$}{}", binding.help)
}
