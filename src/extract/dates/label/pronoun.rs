//! Who `he`, `it` and `they` are, where the words before say so plainly.

use super::lexicon::Kind;
use super::predicate::predicates;
use super::subject::Syntax;
use super::word::{Word, Words};

/// How much of the sentence before is read, in bytes.
const N_BYTES: usize = 240;
/// The most words that a name stands for a pronoun with.
const N_WORDS: usize = 5;

/// What a pronoun may stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Person,
    Thing,
    Several,
}

/// The words for a pronoun that stands as a subject; `None` if they are not plain.
///
/// `index` is the predicate of the pronoun, `before` the sentence before. Only subjects count: of
/// the clauses before it in its own sentence, then that of the sentence before.
pub fn referent<'a>(
    syntax: Syntax<'_, 'a>,
    index: usize,
    pronoun: &Word,
    before: Option<&'a str>,
) -> Option<Vec<Word<'a>>> {
    let wanted = wanted(pronoun)?;
    let first = syntax.predicates[index].start;
    for other in (0..index).rev().filter(|other| syntax.predicates[*other].is_finite()) {
        let subject = words_of(syntax, other);
        if syntax.predicates[other].start < first && fits(&subject, wanted) {
            return Some(subject);
        }
        // Somebody or something else stands between.
        let is_other = !subject.is_empty() && subject.iter().all(|word| word.kind != Kind::Pronoun);
        if is_other && wanted == Wanted::Thing || subject.iter().any(|word| word.kind == Kind::Name)
        {
            return None;
        }
    }
    let list = Words::of_opening(before?, N_BYTES);
    let found = predicates(&list);
    let syntax = Syntax { list: &list, predicates: &found };
    let main = found.iter().position(|predicate| predicate.is_finite())?;
    let subject = words_of(syntax, main);
    fits(&subject, wanted).then_some(subject)
}

fn words_of<'a>(syntax: Syntax<'_, 'a>, index: usize) -> Vec<Word<'a>> {
    syntax.subject(index).words.iter().map(|at| syntax.list[*at]).collect()
}

fn wanted(pronoun: &Word) -> Option<Wanted> {
    if pronoun.is_one_of(&["he", "she", "his"]) {
        Some(Wanted::Person)
    } else if pronoun.is_one_of(&["it", "its"]) {
        Some(Wanted::Thing)
    } else {
        pronoun.is_one_of(&["they", "their"]).then_some(Wanted::Several)
    }
}

fn fits(subject: &[Word], wanted: Wanted) -> bool {
    let (Some(first), Some(last)) = (subject.first(), subject.last()) else { return false };
    let is_short = subject.len() <= N_WORDS && last.is_nounish();
    let is_joined = subject.iter().any(|word| word.kind == Kind::Conjunction);
    let is_plural = is_joined || (last.text.ends_with('s') && !last.text.ends_with("ss"));
    let has_the = first.is_one_of(&["the", "a", "an"]);
    let is_own = first.kind == Kind::Article && !has_the;
    let is_person = is_role(last) || (!has_the && first.kind == Kind::Name);
    let plain = |word: &Word| {
        word.is_nounish() || matches!(word.kind, Kind::Article | Kind::Conjunction) || word.is("of")
    };
    // `Having won, he was shot`: a participle that opens a sentence looks like a name.
    let is_opening =
        first.text.eq_ignore_ascii_case("having") || first.text.eq_ignore_ascii_case("being");
    is_short
        && !last.is("I")
        && !is_own
        && !is_opening
        && subject.iter().all(plain)
        && match wanted {
            Wanted::Person => is_person && !is_joined && (!is_plural || !has_the),
            Wanted::Thing => has_the && !is_plural && !is_role(last),
            Wanted::Several => is_plural && (has_the || is_joined),
        }
}

/// Whether a noun is that of a person: `minister`, `king`.
fn is_role(word: &Word) -> bool {
    const ROLES: &[&str] = &[
        "king",
        "queen",
        "president",
        "general",
        "man",
        "woman",
        "pope",
        "prince",
        "princess",
        "captain",
        "colonel",
        "duke",
        "chief",
        "director",
        "author",
        "senator",
        "chancellor",
        "bishop",
        "student",
        "tsar",
        "sultan",
        "shah",
        "boy",
        "girl",
        "wife",
        "husband",
        "son",
        "daughter",
        "poet",
        "judge",
        "mayor",
    ];
    let word_ends = ["er", "or", "ist", "ian"].iter().any(|ending| word.text.ends_with(ending));
    word.is_one_of(ROLES) || (word.kind == Kind::Noun && word_ends)
}
