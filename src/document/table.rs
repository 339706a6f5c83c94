//! Tables: what the text of one does not tell.

/// To which side the cells of a column are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Alignment {
    /// As running text.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// As numbers.
    Right,
}

/// The alignments of the columns of a table; columns past the sixteenth are set to the left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Alignments(u32);

impl Alignments {
    /// Every column to the left.
    pub const NONE: Self = Self(0);

    /// The alignments of columns, from the first one on.
    pub fn new(columns: impl IntoIterator<Item = Alignment>) -> Self {
        let bits = |(at, alignment): (usize, Alignment)| (alignment as u32) << (2 * at);
        Self(columns.into_iter().take(16).enumerate().map(bits).sum())
    }

    /// The alignment of a column; the first one is 0.
    pub fn of(self, column: usize) -> Alignment {
        match self.0.checked_shr(2 * column.min(16) as u32).unwrap_or(0) & 3 {
            1 => Alignment::Center,
            2 => Alignment::Right,
            _ => Alignment::Left,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_keeps_its_alignment() {
        let columns = [Alignment::Right, Alignment::Left, Alignment::Center, Alignment::Right];
        let alignments = Alignments::new(columns.into_iter().cycle().take(40));
        for (column, alignment) in columns.into_iter().cycle().take(16).enumerate() {
            assert_eq!(alignments.of(column), alignment, "column {column}");
        }
        assert_eq!(alignments.of(16), Alignment::Left);
        assert_eq!(alignments.of(4000), Alignment::Left);
    }
}
