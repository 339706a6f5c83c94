//! What is wrong with a companion, and where.

use super::complaint::MESSAGE_CHARACTERS;
use super::*;

const HEAD: &str = "schema = 1\n";

#[track_caller]
fn check(text: &str, expected: &str) {
    let error = read(text).expect_err("the companion is in error");
    assert_eq!(error.to_string(), expected);
}

#[track_caller]
fn check_after_head(text: &str, expected: &str) {
    check(&format!("{HEAD}{text}"), expected);
}

#[test]
fn the_schema_is_looked_at_first() {
    check("[document]", "1:1: `schema` is missing; begin the file with `schema = 1`");
    check(
        "\nschema = 2\n[unheard]",
        "2:10: schema 2 is not known here; write `schema = 1`, or update dateline",
    );
    check("schema = '1'", "1:10: `schema` is a number; write `schema = 1`");
}

#[test]
fn an_impossible_date_is_pointed_at() {
    check_after_head(
        "[[event]]\nlabel = 'x'\nanchor = { exact = 'é' }\ndate = '1949-13'",
        "5:8: `1949-13` is not in the calendar",
    );
    check_after_head(
        "[document]\npublished = '2022/2021'",
        "3:13: `2022/2021` ends before it begins",
    );
}

#[test]
fn a_date_without_quotes_is_told_about_quotes() {
    let expected = "3:8: expected a date in quotes, such as \"1949-12\"";
    check_after_head("[[event]]\ndate = 1949-12-16", expected);
    check_after_head("[[event]]\ndate = 1949", &format!("{expected}, not integer `1949`"));
}

#[test]
fn an_unknown_key_is_told_which_are_known() {
    check_after_head(
        "[[speaker]]\ntitle = 'x'",
        "3:1: unknown key `title`; known here: `name` or `description`",
    );
    check_after_head(
        "[[note]]\ntext = 'é'\nanchor = { exact = 'é', sufix = 'x' }",
        "4:25: unknown key `sufix`; known here: `exact`, `prefix`, `suffix`",
    );
    check_after_head(
        "[[note]]\nanchor = [{ exact = 'x' }, { exakt = 'x' }]",
        "3:30: unknown key `exakt`; known here: `exact`, `prefix`, `suffix`",
    );
    check_after_head(
        "extra = 1",
        "2:1: unknown key `extra`; known here: `document`, `speaker`, `event`, `quote`, `note`",
    );
}

#[test]
fn a_missing_key_is_named() {
    check_after_head(
        "[[event]]\ndate = '1949'\nanchor = { exact = 'x' }",
        "2:1: `label` is missing here; add it",
    );
    check_after_head(
        "\n[[quote]]\nanchor = { prefix = 'x' }",
        "4:10: `exact` is missing here; add it",
    );
}

#[test]
fn empty_words_anchor_nothing() {
    let message = "these words are empty; write them as the article has them";
    check_after_head("[[quote]]\nanchor = { exact = '' }", &format!("3:20: {message}"));
    check_after_head("[[quote]]\nanchor = [{ exact = ' ' }]", &format!("3:21: {message}"));
    check_after_head("[[speaker]]\nname = ''", &format!("3:8: {message}"));
    check_after_head(
        "[[quote]]\nanchor = []",
        "3:10: the list is empty; write `{ exact = \"…\" }` in it",
    );
}

#[test]
fn a_value_of_another_type_is_told_the_right_one() {
    check_after_head(
        "[[quote]]\nanchor = 'x'",
        "3:10: expected `{ exact = \"…\" }` or a list of these, not string \"x\"",
    );
    check_after_head("[document]\nauthors = 'x'", "3:11: expected a list, not string \"x\"");
    check_after_head("[document]\ntitle = []", "3:9: expected a string, not a list");
    check_after_head(
        "[[quote]]\nkind = 'said'",
        "3:8: `said` is no kind of quotation; write speech, writing or phrase",
    );
    check_after_head("[event]", "2:1: one of a list has two brackets; write `[[…]]`");
    check_after_head("document = 1", "2:12: expected the table [document], not integer `1`");
}

#[test]
fn a_syntax_error_has_its_place_in_characters() {
    check_after_head(
        "[document]\ntitle = 'é' 'x'",
        "3:13: unexpected key or value, expected newline, `#`",
    );
    check_after_head("[document\n", "2:10: unclosed table, expected `]`");
    check_after_head(
        "[document]\ntitle = 'a'\ntitle = 'b'",
        "4:1: this key is there twice; remove one",
    );
}

#[test]
fn no_control_character_leaves_in_a_message() {
    for text in
        ["\u{1b}[2J = 1", "\"\\u001b[2J\\n\" = 1", "[[event]]\ndate = \"\\u001b]0;x\\u0007\\r\\n\""]
    {
        let error = read(&format!("{HEAD}{text}")).expect_err("the companion is in error");
        assert!(!error.message.contains(char::is_control), "{error:?}");
    }
    let long = format!("{HEAD}[[event]]\ndate = '{}'", "x".repeat(100_000));
    let error = read(&long).expect_err("the companion is in error");
    assert_eq!(error.message.chars().count(), MESSAGE_CHARACTERS + 1);
}

#[test]
fn a_byte_order_mark_is_no_error() {
    assert!(read("\u{feff}schema = 1").is_ok());
}

#[test]
fn a_key_left_empty_says_nothing() {
    let text = format!("{HEAD}[document]\nurl = ''\nauthors = [' ']");
    assert_eq!(read(&text).map(|companion| companion.meta), Ok(Meta::default()));
}
