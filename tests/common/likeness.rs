//! What a document says, in a form in which two documents can be compared.

use dateline::document::{
    Block, BlockKind, Document, Level, Mark, TextRange, is_raised, raised_number,
};
use std::collections::BTreeSet;

const BULLETS: &str = "•◦▪-*–+·‣●○■o";

/// The blocks of a document: what each is, what it lies in, and its words with their marks.
///
/// Left out is what Markdown has no sign for: which bullet an item has, how many blanks stand
/// together, what stands in a thematic break, marks in a block of code, that cells were set under each other with blanks, and
/// where an image is of which that is not known, that a line is the title, the dek or a caption, and items with other signs than bullets, boxes and
/// numbers. Without `has_notes`,
/// footnotes are words too.
pub fn likeness(document: &Document, has_notes: bool) -> Vec<String> {
    let mut open = Vec::new();
    let blocks = document.blocks().map(|block| {
        let is_item = match block.kind {
            BlockKind::Footnote => has_notes && document[block.range].starts_with(is_raised),
            BlockKind::Item { .. } => has_marker(&document[block.range]),
            _ => false,
        };
        let kind = match block.kind {
            BlockKind::Footnote if !has_notes => BlockKind::Paragraph.name().to_owned(),
            BlockKind::Item { .. } if !is_item => BlockKind::Paragraph.name().to_owned(),
            _ => kind(&block),
        };
        let nesting = nesting(&block, is_item && !block.goes_on, &mut open);
        format!("{nesting}{kind}: {}", words(document, &block, has_notes))
    });
    blocks.collect()
}

/// Whether an item begins with what Markdown has a sign for.
fn has_marker(item: &str) -> bool {
    let first = item.split(' ').next().unwrap_or_default();
    let number = first.strip_suffix(['.', ')']).and_then(|digits| digits.parse::<u32>().ok());
    let is_number = number.is_some_and(|number| number.to_string() == first[..first.len() - 1]);
    is_number || first.chars().count() == 1 && (BULLETS.contains(first) || "☐☑".contains(first))
}

/// Whether Markdown, which numbers the footnotes itself, gives them the numbers that they have: those
/// from 1 on in the order in which they come, in the text or below it, and no two the same.
pub fn counts_notes(document: &Document) -> bool {
    let footnotes = document.blocks().filter(|block| block.kind == BlockKind::Footnote);
    let starts: Vec<usize> = footnotes
        .filter(|block| document[block.range].starts_with(is_raised))
        .map(|block| block.range.start())
        .collect();
    let of_block = |start: usize| {
        let block = document.block_around(start).expect("a footnote is a block");
        document[block.range].split(' ').next().unwrap_or_default().to_owned()
    };
    let mut places: Vec<(usize, usize, String)> =
        starts.iter().map(|start| (*start, *start, of_block(*start))).collect();
    for span in document.spans() {
        let Mark::Note(target) = &span.mark else { continue };
        let Some(block) = document.target(target).and_then(|at| document.block_around(at)) else {
            return false;
        };
        places.push((span.range.start(), block.range.start(), document[span.range].to_owned()));
    }
    places.sort();
    let mut seen: Vec<usize> = Vec::new();
    places.into_iter().all(|(_, footnote, sign)| {
        let at = seen.iter().position(|known| *known == footnote);
        let at = at.unwrap_or_else(|| {
            seen.push(footnote);
            seen.len() - 1
        });
        sign == raised_number(&(at + 1).to_string())
    })
}

/// One that is open: a block quotation by its sign, an item that was begun, or one that was not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Quotation(char),
    Item,
    NoItem,
}

