use super::cut::BLOCK_BYTES;
use super::*;
use crate::document::Alignments;

#[test]
fn an_empty_block_leaves_nothing_behind() {
    let mut builder = Builder::new();
    builder.add(BlockKind::Paragraph, "one");
    builder.add(BlockKind::Paragraph, "  ");
    builder.add(BlockKind::Paragraph, "two");
    let document = builder.finish(Meta::default());
    assert_eq!(document.chunks()[0].text(), "one\ntwo");
}

#[test]
fn a_long_paragraph_is_split_at_a_word() {
    let mut builder = Builder::new();
    builder.add(BlockKind::Paragraph, &"word ".repeat(40_000));
    let document = builder.finish(Meta::default());
    assert!(document.n_blocks() > 2);
    for block in document.blocks() {
        let words = &document[block.range];
        assert!(words.len() <= BLOCK_BYTES && words.starts_with("word"), "{}", words.len());
        assert!(words.ends_with("word"));
    }
    assert_eq!(document.n_paragraphs(), 1);
    let goes_on: Vec<bool> = document.blocks().map(|block| block.goes_on).collect();
    assert!(!goes_on[0] && goes_on[1..].iter().all(|goes_on| *goes_on));
}

#[test]
fn a_word_of_a_megabyte_is_split_and_kept_whole() {
    let mut builder = Builder::new();
    let word = "é".repeat(500_000);
    builder.add(BlockKind::Paragraph, &word);
    let document = builder.finish(Meta::default());
    let joined: String = document.blocks().map(|block| &document[block.range]).collect();
    assert!(joined == word);
}

#[test]
fn a_blank_before_a_long_word_makes_no_block_of_nothing() {
    let mut builder = Builder::new();
    let piece = "x".repeat(BLOCK_BYTES - 1);
    builder.add(BlockKind::Paragraph, &format!("{piece}  {}", "y".repeat(2 * BLOCK_BYTES)));
    let document = builder.finish(Meta::default());
    let blocks: Vec<Block> = document.blocks().collect();
    assert!(blocks.iter().all(|block| !document[block.range].is_empty()));
    let joins = |pair: &[Block]| pair[0].range.end() + 1 == pair[1].range.start();
    assert!(blocks.len() > 2 && blocks.windows(2).all(joins));
}

#[test]
fn a_chunk_has_no_more_blocks_than_can_be_told_apart() {
    let mut builder = Builder::new();
    for number in 0..2 * MOST_BLOCKS {
        builder.begin(BlockKind::Item { hanging: (number % 200) as u8 }, Nesting::default());
        builder.push_text("x");
    }
    let document = builder.finish(Meta::default());
    assert_eq!(document.n_blocks(), 2 * MOST_BLOCKS);
    assert!(document.chunks().iter().all(|chunk| chunk.blocks().len() <= MOST_BLOCKS));
    let hanging = document.blocks().map(|block| match block.kind {
        BlockKind::Item { hanging } => usize::from(hanging),
        _ => usize::MAX,
    });
    assert!(hanging.eq((0..2 * MOST_BLOCKS).map(|number| number % 200)));
}

#[test]
fn no_block_crosses_a_chunk() {
    let mut builder = Builder::new();
    for _ in 0..5000 {
        builder.add(BlockKind::Paragraph, &"prose ".repeat(100));
    }
    let document = builder.finish(Meta::default());
    assert!(document.chunks().len() > 2);
    let last = document.blocks().last().unwrap().range;
    assert_eq!(&document[last], "prose ".repeat(100).trim_end());
    assert_eq!(document.end(), last.end());
}

#[test]
fn marks_beyond_what_is_kept_are_counted() {
    const N: usize = 40_000;
    let mut builder = Builder::new();
    builder.begin(BlockKind::Preformatted, Nesting::default());
    for _ in 0..N {
        builder.open(Mark::Strong);
        builder.push_text("x");
        builder.close();
    }
    let document = builder.finish(Meta::default());
    let n_kept = document.spans().count();
    assert!((MOST_SPANS..N).contains(&n_kept), "{n_kept}");
    assert_eq!(document.report.marks, N - n_kept);
}

#[test]
fn spans_nest_and_are_sorted() {
    let mut builder = Builder::new();
    builder.begin(BlockKind::Paragraph, Nesting::default());
    builder.open(Mark::Strong);
    builder.push_text("a ");
    builder.open(Mark::Emphasis);
    builder.push_text("b");
    builder.close();
    builder.close();
    let document = builder.finish(Meta::default());
    let spans: Vec<_> = document.spans().map(|span| (&document[span.range], span.mark)).collect();
    assert_eq!(spans, [("a b", Mark::Strong), ("b", Mark::Emphasis)]);
}

const TABLE: BlockKind = BlockKind::Table { has_header: true, alignments: Alignments::NONE };

fn table(rows: &[&[&str]]) -> Document {
    let mut builder = Builder::new();
    builder.begin(TABLE, Nesting::default());
    for (row, at) in rows.iter().zip(0..) {
        if at > 0 {
            builder.next_row();
        }
        for (cell, at) in row.iter().zip(0..) {
            if at > 0 {
                builder.next_cell();
            }
            builder.push_text(cell);
        }
    }
    builder.finish(Meta::default())
}

#[test]
fn a_cell_holds_no_tab_and_no_line_end_of_its_own() {
    let document = table(&[&["Year", "Treaty"], &["", "of\tPeking\nand more"]]);
    assert_eq!(document.chunks()[0].text(), "Year\tTreaty\n\tof Peking and more");
}

#[test]
fn a_long_table_is_split_between_rows_and_named_once() {
    let row: &[&str] = &["a few words", "and more words"];
    let document = table(&vec![row; 9000]);
    let blocks: Vec<Block> = document.blocks().collect();
    assert!(blocks.len() > 3 && blocks[0].kind == TABLE && blocks[1].kind != TABLE);
    for block in blocks {
        let text = &document[block.range];
        assert!(text.starts_with("a few words\t") && text.ends_with("\tand more words"));
    }
}

#[test]
fn a_target_is_where_it_was_named() {
    let mut builder = Builder::new();
    builder.target("start");
    builder.add(BlockKind::Paragraph, " ");
    builder.begin(BlockKind::Paragraph, Nesting::default());
    builder.target("also");
    builder.push_text("one ");
    builder.target("two");
    builder.push_text("two");
    builder.end();
    builder.target("end");
    builder.target("two");
    let document = builder.finish(Meta::default());
    let found = ["start", "also", "two", "end", "none"].map(|id| document.target(id));
    assert_eq!(found, [Some(0), Some(0), Some(4), Some(7), None]);
}

#[test]
fn a_quotation_lies_in_a_block_quotation() {
    let mut builder = Builder::new();
    builder.add(BlockKind::Quotation, "one");
    let document = builder.finish(Meta::default());
    assert!(document.blocks().all(|block| block.nesting.is_quoted()));
}
