//! Lines to blocks.

use super::line::{Line, advance};
use super::terminal::Style;
use crate::document::{
    BlockId, BlockKind, Builder, Checkpoint, CleanText, Document, Mark, Meta, Nesting,
};
use memchr::memchr;

/// What becomes of blanks and tabs between words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Blanks {
    /// Runs become one blank.
    Joined,
    /// Blanks stay and tabs reach to their stops.
    Kept,
}

/// Writes groups of lines through a [`Builder`].
#[derive(Debug, Clone, Default)]
pub struct Writer {
    builder: Builder,
    /// Text that is not pushed yet; one push is faster than many.
    words: String,
}

impl Writer {
    /// Writes what stands behind a checkpoint.
    pub fn behind(checkpoint: Checkpoint) -> Self {
        Self { builder: Builder::behind(checkpoint), ..Self::default() }
    }

    /// Notes where in the source the next block begins, as [`Builder::note_source`] does.
    pub fn note_source(&mut self, source: usize) {
        self.builder.note_source(source);
    }

    /// The block that comes next.
    pub fn next_block(&self) -> BlockId {
        self.builder.next_block()
    }

    /// Makes a block the dek; its words.
    pub fn dek(&mut self, block: BlockId) -> Option<CleanText> {
        self.builder.recast_done(block, BlockKind::Dek).map(CleanText::line)
    }

    /// Makes a block a caption; its words.
    pub fn caption(&mut self, block: BlockId) -> Option<CleanText> {
        self.builder.recast_done(block, BlockKind::Caption).map(CleanText::line)
    }

    /// Lines as running text.
    pub fn joined(&mut self, kind: BlockKind, depth: u8, lines: &[Line]) {
        self.builder.begin(kind, Nesting::in_items(depth.into()));
        self.run_on(lines);
        self.end();
    }

    /// Lines as they are, each without the first `margin` columns of its indentation.
    pub fn kept(&mut self, kind: BlockKind, depth: u8, lines: &[Line], margin: usize) {
        self.builder.begin(kind, Nesting::in_items(depth.into()));
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                self.words.push('\n');
            }
            self.words.extend(std::iter::repeat_n(' ', line.indent.saturating_sub(margin)));
            self.push(line, Blanks::Kept);
        }
        self.end();
    }

    /// An item whose mark stands in columns of its own: its first line keeps its blanks.
    pub fn tagged(&mut self, kind: BlockKind, depth: u8, lines: &[Line]) {
        let [first, rest @ ..] = lines else { return };
        self.builder.begin(kind, Nesting::in_items(depth.into()));
        self.push(first, Blanks::Kept);
        if let Some(next) = rest.first() {
            self.words.push_str(joint(first.words(), next.words()));
        }
        self.run_on(rest);
        self.end();
    }

    /// A term on a line of its own, and running text under it.
    pub fn defined(&mut self, kind: BlockKind, depth: u8, lines: &[Line]) {
        let [term, rest @ ..] = lines else { return };
        self.builder.begin(kind, Nesting::in_items(depth.into()));
        self.push(term, Blanks::Joined);
        self.words.push('\n');
        self.run_on(rest);
        self.end();
    }

    /// How many bytes of text were written.
    pub fn n_bytes(&self) -> usize {
        self.builder.n_bytes() + self.words.len()
    }

    /// The finished document.
    pub fn finish(self, meta: Meta) -> Document {
        self.builder.finish(meta)
    }

    fn run_on(&mut self, lines: &[Line]) {
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                self.words.push_str(joint(lines[index - 1].words(), line.words()));
            }
            self.push(line, Blanks::Joined);
        }
    }

    fn push(&mut self, line: &Line, blanks: Blanks) {
        let words = line.words();
        if !line.is_styled() {
            self.spell(words, blanks, line.indent);
            return;
        }
        let mut at = 0;
        let mut column = line.indent;
        for run in line.runs() {
            column = self.spell(&words[at..run.range.start], blanks, column);
            self.open(run.style);
            column = self.spell(&words[run.range.clone()], blanks, column);
            self.close(run.style);
            at = run.range.end;
        }
        self.spell(&words[at..], blanks, column);
    }

    /// Appends words that stand at `column`; returns the column after them.
    fn spell(&mut self, words: &str, blanks: Blanks, mut column: usize) -> usize {
        let has_tab = memchr(b'\t', words.as_bytes()).is_some();
        let is_plain = !has_tab
            && match blanks {
                Blanks::Kept => true,
                Blanks::Joined => !has_two_blanks(words.as_bytes()),
            };
        if is_plain {
            self.words.push_str(words);
            // Only the tabs of kept lines ask for the column.
            return if blanks == Blanks::Kept { words.chars().fold(column, advance) } else { 0 };
        }
        for character in words.chars() {
            let next = advance(column, character);
            match (character, blanks) {
                ('\t', Blanks::Kept) => {
                    self.words.extend(std::iter::repeat_n(' ', next - column));
                }
                (' ' | '\t', Blanks::Joined) if self.words.ends_with(' ') => {}
                ('\t', Blanks::Joined) => self.words.push(' '),
                _ => self.words.push(character),
            }
            column = next;
        }
        column
    }

    fn open(&mut self, style: Style) {
        self.flush();
        if style.strong {
            self.builder.open(Mark::Strong);
        }
        if style.emphasis {
            self.builder.open(Mark::Emphasis);
        }
    }

    fn close(&mut self, style: Style) {
        self.flush();
        for _ in 0..usize::from(style.strong) + usize::from(style.emphasis) {
            self.builder.close();
        }
    }

    fn end(&mut self) {
        self.flush();
        self.builder.end();
    }

    fn flush(&mut self) {
        self.builder.push_text(&self.words);
        self.words.clear();
    }
}

