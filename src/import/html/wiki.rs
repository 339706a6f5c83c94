//! What wikis add to a page, where its names do not tell: links by which a section is edited, where
//! the page was retrieved from, its categories.

use super::draft::{Draft, Step};
use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;
use crate::document::Mark;

/// Such a link stands among so few nodes.
const NEAR: usize = 16;

/// Whether an element in the line holds nothing but links in brackets by which a part of the page is
/// edited.
pub fn is_edit_link(page: &Page, index: usize, element: Element<'_>) -> bool {
    if element.tag.is_block() {
        return false;
    }
    let Some(nodes) = page.within(index, NEAR) else { return false };
    let is_link = |node: &Node| page.element(node).is_some_and(|inner| inner.tag == Tag::A);
    let is_edit = |node: &Node| {
        let href = page.element(node).map(|link| link.value(Attribute::Href));
        href.is_some_and(|href| href.contains("action=edit"))
    };
    let mut links = nodes.iter().filter(|node| is_link(node)).peekable();
    let text = page.text_within(index);
    links.peek().is_some()
        && links.all(is_edit)
        && text.trim().starts_with('[')
        && text.trim().ends_with(']')
}

/// Leaves out where the page was retrieved from, and its categories, which stand below the text.
pub fn drop_foot(drafts: &mut Vec<Draft>) {
    let is_foot = |draft: &Draft| {
        let n_linked = draft.n_linked_bytes();
        let mut targets = draft.steps.iter().filter_map(|(_, step)| match step {
            Step::Open(Mark::Link(target)) => Some(target),
            _ => None,
        });
        let is_retrieved =
            draft.text.starts_with("Retrieved from ") && n_linked * 4 >= draft.text.len() * 2;
        let is_category =
            |target: &str| target.contains("Category:") || target.contains(":Categor");
        is_retrieved
            || n_linked > 0
                && n_linked + 16 >= draft.text.len()
                && targets.all(|target| is_category(target))
    };
    while drafts.last().is_some_and(is_foot) {
        drafts.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn links_to_edit_and_the_foot_of_a_wiki_are_left_out() {
        check(
            "<html><h1>Fog</h1><h2>History <span>[<a href='/w?title=Fog&action=edit&section=1'>edit</a>]\
             </span></h2><p>It rose.</p><div>Retrieved from \"<a href='https://w.example/w?title=Fog'>\
             https://w.example/w?title=Fog</a>\"</div><div><a href=/wiki/Special:Categories>Categories</a>: \
             <ul><li><a href=/wiki/Category:Fog>Fog</a></li></ul></div>",
            &["title: Fog", "h2: History", "paragraph: It rose."],
        );
    }

    #[test]
    fn links_in_the_text_stay() {
        check(
            "<html><h1>Fog</h1><p>See <a href=/wiki/Category:Fog>kinds of fog</a>, and help by <a \
             href='/w?title=Fog&action=edit'>adding to it</a>.",
            &["title: Fog", "paragraph: See kinds of fog, and help by adding to it."],
        );
    }
}
