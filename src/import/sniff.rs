//! What is no text, told by its first bytes.

use super::ImportError;
use super::encoding::{Encoding, mark, wide};

/// The offsets of a document are 32 bits wide.
const MAX_BYTES: u64 = u32::MAX as u64;

/// How much of a file is looked at.
const HEAD_BYTES: usize = 8 << 10;

/// Fewer control characters than this are damage or decoration, however short the file is.
const FEW_CONTROLS: usize = 16;

/// Refuses what is larger than offsets can count.
pub fn check_size(n_bytes: u64) -> Result<(), ImportError> {
    if n_bytes > MAX_BYTES { Err(ImportError::TooLarge(n_bytes)) } else { Ok(()) }
}

/// Refuses files of known binary formats, and whatever has controls as no text has.
pub fn refuse_binaries(bytes: &[u8], encoding: Option<Encoding>) -> Result<(), ImportError> {
    if bytes.starts_with(b"%PDF-") {
        return Err(ImportError::Pdf);
    }
    if is_word_processed(bytes) {
        return Err(ImportError::Format("a document of a word processor", CONVERT));
    }
    for (magic, name, advice) in MAGIC {
        if bytes.starts_with(magic) {
            return Err(ImportError::Format(name, advice));
        }
    }
    if matches!(bytes.get(60..68), Some(b"BOOKMOBI" | b"TEXtREAd")) {
        return Err(ImportError::Format("a book for Kindles", CONVERT_BOOK));
    }
    if is_fiction_book(bytes) {
        return Err(ImportError::Format("a FictionBook", CONVERT_BOOK));
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Err(ImportError::Format("an archive (tar)", "unpack it with `tar -x -f FILE`"));
    }
    if !has_zeros(bytes, encoding) && is_dense(&bytes[..bytes.len().min(HEAD_BYTES)]) {
        return Err(ImportError::Binary);
    }
    Ok(())
}

/// Refuses the beginning of an archive, of which nobody can say what it holds.
pub fn refuse_cut_archive(bytes: &[u8]) -> Result<(), ImportError> {
    let is_cut = bytes.starts_with(b"PK\x03\x04")
        && memchr::memmem::rfind(bytes, b"PK\x05\x06").is_none()
        && !is_word_processed(bytes);
    if is_cut { Err(ImportError::Format(CUT.0, CUT.1)) } else { Ok(()) }
}

const CUT: (&str, &str) =
    ("the beginning of an archive or of a book", "copy or fetch all of it again");

/// Whether bytes are in an encoding with zeros in its letters.
pub fn has_zeros(bytes: &[u8], encoding: Option<Encoding>) -> bool {
    let marked = mark(bytes).map(|(encoding, _)| encoding);
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let found = marked.or_else(|| wide(head));
    encoding.or(found).is_some_and(Encoding::has_zeros)
}

/// Whether a text begins as only whole pages do.
pub fn is_page(text: &str) -> bool {
    let (first, rest) = first_tag(text);
    matches!(first.as_str(), "!doctype" | "html" | "head" | "body")
        && (first != "!doctype"
            || rest.trim_start().get(..4).is_some_and(|name| name.eq_ignore_ascii_case("html")))
}

/// Whether a text begins as parts of pages do.
pub fn is_part_of_page(text: &str) -> bool {
    const TAGS: [&str; 14] = [
        "p",
        "div",
        "h1",
        "h2",
        "table",
        "ul",
        "ol",
        "article",
        "section",
        "main",
        "meta",
        "title",
        "blockquote",
        "pre",
    ];
    TAGS.contains(&first_tag(text).0.as_str())
}

/// Whether a tag, a comment or the like stands in the beginning of a text.
pub fn has_tag(text: &str) -> bool {
    const LOOKED_AT: usize = 32 << 10;
    let head = &text[..text.floor_char_boundary(LOOKED_AT)];
    head.match_indices('<').any(|(at, _)| {
        let inner = &head[at + 1..];
        let name = inner.strip_prefix('/').unwrap_or(inner);
        let end = name.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        let behind = end.and_then(|end| name[end..].chars().next());
        let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic());
        inner.starts_with(['!', '?'])
            || is_name && behind.is_some_and(|c| c == '>' || c == '/' || c.is_ascii_whitespace())
    })
}

