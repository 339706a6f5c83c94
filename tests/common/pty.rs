//! The real binary in a pseudo-terminal, and the screen that it leaves.

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// A test that waits longer than this has failed.
const DEADLINE: Duration = Duration::from_secs(20);

/// A running dateline.
pub struct Program {
    pub child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    /// Every byte that was written.
    pub raw: Vec<u8>,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// A command for the binary, in an environment of its own, in which nothing is kept between runs
/// unless a test names a folder for it.
pub fn command(arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(arguments);
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    for name in ["NO_COLOR", "LC_ALL", "LC_CTYPE", "COLUMNS", "LINES"] {
        command.env_remove(name);
    }
    for (name, value) in
        [("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8")]
    {
        command.env(name, value);
    }
    // Nobody's own settings.
    command.env("XDG_CONFIG_HOME", concat!(env!("CARGO_TARGET_TMPDIR"), "/no-settings"));
    command.env("XDG_STATE_HOME", state_folder());
    command
}

/// An empty folder, for what one run of the program keeps.
pub fn state_folder() -> std::path::PathBuf {
    static N_MADE: AtomicUsize = AtomicUsize::new(0);
    let name = format!("state-{}-{}", std::process::id(), N_MADE.fetch_add(1, Ordering::Relaxed));
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("state").join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

impl Program {
    /// Starts the binary on a screen of 120x36.
    pub fn start(arguments: &[&str]) -> Self {
        Self::run(command(arguments), 120, 36)
    }

    /// Starts a command.
    pub fn run(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system().openpty(size(columns, rows)).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 65536];
            while let Ok(n @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..n].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            child,
            writer: pair.master.take_writer().unwrap(),
            master: pair.master,
            output,
            parser: vt100::Parser::new(rows.try_into().unwrap(), columns.try_into().unwrap(), 0),
            raw: Vec::new(),
        }
    }

    /// Types bytes.
    pub fn send(&mut self, bytes: &str) {
        self.writer.write_all(bytes.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.parser.screen_mut().set_size(rows.try_into().unwrap(), columns.try_into().unwrap());
        self.master.resize(size(columns, rows)).unwrap();
    }

    /// Waits until the screen shows `words`.
    #[track_caller]
    pub fn expect(&mut self, words: &str) {
        self.wait(|screen| screen.contents().contains(words), words);
    }

    /// Waits until the screen does not show `words`.
    #[track_caller]
    pub fn expect_gone(&mut self, words: &str) {
        self.wait(|screen| !screen.contents().contains(words), words);
    }

    #[track_caller]
    pub fn wait(&mut self, is_reached: impl Fn(&vt100::Screen) -> bool, what: &str) {
        let end = Instant::now() + DEADLINE;
        while !is_reached(self.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(_) => panic!("never came: {what}\n{}", self.parser.screen().contents()),
            }
        }
    }

    /// Takes what is written within a time.
    pub fn take_for(&mut self, time: Duration) {
        if let Ok(bytes) = self.output.recv_timeout(time) {
            self.take(&bytes);
        }
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// Waits for the end of the program, and for all that it wrote.
    pub fn finish(&mut self) -> ExitStatus {
        let end = Instant::now() + DEADLINE;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < end, "does not end");
            if let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(20)) {
                self.take(&bytes);
            }
        };
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(300)) {
            self.take(&bytes);
        }
        status
    }

    /// Sends a signal by its name.
    pub fn signal(&self, name: &str) {
        let pid = self.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill").args(["-s", name, &pid]).status().unwrap();
        assert!(sent.success());
    }

    /// Whether the alternate screen is left, the cursor shown, pasting and the modes are as before.
    #[track_caller]
    pub fn assert_restored(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is on");
        // The modes are given back after the screen; where the program is not waited for, that
        // may still be to come.
        let end = Instant::now() + DEADLINE;
        let modes = || echo_and_canonical(&self.master.get_termios().expect("it has modes"));
        while modes() != (true, true) && Instant::now() < end {
            let _ = self.output.recv_timeout(Duration::from_millis(20));
        }
        let (has_echo, is_canonical) = modes();
        assert!(has_echo, "no echo");
        assert!(is_canonical, "not canonical");
    }

    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.parser.process(bytes);
    }
}

/// The row and the column, from 1 on, at which `words` begin on the screen.
#[track_caller]
pub fn cell(program: &Program, words: &str) -> (usize, usize) {
    let contents = program.screen().contents();
    let found = contents
        .lines()
        .enumerate()
        .find_map(|(row, line)| Some((row + 1, line[..line.find(words)?].chars().count() + 1)));
    found.unwrap_or_else(|| panic!("not on the screen: {words}\n{contents}"))
}

/// A mouse event as terminals report it (SGR, 1006).
pub fn mouse(button: u8, (row, column): (usize, usize), is_release: bool) -> String {
    let end = if is_release { 'm' } else { 'M' };
    format!("\x1b[<{button};{column};{row}{end}")
}

/// Presses and releases the button at `words`.
pub fn click(program: &mut Program, words: &str) {
    let at = cell(program, words);
    program.send(&(mouse(0, at, false) + &mouse(0, at, true)));
}

/// Echo and canonical mode, read from the debug form: the type's crate is not ours to name.
fn echo_and_canonical(modes: &impl std::fmt::Debug) -> (bool, bool) {
    let text = format!("{modes:?}");
    let has = |flag: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == flag);
    (has("ECHO"), has("ICANON"))
}
