//! The language of a block of code, as the programs that color code write it.
//!
//! It stands in a class or a `data-lang` of the `pre`, of the `code` in it, or of a block around it.

use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;

/// So many nodes before and behind the start of a block are looked at.
const NEAR: usize = 4;

/// The language of the `pre` that starts at a node.
pub fn language(page: &Page, index: usize) -> Option<&str> {
    let is_blank =
        |node: &&Node| matches!(node, Node::Text(range) if page.slice(range).trim().is_empty());
    let inside = page.nodes[index..].iter().filter(|node| !is_blank(node)).take(NEAR);
    let inside = inside.take_while(|node| matches!(node, Node::Open { .. }));
    let around = page.nodes[..index].iter().rev().filter(|node| !is_blank(node)).take(NEAR);
    let around = around.take_while(|node| matches!(node, Node::Open { .. }));
    let elements = inside.chain(around).filter_map(|node| page.element(node));
    elements.filter(|element| !matches!(element.tag, Tag::Body | Tag::Html)).find_map(named)
}

fn named(element: Element<'_>) -> Option<&str> {
    let given = element.get(Attribute::DataLang).and_then(known);
    given.or_else(|| {
        let class = element.value(Attribute::Class);
        let names = class.split([' ', '\t', '\n', ';']).filter(|name| !name.is_empty());
        let mut before = "";
        for name in names {
            let name_of = LEADS.iter().find_map(|lead| name.strip_prefix(lead));
            let named = match before {
                // `brush: js`, `sourceCode rust`, `hljs rust`
                "brush:" | "sourceCode" | "hljs" => known(name),
                _ => None,
            };
            if let Some(language) = name_of.and_then(known).or(named) {
                return Some(language);
            }
            before = name;
        }
        None
    })
}

const LEADS: [&str; 5] = ["language-", "lang-", "highlight-source-", "highlight-", "brush:"];

/// A name, unless it says that there is none.
fn known(name: &str) -> Option<&str> {
    const NONE: [&str; 9] = [
        "text",
        "plain",
        "plaintext",
        "none",
        "default",
        "notranslate",
        "nohighlight",
        "txt",
        "output",
    ];
    let is_sign = |c: char| c.is_ascii_alphanumeric() || "+#-._".contains(c);
    let is_name = (1..=30).contains(&name.len()) && name.chars().all(is_sign);
    (is_name && !NONE.contains(&name)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: Option<&str>) {
        let page = Page::parse(html, false);
        let at =
            page.nodes.iter().position(|node| matches!(node, Node::Open { tag: Tag::Pre, .. }));
        assert_eq!(language(&page, at.unwrap()), expected, "{html}");
    }

    #[test]
    fn the_language_is_that_of_the_class() {
        check("<pre><code class='language-rust'>x", Some("rust"));
        check("<pre class='lang-cpp prettyprint'>x", Some("cpp"));
        check("<pre class='brush: js notranslate'><code>x", Some("js"));
        check("<pre><code class='hljs go'>x", Some("go"));
        check("<pre class='sourceCode c++'><code class='sourceCode c++'>x", Some("c++"));
        check(
            "<div class='highlight-python notranslate'><div class=highlight><pre><span>x",
            Some("python"),
        );
        check("<div class='highlight highlight-source-shell'><pre>x", Some("shell"));
        check(
            "<div class='language-ruby highlighter-rouge'><div class=highlight><pre>x",
            Some("ruby"),
        );
        check("<pre><code data-lang=toml>x", Some("toml"));
    }

    #[test]
    fn code_of_which_no_language_is_named_has_none() {
        check("<pre>x", None);
        check("<div class='highlight-default notranslate'><pre>x", None);
        check("<pre><code class=language-plaintext>x", None);
        check("<pre class='highlight code-block'>x", None);
        check("<div class=language-ruby>a<pre>x", None);
        check("<pre class='language-<b>'>x", None);
    }
}
