//! Encodings, told by marks, declarations and letters.

use super::*;

#[track_caller]
fn check(bytes: &[u8], name: &str, evidence: Evidence) {
    let detected = detect(bytes);
    assert_eq!((detected.encoding.name(), detected.evidence), (name, evidence));
}

/// Prose in an encoding, long enough for a guess.
fn encoded(text: &str, name: &str) -> Vec<u8> {
    let encoding = encoding_rs::Encoding::for_label(name.as_bytes()).unwrap();
    encoding.encode(&text.repeat(20)).0.into_owned()
}

#[test]
fn a_mark_names_the_encoding() {
    check(b"\xef\xbb\xbfx", "UTF-8", Evidence::Sure);
    check(b"\xff\xfex\0", "UTF-16LE", Evidence::Sure);
    check(b"\xfe\xff\0x", "UTF-16BE", Evidence::Sure);
    check(b"\xff\xfe\0\0x\0\0\0", "UTF-32", Evidence::Sure);
}

#[test]
fn utf_8_is_known_by_its_letters_even_with_damage() {
    check("naïve".as_bytes(), "UTF-8", Evidence::Sure);
    check(b"na\xc3\xafve, then caf\xe9", "UTF-8", Evidence::Sure);
    check(b"cut: \xe2\x80", "UTF-8", Evidence::Sure);
    check(b"plain", "UTF-8", Evidence::Sure);
}

#[test]
fn a_declaration_is_believed_where_the_bytes_are_not_utf_8() {
    let page = b"<html><meta http-equiv=Content-Type content='text/html; charset=KOI8-R'>\xc1";
    check(page, "KOI8-R", Evidence::Sure);
    check(b"<?xml version='1.0' encoding=\"iso-8859-2\"?>\xb1", "ISO-8859-2", Evidence::Sure);
    check("<meta charset=latin1>é".as_bytes(), "UTF-8", Evidence::Sure);
}

#[test]
fn utf_16_cannot_be_declared_in_ascii_nor_utf_7_at_all() {
    for name in ["utf-16", "utf-7"] {
        let page = format!("<meta charset='{name}'>caf");
        check(&[page.as_bytes(), b"\xe9 au lait"].concat(), "windows-1252", Evidence::Guess);
    }
}

#[test]
fn prose_tells_its_encoding() {
    let french = "Le café naïf, « l’été » de la dernière année. ";
    let russian = "Быстрая лиса и читатель в деревне. ";
    let japanese = "日本語の文章です。読者は夏に村へ行く。";
    let chinese = "中文文章的讀者在夏天去了村莊。";
    let korean = "한국어 문장을 읽는 사람이 여름에 마을로 갔다. ";
    for (text, name) in [
        (french, "windows-1252"),
        (russian, "windows-1251"),
        (russian, "KOI8-R"),
        (japanese, "Shift_JIS"),
        (japanese, "EUC-JP"),
        (chinese, "Big5"),
        (korean, "EUC-KR"),
    ] {
        let expected = if name == "KOI8-R" { "KOI8-U" } else { name };
        check(&encoded(text, name), expected, Evidence::Guess);
    }
    check(&encoded("NEEDLE 中文文章 ", "Big5"), "Big5", Evidence::Guess);
    check(&encoded("中文文章的读者在夏天去了村庄。", "gb18030"), "GBK", Evidence::Guess);
    check(&encoded(japanese, "iso-2022-jp"), "ISO-2022-JP", Evidence::Sure);
}

#[test]
fn utf_16_without_a_mark_is_known_by_its_zeros() {
    let wide = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "A café in the village".encode_utf16().flat_map(unit).collect()
    };
    check(&wide(u16::to_le_bytes), "UTF-16LE", Evidence::Sure);
    check(&wide(u16::to_be_bytes), "UTF-16BE", Evidence::Sure);
    check(&[0; 4000], "UTF-8", Evidence::Sure);
}

#[test]
fn utf_32_without_a_mark_is_known_by_its_zeros() {
    let wide = |text: &str, unit: fn(u32) -> [u8; 4]| -> Vec<u8> {
        text.chars().map(u32::from).flat_map(unit).collect()
    };
    for text in ["A café in the village", "日本語の文章"] {
        check(&wide(text, u32::to_le_bytes), "UTF-32", Evidence::Sure);
        check(&wide(text, u32::to_be_bytes), "UTF-32", Evidence::Sure);
    }
    check(&[0; 4000], "UTF-8", Evidence::Sure);
}

#[test]
fn a_text_of_an_old_macintosh_is_known_by_its_quotes() {
    // “It’s naïve,” she said. They don’t.
    check(b"\n\xd2It\xd5s na\x95ve,\xd3 she said.", "macintosh", Evidence::Guess);
    check(b"He said \xd2It is,\xd3 and sat.", "macintosh", Evidence::Guess);
    check(b"They don\xd5t.", "macintosh", Evidence::Guess);
    // Capitals among capitals, and the quotes of Windows.
    check(b"P\xd5E the PORT of Brazil", "windows-1252", Evidence::Guess);
    check(b"the \x93quay\x94 and the \xd2rest", "windows-1252", Evidence::Guess);
    check(&encoded("Быстрая лиса и читатель. ", "windows-1251"), "windows-1251", Evidence::Guess);
}

#[test]
fn the_head_of_a_text_is_read_as_the_whole_of_it() {
    let text = [b"plain ".repeat(20_000), encoded("Быстрая лиса. ", "koi8-r")].concat();
    assert_eq!(detect(&text[..text.len() - 60]).encoding.name(), detect(&text).encoding.name());
}

#[test]
fn names_are_those_of_the_standard() {
    for (name, expected) in [
        ("latin1", Some("windows-1252")),
        (" Shift-JIS ", Some("Shift_JIS")),
        ("utf-32", Some("UTF-32")),
        ("utf-7", None),
        ("klingon", None),
    ] {
        assert_eq!(Encoding::named(name).map(Encoding::name), expected, "{name}");
    }
}

#[test]
fn a_few_signs_among_english_words_are_those_of_western_europe() {
    check(b"The price was \xa35.", "windows-1252", Evidence::Guess);
    check(
        b"It was na\xefve \x97 I don\x92t.\n\nIt cost \xa35, and that was it.",
        "windows-1252",
        Evidence::Guess,
    );
    // Polish in its own encoding, which is no English.
    let polish = encoded("Zażółć gęślą jaźń, powiedział król do królowej. ", "windows-1250");
    check(&polish, "windows-1250", Evidence::Guess);
}

#[test]
fn utf16_in_other_scripts_is_told_by_its_blanks() {
    for text in [
        "Жил-был старик со своею старухой\nу самого синего моря.\n",
        "むかしむかし、あるところに　おじいさんと\nおばあさんがいました。\n",
    ] {
        let bytes = |of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(of).collect::<Vec<u8>>();
        check(&bytes(u16::to_le_bytes), "UTF-16LE", Evidence::Sure);
        check(&bytes(u16::to_be_bytes), "UTF-16BE", Evidence::Sure);
    }
    assert_eq!(wide(b"\x7fELF\x02\x01\x01\0\0\0\0\0\x03\0>\0\x01\0\0\0"), None);
}

#[test]
fn damage_beside_curly_quotes_leaves_utf8() {
    check(b"\xe2\x80\x9cBread\xe2\x80\x9d \xff and \xfe and \xfd", "UTF-8", Evidence::Sure);
}
