//! The lines above the text that say when it was published: `By Ann Lee | March 3, 2021 | 5 min read`.
//!
//! In: a document and the candidates in it. Out: which of them are its own days, and no events. Such
//! a line is known by its place and by its day, which is that of the document; what else stands in
//! it may be in any words.

use super::candidate::EventCandidate;
use super::phrase::Point;
use crate::document::{Block, BlockKind, Day, Document, Precision, TextRange, When};

/// Where the day is told in the zone of the reader, it may be the next one.
const ZONES_DAYS: i32 = 1;

/// The title stands among so many blocks.
const FIRST_BLOCKS: usize = 60;

/// The captions between the title and the text in which the document tells its own day. That under
/// a picture tells of the picture.
pub fn captions(document: &Document, candidates: &[EventCandidate]) -> Vec<TextRange> {
    let Some(published) = document.meta.published.and_then(|published| published.first) else {
        return Vec::new();
    };
    let is_head = |block: &Block| {
        use BlockKind::{Caption, Dek, Heading, Image, Title};
        matches!(block.kind, Title | Dek | Caption | Image | Heading { .. })
    };
    let is_title = |block: &Block| block.kind == BlockKind::Title;
    let title = document.blocks().take(FIRST_BLOCKS).position(|block| is_title(&block));
    let behind = document.blocks().skip(title.unwrap_or(0));
    let head: Vec<Block> = behind.take_while(is_head).collect();
    let is_below_picture = |index: usize| {
        index.checked_sub(1).is_some_and(|above| head[above].kind == BlockKind::Image)
    };
    let tells_day = |caption: TextRange| {
        let within = candidates.iter().take_while(|date| date.mention.start() < caption.end());
        within
            .filter(|date| caption.contains(date.mention.start()))
            .any(|date| is_day(date.phrase.point, published))
    };
    let captions = (0..head.len()).filter(|index| head[*index].kind == BlockKind::Caption);
    captions
        .filter(|index| !is_below_picture(*index))
        .map(|index| head[index].range)
        .filter(|caption| tells_day(*caption))
        .collect()
}

/// Whether a date is that day, or its year, of which the month is said in another language.
fn is_day(point: Point, published: Day) -> bool {
    match point {
        Point::Fixed(When { first: Some(first), precision: Precision::Day, .. }) => {
            (published.0 - first.0).abs() <= ZONES_DAYS
        }
        Point::Fixed(When { first: Some(first), precision: Precision::Year, .. }) => {
            first.date().0 == published.date().0
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{BlockKind, Builder, Meta, When};
    use crate::extract::extract;

    /// The dates of a document published on 3 March 2021, with this above its text.
    #[track_caller]
    fn check(head: &[(BlockKind, &str)], expected: &[&str]) {
        let mut builder = Builder::new();
        builder.add(BlockKind::Title, "Bread");
        head.iter().for_each(|(kind, words)| builder.add(*kind, words));
        builder.add(BlockKind::Paragraph, "Bread was dear. Nobody had any.");
        builder.add(BlockKind::Caption, "A queue, March 3, 2021");
        let published = When::parse("2021-03-03").ok();
        let document = builder.finish(Meta { published, ..Meta::default() });
        let events = extract(&document).events;
        let found: Vec<&str> = events.iter().map(|event| &document[event.mention]).collect();
        assert_eq!(found, [expected, &["March 3, 2021"]].concat(), "{head:?}");
    }

    #[test]
    fn the_day_of_the_document_above_its_text_is_no_event() {
        use BlockKind::{Caption, Dek, Image};
        for line in [
            "By Ann Lee | March 3, 2021 | 5 min read",
            "7 min read·Mar 3, 2021",
            "March 3 2021, 10:00 a.m.",
            "Publié le 3 mars 2021",
            "Wed 3 Mar 2021 07.00 GMT",
            "Ann Lee\nMarch 2, 2021, updated March 5, 2021",
        ] {
            check(&[(Caption, line)], &[]);
            check(&[(Dek, "Why it was dear."), (Caption, line), (Image, "A loaf")], &[]);
        }
    }

    #[test]
    fn another_day_above_the_text_is_one() {
        use BlockKind::{Caption, Dek, Image};
        check(&[(Caption, "June 6, 1944")], &["June 6, 1944"]);
        check(&[(Caption, "The strike of March 3, 1921, in Leeds")], &["March 3, 1921"]);
        check(&[(Dek, "What came of March 3, 2021, in Leeds.")], &["March 3, 2021"]);
        check(&[(Image, "A loaf"), (Caption, "A loaf in Leeds"), (Caption, "March 3, 2021")], &[]);
        check(&[(Image, "A loaf"), (Caption, "Leeds, March 3, 2021")], &["March 3, 2021"]);
    }
}
