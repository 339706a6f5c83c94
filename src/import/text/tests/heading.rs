//! Headings, and tables of contents.

use super::*;

#[test]
fn headings_have_levels() {
    check(
        "BOOK ONE: 1805\n\nCHAPTER IV\n\nHe came.\n\nXII\n\nHe left.\n\nSEE ALSO\n\nHe.\n",
        &[
            "h1: BOOK ONE: 1805",
            "h2: CHAPTER IV",
            "paragraph: He came.",
            "h2: XII",
            "paragraph: He left.",
            "h2: SEE ALSO",
            "paragraph: He.",
        ],
    );
    check(
        "1. Introduction\n\n1.1 Scope\n\nIt is.\n",
        &["h1: 1. Introduction", "h2: 1.1 Scope", "paragraph: It is."],
    );
    check(
        "CHAPTER I\nDown the Hole\n\nShe fell.\n",
        &["h2: CHAPTER I Down the Hole", "paragraph: She fell."],
    );
}

#[test]
fn underlines_make_headings_and_are_consumed() {
    check(
        "The Risk\n========\nIt was.\n\nMore\n----\n\nSo.\n",
        &["title: The Risk", "paragraph: It was.", "h2: More", "paragraph: So."],
    );
}

#[test]
fn a_page_number_inside_a_sentence_is_no_heading() {
    let one = prose(120, "He");
    let expected = [&*format!("paragraph: {one}"), "paragraph: 12", "paragraph: and left."];
    check(&format!("{one}\n\n12\n\nand left.\n"), &expected);
}

#[test]
fn a_signature_is_no_heading_where_chapters_stand_far_apart() {
    check(
        "\n\nCHAPTER I\n\nDear Mary.\n\nJULIE\n\nShe wrote.\n",
        &["h2: CHAPTER I", "paragraph: Dear Mary.", "paragraph: JULIE", "paragraph: She wrote."],
    );
}

#[test]
fn a_table_of_contents_is_not_a_hundred_headings() {
    check(
        "1. Introduction ..... 1\n2. Methods ..... 12\n3. End ..... 20\n\nSo.\n",
        &[
            "preformatted: 1. Introduction ..... 1\n2. Methods ..... 12\n3. End ..... 20",
            "paragraph: So.",
        ],
    );
    check(
        "CONTENTS\n\nBOOK ONE\n\nCHAPTER I\n\nCHAPTER II\n\nBOOK ONE\n\nCHAPTER I\n\nHe came.\n",
        &[
            "h1: CONTENTS",
            "preformatted: BOOK ONE",
            "preformatted: CHAPTER I",
            "preformatted: CHAPTER II",
            "h1: BOOK ONE",
            "h2: CHAPTER I",
            "paragraph: He came.",
        ],
    );
}

#[test]
fn the_title_of_a_chapter_stands_under_its_number() {
    let text = "It was so, and it went on to be so for years.\n\n\nCHAPTER I.\n\nOF THE QUAY.\n\nThe road was laid in the spring, and it was taken up again.\n\n\nII\n\nThe Mill\n\nIt burned in the year that the road was laid.\n";
    check(
        text,
        &[
            "paragraph: It was so, and it went on to be so for years.",
            "h2: CHAPTER I.",
            "h3: OF THE QUAY.",
            "paragraph: The road was laid in the spring, and it was taken up again.",
            "h2: II",
            "h3: The Mill",
            "paragraph: It burned in the year that the road was laid.",
        ],
    );
}

#[test]
fn the_first_words_of_a_chapter_are_no_title() {
    check(
        "It was so, and it went on to be so for years.\n\nCHAPTER I\n\nWas it night?\n\n“Who goes there”\n\nNobody said anything, and the gate was shut.\n",
        &[
            "paragraph: It was so, and it went on to be so for years.",
            "h2: CHAPTER I",
            "paragraph: Was it night?",
            "paragraph: “Who goes there”",
            "paragraph: Nobody said anything, and the gate was shut.",
        ],
    );
}

#[test]
fn who_speaks_in_a_play_is_no_heading() {
    check(
        "It was night, and the gate of the toll house was shut, as it was each night\nof that year.\n\nHARRIET.\n  Then pass, good Tom, and may the road\n  Be kinder than the stones thy load\n  Has worn.\n",
        &[
            "paragraph: It was night, and the gate of the toll house was shut, as it was each night of that year.",
            "paragraph: HARRIET.\n  Then pass, good Tom, and may the road\n  Be kinder than the stones thy load\n  Has worn.",
        ],
    );
}
