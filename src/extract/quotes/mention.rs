//! Mentions: the names and the `He` and `She` of the narration, for pronouns and for dialogue.
//!
//! In: a block and its quoted stretches. Out: [`Mention`]s in order. All of them begin with a
//! capital letter, so only these are looked at; a small `she` in the middle of a sentence mostly
//! means its subject, who was mentioned before. Names inside quotations count for the full forms of
//! names and as those who are spoken to.

mod run;

use super::cue::Cue;
use super::gender::{Gender, of_noun};
use super::led::Led;
use super::mark::Quoted;
use super::name::{is_command, is_of_body, is_opener, is_organisation, is_possessive, name_length};
use super::nominal::is_role;
use super::personal::Sign;
use super::token::{Token, tokens};
use crate::document::TextRange;
use crate::extract::verb::is_finite;
use run::{run_end, run_start};

/// After a name, a pronoun that tells its gender is looked for in so many bytes.
const REACH: usize = 60;
/// A description between a name and its verb is no longer, in bytes.
const N_DESCRIPTION: usize = 160;

/// Somebody or something named, or a pronoun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The name with its titles, or the pronoun.
    pub range: TextRange,
    /// What it is.
    pub kind: Kind,
    /// Its part in the sentence.
    pub role: Role,
    /// Whether a verb follows.
    pub acts: bool,
    /// Whether that is a verb of speech: `Fox said`, `Fox, a pilot, said`.
    pub speaks: bool,
    /// What a pronoun right after the name says of it.
    pub hint: Gender,
    /// Whether it is the first word of a sentence, or explains the subject that opens it.
    pub opens: bool,
    /// What the word right before it says of it.
    pub led: Led,
    /// Whether it does, has or is what people do, have and are.
    pub sign: Sign,
}

/// What is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name of one word, the first of a sentence, which may be any word.
    Opener,
    /// Any other name.
    Name,
    /// `He` or `She`.
    Pronoun(Gender),
}

/// The part of a mention in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Who does something.
    Subject,
    /// Anybody else in the narration.
    Other,
    /// Somebody who is spoken to, in quoted words.
    Vocative,
    /// Somebody who is spoken of, in quoted words.
    Quoted,
}

/// Appends the mentions of a block, which stands at `base`.
pub fn find_mentions(text: &str, base: usize, stretches: &[Quoted], mentions: &mut Vec<Mention>) {
    let mut stretches = stretches.iter().peekable();
    let mut at = 0;
    while let Some(start) = run_start(text, at) {
        while stretches.next_if(|stretch| stretch.outer.end <= start).is_some() {}
        let quoted = stretches.peek().filter(|stretch| stretch.outer.start < start);
        let end = run_end(text, start);
        at = end.max(start + 1);
        let found = mention(text, start..end, quoted.copied()).map(|(range, found)| Mention {
            range: TextRange::new(base + range.start, base + range.end),
            ..found
        });
        if let Some(Mention { kind: Kind::Pronoun(gender), range, .. }) = found {
            // `HALE: He left` is not about Hale.
            let is_label = |last: &Mention| text[last.range.end() - base..].starts_with(':');
            // `Fox went to Oslo. He …` is not about Oslo.
            let n_placed = mentions.iter().rev().take(2).take_while(|last| last.led == Led::Place);
            let last = mentions.len().checked_sub(1 + n_placed.count());
            let last = last.and_then(|last| mentions.get_mut(last));
            let last = last.filter(|last| last.range.start() >= base);
            if let Some(last) = last.filter(|last| !is_label(last)) {
                hint_at(last, range.start(), gender);
            }
        }
        mentions.extend(found);
    }
}

/// Notes the gender of a subject whose next sentence, at `at`, begins with `He` or `She`.
fn hint_at(last: &mut Mention, at: usize, gender: Gender) {
    let is_near = last.range.end() + 250 > at;
    // `They met a clerk, Len Crabbe. He …`: whoever was named right before, too.
    let is_right_before = last.range.end() + 2 >= at && last.role == Role::Other;
    let is_name =
        (last.role == Role::Subject || is_right_before) && !matches!(last.kind, Kind::Pronoun(_));
    if is_near && is_name && last.hint == Gender::Unknown {
        last.hint = gender;
        last.acts |= is_right_before;
    }
}

type Found = (std::ops::Range<usize>, Mention);

