//! Records as JSON: the form in which they are stored.

use super::Record;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The one version of the form.
const SCHEMA: u64 = 1;

/// The fields of an item.
const KNOWN: [&str; 5] = ["id", "kind", "letter", "text", "anchor"];

/// No record is larger.
pub const MOST_BYTES: u64 = 16 << 20;

/// Why bytes are no record.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RecordError {
    /// It cannot be read.
    #[error("it is damaged: {0}")]
    Damaged(String),
    /// It was written by a later version of the program.
    #[error("it was written by a newer dateline (schema {0})")]
    Newer(u64),
}

#[derive(Serialize)]
struct Written<'a> {
    schema: u64,
    #[serde(flatten)]
    record: &'a Record,
}

#[derive(Deserialize)]
struct Schema {
    schema: u64,
}

impl Record {
    /// Reads a record.
    pub fn parse(bytes: &[u8]) -> Result<Self, RecordError> {
        let damaged = |error: serde_json::Error| RecordError::Damaged(error.to_string());
        let Schema { schema } = serde_json::from_slice(bytes).map_err(damaged)?;
        if schema > SCHEMA {
            return Err(RecordError::Newer(schema));
        }
        let mut record: Self = serde_json::from_slice(bytes).map_err(damaged)?;
        record.rest.remove("schema");
        for item in &mut record.items {
            // Which fields the kind has taken, is not known where the rest is read.
            item.rest.retain(|field, _| !KNOWN.contains(&field.as_str()));
        }
        Ok(record)
    }

    /// The record as JSON, for people too.
    pub fn json(&self) -> String {
        let written = Written { schema: SCHEMA, record: self };
        let json = serde_json::to_string_pretty(&written);
        json.expect("a record has no keys but strings, and no numbers but whole ones") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{Item, Kind, Passage};

    const RECORD: &str = r#"{
        "schema": 1,
        "title": "A Text",
        "items": [
            {"id": "1", "kind": "mark", "letter": "a", "anchor": {"exact": "the fleet"}},
            {"id": "2", "kind": "note", "text": "why?", "anchor": {"exact": "sailed", "start": 9}},
            {"id": "3", "kind": "deleted", "since": "a later version too"}
        ],
        "colors": {"of": "a later version"}
    }"#;

    #[test]
    fn a_record_is_read_as_it_is_documented() {
        let record = Record::parse(RECORD.as_bytes()).unwrap();
        let anchor = Passage { exact: "sailed".to_owned(), start: 9, ..Passage::default() };
        let note = Kind::Note { text: "why?".to_owned(), anchor };
        let rest = Default::default();
        assert_eq!(record.items[1], Item { id: "2".to_owned(), kind: note, rest });
        assert_eq!(record.items[2].kind, Kind::Deleted);
    }

    #[test]
    fn what_is_written_reads_the_same_with_what_is_not_known_here() {
        let record = Record::parse(RECORD.as_bytes()).unwrap();
        let written = record.json();
        assert!(written.contains("\"a later version\""), "{written}");
        assert!(written.contains("\"a later version too\""), "{written}");
        assert_eq!(written.matches("\"kind\"").count(), 3, "{written}");
        assert_eq!(Record::parse(written.as_bytes()).unwrap(), record);
    }

    #[test]
    fn damage_and_later_versions_are_told_apart() {
        let newer = br#"{"schema": 2, "items": "of another shape"}"#;
        assert_eq!(Record::parse(newer), Err(RecordError::Newer(2)));
        for damaged in ["", "{", "[]", "null", "{\"schema\": 1, \"items\": 5}", &RECORD[..99]] {
            let read = Record::parse(damaged.as_bytes());
            assert!(matches!(read, Err(RecordError::Damaged(_))), "{damaged}");
        }
    }
}
