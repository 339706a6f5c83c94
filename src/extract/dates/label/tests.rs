use super::*;

/// The label for the date in brackets, after the sentence `before`.
#[track_caller]
fn label_of(before: Option<&str>, marked: &str) -> Label {
    let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
    let sentence = marked.replace(['[', ']'], "");
    label(&sentence, start..end, before)
}

#[track_caller]
pub(super) fn check(marked: &str, expected: &str) {
    assert_eq!(label_of(None, marked).text, expected);
}

#[track_caller]
fn check_after(before: &str, marked: &str, expected: &str) {
    assert_eq!(label_of(Some(before), marked).text, expected);
}

#[track_caller]
fn check_class(marked: &str, expected: Class) {
    let label = label_of(None, marked);
    assert_eq!(label.class, expected, "{label:?}");
}

#[test]
fn a_cleft_sentence_is_told_by_what_it_points_out() {
    check("It was not until [January 1, 1863], that he signed the act.", "He signed the act");
    check("It was only in [1931] that the pier opened.", "The pier opened");
}

#[test]
fn an_opening_participle_is_nobody() {
    check("Having won in 1864, he was shot on [April 14, 1865].", "He was shot");
}

#[test]
fn what_is_asked_or_supposed_did_not_happen() {
    check_class("If Booth had missed in [1865], all would be other.", Class::Mention);
    check_class("Had it rained in [1863]?", Class::Mention);
    check_class("It rained in [1863].", Class::Happening);
}

#[test]
fn the_clause_of_the_date_loses_it_and_what_led_to_it() {
    check("But the talks collapsed in the [late 1950s].", "The talks collapsed");
    check("In [1969], the two fleets met off Kiel.", "The two fleets met off Kiel");
    check("Rome fell in [1527] to unpaid soldiers.", "Rome fell to unpaid soldiers");
    check("As early as [1880] the quarry closed.", "The quarry closed");
    check("The quarry closed at the end of [1880].", "The quarry closed");
    check("[Two months later], the mill burned down.", "The mill burned down");
    check("[That December] the mill burned down.", "The mill burned down");
}

#[test]
fn both_ends_of_a_range_are_left_out() {
    check("The school stood empty from [1914] to 1918.", "The school stood empty");
    check("The school stood empty from 1914 to [1918].", "The school stood empty");
    check("Between [1914] and 1918 the school stood empty.", "The school stood empty");
}

#[test]
fn of_two_verbs_the_one_with_the_date_is_taken() {
    check("The pact was signed in [1949] and renewed in 1950.", "The pact was signed");
    check("The pact was signed in 1949 and renewed in [1950].", "The pact was renewed");
    check("Berg sold the farm in 1880 and left for Oslo in [1881].", "Berg left for Oslo");
    check("He sold it in [1881] because he was ill.", "He sold it");
    check(
        "The town grew rich, lost its port in [1703], and was forgotten by 1800.",
        "The town lost its port",
    );
}

#[test]
fn a_relative_clause_is_told_of_its_noun() {
    check("They broke the treaty, which was signed in [1950].", "The treaty was signed");
    check("She met the baker who left Oslo in [1950].", "The baker left Oslo");
    check("The bridge, which opened in [1950], fell in 1960.", "The bridge opened");
    check("The bridge, which opened in 1950, fell in [1960].", "The bridge fell");
    check("The lease that Spain signed in [1950] was short.", "Spain signed the lease");
}

#[test]
fn a_participle_is_told_of_its_noun() {
    check("Born in Oslo in [1921], Berg learned to sail.", "Berg born in Oslo");
    check("She got her bridge, opened in [May 1890], but never crossed it.", "Bridge was opened");
    check("The terms imposed on the port in [1860] were harsh.", "The terms imposed on the port");
    check("After leaving Bergen in [1920], Dahl opened a shop.", "Dahl leaving Bergen");
}

#[test]
fn what_was_said_is_kept_and_who_said_it_is_not() {
    check("Officials said that the dam broke in [1950].", "The dam broke");
    check("Officials said on [Tuesday] that the dam broke.", "The dam broke");
    check("The dam broke in [1950], officials said.", "The dam broke");
}

#[test]
fn a_pronoun_gives_way_to_a_name_that_is_plain() {
    check_after("Ibsen grew up in Skien.", "He left in [1850].", "Ibsen left");
    check_after("The canal was dug by hand.", "It closed in [1950].", "The canal closed");
    check_after("He grew up in Skien.", "He left in [1850].", "He left");
    check_after("Ibsen sold the house.", "It burned in [1850].", "It burned");
    check("Ibsen wrote at night, and he left in [1850].", "Ibsen left");
}

