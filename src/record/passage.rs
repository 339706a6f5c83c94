//! Passages: words of a document, found again in it after it was edited or imported anew.
//!
//! In: a range of a document. Out: a [`Passage`], a W3C text quote selector with a position as a
//! hint, and later the range of the same words. Words are compared, and what stands between them is
//! not. A passage is found where more words of its surroundings agree than anywhere else, and more
//! than agreed with any other place when it was made; what is not that sure is not found, since a
//! note on other words is worse than one without a place.

use super::words::{Words, is_in_word};
use crate::document::{Chunk, Document, TextRange, Unresolved};
use memchr::memmem;
use serde::{Deserialize, Serialize};

/// Words that are kept before and after a passage.
const CONTEXT: usize = 8;
/// The surroundings are looked for in this many bytes.
const CONTEXT_BYTES: usize = 1 << 10;
/// Words of a passage and of what agrees around it, at least: fewer stand in many places.
const LEAST_WORDS: usize = 9;
/// Other places with the same words are looked at up to this many.
const MOST_RIVALS: usize = 2000;
/// How alike words must be to those that are no longer there as they were.
const LIKENESS: f64 = 0.8;
/// Beginnings, or ends, of words that may be such are compared up to this many.
const MOST_CLOSE: usize = 8;
/// So many passages are looked for in a chunk at once.
const LOOKED_AT_ONCE: usize = 16;
/// A passage of a mark has this many words.
const PLACE_WORDS: usize = 8;

/// Words of a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Passage {
    /// The words themselves.
    pub exact: String,
    /// What stands right before them.
    #[serde(default)]
    pub prefix: String,
    /// What stands right after them.
    #[serde(default)]
    pub suffix: String,
    /// Where they began, in bytes of the document.
    #[serde(default)]
    pub start: u32,
    /// How many words around another place with the same words agreed with those around this one,
    /// at most; `None` if there was no other place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rival: Option<u32>,
    /// Other words near it are nearly the same between the same surroundings, so that only the
    /// exact ones count.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_double: bool,
}

impl Passage {
    /// The words of `range`; `None` if it holds none. What reaches into a further chunk is left
    /// out.
    pub fn of(document: &Document, range: TextRange) -> Option<Self> {
        let chunk = document.chunk_at(range.start())?;
        let text = chunk.text();
        let from = range.start().checked_sub(chunk.base())?;
        let exact = text.get(from..(range.end() - chunk.base()).min(text.len()))?;
        let start = from + (exact.len() - exact.trim_start().len());
        let exact = exact.trim();
        if Words::of(exact).len() == 0 {
            return None;
        }
        let end = start + exact.len();
        let mut passage = Self {
            exact: exact.to_owned(),
            prefix: last_words(&text[..start]).to_owned(),
            suffix: first_words(&text[end..], CONTEXT).to_owned(),
            start: (chunk.base() + start) as u32,
            ..Self::default()
        };
        passage.rival = passage.find_rival(document);
        if passage.rival.is_some() {
            // Whole paragraphs are moved: what tells one place from another is in its own.
            passage.prefix = passage.prefix.rsplit('\n').next().unwrap_or_default().to_owned();
            passage.suffix = passage.suffix.split('\n').next().unwrap_or_default().to_owned();
            passage.rival = passage.find_rival(document);
        }
        let mut search = Search::new(&passage);
        search.look_close(chunk, &Words::of(text));
        let has_double = search.close.len() > 1 || search.is_crowded;
        Some(Self { has_double, ..passage })
    }

    /// The first words at `offset`, from the word that it lies in; before the end of the text, the
    /// last ones.
    pub fn at(document: &Document, offset: usize) -> Option<Self> {
        let chunk = document.chunk_at(offset)?;
        let text = chunk.text();
        let from = word_start(text, text.floor_char_boundary(offset.saturating_sub(chunk.base())));
        let words = first_words(&text[from..], PLACE_WORDS);
        let range = if Words::of(words).len() > 0 {
            from..from + words.len()
        } else {
            let words = last_words(text[..from].trim_end());
            let end = text[..from].trim_end().len();
            end - words.len()..end
        };
        Self::of(document, TextRange::new(chunk.base() + range.start, chunk.base() + range.end))
    }

