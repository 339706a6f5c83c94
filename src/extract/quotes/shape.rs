//! What quoted words look like by themselves: a sentence, a piece of one, a title, a term.

use super::attribution::{Attribution, Ending, Form};
use super::subject::Source;

/// Quoted words with fewer are taken for a term where they stand in a sentence.
const N_WORDS: usize = 4;
/// So many words and more are somebody's even where nothing says so.
const N_PASSAGE: usize = 6;

/// The look of quoted words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    n_words: usize,
    /// Whether they begin like a sentence.
    has_capital: bool,
    /// Whether all their long words have capitals, as in a title.
    is_title: bool,
    /// Whether the sign at their end stands before the closing mark.
    is_signed: bool,
    /// Whether a verb makes a clause of them: `the plan is dead`.
    has_verb: bool,
    /// How they end.
    pub ending: Ending,
}

impl Shape {
    /// The shape of the words between two marks; `behind` is what follows the closing one.
    pub fn of(words: &str, behind: &str) -> Self {
        let first = words.chars().find(|c| c.is_alphanumeric());
        let bare = words.trim_end_matches(['’', '\'', '”', '"', ')', ']', ' ']);
        let mut long = words.split_whitespace().take(12).filter(|word| is_long(word)).peekable();
        let is_title =
            long.peek().is_some() && long.all(|word| !word.starts_with(char::is_lowercase));
        let ending = match bare.chars().next_back() {
            Some(',' | '—' | '–' | '-') => Ending::RunsOn,
            Some('?' | '!' | '…') => Ending::Open,
            Some('.') if bare.ends_with("..") => Ending::Open,
            Some('.') => Ending::Stop,
            // The British order: the stop stands behind the mark.
            _ if behind.starts_with(',') => Ending::RunsOn,
            _ if behind.starts_with('.') => Ending::Stop,
            _ => Ending::Bare,
        };
        Self {
            n_words: words.split_whitespace().take(N_PASSAGE + 6).count(),
            has_capital: first.is_some_and(|first| first.is_uppercase() || first.is_numeric()),
            is_title,
            has_verb: words.split_whitespace().skip(1).take(N_PASSAGE).any(is_auxiliary),
            is_signed: bare.ends_with([',', '.', '?', '!', '…', '—', '–', '-']),
            ending,
        }
    }

    /// Whether the words have a sign of their own at their end.
    fn has_sign(&self) -> bool {
        self.ending != Ending::Bare
    }

    /// A sentence of its own, somebody's although nobody says whose.
    pub fn is_utterance(&self) -> bool {
        let is_sentence = self.has_capital && self.has_sign() && !self.is_name();
        is_sentence && self.ending != Ending::RunsOn && self.n_words >= 2
    }

    /// So much of a sentence that it is nobody's term.
    pub fn is_passage(&self) -> bool {
        self.n_words >= N_PASSAGE && !self.is_title
    }

    /// Whether the words can go on with a quotation in the same sentence.
    pub fn is_clause(&self) -> bool {
        (self.has_sign() && self.ending != Ending::RunsOn)
            || (self.n_words >= N_WORDS && !self.is_title)
    }

    /// A few of somebody's words in the sentence of another.
    pub fn is_phrase(&self, found: &Attribution) -> bool {
        let is_bare = self.is_term() && !self.is_signed;
        let is_taken_in = found.form.is_inside()
            && !self.has_capital
            && !self.has_verb
            && self.n_words < N_PASSAGE;
        is_taken_in || (is_bare && matches!(found.form, Form::Before | Form::Embedded))
    }

    /// A few words without the look of a sentence.
    pub fn is_term(&self) -> bool {
        self.n_words < N_WORDS && !(self.has_capital && self.has_sign())
    }

    /// Whether the words can be a title: all the long ones have capitals.
    pub fn is_title_like(&self) -> bool {
        self.is_title && self.n_words < 9
    }

    /// A title or a name, stops apart.
    fn is_name(&self) -> bool {
        self.is_title
            && self.n_words > 1
            && !matches!(self.ending, Ending::Open)
            && self.n_words < N_PASSAGE + 6
    }

    /// Whether the words are such that the attribution can be theirs.
    pub fn fits(&self, found: &Attribution) -> bool {
        let is_named = matches!(found.source, Source::Named(_) | Source::Pronoun(_));
        match found.form {
            form if form.is_inside() => self.n_words >= N_WORDS && !self.is_title,
            Form::VerbName | Form::NameVerb => true,
            _ if self.is_name() && !self.has_sign() => false,
            Form::Manner => !self.is_term(),
            _ if self.is_term() && !self.has_sign() => is_named && found.form == Form::Before,
            _ => true,
        }
    }
}

/// Whether a word can only be a finite verb.
fn is_auxiliary(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "has" | "have" | "had" | "will" | "would")
}

/// Whether a word is long enough to have a capital in a title.
fn is_long(word: &str) -> bool {
    word.len() > 4 && word.starts_with(char::is_alphabetic)
}
