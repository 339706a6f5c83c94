//! Paragraphs, lists, verse, tables and code.

mod any;
mod head;
mod heading;
mod page;

use super::*;
use crate::document::Document;

fn import(text: &str) -> Document {
    let mut reader = TextReader::default();
    reader.read(text);
    reader.finish()
}

/// The blocks of `text`, each as its kind and its words.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(blocks(text), expected);
}

fn blocks(text: &str) -> Vec<String> {
    let document = import(text);
    let show = |block: crate::document::Block| {
        let kind = match block.kind {
            BlockKind::Heading { level } => format!("h{level}"),
            BlockKind::Item { hanging } => format!("item{hanging}"),
            kind => kind.name().to_owned(),
        };
        let depth = match block.kind {
            BlockKind::Quotation => 0,
            _ => block.nesting.depth(),
        };
        let depth = ">".repeat(depth);
        format!("{depth}{kind}: {}", &document[block.range])
    };
    document.blocks().map(show).collect()
}

fn visible(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

fn shown(document: &Document) -> String {
    document.blocks().map(|block| visible(&document[block.range])).collect()
}

/// A line of prose of `columns` columns, from a word on, without a stop.
fn prose(columns: usize, start: &str) -> String {
    let mut line = start.to_owned();
    while line.len() + 5 <= columns {
        line += " word";
    }
    line + &"s".repeat(columns.saturating_sub(start.len()) % 5)
}

#[test]
fn hard_wrapped_lines_are_one_paragraph() {
    let (one, two) = (prose(72, "It was"), prose(70, "and"));
    check(
        &format!("{one}\n{two}\nthe end.\n\nSo.\n"),
        &[&format!("paragraph: {one} {two} the end."), "paragraph: So."],
    );
}

#[test]
fn long_lines_are_paragraphs_with_or_without_blank_lines() {
    let (one, two) = (prose(200, "One") + ".", prose(300, "Two") + ".");
    let expected =
        [format!("paragraph: {one}"), format!("paragraph: {two}"), "paragraph: No.".into()];
    assert_eq!(blocks(&format!("{one}\n{two}\nNo.\n")), expected);
    assert_eq!(blocks(&format!("{one}\n\n{two}\n\nNo.\n")), expected);
}

#[test]
fn indented_first_lines_separate_paragraphs() {
    let (one, two) = (prose(66, "One"), prose(70, "and"));
    let text = format!(
        "    {one}\n{two}\nend.\n    {one}\n{two}\nend.\n    “Yes.”\n    “No.”\n    {one}\n{two}\n"
    );
    let paragraph = format!("paragraph: {one} {two} end.");
    check(
        &text,
        &[
            &paragraph,
            &paragraph,
            "paragraph: “Yes.”",
            "paragraph: “No.”",
            &format!("paragraph: {one} {two}"),
        ],
    );
}

#[test]
fn hanging_indents_separate_paragraphs() {
    let (one, two) = (prose(70, "Doe,"), prose(60, "in"));
    let entry = format!("paragraph: {one} {two}");
    check(&format!("{one}\n    {two}\n{one}\n    {two}\n"), &[&entry, &entry]);
}

#[test]
fn a_short_line_ends_a_paragraph() {
    let (one, two) = (prose(70, "One"), prose(72, "and"));
    check(
        &format!("{one}\n{two}\nend.\n{one}\n{two}\n"),
        &[&format!("paragraph: {one} {two} end."), &format!("paragraph: {one} {two}")],
    );
}

#[test]
fn breaks_keep_their_stars() {
    check(
        "He.\n\n* * *\n\nShe.\n\n⁂\n\nIt.\n\n---\n\nSo.\n",
        &[
            "paragraph: He.",
            "break: * * *",
            "paragraph: She.",
            "break: ⁂",
            "paragraph: It.",
            "break: ---",
            "paragraph: So.",
        ],
    );
}

#[test]
fn a_block_that_is_set_in_is_a_quotation() {
    let (one, two) = (prose(70, "One"), prose(60, "two"));
    check(
        &format!("{one}\n{one}\nend.\n\n    {two}\n    {two}.\n\nSo.\n"),
        &[
            &format!("paragraph: {one} {one} end."),
            &format!("quotation: {two} {two}."),
            "paragraph: So.",
        ],
    );
}

#[test]
fn a_quoted_letter_keeps_its_marks() {
    check(
        "He wrote:\n> one two\n> three\nYes.\n",
        &["paragraph: He wrote:", "preformatted: > one two\n> three", "paragraph: Yes."],
    );
}

#[test]
fn verse_keeps_its_lines_and_relative_indents() {
    check(
        "  Tell me not, in mournful numbers,\n    Life is but an empty dream!\n  For the soul is dead that slumbers\n",
        &[
            "paragraph: Tell me not, in mournful numbers,\n  Life is but an empty dream!\nFor the soul is dead that slumbers",
        ],
    );
}

#[test]
fn tables_and_code_keep_their_blanks() {
    check(
        "Name     Size\nalpha     120\nbeta       15\n",
        &["table: Name     Size\nalpha     120\nbeta       15"],
    );
    check("| a | b |\n| c | d |\n", &["table: | a | b |\n| c | d |"]);
    check("fn main() {\n    run();\n}\n", &["preformatted: fn main() {\n    run();\n}"]);
    check("a\tb\nccc\td\n", &["table: a       b\nccc     d"]);
}

#[test]
fn prose_about_code_is_prose() {
    let (one, two) = (prose(66, "Call `a::b()`"), prose(66, "and `c::d()`"));
    check(&format!("{one}\n{two}\nthen.\n"), &[&format!("paragraph: {one} {two} then.")]);
    check(
        "- call `a::b()`\n- call `c::d()`\n",
        &["item2: - call `a::b()`", "item2: - call `c::d()`"],
    );
}

#[test]
fn records_keep_their_lines() {
    let record = format!("2024-05-01 12:00:00 {}", prose(60, "started"));
    check(&format!("{record}\n{record}\n"), &[&format!("preformatted: {record}\n{record}")]);
}

#[test]
fn list_items_hang_from_their_marks() {
    check(
        "We need:\n- milk\n  and bread\n- eggs\n  - brown\n",
        &["paragraph: We need:", "item2: - milk and bread", "item2: - eggs", ">item2: - brown"],
    );
    check(
        "1. one\n\n2. two\n\n(a) three\n",
        &["item3: 1. one", "item3: 2. two", "item4: (a) three"],
    );
}

#[test]
fn a_man_page_is_headings_and_terms() {
    check(
        "\u{1b}[1mNAME\u{1b}[0m\n       ls - list files\n\n       \u{1b}[1m-a\u{1b}[0m, --all\n              show all\n\n       -c     sort\n",
        &[
            "h1: NAME",
            "paragraph: ls - list files",
            "item7: -a, --all\nshow all",
            "item7: -c     sort",
        ],
    );
}

#[test]
fn styles_reach_over_joined_lines() {
    let (one, two) = (prose(60, "One"), prose(60, "and"));
    let document = import(&format!("{one} \u{1b}[1mtwo\n{two}\u{1b}[0m. _\u{8}xy\n"));
    let spans: Vec<_> =
        document.spans().map(|span| (&document[span.range], span.mark.name())).collect();
    assert_eq!(document.n_blocks(), 1);
    assert_eq!(spans, [("two", "strong"), ("x", "emphasis")]);
}

#[test]
fn long_and_many_lines_take_linear_time() {
    let texts = [
        "é".repeat(5_000_000),
        "\n".repeat(1_000_000) + "x",
        "x\n".repeat(200_000),
        "- x\n".repeat(100_000),
    ];
    for text in texts {
        let n_visible = text.chars().filter(|character| !character.is_whitespace()).count();
        let document = import(&text);
        let is_visible = |character: &char| !character.is_whitespace();
        let n_kept: usize = document
            .blocks()
            .map(|block| document[block.range].chars().filter(is_visible).count())
            .sum();
        assert_eq!(n_kept, n_visible);
    }
}

#[test]
fn a_group_of_thousands_of_lines_is_read_in_parts() {
    let long = prose(180, "One") + ".\n";
    let verse = "A short line\nof a poem\n".repeat(700);
    let list: String = (0..900).map(|n| format!("- item {n}\n  and more\n")).collect();
    for whole in [long.repeat(3000), verse, list, prose(70, "a") + "\n" + &"word ".repeat(20_000)] {
        let blocks_of_whole = blocks(&whole);
        let n_lines = whole.lines().count();
        for n in [1, 300, 1023, 1024, 1025, 1026, 1500, n_lines].map(|n| n.min(n_lines)) {
            let head: String = whole.split_inclusive('\n').take(n).collect();
            let mut head = blocks(&head);
            head.pop();
            assert_eq!(head, blocks_of_whole[..head.len()], "{n} lines");
        }
    }
}

#[test]
fn cells_of_one_width_are_a_table_and_no_justified_prose() {
    let row =
        |n: usize| format!("alpha{n}              beta                gamma               190{n}");
    let table = [1, 2, 3, 4].map(row).join("\n");
    check(
        &format!("Before it.\n\n{table}"),
        &["paragraph: Before it.", &format!("table: {table}")],
    );
}

#[test]
fn a_box_is_kept() {
    let header = "+-+-+-+\n| Source Port | Dest Port |\n+-+-+-+";
    check(header, &[&format!("table: {header}")]);
}

#[test]
fn the_fields_of_a_commit_stay_lines() {
    let head = "commit 4c5daec5c079fd491b66e81f1148d24e398a967b\nAuthor: Ann Lee <ann@example.org>\nDate:   Tue Nov 24 04:05:31 2026 +0000";
    check(head, &[&format!("preformatted: {head}")]);
}

#[test]
fn the_book_is_read_as_its_printer_set_it() {
    const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/war-and-peace.txt");
    let Ok(book) = std::fs::read_to_string(PATH) else {
        eprintln!("skipped: the book is not beside the repository");
        return;
    };
    let document = import(&book);
    let n_chapters =
        document.blocks().filter(|block| document[block.range].starts_with("CHAPTER ")).count();
    let n_headings =
        document.blocks().filter(|block| matches!(block.kind, BlockKind::Heading { .. })).count();
    assert_eq!((n_chapters, visible(&book) == shown(&document)), (364, true));
    // The first of fifteen books has lost its heading; two epilogues follow them.
    assert_eq!(n_headings, 364 + 14 + 2);
}

#[test]
fn letters_with_a_stop_are_items_in_their_order() {
    check(
        "1. One\n   a. Sub one\n   b. Sub two\n2. Two, of which see\np. 12\n",
        &[
            "item3: 1. One",
            ">item3: a. Sub one",
            ">item3: b. Sub two",
            "item3: 2. Two, of which see p. 12",
        ],
    );
}

#[test]
fn an_illustration_is_an_image() {
    check(
        "So.\n\n[Illustration: A ship at\nsea]\n\nAnd so.\n",
        &["paragraph: So.", "image: [Illustration: A ship at sea]", "paragraph: And so."],
    );
}

#[test]
fn entries_of_which_the_other_lines_are_set_in_are_paragraphs() {
    let bell = "Bell, T. (1904). The stones of the quay and the men who laid them, with\n    a map. London: Holt.\n";
    let carrow = "Carrow, E. (1904). The mill road. London: Holt.\n";
    let pell = "Pell, H. (1880). Coughs. Proceedings of the county court of the mill\n    road, 12, 31-44.\n";
    let expected = [
        "paragraph: Bell, T. (1904). The stones of the quay and the men who laid them, with a map. London: Holt.",
        "paragraph: Carrow, E. (1904). The mill road. London: Holt.",
        "paragraph: Pell, H. (1880). Coughs. Proceedings of the county court of the mill road, 12, 31-44.",
    ];
    check(
        &format!("It was so.\n\n{bell}{carrow}{pell}"),
        &["paragraph: It was so.", expected[0], expected[1], expected[2]],
    );
    check(
        &format!("It was so.\n\n{carrow}{pell}"),
        &["paragraph: It was so.", expected[1], expected[2]],
    );
}

#[test]
fn a_paragraph_that_ends_full_before_one_that_is_set_in_is_whole() {
    check(
        "It was so.\n\nThe road from the quay to the mill was laid in the spring. It was taken up\nagain in 1894, when the town had neither money nor sense, as some have said\n    Nobody who walked it in those years has left a word about the stones of\nit, though the masons left their bills.\n",
        &[
            "paragraph: It was so.",
            "paragraph: The road from the quay to the mill was laid in the spring. It was taken up again in 1894, when the town had neither money nor sense, as some have said",
            "paragraph: Nobody who walked it in those years has left a word about the stones of it, though the masons left their bills.",
        ],
    );
}
