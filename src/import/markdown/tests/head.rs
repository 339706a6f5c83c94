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
        "## Jane Doe\n\nVol. 43 No. 5 · 3 March 2021",
        "[Jane Doe](https://example.org/jane)\n·\n7 min read·Mar 3, 2021",
        "By Jane Doe\n\n*Jane Doe is a baker in Leeds.*\n\nPublished March 3, 2021",
        "How bread became dear, and why\n\nJane Doe\n\n3 March 2021",
        "How bread became dear, and why\n\n_Jane Doe_ | 3 March 2021",
        "Par Jane Doe\n\n3 mars 2021",
        "Von Jane Doe\n\n3. März 2021",
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
        ("## Abraham Lincoln\n\nFebruary 12, 1809", 0),
        ("JOHN SMITH\n\nWho baked this bread?", 0),
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

#[test]
fn the_first_heading_is_the_title_and_its_dek_stands_under_it() {
    let text = "# The *Harbor*\n\nWhat one harbor says of all the others.\n\nBy Jane Doe\n\n\
                It began in 1949. It ended soon.\n\n# Again\n\n## And\n\nunder\n===\n";
    check(
        text,
        &[
            "title: The e(Harbor)",
            "dek: What one harbor says of all the others.",
            "caption: By Jane Doe",
            "paragraph: It began in 1949. It ended soon.",
            "h1: Again",
            "h2: And",
            "h1: under",
        ],
    );
    let meta = import(text).meta;
    assert_eq!(meta.title.as_ref().unwrap().as_str(), "The Harbor");
    assert_eq!(meta.dek.as_ref().unwrap().as_str(), "What one harbor says of all the others.");
    assert_eq!(meta.authors[0].as_str(), "Jane Doe");
}

#[test]
fn an_empty_heading_is_no_title() {
    check("# \n\n# The Harbor\n", &["title: The Harbor"]);
    let document = import("# \n\n# The Harbor\n");
    assert_eq!(document.meta.title.as_ref().map(CleanText::as_str), Some("The Harbor"));
}

#[test]
fn a_short_first_paragraph_is_a_paragraph() {
    for below in ["It began in 1949. It ended soon.", "- one\n- two", "## One two three four", ""] {
        let text = format!("# The Harbor\n\nThe harbor froze that winter.\n\n{below}\n");
        assert_eq!(shown(&import(&text))[1], "paragraph: The harbor froze that winter.", "{below}");
        assert_eq!(import(&text).meta.dek, None);
        let numbers: Vec<u32> = import(&text).blocks().map(|block| block.number).collect();
        assert_eq!(numbers[..2], [0, 1], "{below}");
    }
    // A line that only looks like the title of a section is one.
    check(
        "# T\n\n## How to install the reader\n\nIt is easy. Go.\n",
        &["title: T", "h2: How to install the reader", "paragraph: It is easy. Go."],
    );
}

#[test]
fn a_dek_is_named_or_stressed_or_the_head_goes_on_under_it() {
    let text = "# The Harbor\n\n## What one harbor says of others\n\n![A flag](f.png)\n\nBy Ann Lee \
                and the Editors of Time\n\nIt began in 1949. It ended.\n";
    check(
        text,
        &[
            "title: The Harbor",
            "dek: What one harbor says of others",
            "image: A flag",
            "caption: By Ann Lee and the Editors of Time",
            "paragraph: It began in 1949. It ended.",
        ],
    );
    let document = import(text);
    let authors: Vec<&str> = document.meta.authors.iter().map(CleanText::as_str).collect();
    assert_eq!(authors, ["Ann Lee", "the Editors of Time"]);
    assert_eq!(document.blocks().map(|block| block.number).collect::<Vec<_>>(), [0, 0, 0, 0, 1]);
    check(
        "# T\n\n*What one harbor says of others.*\n\nIt began.\n",
        &["title: T", "dek: e(What one harbor says of others.)", "paragraph: It began."],
    );
    check(
        "# T\n\n*What one* harbor says *of others.*\n\nIt began.\n",
        &["title: T", "paragraph: e(What one) harbor says e(of others.)", "paragraph: It began."],
    );
    check(
        "---\nsubtitle: Winter, and more\n---\n# T\n\nWinter, *and* more\n\nIt began.\n",
        &["title: T", "dek: Winter, e(and) more", "paragraph: It began."],
    );
}

#[test]
fn metadata_are_set_above_the_text_once() {
    let header = "---\ntitle: The Harbor\nsubtitle: What it says\n---\n";
    check(
        &format!("{header}# One\n\nwords.\n"),
        &["title: The Harbor", "dek: What it says", "h1: One", "paragraph: words."],
    );
    let document = import("---\npagetitle: The Harbor\n---\n\nIt froze.\n");
    assert_eq!(shown(&document), ["paragraph: It froze."]);
    assert_eq!(document.meta.title.as_ref().map(CleanText::as_str), Some("The Harbor"));
    check(
        &format!("{header}\n# The Harbor\n\nIt was. So it is.\n"),
        &["title: The Harbor", "paragraph: It was. So it is."],
    );
}

#[test]
fn the_title_is_what_is_read() {
    let document = import("# It is mc<sup>2</sup>\n\nSo.\n");
    assert_eq!(document.meta.title, Some(CleanText::line("It is mc²")));
}

#[test]
fn several_authors_in_one_value_are_several() {
    let authors = |value: &str| {
        let document = import(&format!("---\ntitle: T\nauthor: {value}\n---\n\nWords.\n"));
        document.meta.authors.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    for several in ["Ann Lee and Bo Dee", "Ann Lee; Bo Dee", "Ann Lee, Bo Dee", "Dee, Bo; Lee, Ann"]
    {
        let mut found = authors(several);
        found.sort();
        assert_eq!(found, ["Ann Lee", "Bo Dee"], "{several}");
    }
    for one in ["Johnson and Johnson", "Lee, Ann", "Ann Lee, Jr.", "The Economist"] {
        assert_eq!(authors(one).len(), 1, "{one}");
    }
}

#[test]
fn names_in_capitals_are_those_of_authors_above_the_day() {
    check(
        "# Bread\n\nJANE DOE\n\nMARCH 3, 2021\n\nIt began. It ended.\n",
        &[
            "title: Bread",
            "caption: JANE DOE",
            "caption: MARCH 3, 2021",
            "paragraph: It began. It ended.",
        ],
    );
    check(
        "# Bread\n\nJOHN SMITH\n\nIt began. It ended.\n",
        &["title: Bread", "paragraph: JOHN SMITH", "paragraph: It began. It ended."],
    );
}

#[test]
fn an_item_of_a_list_under_the_title_stays_one() {
    check(
        "# Days\n\n1. Mai 2021\n2. Juni 2021\n",
        &["title: Days", "item3: 1. Mai 2021", "item3: 2. Juni 2021"],
    );
}
