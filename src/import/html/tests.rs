use super::import;
use crate::document::{BlockKind, Document};

/// Every block as `kind: text`, nested by `>`.
pub fn blocks(document: &Document) -> Vec<String> {
    document
        .blocks()
        .map(|block| {
            let depth = ">".repeat(block.nesting.depth());
            let kind = match block.kind {
                BlockKind::Heading { level } => format!("h{level}"),
                kind => kind.name().to_owned(),
            };
            format!("{depth}{kind}: {}", &document[block.range])
        })
        .collect()
}

#[track_caller]
pub fn check(html: &str, expected: &[&str]) {
    assert_eq!(blocks(&import(html)), expected);
}

#[test]
fn a_fragment_opens_whole() {
    check("one <p>two  \n three", &["paragraph: one", "paragraph: two three"]);
}

#[test]
fn blanks_are_one_and_lines_of_verse_stay() {
    check("<p> a\n b <b> c</b>d<br>  e <br></p>", &["paragraph: a b cd\ne"]);
    check("a<br><br>b", &["paragraph: a", "paragraph: b"]);
    check("<p>漢字\n漢字 and\nmore", &["paragraph: 漢字漢字 and more"]);
    check("<p>a&nbsp;b&shy;c&zwnj;d</p>", &["paragraph: a\u{a0}bcd"]);
}

#[test]
fn numbers_above_and_below_the_line_are_letters_that_are_so() {
    check(
        "10<sup>6</sup> m<sup>2</sup> of H<sub>2</sub>O, the 1<sup>st</sup>",
        &["paragraph: 10⁶ m² of H₂O, the 1st"],
    );
    check(
        "10<sup>-3</sup> x<sub>i</sub> <i>a</i><sup><i>n</i>+1</sup> e<sup>-x<sup>2</sup></sup> \
         n<sup>th</sup> 2<sup>a/b</sup> <sup>14</sup>C SO<sub>4</sub><sup>2−</sup>",
        &["paragraph: 10⁻³ xᵢ aⁿ⁺¹ e^(-x^2) nth 2^(a/b) ¹⁴C SO₄²⁻"],
    );
    check(
        "<p>so<sup>1</sup> it was<sup><a href=#n>2</a></sup><sup>[3]</sup><sup>*</sup></p><p id=n>x",
        &["paragraph: so¹ it was²[3]*", "footnote: ² x"],
    );
}

#[test]
fn a_short_page_is_without_the_parts_of_its_site() {
    check(
        "<html><body><header><a href=/><img alt='The Pier' src=l.svg></a>The Pier</header>\
         <div class=menu><a href=/a>Home</a></div><h1>Hours</h1><p>From nine to five.</p>\
         <aside>Subscribe</aside><footer>All rights reserved</footer>",
        &["title: Hours", "paragraph: From nine to five."],
    );
    // The head of the page itself, notes, and a page that is nothing else stay.
    check(
        "<html><header><h1>Hours</h1></header><p>From nine<a href=#n role=doc-noteref>*</a>.</p>\
         <aside id=n role=doc-footnote>Or ten.</aside>",
        &["title: Hours", "paragraph: From nine*.", "footnote: * Or ten."],
    );
    check("<html><body><footer>All rights reserved", &["paragraph: All rights reserved"]);
}

/// A page of a site with an article of so many paragraphs, and what stands behind them.
pub fn page_of_site(head: &str, behind: &str) -> Document {
    let words = "The keeper of the light had seen more ships, and more fog, than anybody else on \
        the island; the council, which met in spring, did not ask him, and he did not say it. ";
    let prose = format!("<p>{}</p>", words.repeat(3)).repeat(4);
    import(&format!(
        "<html><head>{head}<title>Fog</title></head><body><nav><a href=/>Home</a></nav>\
         <article><h1>Fog</h1>{prose}{behind}</article></body></html>"
    ))
}

