//! Pages and fragments, and the blocks that they become.

mod blog;
mod byline;
mod dek;
mod notes;
mod posts;
mod site;
mod tables;

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
fn a_formula_in_an_article_keeps_its_powers() {
    let formula = "<math><mi>E</mi><mo>=</mo><msup><mi>c</mi><mn>2</mn></msup></math>";
    let behind =
        format!("<p>The model of the fog, as they called it, is {formula}, and no other.</p>");
    let page = page_of_site("", &behind);
    let last = "paragraph: The model of the fog, as they called it, is E=c^2, and no other.";
    assert_eq!(blocks(&page).last().map(String::as_str), Some(last));
}

#[test]
fn a_logo_does_not_say_the_name_beside_it_again() {
    check(
        "<img alt='The Pier'><p>The Pier</p><p>text",
        &["paragraph: The Pier", "paragraph: text"],
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
fn a_caption_is_without_the_link_that_enlarges_its_image() {
    check(
        "<figure><img alt='The pier.'><figcaption><a href=p.jpg>Enlarge</a> <span>/</span> The lamp of \
         1882.</figcaption></figure><p>Zoom in.",
        &["image: The pier.", "caption: The lamp of 1882.", "paragraph: Zoom in."],
    );
    check(
        "<p><sup>a</sup>Fisher’s test.<p><sup>14</sup>C",
        &["paragraph: a Fisher’s test.", "paragraph: ¹⁴C"],
    );
}

#[test]
fn words_that_are_read_or_heard_stand_once() {
    check(
        "<p>In <span>15</span> <span aria-hidden=true>min</span><span class=sr-only>minutes</span> \
         <span aria-hidden=true>★</span><span class=sr-only>star</span> <span \
         aria-hidden=true>gone</span> <b>so</b>",
        &["paragraph: In 15 min so"],
    );
}

#[test]
fn the_number_of_a_paragraph_stands_before_its_words() {
    check(
        "<div><span class=n>1.12</span><p>The lamp.</p><p>It stood.</div><div>3.<p>So.</div><div>1921<p>\
         It froze.</div><div><div>2.1</div><p>No.</div>",
        &[
            "paragraph: 1.12 The lamp.",
            "paragraph: It stood.",
            "paragraph: 3. So.",
            "paragraph: 1921",
            "paragraph: It froze.",
            "paragraph: 2.1",
            "paragraph: No.",
        ],
    );
}

#[test]
fn items_that_have_their_numbers_have_no_second_one() {
    check(
        "<ol><li><a href=#a>1. Fog</a><li><ol><li>1.1. Dawn<li>1.2 Dusk</ol><li><b>2)</b> Ice\
         <li>3 boats<li>12.5 tons<li>1921. So</ol><ul><li><b class=label>1.</b><cite>Lee</cite>, Fish.\
         <li>2. Roe, Ice.</ul>",
        &[
            "item: 1. Fog",
            ">item: ◦ 1.1. Dawn",
            ">item: ◦ 1.2 Dusk",
            "item: 2) Ice",
            "item: 4. 3 boats",
            "item: 5. 12.5 tons",
            "item: 6. 1921. So",
            "item: 1. Lee, Fish.",
            "item: 2. Roe, Ice.",
        ],
    );
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
    // As the standard numbers them.
    check(
        "<ol reversed><li>c<li>b<ul><li>x</ul><li value=9>y<li>z</ol><ol reversed start=5><li>e<li>d</ol>",
        &[
            "item: 4. c",
            "item: 3. b",
            ">item: ◦ x",
            "item: 9. y",
            "item: 8. z",
            "item: 5. e",
            "item: 4. d",
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
fn numbers_of_a_page_allocate_nothing() {
    check(
        "<table><tr><th colspan=999999999 rowspan=999999999>a<tr><th>b</table><ol start=99999999999999999999><li>c</ol>",
        &[&format!("table: a\n{}b", "\t".repeat(64)), "item: 1. c"],
    );
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

#[test]
fn a_caption_with_its_credit_in_one_line_stands_under_a_dek() {
    check(
        "<h1>The Risk</h1><p>How one thing will define another.</p>\
         <p>A flag with two faces\nGetty / The Paper</p><p>It was late. Nobody came.</p>",
        &[
            "title: The Risk",
            "dek: How one thing will define another.",
            "caption: A flag with two faces Getty / The Paper",
            "paragraph: It was late. Nobody came.",
        ],
    );
}
