//! Parts that sites add to an article, told by what their elements are called.

use super::frame::linked;
use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;

/// Names of parts that sites add to an article.
const ADDED: &[&str] = &[
    "newsletter",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "share",
    "sharing",
    "sharebar",
    "social",
    "subscribe",
    "subscription",
    "subscriptions",
    "button",
    "buttons",
    "ad",
    "signup",
    "paywall",
    "promo",
    "advert",
    "advertisement",
    "ads",
    "sponsored",
    "outbrain",
    "taboola",
    "breadcrumb",
    "breadcrumbs",
    "related",
    "relatedposts",
    "recirc",
    "recirculation",
    "readmore",
    "trending",
    "toolbar",
    "skip",
    "comments",
    "disqus",
    "audioplayer",
];

/// More text than this is no part that sites add, whatever it is called.
const MOST_ADDED_BYTES: usize = 1200;

/// More nodes than this are not looked through for the end of such a part.
const MOST_ADDED_NODES: usize = 600;

/// More nodes than this are no part that a program adds.
const MOST_PROGRAM_NODES: usize = 2000;

/// More letters outside of links are no part that a program adds.
const MOST_PROGRAM_BYTES: usize = 1500;

/// Classes and ids of parts that the programs which make sites add: WordPress, MediaWiki, Sphinx
/// and its themes, and the like.
const OF_PROGRAMS: &[&str] = &[
    "a11y-nav",
    "article-actions",
    "article-footer",
    "audio-player",
    "baseline-indicator",
    "column-one",
    "comment-list",
    "comment-respond",
    "commentform",
    "commentlist",
    "comments-area",
    "comments-link",
    "edit-link",
    "editsection",
    "entry-footer",
    "example-header",
    "jump-to-nav",
    "pagination",
    "portlet",
    "post-navigation",
    "post-taglist",
    "post-tags",
    "postmetadata",
    "printfooter",
    "rst-footer-buttons",
    "sidebar",
    "site-description",
    "site-info",
    "siteSub",
    "skip-link",
    "sphinxsidebar",
    "tag-list",
    "vector-dropdown",
    "votecell",
    "widget",
    "widget-area",
    "wp-block-comments",
    "wp-block-post-navigation-link",
    "wp-block-post-terms",
    "wp-block-query",
    "wp-block-site-title",
];

/// Whether an element is called like a part that sites add to an article.
pub fn is_called_added(element: Element<'_>) -> bool {
    if !element.tag.is_block() || matches!(element.tag, Tag::Html | Tag::Body | Tag::Article) {
        return element.tag == Tag::Control;
    }
    // A paragraph or heading called so is text that only subscribers see.
    let is_words = element.tag == Tag::P
        || element.tag.level().is_some()
        || element.value(Attribute::Role) == "heading";
    let is_text = |word: &str| is_words && word.eq_ignore_ascii_case("paywall");
    // The ids of sections are made of their headings, and say nothing.
    element
        .value(Attribute::Class)
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| ADDED.iter().any(|added| word.eq_ignore_ascii_case(added)) && !is_text(word))
}

/// Whether the element that starts at a node is such a part: called like one, and short.
pub fn is_added(page: &Page, index: usize, element: Element<'_>) -> bool {
    is_called_added(element) && is_short(page, index)
}

/// Whether an element holds comments, and no way to write one.
pub fn is_of_comments(element: Element<'_>) -> bool {
    element.is_named(&["comment"])
        && !element.is_named(&["comments-link", "comment-respond", "commentform", "comment-form"])
}

/// Whether the element that starts at a node is called a box beside the text of its article, and is
/// short.
pub fn is_box(page: &Page, index: usize, element: Element<'_>) -> bool {
    const BOXES: [&str; 10] = [
        "sidebar", "sidebox", "side-box", "box", "infobox", "info-box", "factbox", "fact-box",
        "inset", "pullout",
    ];
    let is_called_so = || {
        let mut names = element.value(Attribute::Class).split_ascii_whitespace();
        names.any(|name| {
            let name = name.to_ascii_lowercase();
            BOXES.contains(&name.as_str()) || name.starts_with("sidebar-")
        })
    };
    element.tag == Tag::Div
        && !element.is_bare()
        && is_called_so()
        && !is_called_added(element)
        && is_short(page, index)
}

