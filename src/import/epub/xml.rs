//! The XML of books, read leniently: many packages are not well-formed.
//!
//! The tokenizer is the one for HTML: it is bounded, knows no entities of the document's own, and
//! goes on where a parser of XML must stop. Names come without their prefix and in lower case.

use super::super::html::unescape;
use html5gum::{Token, Tokenizer};
use std::collections::BTreeMap;

/// What is read.
#[derive(Debug)]
pub enum Event<'a> {
    /// An element begins.
    Start {
        /// Its name.
        name: &'a str,
        /// Its attributes.
        attributes: Attributes<'a>,
        /// It is the whole of the element.
        is_closed: bool,
    },
    /// An element ends.
    End(&'a str),
    /// Text.
    Text(&'a str),
}

/// The attributes of an element.
#[derive(Debug)]
pub struct Attributes<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Attributes<'a> {
    /// The value of an attribute, or nothing.
    pub fn get(&self, name: &str) -> &'a str {
        self.0.get(name).copied().unwrap_or("")
    }

    /// The path that an attribute holds.
    pub fn path(&self, name: &str) -> String {
        unescape(self.get(name))
    }
}

/// Calls `take` for every token of `text`.
pub fn read(text: &str, mut take: impl FnMut(Event<'_>)) {
    for token in Tokenizer::new(text) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let Ok(name) = std::str::from_utf8(&tag.name) else { continue };
                let attributes = tag.attributes.iter().filter_map(|(name, value)| {
                    let name = std::str::from_utf8(name).ok()?;
                    Some((local(name), std::str::from_utf8(value).ok()?))
                });
                let attributes = Attributes(attributes.collect());
                let is_closed = tag.self_closing;
                take(Event::Start { name: local(name), attributes, is_closed });
            }
            Token::EndTag(tag) => {
                if let Ok(name) = std::str::from_utf8(&tag.name) {
                    take(Event::End(local(name)));
                }
            }
            Token::String(text) => {
                if let Ok(text) = std::str::from_utf8(&text) {
                    take(Event::Text(text));
                }
            }
            _ => {}
        }
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_and_capitals_do_not_matter() {
        let mut shown = String::new();
        read("<opf:Item xlink:HREF='a%20b'/>x &amp; &own;</dc:title>", |event| {
            shown += &match event {
                Event::Start { name, attributes, is_closed } => {
                    format!("<{name} {} {is_closed}>", attributes.path("href"))
                }
                Event::End(name) => format!("</{name}>"),
                Event::Text(text) => text.to_owned(),
            };
        });
        assert_eq!(shown, "<item a b true>x & &own;</title>");
    }
}
