//! Sentences about the text itself: when it was published, changed, looked up, or when the talk that
//! it prints took place. Their dates are none of what the text tells.

use std::ops::Range;

/// No such sentence is longer, in bytes.
const SENTENCE_BYTES: usize = 240;

/// What is done with a text.
const DONE: &[&str] = &[
    "accessed",
    "archived",
    "edited",
    "modified",
    "posted",
    "published",
    "republished",
    "retrieved",
    "reviewed",
    "revised",
    "updated",
];

/// Whether the sentence with a date at `date` says nothing but what was done with the text then.
pub fn is_imprint(sentence: &str, date: &Range<usize>) -> bool {
    if is_copyright(&sentence[..date.start]) {
        return true;
    }
    if sentence.len() > SENTENCE_BYTES {
        return false;
    }
    let is_sign = |c: char| !c.is_alphanumeric();
    let mut words = sentence.split(is_sign).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return false };
    let first = first.to_ascii_lowercase();
    match &*first {
        "correction" | "corrections" | "update" | "updates" | "editor" | "editors" => {
            is_notice(sentence, date)
        }
        "this" => is_of_this_text(sentence, date),
        "the" => words.next() == Some("following") && is_of_this_text(sentence, date),
        // The head of a file of Project Gutenberg.
        "release" => sentence.to_ascii_lowercase().contains("[ebook #"),
        "interview" | "interviewed" | "transcript" => {
            is_line(&sentence[..date.start]) && is_line(&sentence[date.end..])
        }
        "first" | "last" | "originally" | "most" | "date" | "by" => {
            let is_done = sentence[..date.start].split(is_sign).any(is_done);
            is_done && is_line(&sentence[..date.start]) && is_line(&sentence[date.end..])
        }
        _ => is_done(&first) && is_line(&sentence[..date.start]) && is_line(&sentence[date.end..]),
    }
}

/// Whether what stands before a date says that the right to copy begins then: `© 1998, 2003–`.
fn is_copyright(before: &str) -> bool {
    let before = before.trim_end_matches(|c: char| " \u{a0},-–".contains(c) || c.is_ascii_digit());
    let sign = before.strip_suffix(['©', '℗']);
    let sign = sign.or_else(|| before.strip_suffix("(c)")).or_else(|| before.strip_suffix("(C)"));
    sign.is_some() || before.trim_start().eq_ignore_ascii_case("copyright")
}

fn is_done(word: &str) -> bool {
    DONE.iter().any(|done| word.eq_ignore_ascii_case(done))
}

/// Whether a part of a sentence has only the words of such a line: what was done, names, numbers.
fn is_line(part: &str) -> bool {
    const WORDS: &[&str] = &[
        "a",
        "also",
        "am",
        "and",
        "at",
        "by",
        "conducted",
        "date",
        "from",
        "held",
        "in",
        "last",
        "most",
        "of",
        "on",
        "online",
        "originally",
        "first",
        "original",
        "over",
        "phone",
        "pm",
        "recently",
        "recorded",
        "the",
        "via",
        "with",
    ];
    let mut words = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words
        .all(|word| !word.starts_with(char::is_lowercase) || is_done(word) || WORDS.contains(&word))
}

/// `Correction, 3 May 2021: …`, `Update (May 3): …`, `Editor’s note, May 3, 2021: …`.
fn is_notice(sentence: &str, date: &Range<usize>) -> bool {
    const LED_BY: &[&str] =
        &["correction", "corrections", "editor", "editors", "note", "s", "update", "updates", "on"];
    let mut before = sentence[..date.start]
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let rest = sentence[date.end..].trim_start_matches([')', ']']);
    before.all(|word| LED_BY.iter().any(|known| word.eq_ignore_ascii_case(known)))
        && (rest.starts_with(':') || !rest.contains(char::is_alphanumeric))
}

/// `This interview was conducted by phone on 3 May 2020 and has been edited`.
fn is_of_this_text(sentence: &str, date: &Range<usize>) -> bool {
    const TEXTS: &[&str] = &[
        "article",
        "column",
        "conversation",
        "episode",
        "essay",
        "interview",
        "page",
        "piece",
        "post",
        "story",
        "transcript",
    ];
    const FIRST_WORDS: usize = 4;
    let words = || {
        sentence[..date.start].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
    };
    let is_text = words().take(FIRST_WORDS).any(|word| TEXTS.contains(&word));
    let is_talk =
        |word: &str| matches!(word, "appeared" | "conducted" | "recorded" | "held" | "translated");
    let took_place = || sentence[..date.start].contains(" took place ");
    is_text && (words().any(|word| is_done(word) || is_talk(word)) || took_place())
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder, Meta};
    use crate::extract::extract;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, text);
        let document = builder.finish(Meta::default());
        let found = extract(&document).events;
        let dates: Vec<&str> = found.iter().map(|event| &document[event.mention]).collect();
        assert_eq!(dates, expected, "{text}");
    }

    #[test]
    fn what_was_done_with_the_text_is_no_event_of_it() {
        for text in [
            "Published 4 May 2020. Updated May 3, 2021.",
            "Release date: 4 May 2020 [eBook #12345]",
            "First published on 4 May 2020 at 10:15 am, by Ann Doe.",
            "Last updated: May 9, 2021",
            "By Ann Doe. Posted May 4, 2020; updated May 5, 2020.",
            "Retrieved 4 May 2021. Archived from the original on 5 May 2021.",
            "Interview conducted on 3 May 2020 in Oslo.",
            "This interview was conducted by phone on 3 May 2020 and has been edited for length.",
            "The following conversation took place on 3 May 2020.",
            "This story was updated on May 4, 2020, to add what the owners said.",
            "Correction, 3 May 2021: The name of the river was wrong.",
            "Editor’s note (May 3, 2021): The name of the river was wrong.",
            "© 2021 The Quay, 1 Dock Street",
            "Copyright 2018 The Quay. All rights reserved.",
            "Text and pictures Copyright (c) 1998, 2003–2021 by the makers of The Quay",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn what_others_published_or_said_is_one() {
        check("Published in May 1859, the book caused a stir.", &["May 1859"]);
        check(
            "The interview was conducted on 20 November 1995 in the palace.",
            &["20 November 1995"],
        );
        check("Updated in May 1859, his tables were used by every ship.", &["May 1859"]);
        check("This bridge was opened on 3 May 1931.", &["3 May 1931"]);
        check(
            "He retrieved it on 4 May 2021. Interviews were held on 5 May 2021.",
            &["4 May 2021", "5 May 2021"],
        );
        check("The law on copyright of 1790 was short.", &["1790"]);
        check("Of copyright in 1921 nobody spoke.", &["1921"]);
        check("First he wrote to her on 4 May 1921.", &["4 May 1921"]);
        check("Updates were sent on 4 May 1921 by wire.", &["4 May 1921"]);
    }
}
