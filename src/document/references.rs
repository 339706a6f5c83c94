//! What lists of references, sources and notes are called.

use super::fold;

/// Names of such lists, folded: English, German, French, Spanish, Italian, Portuguese, Dutch, the
/// Scandinavian languages, Polish, Russian, Chinese and Japanese.
const NAMES: &[&str] = &[
    "references",
    "bibliography",
    "selected bibliography",
    "works cited",
    "citations",
    "notes",
    "notes and references",
    "references and notes",
    "footnotes",
    "endnotes",
    "sources",
    "literature",
    "further reading",
    "literatur",
    "literaturverzeichnis",
    "einzelnachweise",
    "quellen",
    "quellenangaben",
    "anmerkungen",
    "fußnoten",
    "belege",
    "bibliographie",
    "notes et références",
    "références",
    "sources et bibliographie",
    "notas",
    "notas y referencias",
    "referencias",
    "bibliografía",
    "fuentes",
    "note",
    "note e riferimenti",
    "riferimenti",
    "riferimenti bibliografici",
    "bibliografia",
    "fonti",
    "referências",
    "notas e referências",
    "fontes",
    "noten",
    "bronnen",
    "literatuur",
    "bronnen, noten en referenties",
    "referenties",
    "referenser",
    "källor",
    "noter",
    "fotnoter",
    "kilder",
    "referanser",
    "referencer",
    "litteratur",
    "przypisy",
    "literatura",
    "źródła",
    "примечания",
    "литература",
    "источники",
    "список литературы",
    "参考文献",
    "参考资料",
    "脚注",
    "注释",
    "出典",
];

/// Whether a heading leads a list of references or notes.
pub fn leads_references(heading: &str) -> bool {
    const MOST_BYTES: usize = 60;
    if heading.len() > MOST_BYTES {
        return false;
    }
    let folded = fold(heading);
    let name = folded.text().trim_matches(|c: char| !c.is_alphabetic());
    NAMES.iter().any(|known| name == *known || name == fold(known).text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_references_are_known_by_their_names() {
        for name in
            ["References", "7. Works Cited:", "LITERATUR", "Références", "Bibliografia", "参考文献"]
        {
            assert!(leads_references(name), "{name}");
        }
        for name in ["The sources of the Nile", "", "1990", "Notes on a Scandal"] {
            assert!(!leads_references(name), "{name}");
        }
    }
}
