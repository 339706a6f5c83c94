//! Notes of pages, and the references to them.

use super::super::tests::check;
use super::*;

#[test]
fn a_raised_link_to_a_later_place_is_a_reference() {
    let page = Page::parse(
        "<p id=top>x<sup><a id=r1 href=#n1>1</a></sup> <a href=#n2><sup>2</sup></a> \
         <a href=#plain>there</a> <sup><a href=#top>up</a></sup> \
         <a class=footnote-ref href='#n%33'>3</a><p id=n1><sup><a href=#r1>1</a></sup>",
        false,
    );
    let notes = Notes::of(&page, &Base::default());
    let found = ["n1", "n2", "n3", "plain", "top", "r1"].map(|id| notes.contains(id));
    assert_eq!(found, [true, true, true, false, false, false]);
}

#[test]
fn the_number_of_a_heading_is_no_note() {
    for heading in [
        "<h2 id=c><a href=#t>1</a> Fog</h2>",
        "<h2><a id=c href=#t>1</a> Fog</h2>",
        "<a id=c></a><h2><a href=#t>1</a> Fog</h2>",
    ] {
        check(
            &format!("<p><a id=t href=#c>1</a> Fog</p>{heading}<p>It rose."),
            &["paragraph: 1 Fog", "h2: 1 Fog", "paragraph: It rose."],
        );
    }
}

#[test]
fn numbers_that_lead_to_each_other_are_a_reference_and_its_note() {
    let page = Page::parse(
        "<a id=r1 href=#n1>[1]</a> <span id=r2><a href=#n2>2</a></span> <a href=#n3>[3]</a> \
         <a id=r4 href=#n4>four</a> <p id=n1><a href=#r1>[1]</a> a<p id=n2>b <a href=#r2>up</a>\
         <p id=n3>c <a href=#r1>up</a><p id=n4>d <a href=#r4>up</a>",
        false,
    );
    let notes = Notes::of(&page, &Base::default());
    let found = ["n1", "n2", "n3", "n4"].map(|id| notes.contains(id));
    assert_eq!(found, [true, true, false, false]);
}

/// The blocks of a page where a reference is followed by its note.
#[track_caller]
fn check_note(reference: &str, note: &str) {
    let page = format!("<p>It was so{reference}, they say.</p>{note}<p>The end.</p>");
    check(
        &page,
        &["paragraph: It was so¹, they say.", "footnote: ¹ The log.", "paragraph: The end."],
    );
}

#[test]
fn a_reference_is_a_raised_number_however_it_is_written() {
    for reference in [
        "<sup><a href=#n>1</a></sup>",
        "<a href=#n><sup>1</sup></a>",
        "<sup>[<a href=#n>1</a>]</sup>",
        "<sup><a href=#n><span>[</span>1<span>]</span></a></sup>",
        "<sup id=r class=reference><a href=#n><span class=cite-bracket>&#91;</span>1<span \
         class=cite-bracket>&#93;</span></a></sup>",
        "<a id=r href=#n>[1]</a>",
        "<sup id=r role=doc-noteref><a href=#n>[footnote 1]</a></sup>",
    ] {
        check_note(reference, "<ol><li id=n>The log. <a href=#r>^</a></ol>");
    }
}

#[test]
fn a_note_is_its_number_and_its_words() {
    for note in [
        "<p id=n><a href=#r>[1]</a> The log.</p>",
        "<p><a name=n href=#r>1</a>. The log.</p>",
        "<p id=n>The log. <a href=#r>Back to the text</a></p>",
        "<div><span id=n>1.</span><p>The log.</p></div>",
        "<dl><dt id=n>1<dd>The log.</dl>",
        "<table><tr><td id=n>1</td><td>The log.</td></tr></table>",
        "<ol><li id=n><a href=#r>1</a> The log.</ol>",
    ] {
        check_note("<sup id=r><a href=#n>1</a></sup>", note);
    }
}

#[test]
fn a_link_in_the_words_of_a_note_stays() {
    check(
        "<p>So<sup id=r><a href=#n>1</a></sup>.<p>No<sup id=r2><a href=#m>2</a></sup>.<p id=n>As \
         <a href=#r2>said there</a>, so.<p id=m><a href=#r>The log</a>.",
        &[
            "paragraph: So¹.",
            "paragraph: No².",
            "footnote: ¹ As said there, so.",
            "footnote: ² The log.",
        ],
    );
}