    /// The passage where it was, if all of its surroundings stand there as they did.
    pub fn unmoved(&self, document: &Document) -> Option<TextRange> {
        let start = self.start as usize;
        let chunk = document.chunk_at(start)?;
        let text = chunk.text();
        let from = start.checked_sub(chunk.base())?;
        let rest = text.get(from..)?.strip_prefix(self.exact.as_str())?;
        let is_there = text[..from].ends_with(&self.prefix) && rest.starts_with(&self.suffix);
        is_there.then(|| TextRange::new(start, start + self.exact.len()))
    }

    /// Whether another place had the same words and the same surroundings.
    fn is_repeated(&self) -> bool {
        let n_words = Words::of(&self.prefix).len() + Words::of(&self.suffix).len();
        self.rival.is_some_and(|rival| rival as usize >= n_words)
    }

    /// How many words agree around another place with the same words, at most.
    fn find_rival(&self, document: &Document) -> Option<u32> {
        let wanted = Wanted::of(self);
        let finder = memmem::Finder::new(&self.exact);
        let places = document
            .chunks()
            .iter()
            .flat_map(|chunk| finder.find_iter(chunk.text().as_bytes()).map(move |at| (chunk, at)));
        let others = places.filter(|(chunk, at)| chunk.base() + at != self.start as usize);
        let agreement = others.take(MOST_RIVALS).map(|(chunk, at)| {
            let (text, end) = (chunk.text(), at + self.exact.len());
            let before = Words::of(last_words(&text[..at]));
            let after = Words::of(first_words(&text[end..], CONTEXT));
            wanted.agreement(&before, before.len(), &after, 0) as u32
        });
        agreement.max()
    }
}

/// Where each of `passages` stands in `document`, in their order.
///
/// `is_unchanged` says that the document is as long as it was: then a passage without a place of
/// its own, in a text that repeats itself, is where it was too.
pub fn find(
    document: &Document,
    passages: &[&Passage],
    is_unchanged: bool,
) -> Vec<Result<TextRange, Unresolved>> {
    let mut finding = Finding::new(document, passages, is_unchanged);
    while !finding.is_done(document) {
        finding.go_on(document);
    }
    finding.finish()
}

/// Looks for passages in a document, a part at a time.
#[derive(Debug)]
pub struct Finding {
    found: Vec<Result<TextRange, Unresolved>>,
    /// Those that are not where they were, with their indices.
    searches: Vec<(usize, Search)>,
    /// The index of the chunk that is looked through, and its words.
    chunk: usize,
    words: Option<Words>,
    /// How many of the searches have looked through it.
    n_looked: usize,
}

impl Finding {
    /// Finds what is where it was, of `passages` as [`find`] has them.
    pub fn new(document: &Document, passages: &[&Passage], is_unchanged: bool) -> Self {
        let found: Vec<_> = passages
            .iter()
            .map(|passage| {
                let is_sure = is_unchanged || !passage.is_repeated();
                passage.unmoved(document).filter(|_| is_sure).ok_or(Unresolved::NotFound)
            })
            .collect();
        let missing = (0..found.len()).filter(|index| found[*index].is_err());
        let searches = missing.map(|index| (index, Search::new(passages[index]))).collect();
        Self { found, searches, chunk: 0, words: None, n_looked: 0 }
    }

    /// Whether the whole document was looked through, or nothing is looked for.
    pub fn is_done(&self, document: &Document) -> bool {
        self.searches.is_empty() || self.chunk >= document.chunks().len()
    }

    /// Looks for some of the passages in a chunk: some milliseconds.
    pub fn go_on(&mut self, document: &Document) {
        let Some(chunk) = document.chunks().get(self.chunk) else { return };
        let words = self.words.get_or_insert_with(|| Words::of(chunk.text()));
        let end = (self.n_looked + LOOKED_AT_ONCE).min(self.searches.len());
        for (_, search) in &mut self.searches[self.n_looked..end] {
            search.look(chunk, words);
        }
        self.n_looked = end;
        if end == self.searches.len() {
            (self.chunk, self.words, self.n_looked) = (self.chunk + 1, None, 0);
        }
    }

