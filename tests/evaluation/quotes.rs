//! Scores direct quotations and who is said to have spoken.
//!
//! Spans are cut at paragraph breaks, trimmed of quotation marks and blanks, and matched one to one
//! where they agree by at least 0.8. Words quoted inside the writer's own sentence and the turns of
//! a transcript are neither missed nor false.

use super::gold::{Document, Quote, Ratio, Span, share};
use super::predict::FoundQuote;
use std::collections::{HashMap, HashSet};

/// Spans that agree by less are not of the same quotation.
const SAME: f64 = 0.8;
/// A false quotation that agrees with marked words by this much was taken from them.
const ON: f64 = 0.5;

const MARKS: &[char] =
    &['"', '“', '”', '„', '‟', '«', '»', '‘', '’', '\'', '`', ' ', '\t', '\r', '\n'];
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "sir",
    "lady",
    "lord",
    "sen",
    "rep",
    "gov",
    "president",
    "jr",
    "sr",
    "the",
    "a",
    "an",
    "of",
];

/// What was right.
#[derive(Debug, Default)]
pub struct Score {
    /// The quotations themselves.
    pub span: Ratio,
    /// False ones on marked words that quote nobody.
    pub on_not_quotes: usize,
    n_attributed: usize,
    right_speakers: usize,
    n_claims: usize,
}

impl Score {
    /// The share of right speakers of the quotations found whose speaker has a name.
    pub fn attribution(&self) -> f64 {
        share(self.right_speakers, self.n_attributed)
    }

    /// How many of the speakers that were told are right, where the quotation is also one.
    pub fn claims(&self) -> f64 {
        share(self.right_speakers, self.n_claims)
    }
}

/// Scores all documents together.
pub fn score(pairs: &[(Document, Vec<FoundQuote>)]) -> Score {
    let mut score = Score::default();
    for (gold, found) in pairs {
        add(&mut score, gold, found);
    }
    score
}

fn add(score: &mut Score, gold: &Document, found: &[FoundQuote]) {
    let text: Vec<char> = gold.text.chars().collect();
    let mut required: Vec<(Span, &Quote)> = Vec::new();
    let mut optional: Vec<Span> = Vec::new();
    for quote in &gold.quotes {
        let pieces = pieces(&text, quote.span);
        if quote.kind == "direct" {
            required.extend(pieces.into_iter().map(|piece| (piece, quote)));
        } else {
            optional.extend(pieces);
        }
    }
    let nobodys: Vec<Span> = gold.not_quotes.iter().flat_map(|span| pieces(&text, *span)).collect();
    let found: Vec<(Span, Option<&str>)> = found
        .iter()
        .flat_map(|quote| {
            let speaker = quote.speaker.as_deref().filter(|name| !name.is_empty());
            pieces(&text, quote.span).into_iter().map(move |piece| (piece, speaker))
        })
        .collect();
    let spans = |list: &[(Span, &Quote)]| list.iter().map(|item| item.0).collect::<Vec<_>>();
    let found_spans: Vec<Span> = found.iter().map(|item| item.0).collect();
    let found_of = matched(&spans(&required), &found_spans);
    let gold_of: HashMap<usize, usize> =
        found_of.iter().map(|(gold, found)| (*found, *gold)).collect();
    for (index, (span, speaker)) in found.iter().enumerate() {
        if let Some(gold) = gold_of.get(&index) {
            score.span.n_found += 1;
            score.n_claims += usize::from(speaker.is_some() && required[*gold].1.is_named());
        } else if !optional.iter().any(|other| span.overlap(*other) > 0) {
            score.span.n_found += 1;
            score.n_claims += usize::from(speaker.is_some());
            let is_on = nobodys.iter().any(|other| span.agreement(*other) >= ON);
            score.on_not_quotes += usize::from(is_on);
        }
    }
    score.span.n_gold += required.len();
    score.span.right_gold += found_of.len();
    score.span.right_found += found_of.len();
    for (index, (_, quote)) in required.iter().enumerate().filter(|(_, item)| item.1.is_named()) {
        if let Some(at) = found_of.get(&index) {
            score.n_attributed += 1;
            score.right_speakers += usize::from(is_speaker(quote, found[*at].1));
        }
    }
}

