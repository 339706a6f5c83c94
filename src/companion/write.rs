//! Writes a companion: the items of the layers, each by its words.
//!
//! In: a document and its layers. Out: TOML that [`Companion::parse`](super::Companion::parse)
//! reads back to the same items on the same document, for a person to go on with. Words that stand
//! more than once get just enough of what is around them; what cannot be told apart even so is
//! left out and listed in a comment, since a wrong anchor is worse than none.

use crate::document::{
    Anchor, Anchorage, CleanText, Document, Event, Layers, LostNote, Meta, Note, Quotation,
    QuoteKind, Selector, Speaker, TextRange, Unresolved, When,
};

/// As many words before and after an anchor's own are tried.
const CONTEXT_WORDS: usize = 12;

const HEAD: &str = "\
# A companion for dateline: the dates, quotations and notes of one article. It is yours to edit.
# Save it beside the article as NAME.dateline.toml, or name it with --companion.
# An anchor is found by its exact words; prefix and suffix tell those that stand there twice apart.
schema = 1
";

const EVENTS: &str = "
# Events, the most important first: where the labels have no room, the first ones stay.
# Dates are EDTF: 1949, 1949-12, 1949-12-16, 195X, 18XX, 1968-21 (spring), 1958~, 1914/1918.
";

/// A companion file with all items of `layers`, to start from.
///
/// What extraction knows besides (rules, confidence, which quotation goes on, the further mentions
/// of an event) is not in the format.
pub fn write(document: &Document, layers: &Layers) -> String {
    let mut writer = Writer {
        document,
        anchorage: Anchorage::new(document),
        out: HEAD.to_owned(),
        left_out: String::new(),
    };
    writer.meta(&document.meta);
    layers.speakers.iter().for_each(|speaker| writer.speaker(speaker));
    writer.events(&layers.events);
    writer.quotes(layers);
    writer.notes(&layers.notes);
    writer.lost(&layers.lost);
    writer.finish()
}

struct Writer<'a> {
    document: &'a Document,
    anchorage: Anchorage<'a>,
    out: String,
    left_out: String,
}

