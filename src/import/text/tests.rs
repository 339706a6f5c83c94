use super::*;
use crate::document::Document;
use proptest::prelude::*;

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
fn an_article_has_a_title_a_dek_captions_and_text() {
    let text = prose(300, "It") + ".";
    let head = "The Risk\n\nHow one thing will define another.\n\nA flag with two faces\nGetty / The Paper\n\nBy Jane Doe\n\n";
    check(
        &format!("{head}{text}\n\nMore.\n"),
        &[
            "title: The Risk",
            "dek: How one thing will define another.",
            "caption: A flag with two faces",
            "caption: Getty / The Paper",
            "caption: By Jane Doe",
            &format!("paragraph: {text}"),
            "paragraph: More.",
        ],
    );
    let meta = import(&format!("{head}{text}\n")).meta;
    let names = [&meta.title, &meta.dek, &meta.authors.first().cloned()];
    assert_eq!(
        names.map(|name| name.as_ref().map(CleanText::as_str)),
        [Some("The Risk"), Some("How one thing will define another."), Some("Jane Doe")],
    );
}

#[test]
fn a_short_first_paragraph_is_a_paragraph() {
    check(
        "The Risk\n\nThe harbor froze that winter.\n\nNobody came. It was cold.\n",
        &[
            "title: The Risk",
            "paragraph: The harbor froze that winter.",
            "paragraph: Nobody came. It was cold.",
        ],
    );
    check(
        "The Risk\n\nThe harbor froze that winter.\n\nMarch 14, 2019\n\nNobody came. It was cold.\n",
        &[
            "title: The Risk",
            "dek: The harbor froze that winter.",
            "caption: March 14, 2019",
            "paragraph: Nobody came. It was cold.",
        ],
    );
}

#[test]
fn a_title_may_take_two_lines_and_a_byline_may_stand_under_it() {
    check(
        "War and Peace\nA Novel\n\nWell, Prince.\n",
        &["title: War and Peace A Novel", "paragraph: Well, Prince."],
    );
    check(
        "The Risk\nBy Jane Doe\n\nIt was.\n",
        &["title: The Risk", "caption: By Jane Doe", "paragraph: It was."],
    );
}

#[test]
fn a_text_without_a_title_has_none() {
    check("It was a dark night.\n\nSo.\n", &["paragraph: It was a dark night.", "paragraph: So."]);
    check("Hello\n", &["paragraph: Hello"]);
}

#[test]
fn a_caption_between_paragraphs_is_told_by_its_credit() {
    let one = prose(300, "It") + ".";
    check(
        &format!("{one}\n\nA flag\nReuters\n\n{one}\n"),
        &[
            &format!("paragraph: {one}"),
            "caption: A flag",
            "caption: Reuters",
            &format!("paragraph: {one}"),
        ],
    );
}

#[test]
fn the_frame_of_a_gutenberg_file_stays_and_names_the_book() {
    let text = "The Project Gutenberg eBook of Emma\n\nTitle: Emma\n\nAuthor: Jane Austen\n\n\
        *** START OF THE PROJECT GUTENBERG EBOOK EMMA ***\n\nEMMA\n\nby Jane Austen\n\nCHAPTER I\n\nShe was.\n";
    check(
        text,
        &[
            "paragraph: The Project Gutenberg eBook of Emma",
            "paragraph: Title: Emma",
            "paragraph: Author: Jane Austen",
            "paragraph: *** START OF THE PROJECT GUTENBERG EBOOK EMMA ***",
            "title: EMMA",
            "caption: by Jane Austen",
            "h2: CHAPTER I",
            "paragraph: She was.",
        ],
    );
    assert_eq!(import(text).meta.title.as_ref().map(CleanText::as_str), Some("Emma"));
    assert_eq!(import(text).meta.authors.len(), 1);
}

#[test]
fn headings_have_levels() {
    check(
        "BOOK ONE: 1805\n\nCHAPTER IV\n\nHe came.\n\nXII\n\nHe left.\n\nSEE ALSO\n\nHe.\n",
        &[
            "h1: BOOK ONE: 1805",
            "h2: CHAPTER IV",
            "paragraph: He came.",
            "h2: XII",
            "paragraph: He left.",
            "h2: SEE ALSO",
            "paragraph: He.",
        ],
    );
    check(
        "1. Introduction\n\n1.1 Scope\n\nIt is.\n",
        &["h1: 1. Introduction", "h2: 1.1 Scope", "paragraph: It is."],
    );
    check(
        "CHAPTER I\nDown the Hole\n\nShe fell.\n",
        &["h2: CHAPTER I Down the Hole", "paragraph: She fell."],
    );
}

#[test]
fn underlines_make_headings_and_are_consumed() {
    check(
        "The Risk\n========\nIt was.\n\nMore\n----\n\nSo.\n",
        &["title: The Risk", "paragraph: It was.", "h2: More", "paragraph: So."],
    );
}

