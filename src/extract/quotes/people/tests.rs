//! Who is listed of whole texts, and under which name.

use crate::document::{BlockKind, Builder, Document, Meta};
use crate::extract::extract;
use proptest::prelude::*;

fn document(text: &str) -> Document {
    let mut builder = Builder::new();
    for line in text.split('¶') {
        builder.add(BlockKind::Paragraph, line.trim());
    }
    builder.finish(Meta::default())
}

/// Who is listed: the names, each with ` — ` and the description if there is one.
fn listed(text: &str) -> Vec<String> {
    let shown = |person: &crate::document::Person| match &person.description {
        Some(description) => format!("{} — {}", person.name.as_str(), description.as_str()),
        None => person.name.as_str().to_owned(),
    };
    extract(&document(text)).people.iter().map(shown).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(listed(text), expected);
}

#[test]
fn peoples_are_nobody() {
    check("Ana Ruiz met the French. The French had come late; a Frenchman sang.", &["Ana Ruiz"]);
    check("The Soviets said they would wait. Ana Ruiz left.", &["Ana Ruiz"]);
    check("The Varnians were few. The Varnians had one ship. Ana Ruiz left.", &["Ana Ruiz"]);
}

#[test]
fn one_of_a_people_is_called_by_the_noun() {
    check("“We go,” said the Frenchman. The Frenchman left.", &["the Frenchman"]);
    check(
        "“We go,” said the German. A Cossack sang; he was a German. The German wept.",
        &["the German"],
    );
    check("“We go,” Christian said. “Good,” said Dawn French.", &["Christian", "Dawn French"]);
    check("A good Christian wept. A Roman Catholic, he wept. Ana Ruiz left.", &["Ana Ruiz"]);
    check("Miami met Cuban-Americans, who said so. Ana Ruiz left.", &["Ana Ruiz"]);
}

#[test]
fn a_nickname_of_a_people_speaks_without_an_article() {
    check(
        "“We go,” Irish said. Irish left an Irish cook. “No,” said Ana Ruiz. Irish slept.",
        &["Irish", "Ana Ruiz"],
    );
    check("“We go,” Germans said. The Germans left. “No,” said Ana Ruiz.", &["Ana Ruiz"]);
}

#[test]
fn who_is_addressed_by_rank_is_not_named_so() {
    check(
        "His Majesty sighed, and then he wept. “We go,” said Her Majesty. Ana Ruiz left.",
        &["Ana Ruiz"],
    );
    check("“O Lord,” said Ana Ruiz. “O Lord, hear us. O Lord!”", &["Ana Ruiz"]);
}

#[test]
fn a_title_in_the_name_of_a_thing_makes_nobody() {
    check(
        "King County paid. Queen Street was wet, and Prince Charles Mountains far. Ana Ruiz left.",
        &["Ana Ruiz"],
    );
    check("Mr. Street wept. Captain Battle rode.", &["Mr. Street", "Captain Battle"]);
    check("She wore Eau de Cologne in Rue de Rivoli. Ana Ruiz left.", &["Ana Ruiz"]);
}

#[test]
fn treaties_wars_streets_and_institutions_are_nobody() {
    check("The U.S. Marshall Plan began. Ana Ruiz signed the Paris Peace Accords.", &["Ana Ruiz"]);
    check("The Korean War ended. Ana Ruiz left Arbat Street for Fort Taylor.", &["Ana Ruiz"]);
    check("The Mining Safety Act passed, and the Supreme Court met Ana Ruiz.", &["Ana Ruiz"]);
    check("Lehman Brothers fell. Ana Ruiz said so.", &["Ana Ruiz"]);
}

#[test]
fn a_place_is_told_by_what_stands_before_it() {
    check(
        "In Skarholm it rained. Ana Ruiz lived in Skarholm. Skarholm had a pier, and Skarholm lost it.",
        &["Ana Ruiz"],
    );
    check(
        "Ana Ruiz worked at Skar. The keeper saw her, and she left Skar. Skar wrote to her at Skar.",
        &["Ana Ruiz"],
    );
    check("South Vietnam fell. Vichy France was gone. Ana Ruiz wept.", &["Ana Ruiz"]);
}

#[test]
fn surnames_that_are_also_things_are_somebodys() {
    check(
        "Benny Hill laughed. Kate Bridges wept. Jack London wrote.",
        &["Benny Hill", "Kate Bridges", "Jack London"],
    );
}

