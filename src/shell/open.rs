//! Opens a document and its companion; every refusal is one line that says what to do.

use super::arguments::{Arguments, is_stdin};
use crate::companion::{Companion, Curated};
use crate::document::{CleanText, Document, Layers, Meta};
use crate::import::{Format, HEAD_BYTES, Imported, Options, import_head, import_with};
use anyhow::{anyhow, bail};
use rustix::fs::OFlags;
use std::fs::{File, OpenOptions};
use std::io::{self, IsTerminal, Read};
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

const EDITION: &str = include_str!("../../assets/edition/chinas-russia-risk.txt");
const COMPANION: &str = include_str!("../../assets/edition/chinas-russia-risk.dateline.toml");
/// What holds for the edition alone, and not for the original: its metadata and its closing note.
const EDITION_META: &str = include_str!("../../assets/edition/edition.toml");

/// Offsets are 32 bits wide.
const MOST_BYTES: u64 = u32::MAX as u64;
/// No companion is larger.
const MOST_COMPANION_BYTES: u64 = 16 << 20;

/// Where the document comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The built-in edition.
    Edition,
    /// Standard input, read once.
    Pipe(Vec<u8>),
    /// A file.
    File(PathBuf),
}

/// A document with what its companion says.
#[derive(Debug)]
pub struct Opened {
    /// The document.
    pub document: Document,
    /// The items of the companion.
    pub curated: Curated,
    /// There is a companion.
    pub has_companion: bool,
    /// What should be told about the file.
    pub warnings: Vec<String>,
    /// It is all that the source holds, and not only the beginning.
    pub is_whole: bool,
}

impl Source {
    /// The sources that the arguments name, at least one. Files are not opened; what is piped in
    /// is read, since one may have to wait for it, and can stop it only before the terminal is
    /// taken.
    pub fn all(arguments: &Arguments) -> anyhow::Result<Vec<Self>> {
        if arguments.files.is_empty() {
            return Ok(vec![Self::of(None)?]);
        }
        arguments.files.iter().map(|name| Self::of(Some(name))).collect()
    }

    fn of(name: Option<&Path>) -> anyhow::Result<Self> {
        let stdin = io::stdin();
        match name {
            Some(path) if !is_stdin(path) => Ok(Self::File(path.to_owned())),
            Some(_) if stdin.is_terminal() => {
                bail!("-: nothing is piped in; name a file, or pipe one in")
            }
            None if stdin.is_terminal() || is_nothing() => Ok(Self::Edition),
            _ => {
                let mut bytes = Vec::new();
                let read = stdin.lock().take(MOST_BYTES + 1).read_to_end(&mut bytes);
                read.map_err(|error| anyhow!("-: {}", cause(&error)))?;
                Ok(Self::Pipe(bytes))
            }
        }
    }

    /// What the source is called.
    pub fn name(&self) -> CleanText {
        match self {
            Self::Edition => CleanText::line("the dateline edition"),
            Self::Pipe(_) => CleanText::line("standard input"),
            Self::File(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                CleanText::line(&name.to_string_lossy())
            }
        }
    }

    /// The source as it was named on the command line.
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => path.to_string_lossy().into_owned(),
            Self::Pipe(_) => "-".to_owned(),
            Self::Edition => self.name().to_string(),
        }
    }
}

impl Opened {
    /// Everything that the panels show.
    pub fn layers(&self) -> Layers {
        super::worker::merge(crate::extract::extract(&self.document), self.curated_layers())
    }

    /// What the companion says, alone.
    pub fn curated_layers(&self) -> Layers {
        Layers {
            notes: self.curated.notes.clone(),
            unresolved: self.curated.unresolved.clone(),
            ..Layers::merge(crate::document::Findings::default(), self.curated.findings.clone())
        }
    }
}

/// Opens the document of `source` with its companion.
pub fn open(source: &Source, arguments: &Arguments) -> anyhow::Result<Opened> {
    let imported = import(source, arguments)?;
    with_companion(source, arguments, imported)
}