fn mention(text: &str, run: std::ops::Range<usize>, quoted: Option<&Quoted>) -> Option<Found> {
    let opens = opens_sentence(&text[..run.start]);
    let words = &text[run.clone()];
    let found = |range, kind, role, hint, acts| {
        let range_in_text = TextRange::default();
        let plain = Mention {
            range: range_in_text,
            kind,
            role,
            acts,
            speaks: false,
            hint,
            opens: false,
            led: Led::Plainly,
            sign: Sign::None,
        };
        Some((range, plain))
    };
    let pronoun = match words.split(' ').next()? {
        "He" => Gender::Male,
        "She" => Gender::Female,
        _ => Gender::Unknown,
    };
    if pronoun != Gender::Unknown {
        let role = if quoted.is_some() { Role::Quoted } else { Role::Subject };
        return found(
            run.start..run.start + 2,
            Kind::Pronoun(pronoun),
            role,
            Gender::Unknown,
            true,
        );
    }
    let is_single = !words.contains(' ');
    if is_single && is_opener(words) {
        return None;
    }
    let tokens = tokens(text, run.start, run.end);
    let n_openers = tokens.iter().take_while(|token| is_opener(token.text)).count();
    // `See Fox`: whom the reader is told to see does nothing.
    let is_told = opens && n_openers == 0 && !is_single && is_command(tokens[0].text);
    let n_openers = n_openers + usize::from(is_told);
    let (name, is_owner) = name_run(&tokens[n_openers..])?;
    let n_openers = n_openers + usize::from(name[0].start > tokens[n_openers].start);
    let range = name[0].start..owned_end(name[name.len() - 1], is_owner);
    let opens = opens && n_openers == 0;
    let led = Led::by(text[..range.start].trim_end());
    let kind = if opens && name.len() == 1 { Kind::Opener } else { Kind::Name };
    let after = &text[range.end..];
    let before = text[..range.start].trim_end();
    let acts = quoted.is_none()
        && !is_owner
        && (is_subject(after) || is_explained(after))
        && !(n_openers == 0 && is_governed(before));
    let noun = if quoted.is_none() { noun_before(before) } else { Gender::Unknown };
    let is_apposed = quoted.is_none() && is_apposed(before, after);
    let acts = acts || is_apposed || noun != Gender::Unknown;
    let role = match quoted {
        Some(quoted) if is_vocative(text, &range, quoted) => Role::Vocative,
        Some(_) => Role::Quoted,
        None if is_owner => Role::Other,
        None if opens || (n_openers > 0 && !is_told) || acts => Role::Subject,
        None => Role::Other,
    };
    let hint = if quoted.is_none() { noun.or(pronoun_after(after)) } else { noun };
    let speaks = role == Role::Subject && speaks(after);
    let sign = match quoted {
        Some(_) => Sign::None,
        None => Sign::of(&text[..range.start], after, is_owner),
    };
    found(range, kind, role, hint, acts).map(|(range, found)| {
        (range, Mention { speaks, opens: opens || is_apposed, led, sign, ..found })
    })
}

/// Whether a preposition stands before a name, which then is no subject: `the keeper at Kew was`.
fn is_governed(before: &str) -> bool {
    let word = before.rsplit([' ', '\n']).next().unwrap_or("");
    matches!(
        word,
        "at" | "in"
            | "of"
            | "from"
            | "to"
            | "near"
            | "with"
            | "by"
            | "for"
            | "on"
            | "outside"
            | "against"
    )
}

/// Whether a name stands behind the subject that it explains: `The mayor of Kiel, Ana Ruiz, left`.
fn is_apposed(before: &str, after: &str) -> bool {
    let Some(before) = before.strip_suffix(',') else { return false };
    let is_verb = |rest: &str| rest.split(' ').next().is_some_and(is_finite);
    if !after.strip_prefix(", ").is_some_and(is_verb) {
        return false;
    }
    let phrase = before.rsplit(['.', '?', '!', ';', ',', '”']).next().unwrap_or("").trim_start();
    let mut words = phrase.split(' ');
    let is_determined = words.next().is_some_and(|word| {
        matches!(word, "The" | "A" | "An" | "His" | "Her" | "Their" | "Its" | "Our" | "My")
    });
    is_determined && words.take(4).take_while(|word| *word != "of").any(is_role)
}

/// The gender of a noun right before a name: `her nephew, Piers`, `the actress Jane`.
fn noun_before(before: &str) -> Gender {
    let before = before.trim_end_matches(',');
    of_noun(before.rsplit(' ').next().unwrap_or(""))
}

