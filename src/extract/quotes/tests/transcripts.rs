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
    check("Ana Ruiz spoke with Ben Fox. ¶ Q. [Ben Fox: Why piers?] ¶ A. [Ana Ruiz: They sink.]");
}
