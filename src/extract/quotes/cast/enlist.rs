//! Enlisting: whose each written form of a name is.
//!
//! Full names first, the longest ones before those that may be short for them, then titles with one
//! word, then bare words. A first word that only opens a sentence is cut off, and so is a verb behind
//! the name in a heading.

use super::form::{Evidence, Form};
use super::{Cast, Person, PersonId, both};
use crate::extract::quotes::gender::{Gender, of_given_name, of_title};
use crate::extract::quotes::kind::{is_many, is_office, is_regnal, is_thing};
use crate::extract::quotes::name::{has_title, is_particle};
use crate::extract::quotes::personal::{is_bare_noun, is_publisher};
use crate::extract::quotes::written_name::{WrittenName, from_capitals, is_same_given_name};
use crate::extract::verb::is_finite;
use std::borrow::Cow;
use std::collections::HashMap;

/// Of so many people with one word in their names nobody is meant by it any more.
const N_NAMESAKES: usize = 6;
/// Whoever is named without a title so many times as often as with it is shown without.
const N_BARE: u32 = 3;
/// So many times two names stand side by side by chance.
const N_CHANCE: u32 = 2;
/// Or once in so many mentions of the second one.
const N_RARE: u32 = 10;
/// So many times a given name stands alone where people are called by it.
const N_ALONE: u32 = 3;

impl<'a> Cast<'a> {
    /// Finds whose each form is: full names first, then titles with one word, then bare words.
    pub(super) fn enlist(&mut self) {
        let steps: [fn(&WrittenName<'_>) -> bool; 4] = [
            |name| name.words.len() > 2 || name.is_body,
            |name| name.words.len() == 2 && !name.is_body,
            |name| name.words.len() == 1 && !name.is_body && name.title.is_some(),
            |name| name.words.len() == 1 && !name.is_body && name.title.is_none(),
        ];
        let names: Vec<WrittenName<'a>> =
            (0..self.written.len()).map(|index| self.name(index)).collect();
        for step in steps {
            for (index, name) in names.iter().enumerate() {
                if step(name) {
                    let person = self.enter(index, name);
                    self.written[index].title = name.title;
                    self.note(index, person);
                }
            }
        }
        self.tell_genders();
        self.choose_titles();
    }

    /// Shows whoever has one word and a title by the usual one, or without if that is usual.
    fn choose_titles(&mut self) {
        let mut titled = vec![(0, 0); self.people.len()];
        for (index, form) in self.written.iter().enumerate().rev() {
            let Some(PersonId(id)) = form.person.filter(|_| has_title(form.text)) else { continue };
            let (n_titled, usual) = &mut titled[id as usize];
            if *n_titled == 0 || self.written[*usual].n_mentions <= form.n_mentions {
                *usual = index;
            }
            *n_titled += form.n_mentions;
        }
        for (id, (n_titled, usual)) in titled.into_iter().enumerate() {
            let name = WrittenName::of(&self.people[id].name);
            if name.title.is_none() || name.words.len() != 1 || n_titled == 0 {
                continue;
            }
            let is_bare = self.n_alone(name.last()) > N_BARE * n_titled;
            self.people[id].name = match is_bare {
                true => name.last().to_owned(),
                false => WrittenName::of(self.written[usual].text).shown(),
            };
        }
    }

    /// A form taken apart, without a first word that is no part of it, `Meeting Ana`, `In Oslo Ana`,
    /// and without a last one that is its verb: `Ana Knows`.
    fn name(&self, index: usize) -> WrittenName<'a> {
        let mut name = WrittenName::of(self.written[index].text);
        if name.is_body || name.words.len() < 2 {
            return name;
        }
        let (last, before) = name.words.split_last().expect("there are two words");
        if before.len() > 1 && is_thing(before) && self.n_alone(last) > N_CHANCE {
            name.words = vec![last];
        } else if self.is_no_part_behind(index, &name.words) {
            name.words.pop();
        } else if self.is_before_name(index, &name) {
            name.words.remove(0);
        }
        name
    }

    /// Whether the first word of a name of several is not part of it.
    fn is_before_name(&self, index: usize, name: &WrittenName<'a>) -> bool {
        let form = &self.written[index];
        let (first, last) = (name.words[0], name.last());
        // `Prince Karl Fox`: what stands behind a title is the name.
        if !form.text.starts_with(first) {
            return false;
        }
        let n_rest = self.n_alone(&name.words[1..].join(" "));
        let always_opens = form.evidence.n_opens == form.n_mentions;
        if always_opens && n_rest > 0 && (first.ends_with("ly") || first.ends_with("ing")) {
            return of_given_name(first) == Gender::Unknown;
        }
        let is_rare = n_rest > form.n_mentions * N_RARE;
        if (is_rare || (always_opens && n_rest > form.n_mentions)) && self.is_common(first) {
            return true;
        }
        // `In Oslo Ana`: two names, each of which stands alone elsewhere.
        let is_chance =
            form.n_mentions <= N_CHANCE || form.n_mentions * N_RARE < self.n_alone(last);
        name.words.len() == 2
            && is_chance
            && n_rest > N_CHANCE
            && of_given_name(first) == Gender::Unknown
            && (first.ends_with("ing") || self.n_alone(first) > N_CHANCE.max(form.n_mentions))
    }

