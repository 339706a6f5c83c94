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
pub struct Work {
    stop: Arc<AtomicBool>,
}

impl Drop for Work {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Finds dates and quotations in the background; the results arrive as messages.
pub fn extract(unread: Unread, inbox: Sender<Input>) -> Work {
    let stop = Arc::new(AtomicBool::new(false));
    let work = Work { stop: stop.clone() };
    let run = move || {
        if catch_unwind(AssertUnwindSafe(|| deliver(&unread, &inbox, &stop))).is_err() {
            let words = "dates and quotations could not be looked for".to_owned();
            send(&inbox, Message::Told(words));
            send(&inbox, extracted(&unread, None, None));
        }
    };
    // Without a thread the panels stay as they are.
    let _ = thread::Builder::new().name(NAME.to_owned()).spawn(run);
    work
}

fn deliver(unread: &Unread, inbox: &Sender<Input>, stop: &AtomicBool) {
    let mut told = None;
    let found = extract_in_steps(&unread.document, stop, |step| {
        let Step { percent, findings } = step;
        let findings = findings.filter(|_| unread.delivery == Delivery::AsFound);
        // Reading has come to its end only when everything is shown.
        let percent = percent.min(99);
        if told.replace(percent) != Some(percent) || findings.is_some() {
            send(inbox, extracted(unread, findings, Some(percent)));
        }
    });
    if let Some(found) = found {
        send(inbox, extracted(unread, Some(found), None));
    }
}

fn extracted(unread: &Unread, found: Option<Findings>, progress: Option<u8>) -> Message {
    let layers = found.map(|found| Arc::new(merge(found, unread.curated.clone())));
    Message::Extracted { document: unread.document.clone(), layers, progress }
}

fn send(inbox: &Sender<Input>, message: Message) {
    // Nobody listens any more once the program ends.
    let _ = inbox.send(Input::Message(message));
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
            Input::Message(Message::Extracted { layers, progress, .. }) => {
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
            matches!(input, Input::Message(Message::Extracted { progress: None, .. }))
        };
        assert!(!inbox.iter().any(|input| is_end(&input)), "it went on to the end");
    }
}
