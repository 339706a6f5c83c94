//! Where a label may be cut, and in which words it may end.

use super::lexicon::Kind;
use super::predicate::{Form, Predicate};
use super::word::{Stop, Word};

/// The most words that a label has.
pub const N_WORDS: usize = 12;

/// Nouns that say nothing without what follows `of`.
const PARTS: &[&str] = &[
    "end",
    "beginning",
    "number",
    "series",
    "kind",
    "part",
    "lot",
    "majority",
    "sort",
    "level",
    "state",
    "form",
    "siege",
    "battle",
    "fall",
    "rest",
    "most",
    "pair",
    "group",
    "use",
    "one",
    "amount",
    "range",
    "top",
    "bottom",
    "center",
    "heart",
    "edge",
    "side",
    "son",
    "daughter",
];

/// Verbs that say nothing without the `to` after them and their object.
const CAUSING: &[&str] = &[
    "forced",
    "allowed",
    "enabled",
    "caused",
    "led",
    "persuaded",
    "ordered",
    "asked",
    "urged",
    "convinced",
    "inspired",
    "wanted",
    "expected",
    "helped",
    "told",
    "invited",
    "authorized",
    "permitted",
    "required",
    "compelled",
    "encouraged",
    "said",
    "believed",
    "thought",
    "supposed",
    "scheduled",
    "intended",
    "designed",
    "used",
    "made",
    "seen",
    "known",
    "reported",
    "found",
];

/// A word of a label, with its index in the sentence; words from elsewhere have none.
pub type Piece<'a> = (Option<usize>, Word<'a>);

/// Whether a label may end in this word.
pub fn may_end(word: &Word) -> bool {
    const WEAK: &[&str] = &[
        "also", "just", "even", "very", "more", "quite", "rather", "so", "too", "only", "most",
        "almost", "nearly", "then", "however", "early", "late", "last", "same", "such", "every",
        "new", "now", "still",
    ];
    if word.close.ends_with('-') {
        return false;
    }
    match word.kind {
        Kind::Article
        | Kind::Preposition
        | Kind::To
        | Kind::Conjunction
        | Kind::Subordinator
        | Kind::Relative
        | Kind::That
        | Kind::Hinge
        | Kind::Modal
        | Kind::Have
        | Kind::Be => false,
        Kind::Determiner => word.is_one_of(&["this", "these", "those"]),
        Kind::Pronoun => !word.is_one_of(&["he", "she", "they", "we", "i"]),
        _ => !word.is_one_of(WEAK) && !word.is_possessive(),
    }
}

/// The pieces up to the last that a label may end in; `n_kept` words stay whatever they are.
pub fn trim<'b, 'a>(pieces: &'b [Piece<'a>], n_kept: usize) -> &'b [Piece<'a>] {
    let mut end = pieces.len();
    while end > n_kept {
        let is_joined = end > 1
            && pieces[end - 1].1.kind == Kind::Adverb
            && pieces[end - 2].1.kind == Kind::Conjunction;
        let is_opened = end > 1 && pieces[end - 1].1.is("be") && pieces[end - 2].1.kind == Kind::To;
        if !is_joined && !is_opened && (may_end(&pieces[end - 1].1) || is_particle(pieces, end - 1))
        {
            break;
        }
        end -= 1;
    }
    &pieces[..end]
}

/// Whether the last word belongs to the verb before it: `he took over`.
fn is_particle(pieces: &[Piece], at: usize) -> bool {
    // `it was over`, `declared it effectively over`.
    let is_state = at > 0
        && pieces[at].1.is("over")
        && matches!(pieces[at - 1].1.kind, Kind::Be | Kind::Adverb);
    is_state
        || at > 0
            && pieces[at].1.is_one_of(&["over", "on", "in", "through", "by", "around", "across"])
            && matches!(
                pieces[at - 1].1.kind,
                Kind::Past | Kind::PastOrParticiple | Kind::Participle | Kind::Present
            )
}

