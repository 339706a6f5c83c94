//! Whether words are the name of a person, of those who write together, or of an account.

/// Small words of names.
const PARTICLES: [&str; 22] = [
    "af", "al", "bin", "bint", "da", "das", "de", "del", "den", "der", "di", "do", "dos", "du",
    "el", "ibn", "la", "le", "ten", "ter", "van", "von",
];

/// What those are called who write for a paper together, and the papers.
const BODIES: [&str; 24] = [
    "Agency",
    "Board",
    "Bureau",
    "Contributors",
    "Correspondents",
    "Desk",
    "Economist",
    "Editorial",
    "Editors",
    "Guardian",
    "Herald",
    "Journal",
    "Magazine",
    "News",
    "Newsroom",
    "Observer",
    "Post",
    "Press",
    "Reporters",
    "Review",
    "Staff",
    "Team",
    "Times",
    "Tribune",
];

/// Bodies of one word.
const AGENCIES: [&str; 8] =
    ["AFP", "AP", "Anonymous", "Bloomberg", "DPA", "Reuters", "UPI", "Xinhua"];

/// What a person’s name does not hold: words of places, sections, papers and headings.
const NO_NAMES: [&str; 139] = [
    "academy",
    "act",
    "administration",
    "agency",
    "analysis",
    "archive",
    "article",
    "artificial",
    "arts",
    "association",
    "authority",
    "avenue",
    "battle",
    "blog",
    "book",
    "books",
    "breaking",
    "briefing",
    "buenos",
    "bureau",
    "business",
    "center",
    "centers",
    "centre",
    "change",
    "chapter",
    "church",
    "city",
    "climate",
    "college",
    "column",
    "comment",
    "commission",
    "committee",
    "company",
    "contents",
    "council",
    "county",
    "cover",
    "culture",
    "daily",
    "data",
    "day",
    "dear",
    "department",
    "design",
    "development",
    "dispatch",
    "economy",
    "edition",
    "education",
    "engineering",
    "environment",
    "episode",
    "essay",
    "events",
    "feature",
    "features",
    "federal",
    "federation",
    "fiction",
    "food",
    "fort",
    "foundation",
    "fund",
    "good",
    "great",
    "guest",
    "health",
    "history",
    "hong",
    "house",
    "ideas",
    "inc",
    "institute",
    "intelligence",
    "international",
    "interview",
    "introduction",
    "island",
    "issue",
    "laboratory",
    "lake",
    "learning",
    "letter",
    "letters",
    "library",
    "life",
    "lifestyle",
    "long",
    "los",
    "ministry",
    "museum",
    "music",
    "national",
    "network",
    "new",
    "north",
    "notes",
    "office",
    "opinion",
    "organisation",
    "organization",
    "part",
    "people",
    "personal",
    "politics",
    "port",
    "preface",
    "press",
    "report",
    "research",
    "rio",
    "road",
    "royal",
    "san",
    "santa",
    "school",
    "science",
    "security",
    "service",
    "services",
    "short",
    "society",
    "software",
    "south",
    "sports",
    "story",
    "street",
    "technology",
    "travel",
    "trust",
    "union",
    "united",
    "university",
    "war",
    "web",
    "world",
    "york",
];

/// What the programs that make sites call whoever wrote, and papers those whom they do not name.
const ACCOUNTS: [&str; 22] = [
    "admin",
    "administrator",
    "author",
    "editor",
    "editorial staff",
    "editorial team",
    "editors",
    "guest",
    "guest author",
    "guest contributor",
    "root",
    "site admin",
    "staff",
    "staff report",
    "staff reporter",
    "staff reports",
    "staff writer",
    "staff writers",
    "user",
    "webmaster",
    "wordpress",
    "wp admin",
];

/// Whether words are the name of an account or of a role.
pub fn is_account(name: &str) -> bool {
    let words = name.to_lowercase().replace(['-', '_'], " ");
    let words = words.trim();
    ACCOUNTS.contains(&words.strip_prefix("the ").unwrap_or(words))
}

/// Whether a line is the name of one institution, though `and` stands in it: `Food and Drug
/// Administration`.
pub fn is_institution(line: &str) -> bool {
    const KINDS: [&str; 24] = [
        "administration",
        "agency",
        "association",
        "authority",
        "board",
        "bureau",
        "center",
        "centre",
        "commission",
        "committee",
        "council",
        "department",
        "federation",
        "foundation",
        "fund",
        "institute",
        "laboratory",
        "museum",
        "office",
        "organization",
        "service",
        "society",
        "trust",
        "union",
    ];
    let last = line.rsplit(' ').next().unwrap_or(line).to_lowercase();
    let before = line.split_once(" and ").or_else(|| line.split_once(" & "));
    before.is_some_and(|(before, _)| !is_person(before) && !line.contains([',', ';']))
        && KINDS.contains(&last.as_str())
}

/// Whether a name holds what those are called who write together.
pub fn is_body(name: &str) -> bool {
    let is_in =
        |bodies: &[&str], word: &str| bodies.iter().any(|body| body.eq_ignore_ascii_case(word));
    is_in(&AGENCIES, name) || name.split(' ').any(|word| is_in(&BODIES, word))
}

/// Whether a name is one of more than a word, or one that everybody knows.
pub fn is_full_name(name: &str) -> bool {
    name.contains(' ') || is_body(name) || is_account(name)
}

/// Whether words are written as the name of a person, or of those who write together.
pub fn is_author(name: &str) -> bool {
    // `BY THE SEA` is a title.
    const NO_STARTS: [&str; 7] = ["the ", "a ", "an ", "my ", "his ", "her ", "our "];
    let lower = name.to_lowercase();
    let is_body = is_body(name);
    if is_account(name) {
        return true;
    }
    if !is_body && NO_STARTS.iter().any(|start| lower.starts_with(start)) {
        return false;
    }
    let name = name.strip_prefix("the ").filter(|_| is_body).unwrap_or(name);
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase)
            || PARTICLES.contains(&word)
            || ["d’", "d'", "l’", "al-", "el-"].iter().any(|start| {
                word.strip_prefix(start).is_some_and(|rest| rest.starts_with(char::is_uppercase))
            })
            || is_body && matches!(word, "of" | "the")
    };
    (1..=6).contains(&name.split(' ').count())
        && name.split(' ').all(is_word)
        && name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphabetic() || ".’'- ".contains(c))
}

/// Whether a name is sooner one of a person than of a place, a section or a paper.
pub fn is_person(name: &str) -> bool {
    let n_words = name.split(' ').count();
    let is_no_name = |word: &str| NO_NAMES.binary_search(&&*word.to_lowercase()).is_ok();
    (2..=4).contains(&n_words)
        && !is_body(name)
        && !is_account(name)
        && !name.split([' ', '-']).any(is_no_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_sorted() {
        assert!(NO_NAMES.is_sorted());
    }
}
