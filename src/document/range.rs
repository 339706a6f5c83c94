//! Half-open ranges of bytes in the text of a document.

use std::fmt;
use std::ops::Range;

/// A half-open range of bytes in the text of a [`Document`](super::Document); both ends are char boundaries.
///
/// Offsets are 32 bits wide: a document's text is under 4 GiB, which the importers check.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TextRange {
    start: u32,
    end: u32,
}

impl TextRange {
    /// The range `start..end`.
    ///
    /// # Panics
    /// If `start > end` or `end` is 4 GiB or more: both are errors of the caller, never of a document.
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "a range starts at or before its end");
        let offset = |at: usize| u32::try_from(at).expect("a document is under 4 GiB");
        Self { start: offset(start), end: offset(end) }
    }

    /// The first byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether no byte is in the range.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the byte at `offset` is in the range.
    pub fn contains(self, offset: usize) -> bool {
        self.start() <= offset && offset < self.end()
    }

    /// Whether all of `other` is in the range.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The bytes in both ranges; `None` if they share none.
    pub fn intersect(self, other: Self) -> Option<Self> {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        (start < end).then_some(Self { start, end })
    }

    /// The range moved `by` bytes towards the end.
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start() + by, self.end() + by)
    }

    /// The range as `usize` bounds relative to `base`, for slicing.
    ///
    /// `base` must not lie after the start.
    pub fn relative_to(self, base: usize) -> Range<usize> {
        self.start() - base..self.end() - base
    }
}

impl fmt::Debug for TextRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_that_only_touch_share_nothing() {
        assert_eq!(TextRange::new(0, 3).intersect(TextRange::new(3, 5)), None);
    }

    #[test]
    fn the_shared_part_lies_in_both() {
        let shared = TextRange::new(0, 4).intersect(TextRange::new(2, 9));
        assert_eq!(shared, Some(TextRange::new(2, 4)));
    }

    #[test]
    fn the_end_is_outside() {
        let range = TextRange::new(2, 4);
        assert!(range.contains(2) && range.contains(3) && !range.contains(4));
    }
}
