//! APA, seventh edition.
//!
//! Not to be had from a document, and so left out: volume, number and pages, editions, and when a page
//! that changes was read.

use super::*;

/// apastyle.apa.org, “Magazine Article References” and “Newspaper Article References”; the latter also
/// at the libraries of De La Salle University.
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

/// apastyle.apa.org, “Webpage on a Website References”, in the guide of the University of Manitoba;
/// National Nurses United: Publication Manual, 10.16, example 113.
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

/// apastyle.apa.org, “Book/Ebook References”, also at Eastern University Library.
#[test]
fn apa_books() {
    let title = "Behave: The biology of humans at our best and worst";
    check_reference(
        Guide::Apa,
        &book(["Robert M. Sapolsky", title, "Penguin Books", "2017"]),
        &format!("Sapolsky, R. M. (2017). {title}. Penguin Books."),
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

/// Publication Manual, 10.16, in the guide of LaGuardia Community College.
#[test]
fn apa_pages_of_news_sites() {
    let url = "https://www.cnn.com/2019/01/03/health/respect-toard-elderly-leads-to-long-life-intl/index.html";
    let title = "The secret to a long, happy, healthy life? Think age-positive";
    check_reference(
        Guide::Apa,
        &article(["Nina Avramova", title, "CNN", "2019-01-03", url]),
        &format!("Avramova, N. (2019, January 3). {title}. CNN. {url}"),
    );
    let url = "https://www.huffingtonpost.com/entry/what-happens-mind-body-homesic_us_5b201ebde4b09d7a3d77eee1";
    let title = "What happens to your mind and body when you feel homesick?";
    check_reference(
        Guide::Apa,
        &article(["Caroline Bologna", title, "HuffPost", "2018-06-27", url]),
        &format!("Bologna, C. (2018, June 27). {title} HuffPost. {url}"),
    );
    let who = "World Health Organization";
    let url = "https://www.who.int/features/qa/84/en";
    let title = "Questions and answers on immunization and vaccine safety";
    check_reference(
        Guide::Apa,
        &article([who, title, who, "2018-03", url]),
        &format!("{who}. (2018, March). {title}. {url}"),
    );
}

/// Lynn University Library, “APA: web”.
#[test]
fn apa_two_and_three_authors() {
    let url =
        "https://thehill.com/policy/healthcare/525073-us-passes-10-million-covid-19-infections";
    let title = "US surpasses 10 million COVID-19 infections";
    let two = article(["Jessie Hellman; John Bowden", title, "The Hill", "2020-11-11", url]);
    let expected =
        format!("Hellman, J., & Bowden, J. (2020, November 11). {title}. The Hill. {url}");
    check_reference(Guide::Apa, &two, &expected);
    check_citation(Guide::Apa, &two, ["", "2"], "(Hellman & Bowden, 2020, para. 2)");
    let title = "National data release sheds light on past polling place changes";
    let site = "The Center for Public Integrity";
    check_reference(
        Guide::Apa,
        &article([
            "Carrie Levine; Pratheek Rebala; Matt Vasilogambros",
            title,
            site,
            "2020-09-29",
            "",
        ]),
        &format!(
            "Levine, C., Rebala, P., & Vasilogambros, M. (2020, September 29). {title}. {site}."
        ),
    );
}

/// Lake-Lehman School District Library and Bond University Library, “Webpage”.
#[test]
fn apa_without_author_or_date() {
    let url = "http://www.infogineering.net/understanding-information-overload.htm";
    let title = "Understanding information overload";
    check_reference(
        Guide::Apa,
        &article(["", title, "", "", url]),
        &format!("{title}. (n.d.). {url}"),
    );
    let department = "Department of Industry, Science, Energy and Resources";
    check_reference(
        Guide::Apa,
        &article([department, "Climate active", "Australian Government", "", ""]),
        &format!("{department}. (n.d.). Climate active. Australian Government."),
    );
}

/// The particle stays before the name, and a capital one belongs to it: De Vries, *Publication
/// Manual*, 10.1, example 5.
#[test]
fn apa_particles() {
    let by = |name| article([name, "Title", "Source", "2013", ""]);
    let check = |name, expected: &str| {
        check_reference(Guide::Apa, &by(name), &format!("{expected} (2013). Title. Source."));
    };
    check("Raymond De Vries", "De Vries, R.");
    check("W. E. B. Du Bois", "Du Bois, W. E. B.");
    check("Simone de Beauvoir", "de Beauvoir, S.");
    check_citation(Guide::Apa, &by("Pierre van der Berg"), ["", ""], "(van der Berg, 2013)");
}
