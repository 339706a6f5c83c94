//! What stands in a `sup` or a `sub`: its words in one line, if they are words alone.

use super::page::{Node, Page};
use super::tag::Tag;

/// More nodes are no number above the line.
const MOST_NODES: usize = 40;

/// The words in the element that starts at a node; `None` of one that holds links or blocks, or of
/// which the end is not near.
///
/// What is raised or lowered once more is marked: `e` with `-x` and a `2` above that is `-x^2`.
pub fn words(page: &Page, index: usize) -> Option<String> {
    let nodes = page.within(index, MOST_NODES).filter(|nodes| nodes.len() > 2)?;
    let mut words = String::new();
    // Where what is raised once more begins.
    let mut inner = Vec::new();
    for node in &nodes[1..nodes.len() - 1] {
        match node {
            Node::Text(range) => words.push_str(page.slice(range)),
            Node::Open { tag: Tag::Sup | Tag::Sub, is_closed: false, .. } => {
                words.push_str(if matches!(node, Node::Open { tag: Tag::Sup, .. }) {
                    "^("
                } else {
                    "_("
                });
                inner.push(words.len());
            }
            Node::Close(Tag::Sup | Tag::Sub) => {
                let at = inner.pop()?;
                if words[at..].chars().nth(1).is_none() {
                    words.remove(at - 1);
                } else {
                    words.push(')');
                }
            }
            Node::Open { tag, .. } if is_plain(*tag) => {}
            Node::Close(tag) if is_plain(*tag) => {}
            Node::Open { .. } | Node::Close(_) => return None,
        }
    }
    (!words.trim().is_empty()).then_some(words)
}

/// Whether an element only says how its words look.
fn is_plain(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Span | Tag::Em | Tag::Cite | Tag::Strong | Tag::Code | Tag::Strike | Tag::Other
    )
}
