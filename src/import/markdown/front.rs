//! Front matter: metadata above a Markdown text, in YAML between `---` or in TOML between `+++`.
//!
//! Of YAML it reads what such headers are made of: scalars, quoted or not, lists in either form,
//! and the names in a list of maps. A document sets nothing in the program by it.

mod percent;

#[cfg(test)]
mod tests;

use super::super::html::people;
use super::super::text::day as told_day;
use crate::document::{CleanText, Meta, typed_date};

/// A longer header is text.
const MOST_BYTES: usize = 64 << 10;

/// Under these, site generators have fields of the author's own.
const PARAMETERS: [&str; 3] = ["params", "extra", "taxonomies"];

/// A value with its key, which is in lower case.
type Field = (String, Vec<String>);

/// What stands above a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Front {
    /// What it says of the text.
    pub meta: Meta,
    /// A title that is not shown, as that of a page is not.
    pub page_title: Option<CleanText>,
}

/// The metadata at the top of a text, if there is any, and the text behind it.
pub fn split(text: &str) -> (Option<Front>, &str) {
    let Some((header, is_toml, rest)) = header(text) else { return percent::split(text) };
    let fields = if is_toml { toml_fields(header) } else { yaml_fields(header) };
    match fields {
        Some(fields) => (Some(front(&fields)), rest),
        None => (None, text),
    }
}

/// The lines between the fences, whether they are TOML, and what follows.
fn header(text: &str) -> Option<(&str, bool, &str)> {
    let (fence, after) = text.split_once('\n')?;
    let is_toml = match fence.trim_end() {
        "---" => false,
        "+++" => true,
        _ => return None,
    };
    let mut at = 0;
    for line in after.split_inclusive('\n') {
        let is_end = match line.trim_end() {
            "+++" => is_toml,
            "---" | "..." => !is_toml,
            _ => false,
        };
        if is_end {
            return Some((&after[..at], is_toml, &after[at + line.len()..]));
        }
        at += line.len();
        if at > MOST_BYTES {
            break;
        }
    }
    None
}

/// The fields of a TOML header; `None` if it is not TOML.
fn toml_fields(header: &str) -> Option<Vec<Field>> {
    let table: toml::Table = header.parse().ok()?;
    let fields = |table: toml::Table| {
        table.into_iter().map(|(key, value)| (key.to_lowercase(), scalars(&value)))
    };
    let nested = PARAMETERS.iter().filter_map(|key| table.get(*key)?.as_table().cloned());
    let nested: Vec<Field> = nested.flat_map(fields).collect();
    Some(fields(table).chain(nested).collect())
}

fn scalars(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::String(text) => vec![text.clone()],
        toml::Value::Array(items) => items.iter().flat_map(scalars).collect(),
        toml::Value::Table(table) => table.get("name").map(scalars).unwrap_or_default(),
        other => vec![other.to_string()],
    }
}

/// The fields of a YAML header; `None` if no line of it is a field, so that it is text.
fn yaml_fields(header: &str) -> Option<Vec<Field>> {
    let mut fields: Vec<Field> = Vec::new();
    let mut nested: Vec<Field> = Vec::new();
    for line in header.lines() {
        let words = line.trim();
        if words.is_empty() || words.starts_with('#') {
            continue;
        }
        let is_nested = line.starts_with([' ', '\t']) || words.starts_with("- ");
        match (is_nested, key_and_value(words)) {
            (false, Some((key, value))) => fields.push((key, yaml_values(value))),
            // A key of several words, or what only a program reads.
            (false, None) if !fields.is_empty() && words.contains(':') => {
                fields.push((String::new(), Vec::new()));
            }
            (false, None) => return None,
            // `- name: Jane Doe` and `name: Jane Doe` under `author:`.
            (true, Some((key, value))) => {
                let around = fields.last_mut()?;
                if key == "name" {
                    around.1.extend(yaml_values(value));
                } else if PARAMETERS.contains(&around.0.as_str()) {
                    nested.push((key, yaml_values(value)));
                }
            }
            (true, None) => {
                let values = &mut fields.last_mut()?.1;
                match words.strip_prefix("- ") {
                    Some(item) => values.extend(yaml_values(item)),
                    None => go_on(values, words),
                }
            }
        }
    }
    let is_header = !fields.is_empty();
    fields.extend(nested);
    is_header.then_some(fields)
}

/// A line further in goes on with the value before it, as the lines under `>` or `|` do.
fn go_on(values: &mut Vec<String>, words: &str) {
    match values.last_mut() {
        Some(last) => {
            last.push(' ');
            last.push_str(words);
        }
        None => values.push(unquoted(words)),
    }
}

/// `key: value`; in an item of a list, with the dash before it.
fn key_and_value(words: &str) -> Option<(String, &str)> {
    let words = words.strip_prefix("- ").unwrap_or(words);
    let (key, value) = words.split_once(':')?;
    let is_key = !key.is_empty()
        && key.len() <= 40
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"' | '\''));
    let ends_key = value.is_empty() || value.starts_with([' ', '\t']);
    (is_key && ends_key).then(|| (key.trim_matches(['"', '\'']).to_lowercase(), value.trim()))
}

