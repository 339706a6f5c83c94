//! Labels: what happened, in a few words, cut out of the sentence around a date.
//!
//! In: a sentence and where the date stands in it. Out: at most twelve of its own words, without
//! the date and what led to it, ending where a clause or a phrase ends; if no clause can be told,
//! the first words of the sentence and an ellipsis. A long sentence is seen only near the date, so
//! the time does not depend on its length.

use crate::extract::verb::{is_finite, is_past};
use std::ops::Range;

/// The most words that a label has.
const N_WORDS: usize = 12;
/// How far to either side of the date the sentence is read, in bytes.
const REACH: usize = 400;

/// The label for the date at `date` of `sentence`.
pub fn label(sentence: &str, date: Range<usize>) -> String {
    let clauses = Clauses::around(sentence, date.clone());
    let own = clauses.own_without_date();
    let own = own.as_deref().map(main_part).filter(|words| is_whole(words)).and_then(cut);
    let words = own
        .or_else(|| clauses.phrase())
        .or_else(|| clauses.neighbor().and_then(|words| cut(main_part(words))));
    match words {
        Some(words) => finish(&words.join(" "), ""),
        None if clauses.is_opened_by_date() => opening(&sentence[date.end..]),
        None => opening(sentence),
    }
}

/// The clauses of a sentence near a date, as their words with the signs at their ends.
struct Clauses<'a> {
    list: Vec<Vec<&'a str>>,
    /// The clause that holds the date.
    own: usize,
    /// How many of its words stand before the date.
    before: usize,
}

impl<'a> Clauses<'a> {
    fn around(sentence: &'a str, date: Range<usize>) -> Self {
        let window = window(sentence, &date);
        let mut clauses = Self { list: vec![Vec::new()], own: 0, before: 0 };
        clauses.read(&sentence[window.start..date.start]);
        clauses.own = clauses.list.len() - 1;
        clauses.before = clauses.list[clauses.own].len();
        let rest = &sentence[date.end..window.end];
        // What hangs on the date: `1949’s`, and the comma that ends its clause.
        let stuck = rest.find(|c: char| c.is_whitespace() || c == '—').unwrap_or(rest.len());
        if rest[..stuck].contains([',', ';', ':', ')']) || rest[stuck..].starts_with('—') {
            clauses.list.push(Vec::new());
        }
        clauses.read(&rest[stuck..]);
        clauses
    }

    fn read(&mut self, text: &'a str) {
        for word in text.split_whitespace() {
            for (index, part) in word.split('—').enumerate() {
                if index > 0 || part.starts_with(['(', '[']) || part == "–" {
                    self.list.push(Vec::new());
                }
                if !bare(part).is_empty()
                    && let Some(clause) = self.list.last_mut()
                {
                    clause.push(part);
                }
                let ending = part.trim_end_matches(['”', '"', '’']);
                if ending.ends_with([',', ';', ':', ')', ']']) {
                    self.list.push(Vec::new());
                }
            }
        }
    }

