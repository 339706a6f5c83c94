//! What is left out of a page, or of a part of it.

use super::super::added::{is_count, is_of_comments};
use super::super::forms::asks_for_address;
use super::super::frame::{is_added_by_site, is_frame, is_menu_cell, is_of_site};
use super::super::page::Element;
use super::super::tag::Tag;
use super::super::wiki::is_edit_link;
use super::Flow;

/// What is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    /// Nothing.
    Nothing,
    /// Navigation, dialogs and what belongs to the site rather than to the page.
    Frame,
    /// As `Frame`, and the comments.
    Comments,
    /// Heads, feet and what stands beside the text too, outside of any article.
    Site,
    /// As `Site`, but for the comments, of a page of posts.
    SiteOfPosts,
}

impl Flow<'_> {
    /// Whether an element is left out.
    pub(super) fn is_skipped(&self, index: usize, element: Element<'_>) -> bool {
        let is_inside =
            || [Tag::Article, Tag::Blockquote, Tag::Figure].iter().any(|tag| self.depth(*tag) > 0);
        match self.skip {
            Skip::Nothing => false,
            Skip::Frame => is_frame(element) || self.is_of_site_anywhere(index, element),
            Skip::Comments => {
                is_frame(element)
                    || is_of_comments(element)
                    || self.is_of_site_anywhere(index, element)
            }
            Skip::Site | Skip::SiteOfPosts => {
                let page = self.pen.page;
                let is_kept = self.skip == Skip::SiteOfPosts && is_of_comments(element);
                let is_part = !is_kept && is_added_by_site(page, index, element)
                    || !is_inside() && is_of_site(page, index, element);
                is_frame(element)
                    || self.is_of_site_anywhere(index, element)
                    || is_part && !self.notes.are_in(page, self.base, index)
            }
        }
    }

    /// Whether an element is of the site wherever it stands.
    fn is_of_site_anywhere(&self, index: usize, element: Element<'_>) -> bool {
        let page = self.pen.page;
        is_menu_cell(page, index, element)
            || asks_for_address(page, index)
            || is_edit_link(page, index, element)
            || is_count(page, index, element)
    }
}
