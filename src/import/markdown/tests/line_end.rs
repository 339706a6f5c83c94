//! What ends a line.

use super::*;

#[test]
fn a_carriage_return_alone_ends_a_line() {
    let text = "---\ntitle: T\n---\n\n# T\n\nOne of it.\n\n- a\n- b\n\n```\ncode\n```\n\nEnd.\n";
    let expected = shown(&import(text));
    assert!(expected.len() > 5, "{expected:?}");
    let mixed = text.replacen('\n', "\r\n", 5).replace("\n\n", "\r\r");
    for text in [text.replace('\n', "\r"), text.replace('\n', "\r\n"), mixed] {
        assert_eq!(shown(&import(&text)), expected, "{text:?}");
        for at in 0..text.len() {
            let mut reader = MarkdownReader::default();
            // The first piece holds the metadata.
            let at = at.max(30);
            reader.read(&text[..at.min(text.len())]);
            reader.read(&text[at.min(text.len())..]);
            assert_eq!(shown(&reader.finish()), expected, "{at} {text:?}");
        }
    }
}

#[test]
fn a_link_is_known_wherever_it_is_defined_between_carriage_returns() {
    let filler = "words and words\r\r".repeat(20_000);
    let document = import(&format!("See [one].\r\r{filler}[one]: http://x.org\r"));
    let targets: Vec<_> =
        document.spans().filter_map(|span| span.mark.target().map(str::to_owned)).collect();
    assert_eq!(targets, ["http://x.org"]);
}
