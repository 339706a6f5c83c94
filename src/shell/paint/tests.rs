//! What terminals of different opinions show of a frame.

use super::*;
use crate::document::clusters;
use proptest::prelude::*;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthChar;

fn row(text: &str) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 1));
    put(&mut buffer, 0, text);
    buffer
}

fn put(buffer: &mut Buffer, y: u16, text: &str) {
    let mut x = 0;
    for (_, cluster) in clusters(text) {
        let columns = cluster_columns(cluster) as u16;
        // Every panel keeps a margin.
        if x + columns > buffer.area.right() - 2 {
            return;
        }
        buffer[(x, y)].set_symbol(cluster);
        x += columns;
    }
}

fn bytes(before: &str, after: &str) -> String {
    let (before, after) = (row(before), row(after));
    let mut out = Vec::new();
    write(&mut out, &changed(&before, &after)).expect("memory can be written");
    String::from_utf8(out).expect("what is drawn is text")
}

#[test]
fn plain_letters_follow_each_other() {
    assert_eq!(bytes("", "ab漢字é"), "\x1b[1;1Hab漢字é");
}

#[test]
fn behind_a_disputed_cluster_the_column_is_set_anew() {
    for (cluster, columns) in [
        ("👩\u{200d}💻", 2),
        ("❤\u{fe0f}", 2),
        ("🇫🇷", 2),
        ("1\u{fe0f}\u{20e3}", 2),
        ("👍🏽", 2),
        ("ก\u{e33}", 2),
    ] {
        let blanks = " ".repeat(columns);
        let next = columns + 1;
        assert_eq!(
            bytes("xxxxxxxxx", &format!("{cluster}xxxxxxx")).split("xx").next(),
            Some(&*format!("\x1b[1;1H{blanks}\x1b[1;1H{cluster}\x1b[1;{next}H")),
            "{cluster}"
        );
    }
    assert_eq!(bytes("", "e\u{301}a"), "\x1b[1;1He\u{301}\x1b[1;2Ha  ");
}

#[test]
fn what_a_cluster_may_be_written_over_is_written_again() {
    // Three emoji joined: six cells in a terminal that does not join them.
    let family = "👩\u{200d}👩\u{200d}👧";
    let written = bytes("漢abcdefgh|", &format!("{family}abcdefgh|"));
    assert_eq!(written, format!("\x1b[1;1H  \x1b[1;1H{family}\x1b[1;3Habcdefgh"));
    assert_eq!(bytes(&format!("{family}abcd"), "漢abcd"), "\x1b[1;1H漢");
}

#[test]
fn a_half_wide_letter_with_its_sound_mark_leaves_the_next_letter() {
    assert_eq!(bytes("", "ｶﾞa"), "\x1b[1;1H  \x1b[1;1Hｶﾞ\x1b[1;3Ha ");
}

#[test]
fn attributes_end_where_they_end() {
    let before = row("");
    let mut after = row("ab");
    after[(0, 0)].modifier = Modifier::BOLD;
    let mut out = Vec::new();
    write(&mut out, &changed(&before, &after)).expect("memory can be written");
    assert_eq!(out, b"\x1b[1;1H\x1b[1ma\x1b[0mb");
}

/// A terminal with a width of its own for each character of a disputed cluster.
struct Terminal {
    rows: Vec<Vec<String>>,
    cursor: (usize, usize),
    width: fn(char) -> usize,
}

impl Terminal {
    fn new(width: fn(char) -> usize) -> Self {
        Self { rows: vec![vec![" ".to_owned(); 20]; 2], cursor: (0, 0), width }
    }

    fn take(&mut self, bytes: &str) {
        let mut rest = bytes;
        while let Some(first) = rest.chars().next() {
            if let Some(sequence) = rest.strip_prefix("\x1b[") {
                let end = sequence.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(0);
                if sequence[end..].starts_with('H') {
                    let (y, x) = sequence[..end].split_once(';').unwrap_or(("1", "1"));
                    let number = |n: &str| n.parse::<usize>().map_or(0, |n| n - 1);
                    self.cursor = (number(x), number(y));
                }
                rest = &sequence[end + 1..];
                continue;
            }
            self.print(first);
            rest = &rest[first.len_utf8()..];
        }
    }

    fn print(&mut self, character: char) {
        let (x, y) = self.cursor;
        let row = &mut self.rows[y];
        let width = (self.width)(character);
        // Rows do not wrap: what comes behind the last column goes over it.
        let x = if width > 0 { x.min(row.len() - width) } else { x };
        for covered in x..x + width {
            // The other half of what is half written over is blank.
            let start = (0..=covered).rev().find(|at| !row[*at].is_empty()).unwrap_or(0);
            let end = (covered + 1..row.len()).find(|at| !row[*at].is_empty()).unwrap_or(row.len());
            row[start..end].fill(" ".to_owned());
        }
        row[x..x + width].fill(String::new());
        if width > 0 {
            row[x] = character.to_string();
        }
        self.cursor.0 = x + width;
    }
}

/// Marks and joiners, which every terminal knows to take no cell.
fn is_mark(c: char) -> bool {
    c.width() == Some(0)
}

const PIECES: &[&str] = &[
    "a",
    "b ",
    "|",
    "漢",
    "カ",
    "é",
    "e\u{301}",
    "👩\u{200d}💻",
    "❤\u{fe0f}",
    "🇫🇷",
    "👍🏽",
    "1\u{fe0f}\u{20e3}",
    "👨\u{200d}👩\u{200d}👧\u{200d}👦",
    "क\u{93f}",
    "क\u{94d}ष",
    "ก\u{e33}",
    "ｶ\u{ff9e}",
    "🫨",
    "☀",
];

fn any_frame() -> impl Strategy<Value = Buffer> {
    let line = proptest::collection::vec(proptest::sample::select(PIECES), 0..20);
    proptest::collection::vec(line, 2).prop_map(|lines| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 2));
        for (line, y) in lines.iter().zip(0..) {
            put(&mut buffer, y, &line.concat());
        }
        buffer
    })
}

proptest! {
    #[test]
    fn letters_stand_in_their_columns_in_terminals_of_any_opinion(
        frames in proptest::collection::vec(any_frame(), 1..4),
    ) {
        let opinions: [fn(char) -> usize; 3] = [
            |c| c.width().unwrap_or(0),
            |c| if is_mark(c) { 0 } else if is_disputed(c.encode_utf8(&mut [0; 4])) { 1 } else { c.width().unwrap_or(0) },
            |c| if is_mark(c) { 0 } else if is_disputed(c.encode_utf8(&mut [0; 4])) { 2 } else { c.width().unwrap_or(0) },
        ];
        for width in opinions {
            let mut terminal = Terminal::new(width);
            let mut shown = Buffer::empty(Rect::new(0, 0, 20, 2));
            for next in &frames {
                let mut out = Vec::new();
                write(&mut out, &changed(&shown, next)).expect("memory can be written");
                terminal.take(&String::from_utf8(out).expect("what is drawn is text"));
                shown = next.clone();
                for y in 0..2 {
                    let mut x = 0;
                    while x < 20 {
                        let symbol = next[(x, y)].symbol();
                        if !is_disputed(symbol) {
                            prop_assert_eq!(&terminal.rows[usize::from(y)][usize::from(x)], symbol, "{}", x);
                        }
                        x += cluster_columns(symbol) as u16;
                    }
                }
            }
        }
    }
}
