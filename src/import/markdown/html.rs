//! HTML inside of Markdown: in blocks of its own, and among words.

use super::tags::{self, Piece};
use super::{ContainerKind, Importer, Phase};
use crate::document::{BlockKind, Mark};
use crate::import::html::fragment;
use crate::import::script::{BEFORE_BYTES, lowered, raised};

/// Elements that style words, and how.
const STYLES: [(&str, Mark); 14] = [
    ("b", Mark::Strong),
    ("strong", Mark::Strong),
    ("i", Mark::Emphasis),
    ("em", Mark::Emphasis),
    ("cite", Mark::Emphasis),
    ("dfn", Mark::Emphasis),
    ("var", Mark::Emphasis),
    ("code", Mark::Code),
    ("kbd", Mark::Code),
    ("samp", Mark::Code),
    ("tt", Mark::Code),
    ("s", Mark::Strike),
    ("del", Mark::Strike),
    ("strike", Mark::Strike),
];

/// More of them are not open at once.
const MOST_STYLES: usize = 32;

/// A table that does not end for so long never does.
const MOST_TABLE_BYTES: usize = 256 << 10;

/// What of HTML is being read.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// The lines of a block of HTML.
    block: String,
    /// The element whose content is not shown.
    hidden: Option<&'static str>,
    /// The elements that style words and are open, and how many of the last of them wait for words.
    styles: Vec<&'static str>,
    n_waiting: usize,
    /// The words of this paragraph are not shown.
    is_left_out: bool,
    /// A table that has not ended yet, and how many are open in it.
    open_table: String,
    n_tables: i32,
    /// The next words are those of a caption.
    pub is_caption: bool,
    /// What raises or lowers words, and the last letters before them.
    shift: Option<fn(&str, &str) -> String>,
    before: String,
}

impl State {
    /// Takes a line of a block.
    pub fn push(&mut self, html: &str) {
        self.block.push_str(html);
    }

    /// Whether the words that come now are not shown.
    pub fn hides(&self) -> bool {
        self.hidden.is_some() || self.is_left_out
    }

    /// Leaves the words out up to the end of the paragraph.
    pub fn leave_out(&mut self) {
        self.is_left_out = true;
    }

    /// What styles words ends with its block.
    pub fn forget_marks(&mut self) {
        self.styles.clear();
        (self.n_waiting, self.shift) = (0, None);
        self.is_left_out = false;
        self.before.clear();
    }

    /// Words that are raised or lowered.
    pub fn shifted(&self, words: &str) -> Option<String> {
        self.shift.map(|shift| shift(words, &self.before)).filter(|shifted| shifted != words)
    }

    /// Takes note of the last letters of the words that were written.
    pub fn note(&mut self, words: &str) {
        let from = words.ceil_char_boundary(words.len().saturating_sub(BEFORE_BYTES));
        self.before.clear();
        self.before.push_str(&words[from..]);
    }
}

impl Importer {
    /// A tag among words. Only what styles them, ends a line or stands for words leaves a trace.
    pub(super) fn inline_html(&mut self, html: &str) {
        let mut alternative = None;
        let mut tag = None;
        tags::each_piece(html, |piece| match piece {
            Piece::Image { words, address } => alternative = Some((words, address)),
            Piece::Tag(name, opens) => tag = Some((name, opens)),
            Piece::Words(_) | Piece::Place(_) => {}
        });
        self.place_of(html);
        // What an element hides hides its end tag too, in the reading of a lone piece.
        let is_end = html.starts_with("</");
        match tag.as_ref().map(|(name, _)| name.as_str()) {
            Some(name) if is_end && self.html.hidden == Some(name) => self.html.hidden = None,
            Some("br") if self.writer.is_open() => self.hard_break(),
            _ => self.html.hidden = self.html.hidden.or_else(|| hides(html)),
        }
        if let Some((name, opens)) = tag {
            self.open_image();
            self.style_tag(&name, opens);
        }
        if let Some((words, address)) = alternative {
            self.image(&words, &address);
        }
    }

    /// A tag that styles words: the mark is opened with the first of them.
    fn style_tag(&mut self, name: &str, opens: bool) {
        if matches!(name, "sup" | "sub") {
            let shift = if name == "sup" { raised } else { lowered };
            self.html.shift = opens.then_some(shift as fn(&str, &str) -> String);
        }
        let Some((name, _)) = STYLES.iter().find(|(known, _)| *known == name) else { return };
        let styles = &mut self.html.styles;
        if opens && styles.len() < MOST_STYLES {
            styles.push(name);
            self.html.n_waiting += 1;
        } else if let Some(at) = styles.iter().rposition(|open| open == name).filter(|_| !opens) {
            let n_opened = styles.len() - self.html.n_waiting;
            styles.truncate(at);
            self.html.n_waiting = at.saturating_sub(n_opened);
            (at..n_opened).for_each(|_| self.writer.close());
        }
    }

