//! What encloses blocks: lists, quotations, notes.

use super::*;

#[test]
fn lists_nest_and_hang_from_their_markers() {
    check(
        "- one\n- two\n\n  more\n  - in\n    1. deep\n    2. deeper\n\n9) nine\n10) ten\n",
        &[
            "item2: • one",
            "item2: • two",
            "2paragraph: more",
            "2item2: ◦ in",
            "22item3: 1. deep",
            "22item3: 2. deeper",
            "item3: 9) nine",
            "item4: 10) ten",
        ],
    );
}

#[test]
fn an_item_that_begins_with_no_words_keeps_its_marker() {
    check("-\n- ```\n  code\n  ```\n", &["item2: •", "item2: •", "2preformatted: code"]);
    check("1. - in\n", &["item3: 1.", "3item2: • in"]);
    check("- # head\n", &["item2: •", "2h1: head"]);
}

#[test]
fn tasks_have_a_box() {
    check(
        "- [ ] open\n- [x] done\n\n1. [x] first\n",
        &["item2: ☐ open", "item2: ☑ done", "item5: 1. ☑ first"],
    );
    check("- [ ] open\n\n- [x] done\n", &["item2: ☐ open", "item2: ☑ done"]);
}

#[test]
fn quotations_nest_and_hold_what_they_hold() {
    check(
        "> one\n> two\n>\n> - item\n>\n> > three\n\nafter\n",
        &[">quotation: one two", ">item2: • item", ">>quotation: three", "paragraph: after"],
    );
    check("- item\n\n  > quoted\n", &["item2: • item", "2>quotation: quoted"]);
}

#[test]
fn an_alert_has_its_name() {
    check("> [!WARNING]\n> Beware.\n", &[">quotation: s(Warning)", ">quotation: Beware."]);
    check(
        "> [!TIP]\n> Go.\n\n> one\n\n> two\n> > in\n\nout\n\n> three\n",
        &[
            ">quotation: s(Tip)",
            ">quotation: Go.",
            "»quotation: one",
            ">quotation: two",
            ">>quotation: in",
            "paragraph: out",
            ">quotation: three",
        ],
    );
}

#[test]
fn footnotes_are_numbered_and_reached() {
    let document = import("One[^b] and[^a].\n\n[^a]: The *a*.\n\n    More.\n[^b]: The b.\n");
    assert_eq!(
        shown(&document),
        [
            "paragraph: Onen(¹) andn(²).",
            "footnote: ² The e(a).",
            "2footnote: More.",
            "footnote: ¹ The b."
        ]
    );
    let spans: Vec<_> =
        document.spans().filter_map(|span| span.mark.target().map(str::to_owned)).collect();
    let words = spans.iter().map(|id| {
        let block = document.block_around(document.target(id).unwrap()).unwrap();
        &document[block.range]
    });
    assert_eq!(words.collect::<Vec<_>>(), ["¹ The b.", "² The a."]);
}

#[test]
fn the_number_of_a_note_stands_before_the_words_of_a_quotation_or_list() {
    check(
        "a[^a][^b]\n\n[^a]: > only this\n    >\n    > and that\n\n[^b]: - one\n    - two\n",
        &[
            "paragraph: an(¹)n(²)",
            "footnote: ¹ only this",
            "2>quotation: and that",
            "footnote: ² • one",
            "2item2: • two",
        ],
    );
}

#[test]
fn no_depth_is_too_deep() {
    for (sign, n) in [
        ("> ", 40_000),
        ("* ", 40_000),
        ("1) ", 40_000),
        ("[", 200_000),
        ("*a ", 100_000),
        ("![", 100_000),
    ] {
        let document = import(&(sign.repeat(n) + "the\n"));
        assert!(document.blocks().any(|block| document[block.range].contains("the")), "{sign}");
    }
}
