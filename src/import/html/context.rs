//! What the elements around a place mean for the text at it.

use super::byline::{is_author, is_part};
use super::draft::Hint;
use super::hint::{hint, words};
use super::page::{Attribute, Element, Node, Page};
use super::tag::{Role, Tag};
use crate::document::{BlockKind, Mark, Nesting};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What the elements around a place say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Context {
    /// The kind of block that text is.
    pub kind: Kind,
    /// The lists and block quotations.
    pub nesting: Nesting,
    /// The innermost of them is a block quotation.
    pub is_quoted: bool,
    /// The stanza, as the number of its node, counted from 1; 0 outside of any.
    pub stanza: u32,
    /// The text is not shown.
    pub is_hidden: bool,
    /// Blanks and line ends are kept.
    pub is_kept: bool,
    /// What the names of classes say.
    pub hint: Hint,
    /// The text stands on a line of its own, though its element stands in the line.
    pub is_line: bool,
    /// The text is of a line that names who wrote and when.
    pub is_meta: bool,
    /// The blocks that the text stands in.
    pub place: Place,
    /// The marks on the text.
    pub marks: Marks,
}

/// The name and classes of the innermost block and of the one around it, told apart by a number:
/// the paragraphs of a text stand in places alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    inner: u32,
    around: u32,
}

impl Place {
    fn inside(self, element: Element<'_>) -> Self {
        let mut hasher = DefaultHasher::new();
        (element.tag as u8, element.value(Attribute::Class)).hash(&mut hasher);
        Self { inner: hasher.finish() as u32, around: self.inner }
    }
}

/// The kinds of block that elements make.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A paragraph, of a quotation where it lies in one.
    #[default]
    Paragraph,
    /// A heading of this level.
    Heading(u8),
    /// A caption.
    Caption,
    /// A footnote.
    Footnote,
    /// Preformatted text.
    Preformatted,
}

/// The marks on a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks {
    /// The node of the link, and whether it leads to a footnote.
    pub link: Option<(u32, bool)>,
    /// Strongly stressed.
    pub is_strong: bool,
    /// Stressed.
    pub is_emphasis: bool,
    /// Code.
    pub is_code: bool,
    /// Struck out.
    pub is_struck: bool,
}

impl Marks {
    /// Without the mark of an element that ended.
    pub fn clear(&mut self, tag: Tag) {
        match tag {
            Tag::A => self.link = None,
            Tag::Strong => self.is_strong = false,
            Tag::Em | Tag::Cite => self.is_emphasis = false,
            Tag::Code => self.is_code = false,
            Tag::Strike => self.is_struck = false,
            _ => {}
        }
    }
}

impl Context {
    /// The kind of the block that begins here.
    pub fn block_kind(self) -> BlockKind {
        match self.kind {
            Kind::Heading(level) => BlockKind::Heading { level },
            Kind::Caption => BlockKind::Caption,
            Kind::Footnote => BlockKind::Footnote,
            Kind::Preformatted => BlockKind::Preformatted,
            Kind::Paragraph if self.is_quoted => BlockKind::Quotation,
            Kind::Paragraph => BlockKind::Paragraph,
        }
    }

    /// The context inside an element.
    pub fn inside(mut self, element: Element<'_>) -> Self {
        self.is_hidden |= is_hidden(element);
        if element.tag.is_block() {
            self = self.inside_block(element);
        }
        match element.tag {
            Tag::Strong => self.marks.is_strong = true,
            Tag::Em | Tag::Cite => self.marks.is_emphasis = true,
            Tag::Code => self.marks.is_code = true,
            Tag::Strike => self.marks.is_struck = true,
            _ => {}
        }
        if let Some(hint) = hint(element) {
            self.hint = hint;
        } else if self.is_plain() && is_part(element) {
            self.is_meta = true;
            let is_line = !element.tag.is_block() || matches!(element.tag, Tag::P | Tag::Address);
            if is_line && is_author(element) {
                self.hint = Hint::Byline;
            }
        }
        self.is_meta |= self.hint == Hint::Byline;
        self
    }

    /// Whether nothing is known of the text but that it is text.
    fn is_plain(self) -> bool {
        matches!(self.hint, Hint::None | Hint::Lead)
            && self.kind == Kind::Paragraph
            && !self.is_quoted
    }

    fn inside_block(mut self, element: Element<'_>) -> Self {
        self.place = self.place.inside(element);
        match element.tag {
            Tag::Blockquote => self.is_quoted = true,
            Tag::Pre => {
                self.kind = Kind::Preformatted;
                self.is_kept = true;
            }
            Tag::Figcaption | Tag::TableCaption => self.kind = Kind::Caption,
            Tag::Td | Tag::Th => self.marks = Marks::default(),
            _ => {}
        }
        if let Some(level) = element.tag.level() {
            self.kind = Kind::Heading(level);
        } else if element.is_bare() {
            // Only names tell what follows.
        } else if is_caption(element) {
            self.kind = Kind::Caption;
        } else if is_footnote(element) {
            self.kind = Kind::Footnote;
        }
        self
    }
}

/// Whether an element and all that is in it is not shown.
pub fn is_hidden(element: Element<'_>) -> bool {
    if element.tag.role() == Role::Hidden || element.is_bare() {
        return element.tag.role() == Role::Hidden;
    }
    let style = element.value(Attribute::Style);
    element.get(Attribute::Hidden).is_some_and(|value| value != "until-found")
        || element.value(Attribute::AriaHidden) == "true" && formula(element).is_none()
        || !style.is_empty() && is_styled_away(style)
        || is_page_number(element)
        || is_named_hidden(element.value(Attribute::Class))
        || element.value(Attribute::Id) == "jp-post-flair"
}