    /// The words of the date's clause without the date and what led to it; `None` if it does not
    /// read without them (`her diary for … says`), or is the end of a list.
    fn own_without_date(&self) -> Option<Vec<&'a str>> {
        let clause = &self.list[self.own];
        let (before, after) = clause.split_at(self.before);
        let n_kept = before.len() - n_leading_to_date(before, after);
        let before = &before[..n_kept];
        let opens_with = |words: &[&str]| words.first().is_some_and(|word| bare(word) == "and");
        let is_item = |clause: &Vec<&str>| !clause.iter().any(|word| is_finite(bare(word)));
        if opens_with(before) && self.own > 0 && is_item(&self.list[self.own - 1]) {
            return None;
        }
        let has_verb = before.iter().any(|word| is_finite(bare(word)))
            || before.first().is_some_and(|word| bare(word) == "to");
        if has_verb && after.first().is_some_and(|word| SUBORDINATORS.contains(&bare(word))) {
            // What goes on after the date is another matter: `was signed in 1949 and renewed …`.
            return Some(before.to_vec());
        }
        let hangs = before.last().is_some_and(|word| is_function_word(&bare(word).to_lowercase()));
        let is_the = before.last().is_some_and(|word| word.eq_ignore_ascii_case("the"));
        (!hangs || is_the || after.is_empty()).then(|| [before, after].concat())
    }

    /// The clause nearest to the date that can stand by itself: after a date that opens its
    /// sentence a later one, else an earlier one.
    fn neighbor(&self) -> Option<&[&'a str]> {
        // A clause with a date of its own says what happened then.
        let has_date = |word: &&str| bare(word).len() >= 4 && word.contains(char::is_numeric);
        let is_whole = |clause: &&Vec<&'a str>| {
            let words = main_part(clause);
            is_whole(words) && !words.iter().any(has_date) && !is_finite(bare(words[0]))
        };
        let after = self.list[self.own + 1..].iter().take(4).find(is_whole);
        let before = self.list[..self.own].iter().rev().take(3).find(is_whole);
        let clause = if self.is_opened_by_date() { after } else { before };
        clause.map(Vec::as_slice)
    }

    /// The noun phrase with a participle that ends in the date, of a clause that is not whole:
    /// `on terms that recalled the treaties imposed in the 19th century`.
    fn phrase(&self) -> Option<&[&'a str]> {
        const DETERMINERS: &[&str] = &["the", "a", "an", "his", "her", "its", "their", "these"];
        let before = &self.list[self.own][..self.before];
        let words = &before[..before.len() - n_leading_to_date(before, &[])];
        let starts = words.len().saturating_sub(N_WORDS)..words.len().saturating_sub(3);
        let is_phrase = |at: &usize| {
            let rest = &words[*at..];
            DETERMINERS.contains(&rest[0])
                // A participle of the phrase stands behind its noun.
                && rest.iter().skip(2).any(|word| is_past(bare(word)) && word.ends_with("ed"))
                && !rest.iter().any(|word| SUBORDINATORS.contains(&bare(word)))
        };
        starts.into_iter().find(is_phrase).filter(|at| *at > 0).map(|at| &words[at..])
    }

    /// Whether the sentence begins with the date and what leads to it.
    fn is_opened_by_date(&self) -> bool {
        self.own == 0 && n_leading_to_date(&self.list[0][..self.before], &[]) == self.before
    }
}

/// The part of the sentence that is read: whole words within reach of the date.
fn window(sentence: &str, date: &Range<usize>) -> Range<usize> {
    let mut start = sentence.floor_char_boundary(date.start.saturating_sub(REACH));
    if start > 0 {
        let blank = sentence[start..date.start].find(char::is_whitespace);
        start = blank.map_or(date.start, |blank| start + blank);
    }
    let mut end = sentence.ceil_char_boundary((date.end + REACH).min(sentence.len()));
    if end < sentence.len() {
        end =
            sentence[date.end..end].rfind(char::is_whitespace).map_or(date.end, |at| date.end + at);
    }
    start..end
}

/// How many of the last words before a date only lead to it: `in the`, `as early as`.
fn n_leading_to_date(before: &[&str], after: &[&str]) -> usize {
    const LEADING: &[&str] = &[
        "in",
        "on",
        "by",
        "of",
        "during",
        "since",
        "until",
        "till",
        "from",
        "around",
        "about",
        "between",
        "early",
        "late",
        "year",
        "years",
        "after",
        "before",
        "as",
        "at",
        "around",
        "throughout",
        "back",
        "only",
        "dated",
    ];
    let mut n_words = 0;
    let mut last = before.iter().rev().map(|word| bare(word).to_lowercase()).peekable();
    // `the` goes with its preposition, and stays with its noun: `the 1914–1918 war`.
    if last.peek().is_some_and(|word| word == "the") {
        let next = before.len().checked_sub(2).map(|at| bare(before[at]).to_lowercase());
        let is_led = next.is_some_and(|word| LEADING.contains(&word.as_str()));
        if !is_led && !after.is_empty() {
            return 0;
        }
        n_words += 1;
        last.next();
    }
    n_words + last.take_while(|word| LEADING.contains(&word.as_str())).count()
}

