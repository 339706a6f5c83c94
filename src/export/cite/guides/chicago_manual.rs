//! Chicago: works of the *Chicago Manual of Style*, sixteenth and seventeenth editions, told as the
//! eighteenth tells them, without places, and without what a document does not have.
//!
//! Their facts were read in the file of examples of the biblatex-chicago package (David Fussner); how
//! note and entry are put together from them is the manual’s.

use super::*;

#[track_caller]
fn check(work: &Meta, note: &str, entry: &str) {
    check_citation(Guide::Chicago, work, ["", ""], note);
    check_reference(Guide::Chicago, work, entry);
}

#[test]
fn chicago_manual_has_newspapers_magazines_and_sites() {
    let title = "Westchester Approves Measure on Gun Safety";
    check(
        &article(["Associated Press", title, "New York Times", "2000-06-12", ""]),
        &format!("Associated Press, “{title},” New York Times, June 12, 2000."),
        &format!("Associated Press. “{title}.” New York Times, June 12, 2000."),
    );
    let title = "Pushcarts Evolve to Trendy Kiosks";
    check(
        &article(["", title, "Lake Forester", "2000-03-23", ""]),
        &format!("“{title},” Lake Forester, March 23, 2000."),
        &format!("Lake Forester. “{title}.” March 23, 2000."),
    );
    let title = "Word Court";
    check(
        &article(["Barbara Wallraff", title, "Atlantic Monthly", "2000-04", ""]),
        &format!("Barbara Wallraff, “{title},” Atlantic Monthly, April 2000."),
        &format!("Wallraff, Barbara. “{title}.” Atlantic Monthly, April 2000."),
    );
    let url = "http://www.time.com/time/nation/article/0,8599,102443,00.html";
    let title = "A Weighty Issue: Ever-Fatter Kids";
    check(
        &article(["Jessica Reaves", title, "Time", "2001-03-14", url]),
        &format!("Jessica Reaves, “{title},” Time, March 14, 2001, {url}."),
        &format!("Reaves, Jessica. “{title}.” Time, March 14, 2001. {url}."),
    );
    let url = "http://www.cnn.com/1999/TECH/ptech/12/20/implant.device/";
    let title = "Tiny Human-Borne Monitoring Device Sparks Privacy Fears";
    check(
        &article(["Richard Stenger", title, "CNN.com", "1999-12-20", url]),
        &format!("Richard Stenger, “{title},” CNN.com, December 20, 1999, {url}."),
        &format!("Stenger, Richard. “{title}.” CNN.com, December 20, 1999. {url}."),
    );
}

#[test]
fn chicago_manual_has_books() {
    check(
        &book(["Claude Lévi-Strauss", "The Savage Mind", "University of Chicago Press", "1962"]),
        "Claude Lévi-Strauss, The Savage Mind (University of Chicago Press, 1962).",
        "Lévi-Strauss, Claude. The Savage Mind. University of Chicago Press, 1962.",
    );
    check(
        &book(["John le Carré", "The Quest for Karla", "Knopf", "1982"]),
        "John le Carré, The Quest for Karla (Knopf, 1982).",
        "le Carré, John. The Quest for Karla. Knopf, 1982.",
    );
    let title = "Les relations publiques: Dans une société en mouvance";
    let press = "Presses de l’Université de Québec";
    let three = "Danielle Maisonneuve; Jean-François Lamarche; Yves St-Amand";
    check(
        &book([three, title, press, "1998"]),
        &format!("Danielle Maisonneuve et al., {title} ({press}, 1998)."),
        &format!(
            "Maisonneuve, Danielle, Jean-François Lamarche, and Yves St-Amand. {title}. {press}, 1998."
        ),
    );
    check(
        &book(["National Reconnaissance Office", "The KH-4B Camera System", "", "1967"]),
        "National Reconnaissance Office, The KH-4B Camera System (1967).",
        "National Reconnaissance Office. The KH-4B Camera System. 1967.",
    );
}

/// A title of marks at its end: the full stop stands inside of them.
#[test]
fn chicago_manual_has_a_title_within_a_title() {
    let press = "Johns Hopkins University Press";
    check(
        &book(["Roland McHugh", "Annotations to “Finnegans Wake”", press, "1980"]),
        &format!("Roland McHugh, Annotations to “Finnegans Wake” ({press}, 1980)."),
        &format!("McHugh, Roland. Annotations to “Finnegans Wake.” {press}, 1980."),
    );
    check_reference(
        Guide::Mla,
        &book(["Roland McHugh", "Annotations to “Finnegans Wake”", press, "1980"]),
        &format!("McHugh, Roland. Annotations to “Finnegans Wake.” {press}, 1980."),
    );
}
