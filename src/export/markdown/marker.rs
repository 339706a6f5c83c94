//! What items of lists begin with, in the text and in Markdown.

/// What an item is one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// A list with bullets.
    Bullets,
    /// The number of the item, and the sign behind it.
    Numbers(u64, char),
    /// Footnotes.
    Footnotes,
}

impl List {
    /// Whether the item after this one in the same list is `next`.
    pub fn goes_on_with(self, next: Self) -> bool {
        match (self, next) {
            (Self::Numbers(before, sign), Self::Numbers(number, next)) => {
                sign == next && before.checked_add(1) == Some(number)
            }
            _ => self == next,
        }
    }

    /// Whether a list of these would swallow the next one if nothing stood between them.
    pub fn swallows(self, next: Self) -> bool {
        match (self, next) {
            (Self::Numbers(_, sign), Self::Numbers(_, next)) => sign == next,
            _ => false,
        }
    }

    /// Whether a list may begin with this item right under a line of words.
    pub fn may_interrupt(self) -> bool {
        matches!(self, Self::Bullets | Self::Numbers(1, _))
    }
}

/// What an item begins with, in the text and in Markdown.
pub struct Marker {
    /// Bytes of it in the text.
    pub length: usize,
    /// As Markdown writes it.
    pub sign: String,
    /// By how much the item's further blocks are set in.
    pub columns: usize,
    /// What it makes its item.
    pub list: List,
    /// No words follow it.
    pub is_lone: bool,
}

impl Marker {
    /// The marker of an item, if Markdown has one like it.
    pub fn of_item(text: &str) -> Option<Self> {
        let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
        let bullet = match first {
            "•" | "◦" | "▪" | "-" | "*" | "–" | "+" | "·" | "‣" | "●" | "○" | "■" | "o" => {
                Some("- ")
            }
            "☑" => Some("- [x] "),
            "☐" => Some("- [ ] "),
            _ => None,
        };
        if let Some(sign) = bullet {
            let (length, sign) = (first.len() + 1, sign.to_owned());
            let is_lone = rest.is_empty();
            return Some(Marker { length, sign, columns: 2, list: List::Bullets, is_lone });
        }
        let sign = first.chars().next_back().filter(|sign| matches!(sign, '.' | ')'))?;
        let digits = &first[..first.len() - 1];
        let number: u64 = digits.parse().ok().filter(|number: &u64| *number < 1_000_000_000)?;
        // A number with zeros before it would lose them.
        if number.to_string() != digits {
            return None;
        }
        let (task, n_bytes) = match rest.split_once(' ') {
            Some(("☑", words)) if !words.is_empty() => ("[x] ", "☑ ".len()),
            Some(("☐", words)) if !words.is_empty() => ("[ ] ", "☐ ".len()),
            _ => ("", 0),
        };
        Some(Marker {
            length: first.len() + 1 + n_bytes,
            sign: format!("{first} {task}"),
            columns: first.len() + 1,
            list: List::Numbers(number, sign),
            is_lone: rest.is_empty(),
        })
    }
}
