//! The line itself: the name in it, and the words above it in the same block.

use super::LONGEST;
use crate::extract::quotes::gender::Gender;
use crate::extract::quotes::name::{has_title, is_opener, name_length};
use crate::extract::quotes::token::{Token, tokens};
use crate::extract::quotes::written_name::WrittenName;
use std::ops::Range;

/// Words, if they stand in the same block, and whose they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sourced {
    /// The words above the line; empty if the block is the line alone.
    pub words: Range<usize>,
    /// The name.
    pub name: Range<usize>,
}

/// The source line that ends a block, or is all of it.
///
/// Only in a block quotation (`is_quotation`) it may stand behind the words in their last line, and
/// the name may be one word.
pub fn source_line(text: &str, is_quotation: bool) -> Option<Sourced> {
    let whole = text.trim_end();
    let from = whole.ceil_char_boundary(whole.len().saturating_sub(LONGEST));
    let mut starts = whole[from..].rmatch_indices(DASHES).map(|(at, _)| from + at);
    let dashed = starts.find_map(|at| {
        let before = &whole[..at];
        let is_line = before.trim_end_matches(' ').ends_with('\n') || before.trim().is_empty();
        let is_behind = is_quotation && before.ends_with(' ') && ends(before.trim_end());
        if !is_line && !is_behind {
            return None;
        }
        let name = name_in(whole, at, is_quotation)?;
        // `Yours sincerely, — Ana Ruiz` is no quotation.
        if !is_quotation && !before.trim().is_empty() && !ends(before.trim_end()) {
            return None;
        }
        Some(Sourced { words: 0..before.trim_end().len(), name })
    });
    dashed.or_else(|| {
        let known = || in_brackets(whole, from).or_else(|| behind_source(whole, from));
        is_quotation.then(known).flatten()
    })
}

/// `Source: Ana Ruiz, Diary (1931)` below a block quotation, of a person.
fn behind_source(text: &str, from: usize) -> Option<Sourced> {
    let line = text[from..].rfind('\n').map_or(from, |at| from + at + 1);
    let is_whole_line = line == 0 || text[..line].ends_with('\n');
    let start = text.len() - text[line..].strip_prefix("Source:").filter(|_| is_whole_line)?.len();
    let before = text[..line].trim_end();
    let name = name_in(text, start, true)?;
    (before.is_empty() || ends(before))
        .then_some(Sourced { words: 0..before.len(), name: name.clone() })
        .filter(|_| is_person(&text[name]))
}

/// Whether the given name is known as one.
fn is_person(name: &str) -> bool {
    matches!(WrittenName::of(name).gender(), Gender::Male | Gender::Female) && name.contains(' ')
}

/// `(Mark Twain)` or `[Mark Twain]` at the end of a block quotation. Only a given name is told there from
/// `(Emphasis Added)`, and two words from `(John 3:16)`.
fn in_brackets(text: &str, from: usize) -> Option<Sourced> {
    let (inner, opening) = match text.strip_suffix(')') {
        Some(inner) => (inner, '('),
        None => (text.strip_suffix(']')?, '['),
    };
    let open = from + inner.get(from..)?.rfind(opening)?;
    let before = text[..open].trim_end();
    let tokens = tokens(text, open + 1, inner.len());
    let length = name_length(&tokens);
    let name = tokens.get(..length).filter(|name| name.len() > 1)?;
    let bytes = name[0].start..name[length - 1].end;
    let is_person = is_person(&text[bytes.clone()]);
    let is_closed = tokens.get(length).is_none_or(|next| next.is(","));
    let is_whole = before.is_empty() || ends(before);
    let is_sourced = is_person && is_closed && is_whole && !has_title(&text[bytes.clone()]);
    is_sourced.then_some(Sourced { words: 0..before.len(), name: bytes })
}

const DASHES: [char; 4] = ['—', '–', '―', '-'];

fn ends(words: &str) -> bool {
    words.ends_with(['.', '!', '?', '…', '”', '"', '’'])
}

/// The name behind the dash at `at`, if what follows it is nothing or says where the words stand.
fn name_in(text: &str, at: usize, is_quotation: bool) -> Option<Range<usize>> {
    let line = text[at..].trim_start_matches(DASHES).trim_start_matches(' ');
    let start = text.len() - line.len();
    if line.contains('\n') || line.ends_with([',', ';', ':']) {
        return None;
    }
    let tokens = tokens(text, start, text.len());
    let length = name_length(&tokens);
    let name = tokens.get(..length).filter(|name| !name.is_empty())?;
    // `Ana Ruiz to Joe Marsh, 4 May 1930`, of a letter.
    let is_to = is_quotation && length > 1 && tokens.get(length).is_some_and(|to| to.is("to"));
    let reader = tokens.get(length + 1..).filter(|_| is_to).map_or(0, name_length);
    let (name_end, length) = match reader {
        0 => (name[length - 1].end, length),
        reader => (name[length - 1].end, length + 1 + reader),
    };
    let next = tokens.get(length);
    let is_closed = next.is_none_or(|next| matches!(next.text, "," | "(" | "[" | "in"));
    let is_one = length == 1 && (!is_quotation || is_opener(name[0].text));
    let is_told = tokens[length..].iter().skip(1).find(|token| token.is_word());
    let is_title = is_told.is_none_or(leads_title);
    // `— Ruiz, come here!` and `— Ruiz, the pier is gone.` are speech; a title may have such signs.
    let has_signs = line.contains(['“', '!', '?']) || line.ends_with('.');
    let may_have =
        is_quotation && is_told.is_some_and(|first| is_sure_title(first, &tokens[length..]));
    (is_closed && is_title && !is_one && (may_have || !has_signs)).then(|| name[0].start..name_end)
}

