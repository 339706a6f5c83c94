//! Which words look like verbs, and in what form, to tell a clause from a phrase without a parser.
//!
//! A word alone does not tell: `the hated treaty` and `they hated it` look the same here. Whoever
//! asks looks at the words around it.

use super::word_map::{WordMap, WordSet};

/// The form in which a word may be a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerbForm {
    /// A past tense only: `began`.
    Past,
    /// A past tense or a participle: `signed`, `held`.
    PastOrParticiple,
    /// A participle only: `begun`.
    Participle,
    /// The third person of the present: `begins`.
    Present,
}

/// The form of a word in small letters; `None` if it is no verb, a base form or one in `-ing`.
pub fn verb_form(word: &str) -> Option<VerbForm> {
    const FORMS: &WordMap<Option<VerbForm>, 1024> = &WordMap::new(None)
        .with(PAST, Some(VerbForm::Past))
        .with(PAST_OR_PARTICIPLE, Some(VerbForm::PastOrParticiple))
        .with(PARTICIPLES, Some(VerbForm::Participle))
        .with(PRESENT, Some(VerbForm::Present))
        .with(NO_VERBS, None);
    FORMS.get(word).unwrap_or_else(|| is_regular(word).then_some(VerbForm::PastOrParticiple))
}

/// Whether a word may be a verb in the past tense.
pub fn is_past(word: &str) -> bool {
    matches!(verb_form(word), Some(VerbForm::Past | VerbForm::PastOrParticiple))
}

/// Whether a word may be a finite verb in any tense.
pub fn is_finite(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "are", "am", "have", "do", "will", "would", "can", "could", "may", "might", "must",
        "shall", "should",
    ];
    OTHERS.contains(&word) || verb_form(word).is_some_and(|form| form != VerbForm::Participle)
}

/// Whether a verb says how things were rather than what happened.
pub fn is_state(verb: &str) -> bool {
    STATES.contains(verb)
}

/// Whether a verb only says who told it.
pub fn is_speech(verb: &str) -> bool {
    SPEECH.contains(verb)
}

/// Whether a past form is one by its ending: `signed`.
fn is_regular(word: &str) -> bool {
    word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed")
}

/// What ends as a regular past form and is none, sorted.
#[rustfmt::skip]
const NO_VERBS: &[&str] = &[
    "aged", "allied", "armed", "armored", "armoured", "biased", "crooked", "embed", "hundred",
    "infrared", "kindred", "limited", "moped", "naked", "rugged", "sacred", "shed", "shred", "sled",
    "so-called", "unarmed", "united", "unprecedented", "varied", "wicked",
];

/// Past forms of verbs that tell no event, sorted.
#[rustfmt::skip]
const STATES: &WordSet<256> = &WordSet::new(()).with(&[
    "admired", "are", "believed", "belonged", "comprised", "consisted", "contained", "cost",
    "covered", "dated", "depended", "dominated", "enjoyed", "existed", "favored", "favoured",
    "feared", "featured", "felt", "had", "has", "have", "hoped", "included", "involved", "is",
    "kept", "knew", "lacked", "lasted", "lay", "liked", "lived", "looked", "loved", "meant",
    "needed", "numbered", "owned", "possessed", "preferred", "prevailed", "ranked", "relied",
    "remained", "represented", "required", "resembled", "resided", "sat", "seemed", "stayed",
    "stood", "stretched", "struggled", "suffered", "thought", "totaled", "totalled", "understood",
    "wanted", "was", "were", "wished", "wore", "worked",
], ());

/// Verbs that introduce what somebody told, sorted.
#[rustfmt::skip]
const SPEECH: &WordSet<128> = &WordSet::new(()).with(&[
    "added", "admitted", "argued", "believed", "claimed", "commented", "concluded", "estimated",
    "explained", "insisted", "maintained", "noted", "notes", "observed", "recalled", "recalls",
    "remarked", "reported", "reports", "said", "says", "stated", "states", "suggested", "suggests",
    "tells", "thinks", "thought", "told", "warned", "warns", "writes", "wrote",
], ());
/// Other forms that are a past tense and a participle, sorted.
#[rustfmt::skip]
const PAST_OR_PARTICIPLE: &[&str] = &[
    "agreed", "beat", "become", "bent", "beset", "bit", "bled", "bought", "bound", "bred",
    "brought", "built", "burnt", "burst", "cast", "caught", "clung", "come", "cost", "crept", "cut",
    "dealt", "decreed", "dug", "fed", "felt", "fit", "fled", "flung", "fought", "found", "freed",
    "ground", "guaranteed", "heard", "held", "hid", "hit", "hung", "hurt", "kept", "knelt", "laid",
    "leapt", "learnt", "led", "left", "lent", "lit", "lost", "made", "meant", "met", "misled",
    "offset", "overcome", "paid", "put", "read", "rebuilt", "retold", "rid", "run", "said", "sat",
    "sent", "set", "shot", "shut", "slain", "slept", "slid", "sold", "sought", "sped", "spent",
    "split", "spread", "spun", "stood", "struck", "stuck", "swept", "swung", "taught", "thought",
    "told", "understood", "upheld", "wept", "withheld", "withstood", "won", "wound",
];

