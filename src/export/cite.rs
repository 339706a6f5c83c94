//! Words with their source, for pasting elsewhere.
//!
//! In: items of the layers, or ranges. Out: the words in curly quotes and their source: in prose, in
//! the style of a guide, or as an entry for other programs. The guides want whose words they are
//! told in the citation, and the work once, in the reference behind all of them.

mod bibtex;
mod name;
mod organization;
mod particle;
mod processor;
mod prose;
mod sentence_case;
mod words;
mod work;

use super::passage::parts;
use crate::document::{Document, Event, Layers, Quotation, Speaker, TextRange, raised_number};
use processor::{Guide, Place, Processor};
use prose::Markup;
use sentence_case::in_sentence_case;
use work::{Notes, Work};

macro_rules! styles {
    ($($(#[$doc:meta])* $variant:ident $name:literal $words:literal)+) => {
        /// The form in which a source is written.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Style { $($(#[$doc])* $variant,)+ }

        impl Style {
            /// All styles, in the order in which the reader goes through them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name by which the style is asked for: `csl-json`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The style in the reader's words: `CSL-JSON`.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)+ }
            }
        }
    };
}

styles! {
    /// One line of plain text.
    Plain "plain" "plain text"
    /// Markdown: a block quotation and a line for the source.
    Markdown "markdown" "Markdown"
    /// The American Psychological Association, seventh edition.
    Apa "apa" "APA"
    /// The Modern Language Association, ninth edition.
    Mla "mla" "MLA"
    /// The Chicago Manual of Style: notes and bibliography.
    Chicago "chicago" "Chicago"
    /// An entry of BibTeX, in which the words are the annotation.
    Bibtex "bibtex" "BibTeX"
    /// An item of CSL-JSON, in which the words are the annotation.
    CslJson "csl-json" "CSL-JSON"
}

impl Style {
    /// The style after this one; after the last, the first.
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|style| *style == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// The style of this name; `None` if there is none.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|style| style.name() == name)
    }
}

/// What is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cited {
    /// A quotation, by its index in the layers, with what goes on with it.
    Quote(usize),
    /// An event, by its index in the layers.
    Event(usize),
    /// Any words of the document, of one block or several.
    Passage(TextRange),
}

/// The words and their source; items that the layers do not have are passed over.
///
/// Several are written one after the other; the styles of the guides and of other programs tell the
/// work once.
pub fn cite(document: &Document, layers: &Layers, cited: &[Cited], style: Style) -> String {
    let passages: Vec<Passage<'_>> =
        cited.iter().filter_map(|cited| Passage::of(document, layers, *cited)).collect();
    if passages.is_empty() {
        return String::new();
    }
    match style {
        Style::Plain => in_prose(document, &passages, Markup::Plain),
        Style::Markdown => in_prose(document, &passages, Markup::Markdown),
        Style::Apa => in_text(document, &passages, Guide::Apa),
        Style::Mla => in_text(document, &passages, Guide::Mla),
        Style::Chicago => in_notes(document, &passages),
        Style::Bibtex => bibtex::entry(&annotated(document, &passages)),
        Style::CslJson => {
            let items = [annotated(document, &passages)];
            serde_json::to_string_pretty(&items).expect("a work is JSON")
        }
    }
}

/// All quotations, each once: not again what one of them goes on with.
pub fn quotations(layers: &Layers) -> Vec<Cited> {
    let quotes = layers.quotes.iter().enumerate();
    quotes.filter(|(_, quote)| quote.continues.is_none()).map(|(at, _)| Cited::Quote(at)).collect()
}

/// Words that are cited, with what is known of them.
struct Passage<'a> {
    /// A line above the words.
    heading: Option<String>,
    /// The words, each part inside one block.
    parts: Vec<TextRange>,
    /// Whose they are, if not the author's.
    speaker: Option<&'a Speaker>,
    /// The number of their paragraph, or of the first and the last: `12–14`.
    paragraph: Option<String>,
}

impl<'a> Passage<'a> {
    fn of(document: &Document, layers: &'a Layers, cited: Cited) -> Option<Self> {
        let (heading, parts, speaker) = match cited {
            Cited::Quote(index) => {
                let quote = layers.quotes.get(index)?;
                (None, whole_quotation(layers, index), speaker_of(layers, quote))
            }
            Cited::Event(index) => {
                let event = layers.events.get(index)?;
                (Some(heading(event)), parts(document, event.sentence), None)
            }
            Cited::Passage(words) => {
                let around = quotation_around(layers, words);
                (None, parts(document, words), around.and_then(|quote| speaker_of(layers, quote)))
            }
        };
        let paragraph = paragraph(document, &parts);
        Some(Self { heading, parts, speaker, paragraph })
    }

    fn place(&self) -> Place {
        Place {
            paragraph: self.paragraph.clone(),
            speaker: self.speaker.map(|speaker| speaker.name.to_string()),
        }
    }

    fn quoted(&self, document: &Document) -> Vec<String> {
        words::quoted(document, &self.parts)
    }

    /// The line above the words, the words, and `behind` them.
    fn followed_by(&self, document: &Document, behind: &str) -> String {
        self.under_heading(self.quoted(document).join("\n\n") + behind)
    }

