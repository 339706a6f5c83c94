//! The article as it stands in its page: with what Readability takes away of it and a reader misses.
//!
//! In: the blocks of the page and those of the article, which are some of them, in order. Out: the
//! article, of the blocks of the page where both are the same, since these still know their
//! classes and places; with its title and dek, and between its blocks and behind them the block
//! quotations, notes and references that Readability takes for parts of the site.

#[cfg(test)]
mod tests;

use super::draft::{Draft, Hint};
use super::meta::About;
use super::notes::is_paragraph_number;
use super::opening;
use super::title::title_index;
use crate::document::{BlockKind, fold, may_name_references};
use std::collections::{HashMap, HashSet};

/// A paragraph of so many bytes is of the running text.
const LONG: usize = 140;

/// Where no paragraph is so long, one of so many bytes is.
const SHORT: usize = 20;

/// Fewer bytes may stand in a page twice by chance.
const SURE_BYTES: usize = 60;

/// So far behind the last block of the article a short one is looked for.
const NEAR: usize = 12;

/// The article with what it lost.
pub fn restored(whole: &[Draft], article: Vec<Draft>, about: &About) -> Vec<Draft> {
    with_notes(whole, with_opening(whole, in_place(whole, article), about))
}

/// The article of the blocks of the page, with those between them that it lost.
fn in_place(whole: &[Draft], article: Vec<Draft>) -> Vec<Draft> {
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, draft) in whole.iter().enumerate() {
        places.entry(&draft.text).or_default().push(index);
    }
    let is_reference = references(whole);
    let is_beside = |index: &usize| {
        is_beside_prose(&whole[*index])
            // The rule above the notes.
            || whole[*index].kind == BlockKind::Break && whole.get(index + 1).is_some_and(is_note)
    };
    let is_lost = |index: &usize| is_reference[*index] || is_beside(index);
    let mut restored = Vec::new();
    // The block of the page behind the last one that was found.
    let mut next: Option<usize> = None;
    for draft in article {
        if restored.last().is_some_and(|last: &Draft| holds_numbered(last, &draft)) {
            continue;
        }
        let most = if draft.text.len() >= SURE_BYTES { whole.len() } else { NEAR };
        let from = next.or((draft.text.len() >= SURE_BYTES).then_some(0));
        let place = from.and_then(|from| {
            let places = places.get(draft.text.as_str())?;
            let at = places.partition_point(|place| *place < from);
            places.get(at).copied().filter(|place| place - from < most)
        });
        let place = place.or_else(|| changed(whole, next?, &draft));
        let Some(place) = place else {
            // A note of the page, whole, stands there already.
            let is_part = |last: &Draft| is_note(last) && last.text.contains(&draft.text);
            let is_of_page = places.contains_key(draft.text.as_str());
            if is_of_page || !restored.last().is_some_and(is_part) {
                restored.push(draft);
            }
            continue;
        };
        let between = next.unwrap_or(place)..place;
        let is_running = running(&whole[between.clone()]);
        let is_box = boxes(&whole[between.clone()]);
        let kept = between.clone().filter(|index| {
            let at = index - between.start;
            is_lost(index)
                || is_running[at]
                || is_box[at]
                || *index + 1 == place && heads_list(whole, *index)
        });
        restored.extend(kept.map(|index| whole[index].clone()));
        restored.push(whole[place].clone());
        next = Some(place + 1);
    }
    let Some(next) = next else { return restored };
    let n_beside = (next..whole.len()).take_while(is_beside).count();
    let behind =
        (next..whole.len()).filter(|index| *index < next + n_beside || is_reference[*index]);
    restored.extend(behind.map(|index| whole[index].clone()));
    restored
}

/// Where a note or an item of the article stands among the blocks of the page near one of them,
/// though it lost its sign or some words.
fn changed(whole: &[Draft], from: usize, block: &Draft) -> Option<usize> {
    let near = whole.get(from..(from + NEAR).min(whole.len()))?;
    let bare = |draft: &Draft| {
        let is_item = matches!(draft.kind, BlockKind::Item { .. });
        let words = match draft.text.split_once(' ') {
            Some((_, words)) if is_item => words,
            _ => draft.text.trim_start_matches(|c: char| !c.is_alphabetic()),
        };
        (is_item, words.to_owned())
    };
    let (is_item, words) = bare(block);
    if is_paragraph_number(&block.text) {
        let begins = |draft: &Draft| {
            draft.text.strip_prefix(&*block.text).is_some_and(|rest| rest.starts_with(' '))
        };
        return near.iter().position(begins).map(|at| from + at);
    }
    if !is_note(block) && !is_item {
        return None;
    }
    let is_same = |draft: &Draft| {
        let (other_is_item, other) = bare(draft);
        (is_note(draft) || other_is_item)
            && is_item == other_is_item
            && if is_item {
                other == words
            } else {
                begins_alike(&other, &words)
                    || !words.is_empty() && other.starts_with(&words)
                    || has_same_sign(&draft.text, &block.text)
            }
    };
    near.iter().position(is_same).map(|at| from + at)
}

