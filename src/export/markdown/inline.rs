//! A line of a block with its marks, as Markdown.
//!
//! A mark is written with the signs of Markdown where they are read as such, and else with those of
//! HTML.

use super::escape::{Around, Dollar, Setting, escape};
use super::mark::{Sides, Signs};
use super::notes::Notes;
use super::places::Places;
use crate::document::{Document, Mark, Span, TextRange, formulas, raised_number};
use std::borrow::Cow;
use std::ops::Range;

/// Writes lines of one document.
pub struct Inline<'a> {
    /// The document.
    pub document: &'a Document,
    /// How the footnotes are written.
    pub notes: &'a Notes,
    /// What places are called.
    pub places: &'a Places,
}

/// A mark that is open, and where it ends.
struct Open {
    start: usize,
    end: usize,
    sign: String,
    /// None of a link or an image.
    signs: Option<Signs>,
    is_image: bool,
}

/// What was written of the dollars on a line.
#[derive(Default)]
struct Dollars {
    /// None begins a formula.
    are_words: bool,
    /// Where formulas were written.
    formulas: Vec<Range<usize>>,
    /// Where code and addresses were, in which no formula is read.
    exact: Vec<Range<usize>>,
}

impl Dollars {
    fn words() -> Self {
        Self { are_words: true, ..Self::default() }
    }

    /// Whether the formulas that were written on a line are read there, and no others.
    fn are_read(&self, line: &str) -> bool {
        let is_exact = |formula: &Range<usize>| {
            self.exact.iter().any(|exact| exact.start <= formula.start && formula.end <= exact.end)
        };
        let mut read = formulas(line);
        read.retain(|formula| !is_exact(formula));
        read == self.formulas
    }
}

impl<'a> Inline<'a> {
    /// Appends the words of `line`, which lies in one block and is one line of it, to `out`.
    pub fn line(&self, line: TextRange, setting: Setting, out: &mut String) {
        let start = out.len();
        let mut dollars = Dollars::default();
        self.write(line, setting, &mut dollars, out);
        if self.document[line].contains('$') && !dollars.are_read(&out[start..]) {
            out.truncate(start);
            self.write(line, setting, &mut Dollars::words(), out);
        }
    }

    fn write(&self, line: TextRange, setting: Setting, dollars: &mut Dollars, out: &mut String) {
        let start = out.len();
        let spans = self.spans(line);
        let mut open: Vec<Open> = Vec::new();
        let last_dollar = self.document[line].rfind('$').map(|at| line.start() + at);
        let mut at = line.start();
        let mut next = 0;
        loop {
            while open.last().is_some_and(|open| open.end <= at) {
                let closed = open.pop().map(|open| open.sign).unwrap_or_default();
                dollars.exact.push(out.len() - start..out.len() - start + closed.len());
                out.push_str(&closed);
            }
            if at >= line.end() {
                return;
            }
            while let Some(span) = spans.get(next).filter(|span| span.range.start() <= at) {
                next += 1;
                if span.range.start() < at {
                    continue;
                }
                let within = &spans[next..];
                let from = out.len();
                if let Some(end) = self.whole(span, line, within, setting, out) {
                    dollars.exact.push(from - start..out.len() - start);
                    at = end;
                    break;
                }
                open.extend(self.opened(span, line, &open, within, out));
            }
            let to = spans.get(next).map_or(line.end(), |span| span.range.start().max(at));
            let to = open.iter().map(|open| open.end).fold(to, usize::min).min(line.end());
            if to <= at {
                continue;
            }
            let is_link = open.iter().any(|open| open.sign.starts_with(']'));
            let setting = if is_link { setting.in_link() } else { setting };
            // What stands between marks touches their signs.
            let before = match setting {
                _ if setting.is_cell() && at == line.start() => Some(' '),
                _ => (out.len() > start).then_some('*'),
            };
            let after = (to < line.end() || !open.is_empty()).then_some('*');
            let dollar = match dollars.are_words {
                true => Dollar::Escaped,
                false if last_dollar.is_some_and(|dollar| dollar >= to) => Dollar::Follows,
                false => Dollar::None,
            };
            let around = Around { before, after, dollar };
            for formula in self.segment(TextRange::new(at, to), around, setting, out) {
                dollars.formulas.push(formula.start - start..formula.end - start);
            }
            at = to;
        }
    }

