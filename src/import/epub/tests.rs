//! Whole books, read from archives that are made here.

mod contents;
mod notes;

use super::super::{ImportError, Imported, import};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const CONTAINER: &str =
    "<container><rootfiles><rootfile full-path='OEBPS/content.opf'/></rootfiles></container>";

/// An archive of these parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("mimetype", stored).unwrap();
    zip.write_all(b"application/epub+zip").unwrap();
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The package of a book with these chapters.
fn package(metadata: &str, chapters: &[&str]) -> String {
    let items: String = chapters
        .iter()
        .map(|path| format!("<item id='{path}' href='{path}' media-type='application/xhtml+xml'/>"))
        .collect();
    let order: String = chapters.iter().map(|path| format!("<itemref idref='{path}'/>")).collect();
    format!(
        "<package version='3.0'><metadata>{metadata}</metadata><manifest>{items}\
         <item id='nav' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>\
         <item id='ncx' href='toc.ncx' media-type='application/x-dtbncx+xml'/></manifest>\
         <spine toc='ncx'>{order}</spine></package>"
    )
}

/// A book of these chapters, with other parts.
fn book(chapters: &[(&str, &str)], others: &[(&str, &[u8])]) -> Vec<u8> {
    let names: Vec<&str> = chapters.iter().map(|(name, _)| *name).collect();
    let package = package("<dc:title>The Book</dc:title>", &names);
    let paths: Vec<String> = names.iter().map(|name| format!("OEBPS/{name}")).collect();
    let texts =
        paths.iter().zip(chapters).map(|(path, (_, text))| (path.as_str(), text.as_bytes()));
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/content.opf", package.as_bytes()),
    ];
    parts.extend(texts);
    parts.extend(others);
    archive(&parts)
}

fn blocks(imported: &Imported) -> Vec<String> {
    let document = &imported.document;
    let show = |block: crate::document::Block| {
        format!("{}: {}", block.kind.name(), &document[block.range])
    };
    document.blocks().map(show).collect()
}

#[track_caller]
fn check(bytes: &[u8], expected: &[&str], warnings: &[&str]) {
    let imported = import(bytes).unwrap();
    assert_eq!(blocks(&imported), expected);
    assert_eq!(imported.warnings, warnings);
}

#[track_caller]
fn check_refused(bytes: &[u8], expected: &ImportError) {
    assert_eq!(&import(bytes).map(|imported| blocks(&imported)).unwrap_err(), expected);
}

#[test]
fn chapters_are_read_in_the_order_of_the_spine() {
    check(
        &book(&[("b.xhtml", "<h1>Two</h1><p>b"), ("a.xhtml", "<title/><p>a<a id='x'/>")], &[]),
        &["title: The Book", "heading: Two", "paragraph: b", "paragraph: a"],
        &[],
    );
}

#[test]
fn without_an_order_the_parts_stand_as_they_are_listed() {
    let order: String =
        ["b.xhtml", "a.xhtml"].map(|path| format!("<itemref idref='{path}'/>")).concat();
    let package =
        package("<dc:title>The Book</dc:title>", &["b.xhtml", "a.xhtml"]).replace(&order, "");
    let parts = [
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/content.opf", &package),
        ("OEBPS/a.xhtml", "<p>a"),
        ("OEBPS/b.xhtml", "<p>b"),
    ];
    check(
        &archive(&parts.map(|(name, text)| (name, text.as_bytes()))),
        &["title: The Book", "paragraph: b", "paragraph: a"],
        &["the book does not say in which order its parts are read; they stand as it lists them"],
    );
}

#[test]
fn the_package_says_what_the_book_is() {
    let metadata = "<dc:title>On Harbors</dc:title><dc:creator opf:role='aut'>Ilse Brandt</dc:creator>\
                    <dc:creator opf:role='trl'>Tove Lind</dc:creator><dc:publisher>Quay Press</dc:publisher>\
                    <dc:language>en</dc:language><dc:date>2022-03-09T00:00:00Z</dc:date>\
                    <dc:date>1957-05</dc:date><meta property='dcterms:modified'>2022-03-09T11:00:00Z</meta>";
    let package =
        super::package::Package::parse(&package(metadata, &["a.xhtml"]), "OEBPS/content.opf");
    let meta = package.meta;
    assert_eq!(meta.title.unwrap().as_str(), "On Harbors");
    assert_eq!(meta.authors.iter().map(|name| name.as_str()).collect::<Vec<_>>(), ["Ilse Brandt"]);
    assert_eq!(meta.source.unwrap().as_str(), "Quay Press");
    // The day on which the book was made is none of its own.
    assert_eq!(meta.published.unwrap().edtf(), "1957-05");
    assert_eq!(package.spine, ["OEBPS/a.xhtml"]);
    assert_eq!(package.contents, ["OEBPS/nav.xhtml", "OEBPS/toc.ncx"]);
}

