//! The man page and the completions, made from the command line, the table of actions and the keys
//! in force.

use super::arguments::{Arguments, Generated};
use crate::app::{ACTIONS, Group, Keymap};
use anyhow::Context;
use clap::CommandFactory;
use clap_complete::{Shell, generate};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

/// The text of what is asked for; the man page shows the keys of `keymap`.
pub fn generated(what: Generated, keymap: &Keymap) -> anyhow::Result<String> {
    let shell = match what {
        Generated::Man => return man(keymap),
        Generated::CompleteBash => Shell::Bash,
        Generated::CompleteZsh => Shell::Zsh,
        Generated::CompleteFish => Shell::Fish,
        Generated::CompletePowerShell => Shell::PowerShell,
    };
    let mut out = Vec::new();
    generate(shell, &mut Arguments::command(), "dateline", &mut out);
    String::from_utf8(out).context("completions are text")
}

fn man(keymap: &Keymap) -> anyhow::Result<String> {
    let man = Man::new(Arguments::command());
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    man.render_description_section(&mut out)?;
    man.render_options_section(&mut out)?;
    keys(keymap).to_writer(&mut out)?;
    files().to_writer(&mut out)?;
    man.render_version_section(&mut out)?;
    String::from_utf8(out).context("a man page is text")
}

/// Every action with its keys, and those of which the settings took them all.
fn keys(keymap: &Keymap) -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["KEYS"]);
    roff.text([roman(
        "A number before a key repeats it. The names are those of the settings and of the commands \
         behind the colon.",
    )]);
    for group in Group::ALL {
        roff.control("SS", [group.title()]);
        for line in ACTIONS.iter().filter(|line| line.group == group) {
            let keys = keymap.sequences(line.action).map(|keys| keys.replace(' ', ""));
            let keys = keys.collect::<Vec<_>>().join("  ");
            roff.control("TP", []);
            roff.text([if keys.is_empty() { roman("no key") } else { bold(keys) }]);
            roff.text([roman(format!("{} ({})", line.help, line.action.name()))]);
        }
    }
    roff
}

fn files() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["FILES"]);
    roff.control("TP", []);
    roff.text([
        bold("$XDG_CONFIG_HOME/dateline/config.toml"),
        roman(", "),
        bold("~/.config/dateline/config.toml"),
    ]);
    roff.text([roman(
        "The settings: dateline --print-config and dateline --print-keys print what belongs there.",
    )]);
    roff.control("TP", []);
    roff.text([bold("NAME.dateline.toml")]);
    roff.text([roman("The companion of NAME: events, quotations and speakers of an editor.")]);
    roff
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_man_page_has_every_action_and_every_option() {
        let page = man(&Keymap::default()).unwrap().replace("\\-", "-");
        for line in ACTIONS {
            assert!(page.contains(&format!("({})", line.action.name())), "{:?}", line.action);
        }
        for option in Arguments::command().get_arguments().filter_map(clap::Arg::get_long) {
            assert!(page.contains(&format!("--{option}")), "{option}");
        }
    }

    #[test]
    fn completions_know_every_option() {
        for what in [Generated::CompleteBash, Generated::CompleteZsh, Generated::CompleteFish] {
            let text = generated(what, &Keymap::default()).unwrap();
            for option in Arguments::command().get_arguments().filter_map(clap::Arg::get_long) {
                assert!(text.contains(option), "{what:?}: {option}");
            }
        }
    }
}
