//! The verbs that say whose words are quoted, and the words that may stand beside them.

/// A cue verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// `said`, `told`.
    Speech,
    /// `wrote`.
    Writing,
}

impl Cue {
    /// The cue that a word is, in its finite forms.
    pub fn of(word: &str) -> Option<Self> {
        if WRITING.contains(&word) {
            return Some(Self::Writing);
        }
        SPEECH.binary_search(&word).is_ok().then_some(Self::Speech)
    }
}

/// Whether the word may stand between a speaker and the verb: `has`, `later`, `flatly`.
pub fn is_adverb(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "has",
        "had",
        "have",
        "would",
        "will",
        "once",
        "later",
        "also",
        "then",
        "recently",
        "himself",
        "herself",
        "often",
        "always",
        "first",
        "even",
        "now",
        "soon",
        "just",
        "again",
        "still",
        "further",
        "famously",
        "rightly",
        "already",
        "did",
        "too",
        "never",
        "sometimes",
    ];
    WORDS.contains(&word) || (word.len() > 4 && word.ends_with("ly") && is_small(word))
}

fn is_small(word: &str) -> bool {
    word.starts_with(char::is_lowercase)
}

/// Things that say what is written on them, which is nobody's speech.
pub fn is_thing(word: &str) -> bool {
    const THINGS: &[&str] = &[
        "ad",
        "banner",
        "billboard",
        "board",
        "caption",
        "card",
        "chapter",
        "clause",
        "document",
        "headline",
        "inscription",
        "label",
        "law",
        "leaflet",
        "letter",
        "line",
        "motto",
        "notice",
        "page",
        "placard",
        "plaque",
        "plate",
        "poster",
        "proverb",
        "sign",
        "slogan",
        "statute",
        "sticker",
        "tattoo",
        "text",
        "title",
        "treaty",
        "voice",
        "word",
        "words",
    ];
    THINGS.contains(&word)
}

const WRITING: &[&str] = &["wrote", "writes", "tweeted", "posted", "blogged", "emailed"];

/// Sorted.
const SPEECH: &[&str] = &[
    "acknowledged",
    "acknowledges",
    "added",
    "adds",
    "admits",
    "admitted",
    "advised",
    "advises",
    "agreed",
    "agrees",
    "announced",
    "announces",
    "answered",
    "answers",
    "argued",
    "argues",
    "asked",
    "asks",
    "asserted",
    "asserts",
    "barked",
    "begged",
    "bellowed",
    "boasted",
    "boasts",
    "cautioned",
    "cautions",
    "claimed",
    "claims",
    "commented",
    "comments",
    "complained",
    "complains",
    "conceded",
    "concedes",
    "concluded",
    "concludes",
    "confessed",
    "confesses",
    "confided",
    "confirmed",
    "confirms",
    "contended",
    "contends",
    "continued",
    "continues",
    "countered",
    "counters",
    "cried",
    "cries",
    "declared",
    "declares",
    "demanded",
    "demands",
    "emphasised",
    "emphasized",
    "emphasizes",
    "exclaimed",
    "exclaims",
    "explained",
    "explains",
    "gasped",
    "groaned",
    "growled",
    "grumbled",
    "grunted",
    "hissed",
    "implored",
    "inquired",
    "insisted",
    "insists",
    "interjected",
    "interrupted",
    "joked",
    "jokes",
    "lamented",
    "laments",
    "maintained",
    "maintains",
    "mumbled",
    "murmured",
    "mused",
    "muses",
    "muttered",
    "noted",
    "notes",
    "objected",
    "observed",
    "observes",
    "pleaded",
    "pleads",
    "pledged",
    "predicted",
    "predicts",
    "proclaimed",
    "proclaims",
    "promised",
    "promises",
    "protested",
    "protests",
    "quipped",
    "quips",
    "recalled",
    "recalls",
    "recounted",
    "recounts",
    "reflected",
    "reflects",
    "remarked",
    "remarks",
    "remembered",
    "remembers",
    "repeated",
    "replied",
    "replies",
    "reported",
    "responded",
    "responds",
    "retorted",
    "roared",
    "said",
    "say",
    "says",
    "screamed",
    "shouted",
    "shouts",
    "shrieked",
    "sighed",
    "snapped",
    "sneered",
    "sobbed",
    "stammered",
    "stated",
    "states",
    "stressed",
    "stresses",
    "suggested",
    "suggests",
    "tells",
    "testified",
    "testifies",
    "told",
    "urged",
    "urges",
    "vowed",
    "vows",
    "warned",
    "warns",
    "whispered",
    "whispers",
    "yelled",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_sorted() {
        assert!(SPEECH.is_sorted());
    }

    #[test]
    fn cues_say_whether_the_words_were_spoken_or_written() {
        assert_eq!([Cue::of("told"), Cue::of("wrote")], [Some(Cue::Speech), Some(Cue::Writing)]);
        assert_eq!([Cue::of("called"), Cue::of("Said"), Cue::of("saying")], [None; 3]);
    }
}