/// A clause without the conjunctions that open it.
fn main_part<'b, 'a>(words: &'b [&'a str]) -> &'b [&'a str] {
    const OPENING: &[&str] =
        &["but", "and", "yet", "still", "so", "or", "then", "however", "thus", "that"];
    let is_opening = |word: &&&str| OPENING.contains(&bare(word).to_lowercase().as_str());
    &words[words.iter().take_while(is_opening).count()..]
}

/// Whether the words can stand by themselves: a subject and a verb, or a participle and more.
fn is_whole(words: &[&str]) -> bool {
    let Some(first) = words.first() else { return false };
    let first = bare(first).to_lowercase();
    if first == "to" {
        return words.len() > 3;
    }
    if words.len() < 2 || CUTS.contains(&first.as_str()) {
        return false;
    }
    let is_main = |word: &&str| !SUBORDINATORS.contains(&bare(word).to_lowercase().as_str());
    match words.iter().position(|word| is_finite(bare(word))) {
        // A subject that is the date itself leaves `was cold` behind.
        Some(0) => words.len() > 2 && first.ends_with("ed"),
        Some(at) => words[..at].iter().all(is_main),
        None => first == "born",
    }
}

/// The most words up to [`N_WORDS`] that end where a clause or a phrase does, and say something.
fn cut<'b, 'a>(words: &'b [&'a str]) -> Option<&'b [&'a str]> {
    let verb_at = words.iter().position(|word| is_finite(bare(word))).unwrap_or(0);
    let is_in =
        |at: usize, table: &[&str]| table.contains(&bare(words[at]).to_lowercase().as_str());
    let ends_well = |at: &usize| {
        let last = bare(words[at - 1]).to_lowercase();
        *at > verb_at + 1 && !is_in(*at, &["of"]) && !is_function_word(&last) && !is_finite(&last)
    };
    let at_clause = || (6..=N_WORDS).rev().find(|at| is_in(*at, SUBORDINATORS) && ends_well(at));
    let at_phrase = || (4..=N_WORDS).rev().find(|at| is_in(*at, CUTS) && ends_well(at));
    let kept = if words.len() <= N_WORDS {
        trim_function_words(words)
    } else {
        &words[..at_clause().or_else(at_phrase)?]
    };
    // `We had` and `it was` are the beginning of something.
    let says_something = kept.len() > verb_at
        && kept.len() > 1
        && !kept.last().is_some_and(|word| is_auxiliary(bare(word)));
    says_something.then_some(kept)
}

/// The first words of a sentence, with an ellipsis if it is longer.
fn opening(sentence: &str) -> String {
    let mut words: Vec<&str> = sentence.split_whitespace().take(N_WORDS + 1).collect();
    if words.len() <= N_WORDS {
        return finish(&words.join(" "), "");
    }
    words.truncate(N_WORDS - 2);
    finish(&trim_function_words(&words).join(" "), "…")
}

/// The words up to the last one that a label may end in.
fn trim_function_words<'b, 'a>(words: &'b [&'a str]) -> &'b [&'a str] {
    let is_good = |word: &&str| {
        let word = bare(word).to_lowercase();
        !word.is_empty() && (!is_function_word(&word) || is_auxiliary(&word))
    };
    let length = words.iter().rposition(is_good).map_or(0, |last| last + 1);
    &words[..length]
}

fn is_auxiliary(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "be" | "been" | "had" | "has" | "have" | "not")
}

/// Words that open a clause.
const SUBORDINATORS: &[&str] = &[
    "which", "who", "whom", "whose", "that", "when", "where", "while", "because", "although",
    "though", "after", "before", "since", "until", "as", "if", "whereas", "and", "but", "or",
    "just", "so", "than", "even",
];

