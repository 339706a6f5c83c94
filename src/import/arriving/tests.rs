use super::*;
use crate::document::TextRange;

/// A text of some 800 KB: chapters with headings, lists, verse and quotations, and paragraphs of
/// which no two are alike.
fn text(heading: &str) -> String {
    let mut text = "A Long Story\n\nby Ann Bly\n\n".to_owned();
    for chapter in 1..=40 {
        text += &format!("\n\n{heading}Chapter {chapter}\n\n\n");
        for n in 0..60 {
            let words =
                format!("In chapter {chapter} and paragraph {n} the café was closed again.");
            let lines = [words.as_str(), "So they went home by the river, and nobody spoke of it."];
            text += &lines.join("\n").repeat(1 + n % 4);
            text += "\n\n";
            if n % 9 == 0 {
                text += &format!("- one thing of {n}\n- another of {chapter}\n\n");
            }
            if n % 13 == 0 {
                text += &format!("    The sun went down {n}\n    and rose on {chapter},\n\n");
            }
        }
    }
    text
}

/// Where the first line behind `at` begins.
fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| at + end + 1)
}

fn arriving(name: &str) -> Arriving {
    Arriving::new(Options { name, ..Options::default() })
}

/// Reads windows around many places, knowing only the head of the text: each must be what the whole
/// has there, but for its last block, which is cut.
#[track_caller]
fn check(name: &str, text: &str) {
    let mut whole = arriving(name);
    text.as_bytes().chunks(50_000).for_each(|piece| whole.take(piece).unwrap());
    assert!(whole.is_verbatim());
    let whole = whole.finish().unwrap().document;
    let mut head = arriving(name);
    head.take(&text.as_bytes()[..HEAD_BYTES + 1]).unwrap();
    let beginning = head.so_far().unwrap().unwrap();
    for percent in [45, 50, 71, 99] {
        let at = whole.end() * percent / 100;
        let checkpoint = whole.checkpoint_before(at);
        let checkpoint = checkpoint.unwrap_or_else(|| panic!("{name} at {percent}%"));
        let from = checkpoint.source as usize;
        let bytes = &text.as_bytes()[from..line_end(text, from + 300_000)];
        let window = head.window(checkpoint, bytes).unwrap();
        assert!(whole.continues(&window), "{name} at {percent}%");
        assert_eq!(window.chunks()[0].base(), checkpoint.text as usize);
        assert!(window.end() > at && (checkpoint.text as usize) < at, "{name} at {percent}%");
        let both = beginning.with_window(&window).unwrap();
        assert!(both.has_gap() && both.continues(&beginning) && whole.continues(&both));
        let here = whole.block_around(at).unwrap();
        assert_eq!(both.block_around(at), Some(here));
        assert_eq!(both[here.range], whole[here.range]);
    }
}

#[test]
fn what_is_read_from_a_checkpoint_on_is_what_the_whole_has_there() {
    check("story.txt", &text(""));
    check("story.txt", &text("").replace('\n', "\r\n"));
    check("story.md", &text("## "));
}

#[test]
fn what_stands_between_the_beginning_and_a_window_comes_without_moving_either() {
    let text = text("");
    let mut head = arriving("story.txt");
    head.take(&text.as_bytes()[..HEAD_BYTES + 1]).unwrap();
    let whole = import_whole(text.as_bytes(), Options::default()).unwrap().document;
    let checkpoint = whole.checkpoint_before(whole.end() / 2).unwrap();
    let from = checkpoint.source as usize;
    let window =
        head.window(checkpoint, &text.as_bytes()[from..line_end(&text, from + 90_000)]).unwrap();
    let mut shown = head.so_far().unwrap().unwrap().with_window(&window).unwrap();
    let (mut n_in_between, mut n_shown) = (0, 0);
    for piece in text.as_bytes()[HEAD_BYTES + 1..].chunks(20_000) {
        head.take(piece).unwrap();
        match head.so_far().unwrap().unwrap().with_window(&window) {
            Some(next) => {
                assert!(next.continues(&shown));
                shown = next;
                n_shown += 1;
            }
            None => n_in_between += 1,
        }
    }
    assert!(n_in_between > 0 && n_shown > 10, "{n_in_between} {n_shown}");
    assert!(!shown.has_gap() && whole.continues(&shown));
}

#[test]
fn a_stretch_ends_at_what_is_missing() {
    let text = text("");
    let mut head = arriving("story.txt");
    head.take(&text.as_bytes()[..HEAD_BYTES + 1]).unwrap();
    let whole = import_whole(text.as_bytes(), Options::default()).unwrap().document;
    let checkpoint = whole.checkpoint_before(whole.end() / 2).unwrap();
    let from = checkpoint.source as usize;
    let window =
        head.window(checkpoint, &text.as_bytes()[from..line_end(&text, from + 90_000)]).unwrap();
    let beginning = head.so_far().unwrap().unwrap();
    let both = beginning.with_window(&window).unwrap();
    let (base, end) = (checkpoint.text as usize, both.end());
    assert_eq!(both.stretch_at(0), TextRange::new(0, beginning.end()));
    assert_eq!(both.stretch_at(base - 1), TextRange::new(0, beginning.end()));
    assert_eq!(both.stretch_at(base), TextRange::new(base, end));
    assert_eq!(both.blocks_around(3), 0..beginning.n_blocks() as u32);
    assert_eq!(both.blocks_around(checkpoint.block), checkpoint.block..both.n_blocks() as u32);
    assert_eq!(both.block(crate::document::BlockId(checkpoint.block - 1)), None);
    assert_eq!(
        both.section_at(base + 1).map(|_| ()),
        whole.section_at(base + 1).filter(|block| block.range.start() >= base).map(|_| ())
    );
}

#[test]
fn offsets_in_what_is_decoded_or_unpacked_are_no_offsets_in_the_file() {
    let text = text("");
    let mut marked = arriving("story.txt");
    marked.take("\u{feff}".as_bytes()).unwrap();
    marked.take(text.as_bytes()).unwrap();
    assert!(!marked.is_verbatim());
    let mut latin = arriving("story.txt");
    latin.take(&encoding_rs::WINDOWS_1252.encode(&text).0).unwrap();
    assert!(!latin.is_verbatim());
    let mut damaged = arriving("story.txt");
    damaged.take(text.as_bytes()).unwrap();
    damaged.take(b"caf\xe9 and more words\n").unwrap();
    assert!(!damaged.is_verbatim());
}
