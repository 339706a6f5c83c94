//! What the linked data of a page, its JSON-LD, says of the article.
//!
//! In: the scripts that hold it, and what the page calls itself. Out: title, authors, day and site
//! of the article that is called so. A page may also describe articles that it only leads to, so
//! that the first one counts only where none has the headline of the page.

use super::authors::{authors, is_family_first};
use super::meta::{About, date, moment, take, words};
use crate::document::{CleanText, fold};
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// A longer script with data is not read.
const MOST_BYTES: usize = 1 << 20;

/// More things than these are not looked at.
const MOST_THINGS: usize = 10_000;

/// More authors are not named.
const MOST_AUTHORS: usize = 20;

/// The linked data of a page, a value for each script.
#[derive(Debug, Default)]
pub struct LinkedData {
    values: Vec<Value>,
}

impl LinkedData {
    /// Takes a script; nothing of one that is no data.
    pub fn push(&mut self, script: &str) {
        let json = unwrapped(script);
        if json.len() < MOST_BYTES {
            // Breaks of lines stand in strings of many pages, where they may not stand.
            let json = json.replace(|c: char| c.is_ascii_control(), " ");
            self.values.extend(serde_json::from_str::<Value>(&json));
        }
    }

    /// Says of the article what it is called, who wrote it and when; `headlines` are the names that
    /// the page gives itself.
    pub fn complete(&self, about: &mut About, headlines: &[&str]) {
        let things = self.things();
        let named = things.iter().filter(|thing| thing.get("name").is_some());
        let things_by_id: HashMap<&str, &Value> =
            named.filter_map(|thing| Some((thing.get("@id")?.as_str()?, *thing))).collect();
        let articles: Vec<&Value> =
            things.iter().copied().filter(|thing| is_article(thing)).collect();
        let headlines: Vec<String> =
            headlines.iter().map(|line| fold(line).text().to_owned()).collect();
        let is_of_page = |article: &&Value| {
            ["headline", "name"].iter().any(|key| {
                let name = article.get(key).and_then(Value::as_str);
                name.is_some_and(|name| is_headline(name, &headlines))
            })
        };
        let of_page = articles.iter().copied().find(is_of_page);
        if let Some(article) = of_page.or(articles.first().copied()) {
            Article { article, things_by_id: &things_by_id }.tell(about);
        }
    }

    /// What the values describe, in order.
    fn things(&self) -> Vec<&Value> {
        let mut open: Vec<&Value> = self.values.iter().rev().collect();
        let mut things = Vec::new();
        let mut n_seen = 0;
        while let Some(value) = open.pop().filter(|_| n_seen < MOST_THINGS) {
            n_seen += 1;
            match value {
                Value::Array(values) => open.extend(values.iter().rev()),
                Value::Object(object) => {
                    things.push(value);
                    open.extend(object.get("@graph"));
                }
                _ => {}
            }
        }
        things
    }
}

/// An article, and what its parts may be called by.
struct Article<'a> {
    article: &'a Value,
    things_by_id: &'a HashMap<&'a str, &'a Value>,
}