    /// Where the passages stand, as far as the document was looked through.
    pub fn finish(mut self) -> Vec<Result<TextRange, Unresolved>> {
        for (index, search) in self.searches {
            self.found[index] = search.finish();
        }
        self.found
    }

    /// Where those stand that are where they were.
    pub fn unmoved(&self) -> impl Iterator<Item = Option<TextRange>> {
        self.found.iter().map(|found| found.as_ref().ok().copied())
    }
}

/// The words of a passage, to be compared.
#[derive(Debug)]
struct Wanted {
    exact: Words,
    prefix: Words,
    suffix: Words,
}

impl Wanted {
    fn of(passage: &Passage) -> Self {
        Self {
            exact: Words::of(&passage.exact),
            prefix: Words::of(&passage.prefix),
            suffix: Words::of(&passage.suffix),
        }
    }

    /// How many words agree, from the passage outwards: those of `before` that end before index
    /// `end`, and those of `after` from index `start` on.
    fn agreement(&self, before: &Words, end: usize, after: &Words, start: usize) -> usize {
        let mine = (0..self.prefix.len()).rev().map(|index| self.prefix.word(index));
        let theirs = (0..end).rev().map(|index| before.word(index));
        let n_before = mine.zip(theirs).take_while(|(mine, their)| mine == their).count();
        let mine = (0..self.suffix.len()).map(|index| self.suffix.word(index));
        let theirs = (start..after.len()).map(|index| after.word(index));
        n_before + mine.zip(theirs).take_while(|(mine, their)| mine == their).count()
    }

    fn n_around(&self) -> usize {
        self.prefix.len() + self.suffix.len()
    }
}

/// The search for one passage through the chunks of a document.
#[derive(Debug)]
struct Search {
    passage: Passage,
    wanted: Wanted,
    best: Option<(usize, TextRange)>,
    /// The agreement of the next best place.
    second: Option<usize>,
    /// Places between surroundings that both agree, with nearly the same words.
    close: Vec<TextRange>,
    /// There are more such places than are compared.
    is_crowded: bool,
}

impl Search {
    fn new(passage: &Passage) -> Self {
        let (wanted, passage) = (Wanted::of(passage), passage.clone());
        Self { passage, wanted, best: None, second: None, close: Vec::new(), is_crowded: false }
    }

    fn look(&mut self, chunk: &Chunk, words: &Words) {
        let (text, n_words) = (&self.wanted.exact.text, self.wanted.exact.len());
        if n_words == 0 {
            return;
        }
        for first in occurrences(words, text) {
            let end = first + n_words;
            let agreement = self.wanted.agreement(words, first, words, end);
            let range = self.range(chunk, words, first, end);
            match self.best {
                Some((most, _)) if agreement <= most => {
                    self.second = self.second.max(Some(agreement));
                }
                _ => {
                    self.second = self.second.max(self.best.map(|(most, _)| most));
                    self.best = Some((agreement, range));
                }
            }
        }
        self.look_close(chunk, words);
    }

