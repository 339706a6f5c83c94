//! The head of a text as Pandoc writes it: lines that begin with `%`, for the title, the authors and
//! the date.

use super::{Front, front};

/// A longer head is text.
const MOST_LINES: usize = 12;

/// The metadata in the head of a text, and what follows. One line that begins with `%` may be
/// anything: it takes two.
pub fn split(text: &str) -> (Option<Front>, &str) {
    let mut at = 0;
    let mut fields: Vec<Vec<&str>> = Vec::new();
    for line in text.split_inclusive('\n').take(MOST_LINES) {
        let words = line.trim();
        let is_open = !fields.is_empty();
        match line.strip_prefix('%') {
            Some(rest) if fields.len() < 3 && (rest.starts_with(' ') || rest.trim().is_empty()) => {
                fields.push(vec![rest.trim()]);
            }
            None if is_open && words.is_empty() => break,
            // A line that is set in goes on with the field.
            None if line.starts_with(' ') => match fields.last_mut() {
                Some(field) => field.push(words),
                None => return (None, text),
            },
            _ => return (None, text),
        }
        at += line.len();
    }
    let [title, authors, date @ ..] = &fields[..] else { return (None, text) };
    let title = title.join(" ");
    if title.is_empty() {
        return (None, text);
    }
    let authors = authors.iter().flat_map(|line| line.split(';')).map(str::trim);
    let fields = [
        ("title".to_owned(), vec![title]),
        (
            "authors".to_owned(),
            authors.filter(|name| !name.is_empty()).map(str::to_owned).collect(),
        ),
        ("date".to_owned(), date.iter().flatten().map(|date| (*date).to_owned()).collect()),
    ];
    (Some(front(&fields)), &text[at..])
}
