//! The files that are read: a list of sources, of which one is shown.
//!
//! A file is opened when it is first gone to, and then kept with all that the reader made of it.
//! What runs in the background for a file goes on while another is shown; its results are known by
//! the ticket that they carry.

use super::arguments::Arguments;
use super::environment;
use super::keeper::Job;
use super::memory::Memory;
use super::open::Source;
use super::opening::{self, Arrival};
use super::reading::Reading;
use super::run::Input;
use super::worker::Ticket;
use crate::app::{App, Effect, FileNumber, Message, Settings};
use crate::document::CleanText;
use std::mem;
use std::sync::mpsc::Sender;

/// A file that was opened.
pub struct OpenFile<'a> {
    /// The state of the program in it.
    pub app: App,
    /// What runs on it.
    pub reading: Reading<'a>,
    /// The name under which what the reader leaves in it is stored; `None` until enough of it has
    /// come to know it by.
    pub record: Option<String>,
    /// What was told of its record.
    told: Option<String>,
}

/// The list.
pub struct Files<'a> {
    sources: &'a [Source],
    arguments: &'a Arguments,
    memory: Memory,
    /// The file that is shown.
    pub shown: OpenFile<'a>,
    /// The files that were opened and are not shown, each at the index of its source.
    others: Vec<Option<OpenFile<'a>>>,
    /// The index of the file that is shown.
    shown_index: usize,
    /// The index of the file that was gone to last, whether it opened or not: steps go on from
    /// it, so that one does not stand before a file that does not open.
    tried_index: usize,
    /// What was told of no file in particular, and is told again at the end.
    last_words: Vec<String>,
}

impl OpenFile<'_> {
    /// Reads what is not read yet, and begins what runs in the background.
    pub fn begin(&mut self, inbox: &Sender<Input>) {
        self.reading.begin(&mut self.app, inbox);
    }

    /// Takes up what is remembered of it, if that is not yet done and it is known.
    fn remember(&mut self, memory: &Memory, source: &Source, arguments: &Arguments) {
        if self.record.is_some() {
            return;
        }
        if memory.has_any() {
            self.reading.read_to_know(&mut self.app);
        }
        let Some(remembered) = memory.recall(&self.app.document, source) else { return };
        if let Some(place) = &remembered.kept.record.place {
            self.reading.read_ahead(&mut self.app, place);
        }
        self.app.take_up(remembered.kept);
        if let Some(measure) = arguments.measure {
            self.app.article.measure = measure;
        }
        tell_too(&mut self.app, remembered.told.clone().into_iter());
        self.told = remembered.told;
        self.record = Some(remembered.name);
    }

    /// What is to be saved of it.
    fn job(&self, effect: Effect) -> Option<Job> {
        let Effect::Save(save) = effect else { return None };
        let file = self.app.settings.file.number;
        Some(Job { file, name: self.record.clone()?, save: *save })
    }
}

impl<'a> Files<'a> {
    /// Shows the first file that opens, and tells which before it did not; if none opens, why, one
    /// line each.
    pub fn open(sources: &'a [Source], arguments: &'a Arguments) -> Result<Self, Vec<String>> {
        let memory = Memory::of(arguments);
        let settings = settings(arguments, &memory);
        let measure = arguments.config.measure;
        let mut refusals: Vec<String> = Vec::new();
        for (index, source) in sources.iter().enumerate() {
            let file = FileNumber { number: index + 1, of: sources.len() };
            let settings = Settings { file, name: source.name(), ..settings.clone() };
            match open_file(source, arguments, &memory, settings, measure) {
                Ok(mut shown) => {
                    tell_too(&mut shown.app, refusals.iter().map(|why| cannot_open(why)));
                    let others = sources.iter().map(|_| None).collect();
                    let (shown_index, tried_index) = (index, index);
                    return Ok(Self {
                        sources,
                        arguments,
                        memory,
                        shown,
                        others,
                        shown_index,
                        tried_index,
                        last_words: Vec::new(),
                    });
                }
                Err(error) => refusals.push(format!("{error:#}")),
            }
        }
        Err(refusals)
    }

