//! Pages of sites: what they say of themselves, their article, and what stands around it.

use super::{blocks, check, check_spans, import, page_of_site};
use crate::document::BlockKind;

/// A page of a site, with everything that sites add.
const PAGE: &str = include_str!("../../../../tests/data/harbor.html");

#[test]
fn a_short_page_is_without_the_parts_of_its_site() {
    check(
        "<html><body><header><a href=/><img alt='The Pier' src=l.svg></a>The Pier</header>\
         <div class=menu><a href=/a>Home</a></div><h1>Hours</h1><p>From nine to five.</p>\
         <aside>Subscribe</aside><footer>All rights reserved</footer>",
        &["title: Hours", "paragraph: From nine to five."],
    );
    // The head of the page itself, notes, and a page that is nothing else stay.
    check(
        "<html><header><h1>Hours</h1></header><p>From nine<a href=#n role=doc-noteref>*</a>.</p>\
         <aside id=n role=doc-footnote>Or ten.</aside>",
        &["title: Hours", "paragraph: From nine*.", "footnote: * Or ten."],
    );
    check("<html><body><footer>All rights reserved", &["paragraph: All rights reserved"]);
}

#[test]
fn authors_of_journals_are_said_with_their_given_names_first() {
    let head = "<meta name=citation_author content='Levi, Sara'>\
        <meta name=citation_author content='Yamada, Taro'>";
    let page = page_of_site(head, "");
    let authors: Vec<&str> = page.meta.authors.iter().map(|name| name.as_str()).collect();
    assert_eq!(authors, ["Sara Levi", "Taro Yamada"]);
}

#[test]
fn the_heading_is_the_title_where_the_page_adds_its_site_to_it() {
    let list: String = (0..12)
        .map(|n| format!("<dt>Question {n}, how did it begin?<dd>It began with a letter, and I answered at once, which I regret to this day."))
        .collect();
    for title in ["Fog | The Quay", "The Quay - Fog", "Fog – a long read – The Quay"] {
        let page = format!(
            "<html><head><title>{title}</title></head><body><article><h1>Fog</h1><dl>{list}</dl></article>"
        );
        let document = import(&page);
        assert_eq!(blocks(&document)[0], "title: Fog", "{title}");
        assert_eq!(document.meta.title.as_ref().map(|title| title.as_str()), Some("Fog"));
    }
}

#[test]
fn the_article_of_a_page_is_found() {
    let document = import(PAGE);
    let shown = blocks(&document);
    let text = shown.join("\n");
    assert_eq!(shown[0], "title: The Price of a Harbor");
    assert_eq!(shown[1], "dek: What one port on a cold coast says about all the others.");
    for part in ["Subscribe", "cookies", "Most read", "Share", "Terms of use", "Sign in"] {
        assert!(!text.contains(part), "{part} in:\n{text}");
    }
    assert_eq!(text.matches("nobody asked the harbor").count(), 1, "{text}");
    for part in [
        "image: Cranes over a frozen quay",
        "caption: The quay in January. Photograph by Tove Lind",
        "h2: The second winter",
        "table: Year\tShips",
        ">quotation: A harbor is a promise",
        "item: • coal, until 1974",
        "footnote: ¹ The register",
    ] {
        assert!(text.contains(part), "no {part} in:\n{text}");
    }
}

#[test]
fn a_page_says_what_it_is() {
    let meta = import(PAGE).meta.clone();
    assert_eq!(meta.title.as_ref().unwrap().as_str(), "The Price of a Harbor");
    assert_eq!(meta.authors[0].as_str(), "Ilse Brandt");
    assert_eq!(meta.source.as_ref().unwrap().as_str(), "The Northern Review");
    assert_eq!(meta.published.unwrap().edtf(), "2021-11-04");
    assert_eq!(
        meta.dek.as_ref().unwrap().as_str(),
        "What one port on a cold coast says about all the others."
    );
    assert_eq!(meta.language.as_ref().unwrap().as_str(), "en");
}

