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
