//! Spreads extraction over the cores, and hands on what is found while it goes on.
//!
//! In: a document. Out: the candidates of its chunks in the order of the text, whichever core read
//! them when, so that what is found does not depend on how many there are.

use super::{Candidates, candidates, resolve};
use crate::document::{Document, Findings};
use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread;

/// No more of a long text is looked through before all of it is read: that takes memory twice.
const N_LOOKED: usize = 8;

/// How far extraction has come.
#[derive(Debug)]
pub struct Step {
    /// How much of the text was read, in percent.
    pub percent: u8,
    /// One past the last byte that was read.
    pub end: usize,
    /// What is found in that part, if it was looked through; its items have their final places.
    pub findings: Option<Findings>,
}

/// The findings in a document, which are the same as those of [`extract`](super::extract); `None`
/// if `stop` was set before the end.
///
/// Each chunk read is told. The part read so far is looked through whenever it has doubled, as long
/// as it is no more than half of the text nor eight chunks: all of it together is looked through at
/// most twice.
pub fn extract_in_steps(
    document: &Document,
    stop: &AtomicBool,
    mut tell: impl FnMut(Step),
) -> Option<Findings> {
    let chunks = document.chunks();
    let mut read = Candidates::default();
    let (mut n_read, mut n_next) = (0, 1);
    each_in_order(document, n_useful(document), stop, &mut |found| {
        read.append(found);
        n_read += 1;
        let is_due = n_read >= n_next && n_read * 2 <= chunks.len() && n_read <= N_LOOKED;
        if is_due {
            n_next = n_read * 2;
        }
        let end = chunks[n_read - 1].end();
        let percent = (end as u64 * 100 / document.end().max(1) as u64) as u8;
        let findings = is_due.then(|| resolve(document, read.clone()));
        tell(Step { percent, end, findings });
    });
    (n_read == chunks.len()).then(|| resolve(document, read))
}

/// The candidates of all chunks.
pub(super) fn all_candidates(document: &Document, n_threads: usize) -> Candidates {
    let mut all = Candidates::default();
    each_in_order(document, n_threads, &AtomicBool::new(false), &mut |found| all.append(found));
    all
}

/// How many threads are of use for a document; to ask the system takes longer than a short text.
pub(super) fn n_useful(document: &Document) -> usize {
    match document.chunks().len() {
        0 | 1 => 1,
        n_chunks => thread::available_parallelism().map_or(1, NonZero::get).min(n_chunks),
    }
}

/// The results of two works that do not know each other, on two threads if more than one is of use.
pub(super) fn both<A: Send, B>(
    n_threads: usize,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B,
) -> (A, B) {
    if n_threads < 2 {
        return (one(), other());
    }
    thread::scope(|scope| {
        let one = scope.spawn(one);
        let other = other();
        match one.join() {
            Ok(one) => (one, other),
            // As if it had been done here.
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// Hands the candidates of each chunk to `take`, in the order of the text; of the first chunks
/// only, if `stop` is set.
fn each_in_order(
    document: &Document,
    n_threads: usize,
    stop: &AtomicBool,
    take: &mut dyn FnMut(Candidates),
) {
    let n_threads = n_threads.min(document.chunks().len());
    let reader = Reader { document, stop, next: AtomicUsize::new(0) };
    if n_threads < 2 {
        while let Some((_, found)) = reader.read() {
            take(found);
        }
        return;
    }
    let (sender, inbox) = channel();
    thread::scope(|scope| {
        for _ in 0..n_threads {
            let (reader, sender) = (&reader, sender.clone());
            // A panic is told of the thread that asked for the work.
            let name = thread::current().name().unwrap_or_default().to_owned();
            let work = move || reader.read_all(&sender);
            let spawned = thread::Builder::new().name(name).spawn_scoped(scope, work);
            if spawned.is_err() {
                // Without another thread this one does it.
                break;
            }
        }
        let mut waiting = BTreeMap::new();
        let mut n_taken = 0;
        let mut arrive = |(index, found)| {
            waiting.insert(index, found);
            while let Some(found) = waiting.remove(&n_taken) {
                take(found);
                n_taken += 1;
            }
        };
        drop(sender);
        inbox.iter().for_each(&mut arrive);
        while let Some(read) = reader.read() {
            arrive(read);
        }
    });
}

/// Reads chunks, each once, for as many threads as ask for them.
struct Reader<'a> {
    document: &'a Document,
    stop: &'a AtomicBool,
    next: AtomicUsize,
}

impl Reader<'_> {
    /// The index and the candidates of a chunk that nobody has read; `None` at the end.
    fn read(&self) -> Option<(usize, Candidates)> {
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        let index = self.next.fetch_add(1, Ordering::Relaxed);
        let chunk = self.document.chunks().get(index)?;
        Some((index, candidates(self.document, chunk)))
    }

    fn read_all(&self, sender: &Sender<(usize, Candidates)>) {
        while let Some(read) = self.read() {
            if sender.send(read).is_err() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta};
    use crate::extract::extract;

    /// A document of five chunks, each paragraph with a date and a quotation.
    fn long() -> Document {
        let mut builder = Builder::new();
        let filler =
            "The river ran on past the mills and the meadows, and nobody came. ".repeat(60);
        for year in (1500..2000).cycle().take(1200) {
            let words = format!(
                "{filler}In May {year} the bridge opened. “It will not stand for long,” said Ann Bly."
            );
            builder.add(BlockKind::Paragraph, &words);
        }
        let document = builder.finish(Meta::default());
        assert!(document.chunks().len() >= 4, "{} chunks", document.chunks().len());
        document
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let document = long();
        let one = all_candidates(&document, 1);
        assert!(one.events.len() >= 1200 && one.quotes.len() >= 1200);
        for n_threads in [2, 16] {
            assert!(all_candidates(&document, n_threads) == one, "{n_threads} threads");
        }
    }

    #[test]
    fn steps_grow_and_end_with_everything() {
        let document = long();
        let (mut n_events, mut percents) = (Vec::new(), Vec::new());
        let whole = extract_in_steps(&document, &AtomicBool::new(false), |step| {
            percents.push(step.percent);
            n_events.extend(step.findings.map(|findings| findings.events.len()));
        });
        assert!(whole.is_some_and(|whole| whole == extract(&document)));
        assert_eq!(percents.len(), document.chunks().len());
        assert!(percents.is_sorted() && percents.last() == Some(&100), "{percents:?}");
        assert!(n_events.len() >= 2 && n_events.is_sorted() && n_events[0] > 0, "{n_events:?}");
    }

    #[test]
    fn work_that_is_stopped_ends_early() {
        let document = long();
        let stop = AtomicBool::new(false);
        let mut n_read = 0;
        // How much several threads have read by then is chance.
        each_in_order(&document, 1, &stop, &mut |_| {
            n_read += 1;
            stop.store(true, Ordering::Relaxed);
        });
        assert_eq!(n_read, 1);
        let whole = extract_in_steps(&document, &stop, |_| panic!("it was stopped before"));
        assert!(whole.is_none());
    }

    #[test]
    fn an_empty_document_has_no_steps() {
        let document = Builder::new().finish(Meta::default());
        let stop = AtomicBool::new(false);
        let whole = extract_in_steps(&document, &stop, |_| panic!("there is nothing to tell"));
        assert_eq!(whole, Some(Findings::default()));
    }
}
