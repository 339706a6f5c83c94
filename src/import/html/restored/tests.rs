//! What an article keeps of its page.

use super::super::tests::{blocks, page_of_site};
use super::*;

/// The last blocks of an article with something behind its prose.
#[track_caller]
fn check(behind: &str, expected: &[&str]) {
    let shown = blocks(&page_of_site("", behind));
    assert_eq!(&shown[shown.len().saturating_sub(expected.len())..], expected, "{behind}");
}

#[test]
fn running_text_that_was_thrown_away_is_put_back_and_teasers_are_not() {
    let long = |word: &str| format!("{word} {}", "went down to the harbor and out ".repeat(6));
    let paragraphs = |words: &[&str]| {
        words.iter().map(|word| Draft::of(BlockKind::Paragraph, &long(word))).collect::<Vec<_>>()
    };
    let heading = |word: &str| Draft::of(BlockKind::Heading { level: 2 }, word);
    let three = paragraphs(&["Ann", "Bo", "Cy"]);
    assert_eq!(running(&three), [true; 3]);
    assert_eq!(running(&three[..2]), [false; 2]);
    let mut section = three.clone();
    section.insert(0, heading("The harbor"));
    assert_eq!(running(&section), [true; 4]);
    let teasers: Vec<Draft> =
        three.iter().flat_map(|text| [heading("More"), text.clone()]).collect();
    assert_eq!(running(&teasers), [false; 6]);
}

#[test]
fn the_notes_of_an_article_stay_with_it_and_with_their_rule() {
    let rule = ["break: * * *", "footnote: ¹ The letter.", "footnote: ² The log."];
    let refs = [
        ("<sup><a id=r1 href=#n1>1</a></sup>", "<sup><a id=r2 href=#n2>2</a></sup>"),
        ("<a id=r1 href=#n1>[1]</a>", "<a id=r2 href=#n2>[2]</a>"),
    ];
    let notes = [
        "<p id=n1><a href=#r1>[1]</a> The letter.<p id=n2><a href=#r2>[2]</a> The log.</p>",
        "<p><a name=n1></a><a href=#r1>1</a>. The letter.<br><a name=n2></a><a href=#r2>2</a>. \
         The log.</p>",
        "<dl><dt><a id=n1 href=#r1>1</a><dd>The letter.<dt><a id=n2 href=#r2>2</a><dd>The \
         log.</dl>",
    ];
    for ((first, second), note) in refs.iter().flat_map(|refs| notes.map(|note| (refs, note))) {
        let text = format!("<p>It was dark, they said{first}, and cold{second}, all winter.</p>");
        check(&format!("{text}<hr>{note}"), &rule);
        check(&format!("{text}</article><hr><div>{note}</div>"), &rule);
    }
}

#[test]
fn an_abstract_stays_above_its_article() {
    let title = Draft::of(BlockKind::Title, "Fog");
    let heading = Draft::of(BlockKind::Heading { level: 2 }, "Abstract");
    let text = Draft::of(BlockKind::Paragraph, &"It was foggy, and so it stayed. ".repeat(12));
    let short =
        Draft::of(BlockKind::Paragraph, "Share this, if you like it, with all of your friends.");
    let drafts = [title, heading.clone(), text, heading, short];
    let kept: Vec<bool> = (0..drafts.len()).map(|index| is_passage(&drafts, index)).collect();
    assert_eq!(kept, [false, true, true, false, false]);
}

