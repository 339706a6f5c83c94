//! The document as Markdown: what importing it again makes the same text of.
//!
//! Each paragraph is one line, and what would be read as Markdown in it is escaped. Metadata stand
//! above the text, the dek too: in the text nothing else tells it from a paragraph. What a document
//! keeps no trace of, such as the sign of a thematic break, is not written.

mod escape;
mod front;
mod inline;
mod mark;
mod marker;
mod notes;
mod places;
mod table;

#[cfg(test)]
mod tests;

use crate::document::{Block, BlockKind, Document, Level, Mark, Span, TextRange, raised_number};
use escape::{Around, Dollar, Setting, escape};
use front::front;
use inline::Inline;
use marker::{List, Marker};
use notes::Notes;
use places::Places;

/// The document as Markdown; ends with a line end unless it is empty.
pub fn markdown(document: &Document) -> String {
    let notes = Notes::of(document);
    let places = Places::of(document, &notes);
    let mut writer = Writer {
        document,
        inline: Inline { document, notes: &notes, places: &places },
        open: Vec::new(),
        before: None,
        is_lone: false,
        is_head: true,
        out: front(document),
    };
    for block in document.blocks() {
        writer.block(&block);
    }
    writer.out
}

/// A line of text as Markdown that reads as that line again.
pub(super) fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    escape(
        line,
        Around { before: None, after: None, dollar: Dollar::None },
        Setting::Words,
        &mut out,
    );
    out
}

/// A list item, a footnote or a block quotation that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    Quotation {
        is_next: bool,
    },
    Item {
        /// What stands in it is set in by so many columns.
        columns: usize,
        list: List,
    },
    /// A level of which no item was written.
    Missing,
}

