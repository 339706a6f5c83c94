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
