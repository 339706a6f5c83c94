//! What holds for any tag soup, any damage of a book, and any text in any encoding.

#![allow(clippy::unwrap_used)]

mod common;

use common::document_as;
use common::sound::assert_sound;
use dateline::document::Document;
use dateline::import::{Arriving, Format, Options, import, import_with};
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TAGS: &[&str] = &[
    "p",
    "div",
    "b",
    "i",
    "a",
    "h1",
    "h2",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "caption",
    "blockquote",
    "pre",
    "code",
    "q",
    "sup",
    "sub",
    "figure",
    "figcaption",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "nav",
    "aside",
    "footer",
    "ruby",
    "rt",
    "button",
    "select",
    "option",
    "svg",
    "script",
    "style",
    "title",
    "head",
    "body",
    "html",
    "template",
    "noscript",
    "my-tag",
];

const PIECES: &[&str] = &[
    "<br>",
    "<hr>",
    "<img alt='a ship'>",
    "<img alt>",
    "<input type=checkbox checked>",
    "<a href='#x'>",
    "<a id=x>",
    "<a href='javascript:x'>",
    "<sup><a href='#x'>1</a></sup>",
    "<li id=x value=7>",
    "<td colspan=3 rowspan=2>",
    "<p hidden>",
    "<p style='display:none'>",
    "<p class=pullquote>",
    "<p epub:type=footnote>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<",
    ">",
    "</",
    "&#27;",
    "&#x9b;",
    "&amp",
    "&nbsp;",
    "&#xd800;",
    "\0",
    "\u{1b}[2J",
    "\u{202e}",
    "漢字\n漢字",
    "\t",
    "\n\n",
    "“so”",
    "<time datetime='2022-03-09'>",
    "<meta property=og:title content='x'>",
    "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":[]}</script>",
];

const MESSAGE: &[&str] = &[
    "\n",
    "\r\n\r\n",
    "\n\n",
    "--x\n",
    "--x--\n",
    "--y\n",
    "Content-Type: ",
    "multipart/mixed; boundary=x\n",
    "multipart/alternative; boundary=\"y\"\n",
    "multipart/related\n",
    "text/html; charset=shift_jis\n\n<p>",
    "text/plain; charset=\n\nwords",
    "message/rfc822\n",
    "Content-Transfer-Encoding: quoted-printable\n",
    "Content-Transfer-Encoding: base64\n",
    "Content-Disposition: attachment\n",
    "Subject: =?utf-8?B?4oCc?=\n",
    "Date: Wed, 3 Mar 2021 10:00:00 +0000\n",
    "From: Ann Lee <ann@b>\n",
    " folded",
    "=E9=\n=",
    "PHA+d29yZHM=\n",
    "words, and more of them\n",
    "\u{1b}[2J",
];

fn tag_soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(TAGS).prop_map(|tag| format!("<{tag}>")),
        3 => proptest::sample::select(TAGS).prop_map(|tag| format!("</{tag}>")),
        1 => proptest::sample::select(TAGS).prop_map(|tag| format!("<{tag}/>")),
        3 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        4 => "[a-z ]{1,12}",
        1 => "\\PC{1,6}",
    ];
    proptest::collection::vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

/// The blocks of a document, with their kinds.
fn blocks(document: &Document) -> Vec<(&'static str, &str)> {
    document.blocks().map(|block| (block.kind.name(), &document[block.range])).collect()
}

