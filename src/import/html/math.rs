//! Formulas: MathML to a line of text.
//!
//! What the page gives as its source is taken as it is: the alternative text, or the annotation in
//! TeX. Without either, the formula is written in a line: `(a+b)/2`, `x_1^2`. An alternative text for
//! those who hear the page stands for a formula that says nothing.

use super::context::unstyled;
use super::page::{Attribute, Element, Node, Page};
use super::tag::Tag;

/// A formula of more nodes is read as text.
const MOST_NODES: usize = 2000;

/// A formula of more text is read as text.
const MOST_BYTES: usize = 4 << 10;

/// The words of the formula that starts at a node; `None` where its end is not near, or it has none.
pub fn words(page: &Page, index: usize) -> Option<String> {
    let nodes = page.nodes.get(index..)?;
    let is_end = |node: &Node| matches!(node, Node::Close(Tag::Math));
    let length = nodes.iter().take(MOST_NODES).skip(1).position(is_end)? + 1;
    let inner = &nodes[1..length];
    let given = page.element(&nodes[0])?.value(Attribute::Alttext).trim();
    let given = if given.is_empty() { annotation(page, inner) } else { given };
    let is_source = given.contains(['\\', '^', '_', '=', '{']);
    let written = if is_source { None } else { written(page, inner) };
    let words = written.filter(|words| !words.is_empty());
    words.or_else(|| (!given.is_empty()).then(|| unstyled(given).to_owned()))
}

/// The source in TeX.
fn annotation<'a>(page: &'a Page, nodes: &[Node]) -> &'a str {
    let is_tex = |element: Element<'_>| {
        element.tag == Tag::Annotation && element.value(Attribute::Encoding).contains("tex")
    };
    let at = nodes.iter().position(|node| page.element(node).is_some_and(is_tex));
    match at.and_then(|at| nodes.get(at + 1)) {
        Some(Node::Text(range)) => page.slice(range).trim(),
        _ => "",
    }
}

/// An element of a formula that is open.
struct Part {
    tag: Tag,
    n_children: usize,
    /// Where the bracket stands that was written before it.
    bracket: Option<usize>,
}

/// The formula in a line.
fn written(page: &Page, nodes: &[Node]) -> Option<String> {
    let mut out = String::new();
    let mut open: Vec<Part> = Vec::new();
    for node in nodes {
        match node {
            Node::Open { tag, is_closed, .. } => {
                let bracket = separate(open.last_mut(), *tag, &mut out);
                if !is_closed {
                    open.push(Part { tag: *tag, n_children: 0, bracket });
                }
            }
            Node::Close(tag) => {
                if let Some(part) = open.pop_if(|part| part.tag == *tag) {
                    close(&part, &mut out);
                }
            }
            Node::Text(range) => {
                let is_shown = open.last().is_none_or(|part| part.tag != Tag::Annotation);
                let words = page.slice(range).split_whitespace();
                out.extend(words.filter(|_| is_shown));
            }
        }
        if out.len() > MOST_BYTES {
            return None;
        }
    }
    Some(out)
}

/// Writes what stands between an element and the one before it; where a bracket was written.
fn separate(around: Option<&mut Part>, tag: Tag, out: &mut String) -> Option<usize> {
    let around = around?;
    around.n_children += 1;
    let sign = match (around.tag, around.n_children) {
        (Tag::Fraction, 2) => "/",
        (Tag::Superscript, 2) | (Tag::Scripts, 3) => "^",
        (Tag::Subscript | Tag::Scripts, 2) => "_",
        (Tag::Root, 1) => "√",
        _ => "",
    };
    out.push_str(sign);
    let is_of_parts = matches!(
        around.tag,
        Tag::Fraction | Tag::Superscript | Tag::Subscript | Tag::Scripts | Tag::Root
    );
    if !is_of_parts || tag != Tag::Row {
        return None;
    }
    out.push('(');
    Some(out.len() - 1)
}

/// Closes the bracket of an element, or takes it away where one thing alone stands in it.
fn close(part: &Part, out: &mut String) {
    match part.bracket {
        Some(at) if part.n_children < 2 => drop(out.remove(at)),
        Some(_) => out.push(')'),
        None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: Option<&str>) {
        assert_eq!(words(&Page::parse(html, false), 0).as_deref(), expected, "{html}");
    }

    #[test]
    fn what_is_given_to_be_read_is_read() {
        check("<math alttext='E = mc^2'><mi>E</mi></math>", Some("E = mc^2"));
        check("<math alttext='no text'><mi>E</mi><mo>+</mo><mn>1</mn></math>", Some("E+1"));
        check("<math alttext='a circle'><mi> </mi></math>", Some("a circle"));
        check(r"<math alttext='{\displaystyle x}'><mi>y</mi></math>", Some("x"));
        check(
            r"<math><semantics><mi>y</mi><annotation encoding='application/x-tex'>\pi r^2
              </annotation></semantics></math>",
            Some(r"\pi r^2"),
        );
    }

    #[test]
    fn a_formula_is_written_in_a_line() {
        check(
            "<math> <mi>E</mi> <mo>=</mo> <mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></math>",
            Some("E=mc^2"),
        );
        check(
            "<math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mrow><mn>2</mn></mrow></mfrac></math>",
            Some("(a+b)/2"),
        );
        check(
            "<math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup><msqrt><mi>y</mi></msqrt></math>",
            Some("x_1^2√y"),
        );
    }

    #[test]
    fn a_formula_without_an_end_is_text() {
        check("<math><mi>x</mi>", None);
        check("<math></math>", None);
        check(&format!("<math>{}</math>", "<mi>x</mi>".repeat(MOST_NODES)), None);
        check(&format!("<math><mi>{}</mi></math>", "x".repeat(MOST_BYTES + 1)), None);
    }
}
