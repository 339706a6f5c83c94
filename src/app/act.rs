//! One handler for each action.

use super::article::{Bookmark, Stepped};
use super::step::Way;
use super::{
    Action, App, DEFAULT_MEASURE, Effect, List, MAX_MEASURE, MIN_MEASURE, Order, Overlay, Panel,
    Theme,
};
use crate::document::{Block, BlockId, Document};

/// How a notice ends that holds until more is read.
pub(super) const SO_FAR: &str = "of what has been read so far";
/// A key of the measure widens or narrows by this many columns.
const MEASURE_STEP: u16 = 4;
/// A key of a wide table moves it by this many columns.
const SIDEWAYS_STEP: u16 = 8;

impl App {
    pub(super) fn act(&mut self, action: Action, count: Option<u32>) -> Vec<Effect> {
        let n = count.unwrap_or(1).max(1) as usize;
        match action {
            Action::Down => self.line(Way::Forward, n),
            Action::Up => self.line(Way::Backward, n),
            Action::PageDown => self.page(Way::Forward, n, 1),
            Action::PageUp => self.page(Way::Backward, n, 1),
            Action::HalfPageDown => self.page(Way::Forward, n, 2),
            Action::HalfPageUp => self.page(Way::Backward, n, 2),
            Action::Top => self.end(Way::Backward, count),
            Action::Bottom => self.end(Way::Forward, count),
            Action::Percent => self.percent(count),
            Action::NextParagraph => self.next_paragraph(Way::Forward, n),
            Action::PreviousParagraph => self.next_paragraph(Way::Backward, n),
            Action::NextSection => self.next_section(Way::Forward, n),
            Action::PreviousSection => self.next_section(Way::Backward, n),
            Action::Left => self.sideways(Way::Backward, n),
            Action::Right => self.sideways(Way::Forward, n),
            Action::NextEvent => self.step_event(Way::Forward, n),
            Action::PreviousEvent => self.step_event(Way::Backward, n),
            Action::NextQuote => self.step_quote(Way::Forward, n),
            Action::PreviousQuote => self.step_quote(Way::Backward, n),
            Action::NextPanel => self.focus(self.view.focus.next()),
            Action::PreviousPanel => self.focus(self.view.focus.previous()),
            Action::Timeline => self.focus(Panel::Timeline),
            Action::Quotes => self.focus(Panel::Quotes),
            Action::GoThere => self.go_there(),
            Action::Zoom => self.view.is_zoomed = !self.view.is_zoomed,
            Action::Layout => self.rearrange(),
            Action::Unlink => self.unlink(),
            Action::Order => self.reorder(),
            Action::Speaker => self.next_speaker(),
            Action::Peek => self.open_peek(),
            Action::Date => self.open_date_prompt(),
            Action::Outline => self.open_outline(),
            Action::People => self.open_people(),
            Action::Links => self.number_links(),
            Action::Search => self.open_prompt(),
            Action::Matches => self.open_matches(),
            Action::SearchWord => self.search_word(),
            Action::NextMatch => self.next_match(Way::Forward, n),
            Action::PreviousMatch => self.next_match(Way::Backward, n),
            Action::SetMark => return self.set_mark(),
            Action::GoToMark => self.go_to_mark(),
            Action::Marks => return self.open_marks(),
            Action::LastPlace => self.last_place(),
            Action::Back => self.back(n),
            Action::Forward => self.forward(n),
            Action::Escape => self.escape(),
            _ => return self.act_in_program(action, n),
        }
        Vec::new()
    }

    /// What is in the last group of the help: taking words along, looks, files, the program.
    fn act_in_program(&mut self, action: Action, n: usize) -> Vec<Effect> {
        match action {
            Action::Select => self.select(),
            Action::Mouse => return self.switch_mouse(),
            Action::CiteStyle => self.next_cite_style(),
            Action::Note => self.open_note(),
            Action::Notes => return self.open_notes(),
            Action::Copy => return self.copy(),
            Action::CopyWithSource => return self.copy_with_source(),
            Action::Narrower => {
                self.set_measure(self.article.columns().saturating_sub(MEASURE_STEP));
            }
            Action::Wider => self.set_measure(self.article.measure + MEASURE_STEP),
            Action::DefaultMeasure => self.set_measure(DEFAULT_MEASURE),
            Action::Theme => self.next_theme(),
            Action::Commands => self.open_finder(List::Actions, None),
            Action::Help => self.overlay = Some(Overlay::Help { top: 0 }),
            Action::NextFile => return self.other_file(Way::Forward, n),
            Action::PreviousFile => return self.other_file(Way::Backward, n),
            Action::Reload => return vec![Effect::Reload],
            Action::Redraw => return vec![Effect::Redraw],
            Action::Suspend => return vec![Effect::Suspend],
            Action::Quit => return self.quit(),
            // What moves the end of a selection has a key only while there is one.
            _ => {
                let key = self.key_of(Action::Select);
                self.tell(&format!("nothing is selected; {key} begins to"));
            }
        }
        Vec::new()
    }

