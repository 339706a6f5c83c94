//! A name as it is written, and what the sentences that it stands in say of it.

use super::{PersonId, both};
use crate::document::TextRange;
use crate::extract::quotes::gender::Gender;
use crate::extract::quotes::kind::is_many;
use crate::extract::quotes::led::Led;
use crate::extract::quotes::mention::{Kind, Mention, Role};
use crate::extract::quotes::personal::Sign;

/// A name as it is written.
#[derive(Debug)]
pub(super) struct Form<'a> {
    pub text: &'a str,
    pub at: TextRange,
    pub n_mentions: u32,
    /// Inside sentences, where a capital letter means a name.
    pub n_inside: u32,
    pub is_voice: bool,
    /// It is a label of a transcript.
    pub is_label: bool,
    /// From the first to the last time that somebody is spoken to by it.
    pub spoken_to: Option<TextRange>,
    pub n_narrated: u32,
    pub evidence: Evidence,
    pub person: Option<PersonId>,
    /// Its title, without a full stop.
    pub title: Option<&'a str>,
}

/// How often the sentences say this or that of a name.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    /// It opens a sentence.
    pub n_opens: u32,
    /// It has a verb of its own.
    pub n_acts: u32,
    /// An article stands before it, or a preposition of place.
    pub n_articles: u32,
    pub n_placed: u32,
    pub n_he: u32,
    pub n_she: u32,
    /// It is said of it what is said of people only.
    pub n_personal: u32,
}

impl<'a> Form<'a> {
    pub fn new(text: &'a str, at: TextRange) -> Self {
        Self {
            text,
            at,
            n_mentions: 0,
            n_inside: 0,
            is_voice: false,
            is_label: false,
            spoken_to: None,
            n_narrated: 0,
            evidence: Evidence::default(),
            person: None,
            title: None,
        }
    }

    /// Takes in one of its mentions.
    pub fn count(&mut self, mention: &Mention) {
        self.n_mentions += 1;
        self.n_inside += u32::from(mention.kind == Kind::Name || mention.role == Role::Vocative);
        if mention.role == Role::Vocative {
            self.spoken_to = both(self.spoken_to, Some(mention.range));
        }
        self.n_narrated += u32::from(matches!(mention.role, Role::Subject | Role::Other));
        self.evidence.n_opens += u32::from(mention.opens);
        self.evidence.n_acts += u32::from(mention.acts);
        self.evidence.n_articles += u32::from(mention.led == Led::Article);
        self.evidence.n_placed += u32::from(mention.led == Led::Place);
        let is_told = matches!(mention.hint, Gender::Male | Gender::Female);
        self.evidence.n_personal += u32::from(match mention.sign {
            Sign::Personal => true,
            Sign::Public => is_told,
            Sign::None => false,
        });
        // `She left for Kew. There she`: a place is not she.
        if mention.led != Led::Place {
            self.evidence.n_he += u32::from(mention.hint == Gender::Male);
            self.evidence.n_she += u32::from(mention.hint == Gender::Female);
        }
    }

    /// Whether people are meant by it, as far as what is said of it tells.
    pub fn is_personal(&self) -> bool {
        self.evidence.n_personal > 0
    }

    /// Whether it is what a people or one of it is called, and not how somebody is: `Irish`, who
    /// speaks without an article.
    pub fn is_of_people(&self) -> bool {
        let Evidence { n_acts, n_articles, .. } = self.evidence;
        let is_by_name = self.is_voice && n_acts * 2 > self.n_mentions && n_articles < n_acts;
        is_many(self.text) && (self.text.ends_with('s') || !is_by_name)
    }
}

impl Evidence {
    pub fn add(&mut self, other: Self) {
        self.n_opens += other.n_opens;
        self.n_acts += other.n_acts;
        self.n_articles += other.n_articles;
        self.n_placed += other.n_placed;
        self.n_he += other.n_he;
        self.n_she += other.n_she;
        self.n_personal += other.n_personal;
    }

    /// Whether so many mentions are led as those of a people, a thing or a place are, and not as
    /// those of somebody.
    pub fn is_of_other(&self, n_mentions: u32) -> bool {
        // `Kew wrote to her`: a place may act now and then.
        let is_actor = self.n_acts * 4 >= n_mentions && self.n_placed * 2 < n_mentions;
        self.n_articles * 5 >= n_mentions || (self.n_placed * 8 >= n_mentions && !is_actor)
    }
}
