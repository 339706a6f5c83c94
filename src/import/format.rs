//! The formats that are read, and how they are told apart.

use super::{markdown, sniff};

/// A format of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown, as CommonMark and GitHub know it.
    Markdown,
    /// A web page.
    Html,
    /// An electronic book.
    Epub,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Html, Self::Epub];

    /// What the reader calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Epub => "EPUB",
        }
    }

    /// The format of a text, by its content and then by the name of its file, which may be empty.
    ///
    /// What has no telling name is Markdown only by strong signs: a few stars or numbers at the
    /// beginnings of lines make no Markdown of a text.
    pub fn of_text(text: &str, name: &str) -> Self {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        if sniff::is_page(text) {
            return Self::Html;
        }
        match extension.to_ascii_lowercase().as_str() {
            "html" | "htm" | "xhtml" | "xht" | "shtml" if sniff::has_tag(text) => Self::Html,
            "" if sniff::is_part_of_page(text) => Self::Html,
            "md" | "markdown" | "mdown" | "mkd" | "mkdn" | "mdwn" => Self::Markdown,
            "" | "txt" | "text" | "html" | "htm" | "xhtml" | "xht" | "shtml"
                if markdown::is_likely(text) =>
            {
                Self::Markdown
            }
            _ => Self::Text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, text: &str, expected: Format) {
        assert_eq!(Format::of_text(text, name), expected, "{name}: {text}");
    }

    #[test]
    fn a_name_tells_markdown() {
        check("notes.md", "one", Format::Markdown);
        check("NOTES.Markdown", "one", Format::Markdown);
        check("notes.txt", "one", Format::Text);
        check("config.rs", "# One\n\n**two**", Format::Text);
    }

    #[test]
    fn without_a_name_strong_signs_tell_markdown() {
        check("", "# The harbor\n\nIt was *small*.\n", Format::Markdown);
        check("", "---\ntitle: The harbor\n---\n\nIt was small.\n", Format::Markdown);
        check("a.txt", "One\n\n## Two\n\nSee [it](https://example.org).\n", Format::Markdown);
        check("", "| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n", Format::Markdown);
    }

    #[test]
    fn a_page_is_told_by_how_it_begins() {
        check("page.txt", "\n<!-- saved -->\n<!DOCTYPE html>\n<p>x", Format::Html);
        check("", "<?xml version='1.0'?>\n<html>", Format::Html);
        check("page.htm", "just <b>words</b>", Format::Html);
        check("", "<p>x</p>", Format::Html);
        check("readme.md", "<p align=center>x</p>\n\n# One", Format::Markdown);
        check("", "<?xml version='1.0'?>\n<rss>", Format::Text);
        check("", "<pedantic> is no tag", Format::Text);
        check("", "<!-- never closed", Format::Text);
    }

    #[test]
    fn a_page_without_a_tag_is_none() {
        check("page.htm", "just words, a < b, and <https://example.org>", Format::Text);
        check("page.html", "# The harbor\n\nIt was *small*.\n", Format::Markdown);
        check("page.html", "words<br>words", Format::Html);
        check("page.xhtml", "<!-- saved -->\nwords", Format::Html);
    }

    #[test]
    fn stars_and_numbers_make_no_markdown_of_a_text() {
        check("", "* one\n* two\n\n1. three\n", Format::Text);
        check("", "He *said* so.\n\n* * *\n\n    indented\n", Format::Text);
        check("", "#!/bin/sh\n# A comment\necho **\n", Format::Text);
        check("", "# A comment\nkey = value\n", Format::Text);
        check("", "The #1 harbor\n\n---\nNo: not at all\n---\n", Format::Text);
        check("", "1. [Introduction](page 4)\n", Format::Text);
    }
}