#[test]
fn the_date_of_a_long_book_is_that_of_an_edition() {
    let written = |n_words: usize| {
        let chapter = "<p>words words ".repeat(n_words / 2);
        let package = package("<dc:title>B</dc:title><dc:date>2022</dc:date>", &["a.xhtml"]);
        let parts = [
            ("META-INF/container.xml", CONTAINER),
            ("OEBPS/content.opf", &package),
            ("OEBPS/a.xhtml", &chapter),
        ];
        let book = archive(&parts.map(|(name, text)| (name, text.as_bytes())));
        import(&book).unwrap().document.meta.written().map(|when| when.edtf())
    };
    assert_eq!(written(5_000).as_deref(), Some("2022"));
    assert_eq!(written(50_000), None);
}

#[test]
fn a_book_of_images_is_read_by_its_texts_or_refused_as_such() {
    let of_images = |fallback: &str| {
        let package = format!(
            "<package><manifest><item id='i' href='1.jpg' media-type='image/jpeg' fallback='{fallback}'/>\
             <item id='t' href='t.xhtml' media-type='application/xhtml+xml'/></manifest>\
             <spine><itemref idref='i'/></spine></package>"
        );
        archive(&[
            ("META-INF/container.xml", CONTAINER.as_bytes()),
            ("OEBPS/content.opf", package.as_bytes()),
            ("OEBPS/t.xhtml", b"<p>What is drawn."),
        ])
    };
    check(&of_images("t"), &["paragraph: What is drawn."], &[]);
    let wordless = ImportError::Wordless("book (EPUB)");
    check_refused(&of_images(""), &wordless);
    check_refused(&of_images("i"), &wordless);
    check_refused(&book(&[("a.xhtml", "<svg/><img src='1.jpg'/>")], &[]), &wordless);
}

#[test]
fn the_number_of_a_printed_page_is_a_place_and_no_word() {
    let chapter = "<p>It went <span epub:type='pagebreak' title='12' id='p12'>12</span>on.</p>\
                   <div><span role='doc-pagebreak' id='p13'>13</span></div>\
                   <p><span class=pagenum><a id=p14>[14]</a></span><a href='#p12'>Back</a>";
    let imported = import(&book(&[("a.xhtml", chapter)], &[])).unwrap();
    assert_eq!(blocks(&imported), ["title: The Book", "paragraph: It went on.", "paragraph: Back"]);
    for page in ["p12", "p13", "p14"] {
        assert!(imported.document.target(&format!("OEBPS/a.xhtml#{page}")).is_some(), "{page}");
    }
}

#[test]
fn of_what_a_book_offers_in_two_forms_one_is_read() {
    let chapter = "<p>Water is <epub:switch><epub:case required-namespace='x'><cml>H O</cml></epub:case>\
                   <epub:default>H2O</epub:default></epub:switch>.";
    check(
        &book(&[("a.xhtml", chapter)], &[]),
        &["title: The Book", "paragraph: Water is H2O."],
        &[],
    );
}

#[test]
fn what_is_missing_or_damaged_is_told() {
    let mut bytes = book(&[("a.xhtml", "<p>a"), ("b.xhtml", "<p>b")], &[]);
    // The name in the directory of the archive, which stands behind the parts.
    let at = bytes.windows(13).rposition(|name| name == b"OEBPS/b.xhtml").unwrap();
    bytes[at + 6] = b'x';
    check(
        &bytes,
        &["title: The Book", "paragraph: a"],
        &["b.xhtml is missing in the book and is left out"],
    );
    check_refused(&book(&[], &[]), &ImportError::Broken("book (EPUB)"));
    check_refused(&bytes[..bytes.len() / 2], &ImportError::Broken("book (EPUB)"));
    check_refused(&archive(&[]), &ImportError::Broken("book (EPUB)"));
    let [name, advice] =
        ["the beginning of an archive or of a book", "copy or fetch all of it again"];
    check_refused(&bytes[..4], &ImportError::Format(name, advice));
}

