//! The only code that touches the world: terminal, files, threads, environment.

mod arguments;
mod environment;
mod input;
mod open;
mod print;
mod reading;
mod run;
mod screen;
mod signals;
mod terminal;
mod worker;

pub use screen::Screen;

use crate::app::{DEFAULT_MEASURE, Settings};
use crate::document::CleanText;
use anyhow::Context;
use arguments::{Arguments, Export};
use open::{Opened, Source};
use reading::Reading;
use std::io::{self, IsTerminal};
use std::process::ExitCode;

/// Something could not be done: one line on stderr.
const UNUSABLE: u8 = 2;

/// Runs the program for the arguments of the process.
pub fn run() -> ExitCode {
    let status = match arguments::parse(std::env::args_os()) {
        Ok(arguments) => start(&arguments),
        Err(arguments::Stop::Told(text)) => write(&text).map(|()| 0),
        Err(arguments::Stop::Wrong(line)) => return complain(&line),
    };
    match status {
        Ok(status) => ExitCode::from(u8::try_from(status).unwrap_or(1)),
        Err(error) => complain(&format!("{error:#}")),
    }
}

fn write(text: &str) -> anyhow::Result<()> {
    print::write(text).context("the output could not be written")
}

/// One line on stderr; nothing in it can command the terminal.
fn complain(line: &str) -> ExitCode {
    eprintln!("dateline: {}", CleanText::line(line));
    ExitCode::from(UNUSABLE)
}

fn start(arguments: &Arguments) -> anyhow::Result<i32> {
    let source = Source::of(arguments)?;
    let can_draw = io::stdout().is_terminal() && !environment::is_dumb();
    let is_read = can_draw && arguments.export.is_none() && !arguments.check;
    if let Some(head) = is_read.then(|| open::open_head(&source, arguments)).flatten() {
        return read(&source, arguments, head);
    }
    let opened = open::open(&source, arguments)?;
    if arguments.check {
        write(&print::check(source.name().as_str(), &opened)?)?;
        return Ok(i32::from(!opened.curated.unresolved.is_empty()));
    }
    if !is_read {
        let export = arguments.export.unwrap_or(Export::Text);
        print::export(export, &opened).context("the output could not be written")?;
        return Ok(0);
    }
    read(&source, arguments, opened)
}

fn read(source: &Source, arguments: &Arguments, opened: Opened) -> anyhow::Result<i32> {
    let settings = settings(source, arguments);
    let reading = Reading::new(source, arguments, &opened);
    let measure = arguments.measure.unwrap_or(DEFAULT_MEASURE);
    let mut app = reading.app(opened.document, settings, measure);
    if !opened.warnings.is_empty() {
        app.tell(&opened.warnings.join("; "));
    }
    run::run(app, reading)
}

fn settings(source: &Source, arguments: &Arguments) -> Settings {
    let (theme, has_chosen_theme) = environment::theme(arguments.theme);
    Settings {
        theme,
        has_chosen_theme,
        depth: environment::depth(),
        is_ascii: arguments.ascii || environment::is_ascii(),
        cite: arguments.cite.into(),
        name: source.name(),
    }
}
