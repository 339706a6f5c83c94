//! The exports for other programs, by the real binary: each against the published definition of its
//! format.

// clippy knows test functions, not what they call.
#![allow(clippy::unwrap_used)]

use serde_json::Value;
use std::collections::HashSet;
use std::path::PathBuf;
use std::process::Command;

const ARTICLE: &str = "---
title: Bends & <Banks>
author: Ann Lee
url: https://river.example/bends
---
# Bends & <Banks>

By water.

Xerxes burned the city in 480 BC — and left.

In May 1949 the ferry came. “We ‘walked’, all of us,” said Ben Holt, a pilot & painter.
";

const COMPANION: &str = r#"schema = 1
[[event]]
date = "-0479"
label = "The <city> burns & falls"
anchor = { exact = "480 BC" }
[[event]]
date = "1945/1991"
label = "Cold War"
era = true
anchor = { exact = "the ferry" }
[[note]]
text = "compare, \"please\"\nwith Herodotus"
anchor = { exact = "burned the city" }
"#;

/// What an export writes of the article in a folder of this test's own.
fn exported(test: &str, format: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("exports").join(test);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("bends.md");
    std::fs::write(&path, ARTICLE).unwrap();
    std::fs::write(folder.join("bends.dateline.toml"), COMPANION).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["--no-state", "--export", format])
        .arg(&path)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn parsed(test: &str, format: &str) -> Value {
    serde_json::from_str(&exported(test, format)).unwrap()
}

/// Characters of a text, from one to before the other, as the JSON export counts them.
fn slice(text: &str, start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    text.chars().skip(start).take(end - start).collect()
}

/// timeline.knightlab.com, “TimelineJS JSON data format”: `events` with `start_date`, whose `year` is
/// a number; `text` with `headline` and `text`, in HTML; `eras` with both dates.
#[test]
fn timelinejs_has_slides_and_eras_as_its_format_defines_them() {
    let timeline = parsed("timelinejs", "timelinejs");
    assert_eq!(timeline["title"]["text"]["headline"], "Bends &amp; &lt;Banks&gt;");
    assert_eq!(timeline["title"]["text"]["text"], "<p>Ann Lee</p>");
    let events = timeline["events"].as_array().unwrap();
    assert_eq!(events.len(), 2);
    for event in events {
        assert!(event["start_date"]["year"].is_i64());
        assert!(event["text"]["headline"].is_string() && event["text"]["text"].is_string());
    }
    // A negative year is shown with its number and BCE.
    assert_eq!(events[0]["start_date"]["year"], -480);
    assert_eq!(events[0]["display_date"], "480 BC");
    assert_eq!(events[0]["text"]["headline"], "The &lt;city&gt; burns &amp; falls");
    let sentence = "<p>Xerxes burned the city in 480 BC — and left.</p>";
    assert_eq!(events[0]["text"]["text"], sentence);
    assert_eq!(events[1]["start_date"], serde_json::json!({ "year": 1949, "month": 5 }));
    assert_eq!(events[1].get("end_date"), None);
    let eras = serde_json::json!([{
        "start_date": { "year": 1945 },
        "end_date": { "year": 1991 },
        "text": { "headline": "Cold War" },
    }]);
    assert_eq!(timeline["eras"], eras);
}

