//! What plots look like, drawn by hand.
//!
//! Spans are written `tick@first..last`, with `~` for “about” and `#2` for the rank (else 1); an
//! era is `[Name]@first..last`, its `_` a blank.

use super::*;

/// The three rows as text, without blanks at their ends.
pub(super) fn draw(axis: &Axis, current: Option<usize>) -> [String; 3] {
    let blank = vec![' '; axis.cells.len()];
    let (mut labels, mut eras) = (blank.clone(), blank);
    for label in &axis.labels {
        write(&mut labels, label.column, &label.text);
    }
    for bracket in &axis.brackets {
        eras[bracket.first_column..=bracket.last_column].fill('─');
        eras[bracket.first_column] = '╰';
        eras[bracket.last_column] = '╯';
        if !bracket.name.is_empty() {
            write(&mut eras, bracket.name_column - 1, &format!(" {} ", bracket.name));
        }
    }
    let line = axis.cells.iter().map(|cell| glyph(*cell, current)).collect();
    [labels, line, eras].map(|row| row.into_iter().collect::<String>().trim_end().to_owned())
}

fn write(row: &mut [char], column: usize, text: &str) {
    for (cell, character) in row[column..].iter_mut().zip(text.chars()) {
        *cell = character;
    }
}

fn glyph(cell: Cell, current: Option<usize>) -> char {
    match cell {
        Cell::Line => '─',
        Cell::Break => '╌',
        Cell::Range { is_approximate: false, .. } => '━',
        Cell::Range { is_approximate: true, .. } => '╍',
        Cell::Mark { item, .. } if Some(item) == current => '◉',
        Cell::Mark { is_approximate: false, .. } => '●',
        Cell::Mark { is_approximate: true, .. } => '○',
    }
}

fn span(notation: &str) -> Span {
    let (rest, rank) = notation.split_once('#').unwrap_or((notation, "1"));
    let (name, days) = rest.split_once('@').unwrap();
    let is_approximate = days.ends_with('~');
    let days = days.trim_end_matches('~');
    let (first, last) = days.split_once("..").unwrap_or((days, days));
    let era = name.strip_prefix('[').map(|name| name.trim_end_matches(']').replace('_', " "));
    Span {
        first: first.parse().unwrap(),
        last: last.parse().unwrap(),
        tick: if era.is_some() { String::new() } else { name.to_owned() },
        rank: rank.parse().unwrap(),
        is_approximate,
        era,
    }
}

fn spans(notation: &str) -> Vec<Span> {
    notation.split_whitespace().map(span).collect()
}

#[track_caller]
fn check(notation: &str, columns: usize, expected: [&str; 3]) {
    assert_eq!(draw(&plot(&spans(notation), columns, None), None), expected);
}

#[track_caller]
fn check_current(notation: &str, current: usize, columns: usize, expected: [&str; 3]) {
    let axis = plot(&spans(notation), columns, Some(current));
    assert_eq!(draw(&axis, Some(current)), expected);
}

#[test]
fn positions_are_to_scale() {
    check("a@0 b@25 c@100", 17, ["a   b           c", "●───●───────────●", ""]);
    check("a@-100 b@-75 c@0", 17, ["a   b           c", "●───●───────────●", ""]);
}

#[test]
fn the_line_runs_on_where_it_is_long() {
    let line = format!("──●{}●──", "─".repeat(34));
    check("1850@0 2022@60000", 40, ["1850                               2022", &line, ""]);
}

#[test]
fn crowded_neighbors_take_a_cell_each() {
    check("a@0 b@1 c@2 d@100", 11, ["a c       d", "●●●───────●", ""]);
}

#[test]
fn a_single_date_stands_in_the_middle() {
    check("a@5", 9, ["    a", "────●────", ""]);
    check("a@5..99", 9, ["    a", "────●────", ""]);
    check("a@5 a@5 a@5", 9, ["   a", "───●●●───", ""]);
}

#[test]
fn nothing_is_a_plain_line() {
    check("", 5, ["", "─────", ""]);
    check("a@0", 0, ["", "", ""]);
}

