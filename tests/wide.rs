//! Wide and complex text: no letter is split, no cell is out of place, and lines break by rule.

#![allow(clippy::unwrap_used)]

mod common;

use common::Session;
use common::pty::{Program, command};
use dateline::document::{
    BlockKind, Builder, Meta, TextRange, cluster_columns, columns, is_disputed,
};
use dateline::import::Format;
use dateline::layout::wrap;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use unicode_segmentation::UnicodeSegmentation;

/// What a row must not begin with: closing punctuation, exclamation marks, separators, the marks
/// that repeat or lengthen a sound, and small kana (classes CL, CP, EX, IS, SY, NS and CJ of
/// UAX #14, from its data file).
const NEVER_FIRST: &str = "、。，．〉》」』】〕〗〙〛｠）］｝｣､｡)]}！？!?･・：；々〻ゝゞヽヾ゠ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ,:;/";

/// What a row must not end with: opening punctuation (class OP).
const NEVER_LAST: &str = "〈《「『【〔〖〘〚｟（［｛｢([{¡¿";

/// A word of some script, never wider than eight cells with the punctuation around it.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[一二三書火水木金土日月年]{1,12}",
        3 => "[かきくけこがぎぱぴ]{1,8}",
        2 => "[カキクケコガ]{1,8}",
        2 => "[한국어글자]{1,5}",
        2 => "[a-z]{1,6}",
        2 => "[אבגדהושלם]{1,6}",
        2 => "[ابتثجسلم]{1,6}",
        1 => proptest::sample::select(CLUSTERS).prop_map(str::to_owned),
        1 => "[कखगनमर][िीुे]?",
        1 => "[aeiou][\u{301}\u{308}\u{323}]{1,3}",
    ]
}

const CLUSTERS: &[&str] = &[
    "👩\u{200d}💻",
    "👨\u{200d}👩\u{200d}👧\u{200d}👦",
    "🏳\u{fe0f}\u{200d}🌈",
    "🇫🇷",
    "🇯🇵",
    "👍🏽",
    "❤\u{fe0f}",
    "1\u{fe0f}\u{20e3}",
    "ｶ\u{ff9e}",
    "नमस्ते",
    "สวัสดี",
    "ภาษาไทย",
];

/// Words with what may stand around them.
fn prose() -> impl Strategy<Value = String> {
    let part = (
        proptest::option::weighted(0.2, proptest::sample::select(vec!['「', '（', '《', '('])),
        word(),
        proptest::option::weighted(
            0.3,
            proptest::sample::select(vec![
                '。', '、', '」', '）', '！', 'ー', 'っ', '々', '!', ')', ',',
            ]),
        ),
        proptest::option::weighted(0.3, Just(' ')),
    );
    let part = part.prop_map(|(open, word, close, blank)| {
        let open = open.map(String::from).unwrap_or_default();
        let close = close.map(String::from).unwrap_or_default();
        format!("{open}{word}{close}{}", if blank.is_some() { " " } else { "" })
    });
    proptest::collection::vec(part, 1..60).prop_map(|parts| parts.concat())
}

/// The rows of a paragraph.
fn rows(text: &str, measure: usize) -> Vec<String> {
    let mut builder = Builder::new();
    builder.add(BlockKind::Paragraph, text);
    let document = builder.finish(Meta::default());
    let Some(block) = document.blocks().next() else { return Vec::new() };
    wrap(&document, &block, measure).iter().map(|row| document[row.range].to_owned()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn rows_of_any_script_fit_keep_their_letters_and_break_by_rule(
        text in prose(),
        measure in 8usize..=120,
    ) {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, &text);
        let document = builder.finish(Meta::default());
        let block = document.blocks().next().unwrap();
        let whole = &document[block.range];
        let letter_ends: Vec<usize> =
            whole.grapheme_indices(true).map(|(at, _)| at).chain([whole.len()]).collect();
        let rows = wrap(&document, &block, measure);
        let mut at = 0;
        for row in &rows {
            let words = &document[row.range];
            prop_assert!(columns(words) <= measure, "{} of {measure}: {words:?}", columns(words));
            prop_assert!(letter_ends.binary_search(&row.range.start()).is_ok(), "{words:?}");
            prop_assert!(letter_ends.binary_search(&row.range.end()).is_ok(), "{words:?}");
            prop_assert!(document[TextRange::new(at, row.range.start())].trim().is_empty());
            at = row.range.end();
        }
        prop_assert!(document[TextRange::new(at, whole.len())].trim().is_empty());
        for (row, next) in rows.iter().zip(rows.iter().skip(1)) {
            let last = document[row.range].chars().next_back().unwrap();
            let first = document[next.range].chars().next().unwrap();
            prop_assert!(!NEVER_FIRST.contains(first), "{first} begins a row of {measure}: {rows:?}");
            prop_assert!(!NEVER_LAST.contains(last), "{last} ends a row of {measure}: {rows:?}");
        }
    }
}

