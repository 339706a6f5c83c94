//! Whose words a block quotation is: the line that pages set behind it.
//!
//! Its name stands in a `footer` of the quotation, in a `cite` at its end, in a caption behind it,
//! or in a block that is called so. A `cite` in the middle of words is the title of a work.

use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;

/// So many nodes around an element are looked at.
const NEAR: usize = 12;

/// Whether an element is such a line by its place: `is_quoted` inside a block quotation.
pub fn is_attribution(page: &Page, index: usize, element: Element<'_>, is_quoted: bool) -> bool {
    match element.tag {
        Tag::Footer => is_quoted,
        Tag::Cite => is_quoted && ends_block(page, index) && !begins_quotation(page, index),
        Tag::Figcaption => follows_quotation(page, index),
        Tag::P | Tag::Div => is_quoted && !element.is_bare() && is_called_so(element),
        _ => false,
    }
}

fn is_called_so(element: Element<'_>) -> bool {
    let is_sign = |c: char| !c.is_ascii_alphanumeric();
    element.value(Attribute::Class).split(is_sign).any(|word| {
        ["attribution", "attrib", "cite", "author"]
            .iter()
            .any(|name| word.eq_ignore_ascii_case(name))
    })
}

/// Whether a `cite` says before a quotation whose it is, as in forums, and is no title of a work in
/// its first sentence: it ends with a colon, or what follows stands right behind it.
pub fn is_lead(page: &Page, index: usize) -> bool {
    let Some(nodes) = page.within(index, NEAR).filter(|_| begins_quotation(page, index)) else {
        return false;
    };
    let is_text =
        |node: &&Node| matches!(node, Node::Text(range) if !page.slice(range).trim().is_empty());
    let words = |node: Option<&Node>| match node {
        Some(Node::Text(range)) => page.slice(range).to_owned(),
        _ => String::new(),
    };
    let last = words(nodes.iter().rev().find(is_text));
    let behind = words(page.nodes.get(index + nodes.len()));
    last.trim_end().ends_with(':') || behind.starts_with(char::is_alphanumeric)
}

/// Whether nothing but ends of elements stands between the end of an element and that of its block.
pub fn ends_block(page: &Page, index: usize) -> bool {
    let Some(nodes) = page.within(index, NEAR) else { return false };
    let behind = page.nodes[index + nodes.len()..].iter();
    for node in behind.take(NEAR) {
        match node {
            Node::Text(range) if page.slice(range).trim().is_empty() => {}
            Node::Close(tag) if !tag.is_block() => {}
            Node::Open { tag: Tag::Br, .. } => {}
            Node::Close(_) => return true,
            Node::Open { tag, .. } => return tag.is_block(),
            Node::Text(_) => return false,
        }
    }
    true
}

/// Whether no words stand between the start of a block quotation and an element in it.
fn begins_quotation(page: &Page, index: usize) -> bool {
    for node in page.nodes[..index].iter().rev().take(NEAR) {
        match node {
            Node::Text(range) if page.slice(range).trim().is_empty() => {}
            Node::Open { tag: Tag::Blockquote, .. } => return true,
            Node::Open { .. } => {}
            Node::Text(_) | Node::Close(_) => return false,
        }
    }
    true
}

/// Whether a block quotation ends right before an element.
fn follows_quotation(page: &Page, index: usize) -> bool {
    let before = page.nodes[..index].iter().rev().take(NEAR);
    let mut before = before.filter(|node| match node {
        Node::Text(range) => !page.slice(range).trim().is_empty(),
        _ => true,
    });
    matches!(before.next(), Some(Node::Close(Tag::Blockquote)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn a_name_behind_a_quotation_is_a_line_of_its_own() {
        let expected = [">quotation: The fish will outlive us all", ">quotation: — Ann Bee"];
        for name in [
            "<cite>Ann Bee</cite>",
            "<footer>Ann Bee</footer>",
            "<footer>— <cite>Ann Bee</cite></footer>",
            "<p class=attribution>Ann Bee</p>",
            " — <cite>Ann Bee</cite>",
            "<br><cite>Ann Bee</cite>",
            "</blockquote><figcaption>Ann Bee</figcaption><blockquote>",
        ] {
            let quotation = "<blockquote>The fish will outlive us all";
            check(&format!("<figure>{quotation}{name}</blockquote></figure>"), &expected);
        }
        check(
            "<blockquote><p>They will. <cite>Ann Bee, <i>Fish</i></cite></p></blockquote>",
            &[">quotation: They will.", ">quotation: — Ann Bee, Fish"],
        );
    }

    #[test]
    fn a_name_before_a_quotation_is_a_line_of_its_own() {
        for name in [
            "<cite>Ann Bee wrote:</cite> They will.",
            "<div><cite><a href=/u/1>Ann Bee</a> wrote:</cite>They will.</div>",
            "<p><cite>Ann Bee wrote:</cite> They will.</p>",
        ] {
            check(
                &format!("<blockquote>{name}</blockquote>"),
                &[">quotation: Ann Bee wrote:", ">quotation: They will."],
            );
        }
        check(
            "<blockquote><cite>Ann Bee, 5 May</cite>They will.</blockquote>",
            &[">quotation: Ann Bee, 5 May", ">quotation: They will."],
        );
        check(
            "<blockquote><cite>The Times</cite> told it.</blockquote>",
            &[">quotation: The Times told it."],
        );
    }

    #[test]
    fn the_title_of_a_work_stays_in_its_sentence() {
        for words in [
            "It was told in <cite>The Times</cite>",
            "As <cite>The Times</cite> told it.",
            "It was dark. <cite>The Times</cite> told it.",
            "<cite>The Times</cite>",
        ] {
            let shown = words.replace("<cite>", "").replace("</cite>", "");
            let expected = format!(">quotation: {shown}");
            check(&format!("<blockquote><p>{words}</p></blockquote>"), &[&expected]);
        }
        check("<p>It was dark. <cite>The Times</cite></p>", &["paragraph: It was dark. The Times"]);
        check("<footer>Ann Bee</footer>", &["paragraph: Ann Bee"]);
        check(
            "<figure><img alt=Fish><figcaption>Ann Bee</figcaption></figure>",
            &["image: Fish", "caption: Ann Bee"],
        );
    }
}