#[test]
fn offices_without_a_name_are_nobody() {
    check("The Grand Duke rode in. The Russian Emperor bowed. Ana Ruiz left.", &["Ana Ruiz"]);
    check("Captain Rudge slept.", &["Captain Rudge"]);
}

#[test]
fn a_word_that_opens_a_sentence_is_no_part_of_a_name() {
    check("Ana Ruiz sat. Evidently Ana Ruiz slept. Seeing Ana Ruiz, he left.", &["Ana Ruiz"]);
    check(
        "Tell Ruiz. They tell what they tell. Ana Ruiz came; Ruiz saw. Ruiz left.",
        &["Ana Ruiz"],
    );
}

#[test]
fn a_verb_of_a_heading_is_no_part_of_a_name() {
    check("Ruiz Knows ¶ Ana Ruiz was here. Ruiz slept. Ruiz left.", &["Ana Ruiz"]);
}

#[test]
fn a_word_that_is_mostly_written_small_is_no_name() {
    check(
        "“Listen,” said Ana Ruiz. “Listen! You never listen.” They listen. Listen.",
        &["Ana Ruiz"],
    );
}

#[test]
fn what_owns_is_only_the_last_name() {
    check("The Guards of Ruiz’s army came. Ana Ruiz laughed.", &["Ana Ruiz"]);
}

#[test]
fn a_short_form_is_joined_only_where_the_text_says_whose_it_is() {
    check("Anna Petrovna came. Anna Petrovna Falk was late.", &["Anna Petrovna Falk"]);
    check(
        "Prince Karl Falk rode. Prince Karl fell. Karl Brandt wept.",
        &["Karl Falk", "Karl Brandt"],
    );
    check(
        "Prince Ivan Falk rode. Prince Karl Falk slept. Prince Karl woke.",
        &["Ivan Falk", "Karl Falk"],
    );
    check(
        "Napoleon rode. Then Napoleon lost his hat, and Napoleon fled. Emperor Napoleon III sat.",
        &["Napoleon", "Napoleon III"],
    );
    check("Ana Ruiz spoke. ¶ ANA RUIZ wept. ¶ Ana Ruiz left.", &["Ana Ruiz"]);
    check("M. de Falk came. Monsieur de Falk sat. Then Falk wept.", &["M. de Falk"]);
}

#[test]
fn rulers_keep_their_numbers() {
    check(
        "Tsar Alexander I rode with Emperor Francis I. Louis XVI and Pope John Paul II did not. \
         Emperor Francis wept.",
        &["Alexander I", "Francis I", "Louis XVI", "John Paul II"],
    );
    check("King Charles I lost. King Charles II won.", &["Charles I", "Charles II"]);
    check(
        "Empress Catherine the Great wept. Then Catherine left Peter the Great. The Great Hall fell.",
        &["Catherine the Great", "Peter the Great"],
    );
    check(
        "Catherine Fox wept. Catherine read of Catherine the Great.",
        &["Catherine Fox", "Catherine the Great"],
    );
    check(
        "Catherine wept. She read of Catherine the Great.",
        &["Catherine", "Catherine the Great"],
    );
    check("Ben Fox saw the Great Hall. He left the Great War.", &["Ben Fox"]);
    check("For Karl Fox I wept.", &["Karl Fox"]);
}

#[test]
fn only_a_phrase_describes() {
    check("Ines Falk, a geologist who had been ill, came.", &["Ines Falk — geologist"]);
    check("Ana Ruiz, the hopes the city placed in her, and the rain were gone.", &["Ana Ruiz"]);
}

#[test]
fn a_surname_that_does_what_people_do_is_somebodys() {
    check(
        "Talleyrand arrived in Vienna in September 1814. He had no seat. Metternich smiled. \
         Marx later wrote of it. Then Castlereagh, the British foreign secretary, left. \
         The historian Guizot came later.",
        &[
            "Talleyrand",
            "Metternich",
            "Marx",
            "Castlereagh — British foreign secretary",
            "Guizot — historian",
        ],
    );
    check("Sasha’s hand shook. “Sit down,” said Ana Ruiz.", &["Sasha", "Ana Ruiz"]);
}

#[test]
fn who_wrote_of_old_is_told_by_what_he_did() {
    check(
        "Tacitus wrote that they paid. Plutarch tells of Corinth. Thucydides wrote of it.",
        &["Tacitus", "Plutarch", "Thucydides"],
    );
    check(
        "Soldiers wrote home. Legend tells of it. Guides wrote more. Ana Ruiz left.",
        &["Ana Ruiz"],
    );
}

