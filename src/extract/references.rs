//! Lists of references, whose years and titles tell nothing of what happened.

use crate::document::{Block, BlockKind, Chunk, names_references};

/// The blocks of a chunk without those that a heading such as `References` leads, up to the next
/// heading.
pub fn without_references(chunk: &Chunk) -> impl Iterator<Item = Block> + Clone {
    let mut is_listed = false;
    chunk.blocks().iter().filter(move |block| {
        if names_references(chunk.slice(block.range)) {
            is_listed = true;
        } else if matches!(block.kind, BlockKind::Heading { .. }) {
            is_listed = false;
        }
        !is_listed
    })
}

/// Whether a text is a reference by itself, its author first and the year in brackets: `Doe, J.
/// (2001). On rain.`
pub fn is_reference(text: &str) -> bool {
    const AUTHOR_BYTES: usize = 80;
    let text = text.trim_start_matches(|c: char| !c.is_alphabetic());
    let head = &text[..text.floor_char_boundary(AUTHOR_BYTES)];
    let Some((author, rest)) = head.split_once('(') else { return false };
    let Some((year, rest)) = rest.split_once(')') else { return false };
    let digits = year.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let mut names = author.split(", ");
    let is_capital = |name: &str| name.starts_with(char::is_uppercase);
    // `Oslo, Norway (1931)` is a place.
    let is_initial = |name: &str| is_capital(name) && name.chars().nth(1) == Some('.');
    is_year
        && rest.starts_with(['.', ','])
        && names.next().is_some_and(|name| is_capital(name) && name.split(' ').count() <= 2)
        && names.next().is_some_and(is_initial)
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder, Meta};
    use crate::extract::extract;

    #[test]
    fn a_reference_is_known_by_its_author_and_year() {
        for text in [
            "• Doe, A. (2001). On rain.",
            "Doe, J., & Roe, K. (1998a). Piers.",
            "3. Van Dam, A. B. (1990), Mud.",
        ] {
            assert!(super::is_reference(text), "{text}");
        }
        for text in [
            "Doe (2001) says so.",
            "Ann Doe, a clerk (1901–1980), left.",
            "The pier, The Hague (1931) and more.",
            "In Oslo, Norway (1931). It fell.",
        ] {
            assert!(!super::is_reference(text), "{text}");
        }
    }

    #[test]
    fn references_tell_no_events_up_to_the_next_heading() {
        let mut builder = Builder::new();
        let heading = BlockKind::Heading { level: 2 };
        builder.add(BlockKind::Paragraph, "The pier opened in 1931.");
        builder.add(heading, "References");
        builder.add(BlockKind::Paragraph, "Doe, J. \"On Rain in Piers.\" Nature 412 (2001).");
        builder.add(heading, "After");
        builder.add(BlockKind::Paragraph, "It closed in 1974.");
        let document = builder.finish(Meta::default());
        let found = extract(&document);
        let dates: Vec<&str> = found.events.iter().map(|event| &document[event.mention]).collect();
        assert_eq!((dates, found.quotes.len()), (vec!["1931", "1974"], 0));
    }
}
