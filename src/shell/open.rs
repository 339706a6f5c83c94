//! Opens a document and its companion; every refusal is one line that says what to do.

use super::arguments::{Arguments, is_stdin};
use super::stream::{self, MOST_BYTES, Stream};
use crate::companion::{Companion, Curated};
use crate::document::{CleanText, Document, Layers, LostNote, Meta, Note};
use crate::import::{Arriving, Format, ImportError, Imported, Options, import_with};
use anyhow::{anyhow, bail};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

const EDITION: &str = include_str!("../../assets/edition/chinas-russia-risk.md");
const COMPANION: &str = include_str!("../../assets/edition/chinas-russia-risk.dateline.toml");
/// What holds for the edition alone, and not for the original: its metadata and its closing note.
const EDITION_META: &str = include_str!("../../assets/edition/edition.toml");

/// No companion is larger.
const MOST_COMPANION_BYTES: u64 = 16 << 20;

/// Where the document comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The built-in edition.
    Edition,
    /// Standard input, which is read once.
    Pipe,
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
    /// Notes of the reader's that have no place in it.
    pub lost: Vec<LostNote>,
    /// There is a companion.
    pub has_companion: bool,
    /// What should be told about the file.
    pub warnings: Vec<String>,
}

impl Source {
    /// The sources that the arguments name, at least one; none is opened.
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
            None if stdin.is_terminal() || stream::is_nothing() => Ok(Self::Edition),
            _ => Ok(Self::Pipe),
        }
    }

    /// Where its file lies, with nothing in it that depends on where the program runs.
    pub fn path(&self) -> Option<String> {
        let Self::File(path) = self else { return None };
        path.canonicalize().ok().map(|path| path.to_string_lossy().into_owned())
    }

    /// What the source is called.
    pub fn name(&self) -> CleanText {
        match self {
            Self::Edition => CleanText::line("the dateline edition"),
            Self::Pipe => CleanText::line("standard input"),
            Self::File(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                CleanText::line(&name.to_string_lossy())
            }
        }
    }

    /// The name of the file, which may tell its format; empty if it has none.
    pub fn file_name(&self) -> String {
        match self {
            Self::File(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            Self::Pipe | Self::Edition => String::new(),
        }
    }

    /// The source as it was named on the command line.
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => path.to_string_lossy().into_owned(),
            Self::Pipe => "-".to_owned(),
            Self::Edition => self.name().to_string(),
        }
    }
}

impl Opened {
    /// Everything that the panels show.
    pub fn layers(&self) -> Layers {
        let found = crate::extract::extract(&self.document);
        let merged = super::worker::merge(found, self.curated_layers());
        Layers { lost: self.lost.clone(), ..merged }
    }

    /// The same with notes of the reader's besides those of the companion.
    pub fn with_notes(mut self, notes: Vec<Note>, lost: Vec<LostNote>) -> Self {
        self.curated.notes.extend(notes);
        self.curated.notes.sort_by_key(|note| note.words);
        self.lost = lost;
        self
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

/// Opens the whole document of `source` with its companion.
pub fn open(source: &Source, arguments: &Arguments) -> anyhow::Result<Opened> {
    let name = source.file_name();
    let options = options(arguments, &name);
    let refusal = |error: ImportError| anyhow!("{}: {error}", source.shown());
    let imported = match source {
        Source::Edition => import_edition().map_err(refusal),
        Source::Pipe => import_stream(Stream::stdin()?, options, refusal),
        Source::File(path) => import_stream(Stream::open(path)?, options, refusal),
    };
    with_companion(source, arguments, imported?)
}

/// Imports a file as it is read, so that its bytes are not kept beside its document; a pipe cannot
/// be read twice.
fn import_stream(
    mut stream: Stream,
    options: Options<'_>,
    refusal: impl Fn(ImportError) -> anyhow::Error,
) -> anyhow::Result<Imported> {
    if stream.is_pipe() {
        let mut bytes = Vec::new();
        stream.read_all(MOST_BYTES, &mut bytes)?;
        return import_with(&bytes, options).map_err(refusal);
    }
    let mut arriving = Arriving::new(options);
    stream.read_pieces(MOST_BYTES, |piece| arriving.take(piece).map_err(&refusal))?;
    if let Some(again) = arriving.again()
        && stream.rewind()
    {
        arriving = again;
        stream.read_pieces(MOST_BYTES, |piece| arriving.take(piece).map_err(&refusal))?;
    }
    arriving.finish().map_err(refusal)
}

/// What is built in is known.
fn import_edition() -> Result<Imported, ImportError> {
    import_with(
        EDITION.as_bytes(),
        Options { format: Some(Format::Markdown), ..Options::default() },
    )
}

/// What is known of the source besides its bytes.
pub fn options<'a>(arguments: &Arguments, name: &'a str) -> Options<'a> {
    Options { name, format: arguments.format.map(Format::from), encoding: arguments.encoding }
}

/// The document with what its companion and the arguments say of it.
pub fn with_companion(
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
        (meta.published, meta.is_edition) = (arguments.date, false);
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
    if document.report.marks > 0 {
        warnings.push(format!(
            "{} marks (bold, links and the like) are left out: there are more of them than one for every 8 letters",
            document.report.marks
        ));
    }
    Ok(Opened {
        document: document.with_meta(meta),
        curated,
        lost: Vec::new(),
        has_companion: companion.is_some(),
        warnings,
    })
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

fn append(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn built_in(text: &str) -> Companion {
    Companion::parse(text).expect("the built-in companion is valid, which a test checks")
}

fn read_companion(path: &Path) -> anyhow::Result<Companion> {
    let mut bytes = Vec::new();
    Stream::open(path)?.read_all(MOST_COMPANION_BYTES, &mut bytes)?;
    let shown = path.display();
    let text = String::from_utf8(bytes)
        .map_err(|_| anyhow!("{shown}: the companion is not UTF-8 text; save it as UTF-8"))?;
    Companion::parse(&text).map_err(|error| anyhow!("{shown}:{error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_companions_are_valid() {
        assert!(built_in(COMPANION).meta.title.is_some());
        assert!(built_in(EDITION_META).meta.source.is_some());
    }
}