/// Whether two notes have the same sign, and the same two words behind it.
fn has_same_sign(one: &str, other: &str) -> bool {
    let begins_with_sign = !one.starts_with(char::is_alphabetic);
    begins_with_sign && one.split(' ').take(3).eq(other.split(' ').take(3))
}

/// Whether a block is a number and the words of the next one, from which Readability parted it.
fn holds_numbered(last: &Draft, next: &Draft) -> bool {
    let number = last.text.strip_suffix(next.text.as_str()).filter(|_| !next.text.is_empty());
    number.is_some_and(|number| is_paragraph_number(number.trim_end()))
}

/// Whether a block is the heading of a list that follows it, and of no list of links.
fn heads_list(whole: &[Draft], index: usize) -> bool {
    let is_item = |draft: &Draft| matches!(draft.kind, BlockKind::Item { .. });
    matches!(whole[index].kind, BlockKind::Heading { .. })
        && whole.get(index + 1).is_some_and(|next| is_item(next) && !next.is_all_linked())
}

/// Of each block between two others of the article, whether it is of running text, as no site puts
/// there: long paragraphs one after the other, with few headings among them, as teasers have.
fn running(between: &[Draft]) -> Vec<bool> {
    const PARAGRAPHS: usize = 3;
    let is_long =
        |draft: &&Draft| draft.kind == BlockKind::Paragraph && draft.n_prose_bytes() > LONG;
    let is_heading = |draft: &Draft| matches!(draft.kind, BlockKind::Heading { .. });
    let is_part = |draft: &Draft| {
        use BlockKind::{Caption, Heading, Image, Item, Paragraph, Quotation};
        matches!(draft.kind, Paragraph | Quotation | Image | Caption | Heading { .. } | Item { .. })
            && !matches!(draft.hint, Hint::Aside | Hint::SiteAside | Hint::References)
    };
    let mut found = Vec::with_capacity(between.len());
    for run in between.chunk_by(|one, other| is_part(one) == is_part(other)) {
        let n_long = run.iter().filter(is_long).count();
        let n_headings = run.iter().filter(|draft| is_heading(draft)).count();
        let is_running = is_part(&run[0]) && n_long >= PARAGRAPHS && n_headings * 3 <= n_long;
        let begin = run.iter().position(|draft| is_long(&draft)).unwrap_or(0);
        let begin = begin - usize::from(begin > 0 && is_heading(&run[begin - 1]));
        found.extend((0..run.len()).map(|index| is_running && index >= begin));
    }
    found
}

/// Whether a block is a paragraph so long that no site puts one between the title and the text, as
/// an abstract is; or the heading of one.
fn is_passage(drafts: &[Draft], index: usize) -> bool {
    const PASSAGE: usize = 300;
    let is_long = |draft: &Draft| {
        draft.kind == BlockKind::Paragraph
            && matches!(draft.hint, Hint::None | Hint::Lead)
            && draft.n_prose_bytes() >= PASSAGE
    };
    let is_heading = matches!(drafts[index].kind, BlockKind::Heading { .. });
    is_long(&drafts[index]) || is_heading && drafts.get(index + 1).is_some_and(is_long)
}

/// Of each block between two others of the article, whether it is of a box with text of its own,
/// and of none that leads elsewhere or asks for something.
fn boxes(between: &[Draft]) -> Vec<bool> {
    let mut found = Vec::with_capacity(between.len());
    for part in between.chunk_by(|one, other| one.hint == other.hint) {
        let is_box = part[0].hint == Hint::Aside && says_something(part);
        found.resize(found.len() + part.len(), is_box);
    }
    found
}

/// Whether blocks have text of their own, that does not lead elsewhere or ask for something.
fn says_something(part: &[Draft]) -> bool {
    const LEAST_BYTES: usize = 40;
    const ASKS_BYTES: usize = 400;
    const ASKS: [&str; 7] = [
        "subscribe",
        "newsletter",
        "sign up",
        "advertisement",
        "read more",
        "follow us",
        "cookies",
    ];
    let n_bytes: usize = part.iter().map(|draft| draft.text.len()).sum();
    let n_linked: usize = part.iter().map(Draft::n_linked_bytes).sum();
    let asks = |draft: &Draft| {
        let words = fold(&draft.text);
        ASKS.iter().any(|asked| words.text().contains(asked))
    };
    n_bytes >= LEAST_BYTES
        && n_linked * 2 < n_bytes
        && !(n_bytes < ASKS_BYTES && part.iter().any(asks))
}

/// Whether a block is of the article wherever it stands between two others of it.
fn is_beside_prose(draft: &Draft) -> bool {
    matches!(draft.kind, BlockKind::Quotation | BlockKind::Footnote)
        || draft.hint == Hint::Remark && says_something(std::slice::from_ref(draft))
        || matches!(draft.hint, Hint::PullQuote | Hint::Attribution)
}