/// Forms that are a past tense only, the regular ones of verbs without a passive, sorted.
#[rustfmt::skip]
const PAST: &[&str] = &[
    "appeared", "arose", "arrived", "ate", "bade", "became", "befell", "began", "beheld",
    "belonged", "bid", "blew", "bore", "broke", "came", "chose", "consisted", "did", "died",
    "disappeared", "drank", "drew", "drove", "emerged", "ensued", "erupted", "existed", "fell",
    "flew", "forbade", "foresaw", "forgot", "forsook", "froze", "gave", "got", "grew", "had",
    "happened", "knew", "lasted", "lay", "lived", "mistook", "occurred", "outgrew", "outran",
    "overcame", "overran", "oversaw", "overthrew", "overtook", "partook", "ran", "rang", "remained",
    "retook", "rewrote", "rode", "rose", "sang", "sank", "saw", "seemed", "shook", "shrank",
    "shrunk", "slew", "spoke", "sprang", "stank", "stole", "strove", "stung", "swam", "swore",
    "threw", "throve", "took", "tore", "trod", "undertook", "underwent", "undid", "was", "went",
    "were", "withdrew", "woke", "wore", "wove", "wrote",
];

/// Irregular forms that are a participle only, sorted.
#[rustfmt::skip]
const PARTICIPLES: &[&str] = &[
    "arisen", "beaten", "been", "begun", "bitten", "blown", "born", "borne", "broken", "chosen",
    "done", "drawn", "driven", "eaten", "fallen", "flown", "forbidden", "foreseen", "forgotten",
    "frozen", "given", "gone", "gotten", "grown", "hidden", "known", "lain", "overrun", "overseen",
    "overtaken", "overthrown", "proven", "retaken", "rewritten", "ridden", "risen", "seen", "sewn",
    "shaken", "shown", "spoken", "stolen", "sung", "sunk", "sworn", "taken", "thrown", "torn",
    "undergone", "undertaken", "undone", "withdrawn", "woken", "worn", "woven", "written",
];

/// Third persons that are seldom a plural noun, sorted.
#[rustfmt::skip]
const PRESENT: &[&str] = &[
    "abandons", "accepts", "adds", "agrees", "allows", "announces", "appears", "appoints",
    "approves", "argues", "arrests", "arrives", "asks", "attacks", "becomes", "begins", "believes",
    "blames", "breaks", "brings", "builds", "buys", "calls", "captures", "carries", "claims",
    "closes", "collapses", "comes", "completes", "continues", "creates", "crosses", "dates",
    "declares", "defeats", "demands", "denies", "describes", "destroys", "dies", "discovers",
    "does", "elects", "ends", "enters", "establishes", "expands", "explains", "faces", "falls",
    "fights", "finds", "finishes", "flees", "follows", "founds", "gains", "gets", "gives", "goes",
    "grants", "grows", "has", "helps", "holds", "includes", "insists", "invades", "is", "joins",
    "kills", "knows", "launches", "leaves", "lies", "lives", "looks", "loses", "makes", "marries",
    "means", "meets", "moves", "needs", "notes", "offers", "opens", "orders", "owns", "passes",
    "plans", "plays", "promises", "proves", "provides", "publishes", "reaches", "receives",
    "refuses", "rejects", "remains", "remembers", "reports", "represents", "requires", "resigns",
    "resumes", "returns", "rises", "runs", "sails", "says", "seems", "sees", "sells", "sends",
    "serves", "sets", "shows", "signs", "sinks", "sits", "speaks", "stands", "starts", "states",
    "stays", "studies", "suggests", "surrenders", "takes", "teaches", "tells", "thinks", "tries",
    "turns", "wants", "warns", "wins", "works", "writes",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_says_what_a_verb_may_be() {
        assert_eq!(verb_form("began"), Some(VerbForm::Past));
        assert_eq!(verb_form("begun"), Some(VerbForm::Participle));
        assert_eq!(verb_form("signed"), Some(VerbForm::PastOrParticiple));
        assert_eq!(verb_form("begins"), Some(VerbForm::Present));
        assert_eq!(verb_form("escalated"), Some(VerbForm::PastOrParticiple));
        assert_eq!(verb_form("hundred"), None);
        assert_eq!(verb_form("need"), None);
    }
}
