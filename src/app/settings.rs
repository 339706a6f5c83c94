//! What is set once and seldom changed.

use super::view::Standing;
use crate::document::CleanText;
use crate::export::Style;

/// Whether the terminal's page is dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// Light ink on a dark page.
    Dark,
    /// Dark ink on a light page.
    Light,
}

/// The set of colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// For a dark page.
    Dark,
    /// For a light page.
    Light,
    /// No colors at all.
    Plain,
}

/// How many colors the terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Any RGB value.
    True,
    /// The 256 of xterm.
    Xterm256,
    /// The 16 of the terminal's own palette.
    Ansi16,
}

/// What is set once and seldom changed.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The colors in use.
    pub theme: Theme,
    /// The reader chose the theme; what the terminal tells does not change it.
    pub has_chosen_theme: bool,
    /// How many colors there are.
    pub depth: Depth,
    /// Only ASCII for lines and marks.
    pub is_ascii: bool,
    /// The form of a copied source.
    pub cite: Style,
    /// The program that takes what is copied, with its arguments; empty for none.
    pub copy_command: Vec<String>,
    /// The mouse is ours.
    pub has_mouse: bool,
    /// How wide the terminal has to be for a panel to stand.
    pub standing: Standing,
    /// The program that opens links, with its arguments; empty for the system's own.
    pub open_command: Vec<String>,
    /// The name of the file, for a document without a title.
    pub name: CleanText,
    /// Which of the files it is.
    pub file: FileNumber,
}

/// Which of the files that are read together is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileNumber {
    /// Its place among them, from 1 on.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}

impl FileNumber {
    /// The file that is read alone.
    pub const ONLY: Self = Self { number: 1, of: 1 };
}