#[test]
fn the_notes_of_an_article_stay_with_it() {
    let page = page_of_site(
        "",
        "<p>It was dark, they said, and nobody knew why, or for how long, or who \
         would pay<a class=footnote-anchor href=#footnote-1>1</a>.</p><div class=footnote>\
         <a id=footnote-1 href=#a class=footnote-number>1</a><div class=footnote-content>\
         <p>It was a Tuesday.</p></div></div>",
    );
    assert_eq!(blocks(&page).last().map(String::as_str), Some("footnote: ¹ It was a Tuesday."));
}

#[test]
fn a_formula_in_an_article_keeps_its_powers() {
    let formula = "<math><mi>E</mi><mo>=</mo><msup><mi>c</mi><mn>2</mn></msup></math>";
    let behind =
        format!("<p>The model of the fog, as they called it, is {formula}, and no other.</p>");
    let page = page_of_site("", &behind);
    let last = "paragraph: The model of the fog, as they called it, is E=c^2, and no other.";
    assert_eq!(blocks(&page).last().map(String::as_str), Some(last));
}

#[test]
fn authors_of_journals_are_said_with_their_given_names_first() {
    let head = "<meta name=citation_author content='Levi, Sara'>\
        <meta name=citation_author content='Yamada, Taro'>";
    let page = page_of_site(head, "");
    let authors: Vec<&str> = page.meta.authors.iter().map(|name| name.as_str()).collect();
    assert_eq!(authors, ["Sara Levi", "Taro Yamada"]);
}

#[test]
fn the_heading_is_the_title_where_the_page_adds_its_site_to_it() {
    let list: String = (0..12)
        .map(|n| format!("<dt>Question {n}, how did it begin?<dd>It began with a letter, and I answered at once, which I regret to this day."))
        .collect();
    for title in ["Fog | The Quay", "The Quay - Fog", "Fog – a long read – The Quay"] {
        let page = format!(
            "<html><head><title>{title}</title></head><body><article><h1>Fog</h1><dl>{list}</dl></article>"
        );
        let document = import(&page);
        assert_eq!(blocks(&document)[0], "title: Fog", "{title}");
        assert_eq!(document.meta.title.as_ref().map(|title| title.as_str()), Some("Fog"));
    }
}

#[test]
fn a_logo_does_not_say_the_name_beside_it_again() {
    check(
        "<img alt='The Pier'><p>The Pier</p><p>text",
        &["paragraph: The Pier", "paragraph: text"],
    );
}

#[test]
fn a_note_keeps_the_star_that_refers_to_it() {
    check(
        "<p>one<sup><a href=#a>*</a></sup> two<sup><a href=#b>2</a></sup></p>\
         <ol class=endnotes><li id=a>First.<li id=b>Second.</ol>",
        &["paragraph: one* two²", "footnote: * First.", "footnote: ² Second."],
    );
}

#[test]
fn block_quotations_that_follow_each_other_are_two() {
    let html = "<blockquote>one<p>more</blockquote><blockquote>two</blockquote>\
                <blockquote><blockquote>in</blockquote>out</blockquote>";
    let document = import(html);
    let nestings: Vec<_> = document.blocks().map(|block| block.nesting).collect();
    let n_shared: Vec<usize> =
        nestings.windows(2).map(|pair| pair[0].shared(pair[1]).depth()).collect();
    assert_eq!(n_shared, [1, 0, 0, 1]);
}

#[test]
fn headings_quotations_and_breaks_are_blocks() {
    check(
        "<h2>One<br>two</h2>text<blockquote>said<p>so</blockquote><hr>end",
        &[
            "h2: One two",
            "paragraph: text",
            ">quotation: said",
            ">quotation: so",
            "break: * * *",
            "paragraph: end",
        ],
    );
    check("<h2>a<h3>b</h3>c", &["h2: a", "h3: b", "paragraph: c"]);
    check("<p>He said <q>yes, <q>no</q></q>.", &["paragraph: He said “yes, ‘no’”."]);
}

