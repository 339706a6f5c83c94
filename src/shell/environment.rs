//! What the environment says of the terminal: its colors and its character set.

use super::arguments::ThemeName;
use crate::app::{Depth, Theme};
use std::env;

/// The theme to begin with, and whether the reader chose it.
pub fn theme(wanted: Option<ThemeName>) -> (Theme, bool) {
    let has_no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    match wanted {
        Some(name) => (name.into(), true),
        None if has_no_color => (Theme::Plain, true),
        None => (Theme::Dark, false),
    }
}

/// Whether the terminal cannot place its cursor.
pub fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|value| value == "dumb")
}

/// How many colors the terminal claims to have.
pub fn depth() -> Depth {
    let color = env::var("COLORTERM").unwrap_or_default();
    let term = env::var("TERM").unwrap_or_default();
    if matches!(color.as_str(), "truecolor" | "24bit") || term.ends_with("-direct") {
        Depth::True
    } else if term.contains("256") || term.contains("kitty") || term.contains("alacritty") {
        Depth::Xterm256
    } else {
        Depth::Ansi16
    }
}

/// Whether the locale names a character set other than UTF-8. Without any locale, UTF-8 is taken
/// for granted, as terminals have used it for long.
pub fn is_ascii() -> bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| env::var(name).ok().filter(|value| !value.is_empty()));
    named.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        !(locale.contains("utf-8") || locale.contains("utf8"))
    })
}
