//! Citations of one small article, with more and less known about it.

use super::*;
use crate::document::{
    Basis, BlockKind, Builder, CleanText, Meta, Origin, Quotation, QuoteKind, SpeakerId, When,
};

const SOURCE: &str = "Michael Schuman, “China’s Russia Risk,” The Atlantic, 9 March 2022";

fn meta() -> Meta {
    Meta {
        title: Some(CleanText::line("China’s Russia Risk")),
        authors: vec![CleanText::line("Michael Schuman")],
        source: Some(CleanText::line("The Atlantic")),
        published: When::parse("2022-03-09").ok(),
        ..Meta::default()
    }
}

fn with_url(url: &str) -> Meta {
    Meta { url: Some(CleanText::line(url)), ..meta() }
}

fn document(meta: Meta) -> Document {
    let mut builder = Builder::new();
    builder.add(BlockKind::Title, "China’s Russia Risk");
    builder.add(BlockKind::Paragraph, "It was late. In 1949 Mao left.");
    builder.add(BlockKind::Paragraph, "Yet “a ‘great *power*’ [that’s] it,” Gabuev said.");
    builder.add(BlockKind::Paragraph, "- one\n# two");
    builder.finish(meta)
}

fn range_of(document: &Document, words: &str) -> TextRange {
    let start = document.chunks()[0].text().find(words).expect("the words are in the document");
    TextRange::new(start, start + words.len())
}

fn layers(document: &Document) -> Layers {
    Layers {
        events: vec![Event {
            mention: range_of(document, "1949"),
            when: When::parse("1949-12~").expect("the date is in the calendar"),
            basis: Basis::Stated,
            sentence: range_of(document, "In 1949 Mao left."),
            label: CleanText::line("Mao leaves"),
            is_era: false,
            origin: Origin::Curated,
            rule: None,
            confidence: 1.0,
            rank: 1,
            same_as: None,
        }],
        quotes: vec![Quotation {
            words: range_of(document, "a ‘great *power*’ [that’s] it"),
            kind: QuoteKind::Speech,
            speaker: Some(SpeakerId(0)),
            cue: None,
            continues: None,
            origin: Origin::Curated,
            rule: None,
            confidence: 1.0,
        }],
        speakers: vec![Speaker {
            name: CleanText::line("Alexander Gabuev"),
            description: Some(CleanText::line("senior fellow, Carnegie Moscow Center")),
        }],
        ..Layers::default()
    }
}

#[track_caller]
fn check(meta: Meta, cited: Cited, style: Style, expected: &str) {
    let document = document(meta);
    assert_eq!(cite(&document, &layers(&document), &[cited], style), expected);
}

#[track_caller]
fn check_passage(words: &str, style: Style, expected: &str) {
    let words = range_of(&document(meta()), words);
    check(meta(), Cited::Passage(words), style, expected);
}

#[test]
fn a_quotation_names_its_speaker_and_the_article() {
    check(
        meta(),
        Cited::Quote(0),
        Style::Plain,
        &format!(
            "“a ‘great *power*’ [that’s] it” — Alexander Gabuev, senior fellow, Carnegie Moscow \
             Center, in {SOURCE}, ¶ 2"
        ),
    );
}

#[test]
fn markdown_has_a_block_quotation_and_the_publication_in_italics() {
    check(
        meta(),
        Cited::Quote(0),
        Style::Markdown,
        "> “a ‘great \\*power\\*’ [that’s] it”\n\n— Alexander Gabuev, senior fellow, Carnegie \
         Moscow Center, in Michael Schuman, “China’s Russia Risk,” *The Atlantic*, 9 March 2022, ¶ \
         2",
    );
}

