//! A note stays on its words when the text around it is edited, and is never on other words.
//!
//! Edits are generated from a seed. Where the words are afterwards is known from the generator,
//! which carries two signs along with them that no text has.

// clippy knows test functions, not what they call.
#![allow(clippy::unwrap_used)]

mod common;

use common::{EDITION, document_as};
use dateline::document::{Document, TextRange};
use dateline::import::Format;
use dateline::record::{Passage, find};

/// The signs before and behind the words noted on.
const SIGNS: [char; 2] = ['\u{e0a0}', '\u{e0a1}'];

/// SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// A text as an editor has it: paragraphs of words, in one of which the words noted on stand
/// between signs.
#[derive(Clone)]
struct Text {
    paragraphs: Vec<Vec<String>>,
    is_markdown: bool,
    columns: Option<usize>,
}

impl Text {
    fn of(source: &str) -> Self {
        let paragraphs = source.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
        let words = |paragraph: &str| paragraph.split_whitespace().map(str::to_owned).collect();
        Self { paragraphs: paragraphs.map(words).collect(), is_markdown: false, columns: None }
    }

    /// A chronicle that says nearly the same over and over: the hardest text for an anchor.
    fn chronicle() -> Self {
        let year = |n: usize| {
            format!(
                "In the year {} the king went to the north with his ships. The harvest was good, \
                 and the people were glad of it. In the spring of the same year the king came home \
                 with {} ships, and there was peace in the land until the winter.",
                1000 + n,
                n % 7
            )
        };
        Self::of(&(0..60).map(year).collect::<Vec<_>>().join("\n\n"))
    }

    fn source(&self) -> String {
        let paragraph = |words: &Vec<String>| {
            let mut out = String::new();
            let mut column = 0;
            for word in words {
                let is_sign = |c: char| "*_`[]<>#\\|~".contains(c);
                let word: String = match self.is_markdown {
                    true => word
                        .chars()
                        .flat_map(|c| is_sign(c).then_some('\\').into_iter().chain([c]))
                        .collect(),
                    false => word.clone(),
                };
                let length = word.chars().count() + 1;
                let breaks = self.columns.is_some_and(|columns| column + length > columns);
                if !out.is_empty() {
                    out.push(if breaks { '\n' } else { ' ' });
                }
                column = if breaks { length } else { column + length };
                out += &word;
            }
            out
        };
        self.paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("\n\n") + "\n"
    }

    fn document(&self, has_signs: bool) -> Document {
        let source = self.source();
        let source = if has_signs { source } else { source.replace(SIGNS, "") };
        let format = if self.is_markdown { Format::Markdown } else { Format::Text };
        document_as(&source, format).unwrap()
    }

    /// The document, and where the words between the signs are in it; `None` if the signs changed
    /// how the text is read.
    fn truth(&self) -> Option<(Document, TextRange)> {
        let (signed, plain) = (self.document(true), self.document(false));
        let text = |document: &Document| {
            document.chunks().iter().map(|chunk| chunk.text().to_owned()).collect::<String>()
        };
        let with_signs = text(&signed);
        if with_signs.replace(SIGNS, "") != text(&plain) {
            return None;
        }
        let start = with_signs.find(SIGNS[0])?;
        let end = with_signs.find(SIGNS[1])? - SIGNS[0].len_utf8();
        Some((plain, TextRange::new(start, end)))
    }

    /// The paragraph with the signs, and the words that they stand around.
    fn signed(&self) -> (usize, std::ops::RangeInclusive<usize>) {
        let has = |word: &String, sign: char| word.contains(sign);
        let at =
            self.paragraphs.iter().position(|words| words.iter().any(|word| has(word, SIGNS[0])));
        let at = at.unwrap();
        let index = |sign| self.paragraphs[at].iter().position(|word| has(word, sign)).unwrap();
        (at, index(SIGNS[0])..=index(SIGNS[1]))
    }

    /// Puts the signs around words at random: a few, a sentence or so, or a whole paragraph.
    fn note(&mut self, random: &mut Random) {
        // Titles and bylines come first.
        let at = 3 + random.below(self.paragraphs.len() - 3);
        let words = &mut self.paragraphs[at];
        let n = words.len();
        let length = match random.below(4) {
            0 => 1 + random.below(3),
            1 => 4 + random.below(6),
            2 => 10 + random.below(20),
            _ => n,
        };
        let length = length.min(n);
        let first = random.below(n - length + 1);
        words[first].insert(0, SIGNS[0]);
        words[first + length - 1].push(SIGNS[1]);
    }

    /// A sentence of the text itself, without signs, so that what is inserted is like what is there.
    fn sentence(&self, random: &mut Random) -> Vec<String> {
        let words = &self.paragraphs[random.below(self.paragraphs.len())];
        let from = random.below(words.len());
        let words = words[from..].iter().take(5 + random.below(15));
        words.map(|word| word.replace(SIGNS, "")).collect()
    }

