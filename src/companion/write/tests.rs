//! Companions written, and read back.

use super::*;
use crate::companion::Companion;
use crate::document::{
    Basis, BlockKind, Builder, Findings, Origin, SpeakerId, When, sentence_around,
};
use proptest::prelude::*;

fn document(text: &str) -> Document {
    let mut builder = Builder::new();
    for paragraph in text.split('\n') {
        builder.add(BlockKind::Paragraph, paragraph);
    }
    builder.finish(Meta::default())
}

fn event(document: &Document, mention: TextRange, (edtf, label): (&str, &str)) -> Event {
    Event {
        mention,
        when: When::parse(edtf).expect("the date is in the calendar"),
        basis: Basis::Completed,
        sentence: sentence_around(document, mention),
        label: CleanText::line(label),
        is_era: false,
        origin: Origin::Extracted,
        rule: Some("x"),
        confidence: 0.5,
        rank: 1,
        same_as: None,
    }
}

fn quote(words: TextRange, kind: QuoteKind, speaker: u32) -> Quotation {
    Quotation {
        words,
        kind,
        speaker: Some(SpeakerId(speaker)),
        cue: Some(CleanText::line("said")),
        continues: None,
        origin: Origin::Extracted,
        rule: Some("x"),
        confidence: 0.5,
    }
}

/// The range of the words between `[` and `]`, and the text without these.
fn marked(text: &str) -> (Document, TextRange) {
    let start = text.find('[').expect("a start is marked");
    let end = text.find(']').expect("an end is marked") - 1;
    (document(&text.replace(['[', ']'], "")), TextRange::new(start, end))
}

#[track_caller]
fn check(text: &str, anchor: &str) {
    let (document, words) = marked(text);
    let notes = vec![Note { words, text: CleanText::line("x"), origin: Origin::Curated }];
    let written = write(&document, &Layers { notes, ..Layers::default() });
    let line = written.lines().find_map(|line| line.strip_prefix("anchor = "));
    assert_eq!(line.unwrap_or("left out"), anchor, "{written}");
}

#[test]
fn unique_words_stand_alone() {
    check("In [May] he sailed.", "{ exact = \"May\" }");
}

#[test]
fn words_that_stand_twice_get_the_least_context_that_tells_them_apart() {
    check(
        "In [May] he sailed.\nIn May she sailed.",
        "{ exact = \"May\", prefix = \"In\", suffix = \"he\" }",
    );
    check(
        "Ann said: in [May] he sailed.\nBen said: in May he sailed.",
        "{ exact = \"May\", prefix = \"Ann said: in\", suffix = \"he sailed.\" }",
    );
}

#[test]
fn what_cannot_be_told_apart_is_left_out_and_said_so() {
    check("In [May].\nIn May.", "left out");
    check("In Dis[may].\nIn May.", "left out");
    let (document, words) = marked("In [May].\nIn May.");
    let notes = vec![Note { words, text: CleanText::line("look here"), origin: Origin::Yours }];
    let written = write(&document, &Layers { notes, ..Layers::default() });
    assert!(written.ends_with("told from others:\n# note “May”: look here\n"), "{written}");
}

#[test]
fn a_note_over_paragraphs_is_anchored_to_its_part_in_the_first() {
    check("In [May he sailed.\nIn June] he left.", "{ exact = \"May he sailed.\" }");
}

#[test]
fn the_file_has_the_shape_of_the_design() {
    let (document, words) = marked("He said “[the \"fleet\" isn’t 'here']” then.");
    let document = document.with_meta(Meta {
        title: Some(CleanText::line("A “B”")),
        authors: vec![CleanText::line("Ann"), CleanText::line("Ben")],
        published: When::parse("2022-03-09").ok(),
        ..Meta::default()
    });
    let layers = Layers {
        quotes: vec![quote(words, QuoteKind::Phrase, 0)],
        speakers: vec![Speaker { name: CleanText::line("Ann"), description: None }],
        ..Layers::default()
    };
    let written = write(&document, &layers);
    let expected = r#"schema = 1

[document]
title = "A “B”"
authors = ["Ann", "Ben"]
published = "2022-03-09"

[[speaker]]
name = "Ann"

# Quotations, in the order of the text.

[[quote]]
speaker = "Ann"
kind = "phrase"
cue = "said"
anchor = { exact = """the "fleet" isn’t 'here'""" }
"#;
    let items = written;
    let from = items.find("schema = 1").expect("the schema is there");
    assert_eq!(&items[from..], expected);
}

#[test]
fn an_event_is_written_by_its_first_mention_alone() {
    let document = document("In 1949 and in 1950, as in 1949.");
    let place = |words| TextRange::new(words, words + 4);
    let first = event(&document, place(3), ("1949", "it began"));
    let again = Event { same_as: Some(0), ..event(&document, place(27), ("1949", "it began")) };
    let layers = Layers { events: vec![first, again], ..Layers::default() };
    assert_eq!(write(&document, &layers).matches("[[event]]").count(), 1);
}

#[test]
fn a_file_read_back_ranks_its_events_as_they_were() {
    let document = document("In 1949 and in 1950.");
    let place = |start| TextRange::new(start, start + 4);
    let first = Event { rank: 2, ..event(&document, place(3), ("1949", "second")) };
    let second = Event { rank: 1, ..event(&document, place(15), ("1950", "first")) };
    let layers = Layers { events: vec![first, second], ..Layers::default() };
    let companion = Companion::parse(&write(&document, &layers)).expect("it parses");
    let ranks: Vec<_> = companion
        .resolve(&document)
        .findings
        .events
        .iter()
        .map(|event| (event.label.to_string(), event.rank))
        .collect();
    assert_eq!(ranks, [("first".to_owned(), 1), ("second".to_owned(), 2)]);
}

