//! Title, dek, by-line and captions, and the frame of Project Gutenberg.

use super::*;
use crate::document::CleanText;

#[test]
fn an_article_has_a_title_a_dek_captions_and_text() {
    let text = prose(300, "It") + ".";
    let head = "The Risk\n\nHow one thing will define another.\n\nA flag with two faces\nGetty / The Paper\n\nBy Jane Doe\n\n";
    check(
        &format!("{head}{text}\n\nMore.\n"),
        &[
            "title: The Risk",
            "dek: How one thing will define another.",
            "caption: A flag with two faces",
            "caption: Getty / The Paper",
            "caption: By Jane Doe",
            &format!("paragraph: {text}"),
            "paragraph: More.",
        ],
    );
    let meta = import(&format!("{head}{text}\n")).meta;
    let names = [&meta.title, &meta.dek, &meta.authors.first().cloned()];
    assert_eq!(
        names.map(|name| name.as_ref().map(CleanText::as_str)),
        [Some("The Risk"), Some("How one thing will define another."), Some("Jane Doe")],
    );
}

#[test]
fn a_short_first_paragraph_is_a_paragraph() {
    check(
        "The Risk\n\nThe harbor froze that winter.\n\nNobody came. It was cold.\n",
        &[
            "title: The Risk",
            "paragraph: The harbor froze that winter.",
            "paragraph: Nobody came. It was cold.",
        ],
    );
    check(
        "The Risk\n\nThe harbor froze that winter.\n\nMarch 14, 2019\n\nNobody came. It was cold.\n",
        &[
            "title: The Risk",
            "dek: The harbor froze that winter.",
            "caption: March 14, 2019",
            "paragraph: Nobody came. It was cold.",
        ],
    );
}

#[test]
fn a_title_may_take_two_lines_and_a_byline_may_stand_under_it() {
    check(
        "War and Peace\nA Novel\n\nWell, Prince.\n",
        &["title: War and Peace A Novel", "paragraph: Well, Prince."],
    );
    check(
        "The Risk\nBy Jane Doe\n\nIt was.\n",
        &["title: The Risk", "caption: By Jane Doe", "paragraph: It was."],
    );
}

#[test]
fn a_text_without_a_title_has_none() {
    check("It was a dark night.\n\nSo.\n", &["paragraph: It was a dark night.", "paragraph: So."]);
    check("Hello\n", &["paragraph: Hello"]);
}

#[test]
fn a_caption_between_paragraphs_is_told_by_its_credit() {
    let one = prose(300, "It") + ".";
    check(
        &format!("{one}\n\nA flag\nReuters\n\n{one}\n"),
        &[
            &format!("paragraph: {one}"),
            "caption: A flag",
            "caption: Reuters",
            &format!("paragraph: {one}"),
        ],
    );
}

#[test]
fn the_frame_of_a_gutenberg_file_stays_and_names_the_book() {
    let text = "The Project Gutenberg eBook of Emma\n\nTitle: Emma\n\nAuthor: Jane Austen\n\n\
        *** START OF THE PROJECT GUTENBERG EBOOK EMMA ***\n\nEMMA\n\nby Jane Austen\n\nCHAPTER I\n\nShe was.\n";
    check(
        text,
        &[
            "paragraph: The Project Gutenberg eBook of Emma",
            "paragraph: Title: Emma",
            "paragraph: Author: Jane Austen",
            "paragraph: *** START OF THE PROJECT GUTENBERG EBOOK EMMA ***",
            "title: EMMA",
            "caption: by Jane Austen",
            "h2: CHAPTER I",
            "paragraph: She was.",
        ],
    );
    assert_eq!(import(text).meta.title.as_ref().map(CleanText::as_str), Some("Emma"));
    assert_eq!(import(text).meta.authors.len(), 1);
}

#[test]
fn the_head_of_an_article_may_stand_in_lines_without_blank_ones() {
    let dek = "How bread became dear, and why";
    for (head, authors, has_dek) in [
        ("The Price of Bread\nBy Jane Doe\nMarch 3, 2021".to_owned(), "Jane Doe", false),
        ("The Price of Bread\nJane Doe\n3 March 2021".to_owned(), "Jane Doe", false),
        ("The Price of Bread\n\nJane Doe | 3 March 2021".to_owned(), "Jane Doe", false),
        (format!("The Price of Bread\n\n{dek}\n\nJane Doe\n3 March 2021"), "Jane Doe", true),
        (format!("The Price of Bread\n\n{dek}.\nJane Doe\n3 March 2021"), "Jane Doe", true),
        (format!("The Price of Bread\n\n{dek}\nBy Jane Doe\n3 March 2021"), "Jane Doe", true),
        (
            "Title: The Price of Bread\nAuthor: Jane Doe\nDate: 3 March 2021".to_owned(),
            "Jane Doe",
            false,
        ),
        ("The Price of Bread\n\nJANE DOE\nMARCH 3, 2021".to_owned(), "JANE DOE", false),
        ("The Price of Bread\n\nJANE DOE\n\nMARCH 3, 2021".to_owned(), "JANE DOE", false),
        (format!("The Price of Bread\n\n{dek}\n\nJane Doe\n\n3 March 2021"), "Jane Doe", true),
        (format!("THE PRICE OF BREAD\n{dek}\nby Jane Doe\n3 March 2021"), "Jane Doe", true),
        ("The Price of Bread\n\nVon Jane Doe\n\n3. März 2021".to_owned(), "Jane Doe", false),
    ] {
        let document = import(&format!("{head}\n\nIt began in 1949. It ended.\n"));
        let meta = &document.meta;
        let title = meta.title.as_ref().map(|title| title.as_str().to_lowercase());
        assert_eq!(title.as_deref(), Some("the price of bread"), "{head}");
        assert_eq!(meta.authors.first().map(CleanText::as_str), Some(authors), "{head}");
        assert_eq!(meta.published.map(|when| when.edtf()).as_deref(), Some("2021-03-03"), "{head}");
        assert_eq!(meta.dek.is_some(), has_dek, "{head}");
    }
}
