//! Which words of a written name are part of it: not one that only opens the sentence, nor a verb of
//! a heading behind it.

use super::Cast;
use crate::extract::quotes::gender::{Gender, of_given_name};
use crate::extract::quotes::kind::is_thing;
use crate::extract::quotes::written_name::WrittenName;
use crate::extract::verb::is_finite;

/// So many times two names stand side by side by chance.
pub(super) const N_CHANCE: u32 = 2;
/// Or once in so many mentions of the second one.
pub(super) const N_RARE: u32 = 10;

impl<'a> Cast<'a> {
    /// A form taken apart, without a first word that is no part of it, `Meeting Ana`, `In Oslo Ana`,
    /// and without a last one that is its verb: `Ana Knows`.
    pub(super) fn name(&self, index: usize) -> WrittenName<'a> {
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
    pub(super) fn is_common(&self, word: &str) -> bool {
        let n_names = self.forms.get(word).map_or(0, |index| {
            let form = &self.written[*index];
            form.n_mentions - form.evidence.n_opens.min(form.n_mentions)
        });
        let is_given = of_given_name(word) != Gender::Unknown;
        self.small.count(word) > n_names * if is_given { N_RARE } else { 1 }
    }
}
