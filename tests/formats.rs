//! One article in every format: the same text, the same events, the same quotations.

#![allow(clippy::unwrap_used)]

mod common;

use common::book::book;
use common::{Session, shared};
use dateline::document::{Document, Findings, Meta, typed_date};
use dateline::extract::extract;
use dateline::import::{Options, import_with};

const TEXT: &str = include_str!("data/harbor.txt");
const MARKDOWN: &str = include_str!("data/harbor.md");
const HTML: &str = include_str!("data/harbor.html");
/// The article in a format, as written on its day.
fn document(name: &str) -> Document {
    let bytes = match name.rsplit('.').next() {
        Some("txt") => TEXT.as_bytes().to_vec(),
        Some("md") => MARKDOWN.as_bytes().to_vec(),
        Some("html") => HTML.as_bytes().to_vec(),
        _ => book(),
    };
    let document = import_with(&bytes, Options { name, ..Options::default() }).unwrap().document;
    let published = typed_date("2021-11-04").ok();
    let meta = Meta { published, ..Meta::clone(&document.meta) };
    document.with_meta(meta)
}

const NAMES: [&str; 4] = ["harbor.txt", "harbor.md", "harbor.html", "harbor.epub"];

/// The words of a document, apart from how they are set.
fn words(document: &Document) -> Vec<&str> {
    let blocks = document.blocks().map(|block| &document[block.range]);
    blocks.flat_map(|text| text.split_whitespace()).collect()
}

/// Every event and every quotation, with what is said of it.
fn found(document: &Document) -> Vec<String> {
    let Findings { events, quotes, speakers, .. } = extract(document);
    let event = |event: &dateline::document::Event| {
        format!("{}: {}", event.when.edtf(), &document[event.mention])
    };
    let name = |quote: &dateline::document::Quotation| {
        quote.speaker.map_or("", |speaker| speakers[speaker.index()].name.as_str()).to_owned()
    };
    let events = events.iter().map(event);
    let quotes = quotes.iter().map(|quote| format!("{}: {}", name(quote), &document[quote.words]));
    events.chain(quotes).collect()
}

#[test]
fn the_words_are_the_same_in_every_format() {
    let text = document(NAMES[0]);
    for name in &NAMES[1..] {
        assert_eq!(words(&document(name)), words(&text), "{name}");
    }
}

#[test]
fn the_events_and_the_quotations_are_the_same_in_every_format() {
    let text = found(&document(NAMES[0]));
    assert!(text.iter().any(|item| item == "Marta Holm: We never owned the water"));
    assert!(text.iter().any(|item| item == "1989-09-30: 30 September 1989"), "{text:?}");
    for name in &NAMES[1..] {
        assert_eq!(found(&document(name)), text, "{name}");
    }
}

#[test]
fn a_page_and_a_book_are_the_same_blocks() {
    let kinds = |document: &Document| -> Vec<String> {
        document
            .blocks()
            .map(|block| format!("{:?} {}", block.kind, &document[block.range]))
            .collect()
    };
    let (page, book) = (document("harbor.html"), document("harbor.epub"));
    assert_eq!(kinds(&page), kinds(&book));
    assert_eq!(kinds(&document("harbor.md")), kinds(&page));
    assert_eq!(page.meta.authors, book.meta.authors);
    assert_eq!(page.meta.source, book.meta.source);
}

#[test]
fn a_page_is_set_as_an_article() {
    let mut session = Session::of_document(document("harbor.html")).size(100, 44);
    insta::assert_snapshot!("page", session.screen());
    session.press("G");
    insta::assert_snapshot!("end_of_page", session.screen());
}

#[test]
fn a_book_is_set_as_an_article() {
    let mut session = Session::of_document(document("harbor.epub")).size(80, 24);
    insta::assert_snapshot!("book", session.screen());
}

#[test]
fn the_original_has_the_same_words_events_and_quotations_in_every_format() {
    let Some(folder) = shared() else { return };
    let document = |extension: &str| {
        let path = folder.join("article/chinas-russia-risk").with_extension(extension);
        let bytes = std::fs::read(&path).unwrap();
        let name = path.to_string_lossy();
        import_with(&bytes, Options { name: &name, ..Options::default() }).unwrap().document
    };
    let text = document("txt");
    for extension in ["md", "html", "epub"] {
        let other = document(extension);
        assert_eq!(words(&other), words(&text), "{extension}");
        assert_eq!(found(&other), found(&text), "{extension}");
        assert_eq!(other.meta.title, text.meta.title, "{extension}");
        assert_eq!(other.meta.dek, text.meta.dek, "{extension}");
    }
}

/// What is read of a page in the manner of a kind of site, in this order, and what is not.
#[track_caller]
fn check_page(html: &str, read: &[&str], left_out: &[&str]) {
    let options = Options { name: "page.html", ..Options::default() };
    let document = import_with(html.as_bytes(), options).unwrap().document;
    let line = |block: dateline::document::Block| {
        format!("{}: {}\n", block.kind.name(), &document[block.range])
    };
    let text: String = document.blocks().map(line).collect();
    let mut at = 0;
    for words in read {
        let found = text[at..].find(words);
        at +=
            found.unwrap_or_else(|| panic!("no {words:?} behind {:?}", &text[at..])) + words.len();
    }
    for words in left_out {
        assert!(!text.contains(words), "{words:?} in {text}");
    }
}

#[test]
fn a_page_of_an_encyclopedia_is_its_text_and_its_notes() {
    check_page(
        include_str!("data/encyclopedia.html"),
        &[
            "title: Harbor of Vik\n",
            ": For the ship, see Vik (ship).\n",
            "table: Opened\t1893\n",
            "paragraph: The harbor of Vik froze in 1931.¹ Its depth is h^{2} at most.\n",
            "heading: History\n",
            "paragraph: It was dug by prisoners.\n",
            "heading: Einzelnachweise\n",
            "footnote: ¹ Bee, A. Ice, 1990.\n",
        ],
        &[
            "Jump",
            "Navigation",
            "languages",
            "From the free",
            "edit",
            "north",
            "Retrieved",
            "Categ",
        ],
    );
}

#[test]
fn a_page_of_questions_is_every_post() {
    check_page(
        include_str!("data/questions.html"),
        &[
            "title: How do I free a boat?\n",
            "paragraph: My boat froze",
            "preformatted: fn free(boat: &Boat)",
            "heading: 2 Answers\n",
            "quotation: every tool\n",
            "paragraph: No tool will do it.",
            "paragraph: Or sell it.\n",
        ],
        &["Quay Questions", "Tour", "Home", "42", "57", "Related", "cold", "Help"],
    );
}

#[test]
fn a_page_of_a_newspaper_is_its_article() {
    check_page(
        include_str!("data/newspaper.html"),
        &[
            "title: Harbor froze as council argued\n",
            "dek: Forty boats were trapped while the money ran out.\n",
            "caption: Boats on Monday. Eve Fay\n",
            "caption: By Ann Bee and Carl Dee\n",
            "paragraph: The harbor froze",
            "aloud.¹\n",
            "heading: The harbor in numbers\n",
            "item: • eleven pupils\n",
            "paragraph: What the council",
            "paragraph: The keeper",
            "quotation: Nobody asked the ice.\n",
            "quotation: — Ida Gray, keeper of the light\n",
            "paragraph: By the end",
            "break: * * *\n",
            "footnote: ¹ The register of the harbor, page 4.\n",
        ],
        &["dvertisement", "Log in", "Share", "Credit", "Read more", "thaw", "Related", "©"],
    );
}