    /// Whether the last word is a verb, in a heading, or a place that happens to stand there.
    fn is_no_part_behind(&self, index: usize, words: &[&str]) -> bool {
        let form = &self.written[index];
        let Some((last, rest)) = words.split_last() else { return false };
        let n_rest = self.n_alone(&rest.join(" "));
        match self.forms.get(last).map(|index| &self.written[*index]) {
            None => is_finite(&last.to_lowercase()) && n_rest > form.n_mentions,
            Some(alone) => {
                n_rest > form.n_mentions * N_RARE
                    && alone.n_mentions >= N_CHANCE
                    && alone.evidence.is_of_other(alone.n_mentions)
            }
        }
    }

    /// Whether a word with a capital letter is one that the text mostly writes with a small one.
    fn is_common(&self, word: &str) -> bool {
        let n_names = self.forms.get(word).map_or(0, |index| {
            let form = &self.written[*index];
            form.n_mentions - form.evidence.n_opens.min(form.n_mentions)
        });
        let is_given = of_given_name(word) != Gender::Unknown;
        self.small.count(word) > n_names * if is_given { N_RARE } else { 1 }
    }

    fn enter(&mut self, index: usize, name: &WrittenName<'a>) -> Option<PersonId> {
        if name.is_body {
            return Some(self.whole(index, name, name.words.join(" ")));
        }
        match (name.words.len(), name.title) {
            (0, _) => None,
            (1, Some(title)) => Some(self.titled(index, name, title)),
            (1, None) => self.single(index, name),
            _ => Some(self.full(index, name)),
        }
    }

    /// `Ana Maria Ruiz`, who is Ana Ruiz.
    fn full(&mut self, index: usize, name: &WrittenName<'a>) -> PersonId {
        let (first, last) = (name.words[0], name.last());
        let plain_first = plain(first);
        let known = self.by_last.get(&*plain(last)).map_or(&[][..], Vec::as_slice).iter().copied();
        let same = known.clone().find(|id| {
            let person = self.get(*id);
            let other = person.name.split(' ').next().unwrap_or("");
            person.gender.fits(name.gender()) && is_same_given_name(&plain_first, &plain(other))
        });
        let same = same.or_else(|| self.with_surname(name)).or_else(|| self.with_particle(name));
        if let Some(id) = same {
            self.rename(id, index, name);
            return id;
        }
        let id = self.create(index, name, name.shown());
        remember(&mut self.by_last, last, id);
        // Where Napoleon is somebody, he is not Napoleon III.
        if !is_regnal(last) || self.n_alone(first) <= N_CHANCE * self.written[index].n_mentions {
            remember(&mut self.by_first, first, id);
        }
        if let Some(title) = name.title.filter(|_| !is_patronymic(last)) {
            remember(&mut self.by_title, &format!("{title} {first}"), id);
        }
        if name.words.len() > 2 {
            remember(&mut self.by_two, &name.words[..2].join(" "), id);
        }
        id
    }

    /// `Anna Petrovna`, who is the only Anna Petrovna Fox.
    fn with_surname(&self, name: &WrittenName<'a>) -> Option<PersonId> {
        let known = self.by_two.get(&name.words.join(" ")).filter(|_| name.words.len() == 2)?;
        let mut fitting = known.iter().filter(|id| self.get(**id).gender.fits(name.gender()));
        fitting.next().copied().filter(|_| fitting.next().is_none())
    }

    /// `De Vries`, who is the only Jean-Luc de Vries.
    fn with_particle(&self, name: &WrittenName<'a>) -> Option<PersonId> {
        let [first, last] = name.words[..] else { return None };
        let particle = first.to_lowercase();
        let known = self.by_last.get(last).filter(|_| is_particle(&particle))?;
        let end = format!(" {particle} {last}");
        let mut fitting = known.iter().filter(|id| self.get(**id).name.ends_with(&end));
        fitting.next().copied().filter(|_| fitting.next().is_none())
    }

