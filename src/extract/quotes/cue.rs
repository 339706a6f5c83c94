//! The verbs that say whose words are quoted, and the words that may stand beside them.

use crate::extract::verb::is_past;
use crate::extract::word_map::WordSet;

/// A cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// `said`, `told`.
    Speech,
    /// `wrote`.
    Writing,
    /// `called`, `dismissed`: it takes a few quoted words into its own sentence.
    Naming,
}

impl Cue {
    /// The cue that a word is, in its finite forms.
    pub fn of(word: &str) -> Option<Self> {
        if !word.starts_with(|c: char| c.is_ascii_lowercase()) {
            return None;
        }
        if WRITING.contains(word) {
            return Some(Self::Writing);
        }
        SPEECH.contains(word).then_some(Self::Speech)
    }

    /// The cue that two words are: `went on`, `put it`.
    pub fn of_pair(first: &str, second: &str) -> Option<Self> {
        let is_pair = match second {
            "it" => matches!(first, "put" | "puts"),
            "on" => matches!(first, "went" | "goes"),
            "out" => matches!(first, "point" | "pointed" | "points" | "burst" | "called" | "cried"),
            "in" => matches!(first, "chimed" | "broke" | "cut"),
            _ => false,
        };
        is_pair.then_some(Self::Speech)
    }

    /// The cue that a word is inside the sentence that quotes: a finite form, or `called`.
    pub fn inside(word: &str) -> Option<Self> {
        Self::of(word).or_else(|| NAMING.contains(word).then_some(Self::Naming))
    }

    /// The cue that a participle is: `saying`, `adding`.
    pub fn of_participle(word: &str) -> Option<Self> {
        PARTICIPLES.contains(word).then_some(match word {
            "writing" | "tweeting" => Self::Writing,
            _ => Self::Speech,
        })
    }
}

/// Whether the word beside a quotation that ends in a comma tells how it was said, whatever else
/// it means: `smiled Anna`, `Anna began`.
pub fn is_manner(word: &str) -> bool {
    const OTHERS: &[&str] = &["had", "was", "were", "did", "could", "would"];
    word == "thought" || (is_past(word) && !OTHERS.contains(&word))
}

/// Whether the word before a noun is a verb of speech there, if hardly anywhere else: `returned
/// the girl`.
pub fn is_inverted(word: &str) -> bool {
    matches!(
        word,
        "returned"
            | "began"
            | "spoke"
            | "pursued"
            | "panted"
            | "laughed"
            | "thought"
            | "smiled"
            | "chuckled"
            | "giggled"
            | "nodded"
    )
}

/// Whether the word may stand between a speaker and the verb: `has`, `later`, `flatly`.
pub fn is_adverb(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &WordSet<128> = &WordSet::new(()).with(&[
        "has", "had", "have", "would", "will", "was", "is", "once", "later", "also", "then",
        "recently", "himself", "herself", "often", "always", "first", "even", "now", "soon", "just",
        "again", "still", "further", "famously", "rightly", "already", "did", "too", "never",
        "sometimes", "here", "only", "thus", "ever", "therefore", "could", "might", "must",
        "merely", "rather",
    ], ());
    WORDS.contains(word)
        || (word.len() > 4 && word.ends_with("ly") && word.starts_with(char::is_lowercase))
}

/// Things that show the words on them, which are nobody's speech.
pub fn is_sign(word: &str) -> bool {
    #[rustfmt::skip]
    const SIGNS: &WordSet<128> = &WordSet::new(()).with(&[
        "ad", "badge", "banner", "banners", "billboard", "board", "book", "box", "button", "cap",
        "caption", "card", "chapter", "chart", "column", "door", "file", "film", "flag", "folder",
        "game", "group", "headline", "inscription", "label", "legend", "line", "menu", "motto",
        "movie", "name", "nickname", "notice", "page", "panel", "phrase", "placard", "plaque",
        "plate", "play", "poem", "poster", "proverb", "adage", "maxim", "sign", "signs", "slogan", "song", "sticker",
        "stop", "tattoo", "term", "terms", "title", "wall", "word", "words", "screen",
    ], ());
    SIGNS.contains(word)
}

