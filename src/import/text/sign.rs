//! Signs in a line that it is not running prose: code, columns, rules.

/// Signs beyond this are not looked for: such a line is a paragraph whatever they say.
const MAX_BYTES: usize = 4096;

/// What the punctuation and the blanks of one line say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Signs {
    /// Punctuation of code.
    pub is_code: bool,
    /// A record of a log, or values separated by commas.
    pub is_record: bool,
    /// A tab or three blanks between words.
    pub has_wide_gap: bool,
    /// Two blanks between words that do not end a sentence.
    pub has_gap: bool,
    /// Two `|`, or a box drawing character.
    pub is_ruled: bool,
    /// Two blanks or a tab anywhere.
    pub has_run_of_blanks: bool,
}

/// Reads the signs of a line without its leading blanks, in one pass.
pub fn signs(words: &str) -> Signs {
    let bytes = &words.as_bytes()[..words.len().min(MAX_BYTES)];
    let is_record = starts_with_time(words) || is_commit_field(words);
    let is_ruled = is_border(bytes);
    if is_plain(bytes) || is_ruled {
        return Signs { is_record, is_ruled, ..Signs::default() };
    }
    let mut signs = Signs { is_code: starts_as_code(words), is_record, ..Signs::default() };
    let mut tally = Tally::default();
    let mut before = 0;
    let mut n_blanks = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1).copied().unwrap_or(0);
        match byte {
            b'\t' => n_blanks += 3,
            b' ' => n_blanks += 1,
            b'a'..=b'z' | b'A'..=b'Z' if n_blanks < 2 => (before, n_blanks) = (byte, 0),
            _ => {
                signs.has_run_of_blanks |= n_blanks > 1;
                signs.has_wide_gap |= n_blanks > 2;
                signs.has_gap |= n_blanks > 1 && !is_end(before);
                tally.count(byte, next, n_blanks > 0);
                (before, n_blanks) = (byte, 0);
            }
        }
    }
    signs.is_ruled = tally.n_bars > 1 || tally.has_box;
    signs.is_record |= tally.n_tight_commas > 1 && tally.n_loose_commas == 0;
    signs.is_code |= tally.is_code
        || tally.has_brackets && before == b';'
        || matches!(before, b'{' | b'}' | b'\\');
    signs
}

/// Whether a line has no sign at all, as nearly all prose. Every byte is looked at without a
/// branch, so that many are looked at together.
fn is_plain(bytes: &[u8]) -> bool {
    let is_odd = bytes.iter().fold(false, |is_odd, byte| is_odd | is_sign(*byte));
    let follows = |(before, byte): (&u8, &u8)| {
        ((*before == b' ') & (*byte == b' ')) | ((*before == b',') & byte.is_ascii_alphanumeric())
    };
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    !is_odd && !pairs.fold(false, |is_odd, pair| is_odd | follows(pair))
}

/// Whether a sign needs this byte; 0x94 and 0x95 follow 0xe2 in box drawing characters.
fn is_sign(byte: u8) -> bool {
    let is_in = |first: u8, last: u8| byte.wrapping_sub(first) <= last - first;
    is_in(b'#', b'$')
        | is_in(b'(', b')')
        | is_in(b'<', b'>')
        | is_in(b'[', b']')
        | is_in(b'{', b'}')
        | is_in(0x94, 0x95)
        | (byte == b'\t')
        | (byte == b'!')
        | (byte == b'&')
        | (byte == b'/')
        | (byte == b':')
        | (byte == b'@')
}

#[derive(Default)]
struct Tally {
    n_bars: usize,
    n_tight_commas: usize,
    n_loose_commas: usize,
    has_box: bool,
    has_brackets: bool,
    is_code: bool,
}

