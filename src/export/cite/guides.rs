//! The styles against the examples that their guides publish: bibliographic facts of the examples,
//! and the citation or the reference as the guide prints it, without its italics, which plain text
//! does not have. Where the example was read stands above the test: at the publisher’s, or at a
//! library that reprints it. The others are written down from memory of the guide.

mod apa;
mod apa_manual;
mod chicago;
mod chicago_manual;
mod mla;
mod mla_handbook;

use super::processor::{Guide, Place, Processor};
use super::work::Work;
use crate::document::{CleanText, Meta, When};

/// A work: authors, separated by semicolons, title, publication, date in EDTF, address; what is
/// empty is not known.
fn article(facts: [&str; 5]) -> Meta {
    let [authors, title, source, date, url] = facts;
    let known = |text: &str| (!text.is_empty()).then(|| CleanText::line(text));
    Meta {
        authors: authors.split("; ").filter_map(known).collect(),
        title: known(title),
        source: known(source),
        published: When::parse(date).ok(),
        url: known(url),
        ..Meta::default()
    }
}

fn book(facts: [&str; 4]) -> Meta {
    let [authors, title, publisher, date] = facts;
    Meta { is_book: true, ..article([authors, title, publisher, date, ""]) }
}

#[track_caller]
fn check_reference(guide: Guide, meta: &Meta, expected: &str) {
    assert_eq!(Processor::new(guide, Work::of(meta)).reference(), expected);
}

#[track_caller]
fn check_citation(guide: Guide, meta: &Meta, place: [&str; 2], expected: &str) {
    let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let place = Place { speaker: known(place[0]), paragraph: known(place[1]) };
    assert_eq!(Processor::new(guide, Work::of(meta)).citation(&place), expected);
}

/// A work of which only the author and the year matter.
fn by(author: &str, year: &str) -> Meta {
    article([author, "Title", "Source", year, ""])
}

#[test]
fn quotation_marks_in_a_title_become_single_where_it_stands_in_marks() {
    // *Chicago Manual* 14.94 and *MLA Handbook* 2.106: the comma and the full stop stand inside.
    let meta = article(["Ann Lee", "A Note on “Brooklyn Ferry”", "Philology", "1954-05", ""]);
    check_reference(
        Guide::Mla,
        &meta,
        "Lee, Ann. “A Note on ‘Brooklyn Ferry.’” Philology, May 1954.",
    );
    check_citation(
        Guide::Chicago,
        &meta,
        ["", ""],
        "Ann Lee, “A Note on ‘Brooklyn Ferry,’” Philology, May 1954.",
    );
    check_reference(
        Guide::Apa,
        &meta,
        "Lee, A. (1954, May). A Note on “Brooklyn Ferry.” Philology.",
    );
}

#[test]
fn a_title_that_ends_in_a_stop_has_one() {
    let check = |title: &str, mla: &str, chicago: &str| {
        let meta = article(["Ann Lee", title, "Philology", "1954", ""]);
        check_reference(Guide::Mla, &meta, &format!("Lee, Ann. {mla} Philology, 1954."));
        let note = format!("Ann Lee, {chicago} Philology, 1954.");
        check_citation(Guide::Chicago, &meta, ["", ""], &note);
    };
    check("Nobody came.", "“Nobody came.”", "“Nobody came,”");
    check("Made in the U.S.", "“Made in the U.S.”", "“Made in the U.S.,”");
    check("He asked, \"Why?\"", "“He asked, ‘Why?’”", "“He asked, ‘Why?,’”");
}

#[test]
fn a_doi_is_whole() {
    let url = "https://doi.org/10.1353/mod.2016.0011";
    let meta = article(["Brian Bockelman", "Buenos Aires", "Modernism/Modernity", "2016-01", url]);
    check_reference(
        Guide::Mla,
        &meta,
        &format!("Bockelman, Brian. “Buenos Aires.” Modernism/Modernity, Jan. 2016, {url}."),
    );
}

#[test]
fn an_address_stays_as_it_is() {
    let url = "https://x.org/?.a=”.b&c=!.";
    let meta = article(["Ann Lee", "Who? What?... A Note!", "Philology", "1954", url]);
    check_reference(
        Guide::Apa,
        &meta,
        &format!("Lee, A. (1954). Who? What?... A Note! Philology. {url}"),
    );
}
