//! Tables of one row, and their captions.

use super::check;

#[test]
fn a_table_of_one_row_is_a_table() {
    check("<table><tr><td>1949<td>Three ships</table>", &["table: 1949\tThree ships"]);
}

#[test]
fn a_caption_stays_with_its_table_wherever_it_stands_in_it() {
    let rows = "<tr><td>1949<td>3</tr><tr><td>1950<td>4</tr>";
    let [table, caption] = ["table: 1949\t3\n1950\t4", "caption: Ships by year"];
    check(
        &format!("<p>x<table><caption>Ships by year</caption>{rows}</table><p>y"),
        &["paragraph: x", caption, table, "paragraph: y"],
    );
    check(
        &format!("<p>x<table>{rows}<caption>Ships by year</caption></table><p>y"),
        &["paragraph: x", table, caption, "paragraph: y"],
    );
    check(
        "<p>x<table><tr><td>1949<td>3</tr><caption>Ships by year</caption><tr><td>1950<td>4</table><p>y",
        &["paragraph: x", table, caption, "paragraph: y"],
    );
}
