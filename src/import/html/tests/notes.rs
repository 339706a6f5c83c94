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

/// A page with references, and a note of two paragraphs behind them.
#[track_caller]
fn check_signs(references: &[&str], notes: &str, expected: &[&str]) {
    let references: String = references
        .iter()
        .zip(["It", "was", "so"])
        .map(|(sign, word)| format!("{word}{sign} "))
        .collect();
    check(&format!("<p>{references}</p>{notes}"), expected);
}

#[test]
fn a_note_has_the_sign_of_its_reference_and_none_has_that_of_another() {
    let wiki = |n: u32, sign: &str| {
        format!(
            "<sup id=r{n} class=reference><a href=#n{n}><span>[</span>{sign}<span>]</span></a></sup>"
        )
    };
    let item = |n: u32, words: &str| {
        format!(
            "<li id=n{n}><span class=mw-cite-backlink><b><a href=#r{n}>^</a></b></span> <span \
             class=reference-text>{words}</span></li>"
        )
    };
    let lists = format!(
        "<ol class=references>{}{}</ol><ol class=references>{}</ol>",
        item(2, "Of old."),
        item(3, "By night."),
        item(1, "Bee, 1990.")
    );
    check_signs(
        &[&wiki(1, "1"), &wiki(2, "a"), &wiki(3, "note 1")],
        &lists,
        &[
            "paragraph: It¹ was[a] so[note 1]",
            "footnote: [a] Of old.",
            "footnote: [note 1] By night.",
            "footnote: ¹ Bee, 1990.",
        ],
    );
    for (references, notes) in [
        (
            [
                "<sup><a id=r1 href=#n1>*</a></sup>",
                "<a id=r2 href=#n2>†</a>",
                "<a id=r3 href=#n3>[a]</a>",
            ],
            "<p id=n1><a href=#r1>*</a> One.<p id=n2><a href=#r2>†</a> Two.<p id=n3><a href=#r3>[a]</a> Three.",
        ),
        (
            [
                "<a href=#n1><sup>*</sup></a>",
                "<sup><a href=#n2>†</a></sup>",
                "<sup><a href=#n3>a</a></sup>",
            ],
            "<p id=n1>* One.<p id=n2><sup>†</sup> Two.<p id=n3><sup>a</sup> Three.",
        ),
        (
            [
                "<a href=#n1><sup>*</sup></a>",
                "<sup><a href=#n2>†</a></sup>",
                "<sup><a href=#n3>a</a></sup>",
            ],
            "<ol><li id=n1>One.<li id=n2>Two.<li id=n3>Three.</ol>",
        ),
    ] {
        let expected = ["paragraph: It* was† so[a]", "footnote: * One.", "footnote: † Two."];
        check_signs(&references, notes, &[&expected[..], &["footnote: [a] Three."]].concat());
    }
    // The word is no sign.
    check_signs(
        &["<sup><a href=#n1>a</a></sup>"],
        "<p id=n1>a boat came.",
        &["paragraph: It[a]", "footnote: [a] a boat came."],
    );
}

#[test]
fn the_sign_that_a_note_begins_with_stands_once() {
    for (sign, shown, begins) in [
        ("1", "¹", "[<a href=#r1>1</a>] One."),
        ("1", "¹", "[<a href=#r1>1</a>]. One."),
        ("1", "¹", "<span>[</span><b>1</b><span>]</span> One."),
        ("1", "¹", "[1]One."),
        ("1", "¹", "1.One."),
        ("*", "*", "*One."),
        ("a", "[a]", "[<abbr>a</abbr>] One."),
        ("a", "[a]", "a One."),
        ("B", "[B]", "B One."),
        ("b", "[b]", "b) One."),
    ] {
        let reference = format!("<sup><a id=r1 href=#n1>{sign}</a></sup>");
        let note = format!("<p id=n1>{begins}</p>");
        let expected = [format!("paragraph: It{shown}"), format!("footnote: {shown} One.")];
        check_signs(&[&reference], &note, &expected.each_ref().map(String::as_str));
    }
    // An article, and a bracket of the words.
    for (sign, shown, words) in
        [("A", "[A]", "A German ship."), ("1", "¹", "(See there.)"), ("1", "¹", "[ See ] there.")]
    {
        let reference = format!("<sup><a id=r1 href=#n1>{sign}</a></sup>");
        let expected = [format!("paragraph: It{shown}"), format!("footnote: {shown} {words}")];
        let note = format!("<p id=n1>{words}</p>");
        check_signs(&[&reference], &note, &expected.each_ref().map(String::as_str));
    }
}

#[test]
fn a_link_that_says_back_ends_a_note_and_is_none_of_its_words() {
    check(
        "<p>It<sup><a href=#n1>1</a></sup> was<sup><a href=#n2>2</a></sup></p><ol><li id=n1>One. <a \
         href=#gone>Back to text</a><li id=n2><p>Two.<p>See <a href=#gone>the back</a>, <a \
         href=#gone>back</a> then.</ol>",
        &[
            "paragraph: It¹ was²",
            "footnote: ¹ One.",
            "footnote: ² Two.",
            ">footnote: See the back, back then.",
        ],
    );
}

#[test]
fn a_sign_leads_to_its_own_note() {
    check_spans(
        "<p>So<sup id=r1><a href=#n1>[a]</a></sup> it was<sup id=r2>[<a href=#n2>b</a>]</sup>.</p>\
         <ol><li id=n1>One.<li id=n2>Two.</ol>",
        &["note n1: [a]", "note n2: [b]"],
    );
}

