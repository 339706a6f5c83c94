//! Stores records: one small file for each document, in a folder of their own.
//!
//! The name of a file is the sketch of its text, so that one listing of the folder tells which
//! record belongs to a document. A record is changed under a lock: read again, merged, written to a
//! new file, synchronized, renamed, and the folder synchronized. Only then it is saved. What is
//! there is never written over in place, and what cannot be read is set aside, never deleted.

use super::environment;
use crate::document::CleanText;
use crate::record::{Item, Kind, Likeness, MOST_BYTES, Record, RecordError, Sketch, hash, merge};
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use thiserror::Error;

/// The file with the form of a source that was chosen last, and what it may hold.
const FORM: &str = "form";
const MOST_FORM_BYTES: u64 = 32;
/// How the name of a record ends.
const ENDING: &str = ".json";
/// How the name of a file begins that is still being written.
const UNFINISHED: &str = ".saving-";
/// A program that holds the lock longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(2);

/// The folder of the records.
#[derive(Debug, Clone)]
pub struct Storage {
    folder: PathBuf,
}

/// Why a record was not read or not saved.
#[derive(Debug, Error)]
pub enum StorageError {
    /// The system refused.
    #[error("{}: {path}", reason(source))]
    System {
        /// What it refused.
        path: String,
        /// Why.
        source: io::Error,
    },
    /// It would not be read again.
    #[error("more than 16 MB of notes on one text; make some shorter")]
    TooLarge,
    /// Another program does not give the lock back.
    #[error("another dateline is saving and does not end")]
    Locked,
}

/// A record with its name, and what should be told of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stored {
    /// The name of its file, without the ending.
    pub name: String,
    /// The record.
    pub record: Record,
    /// A file that could not be read, and where it is now.
    pub told: Option<String>,
}

/// The record of a text that lay in a place before.
struct Before {
    name: String,
    sketch: Sketch,
    has_notes: bool,
}

type Result<T> = std::result::Result<T, StorageError>;

impl Storage {
    /// The records in `folder`, which need not be there yet.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Makes the folder, for its owner alone, and removes what was not finished when a program was
    /// killed: whether anything can be saved at all is known from then on.
    pub fn prepare(&self) -> Result<()> {
        if !self.folder.is_dir() {
            let made = DirBuilder::new().recursive(true).mode(0o700).create(&self.folder);
            made.map_err(|error| self.refused(&self.folder, error))?;
            if let Some(parent) = self.folder.parent() {
                self.synchronize(parent)?;
            }
        }
        // What another program saves is not waited for here.
        let lock = self.open_lock()?;
        if lock.try_lock().is_ok() {
            for name in self.names()?.iter().filter(|name| name.starts_with(UNFINISHED)) {
                let _ = fs::remove_file(self.folder.join(name));
            }
        }
        Ok(())
    }

    /// Whether there is any record.
    pub fn has_any(&self) -> bool {
        self.names().is_ok_and(|names| names.iter().any(|name| name.ends_with(ENDING)))
    }

    /// The record of a document, by its sketch; where texts have become unlike, by its path too.
    /// An empty one under a name of its own, if there is none. `sketch` must not be empty.
    pub fn find(&self, sketch: &Sketch, path: Option<&str>) -> Result<Stored> {
        let own = sketch.to_string();
        if self.file(&own).exists() {
            return self.load(own);
        }
        let names = self.names()?;
        let known = names.iter().filter_map(|name| name.strip_suffix(ENDING));
        let alike = known.filter_map(|name| {
            let likeness = sketch.likeness(&Sketch::parse(name)?);
            (likeness > Likeness::Other).then_some((likeness, name))
        });
        let mut alike: Vec<(Likeness, &str)> = alike.collect();
        alike.sort();
        for (likeness, name) in alike.into_iter().rev() {
            let is_it = match likeness {
                Likeness::Same(_) => true,
                Likeness::Half(_) => !self.is_of_other_file(name, path),
                Likeness::Related | Likeness::Other => false,
            };
            if is_it {
                return self.load(name.to_owned());
            }
        }
        let before = path.and_then(|path| self.last_at(path));
        let told = match &before {
            Some(before) if sketch.likeness(&before.sketch) > Likeness::Other => {
                return self.load(before.name.clone());
            }
            Some(before) if before.has_notes => Some(format!(
                "the notes on an earlier text of this name are kept in {}",
                short(&self.file(&before.name))
            )),
            _ => None,
        };
        Ok(Stored { name: own, told, ..Stored::default() })
    }

