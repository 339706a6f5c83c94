//! Markdown: CommonMark with GitHub's tables, footnotes, task lists, strikethrough and alerts.
//!
//! In: any text. Out: a document that holds everything a reader of the rendered page would see.
//! The parser hands over one event after the other; what encloses a block is kept on a stack of
//! our own, so that no depth of the input is a depth of the program. The head of an article is
//! read as that of a plain text is: the same article is the same document from either.

mod bare_url;
mod callout;
mod definition;
mod dialect;
mod front;
mod head;
mod html;
mod image;
mod list;
mod math;
mod name;
mod place;
mod plain;
mod reader;
mod sign;
mod table;
mod tags;
mod template;
mod wiki;
mod window;
mod words;
mod write;

#[cfg(test)]
mod tests;

// Lists and notes are marked alike in every format.
pub(super) use name::bullet;
pub use reader::MarkdownReader;
pub use sign::is_likely;

use super::text::{Phase, Signer};
use crate::document::{BlockKind, Checkpoint, Mark, Meta, Nesting, is_raised};
use callout::Callout;
use front::Front;
use head::Heading;
use name::Names;
use pulldown_cmark::{
    BrokenLink, CodeBlockKind, Event, Options, Parser, Tag, TagEnd, TextMergeWithOffset,
};
use std::borrow::Cow;
use std::ops::Range;
use table::TableState;
pub use window::Definitions;
use write::Writer;

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
}

/// What encloses the place.
#[derive(Debug, Clone, Copy)]
struct Container {
    kind: ContainerKind,
    /// The nesting of what stands in it.
    nesting: Nesting,
    /// How many lists with bullets enclose what stands in it.
    n_lists: usize,
    /// Of a block quotation: what its first line is.
    callout: Callout,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ContainerKind {
    Quotation,
    /// The number of its next item, if it is numbered.
    List(Option<u64>),
    Item,
    Definition,
    Footnote,
}

/// Writes block after block, and remembers what encloses them.
#[derive(Clone)]
struct Importer {
    /// The window that is read.
    source: String,
    writer: Writer,
    meta: Meta,
    phase: Phase,
    signer: Signer,
    names: Box<Names>,
    containers: Vec<Container>,
    /// What the next block of running text is.
    kind: BlockKind,
    /// The marker that waits for the first words of its item or footnote.
    marker: Option<String>,
    heading: Option<Box<Heading>>,
    table: Option<TableState>,
    html: html::State,
    images: Box<image::State>,
}

impl Importer {
    /// At the beginning of a text, of which the first lines are those of `head`.
    fn new(head: &str, front: Front) -> Self {
        let mut importer = Self {
            source: String::new(),
            writer: Writer::default(),
            meta: front.meta,
            phase: Phase::Start,
            signer: Signer::default(),
            names: Box::default(),
            containers: Vec::new(),
            kind: BlockKind::Paragraph,
            marker: None,
            heading: None,
            table: None,
            html: html::State::default(),
            images: Box::default(),
        };
        importer.write_meta(head);
        importer.meta.title = importer.meta.title.take().or(front.page_title);
        importer
    }

    /// The same place in the text, of which the rest is written behind a checkpoint.
    fn behind(&self, checkpoint: Checkpoint) -> Self {
        Self { writer: Writer::behind(checkpoint), ..self.clone() }
    }

    /// Notes that the next window begins at this offset of the text.
    fn note_source(&mut self, source: usize) {
        if !self.writer.is_open() && self.containers.is_empty() {
            self.writer.note_source(source);
        }
    }

