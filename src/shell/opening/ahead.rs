//! What is read of a file before its first frame, to show it where the reader was.

use super::Rest;
use crate::document::Document;
use crate::record::{Place, Sketch};
use memchr::memrchr;

/// A place no further on than this is read up to; one further on is read from a checkpoint on.
const NEAR_BYTES: usize = 320 << 10;
/// So much of the text behind a place is read with it.
const BEHIND_BYTES: usize = 48 << 10;

impl Rest {
    /// Reads as much as tells which text this is; what there is of it then, or `None` if nothing
    /// more was read.
    pub fn read_to_know(&mut self) -> Option<Document> {
        self.read_to(Sketch::BYTES)
    }

    /// Reads what stands around `place`; the beginning with that in it or behind it. `None` if it
    /// comes only with the rest.
    pub fn read_ahead(&mut self, beginning: &Document, place: &Place) -> Option<Document> {
        let at = place.top.max(place.at) as usize;
        if at <= beginning.end() + NEAR_BYTES {
            return self.read_to(at + BEHIND_BYTES);
        }
        let source = place.source.filter(|source| self.stream.size == Some(source.size.into()))?;
        let n_text = at.checked_sub(source.from.text as usize)?;
        // In the source there may be blanks and line ends that the text has not.
        let n_bytes = n_text + n_text / 4 + 2 * BEHIND_BYTES;
        let mut bytes = self.stream.read_at(source.from.source.into(), n_bytes).ok()?;
        if bytes.len() == n_bytes {
            // What the last line is can be told only of all of it.
            bytes.truncate(memrchr(b'\n', &bytes).map_or(n_bytes, |end| end + 1));
        }
        let window = self.arriving.window(source.from, &bytes)?;
        place.words.unmoved(&window)?;
        let document = beginning.with_window(&window)?;
        self.window = Some(window);
        Some(document)
    }

    /// Reads until there is so much text, or all of it.
    fn read_to(&mut self, n_text: usize) -> Option<Document> {
        if self.stream.is_pipe() || !self.arriving.is_verbatim() {
            return None;
        }
        let mut document = None;
        loop {
            let there = document.as_ref().map_or(self.arriving.n_bytes(), Document::end);
            let missing = n_text.saturating_sub(there);
            if missing == 0 || !self.take_some(missing + missing / 8 + 4096).ok()? {
                return document;
            }
            document = self.so_far().ok()?;
        }
    }

    /// Takes the lines in so many bytes; whether there were any.
    fn take_some(&mut self, n_bytes: usize) -> anyhow::Result<bool> {
        while self.ahead.len() < n_bytes
            && self.stream.read(n_bytes - self.ahead.len(), &mut self.ahead)? > 0
        {}
        let most = n_bytes.min(self.ahead.len());
        let n_bytes = memrchr(b'\n', &self.ahead[..most]).map_or(most, |end| end + 1);
        let after = self.ahead.split_off(n_bytes);
        let piece = std::mem::replace(&mut self.ahead, after);
        self.take(&piece)?;
        Ok(n_bytes > 0)
    }
}