    /// Whether a record is of a text that lies elsewhere, and is still there.
    fn is_of_other_file(&self, name: &str, path: Option<&str>) -> bool {
        let record = self.read(&self.file(name)).ok().flatten().and_then(|read| read.ok());
        let its = record.and_then(|record| record.path);
        path.zip(its).is_some_and(|(path, its)| path != its && Path::new(&its).exists())
    }

    /// The record of the text that lay at `path` when something was last saved of it.
    fn last_at(&self, path: &str) -> Option<Before> {
        let name = fs::read_to_string(self.path_file(path)).ok()?;
        let sketch = Sketch::parse(&name)?;
        let record = self.read(&self.file(&name)).ok()??.ok()?;
        let is_note = |item: &Item| matches!(item.kind, Kind::Note { .. });
        let has_notes = record.items.iter().any(is_note);
        (record.path.as_deref() == Some(path)).then_some(Before { name, sketch, has_notes })
    }

    /// Where the name of the record stands of the text at `path`.
    fn path_file(&self, path: &str) -> PathBuf {
        self.folder.join(format!("{:016x}.path", hash([path].into_iter())))
    }

    /// Keeps which record is of the text at `path`.
    fn keep_path(&self, path: &str, name: &str) -> Result<()> {
        let file = self.path_file(path);
        if fs::read_to_string(&file).is_ok_and(|known| known == name) {
            return Ok(());
        }
        self.write(&file, name.as_bytes())
    }

    /// Saves what changed from `base` to `mine`; the record that is stored then. It is on the disk
    /// when this returns.
    pub fn save(&self, name: &str, base: &Record, mine: &Record) -> Result<Stored> {
        self.prepare_folder()?;
        let _lock = self.lock()?;
        let Stored { record: theirs, told, .. } = self.load_locked(name.to_owned())?;
        let merged = merge(base, &theirs, mine);
        if merged != theirs {
            let json = merged.json();
            if json.len() as u64 > MOST_BYTES {
                return Err(StorageError::TooLarge);
            }
            self.write(&self.file(name), json.as_bytes())?;
            if let Some(path) = &merged.path {
                self.keep_path(path, name)?;
            }
        }
        Ok(Stored { name: name.to_owned(), record: merged, told })
    }

    /// The form of a source that was chosen last, by its name.
    pub fn form(&self) -> Option<String> {
        let mut name = String::new();
        let file = File::open(self.folder.join(FORM)).ok()?;
        file.take(MOST_FORM_BYTES).read_to_string(&mut name).ok()?;
        Some(name.trim().to_owned())
    }

    /// Keeps the form of a source.
    pub fn keep_form(&self, name: &str) -> Result<()> {
        self.prepare_folder()?;
        self.write(&self.folder.join(FORM), format!("{name}\n").as_bytes())
    }

