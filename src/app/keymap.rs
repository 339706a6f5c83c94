//! From keys to actions: sequences, and counts before them.

use super::action::{ACTIONS, Action, Group};
use super::key::{Code, Key};

/// Counts stop growing here; no document has more paragraphs.
const MAX_COUNT: u32 = 99_999_999;

/// What a key led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// An action, with the count typed before it.
    Action(Action, Option<u32>),
    /// More keys are needed.
    Pending,
    /// Nothing is bound to it.
    Unbound,
}

/// The keys of an action.
type Bound = (Vec<Key>, Action);

/// The bindings in force, and what was typed of a sequence so far.
#[derive(Debug)]
pub struct Keymap {
    bindings: Vec<Bound>,
    /// The bindings that come before the others while words are being selected.
    selecting: Vec<Bound>,
    typed: Vec<Key>,
    count: Option<u32>,
}

impl Default for Keymap {
    fn default() -> Self {
        let bound = |is_meant: fn(Group) -> bool| -> Vec<Bound> {
            let lines = ACTIONS.iter().filter(|line| is_meant(line.group));
            lines.flat_map(|line| line.sequences().map(|keys| (keys, line.action))).collect()
        };
        Self {
            bindings: bound(|group| group != Group::Select),
            selecting: bound(|group| group == Group::Select),
            typed: Vec::new(),
            count: None,
        }
    }
}

impl Keymap {
    /// Takes one key.
    pub fn press(&mut self, key: Key) -> Press {
        self.press_among(key, false)
    }

    /// Takes one key while words are being selected.
    pub fn press_selecting(&mut self, key: Key) -> Press {
        self.press_among(key, true)
    }

    fn press_among(&mut self, key: Key, is_selecting: bool) -> Press {
        if self.typed.is_empty()
            && let Some(digit) = self.digit(key)
        {
            let count = self.count.unwrap_or(0).saturating_mul(10).saturating_add(digit);
            self.count = Some(count.min(MAX_COUNT));
            return Press::Pending;
        }
        self.typed.push(key);
        let typed = &self.typed;
        let first = if is_selecting { &self.selecting[..] } else { &[] };
        let mut bound = first.iter().chain(&self.bindings);
        let press = match bound.clone().find(|(keys, _)| keys == typed) {
            Some((_, action)) => Press::Action(*action, self.count),
            None if bound.any(|(keys, _)| keys.starts_with(typed)) => {
                return Press::Pending;
            }
            None => Press::Unbound,
        };
        self.clear();
        press
    }

    /// Forgets what was typed; whether there was anything.
    pub fn clear(&mut self) -> bool {
        let had_any = self.is_pending();
        self.typed.clear();
        self.count = None;
        had_any
    }

    /// Whether a count or a part of a sequence was typed.
    pub fn is_pending(&self) -> bool {
        self.count.is_some() || !self.typed.is_empty()
    }

    /// What was typed of a count or a sequence, to be shown.
    pub fn pending(&self) -> String {
        let count = self.count.map_or_else(String::new, |count| count.to_string());
        self.typed.iter().fold(count, |shown, key| shown + &key.to_string())
    }

    /// The digit that `key` adds to a count; a 0 only goes on with one.
    fn digit(&self, key: Key) -> Option<u32> {
        let Code::Char(character) = key.code else { return None };
        let is_plain = key == Key::char(character);
        let digit = character.to_digit(10).filter(|_| is_plain)?;
        (digit > 0 || self.count.is_some()).then_some(digit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press_all(keys: &str) -> Press {
        let mut keymap = Keymap::default();
        keys.chars().fold(Press::Unbound, |_, character| keymap.press(Key::char(character)))
    }

    #[test]
    fn every_key_of_the_table_is_a_key() {
        for line in ACTIONS {
            assert_eq!(line.sequences().count(), line.keys.len(), "{:?}", line.action);
        }
    }

    #[test]
    fn no_two_bindings_clash() {
        let keymap = Keymap::default();
        for bindings in [&keymap.bindings, &keymap.selecting] {
            for (index, (keys, action)) in bindings.iter().enumerate() {
                for (other, also) in &bindings[index + 1..] {
                    let clash = keys.starts_with(other) || other.starts_with(keys);
                    assert!(!clash, "{action:?} and {also:?}");
                }
            }
        }
    }

    #[test]
    fn some_keys_do_other_things_while_words_are_selected() {
        let mut keymap = Keymap::default();
        let word = Key::char('w');
        assert_eq!(keymap.press(word), Press::Action(Action::Layout, None));
        assert_eq!(keymap.press_selecting(word), Press::Action(Action::NextWord, None));
        assert_eq!(keymap.press_selecting(Key::char('j')), Press::Action(Action::Down, None));
    }

    #[test]
    fn digits_are_a_count() {
        assert_eq!(press_all("12G"), Press::Action(Action::Bottom, Some(12)));
        assert_eq!(press_all("50%"), Press::Action(Action::Percent, Some(50)));
        assert_eq!(press_all("j"), Press::Action(Action::Down, None));
    }

    #[test]
    fn a_sequence_waits_for_its_end() {
        assert_eq!(press_all("'"), Press::Pending);
        assert_eq!(press_all("''"), Press::Action(Action::LastPlace, None));
        assert_eq!(press_all("'q"), Press::Unbound);
    }

    #[test]
    fn a_count_does_not_outlive_its_action() {
        let mut keymap = Keymap::default();
        for key in ['3', 'j'] {
            keymap.press(Key::char(key));
        }
        assert_eq!(keymap.press(Key::char('j')), Press::Action(Action::Down, None));
    }
}
