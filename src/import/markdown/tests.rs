mod dialects;
mod head;
mod line_end;
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
fn the_first_heading_is_the_title_and_its_dek_stands_under_it() {
    let text = "# The *Harbor*\n\nWhat one harbor says of all the others.\n\nBy Jane Doe\n\n\
                It began in 1949. It ended soon.\n\n# Again\n\n## And\n\nunder\n===\n";
    check(
        text,
        &[
            "title: The e(Harbor)",
            "dek: What one harbor says of all the others.",
            "caption: By Jane Doe",
            "paragraph: It began in 1949. It ended soon.",
            "h1: Again",
            "h2: And",
            "h1: under",
        ],
    );
    let meta = import(text).meta;
    assert_eq!(meta.title.as_ref().unwrap().as_str(), "The Harbor");
    assert_eq!(meta.dek.as_ref().unwrap().as_str(), "What one harbor says of all the others.");
    assert_eq!(meta.authors[0].as_str(), "Jane Doe");
}

#[test]
fn an_empty_heading_is_no_title() {
    check("# \n\n# The Harbor\n", &["title: The Harbor"]);
    let document = import("# \n\n# The Harbor\n");
    assert_eq!(document.meta.title.as_ref().map(CleanText::as_str), Some("The Harbor"));
}

#[test]
fn a_short_first_paragraph_is_a_paragraph() {
    for below in ["It began in 1949. It ended soon.", "- one\n- two", "## One two three four", ""] {
        let text = format!("# The Harbor\n\nThe harbor froze that winter.\n\n{below}\n");
        assert_eq!(shown(&import(&text))[1], "paragraph: The harbor froze that winter.", "{below}");
        assert_eq!(import(&text).meta.dek, None);
        let numbers: Vec<u32> = import(&text).blocks().map(|block| block.number).collect();
        assert_eq!(numbers[..2], [0, 1], "{below}");
    }
    // A line that only looks like the title of a section is one.
    check(
        "# T\n\n## How to install the reader\n\nIt is easy. Go.\n",
        &["title: T", "h2: How to install the reader", "paragraph: It is easy. Go."],
    );
}

#[test]
fn a_dek_is_named_or_stressed_or_the_head_goes_on_under_it() {
    let text = "# The Harbor\n\n## What one harbor says of others\n\n![A flag](f.png)\n\nBy Ann Lee \
                and the Editors of Time\n\nIt began in 1949. It ended.\n";
    check(
        text,
        &[
            "title: The Harbor",
            "dek: What one harbor says of others",
            "image: A flag",
            "caption: By Ann Lee and the Editors of Time",
            "paragraph: It began in 1949. It ended.",
        ],
    );
    let document = import(text);
    let authors: Vec<&str> = document.meta.authors.iter().map(CleanText::as_str).collect();
    assert_eq!(authors, ["Ann Lee", "the Editors of Time"]);
    assert_eq!(document.blocks().map(|block| block.number).collect::<Vec<_>>(), [0, 0, 0, 0, 1]);
    check(
        "# T\n\n*What one harbor says of others.*\n\nIt began.\n",
        &["title: T", "dek: e(What one harbor says of others.)", "paragraph: It began."],
    );
    check(
        "# T\n\n*What one* harbor says *of others.*\n\nIt began.\n",
        &["title: T", "paragraph: e(What one) harbor says e(of others.)", "paragraph: It began."],
    );
    check(
        "---\nsubtitle: Winter, and more\n---\n# T\n\nWinter, *and* more\n\nIt began.\n",
        &["title: T", "dek: Winter, e(and) more", "paragraph: It began."],
    );
}