#[test]
fn lists_have_their_markers() {
    check(
        "<ul><li>one<li><p>two</p><p>more</p><ol start=3 type=a><li>x<li value=9>y</ol></ul><ol reversed start=2><li>b<li>a</ol>",
        &[
            "item: • one",
            "item: • two",
            ">paragraph: more",
            ">item: c. x",
            ">item: i. y",
            "item: 2. b",
            "item: 1. a",
        ],
    );
    check("<li><input type=checkbox checked> done", &["item: ☑ done"]);
    check("<dl><dt>term<dd>what it is</dl>", &["paragraph: term", ">paragraph: what it is"]);
    check("<ul><li></ul>text", &["paragraph: text"]);
    check("<ul><li>a<ul><li>b</ul></ul>", &["item: • a", ">item: ◦ b"]);
}

#[test]
fn code_keeps_its_lines() {
    check(
        "<pre>\n  a\n\tb <b>c</b>\n\n</pre>d",
        &["preformatted:   a\n        b c", "paragraph: d"],
    );
}

#[test]
fn code_keeps_its_language() {
    check_spans(
        "<div class=highlight-python><pre id=x><span>import</span> <b>quay</b>\n</pre></div><pre>y</pre>\
         <pre class=lang-c></pre><p>z",
        &["language: import quay", "strong: quay"],
    );
}

#[test]
fn a_table_of_data_has_cells_and_one_of_layout_has_none() {
    check(
        "<table><caption>Treaties</caption><thead><tr><th>Year<th>What<tbody>\
         <tr><td rowspan=2>1949<td>a <p>b</p><tr><td>c<tr><td colspan=2>d<td>e</table>",
        &["caption: Treaties", "table: Year\tWhat\n1949\ta b\n\tc\nd\t\te"],
    );
    check(
        "<table><tr><td><h2>Essay</h2>one<br><br>two<td>side</table>",
        &["h2: Essay", "paragraph: one", "paragraph: two", "paragraph: side"],
    );
}

#[test]
fn what_is_not_shown_is_not_read() {
    check(
        "a<script>x</script><p hidden>x</p><p style='display : none'>x</p><select><option>x</select>\
         <button>x</button><span aria-hidden=true>x</span><svg><text>x</text></svg>b",
        &["paragraph: a", "paragraph: b"],
    );
    check("<button>x<div>y</div></p>", &[]);
}

#[test]
fn images_are_their_alternative_text() {
    check(
        "<figure><img alt='A ship at sea'><figcaption>The ship. <span>Photo: Ann</span></figcaption></figure>",
        &["image: A ship at sea", "caption: The ship. Photo: Ann"],
    );
    check(
        "<img alt='The ship'><figcaption>The ship, 1949</figcaption>",
        &["caption: The ship, 1949"],
    );
    check(
        "<figure><img alt=x><figcaption><span class=c>The ship.</span><span class=d><span hidden>By\
         </span>Ann Bee</span></figcaption></figure>",
        &["image: x", "caption: The ship. Ann Bee"],
    );
    check("<p>so <img alt=':-)'> it is<img alt=''>", &["paragraph: so :-) it is"]);
}

#[test]
fn wrong_nesting_loses_nothing() {
    check("<b>a<p>b</b>c<i>d</p>e", &["paragraph: a", "paragraph: bcd", "paragraph: e"]);
    check("<table><tr><td>a</div></table></td>b", &["paragraph: a", "paragraph: b"]);
    check("</p></div>a<td>b</li>c", &["paragraph: a", "paragraph: bc"]);
}

