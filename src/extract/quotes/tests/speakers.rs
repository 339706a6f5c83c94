//! Under which name and description speakers are shown.

use crate::document::{BlockKind, Builder, Meta};
use crate::extract::extract;

/// The speakers, as `name` or `name (description)`.
#[track_caller]
fn check_speakers(text: &str, expected: &[&str]) {
    let mut builder = Builder::new();
    text.split('¶').for_each(|line| builder.add(BlockKind::Paragraph, line.trim()));
    let speakers = extract(&builder.finish(Meta::default())).speakers;
    let shown: Vec<String> = speakers
        .into_iter()
        .map(|speaker| match speaker.description {
            Some(description) => format!("{} ({description})", speaker.name),
            None => speaker.name.to_string(),
        })
        .collect();
    assert_eq!(shown, expected);
}

#[test]
fn a_surname_is_the_full_name_given_before() {
    check_speakers("I met Ana Maria Ruiz. “It went,” Ruiz said.", &["Ana Maria Ruiz"]);
    check_speakers("“It went,” said Ana Ruiz. ¶ “All of it,” Ms. Ruiz said.", &["Ana Ruiz"]);
    check_speakers("“It went,” Ruiz said. I had met Ana Ruiz before.", &["Ana Ruiz"]);
    check_speakers("Yesterday Ruiz met Ana Ruiz. “It went,” Ruiz said.", &["Ana Ruiz"]);
}

#[test]
fn a_surname_of_two_people_stays_a_surname() {
    check_speakers("I met Ana Ruiz and Ben Ruiz. “It went,” Ruiz said.", &["Ruiz"]);
}

#[test]
fn two_names_that_meet_by_chance_are_not_one() {
    let often = "I saw Hale. I saw Hale. I saw Hale. I saw Kiel. I saw Kiel. I saw Kiel. ";
    check_speakers(&format!("{often}Meeting Hale was hard. “It went,” said Hale."), &["Hale"]);
    check_speakers(&format!("{often}In Kiel Hale stayed. “It went,” said Hale."), &["Hale"]);
    check_speakers("In Kiel Hale stayed. “It went,” said Hale.", &["Kiel Hale"]);
}

#[test]
fn whoever_is_mostly_named_without_a_title_is_shown_without() {
    let often = "I saw Hale. Hale saw me. I left Hale. Hale left. ";
    check_speakers(&format!("{often}“It went,” said Count Hale."), &["Hale"]);
    check_speakers("I saw Hale. “It went,” said Count Hale.", &["Count Hale"]);
}

#[test]
fn a_title_stays_only_with_a_surname() {
    check_speakers("“It went,” said Mayor Fox. “It is gone.”", &["Mayor Fox"]);
    check_speakers("“It went,” said Sen. Amy Cole (D-Ohio).", &["Amy Cole"]);
}

#[test]
fn the_description_comes_from_beside_the_name() {
    check_speakers(
        "“It went,” said Ana Ruiz, a pilot at the port, “all of it.”",
        &["Ana Ruiz (pilot at the port)"],
    );
    check_speakers("“It went,” Ana Ruiz, 43, a pilot, told me.", &["Ana Ruiz (pilot)"]);
    check_speakers("“It went,” the harbour pilot Ana Ruiz wrote.", &["Ana Ruiz (harbour pilot)"]);
    check_speakers(
        "A clerk of the port, Ana Ruiz, said: “It went.”",
        &["Ana Ruiz (clerk of the port)"],
    );
    check_speakers("“It went,” said Ana Ruiz, who studies piers.", &["Ana Ruiz"]);
}

#[test]
fn what_somebody_did_while_speaking_is_no_description() {
    check_speakers("“It went,” said Ana Ruiz, smiling at the port.", &["Ana Ruiz"]);
    check_speakers("“It went,” said Ana Ruiz, though she had thought of it.", &["Ana Ruiz"]);
    check_speakers("“It went,” riding past Ana Ruiz said.", &["Ana Ruiz"]);
    check_speakers("“It went,” said Ana Ruiz, quietly at first for once.", &["Ana Ruiz"]);
}
