//! The only code that touches the world: terminal, files, threads, environment.

mod arguments;
mod clipboard;
mod config;
mod environment;
mod files;
mod generate;
mod input;
mod keeper;
mod memory;
mod mouse;
mod open;
mod opener;
mod opening;
mod paint;
mod print;
mod reading;
mod run;
mod screen;
mod searching;
mod signals;
pub mod storage;
mod stream;
mod terminal;
mod worker;

pub use screen::Screen;

use crate::document::CleanText;
use crate::export::Style;
use anyhow::Context;
use arguments::{Arguments, Export, Generated};
use config::Config;
use files::Files;
use memory::Memory;
use open::{Opened, Source};
use std::io::{self, IsTerminal};
use std::process::ExitCode;

/// Something could not be done: one line on stderr.
const UNUSABLE: i32 = 2;
/// What is said before the system's reason.
const UNWRITTEN: &str = "the output could not be written";

/// Runs the program for the arguments of the process.
pub fn run() -> ExitCode {
    let status = match arguments::parse(std::env::args_os()) {
        Ok(arguments) => start(arguments),
        Err(arguments::Stop::Told(text)) => write(&text).map(|()| 0),
        Err(arguments::Stop::Wrong(line)) => Ok(complain(&line)),
    };
    let status = status.unwrap_or_else(|error| {
        // Whoever reads the output may stop doing so.
        if is_broken_pipe(&error) { 0 } else { complain(&format!("{error:#}")) }
    });
    ExitCode::from(u8::try_from(status).unwrap_or(1))
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
    causes.any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

fn write(text: &str) -> anyhow::Result<()> {
    print::write(text).context(UNWRITTEN)
}

/// One line on stderr, in which nothing can command the terminal.
fn warn(line: &str) {
    eprintln!("dateline: {}", CleanText::line(line));
}

/// The same of what cannot be done; the exit status.
fn complain(line: &str) -> i32 {
    warn(line);
    UNUSABLE
}

fn start(mut arguments: Arguments) -> anyhow::Result<i32> {
    if let Some(what) = arguments.generate {
        return print_generated(what, &arguments);
    }
    if arguments.print_config || arguments.print_keys {
        return print_settings(&arguments);
    }
    let sources = Source::all(&arguments)?;
    let can_draw = io::stdout().is_terminal() && !environment::is_dumb();
    if !can_draw || arguments.export.is_some() || arguments.check {
        return print(&sources, &arguments);
    }
    let (config, problems) = Config::load(&arguments)?;
    arguments.config = config;
    match Files::open(&sources, &arguments) {
        Ok(mut files) => {
            files.tell_first(&problems);
            run::run(files)
        }
        Err(refusals) => {
            for refusal in &refusals {
                complain(refusal);
            }
            Ok(UNUSABLE)
        }
    }
}

/// Prints what is generated, the man page with the keys in force; 1 if there is something wrong in
/// the settings.
fn print_generated(what: Generated, arguments: &Arguments) -> anyhow::Result<i32> {
    let (config, problems) = match what {
        Generated::Man => Config::load(arguments)?,
        _ => (Config::default(), Vec::new()),
    };
    write(&generate::generated(what, &config.keymap)?)?;
    Ok(complain_of(&problems))
}

/// Prints the settings in force; 1 if there is something wrong in the file, which is told.
fn print_settings(arguments: &Arguments) -> anyhow::Result<i32> {
    let (config, problems) = Config::load(arguments)?;
    if arguments.print_config {
        write(&config.written())?;
    }
    if arguments.print_keys {
        write(&config.written_keys())?;
    }
    Ok(complain_of(&problems))
}

/// Tells what is wrong in the settings; the exit status.
fn complain_of(problems: &[String]) -> i32 {
    for problem in problems {
        complain(problem);
    }
    i32::from(!problems.is_empty())
}

/// Prints or checks one source after the other; the worst exit status of all.
fn print(sources: &[Source], arguments: &Arguments) -> anyhow::Result<i32> {
    let mut worst = 0;
    let mut separator = "";
    let style = style(arguments)?;
    for source in sources {
        let opened = match open::open(source, arguments) {
            Ok(opened) => opened,
            Err(error) => {
                worst = complain(&format!("{error:#}"));
                continue;
            }
        };
        if arguments.check {
            let is_alone = sources.len() == 1;
            let prefix = if is_alone { String::new() } else { source.shown() + ": " };
            worst = worst.max(check(source, &opened, &prefix)?);
            continue;
        }
        for warning in &opened.warnings {
            warn(&format!("{}: {warning}", source.shown()));
        }
        let export = arguments.export.unwrap_or(Export::Text);
        let opened = with_notes(export, opened, source, arguments);
        write(separator)?;
        print::export(export, &opened, &source.shown(), style).context(UNWRITTEN)?;
        separator = export.separator();
    }
    Ok(worst)
}

/// The form of a source that is printed: the one asked for, else that of the settings.
fn style(arguments: &Arguments) -> anyhow::Result<Style> {
    if arguments.export != Some(Export::Quotes) {
        return Ok(Style::Plain);
    }
    let (config, problems) = Config::load(arguments)?;
    for problem in &problems {
        warn(problem);
    }
    Ok(Memory::of(arguments).form(config.cite))
}

/// Adds the reader's notes to a document of which an export has them.
fn with_notes(export: Export, opened: Opened, source: &Source, arguments: &Arguments) -> Opened {
    if matches!(export, Export::Text | Export::Markdown) {
        return opened;
    }
    let noted = Memory::of(arguments).notes(&opened.document, source);
    if let Some(told) = noted.told {
        warn(&told);
    }
    opened.with_notes(noted.notes, noted.lost)
}

/// Prints what the companion anchors nowhere, each line behind `prefix`; the exit status.
fn check(source: &Source, opened: &Opened, prefix: &str) -> anyhow::Result<i32> {
    let report = match print::check(&source.shown(), opened) {
        Ok(report) => report,
        Err(error) => return Ok(complain(&format!("{error:#}"))),
    };
    let clean = |line| CleanText::line(&format!("{prefix}{line}"));
    write(&report.lines().map(|line| format!("{}\n", clean(line))).collect::<String>())?;
    Ok(i32::from(!opened.curated.unresolved.is_empty()))
}