#[test]
fn the_paragraphs_of_a_note_go_together() {
    for (note, is_alone) in [
        ("<div id=n1><p><a href=#r1>1</a> One.<p>More.</div><p>The end.", false),
        ("<aside id=n1 role=doc-footnote><p>One.<p>More.</aside><p>The end.", false),
        ("<ol><li id=n1><p>One.<p>More.</ol><p>The end.", false),
        ("<div id=f1><p><a name=n1 href=#r1>[1]</a> One.<p>More.</div><p>The end.", false),
        (
            "<div class=footnote><p><a id=n1></a><a href=#r1>1</a>. One.<p>More.</div><p>The end.",
            false,
        ),
        ("<p id=n1>1. One.<p>More.</p><p>The end.", true),
    ] {
        let page = format!("<p>So<sup><a id=r1 href=#n1>1</a></sup>.</p>{note}");
        let more = if is_alone { "paragraph: More." } else { ">footnote: More." };
        check(&page, &["paragraph: So¹.", "footnote: ¹ One.", more, "paragraph: The end."]);
    }
}

#[test]
fn the_paragraphs_between_two_notes_are_of_the_first_one() {
    let references = ["<sup><a id=r1 href=#n1>1</a></sup>", "<sup><a id=r2 href=#n2>2</a></sup>"];
    for (notes, expected) in [
        (
            "<h2>Notes</h2><p id=n1>1. One.<p>More.<blockquote>Said.</blockquote><p id=n2>2. Two.<p>The end.",
            &[
                "h2: Notes",
                "footnote: ¹ One.",
                ">footnote: More.",
                ">>footnote: Said.",
                "footnote: ² Two.",
                "paragraph: The end.",
            ][..],
        ),
        (
            "<div><p><a id=n1 href=#r1>[1]</a> One.<p>More.<p><a id=n2 href=#r2>[2]</a> Two.</div><p>The end.",
            &["footnote: ¹ One.", ">footnote: More.", "footnote: ² Two.", "paragraph: The end."],
        ),
        (
            "<div class=footnotes><p id=n1>1. One.<p id=n2>2. Two.<p>More.</div><p>The end.",
            &["footnote: ¹ One.", "footnote: ² Two.", ">footnote: More.", "paragraph: The end."],
        ),
        (
            "<p id=n1>1. One.<h2>B</h2><p>It thawed.<p id=n2>2. Two.",
            &["footnote: ¹ One.", "h2: B", "paragraph: It thawed.", "footnote: ² Two."],
        ),
        (
            "<p id=n1>1. One.<p>3. Three.<p id=n2>2. Two.",
            &["footnote: ¹ One.", "paragraph: 3. Three.", "footnote: ² Two."],
        ),
        (
            "<div><p id=n1>1. One.</div><p>It thawed.<p id=n2>2. Two.",
            &["footnote: ¹ One.", "paragraph: It thawed.", "footnote: ² Two."],
        ),
    ] {
        let expected = [&["paragraph: It¹ was²"], expected].concat();
        check_signs(&references, notes, &expected);
    }
    // Notes below the paragraph that refers to them.
    check(
        "<p>It<sup><a href=#n1>1</a></sup><p id=n1>1 One.<p>It thawed.<p>was<sup><a \
         href=#n2>2</a></sup><p id=n2>2 Two.",
        &[
            "paragraph: It¹",
            "footnote: ¹ One.",
            "paragraph: It thawed.",
            "paragraph: was²",
            "footnote: ² Two.",
        ],
    );
}

#[test]
fn a_section_to_which_a_sign_leads_is_no_note_of_many_paragraphs() {
    check(
        "<p>So<sup><a href=#s>1</a></sup>.</p><div id=s><h2>Notes</h2><p>1. One.<p>2. Two.</div>",
        &["paragraph: So¹.", "h2: Notes", "paragraph: 1. One.", "paragraph: 2. Two."],
    );
}

#[test]
fn notes_of_sphinx_are_their_sign_and_their_words() {
    let reference = "<a class='footnote-reference brackets' href=#n1 id=r1>[1]</a>";
    for note in [
        "<aside class='footnote brackets' id=n1 role=doc-footnote><span class=label><span \
         class=fn-bracket>[</span><a role=doc-backlink href=#r1>1</a><span class=fn-bracket>]</span>\
         </span><p>One.</p></aside>",
        "<dl class='footnote brackets'><dt class=label id=n1><span class=brackets><a class=fn-backref \
         href=#r1>1</a></span></dt><dd><p>One.</p></dd></dl>",
        "<table class='docutils footnote' id=n1><colgroup><col class=label><col></colgroup><tbody><tr>\
         <td class=label><a class=fn-backref href=#r1>[1]</a></td><td>One.</td></tr></tbody></table>",
    ] {
        check_signs(&[reference], note, &["paragraph: It¹", "footnote: ¹ One."]);
    }
    check_signs(
        &["<a class=reference href=#lee90 id=r1 role=doc-biblioref>[Lee90]</a>"],
        "<div class=citation id=lee90 role=doc-biblioentry><span class=label><span>[</span><a \
         role=doc-backlink href=#r1>Lee90</a><span>]</span></span><p>Lee, Fish.</p></div>",
        &["paragraph: It[Lee90]", "footnote: [Lee90] Lee, Fish."],
    );
}
