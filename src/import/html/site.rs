//! Whether what was found in a page of a site is its article, and all that the page is about.

use super::draft::Draft;
use super::meta::About;
use super::page::Page;
use super::{article, title};

/// Whether a page belongs to a site, with parts around its article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// It does not.
    None,
    /// It may: it is laid out in parts, of which none says what it is.
    Perhaps,
    /// It does.
    Sure,
}

/// A larger page of which nothing says that it belongs to a site is a book.
const MOST_PERHAPS_BYTES: usize = 384 << 10;

impl Site {
    /// What a page of so many bytes belongs to.
    pub fn of(page: &Page, n_bytes: usize) -> Self {
        if article::is_of_site(page) {
            Self::Sure
        } else if n_bytes <= MOST_PERHAPS_BYTES && article::is_laid_out(page) {
            Self::Perhaps
        } else {
            Self::None
        }
    }

    /// Whether an article of so many bytes of prose may be all that a page with so many is about.
    fn allows(self, n_article: usize, n_whole: usize) -> bool {
        match self {
            Self::None => false,
            // The chapters of a book are laid out too, and none of them is the article.
            Self::Perhaps => 4 * n_article >= 3 * n_whole,
            // A long article may have much around it; a short one is sooner a part of the page.
            Self::Sure => n_article * (if n_article >= LONG_ARTICLE { 8 } else { 3 }) >= n_whole,
        }
    }
}

/// A page with less prose has no article to be found.
const LEAST_PROSE: usize = 500;

/// An article with more prose is hardly a mistake.
const LONG_ARTICLE: usize = 1500;

/// Whether an article is most of what the page says.
pub fn is_most(article: &[Draft], site: Site, whole: &[Draft]) -> bool {
    let n_whole = n_prose_bytes(whole);
    n_whole >= LEAST_PROSE && site.allows(n_prose_bytes(article), n_whole)
}

/// Whether an article holds any of what stands below the title of its page: the replies to a text,
/// or teasers of others, may be longer than it is.
pub fn is_below_title(article: &[Draft], whole: &[Draft], about: &About) -> bool {
    const LOOKED_AT: usize = 10;
    const LEAST_BYTES: usize = 20;
    const FIRST_BYTES: usize = 40;
    const LONG_BYTES: usize = 150;
    const FEW: usize = 3;
    let Some(title) = title::title_index(whole, about) else { return true };
    let is_text = |draft: &&Draft| {
        draft.is_prose() && draft.text.len() >= LEAST_BYTES && draft.n_linked_bytes() == 0
    };
    let below: Vec<&Draft> = whole[title + 1..].iter().filter(is_text).take(LOOKED_AT).collect();
    let is_in_article = |draft: &&Draft| {
        let first = &draft.text[..draft.text.floor_char_boundary(FIRST_BYTES)];
        article.iter().any(|other| other.text.contains(first))
    };
    let long = || below.iter().filter(|draft| draft.text.len() >= LONG_BYTES).take(FEW);
    let is_missed = long().count() == FEW && !long().any(is_in_article);
    !is_missed && (below.len() < LOOKED_AT / 2 || below.iter().any(is_in_article))
}

/// The words that a post links to something with are no article.
const LEAST_COMMENTED: usize = 400;

/// Whether an article is nearly all that is left of a page without the comments on it, which are
/// most of it, and holds none of them.
pub fn is_rest(article: &[Draft], rest: &[Draft], whole: &[Draft]) -> bool {
    let (n_article, n_rest) = (n_prose_bytes(article), n_prose_bytes(rest));
    n_article >= LEAST_COMMENTED
        && n_article * 3 >= n_rest * 2
        && n_article * 2 <= n_rest * 3
        && n_rest * 2 <= n_prose_bytes(whole)
}

fn n_prose_bytes(drafts: &[Draft]) -> usize {
    drafts.iter().map(Draft::n_prose_bytes).sum()
}
