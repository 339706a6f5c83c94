//! Where links lead, and what the places are called that they lead to.
//!
//! A place in a page is called by its `id`; in a book, by the path of its file in the archive, `#`
//! and the `id`. A link inside the document is `#` and the name of a place, any other a URL.

use std::borrow::Cow;

/// The file that links stand in.
#[derive(Debug, Clone, Default)]
pub struct Base {
    /// The path of the file inside a book; `None` for a page of its own.
    pub path: Option<String>,
    /// The address of a page of its own.
    pub url: Option<String>,
}

impl Base {
    /// The name of the place that has this `id`.
    pub fn name<'a>(&self, id: &'a str) -> Cow<'a, str> {
        match &self.path {
            Some(path) => format!("{path}#{id}").into(),
            None => id.into(),
        }
    }

    /// The `id` of the place of this name, if it stands in this file.
    pub fn own_id<'a>(&self, name: &'a str) -> Option<&'a str> {
        match &self.path {
            Some(path) => name.strip_prefix(path.as_str())?.strip_prefix('#'),
            None => Some(name),
        }
    }

    /// Where a link leads; `None` where there is nothing for a reader.
    pub fn target(&self, href: &str) -> Option<String> {
        let href = href.trim_matches(|c: char| c.is_ascii_whitespace());
        let scheme = scheme(href).map(str::to_ascii_lowercase);
        if href.is_empty() || matches!(scheme.as_deref(), Some("javascript" | "data")) {
            return None;
        }
        if let Some(id) = self.fragment(href) {
            return (!id.is_empty()).then(|| format!("#{}", self.name(&unescape(id))));
        }
        match &self.path {
            Some(path) if scheme.is_none() => {
                let (file, id) = href.split_once('#').unwrap_or((href, ""));
                let file = join(path, &unescape(file));
                Some(if id.is_empty() {
                    format!("#{file}")
                } else {
                    format!("#{file}#{}", unescape(id))
                })
            }
            None if scheme.is_none() => Some(self.absolute(href)),
            _ => Some(href.to_owned()),
        }
    }

    /// The name of the place of this very document to which a link leads.
    pub fn place(&self, href: &str) -> Option<String> {
        let href = href.trim_ascii();
        if let Some(id) = self.fragment(href) {
            return (!id.is_empty()).then(|| self.name(&unescape(id)).into_owned());
        }
        // A page of its own has no other places.
        let target = self.path.is_some().then(|| self.target(href)).flatten()?;
        target.strip_prefix('#').map(str::to_owned)
    }

    /// The address that a link without a scheme names, seen from that of the page.
    fn absolute(&self, href: &str) -> String {
        let Some((scheme, rest)) = self.url.as_ref().and_then(|url| url.split_once("://")) else {
            return href.to_owned();
        };
        if let Some(rest) = href.strip_prefix("//") {
            return format!("{scheme}://{rest}");
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let path = path.split(['?', '#']).next().unwrap_or("");
        if href.starts_with('?') {
            return format!("{scheme}://{host}/{path}{href}");
        }
        let (to, query) = href.split_at(href.find(['?', '#']).unwrap_or(href.len()));
        let joined = join(path, to);
        let slash = if to.ends_with('/') && !joined.is_empty() { "/" } else { "" };
        format!("{scheme}://{host}/{joined}{slash}{query}")
    }

    /// The `id` that a link to a place of this very file names.
    pub fn fragment<'a>(&self, href: &'a str) -> Option<&'a str> {
        let href = match &self.url {
            Some(url) => href.strip_prefix(url.as_str()).filter(|rest| rest.starts_with('#')),
            None => None,
        }
        .unwrap_or(href);
        href.strip_prefix('#')
    }
}

/// The scheme of an absolute URL.
fn scheme(href: &str) -> Option<&str> {
    let (scheme, _) = href.split_once(':')?;
    let is_name = scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    (is_name && scheme.starts_with(|c: char| c.is_ascii_alphabetic())).then_some(scheme)
}

/// The path of a file named from another one; it never leaves the archive.
pub fn join(from: &str, path: &str) -> String {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_absolute = path.starts_with('/');
    let mut parts: Vec<&str> = if is_absolute { Vec::new() } else { folder.split('/').collect() };
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("/")
}

/// Percent-encoded bytes as what they stand for.
pub fn unescape(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = match (first, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high << 4 | low),
            _ => None,
        };
        bytes.push(escaped.unwrap_or(*first));
        rest = &rest[if escaped.is_some() { 3 } else { 1 }..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(base: &Base, href: &str, expected: Option<&str>) {
        assert_eq!(base.target(href).as_deref(), expected, "{href}");
    }

    #[test]
    fn a_page_links_to_itself_and_to_the_world() {
        let url = Some("https://example.org/a".to_owned());
        let page = Base { url, path: None };
        check(&page, "#fn1", Some("#fn1"));
        check(&page, "https://example.org/a#fn1", Some("#fn1"));
        check(&page, "https://example.org/b#fn1", Some("https://example.org/b#fn1"));
        check(&page, "mailto:ann@example.org", Some("mailto:ann@example.org"));
        check(&page, "javascript:alert(1)", None);
        check(&page, "#", None);
        check(&page, "/wiki/A?b#c", Some("https://example.org/wiki/A?b#c"));
        check(&page, "b/../c/", Some("https://example.org/c/"));
        check(&page, "//example.com/d", Some("https://example.com/d"));
        check(&page, "?page=2", Some("https://example.org/a?page=2"));
        check(&Base::default(), "b.html", Some("b.html"));
    }

    #[test]
    fn a_chapter_links_to_the_files_of_its_book() {
        let chapter = Base { path: Some("OEBPS/text/c1.xhtml".to_owned()), url: None };
        check(&chapter, "#fn1", Some("#OEBPS/text/c1.xhtml#fn1"));
        check(&chapter, "../notes%20a.xhtml#n1", Some("#OEBPS/notes a.xhtml#n1"));
        check(&chapter, "c2.xhtml", Some("#OEBPS/text/c2.xhtml"));
        check(&chapter, "../../../../etc/passwd", Some("#etc/passwd"));
        check(&chapter, "https://example.org/", Some("https://example.org/"));
        assert_eq!(chapter.name("x"), "OEBPS/text/c1.xhtml#x");
    }
}