/// W3C, *Web Annotation Data Model*: an annotation has one id, the type and a target (3.1); a
/// specific resource one source (4); the selectors their words and positions (4.2.4, 4.2.5); a
/// collection its id, type and total, and a page its items (5).
#[test]
fn annotations_select_the_words_in_the_text_of_the_json_export() {
    let collection = parsed("w3c", "w3c");
    let text = parsed("w3c", "json")["text"].as_str().unwrap().to_owned();
    assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(collection["type"], "AnnotationCollection");
    assert_eq!(collection["first"]["type"], "AnnotationPage");
    assert_eq!(collection["first"]["partOf"], collection["id"]);
    let items = collection["first"]["items"].as_array().unwrap();
    assert_eq!(collection["total"], items.len());
    let ids: HashSet<_> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), items.len());
    for item in items {
        assert_eq!(item["type"], "Annotation");
        assert_eq!(item["target"]["source"], "https://river.example/bends");
        let [quote, position] = &item["target"]["selector"].as_array().unwrap()[..] else {
            panic!("{item}");
        };
        assert_eq!(quote["type"], "TextQuoteSelector");
        assert_eq!(position["type"], "TextPositionSelector");
        let exact = quote["exact"].as_str().unwrap();
        assert_eq!(slice(&text, &position["start"], &position["end"]), exact);
        let around = [&quote["prefix"], &quote["exact"], &quote["suffix"]];
        assert!(text.contains(&around.map(|words| words.as_str().unwrap()).concat()));
    }
    let of = |id: &str| items.iter().find(|item| item["id"] == id).unwrap();
    let quote = of("#quote-1");
    assert_eq!(quote["motivation"], "tagging");
    assert_eq!(quote["body"][0]["value"], "Ben Holt");
    assert_eq!(quote["target"]["selector"][0]["exact"], "We ‘walked’, all of us");
    let event = of("#event-1");
    assert_eq!(event["motivation"], "describing");
    assert_eq!(event["body"][1]["value"], "-0479");
    let note = of("#note-1");
    assert_eq!(note["motivation"], "commenting");
    assert_eq!(note["body"][0]["type"], "TextualBody");
    assert_eq!(note["body"][0]["value"], "compare, \"please\"\nwith Herodotus");
}

/// RFC 4180: as many fields in each record as in the heading, records that end in CRLF, quotes and
/// line breaks inside of quoted fields.
#[test]
fn the_table_is_read_back_whole() {
    let written = exported("csv", "csv");
    let text = parsed("csv", "json")["text"].as_str().unwrap().to_owned();
    assert!(written.ends_with("\r\n"));
    assert!(written.contains("\"compare, \"\"please\"\"\nwith Herodotus\""));
    let mut reader = csv::Reader::from_reader(written.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let get = |row: &csv::StringRecord, heading: &str| {
        let at = headings.iter().position(|name| name == heading).unwrap();
        row[at].to_owned()
    };
    let kinds: Vec<String> = rows.iter().map(|row| get(row, "kind")).collect();
    assert_eq!(kinds, ["event", "event", "era", "quote", "note"]);
    for row in &rows {
        let place =
            ["start", "end"].map(|name| Value::from(get(row, name).parse::<u64>().unwrap()));
        assert_eq!(slice(&text, &place[0], &place[1]), get(row, "text"));
        assert!(["2", "3"].contains(&&*get(row, "paragraph")));
    }
    let facts = ["date", "from", "to", "label", "origin"].map(|name| get(&rows[0], name));
    assert_eq!(
        facts,
        ["-0479", "-0479-01-01", "-0479-12-31", "The <city> burns & falls", "curated"]
    );
    assert_eq!(get(&rows[3], "speaker"), "Ben Holt");
    assert_eq!(get(&rows[3], "cue"), "said");
    assert_eq!(get(&rows[4], "label"), "compare, \"please\"\nwith Herodotus");
}

/// The form of the settings is taken, unless another is asked for.
#[test]
fn quotations_are_exported_in_the_form_of_the_settings() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("exports/settings");
    std::fs::create_dir_all(folder.join("dateline")).unwrap();
    std::fs::write(folder.join("dateline/config.toml"), "cite = \"mla\"\n").unwrap();
    let article = folder.join("bends.md");
    std::fs::write(&article, ARTICLE).unwrap();
    let quotes = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .env("XDG_CONFIG_HOME", &folder)
            .args(["--no-state", "--export", "quotes"])
            .args(arguments)
            .arg(&article)
            .output()
            .unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(quotes(&[]).contains("(Ben Holt, qtd. in Lee, par. 3)"), "{}", quotes(&[]));
    assert!(quotes(&["--cite", "apa"]).contains("(Ben Holt, as cited in Lee, n.d., para. 3)"));
    let none = folder.join("none.toml");
    std::fs::write(&none, "").unwrap();
    assert!(quotes(&["--config", none.to_str().unwrap()]).contains(" — Ben Holt"));
}
