//! The head of an article: what stands under its title.

use super::*;

#[test]
fn the_lines_under_the_title_tell_who_wrote_and_when() {
    for head in [
        "By Jane Doe\n\nMarch 3, 2021",
        "By Jane Doe\nMarch 3, 2021",
        "How bread became dear, and why\n\nBy Jane Doe\n\nPublished 3 March 2021",
        "How bread became dear, and why\n\nBy Jane Doe | March 3, 2021",
        "By Jane Doe, March 3, 2021",
        "*By Jane Doe · March 3, 2021*",
        "By [Jane Doe](https://example.org/jane) | March 3, 2021 | 5 min read",
        "**By [Jane Doe][jane], staff writer**\\\nMarch 3, 2021",
        "### By Jane Doe\n\n#### March 3, 2021",
        "Jane Doe\n\n3 March 2021",
        "[Jane Doe](https://example.org/jane)\n·\n7 min read·Mar 3, 2021",
        "By Jane Doe\n\n*Jane Doe is a baker in Leeds.*\n\nPublished March 3, 2021",
        "How bread became dear, and why\n\nJane Doe\n\n3 March 2021",
        "How bread became dear, and why\n\n_Jane Doe_ | 3 March 2021",
        "Par Jane Doe\n\n3 mars 2021",
    ] {
        let document = import(&format!("# T\n\n{head}\n\nIt began in 1949. It ended.\n"));
        assert_eq!(document.meta.authors[0].as_str(), "Jane Doe", "{head}");
        assert_eq!(document.meta.published.unwrap().edtf(), "2021-03-03", "{head}");
        assert_eq!(document.meta.dek.is_some(), head.starts_with("How"), "{head}");
    }
    check(
        "# T\n\nBY JANE DOE\n\nMAR. 3, 2021\n\nIt began. It ended.\n",
        &[
            "title: T",
            "caption: BY JANE DOE",
            "caption: MAR. 3, 2021",
            "paragraph: It began. It ended.",
        ],
    );
    let named = import("---\ndate: 2020-01-02\n---\n# T\n\nMarch 3, 2021\n\nIt began. It ended.\n");
    assert_eq!(named.meta.published.unwrap().edtf(), "2020-01-02");
    let told = import("# T\n\nIt began. It ended.\n\nMarch 3, 2021\n\nIt was cold.\n");
    assert_eq!(told.meta.published, None);
}

#[test]
fn what_is_no_dek_and_no_day_of_publication_is_text() {
    for (head, authors) in [
        ("I woke early and went to the sea.\n\n3 March 2021\n\nIt rained.", 0),
        ("He was born in Leeds on a cold day.\n\nMarch 3, 1921", 0),
        ("*Translated by Ann Lee*", 0),
        ("For Anna\n\n*To be or not to be.*\n\n— Hamlet", 0),
        ("*This article was first published in The Loaf on March 3, 2020.*", 0),
        ("**Note:** read this first of all.\n\nBy Jane Doe", 1),
        ("By Candlelight", 0),
        ("By the Staff", 0),
        ("June 6, 1944", 0),
        ("## March 3, 2021\n\nIt rained.", 0),
        ("He met a man in the street\n\nJane Doe", 0),
    ] {
        let document = import(&format!("# T\n\n{head}\n\nIt began in 1949. It ended.\n"));
        assert_eq!(document.meta.dek, None, "{head}");
        assert_eq!(document.meta.published, None, "{head}");
        assert_eq!(document.meta.authors.len(), authors, "{head}");
    }
}

#[test]
fn the_name_of_a_section_may_stand_above_the_title() {
    check(
        "OPINION\n\n# Bread\n\nBy Jane Doe\n\nIt began. It ended.\n",
        &[
            "paragraph: OPINION",
            "title: Bread",
            "caption: By Jane Doe",
            "paragraph: It began. It ended.",
        ],
    );
}

#[test]
fn the_title_is_as_it_is_shown_and_without_notes() {
    let text =
        "# Notes^1^ on H~2~O, *x*<sup>2</sup> and `y`[^a]\n\nIt began. It ended.\n\n[^a]: B.\n";
    let title = import(text).meta.title.clone();
    assert_eq!(title.unwrap().as_str(), "Notes¹ on H₂O, x² and y");
}

#[test]
fn the_dek_of_the_metadata_may_stand_behind_a_caption() {
    let text = "---\nsubtitle: How it came\n---\n# T\n\n1:39 PM ET\n\nHow it came\n\nIt began. It ended.\n";
    check(
        text,
        &["title: T", "caption: 1:39 PM ET", "dek: How it came", "paragraph: It began. It ended."],
    );
}
