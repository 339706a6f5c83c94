//! Who is named where the reader is: what the peek tells of a person whose mentions are stepped
//! through.

use super::article::Stepped;
use super::peek::{fact, place_words};
use super::{App, Panel, PeekLine};
use crate::document::{CleanText, Person, SpeakerId};

impl App {
    /// The person at whose mention the reader is, if it was gone to as one of theirs.
    pub(super) fn named_here(&self) -> Option<&Person> {
        let hit = self.search.current.filter(|_| self.search.hits.is_some())?;
        let is_there = self.article.stepped() == Some(Stepped::Passage(hit.range));
        let is_article = self.view.focus == Panel::Article && self.view.browsed == Panel::Article;
        self.search.person(&self.layers).filter(|_| is_there && is_article)
    }
}

/// The name, the description, and how often and where the person is named and quoted.
pub(super) fn person_lines(app: &App, person: &Person) -> Vec<PeekLine> {
    let mut lines = vec![PeekLine::Head(person.name.clone())];
    lines.extend(person.description.clone().map(PeekLine::Label));
    lines.push(PeekLine::Blank);
    let others = other_names(person);
    if !others.is_empty() {
        lines.push(fact("also", &others.join(", ")));
    }
    let of_person = |speaker: Option<SpeakerId>| speaker == person.speaker && speaker.is_some();
    let quotes = &app.layers.quotes;
    let n_quotes = quotes.iter().filter(|quote| of_person(quote.speaker)).count();
    let named = times(person.mentions.len());
    lines.push(fact("named", &format!("{named}, quoted {}", times(n_quotes))));
    lines.push(fact("first", &place_words(app, person.first, 1)));
    lines
}

/// What the person is called besides, without what only stands before another of the names.
fn other_names(person: &Person) -> Vec<&str> {
    let name = person.name.as_str();
    let forms = || person.forms.iter().map(CleanText::as_str);
    let is_longer = |form: &str, end: &str| form.len() > end.len() && form.ends_with(end);
    let ends_in_another = |form: &str| forms().chain([name]).any(|end| is_longer(form, end));
    forms().filter(|form| *form != name && !ends_in_another(form)).collect()
}

fn times(n: usize) -> String {
    match n {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        n => format!("{n} times"),
    }
}
