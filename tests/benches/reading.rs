//! How long the parts of reading take on 10 KB, 3 MB and 100 MB of text that is made up here.
//!
//! `cargo bench --bench reading`; after `--`, a word selects the rows that have it, so that
//! `cargo bench --bench reading -- search` measures search alone. The whole program is measured
//! beside others by `tests/compare.py`.

use dateline::document::{Case, Document, Folded};
use dateline::import::{Arriving, HEAD_BYTES, Options};
use dateline::layout::{Flow, RowCache, RowPlace};
use dateline::search::{Query, count};
use dateline::{extract, import};
use divan::Bencher;
use divan::counter::BytesCount;
use std::hint::black_box;
use std::sync::OnceLock;

/// Bytes of the texts.
const SIZES: [usize; 3] = [10_000, 3_000_000, 100_000_000];
/// The measure, and the lines of a page.
const PAGE: (usize, usize) = (72, 35);
/// Words that stand once, near the end.
const PHRASE: &str = "the \"vermilion\" heron";

fn main() {
    divan::main();
}

/// Paragraphs of invented sentences with dates and quotations, the same every time.
fn prose(size: usize) -> String {
    const WHO: [&str; 5] = ["the miller", "a clerk", "the council", "an engineer", "Dr. Ben Coe"];
    const DID: [&str; 5] = ["opened", "sold", "abandoned", "measured", "rebuilt"];
    const WHAT: [&str; 4] = ["the old bridge", "two ferries", "a mill", "every lantern"];
    let mut text = String::with_capacity(size + 1000);
    let mut n = 7u64;
    let mut pick = |words: &[&'static str]| {
        // Knuth's constants for a linear congruential generator of 64 bits.
        n = n.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        words[(n >> 33) as usize % words.len()]
    };
    while text.len() < size {
        let (who, did, what) = (pick(&WHO), pick(&DID), pick(&WHAT));
        let year = 1700 + text.len() % 320;
        text += &format!("In May {year}, {who} {did} {what}, though nobody had asked for it. ");
        text += &format!("“We {} {},” said {who}. ", pick(&DID), pick(&WHAT));
        if text.len().is_multiple_of(7) {
            text += "\n\n";
        }
    }
    text + "\n\nAbove it flew the “vermilion” heron.\n"
}

fn nth(size: usize) -> usize {
    SIZES.iter().position(|of| *of == size).expect("one of the sizes")
}

fn text(size: usize) -> &'static str {
    static TEXTS: [OnceLock<String>; 3] = [const { OnceLock::new() }; 3];
    TEXTS[nth(size)].get_or_init(|| prose(size))
}

fn document(size: usize) -> &'static Document {
    static DOCUMENTS: [OnceLock<Document>; 3] = [const { OnceLock::new() }; 3];
    DOCUMENTS[nth(size)].get_or_init(|| read(text(size).as_bytes()))
}

fn read(bytes: &[u8]) -> Document {
    import::import(bytes).expect("it is text").document
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn open(bencher: Bencher<'_, '_>, size: usize) {
    let text = text(size).as_bytes();
    bencher.counter(BytesCount::new(size)).bench_local(|| read(black_box(text)));
}

/// The beginning of a file, laid out as a page.
#[divan::bench(args = SIZES, sample_count = 20)]
fn first_page(bencher: Bencher<'_, '_>, size: usize) {
    let bytes = text(size).as_bytes();
    let head = &bytes[..bytes.len().min(HEAD_BYTES)];
    bencher.bench_local(|| {
        let mut arriving = Arriving::new(Options::default());
        arriving.take(head).expect("it is text");
        let document = arriving.so_far().expect("it is text").expect("there is a beginning");
        let mut cache = RowCache::default();
        Flow::new(&document, &mut cache, PAGE.0).page(RowPlace::default(), PAGE.1)
    });
}

/// A page in the middle, of which nothing is laid out yet.
#[divan::bench(args = SIZES)]
fn wrap_a_page(bencher: Bencher<'_, '_>, size: usize) {
    let document = document(size);
    bencher.bench_local(|| {
        let mut cache = RowCache::default();
        let mut flow = Flow::new(document, &mut cache, PAGE.0);
        let top = flow.place_of(document.end() / 2);
        flow.page(top, PAGE.1)
    });
}

/// The last page at one measure, and then at another.
#[divan::bench(args = SIZES)]
fn resize(bencher: Bencher<'_, '_>, size: usize) {
    let document = document(size);
    let mut cache = RowCache::default();
    bencher.bench_local(|| {
        for measure in [PAGE.0, PAGE.0 / 2] {
            let mut flow = Flow::new(document, &mut cache, measure);
            let top = flow.last_top(PAGE.1);
            black_box(flow.page(top, PAGE.1));
        }
    });
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn fold(bencher: Bencher<'_, '_>, size: usize) {
    let document = document(size);
    bencher.counter(BytesCount::new(size)).bench_local(|| {
        let mut folded = Folded::default();
        for block in document.blocks() {
            folded.refold(&document[block.range], Case::Lowered);
            black_box(folded.text());
        }
    });
}

/// All hits of words near the end, on one core.
#[divan::bench(args = SIZES, sample_count = 5)]
fn search_rare(bencher: Bencher<'_, '_>, size: usize) {
    search(bencher, size, PHRASE);
}

/// All hits of a word that is everywhere, on one core.
#[divan::bench(args = SIZES, sample_count = 5)]
fn search_common(bencher: Bencher<'_, '_>, size: usize) {
    search(bencher, size, "the");
}

fn search(bencher: Bencher<'_, '_>, size: usize, phrase: &str) {
    let document = document(size);
    let query = Query::phrase(phrase).expect("it folds to something");
    bencher.counter(BytesCount::new(size)).bench_local(|| {
        let chunks = document.chunks().iter();
        chunks.map(|chunk| count(chunk, &query).total).sum::<usize>()
    });
}

/// Dates and quotations, on every core.
#[divan::bench(args = SIZES, sample_count = 3)]
fn extract(bencher: Bencher<'_, '_>, size: usize) {
    let document = document(size);
    bencher.counter(BytesCount::new(size)).bench_local(|| extract::extract(document));
}
