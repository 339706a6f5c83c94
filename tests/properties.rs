//! What holds for any text, any size and any keys.

#![allow(clippy::unwrap_used)]

mod common;

use common::generate::{hard_markdown, hard_text};
use common::sound::assert_sound;
use common::{EDITION, Session, document_as, parse_keys};
use dateline::app::{ACTIONS, Code, Key, Message};
use dateline::document::{BlockKind, Document, TextRange, columns};
use dateline::import::{self, Format};
use dateline::layout::wrap;
use proptest::prelude::*;

fn any_key() -> impl Strategy<Value = Key> {
    let bound: Vec<Key> = ACTIONS.iter().flat_map(|line| line.sequences().flatten()).collect();
    prop_oneof![
        8 => proptest::sample::select(bound),
        3 => proptest::char::range(' ', '~').prop_map(Key::char),
        1 => Just(Key::plain(Code::Enter)),
        1 => Just(Key::plain(Code::Esc)),
    ]
}

fn document(bytes: &[u8]) -> Option<Document> {
    import::import(bytes).ok().map(|imported| imported.document)
}

/// Whether what Markdown says so far may be read otherwise by what follows: boxes and definitions, which
/// begin with colons, comments between `%%`, and a formula that is open.
fn is_open(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().starts_with(':'))
        || text.contains("%%")
        || text.matches("$$").count() % 2 == 1
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_open_or_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        if let Some(document) = document(&bytes) {
            let text: String = document.blocks().map(|block| document[block.range].to_owned()).collect();
            let is_clean = |character: char| !character.is_control() || character == '\n' || character == '\t';
            prop_assert!(text.chars().all(is_clean));
        }
    }

    #[test]
    fn any_markdown_opens(text in hard_markdown()) {
        let Some(document) = document_as(&text, Format::Markdown) else { return Ok(()) };
        assert_sound(&document);
    }

    #[test]
    fn the_beginning_of_a_text_is_read_as_it_is_in_the_whole(
        text in prop_oneof![hard_text(), hard_markdown()],
        format in proptest::sample::select(vec![Format::Text, Format::Markdown]),
        cut in any::<proptest::sample::Index>(),
    ) {
        // What a link or a note is may be told behind the cut.
        let text = text.replace("]:", "].");
        prop_assume!(!text.is_empty());
        let cut = text.floor_char_boundary(cut.index(text.len()));
        prop_assume!(format == Format::Text || !is_open(&text[..cut]));
        let (Some(head), Some(whole)) = (document_as(&text[..cut], format), document_as(&text, format))
        else { return Ok(()) };
        // A line that is cut may be a row or an item of the block before it.
        let n_unsure = if text[..cut].ends_with('\n') { 1 } else { 2 };
        let n_sure = head.n_blocks().saturating_sub(n_unsure);
        let sure = |document: &Document| -> Vec<_> {
            let blocks = document.blocks().take(n_sure);
            blocks.map(|block| (block, document[block.range].to_owned())).collect()
        };
        prop_assert_eq!(sure(&head), sure(&whole));
    }

    #[test]
    fn rows_hold_every_visible_byte_once_and_fit(
        text in prop_oneof![hard_text(), hard_markdown()],
        format in proptest::sample::select(vec![Format::Text, Format::Markdown]),
        measure in 8usize..120,
    ) {
        let Some(document) = document_as(&text, format) else { return Ok(()) };
        for block in document.blocks() {
            let mut at = block.range.start();
            let rows = wrap(&document, &block, measure);
            let shown: Vec<TextRange> =
                rows.iter().flat_map(|row| row.pieces().map(|piece| piece.range)).collect();
            for (at, character) in document[block.range].char_indices() {
                let at = block.range.start() + at;
                let is_shown = character.is_whitespace() || shown.iter().any(|range| range.contains(at));
                prop_assert!(is_shown, "{character:?} at {at}");
            }
            for row in rows {
                let between = TextRange::new(at, row.range.start());
                prop_assert!(document[between].trim().is_empty(), "{:?}", &document[between]);
                at = row.range.end();
                for piece in row.pieces().filter(|_| !block.kind.is_unwrapped()) {
                    let width = usize::from(piece.left) + columns(&document[piece.range]);
                    prop_assert!(width <= measure, "{width} of {measure}: {:?}", &document[piece.range]);
                }
            }
            let rest = TextRange::new(at, block.range.end());
            prop_assert!(document[rest].trim().is_empty());
        }
    }

    #[test]
    fn no_size_and_no_keys_break_it(
        text in prop_oneof![hard_text(), hard_markdown()],
        keys in proptest::collection::vec(any_key(), 0..40),
        sizes in proptest::collection::vec((0u16..220, 0u16..70), 1..6),
    ) {
        prop_assume!(document_as(&text, Format::Markdown).is_some());
        let mut session = Session::open_as(&text, Format::Markdown);
        let n_sizes = sizes.len();
        for (index, key) in keys.into_iter().enumerate() {
            let (columns, rows) = sizes[index % n_sizes];
            session.resize(columns, rows);
            session.app.update(Message::Key(key));
            session.frame();
        }
    }

    #[test]
    fn every_frame_is_clean_and_no_cell_is_out_of_place(
        text in prop_oneof![hard_text(), hard_markdown()],
        format in proptest::sample::select(vec![Format::Text, Format::Markdown]),
        size in (20u16..160, 5u16..50),
        keys in "[jkdu.>tsz ]{0,8}",
    ) {
        prop_assume!(document_as(&text, format).is_some());
        let mut session = Session::open_as(&text, format).size(size.0, size.1).keys(&keys);
        let buffer = session.frame();
        for y in 0..size.1 {
            let mut x = 0;
            while x < size.0 {
                let symbol = buffer[(x, y)].symbol();
                prop_assert!(!symbol.chars().any(char::is_control));
                let width = (columns(symbol) as u16).max(1);
                prop_assert!(x + width <= size.0, "{symbol:?} at {x} leaves the screen");
                x += width;
            }
        }
    }
}

