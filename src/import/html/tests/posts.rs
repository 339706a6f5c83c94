//! Questions and answers, and boxes and remarks in an article, which are called like parts of a site.

use super::{blocks, check, import, page_of_site};

const QUESTION: &str = "I have seen fog over the harbor each morning of this winter, and would like to \
    know why it forms, and why it goes when the sun has been up for an hour or two.";
const ANSWER: &str = "Warm and damp air flows over the cold water, and cools below its dew point, so that \
    the water in it turns into small drops that hang in the air until it is warm again.";

/// A page of questions and answers, with this attribute of its root and this script.
fn page(root: &str, script: &str) -> String {
    let comment = |words: &str| {
        format!(
            "<div class=comments><ul class=comment-list><li class=comment>{words}</li></ul></div>"
        )
    };
    format!(
        "<html {root}><head>{script}<title>Why fog?</title></head><body><nav><a href=/>Home</a></nav>\
         <h1>Why fog?</h1><div class=question><div class=votecell>5</div><p>{QUESTION}</p>{}</div>\
         <div class=answer><p>{ANSWER}</p>{}</div><div class=answer><p>Or not.</p></div>\
         <div class=related>More fog</div><footer>Rights</footer></body></html>",
        comment("Where is it?"),
        comment("That is advection fog."),
    )
}

#[test]
fn the_answers_and_comments_of_a_question_are_its_content() {
    let data = "<script type='application/ld+json'>{\"@type\":\"QAPage\"}</script>";
    for (root, script) in [("itemtype=https://schema.org/QAPage", ""), ("", data), ("", "")] {
        let shown = blocks(&import(&page(root, script)));
        let expected = [
            "title: Why fog?".to_owned(),
            format!("paragraph: {QUESTION}"),
            "item: • Where is it?".to_owned(),
            format!("paragraph: {ANSWER}"),
            "item: • That is advection fog.".to_owned(),
            "paragraph: Or not.".to_owned(),
        ];
        assert_eq!(shown, expected);
    }
}

#[test]
fn comments_on_a_short_page_are_of_its_site() {
    check(
        "<html><h1>Fog</h1><p>It rose.</p><div class=comments><p>First!</p></div>",
        &["title: Fog", "paragraph: It rose."],
    );
}

/// The blocks behind the prose of an article with this part in it, and more prose.
fn behind(part: &str) -> Vec<String> {
    let n_before = blocks(&page_of_site("", "")).len();
    blocks(&page_of_site("", part)).split_off(n_before)
}

const END: &str =
    "<p>The end of it, they say, is near, and nobody at all will be there to see it.</p>";
const LAST: &str =
    "paragraph: The end of it, they say, is near, and nobody at all will be there to see it.";

#[test]
fn a_box_that_is_called_a_sidebar_stays_in_its_article() {
    let text =
        "<h3>The harbor in numbers</h3><p>Forty boats lay in it, of which half are gone.</p>";
    for class in ["sidebar-box", "sidebar", "infobox"] {
        let shown = behind(&format!("<div class='{class}'>{text}</div>{END}"));
        let expected = [
            "h3: The harbor in numbers",
            "paragraph: Forty boats lay in it, of which half are gone.",
            LAST,
        ];
        assert_eq!(shown, expected, "{class}");
    }
    for site in [
        "<div class=sidebar-box><h4>More</h4><p><a href=a>The ice that came before, and the fleet</a></div>",
        "<div class=sidebar-box><p>Get the best of the Quay each week: subscribe to our newsletter.</div>",
    ] {
        assert_eq!(behind(&format!("{site}{END}")), [LAST], "{site}");
    }
}

#[test]
fn a_remark_below_an_article_stays_with_it() {
    let words = "The names of the boats were changed, as their owners had asked us to.";
    for class in ["footer-note", "note", "article-correction"] {
        let shown = behind(&format!("<p class={class}>{words}</p>"));
        assert_eq!(shown, [format!("paragraph: {words}")], "{class}");
    }
    let asks =
        "<p class=footer-note>Sign up for our newsletter, and read more of this each week.</p>";
    assert!(behind(asks).is_empty());
}

#[test]
fn long_comments_do_not_hide_that_a_short_article_is_one() {
    let prose = "The keeper of the light had seen more ships, and more fog, than anybody else. ";
    let comment = format!("<li class=comment><p>{}</p></li>", "I have seen it too. ".repeat(12));
    let document = import(&format!(
        "<html><head><title>Fog</title></head><body><nav><a href=/>Home</a></nav>\
         <div class=post><h1>Fog</h1><p>{}</p><p>{}</p></div><div class=comments><ol>{}</ol></div>\
         <footer><p>About this site</p></footer></body></html>",
        prose.repeat(4),
        prose.repeat(4),
        comment.repeat(40),
    ));
    let text = document.chunks()[0].text();
    assert!(text.contains("The keeper of the light"));
    assert!(!text.contains("I have seen it too."), "{text}");
}

#[test]
fn a_post_of_a_line_keeps_the_comments_on_it() {
    let comment = format!("<div class=Comment><p>{}</p></div>", "I have seen it too. ".repeat(12));
    let document = import(&format!(
        "<html><head><title>Fog</title></head><body><nav><a href=/>Home</a></nav>\
         <div class=post><h1>Fog</h1><p>A film of the fog over the harbor, as it was in March.</p></div>\
         <div>{}</div></body></html>",
        comment.repeat(20),
    ));
    let text = document.chunks()[0].text();
    assert!(text.contains("I have seen it too."), "{text}");
}

#[test]
fn an_article_of_short_lines_is_not_taken_for_the_teasers_below_it() {
    let item = |n: u32| format!("<li>{n} handfuls of meal, sifted twice</li>");
    let items: String = (1..=12).map(item).collect();
    let teaser = "The keeper of the light had seen more ships, and more fog, than anybody else. ";
    let teaser = format!("<div class=card><h3>Fog</h3><p>{}</p></div>", teaser.repeat(3));
    let document = import(&format!(
        "<html><head><title>Bread</title></head><body><nav><a href=/>Home</a></nav>\
         <main><article><h1>Bread</h1><ul>{items}</ul></article></main>\
         <section><h2>What others read</h2>{}</section></body></html>",
        teaser.repeat(6),
    ));
    let text = document.chunks()[0].text();
    assert!((1..=12).all(|n| text.contains(&format!("{n} handfuls"))), "{text}");
}
