//! Makes hostile files: small, and the same on every run.

use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A hostile file.
pub struct Hostile {
    pub name: String,
    pub bytes: Vec<u8>,
    pub expected: Expected,
}

/// What becomes of it.
#[derive(Clone, Copy)]
pub enum Expected {
    /// It opens, and these words are in it.
    Opens(&'static str),
    /// It is refused with these words.
    Refused(&'static str),
}

pub fn opens(name: &str, bytes: impl Into<Vec<u8>>, words: &'static str) -> Hostile {
    Hostile { name: name.to_owned(), bytes: bytes.into(), expected: Expected::Opens(words) }
}

pub fn refused(name: &str, bytes: impl Into<Vec<u8>>, words: &'static str) -> Hostile {
    Hostile { name: name.to_owned(), bytes: bytes.into(), expected: Expected::Refused(words) }
}

/// Prose of so many bytes or a little more.
pub fn prose(n_bytes: usize) -> String {
    const WORDS: &str = "The ships lay in the harbor, and in May 1949 the last of them left. ";
    WORDS.repeat(n_bytes / WORDS.len() + 1)
}

pub fn controls() -> Vec<Hostile> {
    let every: String = (0..32_u8).chain(0x7f..0xa0).map(char::from).collect();
    let sequences = [
        ("every control", every.as_str()),
        ("cursor", "\u{1b}[7331;7331H\u{1b}[2J\u{1b}[?1049l"),
        ("queries", "\u{1b}[6n\u{1b}[c\u{5}\u{1b}]11;?\u{7}"),
        ("title", "\u{1b}]0;PWN\u{7}\u{1b}]2;PWN\u{1b}\\"),
        ("clipboard", "\u{1b}]52;c;UFdO\u{7}"),
        ("a link", "\u{1b}]8;;http://evil.example/\u{1b}\\x\u{1b}]8;;\u{1b}\\"),
        ("an unfinished sequence", "\u{1b}]8;;PWN"),
        ("device control", "\u{1b}P$qPWN\u{1b}\\\u{1b}_Ga=T;PWN\u{1b}\\\u{1b}^PWN\u{1b}\\"),
        ("reset", "\u{1b}c\u{1b}#8\u{1b}(0\u{e}"),
        ("escapes in escapes", "\u{1b}\u{1b}[\u{1b}[7331m\u{1b}\u{0}]0;PWN\u{7}"),
        ("overwriting", "harmless\u{8}\u{8}\u{8}rm -rf\rover\u{b}\u{85}\u{2028}"),
    ];
    let mut all = Vec::new();
    for (name, sequence) in sequences {
        let text = format!("The needle.\n{sequence}\n{}", prose(3000));
        all.push(opens(&format!("{name} in text"), text, "needle"));
        let page = format!(
            "<html><title>{sequence}</title><p>The needle {sequence}</p><img alt='{sequence}'><pre>{sequence}</pre><p>{}",
            prose(3000)
        );
        all.push(opens(&format!("{name} in a page"), page, "needle"));
        let references: String = sequence.chars().map(|c| format!("&#{};", c as u32)).collect();
        let page = format!("<html><title>{references}</title><p>The needle {references}</p>");
        all.push(opens(&format!("{name} as references"), page, "needle"));
        let chapter = format!("<p>The needle {references}</p>");
        let package = package(&references, &["a.xhtml"]);
        let parts = [("OEBPS/content.opf", package.as_str()), ("OEBPS/a.xhtml", &chapter)];
        all.push(opens(&format!("{name} in a book"), book(&parts), "needle"));
    }
    all
}

pub fn encodings() -> Vec<Hostile> {
    let texts = [
        ("shift_jis", "日本語の文章です。読者は夏に村へ行く。"),
        ("euc-jp", "日本語の文章です。読者は夏に村へ行く。"),
        ("iso-2022-jp", "日本語の文章です。読者は夏に村へ行く。"),
        ("gb18030", "中文文章的读者在夏天去了村庄。"),
        ("big5", "中文文章的讀者在夏天去了村莊。"),
        ("euc-kr", "한국어 문장을 읽는 사람이 여름에 마을로 갔다."),
        ("koi8-r", "Быстрая лиса и читатель в деревне."),
        ("windows-1251", "Быстрая лиса и читатель в деревне."),
        ("windows-1252", "Le café naïf, « l’été » de la dernière année."),
    ];
    let mut all: Vec<Hostile> = texts
        .iter()
        .map(|(name, text)| {
            let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
            let bytes = encoding.encode(&format!("{text}\n").repeat(20)).0.into_owned();
            opens(name, bytes, text)
        })
        .collect();
    let wide = |text: &str, unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    };
    all.push(opens("utf-16le", wide("\u{feff}a café", u16::to_le_bytes), "café"));
    all.push(opens("utf-16be", wide("\u{feff}a café", u16::to_be_bytes), "café"));
    all.push(opens(
        "utf-16le without a mark",
        wide("a café in the town", u16::to_le_bytes),
        "café",
    ));
    all.push(opens("half a letter of utf-16", b"\xff\xfea\0b\0c".to_vec(), "ab\u{fffd}"));
    all.push(opens(
        "a lone surrogate",
        b"\xff\xfe\x00\xd8A\0\x00\xdc".to_vec(),
        "\u{fffd}A\u{fffd}",
    ));
    all.push(opens("overlong", b"needle \xc0\xaf \xe0\x80\xaf".to_vec(), "needle"));
    all.push(opens(
        "surrogates in utf-8",
        b"needle \xed\xa0\x80 \xf4\x90\x80\x80".to_vec(),
        "needle",
    ));
    all.push(opens("cut at the end", "needle 日本".as_bytes()[..12].to_vec(), "needle 日\u{fffd}"));
    all.push(opens(
        "two encodings",
        b"caf\xc3\xa9, then caf\xe9 needle".to_vec(),
        "café, then caf\u{fffd}",
    ));
    let lie = "<meta charset=utf-16><p>café needle".as_bytes();
    all.push(opens("a declaration that lies", lie, "café needle"));
    all.push(opens("utf-7", b"<meta charset=utf-7><p>needle +ADw-b+AD4-".to_vec(), "+ADw-b+AD4-"));
    all
}

pub fn unicode() -> Vec<Hostile> {
    [
        ("overrides", "if \u{202e} \u{2066}// admin\u{2069} \u{2066}".repeat(50)),
        ("unbalanced overrides", "\u{202e}".repeat(200)),
        ("zero width", "the pass\u{200b}word\u{200d}\u{2060}\u{feff} soft\u{ad}".repeat(50)),
        ("tags", "hello\u{e0050}\u{e0057}\u{e004e} world".to_owned()),
        ("heaped marks", format!("a{} end", "\u{301}".repeat(20_000))),
        ("joined emoji", "👨\u{200d}".repeat(5000)),
        ("flags", "🇫🇷".repeat(5000)),
        ("wide letters", "漢字かな交じり文、ｈａｌｆ全角。".repeat(200)),
        ("jamo", "\u{1112}\u{1161}\u{11ab}".repeat(500)),
        ("right to left", "هذا نص עברית the reader ".repeat(50)),
        ("tabs", "\ta\t日\t".repeat(500)),
        ("private and no characters", "\u{e000}\u{ffff}\u{10ffff}".repeat(50)),
        ("wide ligatures", "\u{fdfd}".repeat(500)),
        ("letters that grow", "ŉ ß İ ﬃ ΐ ẞ ſ K Å ".repeat(200)),
    ]
    .into_iter()
    .map(|(name, text)| opens(name, format!("The needle.\n\n{text}\n\nThe end.\n"), "needle"))
    .collect()
}

pub fn sizes() -> Vec<Hostile> {
    let gzip = |bytes: &[u8]| {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let noise: Vec<u8> = (0..=255).cycle().take(20_000).collect();
    vec![
        refused("empty", "", "empty"),
        refused("blank", " \n\t".repeat(10_000), "empty"),
        refused("nothing visible", "\u{200b}".repeat(1000), "empty"),
        opens("one byte", "x", "x"),
        opens("one line without a blank", format!("needle{}", "x".repeat(2_000_000)), "needle"),
        opens("one line", format!("needle {}", prose(2_000_000)), "needle"),
        opens("empty lines", format!("needle{}the", "\n".repeat(500_000)), "needle"),
        opens("short lines", "the\n".repeat(100_000), "the"),
        opens("carriage returns alone", format!("needle.\r{}", prose(2000)), "needle"),
        opens("zeros among words", "the\0needle lies in the harbor ".repeat(100), "the␀needle"),
        refused("zeros", vec![0; 100_000], "binary"),
        refused("noise", noise.clone(), "binary"),
        refused("a picture", [b"\x89PNG\r\n\x1a\n".as_slice(), &noise].concat(), "picture"),
        refused("a pdf", "%PDF-1.7\n", "pdftotext"),
        opens("compressed", gzip(prose(100_000).as_bytes()), "harbor"),
        refused("compressed twice", gzip(&gzip(b"x")), "twice"),
        refused("a gzip bomb", gzip(&vec![b' '; 257 << 20]), "more than 256 MB"),
    ]
}

pub fn pages() -> Vec<Hostile> {
    const DEEP: usize = 20_000;
    let deep = [
        "<div>",
        "<ul><li>",
        "<b>",
        "<blockquote>",
        "<table><tr><td>",
        "<select><optgroup><option>",
        "<svg><foreignObject>",
        "<template>",
        "<a><i>",
        "<font size=1 color=red>",
        "<h1><p>",
        "<q>",
        "<ruby><rt>",
        "<dl><dd>",
        "<object>",
        "<button>",
    ];
    let mut all: Vec<Hostile> = deep
        .iter()
        .flat_map(|tags| {
            let open = tags.repeat(DEEP);
            let close = tags.replace('<', "</").repeat(DEEP);
            [
                opens(&format!("{tags} open"), format!("<html><p>the needle</p>{open}x"), "needle"),
                opens(
                    &format!("{tags} closed"),
                    format!("<html><p>the needle</p>{open}x{close}"),
                    "needle",
                ),
                opens(
                    &format!("{tags} against each other"),
                    format!(
                        "<html><p>the needle</p>{}",
                        format!("{tags}{}", close.split_at(tags.len() + 1).0).repeat(DEEP)
                    ),
                    "needle",
                ),
            ]
        })
        .collect();
    let attributes: String = (0..50_000).map(|n| format!(" a{n}=1")).collect();
    let laughs: String = (b'b'..=b'j')
        .map(|name| {
            let inner = format!("&{};", char::from(name - 1)).repeat(10);
            format!("<!ENTITY {} \"{inner}\">", char::from(name))
        })
        .collect();
    let prose = prose(2000);
    let page = |body: &str| format!("<html><body><p>the needle</p>{body}");
    for (name, body) in [
        ("many attributes", format!("<p{attributes}>x")),
        ("a long attribute", format!("<p title='{}'>x", "x".repeat(2_000_000))),
        ("an open comment", format!("<!-- {}", "x".repeat(200_000))),
        ("comments", "<!--".repeat(50_000)),
        ("cdata", "<![CDATA[".repeat(50_000)),
        ("an open script", format!("<script>{}", "</scrip".repeat(50_000))),
        ("plain text", "<plaintext></html><b>x".to_owned()),
        (
            "huge spans",
            "<table><tr><td colspan=999999999 rowspan=999999999>a<td>b<tr><td>c</table>".to_owned(),
        ),
        ("many rows", format!("<table>{}</table>", "<tr><td>1949<td>x".repeat(5000))),
        (
            "many columns",
            format!("<table>{}</table>", format!("<tr>{}", "<td>x".repeat(500)).repeat(20)),
        ),
        ("many links", "<a href=http://x.example/>x</a> ".repeat(20_000)),
        ("many notes", "<sup><a href=#n>1</a></sup><p id=n>x".repeat(10_000)),
        ("many breaks", "<br>".repeat(100_000)),
        ("many headings", "<h2>x</h2>".repeat(20_000)),
        ("what is hidden", "<p style='display:none'>x</p><p hidden>x".to_owned()),
        (
            "linked data",
            format!("<script type='application/ld+json'>{}</script>", "[".repeat(100_000)),
        ),
        (
            "dates",
            "<time datetime='9999999999-99-99'>x</time><meta name=date content='0000-00-00'>"
                .to_owned(),
        ),
        ("a site of paragraphs", format!("<nav></nav>{}", format!("<p>{prose}</p>").repeat(50))),
        (
            "a site of divisions",
            format!("<nav></nav>{}", "<div><span>the, the, the</span></div>".repeat(9000)),
        ),
    ] {
        all.push(opens(name, page(&body), "needle"));
    }
    let bomb = format!(
        "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY a 'the'>{laughs}]><html><p>needle &j;"
    );
    all.push(opens("an entity bomb", bomb, "needle"));
    all.push(refused("a page without words", "<html><script>x</script>", "no words"));
    all.push(refused(
        "more than the limit",
        format!("<html>{}", " ".repeat(32 << 20)),
        "at most 32 MB",
    ));
    all
}

pub fn package(title: &str, chapters: &[&str]) -> String {
    let items: String = (chapters.iter().enumerate())
        .map(|(n, path)| {
            format!("<item id='c{n}' href='{path}' media-type='application/xhtml+xml'/>")
        })
        .collect();
    let order: String = (0..chapters.len()).map(|n| format!("<itemref idref='c{n}'/>")).collect();
    format!(
        "<package><metadata><dc:title>{title}</dc:title></metadata><manifest>{items}</manifest>\
         <spine>{order}</spine></package>"
    )
}

pub const CONTAINER: &str =
    "<container><rootfiles><rootfile full-path='OEBPS/content.opf'/></rootfiles></container>";

pub fn book(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let container = [("META-INF/container.xml", CONTAINER)];
    for (name, text) in container.iter().chain(parts) {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub fn books() -> Vec<Hostile> {
    const CHAPTER: &str = "<p>the needle</p>";
    let of = |chapters: &[&str], others: &[(&str, &str)]| {
        let package = package("The Book", chapters);
        let mut parts = vec![("OEBPS/content.opf", package.as_str()), ("OEBPS/c1.xhtml", CHAPTER)];
        parts.extend(others);
        book(&parts)
    };
    let only = ["c1.xhtml"];
    let blanks = " ".repeat(40 << 20);
    let deep = format!("{CHAPTER}{}", "<div>".repeat(50_000));
    let plain = of(&only, &[]);
    let mut locked = plain.clone();
    for at in 0..plain.len() - 4 {
        // The flag of a password, in the directory and before each part.
        match &plain[at..at + 4] {
            b"PK\x01\x02" => locked[at + 8] |= 1,
            b"PK\x03\x04" => locked[at + 6] |= 1,
            _ => {}
        }
    }
    let many: Vec<String> = (0..5000).map(|n| format!("f{n}.xhtml")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|name| (name.as_str(), "")).collect();
    let broken = "this book (EPUB) is damaged";
    vec![
        opens("a book", plain.clone(), "needle"),
        opens(
            "names that lead out",
            of(&only, &[("../../../tmp/PWN", "x"), ("/tmp/PWN", "x")]),
            "needle",
        ),
        opens(
            "chapters elsewhere",
            of(
                &["c1.xhtml", "../../../etc/passwd", "file:///etc/passwd", "http://x.example/"],
                &[],
            ),
            "needle",
        ),
        opens("one chapter many times", of(&only.repeat(10_000), &[]), "needle"),
        opens("many parts", of(&only, &many), "needle"),
        opens(
            "a chapter that grows",
            of(&["c1.xhtml", "big.xhtml"], &[("OEBPS/big.xhtml", &blanks)]),
            "needle",
        ),
        refused("a package that grows", book(&[("OEBPS/content.opf", &blanks)]), "more than 4 MB"),
        opens(
            "a deep chapter",
            of(&["c1.xhtml", "deep.xhtml"], &[("OEBPS/deep.xhtml", &deep)]),
            "needle",
        ),
        opens(
            "a title of a megabyte",
            book(&[
                ("OEBPS/content.opf", &package(&"x".repeat(1 << 20), &only)),
                ("OEBPS/c1.xhtml", CHAPTER),
            ]),
            "needle",
        ),
        refused("a package elsewhere", book(&[]), broken),
        refused("no chapters", of(&[], &[]), broken),
        refused(
            "a package of open tags",
            book(&[("OEBPS/content.opf", &"<a>".repeat(100_000))]),
            broken,
        ),
        refused("half a book", plain[..plain.len() / 2].to_vec(), "fetch all of it again"),
        refused("a book with a password", locked, "encrypted"),
    ]
}
