//! Enlisting: whose each written form of a name is.
//!
//! Full names first, the longest ones before those that may be short for them, then titles with one
//! word, then bare words.

use super::join::remember;
use super::parts::N_CHANCE;
use super::{Cast, PersonId};
use crate::extract::quotes::gender::{Gender, of_given_name, of_title};
use crate::extract::quotes::kind::{is_many, is_office, is_regnal};
use crate::extract::quotes::name::has_title;
use crate::extract::quotes::personal::is_bare_noun;
use crate::extract::quotes::written_name::{WrittenName, from_capitals, is_same_given_name};
use std::borrow::Cow;

/// Whoever is named without a title so many times as often as with it is shown without.
const N_BARE: u32 = 3;
/// So many times a given name stands alone where people are called by it.
const N_ALONE: u32 = 3;

impl<'a> Cast<'a> {
    /// Finds whose each form is: full names first, then titles with one word, then bare words.
    pub(super) fn enlist(&mut self) {
        let steps: [fn(&WrittenName<'_>) -> bool; 5] = [
            |name| (name.words.len() > 2 && !name.is_byname()) || name.is_body,
            |name| name.words.len() == 2 && !name.is_body,
            |name| name.is_byname() && !name.is_body,
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

    fn enter(&mut self, index: usize, name: &WrittenName<'a>) -> Option<PersonId> {
        if name.is_body {
            return Some(self.whole(index, name, name.words.join(" ")));
        }
        match (name.words.len(), name.title) {
            (0, _) => None,
            (1, Some(title)) => Some(self.titled(index, name, title)),
            (1, None) => self.single(index, name),
            _ if name.is_byname() => Some(self.bynamed(index, name)),
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

    /// `Catherine the Great`: Catherine alone, too, if no other has that name and it comes first.
    fn bynamed(&mut self, index: usize, name: &WrittenName<'a>) -> PersonId {
        let (first, at) = (name.words[0], self.written[index].at);
        let alone = self.forms.get(first).map(|index| self.written[*index].at);
        let id = self.whole(index, name, name.words.join(" "));
        if self.namesakes(first).is_empty() && alone.is_none_or(|alone| at < alone) {
            remember(&mut self.by_first, first, id);
        }
        id
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

    /// How often a word stands alone as a name.
    pub(super) fn n_alone(&self, word: &str) -> u32 {
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
}

/// `Anna Petrovna`, `Karl Ivanovich`: by the father's name, not by the family's.
fn is_patronymic(word: &str) -> bool {
    ["vna", "chna", "vich", "ich", "ych"].iter().any(|end| word.ends_with(end))
}

/// `Majesty`: whether a word says an office or a rank.
fn is_rank(word: &str) -> bool {
    is_office(word) && !is_many(word)
}

/// A word as it stands in running text: `MBEKI` is Mbeki.
fn plain(word: &str) -> Cow<'_, str> {
    from_capitals(word).map_or(Cow::Borrowed(word), Cow::Owned)
}