#[test]
fn the_head_of_a_file_is_the_beginning_of_its_document() {
    let paragraph = |n: u32| format!("In {n} the harbor froze, and nobody came. ").repeat(4);
    let text: String = (1000..4000).map(|n| paragraph(n) + "\n\n").collect();
    let page: String = (1000..4000).map(|n| format!("<p>{}</p>\n", paragraph(n))).collect();
    let markdown = format!("# Harbors\n\n{text}");
    for (name, bytes) in [
        ("a.txt", text.clone().into_bytes()),
        ("a.md", markdown.into_bytes()),
        ("a.html", format!("<html><title>x</title><h1>Harbors</h1>{page}").into_bytes()),
    ] {
        let options = Options { name, ..Options::default() };
        let head = beginning(&bytes[..192 << 10], options).unwrap();
        let whole = import_with(&bytes, options).unwrap().document;
        let (head, whole) = (blocks(&head), blocks(&whole));
        assert!(head.len() > 100 && head.len() < whole.len() / 2, "{name}: {}", head.len());
        // The last block may be cut.
        assert_eq!(head[..head.len() - 1], whole[..head.len() - 1], "{name}");
    }
}

/// The document of the first bytes of a file.
fn beginning(bytes: &[u8], options: Options<'_>) -> Option<Document> {
    let mut arriving = Arriving::new(options);
    arriving.take(bytes).unwrap();
    arriving.so_far().unwrap()
}

#[test]
fn a_page_in_which_an_article_is_looked_for_has_no_beginning() {
    let prose = "Nobody came to the harbor.\n".repeat(20_000);
    let site = format!("<html><nav>x</nav>{prose}");
    assert!(beginning(site.as_bytes(), Options::default()).is_none());
    assert!(beginning(prose.as_bytes(), Options::default()).is_some());
}

#[test]
fn a_page_of_one_line_has_a_beginning() {
    let all = [
        format!("<html><p>the needle{}", "<p>x".repeat(100_000)),
        format!("<html><p>the needle {}", "x".repeat(400_000)),
        format!("<html><p>the needle{}", "漢".repeat(200_000)),
        // No article is looked for among so many tags, though the page is of a site.
        format!("<html><nav>x</nav><p>the needle{}", "<p>x".repeat(300_000)),
        format!(
            "<html><style>{}</style><p>the needle{}",
            "a{}".repeat(100_000),
            "<p>x".repeat(400_000)
        ),
    ];
    for page in all {
        let head = beginning(page.as_bytes(), Options::default()).unwrap();
        let text = head.chunks()[0].text();
        assert!(text.contains("needle"), "{text:.80} for {page:.80}");
        assert!(head.end() < 700_000, "{}", head.end());
    }
}

#[test]
fn a_book_of_one_long_chapter_has_a_beginning() {
    let prose = "Nobody came to the harbor. ".repeat(40_000);
    let book = book(&format!("<p>{prose}"));
    let head = beginning(&book, Options::default()).unwrap();
    assert!((50_000..200_000).contains(&head.end()), "{}", head.end());
}

#[test]
fn what_is_unpacked_has_a_beginning_too() {
    let prose = "Nobody came to the harbor.\n\n".repeat(20_000);
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::none());
    packed.write_all(prose.as_bytes()).unwrap();
    let packed = packed.finish().unwrap();
    let head = beginning(&packed[..packed.len() / 2], Options::default()).unwrap();
    assert!(head.n_blocks() > 100 && head.n_blocks() < 20_000);
}

#[test]
fn a_link_defined_at_the_end_of_a_long_text_is_known_when_it_is_read_again() {
    let filler = "It was a long way to the harbor, and nobody came.\n\n".repeat(9000);
    let text = format!("# Harbors\n\nSee [the chart][chart].\n\n{filler}[chart]: /chart\n");
    let options = Options { name: "a.md", ..Options::default() };
    let mut arriving = Arriving::new(options);
    arriving.take(text.as_bytes()).unwrap();
    let again = arriving.again().map(|mut again| {
        again.take(text.as_bytes()).unwrap();
        assert!(again.again().is_none(), "everything is known");
        again.finish().unwrap().document
    });
    let whole = import_with(text.as_bytes(), options).unwrap().document;
    assert_eq!(blocks(&whole)[1].1, "See the chart.");
    assert_eq!(blocks(&again.unwrap()), blocks(&whole));
}

