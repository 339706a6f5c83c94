//! Chicago, eighteenth edition: notes and bibliography.
//!
//! The seventeenth edition also told the place of a publisher, which the eighteenth leaves out. The
//! pages of sites that are no periodicals are told as articles, since a document does not say which
//! of the two they are: in the bibliography a comma stands before their date, and not a full stop.

use super::*;

#[test]
fn chicago_articles() {
    let mead = article(["Rebecca Mead", "The Prophet of Dystopia", "New Yorker", "2017-04-17", ""]);
    let note = "Rebecca Mead, “The Prophet of Dystopia,” New Yorker, April 17, 2017.";
    check_citation(Guide::Chicago, &mead, ["", ""], note);
    let entry = "Mead, Rebecca. “The Prophet of Dystopia.” New Yorker, April 17, 2017.";
    check_reference(Guide::Chicago, &mead, entry);
    let url = "https://www.nytimes.com/2023/12/13/well/eat/flax-seeds-benefits.html";
    let blum =
        article(["Dani Blum", "Are Flax Seeds All That?", "New York Times", "2023-12-13", url]);
    // After a title that asks, a comma stands and a full stop does not.
    let note =
        format!("Dani Blum, “Are Flax Seeds All That?,” New York Times, December 13, 2023, {url}.");
    check_citation(Guide::Chicago, &blum, ["", ""], &note);
    let entry =
        format!("Blum, Dani. “Are Flax Seeds All That?” New York Times, December 13, 2023. {url}.");
    check_reference(Guide::Chicago, &blum, &entry);
}

/// chicagomanualofstyle.org, “Sample Citations”, of the eighteenth edition, from memory.
#[test]
fn chicago_books() {
    let yu = book(["Charles Yu", "Interior Chinatown", "Pantheon Books", "2020"]);
    check_citation(
        Guide::Chicago,
        &yu,
        ["", ""],
        "Charles Yu, Interior Chinatown (Pantheon Books, 2020).",
    );
    check_reference(Guide::Chicago, &yu, "Yu, Charles. Interior Chinatown. Pantheon Books, 2020.");
    let title = "The Channels of Student Activism: How the Left and Right Are Winning (and Losing) in \
                 Campus Politics Today";
    let press = "University of Chicago Press";
    let two = book(["Amy J. Binder; Jeffrey L. Kidder", title, press, "2022"]);
    check_reference(
        Guide::Chicago,
        &two,
        &format!("Binder, Amy J., and Jeffrey L. Kidder. {title}. {press}, 2022."),
    );
    check_citation(
        Guide::Chicago,
        &two,
        ["", "12–14"],
        &format!("Amy J. Binder and Jeffrey L. Kidder, {title} ({press}, 2022), paras. 12–14."),
    );
}

#[test]
fn chicago_words_quoted_by_another() {
    let title = "Marianne Moore: Imaginary Possessions";
    let press = "Harvard University Press";
    check_citation(
        Guide::Chicago,
        &book(["Bonnie Costello", title, press, "1981"]),
        ["Louis Zukofsky", ""],
        &format!("Louis Zukofsky, quoted in Bonnie Costello, {title} ({press}, 1981)."),
    );
}

/// chicagomanualofstyle.org, “Notes and Bibliography: Sample Citations”, seventeenth edition; its
/// magazine is called The New Yorker.
#[test]
fn chicago_magazines_and_newspapers_lose_their_article() {
    let mead =
        article(["Rebecca Mead", "The Prophet of Dystopia", "The New Yorker", "2017-04-17", ""]);
    let entry = "Mead, Rebecca. “The Prophet of Dystopia.” New Yorker, April 17, 2017.";
    check_reference(Guide::Chicago, &mead, entry);
    // Lorain County Community College Library, “Chicago”.
    let paul = article([
        "Pamela Paul",
        "The Playground Gets Even Tougher",
        "The New York Times",
        "2010-10-10",
        "",
    ]);
    let title = "The Playground Gets Even Tougher";
    let note = format!("Pamela Paul, “{title},” New York Times, October 10, 2010.");
    check_citation(Guide::Chicago, &paul, ["", ""], &note);
    let entry = format!("Paul, Pamela. “{title}.” New York Times, October 10, 2010.");
    check_reference(Guide::Chicago, &paul, &entry);
}

/// The same page: books of one and of two authors, without the place.
#[test]
fn chicago_books_of_one_and_two_authors() {
    let smith = book(["Zadie Smith", "Swing Time", "Penguin Press", "2016"]);
    check_citation(
        Guide::Chicago,
        &smith,
        ["", ""],
        "Zadie Smith, Swing Time (Penguin Press, 2016).",
    );
    check_reference(Guide::Chicago, &smith, "Smith, Zadie. Swing Time. Penguin Press, 2016.");
    let title = "A Curious Mind: The Secret to a Bigger Life";
    let press = "Simon & Schuster";
    let two = book(["Brian Grazer; Charles Fishman", title, press, "2015"]);
    let note = format!("Brian Grazer and Charles Fishman, {title} ({press}, 2015).");
    check_citation(Guide::Chicago, &two, ["", ""], &note);
    let entry = format!("Grazer, Brian, and Charles Fishman. {title}. {press}, 2015.");
    check_reference(Guide::Chicago, &two, &entry);
    // Lone Star College Library, “Chicago, 18th ed.”
    let ogden = book([
        "Daniel Ogden",
        "The Werewolf in the Ancient World",
        "Oxford University Press",
        "2021",
    ]);
    let entry = "Ogden, Daniel. The Werewolf in the Ancient World. Oxford University Press, 2021.";
    check_reference(Guide::Chicago, &ogden, entry);
}