impl Writer<'_> {
    fn meta(&mut self, meta: &Meta) {
        if *meta == Meta::default() {
            return;
        }
        self.out.push_str("\n[document]\n");
        self.known("title", meta.title.as_ref());
        self.known("dek", meta.dek.as_ref());
        if !meta.authors.is_empty() {
            let authors: Vec<_> = meta.authors.iter().map(|name| quoted(name.as_str())).collect();
            self.line("authors", &format!("[{}]", authors.join(", ")));
        }
        self.known("source", meta.source.as_ref());
        self.known("url", meta.url.as_ref());
        if let Some(published) = meta.published {
            self.line("published", &quoted(&published.edtf()));
        }
        self.known("language", meta.language.as_ref());
    }

    fn speaker(&mut self, speaker: &Speaker) {
        if is_blank(&speaker.name) {
            return;
        }
        self.out.push_str("\n[[speaker]]\n");
        self.known("name", Some(&speaker.name));
        self.known("description", speaker.description.as_ref());
    }

    fn events(&mut self, events: &[Event]) {
        if !events.is_empty() {
            self.out.push_str(EVENTS);
        }
        // The format has no key for the rank: the order of the file is the rank.
        let heads = events.iter().filter(|event| event.same_as.is_none());
        let mut by_rank: Vec<&Event> = heads.collect();
        by_rank.sort_by_key(|event| event.rank);
        for event in by_rank {
            let date = date(&event.when);
            let Some(anchor) = self.anchor("event", event.mention, &date) else { continue };
            self.out.push_str("\n[[event]]\n");
            self.line("date", &quoted(&date));
            self.line("label", &quoted(event.label.as_str()));
            if event.is_era {
                self.line("era", "true");
            }
            self.line("anchor", &anchor);
        }
    }

    fn quotes(&mut self, layers: &Layers) {
        if !layers.quotes.is_empty() {
            self.out.push_str("\n# Quotations, in the order of the text.\n");
        }
        for quote in &layers.quotes {
            let speaker = quote.speaker.and_then(|id| layers.speakers.get(id.index()));
            let name = speaker.map(|speaker| &speaker.name);
            self.quote(quote, name);
        }
    }

    fn quote(&mut self, quote: &Quotation, name: Option<&CleanText>) {
        let who = name.map_or("", CleanText::as_str);
        let Some(anchor) = self.anchor("quote", quote.words, who) else { return };
        self.out.push_str("\n[[quote]]\n");
        self.known("speaker", name);
        if quote.kind != QuoteKind::Speech {
            self.line("kind", &quoted(quote.kind.name()));
        }
        self.known("cue", quote.cue.as_ref());
        self.line("anchor", &anchor);
    }

    fn notes(&mut self, notes: &[Note]) {
        if !notes.is_empty() {
            self.out.push_str("\n# Notes, in the order of the text.\n");
        }
        for note in notes {
            let Some(anchor) = self.anchor("note", note.words, note.text.as_str()) else {
                continue;
            };
            self.out.push_str("\n[[note]]\n");
            self.line("text", &quoted(note.text.as_str()));
            self.line("anchor", &anchor);
        }
    }

    /// Notes whose words are in another edition of the text, if in any.
    fn lost(&mut self, notes: &[LostNote]) {
        if !notes.is_empty() {
            self.out.push_str("\n# Notes without a place in this text any more.\n");
        }
        for LostNote { text, on, .. } in notes {
            let line = |words: &str| CleanText::line(words).to_string();
            let (exact, prefix, suffix) = (line(&on.exact), line(&on.prefix), line(&on.suffix));
            self.out.push_str("\n[[note]]\n");
            self.line("text", &quoted(text.as_str()));
            self.line("anchor", &inline_table(&Selector { exact, prefix, suffix }));
        }
    }

    fn finish(mut self) -> String {
        if !self.left_out.is_empty() {
            self.out.push_str("\n# Left out, because their words cannot be told from others:\n");
            self.out.push_str(&self.left_out);
        }
        self.out
    }

    fn known(&mut self, key: &str, value: Option<&CleanText>) {
        if let Some(value) = value.filter(|value| !is_blank(value)) {
            self.line(key, &quoted(value.as_str()));
        }
    }

    fn line(&mut self, key: &str, value: &str) {
        self.out.push_str(key);
        self.out.push_str(" = ");
        self.out.push_str(value);
        self.out.push('\n');
    }

    /// The anchor of a range as an inline table; without one, the item is listed as left out.
    fn anchor(&mut self, kind: &str, range: TextRange, what: &str) -> Option<String> {
        let range = self.in_one_block(range);
        if let Some(selector) = self.selector(range) {
            return Some(inline_table(&selector));
        }
        let words = CleanText::line(&self.document[range]);
        let what = CleanText::line(what);
        self.left_out.push_str(&format!("# {kind} “{words}”: {what}\n"));
        None
    }

    /// The part of a range in its first block, where anchors live.
    fn in_one_block(&self, range: TextRange) -> TextRange {
        let block = self.document.block_around(range.start());
        block.and_then(|block| block.range.intersect(range)).unwrap_or_default()
    }

    /// The selector with the least context that leads to `range`.
    fn selector(&self, range: TextRange) -> Option<Selector> {
        let exact = CleanText::line(&self.document[range]).to_string();
        let bare = Selector { exact, ..Selector::default() };
        match self.resolve(&bare) {
            Ok(found) if range.covers(found) => return Some(bare),
            Err(Unresolved::Ambiguous) => {}
            Ok(_) | Err(Unresolved::NotFound) => return None,
        }
        let (before, after) = self.around(range);
        let n_words = CONTEXT_WORDS.min(before.len().max(after.len()));
        (1..=n_words)
            .map(|n_words| Selector {
                exact: bare.exact.clone(),
                prefix: before[before.len().saturating_sub(n_words)..].join(" "),
                suffix: after[..n_words.min(after.len())].join(" "),
            })
            .find(|selector| self.resolve(selector).is_ok_and(|found| range.covers(found)))
    }

    fn resolve(&self, selector: &Selector) -> Result<TextRange, Unresolved> {
        self.anchorage.resolve(&Anchor(vec![selector.clone()]))
    }

    /// The last words before `range` and the first after it, in its block.
    fn around(&self, range: TextRange) -> (Vec<&str>, Vec<&str>) {
        let Some(block) = self.document.block_around(range.start()) else {
            return (Vec::new(), Vec::new());
        };
        let before = TextRange::new(block.range.start(), range.start());
        let after = TextRange::new(range.end(), block.range.end().max(range.end()));
        let mut before: Vec<&str> =
            self.document[before].split_whitespace().rev().take(CONTEXT_WORDS).collect();
        before.reverse();
        (before, self.document[after].split_whitespace().take(CONTEXT_WORDS).collect())
    }
}

fn inline_table(selector: &Selector) -> String {
    let parts =
        [("exact", &selector.exact), ("prefix", &selector.prefix), ("suffix", &selector.suffix)];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(key, words)| format!("{key} = {}", quoted(words)))
        .collect();
    format!("{{ {} }}", parts.join(", "))
}

/// The text as a TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn is_blank(text: &CleanText) -> bool {
    text.as_str().trim().is_empty()
}

/// A date in EDTF that reads as just these days: the late 1950s are `1957~/1959~`, since `195X~` is
/// the whole decade.
fn date(when: &When) -> String {
    let edtf = when.edtf();
    let is_same =
        When::parse(&edtf).is_ok_and(|read| (read.first, read.last) == (when.first, when.last));
    let days = When::interval(when.first, when.last).filter(|_| !is_same);
    days.map_or(edtf, |days| if when.approximate { days.about().edtf() } else { days.edtf() })
}

#[cfg(test)]
mod tests;
