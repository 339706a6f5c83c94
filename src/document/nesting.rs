//! Where a block lies: the lists and block quotations around it.
//!
//! A document is a list of blocks, not a tree; what encloses a block is told by the block itself.

/// Levels further in are not told apart: no column is left for them.
const LEVELS: usize = 6;

/// A level that is a block quotation.
const QUOTATION: u8 = u8::MAX;

/// A level that is the block quotation right behind another one; every other number is the columns
/// of a list item.
const NEXT_QUOTATION: u8 = QUOTATION - 1;

/// The lists and block quotations around a block, from the outermost in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Nesting {
    /// 0 behind the innermost level.
    levels: [u8; LEVELS],
}

/// One level of a nesting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A list item, by the columns that its marker takes.
    Item {
        /// From 1 to 253.
        columns: u8,
    },
    /// A block quotation.
    Quotation {
        /// Of two that follow each other, one is so and the other is not.
        is_next: bool,
    },
}

impl Nesting {
    /// Inside so many items, the markers of which take two columns each.
    pub fn in_items(depth: usize) -> Self {
        (0..depth.min(LEVELS)).fold(Self::default(), |nesting, _| nesting.in_item(2))
    }

    /// One list item further in.
    pub fn in_item(self, columns: u8) -> Self {
        self.with(columns.clamp(1, NEXT_QUOTATION - 1))
    }

    /// One block quotation further in.
    pub fn in_quotation(self) -> Self {
        self.with(QUOTATION)
    }

    /// One block quotation further in, which is not the one that a block nested like `before`, the
    /// last one in front of it, lies in.
    pub fn in_quotation_behind(self, before: Self) -> Self {
        let is_beside = self.shared(before) == self;
        let is_next = is_beside && before.levels.get(self.depth()) == Some(&QUOTATION);
        self.with(if is_next { NEXT_QUOTATION } else { QUOTATION })
    }

    /// The levels, from the outermost in.
    pub fn levels(self) -> impl Iterator<Item = Level> {
        self.levels.into_iter().take_while(|level| *level > 0).map(|level| match level {
            QUOTATION => Level::Quotation { is_next: false },
            NEXT_QUOTATION => Level::Quotation { is_next: true },
            columns => Level::Item { columns },
        })
    }

    /// How many levels there are.
    pub fn depth(self) -> usize {
        self.levels().count()
    }

    /// Whether one of the levels is a block quotation.
    pub fn is_quoted(self) -> bool {
        self.levels().any(|level| matches!(level, Level::Quotation { .. }))
    }

    /// The outer levels that are those of `other` too.
    pub fn shared(self, other: Self) -> Self {
        let mut shared = Self::default();
        let both =
            self.levels.iter().zip(other.levels).take_while(|(mine, theirs)| *mine == theirs);
        for (level, (mine, _)) in shared.levels.iter_mut().zip(both) {
            *level = *mine;
        }
        shared
    }

    /// Where what lies so lies if all of it lies in `outer`.
    pub fn within(self, outer: Self) -> Self {
        let inner = self.levels.into_iter().take_while(|level| *level > 0);
        inner.fold(outer, Self::with)
    }

    fn with(mut self, level: u8) -> Self {
        if let Some(free) = self.levels.iter_mut().find(|level| **level == 0) {
            *free = level;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_stand_from_the_outermost_in() {
        let nesting = Nesting::default().in_quotation().in_item(3).in_quotation();
        let levels: Vec<Level> = nesting.levels().collect();
        let quotation = Level::Quotation { is_next: false };
        assert_eq!(levels, [quotation, Level::Item { columns: 3 }, quotation]);
        assert!(nesting.is_quoted() && !Nesting::in_items(2).is_quoted());
    }

    #[test]
    fn two_nestings_share_their_outer_levels() {
        let quoted = Nesting::default().in_quotation();
        assert_eq!(quoted.in_item(2).shared(quoted.in_quotation()), quoted);
        assert_eq!(quoted.shared(Nesting::in_items(1)), Nesting::default());
    }

    #[test]
    fn block_quotations_that_follow_each_other_are_told_apart() {
        let around = Nesting::in_items(1);
        let first = around.in_quotation_behind(around);
        let second = around.in_quotation_behind(first.in_item(2));
        let third = around.in_quotation_behind(second.in_quotation());
        assert_eq!([first.shared(second), second.shared(third)], [around, around]);
        assert!([first, second, third].into_iter().all(Nesting::is_quoted));
        let inner = first.in_quotation_behind(first);
        assert_eq!(inner.shared(first), first);
        assert_eq!(first.in_quotation_behind(inner).shared(inner), first);
    }

    #[test]
    fn what_lies_deeper_than_the_last_level_lies_in_it() {
        let deep = (0..40_000).fold(Nesting::default(), |nesting, _| nesting.in_quotation());
        assert_eq!(deep.depth(), LEVELS);
        assert_eq!(Nesting::in_items(99), Nesting::in_items(LEVELS));
    }
}
