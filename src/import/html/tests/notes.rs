//! Footnotes of pages, wherever they stand.

use super::{blocks, check, check_spans, import, page_of_site};

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
fn a_note_keeps_the_star_that_refers_to_it() {
    check(
        "<p>one<sup><a href=#a>*</a></sup> two<sup><a href=#b>2</a></sup></p>\
         <ol class=endnotes><li id=a>First.<li id=b>Second.</ol>",
        &["paragraph: one* two²", "footnote: * First.", "footnote: ² Second."],
    );
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
