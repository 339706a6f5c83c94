//! What the environment says of the terminal: its colors and its character set.

use super::arguments::ThemeName;
use crate::app::{Depth, Theme};
use std::env;
use std::path::PathBuf;

/// The theme to begin with, and whether the reader chose it.
pub fn theme(wanted: ThemeName) -> (Theme, bool) {
    let has_no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    match wanted {
        ThemeName::Dark => (Theme::Dark, true),
        ThemeName::Light => (Theme::Light, true),
        ThemeName::Plain => (Theme::Plain, true),
        ThemeName::Auto if has_no_color => (Theme::Plain, true),
        ThemeName::Auto => (Theme::Dark, false),
    }
}

/// Where the settings stand, by the XDG base directory specification; `None` if the environment
/// names no folder.
pub fn config_file() -> Option<PathBuf> {
    Some(base_folder("XDG_CONFIG_HOME", ".config")?.join("dateline").join("config.toml"))
}

/// The folder in which programs keep what they remember, likewise.
pub fn state_folder() -> Option<PathBuf> {
    base_folder("XDG_STATE_HOME", ".local/state")
}

/// The home folder; `None` if the environment names none.
pub fn home() -> Option<PathBuf> {
    env::var_os("HOME").map(PathBuf::from).filter(|path| path.is_absolute())
}

/// The folder of this name, or the one in the home folder. Relative paths do not count.
fn base_folder(name: &str, at_home: &str) -> Option<PathBuf> {
    let folder =
        |name: &str| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    folder(name).or_else(|| Some(folder("HOME")?.join(at_home)))
}

/// The browsers that the environment names, in order.
pub fn browsers() -> Vec<String> {
    let named = env::var("BROWSER").unwrap_or_default();
    named.split(':').filter(|browser| !browser.trim().is_empty()).map(str::to_owned).collect()
}

/// Whether programs can open windows where the reader is: not over SSH, nor without a display.
pub fn has_screen() -> bool {
    let is_set = |name: &&str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let is_remote = ["SSH_CONNECTION", "SSH_TTY"].iter().any(&is_set);
    let has_display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(is_set);
    !is_remote && (has_display || cfg!(target_os = "macos"))
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
