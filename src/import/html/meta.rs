//! What a page says of itself: title, authors, site, date.
//!
//! Taken in this order: JSON-LD, which is written for machines; `meta`; `time` and `title`, which
//! are written for people. What one does not say is taken from the next, and last from the lines
//! under the headline. The name of an account says nothing where another one names a person.

use super::authors::{are_accounts, authors, given_first, people};
use super::linked_data::LinkedData;
use super::page::{Attribute, Element, Page};
use super::signed::signed;
use super::tag::Tag;
use crate::document::{CleanText, Day, Meta, When, fold, typed_date};

/// A longer name, title or description is cut.
const MOST_LETTERS: usize = 1000;

/// Pages that are articles have fewer headings of the first rank.
const MOST_HEADLINES: usize = 8;

/// What a page says of itself.
#[derive(Debug, Default)]
pub struct About {
    /// What is known for sure; its title may be that of the site too.
    pub meta: Meta,
    /// What the title may be, the most trustworthy first.
    pub titles: Vec<String>,
    /// One or two sentences on the page, which may be its dek.
    pub descriptions: Vec<String>,
    /// When the page was made, in Greenwich, which may be another day where it was published.
    pub created: Option<When>,
    /// Who put the page there, shown or not, and is its author where it names no other.
    pub uploader: Option<String>,
    /// The page was made by pandoc, which calls a page without a title by the name of its file.
    pub is_converted: bool,
}

/// Reads what a page says of itself.
pub fn about(page: &Page) -> About {
    let mut about = About::default();
    let mut names = Names::default();
    let mut linked_data = LinkedData::default();
    for (index, node) in page.nodes.iter().enumerate() {
        let Some(element) = page.element(node) else { continue };
        match element.tag {
            Tag::Script if element.value(Attribute::Type).contains("ld+json") => {
                linked_data.push(page.text_after(index));
            }
            Tag::Meta => names.meta(element, &mut about),
            Tag::Link if element.value(Attribute::Rel) == "canonical" => {
                set(&mut names.url, element.value(Attribute::Href));
            }
            Tag::H1 if names.headlines.len() < MOST_HEADLINES => {
                names.headlines.extend(words(&page.text_within(index)));
            }
            Tag::Html => set(&mut names.language, element.value(Attribute::Lang)),
            Tag::Title => set(&mut names.title, page.text_after(index)),
            _ if element.get(Attribute::Datetime).is_some() => names.time(element),
            _ if element.value(Attribute::Class).contains("published") => {
                names.published = names.published.or_else(|| date(element.value(Attribute::Title)));
            }
            _ if element.value(Attribute::Class).contains("post-author") => {
                set(&mut names.poster, &page.text_within(index));
            }
            _ => {}
        }
    }
    linked_data.complete(&mut about, &names.headlines());
    names.complete(&mut about);
    let (authors, signed) = (&mut about.meta.authors, signed(page));
    let are_known = are_accounts(authors) || authors.iter().all(|name| signed.contains(name));
    if are_known && !signed.is_empty() {
        *authors = signed;
    }
    about
}

/// What `meta`, `title` and `time` say, which counts less than JSON-LD.
#[derive(Debug, Default)]
struct Names {
    title: Option<String>,
    author: Vec<String>,
    site: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
    language: Option<String>,
    published: Option<When>,
    /// Who is named below the post.
    poster: Option<String>,
    /// Whose the page is.
    owner: Option<String>,
    /// The number of the label of WordPress behind which the author stands.
    author_label: Option<String>,
    /// The first `time`, which may be of anything.
    first_time: Option<When>,
    titles: Vec<String>,
    /// The headings of the first rank.
    headlines: Vec<String>,
}

impl Names {
    /// All that the page calls itself.
    fn headlines(&self) -> Vec<&str> {
        let titles = self.headlines.iter().chain(&self.titles).chain(&self.title);
        titles.map(String::as_str).collect()
    }

    fn meta(&mut self, element: Element<'_>, about: &mut About) {
        let content = element.value(Attribute::Content);
        let keys =
            [Attribute::Property, Attribute::Name, Attribute::Itemprop, Attribute::HttpEquiv];
        let names = keys.into_iter().find_map(|key| element.get(key)).unwrap_or("");
        // Dublin Core is written with a point and with a colon, and several names may stand in one.
        let names = names.to_ascii_lowercase().replace("dc:", "dc.").replace("dcterms.", "dc.");
        for name in names.split_ascii_whitespace().take(8) {
            self.named(name, content, about);
        }
    }

