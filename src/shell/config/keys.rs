//! The reader's own keys: the table `[keys]` of the settings.

use super::read::{Fault, strings, unknown};
use crate::app::{ACTIONS, Action, Key, Rebinding, clash};
use toml::de::DeTable;

/// What is written for keys that do nothing.
pub const NOTHING: &str = "nop";

/// A sequence of the file, and where it stands.
struct Bound {
    keys: Vec<Key>,
    action: Option<Action>,
    written: String,
    at: usize,
}

/// The bindings in a table, and what is wrong in it.
pub fn read(table: &DeTable<'_>) -> (Vec<Rebinding>, Vec<Fault>) {
    let mut changes = Vec::new();
    let mut bound: Vec<Bound> = Vec::new();
    let mut faults = Vec::new();
    let mut lines: Vec<_> = table.iter().collect();
    lines.sort_by_key(|(name, _)| name.span().start);
    for (name, value) in lines {
        let action = Action::named(name.get_ref());
        if action.is_none() && name.get_ref() != NOTHING {
            let names: Vec<String> = ACTIONS.iter().map(|line| line.action.name()).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).chain([NOTHING]).collect();
            faults.push((name.span().start, unknown("action", name.get_ref(), &names)));
            continue;
        }
        let Some(written) = strings(value) else {
            let wanted = "keys are wanted here, such as \"n\" or [\"g f\", \"Ctrl-n\"]";
            faults.push((value.span().start, wanted.to_owned()));
            continue;
        };
        let mut sequences = Vec::new();
        for (written, at) in written {
            match sequence(&written) {
                Ok(keys) => {
                    sequences.push(keys.clone());
                    bound.push(Bound { keys, action, written, at });
                }
                Err(why) => faults.push((at, why)),
            }
        }
        changes.push(Rebinding { action, sequences });
    }
    faults.extend(clashes(&bound));
    faults.extend(without_a_way_out(table, &changes));
    (changes, faults)
}

/// The keys of a sequence, which blanks part.
fn sequence(written: &str) -> Result<Vec<Key>, String> {
    let mut keys = Vec::new();
    for name in written.split_whitespace() {
        let key = Key::parse(name).ok_or_else(|| {
            format!("`{name}` is no key; write `n`, `Ctrl-n`, `Alt-Up`, `Space`, `F1`")
        })?;
        if let Some(why) = key.refusal() {
            return Err(format!("`{name}` never comes from a terminal: {why}"));
        }
        keys.push(key);
    }
    match keys.first() {
        None => Err("no key stands here".to_owned()),
        Some(first) if ('1'..='9').any(|digit| *first == Key::char(digit)) => {
            Err(format!("`{written}` begins with a digit, and digits are counts"))
        }
        Some(_) => Ok(keys),
    }
}

/// The sequences that clash with one before them.
fn clashes(bound: &[Bound]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (index, one) in bound.iter().enumerate() {
        let others = bound[..index].iter().filter(|other| meet(one.action, other.action));
        let other = others.into_iter().find(|other| clash(&one.keys, &other.keys));
        let Some(other) = other else { continue };
        let name = other.action.map_or_else(|| NOTHING.to_owned(), Action::name);
        let why = if one.keys == other.keys {
            format!("`{}` is bound to `{name}` already", one.written)
        } else if other.keys.starts_with(&one.keys) {
            format!(
                "`{}` is also the start of `{}`; bind only one of them",
                one.written, other.written
            )
        } else {
            format!(
                "`{}` is also the start of `{}`; bind only one of them",
                other.written, one.written
            )
        };
        faults.push((one.at, why));
    }
    faults
}

/// Whether the keys of both can be pressed at the same time; some are for selecting only.
fn meet(one: Option<Action>, other: Option<Action>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    one.is_for_selecting() == other.is_for_selecting()
}

/// Without a key that quits nobody could leave.
fn without_a_way_out(table: &DeTable<'_>, changes: &[Rebinding]) -> Option<Fault> {
    let mut keymap = crate::app::Keymap::default();
    keymap.rebind(changes);
    if keymap.sequences(Action::Quit).next().is_some() {
        return None;
    }
    let first = table.iter().map(|(name, _)| name.span().start).min().unwrap_or_default();
    Some((first, "no key is left that quits; give `quit` one".to_owned()))
}
