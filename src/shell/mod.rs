//! The only code that touches the world: terminal, files, threads, environment.

mod arguments;
mod environment;
mod input;
mod open;
mod print;
mod run;
mod screen;
mod signals;
mod terminal;
mod worker;

pub use screen::Screen;

use crate::app::{App, DEFAULT_MEASURE, Message, Settings};
use crate::document::{CleanText, Document, Layers};
use arguments::{Arguments, Export};
use open::{Opened, Source};
use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::Arc;

/// Longer texts are searched for dates and quotations in the background.
const BACKGROUND_BYTES: usize = 256 << 10;

/// Something could not be done: one line on stderr.
const UNUSABLE: u8 = 2;

/// Runs the program for the arguments of the process.
pub fn run() -> ExitCode {
    let arguments = match arguments::parse(std::env::args_os()) {
        Ok(arguments) => arguments,
        Err(arguments::Stop::Told(text)) => {
            return exit(print::write(&text));
        }
        Err(arguments::Stop::Wrong(line)) => return complain(&line),
    };
    match start(&arguments) {
        Ok(status) => exit(Ok(status)),
        Err(error) => complain(&format!("{error:#}")),
    }
}

fn exit(result: io::Result<i32>) -> ExitCode {
    match result {
        Ok(status) => ExitCode::from(u8::try_from(status).unwrap_or(1)),
        // Whoever read our output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => complain(&format!("the output could not be written: {error}")),
    }
}

/// One line on stderr; nothing in it can command the terminal.
fn complain(line: &str) -> ExitCode {
    eprintln!("dateline: {}", CleanText::line(line));
    ExitCode::from(UNUSABLE)
}

fn start(arguments: &Arguments) -> anyhow::Result<i32> {
    let source = Source::of(arguments)?;
    let opened = open::open(&source, arguments)?;
    if arguments.check {
        return print::check(source.name().as_str(), &opened);
    }
    let is_interactive = io::stdout().is_terminal() && arguments.export.is_none();
    if !is_interactive {
        let export = arguments.export.unwrap_or(Export::Text);
        let text = print::export(export, &opened.document, &opened.layers());
        return match print::write(&text) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
            _ => Ok(0),
        };
    }
    read(&source, arguments, opened)
}

fn read(source: &Source, arguments: &Arguments, opened: Opened) -> anyhow::Result<i32> {
    let settings = settings(source, arguments);
    let document = Arc::new(opened.document.clone());
    let is_long = document.end() > BACKGROUND_BYTES;
    let (layers, unread) = if is_long {
        let curated = Layers { ..opened.curated_layers() };
        let unread = worker::Unread {
            document: document.clone(),
            written: document.meta.published,
            curated: curated.clone(),
        };
        (curated, Some(unread))
    } else {
        (opened.layers(), None)
    };
    let measure = arguments.measure.unwrap_or(DEFAULT_MEASURE);
    let mut app = App::new(document, Arc::new(layers), settings, measure);
    if unread.is_none() {
        app.drop_empty_panels();
    }
    if !opened.warnings.is_empty() {
        app.tell(&opened.warnings.join("; "));
    }
    let reopen = || -> Result<Message, String> {
        let opened = open::open(source, arguments).map_err(|error| format!("{error:#}"))?;
        Ok(Message::Opened(Arc::new(opened.document.clone()), Arc::new(opened.layers())))
    };
    run::run(app, unread, &reopen)
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

/// The events and quotations of a document, with what a companion says of it.
pub(crate) fn layers_of(opened: &Opened, document: &Document) -> Layers {
    let found = crate::extract::extract(document, document.meta.published);
    worker::merge(found, opened.curated_layers())
}