/// Old Dominion University Libraries, of the eighteenth edition: of more than six authors the
/// bibliography has three, and of more than two the note has one.
#[test]
fn chicago_many_authors() {
    let many = "Amiel A. Dror; Nicole Morozov; Amani Daoud; Ann Four; Ben Five; Cy Six; Di Seven";
    let by = |authors| book([authors, "Title", "Press", "2022"]);
    check_reference(
        Guide::Chicago,
        &by(many),
        "Dror, Amiel A., Nicole Morozov, Amani Daoud, et al. Title. Press, 2022.",
    );
    let note = "Amiel A. Dror et al., Title (Press, 2022).";
    check_citation(Guide::Chicago, &by(many), ["", ""], note);
    check_citation(Guide::Chicago, &by("Amiel A. Dror; Ann Four; Ben Five"), ["", ""], note);
}

/// Macquarie University Library, of the eighteenth edition: a page of a site.
#[test]
fn chicago_pages() {
    let url = "https://electricliterature.com/rape-lost-in-translation-7d069ce39d12";
    let title = "Rape, Lost in Translation: How Translators of Ovid’s “Metamorphoses” Turn an \
                 Assault Into a Consensual Encounter";
    let page = article(["Stephanie McCarter", title, "Electric Lit", "2018-05-01", url]);
    let title = title.replace('“', "‘").replace('”', "’");
    let note = format!("Stephanie McCarter, “{title},” Electric Lit, May 1, 2018, {url}.");
    check_citation(Guide::Chicago, &page, ["", ""], &note);
}

/// chicagomanualofstyle.org, Q&A, “Citation, Documentation of Sources”: the particle of a name
/// stays small in the bibliography.
#[test]
fn chicago_particles() {
    let scapegoat = book(["Daphne du Maurier", "The Scapegoat", "Doubleday", "1957"]);
    check_reference(
        Guide::Chicago,
        &scapegoat,
        "du Maurier, Daphne. The Scapegoat. Doubleday, 1957.",
    );
    let note = "Daphne du Maurier, The Scapegoat (Doubleday, 1957).";
    check_citation(Guide::Chicago, &scapegoat, ["", ""], note);
}

/// Australian Catholic University Library, “Chicago A: 18th edition”: a page of a site without an
/// author stands under the site, and its note begins with the title. Grafiati, “Chicago 17 (notes
/// and bibliography): newspaper article”, whose date is in another order.
#[test]
fn chicago_without_an_author() {
    let title = "Head to Streaming For Premieres";
    let article = article(["", title, "The New York Times", "2020-11-15", ""]);
    let entry = format!("New York Times. “{title}.” November 15, 2020.");
    check_reference(Guide::Chicago, &article, &entry);
    let note = format!("“{title},” New York Times, November 15, 2020.");
    check_citation(Guide::Chicago, &article, ["", ""], &note);
}

/// *Chicago Manual of Style* 14.30: notes are capitalized like sentences.
#[test]
fn chicago_notes_begin_with_a_capital() {
    let title = article(["Ann Lee", "A Title", "Source", "2020", ""]);
    let quoted = "quoted in Ann Lee, “A Title,” Source, 2020.";
    let check = |speaker: &str, begin: &str| {
        check_citation(Guide::Chicago, &title, [speaker, ""], &format!("{begin}, {quoted}"));
    };
    check("a taxi driver", "A taxi driver");
    check("élus de Paris", "Élus de Paris");
    check("eBay", "eBay");
    let title = book(["", "iPhone for All", "Press", "2020"]);
    check_citation(Guide::Chicago, &title, ["", ""], "iPhone for All (Press, 2020).");
}

/// Beauvoir is listed by her own name in the *Chicago Manual of Style*, 8.7.
#[test]
fn chicago_drops_the_french_particle() {
    let sex = book(["Simone de Beauvoir", "The Second Sex", "Vintage", "2011"]);
    check_reference(Guide::Chicago, &sex, "Beauvoir, Simone de. The Second Sex. Vintage, 2011.");
    let note = "Simone de Beauvoir, The Second Sex (Vintage, 2011).";
    check_citation(Guide::Chicago, &sex, ["", ""], note);
    let gaulle = book(["Charles de Gaulle", "Memoirs of Hope", "Simon and Schuster", "1971"]);
    let entry = "de Gaulle, Charles. Memoirs of Hope. Simon and Schuster, 1971.";
    check_reference(Guide::Chicago, &gaulle, entry);
}
