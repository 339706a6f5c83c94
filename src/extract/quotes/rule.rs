//! The rules that find a quotation or its speaker, and the names that the reader sees.
//!
//! There may be hundreds of thousands of quotations: a rule is one byte until it is shown.

use super::attribution::Form;

/// What found a quotation, or who speaks in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The words beside it, in one of the forms of an attribution.
    Beside(Form),
    /// A line of a transcript: `NAME: …`, `Q. …`.
    Transcript,
    /// The line before a block quotation.
    BlockQuotation,
    /// The line below quoted words: `— NAME, TITLE`.
    SourceLine,
    /// The quotation before it in its sentence.
    SameSentence,
    /// Its own form: that of an utterance.
    Utterance,
    /// Its length.
    Passage,
    /// Whom a pronoun means.
    Pronoun,
    /// Whom a noun means.
    Noun,
    /// Who asks, in a transcript that says `Q` and `A`.
    Asks,
    /// Who answers there.
    Answers,
    /// Who else speaks in its paragraph.
    SameParagraph,
    /// Who acts in its paragraph before it.
    ActsBefore,
    /// Who acts in its paragraph after it.
    ActsAfter,
    /// Who acted in the paragraph before.
    ActedBefore,
    /// Whose turn it is.
    Alternation,
    /// The quotation that goes on in it.
    GoesOn,
}

impl Rule {
    /// The name in the JSON export and in the peek.
    pub fn name(self) -> &'static str {
        match self {
            Self::Beside(form) => match form {
                Form::VerbName => "quote-verb-name",
                Form::NameVerb => "quote-name-verb",
                Form::Manner => "quote-manner",
                Form::Tail => "quote-tail",
                Form::Dash => "quote-dash-name",
                Form::Before => "name-verb-quote",
                Form::Colon => "name-colon",
                Form::Papers => "names-papers",
                Form::Participle => "name-saying",
                Form::Embedded => "name-verb-words",
                Form::According => "according-to",
            },
            Self::Transcript => "transcript",
            Self::BlockQuotation => "block-quotation",
            Self::SourceLine => "source-line",
            Self::SameSentence => "same-sentence",
            Self::Utterance => "utterance",
            Self::Passage => "passage",
            Self::Pronoun => "pronoun",
            Self::Noun => "noun",
            Self::Asks => "asks",
            Self::Answers => "answers",
            Self::SameParagraph => "same-paragraph",
            Self::ActsBefore => "acts-before",
            Self::ActsAfter => "acts-after",
            Self::ActedBefore => "acted-before",
            Self::Alternation => "alternation",
            Self::GoesOn => "goes-on",
        }
    }
}
