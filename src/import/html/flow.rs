//! Walks the nodes of a page and writes what is to be read into blocks.
//!
//! Elements that are open stand on a stack, and each element knows the one of the same name below
//! it. So what an end tag ends is found at once, however deep and wrong the nesting, and the walk
//! takes time in proportion to the page alone.

mod continued;
mod inline;
mod list;
mod names;
mod open;
mod skip;

use super::added::is_box;
use super::admonition::{is_admonition, is_title, shown_title};
use super::attribution::{is_attribution, is_lead};
use super::byline::{is_beside, is_call};
use super::context::{Context, Kind, is_page_number, is_shown_for_eyes, is_stanza};
use super::draft::{BREAK, Draft, Hint};
use super::hint::is_behind_headline;
use super::language::language;
use super::link::Base;
use super::notes::Notes;
use super::page::{Element, Node, Page};
use super::pen::Pen;
use super::table::Cells;
use super::tables::Tables;
use super::tag::Tag;
use crate::document::BlockKind;
use crate::import::script::{lowered, raised};
use list::Lists;

pub use continued::BehindNote;
pub use skip::Skip;

/// The blocks of a page, or of a part of one, that has these notes.
pub fn blocks(page: &Page, base: &Base, skip: Skip, notes: &Notes) -> Vec<Draft> {
    let mut drafts = Vec::new();
    each_block(page, base, skip, notes, &mut |draft| drafts.push(draft));
    drafts
}

/// Hands over the blocks of a page, one after the other.
pub fn each_block(
    page: &Page,
    base: &Base,
    skip: Skip,
    notes: &Notes,
    done: &mut dyn FnMut(Draft),
) {
    let mut flow = Flow {
        base,
        skip,
        notes,
        tables: Tables::of(page),
        pen: Pen::new(page, base, done),
        stack: Vec::new(),
        last: [0; N_TAGS],
        last_block: 0,
        context: Context::default(),
        lists: Lists::default(),
        cells: None,
        n_quoted: 0,
    };
    for (index, node) in page.nodes.iter().enumerate() {
        match node {
            Node::Open { is_closed, .. } => {
                if let Some(element) = page.element(node) {
                    flow.open(index, element, *is_closed);
                }
            }
            Node::Close(tag) => flow.close(*tag),
            Node::Text(range) => flow.text(page.slice(range)),
        }
    }
    flow.pop_to(1);
    flow.pen.finish();
}

const N_TAGS: usize = Tag::ALL.len();

/// An element that is open.
struct Entry {
    tag: Tag,
    /// The element of the same name below it, as a depth; 0 for none.
    same: u32,
    /// The block below it, as a depth.
    block: u32,
    /// The context around it.
    around: Context,
}

struct Flow<'a> {
    base: &'a Base,
    skip: Skip,
    notes: &'a Notes,
    tables: Tables,
    pen: Pen<'a>,
    stack: Vec<Entry>,
    /// The depth of the innermost open element of each name; 0 for none.
    last: [u32; N_TAGS],
    last_block: u32,
    context: Context,
    lists: Lists,
    cells: Option<Cells>,
    /// How many inline quotations are open.
    n_quoted: u32,
}