    /// Appends words between two marks. Formulas among them are written as they stand; where.
    fn segment(
        &self,
        range: TextRange,
        around: Around,
        setting: Setting,
        out: &mut String,
    ) -> Vec<Range<usize>> {
        let words = &self.document[range];
        let mut before = around.before;
        let mut at = 0;
        let mut written = Vec::new();
        // With a line of its own, a formula would be a block.
        let is_alone = around.before.is_none() && around.after.is_none();
        let is_kept = |formula: &Range<usize>| {
            let is_block = is_alone
                && words[formula.clone()].starts_with("$$")
                && words.trim().len() == formula.len();
            around.dollar != Dollar::Escaped && !is_block
        };
        for formula in formulas(words).into_iter().filter(is_kept) {
            let part = &words[at..formula.start];
            let dollar = Dollar::Follows;
            escape(part, Around { before, after: Some('$'), dollar }, setting, out);
            at = formula.end;
            before = Some('$');
            let from = out.len();
            match setting.is_cell() {
                true => out.push_str(&words[formula].replace('|', "\\|")),
                false => out.push_str(&words[formula]),
            }
            written.push(from..out.len());
        }
        escape(&words[at..], Around { before, ..around }, setting, out);
        written
    }

    /// The spans on a line, as far as they lie on it, without the blanks at their ends.
    fn spans(&self, line: TextRange) -> Vec<Span<'a>> {
        let trimmed = |span: Span<'a>| {
            let range = span.range.intersect(line)?;
            let words = &self.document[range];
            let start = range.start() + (words.len() - words.trim_start().len());
            let end = range.start() + words.trim_end().len();
            (start < end).then(|| Span { range: TextRange::new(start, end), mark: span.mark })
        };
        let mut spans: Vec<Span<'a>> = self.document.spans_in(line).filter_map(trimmed).collect();
        // Of those over the same words the innermost one came first, and a title ahead of what has it.
        spans.reverse();
        // In code and in references there are no other marks, so they are the innermost.
        spans.sort_by_key(|span| {
            let is_exact = matches!(span.mark, Mark::Code | Mark::Note(_));
            (span.range.start(), std::cmp::Reverse(span.range.end()), is_exact)
        });
        spans
    }

    /// Writes code, footnote references and bare links, whose words are not Markdown; where they
    /// end.
    fn whole(
        &self,
        span: &Span<'_>,
        line: TextRange,
        later: &[Span<'_>],
        setting: Setting,
        out: &mut String,
    ) -> Option<usize> {
        let words = &self.document[span.range];
        let is_marked = later.first().is_some_and(|next| next.range.start() < span.range.end());
        match &span.mark {
            // The backticks of two pieces of code that touch would be one sign, and marks in code
            // are none.
            Mark::Code if out.ends_with('`') => return None,
            Mark::Code if is_marked => return None,
            // A table is parted at its bars before code is told apart.
            Mark::Code if setting == Setting::Cell => {
                out.push_str(&code(words).replace('|', "\\|"));
            }
            Mark::Code => out.push_str(&code(words)),
            Mark::Note(target) => {
                let label = self
                    .notes
                    .labels
                    .get(&**target)
                    .filter(|label| raised_number(label) == words)?;
                out.push_str(&format!("[^{label}]"));
            }
            Mark::Link(target) if !is_marked && &**target == words && is_bare(target) => {
                out.push_str(&format!("<{target}>"));
            }
            _ => return None,
        }
        Some(span.range.end().min(line.end()))
    }

    /// Writes the sign that opens a mark. `later` are the spans behind it.
    fn opened(
        &self,
        span: &Span<'_>,
        line: TextRange,
        open: &[Open],
        later: &[Span<'_>],
        out: &mut String,
    ) -> Option<Open> {
        let (start, end) = (span.range.start(), span.range.end());
        // Marks nest; what would reach out of the one around it is left out.
        if open.last().is_some_and(|around| around.end < end) {
            return None;
        }
        let Some(signs) = Signs::of(&span.mark) else {
            let sign = self.opened_link(span, open, later, out)?;
            return Some(Open { start, end, sign, signs: None, is_image: is_image(&span.mark) });
        };
        if open.iter().any(|open| open.signs == Some(signs)) {
            // The words have the mark already.
            return None;
        }
        let mut sides = self.sides(span, line, later, out);
        if open.last().is_some_and(|around| around.start == start && !around.sign.starts_with('<'))
        {
            // The signs of two marks over the same words make one run of signs.
            sides.before = None;
        }
        let is_read = !signs.sign.is_empty() && sides.are_read();
        let sign = if is_read {
            out.push_str(signs.sign);
            signs.sign.to_owned()
        } else {
            out.push_str(&format!("<{}>", signs.tag));
            format!("</{}>", signs.tag)
        };
        Some(Open { start, end, sign, signs: Some(signs), is_image: false })
    }

    /// Writes what opens a link or an image; what closes it.
    fn opened_link(
        &self,
        span: &Span<'_>,
        open: &[Open],
        later: &[Span<'_>],
        out: &mut String,
    ) -> Option<String> {
        let target: Cow<'_, str> = match &span.mark {
            Mark::Link(target) => match target.strip_prefix('#') {
                Some(name) => format!("#{}", self.places.name(name)).into(),
                None => target.as_ref().into(),
            },
            Mark::Note(name) => format!("#{}", self.places.of_note(name)?).into(),
            Mark::Image(address) => address.as_ref().into(),
            _ => return None,
        };
        let is_image = is_image(&span.mark);
        if open.iter().any(|open| open.signs.is_none() && open.is_image == is_image) {
            return None;
        }
        match out.chars().next_back() {
            // Behind a reference to a note, the words of a link would be read as the name of it.
            Some(']') if !is_image => out.push_str("<!-- -->"),
            Some('!') if !is_image => {
                let signs = out.len() - 1;
                let is_escaped = (signs - out[..signs].trim_end_matches('\\').len()) % 2 == 1;
                out.insert_str(signs, if is_escaped { "" } else { "\\" });
            }
            _ => {}
        }
        out.push_str(if is_image { "![" } else { "[" });
        let title = later.first().filter(|title| title.range == span.range);
        let title = title.and_then(|title| match &title.mark {
            Mark::Title(words) => Some(title_behind(words)),
            _ => None,
        });
        Some(match title {
            None if is_image && target.is_empty() => "]()".to_owned(),
            title => format!("]({}{})", destination(&target), title.unwrap_or_default()),
        })
    }

    /// What will touch the signs of a mark.
    fn sides(&self, span: &Span<'_>, line: TextRange, later: &[Span<'_>], out: &str) -> Sides {
        let (start, end) = (span.range.start(), span.range.end());
        let words = &self.document[span.range];
        let mut inner = later.iter().take_while(|inner| inner.range.start() < end);
        let begins_plain = later.first().is_none_or(|inner| inner.range.start() > start);
        let ends_plain = inner.all(|inner| inner.range.end() != end);
        Sides {
            before: out.chars().next_back().filter(|_| start > line.start()),
            first: words.chars().next().filter(|_| begins_plain),
            last: words.chars().next_back().filter(|_| ends_plain),
            after: self.after(end, line),
        }
    }

    fn after(&self, at: usize, line: TextRange) -> Option<char> {
        self.document[TextRange::new(at, line.end())].chars().next()
    }
}

