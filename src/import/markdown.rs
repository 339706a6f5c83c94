//! Markdown: CommonMark with GitHub's tables, footnotes, task lists, strikethrough and alerts.
//!
//! In: any text. Out: a document that holds everything a reader of the rendered page would see.
//! The parser hands over one event after the other; what encloses a block is kept on a stack of
//! our own, so that no depth of the input is a depth of the program. The head of an article is
//! read as that of a plain text is: the same article is the same document from either.

mod front;
mod html;
mod name;
mod sign;
mod tags;
mod write;

#[cfg(test)]
mod tests;

// Lists and notes are marked alike in every format.
pub(super) use name::{bullet, raised};
pub use sign::is_likely;

use super::text::{Line, Phase, are_captions, are_credited, byline, is_dek};
use crate::document::{Alignment, Alignments, BlockKind, CleanText, Document, Mark, Meta, Nesting};
use name::Names;
use pulldown_cmark::{
    Alignment as Column, BlockQuoteKind, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag,
    TagEnd,
};
use std::ops::Range;
use write::Writer;

/// The document of a Markdown text.
pub fn import(text: &str) -> Document {
    let (meta, body) = front::split(text);
    let mut importer = Importer::new(body, meta.unwrap_or_default());
    for (event, range) in Parser::new_ext(body, options()).into_offset_iter() {
        importer.event(event, range);
    }
    importer.writer.end();
    importer.writer.finish(importer.meta)
}

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// What encloses the place.
#[derive(Debug, Clone, Copy)]
struct Container {
    kind: ContainerKind,
    /// The nesting of what stands in it.
    nesting: Nesting,
    /// How many lists with bullets enclose what stands in it.
    n_lists: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ContainerKind {
    Quotation,
    /// The number of its next item, if it is numbered.
    List(Option<u64>),
    Item,
    Footnote,
}

/// Cells that hold nothing are written when one that does follows.
#[derive(Debug, Default)]
struct TableState {
    n_rows: usize,
    n_cells: usize,
    alignments: Alignments,
    has_words: bool,
}

/// Writes block after block, and remembers what encloses them.
struct Importer<'a> {
    source: &'a str,
    writer: Writer,
    meta: Meta,
    phase: Phase,
    names: Names,
    containers: Vec<Container>,
    /// What the next block of running text is.
    kind: BlockKind,
    /// The marker that waits for the first words of its item or footnote.
    marker: Option<String>,
    /// The words of a heading.
    heading: Option<String>,
    table: Option<TableState>,
    html: html::State,
    /// In how many images the words that come now are.
    n_images: usize,
}

impl<'a> Importer<'a> {
    fn new(source: &'a str, meta: Meta) -> Self {
        let mut importer = Self {
            source,
            writer: Writer::default(),
            meta,
            phase: Phase::Start,
            names: Names::default(),
            containers: Vec::new(),
            kind: BlockKind::Paragraph,
            marker: None,
            heading: None,
            table: None,
            html: html::State::default(),
            n_images: 0,
        };
        importer.write_meta();
        importer
    }

