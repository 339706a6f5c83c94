//! MLA, ninth edition: works of the *MLA Handbook*, told without what a document does not have:
//! pages, volume and number, editions, and when a page was read.
//!
//! Their facts were read in the file of examples of the Handbook in the biblatex-mla package (James
//! Clawson); how the entry is put together from them is the template of core elements.

use super::*;

#[track_caller]
fn check(facts: [&str; 5], expected: &str) {
    let url = if facts[4].is_empty() { String::new() } else { format!("https://{}", facts[4]) };
    let [authors, title, source, date, address] = facts;
    let expected = match address {
        "" => format!("{expected}."),
        address => format!("{expected}, {address}."),
    };
    check_reference(Guide::Mla, &article([authors, title, source, date, &url]), &expected);
}

#[test]
fn mla_handbook_has_articles_of_one_author() {
    check(
        [
            "Elaine Hsieh Chou",
            "Carrot Legs",
            "Guernica",
            "2019-09-12",
            "www.guernicamag.com/carrot-legs/",
        ],
        "Chou, Elaine Hsieh. “Carrot Legs.” Guernica, 12 Sept. 2019",
    );
    check(
        [
            "Tara Parker-Pope",
            "How to Age Well",
            "The New York Times",
            "2017-11-02",
            "www.nytimes.com/guides/well/how-to-age-well",
        ],
        "Parker-Pope, Tara. “How to Age Well.” The New York Times, 2 Nov. 2017",
    );
    check(
        [
            "Ivan Tribble",
            "Bloggers Need Not Apply",
            "The Chronicle of Higher Education",
            "2005-07-08",
            "chronicle.com/article/Bloggers-Need-Not-Apply/45022",
        ],
        "Tribble, Ivan. “Bloggers Need Not Apply.” The Chronicle of Higher Education, 8 July 2005",
    );
    check(
        [
            "Salem Alaton",
            "So, Did They Live Happily Ever After?",
            "The Globe and Mail",
            "1997-12-27",
            "",
        ],
        "Alaton, Salem. “So, Did They Live Happily Ever After?” The Globe and Mail, 27 Dec. 1997",
    );
    check(
        [
            "Jean-Louis Perrier",
            "La vie artistique de Budapest perturbée par la loi du marché",
            "Le monde",
            "1997-02-26",
            "",
        ],
        "Perrier, Jean-Louis. “La vie artistique de Budapest perturbée par la loi du marché.” Le \
         monde, 26 Feb. 1997",
    );
}

#[test]
fn mla_handbook_has_articles_of_several_authors_of_a_board_and_of_nobody() {
    check(
        [
            "Iliana Magra; Andrea Zaratemay",
            "Hikers’ Love of a Rarity in the Andes Takes a Toll",
            "The New York Times",
            "2018-05-03",
            "",
        ],
        "Magra, Iliana, and Andrea Zaratemay. “Hikers’ Love of a Rarity in the Andes Takes a Toll.” \
         The New York Times, 3 May 2018",
    );
    check(
        [
            "Hayley Glatter; Emily DeRuy; Alia Wong",
            "Reimagining the Modern Classroom",
            "The Atlantic",
            "2016-09-02",
            "www.theatlantic.com/education/archive/2016/09/reimagining-the-modern-classroom/498224/",
        ],
        "Glatter, Hayley, et al. “Reimagining the Modern Classroom.” The Atlantic, 2 Sept. 2016",
    );
    check(
        [
            "Editorial Board",
            "How to Tell Truth from Fiction in the Age of Fake News",
            "Chicago Tribune",
            "2016-11-21",
            "www.chicagotribune.com/news/opinion/editorials/ct-fake-news-facebook-edit-1120-md-20161118-story.html",
        ],
        "Editorial Board. “How to Tell Truth from Fiction in the Age of Fake News.” Chicago \
         Tribune, 21 Nov. 2016",
    );
    check(
        [
            "",
            "Evacuation Order Lifted at Nice Airport",
            "The Boston Globe",
            "2016-07-15",
            "www.bostonglobe.com/news/world/2016/07/15/evacuation-progress-nice-airport/KO4BytWK4wFUOxjEkSpKTN/story.html",
        ],
        "“Evacuation Order Lifted at Nice Airport.” The Boston Globe, 15 July 2016",
    );
    check(
        [
            "World Wildlife Fund",
            "Five Things to Know on Shark Awareness Day",
            "Facebook",
            "2020-07-14",
            "www.facebook.com/worldwildlifefund/videos/745925785979440/",
        ],
        "World Wildlife Fund. “Five Things to Know on Shark Awareness Day.” Facebook, 14 July 2020",
    );
}

#[test]
fn mla_handbook_has_books() {
    let check = |facts, expected| check_reference(Guide::Mla, &book(facts), expected);
    check(
        ["Stendhal", "The Red and the Black", "Penguin Books", "2002"],
        "Stendhal. The Red and the Black. Penguin Books, 2002.",
    );
    check(
        [
            "Sidney M. Milkis; Michael Nelson",
            "The American Presidency: Origins and Development, 1776–1993",
            "CQ Press",
            "1994",
        ],
        "Milkis, Sidney M., and Michael Nelson. The American Presidency: Origins and Development, \
         1776–1993. CQ Press, 1994.",
    );
    check(
        [
            "United Nations",
            "Consequences of Rapid Population Growth in Developing Countries",
            "Taylor and Francis",
            "1991",
        ],
        "United Nations. Consequences of Rapid Population Growth in Developing Countries. Taylor and \
         Francis, 1991.",
    );
    check(
        [
            "Patricia O’Connor",
            "Woe Is I: The Grammarphobe’s Guide to Better English in Plain English",
            "Riverhead Books",
            "2009",
        ],
        "O’Connor, Patricia. Woe Is I: The Grammarphobe’s Guide to Better English in Plain English. \
         Riverhead Books, 2009.",
    );
}

/// The particles of Dutch and German names: Beethoven, Goethe and Toorn.
#[test]
fn mla_handbook_lists_dutch_and_german_names_without_their_particles() {
    let check = |author: &str, reference: &str, citation: &str| {
        let work = book([author, "Title", "Press", "1990"]);
        check_reference(Guide::Mla, &work, &format!("{reference}. Title. Press, 1990."));
        check_citation(Guide::Mla, &work, ["", ""], citation);
    };
    check("Johann Wolfgang von Goethe", "Goethe, Johann Wolfgang von", "(Goethe)");
    check("Ludwig van Beethoven", "Beethoven, Ludwig van", "(Beethoven)");
    check(
        "Penny van Toorn; Daniel Justice",
        "Toorn, Penny van, and Daniel Justice",
        "(Toorn and Justice)",
    );
}

/// The comma before “and” is there because the first name is turned around (*Handbook* 5.7); two
/// organizations stand as they are.
#[test]
fn mla_has_no_comma_between_two_organizations() {
    let two = book(["United Nations; World Wildlife Fund", "Title", "Press", "1991"]);
    check_reference(
        Guide::Mla,
        &two,
        "United Nations and World Wildlife Fund. Title. Press, 1991.",
    );
}
