//! From the text of the file to what is set, with all that is wrong in it.

use super::super::arguments::{CiteStyle, ThemeName};
use super::{Config, keys};
use crate::app::{MAX_MEASURE, MIN_MEASURE, Standing};
use clap::ValueEnum;
use std::fmt;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The names of the settings.
const SETTINGS: &[&str] =
    &["theme", "measure", "ascii", "cite", "copy-command", "open-command", "layout", "keys"];
/// The names of what `[layout]` sets.
const PANELS: &[&str] = &["timeline", "quotes"];
/// The least likeness of a name that is suggested for another.
const LIKENESS: f64 = 0.7;

/// Something wrong in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    line: usize,
    column: usize,
    message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.column, self.message)
    }
}

/// Where something is wrong, in bytes of the file, and what.
pub type Fault = (usize, String);

/// What the file sets.
pub fn read(bytes: &[u8]) -> (Config, Vec<Problem>) {
    let mut config = Config::default();
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let wanted = "this is not UTF-8; save the file as UTF-8 text".to_owned();
            return (config, vec![located(&before, (before.len(), wanted))]);
        }
    };
    let mut faults = Vec::new();
    match DeTable::parse(text) {
        Ok(table) => {
            for (name, value) in table.get_ref() {
                set(&mut config, name, value, &mut faults);
            }
        }
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            faults.push((at, error.message().lines().next().unwrap_or_default().to_owned()));
        }
    }
    faults.sort_by_key(|(at, _)| *at);
    (config, faults.into_iter().map(|fault| located(text, fault)).collect())
}

type Name<'a> = Spanned<std::borrow::Cow<'a, str>>;
type Value<'a> = Spanned<DeValue<'a>>;

fn set(config: &mut Config, name: &Name<'_>, value: &Value<'_>, faults: &mut Vec<Fault>) {
    let done = match name.get_ref().as_ref() {
        "theme" => named::<ThemeName>(value).map(|theme| config.theme = theme),
        "measure" => columns(value, MIN_MEASURE, MAX_MEASURE).map(|n| config.measure = n),
        "ascii" => truth(value).map(|is_ascii| config.is_ascii = is_ascii),
        "cite" => named::<CiteStyle>(value).map(|style| config.cite = Some(style)),
        "copy-command" => command(value).map(|words| config.copy_command = words),
        "open-command" => command(value).map(|words| config.open_command = words),
        "layout" => table(value).map(|panels| {
            for (name, value) in panels {
                set_panel(&mut config.standing, name, value, faults);
            }
        }),
        "keys" => table(value).map(|bindings| {
            let (changes, wrong) = keys::read(bindings);
            // Half of a set of keys is worse than the usual ones.
            if wrong.is_empty() {
                config.keymap.rebind(&changes);
            }
            faults.extend(wrong);
        }),
        other => {
            faults.push((name.span().start, unknown("setting", other, SETTINGS)));
            return;
        }
    };
    faults.extend(done.err());
}

fn set_panel(standing: &mut Standing, name: &Name<'_>, value: &Value<'_>, faults: &mut Vec<Fault>) {
    let panel = match name.get_ref().as_ref() {
        "timeline" => &mut standing.timeline,
        "quotes" => &mut standing.quotes,
        other => {
            faults.push((name.span().start, unknown("panel", other, PANELS)));
            return;
        }
    };
    match value.get_ref().as_str() {
        Some("never") => *panel = Standing::NEVER,
        _ => match columns(value, Standing::LEAST, 1000) {
            Ok(n) => *panel = n,
            Err((at, why)) => faults.push((at, why + ", or \"never\"")),
        },
    }
}

/// What is said of a name that is not known, with the one that is most like it.
pub fn unknown<'a>(kind: &str, name: &str, known: &[&'a str]) -> String {
    let likeness = |other: &&'a str| strsim::jaro_winkler(name, other);
    let nearest =
        known.iter().copied().max_by(|one, other| likeness(one).total_cmp(&likeness(other)));
    match nearest.filter(|nearest| likeness(nearest) >= LIKENESS) {
        Some(nearest) => format!("unknown {kind} `{name}`; did you mean `{nearest}`?"),
        None => format!("unknown {kind} `{name}`"),
    }
}

fn table<'a, 'i>(value: &'a Value<'i>) -> Result<&'a DeTable<'i>, Fault> {
    value
        .get_ref()
        .as_table()
        .ok_or_else(|| (value.span().start, "a table is wanted here".to_owned()))
}

fn truth(value: &Value<'_>) -> Result<bool, Fault> {
    value
        .get_ref()
        .as_bool()
        .ok_or_else(|| (value.span().start, "true or false is wanted here".to_owned()))
}

/// One of the names that an option of the command line takes.
fn named<T: ValueEnum>(value: &Value<'_>) -> Result<T, Fault> {
    let typed = value.get_ref().as_str().unwrap_or_default();
    T::from_str(typed, false).map_err(|_| {
        let names = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let names: Vec<String> = names.map(|name| format!("\"{}\"", name.get_name())).collect();
        (value.span().start, format!("one of {} is wanted here", names.join(", ")))
    })
}

fn columns(value: &Value<'_>, least: u16, most: u16) -> Result<u16, Fault> {
    let typed = value.get_ref().as_integer().filter(|integer| integer.radix() == 10);
    let number = typed.and_then(|integer| integer.as_str().parse().ok());
    let number = number.filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| {
        (value.span().start, format!("a number of columns from {least} to {most} is wanted here"))
    })
}

/// A program and its arguments, as a list or as words between blanks.
fn command(value: &Value<'_>) -> Result<Vec<String>, Fault> {
    let wrong = || {
        let wanted = "a program and its arguments are wanted here, such as [\"wl-copy\"]";
        (value.span().start, wanted.to_owned())
    };
    strings(value)
        .map(|words| match &words[..] {
            [(line, _)] => line.split_whitespace().map(str::to_owned).collect(),
            _ => words.into_iter().map(|(word, _)| word).collect(),
        })
        .ok_or_else(wrong)
}

/// The strings in a value, which is one or a list of some, each with where it stands.
pub fn strings(value: &Value<'_>) -> Option<Vec<(String, usize)>> {
    let one = |value: &Value<'_>| Some((value.get_ref().as_str()?.to_owned(), value.span().start));
    match value.get_ref() {
        DeValue::Array(list) => list.iter().map(one).collect(),
        _ => one(value).map(|string| vec![string]),
    }
}

fn located(text: &str, (at, message): Fault) -> Problem {
    let before = &text[..text.floor_char_boundary(at)];
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let column = before[line_start..].chars().count() + 1;
    Problem { line: before.matches('\n').count() + 1, column, message }
}