    /// A title that only the metadata have stands above the text, with the dek under it.
    fn write_meta(&mut self) {
        let Some(title) = self.meta.title.clone() else { return };
        let first = self.source.lines().map(str::trim).find(|line| !line.is_empty());
        let heading = first.and_then(|line| line.strip_prefix("# "));
        if heading.is_some_and(|heading| heading.trim() == title.as_str()) {
            return;
        }
        self.writer.add(BlockKind::Title, Nesting::default(), title.as_str());
        self.phase = Phase::Titled;
        if let Some(dek) = self.meta.dek.clone() {
            self.writer.add(BlockKind::Dek, Nesting::default(), dek.as_str());
            self.phase = Phase::Captions;
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.text(&words),
            Event::Code(words) => self.styled(Mark::Code, &words),
            Event::Html(html) => self.html.push(&html),
            Event::InlineHtml(html) => self.inline_html(&html),
            Event::FootnoteReference(label) => self.note_reference(&label),
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.hard_break(),
            Event::Rule => self.rule(),
            Event::TaskListMarker(is_done) => self.task(is_done),
            Event::InlineMath(words) | Event::DisplayMath(words) => self.text(&words),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph(range),
            Tag::Heading { level, .. } => self.start_heading(level),
            Tag::BlockQuote(alert) => self.start_quotation(alert),
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::HtmlBlock => self.leave_paragraph(),
            Tag::List(first) => self.start_list(first),
            Tag::Item => self.start_item(range),
            Tag::FootnoteDefinition(label) => self.start_footnote(&label),
            Tag::Table(columns) => self.start_table(&columns),
            Tag::TableHead | Tag::TableRow => self.start_row(),
            Tag::TableCell => {}
            Tag::Emphasis => self.open(Mark::Emphasis),
            Tag::Strong => self.open(Mark::Strong),
            Tag::Strikethrough => self.open(Mark::Strike),
            Tag::Link { dest_url, .. } => self.open(Mark::Link(dest_url.into_string())),
            Tag::Image { .. } => self.start_image(),
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Superscript
            | Tag::Subscript
            | Tag::MetadataBlock(_) => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) => self.end_heading(),
            TagEnd::BlockQuote(_) | TagEnd::List(_) => self.leave_container(),
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::Table => self.leave_paragraph(),
            TagEnd::HtmlBlock => self.html_block(),
            TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.write_marker();
                self.leave_container();
            }
            TagEnd::TableHead => self.end_head(),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                self.writer.close();
            }
            TagEnd::Image => self.n_images = self.n_images.saturating_sub(1),
            TagEnd::TableRow
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn nesting(&self) -> Nesting {
        self.containers.last().map_or(Nesting::default(), |container| container.nesting)
    }

    fn n_lists(&self) -> usize {
        self.containers.last().map_or(0, |container| container.n_lists)
    }

    fn is_in(&self, kind: ContainerKind) -> bool {
        self.containers.last().is_some_and(|container| container.kind == kind)
    }

    /// Ends what is open; the next words begin a paragraph.
    fn leave_paragraph(&mut self) {
        self.writer.end();
        // The parser gives up tables of too many empty cells between two rows.
        self.table = None;
        self.kind = BlockKind::Paragraph;
    }

    fn leave_container(&mut self) {
        self.leave_paragraph();
        self.containers.pop();
    }

    fn enter(&mut self, kind: ContainerKind, nesting: Nesting) {
        self.leave_paragraph();
        let n_lists = self.n_lists() + usize::from(kind == ContainerKind::List(None));
        self.containers.push(Container { kind, nesting, n_lists });
    }

    /// A marker whose item does not begin with words stands alone.
    fn write_marker(&mut self) {
        if self.marker.is_some() {
            self.begin();
            self.leave_paragraph();
        }
    }

    /// Opens the block of running text that the next words belong to.
    fn begin(&mut self) {
        if self.writer.is_open() {
            return;
        }
        let nesting = self.nesting();
        let Some(marker) = self.marker.take() else {
            let kind = match self.kind {
                BlockKind::Paragraph if self.is_in(ContainerKind::Quotation) => {
                    BlockKind::Quotation
                }
                BlockKind::Paragraph if self.is_in(ContainerKind::Footnote) => BlockKind::Footnote,
                kind => kind,
            };
            return self.writer.begin(kind, nesting);
        };
        let kind = if self.is_in(ContainerKind::Footnote) {
            BlockKind::Footnote
        } else {
            BlockKind::Item { hanging: columns(&marker) }
        };
        let around = self.containers.len().checked_sub(2).map(|at| self.containers[at].nesting);
        self.writer.begin(kind, around.unwrap_or_default());
        self.writer.exact(&marker);
    }

    fn text(&mut self, words: &str) {
        if self.html.hides() {
            return;
        }
        if self.kind == BlockKind::Preformatted {
            return self.writer.code(words);
        }
        self.leave_image(words);
        self.begin_words();
        self.writer.text(words);
        if let Some(heading) = &mut self.heading {
            heading.push_str(words);
        }
    }

    fn styled(&mut self, mark: Mark, words: &str) {
        self.leave_image(words);
        self.begin_words();
        self.writer.open(mark);
        self.writer.exact(words);
        self.writer.close();
        if let Some(heading) = &mut self.heading {
            heading.push_str(words);
        }
    }

    fn open(&mut self, mark: Mark) {
        self.begin_words();
        self.writer.open(mark);
    }

    /// Before words: the block is open, and so is the cell.
    fn begin_words(&mut self) {
        if self.table.is_some() {
            self.begin_cell();
        } else {
            self.begin();
        }
    }

    fn soft_break(&mut self) {
        if self.kind == BlockKind::Caption {
            self.writer.end();
        } else {
            self.writer.line_end();
        }
    }

    fn hard_break(&mut self) {
        if self.table.is_some() || self.heading.is_some() || self.kind == BlockKind::Caption {
            return self.soft_break();
        }
        if self.writer.is_open() {
            self.writer.hard_break();
        }
    }

    fn rule(&mut self) {
        self.write_marker();
        self.writer.add(BlockKind::Break, self.nesting(), "* * *");
        self.phase = Phase::Body;
    }

    /// The paragraphs under the title may be a dek, a by-line, captions.
    fn paragraph(&mut self, range: Range<usize>) {
        self.leave_paragraph();
        if !self.containers.is_empty() {
            return;
        }
        let source = self.source.get(range).unwrap_or("").trim();
        let lines = source.lines().take(4).map(|line| line.trim_matches(['*', '_', ' ']));
        let lines: Vec<Line> = lines.map(Line::new).collect();
        let is_head = matches!(self.phase, Phase::Titled | Phase::Captions);
        if self.phase == Phase::Titled && is_dek(&lines) {
            self.kind = BlockKind::Dek;
            self.meta.dek.get_or_insert_with(|| CleanText::line(lines[0].words()));
            self.phase = Phase::Captions;
        } else if !source.starts_with('!')
            && (if is_head { are_captions(&lines) } else { are_credited(&lines) })
        {
            self.kind = BlockKind::Caption;
            if is_head && self.meta.authors.is_empty() {
                let names = lines.iter().flat_map(|line| byline(line.words()));
                self.meta.authors = names.map(CleanText::line).collect();
            }
        } else if !source.starts_with('!') {
            self.phase = Phase::Body;
        }
    }

    fn start_heading(&mut self, level: HeadingLevel) {
        self.write_marker();
        self.leave_paragraph();
        let is_title = level == HeadingLevel::H1
            && self.phase == Phase::Start
            && self.containers.is_empty()
            && !self.names.has_headings();
        self.kind =
            if is_title { BlockKind::Title } else { BlockKind::Heading { level: level as u8 } };
        self.heading = Some(String::new());
    }

    fn end_heading(&mut self) {
        let words = self.heading.take().unwrap_or_default();
        if self.writer.is_open() {
            let name = self.names.of_heading(&words);
            self.writer.builder().target_block(&name);
        }
        if self.kind == BlockKind::Title {
            self.meta.title.get_or_insert_with(|| CleanText::line(words.trim()));
        }
        self.phase = match self.kind {
            BlockKind::Title => Phase::Titled,
            _ => Phase::Body,
        };
        self.leave_paragraph();
    }

    fn start_quotation(&mut self, alert: Option<BlockQuoteKind>) {
        self.write_marker();
        self.enter(ContainerKind::Quotation, self.nesting().in_quotation());
        let label = match alert {
            None => return,
            Some(BlockQuoteKind::Note) => "Note",
            Some(BlockQuoteKind::Tip) => "Tip",
            Some(BlockQuoteKind::Important) => "Important",
            Some(BlockQuoteKind::Warning) => "Warning",
            Some(BlockQuoteKind::Caution) => "Caution",
        };
        self.styled(Mark::Strong, label);
        self.leave_paragraph();
    }

    fn start_code(&mut self, _kind: &CodeBlockKind<'_>) {
        self.write_marker();
        self.leave_paragraph();
        self.kind = BlockKind::Preformatted;
        self.writer.begin(BlockKind::Preformatted, self.nesting());
        self.phase = Phase::Body;
    }

    fn start_list(&mut self, first: Option<u64>) {
        self.write_marker();
        self.enter(ContainerKind::List(first), self.nesting());
        self.phase = Phase::Body;
    }

    fn start_item(&mut self, range: Range<usize>) {
        self.leave_paragraph();
        let source = self.source.get(range).unwrap_or("");
        let n_lists = self.n_lists();
        let marker = match self.containers.last_mut().map(|list| &mut list.kind) {
            Some(ContainerKind::List(Some(number))) => {
                let marker = name::number(*number, source);
                *number = number.saturating_add(1);
                marker
            }
            _ => bullet(n_lists),
        };
        self.enter(ContainerKind::Item, self.nesting().in_item(columns(&marker)));
        self.marker = Some(marker);
    }

    /// A box takes the place of the bullet, and stands behind a number.
    fn task(&mut self, is_done: bool) {
        let sign = if is_done { "☑ " } else { "☐ " };
        match &mut self.marker {
            Some(marker) if marker.starts_with(|c: char| c.is_ascii_digit()) => {
                marker.push_str(sign);
            }
            Some(marker) => *marker = sign.to_owned(),
            None => {
                self.begin();
                self.writer.exact(sign);
            }
        }
    }

    fn start_footnote(&mut self, label: &str) {
        self.write_marker();
        self.leave_paragraph();
        self.writer.builder().target(&name::note(label));
        let marker = format!("{} ", self.names.of_note(label));
        self.enter(ContainerKind::Footnote, self.nesting().in_item(columns(&marker)));
        self.marker = Some(marker);
        self.phase = Phase::Body;
    }

    fn note_reference(&mut self, label: &str) {
        let sign = self.names.of_note(label);
        self.styled(Mark::Note(name::note(label)), &sign);
    }

    /// An image of which only the alternative text is known.
    fn image(&mut self, alternative: &str) {
        self.start_image();
        self.text(alternative);
        self.n_images -= 1;
    }

    /// A paragraph that is nothing but images is a block of its own kind.
    fn start_image(&mut self) {
        self.n_images += 1;
        let is_free = !self.writer.is_open() && self.marker.is_none() && self.table.is_none();
        if is_free && self.kind == BlockKind::Paragraph {
            self.kind = BlockKind::Image;
        }
    }

    /// Words beside an image make a paragraph of it.
    fn leave_image(&mut self, words: &str) {
        if self.kind != BlockKind::Image || self.n_images > 0 || words.trim().is_empty() {
            return;
        }
        let is_quoted = self.is_in(ContainerKind::Quotation);
        self.kind = BlockKind::Paragraph;
        if self.writer.is_open() {
            let kind = if is_quoted { BlockKind::Quotation } else { BlockKind::Paragraph };
            self.writer.recast(kind);
        }
    }
}