    /// Words that were changed themselves: their first and last ones stand where they did in their
    /// paragraph, and what is between is nearly the same.
    fn look_close(&mut self, chunk: &Chunk, words: &Words) {
        const AROUND: usize = 4;
        const EDGE: usize = 3;
        const LONGEST: usize = 4000;
        let exact = &self.wanted.exact;
        let n_exact = exact.len();
        if self.passage.has_double || n_exact < EDGE || exact.text.len() > LONGEST {
            return;
        }
        let before = Words::of(self.passage.prefix.rsplit('\n').next().unwrap_or_default());
        let after = Words::of(self.passage.suffix.split('\n').next().unwrap_or_default());
        let (n_before, n_after) = (before.len().min(AROUND), after.len().min(AROUND));
        let head = before.run(before.len() - n_before, before.len()) + &exact.run(0, EDGE);
        let tail = exact.run(n_exact - EDGE, n_exact) + &after.run(0, n_after);
        let (head, tail) = (head + " ", tail + " ");
        // Where fewer words stand around it, the paragraph begins or ends there.
        let begins = |first: usize| n_before == AROUND || words.is_cut_before(chunk.text(), first);
        let ends = |end: usize| n_after == AROUND || words.is_cut_before(chunk.text(), end);
        let lasts = occurrences(words, &tail).map(|last| last + EDGE);
        let lasts: Vec<usize> =
            lasts.filter(|end| ends(end + n_after)).take(MOST_CLOSE + 1).collect();
        let firsts = occurrences(words, &head).filter(|first| begins(*first));
        let firsts: Vec<usize> =
            firsts.map(|first| first + n_before).take(MOST_CLOSE + 1).collect();
        // In a text that says the same over and over, nothing can be told by nearly the same words.
        self.is_crowded |= firsts.len().max(lasts.len()) > MOST_CLOSE;
        if self.is_crowded {
            return;
        }
        let lengths = n_exact * 2 / 3..=n_exact * 3 / 2;
        for first in firsts {
            for end in lasts.iter().filter(|end| lengths.contains(&end.saturating_sub(first))) {
                let theirs = words.run(first, *end);
                let mine = exact.text.trim_end();
                if strsim::normalized_levenshtein(mine, &theirs) >= LIKENESS {
                    self.close.push(self.range(chunk, words, first, *end));
                }
            }
        }
    }

    /// The words from index `first` up to `end`, with the signs that the passage has around them.
    fn range(&self, chunk: &Chunk, words: &Words, first: usize, end: usize) -> TextRange {
        let text = chunk.text();
        let (from, to) = (words.list[first].start as usize, words.list[end - 1].end as usize);
        let mine = &self.passage.exact;
        let list = &self.wanted.exact.list;
        let (head, tail) = (list[0].start as usize, list[list.len() - 1].end as usize);
        let from = if text[..from].ends_with(&mine[..head]) { from - head } else { from };
        let to = if text[to..].starts_with(&mine[tail..]) { to + mine.len() - tail } else { to };
        TextRange::new(chunk.base() + from, chunk.base() + to)
    }

    fn finish(self) -> Result<TextRange, Unresolved> {
        let Some((agreement, range)) = self.best else {
            return match self.close[..] {
                [range] if !self.is_crowded => Ok(range),
                [] => Err(Unresolved::NotFound),
                _ => Err(Unresolved::Ambiguous),
            };
        };
        let is_whole = agreement == self.wanted.n_around();
        let has_enough = is_whole || self.wanted.exact.len() + agreement >= LEAST_WORDS;
        let is_nearest = self.second.is_none_or(|second| agreement > second)
            && self.passage.rival.is_none_or(|rival| agreement > rival as usize);
        match (has_enough, is_nearest) {
            (true, true) => Ok(range),
            (false, _) if self.second.is_none() => Err(Unresolved::NotFound),
            _ => Err(Unresolved::Ambiguous),
        }
    }
}

/// The indices of the words at which folded words stand, which begin and end with a blank.
fn occurrences(words: &Words, folded: &str) -> impl Iterator<Item = usize> {
    let finder = memmem::Finder::new(folded.as_bytes()).into_owned();
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + finder.find(&words.text.as_bytes()[from..])?;
        // The blank at the end is the one before the next word.
        from = at + 1;
        Some(words.index_at(at + 1))
    })
}

/// Where the word begins that `at` lies in; `at`, if it lies in none.
fn word_start(text: &str, at: usize) -> usize {
    if !text[at..].starts_with(is_in_word) {
        return at;
    }
    let near = &text[text.ceil_char_boundary(at.saturating_sub(CONTEXT_BYTES))..at];
    at - (near.len() - near.trim_end_matches(is_in_word).len())
}

/// The end of `text` that holds as many words as surroundings have.
fn last_words(text: &str) -> &str {
    let near = &text[text.ceil_char_boundary(text.len().saturating_sub(CONTEXT_BYTES))..];
    let words = Words::of(near);
    let first = words.len().saturating_sub(CONTEXT);
    words.list.get(first).map_or("", |word| &near[word.start as usize..])
}

