//! Many places of the text in little room: five bytes each.

use super::TextRange;

/// Short ranges in the order of the text. What is longer than 255 bytes ends there, maybe inside a
/// character.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    starts: Vec<u32>,
    lengths: Vec<u8>,
}

impl Places {
    /// Adds a range that begins behind all others; one that does not is left out.
    pub fn push(&mut self, range: TextRange) {
        let start = range.start() as u32;
        if self.starts.last().is_none_or(|last| *last < start) {
            self.starts.push(start);
            self.lengths.push(range.len().min(u8::MAX.into()) as u8);
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Those that begin in `range`.
    pub fn within(&self, range: TextRange) -> impl Iterator<Item = TextRange> {
        let index_of = |offset: usize| self.starts.partition_point(|at| (*at as usize) < offset);
        (index_of(range.start())..index_of(range.end())).map(|index| {
            let start = self.starts[index] as usize;
            TextRange::new(start, start + usize::from(self.lengths[index]))
        })
    }

    /// Gives back the room that is not used.
    pub fn shrink(&mut self) {
        self.starts.shrink_to_fit();
        self.lengths.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out_where_it_is_asked_for() {
        let mut places = Places::default();
        let ranges = [(3, 7), (9, 12), (20, 400)].map(|(start, end)| TextRange::new(start, end));
        ranges.into_iter().for_each(|range| places.push(range));
        // Not behind the others.
        places.push(TextRange::new(9, 12));
        assert_eq!(places.len(), 3);
        let within = |start, end| places.within(TextRange::new(start, end)).collect::<Vec<_>>();
        assert_eq!(within(0, 10), ranges[..2]);
        assert_eq!(within(4, 9), []);
        assert_eq!(within(12, 21), [TextRange::new(20, 275)]);
    }
}
