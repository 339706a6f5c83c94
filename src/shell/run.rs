//! The loop: wait, take all that came, decide, act, draw.

use super::clipboard;
use super::files::Files;
use super::input::{self, ASK_BACKGROUND};
use super::keeper::{Job, Keeper};
use super::mouse::Clicks;
use super::opener;
use super::opening::Arrival;
use super::screen::Screen;
use super::signals;
use super::terminal::{Guard, Terminal};
use super::worker::Ticket;
use crate::app::{Effect, Message};
use anyhow::Context;
use crossterm::event::MouseEvent;
use crossterm::style::Print;
use signal_hook::consts::{SIGHUP, SIGTSTP};
use std::io::{self, BufWriter, Stdout};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

/// What the loop waits for.
#[derive(Debug)]
pub enum Input {
    /// Something for the program to decide.
    Message(Message),
    /// What was found in a file.
    Found(Ticket, Message),
    /// What was read of a file.
    Read(Ticket, Arrival),
    /// Something done with the mouse.
    Mouse(MouseEvent),
    /// A signal that ends the program.
    Signal(i32),
    /// The terminal is gone.
    HungUp,
    /// Another program asks us to stop.
    Stop,
    /// The shell has brought us back.
    Continued,
}

/// Whether the loop goes on.
enum Flow {
    On,
    /// With this exit status.
    Quit(i32),
}

/// Terminals answer within this time, or not at all.
const ANSWER_TIME: Duration = Duration::from_millis(40);
/// An answer that has not come after this time is not waited for.
const LATE: Duration = Duration::from_secs(1);

/// What is new and not saved otherwise is saved after this time.
const SAVE_EVERY: Duration = Duration::from_secs(5);
/// At the end, saving is waited for so long, and less than a signal waits for the end.
const SAVE_TIME: Duration = Duration::from_millis(900);

/// A frame is larger than the 8 KiB of a default buffer.
const FRAME_BYTES: usize = 64 << 10;

struct Reader<'a> {
    files: Files<'a>,
    terminal: Terminal,
    screen: Screen<BufWriter<Stdout>>,
    /// Where what happens elsewhere arrives.
    sender: Sender<Input>,
    /// When the terminal was asked for its page, until it answers.
    asked: Option<Instant>,
    /// The clicks of the mouse, of which two or three may belong together.
    clicks: Clicks,
    /// A search is to begin: once for all keys that have come, of which each has changed it.
    must_search: bool,
    /// What saves; `None` if nothing is kept.
    keeper: Option<Keeper>,
    /// When what is new is to be saved; `None` if nothing is.
    save_at: Option<Instant>,
}

/// Reads interactively until the reader quits; the exit status.
pub fn run(files: Files<'_>) -> anyhow::Result<i32> {
    let terminal = Terminal::default();
    terminal.restore_on_panic();
    let (sender, inbox) = channel();
    // A signal may come as soon as the terminal is taken.
    signals::watch(terminal.clone(), sender.clone())?;
    let _guard = Guard(&terminal);
    terminal.enter().context("this is no terminal to read in; try `dateline FILE | less`")?;
    let out = BufWriter::with_capacity(FRAME_BYTES, io::stdout());
    let storage = files.memory().storage().cloned();
    let keeper = storage.map(|storage| Keeper::start(storage, sender.clone())).transpose()?;
    let mut reader = Reader {
        files,
        terminal: terminal.clone(),
        screen: Screen::new(out),
        sender,
        asked: None,
        must_search: false,
        clicks: Clicks::default(),
        keeper,
        save_at: None,
    };
    reader.draw()?;
    input::listen(reader.sender.clone())?;
    if !reader.files.shown.app.settings.has_chosen_theme {
        crossterm::execute!(io::stdout(), Print(ASK_BACKGROUND))?;
        reader.asked = Some(Instant::now());
    }
    reader.files.shown.begin(&reader.sender);
    let status = reader.read(&inbox);
    reader.save_all(&inbox);
    if reader.asked.is_some_and(|at| at.elapsed() < LATE) {
        take_answer(&inbox);
    }
    terminal.leave();
    for why in reader.files.last_words().into_iter().chain(reader.files.keep_form()) {
        super::complain(&why);
    }
    // Whoever quits does not wait until a gigabyte is given back piece by piece.
    std::mem::forget(reader);
    status
}