/// A book of one chapter.
fn book(chapter: &str) -> Vec<u8> {
    const CONTAINER: &str =
        "<container><rootfiles><rootfile full-path='content.opf'/></rootfiles></container>";
    const PACKAGE: &str = "<package><metadata><dc:title>The Book</dc:title></metadata><manifest>\
        <item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>\
        <item id='n' href='n.ncx' media-type='application/x-dtbncx+xml'/></manifest>\
        <spine toc='n'><itemref idref='a'/></spine></package>";
    const CONTENTS: &str = "<navMap><navPoint><navLabel><text>One</text></navLabel>\
        <content src='a.xhtml#x'/></navPoint></navMap>";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("content.opf", PACKAGE),
        ("n.ncx", CONTENTS),
        ("a.xhtml", chapter),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_tag_soup_opens(soup in tag_soup(), is_page in any::<bool>()) {
        // Prose enough to look for an article, in a page with parts of a site.
        let page = format!("<html><nav>x</nav><p>{}</p>{soup}", "Some words of prose. ".repeat(40));
        let text = if is_page { page } else { soup };
        if let Some(document) = document_as(&text, Format::Html) {
            assert_sound(&document);
        }
    }

    #[test]
    fn any_tag_soup_is_a_chapter(soup in tag_soup()) {
        if let Ok(imported) = import(&book(&soup)) {
            assert_sound(&imported.document);
        }
    }

    #[test]
    fn any_damage_of_a_book_opens_or_is_refused(
        soup in tag_soup(),
        damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
        kept in any::<prop::sample::Index>(),
        is_cut in any::<bool>(),
    ) {
        let mut bytes = book(&soup);
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(kept.index(bytes.len()));
        }
        for format in [None, Some(Format::Epub)] {
            if let Ok(imported) = import_with(&bytes, Options { format, ..Options::default() }) {
                assert_sound(&imported.document);
            }
        }
    }

    #[test]
    fn any_message_opens(
        pieces in proptest::collection::vec(proptest::sample::select(MESSAGE), 0..60),
        soup in tag_soup(),
        kept in any::<prop::sample::Index>(),
    ) {
        let message = format!("From: a@b\nContent-Type: {}{soup}--x--", pieces.concat());
        let kept = message.floor_char_boundary(kept.index(message.len()) + 1);
        for bytes in [message.as_bytes(), &message.as_bytes()[..kept]] {
            let document = import(bytes).unwrap().document;
            assert_sound(&document);
        }
    }

    #[test]
    fn any_bytes_open_in_any_format(
        bytes in proptest::collection::vec(any::<u8>(), 0..600),
        format in proptest::sample::select(Format::ALL.to_vec()),
        gzip in any::<bool>(),
    ) {
        let bytes = if gzip { [b"\x1f\x8b\x08\0\0\0\0\0\0\x03".as_slice(), &bytes].concat() } else { bytes };
        let options = Options { format: Some(format), ..Options::default() };
        if let Ok(imported) = import_with(&bytes, options) {
            assert_sound(&imported.document);
        }
    }

    #[test]
    fn words_survive_every_encoding_that_has_them(
        name in proptest::sample::select(vec!["utf-8", "windows-1252", "utf-16le", "utf-16be", "iso-8859-15"]),
        words in proptest::collection::vec("[a-zà-öø-ÿ]{1,9}", 1..40),
    ) {
        let text = words.join(" ");
        let encoding = dateline::import::Encoding::named(name);
        let bytes: Vec<u8> = match name {
            "utf-16le" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => encoding_rs::Encoding::for_label(name.as_bytes()).unwrap().encode(&text).0.into_owned(),
        };
        let options = Options { encoding, format: Some(Format::Text), ..Options::default() };
        let document = import_with(&bytes, options).unwrap().document;
        prop_assert_eq!(document.chunks()[0].text(), text);
    }
}
