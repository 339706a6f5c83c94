//! What of a page belongs to the site rather than to the page.

use super::added::{is_added, is_of_program};
use super::context::is_footnote;
use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;

/// Navigation and dialogs, which no page is about.
pub fn is_frame(element: Element<'_>) -> bool {
    const ROLES: [&str; 6] =
        ["navigation", "search", "dialog", "alertdialog", "contentinfo", "menu"];
    element.tag == Tag::Nav || ROLES.contains(&element.value(Attribute::Role))
}

/// What sites and the programs that make them add to a page, in the article and around it.
pub fn is_added_by_site(page: &Page, index: usize, element: Element<'_>) -> bool {
    is_added(page, index, element) || is_of_program(page, index, element)
}

/// A menu has at least so many links.
const MENU_LINKS: usize = 3;

/// A row with so much text beside its links is more than a menu.
const TEXT_BYTES: usize = 80;

/// Whether an element is a cell of nothing but links in a row that has text in another cell, as
/// pages that are laid out by tables have.
pub fn is_menu_cell(page: &Page, index: usize, element: Element<'_>) -> bool {
    const CELL_NODES: usize = 200;
    const ROW_NODES: usize = 400;
    if element.tag != Tag::Td {
        return false;
    }
    let cell = &page.nodes[index + 1..];
    let is_end = |node: &Node| {
        matches!(
            node,
            Node::Open { tag: Tag::Td | Tag::Th | Tag::Tr, .. }
                | Node::Close(Tag::Td | Tag::Tr | Tag::Table)
        )
    };
    let Some(length) = cell.iter().take(CELL_NODES).position(is_end) else { return false };
    let (n_links, n_bytes) = linked(page, &cell[..length]);
    if n_links < MENU_LINKS || n_bytes > n_links {
        return false;
    }
    let is_row_end = |node: &&Node| {
        !matches!(
            node,
            Node::Open { tag: Tag::Tr | Tag::Table, .. } | Node::Close(Tag::Tr | Tag::Table)
        )
    };
    let behind = cell[length..].iter().take(ROW_NODES).take_while(is_row_end).count();
    let before = page.nodes[..index].iter().rev().take(ROW_NODES).take_while(is_row_end).count();
    let n_around = linked(page, &cell[length..length + behind]).1
        + linked(page, &page.nodes[index - before..index]).1;
    n_around >= TEXT_BYTES
}

/// How many links nodes hold, and how many letters outside of them.
pub fn linked(page: &Page, nodes: &[Node]) -> (usize, usize) {
    let (mut n_links, mut n_bytes, mut is_inside) = (0, 0, false);
    for node in nodes {
        match node {
            Node::Open { tag: Tag::A, .. } => {
                n_links += 1;
                is_inside = true;
            }
            Node::Close(Tag::A) => is_inside = false,
            Node::Text(range) if !is_inside => {
                n_bytes += page.slice(range).chars().filter(|c| c.is_alphanumeric()).count();
            }
            _ => {}
        }
    }
    (n_links, n_bytes)
}

/// Heads, feet and what stands beside the text, outside of any article: parts of the site as a
/// rule. A head with a heading is that of the page.
pub fn is_of_site(page: &Page, index: usize, element: Element<'_>) -> bool {
    match element.tag {
        Tag::Footer => true,
        Tag::Header => !has_heading(page, index),
        Tag::Aside => !is_footnote(element) && !quotes(page, index),
        Tag::Div | Tag::Ul => {
            const ROLES: [&str; 2] = ["banner", "complementary"];
            ROLES.contains(&element.value(Attribute::Role))
                || is_called_so(element) && !has_heading(page, index)
        }
        _ => false,
    }
}

/// Whether an element beside the text holds words of somebody else, as answers in a forum do.
fn quotes(page: &Page, index: usize) -> bool {
    let nodes = page.within(index, MOST_NODES).unwrap_or_default();
    nodes.iter().any(|node| matches!(node, Node::Open { tag: Tag::Blockquote, .. }))
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

/// Whether a link leads to the front page of a site.
pub fn leads_to_front(href: &str) -> bool {
    let path = match href.split_once("://") {
        Some((_, rest)) => {
            rest.split_once('/').map_or("/", |(_, path)| if path.is_empty() { "/" } else { path })
        }
        None => href,
    };
    path == "/"
}

/// More nodes than this are no head of a site.
const MOST_NODES: usize = 400;

/// Whether a heading stands in the element that starts at a node, or it is large.
fn has_heading(page: &Page, index: usize) -> bool {
    let is_heading = |node: &Node| matches!(node, Node::Open { tag, .. } if tag.level().is_some());
    // A heading that leads to the front page is the name of the site.
    let is_front = |node: &Node| {
        page.element(node).is_some_and(|link| leads_to_front(link.value(Attribute::Href)))
    };
    let is_of_page = |nodes: &[Node]| is_heading(&nodes[0]) && !nodes.iter().take(3).any(is_front);
    page.within(index, MOST_NODES)
        .is_none_or(|nodes| (0..nodes.len()).any(|at| is_of_page(&nodes[at..])))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{blocks, check};

    const MENU: &str = "<a href=a>Home</a><br><a href=b>News</a> | <a href=c>Links</a>";

    #[test]
    fn the_menu_of_a_page_that_is_laid_out_by_a_table_is_left_out() {
        let text = "The harbor froze that winter, and nobody came. ".repeat(6);
        let text = text.trim_end();
        for (before, behind) in [(format!("<td>{MENU}"), ""), (String::new(), "<td><p>x")] {
            let menu = if before.is_empty() { format!("<td>{MENU}") } else { String::new() };
            let page = format!(
                "<html><head><title>The Winter</title><body><table><tr>{before}<td><font size=5><b>The \
                 Winter</b></font><br><i>by Ann Bee</i><p>{text}{menu}{behind}</table>"
            );
            let shown = blocks(&super::super::import(&page));
            let expected =
                ["title: The Winter", "caption: by Ann Bee", &format!("paragraph: {text}")];
            assert_eq!(&shown[..shown.len().min(3)], expected, "{page}");
        }
    }

    #[test]
    fn what_an_answer_quotes_stays_with_it() {
        check(
            "<html><h1>Ice</h1><div class=post><aside class=quote><div>ann:</div><blockquote><p>It \
             froze.</p></blockquote></aside><p>No.</div><aside><p>Sign in.</aside>",
            &["title: Ice", "paragraph: ann:", ">quotation: It froze.", "paragraph: No."],
        );
    }

    #[test]
    fn a_table_of_links_is_none_of_a_menu() {
        check(
            &format!("<html><table><tr><td>{MENU}<td>{MENU}</table>"),
            &["paragraph: Home\nNews | Links", "paragraph: Home\nNews | Links"],
        );
    }
}