    /// Tells what is wrong in the settings before anything else: the first problem, and how many
    /// there are besides.
    pub fn tell_first(&mut self, problems: &[String]) {
        let Some(first) = problems.first() else { return };
        self.last_words.extend_from_slice(problems);
        let words = match problems.len() - 1 {
            0 => first.clone(),
            n => format!("{first} (and {n} more: dateline --print-config)"),
        };
        tell_too(&mut self.shown.app, std::iter::once(words));
    }

    /// Keeps the form of a source, if the reader has chosen another one; why not, if it cannot be.
    pub fn keep_form(&self) -> Option<String> {
        let form = self.shown.app.settings.cite;
        let storage = self.memory.storage()?;
        if form == self.memory.form(self.arguments.config.cite) {
            return None;
        }
        let refused = storage.keep_form(form.name()).err()?;
        Some(format!("the form of copied sources is not kept: {refused}"))
    }

    /// Gives a message to the file that is shown.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        if let Message::Saved { told: Some(told), .. } = &message {
            self.last_words.push(told.clone());
        }
        if let Message::Saved { file, .. } | Message::NotSaved { file, .. } = &message
            && let Some(other) = self.others.get_mut(file - 1).and_then(Option::as_mut)
        {
            return other.app.update(message);
        }
        self.shown.app.update(message)
    }

    /// Gives a finding to the file in which it was made.
    pub fn find(&mut self, ticket: &Ticket, message: Message, inbox: &Sender<Input>) {
        if let Some(file) = self.of(ticket) {
            file.reading.find(&mut file.app, message, inbox);
        }
    }

    /// Gives what was read to the file that it is of.
    pub fn read(&mut self, ticket: &Ticket, arrival: Arrival, inbox: &Sender<Input>) {
        let Some(file) = self.of(ticket) else { return };
        file.reading.arrive(&mut file.app, arrival, inbox);
        if file.record.is_none() {
            let number = file.app.settings.file.number;
            let (source, arguments) = (&self.sources[number - 1], self.arguments);
            let file = match self.others[number - 1].as_mut() {
                Some(other) => other,
                None => &mut self.shown,
            };
            file.remember(&self.memory, source, arguments);
        }
    }

    /// The file whose work has this ticket; `None` if that is not waited for any more.
    fn of(&mut self, ticket: &Ticket) -> Option<&mut OpenFile<'a>> {
        let files = std::iter::once(&mut self.shown).chain(self.others.iter_mut().flatten());
        files.into_iter().find(|file| file.reading.waits_for(ticket))
    }

    /// Goes `steps` files on, or back if negative, as far as there are any; whether one is shown
    /// for the first time.
    pub fn step(&mut self, steps: isize) -> bool {
        let is_back = steps < 0;
        let (shown, tried) = (self.shown_index, self.tried_index);
        let from = if is_back { shown.min(tried) } else { shown.max(tried) };
        let to = from.saturating_add_signed(steps).min(self.sources.len() - 1);
        if to == self.shown_index {
            self.shown.app.tell(if is_back { "the first file" } else { "the last file" });
            return false;
        }
        self.tried_index = to;
        let (next, is_new) = match self.others[to].take() {
            Some(file) => (file, false),
            None => match self.open_beside(to) {
                Ok(file) => (file, true),
                Err(error) => {
                    self.shown.app.tell(&cannot_open(&format!("{error:#}")));
                    return false;
                }
            },
        };
        self.show(next, to);
        is_new
    }

    fn open_beside(&self, index: usize) -> anyhow::Result<OpenFile<'a>> {
        let source = &self.sources[index];
        let file = FileNumber { number: index + 1, of: self.sources.len() };
        let app = &self.shown.app;
        let settings = Settings { file, name: source.name(), ..app.settings.clone() };
        open_file(source, self.arguments, &self.memory, settings, app.article.measure)
    }

    /// The memory of what the reader left.
    pub fn memory(&self) -> &Memory {
        &self.memory
    }

    /// What is new in any of the files, to be saved; at the end of the program also what is being
    /// typed.
    pub fn saves(&mut self, is_end: bool) -> Vec<Job> {
        let mut jobs = Vec::new();
        for file in std::iter::once(&mut self.shown).chain(self.others.iter_mut().flatten()) {
            let effects = if is_end { file.app.leave() } else { file.app.save() };
            jobs.extend(effects.into_iter().filter_map(|effect| file.job(effect)));
        }
        jobs
    }

    /// What is to be saved of the file that an effect is of.
    pub fn job(&self, number: usize, effect: Effect) -> Option<Job> {
        let other = self.others.get(number - 1).and_then(Option::as_ref);
        other.unwrap_or(&self.shown).job(effect)
    }

    /// What is told once more when the program has ended, since one row may have cut it: what was
    /// wrong with settings and records, and what is lost.
    pub fn last_words(&self) -> Vec<String> {
        let all = std::iter::once(&self.shown).chain(self.others.iter().flatten());
        let lines = all.flat_map(|file| {
            let name = &file.app.settings.name;
            let told = file.told.as_ref().map(|told| format!("{name}: {told}"));
            let unsaved = file.app.article.marginalia.unsaved();
            let unsaved =
                unsaved.map(|(n, why)| format!("{name}: marks and notes not saved ({n}): {why}"));
            told.into_iter().chain(unsaved)
        });
        self.last_words.iter().cloned().chain(lines).collect()
    }

    /// Whether anything is new that is to be saved.
    pub fn has_new(&self) -> bool {
        let mut all = std::iter::once(&self.shown).chain(self.others.iter().flatten());
        all.any(|file| file.record.is_some() && file.app.has_new())
    }

    /// Whether anything is being saved.
    pub fn is_saving(&self) -> bool {
        let mut all = std::iter::once(&self.shown).chain(self.others.iter().flatten());
        all.any(|file| file.app.is_saving())
    }

    /// Shows another file. Colors, mouse and the form of a source are the reader's, and not the
    /// file's.
    fn show(&mut self, next: OpenFile<'a>, index: usize) {
        let before = mem::replace(&mut self.shown, next);
        let app = &mut self.shown.app;
        app.settings.theme = before.app.settings.theme;
        app.settings.has_chosen_theme = before.app.settings.has_chosen_theme;
        app.settings.cite = before.app.settings.cite;
        app.settings.has_mouse = before.app.settings.has_mouse;
        self.others[self.shown_index] = Some(before);
        self.shown_index = index;
    }
}

