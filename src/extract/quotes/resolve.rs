//! Who speaks: one pass over all quotations of a document, in the order of the text.
//!
//! In: the quotation candidates and mentions of all chunks. Out: quotations with speakers. The
//! quotations of one paragraph are a turn, which mostly one person speaks. Rules are tried from
//! the surest to the least sure, each with its own confidence: the name or pronoun beside the words,
//! the rest of the paragraph, who acts in it, whose turn it is. Below the bar nobody is named.

mod finish;
mod unvoiced;
mod voiced;

use super::cast::{Cast, PersonId};
use super::dialogue::{Dialogue, Said};
use super::gender::Gender;
use super::interview::Interview;
use super::mention::{Kind, Mention, Role};
use super::mentions::Mentions;
use super::nominal::Nouns;
use super::people::places;
use super::quote::{Join, QuoteCandidate, Voice};
use super::rule::Rule;
use super::scene::{Scene, Seen};
use super::subject::Pronoun;
use crate::document::{Document, Person, Quotation, Speaker, TextRange};
use finish::finish;
use std::ops::Range;

/// With less confidence nobody is named.
const BAR: f32 = 0.6;
/// In a block this long what stands apart may be another's.
const LONG_BLOCK: usize = 3000;

/// What is said, by whom, and who is named.
pub struct Attributed {
    /// The quotations.
    pub quotes: Vec<Quotation>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// Everybody who is named.
    pub people: Vec<Person>,
}

/// The quotations with their speakers.
pub fn resolve_quotes(
    document: &Document,
    candidates: Vec<QuoteCandidate>,
    mentions: Mentions,
) -> Attributed {
    let cast = Cast::of(document, &mentions, &candidates);
    let mut resolver = Resolver {
        document,
        candidates: &candidates,
        mentions: &mentions,
        n_seen: 0,
        cast,
        scene: Scene::default(),
        nouns: Nouns::default(),
        interview: None,
        dialogue: Dialogue::default(),
        found: vec![Found::default(); candidates.len()],
        acting: None,
    };
    let mut from = 0;
    while from < candidates.len() {
        let to = turn_end(&candidates, from);
        resolver.turn(from..to);
        from = to;
    }
    let taken = resolver.dialogue.filled_back();
    for (quotes, said) in taken {
        resolver.fill(quotes, said);
    }
    let Resolver { cast, found, .. } = resolver;
    let places = places(document, &cast, &mentions);
    // There may be a million of them.
    drop(mentions);
    finish(document, &cast, &found, candidates, places)
}

/// The end of the turn that begins with candidate `from`.
fn turn_end(candidates: &[QuoteCandidate], from: usize) -> usize {
    let block = candidates[from].block;
    let goes_on = |candidate: &&QuoteCandidate| {
        let is_other = candidate.join == Join::Answers
            || (candidate.join == Join::Apart && block.len() > LONG_BLOCK);
        candidate.block == block && !is_other
    };
    from + 1 + candidates[from + 1..].iter().take_while(goes_on).count()
}

/// Who speaks in one quotation, and why.
#[derive(Debug, Clone, Copy, Default)]
struct Found {
    said: Option<Said>,
    continues: Option<u32>,
}

struct Resolver<'a, 'd> {
    document: &'d Document,
    candidates: &'a [QuoteCandidate],
    mentions: &'a Mentions,
    /// So many of them are taken in.
    n_seen: usize,
    cast: Cast<'d>,
    scene: Scene,
    nouns: Nouns,
    dialogue: Dialogue,
    found: Vec<Found>,
    interview: Option<Interview>,
    /// The last subject of the narration, and where.
    acting: Option<(PersonId, usize)>,
}

/// What stands in a turn beside its quotations.
#[derive(Debug, Default)]
struct Beside {
    /// The last subject of the narration before the turn, in its block.
    before: Option<PersonId>,
    /// The subject of the narration right after the first quotation.
    after: Option<PersonId>,
    /// The person spoken to, by name, in the turn.
    addressee: Option<PersonId>,
    /// The person told, behind the quotation: `she said to NAME`.
    told: Option<PersonId>,
    /// Whom the last pronoun of the turn meant, and its gender.
    meant: Option<(Gender, PersonId)>,
}

impl Resolver<'_, '_> {
    /// Finds who speaks in the quotations of a turn.
    fn turn(&mut self, quotes: Range<usize>) {
        let first = &self.candidates[quotes.start];
        let before = self.see_until(first.outer.start(), first.block.start());
        let mut beside = Beside { before, ..Beside::default() };
        self.continue_from(quotes.start);
        let mut subject = None;
        let mut last: Option<Said> = self.found[quotes.start].said;
        for index in quotes.clone() {
            let quote = &self.candidates[index];
            // What acts between two quotations of the turn.
            let from =
                if index == quotes.start { quote.outer.start() } else { self.end_of(index - 1) };
            let acting = self.see_until(quote.outer.start(), from);
            // `“Wake up, Fox.” Fox yawned. “Is it late?” he asked.`
            beside.addressee = beside.addressee.filter(|id| acting != Some(*id));
            subject = acting.or(subject);
            self.hear_names(quote.outer, &mut beside);
            beside.told = self.told(index);
            if index == quotes.start {
                beside.after = self.acting_after(index);
            }
            let said = self.voiced(index, &beside);
            let said = said.or_else(|| self.carried(index, &quotes, last, subject));
            if let Some(said) = said {
                let gender = quote.voice.gender();
                beside.meant = gender.map(|gender| (gender, said.person)).or(beside.meant);
                self.say(index, said, &mut beside);
                last = Some(said);
                subject = None;
            }
        }
        let end = self.end_of(quotes.end - 1);
        if last.is_none() {
            last = self.unvoiced(&quotes, &beside);
        }
        if let Some(said) = last {
            // What stands before the first voice in the paragraph is that one's, too.
            let first_said = quotes.clone().find_map(|index| self.found[index].said);
            let all = first_said.map_or(said, |first| Said {
                confidence: first.confidence.min(0.85),
                rule: Rule::SameParagraph,
                ..first
            });
            self.fill(quotes.clone(), all);
            self.scene.see(&self.cast, said.person, end, Seen::Acting);
        }
        if let Some(addressee) = beside.addressee {
            self.scene.see(&self.cast, addressee, end, Seen::Beside);
        }
        let speaker = last.map(|said| said.person);
        self.dialogue.push(quotes.clone(), first.outer.start(), end, last, beside.addressee);
        if let Some(speaker) = speaker {
            self.attribute_back(quotes.start, speaker);
        }
    }

