//! The table of contents of a book, as headings.

use super::{book, check};

#[test]
fn the_table_of_contents_gives_headings_where_there_are_none() {
    let nav = b"<nav epub:type='toc'><ol><li><a href='a.xhtml'>The <i>first</i></a><ol>\
                <li><a href='a.xhtml#half'>Half way</a></li></ol></li><li><a href='b.xhtml'>Second</a>\
                </li></ol></nav><nav epub:type='landmarks'><ol><li><a href='c.xhtml'>Text</a></ol></nav>";
    let chapters = [
        ("a.xhtml", "<p>one</p><p id=half>two"),
        ("b.xhtml", "<p class=title>SECOND</p><p>three"),
        ("c.xhtml", "<p>four"),
    ];
    check(
        &book(&chapters, &[("OEBPS/nav.xhtml", nav)]),
        &[
            "title: The Book",
            "heading: The first",
            "paragraph: one",
            "heading: Half way",
            "paragraph: two",
            "heading: SECOND",
            "paragraph: three",
            "paragraph: four",
        ],
        &[],
    );
    let ncx = b"<navMap><navPoint><navLabel><text>First</text></navLabel><content src='a.xhtml'/>\
                </navPoint></navMap>";
    check(
        &book(&chapters[..1], &[("OEBPS/toc.ncx", ncx)]),
        &["title: The Book", "heading: First", "paragraph: one", "paragraph: two"],
        &[],
    );
}

#[test]
fn an_entry_is_a_heading_though_a_section_of_its_chapter_has_one() {
    let nav = b"<nav epub:type='toc'><ol><li><a href='a.xhtml'>The Winter</a></li>\
                <li><a href='b.xhtml'>The Thaw</a></ol></nav>";
    let chapters = [
        ("a.xhtml", "<p>Ice lay on the quay.</p><h2>Coal</h2><p>It was dear.</p>"),
        ("b.xhtml", "<p>Part the second.</p><h2>The thaw</h2><p>It rained.</p>"),
    ];
    check(
        &book(&chapters, &[("OEBPS/nav.xhtml", nav)]),
        &[
            "title: The Book",
            "heading: The Winter",
            "paragraph: Ice lay on the quay.",
            "heading: Coal",
            "paragraph: It was dear.",
            "paragraph: Part the second.",
            "heading: The thaw",
            "paragraph: It rained.",
        ],
        &[],
    );
}

#[test]
fn a_chapter_that_says_its_name_in_paragraphs_has_it_once() {
    let entry = |label: &str, path: &str| {
        format!(
            "<navPoint><navLabel><text>{label}</text></navLabel><content src='{path}'/></navPoint>"
        )
    };
    let contents = format!(
        "<ncx><navMap>{}{}{}</navMap></ncx>",
        entry("Chapter 1: The Fog", "a.xhtml"),
        entry("II. The Quay", "b.xhtml#b"),
        entry("The Light", "c.xhtml"),
    );
    check(
        &book(
            &[
                ("a.xhtml", "<p class=n>CHAPTER 1</p><p>The Fog</p><p>It rose."),
                ("b.xhtml", "<p id='b'>II</p><p><b>The Quay</b></p><p>It froze."),
                ("c.xhtml", "<p>The Light was out.</p><p>It rained."),
            ],
            &[("OEBPS/toc.ncx", contents.as_bytes())],
        ),
        &[
            "title: The Book",
            "heading: Chapter 1: The Fog",
            "paragraph: It rose.",
            "heading: II. The Quay",
            "paragraph: It froze.",
            "heading: The Light",
            "paragraph: The Light was out.",
            "paragraph: It rained.",
        ],
        &[],
    );
}
