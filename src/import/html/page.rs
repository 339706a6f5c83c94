//! The tokens of a page, stored flat.
//!
//! In: the text of a page of HTML or XHTML. Out: a [`Page`]: its elements and texts in order, with
//! the few attributes that matter, all of it as ranges of one string. There is no tree, so that a
//! million nested elements take no more time and no more stack than a million in a row.

#[cfg(test)]
mod tests;

use super::tag::{Role, Tag};
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, State, Tokenizer};
use std::ops::Range;

/// A longer value of an attribute is cut.
const VALUE_BYTES: usize = 4 << 10;

/// More elements that open one right in the other say nothing more.
const MOST_RIGHT_INSIDE: u32 = 1 << 12;

/// More attributes of one element are not read.
const ATTRIBUTES: usize = 24;

macro_rules! attributes {
    ($($variant:ident $($name:literal)+;)*) => {
        /// An attribute that is read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names are those of HTML")]
        pub enum Attribute { $($variant,)* }

        impl Attribute {
            fn named(name: &[u8]) -> Option<Self> {
                $($(if name == $name.as_bytes() { return Some(Self::$variant); })+)*
                None
            }

            /// Its first name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => [$($name,)+][0],)* }
            }
        }
    };
}

attributes! {
    Class "class";
    Id "id" "xml:id";
    Href "href" "xlink:href";
    Src "src";
    Alt "alt";
    Style "style";
    Role "role";
    Hidden "hidden";
    AriaHidden "aria-hidden";
    Name "name";
    Content "content";
    Property "property";
    HttpEquiv "http-equiv";
    Itemprop "itemprop";
    Datetime "datetime";
    Rel "rel";
    Type "type";
    Checked "checked";
    Lang "lang" "xml:lang";
    Start "start";
    Reversed "reversed";
    Value "value";
    Colspan "colspan";
    Rowspan "rowspan";
    Align "align";
    EpubType "epub:type";
    Alttext "alttext";
    Title "title";
    Encoding "encoding";
    Itemtype "itemtype";
    DataLang "data-lang" "data-language";
    PartName "data-testid" "data-test-id" "data-qa" "data-component" "data-gu-name"
        "data-field";
}

/// One piece of a page.
#[derive(Debug, Clone)]
pub enum Node {
    /// A start tag.
    Open {
        /// The element.
        tag: Tag,
        /// Its attributes, as indices of [`Page::attributes`].
        attributes: Range<u32>,
        /// It is closed at once, as XHTML writes it.
        is_closed: bool,
    },
    /// An end tag.
    Close(Tag),
    /// Text, as a range of [`Page::text`].
    Text(Range<u32>),
}

/// A page.
#[derive(Debug, Default)]
pub struct Page {
    /// The pieces, in order.
    pub nodes: Vec<Node>,
    attributes: Vec<(Attribute, Range<u32>)>,
    text: String,
}

/// An element with its attributes.
#[derive(Debug, Clone, Copy)]
pub struct Element<'a> {
    /// The element.
    pub tag: Tag,
    page: &'a Page,
    start: u32,
    end: u32,
}

impl<'a> Element<'a> {
    /// Whether it has no attributes, as most elements.
    pub fn is_bare(self) -> bool {
        self.start == self.end
    }

    /// The value of an attribute; empty where it stands without one.
    pub fn get(self, attribute: Attribute) -> Option<&'a str> {
        self.attributes().find(|(name, _)| *name == attribute).map(|(_, value)| value)
    }

    /// The value of an attribute, or nothing.
    pub fn value(self, attribute: Attribute) -> &'a str {
        self.get(attribute).unwrap_or("")
    }

    /// All attributes with their values.
    pub fn attributes(self) -> impl Iterator<Item = (Attribute, &'a str)> {
        self.page.attributes[self.start as usize..self.end as usize]
            .iter()
            .map(|(name, range)| (*name, self.page.slice(range)))
    }

    /// Whether the class, the id or the like of the element holds one of these words.
    pub fn is_named(self, words: &[&str]) -> bool {
        let names = [Attribute::Class, Attribute::Id, Attribute::EpubType, Attribute::Role];
        names.into_iter().any(|name| {
            let value = self.value(name).to_ascii_lowercase();
            words.iter().any(|word| value.contains(word))
        })
    }
}