/// The columns of a marker, with the blank behind it.
fn columns(marker: &str) -> u8 {
    crate::document::columns(marker).min(20) as u8
}

/// Tables.
impl Importer<'_> {
    fn start_table(&mut self, columns: &[Column]) {
        self.write_marker();
        self.leave_paragraph();
        let alignments = columns.iter().map(|column| match column {
            Column::None | Column::Left => Alignment::Left,
            Column::Center => Alignment::Center,
            Column::Right => Alignment::Right,
        });
        let alignments = Alignments::new(alignments);
        let kind = BlockKind::Table { has_header: true, alignments };
        self.writer.begin(kind, self.nesting());
        self.table = Some(TableState { alignments, ..TableState::default() });
        self.phase = Phase::Body;
    }

    fn start_row(&mut self) {
        if let Some(table) = &mut self.table {
            // A row above which nothing stands is the first one.
            if table.has_words {
                table.n_rows += 1;
            }
            table.n_cells = 0;
        }
    }

    fn begin_cell(&mut self) {
        let Some(table) = &mut self.table else { return };
        let builder = self.writer.builder();
        (0..std::mem::take(&mut table.n_rows)).for_each(|_| builder.next_row());
        (0..std::mem::take(&mut table.n_cells)).for_each(|_| builder.next_cell());
        table.has_words = true;
    }

    fn end_cell(&mut self) {
        if let Some(table) = &mut self.table {
            table.n_cells += 1;
        }
    }

    /// A header without a word is none.
    fn end_head(&mut self) {
        if let Some(table) = self.table.as_ref().filter(|table| !table.has_words) {
            let kind = BlockKind::Table { has_header: false, alignments: table.alignments };
            self.writer.recast(kind);
        }
    }
}
