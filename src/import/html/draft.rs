//! Blocks before they are part of a document: they may still be dropped or become another kind.

use super::context::Place;
use super::frame::leads_to_front;
use crate::document::{BlockKind, Builder, Mark, Nesting};

/// A block with its inline marks and named places.
#[derive(Debug, Clone)]
pub struct Draft {
    /// What it is.
    pub kind: BlockKind,
    /// The lists and block quotations around it.
    pub nesting: Nesting,
    /// Its text; in a table, cells end with a tab and rows with a line end.
    pub text: String,
    /// What happens at which byte of the text, in order; marks are closed in reverse order.
    pub steps: Vec<(usize, Step)>,
    /// What the page says of the block besides its kind.
    pub hint: Hint,
    /// The elements that it stands in.
    pub place: Place,
}

/// How a thematic break is written.
pub const BREAK: &str = "* * *";

/// What happens inside a block.
#[derive(Debug, Clone)]
pub enum Step {
    /// A mark begins.
    Open(Mark<'static>),
    /// The mark that was opened last ends.
    Close,
    /// A place has a name.
    Target(String),
}

/// What a page says of a block by the names of its classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hint {
    /// Nothing.
    #[default]
    None,
    /// It stands beside the text, and may repeat words of it.
    Aside,
    /// It stands beside the text, and is called like a part of the site.
    SiteAside,
    /// It is called a pull quote.
    PullQuote,
    /// It names whose words the block quotation before it is.
    Attribution,
    /// It is of a list of references.
    References,
    /// It is the line under the title.
    Dek,
    /// It may be that line, or the beginning of the text.
    Lead,
    /// It names the authors.
    Byline,
    /// It says something on the text, below it.
    Remark,
    /// It is the heading of a post.
    Headline,
    /// Nothing; a part of the site was left out here.
    Gap,
}

impl Draft {
    /// A block without text.
    pub fn new(kind: BlockKind, nesting: Nesting) -> Self {
        Self {
            kind,
            nesting,
            text: String::new(),
            steps: Vec::new(),
            hint: Hint::None,
            place: Place::default(),
        }
    }

