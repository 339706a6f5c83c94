//! A table from words to what is known of them, built when the program is compiled.
//!
//! Every word of a text is looked up, so a look-up must cost a few nanoseconds: the bytes of a word
//! are one number, whose hash leads to its place or close to it.

/// A table that only says whether a word is in it.
pub type WordSet<const N: usize> = WordMap<(), N>;

/// No word of a table is longer, in bytes.
const LONGEST: usize = 16;

/// What is known of some words; `N` is a power of two and at least twice their number.
#[derive(Debug)]
pub struct WordMap<T, const N: usize> {
    keys: [u128; N],
    values: [T; N],
}

impl<T: Copy, const N: usize> WordMap<T, N> {
    /// A table without words; `value` fills its empty places and is never found.
    pub const fn new(value: T) -> Self {
        Self { keys: [0; N], values: [value; N] }
    }

    /// The table with `value` for each of `words` that it does not have yet.
    pub const fn with(mut self, words: &[&str], value: T) -> Self {
        let mut at = 0;
        while at < words.len() {
            assert!(words[at].len() <= LONGEST, "a word of the table is too long");
            let key = key(words[at].as_bytes());
            let place = self.place(key);
            if self.keys[place] == 0 {
                self.keys[place] = key;
                self.values[place] = value;
            }
            at += 1;
        }
        self
    }

    /// What is known of `word`, in just these letters.
    pub fn get(&self, word: &str) -> Option<T> {
        if word.len() > LONGEST {
            return None;
        }
        self.at(key(word.as_bytes()))
    }

    /// What is known of `word` of ASCII letters, in capitals or not; the table has small letters.
    pub fn get_in_any_case(&self, word: &str) -> Option<T> {
        const SMALL: u128 = 0x2020_2020_2020_2020_2020_2020_2020_2020;
        if word.len() > LONGEST || word.is_empty() {
            return None;
        }
        let small = SMALL >> (8 * (LONGEST - word.len()));
        self.at(key(word.as_bytes()) | small)
    }

    /// Whether `word` is in the table.
    pub fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    fn at(&self, key: u128) -> Option<T> {
        let place = self.place(key);
        (self.keys[place] != 0).then(|| self.values[place])
    }

    /// Where a key is, or the empty place where it would be.
    const fn place(&self, key: u128) -> usize {
        let folded = (key >> 64) as u64 ^ (key as u64).rotate_left(29);
        let hash = folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
        let mut place = hash as usize & (N - 1);
        while self.keys[place] != 0 && self.keys[place] != key {
            place = (place + 1) & (N - 1);
        }
        place
    }
}

/// A word of at most sixteen bytes as a number; never 0 but for the empty word.
const fn key(word: &[u8]) -> u128 {
    let n_bytes = word.len() as u32;
    // Its first and its last bytes, which may overlap, in two reads.
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        return u64::from_le_bytes(*first) as u128
            | (u64::from_le_bytes(*last) as u128) << (8 * (n_bytes - 8));
    }
    if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        let word = u32::from_le_bytes(*first) as u64
            | (u32::from_le_bytes(*last) as u64) << (8 * (n_bytes - 4));
        return word as u128;
    }
    match *word {
        [] => 0,
        [one] => one as u128,
        [one, two] => u16::from_le_bytes([one, two]) as u128,
        [one, two, three, ..] => u32::from_le_bytes([one, two, three, 0]) as u128,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_with_the_first_value_it_was_given() {
        let map: WordMap<u8, 8> = WordMap::new(0).with(&["to", "tooth"], 1).with(&["to", "be"], 2);
        assert_eq!(["to", "tooth", "be"].map(|word| map.get(word)), [Some(1), Some(1), Some(2)]);
        assert_eq!(["t", "", "internationalization"].map(|word| map.get(word)), [None; 3]);
    }

    #[test]
    fn capitals_count_as_small_letters_where_asked_for() {
        let map: WordSet<8> = WordSet::new(()).with(&["may", "september"], ());
        assert!(map.get_in_any_case("MAY").is_some() && map.get_in_any_case("September").is_some());
        assert!(map.get("May").is_none() && map.get_in_any_case("Mayo").is_none());
    }

    #[test]
    fn the_key_is_the_bytes_of_the_word() {
        let letters = "abcdefghijklmnop";
        for length in 0..=LONGEST {
            let mut bytes = [0; LONGEST];
            bytes[..length].copy_from_slice(&letters.as_bytes()[..length]);
            assert_eq!(key(&letters.as_bytes()[..length]), u128::from_le_bytes(bytes));
        }
    }
}
