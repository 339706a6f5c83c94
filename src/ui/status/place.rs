//! The place in words: how far into the text, which paragraph, how long the rest takes.

use super::super::{Glyph, Pen};
use crate::app::App;
use crate::document::{CleanText, Extent, columns};

/// Bytes of English prose that are read in a minute: 238 words of 6 letters.
const BYTES_PER_MINUTE: usize = 238 * 6;
/// What takes longer nobody reads through.
const MOST_MINUTES: usize = 100 * 60;

/// `38%  file 2/3  ¶ 9 of 23  6 min left`, as much of it as fits.
pub(super) fn place_words(pen: &Pen<'_>, room: u16) -> CleanText {
    let app = pen.app;
    let document = &app.document;
    let percent = percent(app);
    let number = document.block_around(app.article.place()).map_or(0, |block| block.number);
    let sign = pen.glyph(Glyph::Paragraph).as_str();
    let mut words = percent.map_or_else(String::new, |percent| format!("{percent}%"));
    let file = app.settings.file;
    let (total, left) = match document.extent {
        Extent::Whole => {
            let left = time_left(document.end().saturating_sub(app.article.place()));
            (format!(" of {}", document.n_paragraphs()), left)
        }
        // How much there is, is not known yet.
        Extent::Beginning(Some(read)) => (String::new(), Some(format!("reading {read}%"))),
        Extent::Beginning(None) => (String::new(), Some("reading".to_owned())),
    };
    let parts = [
        (file.of > 1).then(|| format!("file {}/{}", file.number, file.of)),
        app.view.is_unlinked.then(|| "unlinked".to_owned()),
        Some(format!("{sign}{}{total}", number.max(1))),
        left,
    ];
    for part in parts.into_iter().flatten() {
        if columns(&words) + columns(&part) + 2 > usize::from(room) {
            break;
        }
        if !words.is_empty() {
            words += "  ";
        }
        words += &part;
    }
    CleanText::line(&words)
}

/// How far into the text a place is, as far as its length is known.
fn percent(app: &App) -> Option<u64> {
    let (document, place) = (&app.document, app.article.place() as u64);
    if let Some(length) = app.known_length() {
        return Some((place * 100 / length).min(100));
    }
    let share = match document.extent {
        Extent::Whole => 100,
        Extent::Beginning(share) => u64::from(share?),
    };
    Some(place * share / document.end().max(1) as u64)
}

/// How long the rest of the text takes to read; `None` at its end.
fn time_left(bytes: usize) -> Option<String> {
    let minutes = bytes.div_ceil(BYTES_PER_MINUTE);
    match minutes {
        0 => None,
        1..120 => Some(format!("{minutes} min left")),
        120..MOST_MINUTES => Some(format!("{} h left", minutes / 60)),
        _ => None,
    }
}
