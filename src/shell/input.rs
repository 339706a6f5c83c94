//! Terminal events to messages, on a thread that blocks until there is one.

use super::run::Input;
use crate::app::{Code, Key, Message, Shade};
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use std::sync::mpsc::Sender;
use std::thread;

/// Asks the terminal for the color of its page (OSC 11).
pub const ASK_BACKGROUND: &str = "\x1b]11;?\x1b\\";

/// Reads events and sends them as messages until nobody listens or the terminal is gone.
pub fn listen(inbox: Sender<Input>) -> std::io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        let mut answer = Answer::default();
        loop {
            let Ok(event) = event::read() else {
                let _ = inbox.send(Input::HungUp);
                return;
            };
            let message = match event {
                Event::Key(key) if key.kind != KeyEventKind::Release => {
                    match key_of(key).map(|key| answer.take(key)) {
                        Some(Taken::Key(key)) => Message::Key(key),
                        Some(Taken::Answer(shade)) => Message::Background(shade),
                        Some(Taken::Part) | None => continue,
                    }
                }
                Event::Paste(text) => Message::Paste(text),
                Event::Resize(..) => Message::Resized,
                Event::Mouse(event) => {
                    if inbox.send(Input::Mouse(event)).is_err() {
                        return;
                    }
                    continue;
                }
                _ => continue,
            };
            if inbox.send(Input::Message(message)).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

fn key_of(event: KeyEvent) -> Option<Key> {
    let code = match event.code {
        KeyCode::Char(character) => Code::Char(character),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(number) => Code::F(number),
        _ => return None,
    };
    let is_shift_told = !matches!(code, Code::Char(_) | Code::BackTab);
    Some(Key {
        code,
        ctrl: event.modifiers.contains(KeyModifiers::CONTROL),
        alt: event.modifiers.contains(KeyModifiers::ALT),
        shift: is_shift_told && event.modifiers.contains(KeyModifiers::SHIFT),
    })
}

/// The answer to [`ASK_BACKGROUND`], which arrives as if it were typed: `Alt-]`, then
/// `11;rgb:RRRR/GGGG/BBBB`, then `Alt-\` or `Ctrl-g`. It may come late, or never.
#[derive(Debug, Default)]
struct Answer(Option<String>);

/// What a key was.
#[derive(Debug, PartialEq, Eq)]
enum Taken {
    Key(Key),
    Answer(Shade),
    Part,
}

/// No answer is longer.
const LONGEST_ANSWER: usize = 40;

impl Answer {
    fn take(&mut self, key: Key) -> Taken {
        let is_alt = key.alt && !key.ctrl;
        let Some(text) = &mut self.0 else {
            if is_alt && key.code == Code::Char(']') {
                self.0 = Some(String::new());
                return Taken::Part;
            }
            return Taken::Key(key);
        };
        let is_end = (is_alt && key.code == Code::Char('\\'))
            || (key.ctrl && matches!(key.code, Code::Char('g' | 'G')));
        if is_end {
            let shade = shade_of(text);
            self.0 = None;
            return shade.map_or(Taken::Part, Taken::Answer);
        }
        match key.code {
            Code::Char(character) if !key.ctrl && is_answer(text, character) => {
                text.push(character);
                Taken::Part
            }
            _ => {
                self.0 = None;
                Taken::Key(key)
            }
        }
    }
}

/// Whether `next` goes on with an answer; what a reader types after `Alt-]` hardly ever does.
fn is_answer(text: &str, next: char) -> bool {
    const HEAD: &str = "11;rgb:";
    match HEAD.chars().nth(text.len()) {
        Some(expected) => next == expected,
        None => text.len() < LONGEST_ANSWER && (next == '/' || next.is_ascii_hexdigit()),
    }
}

/// Light or dark, by the luminance of `11;rgb:RRRR/GGGG/BBBB`.
fn shade_of(answer: &str) -> Option<Shade> {
    let colors = answer.strip_prefix("11;rgb:")?;
    let mut channels = colors.split('/').map(|channel| {
        let value = u32::from_str_radix(channel, 16).ok()?;
        let most = 16u32.checked_pow(channel.len() as u32)? - 1;
        Some(f64::from(value) / f64::from(most.max(1)))
    });
    let mut next = || channels.next().flatten();
    let luminance = 0.2126 * next()? + 0.7152 * next()? + 0.0722 * next()?;
    Some(if luminance > 0.5 { Shade::Light } else { Shade::Dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alt(character: char) -> Key {
        Key { alt: true, ..Key::char(character) }
    }

    fn take_all(answer: &mut Answer, text: &str) -> Vec<Taken> {
        text.chars().map(|character| answer.take(Key::char(character))).collect()
    }

    #[test]
    fn an_answer_is_no_key() {
        let mut answer = Answer::default();
        assert_eq!(answer.take(alt(']')), Taken::Part);
        let taken = take_all(&mut answer, "11;rgb:fdfd/fcfc/f8f8");
        assert!(taken.iter().all(|taken| *taken == Taken::Part));
        assert_eq!(answer.take(alt('\\')), Taken::Answer(Shade::Light));
        assert_eq!(answer.take(Key::char('q')), Taken::Key(Key::char('q')));
    }

    #[test]
    fn short_channels_and_the_bell_are_understood() {
        let mut answer = Answer::default();
        answer.take(alt(']'));
        take_all(&mut answer, "11;rgb:1c/1c/1c");
        let bell = Key { ctrl: true, ..Key::char('g') };
        assert_eq!(answer.take(bell), Taken::Answer(Shade::Dark));
    }

    #[test]
    fn what_only_begins_like_an_answer_is_given_up() {
        let mut answer = Answer::default();
        for key in [Key::plain(Code::Esc), Key::char('q')] {
            answer.take(alt(']'));
            assert_eq!(answer.take(key), Taken::Key(key));
            assert_eq!(answer.take(Key::char('j')), Taken::Key(Key::char('j')));
        }
    }
}