/// Whether a verb of speech follows a name, past a description between commas.
fn speaks(after: &str) -> bool {
    let near = &after[..after.floor_char_boundary(after.len().min(N_DESCRIPTION))];
    let is_cue = |words: &str| words.split([' ', ',', ':']).next().and_then(Cue::of).is_some();
    match near.strip_prefix(", ") {
        // `Fox, a pilot, said`, and `her nephew, Fox, said`.
        Some(described) => described.split(", ").take(2).any(is_cue),
        None => near.strip_prefix(' ').is_some_and(is_cue),
    }
}

/// The name that begins the tokens, and whether it owns what follows.
fn name_run<'a, 't>(tokens: &'t [Token<'a>]) -> Option<(&'t [Token<'a>], bool)> {
    let is_owner = |at: &usize| is_possessive(tokens[*at].text) && !is_of_body(&tokens[at + 1..]);
    let owner = (0..tokens.len()).find(is_owner);
    match owner {
        // `Cossacks of Fox’s`: only Fox owns.
        Some(at) => {
            let parts = |of: &usize| {
                matches!(tokens[*of].text, "of" | "for")
                    && !of.checked_sub(1).is_some_and(|body| is_organisation(tokens[body].text))
            };
            let from = (0..at).rfind(parts).map_or(0, |of| of + 1);
            Some((&tokens[from..=at], true))
        }
        None => {
            let length = name_length(tokens);
            (length > 0).then(|| (&tokens[..length], false))
        }
    }
}

/// The end of a name without the `’s` of an owner.
fn owned_end(last: Token<'_>, is_owner: bool) -> usize {
    let cut = |text: &str| ["’s", "'s"].iter().find_map(|s| text.strip_suffix(s).map(str::len));
    if is_owner { last.start + cut(last.text).unwrap_or(last.text.len()) } else { last.end }
}

/// Whether a finite verb follows a name, so that it is a subject.
fn is_subject(after: &str) -> bool {
    let Some(rest) = after.strip_prefix(' ') else { return false };
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    is_finite(word)
}

/// Whether a name is explained as that of somebody: `, a pilot`, `, who`, `, 43,`.
fn is_explained(after: &str) -> bool {
    let Some(rest) = after.strip_prefix(", ") else { return after.starts_with(" who ") };
    ["a ", "an ", "the ", "who ", "now "].iter().any(|word| rest.starts_with(word))
        || rest.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a name in quoted words is that of whom they are said to: signs stand around it.
fn is_vocative(text: &str, name: &std::ops::Range<usize>, quoted: &Quoted) -> bool {
    let before = text[quoted.inner.start.min(name.start)..name.start].trim_end();
    let after = text[name.end..quoted.inner.end.max(name.end)].trim_start();
    let word = before.rsplit(' ').next().unwrap_or("");
    let is_led = before.is_empty()
        || before.ends_with([',', '.', '!', '?', ';', '—', '-'])
        || matches!(word, "dear" | "Dear" | "Oh" | "oh" | "O" | "Ah" | "my" | "My" | "Well");
    let is_last = after.is_empty() || after.starts_with(['.', '!', '?', ',', ';', '—', '-']);
    let is_alone = before.is_empty() && after.is_empty();
    is_led && is_last && !is_alone && !(before.is_empty() && after.starts_with('.'))
}

/// The gender of a pronoun shortly after a name, in the same sentence and before any other name.
fn pronoun_after(after: &str) -> Gender {
    // `For Fox, he said` is not about Fox.
    if after.starts_with(", he ") || after.starts_with(", she ") || after.starts_with(':') {
        return Gender::Unknown;
    }
    // Every name is looked behind, so bytes must do: all that is looked for is ASCII or a mark.
    let near = &after.as_bytes()[..after.len().min(REACH)];
    for word in near.split(|byte| matches!(byte, b' ' | b',' | b';')).skip(1) {
        let bare = word.strip_suffix(b".").unwrap_or(word);
        match bare {
            b"he" | b"his" | b"himself" => return Gender::Male,
            b"she" | b"her" | b"herself" => return Gender::Female,
            _ => {}
        }
        match word {
            [b'A'..=b'Z' | b'"' | b'\'', ..] | [.., b'.' | b'?' | b'!' | b'"'] => break,
            // Curly quotation marks, which open or close a word.
            [0xE2, 0x80, 0x98..=0x9F, ..] | [.., 0xE2, 0x80, 0x9C..=0x9F] => break,
            _ => {}
        }
    }
    Gender::Unknown
}

fn opens_sentence(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with(['.', '?', '!', '“', '"', '”', ':', '‘', '’', '—', '…'])
}