    /// Opens the marks that wait for words.
    pub(super) fn open_tags(&mut self) {
        self.open_tags_around_image();
        self.images.open(&mut self.writer);
    }

    fn open_tags_around_image(&mut self) {
        let n_waiting = std::mem::take(&mut self.html.n_waiting);
        let first = self.html.styles.len() - n_waiting;
        for name in &self.html.styles[first..] {
            if let Some((_, mark)) = STYLES.iter().find(|(known, _)| known == name) {
                self.writer.open(mark.clone());
            }
        }
    }

    /// Closes the marks that are open.
    pub(super) fn close_tags(&mut self) {
        let n_opened = self.html.styles.len() - self.html.n_waiting;
        (0..n_opened).for_each(|_| self.writer.close());
        self.html.forget_marks();
    }

    /// A block of HTML as paragraphs and headings; with a structure that stands whole in it, as HTML
    /// is read.
    pub(super) fn html_block(&mut self) {
        let html = std::mem::take(&mut self.html.block);
        self.html.n_tables += tags::n_left_open(&html, "table");
        let is_open = self.html.n_tables > 0 && self.html.open_table.len() < MOST_TABLE_BYTES;
        if is_open || !self.html.open_table.is_empty() {
            // A blank line ends the block, and not the table.
            self.html.open_table.push_str(&html);
            if !is_open {
                self.give_up_table();
            }
            return;
        }
        self.html.n_tables = 0;
        self.whole_html(&html);
    }

    /// What was read of a table is all there is of it.
    pub(super) fn give_up_table(&mut self) {
        if !self.html.open_table.is_empty() {
            let html = std::mem::take(&mut self.html.open_table);
            self.html.n_tables = 0;
            self.whole_html(&html);
        }
    }

    fn whole_html(&mut self, html: &str) {
        if tags::holds_structure(html) {
            return self.html_fragment(html);
        }
        tags::each_piece(html, |piece| match piece {
            Piece::Words(words) => self.html_words(&words),
            Piece::Place(name) => self.place(&name),
            Piece::Image { words, address } => self.image(&words, &address),
            Piece::Tag(name, _) if name == "br" && self.writer.is_open() => self.hard_break(),
            Piece::Tag(name, opens) if tags::is_block(&name) => self.html_tag(&name, opens),
            Piece::Tag(name, opens) if opens && matches!(name.as_str(), "td" | "th") => {
                if self.writer.is_open() {
                    self.writer.text(" ");
                }
            }
            Piece::Tag(name, opens) => self.style_tag(&name, opens),
        });
        if self.heading.is_some() {
            self.end_heading();
        }
        self.leave_paragraph();
    }

    fn html_fragment(&mut self, html: &str) {
        self.write_marker();
        self.leave_paragraph();
        let is_quoted = self.is_in(ContainerKind::Quotation);
        for mut draft in fragment(html) {
            if is_quoted && draft.kind == BlockKind::Paragraph && draft.nesting.depth() == 0 {
                draft.kind = BlockKind::Quotation;
            }
            draft.nesting = draft.nesting.within(self.nesting());
            if matches!(draft.kind, BlockKind::Heading { .. }) {
                let name = self.names.headings.next(&draft.text);
                name.iter().for_each(|name| self.writer.builder().target(name));
            }
            draft.write(self.writer.builder());
        }
        self.phase = Phase::Body;
    }

    fn html_words(&mut self, words: &str) {
        let is_blank = words.trim().is_empty();
        if is_blank && !self.writer.is_open() {
            return;
        }
        let words = if self.writer.is_open() { words } else { words.trim_start() };
        if !self.writer.is_open() && std::mem::take(&mut self.html.is_caption) {
            self.kind = BlockKind::Caption;
        }
        self.text(words);
        if self.phase == Phase::Titled && self.kind == BlockKind::Paragraph {
            self.phase = Phase::Body;
        }
    }

    fn html_tag(&mut self, name: &str, opens: bool) {
        if self.heading.is_some() {
            self.end_heading();
        }
        self.leave_paragraph();
        let level = name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
        self.html.is_caption = opens && name == "figcaption";
        match (name, opens, level) {
            ("hr", _, _) => self.rule(),
            (_, true, Some(level)) => {
                let level = pulldown_cmark::HeadingLevel::try_from(usize::from(level));
                level.into_iter().for_each(|level| self.start_heading(level));
            }
            ("li", true, _) => {
                let nesting = self.nesting();
                self.writer.begin(BlockKind::Item { hanging: 2 }, nesting);
                self.writer.exact(&super::name::bullet(1));
            }
            _ => {}
        }
    }
}

/// The element that a start tag opens, if its content is not shown.
fn hides(html: &str) -> Option<&'static str> {
    let name = html.strip_prefix('<')?;
    ["script", "style", "template"].into_iter().find(|hidden| {
        name.get(..hidden.len()).is_some_and(|start| start.eq_ignore_ascii_case(hidden))
    })
}
