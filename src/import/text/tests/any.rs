//! What holds for any text.

use super::*;
use proptest::prelude::*;

/// Lines of the shapes that texts are made of.
fn line() -> impl Strategy<Value = String> {
    let words = "(word|Word|“So|a|it|mid-|in—|1812|Anglo-|end\\.|no\\.”|漢字|two\\.)";
    prop_oneof![
        4 => proptest::string::string_regex(&format!("( {{0,9}}|\t)({words} ){{1,14}}{words}")).expect("a regex"),
        1 => proptest::string::string_regex(&format!("({words} ){{30,50}}{words}")).expect("a regex"),
        3 => Just(String::new()),
        2 => proptest::sample::select(vec![
            "CHAPTER IV", "BOOK ONE: 1805", "CONTENTS", "PREFACE", "XII", "12", "1", "1. Introduction",
            "2.3 Methods", "SEE ALSO", "====", "--------", "* * *", "***", "⁂", "> quoted", "- item",
            "  - item", "* item", "1. item", "2. item", "(a) item", "The Mail ..... 3", "a   b   c",
            "aa  bb  cc", "| a | b |", "let x = y();", "}", "\tcode();", "-a     tag", "       text",
            "By Jane Doe", "Getty / The Paper", "NAME", "Title: Emma", "Subject: none",
            "The Project Gutenberg eBook of Emma", "*** START OF THIS", "A Short Title", "    “Yes.”",
        ]).prop_map(str::to_owned),
    ]
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(line(), 1..30).prop_map(|lines| lines.join("\n") + "\n")
}

proptest! {

    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_is_the_same_however_it_comes(
        pieces in proptest::collection::vec("[A-Za-z .,“”•\n\n\r\u{85}\u{c}\t0-9*-]{0,40}", 0..30),
    ) {
        let mut reader = TextReader::default();
        pieces.iter().for_each(|piece| reader.read(piece));
        let (piecewise, whole) = (reader.finish(), import(&pieces.concat()));
        prop_assert_eq!(piecewise.chunks(), whole.chunks());
    }

    #[test]
    fn the_blocks_of_a_head_are_those_of_the_whole(text in text()) {
        let whole = blocks(&text);
        for (end, _) in text.match_indices('\n') {
            let mut head = blocks(&text[..=end]);
            head.pop();
            // What makes a dek of a line stands in the group below it, which may be cut.
            let is_dek = |block: &String| block.trim_start_matches('>').starts_with("dek:");
            head.pop_if(|last| is_dek(last));
            prop_assert_eq!(&head[..], &whole[..head.len()], "cut at {}", end);
        }
    }

    #[test]
    fn every_visible_character_stays_in_its_place(text in text()) {
        let is_rule = |line: &str| !line.is_empty() && line.chars().all(|c| c == '=' || c == '-');
        let text: String = text.split_inclusive('\n').filter(|line| !is_rule(line.trim())).collect();
        prop_assert_eq!(shown(&import(&text)), visible(&text));
    }

    #[test]
    fn any_bytes_open_or_are_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = crate::import::import(&bytes);
    }

    #[test]
    fn any_terminal_text_opens(text in "([a-c_ \t\n\r]|\u{1b}|\u{1b}\\[[0-9;]{0,4}m|\u{8}|\u{85}|\u{c}|é|\u{301}|\u{200b}|-|=|>){0,120}") {
        let _ = crate::import::import(text.as_bytes());
    }
}