#[test]
fn a_page_number_inside_a_sentence_is_no_heading() {
    let one = prose(120, "He");
    let expected = [&*format!("paragraph: {one}"), "paragraph: 12", "paragraph: and left."];
    check(&format!("{one}\n\n12\n\nand left.\n"), &expected);
}

#[test]
fn a_signature_is_no_heading_where_chapters_stand_far_apart() {
    check(
        "\n\nCHAPTER I\n\nDear Mary.\n\nJULIE\n\nShe wrote.\n",
        &["h2: CHAPTER I", "paragraph: Dear Mary.", "paragraph: JULIE", "paragraph: She wrote."],
    );
}

#[test]
fn a_table_of_contents_is_not_a_hundred_headings() {
    check(
        "1. Introduction ..... 1\n2. Methods ..... 12\n3. End ..... 20\n\nSo.\n",
        &[
            "preformatted: 1. Introduction ..... 1\n2. Methods ..... 12\n3. End ..... 20",
            "paragraph: So.",
        ],
    );
    check(
        "CONTENTS\n\nBOOK ONE\n\nCHAPTER I\n\nCHAPTER II\n\nBOOK ONE\n\nCHAPTER I\n\nHe came.\n",
        &[
            "h1: CONTENTS",
            "preformatted: BOOK ONE",
            "preformatted: CHAPTER I",
            "preformatted: CHAPTER II",
            "h1: BOOK ONE",
            "h2: CHAPTER I",
            "paragraph: He came.",
        ],
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

fn visible(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

fn shown(document: &Document) -> String {
    document.blocks().map(|block| visible(&document[block.range])).collect()
}

/// Lines of the shapes that texts are made of.
fn line() -> impl Strategy<Value = String> {
    let words = "(word|Word|“So|a|it|mid-|in—|1812|Anglo-|end\\.|no\\.”|漢字|two\\.)";
    prop_oneof![
        4 => proptest::string::string_regex(&format!("( {{0,9}}|\t)({words} ){{1,14}}{words}")).expect("a regex"),
        1 => proptest::string::string_regex(&format!("({words} ){{30,50}}{words}")).expect("a regex"),
        3 => Just(String::new()),
        2 => proptest::sample::select(vec![
            "CHAPTER IV", "BOOK ONE: 1805", "CONTENTS", "PREFACE", "XII", "12", "1", "1. Introduction",
            "2.3 Methods", "SEE ALSO", "====", "--------", "* * *", "***", "⁂", "> quoted", "- item",
            "  - item", "* item", "1. item", "2. item", "(a) item", "The Mail ..... 3", "a   b   c",
            "aa  bb  cc", "| a | b |", "let x = y();", "}", "\tcode();", "-a     tag", "       text",
            "By Jane Doe", "Getty / The Paper", "NAME", "Title: Emma", "Subject: none",
            "The Project Gutenberg eBook of Emma", "*** START OF THIS", "A Short Title", "    “Yes.”",
        ]).prop_map(str::to_owned),
    ]
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(line(), 1..30).prop_map(|lines| lines.join("\n") + "\n")
}

proptest! {

    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_is_the_same_however_it_comes(
        pieces in proptest::collection::vec("[A-Za-z .,“”•\n\n\r\u{85}\t0-9*-]{0,40}", 0..30),
    ) {
        let mut reader = TextReader::default();
        pieces.iter().for_each(|piece| reader.read(piece));
        let (piecewise, whole) = (reader.finish(), import(&pieces.concat()));
        prop_assert_eq!(piecewise.chunks(), whole.chunks());
    }

    #[test]
    fn the_blocks_of_a_head_are_those_of_the_whole(text in text()) {
        let whole = blocks(&text);
        for (end, _) in text.match_indices('\n') {
            let mut head = blocks(&text[..=end]);
            head.pop();
            prop_assert_eq!(&head[..], &whole[..head.len()], "cut at {}", end);
        }
    }

    #[test]
    fn every_visible_character_stays_in_its_place(text in text()) {
        let is_rule = |line: &str| !line.is_empty() && line.chars().all(|c| c == '=' || c == '-');
        let text: String = text.split_inclusive('\n').filter(|line| !is_rule(line.trim())).collect();
        prop_assert_eq!(shown(&import(&text)), visible(&text));
    }

    #[test]
    fn any_bytes_open_or_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = crate::import::import(&bytes);
    }

    #[test]
    fn any_terminal_text_opens(text in "([a-c_ \t\n\r]|\u{1b}|\u{1b}\\[[0-9;]{0,4}m|\u{8}|\u{85}|\u{c}|é|\u{301}|\u{200b}|-|=|>){0,120}") {
        let _ = crate::import::import(text.as_bytes());
    }
}
