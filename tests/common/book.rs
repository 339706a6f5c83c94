//! The article of the fixtures as a book.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const CHAPTER: &str = include_str!("../data/harbor.xhtml");

const CONTAINER: &str =
    "<container><rootfiles><rootfile full-path='OEBPS/content.opf'/></rootfiles></container>";
const PACKAGE: &str = "<package version='3.0'><metadata><dc:title>The Price of a Harbor</dc:title>\
    <dc:creator>Ilse Brandt</dc:creator><dc:publisher>The Northern Review</dc:publisher>\
    <dc:date>2021-11-04</dc:date><dc:language>en</dc:language></metadata><manifest>\
    <item id='c1' href='c1.xhtml' media-type='application/xhtml+xml'/></manifest>\
    <spine><itemref idref='c1'/></spine></package>";

/// The article as a book.
pub fn book() -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/content.opf", PACKAGE),
        ("OEBPS/c1.xhtml", CHAPTER),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