#[test]
fn metadata_are_set_above_the_text_once() {
    let header = "---\ntitle: The Harbor\nsubtitle: What it says\n---\n";
    check(
        &format!("{header}# One\n\nwords.\n"),
        &["title: The Harbor", "dek: What it says", "h1: One", "paragraph: words."],
    );
    let document = import("---\npagetitle: The Harbor\n---\n\nIt froze.\n");
    assert_eq!(shown(&document), ["paragraph: It froze."]);
    assert_eq!(document.meta.title.as_ref().map(CleanText::as_str), Some("The Harbor"));
    check(
        &format!("{header}\n# The Harbor\n\nIt was. So it is.\n"),
        &["title: The Harbor", "paragraph: It was. So it is."],
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
fn lists_nest_and_hang_from_their_markers() {
    check(
        "- one\n- two\n\n  more\n  - in\n    1. deep\n    2. deeper\n\n9) nine\n10) ten\n",
        &[
            "item2: • one",
            "item2: • two",
            "2paragraph: more",
            "2item2: ◦ in",
            "22item3: 1. deep",
            "22item3: 2. deeper",
            "item3: 9) nine",
            "item4: 10) ten",
        ],
    );
}

#[test]
fn an_item_that_begins_with_no_words_keeps_its_marker() {
    check("-\n- ```\n  code\n  ```\n", &["item2: •", "item2: •", "2preformatted: code"]);
    check("1. - in\n", &["item3: 1.", "3item2: • in"]);
    check("- # head\n", &["item2: •", "2h1: head"]);
}

#[test]
fn tasks_have_a_box() {
    check(
        "- [ ] open\n- [x] done\n\n1. [x] first\n",
        &["item2: ☐ open", "item2: ☑ done", "item5: 1. ☑ first"],
    );
    check("- [ ] open\n\n- [x] done\n", &["item2: ☐ open", "item2: ☑ done"]);
}

#[test]
fn quotations_nest_and_hold_what_they_hold() {
    check(
        "> one\n> two\n>\n> - item\n>\n> > three\n\nafter\n",
        &[">quotation: one two", ">item2: • item", ">>quotation: three", "paragraph: after"],
    );
    check("- item\n\n  > quoted\n", &["item2: • item", "2>quotation: quoted"]);
}

#[test]
fn an_alert_has_its_name() {
    check("> [!WARNING]\n> Beware.\n", &[">quotation: s(Warning)", ">quotation: Beware."]);
    check(
        "> [!TIP]\n> Go.\n\n> one\n\n> two\n> > in\n\nout\n\n> three\n",
        &[
            ">quotation: s(Tip)",
            ">quotation: Go.",
            "»quotation: one",
            ">quotation: two",
            ">>quotation: in",
            "paragraph: out",
            ">quotation: three",
        ],
    );
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
fn footnotes_are_numbered_and_reached() {
    let document = import("One[^b] and[^a].\n\n[^a]: The *a*.\n\n    More.\n[^b]: The b.\n");
    assert_eq!(
        shown(&document),
        [
            "paragraph: Onen(¹) andn(²).",
            "footnote: ² The e(a).",
            "2footnote: More.",
            "footnote: ¹ The b."
        ]
    );
    let spans: Vec<_> =
        document.spans().filter_map(|span| span.mark.target().map(str::to_owned)).collect();
    let words = spans.iter().map(|id| {
        let block = document.block_around(document.target(id).unwrap()).unwrap();
        &document[block.range]
    });
    assert_eq!(words.collect::<Vec<_>>(), ["¹ The b.", "² The a."]);
}

#[test]
fn headings_are_targets() {
    let document = import("a\n\n## The *Big* Harbor\n\n[go](#the-big-harbor)\n");
    assert_eq!(document.target("the-big-harbor"), Some(2));
}

#[test]
fn an_image_is_its_alternative_text() {
    check("![A *flag*](f.png)\n", &["image: A e(flag)"]);
    check("a ![flag](f.png) b\n", &["paragraph: a flag b"]);
    check("![flag](f.png) b\n", &["paragraph: flag b"]);
    check("![](f.png)\n\nb\n", &["paragraph: b"]);
    check("[![flag](f.png)](http://x.org)\n", &["paragraph: l(flag)"]);
}

#[test]
fn a_caption_stands_under_its_image() {
    check(
        "![Two men](f.png)\n\nA flag with two men\nGetty / The Paper\n\nIt began. So.\n",
        &[
            "image: Two men",
            "caption: A flag with two men",
            "caption: Getty / The Paper",
            "paragraph: It began. So.",
        ],
    );
}

#[test]
fn the_number_of_a_note_stands_before_the_words_of_a_quotation_or_list() {
    check(
        "a[^a][^b]\n\n[^a]: > only this\n    >\n    > and that\n\n[^b]: - one\n    - two\n",
        &[
            "paragraph: an(¹)n(²)",
            "footnote: ¹ only this",
            "2>quotation: and that",
            "footnote: ² • one",
            "2item2: • two",
        ],
    );
}

#[test]
fn a_mark_over_broken_lines_is_one() {
    check("a\n\n*one\\\ntwo*\n", &["paragraph: a", "paragraph: e(one\ntwo)"]);
    check("a\n\n*one*\\\n*two*\n", &["paragraph: a", "paragraph: e(one\ntwo)"]);
    check("a\n\n*one*\\\n**two**\n", &["paragraph: a", "paragraph: e(one)\ns(two)"]);
}

#[test]
fn the_title_is_what_is_read() {
    let document = import("# It is mc<sup>2</sup>\n\nSo.\n");
    assert_eq!(document.meta.title, Some(CleanText::line("It is mc²")));
}

#[test]
fn html_leaves_its_words() {
    check("H<sub>2</sub>O <!-- no --> and <b>so</b>", &["paragraph: H₂O and s(so)"]);
    check("a <script>no</script> b <img alt='flag'> c", &["paragraph: a b flag c"]);
    check(
        "<h2 align=center>Head</h2>\n<p>one &mdash;\n two<br>three</p>\n<ul><li>a<li>b</ul>\n\nend\n",
        &["h2: Head", "paragraph: one — two\nthree", "item2: • a", "item2: • b", "paragraph: end"],
    );
    check(
        "<details>\n<summary>More</summary>\n\n*words*\n\n</details>\n",
        &["paragraph: More", "paragraph: e(words)"],
    );
    check("<script>\nno\n</script>\n\nyes\n", &["paragraph: yes"]);
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
fn no_depth_is_too_deep() {
    for (sign, n) in [
        ("> ", 40_000),
        ("* ", 40_000),
        ("1) ", 40_000),
        ("[", 200_000),
        ("*a ", 100_000),
        ("![", 100_000),
    ] {
        let document = import(&(sign.repeat(n) + "the\n"));
        assert!(document.blocks().any(|block| document[block.range].contains("the")), "{sign}");
    }
}

#[test]
fn empty_cells_take_no_room() {
    let n = 2000;
    let text = format!("|{}\n|{}\n{}", "a|".repeat(n), "-|".repeat(n), "|x|\n".repeat(n));
    assert!(import(&text).end() < 10 * n);
}

#[test]
fn a_long_text_is_read_in_windows_that_know_each_other() {
    let filler = "It was so. It is so.\n\n".repeat(20_000);
    let text = format!(
        "One[^a] and [here][There].\n\n{filler}two[^b][^a].\n\n{filler}[there]: http://x.org\n\n\
         [^a]: The a.\n[^b]: The b.\n"
    );
    let document = import(&text);
    let shown = shown(&document);
    assert_eq!(shown[0], "paragraph: Onen(¹) and l(here).");
    assert_eq!(shown[20_001], "paragraph: twon(²)n(¹).");
    assert_eq!(shown[shown.len() - 2..], ["footnote: ¹ The a.", "footnote: ² The b."]);
    let targets: Vec<_> =
        document.spans().filter_map(|span| span.mark.target().map(str::to_owned)).collect();
    assert_eq!(targets, ["note:a", "http://x.org", "note:b", "note:a"]);
    assert!(targets[..1].iter().all(|target| document.target(target).is_some()));
}

#[test]
fn the_head_of_a_text_is_read_as_it_is_in_the_whole() {
    let text = "## One\n\nIt was *so*. It is so.\n\n- a\n- b\n\n".repeat(20_000);
    let whole = import(&text);
    let head = import(&text[..window::window(&text, true).unwrap()]);
    assert!(head.n_blocks() > 1000 && head.n_blocks() < whole.n_blocks() / 2);
    assert!(head.blocks().zip(whole.blocks()).all(|(head, whole)| head == whole));
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

#[test]
fn html_that_styles_words_is_a_mark() {
    check(
        "Press <kbd>Ctrl</kbd>, <STRONG>now *or* never</STRONG>, x<sup>2</sup>, 1<sup>st</sup>",
        &["paragraph: Press c(Ctrl), s(now e(or) never), x², 1st"],
    );
    let scripts = "10<sup>-3</sup> x<sub>i</sub> 2<sup>a/b</sup> CO<sub>2</sub> n<sup>th</sup>";
    check(scripts, &["paragraph: 10⁻³ xᵢ 2^(a/b) CO₂ nth"]);
    check(&format!("<p>{scripts}</p>"), &["paragraph: 10⁻³ xᵢ 2^(a/b) CO₂ nth"]);
    check("<p align=center><i>one</i> <b><img src=x></b> two</p>", &["paragraph: e(one) two"]);
}

#[test]
fn html_that_is_never_closed_ends_with_its_paragraph_or_cell() {
    check("a <b>b\n\nc</b> d\n", &["paragraph: a s(b)", "paragraph: c d"]);
    check("|a|b|\n|-|-|\n|<i>x|y|\n", &["table: a\tb\ne(x)\ty"]);
    check("<b>*a</b> b* c\n", &["paragraph: s(e(a) b) c"]);
    check(&"<b>".repeat(1000), &[]);
}

#[test]
fn html_with_parts_is_read_as_html_where_it_stands() {
    let table = "<table><tr><th>Year<th>*Treaty*</tr>\n<tr><td>1842<td>of Nanking</tr></table>\n";
    check(table, &["table: Year\t*Treaty*\n1842\tof Nanking"]);
    check(
        &format!("> - item\n>\n>   {}", table.replace('\n', "\n>   ")),
        &[">item2: • item", ">2table: Year\t*Treaty*\n1842\tof Nanking"],
    );
    check(
        "<dl>\n<dt>Pier</dt>\n<dd>A long wall.</dd>\n</dl>\n\nafter\n",
        &["paragraph: s(Pier)", "4paragraph: A long wall.", "paragraph: after"],
    );
    check(
        "<ol start=3>\n<li>three<ul><li>in</ul>\n<li>four\n</ol>\n",
        &["item3: 3. three", "3item2: ◦ in", "item3: 4. four"],
    );
    check("<pre><code>a\n  b\n</code></pre>\n", &["preformatted: c(a\n  b)"]);
    // What the Markdown behind it goes on with is no part of the block.
    check("<blockquote>\n\nSo *it* is.\n\n</blockquote>\n", &["paragraph: So e(it) is."]);
}

#[test]
fn a_broken_line_of_html_leaves_one_blank() {
    check("a\n\n<h2>\n  one<br>\n  two\n</h2>\n", &["paragraph: a", "h2: one two"]);
}

#[test]
fn several_authors_in_one_value_are_several() {
    let authors = |value: &str| {
        let document = import(&format!("---\ntitle: T\nauthor: {value}\n---\n\nWords.\n"));
        document.meta.authors.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    for several in ["Ann Lee and Bo Dee", "Ann Lee; Bo Dee", "Ann Lee, Bo Dee", "Dee, Bo; Lee, Ann"]
    {
        let mut found = authors(several);
        found.sort();
        assert_eq!(found, ["Ann Lee", "Bo Dee"], "{several}");
    }
    for one in ["Johnson and Johnson", "Lee, Ann", "Ann Lee, Jr.", "The Economist"] {
        assert_eq!(authors(one).len(), 1, "{one}");
    }
}
