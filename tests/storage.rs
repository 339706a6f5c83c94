//! What was acknowledged as saved is there, whatever kills the program, and however many save at
//! once. The rounds are few here; `DATELINE_ROUNDS=500` makes as many.

// clippy knows test functions, not what they call.
#![allow(clippy::unwrap_used)]

use dateline::document::{BlockKind, Builder, Document, Meta};
use dateline::record::{Item, Kind, Likeness, Passage, Record, Sketch, merge};
use dateline::shell::storage::Storage;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Which writer a child process is, where, and what it calls its items.
const CHILD: &str = "DATELINE_TEST_WRITER";

fn rounds(few: usize) -> usize {
    std::env::var("DATELINE_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(few)
}

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("storage").join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn note(id: &str) -> Item {
    let anchor = Passage { exact: "the words noted on".to_owned(), ..Passage::default() };
    let kind = Kind::Note { text: "x".repeat(60), anchor };
    Item { id: id.to_owned(), kind, rest: Default::default() }
}

fn document() -> Document {
    let mut builder = Builder::new();
    builder.add(BlockKind::Paragraph, "A text of some words, by which it is known again.");
    builder.finish(Meta::default())
}

const NAME: &str = "0a1b2c";

/// The record that the storage in `folder` holds.
fn stored(folder: &Path) -> Option<Record> {
    let bytes = fs::read(folder.join(format!("{NAME}.json"))).ok()?;
    Record::parse(&bytes).ok()
}

/// Adds notes as fast as it can, and tells the id of each once it is saved: what a child process
/// runs until it is killed.
fn write_until_killed(
    folder: &Path,
    name: &str,
    save: impl Fn(&Record, &Record) -> Option<Record>,
) {
    let mut base = Record::default();
    let mut out = std::io::stdout();
    for n in 0.. {
        let id = format!("{name}.{n}");
        let mut mine = base.clone();
        mine.items.push(note(&id));
        // Between two programs nothing is known of each other's notes but what merging brings.
        let Some(merged) = save(&base, &mine) else { continue };
        base = merged;
        let _ = writeln!(out, "saved {id}");
        let _ = out.flush();
    }
    let _ = folder;
}

/// The writers, when this program runs as one of them.
#[test]
#[ignore = "runs in child processes"]
fn writer() {
    let Ok(told) = std::env::var(CHILD) else { return };
    let mut parts = told.splitn(3, ' ');
    let (kind, name) = (parts.next().unwrap(), parts.next().unwrap());
    let folder = PathBuf::from(parts.next().unwrap());
    let storage = Storage::new(folder.clone());
    match kind {
        "real" => write_until_killed(&folder, name, |base, mine| {
            storage.save(NAME, base, mine).ok().map(|stored| stored.record)
        }),
        // As a program writes that knows no better: over what is there.
        "in-place" => write_until_killed(&folder, name, |base, mine| {
            let theirs = stored(&folder).unwrap_or_default();
            let merged = merge(base, &theirs, mine);
            fs::write(folder.join(format!("{NAME}.json")), merged.json()).ok()?;
            Some(merged)
        }),
        other => panic!("no writer {other}"),
    }
}

fn spawn(kind: &str, name: &str, folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["writer", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .env(CHILD, format!("{kind} {name} {}", folder.display()))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills a writer when it has saved `n` notes and goes on saving; the ids that it told.
fn kill_after(mut child: Child, n: usize, wait: Duration) -> Vec<String> {
    let out = BufReader::new(child.stdout.take().unwrap());
    let mut saved = Vec::new();
    let mut is_killed = false;
    for line in out.lines().map_while(Result::ok) {
        // The harness writes the name of the test in front of the first line.
        if let Some((_, id)) = line.rsplit_once("saved ") {
            saved.push(id.to_owned());
        }
        if saved.len() >= n && !is_killed {
            is_killed = true;
            // At any point of a save: some of them lie within the time of one.
            std::thread::sleep(wait);
            child.kill().unwrap();
        }
    }
    child.wait().unwrap();
    saved
}

/// How many of `rounds` left a file that cannot be read, and how many acknowledged notes are not
/// in the file.
fn kill_rounds(kind: &str, n_rounds: usize, n_writers: usize) -> (usize, usize, usize) {
    let folder = folder(&format!("kill-{kind}-{n_writers}"));
    fs::create_dir_all(&folder).unwrap();
    let (mut n_unreadable, mut n_lost, mut n_saved) = (0, 0, 0);
    let mut acknowledged: BTreeSet<String> = BTreeSet::new();
    for round in 0..n_rounds {
        let children: Vec<Child> = (0..n_writers)
            .map(|writer| spawn(kind, &format!("{round}-{writer}"), &folder))
            .collect();
        let waits = children.into_iter().enumerate().map(|(writer, child)| {
            // Spread over the time that a save takes, by a fixed sequence.
            let wait = Duration::from_micros(((round * 7919 + writer * 104_729) % 4000) as u64);
            std::thread::spawn(move || kill_after(child, 2 + round % 5, wait))
        });
        let waits: Vec<_> = waits.collect();
        for saved in waits.into_iter().map(|wait| wait.join().unwrap()) {
            n_saved += saved.len();
            acknowledged.extend(saved);
        }
        match stored(&folder) {
            Some(record) => {
                let there: BTreeSet<&str> =
                    record.items.iter().map(|item| item.id.as_str()).collect();
                n_lost += acknowledged.iter().filter(|id| !there.contains(id.as_str())).count();
            }
            None => n_unreadable += 1,
        }
        if round % 25 == 24 || stored(&folder).is_none() {
            acknowledged.clear();
            let _ = fs::remove_file(folder.join(format!("{NAME}.json")));
        }
    }
    eprintln!(
        "{kind}, writers: {n_writers}, kills: {}, saved: {n_saved}, unreadable: {n_unreadable}, \
         lost: {n_lost}",
        n_rounds * n_writers
    );
    (n_unreadable, n_lost, n_saved)
}

#[test]
fn killing_the_program_while_it_saves_loses_nothing_that_it_acknowledged() {
    for n_writers in [1, 2] {
        let (n_unreadable, n_lost, n_saved) = kill_rounds("real", rounds(15), n_writers);
        assert!(n_saved > 0);
        assert_eq!((n_unreadable, n_lost), (0, 0), "with {n_writers} writers");
    }
}

#[test]
fn the_same_test_finds_out_a_program_that_writes_over_its_files() {
    let (mut n_unreadable, mut n_lost) = (0, 0);
    // Two that write over each other's file do not go well for long.
    for _ in 0..20 {
        let (unreadable, lost, _) = kill_rounds("in-place", rounds(15).min(50), 2);
        (n_unreadable, n_lost) = (n_unreadable + unreadable, n_lost + lost);
        if n_unreadable + n_lost > 0 {
            break;
        }
    }
    assert!(n_unreadable + n_lost > 0, "the test does not test");
}

#[test]
fn two_programs_that_save_in_turn_lose_nothing_of_each_other() {
    let folder = folder("two");
    let n = rounds(200).min(200);
    let programs: Vec<_> = ["a", "b"]
        .into_iter()
        .map(|name| {
            let storage = Storage::new(folder.clone());
            std::thread::spawn(move || {
                let mut base = Record::default();
                for index in 0..n {
                    let mut mine = base.clone();
                    mine.items.push(note(&format!("{name}{index}")));
                    base = storage.save(NAME, &base, &mine).unwrap().record;
                }
            })
        })
        .collect();
    programs.into_iter().for_each(|program| program.join().unwrap());
    let record = stored(&folder).unwrap();
    let there: BTreeSet<&str> = record.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!((there.len(), record.items.len()), (2 * n, 2 * n));
}

#[test]
fn files_are_for_their_owner_alone() {
    let folder = folder("private").join("dateline");
    Storage::new(folder.clone()).save(NAME, &Record::default(), &with_a_note()).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    let names: Vec<PathBuf> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    names.iter().for_each(|path| assert_eq!(mode(path), 0o600, "{path:?}"));
}

fn with_a_note() -> Record {
    Record { items: vec![note("1")], ..Record::default() }
}

#[test]
fn what_cannot_be_read_is_set_aside_and_told() {
    let cases: [(&str, &[u8], &str); 4] = [
        ("cut", b"{\"schema\": 1, \"items\": [", "damaged"),
        ("noise", b"\0\xff\x1b[2J", "damaged"),
        ("none", b"", "damaged"),
        ("later", b"{\"schema\": 9}", "newer"),
    ];
    for (name, bytes, what) in cases {
        let folder = folder(&format!("aside-{name}"));
        fs::create_dir_all(&folder).unwrap();
        let sketch = Sketch::of(&document()).unwrap();
        let path = folder.join(format!("{sketch}.json"));
        let storage = Storage::new(folder.clone());
        // Twice: what was set aside first is not written over.
        for n_aside in 1..=2 {
            fs::write(&path, bytes).unwrap();
            let found = storage.find(&sketch, None).unwrap();
            assert_eq!(found.record, Record::default());
            assert!(found.told.is_some_and(|told| told.contains(what)), "{name}");
            let aside = fs::read_dir(&folder).unwrap().flatten().filter(|entry| {
                let name = entry.file_name().into_string().unwrap();
                name.contains(what) && fs::read(entry.path()).unwrap() == bytes
            });
            assert_eq!(aside.count(), n_aside, "{name}");
        }
        let saved = storage.save(&sketch.to_string(), &Record::default(), &with_a_note()).unwrap();
        assert_eq!((saved.record, saved.told), (with_a_note(), None));
    }
}

#[test]
fn a_killed_save_leaves_nothing_behind() {
    let folder = folder("unfinished");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(".saving-x1y2"), "{").unwrap();
    Storage::new(folder.clone()).prepare().unwrap();
    assert!(!folder.join(".saving-x1y2").exists());
}

#[test]
fn a_full_disk_keeps_what_was_there() {
    let folder = folder("full");
    fs::create_dir_all(&folder).unwrap();
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=64k", "tmpfs"])
        .arg(&folder)
        .stderr(Stdio::null())
        .status();
    if !mounted.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED a_full_disk_keeps_what_was_there: a file system cannot be mounted here");
        return;
    }
    let unmount = Unmount(&folder);
    let inside = folder.join("records");
    let storage = Storage::new(inside.clone());
    let first = storage.save(NAME, &Record::default(), &with_a_note()).unwrap().record;
    let path = inside.join(format!("{NAME}.json"));
    let before = fs::read(&path).unwrap();
    let mut large = first.clone();
    large.items.extend((0..400).map(|n| note(&format!("large {n}"))));
    let refused = storage.save(NAME, &first, &large).unwrap_err().to_string();
    assert!(refused.contains("no space"), "{refused}");
    assert_eq!(fs::read(&path).unwrap(), before);
    // The control: written in place, it is gone.
    fs::write(&path, large.json()).unwrap_err();
    assert_ne!(fs::read(&path).unwrap(), before);
    // With room again, the next save succeeds.
    fs::write(&path, &before).unwrap();
    let mut small = first.clone();
    small.items.push(note("2"));
    assert_eq!(storage.save(NAME, &first, &small).unwrap().record, small);
    drop(unmount);
}

struct Unmount<'a>(&'a Path);