fn open_file<'a>(
    source: &'a Source,
    arguments: &'a Arguments,
    memory: &Memory,
    settings: Settings,
    measure: u16,
) -> anyhow::Result<OpenFile<'a>> {
    let (opened, rest) = opening::begin(source, arguments)?;
    let reading = Reading::new(source, arguments, &opened, rest);
    let mut app = reading.app(opened.document, settings, measure);
    app.keymap = arguments.config.keymap.clone();
    tell_too(&mut app, opened.warnings.into_iter());
    let mut file = OpenFile { app, reading, record: None, told: None };
    file.remember(memory, source, arguments);
    Ok(file)
}

/// Tells `words` before what is told already.
fn tell_too(app: &mut App, words: impl Iterator<Item = String>) {
    let told = app.notice.take().map(|notice| notice.to_string());
    let all: Vec<String> = words.chain(told).collect();
    if !all.is_empty() {
        app.tell(&all.join("; "));
    }
}

fn cannot_open(why: &str) -> String {
    format!("cannot open {why}")
}

/// The settings of any file.
fn settings(arguments: &Arguments, memory: &Memory) -> Settings {
    let config = &arguments.config;
    let (theme, has_chosen_theme) = environment::theme(config.theme);
    Settings {
        theme,
        has_chosen_theme,
        depth: environment::depth(),
        is_ascii: config.is_ascii || environment::is_ascii(),
        cite: memory.form(config.cite),
        copy_command: config.copy_command.clone(),
        has_mouse: false,
        standing: config.standing,
        open_command: config.open_command.clone(),
        name: CleanText::default(),
        file: FileNumber::ONLY,
    }
}

#[cfg(test)]
mod tests;
