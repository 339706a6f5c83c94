//! What other programs than GitHub's read in Markdown: Obsidian, Pandoc, Hugo, Jekyll.

use super::{check, import};

fn targets(text: &str) -> Vec<String> {
    let document = import(text);
    document.spans().filter_map(|span| span.mark.target().map(str::to_owned)).collect()
}

#[test]
fn what_stands_in_braces_behind_a_heading_names_it() {
    check(
        "a\n\n## Head *two* {#two .wide}\n\n## Three {-}\n\nfour {.x}\n---\n",
        &["paragraph: a", "h2: Head e(two)", "h2: Three", "h2: four"],
    );
    let document = import("a\n\n## Head two {#two}\n");
    assert_eq!((document.target("two"), document.target("head-two")), (Some(2), Some(2)));
}

#[test]
fn other_braces_behind_a_heading_are_words() {
    check(
        "a\n\n## GET /users/{id}\n\n## The set {1, 2}\n\n## Nothing {}\n\n## `{{x}}` {{ y }}\n\n## Key {a=b}\n\nz {a}\n===\n",
        &[
            "paragraph: a",
            "h2: GET /users/{id}",
            "h2: The set {1, 2}",
            "h2: Nothing {}",
            "h2: c({{x}}) {{ y }}",
            "h2: Key {a=b}",
            "h1: z {a}",
        ],
    );
}

#[test]
fn callouts_have_their_titles() {
    check(
        "> [!info]- A *folded* title\n> The content.\n\n> [!faq]+\n> only\n\n> [!my-kind]\n>\n> words\n",
        &[
            ">quotation: s(A e(folded) title)",
            ">quotation: The content.",
            "»quotation: s(Faq)",
            "»quotation: only",
            ">quotation: s(My kind)",
            ">quotation: words",
        ],
    );
    check(
        "> [!NOTE] Own title\n> - item\n> > [!todo] In\n> > deep\n",
        &[">quotation: s(Own title)", ">item2: • item", ">>quotation: s(In)", ">>quotation: deep"],
    );
}

#[test]
fn brackets_that_begin_a_block_quotation_are_words() {
    check("> [!x](y) z\n", &[">quotation: l(!x) z"]);
    check("> [!1] z\n> y\n", &[">quotation: [!1] z y"]);
    check("> \\[!note] z\n> y\n", &[">quotation: [!note] z y"]);
    check("> a\n> [!note] z\n", &[">quotation: a [!note] z"]);
}

#[test]
fn wiki_links_are_links() {
    let text =
        "a\n\nSee [[My Page]], [[Page|*the* words]] and [[#The *Head*|up]], [[#The Head]].\n";
    check(
        text,
        &[
            "paragraph: a",
            "paragraph: See l(My Page), [[Page|e(the) words]] and [[#The e(Head)|up]], l(The Head).",
        ],
    );
    assert_eq!(targets(text), ["My Page", "#the-head"]);
    check("|a|b|\n|-|-|\n|[[Page\\|words]]|c|\n", &["table: a\tb\nl(words)\tc"]);
}

#[test]
fn escaped_signs_and_code_are_words() {
    check(
        "a\n\n\\[[Page]], \\==no==, a&amp;b&auml; `[[Page]]` and `==x==` [[Page]]\n",
        &["paragraph: a", "paragraph: [[Page]], ==no==, a&bä c([[Page]]) and c(==x==) l(Page)"],
    );
    check("if [[ -f x ]]; then\n", &["paragraph: if [[ -f x ]]; then"]);
}

#[test]
fn embedded_images_are_images() {
    check(
        "![[flag.png|A flag]]\n\nso ![[a/ship.png]] so\n",
        &["image: A flag", "paragraph: so ship.png so"],
    );
}

#[test]
fn marked_words_are_strong() {
    check(
        "a\n\nThis ==is so== when a == b.\n",
        &["paragraph: a", "paragraph: This s(is so) when a == b."],
    );
}

#[test]
fn what_a_site_generator_replaces_is_left_out() {
    check(
        "# T\n\n[TOC]\n\n[[_TOC_]]\n\n{{< figure src=\"a.png\" caption=\"A flag\" >}}\n\n{% include x %}\n\nIt was. So.\n",
        &["title: T", "image: A flag", "paragraph: It was. So."],
    );
}