impl Flow<'_> {
    fn text(&mut self, text: &str) {
        self.pen.next.is_behind_meta = false;
        if self.context.is_hidden {
        } else if self.context.is_kept {
            self.pen.kept(text, self.context);
        } else if let Some(text) = self.shifted(text) {
            self.pen.flowing(&text, self.context);
        } else {
            self.pen.flowing(text, self.context);
        }
    }

    /// The number of a note, and numbers above or below the line, as letters that are so.
    fn shifted(&self, text: &str) -> Option<String> {
        let is_note = self.context.marks.link.is_some_and(|(_, is_note)| is_note);
        let is_raised = is_note || self.depth(Tag::Sup) > self.last_block;
        if !is_raised && self.depth(Tag::Sub) <= self.last_block {
            return None;
        }
        let number =
            text.trim_matches(|c: char| c.is_whitespace() || is_note && "[]()".contains(c));
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        let shifted = if is_raised { raised } else { lowered };
        is_number.then(|| shifted(number, ""))
    }

    fn open(&mut self, index: usize, element: Element<'_>, is_closed: bool) {
        let tag = element.tag;
        self.imply_ends(tag);
        let mut context = self.context.inside(element);
        context.is_hidden &=
            self.context.is_hidden || !is_shown_for_eyes(self.pen.page, index, element);
        let is_of_meta = std::mem::take(&mut self.pen.next.is_behind_meta) || context.is_meta;
        if is_of_meta && !tag.is_block() && is_beside(self.pen.page, index) {
            self.pen.begin_part();
        }
        let is_box = |page| is_box(page, index, element);
        let is_of_text = matches!(context.hint, Hint::None | Hint::Lead);
        if is_of_text && self.depth(Tag::Article) > 0 && is_box(self.pen.page) {
            context.hint = Hint::Aside;
        }
        let is_in_header = context.hint == Hint::None && self.depth(Tag::Header) > 0;
        if is_in_header && tag.level().is_some() && is_behind_headline(self.pen.page, index) {
            context.hint = Hint::Lead;
        }
        if is_stanza(element) && self.context.stanza == 0 {
            context.stanza = index as u32 + 1;
        }
        let is_anonymous = tag == Tag::P && self.block() == Some(Tag::Div);
        if tag.is_block() && !(is_anonymous && self.pen.runs_in()) {
            self.end_block(context);
        }
        // In a page without frames, that is for browsers which know none.
        context.is_hidden |= tag == Tag::Noframes && self.depth(Tag::Frameset) == 0;
        context.is_hidden |= context.is_meta && is_call(self.pen.page, index);
        if !context.is_hidden && self.is_skipped(index, element) {
            context.is_hidden = true;
            if matches!(self.skip, Skip::Site | Skip::SiteOfPosts)
                && tag.is_block()
                && self.cells.is_none()
            {
                self.pen.add(Draft::gap());
            }
        }
        if !context.is_hidden {
            if is_admonition(element) {
                context.nesting = context.nesting.in_quotation_behind(self.pen.nesting);
                context.is_quoted = true;
            }
            let is_note = self.name(index, element);
            if is_note {
                self.begin_paragraphs(tag);
            } else if tag.is_block() || tag == Tag::Hr {
                self.continue_note(index, tag, &mut context);
            }
            if self.pen.next.is_note && tag.is_block() {
                context.kind = Kind::Footnote;
                if is_note {
                    self.nest_note(index, element, &mut context);
                }
            }
            if is_attribution(self.pen.page, index, element, self.depth(Tag::Blockquote) > 0) {
                self.attribution(tag, &mut context);
            }
            if context.is_quoted && is_title(element) {
                self.admonition_title(index, &mut context);
            } else if tag != Tag::A && self.cells.is_none() && self.is_own_sign(index, element) {
                context.is_hidden = true;
                self.names_within(index);
            } else {
                self.enter(index, element, &mut context);
            }
        } else if !self.context.is_hidden && is_page_number(element) {
            self.names_within(index);
        }
        if !is_closed {
            self.push(tag, context);
        }
    }

    /// What an element does where it starts.
    fn enter(&mut self, index: usize, element: Element<'_>, context: &mut Context) {
        match element.tag {
            Tag::A => self.link(index, element, context),
            Tag::Br if context.is_kept => self.pen.kept("\n", *context),
            Tag::Br => self.pen.end_line(),
            Tag::Img => self.image(element, *context),
            Tag::Frame => self.frame(element, *context),
            Tag::Hr => self
                .pen
                .add(Draft { nesting: context.nesting, ..Draft::of(BlockKind::Break, BREAK) }),
            Tag::Q => {
                self.pen.word(if self.n_quoted > 0 { "‘" } else { "“" }, *context);
                self.n_quoted += 1;
            }
            Tag::Rt => self.pen.open_reading(*context),
            Tag::Span if !element.is_bare() => self.span(element, context),
            Tag::Cite if self.depth(Tag::Blockquote) > 0 => {
                context.is_line = is_lead(self.pen.page, index);
            }
            Tag::Pre => {
                self.pen.next.language = language(self.pen.page, index).map(str::to_owned);
            }
            Tag::Math => self.formula(index, context),
            Tag::Sup | Tag::Sub => self.script(index, element, context),
            Tag::Annotation => context.is_hidden = true,
            Tag::Blockquote => {
                context.nesting = context.nesting.in_quotation_behind(self.pen.nesting);
            }
            Tag::Ul => self.lists.bullets(),
            Tag::Ol => self.lists.numbers(self.pen.page, index, element),
            Tag::Li => self.item(index, element, context),
            Tag::Dd => {
                context.nesting = context.nesting.in_item(4);
                context.is_quoted = false;
            }
            Tag::Dt => context.marks.is_strong = true,
            Tag::Input => self.check_box(element),
            Tag::Table => self.table(index),
            Tag::TableCaption if self.cells.is_some() => {
                self.pen.begin_caption(self.stack.len());
            }
            Tag::Tr => {
                if let Some(cells) = &mut self.cells {
                    cells.row(&mut self.pen);
                }
            }
            Tag::Td | Tag::Th => {
                if let Some(cells) = &mut self.cells {
                    cells.cell(element, context.nesting, &mut self.pen);
                }
            }
            _ => {}
        }
    }

    /// The title of an admonition, which may be shown otherwise than it is written.
    fn admonition_title(&mut self, index: usize, context: &mut Context) {
        context.marks.is_strong = true;
        if let Some(title) = shown_title(self.pen.page, index) {
            self.pen.flowing(&title, *context);
            self.pen.end();
            context.is_hidden = true;
        }
    }

    fn end_table(&mut self) {
        if self.cells.take().is_some() {
            self.pen.end_table();
        }
    }

    fn table(&mut self, index: usize) {
        self.end_table();
        let shape = self.tables.shape(index);
        // The sign of a note and its words may stand beside each other.
        let is_note = shape.is_row && self.notes.are_in(self.pen.page, self.base, index);
        self.cells = (shape.is_data && !is_note).then(|| Cells::new(shape.has_header));
    }

    /// What an element does where it ends.
    fn leave(&mut self, tag: Tag, around: Context) {
        match tag {
            Tag::Q => {
                self.n_quoted = self.n_quoted.saturating_sub(1);
                self.pen.word(if self.n_quoted > 0 { "’" } else { "”" }, self.context);
            }
            Tag::Rt => self.pen.close_reading(self.context),
            Tag::Ul | Tag::Ol => self.lists.end(),
            Tag::Li => {
                self.pen.end();
                self.pen.marker = None;
                self.pen.next.is_note = false;
                self.pen.next.sign = None;
            }
            Tag::Table => self.end_table(),
            Tag::Cite => {
                self.pen.next.is_attribution = false;
                if self.context.is_line {
                    self.pen.end();
                }
            }
            _ if tag.is_block() => {
                self.end_block(around);
                self.pen.next.is_attribution = false;
            }
            _ => {}
        }
    }
}