/// Opens the beginning of a file that takes longer to read than a page should wait for.
///
/// `None` where the whole is read at once; so is what may be larger than its format allows, which
/// is refused before a page is shown.
pub fn open_head(source: &Source, arguments: &Arguments) -> Option<Opened> {
    const LONG: u64 = 4 * HEAD_BYTES as u64;
    const LARGE: u64 = 32 << 20;
    let Source::File(path) = source else { return None };
    let file = open_file(path).ok()?;
    let metadata = file.metadata().ok()?;
    if !metadata.is_file() || !(LONG..LARGE).contains(&metadata.len()) {
        return None;
    }
    let mut start = Vec::new();
    file.take(LONG).read_to_end(&mut start).ok()?;
    if start.starts_with(b"PK") {
        start = read_file(path, LARGE).ok()?;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let imported = import_head(&start, options(arguments, &name))?;
    let imported = Imported { warnings: Vec::new(), ..imported };
    let opened = with_companion(source, arguments, imported).ok()?;
    // What is to be told is told of the whole.
    Some(Opened { warnings: Vec::new(), is_whole: false, ..opened })
}

fn options<'a>(arguments: &Arguments, name: &'a str) -> Options<'a> {
    Options { name, format: arguments.format.map(Format::from), encoding: arguments.encoding }
}

fn with_companion(
    source: &Source,
    arguments: &Arguments,
    imported: Imported,
) -> anyhow::Result<Opened> {
    let document = imported.document;
    let companion = companion_of(source, arguments, &document)?;
    let mut meta = Meta::clone(&document.meta);
    let mut curated = Curated::default();
    if let Some(companion) = &companion {
        meta.overlay(&companion.meta);
        curated = companion.resolve(&document);
    }
    if *source == Source::Edition {
        let own = built_in(EDITION_META);
        meta.overlay(&own.meta);
        curated.findings.events.extend(own.resolve(&document).findings.events);
    }
    if arguments.date.is_some() {
        meta.published = arguments.date;
    }
    let mut warnings = imported.warnings;
    let n_unresolved = curated.unresolved.len();
    if n_unresolved > 0 {
        let plural = if n_unresolved == 1 { "" } else { "s" };
        warnings.push(format!(
            "{n_unresolved} item{plural} of the companion not found in the text; --check lists them"
        ));
    }
    let n_signs = document.report.total();
    if n_signs > 0 {
        warnings.push(format!(
            "{n_signs} control or hidden characters in this text are shown as signs or left out"
        ));
    }
    Ok(Opened {
        document: document.with_meta(meta),
        curated,
        has_companion: companion.is_some(),
        warnings,
        is_whole: true,
    })
}

/// Makes a document of what the source holds.
fn import(source: &Source, arguments: &Arguments) -> anyhow::Result<Imported> {
    let imported = match source {
        // What is built in is known.
        Source::Edition => {
            let format = Some(Format::Text);
            import_with(EDITION.as_bytes(), Options { format, ..Options::default() })
        }
        Source::Pipe(bytes) => import_with(bytes, options(arguments, "")),
        Source::File(path) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            import_with(&read_file(path, MOST_BYTES)?, options(arguments, &name))
        }
    };
    imported.map_err(|error| anyhow!("{}: {error}", source.shown()))
}

/// The companion that was named, or lies beside the file, or is built in for this title.
fn companion_of(
    source: &Source,
    arguments: &Arguments,
    document: &Document,
) -> anyhow::Result<Option<Companion>> {
    if let Some(path) = &arguments.companion {
        return read_companion(path).map(Some);
    }
    if let Source::File(path) = source {
        for beside in [path.with_extension("dateline.toml"), append(path, ".dateline.toml")] {
            // A document that is its own companion is just read.
            if beside != *path && beside.is_file() {
                return read_companion(&beside).map(Some);
            }
        }
    }
    let companion = built_in(COMPANION);
    Ok((*source == Source::Edition || companion.is_for(document)).then_some(companion))
}