#[test]
fn a_long_gap_beside_a_crowd_is_broken() {
    check(
        "1850@0 2022@60000 2022@60003 2022@60006 2022@60009 2022@60012 2022@60015 2022@60018 \
         2022@60021 2022@60024 2022@60027 [E]@0..48000",
        40,
        [
            "1850   2022",
            // 31 columns: 2 for the one, 29 for the ten, which are 28/9 apart.
            "──●──╌╌╌─●──●──●──●──●──●──●──●──●───●──",
            // Four fifths of the gap of 7 columns: from column 2 to column 7.
            "  ╰ E ─╯",
        ],
    );
}

#[test]
fn a_range_reaches_across_a_break() {
    check_current(
        "s@0..60027 t@60000 t@60003 t@60006 t@60009 t@60012 t@60015 t@60018 t@60021 t@60024 \
         t@60027",
        0,
        40,
        ["         t         s", "──━━━╌╌╌━●━━●━━●━━●◉━●━━●━━●━━●━━●━━━●──", ""],
    );
}

#[test]
fn marks_stand_before_ranges() {
    check("c@0..89 a@30 b@180", 19, ["    c             b", "━━━●━━━━━─────────●", ""]);
}

#[test]
fn the_current_range_has_a_mark_in_its_middle() {
    check_current("c@0..89 a@30 b@180", 0, 19, ["    c             b", "━━━●◉━━━━─────────●", ""]);
    check_current("c@0..89 a@40 b@180", 0, 19, ["    c             b", "━━━◉●━━━━─────────●", ""]);
}

#[test]
fn an_approximate_date_is_told_apart() {
    check("a@0~ b@8", 9, ["a       b", "○───────●", ""]);
    check("a@0..3~ b@8", 9, [" a      b", "╍╍╍╍────●", ""]);
}

#[test]
fn who_shares_a_cell_yields_to_the_current_then_to_rank() {
    check("a@0#2 b@9#1", 1, ["b", "●", ""]);
    check_current("a@0#2 b@9#1", 0, 1, ["a", "◉", ""]);
}

#[test]
fn a_label_slides_rather_than_touch() {
    check("1949@0 1954@5 1967@18", 19, ["1949 1954      1967", "●────●────────────●", ""]);
    check("1949@0 1953@4 1967@18", 19, ["1949           1967", "●───●─────────────●", ""]);
}

#[test]
fn the_less_important_label_is_dropped() {
    let notation = "1900@0#3 1908@8#2 1910@10#1 1918@18#3";
    check(notation, 19, ["1900    1910   1918", "●───────●─●───────●", ""]);
    check_current(notation, 1, 19, ["1900  1908     1918", "●───────◉─●───────●", ""]);
}

#[test]
fn equal_labels_are_shown_once() {
    check("2022@0 2022@9 2022@18", 19, ["2022", "●────────●────────●", ""]);
    check("2022@0#2 2022@9 2022@18", 19, ["       2022", "●────────●────────●", ""]);
}

#[test]
fn an_era_is_a_bracket_clipped_to_the_axis() {
    let line = format!("─●{}●─", "─".repeat(27));
    let labels = " a                           b";
    for (era, bracket) in [
        ("[Cold_War]@40..250", "     ╰───── Cold War ─────╯"),
        ("[Cold_War]@-1000..80", " ╰ Cold… ╯"),
        // Without room for its name.
        ("[Cold_War]@0..50", ""),
        ("[Cold_War]@0..10", ""),
        ("[Cold_War]@500..900", ""),
        ("[A]@0..200#2 [Beta]@100..280", "           ╰───── Beta ──────╯"),
        ("[A]@0..99 [Beta]@100..280", " ╰── A ───╯╰───── Beta ──────╯"),
    ] {
        check(&format!("a@0 b@280 {era}"), 31, [labels, &line, bracket]);
    }
}

#[test]
fn without_events_the_eras_make_the_scale() {
    check("[Cold_War]@0..100", 17, ["", "─────────────────", "╰── Cold War ───╯"]);
}

#[test]
fn a_current_era_has_a_mark_above_the_start_of_its_bracket() {
    check_current(
        "a@0 [B]@5..13 c@18",
        1,
        19,
        ["a                 c", "●────◉────────────●", "     ╰── B ──╯"],
    );
}