impl Tally {
    fn count(&mut self, byte: u8, next: u8, is_after_blank: bool) {
        match (byte, next) {
            (b'|', b'|') | (b'(', b')') | (b'-', b'>') | (b':', b':') | (b'&', b'&') => {
                self.is_code = true;
            }
            (b'=', b'=' | b'"' | b'>') | (b'!', b'=') | (b'<', b'/') | (b'/', b'>') => {
                self.is_code = true;
            }
            // A rule of `=` stands for itself.
            (b'=', b' ') if is_after_blank => self.is_code = true,
            (b',', b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b',') => self.n_tight_commas += 1,
            (b',', _) => self.n_loose_commas += 1,
            // The lead bytes of U+2500 to U+257F.
            (0xe2, 0x94 | 0x95) => self.has_box = true,
            _ => {}
        }
        self.n_bars += usize::from(byte == b'|');
        self.has_brackets |= matches!(byte, b'(' | b')' | b'[' | b'=' | b'{' | b'<');
    }
}

/// Whether a sentence or a clause may end with this byte; typists put two blanks there.
fn is_end(byte: u8) -> bool {
    matches!(byte, b'.' | b'!' | b'?' | b':' | b';' | b',' | b'"' | b'\'' | b')' | 0x80..)
}

fn starts_as_code(words: &str) -> bool {
    const STARTS: [&str; 11] =
        ["//", "/*", "#!", "#include", "$ ", ">>> ", "</", "<!", "{", "}", "@@ "];
    STARTS.iter().any(|start| words.starts_with(start))
}

/// Whether a line is the border of a box: `+-----+`, `+=+=+`.
fn is_border(bytes: &[u8]) -> bool {
    bytes.len() > 2
        && bytes.starts_with(b"+")
        && bytes.ends_with(b"+")
        && bytes.iter().all(|byte| matches!(byte, b'+' | b'-' | b'=' | b' '))
}

/// Whether a line is a field of a commit, as git(1) logs it.
fn is_commit_field(words: &str) -> bool {
    const FIELDS: [&str; 6] =
        ["Author: ", "AuthorDate: ", "Commit: ", "CommitDate: ", "Date: ", "Merge: "];
    let is_hash =
        |hash: &str| hash.len() >= 40 && hash.bytes().take(40).all(|byte| byte.is_ascii_hexdigit());
    words.strip_prefix("commit ").is_some_and(is_hash)
        || FIELDS.iter().any(|field| words.starts_with(field))
}

/// Whether a line is a record of a log: it starts with a date or a time.
fn starts_with_time(words: &str) -> bool {
    let bytes = words.strip_prefix('[').unwrap_or(words).as_bytes();
    if !bytes.first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let is_shaped = |shape: &[u8]| {
        bytes.len() >= shape.len()
            && shape.iter().zip(bytes).all(|(&sign, byte)| match sign {
                b'0' => byte.is_ascii_digit(),
                _ => sign == *byte,
            })
    };
    is_shaped(b"0000-00-00") || is_shaped(b"00:00:00") || is_shaped(b"00/00/0000 00:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_tells_code_from_prose() {
        for line in ["let x = y();", "#include <a>", "}", "a::b"] {
            assert!(signs(line).is_code, "{line}");
        }
        for line in ["He came; he saw;", "of 1,000 men, or so", "well (so) —"] {
            assert!(!signs(line).is_code, "{line}");
        }
    }

    #[test]
    fn records_start_with_a_time_or_are_values() {
        assert!(signs("2024-05-01 12:00 up").is_record && signs("a,b,c").is_record);
        assert!(!signs("2024 was a year").is_record && !signs("1,000, then 2,000").is_record);
    }

    #[test]
    fn wide_blanks_are_gaps() {
        assert!(signs("LS(1)   LS(1)").has_wide_gap && signs("a\tb").has_wide_gap);
        assert!(signs("a  b").has_gap && !signs("So.  It is").has_gap && !signs("a b").has_gap);
        assert!(signs("So.  It is").has_run_of_blanks);
    }

    #[test]
    fn bars_and_boxes_are_rules() {
        assert!(signs("a | b | c").is_ruled && signs("┌──┐").is_ruled && !signs("“a”—b").is_ruled);
    }
}