impl Reader<'_> {
    fn read(&mut self, inbox: &Receiver<Input>) -> anyhow::Result<i32> {
        loop {
            // What was put off is done a part at a time, and waits for whatever else comes.
            let first = match self.files.shown.app.is_unfinished() {
                true => inbox.try_recv().unwrap_or(Input::Message(Message::GoOn)),
                false => match self.next(inbox) {
                    Some(first) => first,
                    None => return Ok(0),
                },
            };
            // A burst of keys is one frame.
            let mut next = Some(first);
            while let Some(input) = next {
                if let Flow::Quit(status) = self.take(input)? {
                    return Ok(status);
                }
                next = inbox.try_recv().ok();
            }
            self.begin_search();
            self.draw()?;
            match self.save_at {
                Some(at) if at <= Instant::now() => self.save_new(),
                None if self.files.has_new() => self.save_at = Some(Instant::now() + SAVE_EVERY),
                _ => {}
            }
        }
    }

    /// Waits for what comes next, and saves meanwhile what is new. Where nothing is, nothing wakes.
    fn next(&mut self, inbox: &Receiver<Input>) -> Option<Input> {
        if let Some(at) = self.save_at {
            match inbox.recv_timeout(at.saturating_duration_since(Instant::now())) {
                Ok(input) => return Some(input),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => self.save_new(),
            }
        }
        inbox.recv().ok()
    }

    fn save_new(&mut self) {
        let jobs = self.files.saves(false);
        self.keep(jobs);
    }

    fn begin_search(&mut self) {
        if std::mem::take(&mut self.must_search) {
            let shown = &mut self.files.shown;
            shown.reading.search(&shown.app, &self.sender);
        }
    }

    fn keep(&mut self, jobs: impl IntoIterator<Item = Job>) {
        self.save_at = None;
        if let Some(keeper) = &self.keeper {
            jobs.into_iter().for_each(|job| keeper.save(job));
        }
    }

    /// Saves what is new in all files, and waits until that is done, though not for ever.
    fn save_all(&mut self, inbox: &Receiver<Input>) {
        let end = Instant::now() + SAVE_TIME;
        // What came while a save ran is saved after it.
        for _ in 0..2 {
            let jobs = self.files.saves(true);
            self.keep(jobs);
            while self.files.is_saving() {
                let left = end.saturating_duration_since(Instant::now());
                let Ok(input) = inbox.recv_timeout(left) else { return };
                if let Input::Message(message) = input
                    && matches!(message, Message::Saved { .. } | Message::NotSaved { .. })
                {
                    self.update(message);
                }
            }
        }
    }

    /// Gives a message to its file, and saves what that asks for.
    fn update(&mut self, message: Message) -> Vec<Effect> {
        let number = match &message {
            Message::Saved { file, .. } | Message::NotSaved { file, .. } => *file,
            _ => self.files.shown.app.settings.file.number,
        };
        let (saves, others): (Vec<Effect>, Vec<Effect>) = self
            .files
            .update(message)
            .into_iter()
            .partition(|effect| matches!(effect, Effect::Save(_)));
        let jobs: Vec<Job> =
            saves.into_iter().filter_map(|save| self.files.job(number, save)).collect();
        if !jobs.is_empty() {
            self.keep(jobs);
        }
        others
    }

    fn take(&mut self, input: Input) -> anyhow::Result<Flow> {
        match input {
            Input::Message(message) => {
                if matches!(message, Message::Background(_)) {
                    self.asked = None;
                }
                if matches!(message, Message::Resized) {
                    // Even where the last of several sizes is the first one, the terminal has
                    // cut what stood outside the others.
                    self.screen.forget();
                }
                for effect in self.update(message) {
                    if effect == Effect::Quit {
                        return Ok(Flow::Quit(0));
                    }
                    self.perform(effect)?;
                }
            }
            Input::Found(ticket, message) => self.files.find(&ticket, message, &self.sender),
            Input::Read(ticket, arrival) => self.files.read(&ticket, arrival, &self.sender),
            Input::Mouse(event) => {
                if let Some(message) = self.clicks.message(event, &self.screen.panes) {
                    return self.take(Input::Message(message));
                }
            }
            Input::Signal(signal) => return Ok(Flow::Quit(128 + signal)),
            Input::HungUp => return Ok(Flow::Quit(128 + SIGHUP)),
            Input::Stop => self.suspend()?,
            Input::Continued => {
                // Whoever stopped us may have changed the terminal's modes.
                self.terminal.retake()?;
                self.screen.forget();
            }
        }
        Ok(Flow::On)
    }

    fn perform(&mut self, effect: Effect) -> anyhow::Result<()> {
        match effect {
            Effect::Copy { text, what } => {
                let app = &mut self.files.shown.app;
                let told = clipboard::send(&text, &app.settings.copy_command, &what, &self.sender)?;
                app.tell(&told);
            }
            Effect::Open(link) => {
                let settings = &self.files.shown.app.settings;
                let (open, copy) = (&settings.open_command, &settings.copy_command);
                let told = opener::open(&link, open, copy, &self.sender)?;
                self.files.shown.app.tell(&told);
            }
            Effect::CaptureMouse(is_wanted) => self.terminal.capture_mouse(is_wanted)?,
            Effect::Redraw => {
                panic_if_asked();
                self.screen.forget();
            }
            Effect::Suspend => self.suspend()?,
            Effect::Reload => {
                let shown = &mut self.files.shown;
                if let Err(why) = shown.reading.reopen(&mut shown.app, &self.sender) {
                    shown.app.tell(&why);
                }
            }
            Effect::Search => self.must_search = true,
            Effect::LookAgain => {
                let shown = &mut self.files.shown;
                shown.reading.look_again(&mut shown.app, &self.sender);
            }
            Effect::OtherFile(steps) => {
                self.begin_search();
                self.save_new();
                if self.files.step(steps) {
                    self.files.shown.begin(&self.sender);
                }
            }
            // Saved where it is known of which file it is.
            Effect::Save(_) | Effect::Quit => {}
        }
        Ok(())
    }

    /// Gives the terminal back and stops; the signal that brings us back redraws.
    fn suspend(&mut self) -> anyhow::Result<()> {
        self.terminal.leave();
        signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
        self.terminal.enter()?;
        self.screen.forget();
        Ok(())
    }

    fn draw(&mut self) -> anyhow::Result<()> {
        let (columns, rows) = crossterm::terminal::size().unwrap_or((80, 24));
        let shown = &mut self.files.shown;
        self.screen.draw(&mut shown.app, columns, rows)?;
        shown.reading.tell_place(shown.app.article.place());
        Ok(())
    }
}

/// Waits a moment for the terminal's answer, which would otherwise be typed into the shell.
fn take_answer(inbox: &Receiver<Input>) {
    let end = Instant::now() + ANSWER_TIME;
    while let Ok(input) = inbox.recv_timeout(end.saturating_duration_since(Instant::now())) {
        if matches!(input, Input::Message(Message::Background(_)) | Input::HungUp) {
            return;
        }
    }
}

/// Panics where a test asks for it, in builds for tests: the terminal must come back even so.
fn panic_if_asked() {
    if cfg!(debug_assertions) && std::env::var_os("DATELINE_PANIC").is_some() {
        panic!("as asked by a test");
    }
}
