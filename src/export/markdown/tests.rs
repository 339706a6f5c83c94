use super::*;
use crate::document::{Builder, Meta, Nesting};
use crate::import::{Format, Options, import_with};

fn read(text: &str) -> Document {
    let options = Options { format: Some(Format::Markdown), ..Options::default() };
    import_with(text.as_bytes(), options).expect("it is Markdown").document
}

/// What is written of Markdown is the same Markdown.
#[track_caller]
fn check(text: &str) {
    assert_eq!(markdown(&read(text)), text);
}

#[test]
fn a_mark_on_nothing_but_a_blank_is_left_out() {
    let mut builder = Builder::new();
    builder.begin(BlockKind::Paragraph, Nesting::default());
    builder.push_text("one");
    builder.open(Mark::Strong);
    builder.push_text("\u{2003}");
    builder.close();
    builder.push_text("two");
    assert_eq!(markdown(&builder.finish(Meta::default())), "one\u{2003}two\n");
}

#[test]
fn what_is_clean_stays_as_it_is() {
    check("# One\n\nIt was **really** *so*, `a*b` and ~~not~~ [there](http://x.org). So.\n");
    check("## Two\n\nTell me not,\\\nin mournful numbers\n");
    check("- one\n- two\n\n  more\n\n  - in\n    1. deep\n    2. deeper\n- [x] done\n- [ ] open\n");
    check("So $a_1*b*c$ and **$\\{x\\}$** cost $5 or US$6.\n\n```math\n\\sum_i\n```\n");
    check("> one\n>\n> - item\n>\n> > two\n\nafter\n");
    check("> [!NOTE]\n>\n> one\n>\n> two\n");
    check("> [!NOTE]\n>\n> one\n\n> [!TIP]\n>\n> two\n");
    check("> [!NOTE]\n>\n> one\n\n> two\n\n> three\n>\n> **Note**\n>\n> four\n");
    check("> > one\n>\n> > two\n>\n> three\n\n> four\n");
    check("- item\n\n  > one\n\n  > two\n\n> three\n");
    check("```\ncode\n  more\n```\n\n* * *\n");
    check("```rust\nfn main() {}\n```\n\n- item\n\n  ````c++\n  ```\n  ````\n");
    check("| Year | Treaty |\n| --: | --- |\n| 1842 | of *Nanking* |\n|  | b\\|c |\n");
    check("| a | b |\n| --- | --- |\n| `x \\| y` | kept |\n");
    check("One[^1] and[^2].\n\n[^1]: The *first*.\n\n    More.\n\n[^2]: The second.\n");
    check("| a |\n| --- |\n| [b\\[c\\]](#d) |\n");
    check("![A flag]()\n\nafter. And so.\n");
    check("![A flag](a.png)\n\nSee ![it](<b c.png> \"Its \\\"t\\\"\"). And so.\n");
    check("[![A flag](a.png)](http://x.org \"T\") and [![b](c)](d). And so.\n");
    check("![a](b) ![*c*](d \"e\")\n\nSee [the page](x \"A \\| title\").\n");
    check("3. three\n4. four\n\n<!-- -->\n\n9. nine\n\n1) one\n");
    check("***both*** so\n");
    check("**a *b*** and <http://x.org/y>.\n");
    check("---\nsubtitle: \"Two\"\n---\n\n# One\n\nTwo\n\nThree four.\n");
    check("---\npagetitle: \"One\"\n---\n\nTwo three.\n");
    check("---\nauthor: \"Jane \\\"J\\\" Doe\"\ndate: \"2022-03\"\nlang: \"en\"\n---\n\n# T\n");
}

#[track_caller]
fn check_text(kind: BlockKind, text: &str, expected: &str) {
    let mut builder = Builder::new();
    builder.add(kind, text);
    let written = markdown(&builder.finish(Meta::default()));
    assert_eq!(written, expected);
    let again = read(&written);
    let again: Vec<&str> = again.blocks().map(|block| &again[block.range]).collect();
    assert_eq!(again.join("\n").replace('\u{a0}', " "), text);
}

