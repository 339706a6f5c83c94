//! Work that takes longer than a frame, on a thread of its own.

use super::run::Input;
use crate::app::Message;
use crate::document::{Document, Findings, Layers, TextRange};
use crate::extract::{Step, candidates, extract_in_steps, resolve};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

/// The name of a worker's thread; its panics are caught here.
pub const NAME: &str = "worker";

/// A document whose dates and quotations are still to be found.
#[derive(Debug, Clone)]
pub struct Unread {
    /// The document.
    pub document: Arc<Document>,
    /// What the companion says, into which the findings are merged.
    pub curated: Layers,
    /// When the reader is shown them.
    pub delivery: Delivery,
    /// Where the reader is.
    pub place: Arc<AtomicUsize>,
}

/// When findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// As they are found.
    AsFound,
    /// All at the end, in the place of others that are shown until then.
    Together,
}

/// Work that goes on; it is stopped when this is dropped.
#[derive(Debug)]
pub struct Work(Ticket);

/// What the results of a work carry, by which it is told whose they are.
#[derive(Debug, Clone)]
pub struct Ticket(Arc<AtomicBool>);

impl Ticket {
    /// Whether nobody waits for the results any more.
    pub fn is_void(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Work {
    /// Whether a result is of this work.
    pub fn is_of(&self, ticket: &Ticket) -> bool {
        Arc::ptr_eq(&self.0.0, &ticket.0)
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        self.0.0.store(true, Ordering::Relaxed);
    }
}

/// Does `run` on a thread of its own.
pub fn start(run: impl FnOnce(&Ticket) + Send + 'static) -> Work {
    let ticket = Ticket(Arc::default());
    let work = Work(ticket.clone());
    // Without a thread everything stays as it is.
    let _ = thread::Builder::new().name(NAME.to_owned()).spawn(move || run(&ticket));
    work
}

/// Leaves the cores to whoever waits for a key to be answered. On Linux that is a thread's own
/// matter, and goes on to the threads that it starts; elsewhere nothing is changed.
pub fn give_way() {
    #[cfg(target_os = "linux")]
    {
        const NICENESS: i32 = 10;
        let _ = rustix::process::setpriority_process(Some(rustix::thread::gettid()), NICENESS);
    }
}

/// Finds dates and quotations in the background; the results arrive as messages.
pub fn extract(unread: Unread, inbox: Sender<Input>) -> Work {
    start(move |ticket| {
        give_way();
        let send = |message| {
            // Nobody listens any more once the program ends.
            let _ = inbox.send(Input::Found(ticket.clone(), message));
        };
        if catch_unwind(AssertUnwindSafe(|| deliver(&unread, &ticket.0, &send))).is_err() {
            send(Message::Told("dates and quotations could not be looked for".to_owned()));
            send(Message::Extracted { layers: None, progress: None });
        }
    })
}

/// Lets go of what takes long to be freed, without waiting for it.
pub fn dispose(value: impl Send + 'static) {
    start(move |_| drop(value));
}

fn deliver(unread: &Unread, stop: &AtomicBool, send: &dyn Fn(Message)) {
    let mut told = None;
    let mut shown = Shown { unread, sure: Arc::default(), near: None };
    let found = extract_in_steps(&unread.document, stop, |step| {
        let Step { percent, end, findings } = step;
        let layers = match unread.delivery {
            Delivery::AsFound => shown.layers(findings, end),
            Delivery::Together => None,
        };
        // Reading has come to its end only when everything is shown.
        let percent = percent.min(99);
        if told.replace(percent) != Some(percent) || layers.is_some() {
            send(Message::Extracted { layers, progress: Some(percent) });
        }
    });
    drop(shown);
    if let Some(found) = found {
        let layers = Some(Arc::new(merge(found, unread.curated.clone())));
        send(Message::Extracted { layers, progress: None });
    }
}

/// What is shown while more is found.
struct Shown<'a> {
    unread: &'a Unread,
    /// What was found in the part that was looked through.
    sure: Arc<Layers>,
    /// What was found in the chunk of the reading place, which lies behind that part.
    near: Option<(TextRange, Findings)>,
}

impl Shown<'_> {
    /// What is to be shown once the text was read up to `end`; `None` if it is what is shown.
    fn layers(&mut self, found: Option<Findings>, end: usize) -> Option<Arc<Layers>> {
        let document = &self.unread.document;
        let mut has_changed = found.is_some();
        if let Some(found) = found {
            self.sure = Arc::new(merge(found, self.unread.curated.clone()));
        }
        let place = self.unread.place.load(Ordering::Relaxed);
        let chunk = document.chunk_at(place).filter(|chunk| chunk.base() >= end);
        let range = chunk.map(|chunk| TextRange::new(chunk.base(), chunk.end()));
        if let Some((chunk, range)) = chunk.zip(range)
            && self.near.as_ref().is_none_or(|(near, _)| *near != range)
        {
            self.near = Some((range, resolve(document, candidates(document, chunk))));
            has_changed = true;
        }
        has_changed.then(|| match self.near.as_ref().filter(|(near, _)| near.start() >= end) {
            Some((range, found)) => Arc::new(self.sure.with_provisional(found.clone(), *range)),
            None => self.sure.clone(),
        })
    }
}