impl Drop for Unmount<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_text_that_was_moved_and_edited_is_known_again() {
    let folder = folder("known");
    let text = |paragraphs: std::ops::Range<u32>| {
        let mut builder = Builder::new();
        for n in paragraphs {
            let words =
                format!("Paragraph {n} tells of {n} ships, {n} storms and what came of {n}.");
            builder.add(BlockKind::Paragraph, &words);
        }
        Sketch::of(&builder.finish(Meta::default())).unwrap()
    };
    let storage = Storage::new(folder);
    let mine = Record { path: Some("/a/b.txt".to_owned()), ..with_a_note() };
    storage.save(&text(0..40).to_string(), &Record::default(), &mine).unwrap();
    let find = |sketch: &Sketch, path| storage.find(sketch, path).unwrap().record.items.len();
    assert_eq!(find(&text(0..40), None), 1, "unchanged, somewhere else");
    assert_eq!(find(&text(3..43), Some("/c.txt")), 1, "edited, and somewhere else");
    assert_eq!(find(&text(100..140), Some("/a/b.txt")), 0, "another text in its place");
}

/// The sketch of a text of these paragraphs, each of which has its number in it.
fn sketch(paragraphs: impl Iterator<Item = u32>) -> Sketch {
    let mut builder = Builder::new();
    for n in paragraphs {
        let words = format!("Paragraph {n} tells of {n} ships, {n} storms and what came of {n}.");
        builder.add(BlockKind::Paragraph, &words);
    }
    Sketch::of(&builder.finish(Meta::default())).unwrap()
}

