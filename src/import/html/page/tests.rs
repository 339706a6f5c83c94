//! The tokens of pages.

use super::*;

#[track_caller]
fn check(html: &str, is_xml: bool, expected: &str) {
    let page = Page::parse(html, is_xml);
    let show = |node: &Node| match node {
        Node::Open { is_closed: true, .. } => {
            format!("<{}/>", page.element(node).map_or("", |element| element.tag.name()))
        }
        Node::Open { .. } => {
            let element = page.element(node).unwrap();
            let attributes = element.attributes();
            let shown = attributes.map(|(name, value)| format!(" {}={value}", name.name()));
            format!("<{}{}>", element.tag.name(), shown.collect::<String>())
        }
        Node::Close(tag) => format!("</{}>", tag.name()),
        Node::Text(range) => page.slice(range).to_owned(),
    };
    assert_eq!(page.nodes.iter().map(show).collect::<String>(), expected);
}

#[test]
fn a_page_is_its_tags_and_texts() {
    check(
        "<P Class='a&amp;b' onclick=x hidden>R&eacute;sum&eacute;<br/>x</P>",
        false,
        "<p class=a&b hidden=>Résumé<br/>x</p>",
    );
}

#[test]
fn scripts_are_no_markup() {
    check("<script>if (a<b) '<p>'</script>x", false, "<script>if (a<b) '<p>'</script>x");
    check("<title>a<b></title>x", false, "<title>a<b></title>x");
}

#[test]
fn an_element_of_xhtml_may_be_closed_at_once() {
    check("<title/><a id='x'/>text", true, "<title/><a/>text");
    check("<a id='x'/>text", false, "<a id=x>text");
}

#[test]
fn a_million_elements_right_inside_each_other_are_few() {
    for tags in ["<b>", "<i> ", "<b><i>", "<div>", "<x-y>"] {
        let page = Page::parse(&format!("{}x</b><b>y", tags.repeat(1 << 20)), false);
        let n_opened = page.elements().count();
        let most = MOST_RIGHT_INSIDE as usize + 1;
        assert_eq!(n_opened, most, "{tags}");
        assert_eq!(page.text.matches(char::is_alphabetic).count(), 2);
    }
}

#[test]
fn attributes_are_bounded() {
    let many: String = (0..100_000).map(|n| format!(" a{n}=1 class={n}")).collect();
    let html = format!("<p{many} id=x>");
    check(&html, false, "<p class=0 id=x>");
    let page = Page::parse(&format!("<p title=x id='{}'>", "y".repeat(1 << 20)), false);
    let element = page.elements().next().unwrap();
    assert_eq!(element.value(Attribute::Id).len(), VALUE_BYTES);
}
