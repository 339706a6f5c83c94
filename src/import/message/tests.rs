//! Saved pages and mails, of headers and parts as RFC 2045, 2046, 2047 and 2557 have them.

use crate::document::{Document, When};
use crate::import::{Format, Imported, Options, import, import_with};

fn opened(message: &str) -> Imported {
    import(message.replace('\n', "\r\n").as_bytes()).unwrap()
}

fn text(document: &Document) -> String {
    let chunks = document.chunks().iter();
    chunks.map(|chunk| chunk.text()).collect()
}

const PAGE: &str = "From: <Saved by Blink>
Snapshot-Content-Location: https://quay.example/harbor
Subject: =?utf-8?Q?The=20caf=C3=A9=20of=20the=20harbor?=
Date: Wed, 3 Mar 2021 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype=\"text/html\";
\tboundary=\"----Multipart--1\"


------Multipart--1
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://quay.example/harbor

<!DOCTYPE html><html><head><meta http-equiv=3D\"Content-Type\" content=3D\"te=
xt/html; charset=3DUTF-8\"></head><body><p>The caf=C3=A9 at the quay was clo=
sed.</p><img src=3D\"cid:1\" alt=3D\"The quay\"></body></html>
------Multipart--1
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: cid:1

iVBORw0KGgo=

------Multipart--1--
";

#[test]
fn a_page_saved_as_one_file_is_the_page_with_its_title_and_address() {
    let Imported { document, warnings } = opened(PAGE);
    assert!(text(&document).contains("The café at the quay was closed."));
    assert!(!text(&document).contains("iVBOR"));
    assert_eq!(document.meta.title.as_ref().unwrap().as_str(), "The café of the harbor");
    assert_eq!(document.meta.url.as_ref().unwrap().as_str(), "https://quay.example/harbor");
    // The day of saving is not that of writing, nor the browser the author.
    assert_eq!((document.meta.published, document.meta.authors.len()), (None, 0));
    assert_eq!(warnings, [""; 0]);
}

#[test]
fn a_message_read_as_text_is_shown_as_it_is() {
    let options = Options { format: Some(Format::Text), ..Options::default() };
    let document = import_with(PAGE.as_bytes(), options).unwrap().document;
    assert!(text(&document).contains("iVBORw0KGgo="));
}

#[test]
fn a_mail_tells_who_wrote_what_when() {
    let Imported { document, warnings } = opened(
        "From: \"Lee, Ann\" <ann@quay.example>
To: readers@quay.example
Subject: News of the
\tharbor
Date: Wed, 3 Mar 2021 23:30:00 -0800
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=out

--out
Content-Type: multipart/alternative; boundary=\"in\"

--in
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The plain caf=E9.
--in
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<p>The caf=E9 was <b>closed</b>.</p>
--in--
--out
Content-Type: text/plain
Content-Disposition: attachment; filename=list.txt

Attached words.
--out--
",
    );
    assert_eq!(text(&document), "The café was closed.");
    assert_eq!(document.meta.title.as_ref().unwrap().as_str(), "News of the harbor");
    assert_eq!(document.meta.authors[0].as_str(), "Lee, Ann");
    // The day where it was sent, not that of Greenwich.
    assert_eq!(document.meta.published, When::day(2021, 3, 3));
    assert_eq!(warnings, ["1 attachment of this mail is not shown"]);
}

#[test]
fn a_mail_of_plain_words_need_not_say_so() {
    let head = "From: Ann Lee <ann@quay.example>\nDate: Wed, 3 Mar 2021 10:00:00 +0000\n";
    let document = opened(&format!("{head}Subject: Fog\n\nThe plain words.\n")).document;
    assert_eq!(text(&document), "The plain words.");
    assert_eq!(document.meta.title.as_ref().unwrap().as_str(), "Fog");
    // A note of an office.
    let note = "From: Ann Lee\nDate: 3 March 2021\nSubject: Fog\n\nThe plain words.\n";
    assert!(text(&opened(note).document).contains("From: Ann Lee"));
}

#[test]
fn where_the_page_of_a_mail_shows_nothing_its_plain_words_do() {
    let imported = opened(
        "From: ann@quay.example
Content-Type: multipart/alternative; boundary=in

--in
Content-Type: text/html

<p><img src=a.png></p>
--in
Content-Type: text/plain

The plain words.
",
    );
    assert_eq!(text(&imported.document), "The plain words.");
    assert!(imported.document.meta.authors.is_empty());
}

#[test]
fn damaged_and_other_texts_are_shown_as_they_are() {
    for message in [
        // No part of it is a text.
        "From: a@b.example\nContent-Type: image/png\n\nx\n",
        // A letter of a book.
        "From: Ann\nTo: Bo\n\nContent-Type: none\n",
        "Content-Type: text/html is what it said.\nMIME-Version: the first\n\nx\n",
    ] {
        let document = import(message.as_bytes()).unwrap().document;
        assert!(text(&document).contains(message.split('\n').next().unwrap()), "{message}");
    }
}

#[test]
fn a_part_ends_at_its_own_boundary_alone() {
    let imported = opened(
        "MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=\"a\"

before
--a
Content-Type: multipart/mixed; boundary=\"ab\"

--ab
Content-Type: text/html

<p>One --a two
--abc
--ab--
--a--
behind
",
    );
    assert_eq!(text(&imported.document), "One --a two --abc");
}

#[test]
fn headers_without_end_and_parts_in_parts_without_end_are_text() {
    let mixed = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=";
    let deep: String = (0..5_000)
        .map(|n| format!("b{n}\n\n--b{n}\nContent-Type: multipart/mixed; boundary="))
        .collect();
    for message in [
        "MIME-Version: 1.0\nContent-Type: message/rfc822\n\n".repeat(2_000),
        format!("{mixed}x\n\n{}", "--x\n\n\n".repeat(20_000)),
        format!("{mixed}{deep}x\n\nwords"),
        format!("{mixed}x\n\n--x\nContent-Type: text/html; a={}\n\nwords", "=?".repeat(20_000)),
        format!("MIME-Version: 1.0\nContent-Type: text/html\n{}\nwords", "a:\n".repeat(20_000)),
    ] {
        assert!(text(&import(message.as_bytes()).unwrap().document).contains("MIME-Version"));
    }
}
