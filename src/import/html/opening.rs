//! The opening of a page: its title, dek, by-line and captions among its first blocks.

use super::super::text::{
    Below, Line, Signer, are_captions, below_dek, day, is_about, is_note, is_of_head, is_personal,
    may_be_dek, people, signature,
};
use super::authors::are_accounts;
use super::draft::{Draft, Hint};
use super::meta::About;
use crate::document::{BlockKind, CleanText, Mark, Meta, fold};

/// The title stands among the first blocks.
pub const FIRST_BLOCKS: usize = 60;

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

fn is_heading(draft: &Draft) -> bool {
    matches!(draft.kind, BlockKind::Heading { .. })
}

/// The block that is the title, made so.
fn title(drafts: &mut Vec<Draft>, about: &About) -> Option<usize> {
    let mut index = title_index(drafts, about).or_else(|| title_line(drafts, about))?;
    let next = drafts.get(index + 1).filter(|draft| is_heading(draft));
    if about.is_converted && is_file_name(&drafts[index].text) && next.is_some() {
        // Converters put the name of the file where a title is missing.
        drafts.remove(index);
        index = title_index(drafts, &About::default()).unwrap_or(index);
    }
    if headline(drafts, about) == Some(index) {
        drafts[index].hint = Hint::Headline;
    }
    drafts[index].kind = BlockKind::Title;
    Some(index)
}

/// The line of a paragraph before the text that says the title of the page, as a block of its own.
fn title_line(drafts: &mut Vec<Draft>, about: &About) -> Option<usize> {
    let says_title = |draft: &Draft| {
        let line = draft.text.lines().next().unwrap_or("");
        draft.kind == BlockKind::Paragraph && is_one_of(line, &about.titles)
    };
    let is_text = |draft: &Draft| draft.n_prose_bytes() > 0;
    let n_first =
        drafts.iter().take(FIRST_BLOCKS).position(is_text).map_or(FIRST_BLOCKS, |at| at + 1);
    let index = drafts.iter().take(n_first).position(says_title)?;
    if drafts[index].text.contains('\n') {
        let rest = drafts[index].split_line()?;
        drafts.insert(index + 1, rest);
    }
    Some(index)
}

/// The heading among the first blocks that is the title: the one that the page names, or else the
/// first of the first rank, if no text stands before it.
pub fn title_index(drafts: &[Draft], about: &About) -> Option<usize> {
    let first = &drafts[..drafts.len().min(FIRST_BLOCKS)];
    let is_of_rank = |draft: &Draft| matches!(draft.kind, BlockKind::Heading { level: 1..=3 });
    let is_named = |draft: &Draft| is_of_rank(draft) && is_one_of(&draft.text, &about.titles);
    let is_high = |draft: &Draft| is_of_rank(draft) && !draft.is_site_name();
    let is_first =
        |draft: &Draft| draft.kind == BlockKind::Heading { level: 1 } && !draft.is_site_name();
    let begins = |draft: &Draft| {
        is_high(draft) && begins_one_of(&draft.text, &about.titles)
            || is_first(draft) && is_part_of_one(&draft.text, &about.titles)
    };
    let n_before = first.iter().position(|draft| draft.n_prose_bytes() > 0).unwrap_or(first.len());
    headline(drafts, about)
        .filter(|index| *index <= n_before)
        .or_else(|| first.iter().position(is_named))
        .or_else(|| first.iter().position(begins))
        .or_else(|| {
            first.iter().position(|draft| is_high(draft) && ends_one_of(&draft.text, &about.titles))
        })
        .or_else(|| first[..n_before].iter().position(is_first))
}

/// The heading that is called that of a post, or leads to the page itself, if it is the only one.
fn headline(drafts: &[Draft], about: &About) -> Option<usize> {
    let only = |is_such: &dyn Fn(&Draft) -> bool| {
        let mut found = (0..drafts.len()).filter(|index| is_such(&drafts[*index]));
        found.next().filter(|_| found.next().is_none())
    };
    let url = about.meta.url.as_ref().map(CleanText::as_str);
    let leads_here =
        |draft: &Draft| is_heading(draft) && url.is_some() && draft.whole_link() == url;
    only(&|draft| is_heading(draft) && draft.hint == Hint::Headline).or_else(|| only(&leads_here))
}

/// Whether one of the titles begins with these words, as one with the name of the site does.
fn begins_one_of(text: &str, titles: &[String]) -> bool {
    const SHORT: usize = 10;
    let words = fold(text);
    let words = words.text();
    words.len() > SHORT && titles.iter().any(|title| fold(title).text().starts_with(words))
}

/// Whether one of the titles ends with these words, behind the name of the site and `»`.
fn ends_one_of(text: &str, titles: &[String]) -> bool {
    let words = fold(text);
    let before = |title: &String| {
        fold(title)
            .text()
            .strip_suffix(words.text())
            .is_some_and(|before| before.trim_end().ends_with(['»', '"']))
    };
    !words.text().is_empty() && titles.iter().any(before)
}

/// Whether one of the titles is these words and, behind or before a sign, others, as the name of
/// the site is.
fn is_part_of_one(text: &str, titles: &[String]) -> bool {
    const SIGNS: [char; 9] = ['|', '-', '·', '•', ':', '/', '"', '~', '>'];
    let words = fold(text);
    let words = words.text();
    let is_apart = |title: &String| {
        let title = fold(title);
        let behind = title.text().strip_prefix(words);
        let before = title.text().strip_suffix(words);
        behind.is_some_and(|rest| rest.trim_start().starts_with(SIGNS))
            || before.is_some_and(|rest| rest.trim_end().ends_with(SIGNS))
    };
    !words.is_empty() && titles.iter().any(is_apart)
}

/// Whether a title is the name of a file: one word in small letters.
pub fn is_file_name(title: &str) -> bool {
    !title.contains(char::is_whitespace) && !title.contains(char::is_uppercase)
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

fn is_one_of(text: &str, others: &[String]) -> bool {
    let words = fold(text);
    others.iter().any(|other| fold(other).text() == words.text())
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
        let draft = &mut drafts[index];
        if draft.kind == BlockKind::Image {
            continue;
        } else if !is_line(draft) {
            return;
        } else if is_signed(draft, meta) {
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
    if !is_small || !is_words || is_note(&draft.text) || day(&draft.text).is_some() {
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
