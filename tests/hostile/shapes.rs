//! Hostile shapes: much of one thing, things in themselves, and things that name themselves.

use super::corpus::{CONTAINER, Hostile, book, opens, package, prose, refused};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// So much of one thing as takes minutes where the time grows with the square.
const MANY: usize = 4000;

fn numbered(n: usize, piece: impl Fn(usize) -> String) -> String {
    (0..n).map(piece).collect()
}

pub fn markdown() -> Vec<Hostile> {
    let columns = ["|a", "|-", "|the"].map(|cell| format!("{}|\n", cell.repeat(MANY)));
    let notes =
        numbered(MANY, |n| format!("[^n{n}]: see[^n{}] and[^n{}]\n\n", n + 1, n.saturating_sub(1)));
    let definitions = numbered(MANY, |n| format!("[r{n}]: http://x.example/{n} \"t\"\n"));
    let uses = numbered(MANY, |n| format!("[a][r{n}] "));
    let long_names = numbered(500, |n| format!("[{}{n}]: u\n", "x".repeat(900)));
    let brackets = format!("{}{}", "(".repeat(MANY), ")".repeat(MANY));
    let bodies = [
        ("many columns.md", columns.concat()),
        ("notes on notes.md", format!("{notes}end[^n0]\n")),
        ("many definitions.md", format!("{definitions}\n{uses}")),
        ("long names of definitions.md", long_names),
        (
            "addresses.md",
            format!("{}_ {}{brackets}", "www.".repeat(MANY), "https://a.b/".repeat(MANY)),
        ),
        ("a list of tabs.md", numbered(300, |n| format!("{}- x\n", "\t".repeat(n)))),
        ("one heading many times.md", "# a\n\n".repeat(MANY)),
        ("a line of blanks.md", format!("the{}x", " ".repeat(500_000))),
        ("many marks.md", "**a** *b* `c` [d](e) ".repeat(MANY)),
    ];
    let file =
        |(name, body): (&str, String)| opens(name, format!("The needle.\n\n{body}"), "needle");
    let marks = format!("The needle {}", "\u{301}".repeat(100_000));
    let halves: Vec<u8> = [0x00, 0xd8, b'A', 0, 0, 0xdc, 0, 0xdc, 0, 0xd8].repeat(MANY);
    let words: Vec<u8> = "\u{feff}The needle ".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bodies
        .into_iter()
        .map(file)
        .chain([
            opens("nothing but marks.txt", marks, "needle"),
            opens("halves of letters.txt", [words, halves].concat(), "needle"),
        ])
        .collect()
}

pub fn pages() -> Vec<Hostile> {
    let deep = format!("{}<mi>x</mi>{}", "<mrow>".repeat(MANY), "</mrow>".repeat(MANY));
    let declarations = "<meta http-equiv=refresh content='0;url=http://x.example/'>\
        <meta charset=utf-16le><meta charset=shift_jis>\
        <meta http-equiv=content-type content='text/html;charset=utf-32'>";
    [
        ("one attribute many times", format!("<p{}>the", " class=x".repeat(50_000))),
        (
            "a table of many columns",
            format!("<table><tr>{}<tr>{}</table>", "<th>c".repeat(MANY), "<td>the".repeat(MANY)),
        ),
        (
            "many huge spans",
            format!(
                "<table>{}</table>",
                "<tr><td colspan=1000000000 rowspan=1000000000>a<td>b".repeat(500)
            ),
        ),
        ("a deep formula", format!("<math>{deep}</math>")),
        ("formulas in formulas", "<math><mi>x</mi>".repeat(MANY)),
        ("readings in readings", "<ruby>漢<rt>かん".repeat(MANY)),
        ("one line of paragraphs", "<p>x".repeat(50_000)),
        ("declarations that contradict", format!("{declarations}<p>café")),
        ("one name many times", "<p id=x>the</p><a href=#x>x</a>".repeat(MANY)),
    ]
    .into_iter()
    .map(|(name, body)| opens(name, format!("<html><p>The needle.</p>{body}"), "needle"))
    .collect()
}

pub fn books() -> Vec<Hostile> {
    const CHAPTER: &str = "<p>The needle.</p>";
    let with_contents = |items: &str, spine: &str, contents: (&str, &str)| {
        let package = format!(
            "<package><manifest><item id='c' href='a.xhtml' media-type='application/xhtml+xml'/>\
             {items}</manifest><spine{spine}><itemref idref='c'/></spine></package>"
        );
        book(&[("OEBPS/content.opf", &package), ("OEBPS/a.xhtml", CHAPTER), contents])
    };
    let around = format!(
        "<nav epub:type='toc'><ol>{}{}</ol></nav>",
        "<li><a href='nav.xhtml'>Me</a><ol>".repeat(MANY),
        "</ol></li>".repeat(MANY)
    );
    let deep = format!(
        "<ncx><navMap>{}",
        "<navPoint><navLabel><text>x</text></navLabel><content src='a.xhtml'/>".repeat(MANY)
    );
    let many_names = format!("{CHAPTER}{}", "<p id='x'>a</p><p id='x'>b</p>".repeat(MANY));
    let paths =
        ["a.xhtml", "../../etc/passwd", "/etc/passwd", "../OEBPS/a.xhtml", "%2e%2e/%2e%2e/x"];
    let one_id = package("T", &paths).replace("id='c1'", "id='c0'");
    let blanks = " ".repeat(8 << 20);
    let blank: Vec<String> = (0..6).map(|n| format!("b{n}.xhtml")).collect();
    let chapters: Vec<&str> =
        ["a.xhtml"].into_iter().chain(blank.iter().map(String::as_str)).collect();
    let blank_package = package("T", &chapters);
    let blank: Vec<String> = blank.iter().map(|name| format!("OEBPS/{name}")).collect();
    let mut blank_parts = vec![("OEBPS/content.opf", &*blank_package), ("OEBPS/a.xhtml", CHAPTER)];
    blank_parts.extend(blank.iter().map(|name| (name.as_str(), blanks.as_str())));
    let nav = "<item id='n' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/>";
    let ncx = "<item id='x' href='t.ncx' media-type='application/x-dtbncx+xml'/>";
    let plain = book(&[
        ("OEBPS/content.opf", &package("T", &["a.xhtml"])),
        ("OEBPS/a.xhtml", &prose(9000)),
    ]);
    vec![
        opens(
            "contents of themselves",
            with_contents(nav, "", ("OEBPS/nav.xhtml", &around)),
            "needle",
        ),
        opens("deep contents", with_contents(ncx, " toc='x'", ("OEBPS/t.ncx", &deep)), "needle"),
        opens(
            "one name for many parts",
            book(&[("OEBPS/content.opf", &one_id), ("OEBPS/a.xhtml", &many_names)]),
            "needle",
        ),
        opens("chapters of blanks", book(&blank_parts), "needle"),
        refused(
            "two thirds of a book",
            plain[..plain.len() * 2 / 3].to_vec(),
            "fetch all of it again",
        ),
        refused("parts over each other", overlapping(), "lie over each other"),
    ]
}

/// A book of which a hundred chapters are the same bytes of the archive.
fn overlapping() -> Vec<u8> {
    let names: Vec<String> = (0..100).map(|n| format!("b{n}.xhtml")).collect();
    let chapters: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("META-INF/container.xml", CONTAINER),
        ("OEBPS/content.opf", &*package("T", &chapters)),
        ("OEBPS/b0.xhtml", "<p>The needle."),
    ];
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    for name in &names[1..] {
        zip.shallow_copy_file("OEBPS/b0.xhtml", &format!("OEBPS/{name}")).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