/// The name of the tag that a text begins with, comments and the marks of XML aside, and what stands behind the name.
fn first_tag(text: &str) -> (String, &str) {
    let mut rest = text.trim_start();
    for (start, end) in std::iter::repeat([("<!--", "-->"), ("<?xml", "?>")]).flatten() {
        let Some(skipped) = rest.strip_prefix(start) else {
            if rest.starts_with("<!--") || rest.starts_with("<?xml") {
                continue;
            }
            break;
        };
        rest = skipped.split_once(end).map_or("", |(_, rest)| rest.trim_start());
    }
    let tag = rest.strip_prefix('<').unwrap_or("");
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '!' || c == '?';
    let (name, behind) = tag.split_at(tag.find(|c| !is_name(c)).unwrap_or(tag.len()));
    let is_tag = behind.starts_with(|c: char| c == '>' || c == '/' || c.is_ascii_whitespace());
    (if is_tag && name.len() < 16 { name.to_ascii_lowercase() } else { String::new() }, behind)
}

/// Whether bytes are an archive of what OpenDocument or Word keep in one.
///
/// Only the names at its beginning are looked at, which stand there unpacked.
fn is_word_processed(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let has = |name: &[u8]| memchr::memmem::find(head, name).is_some();
    bytes.starts_with(b"PK\x03\x04")
        && (has(b"word/document.xml") || has(b"application/vnd.oasis.opendocument.text"))
}

/// Whether bytes are the XML of a FictionBook.
fn is_fiction_book(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    head.starts_with(b"<?xml") && memchr::memmem::find(head, b"<FictionBook").is_some()
}

const CONVERT_BOOK: &str = "convert it with Calibre's `ebook-convert FILE book.epub`";
const CONVERT: &str = "convert it with `pandoc -t markdown FILE | dateline -`";

/// First bytes, what has them, and what to do. Source: the magic files of file(1).
const MAGIC: &[(&[u8], &str, &str)] = &[
    (b"\x7fELF", "a program (ELF)", "open its documentation instead"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)", "open it in a picture viewer"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "open it in a picture viewer"),
    (b"GIF87a", "a picture (GIF)", "open it in a picture viewer"),
    (b"GIF89a", "a picture (GIF)", "open it in a picture viewer"),
    (b"{\\rtf", "a document of a word processor (RTF)", CONVERT),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "a document of an office program",
        "convert it with `soffice --convert-to docx FILE`, then `pandoc -t markdown FILE.docx | dateline -`",
    ),
    (b"AT&TFORM", "scanned pages (DjVu)", "read its text with `djvutxt FILE | dateline -`"),
    (
        b"%!PS",
        "a program for printers (PostScript)",
        "read its text with `ps2ascii FILE | dateline -`",
    ),
    (
        b"bplist00",
        "a property list or a web archive of Safari",
        "if it is the latter, convert it with `textutil -convert html -stdout FILE | dateline -`",
    ),
    (b"\x1f\x8b", "compressed twice (gzip)", "read it with `zcat FILE | dateline -`"),
    (b"BZh91AY&SY", "compressed (bzip2)", "read it with `bzcat FILE | dateline -`"),
    (b"\xfd7zXZ\0", "compressed (xz)", "read it with `xzcat FILE | dateline -`"),
    (b"\x28\xb5\x2f\xfd", "compressed (zstd)", "read it with `zstdcat FILE | dateline -`"),
    (b"PK\x03\x04", "an archive (zip)", "unpack it with `unzip FILE` and open what is in it"),
    (b"PK\x05\x06", "an empty archive (zip)", "there is nothing to read in it"),
];

