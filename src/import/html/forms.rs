//! Boxes that ask for an address to send a newsletter to, with the heading above them.

use super::page::{Attribute, Node, Page};
use super::tag::Tag;

/// Such a box has no more nodes.
const MOST_NODES: usize = 80;

/// More words are more than a request.
const MOST_BYTES: usize = 400;

/// Nodes between a heading and its box.
const NEAR: usize = 6;

/// Whether the element that starts at a node is such a box, or a heading right above one.
pub fn asks_for_address(page: &Page, index: usize) -> bool {
    match &page.nodes[index] {
        Node::Open { tag: Tag::Div | Tag::Aside, .. } => is_box(page, index),
        Node::Open { tag, .. } if tag.level().is_some() => {
            let Some(heading) = page.within(index, MOST_NODES) else { return false };
            let behind = index + heading.len();
            let is_blank = |node: &Node| match node {
                Node::Text(range) => page.slice(range).trim().is_empty(),
                _ => false,
            };
            let next = page.nodes[behind..].iter().take(NEAR).position(|node| !is_blank(node));
            next.is_some_and(|at| {
                matches!(page.nodes[behind + at], Node::Open { tag: Tag::Div, .. })
                    && is_box(page, behind + at)
            })
        }
        _ => false,
    }
}

fn is_box(page: &Page, index: usize) -> bool {
    let Some(nodes) = page.within(index, MOST_NODES) else { return false };
    let n_bytes: usize = nodes
        .iter()
        .map(|node| match node {
            Node::Text(range) => page.slice(range).trim().len(),
            _ => 0,
        })
        .sum();
    let mut inputs = nodes.iter().filter_map(|node| page.element(node));
    n_bytes <= MOST_BYTES
        && inputs.any(|element| {
            element.tag == Tag::Input
                && (element.value(Attribute::Type).eq_ignore_ascii_case("email")
                    || element.value(Attribute::Name).eq_ignore_ascii_case("email"))
        })
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_box_that_asks_for_an_address_is_left_out_with_its_heading() {
        let form = "<form><input type=email><button>Go</button></form>";
        for part in [
            format!("<h3>Sign up for our newsletter</h3>\n{form}"),
            format!(
                "<div class=x><h3>Sign up for our newsletter</h3><p>Each week.</p>{form}</div>"
            ),
        ] {
            check(
                &format!(
                    "<html><body><h1>Fog</h1><p>It rose.</p>{part}<p>It fell.</p></body></html>"
                ),
                &["title: Fog", "paragraph: It rose.", "paragraph: It fell."],
            );
        }
    }

    #[test]
    fn a_heading_above_another_form_stays() {
        check(
            "<html><body><h1>Fog</h1><h2>Your boat</h2><form>Its name <input type=text name=boat></form>",
            &["title: Fog", "h2: Your boat", "paragraph: Its name"],
        );
    }
}
