//! Mentions in little room: a long text has a million of them.

use super::gender::Gender;
use super::led::Led;
use super::mention::{Kind, Mention, Role};
use super::personal::Sign;
use crate::document::TextRange;

/// Mentions in the order of the text, of eight bytes each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentions(Vec<Packed>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Packed {
    start: u32,
    length: u16,
    /// From the lowest on: acts, speaks, three bits of the hint, two of the role, three of the kind,
    /// opens, two of what leads, two
    /// of the sign.
    bits: u16,
}

const GENDERS: [Gender; 5] =
    [Gender::Male, Gender::Female, Gender::Neuter, Gender::Narrator, Gender::Unknown];
const ROLES: [Role; 4] = [Role::Subject, Role::Other, Role::Vocative, Role::Quoted];
const SIGNS: [Sign; 3] = [Sign::None, Sign::Public, Sign::Personal];
const LEDS: [Led; 3] = [Led::Article, Led::Place, Led::Plainly];
const KINDS: [Kind; 7] = [
    Kind::Opener,
    Kind::Name,
    Kind::Pronoun(Gender::Male),
    Kind::Pronoun(Gender::Female),
    Kind::Pronoun(Gender::Neuter),
    Kind::Pronoun(Gender::Narrator),
    Kind::Pronoun(Gender::Unknown),
];

impl Mentions {
    /// Adds mentions that stand behind these. No name is longer than a block of text.
    pub fn extend(&mut self, mentions: impl IntoIterator<Item = Mention>) {
        self.0.extend(mentions.into_iter().filter_map(pack));
    }

    /// Takes the mentions of the next chunk.
    pub fn append(&mut self, next: &mut Self) {
        self.0.append(&mut next.0);
    }

    /// The mention of this index.
    pub fn get(&self, index: usize) -> Option<Mention> {
        self.0.get(index).map(|packed| unpack(*packed))
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Mention> {
        self.0.iter().map(|packed| unpack(*packed))
    }

    /// Those that begin before `offset`.
    pub fn before(&self, offset: usize) -> impl Iterator<Item = Mention> {
        let end = self.0.partition_point(|mention| (mention.start as usize) < offset);
        self.0[..end].iter().map(|packed| unpack(*packed))
    }
}

fn pack(mention: Mention) -> Option<Packed> {
    let Mention { range, kind, role, acts, speaks, hint, opens, led, sign } = mention;
    let hint = place(&GENDERS, &hint)?;
    let (role, kind) = (place(&ROLES, &role)?, place(&KINDS, &kind)?);
    let (led, sign) = (place(&LEDS, &led)?, place(&SIGNS, &sign)?);
    Some(Packed {
        start: u32::try_from(range.start()).ok()?,
        length: u16::try_from(range.len()).ok()?,
        bits: u16::from(acts)
            | u16::from(speaks) << 1
            | hint << 2
            | role << 5
            | kind << 7
            | u16::from(opens) << 10
            | led << 11
            | sign << 13,
    })
}

fn unpack(packed: Packed) -> Mention {
    let Packed { start, length, bits } = packed;
    let part = |at: u16, n_bits: u16| usize::from(bits >> at & ((1 << n_bits) - 1));
    let start = start as usize;
    Mention {
        range: TextRange::new(start, start + usize::from(length)),
        kind: KINDS[part(7, 3)],
        role: ROLES[part(5, 2)],
        acts: part(0, 1) == 1,
        speaks: part(1, 1) == 1,
        hint: GENDERS[part(2, 3)],
        opens: part(10, 1) == 1,
        led: LEDS[part(11, 2)],
        sign: SIGNS[part(13, 2)],
    }
}

fn place<T: PartialEq>(all: &[T], one: &T) -> Option<u16> {
    all.iter().position(|other| other == one).map(|place| place as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let mut all = Vec::new();
        for (at, kind) in KINDS.into_iter().enumerate() {
            for (role, hint) in ROLES.into_iter().zip(GENDERS.into_iter().rev()) {
                for (acts, led, sign) in [
                    (true, Led::Article, Sign::Public),
                    (false, Led::Place, Sign::None),
                    (false, Led::Plainly, Sign::Personal),
                ] {
                    let range = TextRange::new(7 * at, 7 * at + 5);
                    let (speaks, opens) = (!acts, led == Led::Place);
                    all.push(Mention { range, kind, role, acts, speaks, hint, opens, led, sign });
                }
            }
        }
        let mut mentions = Mentions::default();
        mentions.extend(all.clone());
        assert_eq!(mentions.iter().collect::<Vec<_>>(), all);
        assert_eq!(mentions.before(7).count(), 12);
        assert_eq!((mentions.get(0), mentions.get(all.len())), (Some(all[0]), None));
    }
}