#[test]
fn storms_firms_bridges_and_members_of_parties_are_nobody() {
    check("Hurricane Edna came. Morgan Stanley had closed. Ana Ruiz left.", &["Ana Ruiz"]);
    check("Charles Bridge was shut, and she prayed in Lady Chapel. Ana Ruiz left.", &["Ana Ruiz"]);
    check("Divine Providence saw. A Raspberry Pi hummed. Ana Ruiz left.", &["Ana Ruiz"]);
    check(
        "Dale Fox, a Virginia Democrat, wept. Virginia Fox met Edna Stanley.",
        &["Dale Fox — Virginia Democrat", "Virginia Fox", "Edna Stanley"],
    );
}

#[test]
fn whom_the_reader_is_told_to_see_is_named_without_the_verb() {
    check("Enter Stuart R. Kaplan. Meet Ana Ruiz.", &["Stuart R. Kaplan", "Ana Ruiz"]);
    check("See Facebook for it. Use MAD. Visit Kiel. Read Tolstoy, who wept.", &["Tolstoy"]);
    check(
        "Mark Fox wept. Grace Hale and Chase Hale wept.",
        &["Mark Fox", "Grace Hale", "Chase Hale"],
    );
}

#[test]
fn several_of_a_name_are_nobody() {
    check(
        "Were Falks Germans? The Roman, he wept. He met Falks, and he laughed. Falk wept. “Go,” said Falk.",
        &["Falk"],
    );
}

#[test]
fn what_bodies_places_and_seasons_do_makes_nobody() {
    check(
        "Moscow said no. Washington replied, and the Kremlin wept. Berlin wanted Saxony. Google \
         announced it; Reuters reported it. Pravda wrote so. Spring arrived. She left. Soldiers \
         wept. Dinner arrived. He ate. Petersburg slept in Petersburg. Ana Ruiz left.",
        &["Ana Ruiz"],
    );
}

#[test]
fn a_description_is_what_a_reader_would_want_beside_the_name() {
    check("Jane Doe, a Republican, left.", &["Jane Doe — Republican"]);
    check(
        "Tom Hale, of the University of Washington, left.",
        &["Tom Hale — University of Washington"],
    );
    check(
        "The pier is by the structural engineer Olof Lindh.",
        &["Olof Lindh — structural engineer"],
    );
    check("He met the Spartan king Karl Falk.", &["Karl Falk — Spartan king"]);
    check("He met his running mate Karl Falk.", &["Karl Falk"]);
    check("The engineer Olof Lindh left.", &["Olof Lindh — engineer"]);
    check("Maria Rossi, 43, left.", &["Maria Rossi — 43"]);
    check("Maria Rossi, 43, a florist, left.", &["Maria Rossi — florist"]);
    check("Ines Falk, who leads the harbor board, left.", &["Ines Falk — leads the harbor board"]);
}

#[test]
fn what_somebody_did_then_and_where_describes_nobody() {
    check("Ines Falk, who left the board, wept.", &["Ines Falk"]);
    check("Ana Falk, of the old school of the harbor, wept.", &["Ana Falk"]);
    check(
        "The engineer saw Ana Lindh. Her friend Maria Rossi wept.",
        &["Ana Lindh", "Maria Rossi"],
    );
    check("He came to prevent Ana Lindh.", &["Ana Lindh"]);
    check("Many left, including pilot Ana Lindh.", &["Ana Lindh — pilot"]);
    check("In the winter Ana Falk wept, 43 times.", &["Ana Falk"]);
    check("He married the singer, Ana Falk wept.", &["Ana Falk"]);
}

proptest! {
    /// Nobody is listed twice under one name, and every name stands in the text or is a noun's.
    #[test]
    fn names_are_listed_once(words in proptest::collection::vec(
        prop_oneof![
            Just("Ana Ruiz"), Just("Ruiz"), Just("Mr. Ruiz"), Just("Prince Karl"), Just("Karl"),
            Just("Karl Falk"), Just("the French"), Just("said"), Just("in Oslo"), Just("met"),
            Just("."), Just(", a pilot,"), Just("“We go,”"), Just("¶"), Just("The Korean War"),
        ],
        1..60,
    )) {
        let text = words.join(" ");
        let mut names = listed(&text);
        for name in &names {
            let name = name.split(" — ").next().unwrap_or("");
            prop_assert!(name.split(' ').all(|word| text.contains(word)), "{name} in {text}");
        }
        let n_names = names.len();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), n_names, "{}", text);
    }
}
