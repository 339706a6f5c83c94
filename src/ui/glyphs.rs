//! Lines and marks, in Unicode and in ASCII.

use crate::document::Clean;

macro_rules! glyphs {
    ($($(#[$doc:meta])* $name:ident $unicode:literal $ascii:literal)+) => {
        /// A glyph of one column, or a few.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Glyph { $($(#[$doc])* $name,)+ }

        impl Glyph {
            /// The glyph as it is drawn.
            pub fn text(self, is_ascii: bool) -> Clean<'static> {
                Clean::own(match (self, is_ascii) {
                    $((Self::$name, false) => $unicode, (Self::$name, true) => $ascii,)+
                })
            }
        }
    };
}

glyphs! {
    /// A rule across.
    Across "─" "-"
    /// A rule down.
    Down "│" "|"
    /// Where the rule down meets the rule across.
    Junction "┴" "+"
    /// The axis.
    Axis "─" "-"
    /// A stretch of the axis that is left out.
    Broken "╌" "."
    /// A span of time.
    Range "━" "="
    /// A span of time whose ends are uncertain.
    VagueRange "╍" "~"
    /// An event.
    Event "●" "o"
    /// An event whose date is uncertain.
    Uncertain "○" "?"
    /// The marked event.
    Marked "◉" "@"
    /// The left end of an era.
    EraStart "╰" "`"
    /// The right end of an era.
    EraEnd "╯" "'"
    /// The bar of the marked quotation.
    Bar "▌" "|"
    /// A note of the reader's, in the margin.
    Note "†" "*"
    /// A note of the companion's, in the margin.
    TheirNote "‡" "+"
    /// Words noted on stand in this row.
    NoteBar "┃" "|"
    /// A gap in the list of events.
    Gap "┊" ":"
    /// Before.
    Before "‹" "<"
    /// After.
    After "›" ">"
    /// A paragraph number.
    Paragraph "¶ " "p "
    /// Between two things told in one line.
    Dot " · " " - "
    /// A quotation begins.
    QuoteOpen "“" "\""
    /// A quotation ends.
    QuoteClose "”" "\""
}