fn sketch_of(text: &str) -> Sketch {
    let mut builder = Builder::new();
    builder.add(BlockKind::Paragraph, text);
    Sketch::of(&builder.finish(Meta::default())).unwrap()
}

#[test]
fn a_text_in_the_same_place_is_known_by_little_and_else_the_notes_on_it_are_told() {
    let storage = Storage::new(folder("same-place"));
    let mine = Record { path: Some("/a/b.txt".to_owned()), ..with_a_note() };
    let find = |sketch: &Sketch, path| storage.find(sketch, Some(path)).unwrap();
    storage.save(&sketch(0..24).to_string(), &Record::default(), &mine).unwrap();
    let rewritten = sketch((0..10).chain(100..114));
    assert_eq!(sketch(0..24).likeness(&rewritten), Likeness::Related);
    assert_eq!(find(&rewritten, "/a/b.txt").record.items.len(), 1);
    assert_eq!(find(&rewritten, "/c.txt").record.items.len(), 0);
    let other = find(&sketch(200..224), "/a/b.txt");
    assert_eq!(other.record.items.len(), 0);
    assert!(other.told.is_some_and(|told| told.contains("earlier text of this name")));
    // In a few words, nearly all changes with one.
    let list = sketch_of("Milk, eggs.");
    let mine = Record { path: Some("/list".to_owned()), ..with_a_note() };
    storage.save(&list.to_string(), &Record::default(), &mine).unwrap();
    assert_eq!(find(&sketch_of("Milk, eggs, bread."), "/list").record.items.len(), 1);
}

