//! What stands behind a name and a comma, and is no other name.

/// What words behind a name add to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suffix {
    /// `Jr.`
    OfName,
    /// `PhD`, `Special to The Times`, `Staff Writer`, `The Quay`.
    Other,
}

impl Suffix {
    /// What words behind a comma are, if they are no name.
    pub fn of(words: &str) -> Option<Self> {
        let bare = words.replace('.', "").to_ascii_lowercase();
        match bare.as_str() {
            "jr" | "sr" | "ii" | "iii" | "iv" => Some(Self::OfName),
            "phd" | "md" | "ma" | "ms" | "mba" | "msc" | "rn" | "esq" | "jd" => Some(Self::Other),
            _ => (bare.starts_with("special to ") || is_post(&bare) || is_paper(&bare))
                .then_some(Self::Other),
        }
    }
}

/// Whether words in small letters say what somebody is or does: `senior staff writer`, `professor of
/// history`.
fn is_post(words: &str) -> bool {
    const POSTS: [&str; 24] = [
        "analyst",
        "attorney",
        "author",
        "columnist",
        "contributor",
        "correspondent",
        "director",
        "economist",
        "editor",
        "editor-in-chief",
        "engineer",
        "fellow",
        "founder",
        "head",
        "historian",
        "journalist",
        "lawyer",
        "manager",
        "photographer",
        "president",
        "producer",
        "professor",
        "reporter",
        "writer",
    ];
    let before = [" of ", " at ", " for ", " on "].iter().find_map(|of| words.split_once(of));
    let post = before.map_or(words, |(post, _)| post);
    post.rsplit(' ').next().is_some_and(|last| POSTS.contains(&last))
}

/// Whether words in small letters name a paper or an agency.
fn is_paper(words: &str) -> bool {
    const AGENCIES: [&str; 4] = ["reuters", "afp", "ap", "upi"];
    const KINDS: [&str; 4] = [" press", " news", " magazine", " journal"];
    words.starts_with("the ")
        || AGENCIES.contains(&words)
        || KINDS.iter().any(|kind| words.ends_with(kind))
}
