//! The line under the title of a page, and what stands there without being one.

use super::import;

const DEK: &str = "How bread became dear, and why";

/// The dek of a page with this between its title and its text, alone and on a site.
#[track_caller]
fn check(head: &str, dek: Option<&str>) {
    let sentence = "The keeper of the light had seen more ships, and more fog, than anybody else. ";
    let prose = format!("<p>{}</p>", sentence.repeat(4)).repeat(4);
    let head = if head.contains("<h1") { head.to_owned() } else { format!("<h1>Fog</h1>{head}") };
    for (before, behind) in [("", ""), ("<nav><a href=/>Home</a></nav><article>", "</article>")] {
        let page = format!(
            "<html><head><title>Fog</title></head><body>{before}{head}{prose}{behind}</body></html>"
        );
        let document = import(&page);
        assert_eq!(document.meta.dek.as_ref().map(|dek| dek.as_str()), dek, "{page}");
        assert_eq!(document.meta.title.as_ref().map(|title| title.as_str()), Some("Fog"), "{page}");
    }
}

#[test]
fn the_names_of_an_element_tell_a_dek() {
    for head in [
        "<hgroup><h1>Fog</h1><p>@</p></hgroup>",
        "<hgroup><h1>Fog</h1><h2>@</h2></hgroup>",
        "<p class=lead>@</p>",
        "<p class=article-introduction>@</p>",
        "<div class=intro><p>@</p></div>",
        "<p class=standfirst>@</p>",
        "<h2 class=deck>@</h2>",
        "<div data-gu-name=standfirst><p>@</p></div>",
        "<h2 data-qa=subheadline>@</h2>",
        "<p class=chapo>@</p>",
        "<header><h1>Fog</h1> <h2>@</h2></header>",
        "<section data-field=subtitle>@</section>",
    ] {
        check(&head.replace('@', DEK), Some(DEK));
    }
}

#[test]
fn a_heading_between_title_and_byline_is_the_dek() {
    check(&format!("<h2>{DEK}</h2><p>By Jane Doe</p>"), Some(DEK));
    check(&format!("<h2>{DEK}</h2>"), None);
    check("<h2>Contents</h2><p>By Jane Doe</p>", None);
}

#[test]
fn a_description_without_a_stop_is_the_dek() {
    let description = |words: &str| {
        format!("<meta name=description content='{words}'><h1>Fog</h1><p>{words}</p>")
    };
    check(&description(DEK), Some(DEK));
    check(&description("It was dear, and nobody was glad of that."), None);
}

#[test]
fn a_stressed_line_under_the_byline_is_the_dek() {
    check(&format!("<p>By Jane Doe</p><p><em>{DEK}</em></p>"), Some(DEK));
    check("<p>By Jane Doe</p><p><em>Jane Doe bakes bread in Leeds.</em></p>", None);
}

#[test]
fn an_introduction_of_several_paragraphs_is_text() {
    let text = "The fog came in March. Nobody had thought that it would stay for so long.";
    check(&format!("<div class=introduction><p>{text}</p><p>It did.</p></div>"), None);
    check(&format!("<section class=lead><h2>One</h2><p>{text}</p></section>"), None);
}

#[test]
fn a_day_or_a_note_is_no_dek() {
    for line in [
        "<p class=subtitle>April 28, 2019 at 6:01 am Updated April 29, 2019 at 3:33 pm</p>",
        "<p><em>Editor’s note: This story was updated in 2022.</em></p>",
        "<p><em>Translated by Ann Lee</em></p>",
        "<p><em>This article was first published in The Loaf on March 3, 2020.</em></p>",
        "<p><em>This piece first appeared in The Loaf.</em></p>",
        "<p><strong><em>Listen to this article</em></strong></p>",
        "<p>Note: read this first of all.</p><p>By Jane Doe</p>",
        "<p>Photographs by Ann Lee</p><p>By Jane Doe</p>",
        "<h4 class=subtitle>Most Popular Today</h4><p>By Jane Doe</p>",
        "<p>By Jane Doe</p><p><em>(All photos: Atlas staff)</em></p>",
        "<p class=excerpt>&gt; Life</p><p>By Jane Doe</p>",
        "<p>For Anna</p><p><i>To be or not to be.</i></p><p>— Hamlet</p>",
    ] {
        check(line, None);
    }
}

/// A sentence that may begin a text.
const FIRST: &str = "Bread became dear in Leeds that year.";

/// A page that describes itself by `FIRST`, with this between its title and its text.
#[track_caller]
fn check_described(head: &str, text: &str, dek: Option<&str>) {
    let page = format!(
        "<html><head><title>Fog</title><meta property=og:description content='{FIRST}'></head><body>\
         <nav><a href=/>Home</a></nav><article><h1>Fog</h1>{head}{text}</article></body></html>"
    );
    let document = import(&page);
    assert_eq!(document.meta.dek.as_ref().map(|dek| dek.as_str()), dek, "{page}");
}

#[test]
fn a_paragraph_like_the_others_is_none_though_the_page_describes_itself_by_it() {
    let sentence = "The keeper of the light had seen more ships, and more fog, than anybody else. ";
    let text = format!("<p class=t>{}</p>", sentence.repeat(4)).repeat(4);
    let wrapped = format!("<div class=t><p>{}</p></div>", sentence.repeat(4)).repeat(4);
    check_described(&format!("<p class=t>{FIRST}</p>"), &text, None);
    check_described(&format!("<p>By Jane Doe</p><p class=t>{FIRST}</p>"), &text, None);
    check_described(&format!("<div class=t><p>{FIRST}</p></div>"), &wrapped, None);
    // Another element, class or place than those of the text.
    check_described(&format!("<p>{FIRST}</p>"), &text, Some(FIRST));
    check_described(&format!("<div class=top><p class=t>{FIRST}</p></div>"), &text, Some(FIRST));
    check_described(&format!("<h2>{FIRST}</h2>"), &text, Some(FIRST));
    check_described(&format!("<p class=t><b>{FIRST}</b></p>"), &text, Some(FIRST));
    check_described(
        &format!("<p class=t>{FIRST}</p><p class=t>By Jane Doe</p>"),
        &text,
        Some(FIRST),
    );
}
