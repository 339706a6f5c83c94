//! Signals, and the terminal's death, as inputs of the loop.

use super::run::Input;
use super::terminal::Terminal;
use rustix::event::{PollFd, PollFlags, poll};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

/// A loop that has not ended this long after it was told to is ended from outside.
const PATIENCE: Duration = Duration::from_secs(1);

/// Sends signals to the loop; blocks in between.
pub fn watch(terminal: Terminal, inbox: Sender<Input>) -> std::io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    let hangup = inbox.clone();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in &mut signals {
            let input = match signal {
                SIGTSTP => Input::Stop,
                SIGCONT => Input::Continued,
                _ => Input::Signal(signal),
            };
            let is_end = matches!(input, Input::Signal(_));
            let _ = inbox.send(input);
            if is_end {
                thread::sleep(PATIENCE);
                terminal.leave();
                std::process::exit(128 + signal);
            }
        }
    })?;
    thread::Builder::new().name("hangup".to_owned()).spawn(move || watch_hangup(&hangup))?;
    Ok(())
}

/// Waits until the terminal is gone, which reading it would not tell.
fn watch_hangup(inbox: &Sender<Input>) {
    let Ok(tty) = std::fs::File::open("/dev/tty") else { return };
    loop {
        // No event is asked for: only a hang-up or an error is told.
        let mut wait = [PollFd::new(&tty, PollFlags::empty())];
        match poll(&mut wait, None) {
            Ok(_) if wait[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) => {
                let _ = inbox.send(Input::HungUp);
                return;
            }
            // Where terminals cannot be waited for, a signal tells of a hang-up, or nothing does.
            Ok(_) if wait[0].revents().contains(PollFlags::NVAL) => return,
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(_) => return,
        }
    }
}