#[test]
fn a_bomb_is_left_out_and_told() {
    let bomb = vec![b' '; 33 << 20];
    let bytes = book(&[("a.xhtml", "<p>a"), ("b.xhtml", "")], &[("OEBPS/c.xhtml", b"")]);
    assert!(import(&bytes).is_ok());
    let chapters = [("a.xhtml", "<p>a"), ("bomb.xhtml", std::str::from_utf8(&bomb).unwrap())];
    check(
        &book(&chapters, &[]),
        &["title: The Book", "paragraph: a"],
        &["bomb.xhtml is larger than 32 MB, which is the limit, and is left out"],
    );
    check_refused(&book(&chapters[1..], &[]), &ImportError::Unpacked("book (EPUB)", 32));
}

#[test]
fn paths_never_leave_the_archive() {
    let chapters = [("../../../../etc/passwd", ""), ("a.xhtml", "<p>a")];
    let imported = import(&book(&chapters, &[])).unwrap();
    assert_eq!(blocks(&imported), ["title: The Book", "paragraph: a"]);
    assert_eq!(imported.warnings, ["passwd is missing in the book and is left out"]);
}

#[test]
fn a_book_that_its_seller_encrypted_is_refused() {
    let list = |algorithm: &str, path: &str| {
        format!(
            "<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm='{algorithm}'/>\
             <enc:CipherData><enc:CipherReference URI='{path}'/></enc:CipherData></enc:EncryptedData></encryption>"
        )
    };
    let chapters = [("a.xhtml", "<p>a")];
    let aes = list("http://www.w3.org/2001/04/xmlenc#aes128-cbc", "OEBPS/a.xhtml");
    check_refused(
        &book(&chapters, &[("META-INF/encryption.xml", aes.as_bytes())]),
        &ImportError::Encrypted,
    );
    let font = list("http://www.idpf.org/2008/embedding", "OEBPS/a.xhtml");
    check(
        &book(&chapters, &[("META-INF/encryption.xml", font.as_bytes())]),
        &["title: The Book", "paragraph: a"],
        &[],
    );
}

#[test]
fn entities_of_the_package_are_not_expanded() {
    let package = package("<dc:title>A &x; B</dc:title>", &["a.xhtml"]);
    let package = format!("<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{package}");
    let bytes = archive(&[
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/content.opf", package.as_bytes()),
        ("OEBPS/a.xhtml", b"<p>a"),
    ]);
    check(&bytes, &["title: A &x; B", "paragraph: a"], &[]);
}

#[test]
fn other_archives_are_no_books() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("a.txt", SimpleFileOptions::default()).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    assert!(matches!(import(&bytes).unwrap_err(), ImportError::Format("an archive (zip)", _)));
}

#[test]
fn a_small_archive_may_hold_less_than_a_large_one() {
    let most = |n_bytes: u64| super::archive::most_megabytes(n_bytes);
    // A bomb of 42 KB, a book of 1 MB without pictures, and one of 40 MB.
    assert_eq!([most(42 << 10), most(1 << 20), most(40 << 20)], [36, 52, 512]);
}

#[test]
fn a_part_is_found_though_its_name_is_written_in_other_case() {
    let package = package("<dc:title>The Book</dc:title>", &["one.xhtml", "two.xhtml"]);
    let parts: [(&str, &[u8]); 5] = [
        ("META-INF/container.xml", CONTAINER.as_bytes()),
        ("OEBPS/content.opf", package.as_bytes()),
        ("OEBPS/One.XHTML", b"<p>The quay"),
        ("OEBPS/Two.xhtml", b"<p>no one knows"),
        ("OEBPS/TWO.xhtml", b"<p>which is meant"),
    ];
    check(
        &archive(&parts),
        &["title: The Book", "paragraph: The quay"],
        &["two.xhtml is missing in the book and is left out"],
    );
}
