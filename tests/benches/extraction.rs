//! How fast dates and quotations are found, stage by stage, on text that is made up here.
//!
//! `cargo bench --bench extraction` prints MB/s of source text on 10 KB and 3 MB. After `--`, `100MB`
//! adds that size, and a file is measured instead. `taskset -c 0` before it gives the speed of one
//! core. The slowest stages hang on how many dates and quotations there are: here as in histories,
//! about two of each in a kilobyte where all are mixed.

use dateline::document::{Document, Findings, Layers};
use dateline::extract::{self, Candidates};
use dateline::{export, import};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Each stage is run for about so long, and its fastest run counts.
const PATIENCE: Duration = Duration::from_millis(600);

fn main() {
    println!("{:<34}{:>12}{:>10}", "stage", "text", "MB/s");
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let files: Vec<&String> =
        arguments.iter().filter(|argument| std::path::Path::new(argument).is_file()).collect();
    for file in &files {
        let text = std::fs::read_to_string(file).expect("the file is UTF-8 text");
        stages("file", &text);
    }
    if !files.is_empty() {
        return;
    }
    let is_large = arguments.iter().any(|argument| argument.eq_ignore_ascii_case("100MB"));
    for (size, name) in [(10_000, "10 KB"), (3_000_000, "3 MB"), (100_000_000, "100 MB")] {
        if size <= 3_000_000 || is_large {
            mixes(name, size);
            stages(name, &prose(size, Mix::All));
        }
    }
}

/// The speed on texts that have one thing to find.
fn mixes(name: &str, size: usize) {
    for (stage, mix) in [
        ("candidates, plain narration", Mix::Plain),
        ("candidates, dates", Mix::Dates),
        ("candidates, quotations", Mix::Quotes),
    ] {
        let text = prose(size, mix);
        let document = read(&text);
        row(stage, name, text.len(), &mut || {
            black_box(candidates(&document));
        });
    }
}

/// The speed of every stage on one text.
fn stages(name: &str, text: &str) {
    let row = |stage: &str, work: &mut dyn FnMut()| row(stage, name, text.len(), work);
    row("import", &mut || {
        black_box(read(text));
    });
    let document = read(text);
    row("candidates", &mut || {
        black_box(candidates(&document));
    });
    let found = candidates(&document);
    row("resolve, with a copy of those", &mut || {
        black_box(extract::resolve(&document, found.clone()));
    });
    row("extract, on every core", &mut || {
        black_box(extract::extract(&document));
    });
    let findings = extract::extract(&document);
    row("merge, with a copy of those", &mut || {
        black_box(Layers::merge(findings.clone(), Findings::default()));
    });
    let layers = Layers::merge(findings.clone(), Findings::default());
    row("export json", &mut || {
        black_box(export::json(&document, &layers));
    });
    row("all of it, from text to json", &mut || {
        let document = read(text);
        let layers = Layers::merge(extract::extract(&document), Findings::default());
        black_box(export::json(&document, &layers));
    });
}

fn row(stage: &str, name: &str, n_bytes: usize, work: &mut dyn FnMut()) {
    println!("{stage:<34}{name:>12}{:>10.1}", speed(n_bytes, work));
}

fn read(text: &str) -> Document {
    import::import(text.as_bytes()).expect("it is text").document
}

fn candidates(document: &Document) -> Candidates {
    let mut all = Candidates::default();
    for chunk in document.chunks() {
        all.append(extract::candidates(document, chunk));
    }
    all
}

/// MB/s of the fastest run.
fn speed(n_bytes: usize, work: &mut dyn FnMut()) -> f64 {
    let start = Instant::now();
    let mut best = Duration::MAX;
    while best == Duration::MAX || start.elapsed() < PATIENCE {
        let begin = Instant::now();
        work();
        best = best.min(begin.elapsed());
    }
    n_bytes as f64 / 1e6 / best.as_secs_f64()
}

/// What a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mix {
    /// No date and no quotation.
    Plain,
    /// A date in every fourth sentence.
    Dates,
    /// A quotation in every fourth sentence.
    Quotes,
    /// Dates and quotations, each in every sixth sentence.
    All,
}

/// Numbers that look random and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        // Knuth's constants for a linear congruential generator of 64 bits.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        ((self.0 >> 33) as usize) % n
    }

    fn pick(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }
}

const WHO: &[&str] =
    &["the miller", "a clerk", "the harbor master", "her brother", "the council", "an engineer"];
const DID: &[&str] =
    &["opened", "sold", "abandoned", "measured", "painted", "lost", "rebuilt", "inherited"];
const WHAT: &[&str] =
    &["the old bridge", "two ferries", "a mill", "the long pier", "his maps", "every lantern"];
const HOW: &[&str] = &[
    "before the snow came",
    "against all advice",
    "while the river was low",
    "for less than it was worth",
    "as if nothing had happened",
];
const NAMES: &[&str] =
    &["Ann Bly", "Dr. Ben Coe", "Clara von Esch", "Mr. Dunmore", "Edda Falk", "Gil Hart"];
const MONTHS: &[&str] = &["January", "March", "May", "August", "October", "December"];
const SAID: &[&str] = &["said", "told me", "wrote", "added", "asked", "insisted"];

/// Paragraphs of invented sentences, about `size` bytes in all, the same every time.
fn prose(size: usize, mix: Mix) -> String {
    let mut dice = Dice(7);
    let mut text = String::with_capacity(size + 1000);
    while text.len() < size {
        for _ in 0..3 + dice.below(5) {
            text += &sentence(&mut dice, mix);
            text.push(' ');
        }
        text += "\n\n";
    }
    text
}

fn sentence(dice: &mut Dice, mix: Mix) -> String {
    let kind = match (mix, dice.below(12)) {
        (Mix::Dates, 0..3) | (Mix::All, 0..2) => Mix::Dates,
        (Mix::Quotes, 0..3) | (Mix::All, 2..4) => Mix::Quotes,
        _ => Mix::Plain,
    };
    let (who, did, what, how) = (dice.pick(WHO), dice.pick(DID), dice.pick(WHAT), dice.pick(HOW));
    match kind {
        Mix::Dates => {
            let year = 1700 + dice.below(320);
            let date = match dice.below(5) {
                0 => format!("On {} {}, {year}", dice.pick(MONTHS), 1 + dice.below(28)),
                1 => format!("In {} {year}", dice.pick(MONTHS)),
                2 => format!("In the {}0s", year / 10),
                3 => format!("By the spring of {year}"),
                _ => format!("In {year}"),
            };
            format!("{date}, {who} {did} {what} {how}.")
        }
        Mix::Quotes => {
            let (name, said) = (dice.pick(NAMES), dice.pick(SAID));
            format!("“We {did} {what} {how},” {said} {name}.")
        }
        Mix::Plain | Mix::All => format!("Nobody knew why {who} had {did} {what} {how}."),
    }
}
