//! The help, made from the table that binds the keys.

use super::action::{ACTIONS, Binding, Group};

/// A line of the help.
#[derive(Debug, Clone, Copy)]
pub enum HelpLine {
    /// The name of a group.
    Title(&'static str),
    /// An action with its keys.
    Action(&'static Binding),
    /// An empty line between two groups.
    Blank,
}

/// From this many columns on the help stands in two columns.
const TWO_COLUMNS: u16 = 112;

/// The help in one or two columns of lines, for a width.
pub fn help(columns: u16) -> Vec<Vec<HelpLine>> {
    let order: &[&[Group]] = if columns >= TWO_COLUMNS {
        &[&[Group::Read, Group::Find, Group::Select], &[Group::Panels, Group::Program]]
    } else {
        &[&Group::ALL]
    };
    order.iter().map(|groups| lines(groups)).collect()
}

/// How many lines the longest column has.
pub fn help_rows(columns: u16) -> usize {
    help(columns).iter().map(Vec::len).max().unwrap_or(0)
}

fn lines(groups: &[Group]) -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for group in groups {
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        lines.push(HelpLine::Title(group.title()));
        let of_group = ACTIONS.iter().filter(|binding| binding.group == *group);
        lines.extend(of_group.map(HelpLine::Action));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_in_the_help_once() {
        for columns in [80, 116] {
            let n = help(columns)
                .iter()
                .flatten()
                .filter(|line| matches!(line, HelpLine::Action(_)))
                .count();
            assert_eq!(n, ACTIONS.len());
        }
    }

    #[test]
    fn the_words_fit_into_half_of_a_screen() {
        for binding in ACTIONS {
            assert!(binding.help.len() <= 35, "{}", binding.help);
            assert!(binding.keys.join(" ").chars().count() <= 20, "{:?}", binding.keys);
        }
    }
}
