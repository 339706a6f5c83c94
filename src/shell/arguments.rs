//! The command line.

use super::config::Config;
use crate::app::{MAX_MEASURE, MIN_MEASURE};
use crate::document::{When, typed_date};
use crate::export::Style;
use crate::import::{Encoding, Format};
use clap::error::{ContextKind, ErrorKind};
use clap::{Parser, ValueEnum};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// What was asked for.
#[derive(Debug, Clone, Parser)]
#[command(name = "dateline", version, about = ABOUT, after_help = AFTER, max_term_width = 100)]
pub struct Arguments {
    /// The articles; - for standard input; without any, the built-in edition
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The companion to use for the one file, instead of NAME.dateline.toml beside it
    #[arg(long, value_name = "FILE")]
    pub companion: Option<PathBuf>,
    /// When the article was written, as EDTF: 2022-03-09
    #[arg(long, value_name = "DATE", value_parser = parse_date, allow_hyphen_values = true)]
    pub date: Option<When>,
    /// The encoding of the text, instead of finding it out: latin1, shift_jis, koi8-r
    #[arg(long, value_name = "NAME", value_parser = parse_encoding)]
    pub encoding: Option<Encoding>,
    /// Print and exit
    #[arg(long, value_name = "FORMAT")]
    pub export: Option<Export>,
    /// Check that every anchor of the companion resolves; exit status 1 if one does not
    #[arg(long, conflicts_with = "export")]
    pub check: bool,
    /// What the file is, instead of detecting it
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<FormatName>,
    /// The form of a source that is copied, or printed by --export quotes, instead of that of the settings
    #[arg(long, value_name = "STYLE")]
    pub cite: Option<CiteStyle>,
    /// The widest line of running text
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(i64::from(MIN_MEASURE)..=i64::from(MAX_MEASURE)))]
    pub measure: Option<u16>,
    /// The colors
    #[arg(long, value_name = "NAME")]
    pub theme: Option<ThemeName>,
    /// Only ASCII for lines and marks
    #[arg(long)]
    pub ascii: bool,
    /// The settings to use, instead of dateline/config.toml in $XDG_CONFIG_HOME or ~/.config
    #[arg(long = "config", value_name = "FILE")]
    pub config_file: Option<PathBuf>,
    /// Print the man page or the completions of a shell, and exit
    #[arg(long, value_name = "WHAT")]
    pub generate: Option<Generated>,
    /// Print the settings in force, as that file has them, and exit
    #[arg(long)]
    pub print_config: bool,
    /// Print the keys in force, as that file has them, and exit
    #[arg(long)]
    pub print_keys: bool,
    /// Read and keep nothing of the place, marks and notes
    #[arg(long)]
    pub no_state: bool,
    /// What that file and these options set, once the file is read.
    #[arg(skip)]
    pub config: Config,
}

const ABOUT: &str = "Reads an article in the terminal, with its timeline and its quotations";
const AFTER: &str = "Keys: ? shows them all, q quits; Ctrl-n and Ctrl-p go to the next and the previous file. Standard output that is no terminal gets the article as plain text.";

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Export {
    /// The article as plain text
    Text,
    /// The whole document model as one JSON object
    Json,
    /// The same of each of several files, one line each
    Jsonl,
    /// The article as Markdown
    Markdown,
    /// A companion file with all events, quotations and notes, to start from
    Companion,
    /// The quotations with their source, in the form that --cite names
    Quotes,
    /// Your notes, as Markdown
    Notes,
    /// Events, quotations and notes as one table
    Csv,
    /// The events for TimelineJS
    #[value(name = "timelinejs")]
    TimelineJs,
    /// Quotations, events and notes as web annotations of the W3C, in JSON-LD
    W3c,
}

impl Export {
    /// What stands between two files that are printed one after the other.
    pub fn separator(self) -> &'static str {
        match self {
            Self::Text | Self::Markdown | Self::Quotes | Self::Notes => "\n",
            Self::Json
            | Self::Jsonl
            | Self::Companion
            | Self::Csv
            | Self::TimelineJs
            | Self::W3c => "",
        }
    }
}

/// What can be generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Generated {
    /// The man page
    Man,
    /// Completions for bash
    CompleteBash,
    /// Completions for zsh
    CompleteZsh,
    /// Completions for fish
    CompleteFish,
    /// Completions for PowerShell
    #[value(name = "complete-powershell")]
    CompletePowerShell,
}

/// The names of the formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FormatName {
    /// Plain text
    Text,
    /// Markdown, as CommonMark and GitHub know it
    Markdown,
    /// A web page
    Html,
    /// An electronic book
    Epub,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Text => Self::Text,
            FormatName::Markdown => Self::Markdown,
            FormatName::Html => Self::Html,
            FormatName::Epub => Self::Epub,
        }
    }
}

