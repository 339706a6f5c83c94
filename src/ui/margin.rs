//! Draws the signs in the margin: which rows hold words noted on, and which hold a mark.

use super::style::Role;
use super::{Glyph, Panes, Pen};
use crate::app::{NoteRef, What};
use crate::document::{CleanText, TextRange};

/// Signs stand so far left of the text: a blank between them and it.
const NOTES: u16 = 2;
/// And marks so far where a note is in the same row.
const MARKS: u16 = 4;

pub(super) fn draw(pen: &mut Pen<'_>, panes: &Panes) {
    let app = pen.app;
    let column = panes.column;
    let notes = app.notes();
    let left = |by: u16| column.x.checked_sub(by).filter(|x| *x >= panes.article.x);
    let Some(x) = left(NOTES).or_else(|| left(1)) else { return };
    let (strong, faint) = (pen.style(Role::Strong), pen.style(Role::Faint));
    for (line, y) in app.article.page.iter().zip(column.y..column.bottom()) {
        let Some(row) = &line.row else { continue };
        let here = notes.iter().filter(|note| touches(note.words, row.range));
        let sign = here.map(|note| sign(note, row.range)).min_by_key(|sign| *sign as u8);
        if let Some(sign) = sign {
            let style = if sign == Glyph::NoteBar { faint } else { strong };
            let glyph = pen.glyph(sign);
            pen.canvas.put(x, y, x + 1, glyph, style);
        }
        let mark = app.article.marginalia.placed.iter().find_map(|placed| match placed.what {
            What::Mark(letter) if row.range.contains(placed.words.start()) => Some(letter),
            _ => None,
        });
        let x = if sign.is_some() { left(MARKS) } else { Some(x) };
        if let Some((letter, x)) = mark.zip(x) {
            let letter = CleanText::line(&letter.to_string());
            pen.canvas.put(x, y, x + 1, letter.as_clean(), strong);
        }
    }
}

/// The sign of a note beside a row: its own where it begins, a bar where it goes on. A highlight
/// has the bar alone.
fn sign(note: &NoteRef<'_>, row: TextRange) -> Glyph {
    let begins = row.contains(note.words.start());
    match (begins && !note.text.as_str().is_empty(), note.id) {
        (true, Some(_)) => Glyph::Note,
        (true, None) => Glyph::TheirNote,
        (false, _) => Glyph::NoteBar,
    }
}

fn touches(words: TextRange, row: TextRange) -> bool {
    words.intersect(row).is_some()
}
