//! MLA, ninth edition.
//!
//! The date on which a page was read, which the guide advises where a page has no date, is not in the
//! document.

use super::*;

#[test]
fn mla_articles() {
    let address = "www.theatlantic.com/magazine/archive/2015/01/\
                   the-death-of-the-artist-and-the-birth-of-the-creative-entrepreneur/383497/";
    let title = "The Death of the Artist—and the Birth of the Creative Entrepreneur";
    let url = format!("https://{address}");
    check_reference(
        Guide::Mla,
        &article(["William Deresiewicz", title, "The Atlantic", "2014-12-28", &url]),
        &format!("Deresiewicz, William. “{title}.” The Atlantic, 28 Dec. 2014, {address}."),
    );
    let address =
        "somanybooksblog.com/2013/04/25/the-reading-brain-differences-between-digital-and-print/";
    let title = "The Reading Brain: Differences between Digital and Print";
    let url = format!("https://{address}");
    check_reference(
        Guide::Mla,
        &article(["Stefanie Hollmichel", title, "So Many Books", "2013-04-25", &url]),
        &format!("Hollmichel, Stefanie. “{title}.” So Many Books, 25 Apr. 2013, {address}."),
    );
}

#[test]
fn mla_books_of_one_two_and_more_authors_and_of_an_organization() {
    let check = |facts, expected| check_reference(Guide::Mla, &book(facts), expected);
    check(
        ["Alan Jacobs", "The Pleasures of Reading in an Age of Distraction", "Oxford UP", "2011"],
        "Jacobs, Alan. The Pleasures of Reading in an Age of Distraction. Oxford UP, 2011.",
    );
    check(
        [
            "Michael Dorris; Louise Erdrich",
            "The Crown of Columbus",
            "HarperCollins Publishers",
            "1999",
        ],
        "Dorris, Michael, and Louise Erdrich. The Crown of Columbus. HarperCollins Publishers, 1999.",
    );
    check(
        ["Anne Burdick; Johanna Drucker; Peter Lunenfeld", "Digital_Humanities", "MIT P", "2012"],
        "Burdick, Anne, et al. Digital_Humanities. MIT P, 2012.",
    );
    let endowment = "National Endowment for the Arts";
    check(
        [
            endowment,
            "Reading at Risk: A Survey of Literary Reading in America",
            endowment,
            "2004-06",
        ],
        "Reading at Risk: A Survey of Literary Reading in America. National Endowment for the Arts, \
         June 2004.",
    );
}

#[test]
fn mla_in_the_text() {
    check_citation(Guide::Mla, &by("Evans Chan", "2000"), ["", "41"], "(Chan, par. 41)");
    check_citation(
        Guide::Mla,
        &by("James Boswell", "1934"),
        ["Samuel Johnson", ""],
        "(Samuel Johnson, qtd. in Boswell)",
    );
}

/// Western Colorado University Library, “MLA”: newspaper online, page on a website, book.
#[test]
fn mla_articles_of_newspapers_and_sites() {
    let check = |facts: [&str; 5], expected: &str| {
        let url = format!("https://{}", facts[4]);
        let facts = [facts[0], facts[1], facts[2], facts[3], &url];
        check_reference(Guide::Mla, &article(facts), expected);
    };
    let address = "www.nytimes.com/2016/05/03/science/eugenia-cheng-math-how-to-bake-pi.html";
    let title = "Eugenia Cheng Makes Math a Piece of Cake";
    check(
        ["Natalie Angier", title, "The New York Times", "2016-05-02", address],
        &format!("Angier, Natalie. “{title}.” The New York Times, 2 May 2016, {address}."),
    );
    let address = "www.livescience.com/27909-wolves.html";
    let title = "Wolf Facts: Gray Wolves, Timber Wolves & Red Wolves";
    check(
        ["Alina Bradford", title, "Livescience", "2014-06-09", address],
        &format!("Bradford, Alina. “{title}.” Livescience, 9 June 2014, {address}."),
    );
    check_reference(
        Guide::Mla,
        &book(["Mark Twain", "The Adventures of Tom Sawyer", "New American Library", "1980"]),
        "Twain, Mark. The Adventures of Tom Sawyer. New American Library, 1980.",
    );
}

/// Northern Lakes College Library, “MLA”: books of one, two, and three or more authors.
#[test]
fn mla_books_reprinted_by_a_library() {
    let check = |facts, expected| check_reference(Guide::Mla, &book(facts), expected);
    check(
        ["Octavia Butler", "Mind of My Mind", "Grand Central Publishing", "1994"],
        "Butler, Octavia. Mind of My Mind. Grand Central Publishing, 1994.",
    );
    check(
        [
            "Amal El-Mohtar; Max Gladstone",
            "This is How You Lose the Time War",
            "Saga Press",
            "2019",
        ],
        "El-Mohtar, Amal, and Max Gladstone. This is How You Lose the Time War. Saga Press, 2019.",
    );
    let title =
        "Writing New Media: Theory and Applications for Expanding the Teaching of Composition";
    check(
        [
            "Anne Frances Wysocki; Johndan Johnson-Eilola; Cynthia L. Selfe",
            title,
            "Utah State UP",
            "2004",
        ],
        &format!("Wysocki, Anne Frances, et al. {title}. Utah State UP, 2004."),
    );
}

/// College of St. Scholastica Library, “MLA: web page”: without an author, the title stands first.
#[test]
fn mla_without_an_author() {
    let title = "Gutenberg: First Modern Inkmaker?";
    check_reference(
        Guide::Mla,
        &book(["", title, "Spiral", "2022"]),
        &format!("{title} Spiral, 2022."),
    );
    check_citation(
        Guide::Mla,
        &article(["", "Body Image", "Wikipedia", "2016-06-16", ""]),
        ["", ""],
        "(“Body Image”)",
    );
}

/// Greenville Technical College, “MLA Writing Style”, “Names of Persons in Prose”: the last names of
/// Maupassant and de Gaulle.
#[test]
fn mla_drops_the_french_particle() {
    let by = |author| book([author, "Title", "Press", "1990"]);
    let maupassant = by("Guy de Maupassant");
    check_reference(Guide::Mla, &maupassant, "Maupassant, Guy de. Title. Press, 1990.");
    check_citation(Guide::Mla, &maupassant, ["", "3"], "(Maupassant, par. 3)");
    let gaulle = by("Charles de Gaulle");
    check_reference(Guide::Mla, &gaulle, "de Gaulle, Charles. Title. Press, 1990.");
    check_citation(Guide::Mla, &gaulle, ["", "3"], "(de Gaulle, par. 3)");
}