/// The beginning of `text` that holds so many words.
fn first_words(text: &str, n_words: usize) -> &str {
    let near = &text[..text.floor_char_boundary(CONTEXT_BYTES)];
    let words = Words::of(near);
    let last = n_words.min(words.len()).checked_sub(1);
    last.map_or("", |last| &near[..words.list[last].end as usize])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Builder, Meta};

    fn document(text: &str) -> Document {
        let mut builder = Builder::new();
        for paragraph in text.split('\n') {
            builder.add(BlockKind::Paragraph, paragraph);
        }
        builder.finish(Meta::default())
    }

    /// The passage between `[` and `]` of `before` is found in `after` where they stand there;
    /// without them, it is not found.
    #[track_caller]
    fn check(before: &str, after: &str) {
        let marked = |text: &str| {
            let range = text.find('[').map(|from| from..text.find(']').unwrap() - 1);
            (document(&text.replace(['[', ']'], "")), range)
        };
        let (old, range) = marked(before);
        let range = range.unwrap();
        let passage = Passage::of(&old, TextRange::new(range.start, range.end)).unwrap();
        let (new, expected) = marked(after);
        let found = find(&new, &[&passage], false)[0];
        assert_eq!(found.ok().map(|range| range.start()..range.end()), expected, "{passage:?}");
    }

    #[test]
    fn words_are_found_behind_what_was_put_before_them() {
        check(
            "He came by sea in [May 1949] and went by land the same year.",
            "A new line.\nHe came by sea in [May 1949] and went by land the same year.",
        );
    }

    #[test]
    fn one_side_is_enough_if_it_agrees_whole() {
        check(
            "In the spring of that year he came by sea in [May] and went.",
            "In the spring of that year he came by sea in [May], alone, and then went home.",
        );
    }

    #[test]
    fn a_word_that_stands_elsewhere_is_not_taken_for_it() {
        check(
            "He came by sea in [May] and went by land the same year.\nIn May it rained.",
            "In May it rained.",
        );
        check("He came by sea in [May] and went by land.", "All was well in May and so on.");
    }

    #[test]
    fn a_passage_that_is_repeated_is_not_found_at_its_other_place() {
        let refrain = "And nobody came to the shore that night or any other.";
        check(&format!("One.\n[{refrain}]\nTwo.\n{refrain}\nThree."), &format!("Two.\n{refrain}"));
    }

    #[test]
    fn it_does_not_matter_how_the_text_is_set() {
        check(
            "He said that “[the great power] of the\nstate” was gone by then.",
            "He said\nthat *the* \"[the great power]\" of the state was gone by then."
                .replace("*the* ", "")
                .as_str(),
        );
    }

    #[test]
    fn words_that_were_changed_are_found_between_what_was_not() {
        check(
            "Long before that day [the great fleet had sailed from the old harbor] in the spring \
             of the year.",
            "Long before that day [the great fleet has sailed from the old harbor] in the spring \
             of the year.",
        );
    }

    #[test]
    fn a_short_text_is_found_whole() {
        check("[Hello] world.", "New.\n[Hello] world.");
    }

    #[test]
    fn a_paragraph_that_was_changed_is_found_unless_another_is_like_it() {
        let paragraph = "The great fleet sailed from the old harbor in the spring of the year.";
        let changed = paragraph.replace("sailed", "left");
        check(&format!("One.\n[{paragraph}]\nTwo."), &format!("One.\n[{changed}]\nTwo."));
        let other = paragraph.replace("spring", "summer");
        check(&format!("[{paragraph}]\n{other}"), &format!("{changed}\n{other}"));
    }

    #[test]
    fn a_place_at_the_end_is_known_by_the_last_words() {
        let document = document("One two.\nThree four.");
        assert_eq!(Passage::at(&document, document.end()).unwrap().exact, "One two.\nThree four.");
    }

    #[test]
    fn a_place_in_the_middle_of_a_word_is_known_from_that_word_on() {
        let document = document("One harbor. Two.");
        assert_eq!(Passage::at(&document, 7).unwrap().exact, "harbor. Two");
        assert_eq!(Passage::at(&document, 4).unwrap().exact, "harbor. Two");
    }
}
