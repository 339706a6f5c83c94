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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bindings: Vec<Bound>,
    /// The bindings that come before the others while words are being selected.
    selecting: Vec<Bound>,
    typed: Vec<Key>,
    count: Option<u32>,
    letter: Option<char>,
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
            letter: None,
        }
    }
}

/// Keys that the reader gives to an action in the place of its own, or to none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebinding {
    /// What they do; `None` for nothing.
    pub action: Option<Action>,
    /// The sequences; without any, the action has no keys.
    pub sequences: Vec<Vec<Key>>,
}

impl Keymap {
    /// Gives actions other keys. Of all others, those keys are lost that would clash with these.
    pub fn rebind(&mut self, changes: &[Rebinding]) {
        for is_selecting in [false, true] {
            let bindings = if is_selecting { &mut self.selecting } else { &mut self.bindings };
            // What does nothing does so everywhere.
            let is_meant = |change: &&Rebinding| {
                change.action.is_none_or(|action| action.is_for_selecting() == is_selecting)
            };
            let changes: Vec<&Rebinding> = changes.iter().filter(is_meant).collect();
            bindings.retain(|(keys, action)| {
                let is_named = changes.iter().any(|change| change.action == Some(*action));
                let mut sequences = changes.iter().flat_map(|change| &change.sequences);
                !is_named && !sequences.any(|other| clash(keys, other))
            });
            for Rebinding { action, sequences } in changes {
                let Some(action) = action else { continue };
                bindings.extend(sequences.iter().map(|keys| (keys.clone(), *action)));
            }
        }
    }

    /// The sequences that are bound to an action, as they are written: `g f`.
    pub fn sequences(&self, action: Action) -> impl Iterator<Item = String> {
        let all = self.bindings.iter().chain(&self.selecting);
        let bound = all.filter(move |(_, bound)| *bound == action);
        bound.map(|(keys, _)| keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
    }

    /// The first sequence that is bound to an action, as it is shown: `gf`.
    pub fn shown(&self, action: Action) -> Option<String> {
        self.sequences(action).next().map(|keys| keys.replace(' ', ""))
    }

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
            && let Some(digit) = self.digit(key, is_selecting)
        {
            let count = self.count.unwrap_or(0).saturating_mul(10).saturating_add(digit);
            self.count = Some(count.min(MAX_COUNT));
            return Press::Pending;
        }
        self.typed.push(key);
        let typed = &self.typed;
        let begins = |keys: &[Key]| {
            keys.len() >= typed.len()
                && keys.iter().zip(typed).all(|(key, typed)| key.is_met_by(*typed))
        };
        let first = if is_selecting { &self.selecting[..] } else { &[] };
        let mut bound = first.iter().chain(&self.bindings).filter(|(keys, _)| begins(keys));
        let press = match bound.clone().find(|(keys, _)| keys.len() == typed.len()) {
            Some((_, action)) => Press::Action(*action, self.count),
            None if bound.next().is_some() => {
                return Press::Pending;
            }
            None => Press::Unbound,
        };
        self.letter = match key.code {
            Code::Char(letter) => Some(letter),
            _ => None,
        };
        self.clear();
        press
    }

    /// The letter that the last action takes, if its binding ends in one.
    pub fn letter(&self) -> Option<char> {
        self.letter
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

    /// The digit that `key` adds to a count. While words are selected a 0 is a motion, and begins
    /// none.
    fn digit(&self, key: Key, is_selecting: bool) -> Option<u32> {
        let Code::Char(character) = key.code else { return None };
        let is_plain = key == Key::char(character);
        let digit = character.to_digit(10).filter(|_| is_plain)?;
        (digit > 0 || self.count.is_some() || !is_selecting).then_some(digit)
    }
}

/// Whether both sequences cannot be bound: one is the other, or begins it.
pub fn clash(one: &[Key], other: &[Key]) -> bool {
    one.iter().zip(other).all(|(one, other)| one.is_met_by(*other) || other.is_met_by(*one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(notation: &str) -> Vec<Key> {
        notation.split(' ').filter_map(Key::parse).collect()
    }

    #[test]
    fn the_readers_keys_take_the_place_of_others() {
        let mut keymap = Keymap::default();
        let change = |action, sequence| Rebinding { action, sequences: vec![keys(sequence)] };
        keymap.rebind(&[change(Some(Action::Help), "g h"), change(None, "q")]);
        let of = |action| keymap.sequences(action).collect::<Vec<_>>().join(", ");
        assert_eq!(of(Action::Help), "g h");
        assert_eq!(of(Action::Top), "Home");
        assert_eq!(of(Action::Quit), "Ctrl-c");
        assert_eq!(of(Action::Down), "j, ↓");
    }

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
                    assert!(!clash(keys, other), "{action:?} and {also:?}");
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
        assert_eq!(press_all("0%"), Press::Action(Action::Percent, Some(0)));
        assert_eq!(press_all("j"), Press::Action(Action::Down, None));
    }

    #[test]
    fn a_sequence_waits_for_its_end() {
        assert_eq!(press_all("'"), Press::Pending);
        assert_eq!(press_all("''"), Press::Action(Action::LastPlace, None));
        assert_eq!(press_all("'é"), Press::Unbound);
    }

    #[test]
    fn a_binding_may_end_in_any_letter() {
        let mut keymap = Keymap::default();
        for key in ['m', 'Q'] {
            if let Press::Action(action, None) = keymap.press(Key::char(key)) {
                assert_eq!((action, keymap.letter()), (Action::SetMark, Some('Q')));
            }
        }
        assert_eq!(press_all("m1"), Press::Unbound);
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