/// Documents, whose words are quoted and are no person's.
pub fn is_document(word: &str) -> bool {
    #[rustfmt::skip]
    const DOCUMENTS: &WordSet<128> = &WordSet::new(()).with(&[
        "article", "assessment", "clause", "column", "complaint", "constitution", "document",
        "editorial", "email", "filing", "inquiry", "lawsuit", "leaflet", "law", "letter", "memo",
        "message", "narrator", "note", "opinion", "paper", "passage", "post", "release", "report",
        "review", "rule", "ruling", "statement", "statute", "story", "study", "survey", "text",
        "treaty", "tweet", "verdict", "voice", "website",
    ], ());
    DOCUMENTS.contains(word)
}

const WRITING: &WordSet<64> = &WordSet::new(()).with(
    &[
        "wrote",
        "writes",
        "tweeted",
        "tweets",
        "posted",
        "blogged",
        "emailed",
        "texted",
        "reads",
        "scribbled",
        "cabled",
        "wired",
        "telegraphed",
        "radioed",
        "messaged",
        "scrawled",
    ],
    (),
);

/// The finite forms of verbs of speech.
#[rustfmt::skip]
const SPEECH: &WordSet<1024> = &WordSet::new(()).with(&[
    "acknowledged", "acknowledges", "added", "adds", "admits", "admitted", "admonished",
    "admonishes", "advised", "advises", "affirmed", "affirms", "agreed", "agrees", "alleged",
    "alleges", "announced", "announces", "answered", "answers", "apologised", "apologises",
    "apologized", "apologizes", "argued", "argues", "asked", "asks", "asserted", "asserts",
    "assured", "assures", "barked", "barks", "bawled", "bawls", "begged", "begs", "bellowed",
    "bellows", "bemoaned", "bemoans", "blurted", "blurts", "boasted", "boasts", "boomed", "booms",
    "bragged", "brags", "cautioned", "cautions", "chanted", "chants", "chided", "chides", "chirped",
    "chirps", "claimed", "claims", "commented", "complained", "complains", "conceded", "concedes",
    "concluded", "concludes", "confessed", "confesses", "confided", "confides", "confirmed",
    "confirms", "contended", "contends", "continued", "continues", "counseled", "counsels",
    "countered", "counters", "cried", "cries", "croaked", "croaks", "declared", "declares",
    "demanded", "demands", "demurred", "demurs", "drawled", "drawls", "echoed", "echos",
    "ejaculated", "ejaculates", "elaborated", "elaborates", "emphasised", "emphasises",
    "emphasized", "emphasizes", "enquired", "enquires", "exclaimed", "exclaims", "exhorted",
    "exhorts", "explained", "explains", "expostulated", "expostulates", "faltered", "falters",
    "fumed", "fumes", "gasped", "gasps", "groaned", "groans", "growled", "growls", "grumbled",
    "grumbles", "grunted", "grunts", "hissed", "hisses", "hollered", "hollers", "howled", "howls",
    "implored", "implores", "informed", "informs", "inquired", "inquires", "insisted", "insists",
    "instructed", "instructs", "interjected", "interjects", "interposed", "interposes",
    "interrupted", "interrupts", "intoned", "intones", "jeered", "jeers", "jested", "jests",
    "joked", "jokes", "lamented", "laments", "maintained", "maintains", "marveled", "marvels",
    "moaned", "moans", "mumbled", "mumbles", "murmured", "murmurs", "mused", "muses", "muttered",
    "mutters", "noted", "notes", "objected", "observed", "observes", "opined", "opines",
    "persisted", "persists", "pleaded", "pleads", "pledged", "predicted", "predicts", "proclaimed",
    "proclaims", "promised", "promises", "pronounced", "pronounces", "proposed", "proposes",
    "protested", "protests", "queried", "queries", "questioned", "quipped", "quips", "ranted",
    "rants", "reassured", "reassures", "recalled", "recalls", "recited", "recites", "recollected",
    "recollects", "recommended", "recommends", "recounted", "recounts", "reflected", "reflects",
    "rejoined", "rejoins", "related", "relates", "remarked", "remarks", "remembered", "remembers",
    "reminded", "reminds", "repeated", "repeats", "replied", "replies", "reported", "responded",
    "responds", "resumed", "resumes", "retorted", "retorts", "revealed", "reveals", "roared",
    "roars", "said", "sang", "say", "says", "scoffed", "scoffs", "scolded", "scolds", "screamed",
    "screeched", "screeches", "shouted", "shouts", "shrieked", "shrieks", "sighed", "sighs",
    "sings", "snapped", "snaps", "snarled", "snarls", "sneered", "sneers", "snorted", "snorts",
    "sobbed", "sobs", "speculated", "speculates", "spluttered", "splutters", "sputtered",
    "sputters", "stammered", "stammers", "stated", "states", "stressed", "stresses", "stuttered",
    "stutters", "suggested", "suggests", "summarized", "summarizes", "swear", "swears", "swore",
    "teased", "teases", "tell", "tells", "testified", "testifies", "thundered", "thunders", "told",
    "urged", "urges", "ventured", "ventures", "volunteered", "volunteers", "vowed", "vows",
    "wailed", "wails", "warned", "warns", "whimpered", "whimpers", "whined", "whines", "whispered",
    "whispers", "wondered", "wonders", "yelled", "yelped", "yelps",
], ());

