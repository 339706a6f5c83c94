//! Transcripts: paragraphs that begin with the name of who speaks, `HALE: …` or `Q: …`.

use super::name::bare_words;
use crate::extract::word_map::WordSet;
use std::collections::HashMap;
use std::ops::Range;

/// A label is no longer, in bytes.
const LONGEST: usize = 48;
/// Of so many who speak once in a transcript it is asked whether the text names them.
const MOST_ONCE: usize = 32;

/// Who speaks in a paragraph, by its first words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The name, in bytes of the block; `None` for a bare `Q` or `A`, or `Question` or `Answer`.
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
    if let Some(after) = ["Q. ", "A. "].iter().find_map(|letter| text.strip_prefix(letter)) {
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
    let is_letter = matches!(name, "Q" | "A" | "Question" | "Answer");
    let words = || name.split(' ');
    let n_words = words().count();
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    if n_words > 4 || !words().all(is_name) {
        return None;
    }
    let is_initials = is_initials(name);
    let is_plain = is_initials || name.chars().any(char::is_lowercase);
    let is_long = name.chars().filter(|c| c.is_alphabetic()).take(3).count() > 2;
    let named = Label { name: Some(0..colon), speech_at, is_plain };
    match is_letter {
        true => Some(Label { name: None, is_plain: false, ..named }),
        false => ((is_long || is_initials) && !is_notice(name)).then_some(named),
    }
}

/// `LF`: the initials of who speaks.
fn is_initials(name: &str) -> bool {
    name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a label tells what follows rather than who speaks: `Note:`, `Ingredients:`.
fn is_notice(name: &str) -> bool {
    #[rustfmt::skip]
    const NOTICES: &WordSet<256> = &WordSet::new(()).with(&[
        "abstract", "address", "advantages", "after", "aim", "am", "answers", "author", "background",
        "bc", "before", "bonus", "caption", "cast", "caution", "conclusion", "cons", "contact",
        "correction", "cost", "credit", "credits", "danger", "date", "day", "definition",
        "description", "details", "directions", "director", "disclaimer", "disclosure", "duration",
        "email", "eu", "example", "examples", "exercise", "fact", "facts", "fig", "figure", "genre",
        "goal", "hint", "hints", "hours", "how", "id", "image", "important", "info", "ingredients",
        "instructions", "ip", "issue", "item", "key", "keywords", "language", "lesson", "link",
        "links", "list", "location", "materials", "method", "myth", "name", "nb", "notes", "note",
        "objective", "option", "part", "phase", "phone", "photo", "photos", "picture", "place",
        "plot", "pm", "point", "price", "problem", "pros", "ps", "publisher", "purpose", "rating",
        "recipe", "related", "remark", "reminder", "requirements", "result", "results", "rule",
        "runtime", "score", "section", "see", "serves", "servings", "size", "solution", "source",
        "sources", "spoiler", "stage", "status", "step", "steps", "subject", "summary", "table",
        "takeaway", "takeaways", "time", "tip", "tips", "title", "todo", "tools", "total", "type",
        "uk", "update", "updates", "updated", "us", "use", "venue", "verdict", "version", "video",
        "warning", "website", "what", "when", "where", "who", "why", "year", "yield",
    ], ());
    let is_one = |word: &str| NOTICES.contains(&word.to_lowercase());
    let (first, last) = (name.split(' ').next(), name.split(' ').next_back());
    first.is_some_and(is_one) || last.is_some_and(is_one)
}

/// The labels of a chunk: only where two of them take turns is it a transcript.
#[derive(Debug, Default)]
pub struct Labels<'a> {
    /// Those who speak, by what their labels have in common.
    sides: HashMap<String, Side>,
    /// So many have a label, and so many take turns with a plain one, `Q` and `A` among them.
    n_labels: usize,
    n_turns: usize,
    /// Plain labels of one paragraph each, of those whom the text names elsewhere.
    once: Vec<&'a str>,
}

/// Whoever speaks by the labels of one surname: `Maria Fox`, later `Fox`, `FOX` or `Sen. Fox`.
#[derive(Debug, Default)]
struct Side {
    n_speeches: u32,
    /// So many have a label that is not in capitals.
    n_plain: u32,
    /// Its full names, in small letters: more than one are as many people.
    full: Vec<String>,
}

impl Side {
    fn add(&mut self, label: &Label, words: &str) {
        self.n_speeches += 1;
        self.n_plain += u32::from(label.is_plain);
        let full = full_name(words);
        if full.contains(' ') && !self.full.contains(&full) {
            self.full.push(full);
        }
    }

    fn is_plain(&self) -> bool {
        self.n_plain == self.n_speeches
    }

    fn n_people(&self) -> usize {
        self.full.len().max(1)
    }
}