    /// `Mr. Fox`, `Lady Ana`.
    fn titled(&mut self, index: usize, name: &WrittenName<'a>, title: &str) -> PersonId {
        let (word, gender) = (name.words[0], of_title(title));
        if matches!(title, "St" | "Saint") {
            return self.whole(index, name, format!("St {word}"));
        }
        let namesakes = self.namesakes(word);
        let mut fitting = namesakes.iter().filter(|id| self.get(**id).gender.fits(gender));
        let only = fitting.next().copied().filter(|_| fitting.next().is_none());
        // Whom the text calls by the given name is not also Mr. or Mrs. So-and-so.
        let is_formal = matches!(title, "Mr" | "Mrs" | "Ms" | "Miss");
        let is_other = |id: &PersonId| {
            let given = self.get(*id).name.split(' ').next().unwrap_or("");
            is_formal && given != word && self.n_alone(given) >= N_ALONE && self.n_alone(word) == 0
        };
        let same = only.filter(|id| !is_other(id)).or_else(|| self.of_title(title, word));
        if let Some(id) = same {
            return id;
        }
        // `Miss` and `Mrs.` are two, an office and `Mr.` may be one.
        let office = ["Mr", ""].map(|title| self.by_whole.get(&format!("{title} {word}")));
        if let Some(id) = office.into_iter().flatten().next()
            && matches!(gender, Gender::Male | Gender::Unknown)
            && self.get(*id).gender.fits(Gender::Male)
            && self.n_alone(word) > 0
        {
            return *id;
        }
        let key = format!("{} {word}", if is_formal { title } else { "" });
        self.whole(index, name, key)
    }

    /// The only one who is written in full with this title before the given name: `Prince Karl`,
    /// where there is a Prince Karl Fox.
    fn of_title(&self, title: &str, word: &str) -> Option<PersonId> {
        match self.by_title.get(&format!("{title} {word}"))?.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// `Fox`, `Ana`.
    fn single(&mut self, index: usize, name: &WrittenName<'a>) -> Option<PersonId> {
        let form = &self.written[index];
        let word = name.words[0];
        let is_name = form.n_inside > 0
            || form.is_voice
            || name.gender() != Gender::Unknown
            || (form.is_personal() && !is_bare_noun(word));
        if form.is_label
            && let Some(id) = self.with_initials(word)
        {
            return Some(id);
        }
        if self.is_common(word) && !(form.is_voice && form.evidence.n_acts > 0) {
            return None;
        }
        match self.namesakes(word).as_slice() {
            [only] => return Some(*only),
            [] if !is_name || form.is_of_people() || is_rank(word) || self.is_several(word) => {
                return None;
            }
            _ => {}
        }
        let titled: Vec<PersonId> = ["Mr", "Mrs", "Miss", "Ms", ""]
            .iter()
            .filter_map(|title| self.by_whole.get(&format!("{title} {word}")).copied())
            .collect();
        if let [only] = titled.as_slice() {
            return Some(*only);
        }
        let shouted = from_capitals(word).and_then(|word| self.namesakes(&word).first().copied());
        let id = shouted.unwrap_or_else(|| self.whole(index, name, word.to_owned()));
        if is_many(word) && of_given_name(word) != Gender::Unknown {
            self.get_mut(id).gender = of_given_name(word);
        }
        Some(id)
    }

    /// The only one with these initials: `LF` of a transcript is Lena Fox.
    fn with_initials(&self, initials: &str) -> Option<PersonId> {
        let is_short = initials.len() < 4 && initials.bytes().all(|byte| byte.is_ascii_uppercase());
        let of = |name: &str| -> String {
            WrittenName::of(name).words.iter().filter_map(|word| word.chars().next()).collect()
        };
        let mut fitting = (0..self.people.len()).filter(|index| {
            let person = &self.people[*index];
            is_short
                && !person.is_thing
                && person.name.contains(' ')
                && of(&person.name) == initials
        });
        let only = fitting.next().filter(|_| fitting.next().is_none());
        only.map(|index| PersonId(index as u32))
    }

    /// `Suvórovs`, where the text names Suvórov.
    fn is_several(&self, word: &str) -> bool {
        word.strip_suffix('s').is_some_and(|one| one.len() > 3 && self.n_alone(one) > 0)
    }

    /// Those with this surname, else those with this given name.
    fn namesakes(&self, word: &str) -> Vec<PersonId> {
        let found = self.by_last.get(word).or_else(|| self.by_first.get(word));
        found.filter(|found| found.len() < N_NAMESAKES).cloned().unwrap_or_default()
    }

    /// How often a word stands alone as a name.
    fn n_alone(&self, word: &str) -> u32 {
        self.forms.get(word).map_or(0, |index| self.written[*index].n_mentions)
    }

    fn whole(&mut self, index: usize, name: &WrittenName<'a>, key: String) -> PersonId {
        if let Some(id) = self.by_whole.get(&key) {
            return *id;
        }
        let id = self.create(index, name, name.shown());
        self.by_whole.insert(key, id);
        id
    }

    fn create(&mut self, index: usize, name: &WrittenName<'a>, shown: String) -> PersonId {
        let id = self.add(shown, name.gender(), self.written[index].at);
        self.get_mut(id).is_thing = name.is_thing();
        id
    }

    /// Shows a person by this form of the name, if it is fuller.
    fn rename(&mut self, id: PersonId, index: usize, name: &WrittenName<'a>) {
        let at = self.written[index].at;
        let is_sure = self.written[index].n_inside > 0;
        let is_shouted = |name: &str| name.split(' ').all(|word| from_capitals(word).is_some());
        if is_shouted(&self.get(id).name) && !is_shouted(self.written[index].text) {
            self.get_mut(id).name = name.shown();
            return;
        }
        if is_shouted(self.written[index].text) {
            return;
        }
        let person = self.get_mut(id);
        let n_words = person.name.split(' ').count();
        if is_sure && name.words.len() > n_words && name.words.len() < 5 {
            person.name = name.shown();
            person.named_at = at;
        }
    }

    fn note(&mut self, index: usize, person: Option<PersonId>) {
        self.written[index].person = person;
    }

    /// What the sentences say of everybody: pronouns after the names, where these do not tell a
    /// gender, and whether it is somebody at all.
    fn tell_genders(&mut self) {
        let mut tallies = vec![Tally::default(); self.people.len()];
        for person in &mut self.people {
            person.is_somebody = matches!(person.gender, Gender::Male | Gender::Female);
        }
        for form in &self.written {
            let Some(PersonId(id)) = form.person else { continue };
            tallies[id as usize].add(form);
            let person = &mut self.people[id as usize];
            person.spoken_to = both(person.spoken_to, form.spoken_to);
            person.n_narrated += form.n_narrated;
            person.is_somebody |= form.is_voice || form.title.is_some_and(is_personal);
        }
        for (person, tally) in self.people.iter_mut().zip(tallies) {
            tally.tell(person);
        }
    }
}

/// What all forms of a name say.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    n_mentions: u32,
    evidence: Evidence,
    is_voice: bool,
    /// A form of more than one word, or one of one word twice, has a verb of its own.
    acts: bool,
}

