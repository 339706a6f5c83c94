//! The authors whom the lines under the headline link to.
//!
//! Sites link the name of an author to a page of hers, `/author/ann-lee`, or say by `rel` that it is
//! one. Further down a page such links stand at other articles, so that only those near the headline
//! count.

use super::authors::people;
use super::meta::words;
use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;
use crate::document::CleanText;

/// How many elements and texts behind the headline are looked at.
const NEAR: usize = 200;

/// Two authors stand closer together.
const BESIDE: usize = 16;

/// A longer text begins the article; the line under the title may be as long.
const PROSE_BYTES: usize = 320;

/// A longer text is no name.
const NAME_BYTES: usize = 60;

/// The authors whom links behind the first headline name, each once.
pub fn signed(page: &Page) -> Vec<CleanText> {
    let is_headline = |node: &Node| page.element(node).is_some_and(|at| at.tag == Tag::H1);
    let Some(start) = page.nodes.iter().position(is_headline) else { return Vec::new() };
    let mut authors: Vec<CleanText> = Vec::new();
    let (mut is_code, mut last) = (false, start + NEAR);
    let mut before = "";
    for (index, node) in page.nodes.iter().enumerate().skip(start).take(NEAR) {
        if let Node::Text(range) = node
            && !is_code
            && !page.slice(range).trim().is_empty()
        {
            before = page.slice(range).trim();
        }
        if before.len() > PROSE_BYTES || index > last + BESIDE {
            break;
        }
        let Some(element) = page.element(node) else { continue };
        is_code = matches!(element.tag, Tag::Script | Tag::Style);
        if element.tag == Tag::A && leads_to_author(element) && !is_of_pictures(before) {
            let names = people(&words(&page.text_within(index)).unwrap_or_default());
            for name in names.into_iter().filter(|name| is_name(name.as_str())) {
                last = index;
                if !authors.contains(&name) {
                    authors.push(name);
                }
            }
        }
    }
    authors
}

/// Whether the words before a name say that it is of whoever made the pictures.
fn is_of_pictures(before: &str) -> bool {
    let before = before.to_ascii_lowercase();
    before.len() < NAME_BYTES
        && ["photo", "illustrat", "video by"].iter().any(|of| before.contains(of))
}

fn leads_to_author(element: Element<'_>) -> bool {
    const FOLDERS: [&str; 18] = [
        "author",
        "authors",
        "auteur",
        "autor",
        "autoren",
        "by",
        "byline",
        "columnist",
        "columnists",
        "contributor",
        "contributors",
        "editors",
        "journalist",
        "profile",
        "profiles",
        "reporter",
        "staff",
        "writers",
    ];
    if element.value(Attribute::Rel).split_ascii_whitespace().any(|rel| rel == "author") {
        return true;
    }
    let address = element.value(Attribute::Href).split(['?', '#']).next().unwrap_or("");
    let mut folders = address.trim_end_matches('/').split('/').rev();
    // The last part is the author’s own.
    folders.next().is_some() && folders.any(|folder| FOLDERS.contains(&folder))
}

