//! The quotes panel: the quotations of one speaker or of all, as cards.

use super::article::Size;
use super::shown_quotes::ShownQuotes;
use crate::document::{CleanText, Document, Layers, Quotation, SpeakerId, TextRange};
use crate::layout::wrap_text;

/// Rows of a quotation that is not the marked one.
const SHORT_ROWS: usize = 4;
/// Columns before the words of a card: for the bar, and for the opening mark that hangs there.
pub const CARD_INDENT: usize = 2;
/// Rows of the text around a quotation in the zoomed list.
const AROUND_ROWS: usize = 12;

/// A quotation as the sidebar shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The quotation, by its index in text order.
    pub quote: u32,
    /// The rows of its words; in the zoomed list, of the text around it.
    pub words: Vec<TextRange>,
    /// Not all rows are shown.
    pub is_cut: bool,
    /// The speaker's description, in rows.
    pub description: Vec<CleanText>,
}

impl Card {
    /// The rows that the card takes, with its name and the blank row after it.
    pub fn rows(&self) -> usize {
        self.words.len() + 1 + self.description.len() + 1
    }
}

/// The sidebar's state.
#[derive(Debug, Default)]
pub struct Quotes {
    /// Only this speaker's quotations.
    pub speaker: Option<SpeakerId>,
    /// The quotation looked at while the panels are unlinked.
    pub cursor: Option<u32>,
    /// The cards on the screen, made by [`Quotes::fit`].
    pub cards: Vec<Card>,
    top: usize,
    /// The reader looks at other cards than the marked one, as long as that stays marked.
    looked_from: Option<Option<u32>>,
    list: ShownQuotes,
}

impl Quotes {
    /// The quotations of the chosen speaker, or all.
    pub fn list(&self) -> &ShownQuotes {
        &self.list
    }

    /// The place of a quotation in the list, from 0; `None` if it is not in it.
    pub fn position(&self, quote: u32) -> Option<usize> {
        self.list.position(quote)
    }

    /// Takes other layers; the speaker and what is looked at are found among them.
    pub fn adopt(&mut self, before: &Layers, layers: &Layers) {
        let carried_over = |quote: u32| layers.quote_at(before.quotes.get(quote as usize)?.words);
        let top = self.list.at(self.top).and_then(carried_over);
        self.cursor = self.cursor.and_then(carried_over);
        self.speaker = self.speaker.and_then(|id| same_speaker(id, before, layers));
        self.filter(layers);
        self.top = top.and_then(|quote| self.position(quote)).unwrap_or(0);
    }

    /// The next speaker who is quoted; after the last one, all.
    pub fn next_speaker(&mut self, layers: &Layers) {
        let from = self.speaker.map_or(0, |id| id.0 + 1);
        self.speaker = (from..layers.speakers.len() as u32)
            .map(SpeakerId)
            .find(|id| layers.first_quotes[id.index()].is_some());
        self.cursor = None;
        self.top = 0;
        self.filter(layers);
    }

    fn filter(&mut self, layers: &Layers) {
        let is_theirs = |quote: &Quotation| quote.speaker == self.speaker;
        let all = (0..).zip(&layers.quotes);
        self.list = match self.speaker {
            None => ShownQuotes::All(layers.quotes.len() as u32),
            Some(_) => ShownQuotes::Chosen(
                all.filter_map(|(index, quote)| is_theirs(quote).then_some(index)).collect(),
            ),
        };
    }

    /// Looks some cards further down (up if negative), without another one being marked.
    pub fn look(&mut self, cards: isize, marked: Option<u32>) {
        let last = self.list.len().saturating_sub(1);
        self.top = self.top.saturating_add_signed(cards).min(last);
        self.looked_from = Some(marked);
    }

    /// The card that shows a row of the panel.
    pub fn card_at(&self, row: usize) -> Option<&Card> {
        let mut end = 0;
        self.cards.iter().find(|card| {
            end += card.rows();
            // The blank row under a card counts for the next one.
            row < end - 1
        })
    }

