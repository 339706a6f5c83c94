//! Where the beginning of a file ends that is shown before the rest.

/// The beginning of bytes, at most so many: to a line end, else to a blank or the end of a tag, so
/// that a page of one line has a beginning too, else to the end of a letter.
pub fn cut(bytes: &[u8], most: usize) -> &[u8] {
    if bytes.len() <= most {
        return bytes;
    }
    let half = most / 2;
    let end = &bytes[half..most];
    let begins_letter = |byte: &u8| byte & 0xc0 != 0x80;
    let at = memchr::memrchr(b'\n', end)
        .or_else(|| memchr::memrchr2(b' ', b'>', end).map(|at| at + 1))
        .or_else(|| end.iter().rposition(begins_letter));
    &bytes[..half + at.unwrap_or(end.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, most: usize, expected: &str) {
        assert_eq!(str::from_utf8(cut(text.as_bytes(), most)), Ok(expected));
    }

    #[test]
    fn a_beginning_ends_with_a_line_if_one_ends_in_its_second_half() {
        check("one\ntwo three", 6, "one");
        check("one", 6, "one");
        check("a\nb<p>c d", 8, "a\nb<p>c ");
    }

    #[test]
    fn a_beginning_of_one_line_ends_with_a_tag_or_a_word() {
        check("<p>one<p>two", 10, "<p>one<p>");
        check("one two three", 10, "one two ");
    }

    #[test]
    fn a_beginning_without_words_ends_with_a_letter() {
        check("éééé", 5, "éé");
        check("xxxx", 3, "xx");
    }
}