#[test]
fn a_table_of_html_with_blank_lines_is_one() {
    check(
        "<table>\n<tr><th>Year<th>Of</tr>\n\n<tr><td>1842<td>Nanking</tr>\n\n</table>\n\nafter\n",
        &["table: Year\tOf\n1842\tNanking", "paragraph: after"],
    );
    // Markdown between its lines is no HTML.
    check(
        "<table>\n<tr><td>\n\n*one*\n\n</td></tr>\n</table>\n\nafter\n",
        &["paragraph: e(one)", "paragraph: after"],
    );
    check("<table>\n<tr><td>a</td></tr>\n", &["paragraph: a"]);
}

#[test]
fn formulas_stand_as_they_are() {
    check(
        "a\n\nThe $a_1*b*c$ and **$\\{x\\}$**, the $n$th, $$E_0 \\\\ _x_$$.\n",
        &[
            "paragraph: a",
            "paragraph: The $a_1*b*c$ and s($\\{x\\}$), the $n$th, $$E_0 \\\\ _x_$$.",
        ],
    );
    check(
        "Thus\n$$\n\\sum_i a_i * b_* \\\\\n= 1\n$$\nwhere\n\n> $$x$$\n",
        &[
            "paragraph: Thus",
            "preformatted: l(\\sum_i a_i * b_* \\\\\n= 1)",
            "paragraph: where",
            ">preformatted: l(x)",
        ],
    );
    check(&format!("a\n{}$$x$$\n", " ".repeat(3)), &["paragraph: a", "preformatted: l(x)"]);
    check("|a|b|\n|-|-|\n|$\\|x\\|$|c|\n", &["table: a\tb\n$|x|$\tc"]);
}

#[test]
fn dollars_that_are_words_change_nothing() {
    check(
        "a\n\nFrom $5 and $6 to US$7 *so* and HK$8 [it](http://x.org/$a), `$HOME` $x$.\n",
        &["paragraph: a", "paragraph: From $5 and $6 to US$7 e(so) and HK$8 l(it), c($HOME) $x$."],
    );
    assert_eq!(targets("[it](http://x.org/$a) $x$\n"), ["http://x.org/$a"]);
    check("a $x$\n\n```$s\n$PATH\n```\n", &["paragraph: a $x$", "preformatted: l($PATH)"]);
}

#[test]
fn terms_have_their_definitions() {
    check(
        "Pier\n: A long *wall*.\n\n    More.\n\nQuay, Dock\n: One.\n: Two.\n\nafter\n",
        &[
            "paragraph: s(Pier)",
            "4paragraph: A long e(wall).",
            "4paragraph: More.",
            "paragraph: s(Quay, Dock)",
            "4paragraph: One.",
            "4paragraph: Two.",
            "paragraph: after",
        ],
    );
    check(
        "It was so.\n\n: a\n\none\ntwo\n: three\n\n|a|\n|-|\n|b|\n\n: A caption\n",
        &[
            "paragraph: It was so.",
            "paragraph: : a",
            "paragraph: one two : three",
            "table: a\nb",
            "paragraph: : A caption",
        ],
    );
    check("a : b\nc:d\n:smile: e\n", &["paragraph: a : b c:d :smile: e"]);
}

#[test]
fn notes_among_words_are_footnotes() {
    check(
        "One^[The *first*\nnote.] and two^[Ibid.].\n\nMore.\n",
        &[
            "paragraph: Onen(¹) and twon(²).",
            "paragraph: More.",
            "footnote: ¹ The e(first) note.",
            "footnote: ² Ibid.",
        ],
    );
    check(
        "a^[b] and [^[abc]+], `x^[a b]`, \\^[so it is], ^[a\nb](c)\n\n    ^[in code]\n",
        &[
            "paragraph: a^[b] and [^[abc]+], c(x^[a b]), ^[so it is], ^l(a b)",
            "preformatted: ^[in code]",
        ],
    );
}

#[test]
fn boxes_between_colons_are_block_quotations() {
    check(
        "a\n\n::: {.note title=\"Of ice\"}\nOne.\n\n- two\n:::\n\n:::tip A *title*\nThree.\n:::\n",
        &[
            "paragraph: a",
            ">quotation: s(Of ice)",
            ">quotation: One.",
            ">item2: • two",
            "»quotation: s(A e(title))",
            "»quotation: Three.",
        ],
    );
    check(
        ":::: {.columns}\n::: {.column width=\"50%\"}\nleft\n:::\n::: warning\nright\n:::\n::::\nb\n",
        &["paragraph: left", ">quotation: s(Warning)", ">quotation: right", "paragraph: b"],
    );
    check("::: note\nnever closed\n", &["paragraph: ::: note never closed"]);
    check("```\n::: note\na\n:::\n```\n", &["preformatted: ::: note\na\n:::"]);
    check("> ```\n> %%a%% x^2^\n> ```\n", &[">preformatted: %%a%% x^2^"]);
}