#[test]
fn an_address_is_linked_in_markdown_and_written_out_in_plain_text() {
    let event = "In 1949 Mao left.";
    check(
        with_url("https://x.org/a_(b)"),
        Cited::Event(0),
        Style::Markdown,
        &format!(
            "about December 1949: Mao leaves\n\n> “{event}”\n\n— Michael Schuman, “[China’s Russia \
             Risk](https://x.org/a_%28b%29),” *The Atlantic*, 9 March 2022, ¶ 1"
        ),
    );
    check(
        with_url("https://x.org/a_(b)"),
        Cited::Event(0),
        Style::Plain,
        &format!("about December 1949: Mao leaves\n“{event}” — {SOURCE}, ¶ 1, https://x.org/a_(b)"),
    );
}

#[test]
fn what_is_no_web_address_is_never_linked() {
    let document = document(with_url("javascript:x"));
    let cited = cite(&document, &layers(&document), &[Cited::Quote(0)], Style::Markdown);
    assert!(
        cited.ends_with("“China’s Russia Risk,” *The Atlantic*, 9 March 2022, ¶ 2, javascript:x")
    );
}

#[test]
fn a_passage_over_paragraphs_opens_each_and_closes_once() {
    let words = "In 1949 Mao left.\nYet “a ‘great";
    check_passage(
        words,
        Style::Plain,
        &format!("“In 1949 Mao left.\n\n“Yet ‘a “great” — {SOURCE}, ¶¶ 1–2"),
    );
    check_passage(
        words,
        Style::Markdown,
        "> “In 1949 Mao left.\n>\n> “Yet ‘a “great”\n\n— Michael Schuman, “China’s Russia Risk,” \
         *The Atlantic*, 9 March 2022, ¶¶ 1–2",
    );
}

#[test]
fn lines_of_verse_stay_lines_in_markdown() {
    check_passage(
        "- one\n# two",
        Style::Markdown,
        "> “- one\\\n> \\# two”\n\n— Michael Schuman, “China’s Russia Risk,” *The \
         Atlantic*, 9 March 2022, ¶ 3",
    );
}

#[test]
fn missing_parts_leave_no_comma_behind() {
    let quote = "“a ‘great *power*’ [that’s] it” — Alexander Gabuev, senior fellow, Carnegie \
                 Moscow Center";
    let only_title = Meta { title: meta().title, ..Meta::default() };
    let plain = Style::Plain;
    check(Meta::default(), Cited::Quote(0), plain, &format!("{quote}, ¶ 2"));
    check(only_title, Cited::Quote(0), plain, &format!("{quote}, in “China’s Russia Risk,” ¶ 2"));
    let document = document(Meta::default());
    let title = Cited::Passage(range_of(&document, "China’s Russia Risk"));
    check(Meta::default(), title, plain, "“China’s Russia Risk”");
}

#[test]
fn a_title_that_ends_in_a_question_takes_no_comma() {
    let title = Some(CleanText::line("Who Lost China?"));
    let meta = Meta { title, published: None, ..meta() };
    check(
        meta,
        Cited::Event(0),
        Style::Plain,
        "about December 1949: Mao leaves\n“In 1949 Mao left.” — Michael Schuman, “Who Lost China?” \
         The Atlantic, ¶ 1",
    );
}

#[test]
fn markdown_has_the_title_of_a_book_in_italics_and_asks_once() {
    let cited = |meta| {
        let document = document(meta);
        let cited = cite(&document, &layers(&document), &[Cited::Event(0)], Style::Markdown);
        cited.split("— ").last().unwrap().to_owned()
    };
    let book = Meta { is_book: true, ..meta() };
    assert_eq!(
        cited(book),
        "Michael Schuman, *China’s Russia Risk*, The Atlantic, 9 March 2022, ¶ 1"
    );
    let alone = Meta { source: None, ..with_url("https://x.org/1") };
    assert_eq!(
        cited(alone),
        "Michael Schuman, *[China’s Russia Risk](https://x.org/1)*, 9 March 2022, ¶ 1"
    );
    let asks = Some(CleanText::line("Who Lost “China”?"));
    let asks = Meta { title: asks, ..with_url("https://x.org/1") };
    assert_eq!(
        cited(asks),
        "Michael Schuman, “[Who Lost ‘China’?](https://x.org/1)” *The Atlantic*, 9 March 2022, ¶ 1"
    );
}

