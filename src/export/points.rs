//! Byte offsets of a document to code points.

use crate::document::{Chunk, Document, TextRange};

/// Code points are counted once for each stretch of this many bytes.
const STRETCH: usize = 256;

/// How many code points stand before a byte.
pub struct CodePoints<'a> {
    chunks: Vec<ChunkPoints<'a>>,
}

/// The code points of a chunk.
struct ChunkPoints<'a> {
    base: usize,
    text: &'a [u8],
    /// Those before the chunk.
    n_before: usize,
    /// Those of the chunk before each stretch; empty where every byte is one.
    before: Vec<u32>,
}

impl<'a> CodePoints<'a> {
    /// Counts the code points of `document`.
    pub fn of(document: &'a Document) -> Self {
        let mut chunks: Vec<ChunkPoints<'a>> = Vec::with_capacity(document.chunks().len());
        let mut n_before = 0;
        for chunk in document.chunks() {
            let (points, n_points) = ChunkPoints::of(chunk, n_before);
            chunks.push(points);
            // The line end that joins two chunks is one too.
            n_before += n_points + 1;
        }
        Self { chunks }
    }

    /// Both ends of a range.
    pub fn range(&self, range: TextRange) -> (usize, usize) {
        (self.at(range.start()), self.at(range.end()))
    }

    fn at(&self, offset: usize) -> usize {
        let next = self.chunks.partition_point(|chunk| chunk.base <= offset);
        self.chunks[..next].last().map_or(0, |chunk| chunk.at(offset))
    }
}

impl<'a> ChunkPoints<'a> {
    /// The points of a chunk, and how many they are.
    fn of(chunk: &'a Chunk, n_before: usize) -> (Self, usize) {
        let (base, text) = (chunk.base(), chunk.text().as_bytes());
        let mut before = Vec::new();
        let mut n_points = text.len();
        if !text.is_ascii() {
            n_points = 0;
            before.reserve(text.len() / STRETCH + 2);
            before.push(0);
            for stretch in text.chunks(STRETCH) {
                n_points += n_starts(stretch);
                before.push(n_points as u32);
            }
        }
        (Self { base, text, n_before, before }, n_points)
    }

    fn at(&self, offset: usize) -> usize {
        let at = (offset - self.base).min(self.text.len());
        let index = at / STRETCH;
        match self.before.get(index) {
            Some(before) => {
                let n_rest = n_starts(&self.text[index * STRETCH..at]);
                self.n_before + *before as usize + n_rest
            }
            None => self.n_before + at,
        }
    }
}

/// How many characters begin in UTF-8 bytes.
fn n_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}