    /// Lays out the cards so that the marked one is on the screen.
    pub fn fit(
        &mut self,
        document: &Document,
        layers: &Layers,
        size: Size,
        marked: Option<u32>,
        is_zoomed: bool,
    ) {
        let columns = size.columns.into();
        let deal = Deal { document, layers, columns, marked, is_zoomed };
        let rows = usize::from(size.rows);
        let is_looking = self.looked_from == Some(marked);
        let top = match marked.and_then(|quote| self.position(quote)) {
            Some(position) if !is_looking => self.top_for(position, &deal, rows),
            _ => self.top.min(self.list.len().saturating_sub(1)),
        };
        let mut used = 0;
        let mut cards = Vec::new();
        for quote in (top..).map_while(|position| self.list.at(position)) {
            if used >= rows {
                break;
            }
            let card = deal.card(quote, rows);
            used += card.rows();
            cards.push(card);
        }
        (self.top, self.cards) = (top, cards);
        self.looked_from = self.looked_from.filter(|_| is_looking);
    }

    /// The first card to show so that the one at `position` is seen whole: the present one, if
    /// it does.
    fn top_for(&self, position: usize, deal: &Deal<'_>, rows: usize) -> usize {
        if position <= self.top {
            return position;
        }
        // The blank row under the last card may be off the screen.
        let height =
            |position| self.list.at(position).map_or(0, |quote| deal.card(quote, rows).rows());
        let mut used = height(position);
        let mut from = position;
        while from > self.top {
            used += height(from - 1);
            if used > rows + 1 {
                break;
            }
            from -= 1;
        }
        from
    }
}

/// A speaker among other layers, by the name.
fn same_speaker(id: SpeakerId, before: &Layers, layers: &Layers) -> Option<SpeakerId> {
    let name = &before.speakers.get(id.index())?.name;
    let index = layers.speakers.iter().position(|speaker| speaker.name == *name)?;
    Some(SpeakerId(index as u32))
}

/// What all cards of a list share.
struct Deal<'a> {
    document: &'a Document,
    layers: &'a Layers,
    columns: usize,
    marked: Option<u32>,
    is_zoomed: bool,
}

impl Deal<'_> {
    fn card(&self, index: u32, rows: usize) -> Card {
        let quote = &self.layers.quotes[index as usize];
        let is_marked = self.marked == Some(index);
        let (range, limit) = match (self.is_zoomed, is_marked) {
            (true, true) => (self.around(quote), rows.clamp(SHORT_ROWS, AROUND_ROWS)),
            (true, false) => (self.around(quote), AROUND_ROWS / 2),
            (false, true) => (quote.words, rows.saturating_sub(3).max(SHORT_ROWS)),
            _ => (quote.words, SHORT_ROWS),
        };
        let base = range.start();
        // The opening mark stands before the first row, the closing one after the last.
        let width = self.columns.saturating_sub(CARD_INDENT + 1);
        let wrapped = wrap_text(&self.document[range], width, width);
        let is_cut = wrapped.len() > limit;
        let words = wrapped
            .into_iter()
            .take(limit)
            .map(|row| TextRange::new(base + row.start, base + row.end))
            .collect();
        Card { quote: index, words, is_cut, description: self.description(index, quote) }
    }

    /// The sentences that the quotation stands in.
    fn around(&self, quote: &Quotation) -> TextRange {
        let first = crate::document::sentence_around(self.document, quote.words);
        TextRange::new(first.start().min(quote.words.start()), first.end().max(quote.words.end()))
    }

    /// The description stands under the speaker's first quotation.
    fn description(&self, index: u32, quote: &Quotation) -> Vec<CleanText> {
        let Some(id) = quote.speaker else { return Vec::new() };
        let is_first = self.layers.first_quotes[id.index()] == Some(index);
        let text = self.layers.speakers[id.index()].description.as_ref().filter(|_| is_first);
        text.map_or_else(Vec::new, |text| {
            let width = self.columns.saturating_sub(CARD_INDENT);
            let rows = wrap_text(text.as_str(), width, width);
            rows.into_iter().map(|row| CleanText::line(&text.as_str()[row])).collect()
        })
    }
}
