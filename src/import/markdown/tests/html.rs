//! HTML inside of Markdown.

use super::*;

#[test]
fn html_leaves_its_words() {
    check("H<sub>2</sub>O <!-- no --> and <b>so</b>", &["paragraph: H₂O and s(so)"]);
    check("a <script>no</script> b <img alt='flag'> c", &["paragraph: a b flag c"]);
    check(
        "<h2 align=center>Head</h2>\n<p>one &mdash;\n two<br>three</p>\n<ul><li>a<li>b</ul>\n\nend\n",
        &["h2: Head", "paragraph: one — two\nthree", "item2: • a", "item2: • b", "paragraph: end"],
    );
    check(
        "<details>\n<summary>More</summary>\n\n*words*\n\n</details>\n",
        &["paragraph: More", "paragraph: e(words)"],
    );
    check("<script>\nno\n</script>\n\nyes\n", &["paragraph: yes"]);
}

#[test]
fn html_that_styles_words_is_a_mark() {
    check(
        "Press <kbd>Ctrl</kbd>, <STRONG>now *or* never</STRONG>, x<sup>2</sup>, 1<sup>st</sup>",
        &["paragraph: Press c(Ctrl), s(now e(or) never), x², 1st"],
    );
    let scripts = "10<sup>-3</sup> x<sub>i</sub> 2<sup>a/b</sup> CO<sub>2</sub> n<sup>th</sup>";
    check(scripts, &["paragraph: 10⁻³ xᵢ 2^(a/b) CO₂ nth"]);
    check(&format!("<p>{scripts}</p>"), &["paragraph: 10⁻³ xᵢ 2^(a/b) CO₂ nth"]);
    check("<p align=center><i>one</i> <b><img src=x></b> two</p>", &["paragraph: e(one) two"]);
}

#[test]
fn html_that_is_never_closed_ends_with_its_paragraph_or_cell() {
    check("a <b>b\n\nc</b> d\n", &["paragraph: a s(b)", "paragraph: c d"]);
    check("|a|b|\n|-|-|\n|<i>x|y|\n", &["table: a\tb\ne(x)\ty"]);
    check("<b>*a</b> b* c\n", &["paragraph: s(e(a) b) c"]);
    check(&"<b>".repeat(1000), &[]);
}

#[test]
fn html_with_parts_is_read_as_html_where_it_stands() {
    let table = "<table><tr><th>Year<th>*Treaty*</tr>\n<tr><td>1842<td>of Nanking</tr></table>\n";
    check(table, &["table: Year\t*Treaty*\n1842\tof Nanking"]);
    check(
        &format!("> - item\n>\n>   {}", table.replace('\n', "\n>   ")),
        &[">item2: • item", ">2table: Year\t*Treaty*\n1842\tof Nanking"],
    );
    check(
        "<dl>\n<dt>Pier</dt>\n<dd>A long wall.</dd>\n</dl>\n\nafter\n",
        &["paragraph: s(Pier)", "4paragraph: A long wall.", "paragraph: after"],
    );
    check(
        "<ol start=3>\n<li>three<ul><li>in</ul>\n<li>four\n</ol>\n",
        &["item3: 3. three", "3item2: ◦ in", "item3: 4. four"],
    );
    check("<pre><code>a\n  b\n</code></pre>\n", &["preformatted: c(a\n  b)"]);
    // What the Markdown behind it goes on with is no part of the block.
    check("<blockquote>\n\nSo *it* is.\n\n</blockquote>\n", &["paragraph: So e(it) is."]);
}

#[test]
fn a_broken_line_of_html_leaves_one_blank() {
    check("a\n\n<h2>\n  one<br>\n  two\n</h2>\n", &["paragraph: a", "h2: one two"]);
}
