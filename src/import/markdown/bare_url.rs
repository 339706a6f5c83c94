//! Addresses that stand in the text as they are: GitHub makes links of them, CommonMark does not.
//!
//! The rules are those of the extension "autolinks" of GitHub Flavored Markdown, without those for
//! addresses of mail. A curly quote or another closing mark behind an address is no part of it
//! either.

use std::ops::Range;

const STARTS: [&str; 3] = ["https://", "http://", "www."];

/// The addresses in `text`, in order.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if !text.contains("://") && !text.contains("www.") {
        return found;
    }
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let host = host(&text[start..]);
        at = start + host.max(1);
        if is_host(&text[start..at]) {
            let end = text[at..].find(|c: char| c.is_whitespace() || c == '<');
            let end = end.map_or(text.len(), |length| at + length);
            found.push(start..start + trimmed(&text[start..end]).len());
            at = end;
        }
    }
    found
}

/// Where the link to an address leads.
pub fn target(address: &str) -> String {
    if address.starts_with("www.") { format!("http://{address}") } else { address.to_owned() }
}

/// The first place from `at` on where an address may begin.
fn next_start(text: &str, at: usize) -> Option<usize> {
    let candidates = memchr::memchr2_iter(b'h', b'w', &text.as_bytes()[at..]);
    candidates.map(|found| at + found).find(|start| {
        let before = text[..*start].chars().next_back();
        let is_free = before.is_none_or(|before| !before.is_alphanumeric() && before != '/');
        is_free && STARTS.iter().any(|begin| text[*start..].starts_with(begin))
    })
}

/// How long the start of an address and the host behind it are.
fn host(text: &str) -> usize {
    let start = STARTS[..2].iter().find(|start| text.starts_with(**start));
    let at = start.map_or(0, |start| start.len());
    let is_of_host = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    text[at..].find(|c| !is_of_host(c)).map_or(text.len(), |length| at + length)
}

/// Whether a host has two words with a dot between them, and no underscore in the last two.
fn is_host(text: &str) -> bool {
    let host = text.rsplit('/').next().unwrap_or(text);
    let mut words = host.trim_end_matches('.').rsplit('.');
    let is_word = |word: &str| !word.is_empty() && !word.contains('_');
    words.next().is_some_and(is_word) && words.next().is_some_and(is_word)
}

/// An address without the stops of the sentence that it stands in.
fn trimmed(address: &str) -> &str {
    let is_stop = |c: char| "?!.,:;*_~'\"”’»›…）」』。、".contains(c);
    let n_open = address.matches('(').count();
    let mut n_closed = address.matches(')').count();
    let mut rest = address;
    loop {
        let without = rest.trim_end_matches(is_stop);
        match without.strip_suffix(')') {
            // A bracket that was opened in the address is closed by it.
            Some(inner) if n_closed > n_open => {
                n_closed -= 1;
                rest = inner;
            }
            _ => return without,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = find(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected, "{text}");
    }

    // The examples of the specification of GitHub Flavored Markdown, 6.9.
    #[test]
    fn addresses_are_found_as_the_specification_says() {
        check("www.commonmark.org", &["www.commonmark.org"]);
        check("Visit www.commonmark.org/help for more.", &["www.commonmark.org/help"]);
        check("Visit www.commonmark.org/a.b.", &["www.commonmark.org/a.b"]);
        check(
            "www.google.com/search?q=Markup+(business)",
            &["www.google.com/search?q=Markup+(business)"],
        );
        check(
            "www.google.com/search?q=Markup+(business)))",
            &["www.google.com/search?q=Markup+(business)"],
        );
        check(
            "(www.google.com/search?q=Markup+(business))",
            &["www.google.com/search?q=Markup+(business)"],
        );
        check(
            "www.google.com/search?q=(business))+ok",
            &["www.google.com/search?q=(business))+ok"],
        );
        check("www.commonmark.org/he<lp", &["www.commonmark.org/he"]);
        check(
            "(Visit https://encrypted.google.com/search?q=Markup+(business))",
            &["https://encrypted.google.com/search?q=Markup+(business)"],
        );
    }

    #[test]
    fn words_that_only_look_like_an_address_are_none() {
        check("http:// and www. and https://x", &[]);
        check("awww.example.org, see shttp://example.org", &[]);
        check("http://a_b.example_c", &[]);
    }

    #[test]
    fn what_closes_the_sentence_is_not_of_the_address() {
        check("“https://example.org/a”, he said", &["https://example.org/a"]);
        check(
            "https://example.org/ä_b, http://例え.jp。",
            &["https://example.org/ä_b", "http://例え.jp"],
        );
    }

    #[test]
    fn no_repetition_takes_long() {
        let text = format!("www.example.org/{}", ")".repeat(1 << 20));
        check(&text, &["www.example.org/"]);
        check(&("www.".repeat(1 << 18) + "_"), &[]);
    }
}
