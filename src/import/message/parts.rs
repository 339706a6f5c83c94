//! The parts of a message.
//!
//! The library reads what one part says and how its body is packed. Parts are told apart here: it
//! keeps every header of every part, which takes a small file thirty times its size, and its time
//! grows with the square of the encoded words in one of them.

use mailparse::{DispositionType, MailHeader, MailHeaderMap, ParsedContentType};
use memchr::memmem;

/// The headers of a part end before so many bytes; what has more is left out.
const HEADER_BYTES: usize = 16 << 10;

/// Encoded words in the headers of a part; a long title has ten.
const MOST_ENCODED: usize = 256;

/// A saved page has some hundred images.
const MOST_PARTS: usize = 1 << 14;

/// Parts hold parts: an answer to a forwarded mail with its images has four levels.
const MOST_DEPTH: usize = 16;

/// A part that holds no others.
#[derive(Debug)]
pub struct Part<'a> {
    bytes: &'a [u8],
    /// What it is, and in which encoding.
    pub kind: ParsedContentType,
    /// Its headers.
    pub headers: Vec<MailHeader<'a>>,
}

impl Part<'_> {
    /// Whether it is to be kept as a file rather than read.
    pub fn is_attached(&self) -> bool {
        let disposition = self.headers.get_first_value("Content-Disposition");
        disposition.is_some_and(|value| {
            mailparse::parse_content_disposition(&value).disposition == DispositionType::Attachment
        })
    }

    /// Its body, unpacked.
    pub fn body(&self) -> Option<Vec<u8>> {
        mailparse::parse_mail(self.bytes).ok()?.get_body_raw().ok()
    }
}

/// The headers of a message, and the offset of what stands behind them; `None` if it has none.
pub fn headers(bytes: &[u8]) -> Option<(Vec<MailHeader<'_>>, usize)> {
    let head = &bytes[..bytes.len().min(HEADER_BYTES)];
    let end = if head.starts_with(b"\n") || head.starts_with(b"\r\n") {
        0
    } else {
        let ends = [&b"\n\n"[..], b"\n\r\n"].map(|end| memmem::find(head, end));
        ends.into_iter().flatten().min().map(|at| at + 1)?
    };
    if memmem::find_iter(&head[..end], b"=?").nth(MOST_ENCODED).is_some() {
        return None;
    }
    let (headers, _) = mailparse::parse_headers(&head[..end]).ok()?;
    Some((headers, end))
}

/// The parts of a message that hold no others, in their order.
pub fn parts(bytes: &[u8]) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = vec![(bytes, 0)];
    while let Some((bytes, depth)) = rest.pop() {
        let Some((headers, end)) = headers(bytes) else { continue };
        let kind = headers.get_first_value("Content-Type").unwrap_or_else(|| "text/plain".into());
        let kind = mailparse::parse_content_type(&kind);
        let boundary = kind.params.get("boundary");
        match boundary
            .filter(|boundary| kind.mimetype.starts_with("multipart/") && !boundary.is_empty())
        {
            Some(boundary) if depth < MOST_DEPTH => {
                let room = MOST_PARTS.saturating_sub(parts.len() + rest.len());
                let mut inner = pieces(&bytes[end..], boundary);
                inner.truncate(room);
                rest.extend(inner.into_iter().rev().map(|piece| (piece, depth + 1)));
            }
            Some(_) => {}
            None => parts.push(Part { bytes, kind, headers }),
        }
    }
    parts
}

/// What stands between lines that begin with two hyphens and this boundary, up to the last one,
/// which is closed by two more; it may be missing.
fn pieces<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let sign = format!("--{boundary}");
    let mut pieces = Vec::new();
    let mut start = None;
    for at in memmem::find_iter(body, sign.as_bytes()) {
        if at > 0 && body[at - 1] != b'\n' {
            continue;
        }
        let behind = &body[at + sign.len()..];
        let line = memchr::memchr(b'\n', behind).map_or(behind, |end| &behind[..end]);
        let is_last = line.trim_ascii() == b"--";
        // Another boundary may begin with this one.
        if !is_last && !line.trim_ascii().is_empty() {
            continue;
        }
        pieces.extend(start.map(|start: usize| &body[start..at.max(start)]));
        start = (!is_last).then(|| (at + sign.len() + line.len() + 1).min(body.len()));
        if is_last || pieces.len() > MOST_PARTS {
            return pieces;
        }
    }
    pieces.extend(start.map(|start| &body[start..]));
    pieces
}
