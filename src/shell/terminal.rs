//! Takes the terminal over and gives it back, whatever happens.

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste};
use crossterm::style::Print;
use crossterm::terminal::{
    DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// The terminal, taken or given back. Clones share that state, for signals and panics.
#[derive(Debug, Clone, Default)]
pub struct Terminal {
    is_taken: Arc<AtomicBool>,
    /// The mouse is taken too, whenever the terminal is.
    has_mouse: Arc<AtomicBool>,
}

/// Buttons, drags and the wheel, in the form that has no limit of columns. What crossterm sends
/// asks for every movement of the mouse too, which nobody here looks at.
const CAPTURE_MOUSE: &str = "\x1b[?1000h\x1b[?1002h\x1b[?1006h";

impl Terminal {
    /// Raw mode, the alternate screen, pasted text told from typed, rows that end at the
    /// edge, no cursor.
    pub fn enter(&self) -> io::Result<()> {
        enable_raw_mode()?;
        self.is_taken.store(true, Ordering::SeqCst);
        let entered = crossterm::execute!(
            io::stdout(),
            EnterAlternateScreen,
            EnableBracketedPaste,
            // What is wider in a terminal than was reckoned does not go on in the next row.
            DisableLineWrap,
            Hide
        );
        let entered =
            entered.and_then(|()| self.capture_mouse(self.has_mouse.load(Ordering::SeqCst)));
        if entered.is_err() {
            self.leave();
        }
        entered
    }

    /// Takes the mouse, or gives it back.
    pub fn capture_mouse(&self, is_wanted: bool) -> io::Result<()> {
        match (is_wanted, self.has_mouse.swap(is_wanted, Ordering::SeqCst)) {
            (true, _) => crossterm::execute!(io::stdout(), Print(CAPTURE_MOUSE)),
            (false, true) => crossterm::execute!(io::stdout(), DisableMouseCapture),
            (false, false) => Ok(()),
        }
    }

    /// Takes it over again after a stop, in which the shell may have changed its modes.
    pub fn retake(&self) -> io::Result<()> {
        disable_raw_mode()?;
        self.enter()
    }

    /// Gives the terminal back as it was. Any number of calls do it once; none of them fails,
    /// because there is nobody left to tell.
    pub fn leave(&self) {
        if !self.is_taken.swap(false, Ordering::SeqCst) {
            return;
        }
        let mut out = io::stdout();
        if self.has_mouse.load(Ordering::SeqCst) {
            let _ = crossterm::execute!(out, DisableMouseCapture);
        }
        let _ = crossterm::execute!(
            out,
            EndSynchronizedUpdate,
            Show,
            EnableLineWrap,
            DisableBracketedPaste,
            LeaveAlternateScreen
        );
        let _ = out.flush();
        let _ = disable_raw_mode();
    }

    /// Gives the terminal back before a panic is told; a panic outside the main thread and the
    /// workers, which catch theirs, ends the program.
    pub fn restore_on_panic(&self) {
        let terminal = self.clone();
        let tell = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let thread = std::thread::current();
            if thread.name() == Some(super::worker::NAME) {
                return;
            }
            terminal.leave();
            tell(panic);
            if thread.name() != Some("main") {
                std::process::exit(101);
            }
        }));
    }
}

/// Gives the terminal back when it goes, however the loop ends.
#[derive(Debug)]
pub struct Guard<'a>(pub &'a Terminal);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.leave();
    }
}
