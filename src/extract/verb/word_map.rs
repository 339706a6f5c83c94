//! A table from words to what is known of them, built when the program is compiled.
//!
//! Every word near a date is looked up, so a look-up must cost a few nanoseconds: the first sixteen
//! bytes of a word are one number, whose hash leads to its place or close to it.

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

    /// What is known of `word`, which is in small letters.
    pub fn get(&self, word: &str) -> Option<T> {
        if word.len() > 16 {
            return None;
        }
        let place = self.place(key(word.as_bytes()));
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

/// The first sixteen bytes of a word as a number; never 0 but for the empty word.
const fn key(word: &[u8]) -> u128 {
    let mut bytes = [0; 16];
    let mut at = 0;
    while at < word.len() && at < 16 {
        bytes[at] = word[at];
        at += 1;
    }
    u128::from_le_bytes(bytes)
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
}
