//! Places with a name, and the links that lead to them.

use super::*;

/// The block, by its words, that a link to `#x` leads to.
#[track_caller]
fn check_place(text: &str, expected: &str) {
    let document = import(text);
    let at = document.target("x").expect("the place has its name");
    let block = document.block_around(at).expect("a place lies in a block");
    assert_eq!(&document[block.range], expected);
}

#[test]
fn what_has_an_id_is_a_place() {
    check_place("# T\n\nSee.\n\n<a id=\"x\"></a>Here.\n\nMore.\n", "Here.");
    check_place("# T\n\nSee.\n\n<a name='x'></a>\n\nHere.\n", "Here.");
    check_place("# T\n\nSee.\n\n<a id=x></a>\n## Here\n", "Here");
    check_place("# T\n\nSee.\n\n- one\n- <span id=\"x\">Here</span>\n", "• Here");
    check_place("# T\n\nSee.\n\n<p id=\"x\">Here</p>\n", "Here");
    check_place("# T\n\nSee.\n\n<div id=\"x\">\n\nHere\n\n</div>\n", "Here");
    check_place("# T\n\nSee.\n\n## Here {#x}\n", "Here");
}

#[test]
fn a_name_of_a_field_is_no_place() {
    assert_eq!(import("One <input name=\"x\"> two.\n").target("x"), None);
}

#[test]
fn what_a_short_link_of_the_same_words_leads_to_is_a_note() {
    let text = "# T\n\nOne[\\[a\\]](#fa) and [†](#fd).\n\n<a id=\"fa\"></a>\\[a] Note a.\n\n<a id=\"fd\"></a>† Dagger.\n";
    check(
        text,
        &[
            "title: T",
            "paragraph: Onen([a]) and n(†).",
            "footnote: [a] Note a.",
            "footnote: † Dagger.",
        ],
    );
    check(
        "# T\n\nSee [the end](#e).\n\n<a id=\"e\"></a>The end.\n",
        &["title: T", "paragraph: See l(the end).", "paragraph: The end."],
    );
    // The note stands in another window than the reference.
    let filler = "words and words\n\n".repeat(20_000);
    let document = import(&text.replace("<a id=\"fa\"", &format!("{filler}<a id=\"fa\"")));
    let notes = document.blocks().filter(|block| block.kind == BlockKind::Footnote).count();
    let references = document.spans().filter(|span| matches!(span.mark, Mark::Note(_))).count();
    assert_eq!((notes, references), (2, 2));
}
