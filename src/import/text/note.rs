//! Lines that stand beside a text: what an editor says of it, and whose the pictures are.

use super::head::CAPTION_COLUMNS;
use crate::document::CleanText;
use memchr::memchr;

/// Whether words say something on the text, as an editor or the program of a site does: who
/// translated it, where it was published before, what to click on.
pub fn is_note(words: &str) -> bool {
    const STARTS: [&str; 31] = [
        "adapted from ",
        "all photos",
        "by the editors",
        "correction:",
        "disclaimer:",
        "disclosure:",
        "editor's note",
        "estimated reading",
        "editors' note",
        "ed. note",
        "excerpted from ",
        "first published ",
        "for immediate release",
        "illustrated by ",
        "illustrations by ",
        "listen to this ",
        "note:",
        "originally published ",
        "photographs by ",
        "photography by ",
        "produced by ",
        "read in app",
        "reading time",
        "reprinted ",
        "save this story",
        "special to ",
        "spoiler alert",
        "translated by ",
        "translated from ",
        "update:",
        "video player is ",
    ];
    /// What a text calls itself.
    const SELVES: [&str; 12] = [
        "article",
        "chapter",
        "column",
        "essay",
        "excerpt",
        "interview",
        "piece",
        "post",
        "review",
        "speech",
        "story",
        "talk",
    ];
    const TOLD: [&str; 14] = [
        "adapted",
        "appeared",
        "appears",
        "corrected",
        "delivered",
        "excerpted",
        "given",
        "edited",
        "originally",
        "printed",
        "published",
        "reprinted",
        "translated",
        "updated",
    ];
    let words = words.replace('’', "'").to_lowercase();
    let words = words.trim_start_matches(['(', '[', '*', '_']);
    let rest = words.strip_prefix("this ").or_else(|| words.strip_prefix("the following "));
    let is_of_itself = |rest: &str| {
        let mut words = rest.split([' ', ',', '.']);
        words.next().is_some_and(|first| SELVES.contains(&first))
            && words.take(6).any(|word| TOLD.contains(&word))
    };
    STARTS.iter().any(|start| words.starts_with(start)) || rest.is_some_and(is_of_itself)
}

/// Whether a line says whose picture stands above it.
pub fn is_credit(words: &str) -> bool {
    const STARTS: [&str; 11] = [
        "Photo:",
        "Photos:",
        "Photo by ",
        "Photograph by ",
        "Photograph:",
        "Photographs by ",
        "Illustration by ",
        "Illustration:",
        "Image:",
        "Credit:",
        "©",
    ];
    const AGENCIES: [&str; 9] =
        ["Getty", "Reuters", "REUTERS", "AFP", "AP", "Magnum", "Shutterstock", "Alamy", "EPA"];
    let is_agency = |part: &str| {
        AGENCIES.iter().any(|name| part == *name || part.strip_prefix(name) == Some(" Images"))
    };
    // `A harbor in winter Getty / The Atlantic`: of a page, caption and credit are one line.
    let ends_in_agency = |part: &str| {
        let part = part.strip_suffix(" Images").unwrap_or(part);
        AGENCIES.iter().any(|name| part.strip_suffix(name).is_some_and(|rest| rest.ends_with(' ')))
    };
    let names_agency = || match memchr(b'/', words.as_bytes()) {
        Some(_) => words
            .split(" / ")
            .flat_map(|part| part.split('/'))
            .any(|part| is_agency(part) || ends_in_agency(part)),
        None => is_agency(words),
    };
    (STARTS.iter().any(|start| words.starts_with(start)) || names_agency())
        && words.chars().count() <= CAPTION_COLUMNS
}

/// Whether a sentence says something of one of these authors: it begins with the name.
pub fn is_about(words: &str, authors: &[CleanText]) -> bool {
    authors.iter().any(|author| words.starts_with(author.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_says_something_on_the_text() {
        for words in [
            "Editor’s note: This story was updated in 2022.",
            "Translated by Ann Lee",
            "This article was first published in The Loaf on March 3, 2020.",
            "(This essay is adapted from a talk.)",
            "Listen to this article",
            "Reading time: 5 minutes",
            "Special to The Loaf",
            "The following interview has been edited for clarity.",
        ] {
            assert!(is_note(words), "{words}");
        }
        for words in [
            "This story begins in Leeds, where bread was dear.",
            "Listen to what the bakers say of bread.",
            "Noted bakers told us why bread was dear.",
            "The following year, bread was dear again.",
        ] {
            assert!(!is_note(words), "{words}");
        }
    }
}
