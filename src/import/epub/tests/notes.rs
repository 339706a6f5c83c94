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

#[test]
fn a_dagger_or_star_behind_words_leads_to_a_note_of_another_file() {
    let chapter = "<p>It froze<a href='notes.xhtml#n1'>†</a>, they say.<a href='notes.xhtml#n2'>*</a></p>\
                   <p><a href='notes.xhtml#x'>*</a> See there.</p>";
    let notes = "<p><span id='n1'></span>† In May.</p><p>Or June.</p><p><a id='n2'></a>* Two say.</p>\
                 <p id='x'>It thawed.</p>";
    check(
        &book(&[("a.xhtml", chapter), ("notes.xhtml", notes)], &[]),
        &[
            "title: The Book",
            "paragraph: It froze†, they say.*",
            "paragraph: * See there.",
            "footnote: † In May.",
            "footnote: Or June.",
            "footnote: * Two say.",
            "paragraph: It thawed.",
        ],
        &[],
    );
}

#[test]
fn a_file_that_stands_aside_is_a_note_where_a_sign_leads_to_it() {
    let order = ["a.xhtml", "1.xhtml", "2.xhtml", "map.xhtml"]
        .map(|path| format!("<itemref idref='{path}'/>"));
    let aside = "<itemref idref='2.xhtml' linear='no'/>";
    let names = ["a.xhtml", "1.xhtml", "2.xhtml", "map.xhtml"];
    let package = package("<dc:title>The Book</dc:title>", &names)
        .replace(&order.concat(), &format!("{}{aside}", order[0]));
    let chapter = "<p>It froze<a href='1.xhtml'>[1]</a>, they say<a href='2.xhtml'>2</a>; see \
                   <a href='map.xhtml'>the map</a>.</p>";
    let parts = [
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/content.opf", &package),
        ("OEBPS/a.xhtml", chapter),
        (
            "OEBPS/1.xhtml",
            "<body><h2>Note 1</h2><p>In May.</p><p>Or June.</p><p><a href='a.xhtml'>Back</a></p></body>",
        ),
        ("OEBPS/2.xhtml", "<body><div><p>2. Two say.</p></div></body>"),
        ("OEBPS/map.xhtml", "<body><h2>Map</h2><p>The quay.</p></body>"),
    ];
    check(
        &archive(&parts.map(|(name, text)| (name, text.as_bytes()))),
        &[
            "title: The Book",
            "paragraph: It froze¹, they say²; see the map.",
            "footnote: ² Two say.",
            "footnote: ¹ In May.",
            "footnote: Or June.",
            "heading: Map",
            "paragraph: The quay.",
        ],
        &[],
    );
}