fn yaml_values(value: &str) -> Vec<String> {
    if let Some(list) = value.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        return items(list).into_iter().map(|item| unquoted(item.trim())).collect();
    }
    if let Some(map) = value.strip_prefix('{').and_then(|map| map.strip_suffix('}')) {
        let pairs = items(map).into_iter().filter_map(key_and_value);
        return pairs.filter(|(key, _)| key == "name").map(|(_, name)| unquoted(name)).collect();
    }
    match value {
        "" | ">" | "|" | ">-" | "|-" | "null" | "~" => Vec::new(),
        value => vec![unquoted(value)],
    }
}

/// What stands between commas; those in quotes part nothing.
fn items(list: &str) -> Vec<&str> {
    let mut quote = None;
    let mut after_blank = true;
    list.split(move |character: char| {
        match quote {
            Some(open) if open == character => quote = None,
            None if after_blank && matches!(character, '"' | '\'') => quote = Some(character),
            _ => {}
        }
        after_blank = matches!(character, ' ' | ',' | ':');
        character == ',' && quote.is_none()
    })
    .map(str::trim)
    .collect()
}

/// A scalar without its quotes and without the comment behind it.
fn unquoted(value: &str) -> String {
    if let Some(rest) = value.strip_prefix('"') {
        let end = rest.rfind('"').unwrap_or(rest.len());
        return rest[..end].replace("\\\"", "\"").replace("\\\\", "\\");
    }
    if let Some(rest) = value.strip_prefix('\'') {
        let end = rest.rfind('\'').unwrap_or(rest.len());
        return rest[..end].replace("''", "'");
    }
    value.split(" #").next().unwrap_or_default().trim_end().to_owned()
}

fn front(fields: &[Field]) -> Front {
    let values = |keys: &[&str]| {
        keys.iter()
            .find_map(|key| fields.iter().find(|(name, values)| name == key && !values.is_empty()))
            .map(|(_, values)| values)
    };
    let first = |keys: &[&str]| {
        let value = values(keys)?.first().map(|value| value.trim())?;
        (!value.is_empty()).then(|| CleanText::line(value))
    };
    let authors =
        values(&["author", "authors", "by", "byline", "creator"]).map(|values| authors_of(values));
    let is_address = |words: &CleanText| words.as_str().starts_with("http");
    // Programs that clip pages tell by it where a page was, and by `created` when it was clipped.
    let clipped = first(&["source"]).filter(is_address);
    let date = first(&["date", "published", "publishdate", "pubdate"]);
    let date = date.or_else(|| first(&["created"]).filter(|_| clipped.is_none()));
    let meta = Meta {
        title: first(&["title"]),
        dek: first(&["dek", "subtitle", "description", "summary", "excerpt"]),
        authors: authors
            .iter()
            .flatten()
            .map(|name| author(name))
            .filter(|name| !name.is_empty())
            .map(CleanText::line)
            .collect(),
        source: first(&["source"])
            .filter(|source| !is_address(source))
            .or_else(|| first(&["publication", "publisher", "site", "journal"])),
        url: first(&["url", "canonical", "canonical_url", "link", "permalink"]).or(clipped),
        published: date.and_then(|date| day(date.as_str())),
        language: first(&["lang", "language", "locale"]),
        is_book: false,
        is_edition: false,
    };
    Front { meta, page_title: first(&["pagetitle"]) }
}

/// The names in a list, or in one value that holds several: `Ann Lee and Bo Dee`, `Ann Lee; Bo Dee`.
/// Without semicolons, all of them have a given name: Johnson and Johnson are one.
fn authors_of(values: &[String]) -> Vec<String> {
    let [only] = values else { return values.to_vec() };
    let people: Vec<String> = people(only).iter().map(ToString::to_string).collect();
    let are_names = people.iter().all(|name| name.contains(' '));
    if people.len() > 1 && (only.contains(';') || are_names) { people } else { values.to_vec() }
}

/// A name without the address behind it, and without the brackets of a link to its page.
fn author(name: &str) -> &str {
    let name = name.trim();
    let name = name.strip_prefix("[[").and_then(|name| name.strip_suffix("]]")).unwrap_or(name);
    let name = name.rsplit('|').next().unwrap_or(name);
    match name.split_once('<') {
        Some((name, address)) if address.contains('@') => name.trim(),
        _ => name.trim(),
    }
}

/// A date in any form that programs write: `2022-03-09T12:00:00Z`, `2022/03/09`, `20220309`,
/// `Wed, 09 Mar 2022 12:00:00 GMT`. Of a moment, the day.
fn day(text: &str) -> Option<crate::document::When> {
    let is_moment = text.len() > 10 && text.as_bytes()[10..].starts_with(b"T");
    let is_spaced = text.len() > 10 && text.as_bytes()[10..].starts_with(b" ");
    if (is_moment || is_spaced)
        && let Some(Ok(day)) = text.get(..10).map(|day| typed_date(&day.replace('/', "-")))
    {
        return Some(day);
    }
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return typed_date(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])).ok();
    }
    let slashed = text.len() == 10 && text.as_bytes()[4] == b'/' && text.as_bytes()[7] == b'/';
    if slashed {
        return typed_date(&text.replace('/', "-")).ok();
    }
    typed_date(text).ok().or_else(|| told_day(text)).or_else(|| {
        let (_, words) = text.split_once(", ")?;
        let words: Vec<&str> = words.split(' ').take(3).collect();
        typed_date(&words.join(" ")).ok()
    })
}
