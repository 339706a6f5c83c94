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
    "notes and references",
    "references and notes",
    "footnotes",
    "endnotes",
    "sources",
    "further reading",
    "literaturverzeichnis",
    "einzelnachweise",
    "quellenangaben",
    "anmerkungen",
    "fussnoten",
    "bibliographie",
    "notes et references",
    "sources et bibliographie",
    "notas y referencias",
    "referencias",
    "bibliografia",
    "note e riferimenti",
    "riferimenti",
    "riferimenti bibliografici",
    "notas e referencias",
    "bronnen",
    "bronnen, noten en referenties",
    "referenties",
    "referenser",
    "kallor",
    "fotnoter",
    "kilder",
    "referanser",
    "referencer",
    "przypisy",
    "zrodla",
    "примечания",
    "источники",
    "список литературы",
    "参考文献",
    "参考资料",
    "脚注",
    "注释",
    "出典",
];

/// Names of such lists that sections of an article have as well: `Literature`, of a country.
const NAMES_OF_SECTIONS: &[&str] = &[
    "notes",
    "literature",
    "literatur",
    "quellen",
    "belege",
    "notas",
    "fuentes",
    "note",
    "fonti",
    "fontes",
    "noten",
    "literatuur",
    "noter",
    "litteratur",
    "literatura",
    "литература",
];

/// Whether a heading is the name of a list of references or notes and of nothing else.
pub fn names_references(heading: &str) -> bool {
    is_one_of(heading, NAMES)
}

/// Whether a heading may be the name of a list of references or notes, if a list stands below it.
pub fn may_name_references(heading: &str) -> bool {
    names_references(heading) || is_one_of(heading, NAMES_OF_SECTIONS)
}

fn is_one_of(heading: &str, names: &[&str]) -> bool {
    const MOST_BYTES: usize = 60;
    // Most short blocks are sentences, and need not be folded.
    if heading.len() > MOST_BYTES || heading.ends_with(['.', '!', '?', '”', '"', ',']) {
        return false;
    }
    let folded = fold(heading);
    names.contains(&folded.text().trim_matches(|c: char| !c.is_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_folded() {
        let names = NAMES.iter().chain(NAMES_OF_SECTIONS);
        let unfolded: Vec<&&str> = names.filter(|name| fold(name).text() != **name).collect();
        assert!(unfolded.is_empty(), "{unfolded:?}");
    }

    #[test]
    fn lists_of_references_are_known_by_their_names() {
        for name in
            ["References", "7. Works Cited:", "LITERATUR", "Références", "Bibliografia", "参考文献"]
        {
            assert!(may_name_references(name), "{name}");
        }
        for name in ["The sources of the Nile", "", "1990", "Notes on a Scandal"] {
            assert!(!may_name_references(name), "{name}");
        }
        assert!(names_references("Works cited") && !names_references("Literature"));
    }
}