/// Every span as `mark: words`, and every target as `#name: words behind it`.
#[track_caller]
fn check_spans(html: &str, expected: &[&str]) {
    let document = import(html);
    let shown: Vec<String> = document
        .spans()
        .map(|span| {
            let target = span.mark.target().map_or(String::new(), |target| format!(" {target}"));
            format!("{}{target}: {}", span.mark.name(), &document[span.range])
        })
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn marks_hold_their_words_and_no_blanks() {
    check_spans(
        "<p>a <b> b <i>c</i></b><a href=x>d </a><a href='javascript:x'>e</a> <code>f</code><s>g</s>",
        &["strong: b c", "emphasis: c", "link x: d", "code: f", "strike: g"],
    );
    check_spans("<b>a<p>b</b>c", &["strong: a", "strong: b"]);
    check_spans(&format!("{}x", "<b><i>".repeat(50_000)), &["emphasis: x", "strong: x"]);
}

#[test]
fn a_footnote_is_told_by_the_raised_link_to_it() {
    let html = "<p>So it was.<sup id=r1><a href='#n1'>1</a></sup> <a href='#there'>See</a>.</p>\
                <h2 id=there>There</h2><ol><li id=n1>The note. <a href='#r1' class=footnote-back>back</a></ol>";
    let document = import(html);
    assert_eq!(
        blocks(&document),
        ["paragraph: So it was.¹ See.", "h2: There", "footnote: ¹ The note."]
    );
    check_spans(html, &["note n1: ¹", "link #there: See"]);
    let there = |id: &str| document.target(id).map(|at| &document.chunks()[0].text()[at..at + 5]);
    assert_eq!(there("there"), Some("There"));
    assert_eq!(there("n1"), Some("¹ Th"));
    assert_eq!(document.target("none"), None);
}

#[test]
fn numbers_of_a_page_allocate_nothing() {
    check(
        "<table><tr><th colspan=999999999 rowspan=999999999>a<tr><th>b</table><ol start=99999999999999999999><li>c</ol>",
        &[&format!("table: a\n{}b", "\t".repeat(64)), "item: 1. c"],
    );
}

/// A page of a site, with everything that sites add.
const PAGE: &str = include_str!("../../../tests/data/harbor.html");

#[test]
fn the_article_of_a_page_is_found() {
    let document = import(PAGE);
    let shown = blocks(&document);
    let text = shown.join("\n");
    assert_eq!(shown[0], "title: The Price of a Harbor");
    assert_eq!(shown[1], "dek: What one port on a cold coast says about all the others.");
    for part in ["Subscribe", "cookies", "Most read", "Share", "Terms of use", "Sign in"] {
        assert!(!text.contains(part), "{part} in:\n{text}");
    }
    assert_eq!(text.matches("nobody asked the harbor").count(), 1, "{text}");
    for part in [
        "image: Cranes over a frozen quay",
        "caption: The quay in January. Photograph by Tove Lind",
        "h2: The second winter",
        "table: Year\tShips",
        ">quotation: A harbor is a promise",
        "item: • coal, until 1974",
        "footnote: ¹ The register",
    ] {
        assert!(text.contains(part), "no {part} in:\n{text}");
    }
}

#[test]
fn a_page_says_what_it_is() {
    let meta = import(PAGE).meta.clone();
    assert_eq!(meta.title.as_ref().unwrap().as_str(), "The Price of a Harbor");
    assert_eq!(meta.authors[0].as_str(), "Ilse Brandt");
    assert_eq!(meta.source.as_ref().unwrap().as_str(), "The Northern Review");
    assert_eq!(meta.published.unwrap().edtf(), "2021-11-04");
    assert_eq!(
        meta.dek.as_ref().unwrap().as_str(),
        "What one port on a cold coast says about all the others."
    );
    assert_eq!(meta.language.as_ref().unwrap().as_str(), "en");
}

#[test]
fn a_reading_stands_in_brackets_behind_its_words() {
    check(
        "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を",
        &["paragraph: 漢字（かんじ）を"],
    );
    check("<ruby>漢<rp>(<rt>かん<rp>)<rt>じ</ruby>を", &["paragraph: 漢（かん）（じ）を"]);
    check(
        "the <ruby>WWW <rt> World Wide Web </rt></ruby>, so",
        &["paragraph: the WWW (World Wide Web), so"],
    );
}

#[test]
fn a_formula_is_read_once() {
    check(
        "So <math><semantics><mrow><mi>E</mi></mrow><annotation encoding='application/x-tex'>E</annotation>\
         </semantics></math> is <math><mn>1</mn></math>.",
        &["paragraph: So E is 1."],
    );
    check(
        "So <span><math><semantics><mi>x</mi><annotation encoding='application/x-tex'>{\\displaystyle x}\
         </annotation></semantics></math></span><img alt='{\\displaystyle x}' aria-hidden=true \
         class=mwe-math-fallback-image-inline> it is, <img alt='{\\displaystyle x}'>.",
        &["paragraph: So x it is, x."],
    );
    // Without its end, a formula is text.
    check("<math><mi>x</mi><annotation>y</annotation><p>so", &["paragraph: x", "paragraph: so"]);
}

#[test]
fn stars_alone_are_a_thematic_break() {
    check(
        "<p>a<p class=center id=x>* * *</p><p>b",
        &["paragraph: a", "break: * * *", "paragraph: b"],
    );
}

#[test]
fn a_note_without_a_number_has_that_of_its_reference() {
    check(
        "<p>So.<a epub:type=noteref href='#n'>1</a></p><aside epub:type=footnote id=n><p>The note.</aside>",
        &["paragraph: So.¹", "footnote: ¹ The note."],
    );
    check(
        "<p>So.<sup><a href='#n'>[2]</a></sup></p><p id=n>2 The note.",
        &["paragraph: So.²", "footnote: ² The note."],
    );
    for note in [
        "<p id=n>1. The note. <a href='#r'>↩</a>",
        "<div id=n><p><sup>1</sup> The note.</p></div>",
        "<div id=n><a href='#r'>[1]</a> The note.</div>",
        "<ol><li id=n>The note. <a href='#r'>↑</a></ol>",
        "<aside><p id=n>(1) The note.</aside>",
    ] {
        let page = format!("<p id=r>So.<a href='#n'><sup>1</sup></a></p>{note}");
        check(&page, &["paragraph: So.¹", "footnote: ¹ The note."]);
    }
    check(
        "<p>So.<sup><a href='#n'>2</a></sup></p><ol start=2><li id=n>2 May, by letter.</ol>",
        &["paragraph: So.²", "footnote: ² 2 May, by letter."],
    );
    check(
        "<p>So.<a class=footnote-anchor href='#n'>3</a></p><div class=footnote>\
         <a id=n href='#r' class=footnote-number>3</a><div><p>The note.</div></div>",
        &["paragraph: So.³", "footnote: ³ The note."],
    );
}

/// Paragraphs of running text.
fn prose(n: usize) -> String {
    let sentence = "The harbor froze that winter, and the boats, all forty of them, stayed in. ";
    (1..=n).map(|number| format!("<p>Paragraph {number}. {}</p>", sentence.repeat(3))).collect()
}

#[test]
fn the_article_is_found_where_only_the_layout_tells_of_a_site() {
    let links: String =
        (1..9).map(|n| format!("<li><a href=/{n}>Elsewhere {n}</a></li>")).collect();
    let page = format!(
        "<html><head><title>Winter | The Quay</title></head><body><div class=site-top><a href=/>The \
         Quay</a><ul>{links}</ul></div><div class=page><div class=post><h1>Winter</h1><div \
         class=entry>{}</div></div><div class=side><ul>{links}</ul></div></div></body></html>",
        prose(9)
    );
    let document = import(&page);
    let texts: Vec<&str> = document.blocks().map(|block| &document[block.range]).collect();
    assert_eq!(texts[0], "Winter");
    assert_eq!(texts.len(), 10, "{texts:?}");
    assert!(texts[9].starts_with("Paragraph 9."));
}

#[test]
fn a_book_laid_out_in_chapters_is_read_whole() {
    let chapter =
        |n: usize| format!("<div class=chapter><h2>Chapter {n}</h2>{}</div>", prose(4 * n));
    let chapters: String = (1..=6).map(chapter).collect();
    let document = import(&format!("<html><title>Winters</title><body>{chapters}</body></html>"));
    let headings =
        document.blocks().filter(|block| matches!(block.kind, BlockKind::Heading { .. }));
    assert_eq!(headings.count(), 6);
    let paragraphs = document.blocks().filter(|block| block.kind == BlockKind::Paragraph).count();
    assert_eq!(paragraphs, 4 * (1 + 2 + 3 + 4 + 5 + 6));
}

#[test]
fn an_empty_part_of_a_site_in_xml_ends_at_itself() {
    let page = format!(
        "<?xml version=\"1.0\"?><html><body><header>The Quay<header/></header>{}</body></html>",
        prose(1)
    );
    let document = import(&page);
    assert!(document.blocks().any(|block| document[block.range].starts_with("Paragraph 1.")));
}

#[test]
fn a_note_in_the_middle_of_words_follows_their_paragraph() {
    let html = "<p>It was so<label for=s1 class='margin-toggle sidenote-number'></label><input type=checkbox \
        id=s1 class=margin-toggle><span class=sidenote>Or <em>nearly</em> so.</span>, they \
        said.<label class=margin-toggle>⊕</label><span class=marginnote>Twice.</span> Then \
        not.</p><p>More<span class=sidenote>Last.";
    check(
        html,
        &[
            "paragraph: It was so¹, they said.* Then not.",
            "footnote: ¹ Or nearly so.",
            "footnote: * Twice.",
            "paragraph: More²",
            "footnote: ² Last.",
        ],
    );
    check_spans(
        html,
        &["note sidenote-1: ¹", "note sidenote-2: *", "emphasis: nearly", "note sidenote-3: ²"],
    );
    check(
        "<p><label class=margin-toggle>⊕</label><span class=marginnote>Twice.</span>Then not.</p>",
        &["paragraph: Then not.", "footnote: Twice."],
    );
    check(
        "<table><tr><th>a<th>b<tr><td>1<span class=sidenote>Late.</span> x<td>2</table>",
        &["table: a\tb\n1¹ x\t2", "footnote: ¹ Late."],
    );
}

#[test]
fn a_page_of_frames_names_them() {
    let frames =
        "<frameset cols='1,2'><frame src=a.html title='The Index'><frame src='b.html' name=main>";
    check(
        &format!(
            "{frames}<noframes><body><p>Use the <a href=a.html>index</a>.</body></noframes></frameset>"
        ),
        &["item: • The Index", "item: • main", "paragraph: Use the index."],
    );
    check_spans(
        &format!("<html><head><title>F</title></head>{frames}"),
        &["link a.html: The Index", "link b.html: main"],
    );
    check("<p>a<noframes>You need frames.</noframes>", &["paragraph: a"]);
}

#[test]
fn the_lines_of_a_stanza_are_one_block() {
    check(
        "<div class=poetry><h3>Fog</h3><div class=stanza><div class='verse indent0'>The <i>fog</i> comes</div>\
         <div class=verse>on little cat feet.<span class=lnum>10</span></div></div><div class=stanza>\
         <p>It sits<br><p>looking</div></div><div class=line-block><div class=line>a</div>\
         <div class=line-block><div class=line>b</div></div></div>after",
        &[
            "h3: Fog",
            "paragraph: The fog comes\non little cat feet. 10",
            "paragraph: It sits\nlooking",
            "paragraph: a\nb",
            "paragraph: after",
        ],
    );
}
