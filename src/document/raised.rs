//! Raised digits: the numbers of footnotes, and exponents.

const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Whether a character is a raised digit.
pub fn is_raised(character: char) -> bool {
    DIGITS.contains(&character)
}

/// A digit as a raised one; `None` of what is no ASCII digit.
pub fn raised_digit(digit: char) -> Option<char> {
    digit.to_digit(10).map(|digit| DIGITS[digit as usize])
}

/// The digits of a number, raised; what is no digit is left out.
pub fn raised_number(number: &str) -> String {
    number.chars().filter_map(raised_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_raised_and_known_again() {
        assert_eq!(raised_number("1023"), "¹⁰²³");
        assert_eq!((raised_digit('9'), raised_digit('x')), (Some('⁹'), None));
        assert!("⁰¹²³⁴⁵⁶⁷⁸⁹".chars().all(is_raised) && !is_raised('1') && !is_raised('ⁿ'));
    }
}
