//! Pages that end with a form feed: their numbers, running feet and running heads are no part of the
//! text, and a paragraph goes on over them.
//!
//! A line goes if it stands alone at the end or the beginning of a page and says a number of one, or
//! what an earlier page says there too. So every running line is read once, and what is in doubt
//! stays.

use super::Importer;
use super::group::Group;
use super::line::{Line, ends_sentence};

/// Running lines of so many pages are remembered, since left pages have others than right ones.
const MOST_KNOWN: usize = 8;

/// Longer lines run along no page.
const RUNNING_BYTES: usize = 120;

/// A line of the text has as many columns as this, at least.
const PROSE_COLUMNS: usize = 40;

/// Where in a page the text is read.
#[derive(Clone, Default)]
pub struct Pages {
    /// A line that goes if what comes next tells that it is of the page, and where it begins.
    held: Option<(Line<'static>, usize)>,
    /// It stands at the top.
    is_head: bool,
    /// Blank lines behind it.
    n_blank: usize,
    /// No line of the page was read as text yet.
    is_top: bool,
    /// The foot of the last page named it: `[Page 3]`.
    is_named: bool,
    /// The number of the last page.
    number: Option<u32>,
    /// What the last pages began and ended with, without their numbers.
    heads: Vec<String>,
    feet: Vec<String>,
}

impl Importer {
    /// Takes the next line of the text, which begins at `at`.
    pub(super) fn line<'a>(&mut self, group: &mut Group<'a>, line: Line<'a>, at: usize) {
        if line.is_blank() {
            if self.pages.held.is_none() {
                group.push_blank(at);
            } else if self.pages.is_head {
                self.pages.held = None;
            } else {
                self.pages.n_blank += 1;
            }
            return;
        }
        self.release(group);
        if self.pages.holds(&line, group) {
            self.pages.held = Some((line.into_owned(), at));
            return;
        }
        if std::mem::take(&mut self.pages.is_top) && goes_on(group, &line) {
            group.n_blank_after = 0;
        }
        self.pages.is_named = false;
        self.text_line(group, line);
    }

    /// The page ends with the last line.
    pub(super) fn page_end(&mut self, group: &mut Group<'_>) {
        let held = self.pages.held.take();
        if self.pages.is_head {
            self.pages.held = held;
            self.release(group);
        } else if let Some((foot, _)) = held {
            self.pages.is_named = is_named(foot.words());
            self.pages.number = page_number(foot.words());
            know(&mut self.pages.feet, foot.words());
        } else if let [foot] = &group.lines[..] {
            know(&mut self.pages.feet, foot.words());
        }
        (self.pages.is_top, self.pages.is_head, self.pages.n_blank) = (true, false, 0);
    }

    /// At the end of the text: a number that goes on with those of the pages is one.
    pub(super) fn last_page_end(&mut self, group: &mut Group<'_>) {
        let number = self.pages.held.as_ref().and_then(|(foot, _)| page_number(foot.words()));
        let is_next = number.is_some() && number == self.pages.number.map(|last| last + 1);
        if self.pages.is_head || !is_next {
            self.release(group);
        }
    }

    /// What was held back is text.
    fn release(&mut self, group: &mut Group<'_>) {
        let Some((line, at)) = self.pages.held.take() else { return };
        self.text_line(group, line);
        let n_blank = std::mem::take(&mut self.pages.n_blank);
        (0..n_blank).for_each(|_| group.push_blank(at));
        (self.pages.is_top, self.pages.is_head) = (false, false);
    }
}

impl Pages {
    /// Whether a line may be the foot of a page, or the head of the one that has begun.
    fn holds(&mut self, line: &Line, group: &Group<'_>) -> bool {
        let words = line.words();
        if words.len() > RUNNING_BYTES {
            return false;
        }
        let is_known = |known: &[String]| running(words).is_some_and(|key| known.contains(&key));
        if self.is_top {
            let has_columns = words.contains("   ");
            let is_next = page_number(words).is_some_and(|n| Some(n) == self.number.map(|n| n + 1));
            self.is_head = is_known(&self.heads) || self.is_named && has_columns || is_next;
            know(&mut self.heads, words);
            if is_next {
                self.number = page_number(words);
            }
            return self.is_head;
        }
        group.n_blank_after > 0 && (page_number(words).is_some() || is_known(&self.feet))
    }
}

/// Whether the text above a page goes on with the first line of the next page.
fn goes_on(group: &Group<'_>, line: &Line) -> bool {
    let Some(last) = group.lines.last() else { return false };
    let is_open = !ends_sentence(last.words()) && last.columns >= PROSE_COLUMNS;
    let is_same = line.indent == last.indent && group.lines.len() > 1;
    is_open && (is_same || line.words().starts_with(char::is_lowercase))
}

/// Remembers what a page begins or ends with.
fn know(known: &mut Vec<String>, words: &str) {
    let Some(key) = running(words).filter(|key| !known.contains(key)) else { return };
    if known.len() == MOST_KNOWN {
        known.remove(0);
    }
    known.push(key);
}

/// A running line without its numbers and blanks; `None` of what says nothing besides.
fn running(words: &str) -> Option<String> {
    let key: String = words.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect();
    (key.chars().filter(|c| c.is_alphabetic()).count() >= 3).then_some(key)
}

/// Whether a line ends with `[Page 3]`.
fn is_named(words: &str) -> bool {
    words.ends_with(']') && page_number(words).is_some()
}

/// The number of a page that a line is, as `3`, `- 3 -`, `Page 3 of 9`, or that it ends with, as
/// `[Page 3]`.
fn page_number(words: &str) -> Option<u32> {
    if let Some((_, named)) = words.strip_suffix(']').and_then(|words| words.rsplit_once('[')) {
        return named.strip_prefix("Page ")?.parse().ok();
    }
    let bare = words.trim_matches(['-', '–', '—', '|', '~', ' ']);
    let bare = bare.strip_prefix("Page ").or_else(|| bare.strip_prefix("page ")).unwrap_or(bare);
    let (number, behind) = bare.split_once(' ').unwrap_or((bare, ""));
    let is_end = behind.is_empty()
        || behind.trim_start_matches("of ").bytes().all(|byte| byte.is_ascii_digit());
    number.parse().ok().filter(|number| is_end && *number < 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_pages_are_told_from_words() {
        for words in ["3", "- 3 -", "— 3 —", "Page 3 of 9", "page 3", "Pell    Standard   [Page 3]"]
        {
            assert_eq!(page_number(words), Some(3), "{words}");
        }
        for words in ["3 men", "Page three", "III", "3.", "[3]", "12345", "Page 3 of the book"] {
            assert_eq!(page_number(words), None, "{words}");
        }
    }
}
