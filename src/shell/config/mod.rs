//! The settings: one TOML file, and the options of the command line over it.
//!
//! What is wrong in the file never keeps one from reading: each such value is left at its default,
//! and told with its line and column. No document can set anything.

mod keys;
mod read;
mod write;

use super::arguments::{Arguments, CiteStyle, ThemeName};
use super::environment;
use crate::app::{DEFAULT_MEASURE, Keymap, Standing};
use anyhow::{Context, bail};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// A larger file is none of settings.
const MOST_BYTES: u64 = 1 << 20;

/// What is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The colors.
    pub theme: ThemeName,
    /// The widest line of running text, in columns.
    pub measure: u16,
    /// Only ASCII for lines and marks, whatever the locale says.
    pub is_ascii: bool,
    /// The form of a copied source; if it is not set, the one that was chosen last.
    pub cite: Option<CiteStyle>,
    /// The program that takes what is copied, with its arguments; empty for none.
    pub copy_command: Vec<String>,
    /// The program that opens links, with its arguments; empty for the system's own.
    pub open_command: Vec<String>,
    /// How wide the terminal has to be for a panel to stand.
    pub standing: Standing,
    /// The bindings.
    pub keymap: Keymap,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            theme: ThemeName::Auto,
            measure: DEFAULT_MEASURE,
            is_ascii: false,
            cite: None,
            copy_command: Vec::new(),
            open_command: Vec::new(),
            standing: Standing::default(),
            keymap: Keymap::default(),
        }
    }
}

impl Config {
    /// The settings in force, and what of the file is not, one line each. Only a file that was
    /// asked for must be there.
    pub fn load(arguments: &Arguments) -> anyhow::Result<(Self, Vec<String>)> {
        let (mut config, problems) = match &arguments.config_file {
            Some(path) => read_file(path)?,
            None => match environment::config_file() {
                Some(path) => read_file(&path).or_else(missing_is_none)?,
                None => (Self::default(), Vec::new()),
            },
        };
        config.theme = arguments.theme.unwrap_or(config.theme);
        config.measure = arguments.measure.unwrap_or(config.measure);
        config.cite = arguments.cite.or(config.cite);
        config.is_ascii |= arguments.ascii;
        Ok((config, problems))
    }
}

fn missing_is_none(error: anyhow::Error) -> anyhow::Result<(Config, Vec<String>)> {
    let kind = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    if matches!(kind, Some(ErrorKind::NotFound | ErrorKind::NotADirectory)) {
        return Ok((Config::default(), Vec::new()));
    }
    Ok((Config::default(), vec![format!("{error:#}")]))
}

fn read_file(path: &Path) -> anyhow::Result<(Config, Vec<String>)> {
    let shown = path.display();
    let mut bytes = Vec::new();
    let file = File::open(path).with_context(|| format!("cannot read the settings in {shown}"))?;
    file.take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .with_context(|| format!("cannot read the settings in {shown}"))?;
    if bytes.len() as u64 > MOST_BYTES {
        bail!("cannot read the settings in {shown}: more than 1 MB");
    }
    let name =
        path.file_name().map_or_else(|| shown.to_string(), |name| name.display().to_string());
    let (config, problems) = read::read(&bytes);
    Ok((config, problems.iter().map(|problem| format!("{name}:{problem}")).collect()))
}

#[cfg(test)]
mod tests;
