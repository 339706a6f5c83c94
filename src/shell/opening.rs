//! A source that is opened while it is read: its beginning at once, the rest in the background.

mod ahead;

use super::arguments::Arguments;
use super::open::{self, Opened, Source};
use super::run::Input;
use super::stream::Stream;
use super::worker::{self, Work};
use crate::document::{Document, Extent};
use crate::import::{Arriving, HEAD_BYTES, Imported, is_packed};
use anyhow::anyhow;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// A shorter file is read at once.
const LONG_BYTES: usize = 384 << 10;
/// A text of which no more follows its head is shown at once.
const SHORT_BYTES: usize = HEAD_BYTES / 2;
/// So much is unpacked before something is shown, since a byte may become a thousand.
const PACKED_BYTES: usize = 4 << 10;
/// So much is read at a time.
const PIECE_BYTES: usize = 128 << 10;
/// What has come of a pipe is shown when nothing more does for so long.
const PAUSE: Duration = Duration::from_millis(20);
/// While more comes, it is shown so often.
const INTERVAL: Duration = Duration::from_millis(100);

/// A source of which the beginning was read.
pub struct Rest {
    source: Source,
    arguments: Arguments,
    stream: Stream,
    arriving: Arriving,
    /// Bytes that were read and not taken yet.
    ahead: Vec<u8>,
    /// What stands around the place where the reader was, further on.
    window: Option<Document>,
}

/// What the background tells of a source that is read.
#[derive(Debug)]
pub enum Arrival {
    /// More of the document.
    More(Document),
    /// All of it.
    Whole(Box<Opened>),
    /// It cannot be read to its end.
    Failed(String),
}

/// Opens the document of `source`: all of it, or its beginning, with what is still to be read.
pub fn begin(source: &Source, arguments: &Arguments) -> anyhow::Result<(Opened, Option<Rest>)> {
    let stream = match source {
        Source::Edition => return Ok((open::open(source, arguments)?, None)),
        Source::Pipe => Stream::stdin()?,
        Source::File(path) => Stream::open(path)?,
    };
    let name = source.file_name();
    let arriving = Arriving::new(open::options(arguments, &name));
    let (source, arguments) = (source.clone(), arguments.clone());
    let mut rest = Rest { source, arguments, stream, arriving, ahead: Vec::new(), window: None };
    let head = if rest.stream.is_pipe() { rest.pipe_head() } else { rest.file_head() }?;
    let Some(document) = head else { return Ok((rest.finish()?, None)) };
    let imported = Imported { document, warnings: Vec::new() };
    let opened = open::with_companion(&rest.source, &rest.arguments, imported)?;
    // What is to be told is told of the whole.
    Ok((Opened { warnings: Vec::new(), ..opened }, Some(rest)))
}

impl Rest {
    /// The document of the beginning of a file; `None` once all of it was read.
    fn file_head(&mut self) -> anyhow::Result<Option<Document>> {
        let mut start = Vec::new();
        let mut is_all = false;
        while start.len() < LONG_BYTES && !is_all {
            is_all = self.stream.read(LONG_BYTES - start.len(), &mut start)? == 0;
        }
        let is_packed = is_packed(&start);
        let n_head = if is_packed { PACKED_BYTES } else { HEAD_BYTES };
        self.ahead = start.split_off(start.len().min(n_head));
        self.take(&start)?;
        if is_all && !is_packed && (self.arriving.is_kept() || self.ahead.len() < SHORT_BYTES) {
            while self.take_more()? {}
            return Ok(None);
        }
        let size = self.stream.size.unwrap_or(0);
        self.arriving.check_size(size).map_err(|error| self.refusal(&error))?;
        let mut head = self.so_far()?;
        while head.is_none() {
            if !self.take_more()? {
                // A book has a beginning once all of it is there.
                return if self.arriving.is_kept() { self.so_far() } else { Ok(None) };
            }
            if !self.arriving.is_kept() {
                head = self.so_far()?;
            }
        }
        Ok(head)
    }

    /// The document of what comes through a pipe at once; `None` if that is all.
    fn pipe_head(&mut self) -> anyhow::Result<Option<Document>> {
        while self.take_more()? {
            let is_enough = self.stream.n_read >= HEAD_BYTES as u64;
            if is_enough || !self.stream.has_more(PAUSE) {
                let head = self.so_far()?;
                if head.is_some() {
                    return Ok(head);
                }
            }
        }
        Ok(None)
    }