/// Whether the last piece is whose house it was: `at Anna Berg’s`.
fn is_at_house(pieces: &[Piece]) -> bool {
    let Some((_, last)) = pieces.last().filter(|(_, word)| word.is_possessive()) else {
        return false;
    };
    let names = pieces.iter().rev().skip(1).take_while(|(_, word)| word.kind == Kind::Name);
    let leading = pieces.iter().rev().nth(1 + names.count());
    last.kind == Kind::Name
        && leading.is_some_and(|(_, word)| word.is_one_of(&["at", "to", "from"]))
}

/// The most pieces, up to [`N_WORDS`], that end where a phrase does.
///
/// The first `n_fixed` hold the subject and the verb of `predicate`; `None` if nothing after them
/// ends well.
pub fn cut<'b, 'a>(
    pieces: &'b [Piece<'a>],
    n_fixed: usize,
    predicate: &Predicate,
) -> Option<&'b [Piece<'a>]> {
    if pieces.len() <= N_WORDS {
        return Some(if is_at_house(pieces) { pieces } else { trim(pieces, n_fixed) });
    }
    let ends = |at: &usize| {
        let (last, next) = (&pieces[at - 1].1, &pieces[*at].1);
        may_end(last)
            && !is_verb(last)
            && last.stop == Stop::None
            && is_phrase_start(next)
            && !next.is("of")
    };
    let is_causing = n_fixed > 0 && pieces[n_fixed - 1].1.is_one_of(CAUSING);
    let ends_weakly = |at: &usize| {
        let (last, next) = (&pieces[at - 1].1, &pieces[*at].1);

        let is_ing = next.kind == Kind::Ing
            && pieces
                .get(at + 1)
                .is_some_and(|(_, after)| after.is_nounish() || after.kind == Kind::Article);
        may_end(last)
            && (next.kind == Kind::Adverb
                || (next.kind == Kind::To && !is_causing)
                || is_ing
                // `left the channel 40 feet shallower`.
                || last.kind == Kind::Noun && next.text.starts_with(|c: char| c.is_ascii_digit()))
    };
    // A clause within is kept whole or not at all.
    let that = (n_fixed..pieces.len()).find(|at| pieces[*at].1.kind == Kind::That);
    let most = that.map_or(N_WORDS, |that| that.min(N_WORDS)).min(pieces.len() - 1);
    let candidates = || (n_fixed + 1..=most).rev();
    let bare = || {
        let at = n_fixed;
        let next = &pieces.get(at)?.1;
        let is_whole = predicate.is_passive || predicate.form == Form::Participle;
        let is_end = (is_phrase_start(next) || next.kind == Kind::To)
            && !next.is_one_of(&["of", "into", "as"])
            && !(is_causing && next.kind == Kind::To);
        (at <= N_WORDS && at > 1 && is_whole && is_end).then_some(at)
    };
    // `an ambiguous and broad appeal` is no pair of nouns.
    let before_and = |at: &usize| {
        let (last, next) = (&pieces[at - 1].1, &pieces[*at].1);
        let before = &pieces[at - 2].1;
        next.kind == Kind::Conjunction
            && may_end(last)
            && last.stop == Stop::None
            && before.stop == Stop::None
            && (last.kind == Kind::Name || before.kind != Kind::Article)
    };
    let before_of = |at: &usize| {
        let (last, next) = (&pieces[at - 1].1, &pieces[*at].1);
        last.kind == Kind::Noun && next.is("of") && !last.is_one_of(PARTS)
    };
    let at = candidates()
        .find(|at| ends(at) && *at > n_fixed + 1)
        .or_else(|| candidates().find(ends))
        .or_else(|| candidates().find(ends_weakly))
        .or_else(|| candidates().find(before_of))
        .or_else(|| candidates().find(before_and))
        .or_else(bare)?;
    Some(trim(&pieces[..at], n_fixed))
}

fn is_phrase_start(word: &Word) -> bool {
    if word.is("as") || word.is("than") {
        return false;
    }
    matches!(
        word.kind,
        Kind::Preposition
            | Kind::Hinge
            | Kind::Subordinator
            | Kind::Relative
            | Kind::That
            | Kind::PastOrParticiple
            | Kind::Participle
    )
}

/// Whether a word after the verb of a label is another verb, which something follows.
fn is_verb(word: &Word) -> bool {
    matches!(
        word.kind,
        Kind::Past | Kind::PastOrParticiple | Kind::Participle | Kind::Present | Kind::Ing
    )
}
