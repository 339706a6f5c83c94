//! Callouts: block quotations with a kind and a title of their own, `> [!info]- Title`.

use super::{ContainerKind, Importer};
use crate::document::Mark;
use std::ops::Range;

/// The first line of a block quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Callout {
    /// Is like any other.
    #[default]
    None,
    /// Is the title of a callout, and comes next.
    Begins,
    /// Is the title of a callout, and is being read.
    Titled,
}

impl Callout {
    /// What the block quotation with this source begins with.
    pub fn of(source: &str) -> Self {
        let line = source.lines().next().unwrap_or_default();
        let words = line.trim_start().strip_prefix('>').unwrap_or(line).trim_start();
        if parts(words).is_some() { Self::Begins } else { Self::None }
    }
}

/// The kind of callout that words begin with, and the title behind it.
fn parts(words: &str) -> Option<(&str, &str)> {
    let (kind, title) = words.strip_prefix("[!")?.split_once(']')?;
    // What stands behind a bar is for the looks of it.
    let kind = kind.split('|').next().unwrap_or(kind);
    let is_kind = kind.starts_with(char::is_alphabetic)
        && kind.len() <= 40
        && kind.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '));
    let title = title.strip_prefix(['+', '-']).unwrap_or(title);
    let is_apart = title.is_empty() || title.starts_with(char::is_whitespace);
    (is_kind && is_apart).then(|| (kind, title.trim_start()))
}

/// The kind as a title, where there is no other.
fn label(kind: &str) -> String {
    let mut letters = kind.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + &letters.as_str().to_lowercase().replace(['-', '_'], " ")
}

impl Importer {
    /// Looks at the first line of the block quotation with this range.
    pub(super) fn begin_callout(&mut self, range: &Range<usize>) {
        let source = self.source.get(range.clone()).unwrap_or("");
        if let Some(quotation) = self.containers.last_mut() {
            quotation.callout = Callout::of(source);
        }
    }

    /// The words without the sign of a callout, if they are the first of one.
    pub(super) fn callout<'a>(&mut self, words: &'a str, range: &Range<usize>) -> &'a str {
        let Some(quotation) = self.containers.last_mut() else { return words };
        if quotation.kind != ContainerKind::Quotation || quotation.callout != Callout::Begins {
            return words;
        }
        quotation.callout = Callout::None;
        let Some((kind, title)) = parts(words) else { return words };
        quotation.callout = Callout::Titled;
        let line = self.source.get(range.start..).and_then(|source| source.lines().next());
        let is_bare = line.and_then(parts).is_none_or(|(_, title)| title.trim().is_empty());
        self.open(Mark::Strong);
        if is_bare {
            let label = label(kind);
            self.text(&label);
        }
        title
    }

    /// Whether a title ends with its line.
    pub(super) fn ends_callout_title(&mut self) -> bool {
        let Some(quotation) = self.containers.last_mut() else { return false };
        let is_titled = quotation.callout == Callout::Titled;
        if is_titled {
            quotation.callout = Callout::None;
            self.leave_paragraph();
        }
        is_titled
    }
}