/// A label without its titles, in small letters.
fn full_name(words: &str) -> String {
    bare_words(words).collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What the labels of one person have in common.
fn surname(words: &str) -> String {
    bare_words(words).last().unwrap_or(words).to_lowercase()
}

impl<'a> Labels<'a> {
    /// Counts the labels of all paragraphs.
    pub fn of(paragraphs: impl Iterator<Item = &'a str> + Clone) -> Self {
        let mut sides: HashMap<String, Side> = HashMap::new();
        let mut plain = Vec::new();
        for text in paragraphs.clone() {
            let Some(label) = label(text) else { continue };
            let words = label.words(text);
            sides.entry(surname(words)).or_default().add(&label, words);
            plain.extend(label.is_plain.then_some(words));
        }
        let is_once =
            |name: &&str| sides.get(&surname(name)).is_some_and(|one| one.n_speeches == 1);
        let mut once: Vec<&str> = plain.into_iter().filter(is_once).collect();
        sides.retain(|_, side| !side.is_plain() || side.n_speeches > 1);
        let n_people = |is_counted: fn(&str, &Side) -> bool| -> usize {
            let counted = sides.iter().filter(|(name, side)| is_counted(name, side));
            counted.map(|(_, side)| side.n_people()).sum()
        };
        let n_plain = n_people(|_, side| side.n_plain > 0);
        let n_turns = n_plain + n_people(|name, _| matches!(name, "q" | "a"));
        let n_labels = n_people(|_, _| true);
        // Where two take turns, a third one may say one thing.
        let names = |text: &str, name: &str| !text.starts_with(name) && text.contains(name);
        once.truncate(if n_plain > 1 { MOST_ONCE } else { 0 });
        once.retain(|name| paragraphs.clone().any(|text| names(text, name)));
        Self { sides, n_labels, n_turns, once }
    }

    /// The label of a paragraph, if it is sure enough.
    pub fn label(&self, text: &str) -> Option<Label> {
        label(text).filter(|found| {
            let name = found.words(text);
            match self.sides.get(&surname(name)) {
                Some(side) if side.is_plain() => self.n_turns > 1,
                Some(_) => self.n_labels > 1,
                None => self.n_turns > 1 && self.once.contains(&name),
            }
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
    fn initials_that_take_turns_are_labels() {
        let both = ["NY: Why?", "LF: So.", "NY: Oh.", "LF: Yes."];
        assert!(Labels::of(both.into_iter()).label(both[0]).is_some());
        let once = ["NY: Why?", "LF: So."];
        assert!(Labels::of(once.into_iter()).label(once[0]).is_none());
        let times = ["AM: shut", "PM: open", "AM: shut", "PM: open"];
        assert!(Labels::of(times.into_iter()).label(times[0]).is_none());
    }

    #[test]
    fn a_label_may_be_shorter_later() {
        let talk = ["Maria Fox: Why?", "Tom Hale: So.", "Fox: Oh.", "Sen. Fox: Ah.", "HALE: Yes."];
        let labels = Labels::of(talk.into_iter());
        assert!(talk.iter().all(|text| labels.label(text).is_some()));
        let twins = ["Maria Fox: Why?", "Karl Fox: So.", "Maria Fox: Oh.", "Karl Fox: Yes."];
        assert!(Labels::of(twins.into_iter()).label(twins[0]).is_some());
        let alone = ["Maria Fox: Why?", "Fox: So.", "Fox: Oh."];
        assert!(Labels::of(alone.into_iter()).label(alone[1]).is_none());
    }

    #[test]
    fn whoever_speaks_once_among_others_is_named_elsewhere() {
        let talk = ["Karl Hale came.", "Ruiz: Why?", "Fox: So.", "Ruiz: Oh.", "Fox: Yes."];
        let one = "Hale: No.";
        let labels = Labels::of(talk.into_iter().chain([one, "Weather: wet."]));
        assert!(labels.label(one).is_some() && labels.label("Weather: wet.").is_none());
        assert!(Labels::of(["Karl Hale came.", one].into_iter()).label(one).is_none());
    }

    #[test]
    fn plain_names_are_labels_where_two_of_them_take_turns() {
        let both = ["Ruiz: Why?", "Fox: So.", "Ruiz: Oh.", "Fox: Yes."];
        assert!(Labels::of(both.into_iter()).label(both[0]).is_some());
        let accented = ["Élise: Why?", "Óscar: So.", "Élise: Oh.", "Óscar: Yes."];
        assert!(Labels::of(accented.into_iter()).label(accented[1]).is_some());
        assert!(Labels::of(["Note: a", "Note: b"].into_iter()).label("Note: a").is_none());
        let recipe = ["Note: a", "Tip: b", "Note: c", "Tip: d"];
        assert!(Labels::of(recipe.into_iter()).label(recipe[0]).is_none());
        assert!(Labels::of(["UPDATE: a"].into_iter()).label("UPDATE: a").is_none());
    }
}