    fn named(&mut self, name: &str, content: &str, about: &mut About) {
        match name {
            "og:title" | "twitter:title" | "dc.title" | "citation_title" | "headline" => {
                self.titles.extend(words(content));
            }
            "author" | "article:author" | "parsely-author"
            // Some pages name the author by an address.
            | "og:article:author" | "byl" | "sailthru.author" | "book:author" if !content.contains("://") => {
                self.author.extend(words(content));
            }
            // Here a comma may also stand between two authors.
            "dc.creator" if content.split_once(", ").is_none_or(|(name, _)| name.contains(' ')) => {
                self.author.extend(words(content));
            }
            "citation_author" | "dc.creator" => {
                self.author.extend(content.split(';').filter_map(|name| words(&given_first(name))));
            }
            "og:site_name" => set(&mut self.site, content),
            "application-name" | "citation_journal_title" | "dc.publisher" => {
                set(&mut self.publisher, content);
            }
            "og:url" => set(&mut self.url, content),
            "copyright" | "dc.rights" => set(&mut self.owner, content),
            "description" | "og:description" | "twitter:description" | "dc.description" => {
                about.descriptions.extend(words(content));
            }
            "article:published_time"
            | "article:published"
            | "datepublished"
            | "date"
            | "dc.date"
            | "dc.date.issued"
            | "dc.created"
            | "pubdate"
            | "publish-date"
            | "publication_date"
            | "citation_publication_date"
            | "parsely-pub-date"
            | "sailthru.date"
            | "og:published_time"
            | "og:article:published_time" => {
                self.published = self.published.or_else(|| date(content));
            }
            _ if name.starts_with("twitter:label") && is_written_by(content) => {
                self.author_label = Some(name.replace("label", "data"));
            }
            _ if self.author_label.as_deref() == Some(name) => set(&mut about.uploader, content),
            "content-language" => set(&mut self.language, content),
            "generator" => about.is_converted = content.starts_with("pandoc"),
            _ => {}
        }
    }

    fn time(&mut self, element: Element<'_>) {
        let when = date(element.value(Attribute::Datetime));
        if element.value(Attribute::Itemprop).eq_ignore_ascii_case("datePublished")
            || element.is_named(&["publish", "pubdate", "dateline"])
        {
            self.published = self.published.or(when);
        }
        self.first_time = self.first_time.or(when);
    }

    fn complete(self, about: &mut About) {
        let meta = &mut about.meta;
        if are_accounts(&meta.authors) {
            let source = meta.source.as_ref().map(CleanText::as_str);
            let source =
                source.or(self.site.as_deref()).or(self.publisher.as_deref()).unwrap_or("");
            let mut named = authors(&self.author, source);
            let owner = self.owner.as_deref().unwrap_or("");
            if named.iter().any(|name| !owner.contains(name.as_str())) {
                named.retain(|name| !owner.contains(name.as_str()));
            }
            if meta.authors.is_empty() || !are_accounts(&named) {
                meta.authors = named;
            }
        }
        if let Some(names) = self.poster.filter(|_| are_accounts(&meta.authors)) {
            meta.authors = people(&names);
        }
        take(&mut meta.source, self.site.or(self.publisher));
        take(&mut meta.language, self.language.filter(|language| language.len() > 1));
        take(&mut meta.url, self.url.filter(|url| url.starts_with("http")));
        let published = meta.published.or(self.published).or(about.created);
        meta.published = published.or(self.first_time);
        about.titles.extend(self.titles);
        if let Some(title) = self.title {
            let source = meta.source.as_ref().map_or("", CleanText::as_str);
            about.titles.extend(without_site(&title, source).and_then(words));
            about.titles.extend(words(&title));
        }
        if let Some(headline) = printed(&self.headlines, &about.titles) {
            about.titles.insert(0, headline);
        }
        meta.title = about.titles.first().map(|title| CleanText::line(title));
    }
}

/// `2022-03-09T10:00:00Z`, `2022/03/09`, `March 9, 2022`.
pub fn date(text: &str) -> Option<When> {
    let text = text.trim();
    let day = text.get(..10).map(|day| day.replace('/', "-"));
    day.and_then(|day| When::parse(&day).ok())
        .or_else(|| typed_date(text.get(..40)?).ok())
        .or_else(|| (text.len() < 40).then(|| typed_date(text).ok()).flatten())
}

/// The day, in Greenwich, of a moment that programs count in seconds, or thousandths of them, from
/// 1970 on.
pub fn moment(digits: &str) -> Option<When> {
    const SECONDS: i64 = 24 * 60 * 60;
    if !matches!(digits.len(), 10 | 13) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let seconds: i64 = digits[..10].parse().ok()?;
    Some(When::of_day(Day((seconds / SECONDS) as i32)))
}

/// `Written by`, in the languages in which most sites say it.
fn is_written_by(label: &str) -> bool {
    const LABELS: [&str; 6] =
        ["written by", "verfasst von", "écrit par", "escrito por", "scritto da", "geschreven door"];
    LABELS.contains(&label.trim().to_lowercase().as_str())
}

/// The one headline that is printed on a page, if the page calls itself nearly so: for those who
/// search the web, many sites name an article in other words than for its readers.
fn printed(headlines: &[String], titles: &[String]) -> Option<String> {
    let headline = headlines.first()?;
    let words = |text: &str| -> Vec<String> {
        let folded = fold(text);
        let words = folded.text().split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.len() > 3).map(str::to_owned).collect()
    };
    let printed = words(headline);
    let is_near = |title: &String| {
        let title = words(title);
        let n_same = printed.iter().filter(|word| title.contains(word)).count();
        // The name of the site is a part of the title too, but a small one.
        n_same > 1 && n_same * 5 >= printed.len() * 2 && n_same * 2 >= title.len()
    };
    let is_only = headlines.iter().all(|other| other == headline);
    (is_only && titles.iter().any(is_near)).then(|| headline.clone())
}