/// Whether an element is called as the programs that make sites call a part of the site, and is no
/// part that holds the page.
pub fn is_of_program(page: &Page, index: usize, element: Element<'_>) -> bool {
    let is_around = matches!(element.tag, Tag::Html | Tag::Body | Tag::Article);
    let is_called_so = || {
        [Attribute::Class, Attribute::Id].into_iter().any(|name| {
            let mut names = element.value(name).split_ascii_whitespace();
            names.any(|name| OF_PROGRAMS.contains(&name))
        })
    };
    if is_around || element.is_bare() || !is_called_so() {
        return false;
    }
    let is_heading = |node: &Node| matches!(node, Node::Open { tag: Tag::H1, .. });
    // Blogger calls the posts a widget, too.
    let is_post = |node: &Node| {
        page.element(node).is_some_and(|inner| {
            let mut names = inner.value(Attribute::Class).split_ascii_whitespace();
            names.any(|name| matches!(name, "hentry" | "post-body" | "entry-content"))
        })
    };
    element.tag == Tag::P
        || page.within(index, MOST_PROGRAM_NODES).is_some_and(|nodes| {
            let holds_page = nodes.iter().skip(1).any(|node| is_heading(node) || is_post(node))
                // Comments may be longer.
                || !element.is_named(&["comment"]) && linked(page, nodes).1 > MOST_PROGRAM_BYTES;
            !holds_page
        })
}

/// Whether a block is nothing but how often a button beside it was pressed: `1.2K`.
pub fn is_count(page: &Page, index: usize, element: Element<'_>) -> bool {
    const NEAR: usize = 6;
    const MOST_BYTES: usize = 8;
    if !matches!(element.tag, Tag::P | Tag::Div) {
        return false;
    }
    let Some(nodes) = page.within(index, NEAR) else { return false };
    let words = page.text_within(index);
    let number = words.trim().trim_end_matches(['K', 'k', 'M', 'm', '+']);
    let is_number = number.starts_with(|c: char| c.is_ascii_digit())
        && number.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',');
    let is_text =
        |node: &&Node| !matches!(node, Node::Text(range) if page.slice(range).trim().is_empty());
    let mut before = page.nodes[..index].iter().rev().filter(is_text);
    let mut behind = page.nodes[index + nodes.len()..].iter().filter(is_text);
    number.len() <= MOST_BYTES
        && is_number
        && (matches!(before.next(), Some(Node::Close(Tag::Control)))
            || matches!(behind.next(), Some(Node::Open { tag: Tag::Control, .. })))
}