/// Words before which a label may end.
const CUTS: &[&str] = &[
    "which",
    "who",
    "whom",
    "whose",
    "that",
    "when",
    "where",
    "while",
    "because",
    "although",
    "though",
    "after",
    "before",
    "since",
    "until",
    "as",
    "if",
    "whereas",
    "and",
    "but",
    "or",
    "to",
    "in",
    "on",
    "at",
    "for",
    "with",
    "from",
    "by",
    "against",
    "into",
    "over",
    "under",
    "through",
    "between",
    "among",
    "during",
    "without",
    "within",
    "across",
    "toward",
    "towards",
    "amid",
    "despite",
    "including",
    "following",
    "via",
    "near",
];

/// Whether a label must not end in this word.
fn is_function_word(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "the", "a", "an", "of", "his", "her", "its", "their", "our", "my", "your", "this", "these",
        "those", "is", "are", "was", "were", "be", "been", "had", "has", "have", "not", "no",
        "very", "more", "most", "such", "also", "would", "could", "will", "may", "might", "he",
        "she", "they", "we", "about", "around", "like", "both", "only", "every", "any",
    ];
    CUTS.contains(&word) || SUBORDINATORS.contains(&word) || OTHERS.contains(&word)
}

/// A word without the signs around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A label with a capital letter, without closing signs and without half a pair of marks.
fn finish(words: &str, ending: &str) -> String {
    let closing = |c: char| matches!(c, '.' | ',' | ';' | ':' | '?' | '!' | '–' | '—' | ' ');
    let mut text = words.trim_matches(closing).to_owned();
    for (open, close) in [('“', '”'), ('(', ')'), ('[', ']'), ('«', '»')] {
        if text.matches(open).count() != text.matches(close).count() {
            text.retain(|c| c != open && c != close);
        }
    }
    if text.matches('"').count() % 2 == 1 {
        text.retain(|c| c != '"');
    }
    let text = text.trim_matches(closing);
    // `decided: to meet …` meets.
    let text = text.strip_prefix("to ").unwrap_or(text);
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}{ending}", first.unwrap_or_default(), characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The label for the date in brackets.
    #[track_caller]
    fn check(marked: &str, expected: &str) {
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        let sentence = marked.replace(['[', ']'], "");
        assert_eq!(label(&sentence, start..end), expected);
    }

    #[test]
    fn the_clause_of_the_date_loses_it_and_what_led_to_it() {
        check("But the talks collapsed in the [late 1950s].", "The talks collapsed");
        check("In [1969], the two fleets met off Kiel.", "The two fleets met off Kiel");
        check("The [1914–1918] war killed half the village.", "The war killed half the village");
        check("Rome fell in [1527] to unpaid soldiers.", "Rome fell to unpaid soldiers");
    }

    #[test]
    fn what_goes_on_after_the_date_is_left_out() {
        check("The pact was signed in [1949] and renewed in 1950.", "The pact was signed");
        check("He sold it in [1881] because he was ill.", "He sold it");
    }

    #[test]
    fn a_date_without_a_verb_takes_the_clause_beside_it() {
        check(
            "In [May 1821], two years after he lost the see, the bishop sailed home.",
            "The bishop sailed home",
        );
        check(
            "She got her bridge, opened in [May 1890], but never crossed it.",
            "She got her bridge",
        );
    }

    #[test]
    fn a_date_in_a_dependent_phrase_takes_that_phrase() {
        check(
            "They signed in 1950, but on terms that recalled the unequal leases imposed on the port in the [19th century].",
            "The unequal leases imposed on the port",
        );
        check(
            "One aim was left: to sail round the cape in [1972] and return.",
            "Sail round the cape",
        );
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
    }

    #[test]
    fn without_a_clause_the_sentence_is_cut_at_a_word() {
        check("A quiet year, [1931].", "A quiet year, 1931");
        check(
            "Her diary for [14 May 1839] has a single word.",
            "Her diary for 14 May 1839 has a single word",
        );
        check(
            "Wool, tin, salt, rope, tar, oak, hemp, coal, lead, iron, glass and tea: the trade of [1790].",
            "Wool, tin, salt, rope, tar, oak, hemp, coal, lead, iron…",
        );
    }

    #[test]
    fn half_a_pair_of_marks_is_dropped() {
        check("He praised “the long peace of [1871]”.", "He praised the long peace");
    }
}