    /// Reads a window, with what it needs of the others.
    fn window(&mut self, window: &str, definitions: &Definitions) {
        let window = self.with_day(window);
        let window = dialect::rewritten(&window, &mut self.names.n_inline_notes);
        let window = &*window;
        window.clone_into(&mut self.source);
        self.names.signs = definitions.signs_in(window);
        let missing = definitions.missing_notes(window);
        let text = match missing.is_empty() {
            true => Cow::Borrowed(window),
            false => Cow::Owned(format!("{window}{missing}")),
        };
        let link = |link: BrokenLink<'_>| definitions.link(&link);
        let masked = math::masked(&text);
        let (text, options) = match &masked {
            Some(masked) => (masked.as_str(), options() | Options::ENABLE_MATH),
            None => (&*text, options()),
        };
        let parser = Parser::new_with_broken_link_callback(text, options, Some(link));
        for (event, range) in TextMergeWithOffset::new(parser.into_offset_iter()) {
            if range.start < window.len() {
                let event = if masked.is_some() { math::unmasked(event) } else { event };
                self.event(event, range);
            }
        }
        self.give_up_table();
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if !matches!(
            event,
            Event::Start(Tag::HtmlBlock) | Event::Html(_) | Event::End(TagEnd::HtmlBlock)
        ) {
            self.give_up_table();
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => self.words(&words, &range),
            Event::Code(words) => self.styled(Mark::Code, &words),
            Event::Html(html) => self.html.push(&html),
            Event::InlineHtml(html) => self.inline_html(&html),
            Event::FootnoteReference(label) => self.note_reference(&label),
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.hard_break(),
            Event::Rule => self.rule(),
            Event::TaskListMarker(is_done) => self.task(is_done),
            Event::InlineMath(words) => self.formula(&format!("${words}$")),
            Event::DisplayMath(words) => self.display_formula(&words, range),
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.paragraph(range),
            Tag::Heading { level, id, .. } => {
                self.start_heading(level);
                self.heading_attributes(id.as_deref(), range);
            }
            Tag::BlockQuote(alert) => self.start_quotation(alert, &range),
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
            Tag::Link { dest_url, title, .. } => self.open_link(&dest_url, &title, range),
            Tag::Image { dest_url, title, .. } => self.start_image(&dest_url, &title),
            Tag::DefinitionListTitle => self.start_term(&range),
            Tag::DefinitionListDefinition => self.start_definition(),
            Tag::DefinitionList | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
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
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.writer.close(),
            TagEnd::Link => self.writer.close_link(),
            TagEnd::Image => self.end_image(),
            TagEnd::DefinitionListTitle => self.leave_paragraph(),
            TagEnd::DefinitionListDefinition => self.leave_container(),
            TagEnd::TableRow
            | TagEnd::DefinitionList
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

    fn is_in_quotation(&self, nesting: Nesting) -> bool {
        self.is_in(ContainerKind::Quotation)
            || self.is_in(ContainerKind::Definition) && nesting.is_quoted()
    }

    /// Ends what is open; the next words begin a paragraph.
    fn leave_paragraph(&mut self) {
        self.html.forget_marks();
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
        self.containers.push(Container { kind, nesting, n_lists, callout: Callout::None });
    }

    /// A marker whose item does not begin with words stands alone.
    fn write_marker(&mut self) {
        if self.marker.is_some() {
            self.begin();
            self.leave_paragraph();
        }
    }

    /// The same before a list or a quotation: the number of a note stands before their first words.
    fn write_item_marker(&mut self) {
        if !self.is_note_waiting() {
            self.write_marker();
        }
    }

    fn is_note_waiting(&self) -> bool {
        self.marker.as_ref().is_some_and(|marker| marker.starts_with(is_raised))
    }

    /// Opens the block of running text that the next words belong to.
    fn begin(&mut self) {
        if self.writer.is_open() {
            return;
        }
        let nesting = self.nesting();
        let is_note = self.is_note_waiting();
        let Some(marker) = self.marker.take() else {
            let kind = match self.kind {
                BlockKind::Paragraph if self.is_in_quotation(nesting) => BlockKind::Quotation,
                BlockKind::Paragraph if self.is_in(ContainerKind::Footnote) => BlockKind::Footnote,
                kind => kind,
            };
            return self.writer.begin(kind, nesting);
        };
        let (kind, container) = match is_note {
            true => (BlockKind::Footnote, ContainerKind::Footnote),
            false => (BlockKind::Item { hanging: columns(&marker) }, ContainerKind::Item),
        };
        let own = self.containers.iter().rposition(|around| around.kind == container);
        let around = own.and_then(|at| at.checked_sub(1)).map(|at| self.containers[at].nesting);
        self.writer.begin(kind, around.unwrap_or_default());
        self.writer.exact(&marker);
    }

    fn open(&mut self, mark: Mark) {
        self.begin_words();
        self.open_tags();
        self.writer.open(mark);
    }

    fn open_link(&mut self, target: &str, title: &str, range: Range<usize>) {
        let words = self.source.get(range).unwrap_or("");
        match target.strip_prefix('#').filter(|name| self.names.signs.is_reference(name, words)) {
            Some(name) => self.open(Mark::Note(name.into())),
            None => self.open(Mark::Link(target.into())),
        }
        self.writer.title(title);
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
        if self.ends_callout_title() {
            return;
        }
        if self.kind == BlockKind::Caption {
            self.writer.end();
        } else {
            self.writer.line_end();
        }
    }

    fn hard_break(&mut self) {
        if self.ends_callout_title() {
            return;
        }
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

    fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.write_marker();
        self.leave_paragraph();
        self.kind = BlockKind::Preformatted;
        self.writer.begin(BlockKind::Preformatted, self.nesting());
        // The first word names the language; what follows it is for other programs.
        if let CodeBlockKind::Fenced(words) = kind
            && let Some(name) = words.split_whitespace().next()
        {
            self.writer.open(Mark::Language(name.into()));
        }
        self.phase = Phase::Body;
    }
}

/// The columns of a marker, with the blank behind it.
fn columns(marker: &str) -> u8 {
    crate::document::columns(marker).min(20) as u8
}
