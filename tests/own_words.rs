//! The repository tells the article in its own words.
//!
//! The original is not in the repository. Where it lies beside it, in `../shared/article` or in
//! `$DATELINE_SHARED/article`, no tracked file has a run of eight of its words, quotations of the
//! people it names aside. Words are compared as lower-case letters and digits; a word with an
//! apostrophe is looked at both as one word and as two.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// So many words in a row are a copy.
const RUN: usize = 8;

/// An anchor outside quotations has at most so many words.
const ANCHOR_WORDS: usize = 4;

const COMPANION: &str = include_str!("../assets/edition/chinas-russia-risk.dateline.toml");

#[test]
fn no_run_of_eight_words_of_the_original_is_in_the_repository() {
    let Some(original) = original() else { return };
    let files = tracked_files();
    assert!(files.len() > 10, "the files of the repository are listed: {files:?}");
    let mut copies = Vec::new();
    for split in [Split::Joined, Split::Apart] {
        let detector = Detector::new(&original, &quotations(), split);
        for path in &files {
            // A tracked file may be deleted in the work tree.
            let Ok(bytes) = std::fs::read(path) else { continue };
            let found = detector.copies(&String::from_utf8_lossy(&bytes));
            copies.extend(found.into_iter().map(|run| format!("{}: {run}", path.display())));
        }
    }
    assert!(copies.is_empty(), "words of the original:\n{}", copies.join("\n"));
}

#[test]
fn the_detector_finds_a_planted_run_and_no_shorter_one() {
    let Some(original) = original() else { return };
    let quotations = quotations();
    let first = words(&quotations[0], Split::Joined);
    for split in [Split::Joined, Split::Apart] {
        let detector = Detector::new(&original, &quotations, split);
        let prose = words(&original, split);
        let planted = |n_words: usize| {
            format!("Xyzzy ({}) plugh.", prose[100..100 + n_words].join(", ").to_uppercase())
        };
        assert_eq!(detector.copies(&planted(RUN)).len(), 1);
        assert_eq!(detector.copies(&planted(RUN + 5)).len(), 6);
        assert_eq!(detector.copies(&planted(RUN - 1)), Vec::<String>::new());
        // A quotation may stand whole or in part, but the prose beside it may not.
        assert_eq!(detector.copies(&quotations[0]), Vec::<String>::new());
        assert_eq!(detector.copies(&first[1..].join(" ")), Vec::<String>::new());
        let beside = format!("{} {}", quotations[0], planted(RUN));
        assert_eq!(detector.copies(&beside).len(), 1);
        assert!(!detector.copies(&original).is_empty());
    }
}

#[test]
fn no_anchor_outside_quotations_is_longer_than_four_words() {
    let table: toml::Table = COMPANION.parse().expect("the companion is TOML");
    let items = ["event", "note"].into_iter().filter_map(|kind| table.get(kind)?.as_array());
    let mut n_anchors = 0;
    for selector in items.flatten().flat_map(|item| selectors(&item["anchor"])) {
        for (key, value) in selector {
            let n_words = words(value.as_str().unwrap_or(""), Split::Joined).len();
            assert!(n_words <= ANCHOR_WORDS, "{n_words} words: {key} = {value}");
            n_anchors += 1;
        }
    }
    assert!(n_anchors >= 15, "{n_anchors} anchors were looked at");
}

/// What is a word where an apostrophe stands.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Split {
    /// `chinas`
    Joined,
    /// `china`, `s`
    Apart,
}

/// The folded words of a text: lower case, letters and digits only.
fn words(text: &str, split: Split) -> Vec<String> {
    let is_apostrophe = |character: char| matches!(character, '\'' | '’' | '‘' | 'ʼ');
    let is_kept = |character: char| {
        character.is_alphanumeric() || (split == Split::Joined && is_apostrophe(character))
    };
    text.split(|character| !is_kept(character))
        .map(|word| word.replace(is_apostrophe, "").to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Finds runs of the original in other texts.
struct Detector {
    split: Split,
    runs: HashSet<Vec<String>>,
    quotations: Vec<Vec<String>>,
}

impl Detector {
    fn new(original: &str, quotations: &[String], split: Split) -> Self {
        let runs_of = |text: &str| -> HashSet<Vec<String>> {
            words(text, split).windows(RUN).map(<[String]>::to_vec).collect()
        };
        let quoted: HashSet<_> = quotations.iter().flat_map(|words| runs_of(words)).collect();
        let runs = runs_of(original).difference(&quoted).cloned().collect();
        let quotations = quotations.iter().map(|quotation| words(quotation, split)).collect();
        Self { split, runs, quotations }
    }

    /// The runs of the original in `text` that lie outside the quotations, one for each place.
    fn copies(&self, text: &str) -> Vec<String> {
        let words = words(text, self.split);
        let mut is_quoted = vec![false; words.len()];
        for quotation in &self.quotations {
            for at in (0..words.len()).filter(|at| words[*at..].starts_with(quotation)) {
                is_quoted[at..at + quotation.len()].fill(true);
            }
        }
        words
            .windows(RUN)
            .zip(is_quoted.windows(RUN))
            .filter(|(run, quoted)| !quoted.contains(&true) && self.runs.contains(*run))
            .map(|(run, _)| run.join(" "))
            .collect()
    }
}

/// The words of the people quoted, as the companion gives them.
fn quotations() -> Vec<String> {
    let table: toml::Table = COMPANION.parse().expect("the companion is TOML");
    let quotes = table["quote"].as_array().expect("quotes are a list");
    let selectors = quotes.iter().flat_map(|quote| selectors(&quote["anchor"]));
    selectors.filter_map(|selector| selector.get("exact")?.as_str().map(str::to_owned)).collect()
}

/// The selectors of an anchor, which is one table or a list of them.
fn selectors(anchor: &toml::Value) -> Vec<&toml::Table> {
    match anchor {
        toml::Value::Array(list) => list.iter().filter_map(toml::Value::as_table).collect(),
        anchor => anchor.as_table().into_iter().collect(),
    }
}

fn original() -> Option<String> {
    let shared =
        std::env::var_os("DATELINE_SHARED").map_or_else(|| root().join("../shared"), PathBuf::from);
    let path = shared.join("article/chinas-russia-risk.txt");
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) => {
            eprintln!("skipped: {}: {error}", path.display());
            None
        }
    }
}

/// The files under version control; without git, all but what is built.
fn tracked_files() -> Vec<PathBuf> {
    let listed = Command::new("git").arg("-C").arg(root()).args(["ls-files", "-z"]).output();
    match listed {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout)
            .split('\0')
            .filter(|path| !path.is_empty())
            .map(|path| root().join(path))
            .collect(),
        _ => files_under(root()),
    }
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files = Vec::new();
    for path in entries.map(|entry| entry.path()) {
        let is_built = path.ends_with("target") || path.ends_with(".git");
        match path.is_dir() {
            true if is_built || path.is_symlink() => {}
            true => files.extend(files_under(&path)),
            false => files.push(path),
        }
    }
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