#[test]
fn authors_are_listed_as_in_a_sentence() {
    let names =
        |names: &[&str]| prose::listed(names.iter().map(|name| (*name).to_owned()).collect());
    assert_eq!(names(&["A"]), "A");
    assert_eq!(names(&["A", "B"]), "A and B");
    assert_eq!(names(&["A", "B", "C"]), "A, B, and C");
}

#[test]
fn an_item_that_is_not_there_is_empty() {
    check(meta(), Cited::Quote(9), Style::Plain, "");
    check(meta(), Cited::Event(9), Style::Markdown, "");
}

/// The words with their source in each of the styles of the guides.
#[track_caller]
fn check_quote(style: Style, expected: &str) {
    check(with_url("https://www.theatlantic.com/x/1/"), Cited::Quote(0), style, expected);
}

const WORDS: &str = "“a ‘great *power*’ [that’s] it”";

#[test]
fn apa_tells_who_is_cited_in_what() {
    check_quote(
        Style::Apa,
        &format!(
            "{WORDS} (Alexander Gabuev, as cited in Schuman, 2022, para. 2)\n\nSchuman, M. (2022, \
             March 9). China’s Russia Risk. The Atlantic. https://www.theatlantic.com/x/1/"
        ),
    );
}

#[test]
fn mla_tells_in_what_it_is_quoted() {
    check_quote(
        Style::Mla,
        &format!(
            "{WORDS} (Alexander Gabuev, qtd. in Schuman, par. 2)\n\nSchuman, Michael. “China’s \
             Russia Risk.” The Atlantic, 9 Mar. 2022, www.theatlantic.com/x/1/."
        ),
    );
}

#[test]
fn chicago_has_a_note_and_an_entry() {
    check_quote(
        Style::Chicago,
        &format!(
            "{WORDS}¹\n\n1. Alexander Gabuev, quoted in Michael Schuman, “China’s Russia Risk,” \
             Atlantic, March 9, 2022, para. 2, https://www.theatlantic.com/x/1/.\n\nSchuman, \
             Michael. “China’s Russia Risk.” Atlantic, March 9, 2022. \
             https://www.theatlantic.com/x/1/."
        ),
    );
}

#[test]
fn several_quotations_have_one_reference() {
    let document = document(meta());
    let mut layers = layers(&document);
    let words = range_of(&document, "It was late.");
    layers.quotes.insert(0, Quotation { words, speaker: None, ..layers.quotes[0].clone() });
    let all = quotations(&layers);
    let reference = "Schuman, M. (2022, March 9). China’s Russia Risk. The Atlantic.";
    assert_eq!(
        cite(&document, &layers, &all, Style::Apa),
        format!(
            "“It was late” (Schuman, 2022, para. 1).\n\n{WORDS} (Alexander Gabuev, as cited in \
             Schuman, 2022, para. 2)\n\n{reference}"
        )
    );
}

#[test]
fn words_within_a_quotation_are_whose_it_is() {
    check_passage(
        "great *power*",
        Style::Apa,
        "“great *power*” (Alexander Gabuev, as cited in Schuman, 2022, para. 2)\n\nSchuman, M. (2022, \
         March 9). China’s Russia Risk. The Atlantic.",
    );
    // Of words that go beyond it, the author tells.
    check_passage(
        "it,” Gabuev said.",
        Style::Mla,
        "“it,’ Gabuev said” (Schuman, par. 2).\n\nSchuman, Michael. “China’s Russia Risk.” The \
         Atlantic, 9 Mar. 2022.",
    );
}

