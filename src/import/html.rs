//! HTML: a page, or a fragment of one, to blocks.
//!
//! In: the text of a page. Out: a document of what a reader of the page reads. A page of a site is
//! searched for its article; where that leaves out much of what is written on the page, and on any
//! other page, all of it is taken. The order of work: [`page::Page`] holds the tokens,
//! [`flow::blocks`] makes blocks of them, [`opening`] finds the title among the first ones.

mod added;
mod admonition;
mod article;
mod attribution;
mod authors;
mod byline;
mod context;
mod draft;
mod flow;
mod forms;
mod frame;
mod hint;
mod language;
mod link;
mod linked_data;
mod math;
mod meta;
mod notes;
mod opening;
mod page;
mod pen;
mod portraits;
mod promoted;
mod repeated;
mod restored;
mod scripts;
mod services;
mod signed;
mod site;
mod stream;
mod table;
mod tables;
mod tag;
mod title;
mod wiki;

#[cfg(test)]
mod tests;

use crate::document::{BlockKind, Builder, Document, Meta};
use draft::Hint;
use flow::Skip;
use link::Base;

pub use authors::people;
pub use draft::Draft;
pub use link::{join, unescape};
pub use meta::{date, words};
pub use notes::Notes;
use page::Page;
use site::{Site, is_below_title, is_most, is_rest};
pub use stream::Stream;
pub use title::is_file_name;

/// The document of the beginning of a page; `None` of one in which an article is to be found, if
/// `may_have_article`.
pub fn head(text: &str, may_have_article: bool) -> Option<Document> {
    let page = Page::parse(text, is_xml(text));
    let has_article = may_have_article && article::is_of_site(&page);
    (!has_article).then(|| document(&page, text.len(), None))
}

/// The blocks of a larger page are not kept beside its document.
const LARGE_BYTES: usize = 4 << 20;

/// Of a shorter page the parts of the site are a large part; a longer one may be shown from its
/// head on, and is read in one manner throughout.
const SHORT_BYTES: usize = 64 << 10;

/// The parts of the site are looked for in no larger page of posts.
const POSTS_BYTES: usize = 2 << 20;

/// The document of a page.
pub fn import(text: &str) -> Document {
    let page = Page::parse(text, is_xml(text));
    let site = Site::of(&page, text.len());
    let may_have_article = site != Site::None && !article::is_of_posts(&page);
    let candidate = may_have_article.then(|| article::article(&page)).flatten();
    document(&page, text.len(), candidate.map(|candidate| (candidate, site)))
}

/// The document of a page of so many bytes, in which an article may have been found.
fn document(
    page: &Page,
    n_bytes: usize,
    candidate: Option<(article::Candidate, Site)>,
) -> Document {
    let mut about = meta::about(page);
    let url = about.meta.url.as_ref().map(|url| url.as_str().to_owned());
    let base = Base { path: None, url };
    let notes = Notes::of(page, &base);
    if candidate.is_none() && n_bytes > LARGE_BYTES {
        let mut stream = Stream::of_page(about);
        flow::each_block(page, &base, Skip::Frame, &notes, &mut |draft| stream.push(draft));
        return stream.finish();
    }
    let blocks = |page: &Page, skip| flow::blocks(page, &base, skip, &notes);
    let whole = blocks(page, Skip::Frame);
    authors::keep_shown(&mut about.meta.authors, &whole);
    // What is a reference in the page is one in the article, though its note may be lost there.
    let article = candidate.and_then(|(candidate, site)| {
        let article = blocks(&candidate.page, Skip::Frame);
        // Comments may be far longer than what they are on.
        let is_most = is_most(&article, site, &whole)
            || site == Site::Sure
                && n_bytes < POSTS_BYTES
                && is_rest(&article, &blocks(page, Skip::Comments), &whole);
        (is_most && is_below_title(&article, &whole, &about)).then_some((article, candidate.byline))
    });
    let article = article.map(|(article, byline)| {
        if authors::are_accounts(&about.meta.authors) {
            let mut people: Vec<_> = byline.iter().flat_map(|names| people(names)).collect();
            // Without blanks between its parts, a line says more than the name.
            people.retain(|name| whole.iter().any(|draft| draft.text.contains(name.as_str())));
            if !authors::are_accounts(&people) {
                about.meta.authors = people;
            }
        }
        article
    });
    let is_of_site = article.is_some();
    let mut drafts = match article {
        Some(article) => restored::restored(&whole, article, &about),
        None if whole.is_empty() => blocks(page, Skip::Nothing),
        None if n_bytes < POSTS_BYTES && article::is_of_posts(page) => {
            without_site(blocks(page, Skip::SiteOfPosts), &about).unwrap_or(whole)
        }
        None if n_bytes < SHORT_BYTES || article::is_of_site(page) && is_short(&whole) => {
            without_site(blocks(page, Skip::Site), &about).unwrap_or(whole)
        }
        None => whole,
    };
    if is_of_site {
        // The headings of what Readability threw away behind the article.
        let is_heading = |draft: &&Draft| matches!(draft.kind, BlockKind::Heading { .. });
        let n_behind = drafts.iter().rev().take_while(is_heading).count();
        drafts.truncate(drafts.len() - n_behind);
        promoted::drop_promoted(&mut drafts);
    }
    let meta = opening::open(&mut drafts, about, is_of_site);
    portraits::drop_portraits(&mut drafts, &meta.authors);
    repeated::drop_repeated(&mut drafts);
    services::drop_services(&mut drafts);
    wiki::drop_foot(&mut drafts);
    repeated::drop_titles(&mut drafts);
    written(drafts, meta)
}

