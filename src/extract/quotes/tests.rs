//! Quotations and speakers of whole texts.

mod speakers;
mod transcripts;

use crate::document::{BlockKind, Builder, Document, Meta, QuoteKind};
use crate::extract::extract;

/// The document of a text with marks, and `(speaker, words)` of each `[speaker: words]`.
fn marked(text: &str) -> (Document, Vec<(String, String)>) {
    let (mut builder, mut expected) = (Builder::new(), Vec::new());
    for line in text.split('¶') {
        let mut plain = String::new();
        for (index, part) in line.trim().split(['[', ']']).enumerate() {
            let words = part.split_once(": ").filter(|_| index % 2 == 1);
            expected.extend(words.map(|(who, words)| (who.to_owned(), words.to_owned())));
            plain.push_str(words.map_or(part, |(_, words)| words));
        }
        builder.add(BlockKind::Paragraph, &plain);
    }
    (builder.finish(Meta::default()), expected)
}

/// The quotations in brackets are found with these speakers (`?` for none), and no others.
#[track_caller]
fn check(text: &str) {
    let (document, expected) = marked(text);
    let findings = extract(&document);
    let name = |index: usize| findings.speakers[index].name.as_str();
    let found: Vec<(String, String)> = findings
        .quotes
        .iter()
        .map(|quote| {
            let speaker = quote.speaker.map_or("?", |id| name(id.index()));
            (speaker.to_owned(), document[quote.words].to_owned())
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_name_beside_a_verb_after_the_words_is_the_speaker() {
    check("“[Ana Ruiz: The pier is gone],” said Ana Ruiz.");
    check("“[Ana Ruiz: The pier is gone],” Ana Ruiz said. “[Ana Ruiz: Nobody saw it go.]”");
    check("“[Ana Ruiz: Who pays?]” Ana Ruiz, a harbour pilot, asked me.");
    check("“[Ana Ruiz: Nobody came],” replied the harbour pilot Ana Ruiz.");
    check("\"[Ana Ruiz: No pier],\" Ana Ruiz later told reporters.");
    check("‘[Ana Ruiz: I won’t sign it],’ said Ana Ruiz, the boys’ teacher.");
    check("The plan “[Ana Ruiz: was drawn up by men who never sailed],” according to Ana Ruiz.");
}

#[test]
fn a_name_beside_a_verb_before_the_words_is_the_speaker() {
    check("Ana Ruiz said, “[Ana Ruiz: The pier is gone.]”");
    check("A clerk of the port, Ana Ruiz, told me: “[Ana Ruiz: The pier is gone.]”");
    check("As Ana Ruiz once put it, “[Ana Ruiz: a pier is a promise.]”");
    check("It is so in Kiel. In Oslo, added Ana Ruiz, “[Ana Ruiz: a pier is a promise.]”");
    check("According to Ana Ruiz, “[Ana Ruiz: the pier was doomed from the start.]”");
    check("Ana Ruiz wrote in her book Salt: A Life, “[Ana Ruiz: No pier lasts.]”");
    check("Ana Ruiz attacked the plan, saying, “[Ana Ruiz: It is very unstable.]”");
}

#[test]
fn the_end_of_a_sentence_attributes_what_is_quoted_in_it() {
    check(
        "But “[Ana Ruiz: the pier was the price of peace]” in the port, Ana Ruiz, a pilot, told me.",
    );
    check("The deal was “rock solid,” but the port, Ana Ruiz said, was not.");
}

#[test]
fn the_other_half_of_split_words_has_the_same_speaker() {
    check("“[Ana Ruiz: The pier],” Ana Ruiz said, “[Ana Ruiz: is gone.]”");
    check("“[Ana Ruiz: It went],” Ana Ruiz said of the “old lady.” He left.");
}

#[test]
fn a_pronoun_is_the_one_speaker_of_the_paragraph() {
    check("“[Ana Ruiz: It went],” Ana Ruiz said. At night, she added, “[Ana Ruiz: we heard it.]”");
    check(
        "“[Ana Ruiz: It went],” Ana Ruiz said. “[Ben Fox: It stands],” said Ben Fox. \
         Later she said, “[Ana Ruiz: It fell down at night.]”",
    );
    check("“[?: It went],” she said.");
}

#[test]
fn whom_a_subject_explains_speaks_next() {
    check(
        "Ben Fox left. The mayor of Kiel, Osei Brandt, thanked the brigade. \
         “[Osei Brandt: It was close],” he said.",
    );
    check("Ben Fox slept in Kiel, North Elm, was late. “[Ben Fox: It was close],” he said.");
}

#[test]
fn a_subject_may_stand_behind_a_phrase_that_opens_the_sentence() {
    check("In his diary Ben Fox noted: “[Ben Fox: It rained.]”");
    check("In the hall of Ben Fox said: “[?: It rained.]”");
    check("After she met Ben Fox said: “[?: It rained.]”");
}

#[test]
fn to_call_is_to_speak_where_nobody_is_called() {
    check("Ana Ruiz came in. “[Ana Ruiz: Is anybody there?]” she called.");
    check("“[Ana Ruiz: Is anybody there?]” Ana Ruiz called to the clerk.");
    check("It rained. “[?: Is anybody there?]” She called the clerk.");
}

#[test]
fn an_object_an_owner_and_one_of_two_are_no_speakers() {
    check("“[a friend of Ana Ruiz: It fell down at night],” a friend of Ana Ruiz said.");
    check("“[?: It fell down at night],” he told Ana Ruiz.");
    check("Ben Fox and Ana Ruiz said, “[?: It fell down at night.]”");
    check("Ana Ruiz’s brother said, “[?: It fell down at night.]”");
    check("Ana Ruiz saw the man who said, “[?: It fell down at night.]”");
}

#[test]
fn what_somebody_liked_to_say_is_said_by_whom_the_pronoun_means() {
    for verb in ["liked to point out", "used to joke", "often pointed out"] {
        check(&format!(
            "Ana Ruiz digs. She left a brother, Karl Ruiz; and, as she {verb}, “[Ana Ruiz: some eleven thousand stones, all of them wet.]”"
        ));
    }
}

#[test]
fn what_a_document_says_is_said_by_whose_it_is_and_by_nobody_before() {
    let before = "Ben Fox built it.";
    check(&format!(
        "{before} A letter of Ana Ruiz, dated 3 May 1998, blames “[Ana Ruiz: persons unknown to all of us here.]”"
    ));
    check(&format!("{before} A letter from Kiel, dated 3 May 1998, blames “[?: persons unknown to all of us here.]”").replace("from Kiel", "from 1998"));
    check(&format!(
        "{before} The memo, sent in May, blames “[?: persons unknown to all of us here.]”"
    ));
    check(&format!("{before} A letter of Ana Ruiz opened “The Salt Road of the North.”"));
    check(
        "“[Ben Fox: It is dear],” said Ben Fox; another, in 1998, called the men “[?: wolves with old inkpots.]”",
    );
}

/// The quotations of blocks, with their speakers: a block that begins with `>` is quoted.
fn quoted_blocks(blocks: &[&str]) -> Vec<(String, String)> {
    let mut builder = Builder::new();
    for block in blocks {
        match block.strip_prefix("> ") {
            Some(words) => builder.add(BlockKind::Quotation, words),
            None => builder.add(BlockKind::Paragraph, block),
        }
    }
    let document = builder.finish(Meta::default());
    let findings = extract(&document);
    let name = |id: crate::document::SpeakerId| findings.speakers[id.index()].name.to_string();
    let quotes = findings.quotes.iter();
    quotes.map(|q| (q.speaker.map_or("?".into(), name), document[q.words].to_owned())).collect()
}

#[test]
fn a_line_below_a_block_quotation_says_whose_it_is() {
    let long = "The road is long.".to_owned();
    let finch = || "Harold Finch".to_owned();
    let source = "— Harold Finch, The Long Road";
    let expected = vec![(finch(), long.clone())];
    assert_eq!(
        quoted_blocks(&["It rained.", "> The road is long.", &format!("> {source}")]),
        expected
    );
    assert_eq!(quoted_blocks(&["It rained.", "> The road is long.", source]), expected);
    assert_eq!(quoted_blocks(&["> The road is long.\n— Harold Finch", "It rained."]), expected);
    assert_eq!(quoted_blocks(&["> The road is long. —Harold Finch", "It rained."]), expected);
    assert_eq!(quoted_blocks(&["The road is long.\n-- Harold Finch, The Long Road"]), expected);
    assert_eq!(quoted_blocks(&["> “The road is long.”", source]), expected);
    let two = vec![(finch(), long), (finch(), "It does not care.".to_owned())];
    assert_eq!(quoted_blocks(&["> The road is long.", "> It does not care.", source]), two);
}

#[test]
fn a_block_quotation_is_no_turn_of_the_talk_around_it() {
    let (fox, hale) = ("“It went,” said Ben Fox.", "“It stands,” said Karl Hale.");
    let words = "“A pier is a promise.”";
    let found = quoted_blocks(&[fox, hale, &format!("> {words}"), "> Source: The Kiel Gazette"]);
    assert_eq!(found[2], ("?".to_owned(), words.trim_matches(['“', '”']).to_owned()));
    let found = quoted_blocks(&[fox, hale, words]);
    assert_eq!(found[2].0, "Ben Fox");
    let found = quoted_blocks(&[&format!("> {fox}"), &format!("> {hale}"), &format!("> {words}")]);
    assert_eq!(found[2].0, "Ben Fox");
}

#[test]
fn a_block_quotation_without_such_a_line_is_nobodys() {
    assert_eq!(quoted_blocks(&["> The road is long.", "It rained."]), vec![]);
    assert_eq!(quoted_blocks(&["> The road is long.", "— Harold Finch, come here!"]), vec![]);
    assert_eq!(quoted_blocks(&["It rained.", "— Harold Finch, The Long Road"]), vec![]);
}

#[test]
fn a_pronoun_is_whoever_the_sentence_before_says_spoke() {
    check(
        "Ana Ruiz, the head of the port, said that Eva Fox had left. “[Ana Ruiz: She ran],” she said.",
    );
    check(
        "Her nephew, Piers Hale, said on Monday that Ben Fox knew. “[Piers Hale: All of it],” he said.",
    );
    check(
        "It rests on one man, a clerk from Kiel, Len Crabbe. He is old. “[Len Crabbe: We lost],” he said.",
    );
}

#[test]
fn a_pronoun_is_the_surname_that_did_what_people_do() {
    check(
        "Tsar Alexander I had plans, and he wept. ¶ Talleyrand arrived in Vienna in September \
         1814. He had no seat at the table. Within a month he had one. “[Talleyrand: The principle \
         protects us all],” he said.",
    );
    check(
        "Ben Fox came, and he slept. ¶ Spring arrived in Oslo. “[Ben Fox: It is late],” he said.",
    );
}

#[test]
fn who_is_spoken_to_and_acts_may_answer() {
    check(
        "“[Delphine: Wake up, Ben],” said Delphine. Ben yawned. “[Ben Fox: Is it late, then?]” he asked. ¶ \
         Ben Fox slept again.",
    );
}

#[test]
fn a_surname_with_a_particle_is_that_of_the_full_name() {
    check(
        "Jean-Luc de Vries came. De Vries nodded. “[Jean-Luc de Vries: Always the bus],” he said. ¶ \
         “[Jean-Luc de Vries: Never again],” said de Vries.",
    );
}

#[test]
fn a_pronoun_is_the_subject_of_the_sentence_though_its_gender_is_not_known() {
    check(
        "De Vries stood on the wall. De Vries nodded when Mateo Ruiz, a deputy, brought tea. \
         “[De Vries: You should be home],” he said. ¶ “[Mateo Ruiz: So should you],” Ruiz replied.",
    );
    check(
        "De Vries came. Mateo Ruiz, a deputy, nodded at De Vries. “[Mateo Ruiz: It is good],” he said. \
         ¶ “[De Vries: Is it?]” asked De Vries.",
    );
}

#[test]
fn who_did_it_himself_is_not_she() {
    check(
        "Adalbert built a tower. The historian Clara Vogt thinks that Adalbert burned it himself. \
         “[Clara Vogt: It was insured],” she writes.",
    );
}

#[test]
fn what_a_preposition_governs_does_not_act() {
    check(
        "Marjorie Hale came down. The keeper at Kew Green told her to go. ¶ \
         “[Marjorie Hale: I stayed on],” she said.",
    );
}

#[test]
fn it_is_nobody_who_is_a_person() {
    check(
        "“[Ana Ruiz: They knew],” Ana Ruiz said. The firm wrote. “[?: Our offer was fair],” it said.",
    );
}

#[test]
fn whoever_acts_between_two_quotations_speaks_them() {
    check(
        "“[Ana Ruiz: Who told?]” Ana Ruiz asked. ¶ “[Ben Fox: It was I],” said Ben Fox. ¶ \
         “[Mrs. Ellis: I told nobody.]” Mrs. Ellis put down her knitting. “[Mrs. Ellis: Nobody at all.]”",
    );
}

#[test]
fn an_office_is_whoever_was_named_with_it() {
    check(
        "Mayor Gloria Hancock won. “[Gloria Hancock: It is late],” the mayor said. ¶ \
         “[Ana Ruiz Jr.: So it is],” said Ana Ruiz Jr.",
    );
}

#[test]
fn titles_terms_and_signs_are_not_speech() {
    check("The “unequal treaties” left a “rock solid” mark.");
    check("Her novel, “The Glass Bridge,” sold well; “On Salt” did not.");
    check("John “Shorty” Fox ran the “Blue Note,” a club. The sign said “No Entry” twice.");
    check("Ana Ruiz said that the so-called “experts” agreed.");
}

#[test]
fn words_that_a_sentence_runs_on_into_are_no_utterance() {
    check("They want an end to the old “Cold War order.” Nobody believes it.");
    check("By night the chant had changed to “Enough!” Ana Ruiz said nothing.");
    check("A plate hangs there. It says “Mind the gap, 1911”, and there is none.");
    check("A panel hangs there. It reads, in gold, “Harbour of the dead.”");
    check("“(Laughter.)” and “[Applause]” stood in the record.");
}

#[test]
fn the_owner_of_a_diary_wrote_what_stands_in_it() {
    check("Ana Ruiz’s diary for May has one word: “[Ana Ruiz: Thieves.]”");
    check("Ana Ruiz dug on. In her last notebook stands: “[Ana Ruiz: They paid for it twice.]”");
    check("A letter on the wall has one word: “Thieves.”");
}

#[test]
fn a_country_is_no_he_and_a_name_before_a_comma_lends_none() {
    check(
        "“[Ben Fox: It will wait],” Ben Fox said. For Russia, he added, “[Ben Fox: it is pride.]”",
    );
}

#[test]
fn the_apostrophe_in_the_name_of_a_union_ends_no_name() {
    check(
        "Little, according to the Pilots’ League. \
         “[Pilots’ League: The wind is in every report],” the league wrote.",
    );
}

#[test]
fn whoever_tells_the_story_is_called_by_name_all_through_it() {
    let filler = "The fog lay on the river, and the lamps along it were lit. ".repeat(20);
    let text = format!(
        "“[Sherlock Holmes: You are right, Watson],” said Sherlock Holmes. ¶ \
         “[Watson: How so?]” I asked. ¶ “[a man: It is I, Hale. Open, Hale],” a man called. ¶ {filler} ¶ \
         “[Sherlock Holmes: You see, Watson, how it went],” said Holmes. ¶ “[Watson: I do],” said I."
    );
    check(&text);
}

#[test]
fn a_whole_utterance_is_found_without_a_speaker() {
    check("Nobody asked. “[?: There was never going to be a pier here.]”");
}

#[test]
fn speech_over_paragraphs_has_one_speaker() {
    let text = "“[Ana Ruiz: First we waited for it. ]¶“[Ana Ruiz: Then we went],” Ana Ruiz said.";
    let (document, _) = marked(text);
    let quotes = extract(&document).quotes;
    assert_eq!((quotes[0].continues, quotes[1].continues), (None, Some(0)));
    assert!(quotes[0].speaker.is_some() && quotes[0].speaker == quotes[1].speaker);
}

#[test]
fn a_few_words_in_the_sentence_of_another_are_a_phrase() {
    let (document, _) = marked("Ana Ruiz called the deal “a gift to no one,” and left.");
    let findings = extract(&document);
    assert_eq!(findings.quotes[0].kind, QuoteKind::Phrase);
    assert_eq!(findings.speakers[0].name.as_str(), "Ana Ruiz");
}

#[test]
fn written_words_are_writing_and_a_few_are_a_phrase() {
    let (document, _) = marked("“It went,” Ana Ruiz wrote. “It is gone.” Ben Fox said “not so”.");
    let kinds: Vec<_> = extract(&document).quotes.into_iter().map(|quote| quote.kind).collect();
    assert_eq!(kinds, [QuoteKind::Writing, QuoteKind::Writing, QuoteKind::Phrase]);
}
