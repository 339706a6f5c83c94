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

#[test]
fn a_relative_clause_leaves_the_verb_to_its_noun() {
    check(
        "The expedition that made her name left Cape Town in [December 1957].",
        "The expedition left Cape Town",
    );
    check(
        "The expedition that made her name sailed from Cape Town in [December 1957].",
        "The expedition sailed from Cape Town",
    );
    check("The letter that he wrote to her arrived in [1965].", "The letter arrived");
    check("The man who built the bridge died in [1931].", "The man died");
    check(
        "The doctor who came to see her on [3 May 1931] ordered rest.",
        "The doctor came to see her",
    );
    check("The firm which owned it moved to Oslo in [1931].", "The firm moved to Oslo");
}

#[test]
fn whose_belongs_to_the_noun_before_it() {
    check(
        "The historian Clara Vogt, whose study of the salt trade appeared in [1974], thinks so.",
        "The historian Clara Vogt’s study appeared",
    );
    check("Berg, whose ship sank in [1974], left.", "Berg’s ship sank");
}

#[test]
fn a_semicolon_parts_the_clauses_of_two_dates() {
    check(
        "Between 1350 and 1410 the revenues fell; in [1418], the emperor gave what was left of them away.",
        "The emperor gave what was left of them away",
    );
    check(
        "Between 1350 and [1410] the revenues fell; in 1418, the emperor gave up.",
        "The revenues fell",
    );
}

#[test]
fn a_word_like_last_before_a_verb_belongs_to_it() {
    check(
        "The agency last reviewed the port’s procedures in [2018], when it found nothing.",
        "The agency last reviewed the port’s procedures",
    );
}

#[test]
fn what_was_done_behind_a_noun_is_told_of_it() {
    check(
        "The port conceded on Wednesday that a dredging contract signed in [2020] had failed.",
        "A dredging contract was signed",
    );
}

#[test]
fn another_time_of_the_same_clause_is_left_out() {
    check(
        "It reached the lake in [1126] and the city in the autumn of 1130.",
        "It reached the lake and the city",
    );
}

#[test]
fn her_stands_for_somebody_where_no_noun_follows() {
    check(
        "Professor Diallo, who studied with her from [1966] to 1969, recalls it.",
        "Professor Diallo studied with her",
    );
    check("He wrote to her in [1966] and left.", "He wrote to her");
    check("He sold her house in [1966].", "He sold her house");
}

#[test]
fn what_was_over_is_told_so() {
    check(
        "On [15 April 2003] it declared the war effectively over.",
        "It declared the war effectively over",
    );
    check("The war was over in [1918].", "The war was over");
}

#[test]
fn a_clause_behind_a_verb_and_its_date_is_another() {
    check(
        "It had snowed [the day before] and the path, along which he was walking, was swept.",
        "It had snowed",
    );
    check("He sold in [1931] and the year was good.", "He sold");
    check("He sold the mill and the barn in [1931].", "He sold the mill and the barn");
}
