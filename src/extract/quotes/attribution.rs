//! Attribution: who is named beside a quotation as its speaker.
//!
//! In: the narration directly before or after a quotation, cut at the end of its sentence and at a
//! fixed length. Out: an [`Attribution`], or none where the words do not say it in one of a few
//! forms. All that is looked for is subject and verb; the object of `told` is never the speaker.

mod ahead;
mod behind;

pub use ahead::before;
pub use behind::after;

use super::cue::Cue;
use super::subject::{Source, Subject};
use super::token::Token;
use std::ops::Range;

/// Narration is read this far from a quotation, in bytes.
const REACH: usize = 400;
/// A verb stands at most so many tokens away from its quotation.
const N_BETWEEN: usize = 14;

/// What the words beside a quotation say of its speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// Who.
    pub source: Source,
    /// The verb, in bytes of the block.
    pub verb: Range<usize>,
    /// Whether the words were written.
    pub cue: Cue,
    /// The speaker's description, in bytes of the block.
    pub description: Option<Range<usize>>,
    /// The form in which it says so.
    pub form: Form,
}

/// The form of an attribution: the rule that found it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `“…,” said NAME`.
    VerbName,
    /// `“…,” NAME said`.
    NameVerb,
    /// `“…,” NAME smiled`.
    Manner,
    /// `“…” of the plan, NAME said.`
    Tail,
    /// `“…” — NAME`.
    Dash,
    /// `NAME said, “…”`.
    Before,
    /// `NAME made a speech: “…”`.
    Colon,
    /// `NAME’s diary has one word: “…”`.
    Papers,
    /// `NAME left, saying, “…”`.
    Participle,
    /// `NAME said the plan was “…”`.
    Embedded,
    /// `according to NAME`.
    According,
}

impl Form {
    /// How sure the form makes it that this is the speaker.
    pub fn confidence(self) -> f32 {
        match self {
            Self::VerbName | Self::NameVerb => 0.95,
            Self::Before | Self::Manner | Self::Dash => 0.9,
            Self::According => 0.85,
            Self::Tail | Self::Participle | Self::Papers => 0.8,
            Self::Colon | Self::Embedded => 0.75,
        }
    }

    /// Whether the quotation is a part of the sentence around it, and so may be a term in it.
    pub fn is_inside(self) -> bool {
        matches!(self, Self::Tail | Self::Embedded)
    }
}

/// How a quotation ends, as far as it decides what a name after it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// With a comma or a dash: its sentence goes on.
    RunsOn,
    /// With `?`, `!` or `…`: its sentence may go on.
    Open,
    /// With a full stop.
    Stop,
    /// Within a sentence.
    Bare,
}
fn attribution(
    subject: Subject,
    verb: Token<'_>,
    cue: Cue,
    description: Option<Range<usize>>,
    form: Form,
) -> Attribution {
    Attribution {
        source: subject.source,
        verb: verb.start..verb.end,
        cue,
        description: description.or(subject.description),
        form,
    }
}