/// Paragraphs of running text.
fn prose(n: usize) -> String {
    let sentence = "The harbor froze that winter, and the boats, all forty of them, stayed in. ";
    (1..=n).map(|number| format!("<p>Paragraph {number}. {}</p>", sentence.repeat(3))).collect()
}

#[test]
fn the_article_is_found_where_only_the_layout_tells_of_a_site() {
    let links: String =
        (1..9).map(|n| format!("<li><a href=/{n}>Elsewhere {n}</a></li>")).collect();
    let page = format!(
        "<html><head><title>Winter | The Quay</title></head><body><div class=site-top><a href=/>The \
         Quay</a><ul>{links}</ul></div><div class=page><div class=post><h1>Winter</h1><div \
         class=entry>{}</div></div><div class=side><ul>{links}</ul></div></div></body></html>",
        prose(9)
    );
    let document = import(&page);
    let texts: Vec<&str> = document.blocks().map(|block| &document[block.range]).collect();
    assert_eq!(texts[0], "Winter");
    assert_eq!(texts.len(), 10, "{texts:?}");
    assert!(texts[9].starts_with("Paragraph 9."));
}

#[test]
fn a_book_laid_out_in_chapters_is_read_whole() {
    let chapter =
        |n: usize| format!("<div class=chapter><h2>Chapter {n}</h2>{}</div>", prose(4 * n));
    let chapters: String = (1..=6).map(chapter).collect();
    let document = import(&format!("<html><title>Winters</title><body>{chapters}</body></html>"));
    let headings =
        document.blocks().filter(|block| matches!(block.kind, BlockKind::Heading { .. }));
    assert_eq!(headings.count(), 6);
    let paragraphs = document.blocks().filter(|block| block.kind == BlockKind::Paragraph).count();
    assert_eq!(paragraphs, 4 * (1 + 2 + 3 + 4 + 5 + 6));
}

#[test]
fn an_empty_part_of_a_site_in_xml_ends_at_itself() {
    let page = format!(
        "<?xml version=\"1.0\"?><html><body><header>The Quay<header/></header>{}</body></html>",
        prose(1)
    );
    let document = import(&page);
    assert!(document.blocks().any(|block| document[block.range].starts_with("Paragraph 1.")));
}

#[test]
fn a_page_of_frames_names_them() {
    let frames =
        "<frameset cols='1,2'><frame src=a.html title='The Index'><frame src='b.html' name=main>";
    check(
        &format!(
            "{frames}<noframes><body><p>Use the <a href=a.html>index</a>.</body></noframes></frameset>"
        ),
        &["item: • The Index", "item: • main", "paragraph: Use the index."],
    );
    check_spans(
        &format!("<html><head><title>F</title></head>{frames}"),
        &["link a.html: The Index", "link b.html: main"],
    );
    check("<p>a<noframes>You need frames.</noframes>", &["paragraph: a"]);
}

#[test]
fn paragraphs_behind_a_paywall_are_text() {
    let paragraph = |n: u32| {
        let sentence = format!("In {n} the keeper of the light saw more fog than ships. ");
        format!("<p class=paywall>{}</p>", sentence.repeat(6))
    };
    let page = |wall: &str| {
        format!(
            "<html><nav><a href=/>Home</a></nav><article><h1>Fog</h1>{}{wall}{}\
             <h3 class=paywall>More fog</h3>{}</article></html>",
            paragraph(1901).replace(" class=paywall", ""),
            paragraph(1902),
            paragraph(1903),
        )
    };
    let wall =
        "<div class=paywall><p>Subscribe to read on for four weeks at the price of one.</p></div>";
    let document = import(&page(wall));
    let text = document.chunks()[0].text();
    for words in ["1901", "1902", "More fog", "1903"] {
        assert!(text.contains(words), "{text}");
    }
    assert!(!text.contains("Subscribe"), "{text}");
}