/// Whether more than one byte in twenty is a control that terminals and printers do not use.
fn is_dense(head: &[u8]) -> bool {
    let is_control =
        |byte: &&u8| matches!(byte, 0..=0x06 | 0x0b | 0x0e..=0x1a | 0x1c..=0x1f | 0x7f);
    let n_controls = head.iter().filter(is_control).count();
    n_controls > FEW_CONTROLS && n_controls * 20 > head.len()
        // A file of a few controls and nothing else is no text either.
        || n_controls > 0 && n_controls == head.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::import;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        let message = import(bytes).map_or_else(|error| error.to_string(), |_| "opened".into());
        assert_eq!(message, expected);
    }

    #[test]
    fn a_file_without_a_visible_character_is_empty() {
        for bytes in ["", "\n\n \t\n", "\u{feff}", "\u{feff}\u{200b}\u{ad}\n", "\u{a0}\u{3000}"] {
            check(bytes.as_bytes(), "the file is empty: there is nothing to read in it");
        }
    }

    #[test]
    fn binaries_are_named() {
        check(
            b"\x7fELF\x02\x01",
            "this is a program (ELF), not a text; open its documentation instead",
        );
        check(
            b"\xff\xd8\xff\xe0",
            "this is a picture (JPEG), not a text; open it in a picture viewer",
        );
        check(
            b"\xfd7zXZ\0",
            "this is compressed (xz), not a text; read it with `xzcat FILE | dateline -`",
        );
    }

    #[test]
    fn documents_of_word_processors_are_to_be_converted() {
        let advice = "not a text; convert it with `pandoc -t markdown FILE | dateline -`";
        check(
            b"{\\rtf1\\ansi The quay}",
            &format!("this is a document of a word processor (RTF), {advice}"),
        );
        let header = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x11\0\0\0";
        for name in ["word/document.xml", "mimetypeapplication/vnd.oasis.opendocument.text"] {
            let bytes = [&header[..], name.as_bytes()].concat();
            check(&bytes, &format!("this is a document of a word processor, {advice}"));
        }
    }

    #[test]
    fn what_has_text_for_other_programs_is_to_be_converted() {
        let kindle = [&[0; 60][..], b"BOOKMOBI\0\0\0\x01", &[1; 200]].concat();
        let book = b"<?xml version='1.0'?>\n<FictionBook xmlns='x'><body/></FictionBook>";
        for (bytes, way) in [
            (&kindle[..], "ebook-convert FILE book.epub"),
            (&book[..], "ebook-convert FILE book.epub"),
            (b"AT&TFORM\0\0\0\x20DJVM", "djvutxt FILE | dateline -"),
            (b"%!PS-Adobe-3.0\n", "ps2ascii FILE | dateline -"),
            (b"bplist00\xd1\x01\x02", "textutil -convert html -stdout FILE | dateline -"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "soffice --convert-to docx FILE"),
        ] {
            let error = import(bytes).unwrap_err();
            assert!(error.to_string().contains(&format!("`{way}`")), "{error}");
        }
        check(b"<?xml version='1.0'?><p>of a &lt;FictionBook></p>", "opened");
    }

    #[test]
    fn a_pdf_is_answered_with_the_way_to_its_text() {
        check(
            b"%PDF-1.7\n",
            "this is a PDF; read its text with `pdftotext -layout FILE.pdf - | dateline -`",
        );
    }

    #[test]
    fn dense_controls_are_no_text() {
        let data: Vec<u8> = (0..=255).cycle().take(9000).collect();
        check(&data, "this is binary data, not a text; see what it is with `file FILE`");
        check(b"\0\x01", "this is binary data, not a text; see what it is with `file FILE`");
    }

    #[test]
    fn a_few_nuls_and_escapes_open() {
        check(b"a\0b\0\x1b[2J\n", "opened");
        check(&b"\x1b[31mred\x1b[0m\n".repeat(500), "opened");
        check(&b"a path of thirty letters, or so\0".repeat(500), "opened");
    }

    #[test]
    fn more_than_4_gib_are_too_large() {
        assert_eq!(check_size(u64::from(u32::MAX)), Ok(()));
        let message = check_size(1 << 32).unwrap_err().to_string();
        assert!(message.starts_with("the text takes 4294967296 bytes, and at most 4 GiB"));
    }
}