#[test]
fn a_caption_stays_one() {
    let caption = "<figcaption>\n\nA *flag*\n\n</figcaption>\n";
    check(&format!("![A flag](a.png)\n\n{caption}\nSo it was.\n"));
    check(&format!("So it was.\n\n{caption}\n| a |\n| --- |\n| b |\n\nSo.\n"));
    check(&format!(
        "> So.\n>\n> {}\nSo.\n",
        caption.trim_end().replace('\n', "\n> ").replace("> \n", ">\n") + "\n"
    ));
    let read = read("So.\n\n<figcaption>A flag</figcaption>\n\nSo.\n");
    let kinds: Vec<BlockKind> = read.blocks().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Paragraph, BlockKind::Caption, BlockKind::Paragraph]);
}

#[test]
fn text_that_looks_like_markdown_is_escaped() {
    check_text(BlockKind::Paragraph, "1949. A *star*", "1949\\. A \\*star\\*\n");
    check_text(BlockKind::Paragraph, "# no\n- no\n---", "\\# no\\\n\\- no\\\n\\---\n");
    check_text(BlockKind::Heading { level: 2 }, "A {#b}", "## A {#b\\}\n");
    check_text(BlockKind::Paragraph, "($a) or ($b)", "(\\$a) or ($b)\n");
    check_text(BlockKind::Paragraph, "so ==a== b == c", "so \\==a== b == c\n");
    check_text(BlockKind::Heading { level: 2 }, "###", "## \\###\n");
    check_text(BlockKind::Heading { level: 2 }, "a \\#", "## a \\\\#\n");
    check_text(BlockKind::Paragraph, "a\n\nb", "a<br>\\\nb\n");
    check_text(BlockKind::Heading { level: 2 }, "C #", "## C \\#\n");
    check_text(BlockKind::Paragraph, "one\n  two  three", "one\\\n\u{a0}\u{a0}two \u{a0}three\n");
    check_text(BlockKind::Preformatted, "a\n```\nb", "````\na\n```\nb\n````\n");
}

/// What is written of Markdown, in which the first words may be marked by other signs.
#[track_caller]
fn check_rewritten(text: &str, expected: &str) {
    let written = markdown(&read(text));
    assert_eq!(written, expected);
    assert_eq!(markdown(&read(&written)), expected, "it is the same again");
}

#[test]
fn marks_inside_of_a_word_and_of_each_other_are_kept() {
    check("un*believ*able, **b*o*ld**, *i**t**alic* and ~~b *c*~~\n");
    check_rewritten("<b>han</b>dle\n", "**han**dle\n");
}

#[test]
fn a_mark_that_stars_cannot_show_is_a_tag() {
    check_rewritten("a<b>“b”</b>c\n", "a<strong>“b”</strong>c\n");
    check_rewritten("*a*<b>b</b>\n", "*a*<strong>b</strong>\n");
    check_rewritten("`a`<b>`b_`</b>`c`\n", "`a`<strong>`b_`</strong>`c`\n");
    check_rewritten("`a`<code>b_</code>\n", "`a`<code>b\\_</code>\n");
    check_rewritten("<code>a<b>b</b></code>\n", "<code>a**b**</code>\n");
}

#[test]
fn signs_at_the_ends_of_a_mark_are_words() {
    check_rewritten("<b>- *</b>, a\\\\*b*\n", "**- \\***, a\\\\*b*\n");
}

#[test]
fn a_lone_marker_stays_alone() {
    let mut builder = Builder::new();
    builder.add(BlockKind::Item { hanging: 2 }, "•");
    builder.begin(BlockKind::Paragraph, Nesting::in_items(1));
    builder.push_text("one");
    let written = markdown(&builder.finish(Meta::default()));
    assert_eq!(written, "- &nbsp;\n\n  one\n");
    let again = read(&written);
    let blocks: Vec<&str> = again.blocks().map(|block| &again[block.range]).collect();
    assert_eq!(blocks, ["•", "one"]);
}

