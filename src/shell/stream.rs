//! The bytes of a file or of a pipe; every refusal is one line that says what to do.

use anyhow::anyhow;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fs::OFlags;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek};
use std::os::fd::AsFd;
use std::os::unix::fs::{FileExt, FileTypeExt, OpenOptionsExt};
use std::path::Path;
use std::time::Duration;

/// Offsets are 32 bits wide.
pub const MOST_BYTES: u64 = u32::MAX as u64;

/// So much is read at a time of what is not shown meanwhile.
const PIECE_BYTES: usize = 1 << 20;

/// A source of bytes that is read once, from its beginning on.
#[derive(Debug)]
pub struct Stream {
    file: File,
    /// What it is called.
    shown: String,
    /// How many bytes there are, as far as the system knows.
    pub size: Option<u64>,
    /// How many were read.
    pub n_read: u64,
}

impl Stream {
    /// Opens a regular file, whatever its name promises, and never waits for one.
    pub fn open(path: &Path) -> anyhow::Result<Self> {
        let shown = path.display().to_string();
        let refuse = |why: &str| anyhow!("{shown}: {why}");
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
        let size = kind.is_file().then_some(metadata.len());
        if size.is_some_and(|size| size > MOST_BYTES) {
            return Err(refuse(&too_large(MOST_BYTES)));
        }
        Ok(Self { file, shown, size, n_read: 0 })
    }

    /// Standard input.
    pub fn stdin() -> anyhow::Result<Self> {
        let file = io::stdin().as_fd().try_clone_to_owned().map(File::from);
        let file = file.map_err(|error| anyhow!("-: {}", cause(&error)))?;
        let metadata = file.metadata().ok().filter(std::fs::Metadata::is_file);
        let size = metadata.map(|metadata| metadata.len());
        Ok(Self { file, shown: "-".to_owned(), size, n_read: 0 })
    }

    /// Whether one may have to wait for bytes.
    pub fn is_pipe(&self) -> bool {
        self.size.is_none()
    }

    /// Appends at most `most` bytes to `bytes`; how many, 0 at the end.
    pub fn read(&mut self, most: usize, bytes: &mut Vec<u8>) -> anyhow::Result<usize> {
        let start = bytes.len();
        bytes.resize(start + most, 0);
        let read = loop {
            match self.file.read(&mut bytes[start..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        bytes.truncate(start + read.as_ref().map_or(0, |n_bytes| *n_bytes));
        let n_bytes = read.map_err(|error| anyhow!("{}: {}", self.shown, cause(&error)))?;
        self.n_read += n_bytes as u64;
        Ok(n_bytes)
    }

    /// Appends all bytes that are left to `bytes`, at most `most`.
    pub fn read_all(&mut self, most: u64, bytes: &mut Vec<u8>) -> anyhow::Result<()> {
        bytes.reserve_exact(self.size.map_or(0, |size| size.min(most) as usize + 1));
        let read = (&mut self.file).take(most + 1).read_to_end(bytes);
        let n_bytes = read.map_err(|error| anyhow!("{}: {}", self.shown, cause(&error)))?;
        self.n_read += n_bytes as u64;
        if n_bytes as u64 > most {
            return Err(anyhow!("{}: {}", self.shown, too_large(most)));
        }
        Ok(())
    }

    /// Hands over all bytes that are left, at most `most`, piece by piece.
    pub fn read_pieces(
        &mut self,
        most: u64,
        mut take: impl FnMut(&[u8]) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let mut piece = Vec::new();
        while self.read(PIECE_BYTES, &mut piece)? > 0 {
            if self.n_read > most {
                return Err(anyhow!("{}: {}", self.shown, too_large(most)));
            }
            take(&piece)?;
            piece.clear();
        }
        Ok(())
    }

    /// At most `most` bytes of a file from an offset on, whatever was read before.
    pub fn read_at(&self, from: u64, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; most];
        let mut n_bytes = 0;
        while n_bytes < most {
            match self.file.read_at(&mut bytes[n_bytes..], from + n_bytes as u64)? {
                0 => break,
                n => n_bytes += n,
            }
        }
        bytes.truncate(n_bytes);
        Ok(bytes)
    }

    /// Whether there is something to read, or the end, within so much time.
    pub fn has_more(&self, time: Duration) -> bool {
        let time = Timespec { tv_sec: time.as_secs() as i64, tv_nsec: time.subsec_nanos().into() };
        let mut wait = [PollFd::new(&self.file, PollFlags::IN)];
        // What cannot be waited for is read.
        poll(&mut wait, Some(&time)).map_or(true, |n_ready| n_ready > 0)
    }

    /// Goes back to the first byte; whether that can be done.
    pub fn rewind(&mut self) -> bool {
        self.n_read = 0;
        self.size.is_some() && self.file.rewind().is_ok()
    }

    /// How much was read, in percent of what there is, if that is known.
    pub fn percent(&self) -> Option<u8> {
        let size = self.size.filter(|size| *size > 0)?;
        Some((self.n_read * 100 / size).min(99) as u8)
    }
}

/// Whether standard input is a device such as /dev/null, from which nothing comes.
pub fn is_nothing() -> bool {
    std::fs::metadata("/dev/stdin").is_ok_and(|stdin| stdin.file_type().is_char_device())
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
        let error = Stream::open(Path::new(path)).unwrap_err().to_string();
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
        let mut stream = Stream::open(Path::new(path)).unwrap();
        let error = stream.read_all(10, &mut Vec::new()).unwrap_err().to_string();
        assert!(error.contains("larger than"), "{error}");
    }
}