#[test]
fn a_box_in_an_article_stays_with_it() {
    let end = "<p>The end of it, they say, is near, and nobody at all will be there to see it.</p>";
    let last =
        "paragraph: The end of it, they say, is near, and nobody at all will be there to see it.";
    check(
        &format!(
            "<aside><h3>The harbor in numbers</h3><ul><li>forty boats, of which half are gone\
             <li>eleven pupils</ul></aside>{end}"
        ),
        &[
            "h3: The harbor in numbers",
            "item: • forty boats, of which half are gone",
            "item: • eleven pupils",
            last,
        ],
    );
    let before = blocks(&page_of_site("", ""));
    for site in [
        "<aside class=related><p>The ice that came before, and the fleet that did not</aside>",
        "<aside><h4>More</h4><p><a href=a>The ice that came before, and the fleet that did \
         not</a></aside>",
        "<aside><p>Get the best of the Quay every week: subscribe to our newsletter.</aside>",
    ] {
        let shown = blocks(&page_of_site("", &format!("{site}{end}")));
        assert_eq!(shown[..shown.len() - 1], before, "{site}");
    }
}

#[test]
fn the_references_of_an_article_stay_with_it_in_other_languages() {
    for name in ["Literatur", "Références", "Bibliografía", "Einzelnachweise", "参考文献"] {
        let heading = format!("h2: {name}");
        let list = "<li>Bee, A. (1990). Fish.<li>Dee, C. (1991). Fog.";
        check(
            &format!("</article><section><h2>{name}</h2><ol>{list}</ol></section>"),
            &[&heading, "item: 1. Bee, A. (1990). Fish.", "item: 2. Dee, C. (1991). Fog."],
        );
    }
}

#[test]
fn the_references_of_an_article_stay_with_it() {
    let list = "<li>Bee, A. (1990). <i>Fish</i>. Harbor Press.<li>Dee, C. (1991). Fog.";
    let items = [
        "h2: References",
        "item: 1. Bee, A. (1990). Fish. Harbor Press.",
        "item: 2. Dee, C. (1991). Fog.",
    ];
    check(&format!("<h2>References</h2><ol>{list}</ol>"), &items);
    check(&format!("<section><h2>References</h2><ol>{list}</ol></section>"), &items);
    check(
        &format!(
            "</article><section class=bibliography><h2>References</h2><ol>{list}</ol></section>"
        ),
        &items,
    );
    check(
        &format!("<h2>Sources</h2><ol class=references>{list}</ol>"),
        &[
            "h2: Sources",
            "footnote: ¹ Bee, A. (1990). Fish. Harbor Press.",
            "footnote: ² Dee, C. (1991). Fog.",
        ],
    );
    check(
        "<section class=ltx_bibliography><h2>References</h2><ul><li>[1] Bee, A. Fish.</ul></section>\
         <footer>All rights reserved</footer>",
        &["h2: References", "item: • [1] Bee, A. Fish."],
    );
}

#[test]
fn the_sentence_between_title_and_byline_stays_with_an_article_that_lacks_both() {
    let sentence = "The keeper of the light had seen more ships, and more fog, than anybody else. ";
    let prose = format!("<div><p>{}</p></div>", format!("<p>{}</p>", sentence.repeat(6)).repeat(6));
    let shown = |head: &str| {
        let page = format!(
            "<html><head><title>Fog</title></head><body><nav><a href=/>Home</a></nav><main><header>\
             <a href=/news>News</a><h1>Fog</h1>{head}</header><article>{prose}</article></main>"
        );
        blocks(&super::super::import(&page))
    };
    let dek = "How a harbor was lost to the sea";
    for head in [
        format!("<p>{dek}</p><p>By Ann Lee</p>"),
        format!("<p>{dek}</p><p>March 3, 2021</p>"),
        format!("<img src=a.jpg alt=Ships><p>{dek}</p><div class=byline>Ann Lee</div>"),
        format!("<p class=post-excerpt>{dek}</p><h4>Ann Lee</h4>"),
    ] {
        assert!(shown(&head).contains(&format!("dek: {dek}")), "{head}");
    }
    for site in ["<p><a href=/app>Read it all in our app, for free</a></p>", "<p>Listen</p>"] {
        let head = format!("{site}<p>By Ann Lee</p>");
        assert_eq!(shown(&head)[..2], ["title: Fog", "caption: By Ann Lee"], "{head}");
    }
}

