//! Compressed bytes to bytes, as gzip(1) makes them.
//!
//! How much comes out is bounded, whatever the file says of itself. A file that was cut off gives
//! what is in it, with a warning.

use super::ImportError;
use flate2::write::MultiGzDecoder;
use std::io::Write;

/// The most that is unpacked: what takes more is sooner a trap than a text.
pub const MOST_MEGABYTES: u64 = 256;

/// So much is unpacked at a time, which makes a thousand times as much at most.
const PIECE_BYTES: usize = 4 << 10;

/// Unpacks bytes that come in pieces.
#[derive(Debug)]
pub struct Unpacking {
    decoder: MultiGzDecoder<Vec<u8>>,
    n_unpacked: u64,
    most: u64,
    is_damaged: bool,
}

/// Whether these are compressed bytes.
pub fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x1f\x8b\x08")
}

impl Unpacking {
    /// Unpacks at most [`MOST_MEGABYTES`].
    pub fn new() -> Self {
        Self::at_most(MOST_MEGABYTES << 20)
    }

    fn at_most(most: u64) -> Self {
        let decoder = MultiGzDecoder::new(Vec::new());
        Self { decoder, n_unpacked: 0, most, is_damaged: false }
    }

    /// Hands what is in the next piece to `take`; behind damage, nothing is.
    pub fn unpack(
        &mut self,
        bytes: &[u8],
        mut take: impl FnMut(&[u8]) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        for piece in bytes.chunks(PIECE_BYTES) {
            if self.is_damaged {
                return Ok(());
            }
            self.is_damaged = self.decoder.write_all(piece).is_err();
            self.hand_on(&mut take)?;
        }
        Ok(())
    }

    /// Hands on what is left; what was damaged.
    pub fn finish(
        &mut self,
        mut take: impl FnMut(&[u8]) -> Result<(), ImportError>,
    ) -> Result<Option<String>, ImportError> {
        self.is_damaged = self.is_damaged || self.decoder.try_finish().is_err();
        self.hand_on(&mut take)?;
        match self.is_damaged {
            true if self.n_unpacked == 0 => Err(ImportError::Broken("gzip file")),
            is_damaged => Ok(is_damaged.then(|| {
                "the compressed file is damaged: only what stands before is shown".to_owned()
            })),
        }
    }

    fn hand_on(
        &mut self,
        take: &mut impl FnMut(&[u8]) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        let unpacked = self.decoder.get_mut();
        self.n_unpacked += unpacked.len() as u64;
        if self.n_unpacked > self.most {
            return Err(ImportError::Unpacked("compressed (gzip)", self.most >> 20));
        }
        take(unpacked)?;
        unpacked.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn unpack(bytes: &[u8], most: u64) -> Result<(Vec<u8>, Option<String>), ImportError> {
        let mut unpacking = Unpacking::at_most(most);
        let mut unpacked = Vec::new();
        for piece in bytes.chunks(1000) {
            unpacking.unpack(piece, |bytes| {
                unpacked.extend_from_slice(bytes);
                Ok(())
            })?;
        }
        let warning = unpacking.finish(|bytes| {
            unpacked.extend_from_slice(bytes);
            Ok(())
        })?;
        Ok((unpacked, warning))
    }

    #[test]
    fn what_was_packed_comes_out() {
        let both = [packed(b"one "), packed(b"two")].concat();
        assert_eq!(unpack(&both, 99), Ok((b"one two".to_vec(), None)));
    }

    #[test]
    fn a_bomb_is_refused_with_the_limit() {
        let error = unpack(&packed(&vec![b' '; 3 << 20]), 2 << 20).unwrap_err();
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
        let (bytes, warning) = unpack(&whole[..whole.len() / 2], 1 << 20).unwrap();
        assert!(bytes.starts_with(b"0 1 2 ") && warning.is_some());
        assert_eq!(unpack(&whole[..8], 1 << 20).unwrap_err(), ImportError::Broken("gzip file"));
    }
}
