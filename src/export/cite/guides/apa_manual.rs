//! APA, seventh edition: examples of the *Publication Manual*, by the numbers that it gives them.
//!
//! Read in the test document of the biblatex-apa package (Philip Kime), which sets them all. Where the
//! manual leaves out the title and the source of an example, they are ours.

use super::*;

/// 10.1, examples 15 to 17: an article of a magazine, of a newspaper, and of a blog.
#[test]
fn apa_manual_has_periodicals_on_the_web() {
    let check = |facts: [&str; 5], expected: &str| {
        let expected = format!("{expected} {}. {}", facts[2], facts[4]);
        check_reference(Guide::Apa, &article(facts), &expected);
    };
    let url = "https://www.newyorker.com/books/page-turner/on-video-games-and-storytelling-an-interview-with-tom-bissell";
    let title = "On video games and storytelling: An interview with Tom Bissell";
    check(
        ["M. Bustillos", title, "The New Yorker", "2013-03-19", url],
        &format!("Bustillos, M. (2013, March 19). {title}."),
    );
    let url = "https://www.washingtonpost.com/news/speaking-of-science/wp/2017/12/04/how-will-humanity-react-to-alien-life-psychologists-have-some-predictions";
    let title = "How will humanity react to alien life? Psychologists have some predictions";
    check(
        ["B. Guarino", title, "The Washington Post", "2017-12-04", url],
        &format!("Guarino, B. (2017, December 4). {title}."),
    );
    let url = "https://blogs.plos.org/scied/2018/09/15/can-we-talk-scientifically-about-free-will/";
    let title = "Can we talk scientifically about free will?";
    check(
        ["M. Klymkowsky", title, "Sci-Ed", "2018-09-15", url],
        &format!("Klymkowsky, M. (2018, September 15). {title}"),
    );
}

/// 10.16, examples 111 to 113.
#[test]
fn apa_manual_has_pages_of_the_web() {
    let who = "Centers for Disease Control and Prevention";
    let url = "https://www.cdc.gov/flu/about/disease/high_risk.htm";
    let title = "People at high risk of developing flu-related complications";
    check_reference(
        Guide::Apa,
        &article([who, title, who, "2018-01-23", url]),
        &format!("{who}. (2018, January 23). {title}. {url}"),
    );
    let url = "https://www.mayoclinic.org/healthy-lifestyle/adult-health/in-depth/self-compassion-can-improve-your-resiliency/art-20267193";
    let title = "Be kind to yourself: How self-compassion can improve your resiliency";
    check_reference(
        Guide::Apa,
        &article(["Martin Lillie, C. M.", title, "Mayo Clinic", "2016-12-29", url]),
        &format!("Martin Lillie, C. M. (2016, December 29). {title}. Mayo Clinic. {url}"),
    );
    let url = "http://www.ethicsguidebook.ac.uk/EthicsPrinciples";
    let site = "The Research Ethics Guidebook: A Resource for Social Scientists";
    let authors = "J. Boddy; T. Neumann; S. Jennings; V. Morrow; P. Alderson; R. Rees; W. Gibson";
    let boddy = article([authors, "Ethics principles", site, "", url]);
    check_reference(
        Guide::Apa,
        &boddy,
        &format!(
            "Boddy, J., Neumann, T., Jennings, S., Morrow, V., Alderson, P., Rees, R., & Gibson, W. \
             (n.d.). Ethics principles. {site}. {url}"
        ),
    );
    check_citation(Guide::Apa, &boddy, ["", ""], "(Boddy et al., n.d.)");
}

