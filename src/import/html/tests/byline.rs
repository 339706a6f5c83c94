//! Who wrote a page and when, where only the line under its headline says so.

use super::import;

/// The authors, the date and the line under the headline of a page with these `meta` elements.
#[track_caller]
fn check(head: &str, line: &str, authors: &[&str], date: Option<&str>, shown: &str) {
    let sentence = "The keeper of the light had seen more ships, and more fog, than anybody else. ";
    let prose = format!("<p>{}</p>", sentence.repeat(4)).repeat(4);
    for (before, behind) in [("", ""), ("<nav><a href=/>Home</a></nav><article>", "</article>")] {
        let page = format!(
            "<html><head><title>Fog</title>{head}</head><body>{before}<h1>Fog</h1>{line}{prose}{behind}"
        );
        let document = import(&page);
        let found: Vec<&str> = document.meta.authors.iter().map(|name| name.as_str()).collect();
        assert_eq!(found, authors, "{page}");
        assert_eq!(document.meta.published.map(|when| when.edtf()).as_deref(), date, "{page}");
        assert!(super::blocks(&document).contains(&format!("caption: {shown}")), "{page}");
    }
}

#[test]
fn the_parts_of_a_byline_do_not_run_together() {
    let day = Some("2021-03-03");
    check(
        "",
        "<div class='post-meta byline'><a href=/ann>Ann Lee</a><button>+</button><a \
         href=#f>Follow</a><span>5 min read</span><span>·</span><span>Mar 3, 2021</span></div>",
        &["Ann Lee"],
        day,
        "Ann Lee · 5 min read · Mar 3, 2021",
    );
    check(
        "",
        "<div class=info><span class=author>By Ann Lee</span><span class=date>March 3, 2021</span></div>",
        &["Ann Lee"],
        day,
        "By Ann Lee · March 3, 2021",
    );
    check(
        "",
        "<p class=byline>By <a rel=author>Ann Lee</a><span> and </span><a rel=author>John Roe</a></p>",
        &["Ann Lee", "John Roe"],
        None,
        "By Ann Lee and John Roe",
    );
}

#[test]
fn a_byline_tells_names_and_day_without_a_sign_between_them() {
    for (line, shown) in [
        ("<div>By Ann Lee March 3, 2021 3:46 PM</div>", "By Ann Lee March 3, 2021 3:46 PM"),
        ("<div>Wednesday 3 March 2021 by Ann Lee</div>", "Wednesday 3 March 2021 by Ann Lee"),
    ] {
        check("", line, &["Ann Lee"], Some("2021-03-03"), shown);
    }
    let line = "<div class=x>By <a href=/ann>Ann Lee</a><br>The Quay News</div>";
    check("", line, &["Ann Lee"], None, "By Ann Lee\nThe Quay News");
}

#[test]
fn what_an_author_is_and_for_whom_is_no_author() {
    for (line, authors) in [
        ("By Ann Lee, Staff Writer", &["Ann Lee"][..]),
        ("By Ann Lee, MD, and Bo Dee, PhD", &["Ann Lee", "Bo Dee"]),
        ("By Ann Lee, The Quay", &["Ann Lee"]),
        ("By Ann Lee, Bo Dee and Cy Roe", &["Ann Lee", "Bo Dee", "Cy Roe"]),
        ("By The Quay Staff", &["The Quay Staff"]),
    ] {
        check("", &format!("<p>{line}</p>"), authors, None, line);
    }
}

#[test]
fn words_in_the_text_stay_together() {
    super::check(
        "<p><b>W</b><i>inter</i> came to <span>the</span><span>se</span> parts.",
        &["paragraph: Winter came to these parts."],
    );
}

#[test]
fn a_person_in_the_byline_counts_more_than_an_account() {
    let line = "<p class=byline>By Ann Lee</p>";
    for account in ["admin", "wordpress", "Editor", "site-admin"] {
        let head = format!("<meta name=author content='{account}'>");
        check(&head, line, &["Ann Lee"], None, "By Ann Lee");
    }
    let data = "<script type='application/ld+json'>{\"@type\":\"BlogPosting\",\"author\":\"admin\"}\
                </script><meta name=author content='John Roe'>";
    check(data, line, &["John Roe"], None, "By Ann Lee");
    check("<meta name=author content='John Roe'>", line, &["John Roe"], None, "By Ann Lee");
}

#[test]
fn a_day_under_the_headline_is_that_of_writing_if_nothing_else_tells_it() {
    for line in [
        "<p><span class=date>March 3, 2021</span></p>",
        "<p>Published March 3, 2021</p>",
        "<div>Wednesday, March 3, 2021</div>",
    ] {
        let shown = line.replace("<span class=date>", "").replace("</span>", "");
        let shown = shown.split(['<', '>']).nth(2).unwrap();
        check("", line, &[], Some("2021-03-03"), shown);
        let head = "<meta property='article:published_time' content='2021-03-02'>";
        check(head, line, &[], Some("2021-03-02"), shown);
    }
}

#[test]
fn names_above_the_day_are_those_of_the_authors() {
    for (line, shown) in [
        ("<p>Jane Doe</p><p>March 3, 2021</p>", "Jane Doe"),
        ("<p>JANE DOE</p><p>MARCH 3, 2021</p>", "JANE DOE"),
        ("<h2>Jane Doe</h2><p>Vol. 43 · 3 March 2021</p>", "Jane Doe"),
    ] {
        check("", line, &[shown], Some("2021-03-03"), shown);
    }
}

#[test]
fn an_author_of_whom_the_page_shows_more_of_the_name_is_one() {
    let head = "<meta name=author content='Ann Lee'><meta name=author content='Bo Dee'>";
    let line = "<p>By Ann B. Lee and Bo Dee</p>";
    check(head, line, &["Ann Lee", "Bo Dee"], None, "By Ann B. Lee and Bo Dee");
}