    /// Reads to the end, telling `show` what has come, until it breaks.
    fn read_on(
        &mut self,
        mut show: impl FnMut(Document) -> ControlFlow<()>,
    ) -> anyhow::Result<ControlFlow<()>> {
        let mut shown = Instant::now();
        while self.take_more()? {
            let is_due = shown.elapsed() >= INTERVAL
                || self.stream.is_pipe() && !self.stream.has_more(PAUSE);
            if is_due {
                if let Some(document) = self.so_far()?
                    && show(document).is_break()
                {
                    return Ok(ControlFlow::Break(()));
                }
                shown = Instant::now();
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// Reads to the end; `None` if `show` broke that off.
    fn end(
        mut self,
        show: impl FnMut(Document) -> ControlFlow<()>,
    ) -> anyhow::Result<Option<Opened>> {
        match self.read_on(show) {
            Ok(ControlFlow::Break(())) => Ok(None),
            Ok(ControlFlow::Continue(())) => self.finish().map(Some),
            // What has come stays.
            Err(why) => {
                let mut opened = self.finish()?;
                opened.warnings.insert(0, format!("read no further: {why:#}"));
                Ok(Some(opened))
            }
        }
    }

    /// Takes what was read ahead, or reads a piece; whether there was one.
    fn take_more(&mut self) -> anyhow::Result<bool> {
        let mut piece = std::mem::take(&mut self.ahead);
        if piece.is_empty() && self.stream.read(PIECE_BYTES, &mut piece)? == 0 {
            return Ok(false);
        }
        self.take(&piece)?;
        Ok(true)
    }

    fn take(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.arriving.take(bytes).map_err(|error| self.refusal(&error))
    }

    fn so_far(&self) -> anyhow::Result<Option<Document>> {
        let document = self.arriving.so_far().map_err(|error| self.refusal(&error))?;
        let shown = document.and_then(|document| match &self.window {
            Some(window) => document.with_window(window),
            None => Some(document),
        });
        Ok(shown.map(|mut document| {
            document.extent = Extent::Beginning(self.stream.percent());
            document.source_size = self.source_size();
            document
        }))
    }

    /// The size of the file, if offsets in the text are offsets in it.
    fn source_size(&self) -> Option<u32> {
        self.stream.size.filter(|_| self.arriving.is_verbatim())?.try_into().ok()
    }

    /// The whole, with its companion.
    fn finish(mut self) -> anyhow::Result<Opened> {
        if let Some(again) = self.arriving.again()
            && self.stream.rewind()
        {
            self.arriving = again;
            while self.take_more()? {}
        }
        let shown = self.source.shown();
        // A short file is there before one could look ahead in it.
        let source_size = self.source_size().filter(|size| *size as usize > HEAD_BYTES);
        let mut imported = self.arriving.finish().map_err(|error| anyhow!("{shown}: {error}"))?;
        imported.document.source_size = source_size;
        let mut opened = open::with_companion(&self.source, &self.arguments, imported)?;
        if self.stream.size.is_some_and(|size| self.stream.n_read < size) {
            opened.warnings.push("the file became shorter while it was read".to_owned());
        }
        Ok(opened)
    }

    fn refusal(&self, error: &crate::import::ImportError) -> anyhow::Error {
        anyhow!("{}: {error}", self.source.shown())
    }
}

/// Reads the rest in the background; what has come arrives as it does, or all of it at the end.
pub fn read_on(rest: Rest, is_shown: bool, inbox: Sender<Input>) -> Work {
    worker::start(move |ticket| {
        worker::give_way();
        let tell = |arrival| {
            // Nobody listens any more once the program ends.
            let _ = inbox.send(Input::Read(ticket.clone(), arrival));
        };
        let show = |document| {
            if is_shown {
                tell(Arrival::More(document));
            }
            if ticket.is_void() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        match catch_unwind(AssertUnwindSafe(|| rest.end(show))) {
            Ok(Ok(Some(opened))) => tell(Arrival::Whole(Box::new(opened))),
            Ok(Ok(None)) => {}
            Ok(Err(why)) => tell(Arrival::Failed(format!("{why:#}"))),
            Err(_) => tell(Arrival::Failed("the rest cannot be read".to_owned())),
        }
    })
}