/// Whether standard input is a device such as /dev/null, from which nothing comes.
fn is_nothing() -> bool {
    std::fs::metadata("/dev/stdin").is_ok_and(|stdin| stdin.file_type().is_char_device())
}

fn append(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn built_in(text: &str) -> Companion {
    Companion::parse(text).expect("the built-in companion is valid, which a test checks")
}

fn read_companion(path: &Path) -> anyhow::Result<Companion> {
    let bytes = read_file(path, MOST_COMPANION_BYTES)?;
    let shown = path.display();
    let text = String::from_utf8(bytes)
        .map_err(|_| anyhow!("{shown}: the companion is not UTF-8 text; save it as UTF-8"))?;
    Companion::parse(&text).map_err(|error| anyhow!("{shown}:{error}"))
}

/// Reads a regular file, whatever its name promises, and never waits for one.
fn read_file(path: &Path, most: u64) -> anyhow::Result<Vec<u8>> {
    let refuse = |why: &str| anyhow!("{}: {why}", path.display());
    let file = open_file(path).map_err(|error| refuse(&cause(&error)))?;
    let metadata = file.metadata().map_err(|error| refuse(&cause(&error)))?;
    let kind = metadata.file_type();
    if kind.is_dir() {
        return Err(refuse("this is a folder; name a file in it"));
    }
    if kind.is_fifo() && !is_descriptor(path) {
        return Err(refuse("this is a named pipe; read it with `dateline - < PIPE`"));
    }
    if kind.is_char_device() || kind.is_block_device() || kind.is_socket() {
        return Err(refuse("this is a device, not a file; name a file"));
    }
    // What the system says of the size is a hint: it is 0 in /proc, and files shrink and grow.
    if kind.is_file() && metadata.len() > most {
        return Err(refuse(&too_large(most)));
    }
    let mut bytes = Vec::with_capacity(metadata.len().min(most) as usize + 1);
    file.take(most + 1).read_to_end(&mut bytes).map_err(|error| refuse(&cause(&error)))?;
    if bytes.len() as u64 > most {
        return Err(refuse(&too_large(most)));
    }
    Ok(bytes)
}

fn too_large(most: u64) -> String {
    format!("this is larger than {} MB, which is the limit; split it", most.div_ceil(1 << 20))
}

fn open_file(path: &Path) -> io::Result<File> {
    let mut flags = OFlags::NOCTTY;
    if !is_descriptor(path) {
        // A pipe without a writer would wait for one.
        flags |= OFlags::NONBLOCK;
    }
    OpenOptions::new().read(true).custom_flags(flags.bits() as i32).open(path)
}

/// Whether a shell made this path for `<(command)`.
fn is_descriptor(path: &Path) -> bool {
    path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd")
}

/// What went wrong, and what to do about it.
fn cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file; check the name".to_owned(),
        io::ErrorKind::PermissionDenied => {
            "no permission to read it; check its owner and mode".to_owned()
        }
        io::ErrorKind::IsADirectory => "this is a folder; name a file in it".to_owned(),
        _ => {
            let text = error.to_string().to_lowercase();
            let text = text.split(" (os error").next().unwrap_or_default();
            format!("cannot be read: {text}; name another file")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: &str) {
        let error = read_file(Path::new(path), MOST_BYTES).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn what_is_no_file_is_refused_at_once() {
        check("/", "folder");
        check("/dev/zero", "device");
        check("/no/such/file", "no such file");
    }

    #[test]
    fn a_file_larger_than_the_limit_is_refused() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        let error = read_file(Path::new(path), 10).unwrap_err().to_string();
        assert!(error.contains("larger than"), "{error}");
    }

    #[test]
    fn the_built_in_companions_are_valid() {
        assert!(built_in(COMPANION).meta.title.is_some());
        assert!(built_in(EDITION_META).meta.source.is_some());
    }
}
