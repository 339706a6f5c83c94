//! A work as an entry of BibTeX.
//!
//! Source: the standard entry types and fields of BibTeX (Patashnik, *BibTeXing*, 1988), and `url`
//! and `urldate`, which all newer styles know.

use super::name::Name;
use super::work::{Kind, Work};

/// The names of the months that every style of BibTeX defines.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The entry, on several lines, without a line end behind it.
pub fn entry(work: &Work) -> String {
    let kind = match work.kind {
        Kind::ArticleMagazine => "article",
        Kind::Book => "book",
        Kind::Webpage | Kind::Document => "misc",
    };
    let authors: Vec<String> = work.author.iter().map(author).collect();
    let text = |text: &Option<String>| text.as_deref().map(|text| braced(&escaped(text)));
    let issued = work.issued.as_ref();
    let month =
        issued.and_then(|date| date.month()).and_then(|month| MONTHS.get(month as usize - 1));
    let day = issued.and_then(|date| date.date_parts[0].get(2));
    let note = work.notes.locator.as_ref().map(|number| {
        let sign = if number.contains('–') { "paras." } else { "para." };
        braced(&escaped(&format!("{sign} {number}")))
    });
    let fields = [
        ("author", (!authors.is_empty()).then(|| braced(&authors.join(" and ")))),
        // The second braces keep the capitals.
        ("title", text(&work.title).map(|title| braced(&title))),
        ("journal", text(&work.source.container_title)),
        ("publisher", text(&work.source.publisher)),
        ("year", issued.and_then(|date| date.year()).map(|year| braced(&year.to_string()))),
        (
            "month",
            month.map(|month| match day {
                Some(day) => format!("{month} # {{~{day}}}"),
                None => (*month).to_owned(),
            }),
        ),
        ("url", work.url.as_deref().map(|url| braced(&url_escaped(url)))),
        ("note", note),
        ("annote", text(&work.notes.annote)),
    ];
    let known =
        fields.into_iter().filter_map(|(name, value)| Some(format!("  {name:<9} = {}", value?)));
    format!("@{kind}{{{},\n{}\n}}", work.id, known.collect::<Vec<_>>().join(",\n"))
}

fn braced(text: &str) -> String {
    format!("{{{text}}}")
}

/// `von Last, Jr, First`; what is kept whole stands in braces.
fn author(name: &Name) -> String {
    match name {
        Name::Literal { literal } => braced(&escaped(literal)),
        Name::Person { family, given, particle, suffix } => {
            let particle = particle.as_ref().map(|particle| format!("{} ", particle.as_str()));
            let family = particle.unwrap_or_default() + family;
            let parts = [Some(family), suffix.clone(), given.clone()];
            let known: Vec<String> =
                parts.into_iter().flatten().map(|part| escaped(&part)).collect();
            known.join(", ")
        }
    }
}

/// Text in which nothing commands TeX. BibTeX counts braces, escaped or not: where one has no
/// partner, all become brackets.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let has_partners = are_paired(text);
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' if has_partners => out.extend(['\\', character]),
            '{' => out.push('('),
            '}' => out.push(')'),
            '$' | '&' | '#' | '_' | '%' => {
                out.push('\\');
                out.push(character);
            }
            other => out.push(other),
        }
    }
    out
}

/// Whether each brace that opens is closed, and none is closed before.
fn are_paired(text: &str) -> bool {
    let depth = text.chars().try_fold(0_usize, |depth, character| match character {
        '{' => Some(depth + 1),
        '}' => depth.checked_sub(1),
        _ => Some(depth),
    });
    depth == Some(0)
}

/// An address, in which BibTeX leaves everything but braces as it is.
fn url_escaped(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}
