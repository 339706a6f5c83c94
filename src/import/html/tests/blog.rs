//! Short pages of blogs, which say their own name before that of the post.

use super::{blocks, import};

/// A page of a blog as Blogger makes it, with this title, canonical address and class of the heading.
fn page(title: &str, url: &str, class: &str) -> String {
    format!(
        "<html><head><title>{title}</title>{url}</head><body><div id=header><h1 class=title>The Harbor \
         Log</h1><p>Notes from the quay</p></div><div class=section><div class='widget Blog'><div \
         class=hfeed><h2 class=date-header>Wednesday, March 3, 2021</h2><div class='post hentry'><h3 \
         class={class}><a href=http://b.example/2021/03/winter.html>The Winter</a></h3><div \
         class='post-body entry-content'>The harbor froze that winter.<br><br>Nobody came.</div><div \
         class=post-footer><span class='post-author vcard'>Posted by <span class=fn>Ann \
         Lee</span></span></div></div></div></div></div></body></html>"
    )
}

#[test]
fn the_heading_of_the_post_is_the_title_and_the_day_above_it_that_of_writing() {
    let url = "<link rel=canonical href=http://b.example/2021/03/winter.html>";
    for (title, url, class) in [
        ("The Harbor Log: The Winter", "", "post-title"),
        ("The Harbor Log", "", "entry-title"),
        ("The Harbor Log", url, "x"),
    ] {
        let document = import(&page(title, url, class));
        let shown = blocks(&document);
        let expected = [
            "title: The Winter",
            "caption: Wednesday, March 3, 2021",
            "paragraph: The harbor froze that winter.",
            "paragraph: Nobody came.",
        ];
        assert_eq!(&shown[..shown.len().min(4)], expected);
        assert_eq!(document.meta.published.map(|when| when.edtf()).as_deref(), Some("2021-03-03"));
        let authors: Vec<&str> = document.meta.authors.iter().map(|name| name.as_str()).collect();
        assert_eq!(authors, ["Ann Lee"]);
    }
}

#[test]
fn of_several_posts_none_is_the_title() {
    let post = |name: &str| {
        format!("<h3 class=post-title><a href=/{name}>{name}</a></h3><p>It was so.</p>")
    };
    let page = format!(
        "<html><title>The Harbor Log</title><body><h1>The Harbor Log</h1>{}{}</body></html>",
        post("Winter"),
        post("Spring")
    );
    let shown = blocks(&import(&page));
    assert_eq!(shown[..2], ["title: The Harbor Log", "h3: Winter"]);
}