    fn end_of(&self, index: usize) -> usize {
        self.candidates[index].outer.end()
    }

    /// Takes the next mention, if it stands before `offset`.
    fn next_before(&mut self, offset: usize) -> Option<Mention> {
        let mention = self.mentions.get(self.n_seen)?;
        let is_before = mention.range.start() < offset;
        self.n_seen += usize::from(is_before);
        is_before.then_some(mention)
    }

    /// Takes in the mentions before `offset`; the last subject of those at `from` or later.
    fn see_until(&mut self, offset: usize, from: usize) -> Option<PersonId> {
        let mut subject = None;
        while let Some(mention) = self.next_before(offset) {
            let at = mention.range.start();
            let is_subject = mention.role == Role::Subject;
            let person = match mention.kind {
                Kind::Pronoun(gender) if is_subject => {
                    self.pronoun(gender, at, &Beside::default(), false).map(|found| found.0)
                }
                Kind::Pronoun(_) => None,
                Kind::Name | Kind::Opener => self.cast.person(&self.document[mention.range]),
            };
            let Some(person) = person else { continue };
            match mention.role {
                Role::Subject | Role::Other => {
                    let seen = match is_subject {
                        true if mention.speaks => Seen::Speaking,
                        true if mention.opens => Seen::Opening,
                        true => Seen::Acting,
                        false => Seen::Beside,
                    };
                    self.scene.see(&self.cast, person, at, seen);
                    self.nouns.see(&self.cast, person);
                    if let Some(title) = self.cast.title(&self.document[mention.range]) {
                        self.nouns.entitle(title, person);
                    }
                }
                Role::Vocative | Role::Quoted => {}
            }
            let is_somebody = self.cast.get(person).gender != Gender::Neuter;
            if is_subject && is_somebody {
                if self.cast.get(person).is_somebody {
                    self.acting = Some((person, at));
                }
                subject = if at >= from { Some(person) } else { subject };
            }
        }
        subject
    }

    /// Takes in the names inside a quotation.
    fn hear_names(&mut self, outer: TextRange, beside: &mut Beside) {
        while let Some(mention) = self.next_before(outer.end()) {
            if mention.role == Role::Vocative {
                let person = self.cast.person(&self.document[mention.range]);
                beside.addressee = person
                    .filter(|id| self.cast.get(*id).gender != Gender::Neuter)
                    .or(beside.addressee);
            }
        }
    }

    fn say(&mut self, index: usize, said: Said, beside: &mut Beside) {
        self.found[index].said = Some(said);
        if beside.addressee == Some(said.person) {
            beside.addressee = None;
        }
        self.scene.see(&self.cast, said.person, self.end_of(index), Seen::Acting);
    }

    /// Links a quotation to the one that goes on in it.
    fn continue_from(&mut self, index: usize) {
        let Some(before) = index.checked_sub(1) else { return };
        let goes_on = self.candidates[before].goes_on
            && self.candidates[index].join == Join::Opens
            && self.candidates[before].block != self.candidates[index].block;
        if goes_on {
            self.found[index].continues = Some(before as u32);
            self.found[index].said = self.found[before].said;
        }
    }

    /// Whether a quotation of which nobody is named can be that person's.
    fn can_be(&self, index: usize, person: PersonId) -> bool {
        let gender = self.cast.get(person).gender;
        match &self.candidates[index].voice {
            Voice::Unsaid => true,
            Voice::Pronoun(Pronoun::It) => gender == Gender::Neuter,
            Voice::Pronoun(Pronoun::They) => false,
            voice @ Voice::Pronoun(_) => voice.gender().is_none_or(|own| own.fits(gender)),
            Voice::Named(..) | Voice::Nominal(..) => false,
            Voice::Asks | Voice::Answers | Voice::Unnamed => false,
        }
    }

    /// Gives the speaker to all of a turn's quotations that have none.
    fn fill(&mut self, quotes: Range<usize>, said: Said) {
        for index in quotes {
            if self.found[index].said.is_none() && self.can_be(index, said.person) {
                self.found[index].said = Some(said);
            }
        }
    }

    /// Gives the speaker who is named at the end of a speech of several paragraphs to all of them.
    fn attribute_back(&mut self, last: usize, speaker: PersonId) {
        let mut next = self.found[last].continues;
        let confidence = self.found[last].said.map_or(0.8, |said| said.confidence);
        while let Some(index) = next {
            let found = &mut self.found[index as usize];
            if found.said.is_some_and(|said| said.confidence >= BAR) {
                return;
            }
            found.said = Some(Said { person: speaker, confidence, rule: Rule::GoesOn });
            next = found.continues;
        }
    }
}