/// Whether words may be the name of a person: capitals, but for `de` and the like, and not what
/// such links say beside it, `View author archive`.
fn is_name(words: &str) -> bool {
    const SMALL: [&str; 14] =
        ["al", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le", "ter", "van", "von"];
    const OTHERS: [&str; 14] = [
        "about",
        "archive",
        "articles",
        "bio",
        "biography",
        "contact",
        "email",
        "follow",
        "full",
        "more",
        "posts",
        "profile",
        "read",
        "view",
    ];
    words.len() <= NAME_BYTES
        && words.chars().any(char::is_alphabetic)
        && words.split_whitespace().all(|word| {
            let is_small = word.starts_with(char::is_lowercase);
            (!is_small || SMALL.contains(&word))
                && !OTHERS.iter().any(|other| word.eq_ignore_ascii_case(other))
        })
}

#[cfg(test)]
mod tests {
    use super::super::import;

    #[track_caller]
    fn check(head: &str, authors: &[&str]) {
        let sentence = "The keeper of the light had seen more ships, and more fog, than anybody. ";
        let text = format!("<p>{}</p>", sentence.repeat(6)).repeat(4);
        let page = format!(
            "<html><head><title>Fog</title></head><body><nav><a href=/>Home</a></nav><article>\
             {head}{text}<a href=/author/cy-roe>Cy Roe</a></article></body></html>"
        );
        let meta = import(&page).meta.clone();
        let found: Vec<&str> = meta.authors.iter().map(|author| author.as_str()).collect();
        assert_eq!(found, authors, "{head}");
    }

    #[test]
    fn links_near_the_headline_name_the_authors() {
        check("<h1>Fog</h1><div><a href='/author/ann-lee/'>Ann Lee</a></div>", &["Ann Lee"]);
        check("<h1>Fog</h1><div>By <a rel=author>Ann \n  Lee</a></div>", &["Ann Lee"]);
        check(
            "<h1>Fog</h1><span><a rel=author href=/x>Ann de la Lee</a></span>",
            &["Ann de la Lee"],
        );
        check(
            "<h1>Fog</h1><div><a href=https://x.example/staff/ann>Ann Lee</a> in <a href=/topic/sea>Sea</a></div>",
            &["Ann Lee"],
        );
        check(
            "<meta name=author content='Ann Lee'><h1>Fog</h1>\
             <a rel=author href=/a>Ann Lee</a> and <a rel=author href=/b>Bo Dee</a>",
            &["Ann Lee", "Bo Dee"],
        );
    }

    #[test]
    fn what_else_such_links_say_is_no_author() {
        check("<h1>Fog</h1><div><a href=/author/ann>View author archive</a></div>", &[]);
        check("<h1>Fog</h1><div><a href=/author/ann>Full Bio</a></div>", &[]);
        check(
            "<h1>Fog</h1><p>By <a rel=author href=/a>Ann Lee</a></p>\
             <p>Illustration by <a rel=author href=/b>Bo Dee</a></p>",
            &["Ann Lee"],
        );
        let links = "<a href=/topic/sea>Sea</a> ".repeat(12);
        check(
            &format!("<h1>Fog</h1><a href=/by/ann>Ann Lee</a>{links}<a href=/by/bo>Bo Dee</a>"),
            &["Ann Lee"],
        );
        check("<h1>Fog</h1><div><a href=/authors>Authors</a></div>", &[]);
        check("<h1>Fog</h1>", &[]);
    }

    #[test]
    fn an_author_whom_the_page_does_not_show_is_none_beside_one_whom_it_does() {
        let head = |names: &str| format!("{names}<h1>Fog</h1><p>By Ann Lee</p>");
        let two = "<meta name=author content='Sea Press'><meta property=article:author content='Ann Lee'>";
        check(&head(two), &["Ann Lee"]);
        check(
            &head("<meta name=author content='Ann Lee and Bo Dee'>").replace("By Ann Lee", ""),
            &["Ann Lee", "Bo Dee"],
        );
    }

    #[test]
    fn by_in_an_element_of_its_own_is_no_name() {
        check("<h1>Fog</h1><p class=byline><span>By</span>Ann Lee</p>", &["Ann Lee"]);
        check(
            "<h1>Fog</h1><div class=meta><span>By</span> <a class=author-link> Ann Lee </a></div>",
            &["Ann Lee"],
        );
        check("<h1>Fog</h1><p class=byline>Byron Lee</p>", &["Byron Lee"]);
    }

    #[test]
    fn wordpress_tells_who_wrote_beside_how_long_it_takes() {
        let labels = "<meta name='twitter:label1' content='Written by'>\
            <meta name='twitter:data1' content='Ann Lee'>\
            <meta name='twitter:label2' content='Est. reading time'>\
            <meta name='twitter:data2' content='5 minutes'><h1>Fog</h1>";
        check(labels, &["Ann Lee"]);
        // Who is named on the page wrote it, and not who put it there.
        check(&format!("{labels}<p>By Bo Dee</p>"), &["Bo Dee"]);
    }
}