/// What was found and what was curated, together.
pub fn merge(found: Findings, curated: Layers) -> Layers {
    let Layers { events, quotes, speakers, notes, unresolved, .. } = curated;
    let curated = Findings { events, quotes, speakers, ..Findings::default() };
    Layers { notes, unresolved, ..Layers::merge(found, curated) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta};
    use std::sync::mpsc::channel;

    fn unread(delivery: Delivery) -> Unread {
        let mut builder = Builder::new();
        let filler = "The river ran on past the mills and the meadows. ".repeat(1000);
        for _ in 0..100 {
            builder.add(BlockKind::Paragraph, &filler);
            builder.add(BlockKind::Paragraph, "In May 1931 the bridge opened.");
        }
        let document = Arc::new(builder.finish(Meta::default()));
        Unread { document, curated: Layers::default(), delivery, place: Arc::default() }
    }

    /// The deliveries: whether there are layers in it, and the progress.
    fn deliveries(delivery: Delivery) -> Vec<(bool, Option<u8>)> {
        let (sender, inbox) = channel();
        let _work = extract(unread(delivery), sender);
        let messages = inbox.iter().map(|input| match input {
            Input::Found(_, Message::Extracted { layers, progress }) => {
                (layers.is_some(), progress)
            }
            other => panic!("{other:?}"),
        });
        messages.collect()
    }

    #[test]
    fn findings_arrive_as_they_are_found_and_at_last_all() {
        let all = deliveries(Delivery::AsFound);
        assert_eq!(all.last(), Some(&(true, None)));
        assert!(all.iter().filter(|(has_layers, _)| *has_layers).count() > 1, "{all:?}");
        assert!(all[..all.len() - 1].iter().all(|(_, progress)| progress.is_some()), "{all:?}");
    }

    #[test]
    fn in_the_place_of_others_they_arrive_together() {
        let all = deliveries(Delivery::Together);
        assert!(all.len() > 1 && all[..all.len() - 1].iter().all(|(has_layers, _)| !has_layers));
        assert_eq!(all.last(), Some(&(true, None)));
    }

    #[test]
    fn what_is_near_the_reader_is_found_before_what_is_not_and_told_as_provisional() {
        let (sender, inbox) = channel();
        let unread = unread(Delivery::AsFound);
        let end = unread.document.end();
        unread.place.store(end, Ordering::Relaxed);
        let _work = extract(unread, sender);
        let layers = inbox.iter().find_map(|input| match input {
            Input::Found(_, Message::Extracted { layers, .. }) => layers,
            other => panic!("{other:?}"),
        });
        let layers = layers.unwrap();
        let last = layers.events.last().unwrap().mention;
        assert!(last.end() + 100 > end && layers.is_provisional(last));
        assert!(!layers.is_provisional(layers.events[0].mention));
        assert!(layers.events.len() < 100);
    }

    #[test]
    fn work_that_nobody_holds_stops() {
        let (sender, inbox) = channel();
        drop(extract(unread(Delivery::AsFound), sender));
        let is_end = |input: &Input| {
            matches!(input, Input::Found(_, Message::Extracted { progress: None, .. }))
        };
        assert!(!inbox.iter().any(|input| is_end(&input)), "it went on to the end");
    }
}
