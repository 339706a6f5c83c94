//! The styles against the examples that their guides publish: bibliographic facts of the examples,
//! and the citation or the reference as the guide prints it, without its italics.
//!
//! APA: apastyle.apa.org, “Reference Examples”, “Secondary Sources” and “Quotations”; the work of
//! many authors is of the *Publication Manual*, seventh edition, 9.8. MLA: style.mla.org, “Works
//! Cited: A Quick Guide”, and the *MLA Handbook*. Chicago: chicagomanualofstyle.org, “Notes and
//! Bibliography: Sample Citations”, of the seventeenth and the eighteenth edition.

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
fn apa_articles_of_magazines_and_newspapers() {
    let url = "https://www.newyorker.com/magazine/2019/09/16/superfans-a-love-story";
    check_reference(
        Guide::Apa,
        &article([
            "Michael Schulman",
            "Superfans: A love story",
            "The New Yorker",
            "2019-09-09",
            url,
        ]),
        &format!(
            "Schulman, M. (2019, September 9). Superfans: A love story. The New Yorker. {url}"
        ),
    );
    let url = "https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html";
    let title = "Can we get better at forgetting?";
    check_reference(
        Guide::Apa,
        &article(["Benedict Carey", title, "The New York Times", "2019-03-22", url]),
        &format!("Carey, B. (2019, March 22). {title} The New York Times. {url}"),
    );
    let title = "Cancer death rate in U.S. sees largest one-year drop ever";
    check_reference(
        Guide::Apa,
        &article(["Mike Stobbe", title, "Chicago Tribune", "2020-01-08", ""]),
        &format!("Stobbe, M. (2020, January 8). {title}. Chicago Tribune."),
    );
}

#[test]
fn apa_pages_of_the_web() {
    let who = "World Health Organization";
    let url = "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death";
    check_reference(
        Guide::Apa,
        &article([who, "The top 10 causes of death", who, "2018-05-24", url]),
        &format!("{who}. (2018, May 24). The top 10 causes of death. {url}"),
    );
    let url = "https://www.nationalnursesunited.org/pages/what-employers-should-do-to-protect-rns-from-zika";
    let title = "What employers should do to protect nurses from Zika";
    check_reference(
        Guide::Apa,
        &article(["National Nurses United", title, "", "", url]),
        &format!("National Nurses United. (n.d.). {title}. {url}"),
    );
    let url = "https://www.nimh.nih.gov/health/topics/anxiety-disorders/index.shtml";
    let site = "U.S. Department of Health and Human Services, National Institutes of Health";
    check_reference(
        Guide::Apa,
        &article([
            "National Institute of Mental Health",
            "Anxiety disorders",
            site,
            "2018-07",
            url,
        ]),
        &format!(
            "National Institute of Mental Health. (2018, July). Anxiety disorders. {site}. {url}"
        ),
    );
}

#[test]
fn apa_books_and_many_authors() {
    let title = "Behave: The biology of humans at our best and worst";
    check_reference(
        Guide::Apa,
        &book(["Robert M. Sapolsky", title, "Penguin Books", "2017"]),
        &format!("Sapolsky, R. M. (2017). {title}. Penguin Books."),
    );
    // The manual does not print who the twentieth to the last but one are.
    let authors = "T. C. Miller; M. J. Brown; G. L. Wilson; B. B. Evans; R. S. Kelly; S. T. Turner; \
                   F. Lewis; L. H. Lee; G. Cox; H. L. Harris; P. Martin; W. L. Gonzalez; W. Hughes; \
                   D. Carter; C. Campbell; A. B. Baker; T. Flores; W. E. Gray; G. Green; X. Hidden; \
                   T. P. Nelson";
    check_reference(
        Guide::Apa,
        &article([authors, "Title", "Source", "2018", ""]),
        "Miller, T. C., Brown, M. J., Wilson, G. L., Evans, B. B., Kelly, R. S., Turner, S. T., \
         Lewis, F., Lee, L. H., Cox, G., Harris, H. L., Martin, P., Gonzalez, W. L., Hughes, W., \
         Carter, D., Campbell, C., Baker, A. B., Flores, T., Gray, W. E., Green, G., . . . Nelson, T. P. \
         (2018). Title. Source.",
    );
}

#[test]
fn apa_in_the_text() {
    check_citation(
        Guide::Apa,
        &by("John Chamberlin", "2014"),
        ["", "1"],
        "(Chamberlin, 2014, para. 1)",
    );
    check_citation(
        Guide::Apa,
        &by("Kim Lyon; Ann Gettman; Lee Roberts", "2014"),
        ["Rabbitt", ""],
        "(Rabbitt, as cited in Lyon et al., 2014)",
    );
    let no_author =
        article(["", "Understanding sensory memory", "A Site", "2018", "https://x.org"]);
    // “Missing reference information”: the title in quotation marks stands for the author.
    check_citation(Guide::Apa, &no_author, ["", ""], "(“Understanding sensory memory,” 2018)");
}

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
fn an_address_stays_as_it_is() {
    let url = "https://x.org/?.a=”.b&c=!.";
    let meta = article(["Ann Lee", "Who? What?... A Note!", "Philology", "1954", url]);
    check_reference(
        Guide::Apa,
        &meta,
        &format!("Lee, A. (1954). Who? What?... A Note! Philology. {url}"),
    );
}
