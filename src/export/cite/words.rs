//! Quoted words: quotation marks around them, and the marks inside of them.

use crate::document::{Document, TextRange};

/// The words of ranges inside one block each, in quotation marks: each paragraph opens, the last
/// one closes. Marks inside become those of a quotation within a quotation.
pub fn quoted(document: &Document, parts: &[TextRange]) -> Vec<String> {
    let texts = parts.iter().map(|part| document[*part].trim()).filter(|text| !text.is_empty());
    let mut paragraphs: Vec<String> = texts.map(|text| format!("“{}", nested(text))).collect();
    if let Some(last) = paragraphs.last_mut() {
        last.push('”');
    }
    paragraphs
}

/// Text as it stands inside of quotation marks: double marks become single, and single ones inside
/// of those double. Apostrophes stay.
///
/// Text without double marks stays as it is: its single marks are those of a quotation within one.
pub fn nested(text: &str) -> String {
    if !text.contains(['“', '”', '"']) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut n_single = 0;
    let mut is_straight_open = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let goes_on = characters.peek().is_some_and(|next| next.is_alphanumeric());
        out.push(match character {
            '“' => '‘',
            '”' => '’',
            '"' => {
                is_straight_open = !is_straight_open;
                if is_straight_open { '‘' } else { '’' }
            }
            '‘' => {
                n_single += 1;
                '“'
            }
            '’' if n_single > 0 && !goes_on => {
                n_single -= 1;
                '”'
            }
            other => other,
        });
    }
    out
}

/// Text with curly double marks for straight ones, which open behind a blank or at the beginning.
pub fn curled(text: &str) -> String {
    let mut before = None;
    let curl = |character: char| {
        let opens =
            before.is_none_or(|before: char| before.is_whitespace() || "([—–‘".contains(before));
        before = Some(character);
        match character {
            '"' if opens => '“',
            '"' => '”',
            other => other,
        }
    };
    text.chars().map(curl).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_inside_of_marks_take_turns() {
        // The alternation of marks: Chicago Manual of Style 13.30, MLA Handbook 6.54.
        let cases = [
            (
                "He said, “They call it ‘great power’ here.”",
                "He said, ‘They call it “great power” here.’",
            ),
            ("“China’s” word", "‘China’s’ word"),
            ("the \"secret sauce\"", "the ‘secret sauce’"),
            (
                "the description of what ‘great power’ means",
                "the description of what ‘great power’ means",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(nested(text), expected);
        }
    }
}