/// 10.1, example 4, whose twentieth and twenty-first author the manual does not print.
#[test]
fn apa_manual_has_a_work_of_many_authors() {
    let authors = "E. Kalnay; M. Kanamitsu; R. Kistler; W. Collins; D. Deaven; L. Gandin; M. Iredell; \
                   S. Saha; G. White; J. Wollen; Y. Zhu; M. Chelliah; W. Ebisuzaki; W. Higgins; J. \
                   Janowiak; K. C. Mo; C. Ropelewski; J. Wang; A. Leetma; X. Hidden; Y. Hidden; D. \
                   Joseph";
    check_reference(
        Guide::Apa,
        &by(authors, "1996"),
        "Kalnay, E., Kanamitsu, M., Kistler, R., Collins, W., Deaven, D., Gandin, L., Iredell, M., \
         Saha, S., White, G., Wollen, J., Zhu, Y., Chelliah, M., Ebisuzaki, W., Higgins, W., Janowiak, \
         J., Mo, K. C., Ropelewski, C., Wang, J., Leetma, A., . . . Joseph, D. (1996). Title. Source.",
    );
}

/// 10.2, example 21.
#[test]
fn apa_manual_has_books() {
    let title = "Rethinking global health: Frameworks of power";
    check_reference(
        Guide::Apa,
        &book(["R. Burgess", title, "Routledge", "2019"]),
        &format!("Burgess, R. (2019). {title}. Routledge."),
    );
}

/// 9.8 and 9.44: the names of authors, also in the order of a list.
#[test]
fn apa_manual_has_names() {
    let check = |authors: &str, expected: &str| {
        check_reference(
            Guide::Apa,
            &by(authors, "2014"),
            &format!("{expected} (2014). Title. Source."),
        );
    };
    check("A. A. Author; B. B. Author", "Author, A. A., & Author, B. B.");
    check(
        "A. A. Author; B. B. Author; C. C. Author",
        "Author, A. A., Author, B. B., & Author, C. C.",
    );
    check("A. A. Author Jr.; B. B. Author", "Author, A. A., Jr., & Author, B. B.");
    check(
        "American Psychological Association; National Institutes of Health",
        "American Psychological Association & National Institutes of Health.",
    );
    check("Ai-Jun Xu", "Xu, A.-J.");
    check("Plato", "Plato.");
    check("D. ben Yaakov", "ben Yaakov, D.");
    check("C. de Onís", "de Onís, C.");
    check("J.-B. Girard", "Girard, J.-B.");
    check("A. S. Girard-Perregaux", "Girard-Perregaux, A. S.");
    check("Ibn Nidal, A. K. M.", "Ibn Nidal, A. K. M.");
    check("López de Molina, G.", "López de Molina, G.");
    check("T. MacCallum II", "MacCallum, T., II.");
    check("T. MacCallum III", "MacCallum, T., III.");
    check("L. L. M’Carthy", "M’Carthy, L. L.");
    check("U. O’Neil", "O’Neil, U.");
    check("San Martin, Q. E.", "San Martin, Q. E.");
    check("J. Santiago Sr.", "Santiago, J., Sr.");
    check("J. Villa-Lobos", "Villa-Lobos, J.");
    check("L. von Mises", "von Mises, L.");
    check("Hans-Jörg Schmid", "Schmid, H.-J.");
}

/// 8.6, 8.13, 8.14 and table 8.1.
#[test]
fn apa_manual_has_citations_in_the_text() {
    let check = |authors: &str, year: &str, paragraph: &str, expected: &str| {
        check_citation(Guide::Apa, &by(authors, year), ["", paragraph], expected);
    };
    check("A. Shadid", "2020", "2–3", "(Shadid, 2020, paras. 2–3)");
    check("A. Luna", "2020", "", "(Luna, 2020)");
    check("A. Sales; B. D’Agostino", "2020", "", "(Sales & D’Agostino, 2020)");
    check("A. Martin; B. Smith; C. Stone", "2020", "", "(Martin et al., 2020)");
    check("Stanford University", "2020", "", "(Stanford University, 2020)");
    check("L. von Mises", "2000", "", "(von Mises, 2000)");
    check("A. Kessler Jr.", "2003", "", "(Kessler, 2003)");
    check("Anonymous", "2017", "", "(Anonymous, 2017)");
    check_citation(
        Guide::Apa,
        &article(["", "Understanding Sensory Memory", "A Site", "2018", ""]),
        ["", ""],
        "(“Understanding Sensory Memory,” 2018)",
    );
    check_citation(Guide::Apa, &by("A. Nicholson", "2003"), ["", ""], "(Nicholson, 2003)");
}