    /// The line above the words, the words, and the citation in parentheses behind them: the full
    /// stop of words in one paragraph stands behind it, and a comma, which led on, is gone.
    fn cited_in_text(&self, document: &Document, citation: &str) -> String {
        let words = self.quoted(document);
        let mut text = words.join("\n\n");
        let mut stop = "";
        if let [only] = &words[..]
            && let Some(before) = only.strip_suffix('”').filter(|words| !words.ends_with(".."))
            && before.ends_with(['.', ','])
        {
            stop = if before.ends_with('.') { "." } else { "" };
            text = format!("{}”", &before[..before.len() - 1]);
        }
        self.under_heading(format!("{text} {citation}{stop}"))
    }

    fn under_heading(&self, words: String) -> String {
        let lines = self.heading.iter().cloned().chain([words]);
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn in_prose(document: &Document, passages: &[Passage<'_>], markup: Markup) -> String {
    let cited = passages
        .iter()
        .map(|passage| prose::cited(&document.meta, passage, &passage.quoted(document), markup));
    cited.collect::<Vec<_>>().join("\n\n")
}

/// Each passage with its citation, and the reference behind all.
fn in_text(document: &Document, passages: &[Passage<'_>], guide: Guide) -> String {
    let mut work = Work::of(&document.meta);
    if guide == Guide::Apa {
        work.title = work.title.map(|title| in_sentence_case(&title, document));
    }
    let processor = Processor::new(guide, work);
    let cited = passages
        .iter()
        .map(|passage| passage.cited_in_text(document, &processor.citation(&passage.place())));
    cited.chain([processor.reference()]).collect::<Vec<_>>().join("\n\n")
}

/// Each passage with the number of its note, the notes, and the reference behind all.
fn in_notes(document: &Document, passages: &[Passage<'_>]) -> String {
    let processor = Processor::new(Guide::Chicago, Work::of(&document.meta));
    let numbered = || (1..).zip(passages);
    let cited = numbered().map(|(number, passage)| {
        passage.followed_by(document, &raised_number(&number.to_string()))
    });
    let notes = numbered()
        .map(|(number, passage)| format!("{number}. {}", processor.citation(&passage.place())));
    cited.chain(notes).chain([processor.reference()]).collect::<Vec<_>>().join("\n\n")
}

/// The work, with the passages as its annotation.
fn annotated(document: &Document, passages: &[Passage<'_>]) -> Work {
    let words = passages.iter().map(|passage| {
        let speaker = passage.speaker.map(|speaker| speaker.name.to_string());
        let paragraph = passage.paragraph.as_ref().filter(|_| passages.len() > 1);
        let paragraph = paragraph.map(|number| format!("para. {number}"));
        let of: Vec<String> = speaker.into_iter().chain(paragraph).collect();
        let of = if of.is_empty() { String::new() } else { format!(" ({})", of.join(", ")) };
        passage.followed_by(document, &of)
    });
    let mut work = Work::of(&document.meta).plain();
    work.notes = Notes {
        annote: Some(words.collect::<Vec<_>>().join("\n\n")),
        locator: match passages {
            [only] => only.paragraph.clone(),
            _ => None,
        },
        ..work.notes
    };
    work
}

/// The quotation that words stand in, and not beyond.
fn quotation_around(layers: &Layers, words: TextRange) -> Option<&Quotation> {
    let n_before = layers.quotes.partition_point(|quote| quote.words.start() <= words.start());
    let last = layers.quotes[..n_before].last();
    last.filter(|quote| !words.is_empty() && quote.words.end() >= words.end())
}

fn speaker_of<'a>(layers: &'a Layers, quote: &Quotation) -> Option<&'a Speaker> {
    quote.speaker.and_then(|id| layers.speakers.get(id.index()))
}

/// The quotation at `index` from its beginning on, over all the paragraphs that it goes on in.
fn whole_quotation(layers: &Layers, index: usize) -> Vec<TextRange> {
    let quotes = &layers.quotes;
    let mut first = index;
    while let Some(before) = quotes[first].continues.filter(|before| (*before as usize) < first) {
        first = before as usize;
    }
    let mut last = first;
    let mut words = vec![quotes[first].words];
    for (at, quote) in quotes.iter().enumerate().skip(first + 1) {
        if quote.continues == Some(last as u32) {
            words.push(quote.words);
            last = at;
        }
    }
    words
}

fn heading(event: &Event) -> String {
    let date = event.when.words();
    match event.label.as_str().trim() {
        "" => date,
        label => format!("{date}: {label}"),
    }
}

/// The paragraph number as the reader sees it, `12` or `12–14`.
fn paragraph(document: &Document, parts: &[TextRange]) -> Option<String> {
    let number = |offset: usize| {
        let block = document.block_around(offset)?;
        // A heading or a footnote has the number of a paragraph before it.
        block.kind.is_numbered().then_some(block.number)
    };
    let first = number(parts.first()?.start())?;
    let end = parts.last()?.end();
    match number(end.saturating_sub(1).max(parts.last()?.start())) {
        Some(last) if last > first => Some(format!("{first}–{last}")),
        _ => Some(first.to_string()),
    }
}

#[cfg(test)]
mod guides;
#[cfg(test)]
mod tests;
