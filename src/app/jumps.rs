//! The pages that were left by a jump, to go back to.

use super::article::Bookmark;
use crate::document::Layers;

/// More than this many are forgotten from the oldest on.
const KEPT: usize = 200;

/// Back and forward through the jumps.
#[derive(Debug, Default)]
pub struct Jumps {
    pages: Vec<Bookmark>,
    /// How many of `pages` lie behind the reader; the others lie ahead.
    behind: usize,
    /// The page that was left last, by a jump or on the way back or forward.
    left: Option<Bookmark>,
}

impl Jumps {
    /// Notes the page that a jump leaves.
    pub fn leave(&mut self, page: Bookmark) {
        self.pages.truncate(self.behind);
        if self.pages.last() != Some(&page) {
            self.pages.push(page);
        }
        if self.pages.len() > KEPT {
            self.pages.remove(0);
        }
        self.behind = self.pages.len();
        self.left = Some(page);
    }

    /// The page to go back to from `here`.
    pub fn back(&mut self, here: Bookmark) -> Option<Bookmark> {
        let to = self.behind.checked_sub(1)?;
        if self.behind == self.pages.len() {
            self.pages.push(here);
        } else {
            self.pages[self.behind] = here;
        }
        self.behind = to;
        self.left = Some(here);
        Some(self.pages[to])
    }

    /// The page to go forward to from `here`.
    pub fn forward(&mut self, here: Bookmark) -> Option<Bookmark> {
        let to = self.behind + 1;
        let page = *self.pages.get(to)?;
        self.pages[self.behind] = here;
        self.behind = to;
        self.left = Some(here);
        Some(page)
    }

    /// The page that was left last, which changes places with `here`.
    pub fn swap(&mut self, here: Bookmark) -> Option<Bookmark> {
        let to = self.left.take()?;
        self.left = Some(here);
        let last = self.behind.checked_sub(1).map(|last| &mut self.pages[last]);
        if let Some(last) = last.filter(|last| **last == to) {
            *last = here;
        }
        Some(to)
    }

    /// Finds the items at the pages among other layers.
    pub fn carry_over(&mut self, before: &Layers, layers: &Layers) {
        for page in self.pages.iter_mut().chain(&mut self.left) {
            *page = page.carried_over(before, layers);
        }
    }

    /// Forgets all: for another document.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::article::Article;

    fn page(offset: usize) -> Bookmark {
        let mut article = Article::new(72);
        article.reopen(offset, offset);
        article.bookmark()
    }

    #[test]
    fn back_and_forward_undo_each_other() {
        let mut jumps = Jumps::default();
        jumps.leave(page(1));
        jumps.leave(page(2));
        assert_eq!(jumps.back(page(3)), Some(page(2)));
        assert_eq!(jumps.back(page(2)), Some(page(1)));
        assert_eq!(jumps.back(page(1)), None);
        assert_eq!(jumps.forward(page(1)), Some(page(2)));
        assert_eq!(jumps.forward(page(2)), Some(page(3)));
        assert_eq!(jumps.forward(page(3)), None);
    }

    #[test]
    fn a_new_jump_forgets_what_lay_ahead() {
        let mut jumps = Jumps::default();
        jumps.leave(page(1));
        jumps.back(page(2));
        jumps.leave(page(1));
        assert_eq!(jumps.forward(page(5)), None);
    }

    #[test]
    fn the_last_place_swaps() {
        let mut jumps = Jumps::default();
        jumps.leave(page(1));
        assert_eq!(jumps.swap(page(2)), Some(page(1)));
        assert_eq!(jumps.swap(page(1)), Some(page(2)));
    }
}
