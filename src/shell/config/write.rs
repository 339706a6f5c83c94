//! The settings in force, with what they mean, in the form that is read.

use super::super::environment;
use super::Config;
use crate::app::{ACTIONS, Group, Standing};
use clap::ValueEnum;
use std::fmt::Write;

impl Config {
    /// The settings but the keys.
    pub fn written(&self) -> String {
        let mut out = String::new();
        let path = environment::config_file();
        let path = path
            .map_or_else(|| "a file for --config".to_owned(), |path| path.display().to_string());
        let mut put = |comment: &str, name: &str, value: String| {
            for line in comment.lines() {
                let _ = writeln!(out, "# {line}");
            }
            let _ = writeln!(out, "{name} = {value}\n");
        };
        let head = format!(
            "The settings of dateline in force. What you want to be otherwise belongs into\n{path}\n\n"
        );
        put(
            &(head
                + "The colors: \"dark\", \"light\", \"plain\" for none, or \"auto\", as the terminal’s page is."),
            "theme",
            name_of(self.theme),
        );
        put(
            "The widest line of running text, from 20 to 200 columns.",
            "measure",
            self.measure.to_string(),
        );
        put(
            "Only ASCII for lines and marks; if false, the locale tells.",
            "ascii",
            self.is_ascii.to_string(),
        );
        // What is not set goes on being chosen by key.
        let (sign, cite) = self.cite.map_or(("# ", string("apa")), |cite| ("", name_of(cite)));
        put(
            "The form of a copied source, as --cite takes it. Without it: the one chosen last.",
            &format!("{sign}cite"),
            cite,
        );
        put(
            "The program that takes what is copied, besides the terminal: [\"wl-copy\"].",
            "copy-command",
            list(&self.copy_command),
        );
        put(
            "The program that opens links: [\"firefox\", \"--new-window\"]. The address is put in the place\nof {}, or behind the rest. Without one: $BROWSER, or what the system opens links with.",
            "open-command",
            list(&self.open_command),
        );
        let panel = |columns: u16| match columns {
            Standing::NEVER => "\"never\"".to_owned(),
            columns => columns.to_string(),
        };
        out += "# From how many columns on a panel stands beside the text: 60 or more, or \"never\".\n";
        let _ = writeln!(
            out,
            "[layout]\ntimeline = {}\nquotes = {}",
            panel(self.standing.timeline),
            panel(self.standing.quotes)
        );
        out
    }

    /// The keys.
    pub fn written_keys(&self) -> String {
        let mut out = String::from(KEYS);
        for group in Group::ALL {
            let _ = writeln!(out, "\n# {}", group.title());
            for line in ACTIONS.iter().filter(|line| line.group == group) {
                let keys: Vec<String> = self.keymap.sequences(line.action).collect();
                let binding = format!("{} = {}", line.action.name(), list(&keys));
                let _ = writeln!(out, "{binding:48} # {}", line.help);
            }
        }
        out
    }
}

/// What stands above the keys.
const KEYS: &str = "\
# The keys in force. An action may have several sequences, and blanks part the keys of one: \"g f\".
# Keys are a character (A with Shift), Space, Enter, Esc, Tab, S-Tab, Backspace, Delete, Home, End,
# PgUp, PgDn, Up, Down, Left, Right (or ↑ ↓ ← →), F1 to F24, behind Ctrl-, Alt- and, for those with a
# name, Shift-. An action that is named has these keys only; where they are those of another, that
# one loses them. nop = [\"q\"] takes keys from all actions. Digits are counts.
[keys]
";

fn name_of<T: ValueEnum>(value: T) -> String {
    let name = value.to_possible_value().map(|name| name.get_name().to_owned());
    string(&name.unwrap_or_default())
}

fn list(words: &[String]) -> String {
    let words: Vec<String> = words.iter().map(|word| string(word)).collect();
    format!("[{}]", words.join(", "))
}

fn string(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
