//! The title of a page among its first blocks: the one that the page names, or the first heading.

use super::draft::{Draft, Hint};
use super::meta::About;
use crate::document::{BlockKind, CleanText, fold};

/// The title stands among the first blocks.
pub const FIRST_BLOCKS: usize = 60;

/// The block that is the title, made so.
pub fn title(drafts: &mut Vec<Draft>, about: &About) -> Option<usize> {
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

/// Whether a block is a heading.
pub fn is_heading(draft: &Draft) -> bool {
    matches!(draft.kind, BlockKind::Heading { .. })
}

/// Whether words are one of these lines, however they are written.
pub fn is_one_of(text: &str, others: &[String]) -> bool {
    let words = fold(text);
    others.iter().any(|other| fold(other).text() == words.text())
}