/// A quotation cut at paragraph breaks, each piece trimmed of marks and blanks.
fn pieces(text: &[char], span: Span) -> Vec<Span> {
    let has_blank_lines = text.windows(2).any(|pair| pair == ['\n', '\n']);
    let end = span.end.min(text.len());
    let mut pieces = Vec::new();
    let mut start = span.start;
    let mut at = span.start;
    while at < end {
        match paragraph_break(&text[at..end], has_blank_lines) {
            Some(length) => {
                pieces.push(Span { start, end: at });
                at += length;
                start = at;
            }
            None => at += 1,
        }
    }
    pieces.push(Span { start, end });
    let trimmed = pieces.into_iter().map(|piece| {
        let (mut start, mut end) = (piece.start, piece.end);
        while start < end && MARKS.contains(&text[start]) {
            start += 1;
        }
        while end > start && MARKS.contains(&text[end - 1]) {
            end -= 1;
        }
        Span { start, end }
    });
    trimmed.filter(|piece| piece.start < piece.end).collect()
}

/// How long the break is that `text` begins with: blank lines, or without any, a line end.
fn paragraph_break(text: &[char], has_blank_lines: bool) -> Option<usize> {
    if text[0] != '\n' {
        return None;
    }
    if !has_blank_lines {
        return Some(1);
    }
    let blanks = text[1..].iter().take_while(|character| character.is_whitespace());
    let n_blanks = blanks.count();
    let last = text[1..=n_blanks].iter().rposition(|character| *character == '\n')?;
    Some(last + 2)
}

/// Pairs of spans, each once, those that agree best first: from the first list to the second.
fn matched(required: &[Span], found: &[Span]) -> HashMap<usize, usize> {
    let mut scores: Vec<(f64, usize, usize)> = Vec::new();
    for (gold_index, gold) in required.iter().enumerate() {
        for (found_index, other) in found.iter().enumerate() {
            let agreement = gold.agreement(*other);
            if agreement >= SAME {
                scores.push((agreement, gold_index, found_index));
            }
        }
    }
    scores.sort_by(|one, other| other.partial_cmp(one).expect("an agreement is a number"));
    let (mut pairs, mut taken) = (HashMap::new(), HashSet::new());
    for (_, gold, found) in scores {
        if !pairs.contains_key(&gold) && taken.insert(found) {
            pairs.insert(gold, found);
        }
    }
    pairs
}

/// Whether a name is that of the speaker, by the last name of either.
fn is_speaker(quote: &Quote, found: Option<&str>) -> bool {
    let Some(found) = found else { return false };
    let lower = |name: &str| -> HashSet<String> {
        name_words(name).into_iter().map(|word| word.to_lowercase()).collect()
    };
    let (words, last) = (lower(found), last_name(found));
    let names = quote.speaker.iter().chain(&quote.aliases).filter(|name| !name.is_empty());
    names.into_iter().any(|name| {
        let gold_last = last_name(name);
        !gold_last.is_empty() && words.contains(&gold_last)
            || !last.is_empty() && lower(name).contains(&last)
    })
}

/// The words of a name, without titles and without the `’s` of a genitive.
fn name_words(name: &str) -> Vec<String> {
    let is_letter = |c: char| c.is_ascii_alphabetic() || ('À'..='ÿ').contains(&c);
    let is_inner = |c: char| is_letter(c) || matches!(c, '’' | '\'' | '-');
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let characters: Vec<char> = name.chars().collect();
    let mut plain = String::new();
    let mut at = 0;
    while at < characters.len() {
        let is_genitive = matches!(characters[at], '’' | '\'')
            && characters.get(at + 1) == Some(&'s')
            && !characters.get(at + 2).is_some_and(|next| is_word(*next));
        if is_genitive {
            at += 2;
        } else {
            plain.push(characters[at]);
            at += 1;
        }
    }
    let mut words: Vec<String> = Vec::new();
    let mut is_open = false;
    for character in plain.chars() {
        match (is_open && is_inner(character), is_letter(character)) {
            (true, _) => words.last_mut().expect("a word is open").push(character),
            (false, true) => words.push(character.to_string()),
            (false, false) => {}
        }
        is_open = is_letter(character) || is_open && is_inner(character);
    }
    words.retain(|word| !TITLES.contains(&word.to_lowercase().as_str()));
    words
}

/// The last capitalised word before what the person is, else the last word; in lower case.
fn last_name(name: &str) -> String {
    let breaks = [",", " who ", " from ", " at ", " of the "];
    let end = breaks.iter().filter_map(|words| name.find(words)).min().unwrap_or(name.len());
    let words = name_words(&name[..end]);
    let is_capital = |word: &&String| word.starts_with(char::is_uppercase);
    let last = words.iter().rfind(is_capital).or(words.last());
    last.map_or_else(String::new, |word| word.to_lowercase())
}

#[cfg(test)]
mod tests;