#[test]
fn a_note_that_lost_a_word_stands_once() {
    let page = page_of_site(
        "",
        "<p>It was dark, they said<sup><a href=#n1>1</a></sup>, and nobody knew why<sup><a \
         href=#n2>2</a></sup>, or for how long.</p><ol class=references><li id=n1>There is no form of \
         dates that all of them use, says the council <span class=citation-comment>(help)</span> .</li>\
         <li id=n2>The log of the light, which the keeper wrote, and which nobody has read.</li></ol>",
    );
    let notes: Vec<String> =
        blocks(&page).into_iter().filter(|block| block.starts_with("footnote")).collect();
    assert_eq!(
        notes,
        [
            "footnote: ¹ There is no form of dates that all of them use, says the council (help) .",
            "footnote: ² The log of the light, which the keeper wrote, and which nobody has read.",
        ]
    );
}

#[test]
fn items_keep_their_boxes_and_the_heading_above_them() {
    let page = page_of_site(
        "",
        "<h3 class=recipe-header>Things to take</h3><ul><li><input type=checkbox checked> Two lamps of the \
         old kind<li><input type=checkbox> Oil for a night</ul><p>The keeper said no more than that.</p>",
    );
    let shown = blocks(&page);
    assert_eq!(
        shown[shown.len() - 4..],
        [
            "h3: Things to take",
            "item: ☑ Two lamps of the old kind",
            "item: ☐ Oil for a night",
            "paragraph: The keeper said no more than that.",
        ]
    );
}

#[test]
fn notes_of_which_the_article_lost_the_names_stand_once() {
    let page = page_of_site(
        "",
        "<p>It was dark<a name=r1 id=r1></a><a href=#n1 class=fnanchor>[1]</a>, they said, and nobody knew \
         why<a name=r2 id=r2></a><a href=#n2 class=fnanchor>[2]</a>.</p><div class=footnotes><div \
         class=footnote><p><a name=n1 id=n1></a><a href=#r1><span class=label>[1]</span></a> So says \
         the log.</p><p>But not the clerk.</p></div><div class=footnote><p><a name=n2 id=n2></a><a \
         href=#r2><span class=label>[2]</span></a> It stood until 1940.</p></div></div>",
    );
    let notes: Vec<String> =
        blocks(&page).into_iter().filter(|block| block.contains("footnote")).collect();
    assert_eq!(
        notes,
        [
            "footnote: ¹ So says the log.",
            ">footnote: But not the clerk.",
            "footnote: ² It stood until 1940.",
        ]
    );
}

#[test]
fn the_number_of_a_paragraph_of_an_article_stands_before_its_words() {
    let words = "The lamp of the pier, so the clerk said, was taken in the night, and not by day.";
    let page = page_of_site(
        "",
        &format!("<div><span class=num>1.12</span><p>{words}</p></div><p>{words} So it was.</p>"),
    );
    let shown = blocks(&page);
    assert_eq!(
        shown[shown.len() - 2..],
        [format!("paragraph: 1.12 {words}"), format!("paragraph: {words} So it was.")]
    );
}

#[test]
fn a_note_in_pieces_stands_once_and_whole() {
    let page = page_of_site(
        "",
        "<p>It was dark<sup><a href=#n1>1</a></sup>, they said, and nobody knew why<sup><a \
         href=#n2>2</a></sup>.</p><ol class=references><li id=n1><cite>Lee, <a href=//x.org>“Fog”</a> \
         <span class=citation-comment>(help)</span>. 24 August 2021.</cite><li id=n2><cite>Roe, “Ice”. \
         1990.</cite></ol>",
    );
    let shown = blocks(&page);
    assert_eq!(
        shown[shown.len() - 2..],
        ["footnote: ¹ Lee, “Fog” (help). 24 August 2021.", "footnote: ² Roe, “Ice”. 1990."]
    );
    assert!(shown[shown.len() - 3].starts_with("paragraph: It was dark"), "{shown:?}");
}
