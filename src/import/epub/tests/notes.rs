//! Links and notes of a book.

use super::{CONTAINER, archive, book, check, package};
use crate::import::import;

#[test]
fn links_and_notes_lead_through_the_book() {
    let chapters = [
        ("a.xhtml", "<p>So.<sup><a href='b.xhtml#n1'>1</a></sup> <a href='b.xhtml'>Notes</a>"),
        ("b.xhtml", "<aside epub:type='footnote' id='n1'><p>The note.</aside>"),
    ];
    let imported = import(&book(&chapters, &[])).unwrap();
    let document = imported.document;
    let targets: Vec<_> =
        document.spans().filter_map(|span| span.mark.target().map(str::to_owned)).collect();
    assert_eq!(targets, ["OEBPS/b.xhtml#n1", "#OEBPS/b.xhtml"]);
    let note = document.target("OEBPS/b.xhtml#n1").unwrap();
    assert_eq!(document.block_around(note).unwrap().kind.name(), "footnote");
    assert_eq!(document.target("OEBPS/b.xhtml"), Some(note));
}

#[test]
fn notes_in_a_file_of_their_own_are_footnotes() {
    let raised = "<p>It froze<sup><a id='r1' href='notes.xhtml#n1'>1</a></sup>, they say.</p>";
    let plain = "<p>It froze<a id='r1' href='notes.xhtml#n1'>[1]</a>, they say.</p>";
    let called =
        "<p>It froze<a id='r1' epub:type='noteref' href='notes.xhtml#n1'>1</a>, they say.</p>";
    for reference in [raised, plain, called] {
        for note in [
            "<ol><li id='n1' epub:type='endnote'>In May. <a href='a.xhtml#r1'>Back</a></li></ol>",
            "<ol><li id='n1'><p>In May. <a href='a.xhtml#r1'>↩</a></p></li></ol>",
            "<p id='n1'><a href='a.xhtml#r1'>1</a>. In May.</p>",
            "<p><a id='n1' href='a.xhtml#r1'>[1]</a> In May.</p>",
            "<dl><dt id='n1'><a href='a.xhtml#r1'>1</a></dt><dd>In May.</dd></dl>",
        ] {
            check(
                &book(&[("a.xhtml", reference), ("notes.xhtml", note)], &[]),
                &["title: The Book", "paragraph: It froze¹, they say.", "footnote: ¹ In May."],
                &[],
            );
        }
    }
}

#[test]
fn a_place_to_which_words_lead_is_no_note() {
    check(
        &book(
            &[
                (
                    "a.xhtml",
                    "<p>See <a href='b.xhtml#x'>there</a> and <a href='b.xhtml#y'>2</a>.</p>\
                 <p><a id='t' href='b.xhtml#y'>3</a></p>",
                ),
                ("b.xhtml", "<p id='x'>It thawed.</p><p id='y'>In <a href='a.xhtml'>May</a>.</p>"),
            ],
            &[],
        ),
        &[
            "title: The Book",
            "paragraph: See there and 2.",
            "paragraph: 3",
            "paragraph: It thawed.",
            "paragraph: In May.",
        ],
        &[],
    );
}

#[test]
fn notes_that_the_order_leaves_out_stand_behind_it_if_a_link_leads_to_them() {
    let order =
        ["a.xhtml", "notes.xhtml", "z.xhtml"].map(|path| format!("<itemref idref='{path}'/>"));
    let package = package("<dc:title>The Book</dc:title>", &["a.xhtml", "notes.xhtml", "z.xhtml"])
        .replace(&order.concat(), &order[0]);
    let chapter = "<p>It froze<sup><a id='r1' href='notes.xhtml#n1'>1</a></sup>, they say.</p>";
    let notes = "<h2>Notes</h2><p id='n1'><a href='a.xhtml#r1'>1</a>. In May.</p>";
    let parts = [
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/content.opf", &package),
        ("OEBPS/a.xhtml", chapter),
        ("OEBPS/notes.xhtml", notes),
        ("OEBPS/z.xhtml", "<p>No link leads here.</p>"),
    ];
    check(
        &archive(&parts.map(|(name, text)| (name, text.as_bytes()))),
        &[
            "title: The Book",
            "paragraph: It froze¹, they say.",
            "heading: Notes",
            "footnote: ¹ In May.",
        ],
        &[],
    );
}
