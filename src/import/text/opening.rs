//! The head of an article: what becomes of the lines before its running text.

use super::Importer;
use super::group::Place;
use super::head::{
    Below, Frame, Lead, Phase, are_captions, are_credited, below_dek, is_of_head, is_personal,
    may_be_dek, title_lines,
};
use super::line::Line;
use super::note::{is_about, is_note};
use super::signature::{is_signature, signature};
use crate::document::{BlockKind, CleanText};
use crate::import::credit::people_alone;

impl Importer {
    pub(super) fn read_frame(&mut self, lines: &[Line]) {
        if self.phase == Phase::Body && self.frame != Frame::Head {
            return;
        }
        for line in lines {
            let before = self.frame;
            self.frame = before.read(line.words(), &mut self.meta);
            if before == Frame::Head && self.frame == Frame::Text {
                self.phase = Phase::Start;
            }
        }
    }

    pub(super) fn title(&mut self, lines: &[Line], place: Place) -> bool {
        let is_frame = self.frame == Frame::Head || lines[0].words().starts_with("*** ");
        if self.phase != Phase::Start || is_frame || !place.is_closed() {
            return false;
        }
        let n_title = title_lines(lines);
        if n_title == 0 {
            return false;
        }
        let (title, below) = lines.split_at(n_title);
        self.writer.joined(BlockKind::Title, 0, title);
        self.name(title);
        self.phase = Phase::Titled;
        self.below_title(below);
        true
    }

    /// What stands in the same lines as the title, a by-line among them.
    fn below_title(&mut self, lines: &[Line]) {
        let mut captions = lines;
        if let [dek, rest @ ..] = lines
            && may_be_dek(std::slice::from_ref(dek))
        {
            let block = self.writer.next_block();
            self.writer.joined(BlockKind::Paragraph, 0, std::slice::from_ref(dek));
            self.meta.dek = self.writer.dek(block);
            self.phase = Phase::Captions;
            captions = rest;
        }
        self.captions(captions);
    }

    /// Takes the title from its lines, unless the file has named it already.
    pub(super) fn name(&mut self, title: &[Line]) {
        let words = title.iter().flat_map(|line| line.words().split([' ', '\t']));
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let words = words.join(" ");
        // As headers of files say it.
        let title = words.strip_prefix("Title: ").unwrap_or(&words);
        self.meta.title.get_or_insert_with(|| CleanText::line(title));
    }

    pub(super) fn byline(&mut self, lines: &[Line], place: Place) -> bool {
        let is_head = matches!(self.phase, Phase::Titled | Phase::Captions);
        let is_line = is_head && lines.len() == 1 && place.is_closed();
        // Names in capitals are a heading, but above the day.
        let are_people = || {
            let next = place.next.map_or("", |next| next.words());
            !people_alone(lines[0].words()).is_empty() && signature(next).published.is_some()
        };
        let is_byline = is_line && (is_signature(lines[0].words()) || are_people());
        if is_byline {
            self.captions(lines);
        }
        is_byline
    }

    /// What stands under a sentence tells whether that is the dek or a paragraph. Names wait for
    /// what stands under them.
    pub(super) fn lead(&mut self, lines: &[Line], place: Place) -> bool {
        let Phase::Lead(lead) = self.phase else { return false };
        self.phase = Phase::Body;
        if !place.is_alone {
            return false;
        }
        match below_dek(lead.is_personal, lines) {
            Below::Head => {
                if let Some(block) = lead.dek {
                    self.meta.dek = self.writer.dek(block);
                }
                self.phase = Phase::Captions;
                let people = lead.people.and_then(|block| self.writer.caption(block));
                people.iter().for_each(|line| self.signer.read(&mut self.meta, line.as_str()));
                false
            }
            Below::People if lead.people.is_none() => {
                let people = Some(self.writer.next_block());
                self.writer.joined(BlockKind::Paragraph, 0, lines);
                self.phase = Phase::Lead(Lead { people, ..lead });
                true
            }
            Below::People | Below::Text => false,
        }
    }

    pub(super) fn dek_or_captions(&mut self, lines: &[Line], place: Place) -> bool {
        if !place.is_closed() {
            return false;
        }
        if self.phase == Phase::Titled && is_signed_dek(lines) {
            self.below_title(lines);
            return true;
        }
        let is_about_author = is_about(lines[0].words(), &self.meta.authors);
        if self.phase == Phase::Titled && may_be_dek(lines) && !is_about_author {
            self.phase = Phase::Lead(Lead::new(self.writer.next_block(), lines[0].words()));
            self.writer.joined(BlockKind::Paragraph, 0, lines);
            return true;
        }
        let is_head = matches!(self.phase, Phase::Titled | Phase::Captions);
        let are_captions = if is_head { are_captions(lines) } else { are_credited(lines) };
        if are_captions {
            self.captions(lines);
            if self.phase == Phase::Titled && !lines.iter().any(|line| is_of_head(line.words())) {
                self.phase = Phase::Captions;
            }
        } else if is_head && (is_note(lines[0].words()) || is_about_author) {
            // The head may go on under it.
            self.writer.joined(BlockKind::Paragraph, 0, lines);
            return true;
        }
        are_captions
    }

    fn captions(&mut self, lines: &[Line]) {
        for line in lines {
            self.writer.joined(BlockKind::Caption, 0, std::slice::from_ref(line));
            if self.phase != Phase::Body {
                self.signer.read(&mut self.meta, line.words());
            }
        }
    }
}

/// Whether the first of these lines is the dek, and the others are the by-line under it.
fn is_signed_dek(lines: &[Line]) -> bool {
    let [dek, below @ ..] = lines else { return false };
    !below.is_empty()
        && may_be_dek(std::slice::from_ref(dek))
        && below_dek(is_personal(dek.words()), below) == Below::Head
}
