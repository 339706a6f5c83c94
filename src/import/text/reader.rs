//! A text that comes in pieces.

use super::Importer;
use super::group::Group;
use super::line::Line;
use crate::document::{Checkpoint, Document};
use crate::import::decode::RawLines;
use memchr::memrchr;

/// A longer line is cut, at a blank if it has any: one does not wait for the end of every line.
const LINE_BYTES: usize = 1 << 20;

/// A form feed ends a page.
const PAGE_END: u8 = 0x0c;

/// Reads a text piece by piece, wherever the pieces end.
#[derive(Clone, Default)]
pub struct TextReader {
    importer: Importer,
    group: Group<'static>,
    /// The line that has no end yet.
    rest: String,
    /// Where that begins, in bytes of the text.
    at: usize,
}

impl TextReader {
    /// A reader of what stands behind a checkpoint, further on in the same text. It knows of what
    /// stands before it what this one does.
    pub fn behind(&self, checkpoint: Checkpoint) -> Self {
        let importer = self.importer.behind(checkpoint);
        Self { importer, at: checkpoint.source as usize, ..Self::default() }
    }

    /// Takes the next piece.
    pub fn read(&mut self, text: &str) {
        self.rest.push_str(text);
        let rest = std::mem::take(&mut self.rest);
        let (lines, open) = rest.split_at(ended(&rest));
        let open = self.take(lines, open);
        self.rest = open.to_owned();
    }

    /// How many bytes of text there are so far, about.
    pub fn n_bytes(&self) -> usize {
        self.importer.writer.n_bytes() + self.rest.len()
    }

    /// The document of all pieces.
    pub fn finish(mut self) -> Document {
        let rest = std::mem::take(&mut self.rest);
        let open = self.take(&rest, "");
        let Self { mut importer, mut group, .. } = self;
        importer.last_page_end(&mut group);
        debug_assert!(open.is_empty(), "all lines are read");
        importer.group(&group, None);
        importer.writer.finish(importer.meta)
    }

    /// Reads the lines, and as much of the open one as is cut off; what is left of it.
    fn take<'t>(&mut self, lines: &str, mut open: &'t str) -> &'t str {
        let mut group: Group<'_> = std::mem::take(&mut self.group);
        let start = lines.as_ptr().addr();
        for mut line in RawLines::new(lines) {
            let at = self.at + (line.as_ptr().addr() - start);
            let end = line.as_ptr().addr() - start + line.len();
            while let Some((piece, after)) = cut(line) {
                self.importer.line(&mut group, Line::new(piece), at);
                line = after;
            }
            self.importer.line(&mut group, Line::new(line), at);
            if lines.as_bytes().get(end) == Some(&PAGE_END) {
                self.importer.page_end(&mut group);
            }
        }
        self.at += lines.len();
        while let Some((piece, after)) = cut(open) {
            self.importer.line(&mut group, Line::new(piece).into_owned(), self.at);
            self.at += piece.len();
            open = after;
        }
        self.group = group.into_owned();
        open
    }
}

/// The first piece of a line that is too long, and the rest of it.
fn cut(line: &str) -> Option<(&str, &str)> {
    if line.len() <= LINE_BYTES {
        return None;
    }
    let most = line.floor_char_boundary(LINE_BYTES);
    let at = memrchr(b' ', &line.as_bytes()[..most]).map_or(most, |blank| blank + 1);
    Some(line.split_at(at))
}

/// How much of a text its ended lines take. A CR at its end may be half of a line end.
fn ended(text: &str) -> usize {
    memrchr(b'\n', text.as_bytes()).map_or_else(
        || {
            let ends = ['\r', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
            let whole = text.strip_suffix('\r').unwrap_or(text);
            whole.rfind(ends).map_or(0, |at| whole.ceil_char_boundary(at + 1))
        },
        |at| at + 1,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks of a text that comes in pieces of so many bytes.
    fn blocks(text: &str, n_bytes: usize) -> Vec<String> {
        let mut reader = TextReader::default();
        let mut rest = text;
        while !rest.is_empty() {
            let (piece, after) = rest.split_at(rest.ceil_char_boundary(n_bytes));
            reader.read(piece);
            rest = after;
        }
        let document = reader.finish();
        document.blocks().map(|block| document[block.range].to_owned()).collect()
    }

    #[test]
    fn lines_end_alike_wherever_a_piece_ends() {
        let text = "one\r\n\r\ntwo\r\rthree\u{85}\u{85}four\u{2028}\u{2028}five\n\nsix";
        for n_bytes in 1..text.len() {
            assert_eq!(blocks(text, n_bytes), ["one", "two", "three", "four", "five", "six"]);
        }
    }

    #[test]
    fn a_line_without_end_is_cut_at_the_same_words_however_it_comes() {
        let text = "word ".repeat(LINE_BYTES / 2);
        let whole = blocks(&text, text.len());
        assert!(whole.iter().all(|block| block.starts_with("word") && block.ends_with("word")));
        assert_eq!(whole.join(" "), text.trim_end());
        assert_eq!(blocks(&text, 70_001), whole);
    }

    #[test]
    fn what_has_no_blank_is_cut_and_kept_whole() {
        let text = "é".repeat(LINE_BYTES);
        assert!(blocks(&text, 1 << 16).concat() == text);
    }
}