/// The forms of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CiteStyle {
    /// One line of plain text
    Plain,
    /// A block quotation in Markdown
    Markdown,
    /// American Psychological Association, 7th edition
    Apa,
    /// Modern Language Association, 9th edition
    Mla,
    /// Chicago Manual of Style, notes and bibliography
    Chicago,
    /// An entry of BibTeX
    Bibtex,
    /// An item of CSL-JSON
    CslJson,
}

impl From<CiteStyle> for Style {
    fn from(style: CiteStyle) -> Self {
        match style {
            CiteStyle::Plain => Self::Plain,
            CiteStyle::Markdown => Self::Markdown,
            CiteStyle::Apa => Self::Apa,
            CiteStyle::Mla => Self::Mla,
            CiteStyle::Chicago => Self::Chicago,
            CiteStyle::Bibtex => Self::Bibtex,
            CiteStyle::CslJson => Self::CslJson,
        }
    }
}

/// The names of the themes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ThemeName {
    /// As the terminal’s page is
    Auto,
    /// For a dark page
    Dark,
    /// For a light page
    Light,
    /// No colors
    Plain,
}

/// Why there are no arguments.
#[derive(Debug)]
pub enum Stop {
    /// Help or version was asked for: the text.
    Told(String),
    /// What is wrong, in one line.
    Wrong(String),
}

/// Reads the command line.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Arguments, Stop> {
    let arguments = Arguments::try_parse_from(arguments).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Stop::Told(error.to_string()),
        _ => Stop::Wrong(one_line(&error)),
    })?;
    match contradiction(&arguments) {
        Some(why) => Err(Stop::Wrong(why.to_owned())),
        None => Ok(arguments),
    }
}

/// Whether a name means standard input.
pub fn is_stdin(name: &Path) -> bool {
    name.as_os_str() == "-"
}

/// Why what was asked for cannot be done of these files.
fn contradiction(arguments: &Arguments) -> Option<&'static str> {
    let files = &arguments.files;
    if files.iter().filter(|name| is_stdin(name)).count() > 1 {
        return Some("-: standard input can be read only once; name it once");
    }
    if files.len() < 2 {
        return None;
    }
    if arguments.companion.is_some() {
        return Some("--companion is for one file; put NAME.dateline.toml beside each instead");
    }
    match arguments.export? {
        Export::Quotes if arguments.cite == Some(CiteStyle::CslJson) => {
            Some("--cite csl-json is one list, for one file; write one for each")
        }
        Export::Json => Some("--export json is one object, for one file; use --export jsonl"),
        Export::Companion => Some("--export companion is for one file; write one for each"),
        Export::Csv => Some("--export csv is one table, for one file; write one for each"),
        Export::TimelineJs => Some("--export timelinejs is for one file; write one for each"),
        Export::W3c => Some("--export w3c is for one file; write one for each"),
        Export::Text | Export::Jsonl | Export::Markdown | Export::Quotes | Export::Notes => None,
    }
}

/// The first line of an error of clap's, with its suggestion and where to look.
fn one_line(error: &clap::Error) -> String {
    let text = error.to_string();
    let first = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
    let similar = [ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| error.get(kind))
        .map(|similar| format!("; did you mean `{similar}`?"));
    let possible = text
        .lines()
        .find_map(|line| line.trim().strip_prefix("[possible values: "))
        .map(|values| format!("; one of {}", values.trim_end_matches(']')));
    let hint = similar.or(possible).unwrap_or_else(|| "; see `dateline --help`".to_owned());
    format!("{first}{hint}")
}

fn parse_date(text: &str) -> Result<When, String> {
    typed_date(text).map_err(|error| error.to_string())
}

fn parse_encoding(name: &str) -> Result<Encoding, String> {
    Encoding::named(name).ok_or_else(|| {
        "no such encoding; try utf-8, utf-16le, windows-1252, latin1, shift_jis, gb18030, \
         euc-kr, big5, koi8-r"
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(arguments: &[&str], expected: &str) {
        let all = std::iter::once("dateline").chain(arguments.iter().copied());
        match parse(all.map(OsString::from)) {
            Err(Stop::Wrong(line)) => {
                assert!(line.contains(expected), "{line}");
                assert!(!line.contains('\n'));
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn every_usage_error_is_one_line_that_helps() {
        check(&["--colour"], "see `dateline --help`");
        check(&["--measur", "60"], "did you mean `--measure`?");
        check(&["--measure", "3"], "20..=200");
        check(&["--theme", "pink"], "dark");
        check(&["--format", "md"], "markdown");
        check(&["--date", "2022-02-30"], "not in the calendar");
        check(&["--export"], "--export");
        check(&["--cite", "harvard"], "csl-json");
        check(&["--encoding", "klingon"], "try utf-8");
    }

    #[test]
    fn what_is_for_one_file_is_refused_for_several() {
        check(&["a", "b", "--companion", "c"], "NAME.dateline.toml");
        check(&["a", "b", "--export", "json"], "use --export jsonl");
        for format in ["companion", "csv", "timelinejs", "w3c"] {
            check(&["a", "b", "--export", format], "for one file");
        }
        check(&["-", "a", "-"], "only once");
    }
}