impl Article<'_> {
    fn tell(&self, about: &mut About) {
        let text = |key: &str| self.article.get(key).and_then(first_text);
        let meta = &mut about.meta;
        about.titles.extend(text("headline").into_iter().chain(text("name")));
        about.descriptions.extend(text("description"));
        let published = text("datePublished");
        let created = published.as_deref().and_then(moment);
        about.created = created.or_else(|| date(&text("dateCreated")?));
        meta.published = meta.published.or_else(|| date(&published?));
        take(&mut meta.language, text("inLanguage"));
        take(&mut meta.url, text("url").filter(|url| url.starts_with("http")));
        let publisher = self.article.get("publisher").map(|publisher| self.names(publisher));
        take(&mut meta.source, publisher.and_then(|names| names.into_iter().next()));
        if meta.authors.is_empty() {
            let source = meta.source.as_ref().map_or("", CleanText::as_str);
            meta.authors = self.authors(source);
        }
    }

    fn authors(&self, source: &str) -> Vec<CleanText> {
        let Some(author) = self.article.get("author") else { return Vec::new() };
        let things = author.as_array().map_or(std::slice::from_ref(author), Vec::as_slice);
        let mut named: Vec<CleanText> = Vec::new();
        for thing in things.iter().take(MOST_AUTHORS) {
            for name in self.names(thing).into_iter().take(MOST_AUTHORS) {
                let is_one = is_organization(self.of_id(thing)) || is_family_first(&name);
                named.extend(if is_one {
                    vec![CleanText::line(&name)]
                } else {
                    authors(&[name], source)
                });
            }
        }
        let mut seen = HashSet::new();
        named.retain(|name| seen.insert(fold(name.as_str()).text().to_owned()));
        named
    }

    /// The names of a person or an organization, given as text, as a thing or by its id. An address
    /// is no name.
    fn names(&self, thing: &Value) -> Vec<String> {
        let thing = self.of_id(thing);
        let part = |key: &str| thing.get(key).and_then(Value::as_str);
        if let (None, Some(given), Some(family)) =
            (thing.get("name"), part("givenName"), part("familyName"))
        {
            return words(&format!("{given} {family}")).into_iter().collect();
        }
        let name = thing.get("name").unwrap_or(thing);
        let names = name.as_array().map_or(std::slice::from_ref(name), Vec::as_slice);
        let names = names.iter().filter_map(|name| words(name.as_str()?));
        names.filter(|name| !name.contains("://")).collect()
    }

    /// The thing that is described elsewhere, if this one only says its id.
    fn of_id<'b>(&'b self, thing: &'b Value) -> &'b Value {
        let is_named = thing.get("name").is_some();
        let id = thing.get("@id").and_then(Value::as_str).filter(|_| !is_named);
        id.and_then(|id| self.things_by_id.get(id).copied()).unwrap_or(thing)
    }
}

/// A text, a number as text, or the first of a list.
fn first_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => words(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) => values.first().and_then(Value::as_str).and_then(words),
        _ => None,
    }
}

/// A script without the marks that keep it from being read as XML, or from being shown.
fn unwrapped(script: &str) -> &str {
    const BEFORE: [&str; 5] = ["<!--", "<![CDATA[", "//", "/*", "*/"];
    const BEHIND: [&str; 6] = ["-->", "]]>", "//", "/*", "*/", ";"];
    let mut script = script.trim();
    loop {
        let before = BEFORE.iter().find_map(|mark| script.strip_prefix(mark));
        let Some(inner) =
            before.or_else(|| BEHIND.iter().find_map(|mark| script.strip_suffix(mark)))
        else {
            return script;
        };
        script = inner.trim();
    }
}

/// Whether a name is one of these headlines, or one of them without the name of the site behind it;
/// the headlines are folded.
fn is_headline(name: &str, headlines: &[String]) -> bool {
    let name = fold(name);
    let is_end = |rest: &str| {
        !rest.starts_with(['\'', '.']) && !rest.trim_start().starts_with(char::is_alphanumeric)
    };
    !name.text().is_empty()
        && headlines.iter().any(|line| line.strip_prefix(name.text()).is_some_and(is_end))
}

fn is_article(thing: &Value) -> bool {
    is_of_type(thing, |kind| {
        kind.ends_with("Article")
            || matches!(kind, "BlogPosting" | "Report" | "Review" | "SocialMediaPosting" | "Essay")
    })
}

fn is_organization(thing: &Value) -> bool {
    is_of_type(thing, |kind| kind.ends_with("Organization") || kind == "Corporation")
}