/// What has to be the same after writing and reading.
fn gist(layers: &Layers) -> Vec<String> {
    let name = |id: SpeakerId| layers.speakers[id.index()].name.to_string();
    let mut gist: Vec<String> = Vec::new();
    gist.extend(layers.events.iter().map(|event| {
        let Event { mention, when, label, is_era, sentence, .. } = event;
        format!("{mention:?} {when:?} {label} {is_era} {sentence:?}")
    }));
    gist.extend(layers.quotes.iter().map(|quote| {
        let Quotation { words, kind, speaker, cue, .. } = quote;
        format!("{words:?} {kind:?} {:?} {cue:?}", speaker.map(name))
    }));
    gist.extend(layers.notes.iter().map(|note| format!("{:?} {}", note.words, note.text)));
    gist.extend(layers.speakers.iter().map(|speaker| format!("{speaker:?}")));
    gist
}

/// Ranges of whole words, from word numbers; blanks and commas at their ends left out.
fn range_of(document: &Document, from: usize, n_words: usize) -> TextRange {
    let blocks: Vec<TextRange> = document.blocks().map(|block| block.range).collect();
    let block = blocks[from % blocks.len()];
    let text = &document[block];
    let words: Vec<usize> = text
        .split_whitespace()
        .map(|word| word.as_ptr() as usize - text.as_ptr() as usize)
        .collect();
    let first = (from / blocks.len()) % words.len();
    let last = (first + n_words).min(words.len() - 1);
    let end = words[last] + text[words[last]..].split_whitespace().next().map_or(0, str::len);
    let kept = text[..end].trim_end_matches(',').len().max(words[first] + 1);
    TextRange::new(block.start() + words[first], block.start() + kept)
}

const EDTF: [&str; 10] = [
    "1949",
    "1949-12",
    "1949-12-16",
    "195X",
    "18XX",
    "1968-24",
    "1958~",
    "1914~/1918-11~",
    "-0479",
    "../2022-03",
];
const KINDS: [QuoteKind; 3] = [QuoteKind::Speech, QuoteKind::Writing, QuoteKind::Phrase];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_written_is_read_back_alike(
        paragraphs in prop::collection::vec(
            prop::collection::vec("May|in|the|1949,|“fleet”|Natásha|é—\"x\"|and\t|isn’t|a\\\\b|'q'|no\u{a0}way", 1..12),
            1..6,
        ),
        items in prop::collection::vec((0_usize..500, 0_usize..4, 0_usize..10), 0..12),
        label in "\\PC{0,12}",
    ) {
        let text: Vec<String> = paragraphs.iter().map(|words| words.join(" ")).collect();
        let document = document(&text.join("\n")).with_meta(Meta {
            title: Some(CleanText::line("t")), url: Some(CleanText::line("u")), ..Meta::default()
        });
        let places: Vec<(TextRange, usize)> = items
            .iter()
            .map(|&(from, n_words, pick)| (range_of(&document, from, n_words), pick))
            .collect();
        let label = CleanText::line(&label);
        let findings = Findings {
            events: places.iter().map(|&(range, pick)| {
                let is_era = pick == 3;
                Event { is_era, ..event(&document, range, (EDTF[pick], label.as_str())) }
            }).collect(),
            quotes: places.iter().map(|&(range, pick)| quote(range, KINDS[pick % 3], (pick % 2) as u32)).collect(),
            speakers: ["Ann", "Bén"].map(|name| Speaker {
                name: CleanText::line(name), description: Some(CleanText::line("d \"e\"")),
            }).to_vec(),
            people: Vec::new(),
        };
        let mut layers = Layers::merge(findings, Findings::default());
        layers.notes = places.iter().map(|&(words, _)| Note { words, text: label.clone(), origin: Origin::Curated }).collect();
        layers.notes.sort_by_key(|note| note.words);

        let written = write(&document, &layers);
        let companion = Companion::parse(&written).map_err(|error| TestCaseError::fail(format!("{error}\n{written}")))?;
        let curated = companion.resolve(&document);
        prop_assert_eq!(&curated.unresolved, &[], "{}", written);
        prop_assert_eq!(&companion.meta, &*document.meta);
        let mut again = Layers::merge(Findings::default(), curated.findings);
        again.notes = curated.notes;
        // What stands twice in the same context was left out, and said so.
        let (before, after) = (gist(&layers), gist(&again));
        let n_left_out = written.lines().filter(|line| {
            ["# event ", "# quote ", "# note "].iter().any(|kind| line.starts_with(kind))
        }).count();
        prop_assert_eq!(before.len(), after.len() + n_left_out, "{}", written);
        for item in &after {
            prop_assert!(before.contains(item), "{} not in {:#?}\n{}", item, before, written);
        }
    }
}

#[test]
fn a_part_of_a_decade_is_written_as_its_years() {
    let late = When::decade(1950).unwrap().narrowed(crate::document::Part::Late);
    assert_eq!(date(&late), "1957~/1959~");
    assert_eq!(date(&When::parse("195X~").unwrap()), "195X~");
    assert_eq!(date(&When::parse("1949-12").unwrap()), "1949-12");
}
