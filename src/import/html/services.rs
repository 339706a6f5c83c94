//! Lists of references without the services that journals and libraries link to behind each entry:
//! `[Google Scholar] [PubMed]`.

use super::draft::{Draft, Step};
use crate::document::{BlockKind, Mark};

/// Services that index what is published. Where none of them is named, a line is no such list.
const INDEXES: [&str; 10] = [
    "google scholar",
    "pubmed",
    "pubmed central",
    "crossref",
    "web of science",
    "scopus",
    "mathscinet",
    "zbmath",
    "semantic scholar",
    "worldcat",
];

/// What else stands among them.
const OTHERS: [&str; 14] = [
    "cas",
    "ads",
    "isi",
    "doi",
    "pmc",
    "pmc free article",
    "free article",
    "medline",
    "article",
    "pdf",
    "full text",
    "abstract",
    "view",
    "publisher site",
];

/// Leaves out the links to services at the end of each entry, and blocks that hold nothing else.
pub fn drop_services(drafts: &mut Vec<Draft>) {
    drafts.retain_mut(|draft| {
        let is_entry = matches!(
            draft.kind,
            BlockKind::Item { .. } | BlockKind::Footnote | BlockKind::Paragraph
        );
        let start = if is_entry { services(draft) } else { None };
        let Some(start) = start else { return true };
        draft.truncate(start);
        draft.text.contains(char::is_alphanumeric)
    });
}

/// Where the links to services begin that a block ends with.
fn services(draft: &Draft) -> Option<usize> {
    let is_between = |text: &str| text.chars().all(|c| c.is_whitespace() || "[]|,;·•/".contains(c));
    let mut start = draft.text.len();
    let mut names_index = false;
    for (from, to) in links(draft).into_iter().rev() {
        let name = draft.text[from..to].trim_matches(['[', ']', ' ']).to_ascii_lowercase();
        let is_index = INDEXES.contains(&name.as_str());
        let is_service = is_index || OTHERS.contains(&name.as_str());
        if !is_service || !is_between(&draft.text[to..start]) {
            break;
        }
        names_index |= is_index;
        start = from;
    }
    let text =
        draft.text[..start].trim_end_matches(|c: char| c.is_whitespace() || "[|;·•/".contains(c));
    names_index.then_some(text.len())
}

/// The ranges of the links in a block.
fn links(draft: &Draft) -> Vec<(usize, usize)> {
    let mut open: Vec<Option<usize>> = Vec::new();
    let mut links = Vec::new();
    for (at, step) in &draft.steps {
        match step {
            Step::Open(Mark::Link(_)) => open.push(Some(*at)),
            Step::Open(_) => open.push(None),
            Step::Close => links.extend(open.pop().flatten().map(|from| (from, *at))),
            Step::Target(_) => {}
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn services_behind_references_are_left_out() {
        let [scholar, pubmed] =
            ["Google Scholar", "PubMed"].map(|name| format!("<a href=//x.org>{name}</a>"));
        for services in [
            scholar.clone(),
            format!("[{scholar}] [{pubmed}]"),
            format!("<a href=//x.org>DOI</a> | {scholar} | {pubmed}"),
            format!("<p>{scholar} {pubmed}</p>"),
        ] {
            check(
                &format!("<ol><li>Lee, A. <i>Fog</i>. 1990. {services}</ol>"),
                &["item: 1. Lee, A. Fog. 1990."],
            );
        }
    }

    #[test]
    fn links_that_are_read_stay() {
        check(
            "<p>It is in <a href=//x.org>Google Scholar</a> and <a href=//y.org>elsewhere</a>.<p>See the \
             <a href=//x.org>PDF</a>",
            &["paragraph: It is in Google Scholar and elsewhere.", "paragraph: See the PDF"],
        );
    }
}