fn is_of_type(thing: &Value, is_such: impl Fn(&str) -> bool) -> bool {
    let is_kind = |kind: &Value| kind.as_str().is_some_and(&is_such);
    match thing.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(is_kind),
        Some(kind) => is_kind(kind),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The title, the authors, the day and the site that these scripts tell of a page of this name.
    #[track_caller]
    fn check(scripts: &[&str], expected: &str) {
        let mut linked_data = LinkedData::default();
        for script in scripts {
            linked_data.push(script);
        }
        let mut about = About::default();
        linked_data.complete(&mut about, &["The Price - The Quay"]);
        let authors: Vec<&str> = about.meta.authors.iter().map(CleanText::as_str).collect();
        let shown = format!(
            "{} / {} / {} / {}",
            about.titles.first().map_or("", String::as_str),
            authors.join("+"),
            about.meta.published.or(about.created).map_or(String::new(), |when| when.edtf()),
            about.meta.source.as_ref().map_or("", CleanText::as_str),
        );
        assert_eq!(shown, expected);
    }

    #[test]
    fn the_article_with_the_headline_of_the_page_counts() {
        let other = r#"{"@type":"NewsArticle","headline":"The Weather","author":"Bo Dee",
            "datePublished":"2019-01-01"}"#;
        let longer = r#"{"@type":"NewsArticle","headline":"The Pr","author":"Bo Dee"}"#;
        let own = r#"{"@type":"NewsArticle","headline":"The Price","author":"Ann Lee",
            "datePublished":"2021-03-03"}"#;
        check(&[other, longer, own], "The Price / Ann Lee / 2021-03-03 / ");
        check(&[&format!("[{other},{own}]")], "The Price / Ann Lee / 2021-03-03 / ");
        check(&[other, longer], "The Weather / Bo Dee / 2019-01-01 / ");
    }

    #[test]
    fn marks_around_the_data_and_breaks_in_its_strings_do_no_harm() {
        let data = "{\"@type\":\"Article\",\"headline\":\"The\nPrice\",\"author\":\"Ann\tLee\"}";
        for script in [
            data.to_owned(),
            format!("<!--\n{data}\n-->"),
            format!("//<![CDATA[\n{data}\n//]]>"),
            format!("/*<![CDATA[*/{data};/*]]>*/"),
            format!("<![CDATA[{data}]]>"),
        ] {
            check(&[&script], "The Price / Ann Lee /  / ");
        }
    }

    #[test]
    fn the_day_is_said_in_several_ways() {
        for day in [
            r#""datePublished":["2021-03-03"]"#,
            r#""datePublished":1614729600000"#,
            r#""datePublished":"1614729600""#,
            r#""dateCreated":"2021-03-03","dateModified":"2022-01-01""#,
        ] {
            let article = format!(r#"{{"@type":"Article","headline":"The Price",{day}}}"#);
            check(&[&article], "The Price /  / 2021-03-03 / ");
        }
    }

    #[test]
    fn authors_are_said_as_names_lists_and_ids() {
        let check = |author: &str, expected: &str| {
            let article = format!(
                r##"{{"@type":"Article","headline":"The Price","author":{author},"publisher":{{"@id":"#quay"}}}}"##
            );
            let others = r##"[{"@type":"Person","@id":"#ann","name":"Ann Lee"},
                {"@graph":[{"@type":"Organization","@id":"#quay","name":"The Quay & Co"}]}]"##;
            check(&[&article, others], &format!("The Price / {expected} /  / The Quay & Co"));
        };
        check(r##"{"@id":"#ann"}"##, "Ann Lee");
        check(r##"[{"@id":"#ann"},{"name":"Bo Dee"},"ANN LEE"]"##, "Ann Lee+Bo Dee");
        check(r##"{"@id":"#nobody"}"##, "");
        check(r#""https://example.org/ann""#, "");
        check(r#"{"name":["Ann Lee","Bo Dee",3]}"#, "Ann Lee+Bo Dee");
        check(r#"{"name":"Ann Lee and Bo Dee"}"#, "Ann Lee+Bo Dee");
        check(r#"{"name":"By Ann Lee"}"#, "Ann Lee");
        check(r#""Lee, Ann""#, "Lee, Ann");
        check(r##"{"@id":"#quay"}"##, "The Quay & Co");
        check(r#"{"givenName":"Ann","familyName":"Lee"}"#, "Ann Lee");
        let office = "National Oceanic and Atmospheric Administration";
        check(&format!("\"{office}\""), office);
        check(r#""Food and Drug Administration""#, "Food and Drug Administration");
        check(r#""Ann Lee and Bo Dee""#, "Ann Lee+Bo Dee");
        check(r#"{"@type":"NewsMediaOrganization","name":"Bread and Wheat"}"#, "Bread and Wheat");
    }
}