/// The blocks of a page without the parts of its site, if they say anything.
fn without_site(drafts: Vec<Draft>, about: &meta::About) -> Option<Vec<Draft>> {
    let mut drafts = without_gaps(drafts);
    // Links above the title lead elsewhere.
    let mut n_above = title::title_index(&drafts, about).unwrap_or(0);
    drafts.retain(|draft| {
        let is_above = n_above > 0;
        n_above = n_above.saturating_sub(1);
        !is_above || !draft.is_all_linked()
    });
    drafts.iter().any(|draft| draft.is_prose() && !draft.text.is_empty()).then_some(drafts)
}

/// The blocks without the gaps that parts of the site left, and without headings of such parts.
fn without_gaps(drafts: Vec<Draft>) -> Vec<Draft> {
    let is_gap = |draft: &Draft| draft.hint == Hint::Gap;
    let level = |draft: &Draft| match draft.kind {
        BlockKind::Heading { level } => Some(level),
        _ => None,
    };
    let mut kept: Vec<Draft> = Vec::new();
    let mut was_gap = false;
    for draft in drafts {
        if is_gap(&draft) {
            was_gap = true;
            continue;
        }
        // The heading before a gap, with nothing of its own behind it.
        if was_gap && level(&draft).is_some() {
            kept.pop_if(|last| level(last) > Some(1) && level(last) >= level(&draft));
        }
        was_gap = false;
        kept.push(draft);
    }
    if was_gap {
        kept.pop_if(|last| level(last) > Some(1));
    }
    kept
}

/// The blocks of a fragment of HTML that stands in a text of another format.
pub fn fragment(text: &str) -> Vec<Draft> {
    let base = Base { path: None, url: None };
    let page = Page::parse(text, false);
    flow::blocks(&page, &base, Skip::Nothing, &Notes::of(&page, &base))
}

/// The blocks of the next chapter of a book, of which `notes` knows those before; `path` is that of
/// its file in the archive.
pub fn chapter(text: &str, path: &str, notes: &mut Notes) -> Vec<Draft> {
    let page = Page::parse(text, true);
    let base = Base { path: Some(path.to_owned()), url: None };
    notes.read(&page, &base);
    let mut drafts = flow::blocks(&page, &base, Skip::Nothing, notes);
    if let Some(first) = drafts.first_mut() {
        first.steps.insert(0, (0, draft::Step::Target(path.to_owned())));
    }
    drafts
}

fn written(drafts: Vec<Draft>, meta: Meta) -> Document {
    let mut builder = Builder::new();
    for draft in drafts {
        draft.write(&mut builder);
    }
    builder.finish(meta)
}

/// Whether a page is written as XML, in which `<a/>` is a whole element.
fn is_xml(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with("<?xml")
}

/// The text of a page is short.
const SHORT_TEXT: usize = 8 << 10;

fn is_short(whole: &[Draft]) -> bool {
    whole.iter().map(|draft| draft.text.len()).sum::<usize>() < SHORT_TEXT
}
