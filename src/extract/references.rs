//! Lists of references, whose years and titles tell nothing of what happened.

use crate::document::{Block, BlockKind, Chunk};

/// The blocks of a chunk without those that a heading such as `References` leads, up to the next
/// heading.
pub fn without_references(chunk: &Chunk) -> impl Iterator<Item = Block> + Clone {
    let mut is_listed = false;
    chunk.blocks().iter().filter(move |block| {
        if leads(chunk.slice(block.range)) {
            is_listed = true;
        } else if matches!(block.kind, BlockKind::Heading { .. }) {
            is_listed = false;
        }
        !is_listed
    })
}

/// Whether a block is the heading of a list of references.
fn leads(text: &str) -> bool {
    const NAMES: &[&str] = &[
        "bibliography",
        "citations",
        "further reading",
        "notes and references",
        "references",
        "selected bibliography",
        "sources",
        "works cited",
    ];
    let name = text.trim().trim_end_matches(':');
    name.len() <= 24 && NAMES.iter().any(|known| name.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder, Meta};
    use crate::extract::extract;

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