/// Whether the element that starts at a node has little text.
fn is_short(page: &Page, index: usize) -> bool {
    let n_bytes = |node: &Node| match node {
        Node::Text(range) => page.slice(range).trim().len(),
        _ => 0,
    };
    let nodes = page.within(index, MOST_ADDED_NODES);
    nodes.is_some_and(|nodes| nodes.iter().map(n_bytes).sum::<usize>() <= MOST_ADDED_BYTES)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{blocks, check, page_of_site};

    /// A short page with a title and a line of text, and these parts around them.
    #[track_caller]
    fn check_page(before: &str, behind: &str) {
        let text = "<p>The harbor froze that winter.<p>Nobody came.";
        check(
            &format!("<html><head><title>Winter</title><body>{before}{text}{behind}"),
            &[
                "title: Winter",
                "paragraph: The harbor froze that winter.",
                "paragraph: Nobody came.",
            ],
        );
    }

    #[test]
    fn a_short_page_is_without_what_programs_add() {
        check_page(
            "<ul class=a11y-nav><li><a href=#c>Skip to the text</a></ul><article><h1>Winter</h1>",
            "<div class='sharedaddy sd-sharing'><div class=share><h3>Share this:</h3><ul><li>\
             <a href=?s>Birdsite</a></ul></div></div><div class=jp-related><h3>Related</h3><p>Ice, \
             1 May</div><footer class=entry-footer>Posted in <a href=/c>Harbor</a></footer></article>\
             <div id=comments class=comments-area><h2>One thought</h2><ol><li><article>Fine.</article></ol>\
             </div>",
        );
        check_page(
            "<div id=header><h1><a href=/>The Quay</a></h1></div><div class=post><h2>Winter</h2>",
            "<p class=postmetadata>Filed under <a href=c>Ice</a>.</div><h3>One Response</h3><ol \
             class=commentlist><li>Fine.</ol><h3>Leave a Reply</h3><form id=commentform><label>Name\
             </label></form><div id=sidebar><h2>Archives</h2></div>",
        );
        check_page(
            "<h1>Winter</h1><div id=jump-to-nav>Jump to: <a href=#n>navigation</a></div>",
            "<div class=printfooter>Retrieved from here</div><div id=column-one><div class=portlet>\
             <h5>Views</h5><ul><li><a href=e>Edit</a></ul></div></div>",
        );
        check_page(
            "<div class=related><h3>Navigation</h3><ul><li><a href=i>index</a></ul></div><h1>Winter\
             <a class=headerlink href=#w>¶</a></h1>",
            "<div class=sphinxsidebar><h3>Contents</h3><ul><li><a href=#>Winter</a></ul></div>",
        );
        check_page(
            "<main><h1>Winter</h1>",
            "<h2>More posts</h2><div class=wp-block-query><h3><a href=/x>The thaw</a></h3></div></main>",
        );
    }

    #[test]
    fn how_often_a_button_was_pressed_is_no_text() {
        check(
            "<p>It froze.<div><button>Clap</button><p>1.2K</p><button>9</button></div><p>1,024</p><div>7\
             <button>Like</button></div><p>3</p><div>12</div> <button>Share</button>",
            &["paragraph: It froze.", "paragraph: 1,024", "paragraph: 7", "paragraph: 3"],
        );
    }

    #[test]
    fn what_programs_put_into_an_article_is_left_out() {
        let behind = "<p>Nobody came to the quay.</p><div class=sharedaddy><h3>Share this:</h3></div><div \
            id=jp-post-flair><h3>Like this:</h3><span>Like</span> <span>Loading...</span></div>";
        let shown = blocks(&page_of_site("", behind));
        assert_eq!(shown.last().map(String::as_str), Some("paragraph: Nobody came to the quay."));
        check(
            "<html><h1>Ice</h1><table class='plainlinks metadata ambox'><tr><td>This article needs \
             citations.</table><p>It froze.",
            &["title: Ice", "paragraph: It froze."],
        );
    }

    #[test]
    fn a_page_of_posts_has_them_all() {
        let text =
            "The harbor froze that winter, and nobody on the quay could say until when. ".repeat(4);
        let post = |name: &str| {
            format!("<div class=votecell>42</div><div class=body><p>{name}: {text}</p></div>")
        };
        let page = format!(
            "<html itemscope itemtype='https://schema.org/QAPage'><head><title>Ice</title></head><body>\
             <nav><a href=/>Home</a></nav><a href=/ask>Ask</a><h1>Ice</h1>{}<h2>2 Answers</h2>{}{}\
             <div id=sidebar class=sidebar><p>Fog</div><footer>Terms</footer>",
            post("Ann"),
            post("Joe").repeat(3),
            post("Eve"),
        );
        let document = super::super::import(&page);
        let shown: Vec<&str> = document
            .blocks()
            .map(|block| document[block.range].split(':').next().unwrap())
            .collect();
        assert_eq!(shown, ["Ice", "Ann", "2 Answers", "Joe", "Joe", "Joe", "Eve"]);
    }

    #[test]
    fn a_part_that_holds_the_page_or_its_notes_is_of_the_page() {
        check(
            "<html><div class=sidebar><h1>Winter</h1><p>It froze.</div>",
            &["title: Winter", "paragraph: It froze."],
        );
        let long = "It froze all night. ".repeat(200);
        let long = long.trim_end();
        check(
            &format!("<html><h3>Winter</h3><div class='widget Blog'><p>{long}</div><p>Bye."),
            &["h3: Winter", &format!("paragraph: {long}"), "paragraph: Bye."],
        );
        check(
            "<html><h1>Winter</h1><p>It froze<sup><a href=#n>1</a></sup>.<div class=sidebar><p \
             id=n>In May.</div><h2>Comments on the ice</h2><p>None.",
            &[
                "title: Winter",
                "paragraph: It froze¹.",
                "footnote: ¹ In May.",
                "h2: Comments on the ice",
                "paragraph: None.",
            ],
        );
    }
}
