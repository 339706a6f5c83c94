//! Admonitions: notes and warnings that documentation sets in a box, as block quotations with a title,
//! like the alerts of Markdown. Those of Sphinx, MkDocs, AsciiDoc, Docusaurus, GitHub and MDN.

use super::page::{Attribute, Element, Page};
use super::tag::Tag;

/// Whether an element is such a box.
pub fn is_admonition(element: Element<'_>) -> bool {
    const NAMES: [&str; 5] =
        ["admonition", "admonitionblock", "theme-admonition", "markdown-alert", "notecard"];
    let mut classes = element.value(Attribute::Class).split_ascii_whitespace();
    matches!(element.tag, Tag::Div | Tag::Aside) && classes.any(|name| NAMES.contains(&name))
}

/// Whether an element in such a box is its title, or the picture that stands for it.
pub fn is_title(element: Element<'_>) -> bool {
    let mut classes = element.value(Attribute::Class).split_ascii_whitespace();
    element.tag.is_block()
        && classes.any(|name| {
            matches!(name, "admonition-title" | "markdown-alert-title")
                || name.starts_with("admonitionHeading")
                || element.tag == Tag::Td && name == "icon"
        })
}

/// The title as it is shown, where the page shows it by its looks alone: in capitals, or as a
/// picture.
pub fn shown_title(page: &Page, index: usize) -> Option<String> {
    const NAMES: [&str; 8] =
        ["note", "tip", "info", "important", "warning", "caution", "danger", "hint"];
    const NEAR: usize = 8;
    let words = page.text_within(index);
    let words = words.trim();
    let mut inside = page.within(index, NEAR).into_iter().flatten();
    let mut titles = inside.find_map(|node| page.element(node)?.get(Attribute::Title));
    let name = if words.is_empty() { titles.take()? } else { words };
    let is_known = NAMES.contains(&name);
    let (first, rest) = name.split_at_checked(1)?;
    (is_known || words.is_empty()).then(|| first.to_uppercase() + rest)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn an_admonition_is_a_quotation_with_a_title() {
        for (part, title) in [
            (
                "<div class='admonition note'><p class=admonition-title>Note</p><p>It is wet.</p></div>",
                "Note",
            ),
            (
                "<div class='admonition tip'><p class='first admonition-title'>Mind it</p><p>It is wet.</div>",
                "Mind it",
            ),
            (
                "<div class='admonitionblock note'><table><tr><td class=icon><div \
                 class=title>Note</div></td><td class=content>It is wet.</td></tr></table></div>",
                "Note",
            ),
            (
                "<div class='admonitionblock tip'><table><tr><td class=icon><i class='fa icon-tip' \
                 title=Tip></i></td><td class=content>It is wet.</td></tr></table></div>",
                "Tip",
            ),
            (
                "<div class='theme-admonition alert'><div class=admonitionHeading_x><span \
                 class=icon><svg></svg></span>tip</div><div class=content_x><p>It is wet.</div></div>",
                "Tip",
            ),
            (
                "<div class='markdown-alert markdown-alert-tip'><p class=markdown-alert-title>\
                 <svg></svg>Tip</p><p>It is wet.</p></div>",
                "Tip",
            ),
        ] {
            let title = format!(">quotation: {title}");
            check(
                &format!("<p>Fog.</p>{part}<p>The end.</p>"),
                &["paragraph: Fog.", &title, ">quotation: It is wet.", "paragraph: The end."],
            );
        }
    }

    #[test]
    fn the_list_in_an_admonition_is_one_and_what_follows_is_another() {
        let note = |words: &str| {
            format!("<div class='admonition note'><p class=admonition-title>Note</p>{words}</div>")
        };
        check(
            &format!("{}{}", note("<ul><li>One</ul>"), note("<p>Two")),
            &[">quotation: Note", ">item: • One", ">quotation: Note", ">quotation: Two"],
        );
    }

    #[test]
    fn another_box_is_none() {
        check("<div class=note><p>It is wet.</p></div>", &["paragraph: It is wet."]);
    }
}
