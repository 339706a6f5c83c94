//! UTF-16 and UTF-32 without a byte order mark.

use super::Encoding;

/// The encoding of several bytes a letter that these bytes are in, if they are.
pub fn wide(head: &[u8]) -> Option<Encoding> {
    utf32(head).or_else(|| utf16(head).map(Encoding::Standard))
}

/// UTF-32 without a mark, in which every letter has a zero byte at one end.
fn utf32(head: &[u8]) -> Option<Encoding> {
    let (units, _) = head.as_chunks::<4>();
    let is_text = |unit: fn([u8; 4]) -> u32| {
        let is_letter = |letter: char| letter.is_whitespace() || !letter.is_control();
        let mut letters = units.iter().map(|bytes| char::from_u32(unit(*bytes)));
        units.len() >= 4 && letters.all(|letter| letter.is_some_and(is_letter))
    };
    [(true, u32::from_le_bytes as fn([u8; 4]) -> u32), (false, u32::from_be_bytes)]
        .into_iter()
        .find(|(_, unit)| is_text(*unit))
        .map(|(is_little_endian, _)| Encoding::Utf32 { is_little_endian })
}

/// UTF-16 without a mark, in which every other byte of Latin letters and blanks is zero.
fn utf16(head: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let (pairs, _) = head.as_chunks::<2>();
    if pairs.len() < 8 {
        return None;
    }
    let n_zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0).count();
    let (first, second) = (n_zeros(0), n_zeros(1));
    let is_most = |n: usize| n * 10 >= pairs.len() * 4;
    let is_rare = |n: usize| n * 50 <= pairs.len();
    if is_most(second) && is_rare(first) {
        Some(encoding_rs::UTF_16LE)
    } else if is_most(first) && is_rare(second) {
        Some(encoding_rs::UTF_16BE)
    } else {
        wide_by_blanks(pairs.as_flattened())
    }
}

/// UTF-16 without a mark in another script, where zero bytes stand in blanks and line ends alone: the
/// one of the two in which the bytes are text.
fn wide_by_blanks(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    if !bytes.contains(&0) {
        return None;
    }
    let n_blanks = |encoding: &'static encoding_rs::Encoding| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
        let is_text = |letter: char| letter.is_whitespace() || !letter.is_control();
        let n_letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        let n_blanks = text.chars().filter(|letter| matches!(letter, ' ' | '\n')).count();
        let is_prose = text.chars().all(is_text) && n_letters * 2 > text.chars().count();
        (is_prose && n_blanks > 0).then_some(n_blanks)
    };
    let found = [encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].map(|one| (n_blanks(one), one));
    found.into_iter().max_by_key(|(n, _)| *n).filter(|(n, _)| n.is_some()).map(|(_, one)| one)
}