/// What a block lies in: the block quotations, and the items that were begun before it.
fn nesting(block: &Block, begins_item: bool, open: &mut Vec<Open>) -> String {
    for (at, level) in block.nesting.levels().enumerate() {
        let (is_open, new) = match level {
            Level::Item { .. } => {
                (matches!(open.get(at), Some(Open::Item | Open::NoItem)), Open::NoItem)
            }
            Level::Quotation { is_next } => {
                let new = Open::Quotation(if is_next { '»' } else { '>' });
                (open.get(at) == Some(&new), new)
            }
        };
        if !is_open {
            open.truncate(at);
            open.push(new);
        }
    }
    open.truncate(block.nesting.depth());
    let signs = open.iter().filter_map(|open| match open {
        Open::Quotation(sign) => Some(*sign),
        Open::Item => Some('-'),
        Open::NoItem => None,
    });
    let signs = signs.collect();
    if begins_item {
        open.push(Open::Item);
    }
    signs
}

fn kind(block: &Block) -> String {
    match block.kind {
        BlockKind::Heading { level } => format!("h{level}"),
        // What these are is read off where they stand.
        BlockKind::Title => "h1".to_owned(),
        BlockKind::Dek | BlockKind::Caption => BlockKind::Paragraph.name().to_owned(),
        BlockKind::Tabular => BlockKind::Preformatted.name().to_owned(),
        BlockKind::Table { has_header, alignments } => format!("table {has_header} {alignments:?}"),
        kind => kind.name().to_owned(),
    }
}

fn words(document: &Document, block: &Block, has_notes: bool) -> String {
    if block.kind == BlockKind::Break {
        return String::new();
    }
    let spans: Vec<(TextRange, String)> = document
        .spans_in(block.range)
        .filter(|span| has_notes || !matches!(span.mark, Mark::Note(_)))
        .filter(|span| span.mark != Mark::Image("".into()))
        .map(|span| (span.range, mark(document, &span.mark)))
        .collect();
    let is_item = matches!(block.kind, BlockKind::Item { .. })
        && !block.goes_on
        && has_marker(&document[block.range]);
    let mut out = String::new();
    let mut open = BTreeSet::new();
    let mut is_behind_blank = true;
    for (at, character) in document[block.range].char_indices() {
        let at = block.range.start() + at;
        let is_bullet = is_item && at == block.range.start() && BULLETS.contains(character);
        let character = if is_bullet { '•' } else { character };
        // The end of a cell is none of its blanks.
        let is_cell_end = block.kind.is_table() && character == '\t';
        let character = if is_cell_end { '|' } else { character };
        let is_blank = character.is_whitespace() && character != '\n';
        // No paragraph of Markdown begins with an empty line.
        if is_blank || out.is_empty() && character == '\n' {
            is_behind_blank = true;
            continue;
        }
        // Blanks at the beginning of a line or cell are none of it.
        let is_first = out.is_empty() || out.ends_with(['\n', '|']);
        let here: BTreeSet<&str> = spans
            .iter()
            .filter(|(range, _)| range.contains(at))
            .map(|(_, mark)| mark.as_str())
            .filter(|mark| !block.kind.is_unwrapped() || mark.starts_with("language"))
            .collect();
        if character != '\n' && here != open {
            out.push_str(&format!("{{{}}}", here.iter().copied().collect::<Vec<_>>().join(" ")));
            open = here;
        }
        if std::mem::take(&mut is_behind_blank) && !is_first && !is_cell_end && character != '\n' {
            out.push(' ');
        }
        out.push(character);
    }
    out
}

fn mark(document: &Document, mark: &Mark<'_>) -> String {
    match mark {
        Mark::Language(name) => format!("language {name}"),
        Mark::Note(target) => {
            let block = document.target(target).and_then(|at| document.block_at(at));
            format!("note {block:?}")
        }
        Mark::Link(target) => {
            let place = target.strip_prefix('#').and_then(|name| document.target(name));
            match place.and_then(|at| document.block_at(at)) {
                Some(block) => format!("link to {block:?}"),
                None => format!("link {target}"),
            }
        }
        Mark::Image(address) => format!("image {address}"),
        Mark::Title(words) => format!("title {words}"),
        mark => mark.name().to_owned(),
    }
}