    fn line(&mut self, way: Way, n: usize) {
        match self.view.focus {
            Panel::Article => {
                let lines = signed(way, n);
                self.article.scroll_line(&self.document, &self.layers, lines);
            }
            Panel::Timeline => self.step_event(way, n),
            Panel::Quotes => self.step_quote(way, n),
        }
    }

    /// Scrolls by `n` times a page, or by a `part` of it. Two lines of a page stay in sight.
    fn page(&mut self, way: Way, n: usize, part: usize) {
        let rows = self.article.rows();
        let lines = if part == 1 { rows.saturating_sub(2) } else { rows / part };
        let lines = lines.max(1) * n.min(1000);
        self.article.scroll_page(&self.document, signed(way, lines));
    }

    /// To the beginning or the end of the text or of the panel's list, or to a paragraph.
    fn end(&mut self, way: Way, number: Option<u32>) {
        if let Some(number) = number {
            return self.go_to_paragraph(number);
        }
        if self.view.focus != Panel::Article {
            return self.step_to_end(self.view.focus, way);
        }
        self.article.jumps.leave(self.article.bookmark());
        match way {
            Way::Forward => {
                self.article.go_to_end(&self.document);
                self.tell_so_far("the end");
            }
            Way::Backward => self.article.go_to_start(&self.document),
        }
    }

    fn go_to_paragraph(&mut self, number: u32) {
        let document = self.document.clone();
        match document.paragraph(number) {
            Some(block) => {
                self.article.jumps.leave(self.article.bookmark());
                self.article.put_on_top(&document, block.range.start());
            }
            None => self.tell(&format!("there are {} paragraphs", document.n_paragraphs())),
        }
    }

    fn percent(&mut self, percent: Option<u32>) {
        let Some(percent) = percent else {
            let key = self.key_of(Action::Percent);
            return self.tell(&format!("a number first: 50{key} goes to the middle"));
        };
        let percent = percent.min(100);
        self.tell_so_far(&format!("{percent}%"));
        let document = self.document.clone();
        let offset = document.end() as u64 * u64::from(percent) / 100;
        self.article.jumps.leave(self.article.bookmark());
        let start = document.chunk_at(offset as usize).map_or(0, |chunk| {
            chunk.base() + chunk.text().floor_char_boundary(offset as usize - chunk.base())
        });
        self.article.put_on_top(&document, start);
    }

    /// While a text is being read, tells that a place is one of the part that was read.
    fn tell_so_far(&mut self, place: &str) {
        if !self.document.extent.is_whole() {
            self.tell(&format!("{place} {SO_FAR}"));
        }
    }

    /// The offset from which paragraphs and sections are counted.
    fn here(&mut self, document: &Document) -> usize {
        match self.article.stepped() {
            Some(Stepped::Passage(range)) => range.start(),
            _ if self.article.place() == document.end() => document.end(),
            _ => self.article.top_offset(document),
        }
    }

    fn next_paragraph(&mut self, way: Way, n: usize) {
        let document = self.document.clone();
        let here = self.here(&document);
        let from = document.block_at(here).map_or(0, |id| id.0);
        let all = document.blocks_around(from);
        let start_of = |id: u32| {
            let is_meant = |block: &Block| block.kind.is_numbered();
            Some(document.block(BlockId(id)).filter(is_meant)?.range.start())
        };
        let target = match way {
            Way::Forward => (from + 1..all.end).filter_map(start_of).nth(n - 1),
            Way::Backward => {
                let before =
                    (all.start..=from).rev().filter_map(start_of).filter(|start| *start < here);
                before.take(n).last()
            }
        };
        self.go_to_start_of(target, way);
    }

    fn next_section(&mut self, way: Way, n: usize) {
        let document = self.document.clone();
        if document.section_at(document.end()).is_none() {
            return self.tell("there are no sections here");
        }
        let here = self.here(&document);
        let start = |block: Block| block.range.start();
        let target = match way {
            Way::Forward => document.sections_after(here).map(start).nth(n - 1),
            Way::Backward => {
                let before = document.sections_before(here).map(start);
                before.filter(|start| *start < here).take(n).last()
            }
        };
        let left = self.article.bookmark();
        self.go_to_start_of(target, way);
        // A section may be many pages away.
        if !self.article.bookmark().is_page_of(left) {
            self.article.jumps.leave(left);
        }
    }