    /// One edit around the words noted on, which stay as they are.
    fn edit(&mut self, random: &mut Random) {
        let (at, noted) = self.signed();
        let other = random.below(self.paragraphs.len());
        let sentence = self.sentence(random);
        match random.below(9) {
            0 => self.paragraphs.insert(random.below(self.paragraphs.len() + 1), sentence),
            1 if other != at => drop(self.paragraphs.remove(other)),
            2 => self.paragraphs.swap(other, at),
            // Before or behind the words, in their paragraph.
            3 => {
                let before = random.below(noted.start() + 1);
                self.paragraphs[at].splice(before..before, sentence);
            }
            4 => {
                let after = noted.end() + 1;
                let behind = after + random.below(self.paragraphs[at].len() - after + 1);
                self.paragraphs[at].splice(behind..behind, sentence);
            }
            5 => {
                let to = random.below(noted.start() + 1);
                let from = to.saturating_sub(1 + random.below(12));
                self.paragraphs[at].drain(from..to);
            }
            6 => {
                let from = noted.end() + 1 + random.below(self.paragraphs[at].len() - noted.end());
                let to = (from + 1 + random.below(12)).min(self.paragraphs[at].len());
                self.paragraphs[at].drain(from.min(to)..to);
            }
            7 => self.columns = Some(50 + random.below(40)),
            _ => self.is_markdown = true,
        }
    }
}

/// What became of notes.
#[derive(Debug, Default)]
struct Tally {
    kept: usize,
    lost: usize,
    wrong: Vec<String>,
    /// Texts that are read otherwise with the signs in them, so that nothing is known of them.
    unknown: usize,
}

/// The range without the signs at its ends, which a format may set otherwise.
fn letters(document: &Document, range: TextRange) -> TextRange {
    let text = &document[range];
    let start = text.find(char::is_alphanumeric).unwrap_or(0);
    let end = text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    TextRange::new(range.start() + start, range.start() + end.max(start))
}

fn passage(text: &Text) -> Option<(Passage, Document)> {
    let (document, range) = text.truth()?;
    Some((Passage::of(&document, range)?, document))
}

/// Makes `n` notes on `text`, each in a copy of it that is then edited.
fn edits(text: &Text, n: usize, seed: u64) -> Tally {
    let mut random = Random(seed);
    let mut tally = Tally::default();
    while tally.kept + tally.lost + tally.wrong.len() < n {
        assert!(tally.unknown <= n, "the signs change too many texts");
        let mut text = text.clone();
        text.note(&mut random);
        let Some((passage, _)) = passage(&text) else {
            tally.unknown += 1;
            continue;
        };
        for _ in 0..=random.below(4) {
            text.edit(&mut random);
        }
        let Some((document, truth)) = text.truth() else {
            tally.unknown += 1;
            continue;
        };
        match find(&document, &[&passage], false)[0] {
            Ok(found) if letters(&document, found) == letters(&document, truth) => tally.kept += 1,
            Ok(found) => tally.wrong.push(format!("{passage:?}\n at {:?}", &document[found])),
            Err(_) => tally.lost += 1,
        }
    }
    tally
}

#[test]
fn notes_stay_on_their_words_when_the_text_around_them_is_edited() {
    let tally = edits(&Text::of(EDITION), 200, 1);
    eprintln!(
        "an article: {} of 200 kept, {} lost, {} wrong",
        tally.kept,
        tally.lost,
        tally.wrong.len()
    );
    assert!(tally.wrong.is_empty(), "{}", tally.wrong.join("\n"));
    assert!(tally.kept >= 190, "{tally:?}");
}

#[test]
fn in_a_text_that_repeats_itself_a_note_is_rather_lost_than_wrong() {
    let tally = edits(&Text::chronicle(), 200, 2);
    eprintln!(
        "a chronicle: {} of 200 kept, {} lost, {} wrong",
        tally.kept,
        tally.lost,
        tally.wrong.len()
    );
    assert!(tally.wrong.is_empty(), "{}", tally.wrong.join("\n"));
}

#[test]
fn a_note_whose_words_are_gone_has_no_place() {
    let mut random = Random(3);
    let (mut n, mut wrong) = (0, Vec::new());
    for base in [Text::of(EDITION), Text::chronicle()] {
        for _ in 0..100 {
            let mut text = base.clone();
            text.note(&mut random);
            let Some((passage, _)) = passage(&text) else { continue };
            let (at, noted) = text.signed();
            let words: Vec<String> = text.paragraphs[at].drain(noted).collect();
            if text.paragraphs[at].is_empty() {
                text.paragraphs.remove(at);
            }
            // In some, the same words stand somewhere else.
            if random.one_in(3) {
                let other = random.below(text.paragraphs.len());
                let into = random.below(text.paragraphs[other].len() + 1);
                let copy = words.iter().map(|word| word.replace(SIGNS, ""));
                // Nine words in a row are taken for a passage that was moved.
                let n_words = words.join(" ").split(|c: char| !c.is_alphanumeric()).count();
                if n_words < 9 {
                    text.paragraphs[other].splice(into..into, copy);
                }
            }
            let document = text.document(false);
            n += 1;
            if let Ok(found) = find(&document, &[&passage], false)[0] {
                wrong.push(format!("{passage:?}\n at {:?}", &document[found]));
            }
        }
    }
    assert!(n > 150, "{n}");
    assert!(wrong.is_empty(), "{} of {n}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn an_anchor_without_context_would_be_wrong() {
    // The control: the first place with the same words, which a simpler program would take.
    let mut random = Random(2);
    let base = Text::chronicle();
    let wrong = (0..50).filter(|_| {
        let mut text = base.clone();
        text.note(&mut random);
        for _ in 0..=random.below(4) {
            text.edit(&mut random);
        }
        let Some((document, truth)) = text.truth() else { return false };
        let words = &document[truth];
        let first = document.chunks()[0].text().find(words);
        first != Some(truth.start())
    });
    assert!(wrong.count() > 0);
}
