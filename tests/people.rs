//! The people: who is listed, with what, and how their mentions are stepped through.

#![allow(clippy::unwrap_used)]

mod common;

use common::Session;
use insta::assert_snapshot;

const STORY: &str = "\
Anna Lee, a pilot of the harbor board, came to Oslo in May 1949. The harbor was full.

“We begin at dawn,” said Peter Brandt, the harbor master. Lee nodded.

FILLER

Mr. Brandt left for Bergen, and Miss Lee stayed. The Harbor Board said nothing.

FILLER

“It was late,” Anna Lee said. Dr. Ines Roth, a doctor, came. Roth spoke to nobody.
";

fn story() -> Session {
    let filler = "The water went by, and nobody came. ".repeat(40);
    Session::open(&STORY.replace("FILLER", &filler)).size(80, 24)
}

#[test]
fn who_is_named_or_quoted_is_listed() {
    assert_snapshot!(story().keys("o<Tab>").screen());
}

#[test]
fn tab_keeps_what_is_typed() {
    let mut session = story().keys("oroth<Tab>");
    let screen = session.screen();
    assert!(screen.contains("Ines Roth") && !screen.contains("Brandt"), "{screen}");
}

#[test]
fn enter_goes_to_the_first_mention_and_n_to_the_next() {
    let mut session = story();
    let before = session.screen();
    session.press("G");
    let at_the_end = session.screen();
    session.press("o<Tab>brandt<Enter>");
    assert!(session.screen().contains("1/2 “Peter Brandt”"), "{}", session.screen());
    assert!(session.screen().contains("said Peter Brandt"));
    session.press("n");
    assert!(session.screen().contains("Mr. Brandt left for Bergen"));
    assert!(session.screen().contains("2/2 “Peter Brandt”"));
    session.press("<Esc>HH");
    assert_eq!(session.screen(), at_the_end);
    session.press("H");
    assert_eq!(session.screen(), before);
}

#[test]
fn the_edition_names_its_people() {
    assert_snapshot!(Session::edition().size(120, 36).keys("o<Tab>").screen());
}

/// Names in which others have a part, and which are no names elsewhere.
const ROSTOVS: &str = "\
# The House of Anna Rostov

Nicholas Rostov came in May 1949. “We begin,” said Rostov. Count Ilya Rostov, a landowner, nodded.

Natasha Rostov laughed, and Nicholas Rostov left. Miss Rostov stayed. Rostov wrote to Natasha.

“It was late,” said Natasha. Nicholas smiled; the Rostov Bank was shut. Dr. Ines Roth came.
";

/// What is counted in the list is what Enter and `n` go to, one by one.
#[test]
fn the_mentions_that_are_listed_are_those_that_are_stepped_through() {
    let stories = [story(), Session::edition(), Session::open(ROSTOVS)];
    for mut session in stories {
        let people = session.app.layers.people.clone();
        assert!(people.len() >= 3);
        for index in 0..people.len() {
            session.press("<Esc>go<Tab>");
            session.press(&"<Down>".repeat(index));
            session.press("<Enter>");
            let name = session.app.search.typed.words.clone();
            let person = people.iter().find(|person| person.name.as_str() == name).unwrap();
            let found = session.app.search.total().unwrap_or_default();
            assert_eq!(found, person.mentions.len(), "{}", person.name);
            for number in 1..=found {
                assert_eq!(session.app.hit_number(), Some(number), "{}", person.name);
                let place = session.app.search.current.map(|hit| hit.range);
                let end = session.app.document.end();
                let all = dateline::document::TextRange::new(0, end);
                assert_eq!(place, person.mentions.within(all).nth(number - 1));
                session.press("n");
            }
            // What is no longer shown is taken up again as it was.
            session.press("<Esc>n");
            assert_eq!(session.app.search.total(), Some(found), "{}", person.name);
            session.press("<Esc>/xyz<Esc>n");
            assert_eq!(session.app.search.total(), Some(found), "{}", person.name);
        }
    }
}

#[test]
fn the_peek_at_a_mention_tells_who_is_named() {
    let mut session = story().keys("Pbrandt<Enter>K");
    let screen = session.screen();
    for told in
        ["harbor master", "also  Mr. Brandt", "named 2 times, quoted once", "first paragraph 2"]
    {
        assert!(screen.contains(told), "{told}: {screen}");
    }
    // The next mention is of the same person; elsewhere something else is meant.
    session.press("n");
    assert!(session.screen().contains("named 2 times"), "{}", session.screen());
    session.press("G");
    assert!(!session.screen().contains("named 2 times"), "{}", session.screen());
}

#[test]
fn a_long_description_gives_way_to_the_numbers() {
    let story = "Peter Brandt, the master of the harbor of Oslo and of all its quays and piers, \
                 came. “It is late,” said Brandt.\n";
    let screen = Session::open(story).size(57, 19).keys("P").screen();
    assert!(screen.contains("1 quote") && screen.contains("2 mentions"), "{screen}");
    let screen = Session::open(story).size(50, 19).keys("P").screen();
    assert!(screen.contains("Peter Brandt ") && !screen.contains('…'), "{screen}");
}

#[test]
fn whoever_is_found_by_the_description_is_named() {
    let story = "Peter Brandt, senior fellow at the Institute of the Northern Harbors, came. “It is \
                 late,” said Brandt.\n";
    let screen = Session::open(story).size(57, 19).keys("Pharbors").screen();
    assert!(screen.contains("Peter Brandt") && screen.contains("Harbors"), "{screen}");
}

#[test]
fn enter_in_the_peek_of_a_person_stays_there() {
    let mut session = story().keys("Pbrandt<Enter>");
    let before = session.screen();
    assert_eq!(session.keys("K<Enter>").screen(), before);
}
