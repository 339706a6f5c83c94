//! Notes as Markdown: the words noted on as a quotation, and what was thought of them.

use super::markdown::escaped;
use super::passage::parts;
use crate::document::{CleanText, Document, LostNote, Note, Origin};
use std::fmt::Write;

/// The notes of a document, which are in the order of the text, and those without a place in it.
pub fn notes(document: &Document, notes: &[Note], lost: &[LostNote]) -> String {
    let title = document.meta.title.as_ref().map_or("Notes", |title| title.as_str());
    let mut out = format!("# {}\n", escaped(title));
    for note in notes {
        out.push('\n');
        quote(&mut out, parts(document, note.words).into_iter().map(|part| &document[part]));
        let number = document.block_around(note.words.start()).map_or(0, |block| block.number);
        let whose = if note.origin == Origin::Yours { "" } else { ", from the companion" };
        let _ = writeln!(out, ">\n> — ¶ {number}{whose}");
        say(&mut out, &note.text);
    }
    if !lost.is_empty() {
        out.push_str("\n## Without a place in this text any more\n");
    }
    for note in lost {
        out.push('\n');
        quote(&mut out, CleanText::text(&note.on.exact).as_str().split('\n'));
        say(&mut out, &note.text);
    }
    out
}

/// Writes what a note says; nothing, if it is a highlight.
fn say(out: &mut String, text: &CleanText) {
    if !text.as_str().is_empty() {
        out.push('\n');
    }
    for line in text.as_str().lines() {
        // What stands on lines of its own stays so.
        let _ = writeln!(out, "{}  ", escaped(line));
    }
}

/// Writes paragraphs as a quotation.
fn quote<'a>(out: &mut String, paragraphs: impl Iterator<Item = &'a str>) {
    for (index, paragraph) in paragraphs.enumerate() {
        out.push_str(if index > 0 { ">\n" } else { "" });
        for line in paragraph.split('\n') {
            let _ = writeln!(out, "> {}", escaped(line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta, Selector, TextRange, Unresolved};

    #[test]
    fn a_note_stands_under_the_words_it_is_on() {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, "The *fleet* sailed.");
        let title = Some(CleanText::line("A Text"));
        let document = builder.finish(Meta { title, ..Meta::default() });
        let note = |text: &str, origin| Note {
            words: TextRange::new(4, 11),
            text: CleanText::text(text),
            origin,
        };
        let all = [note("Why?\nWhere?", Origin::Yours), note("", Origin::Curated)];
        let expected = "# A Text\n\n> \\*fleet\\*\n>\n> — ¶ 1\n\nWhy?  \nWhere?  \n\n> \\*fleet\\*\n>\n> — ¶ 1, from the companion\n";
        assert_eq!(notes(&document, &all, &[]), expected);
    }

    #[test]
    fn words_of_several_paragraphs_are_a_quotation_of_several() {
        let mut builder = Builder::new();
        builder.add(BlockKind::Paragraph, "The fleet sailed.");
        builder.add(BlockKind::Paragraph, "Nobody saw it again.");
        let document = builder.finish(Meta::default());
        let words = TextRange::new(4, document.end());
        let text = CleanText::text("Why?");
        let note = Note { words, text, origin: Origin::Yours };
        let expected =
            "# Notes\n\n> fleet sailed.\n>\n> Nobody saw it again.\n>\n> — ¶ 1\n\nWhy?  \n";
        assert_eq!(notes(&document, &[note], &[]), expected);
    }

    #[test]
    fn notes_without_a_place_are_listed_with_their_words() {
        let document = Builder::new().finish(Meta::default());
        let on = Selector { exact: "the old\nharbor".to_owned(), ..Selector::default() };
        let text = CleanText::text("Where?");
        let lost = LostNote { text, on, reason: Unresolved::NotFound };
        let expected = "# Notes\n\n## Without a place in this text any more\n\n> the old\n>\n> \
                        harbor\n\nWhere?  \n";
        assert_eq!(notes(&document, &[], &[lost]), expected);
    }
}