#[test]
fn chinese_and_japanese_break_between_letters_but_not_before_punctuation() {
    // Eight cells are four letters; the third row gives one up for its full stop.
    assert_eq!(rows("春天来了，花都开了。", 8), ["春天来", "了，花都", "开了。"]);
    assert_eq!(rows("「ちょっと」と言った。", 10), ["「ちょっ", "と」と言っ", "た。"]);
}

/// A text of our own in many scripts, with dates, quotations, a table, code and a note.
const SCRIPTS: &str = include_str!("data/scripts.md");

/// The first letter of the frame that stands elsewhere on the terminal, if there is one. Of a
/// cluster on whose width terminals differ, only what stands around it is compared.
fn out_of_place(screen: &vt100::Screen, frame: &Buffer) -> Option<String> {
    for y in 0..frame.area.height {
        let mut x = 0;
        while x < frame.area.width {
            let symbol = frame[(x, y)].symbol();
            let shown = screen.cell(y, x).map_or("", vt100::Cell::contents);
            let shown = if shown.is_empty() { " " } else { shown };
            if !is_disputed(symbol) && shown != symbol {
                return Some(format!("{shown:?} for {symbol:?} in row {y}, column {x}"));
            }
            x += cluster_columns(symbol).max(1) as u16;
        }
    }
    None
}

/// The keys of `keys`, each as it is written there.
fn keys_of(keys: &str) -> Vec<&str> {
    let mut rest = keys;
    let mut split = Vec::new();
    while let Some(first) = rest.chars().next() {
        let end = if first == '<' { rest.find('>').unwrap() + 1 } else { first.len_utf8() };
        split.push(&rest[..end]);
        rest = &rest[end..];
    }
    split
}

/// Types keys into the program and into its state, one after the other; both show the same.
#[track_caller]
fn check_frames(columns: u16, rows: u16) {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = path.join(format!("scripts-{columns}.txt"));
    std::fs::write(&path, SCRIPTS).unwrap();
    let arguments = ["--format", "markdown", path.to_str().unwrap()];
    let mut program = Program::run(command(&arguments), columns, rows);
    let mut session = Session::open_as(SCRIPTS, Format::Markdown).size(columns, rows);
    for key in keys_of(KEYS) {
        session.press(key);
        let frame = session.frame();
        program.send(match key {
            "<Enter>" => "\r",
            "<Esc>" => "\x1b",
            "<Tab>" => "\t",
            letter => letter,
        });
        program.wait(
            |screen| out_of_place(screen, &frame).is_none(),
            &format!("the frame after {key:?} at {columns}x{rows}\n{}", session.screen()),
        );
    }
}

/// Labels and quotations, a peek, the lists, searches, the outline, a note, and every page.
const KEYS: &str =
    "..>>KKtzz<Tab>g/山田<Enter>/👩<Enter>n&海<Esc>o文<Esc>aノー👍<Esc><Esc>gjjj      ";

#[test]
fn no_cell_is_out_of_place_at_120x36() {
    check_frames(120, 36);
}

#[test]
fn no_cell_is_out_of_place_at_80x24() {
    check_frames(80, 24);
}

#[test]
fn no_cell_is_out_of_place_at_20x5() {
    check_frames(20, 5);
}

#[test]
fn the_rule_between_the_panels_stands_in_one_column() {
    let mut session = Session::open_as(SCRIPTS, Format::Markdown).size(120, 36).keys("..>>");
    for _ in 0..6 {
        let frame = session.frame();
        let panes = dateline::ui::panes(frame.area, &session.app);
        let quotes = panes.quotes.unwrap();
        for y in quotes.y + 1..quotes.bottom() {
            assert_eq!(frame[(quotes.x, y)].symbol(), "│", "row {y}\n{}", session.screen());
        }
        session.press(" ");
    }
}