/// Participles of such verbs.
#[rustfmt::skip]
const PARTICIPLES: &WordSet<128> = &WordSet::new(()).with(&[
    "acknowledging", "adding", "admitting", "advising", "announcing", "answering", "arguing",
    "asking", "asserting", "begging", "boasting", "calling", "chanting", "claiming", "complaining",
    "concluding", "contending", "continuing", "crying", "declaring", "demanding", "describing",
    "emphasizing", "exclaiming", "explaining", "insisting", "joking", "lamenting", "mumbling",
    "murmuring", "muttering", "noting", "observing", "pleading", "predicting", "proclaiming",
    "promising", "protesting", "quoting", "reading", "recalling", "remarking", "reminding",
    "repeating", "replying", "responding", "retorting", "saying", "screaming", "shouting",
    "sighing", "singing", "stressing", "suggesting", "swearing", "telling", "tweeting", "urging",
    "vowing", "warning", "whispering", "writing", "yelling",
], ());

/// Verbs that take quoted words into their own sentence.
#[rustfmt::skip]
const NAMING: &WordSet<128> = &WordSet::new(()).with(&[
    "accused", "accuses", "assailed", "attacks", "believed", "believes", "blasted", "blasts", "branded", "called", "calls",
    "characterised", "characterized", "characterizes", "chided", "compared", "compares",
    "condemned", "criticised", "criticized", "declared", "decried", "denounced", "deplored",
    "derided", "described", "describes", "dismissed", "dismisses", "dubbed", "faulted", "hailed",
    "labeled", "labelled", "lamented", "lampooned", "lashed", "lauded", "likened", "mocked",
    "mocks", "portrayed", "praised", "praises", "rebuked", "rejected", "ridiculed", "scorned",
    "slammed", "touted",
], ());

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_say_whether_the_words_were_spoken_or_written() {
        assert_eq!([Cue::of("told"), Cue::of("wrote")], [Some(Cue::Speech), Some(Cue::Writing)]);
        assert_eq!([Cue::of("called"), Cue::of("Said"), Cue::of("saying")], [None; 3]);
        assert_eq!(Cue::inside("called"), Some(Cue::Naming));
        assert_eq!(Cue::of_pair("went", "on"), Some(Cue::Speech));
    }
}
