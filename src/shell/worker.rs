//! Work that takes longer than a frame, on a thread of its own.

use super::run::Input;
use crate::app::Message;
use crate::document::{Document, Findings, Layers};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
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
}

/// Finds dates and quotations in the background; the result arrives as a message.
pub fn extract(unread: Unread, inbox: Sender<Input>) {
    let work = move || {
        let found = catch_unwind(AssertUnwindSafe(|| crate::extract::extract(&unread.document)));
        let message = match found {
            Ok(found) => {
                Message::Extracted(unread.document, Arc::new(merge(found, unread.curated)))
            }
            Err(_) => Message::Told("dates and quotations could not be looked for".to_owned()),
        };
        // Nobody listens any more once the program ends.
        let _ = inbox.send(Input::Message(message));
    };
    // Without a thread the panels stay as they are.
    let _ = thread::Builder::new().name(NAME.to_owned()).spawn(work);
}

/// What was found and what was curated, together.
pub fn merge(found: Findings, curated: Layers) -> Layers {
    let Layers { events, quotes, speakers, notes, unresolved, .. } = curated;
    let curated = Findings { events, quotes, speakers };
    Layers { notes, unresolved, ..Layers::merge(found, curated) }
}
