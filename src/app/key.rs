//! Keys, as this program names them: independent of the library that reads them.

use std::fmt;

/// What was pressed, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, as typed: capital with Shift.
    Char(char),
    /// Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Tab with Shift.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Cursor up.
    Up,
    /// Cursor down.
    Down,
    /// Cursor left.
    Left,
    /// Cursor right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
    /// In a binding, any letter without an accent: the action takes it.
    Letter,
}

/// A key with its modifiers. Shift counts for named keys only; a character carries its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// Control was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
    /// Shift was held.
    pub shift: bool,
}

impl Key {
    /// The key without modifiers.
    pub const fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character without modifiers.
    pub const fn char(character: char) -> Self {
        Self::plain(Code::Char(character))
    }

    /// Whether this key of a binding is the one that was typed.
    pub fn is_met_by(self, typed: Self) -> bool {
        match (self.code, typed.code) {
            (Code::Letter, Code::Char(character)) => {
                typed == Self::char(character) && character.is_ascii_alphabetic()
            }
            _ => self == typed,
        }
    }

    /// Reads the notation of the key table: `j`, `Space`, `Ctrl-f`, `Alt-Up`, `Shift-Down`, `F1`.
    pub fn parse(notation: &str) -> Option<Self> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = notation;
        loop {
            let (flag, after) = if let Some(after) = rest.strip_prefix("Ctrl-") {
                (&mut key.ctrl, after)
            } else if let Some(after) = rest.strip_prefix("Alt-") {
                (&mut key.alt, after)
            } else if let Some(after) = rest.strip_prefix("Shift-") {
                (&mut key.shift, after)
            } else {
                break;
            };
            *flag = true;
            rest = after;
        }
        key.code = Code::parse(rest)?;
        if key.code == Code::Tab && key.shift {
            (key.code, key.shift) = (Code::BackTab, false);
        }
        Some(key)
    }

    /// Why no terminal sends this key, if none does; what to write instead.
    pub fn refusal(self) -> Option<&'static str> {
        match self.code {
            Code::Char(_) if self.shift => {
                Some("write a capital letter, such as `A`, without Shift-")
            }
            Code::Char('A'..='Z') if self.ctrl => Some("Ctrl- goes with a small letter"),
            Code::Char('i') if self.ctrl => Some("terminals send Tab for it; write `Tab`"),
            Code::Char('m') if self.ctrl => Some("terminals send Enter for it; write `Enter`"),
            Code::Char('[') if self.ctrl => Some("terminals send Esc for it; write `Esc`"),
            _ => None,
        }
    }
}

impl Code {
    fn parse(name: &str) -> Option<Self> {
        let known = NAMES.iter().chain(OTHER_NAMES).find(|(_, known)| *known == name);
        if let Some((code, _)) = known {
            return Some(*code);
        }
        if let Some(number) = name.strip_prefix('F').and_then(|number| number.parse().ok()) {
            return Some(Self::F(number)).filter(|_| (1..=24).contains(&number));
        }
        let mut characters = name.chars();
        match (characters.next(), characters.next()) {
            (Some(character), None) => Some(Self::Char(character)),
            _ => None,
        }
    }
}

const NAMES: &[(Code, &str)] = &[
    (Code::Char(' '), "Space"),
    (Code::Enter, "Enter"),
    (Code::Esc, "Esc"),
    (Code::Tab, "Tab"),
    (Code::BackTab, "S-Tab"),
    (Code::Backspace, "Backspace"),
    (Code::Delete, "Delete"),
    (Code::Up, "↑"),
    (Code::Down, "↓"),
    (Code::Left, "←"),
    (Code::Right, "→"),
    (Code::Home, "Home"),
    (Code::End, "End"),
    (Code::PageUp, "PgUp"),
    (Code::PageDown, "PgDn"),
    (Code::Letter, "letter"),
];

/// What else they may be called by whoever writes them.
const OTHER_NAMES: &[(Code, &str)] = &[
    (Code::Enter, "Return"),
    (Code::Esc, "Escape"),
    (Code::BackTab, "BackTab"),
    (Code::Delete, "Del"),
    (Code::Up, "Up"),
    (Code::Down, "Down"),
    (Code::Left, "Left"),
    (Code::Right, "Right"),
    (Code::PageUp, "PageUp"),
    (Code::PageDown, "PageDown"),
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (is_held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if is_held {
                f.write_str(name)?;
            }
        }
        match self.code {
            Code::F(number) => write!(f, "F{number}"),
            Code::Char(character) if character != ' ' => write!(f, "{character}"),
            code => match NAMES.iter().find(|(known, _)| *known == code) {
                Some((_, name)) => f.write_str(name),
                None => Ok(()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notation_round_trips() {
        for notation in ["j", "G", "Space", "Ctrl-f", "Alt-↑", "Shift-↓", "F1", "S-Tab", "-", "<"]
        {
            assert_eq!(Key::parse(notation).unwrap().to_string(), notation);
        }
    }

    #[test]
    fn arrows_may_be_spelled_out() {
        assert_eq!(Key::parse("Alt-Up"), Key::parse("Alt-↑"));
        assert_eq!(Key::parse("Shift-Tab"), Key::parse("S-Tab"));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        assert_eq!(Key::parse("F0"), None);
        assert_eq!(Key::parse("Hyper-x"), None);
        assert_eq!(Key::parse(""), None);
    }
}
