//! The opening of a page: its dek, by-line and captions among its first blocks, behind the title.

use super::super::credit::people_alone;
use super::super::text::{
    Below, Line, Signer, are_captions, below_dek, day, is_about, is_note, is_of_head, is_old,
    is_personal, may_be_dek, people, signature,
};
use super::authors::{self, are_accounts};
use super::draft::{Draft, Hint};
use super::meta::About;
use super::promoted::heads_others;
use super::title::{FIRST_BLOCKS, is_heading, is_one_of, title};
use crate::document::{BlockKind, CleanText, Mark, Meta};

/// A longer dek is a paragraph.
const DEK_BYTES: usize = 500;

/// A longer by-line is a paragraph.
const LINE_BYTES: usize = 200;

/// Makes the title, the dek and the captions of the first blocks, and completes what is known.
///
/// Where the article was found in a page of a site, what stands before the title is of the site.
pub fn open(drafts: &mut Vec<Draft>, about: About, is_of_site: bool) -> Meta {
    let mut at = title(drafts, &about);
    let mut meta = about.meta;
    if let Some(index) = at.filter(|_| is_of_site) {
        let kept = |draft: &Draft| matches!(draft.kind, BlockKind::Image);
        let before: Vec<Draft> = drafts.drain(..index).filter(kept).collect();
        drafts.splice(1..1, before);
        at = Some(0);
    }
    if let Some(index) = at.filter(|index| *index > 0 && drafts[*index].hint == Hint::Headline) {
        // What stands above the heading of a post is of its blog, but for the day.
        let mut above: Vec<Draft> = drafts.drain(..index).collect();
        let last = above.len() - 1;
        let is_kept = |(at, draft): &(usize, Draft)| {
            draft.kind == BlockKind::Image || *at == last && day(&draft.text).is_some()
        };
        let kept = above.drain(..).enumerate().filter(is_kept).map(|(_, draft)| draft);
        drafts.splice(1..1, kept.collect::<Vec<_>>());
        at = Some(0);
    }
    if let Some(title) = about.titles.first().filter(|_| at.is_none() && is_of_site) {
        drafts.insert(0, Draft::of(BlockKind::Title, title));
        at = Some(0);
    }
    if let Some(index) = at {
        meta.title = Some(CleanText::line(&drafts[index].text));
        head(&mut drafts[index + 1..], &about.descriptions, &mut meta);
    }
    if let Some(names) = about.uploader.filter(|_| are_accounts(&meta.authors)) {
        meta.authors = authors::people(&names);
    }
    meta
}

/// As [`open`], for a book: where its first heading is not its title, that is put before it.
pub fn open_book(drafts: &mut Vec<Draft>, about: About) -> Meta {
    let mut meta = about.meta;
    let named = drafts
        .iter()
        .take(FIRST_BLOCKS)
        .position(|draft| is_heading(draft) && is_one_of(&draft.text, &about.titles));
    let at = match (named, &meta.title) {
        (Some(named), _) => {
            drafts[named].kind = BlockKind::Title;
            Some(named)
        }
        (None, Some(title)) => {
            drafts.insert(0, Draft::of(BlockKind::Title, title.as_str()));
            // What follows is a chapter, and has no dek of the book.
            None
        }
        (None, None) => title(drafts, &About::default()),
    };
    if let Some(index) = at {
        meta.title = Some(CleanText::line(&drafts[index].text));
        head(&mut drafts[index + 1..], &about.descriptions, &mut meta);
    }
    meta
}

/// Whether a block of the page is its dek or its by-line.
pub fn is_of_opening(draft: &Draft, about: &About) -> bool {
    is_byline(draft)
        || is_line(draft)
            && draft.kind != BlockKind::Caption
            && (draft.hint == Hint::Dek || is_one_of(&draft.text, &about.descriptions))
}

/// Whether a block of the page is a sentence between its title and its by-line.
pub fn is_above_byline(drafts: &[Draft], title: usize, index: usize) -> bool {
    let is_image = |draft: &Draft| draft.kind == BlockKind::Image;
    let draft = &drafts[index];
    index > title
        && drafts[title + 1..index].iter().all(is_image)
        && draft.kind == BlockKind::Paragraph
        && matches!(draft.hint, Hint::None | Hint::Lead)
        && draft.n_linked_bytes() == 0
        && may_be_dek(&[Line::new(&draft.text)])
        && drafts[index + 1..].iter().find(|draft| !is_image(draft)).is_some_and(is_byline)
}

/// Whether a block names who wrote the text, or when.
fn is_byline(draft: &Draft) -> bool {
    matches!(draft.kind, BlockKind::Heading { .. } | BlockKind::Paragraph)
        && (draft.hint == Hint::Byline
            || day(&draft.text).is_some()
            || draft.text.len() < LINE_BYTES && !people(&draft.text).0.is_empty())
}