    fn prepare_folder(&self) -> Result<()> {
        if self.folder.is_dir() { Ok(()) } else { self.prepare() }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name.to_owned() + ENDING)
    }

    /// The record in the file of this name; an empty one if there is none, or if what is there
    /// cannot be read, which is set aside.
    fn load(&self, name: String) -> Result<Stored> {
        match self.read(&self.file(&name))? {
            Some(Ok(record)) => Ok(Stored { name, record, told: None }),
            None => Ok(Stored { name, ..Stored::default() }),
            // Another program may put a good one in its place meanwhile.
            Some(Err(_)) => {
                let _lock = self.lock()?;
                self.load_locked(name)
            }
        }
    }

    fn load_locked(&self, name: String) -> Result<Stored> {
        let path = self.file(&name);
        match self.read(&path)? {
            Some(Ok(record)) => Ok(Stored { name, record, told: None }),
            Some(Err(error)) => {
                let told = Some(self.set_aside(&path, &error)?);
                Ok(Stored { name, record: Record::default(), told })
            }
            None => Ok(Stored { name, ..Stored::default() }),
        }
    }

    /// What is in a file; `None` if there is no such file.
    fn read(&self, path: &Path) -> Result<Option<std::result::Result<Record, RecordError>>> {
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.refused(path, error)),
        };
        let mut bytes = Vec::new();
        let read = file.take(MOST_BYTES + 1).read_to_end(&mut bytes);
        read.map_err(|error| self.refused(path, error))?;
        if bytes.len() as u64 > MOST_BYTES {
            let damaged = RecordError::Damaged("it is larger than 16 MB".to_owned());
            return Ok(Some(Err(damaged)));
        }
        Ok(Some(Record::parse(&bytes)))
    }

    /// Gives a file that cannot be read a name under which nothing looks for it; what to tell.
    fn set_aside(&self, path: &Path, why: &RecordError) -> Result<String> {
        let time = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        let what = if matches!(why, RecordError::Newer(_)) { "newer" } else { "damaged" };
        let names = (0..).map(|n| {
            let mut name = path.as_os_str().to_owned();
            name.push(format!(".{what}-{}", time + n));
            PathBuf::from(name)
        });
        // Nothing that was set aside before is written over.
        let aside = names.into_iter().find(|aside| !aside.exists()).unwrap_or_default();
        fs::rename(path, &aside).map_err(|error| self.refused(path, error))?;
        Ok(format!("set aside as {}: what was kept of this text; {why}", short(&aside)))
    }

    /// Waits for the lock, which is held until the file is dropped.
    fn lock(&self) -> Result<File> {
        let file = self.open_lock()?;
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => {}
            // Some file systems have no locks; merging loses little even without.
            Err(TryLockError::Error(error)) if is_unsupported(&error) => return Ok(file),
            Err(TryLockError::Error(error)) => {
                return Err(self.refused(&self.lock_path(), error));
            }
        }
        // Waiting in the system's own queue is fair, but has no end; so another thread waits.
        let (sender, locked) = channel();
        let waits = thread::Builder::new().spawn(move || {
            if file.lock().is_ok() {
                // Nobody may want it any more; then it is given back here.
                let _ = sender.send(file);
            }
        });
        waits.map_err(|error| self.refused(&self.lock_path(), error))?;
        locked.recv_timeout(PATIENCE).map_err(|_| StorageError::Locked)
    }

    fn open_lock(&self) -> Result<File> {
        let path = self.lock_path();
        let opened =
            OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(&path);
        opened.map_err(|error| self.refused(&path, error))
    }

    fn lock_path(&self) -> PathBuf {
        self.folder.join("lock")
    }

    /// Puts `bytes` in the place of a file, whole or not at all.
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let refused = |error| self.refused(path, error);
        // Where a link stands, the file that it leads to is the one.
        let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let folder = path.parent().unwrap_or(&self.folder);
        let mut file =
            tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder).map_err(refused)?;
        file.write_all(bytes).map_err(refused)?;
        file.as_file().sync_all().map_err(refused)?;
        file.persist(path).map_err(|error| refused(error.error))?;
        self.synchronize(folder)
    }

    /// Makes the names in a folder durable.
    fn synchronize(&self, folder: &Path) -> Result<()> {
        let synchronized = File::open(folder).and_then(|folder| folder.sync_all());
        synchronized.map_err(|error| self.refused(folder, error))
    }

    /// The names of the files; none if the folder is not there.
    fn names(&self) -> Result<Vec<String>> {
        let listed = match fs::read_dir(&self.folder) {
            Ok(listed) => listed,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(self.refused(&self.folder, error)),
        };
        Ok(listed.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect())
    }

    fn refused(&self, path: &Path, source: io::Error) -> StorageError {
        StorageError::System { path: short(path), source }
    }
}

/// A path as a shell takes it, short enough to be told: `~` for the home folder, and `*` for most of
/// the name of a record.
fn short(path: &Path) -> String {
    const SHOWN: usize = 6;
    let home = environment::home().and_then(|home| path.strip_prefix(home).ok());
    let shown = home.map_or_else(|| path.to_path_buf(), |rest| Path::new("~").join(rest));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match name.split_once(ENDING) {
        Some((sketch, rest)) if sketch.len() > SHOWN && sketch.is_char_boundary(SHOWN) => {
            let ending = if rest.is_empty() { ENDING } else { rest };
            shown.with_file_name(format!("{}*{ending}", &sketch[..SHOWN])).display().to_string()
        }
        _ => shown.display().to_string(),
    }
}

fn is_unsupported(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::Unsupported
        || rustix::io::Errno::from_io_error(error) == Some(rustix::io::Errno::NOLCK)
}

/// The system's reason, without its number.
fn reason(error: &io::Error) -> String {
    let text = error.to_string().to_lowercase();
    let text = text.split(" (os error").next().unwrap_or_default();
    CleanText::line(text).to_string()
}