impl Page {
    /// The tokens of a page; `is_xml` where `<a/>` is a whole element.
    pub fn parse(text: &str, is_xml: bool) -> Self {
        let mut reader = Reader {
            page: Self::default(),
            first: 0,
            name: None,
            tag: None,
            is_xml,
            n_right_inside: 0,
        };
        let emitter =
            CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| reader.take(&event));
        let mut tokenizer = Tokenizer::new_with_emitter(text, emitter);
        // A token stands for an element of which the content is no markup.
        while let Some(Ok(state)) = tokenizer.next() {
            tokenizer.set_state(state);
        }
        drop(tokenizer);
        reader.page
    }

    /// The words of a range.
    pub fn slice(&self, range: &Range<u32>) -> &str {
        &self.text[range.start as usize..range.end as usize]
    }

    /// The element that starts at a node.
    pub fn element(&self, node: &Node) -> Option<Element<'_>> {
        let Node::Open { tag, attributes, .. } = node else { return None };
        Some(Element { tag: *tag, page: self, start: attributes.start, end: attributes.end })
    }

    /// The nodes of the element that starts at a node, to its end; `None` if that is not among the
    /// first `most` of them.
    pub fn within(&self, index: usize, most: usize) -> Option<&[Node]> {
        let nodes = &self.nodes[index..];
        let Some(Node::Open { tag, is_closed: false, .. }) = nodes.first() else {
            return nodes.get(..1);
        };
        let mut n_open = 0_usize;
        for (at, node) in nodes.iter().take(most).enumerate() {
            match node {
                Node::Open { tag: inner, is_closed: false, .. } if inner == tag => n_open += 1,
                Node::Close(inner) if inner == tag => {
                    n_open -= 1;
                    if n_open == 0 {
                        return nodes.get(..=at);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// All elements, in order.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        self.nodes.iter().filter_map(|node| self.element(node))
    }

    /// The text between a start tag and the next tag, of which the pieces lie one behind the other.
    pub fn text_after(&self, index: usize) -> &str {
        let mut ranges = self.nodes[index + 1..].iter().map_while(|node| match node {
            Node::Text(range) => Some(range),
            _ => None,
        });
        let Some(first) = ranges.next() else { return "" };
        self.slice(&(first.start..ranges.last().unwrap_or(first).end))
    }

    /// The words of the element that starts at a node, if it is small.
    pub fn text_within(&self, index: usize) -> String {
        const MOST_NODES: usize = 16;
        let nodes = self.within(index, MOST_NODES).into_iter().flatten();
        let texts = nodes.filter_map(|node| match node {
            Node::Text(range) => Some(self.slice(range)),
            _ => None,
        });
        texts.collect()
    }

    fn push_text(&mut self, bytes: &[u8]) -> Range<u32> {
        let start = self.text.len() as u32;
        // The tokenizer was given text, so this is text; it cuts none in the middle of a letter.
        match std::str::from_utf8(bytes) {
            Ok(text) => self.text.push_str(text),
            Err(_) => self.text.push_str(&String::from_utf8_lossy(bytes)),
        }
        start..self.text.len() as u32
    }
}

/// Whether an element without attributes only says how what stands in it looks.
fn is_of_no_effect(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Strong | Tag::Em | Tag::Span | Tag::Code | Tag::Strike | Tag::Other | Tag::Div
    )
}

/// Makes nodes of what the tokenizer tells.
struct Reader {
    page: Page,
    /// The first attribute of the element that is being read.
    first: u32,
    name: Option<Attribute>,
    tag: Option<Tag>,
    is_xml: bool,
    /// How many elements without attributes were opened since the last text or end.
    n_right_inside: u32,
}

impl Reader {
    fn take(&mut self, event: &CallbackEvent<'_>) -> Option<State> {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Some(Tag::named(name));
                self.first = self.page.attributes.len() as u32;
                self.name = None;
            }
            CallbackEvent::AttributeName { name } => self.begin_attribute(name),
            CallbackEvent::AttributeValue { value } => self.end_attribute(value),
            CallbackEvent::CloseStartTag { self_closing } => return self.open(*self_closing),
            CallbackEvent::EndTag { name } => {
                self.n_right_inside = 0;
                self.page.nodes.push(Node::Close(Tag::named(name)));
            }
            CallbackEvent::String { value } => {
                if !value.trim_ascii().is_empty() {
                    self.n_right_inside = 0;
                }
                let range = self.page.push_text(value);
                self.page.nodes.push(Node::Text(range));
            }
            CallbackEvent::Comment { .. }
            | CallbackEvent::Doctype { .. }
            | CallbackEvent::Error(_) => {}
        }
        None
    }

    fn begin_attribute(&mut self, name: &[u8]) {
        let read = &self.page.attributes[self.first as usize..];
        self.name = Attribute::named(name)
            .filter(|name| read.len() < ATTRIBUTES && read.iter().all(|(read, _)| read != name));
        if let Some(name) = self.name {
            let at = self.page.text.len() as u32;
            self.page.attributes.push((name, at..at));
        }
    }

    fn end_attribute(&mut self, value: &[u8]) {
        if self.name.take().is_some() {
            let cut = &value[..value.len().min(VALUE_BYTES)];
            let range = self.page.push_text(cut);
            if let Some((_, value)) = self.page.attributes.last_mut() {
                *value = range;
            }
        }
    }

    /// The element is read; the state in which its content is to be read, if it is no markup.
    fn open(&mut self, is_self_closing: bool) -> Option<State> {
        let tag = self.tag.take()?;
        let is_closed = tag.role() == Role::Void || is_self_closing && self.is_xml;
        let attributes = self.first..self.page.attributes.len() as u32;
        if is_of_no_effect(tag) && attributes.is_empty() {
            self.n_right_inside += 1;
            if self.n_right_inside > MOST_RIGHT_INSIDE {
                return None;
            }
        }
        self.page.nodes.push(Node::Open { tag, attributes, is_closed });
        if is_closed {
            return None;
        }
        match tag {
            Tag::Title => Some(State::RcData),
            Tag::Script => Some(State::ScriptData),
            Tag::Style => Some(State::RawText),
            _ => None,
        }
    }
}