/// Tells dek, by-line and captions from the text that they stand before.
fn head(drafts: &mut [Draft], descriptions: &[String], meta: &mut Meta) {
    let mut has_dek = false;
    let mut signer = Signer::default();
    for index in 0..drafts.len() {
        let is_first = drafts[..index].iter().all(|draft| match draft.kind {
            BlockKind::Caption => draft.text.lines().all(is_of_head),
            kind => kind == BlockKind::Image,
        });
        let is_dek = !has_dek
            && !is_about(&drafts[index].text, &meta.authors)
            && is_dek_draft(&drafts[index..], is_first, descriptions);
        let are_authors = are_authors(&drafts[index..]);
        let draft = &mut drafts[index];
        if draft.kind == BlockKind::Image {
            continue;
        } else if !is_line(draft) {
            return;
        } else if are_authors || is_signed(draft, meta) {
            sign(draft, &mut signer, meta);
            draft.kind = BlockKind::Caption;
        } else if is_dek {
            has_dek = true;
            draft.kind = BlockKind::Dek;
            meta.dek = Some(CleanText::line(&draft.text));
        } else if draft.kind == BlockKind::Paragraph && are_captions(&[Line::new(&draft.text)]) {
            signer.read(meta, &draft.text);
            draft.kind = BlockKind::Caption;
        } else if draft.kind != BlockKind::Caption && !is_note(&draft.text) && !draft.is_stressed()
        {
            return;
        }
    }
}

/// Whether the first of these blocks names people, and the second one tells the day.
fn are_authors(drafts: &[Draft]) -> bool {
    let [names, below, ..] = drafts else { return false };
    let published = || signature(&below.text).published;
    names.text.len() < DEK_BYTES
        && !people_alone(&names.text).is_empty()
        && published().is_some_and(|day| !is_old(day))
}

/// Whether a block of the head says who wrote or when: it is called a by-line, or reads like one. A
/// day alone as a heading is sooner that of an entry, unless it stands under the authors.
fn is_signed(draft: &Draft, meta: &Meta) -> bool {
    let is_called = draft.hint == Hint::Byline && draft.text.len() < DEK_BYTES;
    let signature = signature(&draft.text);
    let is_heading = matches!(draft.kind, BlockKind::Heading { .. });
    let is_entry = is_heading && signature.is_day_alone && meta.authors.is_empty();
    is_called || !signature.names.is_empty() || signature.published.is_some() && !is_entry
}

/// Takes who wrote and when from a block of the head.
fn sign(draft: &Draft, signer: &mut Signer, meta: &mut Meta) {
    let (named, others) = people(&draft.text);
    signer.read(meta, &draft.text);
    let is_called = draft.hint == Hint::Byline && named.is_empty() && draft.text.len() < DEK_BYTES;
    if is_called && !others.is_empty() && are_accounts(&meta.authors) {
        meta.authors = others.iter().map(|name| CleanText::line(name)).collect();
    }
}

/// Whether the first of these blocks, with nothing but images between it and the title if
/// `is_first`, is the dek: it is called so, the page describes itself by it, or it is one line that
/// is stressed or above the rest of the head.
fn is_dek_draft(drafts: &[Draft], is_first: bool, descriptions: &[String]) -> bool {
    let Some((draft, below)) = drafts.split_first() else { return false };
    let is_small = draft.text.len() <= DEK_BYTES && draft.kind != BlockKind::Caption;
    let is_words =
        draft.text.starts_with(|c: char| c.is_alphanumeric() || "“\"‘'¿¡(…«".contains(c));
    let is_other =
        || is_note(&draft.text) || heads_others(&draft.text) || day(&draft.text).is_some();
    if !is_small || !is_words || is_other() {
        return false;
    }
    let is_called = match draft.hint {
        Hint::Dek => true,
        // Several blocks in one such element are the beginning of the text.
        Hint::Lead => is_first && below.first().is_none_or(|below| below.hint != Hint::Lead),
        _ => false,
    };
    is_called
        || is_one_of(&draft.text, descriptions) && !is_like_text(draft, below)
        || is_first && is_dek_line(draft, below)
}

/// Whether a block is a paragraph as those of the text are: many pages describe themselves by the
/// first one.
fn is_like_text(draft: &Draft, below: &[Draft]) -> bool {
    // Its sentences end, as a dek need not.
    if !draft.text.ends_with(|c: char| ".!?…”\"’)".contains(c)) {
        return false;
    }
    let first = below.iter().find(|below| below.n_prose_bytes() > 0);
    let is_like = |text: &Draft| draft.kind == text.kind && draft.place == text.place;
    first.is_some_and(is_like) && !draft.is_stressed() && !draft.is_all(&Mark::Strong)
}

/// Whether a block right under the title is one line that is stressed, or that the head of the
/// article goes on under it.
fn is_dek_line(draft: &Draft, below: &[Draft]) -> bool {
    let is_personal = is_personal(&draft.text);
    let mut below = below.iter().filter(|draft| draft.kind != BlockKind::Image);
    let mut is_head_below = || {
        let mut tells = |draft: &Draft| {
            let lines: Vec<Line> = draft.text.lines().map(Line::new).collect();
            match draft.hint {
                Hint::Byline => Below::Head,
                _ if is_line(draft) => below_dek(is_personal, &lines),
                _ => Below::Text,
            }
        };
        match below.next().map(&mut tells) {
            Some(Below::People) => below.next().map(tells) == Some(Below::Head),
            told => told == Some(Below::Head),
        }
    };
    let is_stressed = draft.kind == BlockKind::Paragraph && draft.is_stressed();
    is_line(draft) && may_be_dek(&[Line::new(&draft.text)]) && (is_stressed || is_head_below())
}

fn is_line(draft: &Draft) -> bool {
    matches!(draft.kind, BlockKind::Paragraph | BlockKind::Heading { .. } | BlockKind::Caption)
}