#[test]
fn dollars_that_would_be_read_as_other_formulas_are_escaped() {
    check_text(BlockKind::Paragraph, "\\$$` `$:", "\\\\\\$\\$\\` \\`\\$:\n");
    let mut builder = Builder::new();
    builder.begin(BlockKind::Paragraph, Nesting::default());
    builder.push_text("a$$");
    builder.open(Mark::Strong);
    builder.push_text(" $$ a _b_ $$");
    builder.close();
    let again = read(&markdown(&builder.finish(Meta::default())));
    let spans: Vec<_> = again.spans().map(|span| (span.mark, &again[span.range])).collect();
    assert_eq!(spans, [(Mark::Strong, "$$ a _b_ $$")]);
}

#[test]
fn a_footnote_that_nothing_refers_to_is_one() {
    check("One[^1].\n\n[^1]: The first.\n\n[^2]: The second.\n");
}

#[test]
fn a_link_leads_where_it_led() {
    for target in ["a b", "x(y)", "<\\>", "#id", "", "a&amp;b"] {
        let mut builder = Builder::new();
        builder.begin(BlockKind::Paragraph, Nesting::default());
        builder.open(Mark::Link(target.into()));
        builder.push_text("a]b[c");
        builder.close();
        let again = read(&markdown(&builder.finish(Meta::default())));
        let spans: Vec<_> = again.spans().map(|span| (span.mark, &again[span.range])).collect();
        assert_eq!(spans, [(Mark::Link(target.into()), "a]b[c")]);
    }
}

#[test]
fn a_link_within_the_text_leads_where_it_led() {
    check(
        "See [two](#two), [x](#x), [t](#t) and [n](#none).\n\n## Two\n\n- <a id=\"x\"></a>item\n\n<a id=\"t\"></a>\n\n| a |\n| --- |\n| b |\n",
    );
    let mut builder = Builder::new();
    builder.begin(BlockKind::Paragraph, Nesting::default());
    builder.open(Mark::Link("#a/c2.xhtml#x".into()));
    builder.push_text("two");
    builder.close();
    builder.end();
    builder.target("a/c2.xhtml#x");
    builder.add(BlockKind::Heading { level: 2 }, "Two");
    let written = markdown(&builder.finish(Meta::default()));
    assert_eq!(written, "[two](#a-c2.xhtml-x)\n\n## <a id=\"a-c2.xhtml-x\"></a>Two\n");
    assert_eq!(read(&written).target("a-c2.xhtml-x"), Some(4));
}

#[test]
fn an_image_of_a_page_keeps_its_address() {
    let page = "<html><head></head><body><p>One.</p>\
                <figure><img src='http://x.org/b c.png' alt='A flag'></figure><p>Two.</p></body></html>";
    let options = Options { format: Some(Format::Html), ..Options::default() };
    let document = import_with(page.as_bytes(), options).expect("it is a page").document;
    assert_eq!(markdown(&document), "One.\n\n![A flag](<http://x.org/b c.png>)\n\nTwo.\n");
}

#[test]
fn a_link_behind_an_exclamation_mark_is_no_image() {
    check("so\\![a](#b) \\\\\\![c](d)\n");
}

#[test]
fn a_footnote_with_a_sign_that_is_no_number_is_led_to_by_a_link() {
    let mut builder = Builder::new();
    builder.begin(BlockKind::Paragraph, Nesting::default());
    builder.push_text("One");
    builder.open(Mark::Note("n.1".into()));
    builder.push_text("*");
    builder.close();
    builder.end();
    builder.begin(BlockKind::Footnote, Nesting::default());
    builder.target("n.1");
    builder.push_text("* The first.");
    builder.end();
    let written = markdown(&builder.finish(Meta::default()));
    assert_eq!(written, "One[\\*](#n.1)\n\n<a id=\"n.1\"></a>\\* The first.\n");
    let again = read(&written);
    let blocks: Vec<_> = again.blocks().map(|block| (block.kind, &again[block.range])).collect();
    let expected = [(BlockKind::Paragraph, "One*"), (BlockKind::Footnote, "* The first.")];
    assert_eq!(blocks, expected);
    assert_eq!(again.spans().map(|span| span.mark).next(), Some(Mark::Note("n.1".into())));
    assert_eq!(again.target("n.1"), Some(5));
}
