//! Marks: places with a letter.

use super::article::Stepped;
use super::notes::short_words;
use super::{Action, App, Effect};
use crate::document::TextRange;
use crate::record::{Kind, Passage};

impl App {
    /// Marks the reading place with the letter that was typed. A letter marks one place.
    pub(super) fn set_mark(&mut self) -> Vec<Effect> {
        let Some(letter) = self.keymap.letter() else { return Vec::new() };
        let place = self.article.place();
        let Some(anchor) = Passage::at(&self.document, place) else {
            self.tell("there are no words here to mark");
            return Vec::new();
        };
        let start = anchor.start as usize;
        let words = TextRange::new(start, start + anchor.exact.len());
        let before: Vec<String> = self.marks_of(letter).map(|(id, _)| id).collect();
        let marginalia = &mut self.article.marginalia;
        for id in before {
            marginalia.change(&id, Kind::Deleted);
        }
        marginalia.add(Kind::Mark { letter, anchor }, words);
        let told = format!("mark {letter}: {}", short_words(&self.document, words));
        self.keep(told)
    }

    /// Goes to the mark of the letter that was typed. Two programs may each have set one: then to
    /// the next of them.
    pub(super) fn go_to_mark(&mut self) {
        let Some(letter) = self.keymap.letter() else { return };
        let here = self.article.place();
        let mut places: Vec<TextRange> = self.marks_of(letter).map(|(_, words)| words).collect();
        places.sort_by_key(|words| (words.start() <= here, words.start()));
        match places[..] {
            [words, ..] => {
                self.jump(Stepped::Passage(words), words);
                self.view.focus_on(super::Panel::Article);
                if places.len() > 1 {
                    let key = self.key_of(Action::Marks);
                    self.tell(&format!(
                        "there are {} marks {letter}; {key} lists them",
                        places.len()
                    ));
                }
            }
            [] => {
                let [set, list] =
                    [Action::SetMark, Action::Marks].map(|action| self.key_of(action));
                let set = set.replace("letter", &letter.to_string());
                self.tell(&format!("no mark {letter}; {set} sets it, {list} lists the marks"));
            }
        }
    }

    fn marks_of(&self, letter: char) -> impl Iterator<Item = (String, TextRange)> {
        let marks = self.article.marginalia.marks();
        marks
            .filter(move |(_, its)| *its == letter)
            .map(|(placed, _)| (placed.id.clone(), placed.words))
    }

    /// Saves what was changed, and tells `words` when it is saved.
    pub(super) fn keep(&mut self, words: String) -> Vec<Effect> {
        if let Some(words) = self.article.marginalia.tell_when_saved(words) {
            self.tell(&words);
        }
        self.save()
    }
}
