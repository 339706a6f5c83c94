mod container;
mod dialects;
mod head;
mod html;
mod image;
mod line_end;
mod long;
mod place;

use super::*;
use crate::document::{Alignment, CleanText, Document, Level, Span};

fn import(text: &str) -> Document {
    let mut first = MarkdownReader::default();
    first.read(text);
    if !first.has_windows() {
        return first.finish();
    }
    let mut definitions = Definitions::default();
    definitions.read(text);
    let mut reader = MarkdownReader::new(definitions);
    reader.read(text);
    reader.finish()
}

/// The blocks of a text, each as its nesting, its kind and its words with their marks.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(shown(&import(text)), expected);
}

fn shown(document: &Document) -> Vec<String> {
    let show = |block: crate::document::Block| {
        let kind = match block.kind {
            BlockKind::Heading { level } => format!("h{level}"),
            BlockKind::Item { hanging } => format!("item{hanging}"),
            BlockKind::Table { has_header: false, .. } => "headless table".to_owned(),
            kind => kind.name().to_owned(),
        };
        let nesting = block.nesting.levels().map(|level| match level {
            Level::Quotation { is_next } => if is_next { "»" } else { ">" }.to_owned(),
            Level::Item { columns } => columns.to_string(),
        });
        let words = marked(document, block.range);
        format!("{}{kind}: {words}", nesting.collect::<String>())
    };
    document.blocks().map(show).collect()
}

/// Words with the first letter of each mark that is seen before its span: `e(so)`.
fn marked(document: &Document, range: crate::document::TextRange) -> String {
    let is_seen = |span: &Span<'_>| !matches!(span.mark, Mark::Image(_) | Mark::Title(_));
    let spans: Vec<_> = document.spans_in(range).filter(is_seen).collect();
    let mut out = String::new();
    let close = |at: usize, out: &mut String| {
        let n_ends = spans.iter().filter(|span| span.range.end() == at).count();
        out.push_str(&")".repeat(n_ends));
    };
    for (at, character) in document[range].char_indices() {
        close(range.start() + at, &mut out);
        for span in spans.iter().filter(|span| span.range.start() == range.start() + at) {
            out.push_str(&span.mark.name()[..1]);
            out.push('(');
        }
        out.push(character);
    }
    close(range.end(), &mut out);
    out
}

#[test]
fn words_have_their_marks() {
    check(
        "a\n\nIt was **really *so*** `c*d` and ~~not~~ [there](http://x.org).\n",
        &["paragraph: a", "paragraph: It was s(really e(so)) c(c*d) and s(not) l(there)."],
    );
    check(
        "a\n\n*one\ntwo* \\*three\\* &amp;\n",
        &["paragraph: a", "paragraph: e(one two) *three* &"],
    );
}

#[test]
fn a_line_end_joins_as_in_a_plain_text() {
    check("it means—\nwar and well-\nknown\n", &["paragraph: it means—war and well-known"]);
    check("one  two\nthree", &["paragraph: one two three"]);
    check("one *two*\n*three*", &["paragraph: one e(two) e(three)"]);
}

#[test]
fn a_hard_break_is_a_line_of_verse() {
    check(
        "Tell me not,  \nin mournful\\\nnumbers",
        &["paragraph: Tell me not,\nin mournful\nnumbers"],
    );
    check("one<br>two", &["paragraph: one\ntwo"]);
}

#[test]
fn code_keeps_its_lines_and_blanks() {
    check("```rust\nfn a() {\n\tb\n\n}\n```\n", &["preformatted: l(fn a() {\n    b\n\n})"]);
    check("    one\n      two\n", &["preformatted: one\n  two"]);
}

#[test]
fn cells_stand_between_tabs() {
    check(
        "| Year | Treaty |\n|---:|---|\n| 1842 | of *Nanking* |\n| | b\\|c |\n| 1 | |\n",
        &["table: Year\tTreaty\n1842\tof e(Nanking)\n\tb|c\n1"],
    );
    check("| | |\n|---|---|\n| 1 | 2 |\n", &["headless table: 1\t2"]);
    check("|a|\n|-|\n||\n|c|\n", &["table: a\n\nc"]);
}

#[test]
fn columns_keep_their_alignment() {
    let document = import("|a|b|c|\n|-:|:-:|-|\n|1|2|3|\n");
    let Some(BlockKind::Table { alignments, .. }) =
        document.blocks().next().map(|block| block.kind)
    else {
        panic!("it is a table")
    };
    let found = [0, 1, 2].map(|column| alignments.of(column));
    assert_eq!(found, [Alignment::Right, Alignment::Center, Alignment::Left]);
}

#[test]
fn headings_are_targets() {
    let document = import("a\n\n## The *Big* Harbor\n\n[go](#the-big-harbor)\n");
    assert_eq!(document.target("the-big-harbor"), Some(2));
}

#[test]
fn a_mark_over_broken_lines_is_one() {
    check("a\n\n*one\\\ntwo*\n", &["paragraph: a", "paragraph: e(one\ntwo)"]);
    check("a\n\n*one*\\\n*two*\n", &["paragraph: a", "paragraph: e(one\ntwo)"]);
    check("a\n\n*one*\\\n**two**\n", &["paragraph: a", "paragraph: e(one)\ns(two)"]);
}

#[test]
fn a_rule_is_a_break() {
    check("one\n\n---\n\n***\n", &["paragraph: one", "break: * * *", "break: * * *"]);
}

#[test]
fn controls_from_entities_are_signs() {
    check("a&#27;[31m&#x9b;&#x202e;b\n", &["paragraph: a␛[31m\u{fffd}⟪RLO⟫b"]);
}

#[test]
fn empty_cells_take_no_room() {
    let n = 2000;
    let text = format!("|{}\n|{}\n{}", "a|".repeat(n), "-|".repeat(n), "|x|\n".repeat(n));
    assert!(import(&text).end() < 10 * n);
}

#[test]
fn addresses_in_the_text_are_links() {
    let document = import("a\n\nSee https://x.org/a_b_c&amp;d, *see www.y.org* and `www.z.org`.\n");
    assert_eq!(
        shown(&document)[1],
        "paragraph: See l(https://x.org/a_b_c&d), e(see l(www.y.org)) and c(www.z.org)."
    );
    let targets: Vec<_> =
        document.spans().filter_map(|span| span.mark.target().map(str::to_owned)).collect();
    assert_eq!(targets, ["https://x.org/a_b_c&d", "http://www.y.org"]);
}

#[test]
fn an_address_in_a_link_is_no_other_one() {
    check(
        "a\n\n[see www.y.org](z) or <https://x.org>\n",
        &["paragraph: a", "paragraph: l(see www.y.org) or l(https://x.org)"],
    );
    check("    www.y.org\n", &["preformatted: www.y.org"]);
}
