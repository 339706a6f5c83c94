//! Where the article is in a page of a site, as Mozilla's Readability finds it.
//!
//! The library is never given a page as it came. It reads one written anew from the nodes: without
//! what is hidden, without the parts that sites add, with few attributes, and only where the page
//! is neither large nor nested as no site nests; on such pages its time grows with the square.

use super::added::{is_added, is_of_program};
use super::context::{is_hidden, is_page_number, is_shown_for_eyes};
use super::frame::is_menu_cell;
use super::math;
use super::page::{Attribute, Element, Node, Page};
use super::tag::{Role, Tag};
use dom_smoothie::{Config, Readability};

/// A larger page is a book and not an article among other things.
const MOST_BYTES: usize = 2 << 20;

/// A page of more elements is no article.
const MOST_ELEMENTS: usize = 30_000;

/// No site nests deeper.
const MOST_DEPTH: usize = 200;

/// What Readability takes for the article of a page.
#[derive(Debug)]
pub struct Candidate {
    /// The article, as a page of its own.
    pub page: Page,
    /// Its by-line.
    pub byline: Option<String>,
}

/// The article of a page, if one is found.
pub fn article(page: &Page) -> Option<Candidate> {
    let html = rewritten(page)?;
    let config = Config {
        keep_classes: true,
        max_elements_to_parse: MOST_ELEMENTS,
        disable_json_ld: true,
        ..Config::default()
    };
    let article = Readability::new(html, None, Some(config)).ok()?.parse().ok()?;
    Some(Candidate { page: Page::parse(&article.content, false), byline: article.byline })
}

/// Whether this is a whole page with parts that belong to a site.
pub fn is_of_site(page: &Page) -> bool {
    let is_root = |element: Element<'_>| matches!(element.tag, Tag::Html | Tag::Head | Tag::Body);
    page.elements().any(is_root)
        && page.elements().any(|element| match element.tag {
            Tag::Nav | Tag::Aside | Tag::Footer | Tag::Article | Tag::Control | Tag::Select => true,
            Tag::Script => element.get(Attribute::Src).is_some(),
            Tag::Meta => element.value(Attribute::Property).starts_with("og:"),
            _ => false,
        })
}

/// Whether the page holds the posts of several people, of which none is the article: it says so, or
/// has a question and answers that are voted on.
pub fn is_of_posts(page: &Page) -> bool {
    const TYPES: [&str; 2] = ["QAPage", "DiscussionForumPosting"];
    let says_so = |(index, node): (usize, &Node)| {
        page.element(node).is_some_and(|element| match element.tag {
            Tag::Script => {
                let is_data = element.value(Attribute::Type).contains("ld+json");
                is_data && TYPES.iter().any(|name| page.text_after(index).contains(name))
            }
            _ => {
                let kind = element.value(Attribute::Itemtype);
                TYPES.iter().any(|name| kind.ends_with(name))
            }
        })
    };
    let has = |word: &str| {
        page.elements().any(|element| {
            let mut names =
                element.value(Attribute::Class).split(|c: char| !c.is_ascii_alphanumeric());
            names.any(|name| name.starts_with(word))
        })
    };
    page.nodes.iter().enumerate().any(says_so)
        || ["question", "answer", "vote"].into_iter().all(has)
}

/// Whether this is a whole page that is laid out in parts, and not by the pages of a printed book.
pub fn is_laid_out(page: &Page) -> bool {
    let has = |tags: &[Tag]| page.elements().any(|element| tags.contains(&element.tag));
    has(&[Tag::Html, Tag::Head, Tag::Body])
        && has(&[Tag::Div])
        && !page.elements().any(is_page_number)
}

/// The page without what is hidden or added, as text that is cheap to parse.
fn rewritten(page: &Page) -> Option<String> {
    let mut html = String::new();
    let mut n_elements = 0;
    let mut depth = 0_usize;
    // The element that is left out, and how many of its name are open in it.
    let mut left_out: Option<(Tag, usize)> = None;
    for (index, node) in page.nodes.iter().enumerate() {
        if let Some((tag, n_open)) = &mut left_out {
            match node {
                Node::Open { tag: inner, is_closed: false, .. } if inner == tag => *n_open += 1,
                Node::Close(inner) if inner == tag => *n_open -= 1,
                _ => {}
            }
            if *n_open == 0 {
                left_out = None;
            }
            continue;
        }
        match node {
            Node::Open { tag, is_closed, .. } => {
                let element = page.element(node)?;
                if is_hidden(element) && !is_shown_for_eyes(page, index, element)
                    || is_added(page, index, element)
                    || is_of_program(page, index, element)
                    || is_menu_cell(page, index, element)
                {
                    left_out = (!is_closed).then_some((*tag, 1));
                    continue;
                }
                // The parser would end a formula at the first of its parts.
                let formula = (*tag == Tag::Math && !is_closed).then(|| math::words(page, index));
                if let Some(words) = formula.flatten() {
                    escape_into(&words, &mut html);
                    left_out = Some((Tag::Math, 1));
                    continue;
                }
                n_elements += 1;
                let is_counted = !is_closed && !is_ended_by_others(*tag);
                depth += usize::from(is_counted);
                write_tag(&mut html, element);
                if *is_closed && tag.role() != Role::Void {
                    html.push_str(&format!("</{}>", tag.name()));
                }
            }
            Node::Close(tag) => {
                depth = depth.saturating_sub(usize::from(!is_ended_by_others(*tag)));
                html.push_str(&format!("</{}>", tag.name()));
            }
            Node::Text(range) => escape_into(page.slice(range), &mut html),
        }
        if html.len() > MOST_BYTES || n_elements > MOST_ELEMENTS || depth > MOST_DEPTH {
            return None;
        }
    }
    Some(html)
}

/// Whether the end tag of an element is often left out, so that start tags say nothing of depth.
fn is_ended_by_others(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::P | Tag::Li | Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Dt | Tag::Dd | Tag::Rt
    )
}

fn write_tag(html: &mut String, element: Element<'_>) {
    html.push('<');
    html.push_str(if element.tag == Tag::Other { "span" } else { element.tag.name() });
    for (name, value) in element.attributes() {
        if matches!(name, Attribute::Style | Attribute::Content | Attribute::Property) {
            continue;
        }
        html.push(' ');
        html.push_str(name.name());
        html.push_str("=\"");
        escape_into(value, html);
        html.push('"');
    }
    html.push('>');
}

fn escape_into(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: Option<&str>) {
        assert_eq!(rewritten(&Page::parse(html, false)).as_deref(), expected);
    }

    #[test]
    fn what_is_hidden_or_added_is_not_in_the_page_that_is_read() {
        check(
            "<p>a &amp; b</p><script>x</script><div class=share-bar><div>x</div>y</div><p hidden>z</p>c",
            Some("<p>a &amp; b</p>c"),
        );
    }

    #[test]
    fn a_page_that_is_nested_as_none_is_not_read() {
        check(&"<div>".repeat(1000), None);
        check(&"<b>".repeat(1000), None);
        check(&"<p>".repeat(3), Some("<p><p><p>"));
        check(&"<p>x".repeat(40_000), None);
    }
}
