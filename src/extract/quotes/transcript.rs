//! Transcripts: paragraphs that begin with the name of who speaks, `HALE: …` or `Q: …`.

use std::collections::HashMap;
use std::ops::Range;

/// A label is no longer, in bytes.
const LONGEST: usize = 48;

/// Who speaks in a paragraph, by its first words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The name, in bytes of the block; `None` for a bare `Q` or `A`.
    pub name: Option<Range<usize>>,
    /// Where the speech begins.
    pub speech_at: usize,
    /// Whether only other labels like it make it one: it is not in capitals.
    pub is_plain: bool,
}

impl Label {
    /// The name, or the `Q` or `A`, in the paragraph that it begins.
    fn words<'a>(&self, text: &'a str) -> &'a str {
        let letter = 0..1;
        &text[self.name.clone().unwrap_or(letter)]
    }
}

/// The label that begins a paragraph.
pub fn label(text: &str) -> Option<Label> {
    if let Some(after) = text.strip_prefix("Q. ").or_else(|| text.strip_prefix("A. ")) {
        let speech_at = text.len() - after.trim_start().len();
        return (speech_at < text.len()).then_some(Label {
            name: None,
            speech_at,
            is_plain: false,
        });
    }
    let head = &text.as_bytes()[..text.len().min(LONGEST)];
    let colon = memchr::memchr(b':', head)?;
    let name = &text[..colon];
    let after = &text[colon + 1..];
    let speech_at = text.len() - after.trim_start().len();
    if speech_at == colon + 1 || speech_at == text.len() {
        return None;
    }
    let is_letter = matches!(name, "Q" | "A");
    let words = || name.split(' ');
    let n_words = words().count();
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    if n_words > 4 || !words().all(is_name) {
        return None;
    }
    let is_plain = name.chars().any(char::is_lowercase);
    let is_long = name.chars().filter(|c| c.is_alphabetic()).take(3).count() > 2;
    let named = Label { name: Some(0..colon), speech_at, is_plain };
    match is_letter {
        true => Some(Label { name: None, ..named }),
        false => is_long.then_some(named),
    }
}

/// The labels of a chunk: only where two of them take turns is it a transcript.
#[derive(Debug, Default)]
pub struct Labels<'a> {
    /// How often each one begins a paragraph.
    counts: HashMap<&'a str, u32>,
    n_plain: usize,
}

impl<'a> Labels<'a> {
    /// Counts the labels of all paragraphs.
    pub fn of(paragraphs: impl Iterator<Item = &'a str>) -> Self {
        let mut counts: HashMap<&str, u32> = HashMap::new();
        let mut plain = HashMap::new();
        for text in paragraphs {
            let Some(label) = label(text) else { continue };
            let name = label.words(text);
            let list = if label.is_plain { &mut plain } else { &mut counts };
            *list.entry(name).or_default() += 1;
        }
        plain.retain(|_, count| *count > 1);
        let n_plain = plain.len();
        counts.extend(plain);
        Self { counts, n_plain }
    }

    /// The label of a paragraph, if it is sure enough.
    pub fn label(&self, text: &str) -> Option<Label> {
        label(text).filter(|found| {
            let name = found.words(text);
            let n_labels = if found.is_plain { self.n_plain } else { self.counts.len() };
            n_labels > 1 && self.counts.contains_key(name)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: Option<&str>) {
        let found = label(text).filter(|found| !found.is_plain);
        assert_eq!(found.and_then(|found| found.name).map(|name| &text[name]), name);
    }

    #[test]
    fn capitals_before_a_colon_are_a_label() {
        check("MR. HALE: We sank.", Some("MR. HALE"));
        check("ANA RUIZ: We sank.", Some("ANA RUIZ"));
        check("Note: we sank.", None);
        check("AT 5: we sank.", None);
        check("RUIZ:", None);
        assert_eq!(label("Q: Why?").map(|found| (found.name, found.speech_at)), Some((None, 3)));
    }

    #[test]
    fn plain_names_are_labels_where_two_of_them_take_turns() {
        let both = ["Ruiz: Why?", "Fox: So.", "Ruiz: Oh.", "Fox: Yes."];
        assert!(Labels::of(both.into_iter()).label(both[0]).is_some());
        let accented = ["Élise: Why?", "Óscar: So.", "Élise: Oh.", "Óscar: Yes."];
        assert!(Labels::of(accented.into_iter()).label(accented[1]).is_some());
        assert!(Labels::of(["Note: a", "Note: b"].into_iter()).label("Note: a").is_none());
        assert!(Labels::of(["UPDATE: a"].into_iter()).label("UPDATE: a").is_none());
    }
}