impl Tally {
    fn add(&mut self, form: &Form<'_>) {
        self.n_mentions += form.n_mentions;
        self.evidence.add(form.evidence);
        self.is_voice |= form.is_voice;
        let n_acts = form.evidence.n_acts;
        self.acts |= n_acts > 1 || (n_acts > 0 && form.text.contains(' '));
    }

    fn tell(&self, person: &mut Person) {
        let Evidence { n_he, n_she, n_acts, n_personal, .. } = self.evidence;
        person.is_somebody |= self.acts || (n_acts > 0 && person.name.contains(' '));
        if person.gender != Gender::Unknown {
            return;
        }
        person.is_thing = self.n_mentions > 0 && self.evidence.is_of_other(self.n_mentions);
        person.is_person =
            n_personal * N_RARE >= self.n_mentions && n_personal > 0 && !is_publisher(&person.name);
        person.is_somebody |= person.is_person;
        person.gender = match () {
            () if person.is_thing && !self.is_voice => Gender::Neuter,
            () if n_he > 2 * n_she => Gender::Male,
            () if n_she > 2 * n_he => Gender::Female,
            () => Gender::Unknown,
        };
    }
}

/// `Anna Petrovna`, `Karl Ivanovich`: by the father's name, not by the family's.
fn is_patronymic(word: &str) -> bool {
    ["vna", "chna", "vich", "ich", "ych"].iter().any(|end| word.ends_with(end))
}

/// `Majesty`: whether a word says an office or a rank.
fn is_rank(word: &str) -> bool {
    is_office(word) && !is_many(word)
}

/// Whether a title is that of somebody, and no first word of many things: `Private`, `Chief`.
fn is_personal(title: &str) -> bool {
    !matches!(
        title,
        "Prime" | "Executive" | "Private" | "Master" | "Chief" | "Leader" | "Saint" | "St" | "Whip"
    )
}

/// A word as it stands in running text: `MBEKI` is Mbeki.
fn plain(word: &str) -> Cow<'_, str> {
    from_capitals(word).map_or(Cow::Borrowed(word), Cow::Owned)
}

fn remember(map: &mut HashMap<String, Vec<PersonId>>, word: &str, id: PersonId) {
    let known = map.entry(word.to_owned()).or_default();
    if known.len() < N_NAMESAKES {
        known.push(id);
    }
}
