//! Opens a link in another program, or says where it leads where there is none to open it.
//!
//! No shell is between, the program is not ours to wait for, and it has no part of the terminal.

use super::run::Input;
use super::{clipboard, environment};
use crate::app::Message;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;

/// Stands for the link among the arguments of a configured program.
const PLACE: &str = "{}";

/// Opens `link`; what the reader is told. Where nothing here can open it, it is copied.
pub fn open(
    link: &str,
    configured: &[String],
    copy_command: &[String],
    inbox: &Sender<Input>,
) -> io::Result<String> {
    for mut command in commands(link, configured, environment::browsers()) {
        let name = command.get_program().display().to_string();
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // A Ctrl-c or a hang-up of our terminal is none of its business.
        command.process_group(0);
        match command.spawn() {
            Ok(mut child) => {
                let (inbox, told) = (inbox.clone(), format!("{name} could not open {link}"));
                let wait = move || {
                    let status = child.wait();
                    if let Some(status) = status.ok().filter(|status| !status.success()) {
                        let told = format!("{told} ({status})");
                        let _ = inbox.send(Input::Message(Message::Told(told)));
                    }
                };
                thread::Builder::new().name("open".to_owned()).spawn(wait)?;
                return Ok(format!("{link} given to {name}"));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Ok(format!("{name}: {error}")),
        }
    }
    let copied = clipboard::send(link, copy_command, link, inbox)?;
    Ok(format!("no browser here: {copied}"))
}

/// The programs to try, one after the other: the configured one, else those of `$BROWSER`, else
/// those of the system, if it has a screen of its own.
fn commands(link: &str, configured: &[String], browsers: Vec<String>) -> Vec<Command> {
    if !configured.is_empty() {
        return with_link(configured, PLACE, link).into_iter().collect();
    }
    if !browsers.is_empty() {
        let words =
            |line: &String| -> Vec<String> { line.split_whitespace().map(str::to_owned).collect() };
        return browsers.iter().filter_map(|line| with_link(&words(line), "%s", link)).collect();
    }
    if environment::has_screen() { system_open::commands(link) } else { Vec::new() }
}

/// A program with the link among its arguments, or behind them.
fn with_link(words: &[String], place: &str, link: &str) -> Option<Command> {
    let (program, arguments) = words.split_first()?;
    let mut command = Command::new(program);
    let has_place = arguments.iter().any(|argument| argument.contains(place));
    command.args(arguments.iter().map(|argument| argument.replace(place, link)));
    if !has_place {
        command.arg(link);
    }
    Some(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(configured: &[&str], browsers: &[&str], expected: &[&str]) {
        let owned =
            |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let link = "https://example.org/?a=1&b=$(c)";
        let all = commands(link, &owned(configured), owned(browsers));
        let shown: Vec<String> = all
            .iter()
            .map(|command| {
                let words = std::iter::once(command.get_program()).chain(command.get_args());
                words.map(|word| word.display().to_string()).collect::<Vec<_>>().join("|")
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_link_is_one_argument_whatever_is_in_it() {
        check(&["firefox"], &[], &["firefox|https://example.org/?a=1&b=$(c)"]);
        check(&["x", "-u={}"], &["y"], &["x|-u=https://example.org/?a=1&b=$(c)"]);
    }

    #[test]
    fn browsers_are_tried_in_their_order() {
        check(
            &[],
            &["lynx -x %s", "w3m"],
            &["lynx|-x|https://example.org/?a=1&b=$(c)", "w3m|https://example.org/?a=1&b=$(c)"],
        );
    }
}