/// A title without the name of the site behind it.
fn without_site<'a>(title: &'a str, site: &str) -> Option<&'a str> {
    let (at, sign) = [" | ", " – ", " — ", " - ", " · ", " « ", " :: "]
        .iter()
        .filter_map(|sign| title.rfind(sign).map(|at| (at, *sign)))
        .max()?;
    let behind = title[at + sign.len()..].trim();
    let is_site = !site.is_empty() && fold(behind).text() == fold(site).text();
    is_site.then(|| title[..at].trim())
}

fn set(slot: &mut Option<String>, text: &str) {
    if slot.is_none() {
        *slot = words(text);
    }
}

/// Fills what is not known yet.
pub fn take(slot: &mut Option<CleanText>, text: Option<String>) {
    if slot.is_none() {
        *slot = text.map(|text| CleanText::line(&text));
    }
}

/// Text on one line, with single blanks; `None` where there is none.
pub fn words(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line: String = words.join(" ").chars().take(MOST_LETTERS).collect();
    (!line.is_empty()).then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let about = about(&Page::parse(html, false));
        let meta = about.meta;
        let authors: Vec<&str> = meta.authors.iter().map(CleanText::as_str).collect();
        let text = |text: Option<CleanText>| text.map_or(String::new(), |text| text.to_string());
        let shown = format!(
            "{} / {} / {} / {}",
            text(meta.title),
            authors.join("+"),
            text(meta.source),
            meta.published.map_or(String::new(), |when| when.edtf()),
        );
        assert_eq!(shown, expected);
    }

    #[test]
    fn linked_data_counts_most() {
        check(
            "<title>Other | Paper</title><meta property=og:title content=Other>\
             <script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\"},\
             {\"@type\":[\"NewsArticle\"],\"headline\":\"The Price\",\"author\":[{\"name\":\"Ann Lee\"},\
             {\"name\":\"John Roe\"}],\"publisher\":{\"name\":\"The Paper\"},\
             \"datePublished\":\"2022-03-09T10:00:00Z\"}]}</script>",
            "The Price / Ann Lee+John Roe / The Paper / 2022-03-09",
        );
    }

    #[test]
    fn meta_and_title_say_what_is_left() {
        check(
            "<title>The Price – The Paper</title><meta name=author content='By Ann Lee and John Roe'>\
             <meta property='og:site_name' content='The Paper'><time datetime='2022-03-09'>x</time>",
            "The Price / Ann Lee+John Roe / The Paper / 2022-03-09",
        );
        check("<title>Well-known – facts</title>", "Well-known – facts /  /  / ");
        check("<meta name=date content='March 9, 2022'>", " /  /  / 2022-03-09");
    }

    #[test]
    fn when_a_page_was_made_counts_less_than_when_it_was_published() {
        let made = "<script type='application/ld+json'>{\"@type\":\"Article\",\
             \"dateCreated\":\"2022-03-10T01:18:13Z\"}</script>";
        let published =
            "<meta property='article:published_time' content='2022-03-09T17:18:13-08:00'>";
        check(&format!("{made}{published}"), " /  /  / 2022-03-09");
        check(made, " /  /  / 2022-03-10");
    }

    #[test]
    fn the_headline_that_is_printed_is_the_title() {
        let titles = "<meta property=og:title content='The Ship Ends Its Mission in the Fog'>\
                      <title>The ship ends its mission | The Quay</title>";
        check(
            &format!("{titles}<h1>An ode to the ship and its mission</h1>"),
            "An ode to the ship and its mission /  /  / ",
        );
        // The name of the site, or one of several.
        let named = "The Ship Ends Its Mission in the Fog /  /  / ";
        check(&format!("{titles}<h1>The Quay</h1>"), named);
        let site =
            "<title>The ship ends its long mission in the fog at last | Northern Quay News</title>";
        check(
            &format!("{site}<h1>Northern Quay News</h1>"),
            "The ship ends its long mission in the fog at last | Northern Quay News /  /  / ",
        );
        check(&format!("{titles}<h1>The ship and its mission</h1><h1>Other ships</h1>"), named);
    }

    #[test]
    fn creators_are_said_with_their_given_names_first() {
        check("<meta name=dc.creator content='Lee, Ann M.'>", " / Ann M. Lee /  / ");
        check("<meta name=dc.creator content='Ann Lee, Bo Dee'>", " / Ann Lee+Bo Dee /  / ");
    }

    #[test]
    fn broken_data_is_passed_over() {
        let deep = "[".repeat(100_000);
        for json in ["{", "3", "{\"@type\":3}", deep.as_str()] {
            check(&format!("<script type='application/ld+json'>{json}</script>"), " /  /  / ");
        }
    }
}
