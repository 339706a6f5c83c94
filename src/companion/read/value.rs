//! The values of a companion, checked while they are read, so that an error has their place.

use crate::document::{Anchor, CleanText, QuoteKind, Selector, When, fold};
use serde::de::{Error as _, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// One line of text.
pub(super) struct Line(pub(super) CleanText);

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(CleanText::line(&text)))
    }
}

/// Text of any number of lines.
pub(super) struct Text(pub(super) CleanText);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(CleanText::text(&text)))
    }
}

/// Text that has at least one letter, digit or sign to be found by.
pub(super) struct Words(pub(super) String);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StringVisitor {
            expected: "a string",
            read: |text| match fold(text).text().trim() {
                "" => Err("these words are empty; write them as the article has them".to_owned()),
                _ => Ok(Self(text.to_owned())),
            },
        })
    }
}

/// A date in EDTF.
pub(super) struct Date(pub(super) When);

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StringVisitor {
            expected: "a date in quotes, such as \"1949-12\"",
            read: |text| When::parse(text).map(Self).map_err(|error| error.to_string()),
        })
    }
}

/// A kind of quotation.
pub(super) struct Kind(pub(super) QuoteKind);

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const KINDS: [QuoteKind; 3] = [QuoteKind::Speech, QuoteKind::Writing, QuoteKind::Phrase];
        deserializer.deserialize_any(StringVisitor {
            expected: "a kind in quotes, such as \"writing\"",
            read: |text| {
                let kind = KINDS.into_iter().find(|kind| kind.name() == text);
                kind.map(Self).ok_or_else(|| {
                    format!("`{text}` is no kind of quotation; write speech, writing or phrase")
                })
            },
        })
    }
}

/// Reads a value from a string; its errors get the place of the string.
struct StringVisitor<T> {
    expected: &'static str,
    read: fn(&str) -> Result<T, String>,
}

impl<'de, T> Visitor<'de> for StringVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).map_err(E::custom)
    }

    /// A date without quotes comes as a map, as a table does.
    fn visit_map<A: MapAccess<'de>>(self, _: A) -> Result<T, A::Error> {
        Err(A::Error::custom(format!("expected {}", self.expected)))
    }
}

/// Where an item stands.
pub(super) struct AnchorForm(pub(super) Anchor);

impl<'de> Deserialize<'de> for AnchorForm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnchorVisitor)
    }
}

/// One selector or a list of them; an untagged enum would lose the places of the errors inside.
struct AnchorVisitor;

impl<'de> Visitor<'de> for AnchorVisitor {
    type Value = AnchorForm;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("`{ exact = \"…\" }` or a list of these")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<AnchorForm, A::Error> {
        let form = SelectorForm::deserialize(MapAccessDeserializer::new(map))?;
        Ok(AnchorForm(Anchor(vec![form.into()])))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<AnchorForm, A::Error> {
        let mut selectors = Vec::new();
        while let Some(form) = list.next_element::<SelectorForm>()? {
            selectors.push(form.into());
        }
        if selectors.is_empty() {
            return Err(A::Error::custom("the list is empty; write `{ exact = \"…\" }` in it"));
        }
        Ok(AnchorForm(Anchor(selectors)))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table { exact = … }")]
struct SelectorForm {
    exact: Words,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    suffix: String,
}

impl From<SelectorForm> for Selector {
    fn from(form: SelectorForm) -> Self {
        Self { exact: form.exact.0, prefix: form.prefix, suffix: form.suffix }
    }
}