#[test]
fn two_texts_with_much_in_common_are_two_while_both_are_there() {
    let folder = folder("issues");
    fs::create_dir_all(&folder).unwrap();
    let [one, two] = ["one.txt", "two.txt"].map(|name| folder.join(name));
    fs::write(&one, "").unwrap();
    let storage = Storage::new(folder.join("records"));
    let mine = Record { path: Some(one.to_str().unwrap().to_owned()), ..with_a_note() };
    storage.save(&sketch(0..40).to_string(), &Record::default(), &mine).unwrap();
    let next = sketch((0..24).chain(100..116));
    assert!(matches!(sketch(0..40).likeness(&next), Likeness::Half(_)));
    let n_notes = || storage.find(&next, Some(two.to_str().unwrap())).unwrap().record.items.len();
    assert_eq!(n_notes(), 0);
    fs::remove_file(&one).unwrap();
    assert_eq!(n_notes(), 1, "it was moved and edited");
}

#[test]
fn a_record_that_is_a_link_stays_one() {
    let folder = folder("link");
    let elsewhere = folder.join("elsewhere");
    let records = folder.join("records");
    fs::create_dir_all(&elsewhere).unwrap();
    fs::create_dir_all(&records).unwrap();
    let file = elsewhere.join("notes.json");
    fs::write(&file, Record::default().json()).unwrap();
    let link = records.join(format!("{NAME}.json"));
    std::os::unix::fs::symlink(&file, &link).unwrap();
    Storage::new(records).save(NAME, &Record::default(), &with_a_note()).unwrap();
    assert!(link.is_symlink());
    assert_eq!(Record::parse(&fs::read(&file).unwrap()).unwrap(), with_a_note());
}
