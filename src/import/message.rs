//! Messages (MIME): a page that a browser saved as one file, or a mail.
//!
//! In: the bytes of the file. Out: the parts of it that are its text, as they are decoded for
//! transfer, with what the headers say of them. Images and attachments are left out.

mod parts;

use super::Format;
use super::encoding::Encoding;
use crate::document::{CleanText, Day, Meta, When};
use mailparse::{MailHeader, MailHeaderMap};
use parts::Part;

/// A message.
#[derive(Debug)]
pub struct Message {
    /// Its text: the page first, then the plain words that say the same.
    pub bodies: Vec<Body>,
    /// What its headers say; of a saved page only the title and the address are the page's own.
    pub meta: Meta,
    /// How many attachments it has.
    pub n_attached: usize,
}

/// The text of a message.
#[derive(Debug)]
pub struct Body {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// It is a page.
    pub is_html: bool,
    /// The encoding that its header names.
    pub encoding: Option<Encoding>,
}

/// Whether a file that begins so, read as `format` if that was asked for, may be a message.
pub fn may_be(format: Option<Format>, bytes: &[u8]) -> bool {
    format.is_none_or(|format| format == Format::Html) && is_message(bytes)
}

/// Whether bytes begin with headers, of which one tells what the rest is.
fn is_message(bytes: &[u8]) -> bool {
    // Of most texts the first bytes tell that they are no header.
    const NAME_BYTES: usize = 40;
    let is_of_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'-';
    let n_name = bytes.iter().take(NAME_BYTES).take_while(is_of_name).count();
    if bytes.get(n_name) != Some(&b':') {
        return false;
    }
    let Some((headers, _)) = parts::headers(bytes) else { return false };
    let has = |name| headers.get_first_header(name).is_some();
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    // A mail of plain words alone need not say so.
    let is_plain = || {
        let from = headers.get_first_value("From").is_some_and(|from| from.contains('@'));
        let date = headers.get_first_value("Date");
        from && date.is_some_and(|date| jiff::fmt::rfc2822::parse(date.trim()).is_ok())
    };
    headers.iter().all(|header| is_name(&header.get_key_ref()))
        && (has("Content-Type") && (has("MIME-Version") || has("From")) || is_plain())
}

/// The text of a message, with what its headers say; `None` if there is no text in it.
pub fn unpack(bytes: &[u8]) -> Option<Message> {
    let (headers, _) = parts::headers(bytes)?;
    let parts = parts::parts(bytes);
    let first = |kinds: &[&str]| {
        let is_one = |part: &&Part| kinds.contains(&part.kind.mimetype.as_str());
        parts.iter().find(|part| is_one(part) && !part.is_attached())
    };
    let page = first(&["text/html", "application/xhtml+xml"]);
    let bodies = [page, first(&["text/plain"])].into_iter().flatten();
    let bodies: Vec<Body> = bodies.filter_map(body).collect();
    let meta = meta(&headers, page);
    let n_attached = parts.iter().filter(|part| part.is_attached()).count();
    (!bodies.is_empty()).then_some(Message { bodies, meta, n_attached })
}

fn body(part: &Part) -> Option<Body> {
    let bytes = part.body()?;
    let encoding = part.kind.params.get("charset").and_then(|name| Encoding::named(name));
    // Valid UTF-8 wins over a declaration here as elsewhere.
    let encoding = encoding.filter(|_| str::from_utf8(&bytes).is_err());
    Some(Body { bytes, is_html: part.kind.mimetype != "text/plain", encoding })
}

/// What the headers say.
fn meta(headers: &[MailHeader], page: Option<&Part>) -> Meta {
    let header = |name| headers.get_first_value(name);
    let from = header("From").unwrap_or_default();
    let title = header("Subject").filter(|title| !title.trim().is_empty());
    let title = title.map(|title| CleanText::line(title.trim()));
    // “<Saved by Blink>” is no address.
    if !from.contains('@') {
        let url = header("Snapshot-Content-Location")
            .or_else(|| page?.headers.get_first_value("Content-Location"))
            .filter(|url| url.starts_with("http://") || url.starts_with("https://"));
        return Meta { title, url: url.map(|url| CleanText::line(&url)), ..Meta::default() };
    }
    let published = header("Date").and_then(|date| {
        let date = jiff::fmt::rfc2822::parse(date.trim()).ok()?.date();
        Day::of(date.year(), date.month(), date.day()).map(When::of_day)
    });
    Meta { title, authors: sender(&from).into_iter().collect(), published, ..Meta::default() }
}

/// The name of whoever sent a mail: of `Ann Lee <ann@example.org>` the words.
fn sender(from: &str) -> Option<CleanText> {
    let addresses = mailparse::addrparse(from).ok()?;
    let name = addresses.iter().find_map(|address| match address {
        mailparse::MailAddr::Single(one) => one.display_name.clone(),
        mailparse::MailAddr::Group(_) => None,
    })?;
    let name = name.trim();
    (!name.is_empty() && !name.contains('@')).then(|| CleanText::line(name))
}

#[cfg(test)]
mod tests;
