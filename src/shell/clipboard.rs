//! Sends text to the clipboard: through the terminal (OSC 52), then through a configured program.
//!
//! Neither tells whether a paste will bring the text back, so what is said claims no more than what
//! was done.

use super::run::Input;
use crate::app::Message;
use crossterm::clipboard::CopyToClipboard;
use std::io::{self, Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// The longest sequence that terminals are known to take; many drop a longer one without a word.
const MOST_SEQUENCE: usize = 74_994;
/// How much text that is: base64 makes four bytes of three, and the sequence has ends.
const MOST_BYTES: usize = (MOST_SEQUENCE - 16) / 4 * 3;

/// A program that has not ended after this time is ended: it holds no clipboard.
const PATIENCE: Duration = Duration::from_secs(3);
/// How often it is looked at.
const PAUSE: Duration = Duration::from_millis(10);

/// Sends `text`; what the reader is told of `what`. The configured program runs on its own thread,
/// which tells its end as a message.
pub fn send(
    text: &str,
    command: &[String],
    what: &str,
    inbox: &Sender<Input>,
) -> io::Result<String> {
    let size = size_words(text);
    let fits = text.len() <= MOST_BYTES;
    let mut told = if fits {
        crossterm::execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))?;
        format!("{what} sent to the terminal’s clipboard (OSC 52), {size}")
    } else {
        format!("{what} is too long for the terminal: {} KB", text.len() / 1000)
    };
    let Some(program) = command.first() else {
        if !fits {
            told += "; set copy-command";
        }
        return Ok(told);
    };
    let (before, text, command, inbox) =
        (told.clone(), text.to_owned(), command.to_vec(), inbox.clone());
    let run = move || {
        let told = match run(&command, &text) {
            Ok(()) => format!("{before}; given to {}", command[0]),
            Err(why) => format!("{before}; {}: {why}", command[0]),
        };
        let _ = inbox.send(Input::Message(Message::Told(told)));
    };
    thread::Builder::new().name("copy".to_owned()).spawn(run)?;
    Ok(format!("{told}; running {program}"))
}

fn size_words(text: &str) -> String {
    match text.chars().count() {
        1 => "1 character".to_owned(),
        n => format!("{n} characters"),
    }
}

/// Runs a program with `text` as its input, until it ends.
///
/// No shell is between: the words of the command are its arguments as they are.
fn run(command: &[String], text: &str) -> Result<(), String> {
    let mut child = Command::new(&command[0])
        .args(&command[1..])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => "there is no such program".to_owned(),
            _ => error.to_string(),
        })?;
    let complaint = complaint(&mut child);
    if let Some(mut stdin) = child.stdin.take() {
        let text = text.to_owned();
        // A program that does not read would hold us for ever; its end is waited for below.
        thread::spawn(move || stdin.write_all(text.as_bytes()));
    }
    let end = Instant::now() + PATIENCE;
    loop {
        match child.try_wait().map_err(|error| error.to_string())? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => {
                // What it said last may still be on its way.
                let said = complaint.recv_timeout(Duration::from_millis(200)).unwrap_or_default();
                let first = said.lines().find(|line| !line.trim().is_empty());
                return Err(first.map_or_else(|| status.to_string(), str::to_owned));
            }
            None if Instant::now() >= end => {
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("did not end within {} seconds", PATIENCE.as_secs()));
            }
            None => thread::sleep(PAUSE),
        }
    }
}

/// What a program says on stderr. A program that goes on in the background keeps it open, so the
/// end is not waited for.
fn complaint(child: &mut Child) -> Receiver<String> {
    const MOST: u64 = 2000;
    let (sender, said) = channel();
    if let Some(stderr) = child.stderr.take() {
        thread::spawn(move || {
            let mut text = Vec::new();
            let _ = stderr.take(MOST).read_to_end(&mut text);
            let _ = sender.send(String::from_utf8_lossy(&text).into_owned());
        });
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(command: &[&str], text: &str, expected: Result<(), &str>) {
        let command: Vec<String> = command.iter().map(|word| (*word).to_owned()).collect();
        assert_eq!(run(&command, text), expected.map_err(str::to_owned));
    }

    #[test]
    fn a_program_gets_the_words_on_its_input() {
        check(&["grep", "-q", "^great; $power$"], "great; $power", Ok(()));
    }

    #[test]
    fn what_a_program_complains_of_is_told() {
        let script = "echo no display >&2; exit 1";
        check(&["sh", "-c", script], "words", Err("no display"));
        check(&["sh", "-c", "exit 3"], "words", Err("exit status: 3"));
        check(&["no-such-program-here"], "words", Err("there is no such program"));
    }

    #[test]
    fn a_program_that_reads_nothing_does_not_hold_us() {
        check(&["true"], &"words ".repeat(100_000), Ok(()));
    }
}