#[test]
fn a_pronoun_that_is_a_subject_has_no_noun_before_it() {
    check("Next day, [15 November], after dinner he again went to Brno.", "He went to Brno");
    check("To obtain this he started for the country [next day].", "He started for the country");
}

#[test]
fn what_only_opens_a_sentence_is_no_subject() {
    check(
        "It made sights in 1917 and 1918, nearly died in [1932], and came back.",
        "It nearly died",
    );
    check("Shortly before noon on [Thursday] Ivo Berg rang the bell.", "Ivo Berg rang the bell");
    check("To a sailor from Oslo, [1997].", "A sailor from Oslo");
}

#[test]
fn an_interjection_is_nobody() {
    check_after("“Ah, don’t talk to me!", "[Last winter] she sold it.", "She sold it");
}

#[test]
fn a_verb_is_told_from_what_looks_like_one() {
    check("These bells reminded Berg that it was raining on [Sunday].", "It was raining");
    check("[That winter] the count made a will.", "The count made a will");
    check(
        "A member of the board had come to Berg [the day before].",
        "A member of the board had come to Berg",
    );
}

#[test]
fn no_noun_of_another_phrase_stands_before_a_subject() {
    check("But when on [Sunday] after church the footman rang, she rose.", "The footman rang");
    check(
        "[Today] when Olaf (her eldest) woke up he did not wish to dress.",
        "Olaf did not wish to dress",
    );
    check("By [Christmas] half the berths were empty.", "Half the berths were empty");
    check("In [1703] Peter the Great founded the port.", "Peter the Great founded the port");
    check("It was Sir Ivo who in [1972] put up the sign.", "Sir Ivo put up the sign");
    check(
        "A strike called that April went on until [11 June].",
        "A strike called that April went on",
    );
    check(
        "Anatole, for whom Berg was looking, dined [that day] with Ivo.",
        "Anatole dined with Ivo",
    );
}

#[test]
fn a_verb_keeps_the_date_that_it_needs() {
    check("She spent [1942–45] in Oslo.", "She spent 1942–45 in Oslo");
    check(
        "A syndicate led by a merchant, Ivo Orr, paid £90 in [1936] for it.",
        "A syndicate led by a merchant paid £90 for it",
    );
    check(
        "Berg had met the abbot at Anna Dahl’s [two years before].",
        "Berg had met the abbot at Anna Dahl’s",
    );
    check("It was [Sunday] and the feast of the town.", "It was Sunday and the feast of the town");
    check("She closed it on [Sunday] and left.", "She closed it");
    check(
        "He went abroad at [the end of the year] to be initiated.",
        "He went abroad to be initiated",
    );
}

#[test]
fn how_far_from_the_date_it_was_goes_with_the_date() {
    check("Berg was mending a pipe a few days before [Christmas].", "Berg was mending a pipe");
    check("The mill closed shortly after [1950].", "The mill closed");
    check("The strike lasted from Aug. 14 to [Sept. 8].", "The strike lasted");
    check("Berg had learned this [the week before].", "Berg had learned this");
}

#[test]
fn what_belongs_to_the_verb_is_no_part_of_the_date() {
    check("Berg took over [last November] from Dahl.", "Berg took over from Dahl");
    check("All [that night] Ivo Berg gave orders.", "Ivo Berg gave orders");
    check("Berg behaved badly [today].", "Berg behaved badly");
    check("It was probably built in [1950].", "It was probably built");
    check("It was built probably in [1950].", "It was built");
}

#[test]
fn who_speaks_is_no_clause_of_its_own() {
    check(
        "“You will see,” said Anna Dahl, “that [tomorrow] we shall have news.",
        "We shall have news",
    );
    check("“So the ship was sold [yesterday],” thought Ivo.", "The ship was sold");
    check(
        "“My brother dined with me [yesterday]—we nearly died of laughter—he ate nothing.",
        "My brother dined with me",
    );
}

#[test]
fn a_day_that_is_named_again_is_no_subject() {
    check("On [25 August], the eve of the battle, Ivo Berg, a clerk, arrived.", "Ivo Berg arrived");
    check(
        "Berg tries to prove that the campaign of [1813] and the peace were due to other things.",
        "The campaign and the peace were due to other things",
    );
}

#[test]
fn what_was_known_is_told_where_both_do_not_fit() {
    check(
        "In [1807] it was apparent to anyone in the town that these men were working against it.",
        "These men were working against it",
    );
    check("Berg knew in [1807] that men lie.", "Berg knew that men lie");
}