#[test]
fn boxes_under_exclamation_marks_are_block_quotations() {
    check(
        "a\n\n!!! note \"Of ice\"\n\n    One.\n\n        code\n\n??? tip\n    Two.\nb\n",
        &[
            "paragraph: a",
            ">quotation: s(Of ice)",
            ">quotation: One.",
            ">preformatted: code",
            "»quotation: s(Tip)",
            "»quotation: Two.",
            "paragraph: b",
        ],
    );
    check("!!! wow\nnothing is set in\n", &["paragraph: !!! wow nothing is set in"]);
    check("What???\n\n??? so\n", &["paragraph: What???", "paragraph: ??? so"]);
}

#[test]
fn comments_between_percent_signs_are_left_out() {
    check(
        "one %%hidden%% two\n\n%%\nhidden\n\nmore\n%%\n\nthree `%%a%%`\n",
        &["paragraph: one two", "paragraph: three c(%%a%%)"],
    );
    check(
        "5%% and 6%% more\n\nprintf(\"%%d %%s\")\n\n%% Load\nx\n%% Plot\ny\n",
        &[
            "paragraph: 5%% and 6%% more",
            "paragraph: printf(\"%%d %%s\")",
            "paragraph: %% Load x %% Plot y",
        ],
    );
}

#[test]
fn lines_behind_bars_are_verse() {
    check(
        "| Tell me not,\n|   in mournful *numbers*\n|\n| Life\n\nafter\n",
        &[
            "paragraph: Tell me not,\n\u{a0}\u{a0}in mournful e(numbers)\n\nLife",
            "paragraph: after",
        ],
    );
    check("| a | b\n|---|---\n| c | d\n", &["table: a\tb\nc\td"]);
    check("| a\n|---\n| c\n", &["table: a\nc"]);
    check("| one line\n", &["paragraph: | one line"]);
    check("a\n| b\n| c\n", &["paragraph: a | b | c"]);
}

#[test]
fn letters_are_raised_and_lowered_behind_others() {
    check("H~2~O, x^2^ and 1^st^ `x^2^`\n", &["paragraph: H₂O, x² and 1st c(x^2^)"]);
    check("2^3^4, a ^b^, ~~no~~ ^2^\n", &["paragraph: 2^3^4, a ^b^, s(no) ^2^"]);
    assert_eq!(
        targets("[a](http://x.org/a^1^) http://x.org/b^2^\n"),
        ["http://x.org/a^1^", "http://x.org/b^2^"]
    );
}

#[test]
fn marked_words_may_hold_other_signs() {
    check(
        "a\n\nIt ==is **so** here==, ==*all* of it==.\n",
        &["paragraph: a", "paragraph: It s(is s(so) here), s(e(all) of it)."],
    );
    check("a\n\n\\\\\\==*b*==\n", &["paragraph: a", "paragraph: \\==e(b)=="]);
    check("a == *b* and c == d\n", &["paragraph: a == e(b) and c == d"]);
}

#[test]
fn no_repetition_of_their_signs_takes_long() {
    for sign in [
        "^[", "^[a ", "%%", "%%a\n", "==", "==*a ", ":::a\n", "!!! a\n", "| a\n", "~1", "a^", "`",
        "%% a",
    ] {
        let text = sign.repeat(20_000) + "\nthe\n";
        let document = import(&text);
        assert!(document.blocks().any(|block| document[block.range].contains("the")), "{sign}");
    }
}

#[test]
fn what_only_looks_like_a_dialect_stays() {
    check("Year | What\n:---|---:\n1921 | bread\n", &["table: Year\tWhat\n1921\tbread"]);
    check("So:\n\n    : one\n    ::: two\n", &["paragraph: So:", "preformatted: : one\n::: two"]);
    check(
        "30 %% of them came, and 30 %% did not.\n",
        &["paragraph: 30 %% of them came, and 30 %% did not."],
    );
    let formula = import("It is $a~b~c^2^$ now.\n");
    assert!(!formula.blocks().any(|block| formula[block.range].contains("sup")));
}

#[test]
fn a_line_of_code_that_begins_with_a_colon_is_code() {
    check("So `one\n: two` is.\n", &["paragraph: So c(one : two) is."]);
}
