//! Links: the numbers at those on the screen, the list of all, and where each leads.

use super::article::Stepped;
use super::finder::{Finder, List};
use super::key::{Code, Key};
use super::reference::target_of;
use super::{App, Effect, Overlay, Panel};
use crate::document::{Document, Span, TextRange};

/// What a link may begin with that is handed to another program.
const OPENED: [&str; 3] = ["http://", "https://", "mailto:"];

/// The numbers at the links on the screen.
#[derive(Debug)]
pub struct LinkNumbers {
    /// The words of the links; the first one is number 1.
    pub links: Vec<TextRange>,
    /// What is typed of a number.
    pub typed: String,
}

impl LinkNumbers {
    /// The link of the number that is typed.
    fn chosen(&self) -> Option<TextRange> {
        let number: usize = self.typed.parse().ok()?;
        self.links.get(number.checked_sub(1)?).copied()
    }

    /// Whether another digit could make the number that of another link.
    fn is_open(&self) -> bool {
        self.typed.parse::<usize>().is_ok_and(|number| number * 10 <= self.links.len())
    }
}

impl App {
    /// Numbers the links on the screen; without any there, lists all.
    pub(super) fn number_links(&mut self) {
        let document = &self.document;
        let rows = self.article.page.iter().filter_map(|line| line.row.as_ref());
        let mut links: Vec<TextRange> = rows
            .flat_map(|row| document.spans_in(row.range).map(move |span| (span, row.range)))
            .filter(|(span, row)| leads(span) && row.contains(span.range.start()))
            .map(|(span, _)| span.range)
            .collect();
        links.dedup();
        if links.is_empty() {
            return self.list_links();
        }
        self.view.focus_on(Panel::Article);
        self.overlay = Some(Overlay::Links(LinkNumbers { links, typed: String::new() }));
    }

    /// Lists the links of the whole document.
    fn list_links(&mut self) {
        let links: Vec<TextRange> =
            self.document.spans().filter(|span| leads(span)).map(|span| span.range).collect();
        if links.is_empty() {
            self.overlay = None;
            return self.tell("there are no links here");
        }
        let place = self.article.place();
        let here = links.partition_point(|link| link.start() < place);
        let here = here.min(links.len() - 1) as u32;
        self.overlay = Some(Overlay::Finder(Box::new(Finder::new(List::Links(links), Some(here)))));
    }

    pub(super) fn press_in_links(&mut self, key: Key) -> Vec<Effect> {
        let Some(Overlay::Links(numbers)) = &mut self.overlay else { return Vec::new() };
        match (key.code, key.ctrl) {
            (Code::Char(digit @ '0'..='9'), false) => {
                numbers.typed.push(digit);
                if numbers.chosen().is_none() {
                    numbers.typed.pop();
                } else if !numbers.is_open() {
                    return self.accept_link();
                }
            }
            (Code::Enter, _) => return self.accept_link(),
            (Code::Backspace, _) if !numbers.typed.is_empty() => {
                numbers.typed.pop();
            }
            (Code::Tab | Code::Char('F'), false) => self.list_links(),
            (Code::Esc | Code::Backspace, _) | (Code::Char('c' | 'g'), true) => {
                self.overlay = None;
            }
            _ => {}
        }
        Vec::new()
    }

    fn accept_link(&mut self) -> Vec<Effect> {
        let Some(Overlay::Links(numbers)) = &self.overlay else { return Vec::new() };
        let Some(link) = numbers.chosen() else { return Vec::new() };
        self.overlay = None;
        self.follow_link(link)
    }

    /// Goes where a link leads in the document, or has the system open it.
    pub(super) fn follow_link(&mut self, words: TextRange) -> Vec<Effect> {
        let document = self.document.clone();
        let Some(span) = document.spans_in(words).find(|span| span.range == words && leads(span))
        else {
            return Vec::new();
        };
        self.follow_span(&document, &span)
    }

    /// The same of a link of the document by its span.
    pub(super) fn follow_span(&mut self, document: &Document, span: &Span<'_>) -> Vec<Effect> {
        if let Some(block) = target_of(document, span) {
            self.view.focus_on(Panel::Article);
            let first = TextRange::new(block.range.start(), block.range.start());
            // Where both ends lie on one page there is a way back, too.
            let here = self.article.bookmark();
            self.article.go_to(document, Stepped::Passage(first), block.range);
            self.article.jumps.leave(here);
            return Vec::new();
        }
        let target = span.mark.target().unwrap_or_default();
        let is_opened = |start: &&str| {
            target.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
        };
        if OPENED.iter().any(is_opened) {
            return vec![Effect::Open(target.to_owned())];
        }
        self.tell(&format!("this leads to {target}, which is not opened from here"));
        Vec::new()
    }
}

fn leads(span: &Span<'_>) -> bool {
    span.mark.target().is_some()
}

/// Where a link leads, as its row in the list tells it.
pub(super) fn target_words(document: &Document, words: TextRange) -> String {
    let span = document.spans_in(words).find(|span| span.range == words && leads(span));
    let Some(span) = span else { return String::new() };
    match target_of(document, &span) {
        Some(block) => {
            let text = &document[block.range];
            let first: String = text.chars().take(80).collect();
            format!("→ {first}")
        }
        None => span.mark.target().unwrap_or_default().to_owned(),
    }
}