#[test]
fn every_place_survives_resizing() {
    let mut session = Session::edition().size(120, 36);
    for keys in ["", "dd", ".....", ">>>", "50%", "/frontier<Enter>", "G", "jjjjjjj"] {
        session.press(keys);
        let (place, page) = (session.app.article.place(), session.app.article.page.clone());
        for (columns, rows) in [(20, 5), (300, 90), (61, 19), (33, 7), (110, 16), (80, 24)] {
            session.resize(columns, rows);
            assert_eq!(session.app.article.place(), place, "after {keys} at {columns}x{rows}");
        }
        session.resize(120, 36);
        assert_eq!(session.app.article.page, page, "after {keys}");
    }
}

#[test]
fn scrolling_alone_marks_every_item_of_the_edition_in_turn() {
    for (columns, rows) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        let mut session = Session::edition().size(columns, rows);
        // Further mentions mark the event that they are of.
        let mentions = 0..session.app.layers.events.len() as u32;
        let mut told: Vec<u32> = mentions.map(|event| session.app.layers.head(event)).collect();
        told.dedup();
        let n_quotes = session.app.layers.quotes.len();
        let (mut events, mut quotes) = (Vec::new(), Vec::new());
        for _ in 0..1000 {
            events.extend(session.app.marked_event());
            quotes.extend(session.app.marked_quote());
            session.press("j");
        }
        events.dedup();
        quotes.dedup();
        assert_eq!(events, told, "{columns}x{rows}");
        assert_eq!(quotes, (0..n_quotes as u32).collect::<Vec<_>>(), "{columns}x{rows}");
    }
}

#[test]
fn everything_bound_can_be_pressed_on_an_empty_panel() {
    let mut session = Session::open("Nothing here has a date and nobody speaks.");
    for line in ACTIONS {
        for keys in line.keys {
            let keys: Vec<Key> = keys.split(' ').filter_map(Key::parse).collect();
            for key in keys {
                session.app.update(Message::Key(key));
                session.frame();
            }
        }
    }
    assert_eq!(parse_keys("<Enter>"), [Key::plain(Code::Enter)]);
}

#[test]
fn the_edition_is_all_prose() {
    let document = document(EDITION.as_bytes()).unwrap();
    let kinds: Vec<BlockKind> = document.blocks().map(|block| block.kind).collect();
    assert_eq!(kinds[..2], [BlockKind::Title, BlockKind::Dek]);
    assert!(kinds[2..].iter().all(|kind| *kind == BlockKind::Paragraph), "{kinds:?}");
}