/// Whether words are hidden from those who hear the page alone: the next element says the same to
/// them, hidden from the eyes.
pub fn is_shown_for_eyes(page: &Page, index: usize, element: Element<'_>) -> bool {
    const NEAR: usize = 6;
    const SPOKEN: [&str; 4] =
        ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"];
    if element.tag != Tag::Span || element.value(Attribute::AriaHidden) != "true" {
        return false;
    }
    let Some(nodes) = page.within(index, NEAR) else { return false };
    let mut behind = page.nodes[index + nodes.len()..].iter();
    let next = behind.find(|node| match node {
        Node::Text(range) => !page.slice(range).trim().is_empty(),
        _ => true,
    });
    let is_spoken = |next: Element<'_>| {
        let mut names = next.value(Attribute::Class).split_ascii_whitespace();
        next.tag == Tag::Span && names.any(|name| SPOKEN.contains(&name))
    };
    page.text_within(index).contains(char::is_alphanumeric)
        && next.and_then(|next| page.element(next)).is_some_and(is_spoken)
}

/// Whether the blocks in an element are lines of verse.
pub fn is_stanza(element: Element<'_>) -> bool {
    element.tag.is_block()
        && element
            .value(Attribute::Class)
            .split_ascii_whitespace()
            .any(|name| matches!(name, "stanza" | "linegroup" | "line-group" | "line-block" | "lg"))
}

/// Whether an element tells where a page of the printed book began.
pub fn is_page_number(element: Element<'_>) -> bool {
    [Attribute::EpubType, Attribute::Role]
        .into_iter()
        .any(|name| matches!(element.value(name), "pagebreak" | "doc-pagebreak"))
        || element
            .value(Attribute::Class)
            .split_ascii_whitespace()
            .any(|name| matches!(name, "pagenum" | "pageno" | "page-number"))
}

/// The source of a formula that is set as an image, as wikis do.
pub fn formula(element: Element<'_>) -> Option<&str> {
    let alt = element.value(Attribute::Alt).trim();
    let is_formula = STYLES.iter().any(|style| alt.starts_with(style));
    is_formula.then(|| unstyled(alt))
}

const STYLES: [&str; 2] = ["{\\displaystyle", "{\\textstyle"];

/// The source of a formula without the style that wikis put around it.
pub fn unstyled(formula: &str) -> &str {
    let inner = STYLES.iter().find_map(|style| formula.strip_prefix(style));
    inner.and_then(|inner| inner.strip_suffix('}')).map_or(formula, str::trim)
}

fn is_styled_away(style: &str) -> bool {
    let style: String = style.split_ascii_whitespace().collect::<String>().to_ascii_lowercase();
    style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.split(';').any(|rule| matches!(rule, "font-size:0" | "font-size:0px"))
}

/// Whether a class is for those who hear the page or edit it.
fn is_named_hidden(class: &str) -> bool {
    class.split_ascii_whitespace().any(|name| {
        matches!(
            name,
            "sr-only"
                | "visually-hidden"
                | "visuallyhidden"
                | "screen-reader-text"
                | "mw-editsection"
                | "mw-cite-backlink"
                | "mw-jump-link"
                | "noprint"
                | "catlinks"
                | "navbox"
                | "headerlink"
                | "ambox"
                | "sistersitebox"
                | "sharedaddy"
                | "jp-relatedposts"
        )
    })
}

fn is_caption(element: Element<'_>) -> bool {
    let is_named = || {
        words(element)
            .any(|word| word.eq_ignore_ascii_case("caption") || word.eq_ignore_ascii_case("credit"))
    };
    matches!(element.tag, Tag::P | Tag::Div) && is_named()
}

/// Whether an element is a footnote, or holds some, by what it says of itself.
pub fn is_footnote(element: Element<'_>) -> bool {
    const KINDS: [&str; 4] = ["doc-footnote", "doc-endnote", "doc-footnotes", "doc-endnotes"];
    const TYPES: [&str; 6] =
        ["footnote", "endnote", "rearnote", "footnotes", "endnotes", "rearnotes"];
    let role = element.value(Attribute::Role);
    let mut types = element.value(Attribute::EpubType).split_ascii_whitespace();
    let class = element.value(Attribute::Class);
    KINDS.contains(&role)
        || types.any(|kind| TYPES.contains(&kind))
        || class.split_ascii_whitespace().any(|name| {
            matches!(name, "footnotes" | "footnote" | "endnotes" | "endnote" | "references")
        })
}

/// Whether a link leads to a footnote by what it says of itself.
pub fn is_note_reference(element: Element<'_>) -> bool {
    element.value(Attribute::EpubType).contains("noteref")
        || element.value(Attribute::Role) == "doc-noteref"
        || element.is_named(&["footnote-ref", "noteref", "footnoteref", "fnref", "footnote-anchor"])
}

/// Whether a link only leads back from a footnote.
pub fn is_way_back(element: Element<'_>) -> bool {
    element.value(Attribute::EpubType).contains("backlink")
        || element.value(Attribute::Role) == "doc-backlink"
        || element.is_named(&["footnote-back", "footnote-backref", "reversefootnote", "fn-back"])
}

/// The mark of a link or a footnote reference to `target`.
pub fn link_mark(target: String, is_note: bool) -> Mark<'static> {
    let target = target.into();
    if is_note { Mark::Note(target) } else { Mark::Link(target) }
}