/// Whether two blanks stand together; every pair is looked at, so that many are at a time.
fn has_two_blanks(bytes: &[u8]) -> bool {
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(false, |found, (one, next)| found | ((*one == b' ') & (*next == b' ')))
}

/// What joins two lines of running text: a blank, or nothing.
pub fn joint(before: &str, after: &str) -> &'static str {
    let mut ends = before.chars().rev();
    let (Some(last), Some(first)) = (ends.next(), after.chars().next()) else { return "" };
    let inner = ends.next().unwrap_or(' ');
    let is_closed = match last {
        // A spaced dash keeps its blanks on both sides.
        '—' => inner != ' ',
        '-' if inner == '-' => !before.trim_end_matches('-').ends_with(' '),
        '-' | '‐' => inner.is_alphanumeric() && first.is_alphanumeric() && !is_suspended(after),
        '\u{ad}' => true,
        _ => false,
    };
    let opens_closed = first == '—' && after.chars().nth(1).is_some_and(|next| next != ' ');
    // A dash at both edges of a blank is speech, not an aside.
    let is_aside = opens_closed && last.is_alphanumeric();
    if is_closed || is_aside || is_unspaced(last) && is_unspaced(first) { "" } else { " " }
}

/// Whether a hyphen before these words is suspended: `two- or three-masted`.
fn is_suspended(after: &str) -> bool {
    let word = after.split([' ', ',']).next().unwrap_or("");
    matches!(word, "or" | "and" | "to" | "nor" | "und" | "oder" | "bis" | "et" | "ou" | "y" | "o")
}

/// Whether a character is of a script that is written without blanks.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], expected: &str) {
        let lines: Vec<_> = lines.iter().map(|line| Line::new(line)).collect();
        let mut writer = Writer::default();
        writer.joined(BlockKind::Paragraph, 0, &lines);
        let document = writer.finish(Meta::default());
        assert_eq!(document.chunks()[0].text(), expected);
    }

    #[test]
    fn a_hyphen_is_never_lost_and_joins_its_word() {
        check(&["the well-", "known man"], "the well-known man");
        check(&["the Anglo-", "Saxon"], "the Anglo-Saxon");
        check(&["the speci‐", "fied file"], "the speci‐fied file");
        check(&["some\u{ad}", "thing"], "something");
    }

    #[test]
    fn a_suspended_hyphen_or_a_minus_does_not_join() {
        check(&["two-", "or three-masted"], "two- or three-masted");
        check(&["so -", "and so"], "so - and so");
    }

    #[test]
    fn a_dash_joins_as_the_author_sets_it() {
        check(&["it means—", "war"], "it means—war");
        check(&["it means", "—war"], "it means—war");
        check(&["it means --", "war"], "it means -- war");
        check(&["it means--", "war"], "it means--war");
        check(&["it means —", "war"], "it means — war");
        check(&["he said.", "—Yes."], "he said. —Yes.");
    }

    #[test]
    fn chinese_lines_join_without_a_blank() {
        check(&["漢字", "漢字"], "漢字漢字");
    }

    #[test]
    fn blanks_and_tabs_in_running_text_become_one_blank() {
        check(&["List  information\tabout", "the   files"], "List information about the files");
    }

    #[test]
    fn tabs_of_kept_lines_reach_to_their_stops() {
        let mut writer = Writer::default();
        writer.kept(BlockKind::Tabular, 0, &[Line::new("a\tb"), Line::new("漢\tb")], 0);
        let document = writer.finish(Meta::default());
        assert_eq!(document.chunks()[0].text(), "a       b\n漢      b");
    }
}
