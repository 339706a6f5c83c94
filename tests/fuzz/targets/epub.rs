#![no_main]

mod import;

use dateline::import::Format;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const CONTAINER: &str =
    "<container><rootfiles><rootfile full-path='content.opf'/></rootfiles></container>";

/// The bytes up to the first two zeros are the package, those up to the next two the contents, the
/// others are the chapter; what does not have them is taken for the archive itself.
fn archive(bytes: &[u8]) -> Option<Vec<u8>> {
    let parts = |bytes: &[u8]| bytes.windows(2).position(|pair| pair == [0, 0]);
    let at = parts(bytes)?;
    let (package, rest) = (&bytes[..at], &bytes[at + 2..]);
    let at = parts(rest)?;
    let (contents, chapter) = (&rest[..at], &rest[at + 2..]);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let files: [(&str, &[u8]); 5] = [
        ("mimetype", b"application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("content.opf", package),
        ("n.ncx", contents),
        ("a.xhtml", chapter),
    ];
    for (name, text) in files {
        zip.start_file(name, SimpleFileOptions::default()).ok()?;
        zip.write_all(text).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match archive(bytes) {
        Some(archive) => import::open(&archive, Format::Epub),
        None => import::open(bytes, Format::Epub),
    }
});