/// Whether what follows a name begins as a title, a place, a year or a role does.
fn leads_title(first: &Token<'_>) -> bool {
    let is_article = matches!(
        first.text,
        "a" | "an" | "the" | "in" | "on" | "at" | "from" | "to" | "letter" | "speech" | "interview"
    );
    first.is_capital()
        || is_article
        || first.text.starts_with(|c: char| c.is_ascii_digit())
        || crate::extract::quotes::nominal::is_role(first.text)
}

/// Whether what follows a name is a title, whatever signs it has: it begins with a capital letter
/// and hardly any other word in it, or in front of its numbers, is no part of one.
fn is_sure_title(first: &Token<'_>, behind: &[Token<'_>]) -> bool {
    let is_part =
        |word: &str| matches!(word, "chapter" | "volume" | "letter" | "verse" | "edition");
    let is_small =
        |token: &&Token<'_>| token.is_small() && token.text.len() > 4 && !is_part(token.text);
    let n_small = behind.iter().filter(is_small).count();
    let n_capital = behind.iter().filter(|token| token.is_capital()).count();
    (first.is_capital() || first.is("in")) && n_capital > n_small
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words and the name in a block quotation.
    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let found = source_line(text, true);
        let found = found.map(|found| (&text[found.words], &text[found.name]));
        assert_eq!(found, expected);
    }

    #[test]
    fn a_dash_and_a_name_are_a_source_line() {
        check("— Harold Finch, The Long Road", Some(("", "Harold Finch")));
        check("The road is long.\n-- Harold Finch", Some(("The road is long.", "Harold Finch")));
        check("The road is long. —Ben Fox", Some(("The road is long.", "Ben Fox")));
        check("— Voltaire, letter to Ana Ruiz, 1761", Some(("", "Voltaire")));
        check("—Ana Ruiz (1931)", Some(("", "Ana Ruiz")));
        check("—Ana Ruiz, mayor of Kiel", Some(("", "Ana Ruiz")));
    }

    #[test]
    fn the_work_and_the_place_in_it_are_no_part_of_the_name() {
        check("— Ana Ruiz, The Origins of Salt, vol. 1, ch. 3", Some(("", "Ana Ruiz")));
        check("— Ana Ruiz, in Salt, chapter 23.", Some(("", "Ana Ruiz")));
        check("— Ana Ruiz, Do Piers Dream of Salt?", Some(("", "Ana Ruiz")));
        check("— Ana Ruiz, “On Salt,” The Kiel Review", Some(("", "Ana Ruiz")));
    }

    #[test]
    fn the_reader_of_a_letter_stands_behind_its_writer() {
        check("— Ana Ruiz to Joe Marsh, 4 May 1930", Some(("", "Ana Ruiz")));
        check("— Ana Ruiz to Joe Marsh", Some(("", "Ana Ruiz")));
        check("— Ana Ruiz to the mayor", None);
    }

    #[test]
    fn a_source_in_brackets_or_called_so_is_a_source_line() {
        let road = "The road is long.";
        check("Source: Hannah Arendt, Diary (1951)", Some(("", "Hannah Arendt")));
        check(&format!("{road}\nSource: Hannah Arendt"), Some((road, "Hannah Arendt")));
        check("[Hannah Arendt, Diary, 1951]", Some(("", "Hannah Arendt")));
        check("Source: World Bank, 2019", None);
        check("The source: Hannah Arendt", None);
        check("[Emphasis Added]", None);
    }

    #[test]
    fn a_name_in_parentheses_is_a_source_line() {
        check("(Mark Twain)", Some(("", "Mark Twain")));
        check(
            "The road is long. (Hannah Arendt, 1951)",
            Some(("The road is long.", "Hannah Arendt")),
        );
        check("The road is long.\n(Mark Twain)", Some(("The road is long.", "Mark Twain")));
        for aside in
            ["Emphasis Added", "Loud Applause", "John 3:16", "New York Times", "Ana Ruiz wept"]
        {
            check(&format!("The road is long. ({aside})"), None);
        }
        check("The road of the clerk (Ana Ruiz)", None);
    }

    #[test]
    fn speech_and_an_aside_are_none() {
        check("— Ana Ruiz, where are you?", None);
        check("— Ana Ruiz, come here", None);
        check("— Ana Ruiz, the pier is gone.", None);
        check("— Ana Ruiz, “come here!”", None);
        check("The road is long — Harold Finch knew it.", None);
        check("The road is long.\n— She left it", None);
        check("A well-known road. A half-Spanish name", None);
        assert_eq!(source_line("It rained.\n— Ana", false), None);
        assert_eq!(source_line("Yours sincerely,\n— Ana Ruiz", false), None);
    }
}
