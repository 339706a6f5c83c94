//! What of a page belongs to the site rather than to the page.

use super::context::is_footnote;
use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;

/// Navigation and dialogs, which no page is about.
pub fn is_frame(element: Element<'_>) -> bool {
    const ROLES: [&str; 6] =
        ["navigation", "search", "dialog", "alertdialog", "contentinfo", "menu"];
    element.tag == Tag::Nav || ROLES.contains(&element.value(Attribute::Role))
}

/// Heads, feet and what stands beside the text, outside of any article: parts of the site as a
/// rule. A head with a heading is that of the page.
pub fn is_of_site(page: &Page, index: usize, element: Element<'_>) -> bool {
    match element.tag {
        Tag::Footer => true,
        Tag::Header => !has_heading(page, index),
        Tag::Aside => !is_footnote(element),
        Tag::Div | Tag::Ul => {
            const ROLES: [&str; 2] = ["banner", "complementary"];
            ROLES.contains(&element.value(Attribute::Role))
                || is_called_so(element) && !has_heading(page, index)
        }
        _ => false,
    }
}

fn is_called_so(element: Element<'_>) -> bool {
    const NAMES: [&str; 11] = [
        "menu",
        "nav",
        "navbar",
        "navigation",
        "masthead",
        "sidebar",
        "header",
        "site-header",
        "footer",
        "site-footer",
        "site-nav",
    ];
    [Attribute::Class, Attribute::Id].into_iter().any(|name| {
        let mut names = element.value(name).split_ascii_whitespace();
        names.any(|name| NAMES.iter().any(|known| name.eq_ignore_ascii_case(known)))
    })
}

/// More nodes than this are no head of a site.
const MOST_NODES: usize = 400;

/// Whether a heading stands in the element that starts at a node, or it is large.
fn has_heading(page: &Page, index: usize) -> bool {
    let is_heading = |node: &Node| matches!(node, Node::Open { tag, .. } if tag.level().is_some());
    page.within(index, MOST_NODES).is_none_or(|nodes| nodes.iter().any(is_heading))
}
