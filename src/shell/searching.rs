//! Counts the hits of a search in the background, on every core.
//!
//! The chunks are counted in the order in which they are wanted; what is counted is handed on soon
//! after the first hit, and then a few times a second, so that the total counts up.

use super::run::Input;
use super::worker::{self, NAME, Ticket, Work};
use crate::app::{Found, Items, Job, Message};
use crate::document::Chunk;
use crate::search::{Counts, Nearby, count_while};
use std::num::NonZero;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// What is counted is shown about so often.
const PAUSE: Duration = Duration::from_millis(60);

/// Begins a job; what it finds arrives as messages.
pub fn search(job: Job, inbox: Sender<Input>) -> Work {
    worker::start(move |ticket| {
        let send = |message| {
            // Nobody listens any more once the program ends.
            let _ = inbox.send(Input::Found(ticket.clone(), message));
        };
        if catch_unwind(AssertUnwindSafe(|| deliver(&job, ticket, &send))).is_err() {
            send(Message::Told("the search broke off".to_owned()));
        }
    })
}

fn deliver(job: &Job, ticket: &Ticket, send: &dyn Fn(Message)) {
    let send = |found: Part| {
        let (document, query) = (job.document.clone(), job.query.clone());
        let Part { counts, items, near, is_done } = found;
        send(Message::Found(Found { document, query, counts, items, near, is_done }));
    };
    let mut counted: Vec<(usize, Counts)> = Vec::new();
    let (mut has_sent_hit, mut sent_at) = (false, Instant::now());
    count_all(job, ticket, |index, counts| {
        let is_first_hit = counts.total > 0 && !has_sent_hit;
        counted.push((index, counts));
        if is_first_hit || sent_at.elapsed() > PAUSE {
            has_sent_hit |= is_first_hit;
            sent_at = Instant::now();
            send(Part { counts: std::mem::take(&mut counted), ..Part::default() });
        }
    });
    send(Part { counts: counted, ..Part::default() });
    let mut last = Part { is_done: true, ..Part::default() };
    if job.wants_items && !ticket.is_void() {
        last.items = Some(Items::with(&job.query, &job.document, &job.layers));
    }
    if let Some(nearby) = job.nearby.clone().filter(|_| !ticket.is_void()) {
        last.near = Some(near(job, nearby, ticket));
    }
    if !ticket.is_void() {
        send(last);
    }
}

/// What is found at a time.
#[derive(Default)]
struct Part {
    counts: Vec<(usize, Counts)>,
    items: Option<Items>,
    near: Option<Nearby>,
    is_done: bool,
}

/// What is near to a phrase that is not found, in one half of the text and in the other.
fn near(job: &Job, nearby: Nearby, ticket: &Ticket) -> Nearby {
    let read = |mut nearby: Nearby, chunks: &[Arc<Chunk>]| {
        chunks.iter().take_while(|_| !ticket.is_void()).for_each(|chunk| nearby.read(chunk));
        nearby
    };
    let chunks = job.document.chunks();
    let n_threads = thread::available_parallelism().map_or(1, NonZero::get);
    let share = chunks.len().div_ceil(n_threads).max(1);
    thread::scope(|scope| {
        let shares: Vec<_> = chunks
            .chunks(share)
            .map(|share| {
                let nearby = nearby.clone();
                let builder = thread::Builder::new().name(NAME.to_owned());
                builder.spawn_scoped(scope, move || read(nearby, share))
            })
            .collect();
        let found = shares.into_iter().flatten().filter_map(|share| share.join().ok());
        found.reduce(|mut all, later| {
            all.merge(later);
            all
        })
    })
    .unwrap_or(nearby)
}

/// Hands on the counts of each chunk of the job, as soon as one of the threads has them.
fn count_all(job: &Job, ticket: &Ticket, mut take: impl FnMut(usize, Counts)) {
    let n_threads = thread::available_parallelism().map_or(1, NonZero::get).min(job.chunks.len());
    let next = AtomicUsize::new(0);
    let count_next = || {
        let index = *job.chunks.get(next.fetch_add(1, Ordering::Relaxed))?;
        let chunk = job.document.chunks().get(index)?;
        Some((index, count_while(chunk, &job.query, || !ticket.is_void())?))
    };
    if n_threads < 2 {
        while let Some((index, counts)) = count_next() {
            take(index, counts);
        }
        return;
    }
    let (sender, counted) = channel();
    thread::scope(|scope| {
        for _ in 0..n_threads {
            let sender = sender.clone();
            let run =
                move || while count_next().is_some_and(|counts| sender.send(counts).is_ok()) {};
            // With fewer threads it only takes longer.
            let _ = thread::Builder::new().name(NAME.to_owned()).spawn_scoped(scope, run);
        }
        drop(sender);
        for (index, counts) in counted {
            take(index, counts);
        }
    });
}
