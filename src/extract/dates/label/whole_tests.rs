//! Labels that are whole: their subject, object and noun, and no time of day.

use super::tests::check;

#[test]
fn the_time_of_day_goes_with_the_date() {
    check("By ten o’clock on [2 September] the guard was gone.", "The guard was gone");
    check("The ship left at noon on [3 May 1931].", "The ship left");
    check(
        "The ship left at 5 p.m. on [3 May 1931] with all hands.",
        "The ship left with all hands",
    );
    check("He had ten men on [3 May 1931].", "He had ten men");
}

#[test]
fn a_clause_without_its_object_is_told_with_it() {
    check("The army stopped, holding the land they won during [that year].", "They won the land");
    check("The army rested, as on the day they left in [1931].", "They left");
}

#[test]
fn what_stands_before_a_bracket_tells_more_than_a_word_in_it() {
    check("Pancho Villa (active [1911])", "Pancho Villa");
    check(
        "He followed the rule when he stepped down ([1880]).",
        "He followed the rule when he stepped down",
    );
}

#[test]
fn words_beside_the_subject_are_no_part_of_it() {
    check("Mr. Doyle, who yesterday cut his [1990] forecast, left.", "Mr. Doyle cut his forecast");
    check(
        "It is clear that either the island was lost in [478 BC] or the fleet left.",
        "The island was lost",
    );
}