#[test]
fn a_quotation_that_goes_on_is_taken_whole_from_any_of_its_parts() {
    let document = document(meta());
    let mut layers = layers(&document);
    let words = range_of(&document, "It was late.");
    layers.quotes.insert(0, Quotation { words, ..layers.quotes[0].clone() });
    layers.quotes[1].continues = Some(0);
    let whole = format!("“It was late.\n\n{WORDS} — ");
    for index in [0, 1] {
        let cited = cite(&document, &layers, &[Cited::Quote(index)], Style::Plain);
        assert!(cited.starts_with(&whole), "{cited}");
        assert!(cited.ends_with("¶¶ 1–2"), "{cited}");
    }
    assert_eq!(quotations(&layers), [Cited::Quote(0)]);
}

#[test]
fn an_entry_of_bibtex_is_read_back_by_another_program() {
    let title = Some(CleanText::line("50% of {Q&A}: a_b #1 “x” ~ \\"));
    let authors = vec![CleanText::line("Vincent van Gogh"), CleanText::line("A & B Institute")];
    let meta = Meta { title, authors, ..with_url("https://x.org/a_b?c=1&d=%20") };
    let document = document(meta);
    let entry = cite(&document, &layers(&document), &[Cited::Quote(0)], Style::Bibtex);
    let library = biblatex::Bibliography::parse(&entry).unwrap();
    let [entry] = library.iter().collect::<Vec<_>>()[..] else { panic!("one entry") };
    assert_eq!(entry.entry_type, biblatex::EntryType::Article);
    let authors = entry.author().unwrap();
    assert_eq!((authors[0].prefix.as_str(), authors[0].name.as_str()), ("van", "Gogh"));
    assert_eq!(authors[1].name, "A & B Institute");
    let text = |name: &str| {
        let chunks = entry.get(name).unwrap();
        chunks.iter().map(|chunk| chunk.v.get().to_owned()).collect::<String>()
    };
    assert_eq!(text("title"), "50% of {Q&A}: a_b #1 “x” ~ \\");
    assert_eq!(text("journal"), "The Atlantic");
    assert_eq!(text("note"), "para. 2");
    assert_eq!(text("annote"), format!("{WORDS} (Alexander Gabuev)"));
    assert_eq!(text("url"), "https://x.org/a_b?c=1&d=%20");
    let date = entry.date().unwrap();
    assert!(format!("{date:?}").contains("2022"), "{date:?}");
}

#[test]
fn csl_json_has_the_keys_of_its_schema() {
    let document = document(with_url("https://x.org/1"));
    let json = cite(&document, &layers(&document), &[Cited::Quote(0)], Style::CslJson);
    let expected = serde_json::json!([{
        "id": "schuman2022russia",
        "type": "article-magazine",
        "title": "China’s Russia Risk",
        "author": [{ "family": "Schuman", "given": "Michael" }],
        "container-title": "The Atlantic",
        "issued": { "date-parts": [[2022, 3, 9]] },
        "URL": "https://x.org/1",
        "locator": "2",
        "annote": format!("{WORDS} (Alexander Gabuev)"),
    }]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&json).unwrap(), expected);
}

proptest::proptest! {
    #[test]
    fn no_metadata_is_too_odd_for_any_style(
        title in "\\PC{0,40}",
        author in "\\PC{0,30}",
        source in "\\PC{0,20}",
        year in -3000i16..3000,
        is_book: bool,
    ) {
        let clean = |text: &str| CleanText::line(text);
        let meta = Meta {
            title: Some(clean(&title)),
            authors: vec![clean(&author), clean(&source)],
            source: Some(clean(&source)),
            published: When::year(year),
            is_book,
            ..Meta::default()
        };
        let document = document(meta);
        for style in Style::ALL {
            let cited = cite(&document, &layers(&document), &[Cited::Quote(0)], *style);
            proptest::prop_assert!(cited.contains("that’s"), "{cited}");
        }
    }
}