#[test]
fn a_pronoun_stands_for_no_noun_that_another_one_parts_it_from() {
    check_after(
        "The firm pays.",
        "Our offer was fair in May and it is fair [today].",
        "It is fair",
    );
    check_after("The wheat was dry.", "It had not rained since [May].", "It had not rained");
    check_after("That morning I had a cold.", "By [May] he had left.", "He had left");
}

#[test]
fn a_date_in_brackets_takes_the_noun_before_it() {
    check("The siege of Narva ([1700–1701]) cost him an army.", "The siege of Narva");
    check("His uncle (he died in [1950]) left him a boat.", "He died");
}

#[test]
fn a_date_before_a_noun_only_says_which() {
    check("The [1914–1918] war killed half the village.", "The war killed half the village");
    check("An [1867] treaty gave them the island.", "A treaty gave them the island");
    check("She says the deal resembles the old [1950] lease.", "The old lease");
    check_class("The [1914–1918] war killed half the village.", Class::Mention);
}

#[test]
fn an_apposition_is_left_out() {
    check("Berg, a clerk from Oslo, left in [1881].", "Berg left");
    check("The mayor, elected in [1950], was a clerk.", "The mayor was elected");
    check("The cut — long and dear — opened in [1869].", "The cut opened");
}

#[test]
fn a_subject_that_is_the_date_leaves_what_it_saw() {
    check("[1968] saw riots in three cities.", "Riots in three cities");
    check("There was a flood in [1950].", "There was a flood");
}

#[test]
fn a_fragment_is_used_whole() {
    check("[1950]: a treaty of friendship", "A treaty of friendship");
    check("Her diary for [14 May 1839].", "Her diary");
    check("Flood in Hamburg, [1962]", "Flood in Hamburg");
    check("A quiet year, [1931].", "A quiet year");
}

#[test]
fn a_long_clause_ends_at_a_phrase() {
    check(
        "In [1949] the old minister boarded a grey steel railway car to meet his rival in Riga.",
        "The old minister boarded a grey steel railway car",
    );
    check(
        "In [1902] the harbour board bought a dredger because silt had closed the northern dock.",
        "The harbour board bought a dredger",
    );
    check(
        "A choice was left to them in the north: to sail round the cape in [1972] and return.",
        "Sail round the cape and return",
    );
}

#[test]
fn half_a_pair_of_marks_is_dropped() {
    check("He praised “the long peace of [1871]”.", "He praised the long peace");
}

#[test]
fn what_happened_is_told_from_how_things_were() {
    check_class("The bridge fell in [1950].", Class::Happening);
    check_class("The bridge was opened in [1950].", Class::Happening);
    check_class("The army had left by [1950].", Class::Happening);
    check_class("The bridge was narrow in [1950].", Class::State);
    check_class("Berg lived in Oslo in [1950].", Class::State);
    check_class("The bridge will open in [2050].", Class::State);
    check_class("Wool, [1950].", Class::Mention);
}

#[test]
fn any_text_has_a_label_of_twelve_words_at_most() {
    let words =
        ["which", "and", "(", "was", "“the", "signed,", "—", "of", "Berg", "in", "that", "é"];
    let mut state = 7_usize;
    for _ in 0..3000 {
        let mut pick = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            words[(state >> 33) % words.len()]
        };
        let before: Vec<&str> = (0..9).map(|_| pick()).collect();
        let after: Vec<&str> = (0..9).map(|_| pick()).collect();
        let sentence = format!("{} 1950 {}", before.join(" "), after.join(" "));
        let at = sentence.find("1950").unwrap();
        let label = label(&sentence, at..at + 4, Some(&sentence)).text;
        let n_words = label.split_whitespace().filter(|word| *word != "–").count();
        assert!(n_words <= N_WORDS, "{sentence}: {label}");
    }
}

#[test]
fn a_clause_within_what_was_said_has_a_label() {
    let clause = "the long and bitter and hard and cold and old and new and dark danger they faced";
    let said = format!("He said {clause} in [1950] was great and good.");
    assert!(!label_of(None, &said).text.is_empty());
}

#[test]
fn a_sentence_without_end_is_read_near_the_date_only() {
    for word in ["a", "was ", "(", "—", "which ", "1950 "] {
        let noise = word.repeat(2_000_000);
        let sentence = format!("{noise} 1950 {noise}");
        let at = noise.len() + 1;
        label(&sentence, at..at + 4, Some(&sentence));
    }
}
