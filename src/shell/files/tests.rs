use super::*;
use crate::app::Theme;
use std::sync::mpsc::Receiver;

/// Does `test` with three texts and two names of nothing around the second: `1 - 2 - 3`.
fn with_files(test: impl FnOnce(&mut Files<'_>)) {
    let arguments = ["dateline", "--theme", "dark", "--no-state"].map(Into::into).into_iter();
    let mut arguments = super::super::arguments::parse(arguments).unwrap();
    arguments.config.theme = super::super::arguments::ThemeName::Dark;
    let sources = [text("Cargo.toml"), gone(), text("CHANGELOG.md"), gone(), text("README.md")];
    test(&mut Files::open(&sources, &arguments).ok().unwrap());
}

fn text(name: &str) -> Source {
    Source::File(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
}

fn gone() -> Source {
    Source::File("no/such/file".into())
}

fn number(files: &Files<'_>) -> usize {
    files.shown.app.settings.file.number
}

fn told<'a>(files: &'a Files<'_>) -> &'a str {
    files.shown.app.notice.as_ref().map_or("", CleanText::as_str)
}

#[test]
fn a_file_is_opened_once_and_its_state_kept() {
    with_files(|files| {
        files.shown.app.article.sideways = 7;
        assert!(files.step(2));
        assert_eq!((number(files), files.shown.app.article.sideways), (3, 0));
        assert!(!files.step(-2));
        assert_eq!((number(files), files.shown.app.article.sideways), (1, 7));
        assert!(!files.step(2), "it was opened before");
        assert!(files.step(9));
        assert_eq!(files.shown.app.settings.file, FileNumber { number: 5, of: 5 });
    });
}

#[test]
fn a_file_that_does_not_open_is_told_and_then_passed() {
    with_files(|files| {
        assert!(!files.step(1));
        assert_eq!(number(files), 1);
        assert!(told(files).starts_with("cannot open no/such/file: there is no such file"));
        assert!(files.step(1));
        assert_eq!(number(files), 3);
        // From one that did not open, the way back does not skip one that did.
        files.step(1);
        files.step(-2);
        assert_eq!(number(files), 1);
    });
}

#[test]
fn the_ends_of_the_list_are_told() {
    with_files(|files| {
        files.step(-1);
        assert_eq!(told(files), "the first file");
        files.step(9);
        files.step(1);
        assert_eq!((number(files), told(files)), (5, "the last file"));
    });
}

#[test]
fn the_first_file_that_opens_is_shown_and_the_others_told() {
    let arguments =
        super::super::arguments::parse(["dateline", "--no-state"].map(Into::into).into_iter())
            .unwrap();
    let sources = [Source::File("no/such".into()), Source::File("/".into()), text("README.md")];
    let files = Files::open(&sources, &arguments).ok().unwrap();
    assert_eq!(number(&files), 3);
    assert!(told(&files).starts_with("cannot open no/such: "), "{}", told(&files));
    assert!(told(&files).contains("; cannot open /: this is a folder"), "{}", told(&files));
    let refusals = Files::open(&sources[..2], &arguments).err().unwrap();
    assert_eq!(refusals.len(), 2);
    assert!(refusals[1].starts_with("/: this is a folder"), "{refusals:?}");
}

/// Waits for the end of what runs on a file, which is not shown.
fn wait(files: &mut Files<'_>, inbox: &Receiver<Input>, sender: &Sender<Input>) {
    while files.others.iter().flatten().any(|file| file.app.is_looking()) {
        match inbox.recv().unwrap() {
            Input::Read(ticket, arrival) => files.read(&ticket, arrival, sender),
            Input::Found(ticket, message) => files.find(&ticket, message, sender),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_file_is_read_and_looked_through_while_another_is_shown() {
    let path = std::env::temp_dir().join(format!("dateline-files-{}", std::process::id()));
    let paragraph = |year: u32| format!("{}In May {year} it rained.\n\n", "So it is. ".repeat(99));
    std::fs::write(&path, (1500..2000).map(paragraph).collect::<String>()).unwrap();
    let arguments =
        super::super::arguments::parse(["dateline", "--no-state"].map(Into::into).into_iter())
            .unwrap();
    let sources = [Source::File(path.clone()), text("README.md")];
    let mut files = Files::open(&sources, &arguments).ok().unwrap();
    std::fs::remove_file(&path).unwrap();
    let (sender, inbox) = std::sync::mpsc::channel();
    assert!(!files.shown.app.document.extent.is_whole());
    files.shown.begin(&sender);
    files.step(1);
    let before = files.shown.app.layers.clone();
    wait(&mut files, &inbox, &sender);
    assert!(std::sync::Arc::ptr_eq(&files.shown.app.layers, &before));
    files.step(-1);
    let app = &files.shown.app;
    assert_eq!((app.document.n_paragraphs(), app.layers.events.len()), (500, 500));
}

/// The text of a long file, of which no two paragraphs are alike.
fn long_text() -> String {
    let sentence = |n: u32, k: u32| format!("The clerk of {n} wrote letter {k} to them. ");
    let paragraph = |n| (1..=25).map(|k| sentence(n, k)).collect::<String>() + "\n\n";
    (1..=600).map(paragraph).collect()
}

/// Opens a file with what is stored of it, and lets `test` have it before the rest is read.
fn with_stored(name: &str, test: impl FnOnce(&Memory, &Source, &Arguments)) {
    let folder = std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let memory = Memory::Stored(super::super::storage::Storage::new(folder.join("state")));
    let arguments =
        super::super::arguments::parse(["dateline"].map(Into::into).into_iter()).unwrap();
    test(&memory, &Source::File(folder.join("long.txt")), &arguments);
    std::fs::remove_dir_all(&folder).unwrap();
}

fn opened<'a>(source: &'a Source, arguments: &'a Arguments, memory: &Memory) -> OpenFile<'a> {
    let mut file = open_file(source, arguments, memory, settings(arguments, memory), 72).unwrap();
    fit(&mut file);
    file
}

fn fit(file: &mut OpenFile<'_>) {
    let size = crate::app::Size { columns: 80, rows: 20 };
    file.app.fit(crate::app::Sizes { article: size, ..Default::default() });
}

/// Reads a file to its end.
fn read_all(file: &mut OpenFile<'_>, memory: &Memory, source: &Source, arguments: &Arguments) {
    let (sender, inbox) = std::sync::mpsc::channel();
    file.begin(&sender);
    while !file.app.document.extent.is_whole() {
        if let Input::Read(_, arrival) = inbox.recv().unwrap() {
            file.reading.arrive(&mut file.app, arrival, &sender);
            file.remember(memory, source, arguments);
            fit(file);
        }
    }
}

fn keep(file: &mut OpenFile<'_>, memory: &Memory) {
    for effect in file.app.leave() {
        let Job { name, save, .. } = file.job(effect).unwrap();
        memory.storage().unwrap().save(&name, &save.base, &save.mine).unwrap();
    }
}

/// The words of the page.
fn page(file: &OpenFile<'_>) -> Vec<String> {
    let rows = file.app.article.page.iter().filter_map(|line| line.row.as_ref());
    rows.map(|row| file.app.document[row.range].to_owned()).collect()
}

#[test]
fn a_long_file_is_opened_at_the_place_where_the_reader_was() {
    with_stored("place", |memory, source, arguments| {
        let Source::File(path) = source else { unreachable!() };
        for percent in [9, 30, 70, 99, 100] {
            std::fs::write(path, long_text()).unwrap();
            let mut file = opened(source, arguments, memory);
            read_all(&mut file, memory, source, arguments);
            let keys = format!("{percent}%");
            for key in keys.chars() {
                let key = crate::app::Key::plain(crate::app::Code::Char(key));
                file.app.update(Message::Key(key));
            }
            fit(&mut file);
            let (before, place) = (page(&file), file.app.article.place());
            keep(&mut file, memory);
            let mut file = opened(source, arguments, memory);
            assert!(!file.app.document.extent.is_whole());
            assert_eq!(file.app.document.has_gap(), percent > 50, "{percent}%");
            assert_eq!((page(&file), file.app.article.place()), (before.clone(), place));
            read_all(&mut file, memory, source, arguments);
            assert!(!file.app.document.has_gap());
            assert_eq!((page(&file), file.app.article.place()), (before, place));
        }
    });
}

#[test]
fn what_is_missing_is_not_passed_over_and_the_beginning_is_there() {
    with_stored("gap", |memory, source, arguments| {
        let Source::File(path) = source else { unreachable!() };
        std::fs::write(path, long_text()).unwrap();
        let mut file = opened(source, arguments, memory);
        read_all(&mut file, memory, source, arguments);
        let press = |file: &mut OpenFile<'_>, keys: &str| {
            for key in keys.chars() {
                let key = crate::app::Key::plain(crate::app::Code::Char(key));
                file.app.update(Message::Key(key));
                fit(file);
            }
        };
        press(&mut file, "80%");
        keep(&mut file, memory);
        let mut file = opened(source, arguments, memory);
        let first = file.app.document.stretch_at(file.app.article.place()).start();
        press(&mut file, &"b".repeat(300));
        assert_eq!(file.app.article.page_place().0, first);
        press(&mut file, "g");
        assert!(page(&file)[0].starts_with("The clerk of 1 wrote"), "{:?}", page(&file));
        assert_eq!(file.app.article.place(), 0);
        press(&mut file, &" ".repeat(300));
        let end = file.app.document.stretch_at(0).end();
        assert!(file.app.article.place() <= end);
        let place = file.app.article.place();
        read_all(&mut file, memory, source, arguments);
        assert_eq!(file.app.article.place(), place);
    });
}

#[test]
fn a_file_that_has_changed_is_read_from_its_beginning() {
    with_stored("changed", |memory, source, arguments| {
        let Source::File(path) = source else { unreachable!() };
        std::fs::write(path, long_text()).unwrap();
        let mut file = opened(source, arguments, memory);
        read_all(&mut file, memory, source, arguments);
        for key in ["8", "0", "%"] {
            let key = crate::app::Key::plain(crate::app::Code::Char(key.chars().next().unwrap()));
            file.app.update(Message::Key(key));
        }
        fit(&mut file);
        let before = page(&file);
        keep(&mut file, memory);
        // As long as it was, and longer.
        let (one, other) = (long_text().replacen("The clerk", "The old clerk", 1), "\nThe end.\n");
        let (head, tail) = one.split_at(one.len() - 100);
        let same_size = head.to_owned() + &tail[..96];
        assert_eq!(same_size.len(), long_text().len());
        for changed in [same_size, long_text() + other] {
            std::fs::write(path, changed).unwrap();
            let mut file = opened(source, arguments, memory);
            assert!(!file.app.document.has_gap());
            read_all(&mut file, memory, source, arguments);
            assert_eq!(page(&file)[3..], before[3..]);
        }
    });
}

#[test]
fn colors_are_the_same_in_all_files_and_each_keeps_its_column() {
    with_files(|files| {
        files.step(2);
        files.shown.app.settings.theme = Theme::Light;
        files.shown.app.article.measure = 40;
        files.step(-2);
        let app = &files.shown.app;
        assert_eq!((app.settings.theme, app.article.measure), (Theme::Light, 72));
    });
}