/// Of each block, whether it is of a list of references, or the heading of one.
fn references(whole: &[Draft]) -> Vec<bool> {
    let is_item =
        |draft: &Draft| matches!(draft.kind, BlockKind::Item { .. } | BlockKind::Footnote);
    let mut found = vec![false; whole.len()];
    let mut is_inside = false;
    for (index, draft) in whole.iter().enumerate() {
        let next = whole.get(index + 1);
        if matches!(draft.kind, BlockKind::Heading { .. }) {
            let is_list = next.is_some_and(is_item) && may_name_references(&draft.text)
                || next.is_some_and(is_note);
            is_inside = is_list;
            found[index] = is_list || next.is_some_and(|next| next.hint == Hint::References);
        } else {
            is_inside &= is_item(draft);
            found[index] = is_inside || draft.hint == Hint::References;
        }
    }
    found
}

/// The article with the title and the dek of the page, which may stand outside of it.
fn with_opening(whole: &[Draft], mut article: Vec<Draft>, about: &About) -> Vec<Draft> {
    let is_long = |draft: &Draft| draft.is_prose() && draft.text.len() > LONG;
    let is_prose = |draft: &Draft| draft.is_prose() && draft.text.len() > SHORT;
    let first = article.iter().position(is_long).or_else(|| article.iter().position(is_prose));
    let Some(n_head) = first else { return article };
    // The same paragraph may have lost a few words on the way.
    let is_same = |draft: &Draft| begins_alike(&draft.text, &article[n_head].text);
    let n_before = whole.iter().position(is_same).unwrap_or(0);
    let before = &whole[..n_before];
    let title = title_index(before, about);
    let stands_in =
        |drafts: &[Draft], draft: &Draft| drafts.iter().any(|other| other.text == draft.text);
    let head: Vec<Draft> = article.drain(..n_head).collect();
    // What stands above the title is of the site; what Readability dropped below it may not be.
    let n_above = title.unwrap_or(before.len());
    let is_running = running(&before[n_above..]);
    let is_kept = |(index, draft): &(usize, &Draft)| {
        Some(*index) == title
            || *index >= n_above && is_running[index - n_above]
            || is_passage(before, *index)
            || stands_in(&head, draft)
            || opening::is_of_opening(draft, about)
            || draft.hint == Hint::Lead && title.is_some_and(|title| title + 1 == *index)
            || is_captioned(before, *index)
            || title.is_some_and(|title| opening::is_above_byline(before, title, *index))
    };
    let opening = before.iter().enumerate().skip(title.unwrap_or(0)).filter(is_kept);
    let opening: Vec<Draft> = opening.map(|(_, draft)| draft.clone()).collect();
    // Readability may tear one line of the head in pieces.
    let is_piece = |draft: &Draft| opening.iter().any(|whole| whole.text.contains(&draft.text));
    let is_added = |draft: &Draft| !stands_in(before, draft) && !is_piece(draft);
    let added: Vec<Draft> = head.into_iter().filter(is_added).collect();
    article.splice(0..0, opening.into_iter().chain(added));
    article
}

/// The article with the notes of the page, which Readability throws away where they are short.
fn with_notes(whole: &[Draft], mut article: Vec<Draft>) -> Vec<Draft> {
    let beginning = |draft: &Draft| draft.text.split_whitespace().take(6).collect::<String>();
    let notes = article.iter().filter(|draft| is_note(draft));
    let kept: HashSet<String> = notes.map(beginning).collect();
    let is_lost = |draft: &&Draft| is_note(draft) && !kept.contains(&beginning(draft));
    let lost: Vec<Draft> = whole.iter().filter(is_lost).cloned().collect();
    // Without their names, some of them may be one paragraph.
    let of_page: HashSet<&str> = whole.iter().map(|draft| draft.text.as_str()).collect();
    let is_sign = |c: char| !c.is_alphabetic();
    let bare = |draft: &Draft| beginning(draft).trim_start_matches(is_sign).to_owned();
    let said: Vec<String> = whole
        .iter()
        .filter(|draft| is_note(draft))
        .map(bare)
        .filter(|words| !words.is_empty())
        .collect();
    article.retain(|draft| {
        is_note(draft) || of_page.contains(draft.text.as_str()) || {
            let words = bare(draft);
            !said.iter().any(|note| words.starts_with(note.as_str()))
        }
    });
    article.extend(lost);
    article
}

fn is_note(draft: &Draft) -> bool {
    draft.kind == BlockKind::Footnote
}

/// Whether a block is an image with a caption under it, or this caption.
fn is_captioned(drafts: &[Draft], index: usize) -> bool {
    let is = |index: usize, kind| drafts.get(index).is_some_and(|draft| draft.kind == kind);
    let (image, caption) = match index.checked_sub(1) {
        Some(before) if is(index, BlockKind::Caption) => (before, index),
        _ => (index, index + 1),
    };
    is(image, BlockKind::Image) && is(caption, BlockKind::Caption)
}

fn begins_alike(one: &str, other: &str) -> bool {
    const WORDS: usize = 6;
    one.split_whitespace().take(WORDS).eq(other.split_whitespace().take(WORDS))
}
