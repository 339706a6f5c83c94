//! Notes as Markdown: the words noted on as a quotation, and what was thought of them.

use super::markdown::escaped;
use super::passage::parts;
use crate::document::{Document, Note, Origin};
use std::fmt::Write;

/// The notes of a document, which are in the order of the text.
pub fn notes(document: &Document, notes: &[Note]) -> String {
    let title = document.meta.title.as_ref().map_or("Notes", |title| title.as_str());
    let mut out = format!("# {}\n", escaped(title));
    for note in notes {
        out.push('\n');
        quote(&mut out, parts(document, note.words).into_iter().map(|part| &document[part]));
        let number = document.block_around(note.words.start()).map_or(0, |block| block.number);
        let whose = if note.origin == Origin::Yours { "" } else { ", from the companion" };
        let _ = writeln!(out, ">\n> — ¶ {number}{whose}");
        if !note.text.as_str().is_empty() {
            out.push('\n');
        }
        for line in note.text.as_str().lines() {
            // What stands on lines of its own stays so.
            let _ = writeln!(out, "{}  ", escaped(line));
        }
    }
    out
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
    use crate::document::{BlockKind, Builder, CleanText, Meta, TextRange};

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
        assert_eq!(notes(&document, &all), expected);
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
        assert_eq!(notes(&document, &[note]), expected);
    }
}