struct Writer<'a> {
    document: &'a Document,
    inline: Inline<'a>,
    open: Vec<Container>,
    before: Option<BlockKind>,
    /// The block before is the marker of an item and nothing else.
    is_lone: bool,
    /// Nothing but the title and what stands under it was written.
    is_head: bool,
    out: String,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block) {
        let marker = self.marker(block);
        let items_before = self.items_at(block.nesting.depth());
        let shared = self.adopt(block);
        if block.goes_on && block.kind.is_table() {
            return self.rows(block);
        }
        self.separate(block, marker.as_ref(), items_before, shared);
        self.name_apart(block, shared);
        let opens_quotation = shared < block.nesting.depth();
        if let Some(tag) = self.alert(block).filter(|_| opens_quotation) {
            self.source_line(tag);
            self.before = Some(block.kind);
            return;
        }
        match (block.kind, marker) {
            (_, Some(marker)) => self.item(block, &marker),
            (BlockKind::Title, _) => self.heading(block, 1),
            (BlockKind::Heading { level }, _) => self.heading(block, level),
            (BlockKind::Preformatted | BlockKind::Tabular, _) => self.code(block),
            (BlockKind::Table { .. }, _) => self.table(block),
            (BlockKind::Break, _) => self.source_line("* * *"),
            (BlockKind::Image, _) => self.image(block),
            (BlockKind::Caption, _) if self.is_named_caption() => self.caption(block),
            _ => self.paragraph(block.range),
        }
        self.is_head &= matches!(
            block.kind,
            BlockKind::Title | BlockKind::Dek | BlockKind::Caption | BlockKind::Image
        );
        self.before = Some(block.kind);
    }

    /// Whether a caption would not be read as one where it stands.
    fn is_named_caption(&self) -> bool {
        !self.is_head || self.before == Some(BlockKind::Image)
    }

    /// A caption between tags of its own, in which Markdown goes on.
    fn caption(&mut self, block: &Block) {
        let around = self.open.len();
        self.source_line("<figcaption>");
        self.blank(around);
        self.paragraph(block.range);
        self.blank(around);
        self.source_line("</figcaption>");
    }

    /// The tag of the alert whose name a block is.
    fn alert(&self, block: &Block) -> Option<&'static str> {
        let tag = match &self.document[block.range] {
            "Note" => "[!NOTE]",
            "Tip" => "[!TIP]",
            "Important" => "[!IMPORTANT]",
            "Warning" => "[!WARNING]",
            "Caution" => "[!CAUTION]",
            _ => return None,
        };
        let is_strong = |span: Span<'_>| span.mark == Mark::Strong && span.range == block.range;
        let is_name = block.kind == BlockKind::Quotation
            && self.document.spans_in(block.range).any(is_strong);
        is_name.then_some(tag)
    }

    /// The item that is open at a depth.
    fn items_at(&self, depth: usize) -> Option<Container> {
        self.open.get(depth).copied().filter(|open| matches!(open, Container::Item { .. }))
    }

    /// Opens and closes what encloses a block; how much of that was open before.
    fn adopt(&mut self, block: &Block) -> usize {
        let mut shared = 0;
        for (at, level) in block.nesting.levels().enumerate() {
            let is_open = match self.open.get(at) {
                Some(Container::Quotation { is_next }) => {
                    level == Level::Quotation { is_next: *is_next }
                }
                Some(Container::Item { .. } | Container::Missing) => {
                    matches!(level, Level::Item { .. })
                }
                None => false,
            };
            if is_open {
                shared = at + 1;
                continue;
            }
            self.open.truncate(at);
            self.open.push(match level {
                Level::Quotation { is_next } => Container::Quotation { is_next },
                Level::Item { .. } => Container::Missing,
            });
        }
        self.open.truncate(block.nesting.depth());
        shared
    }

    /// A blank line, unless two items of one list follow each other.
    fn separate(
        &mut self,
        block: &Block,
        marker: Option<&Marker>,
        before: Option<Container>,
        shared: usize,
    ) {
        if self.out.is_empty() {
            return;
        }
        if std::mem::take(&mut self.is_lone) && shared > 0 && shared == self.open.len() {
            let is_words = matches!(block.kind, BlockKind::Paragraph | BlockKind::Image);
            if marker.is_some() || !is_words {
                // What follows a lone marker must begin on the next line to be in its item.
                return;
            }
            // Words there would stand behind the marker.
            self.out.truncate(self.out.trim_end().len());
            self.out.push_str(" &nbsp;\n");
        }
        let before = before.and_then(|item| match item {
            Container::Item { list, .. } => Some(list),
            _ => None,
        });
        let follows_item = matches!(self.before, Some(BlockKind::Item { .. }));
        let is_tight = match (marker, before) {
            (Some(marker), Some(before)) => before.goes_on_with(marker.list),
            (Some(marker), None) => marker.list.may_interrupt() && !marker.is_lone,
            (None, _) => false,
        };
        if follows_item && is_tight && block.kind != BlockKind::Footnote {
            return;
        }
        self.blank(shared);
        let swallows = |(before, marker): (List, &Marker)| {
            before.swallows(marker.list) && !before.goes_on_with(marker.list)
        };
        if before.zip(marker).is_some_and(swallows) {
            // A comment ends the list, so that the next one begins with its own number.
            self.source_line("<!-- -->");
            self.blank(shared);
        }
    }

    fn blank(&mut self, shared: usize) {
        let prefix = prefix(&self.open[..shared.min(self.open.len())]);
        self.out.push_str(prefix.trim_end());
        self.out.push('\n');
    }

    /// A line that is Markdown already.
    fn source_line(&mut self, line: &str) {
        self.out.push_str(&prefix(&self.open));
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn heading(&mut self, block: &Block, level: u8) {
        self.out.push_str(&prefix(&self.open));
        self.out.push_str(&"#".repeat(level.clamp(1, 6).into()));
        let mut words = String::new();
        self.inline.line(block.range, Setting::Words, &mut words);
        // Signs at the end would be taken for a part of the heading's form.
        let braces = words.strip_suffix('}').filter(|words| {
            words.rsplit('{').next().is_some_and(|inner| inner.contains(['#', '.', '-']))
        });
        let kept = braces.unwrap_or_else(|| words.trim_end_matches('#')).len();
        let is_escaped = words[..kept].ends_with('\\');
        let closing = if kept < words.len() && !is_escaped { "\\" } else { "" };
        self.out.push(' ');
        self.names(block.range.start());
        self.out.push_str(&words[..kept]);
        self.out.push_str(closing);
        self.out.push_str(&words[kept..]);
        self.out.push('\n');
    }

    fn paragraph(&mut self, range: TextRange) {
        self.out.push_str(&prefix(&self.open));
        self.names(range.start());
        self.words(range);
    }

    /// The names of a place.
    fn names(&mut self, start: usize) {
        for name in self.inline.places.by_start.get(&start).into_iter().flatten() {
            self.out.push_str(&format!("<a id=\"{name}\"></a>"));
        }
    }

    /// The names of a block in which they cannot stand, above it.
    fn name_apart(&mut self, block: &Block, shared: usize) {
        let is_apart =
            block.kind == BlockKind::Break || block.kind.is_unwrapped() || block.kind.is_table();
        if is_apart && self.inline.places.by_start.contains_key(&block.range.start()) {
            self.out.push_str(&prefix(&self.open));
            self.names(block.range.start());
            self.out.push('\n');
            self.blank(shared);
        }
    }

    /// The lines of a range of a block; the author's line ends are kept.
    fn words(&mut self, range: TextRange) {
        let mut at = range.start();
        for (index, line) in self.document[range].split('\n').enumerate() {
            if index > 0 && line.trim().is_empty() {
                // An empty line would end the paragraph.
                self.out.push_str("<br>");
            } else if index > 0 {
                self.out.push_str("\\\n");
                self.out.push_str(&prefix(&self.open));
            }
            let line = TextRange::new(at, at + line.len());
            self.inline.line(line, Setting::Words, &mut self.out);
            at = line.end() + 1;
        }
        self.out.push('\n');
    }

    fn item(&mut self, block: &Block, marker: &Marker) {
        self.out.push_str(&prefix(&self.open));
        self.open.push(Container::Item { columns: marker.columns, list: marker.list });
        self.is_lone = marker.is_lone;
        if marker.is_lone {
            self.out.push_str(marker.sign.trim_end());
            self.out.push('\n');
        } else {
            self.out.push_str(&marker.sign);
            self.names(block.range.start());
            self.words(TextRange::new(block.range.start() + marker.length, block.range.end()));
        }
    }

    /// What a block begins with, if that makes it an item or a footnote.
    fn marker(&self, block: &Block) -> Option<Marker> {
        match block.kind {
            BlockKind::Item { .. } if !block.goes_on => {
                Marker::of_item(&self.document[block.range])
            }
            BlockKind::Footnote => {
                let label = self.inline.notes.blocks.get(&block.range.start())?;
                let length = raised_number(label).len() + 1;
                let is_lone = length > block.range.len();
                let sign = format!("[^{label}]: ");
                Some(Marker { length, sign, columns: 4, list: List::Footnotes, is_lone })
            }
            _ => None,
        }
    }

    fn code(&mut self, block: &Block) {
        let text = &self.document[block.range];
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat((longest + 1).max(3));
        let language = self.document.spans_in(block.range).find_map(|span| match span.mark {
            Mark::Language(name) => Some(name).filter(|name| !name.contains(['`', '\\', '&'])),
            _ => None,
        });
        self.source_line(&format!("{fence}{}", language.unwrap_or_default()));
        for line in text.split('\n') {
            self.out.push_str(&prefix(&self.open));
            self.out.push_str(line);
            self.out.push('\n');
        }
        self.source_line(&fence);
    }

    fn image(&mut self, block: &Block) {
        let is_marked = |span: Span<'_>| matches!(span.mark, Mark::Image(_));
        if self.document.spans_in(block.range).any(is_marked) {
            return self.paragraph(block.range);
        }
        self.out.push_str(&prefix(&self.open));
        self.names(block.range.start());
        self.out.push_str("![");
        let mut words = String::new();
        self.inline.line(block.range, Setting::Link, &mut words);
        self.out.push_str(&words);
        self.out.push_str("]()\n");
    }
}

/// What stands before each line of what lies in these.
fn prefix(open: &[Container]) -> String {
    open.iter()
        .map(|container| match container {
            Container::Quotation { .. } => "> ".to_owned(),
            Container::Item { columns, .. } => " ".repeat(*columns),
            Container::Missing => String::new(),
        })
        .collect()
}
