//! Compressed bytes to bytes, as gzip(1) makes them.
//!
//! How much comes out is bounded, whatever the file says of itself. A file that was cut off gives
//! what is in it, with a warning.

use super::ImportError;
use flate2::read::MultiGzDecoder;
use std::io::Read;

/// The most that is unpacked: what takes more is sooner a trap than a text.
pub const MOST_MEGABYTES: u64 = 256;

/// Deflate makes nothing more than so many times smaller.
const MOST_RATIO: u64 = 1032;

/// What was in a compressed file.
#[derive(Debug)]
pub struct Unpacked {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// What was damaged.
    pub warning: Option<String>,
}

/// Whether these are compressed bytes.
pub fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x1f\x8b\x08")
}

/// Unpacks at most [`MOST_MEGABYTES`].
pub fn unpack(bytes: &[u8]) -> Result<Unpacked, ImportError> {
    unpack_at_most(bytes, MOST_MEGABYTES << 20)
}

fn unpack_at_most(bytes: &[u8], most: u64) -> Result<Unpacked, ImportError> {
    let expected = stated_size(bytes).min(most).min(bytes.len() as u64 * MOST_RATIO);
    let mut unpacked = Vec::with_capacity(expected as usize + 1);
    let read = MultiGzDecoder::new(bytes).take(most + 1).read_to_end(&mut unpacked);
    if unpacked.len() as u64 > most {
        return Err(ImportError::Unpacked("compressed (gzip)", most >> 20));
    }
    let warning = match read {
        Ok(_) => None,
        Err(_) if unpacked.is_empty() => return Err(ImportError::Broken("gzip file")),
        Err(_) => Some("the compressed file is damaged: only what stands before is shown".into()),
    };
    Ok(Unpacked { bytes: unpacked, warning })
}

/// What the last four bytes say of the size; it may be false.
fn stated_size(bytes: &[u8]) -> u64 {
    bytes.last_chunk::<4>().map_or(0, |size| u64::from(u32::from_le_bytes(*size)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn what_was_packed_comes_out() {
        let both = [packed(b"one "), packed(b"two")].concat();
        assert_eq!(unpack(&both).unwrap().bytes, b"one two");
    }

    #[test]
    fn a_bomb_is_refused_with_the_limit() {
        let error = unpack_at_most(&packed(&vec![b' '; 3 << 20]), 2 << 20).unwrap_err();
        assert_eq!(
            error.to_string(),
            "this is compressed (gzip) and holds more than 2 MB, which is the limit; \
             unpack it yourself if you trust it"
        );
    }

    #[test]
    fn a_file_cut_off_gives_what_is_in_it() {
        let words: String = (0..20_000).map(|n| format!("{n} ")).collect();
        let whole = packed(words.as_bytes());
        let unpacked = unpack(&whole[..whole.len() / 2]).unwrap();
        assert!(unpacked.bytes.starts_with(b"0 1 2 ") && unpacked.warning.is_some());
        assert_eq!(unpack(&whole[..8]).unwrap_err(), ImportError::Broken("gzip file"));
    }
}
