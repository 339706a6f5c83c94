//! Which words look like finite verbs, to tell a clause from a phrase without a parser.

/// Whether a word looks like a verb in the past tense.
///
/// Regular ones by their ending, so some adjectives (`the hated treaty`) pass too.
pub fn is_past(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "need",
        "indeed",
        "hundred",
        "speed",
        "seed",
        "feed",
        "breed",
        "exceed",
        "proceed",
        "succeed",
        "sacred",
        "unified",
        "naked",
        "wicked",
        "embed",
        "shed",
        "sled",
        "united",
        "allied",
        "armed",
        "armored",
        "so-called",
        "aged",
        "biased",
        "limited",
        "related",
        "varied",
    ];
    let is_regular = word.len() > 4 && word.ends_with("ed") && !OTHERS.contains(&word);
    is_regular || PAST.binary_search(&word).is_ok()
}

/// Whether a word looks like a finite verb in any tense.
pub fn is_finite(word: &str) -> bool {
    const PRESENT: &[&str] = &[
        "is", "are", "am", "has", "have", "does", "do", "will", "would", "can", "could", "may",
        "might", "must", "shall", "should", "says", "begins", "ends", "becomes", "remains",
        "leaves", "takes", "makes", "comes", "goes", "gives", "wins", "loses", "dies", "opens",
        "falls", "rises", "meets", "signs", "arrives", "returns", "moves", "starts", "stands",
    ];
    is_past(word) || PRESENT.contains(&word)
}

/// Irregular past forms, sorted; `thought`, `cut` and others that are as often something else are left out.
const PAST: &[&str] = &[
    "arose",
    "ate",
    "beat",
    "became",
    "began",
    "bent",
    "bit",
    "blew",
    "bore",
    "bought",
    "broke",
    "brought",
    "built",
    "burnt",
    "came",
    "caught",
    "chose",
    "clung",
    "crept",
    "dealt",
    "did",
    "died",
    "drank",
    "drew",
    "drove",
    "dug",
    "fed",
    "fell",
    "felt",
    "fled",
    "flew",
    "forbade",
    "forgot",
    "fought",
    "found",
    "froze",
    "gave",
    "got",
    "grew",
    "ground",
    "had",
    "heard",
    "held",
    "hid",
    "hung",
    "kept",
    "knelt",
    "knew",
    "laid",
    "lay",
    "led",
    "left",
    "lent",
    "lit",
    "lost",
    "made",
    "meant",
    "met",
    "overthrew",
    "paid",
    "put",
    "ran",
    "rang",
    "rode",
    "rose",
    "said",
    "sang",
    "sank",
    "sat",
    "saw",
    "sent",
    "set",
    "shook",
    "shot",
    "shrank",
    "slept",
    "slid",
    "sold",
    "sought",
    "spent",
    "split",
    "spoke",
    "sprang",
    "spread",
    "stole",
    "stood",
    "struck",
    "swam",
    "swept",
    "swore",
    "swung",
    "taught",
    "threw",
    "told",
    "took",
    "tore",
    "understood",
    "undertook",
    "was",
    "went",
    "were",
    "withdrew",
    "woke",
    "won",
    "wore",
    "wrote",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_forms_are_sorted() {
        assert!(PAST.is_sorted());
    }

    #[test]
    fn a_past_form_is_told_from_what_looks_like_one() {
        assert!(["began", "escalated", "was", "met"].iter().all(|word| is_past(word)));
        assert!(!["hundred", "begin", "red", "armored", "is"].iter().any(|word| is_past(word)));
    }
}
