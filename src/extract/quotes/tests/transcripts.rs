//! Who speaks in transcripts and interviews.

use super::check;

#[test]
fn initials_in_a_transcript_are_those_of_a_full_name() {
    check(
        "Lena Fox counts waves. She spoke to Nadia York. ¶ NY: [Nadia York: How?] ¶ \
         LF: [Lena Fox: Badly.] ¶ NY: [Nadia York: And then?] ¶ LF: [Lena Fox: I count the rest.]",
    );
    check(
        "Ana Ruiz met Ben Fox and Karl Hale. ¶ Ruiz: [Ana Ruiz: We begin.] ¶ Fox: [Ben Fox: So be it.] ¶ \
         Ruiz: [Ana Ruiz: The pier.] ¶ Hale: [Karl Hale: It is mine.] ¶ Note: this was cut. ¶ \
         Fox: [Ben Fox: It is.]",
    );
    check("Note: use cold water. ¶ Tip: wait a day. ¶ Note: wait two. ¶ Tip: use a pan.");
}

#[test]
fn the_introduction_says_who_asks_and_who_answers() {
    check(
        "Ana Ruiz digs for piers. Ruiz, 57, spoke with Ben Fox by telephone. ¶ \
         Q: [Ben Fox: Why piers?] ¶ A: [Ana Ruiz: They sink.] ¶ Q: [Ben Fox: And then?] ¶ \
         A: [Ana Ruiz: I dig.]",
    );
    check("Nobody is named. ¶ Q: [?: Why piers?] ¶ A: [?: They sink.]");
}

#[test]
fn questions_and_answers_may_have_stops() {
    check(
        "Ana Ruiz digs. Ruiz spoke with Ben Fox. ¶ Q. [Ben Fox: Why piers?] ¶ A. [Ana Ruiz: They sink.]",
    );
}

/// An introduction, and two questions of `asks` that `answers` answers.
#[track_caller]
fn check_interview(introduction: &str, asks: &str, answers: &str) {
    check(&format!(
        "{introduction} ¶ Q: [{asks}: Why piers?] ¶ A: [{answers}: They sink.] ¶ \
         Q: [{asks}: And then?] ¶ A: [{answers}: I dig.]",
    ));
    check(&format!("{introduction} ¶ Question: [{asks}: Why?] ¶ Answer: [{answers}: They sink.]"));
}

#[test]
fn whoever_is_interviewed_answers() {
    let answers = |introduction| check_interview(introduction, "?", "Ana Ruiz");
    answers("This is an interview with the boatbuilder Ana Ruiz.");
    answers("I spoke with Ana Ruiz in Kiel.");
    answers("A pupil of Karl Hale, Ana Ruiz digs for piers. Then Ruiz left.");
    let both = |introduction| check_interview(introduction, "Ben Fox", "Ana Ruiz");
    both("By Ben Fox. The boatbuilder Ana Ruiz has dug for piers.");
    both("A conversation with Ana Ruiz. Interview by Ben Fox.");
    both("Ben Fox spoke with the boatbuilder Ana Ruiz. Ruiz digs for piers.");
}

#[test]
fn of_two_who_are_introduced_alike_nobody_is_told() {
    let nobody = |introduction| check_interview(introduction, "?", "?");
    nobody("Ana Ruiz saw Ben Fox. Ben Fox saw Ana Ruiz.");
    nobody("She had grown up with the books of Ana Ruiz.");
    nobody("By Ben Fox. Fox knows what to do with piers.");
}

#[test]
fn whoever_is_questioned_answers() {
    let both = |introduction| check_interview(introduction, "Ben Fox", "Ana Ruiz");
    both("Ben Fox asked the engineer Ana Ruiz about the flood.");
    both("Mr. Ben Fox cross-examined Ana Ruiz on 4 May 1990.");
    let answers = |introduction| check_interview(introduction, "?", "Ana Ruiz");
    answers("We asked Ana Ruiz about her late husband, Karl Ruiz.");
}

#[test]
fn whoever_visits_or_meets_another_is_not_the_one_who_answers() {
    let nobody = |introduction| check_interview(introduction, "?", "?");
    nobody("Ben Fox visited the engineer Ana Ruiz.");
    nobody("Ben Fox caught up with Ana Ruiz in Kiel.");
    nobody("Ben Fox, our editor, talked with Ana Ruiz.");
    nobody("Karl Hale, who interviewed Ana Ruiz in 1990, talks to Ben Fox.");
    nobody("Ana Ruiz asked Ben Fox to marry her.");
}

#[test]
fn who_is_asked_by_letter_may_answer_by_name() {
    check(
        "This is an interview with Ana Ruiz. ¶ Q: [?: Why piers?] ¶ Ruiz: [Ana Ruiz: They sink.] ¶ \
         Q: [?: And then?] ¶ Ruiz: [Ana Ruiz: I dig.]",
    );
}

#[test]
fn labels_of_one_person_may_be_long_and_short() {
    check(
        "Present were Senator Maria Gonzalez and Thomas Wren. ¶ \
         Maria Gonzalez: [Maria Gonzalez: Who signed it?] ¶ Thomas Wren: [Thomas Wren: I did.] ¶ \
         Gonzalez: [Maria Gonzalez: Who read it?] ¶ WREN: [Thomas Wren: Nobody.] ¶ \
         Sen. Gonzalez: [Maria Gonzalez: I see.]",
    );
}