    /// Puts a block at the top; without one, the beginning or the end of the text.
    fn go_to_start_of(&mut self, block: Option<usize>, way: Way) {
        let document = self.document.clone();
        match (block, way) {
            (Some(start), _) => self.article.put_on_top(&document, start),
            (None, Way::Forward) => self.article.go_to_end(&document),
            (None, Way::Backward) => self.article.go_to_start(&document),
        }
    }

    fn sideways(&mut self, way: Way, n: usize) {
        if self.view.focus == Panel::Timeline {
            return self.step_event(way, n);
        }
        let by = SIDEWAYS_STEP.saturating_mul(n.min(100) as u16);
        let most = self.article.most_sideways(&self.document);
        let at = &mut self.article.sideways;
        *at = match way {
            Way::Forward => (*at + by).min(most.max(*at)),
            Way::Backward => at.saturating_sub(by),
        };
    }

    fn focus(&mut self, panel: Panel) {
        self.view.focus_on(panel);
    }

    fn rearrange(&mut self) {
        self.view.rearrange();
        self.tell(self.view.arrangement.words());
    }

    fn unlink(&mut self) {
        if self.view.is_unlinked {
            self.link();
            return self.tell("the panels follow the article again");
        }
        self.timeline.cursor = self.marked_event();
        self.quotes.cursor = self.marked_quote();
        self.view.is_unlinked = true;
        let [go, link] = [Action::GoThere, Action::Unlink].map(|action| self.key_of(action));
        self.tell(&format!("the panels move alone; {go} goes there, {link} links them again"));
    }

    fn reorder(&mut self) {
        self.timeline.order = match self.timeline.order {
            Order::Happened => Order::Told,
            Order::Told => Order::Happened,
        };
        self.tell(&format!("timeline {}", self.timeline.order.words()));
    }

    fn next_speaker(&mut self) {
        self.quotes.next_speaker(&self.layers);
        let words = match self.quotes.speaker {
            Some(id) => format!("quotes of {}", self.layers.speakers[id.index()].name),
            None => "quotes of all speakers".to_owned(),
        };
        self.tell(&words);
    }

    fn last_place(&mut self) {
        match self.article.jumps.swap(self.article.bookmark()) {
            Some(page) => self.come_back(page),
            None => self.tell("no jump to go back from"),
        }
    }

    /// Goes to a page that was left; the match that it was left at, if any, is the current one.
    fn come_back(&mut self, page: Bookmark) {
        self.article.restore(page);
        self.search.current = match page.stepped {
            Some(Stepped::Passage(words)) => self.search.at(&self.document, words),
            Some(Stepped::Event(_) | Stepped::Quote(_)) | None => None,
        };
    }

    fn back(&mut self, n: usize) {
        for _ in 0..n.min(1000) {
            match self.article.jumps.back(self.article.bookmark()) {
                Some(page) => self.come_back(page),
                None => return self.tell("no earlier jump"),
            }
        }
    }

    fn forward(&mut self, n: usize) {
        for _ in 0..n.min(1000) {
            match self.article.jumps.forward(self.article.bookmark()) {
                Some(page) => self.come_back(page),
                None => return self.tell("no later jump"),
            }
        }
    }

    /// Undoes one thing, the topmost first.
    fn escape(&mut self) {
        if self.view.is_zoomed {
            self.view.is_zoomed = false;
        } else if self.view.is_unlinked {
            self.link();
        } else if self.view.focus != Panel::Article {
            self.view.focus_on(Panel::Article);
        } else if !self.search.hide() {
            self.article.sideways = 0;
        }
    }

    fn other_file(&mut self, way: Way, n: usize) -> Vec<Effect> {
        if self.settings.file.of == 1 {
            self.tell("only one file is open");
            return Vec::new();
        }
        vec![Effect::OtherFile(signed(way, n))]
    }

    fn set_measure(&mut self, columns: u16) {
        self.article.measure = columns.clamp(MIN_MEASURE, MAX_MEASURE);
        self.tell(&format!("{} columns", self.article.measure));
    }

    fn next_theme(&mut self) {
        let (theme, words) = match self.settings.theme {
            Theme::Dark => (Theme::Light, "light"),
            Theme::Light => (Theme::Plain, "plain"),
            Theme::Plain => (Theme::Dark, "dark"),
        };
        self.settings.theme = theme;
        self.settings.has_chosen_theme = true;
        self.tell(&format!("theme: {words}"));
    }
}

fn signed(way: Way, n: usize) -> isize {
    let n = isize::try_from(n).unwrap_or(isize::MAX);
    if way == Way::Forward { n } else { -n }
}
