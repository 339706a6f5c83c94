//! Work that takes longer than a frame, on a thread of its own.

use super::run::Input;
use crate::app::Message;
use crate::document::{Document, Findings, Layers};
use crate::extract::{Step, extract_in_steps};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
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

/// Finds dates and quotations in the background; the results arrive as messages.
pub fn extract(unread: Unread, inbox: Sender<Input>) -> Work {
    start(move |ticket| {
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

fn deliver(unread: &Unread, stop: &AtomicBool, send: &dyn Fn(Message)) {
    let mut told = None;
    let found = extract_in_steps(&unread.document, stop, |step| {
        let Step { percent, findings } = step;
        let findings = findings.filter(|_| unread.delivery == Delivery::AsFound);
        // Reading has come to its end only when everything is shown.
        let percent = percent.min(99);
        if told.replace(percent) != Some(percent) || findings.is_some() {
            send(extracted(unread, findings, Some(percent)));
        }
    });
    if let Some(found) = found {
        send(extracted(unread, Some(found), None));
    }
}

fn extracted(unread: &Unread, found: Option<Findings>, progress: Option<u8>) -> Message {
    let layers = found.map(|found| Arc::new(merge(found, unread.curated.clone())));
    Message::Extracted { layers, progress }
}

/// What was found and what was curated, together.
pub fn merge(found: Findings, curated: Layers) -> Layers {
    let Layers { events, quotes, speakers, notes, unresolved, .. } = curated;
    let curated = Findings { events, quotes, speakers };
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
        Unread { document, curated: Layers::default(), delivery }
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
    fn work_that_nobody_holds_stops() {
        let (sender, inbox) = channel();
        drop(extract(unread(Delivery::AsFound), sender));
        let is_end = |input: &Input| {
            matches!(input, Input::Found(_, Message::Extracted { progress: None, .. }))
        };
        assert!(!inbox.iter().any(|input| is_end(&input)), "it went on to the end");
    }
}