    /// A block of plain text.
    pub fn of(kind: BlockKind, text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::new(kind, Nesting::default()) }
    }

    /// Where a part of the site was left out.
    pub fn gap() -> Self {
        Self { hint: Hint::Gap, ..Self::of(BlockKind::Break, BREAK) }
    }

    /// Whether all of it is a link that leads to the front page of a site.
    pub fn is_site_name(&self) -> bool {
        self.whole_link().is_some_and(leads_to_front)
    }

    /// Where the link leads that all of it is.
    pub fn whole_link(&self) -> Option<&str> {
        let mut links = self.steps.iter().filter_map(|(at, step)| match step {
            Step::Open(Mark::Link(target)) => Some((*at, target)),
            _ => None,
        });
        let last = self.steps.last().map(|(at, _)| *at);
        let (at, target) = links.next()?;
        (at == 0 && last == Some(self.text.len())).then_some(&**target)
    }

    /// Takes off what stands behind the first line, as a block of the same kind; `None` where a
    /// mark reaches over its end.
    pub fn split_line(&mut self) -> Option<Self> {
        let length = self.text.find('\n')?;
        let n_before = self.steps.iter().take_while(|(at, step)| {
            *at < length || *at <= length + 1 && matches!(step, Step::Close)
        });
        let n_before = n_before.count();
        let n_open = |steps: &[(usize, Step)]| {
            let opened = steps.iter().filter(|(_, step)| matches!(step, Step::Open(_))).count();
            let closed = steps.iter().filter(|(_, step)| matches!(step, Step::Close)).count();
            opened - closed.min(opened)
        };
        if n_open(&self.steps[..n_before]) > 0 {
            return None;
        }
        let mut rest =
            Self { steps: self.steps.split_off(n_before), ..Self::new(self.kind, self.nesting) };
        rest.text = self.text.split_off(length + 1);
        (rest.hint, rest.place) = (self.hint, self.place);
        for (at, _) in &mut rest.steps {
            *at = at.saturating_sub(length + 1);
        }
        self.text.truncate(length);
        for (at, _) in &mut self.steps {
            *at = (*at).min(length);
        }
        Some(rest)
    }

    /// Leaves out what stands behind so many bytes of its text.
    pub fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
        let mut n_dropped = 0_usize;
        self.steps.retain_mut(|(at, step)| {
            let is_behind = *at >= length;
            *at = (*at).min(length);
            match step {
                Step::Open(_) if is_behind => {
                    n_dropped += 1;
                    false
                }
                Step::Close if is_behind && n_dropped > 0 => {
                    n_dropped -= 1;
                    false
                }
                _ => true,
            }
        });
    }

    /// Makes a thematic break of it, which keeps the names of its place.
    pub fn recast_break(&mut self) {
        self.kind = BlockKind::Break;
        self.text = BREAK.to_owned();
        self.steps.retain(|(_, step)| matches!(step, Step::Target(_)));
    }

    /// Whether all of its words are stressed.
    pub fn is_stressed(&self) -> bool {
        self.is_all(&Mark::Emphasis)
    }

    /// Whether a mark is on all of its words.
    pub fn is_all(&self, wanted: &Mark) -> bool {
        let mut open = Vec::new();
        self.steps.iter().any(|(at, step)| match step {
            Step::Open(mark) => {
                open.push(*at == 0 && mark == wanted);
                false
            }
            Step::Close => open.pop() == Some(true) && *at == self.text.len(),
            Step::Target(_) => false,
        })
    }

    /// Whether it is of the running text.
    pub fn is_prose(&self) -> bool {
        self.kind.is_prose()
    }

    /// How much running text it is: none if it is short, or mostly links.
    pub fn n_prose_bytes(&self) -> usize {
        const SHORT: usize = 60;
        let n_bytes = self.text.len();
        let is_text = self.is_prose() && n_bytes >= SHORT && self.n_linked_bytes() * 2 < n_bytes;
        if is_text { n_bytes } else { 0 }
    }

    /// Whether nothing but the marker of an item stands outside of links in it.
    pub fn is_all_linked(&self) -> bool {
        let n_linked = self.n_linked_bytes();
        let n_marker = match self.kind {
            BlockKind::Item { .. } => self.text.find(' ').map_or(0, |at| at + 1),
            _ => 0,
        };
        n_linked > 0 && self.text.len() <= n_linked + n_marker
    }

    /// How much of its text is in links.
    pub fn n_linked_bytes(&self) -> usize {
        let mut n_linked = 0;
        let mut open: Vec<Option<usize>> = Vec::new();
        for (at, step) in &self.steps {
            match step {
                Step::Open(Mark::Link(_)) => open.push(Some(*at)),
                Step::Open(_) => open.push(None),
                Step::Close => n_linked += open.pop().flatten().map_or(0, |start| at - start),
                Step::Target(_) => {}
            }
        }
        n_linked
    }

    /// The names of places in it.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter_map(|(_, step)| match step {
            Step::Target(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// Takes away the names of its start, for a block that is put before it.
    pub fn take_names(&mut self) -> Vec<(usize, Step)> {
        let is_name = |(at, step): &(usize, Step)| *at == 0 && matches!(step, Step::Target(_));
        let (names, steps) = std::mem::take(&mut self.steps).into_iter().partition(is_name);
        self.steps = steps;
        names
    }

    /// The names of places in it, for a block that says the same.
    pub fn into_names(self) -> impl Iterator<Item = (usize, Step)> {
        let is_name = |(_, step): &(usize, Step)| matches!(step, Step::Target(_));
        self.steps.into_iter().filter(is_name).map(|(_, step)| (0, step))
    }

    /// Leaves out the first row of a table.
    pub fn drop_row(&mut self) {
        let Some(length) = self.text.find('\n').map(|at| at + 1) else { return };
        self.text.drain(..length);
        self.steps.retain(|(at, step)| *at >= length || matches!(step, Step::Target(_)));
        for (at, _) in &mut self.steps {
            *at = at.saturating_sub(length);
        }
    }

    /// Writes the block.
    pub fn write(self, builder: &mut Builder) {
        builder.begin(self.kind, self.nesting);
        let mut at = 0;
        for (next, step) in self.steps {
            push(builder, self.kind, &self.text[at..next]);
            at = next;
            match step {
                Step::Open(mark) => builder.open(mark),
                Step::Close => builder.close(),
                Step::Target(id) => builder.target(&id),
            }
        }
        push(builder, self.kind, &self.text[at..]);
        builder.end();
    }
}

/// Pushes text, or the cells and rows of a table.
fn push(builder: &mut Builder, kind: BlockKind, text: &str) {
    if !kind.is_table() {
        builder.push_text(text);
        return;
    }
    for piece in text.split_inclusive(['\t', '\n']) {
        builder.push_text(piece.trim_end_matches(['\t', '\n']));
        if piece.ends_with('\t') {
            builder.next_cell();
        } else if piece.ends_with('\n') {
            builder.next_row();
        }
    }
}