/// Code between as many backticks as it takes.
fn code(words: &str) -> String {
    let longest = words.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let is_open = |side: Option<char>| matches!(side, Some('`' | ' '));
    let needs_room = is_open(words.chars().next()) || is_open(words.chars().next_back());
    let room = if needs_room { " " } else { "" };
    format!("{fence}{room}{words}{room}{fence}")
}

/// Whether a link can stand between angle brackets.
fn is_bare(target: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '\\' | '&' | '|');
    (target.starts_with("http://") || target.starts_with("https://"))
        && target.chars().all(is_plain)
}

fn is_image(mark: &Mark<'_>) -> bool {
    matches!(mark, Mark::Image(_))
}

/// The title of a link as it stands behind where that leads.
fn title_behind(words: &str) -> String {
    let mut out = String::from(" \"");
    for character in words.chars() {
        if matches!(character, '"' | '\\' | '&' | '|') {
            out.push('\\');
        }
        out.push(character);
    }
    out + "\""
}

/// Where a link leads, in angle brackets if it takes them.
fn destination(target: &str) -> String {
    let is_plain = |c: char| !c.is_control() && !c.is_whitespace() && !"()<>\\&|".contains(c);
    if !target.is_empty() && target.chars().all(is_plain) {
        return target.to_owned();
    }
    let mut out = String::from("<");
    for character in target.chars() {
        match character {
            '<' | '>' | '\\' | '&' | '|' => {
                out.push('\\');
                out.push(character);
            }
            character if character.is_control() => {
                for byte in character.to_string().bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
            character => out.push(character),
        }
    }
    out.push('>');
    out
}
