//! Which tables hold data, and which only place the parts of a page.

use super::admonition::is_title;
use super::page::{Attribute, Node, Page};
use super::tag::Tag;

/// In a single row without a name, a cell with more text than this is of a layout.
const ROW_BYTES: usize = 80;

/// A cell with more text than this is prose.
const PROSE_BYTES: usize = 600;

/// What is known of one table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape {
    /// It holds data; otherwise its cells are read one after the other, as a browser of text does.
    pub is_data: bool,
    /// It has one row.
    pub is_row: bool,
    /// Its first row names the columns.
    pub has_header: bool,
}

/// What is seen of a table while it is read.
#[derive(Debug, Default)]
struct Seen {
    index: usize,
    n_rows: usize,
    /// The cells of the widest row, and of this one.
    widest: usize,
    n_cells: usize,
    n_bytes: usize,
    has_blocks: bool,
    /// It has a name.
    has_caption: bool,
    /// It holds links, pictures or lines, as rows that place the parts of a page do.
    has_parts: bool,
    /// The most text of a cell.
    longest: usize,
    has_head_cells: bool,
    first_row_is_head: bool,
    is_layout: bool,
}

/// The shapes of all tables, by the node of their start tag, sorted.
#[derive(Debug, Default)]
pub struct Tables(Vec<(usize, Shape)>);

impl Tables {
    /// Looks at the tables of a page.
    pub fn of(page: &Page) -> Self {
        let mut open: Vec<Seen> = Vec::new();
        let mut tables = Vec::new();
        for (index, node) in page.nodes.iter().enumerate() {
            match node {
                Node::Open { tag: Tag::Table, .. } => {
                    if let Some(outer) = open.last_mut() {
                        outer.is_layout = true;
                    }
                    let is_layout = page.element(node).is_some_and(|element| {
                        matches!(element.value(Attribute::Role), "presentation" | "none")
                    });
                    open.push(Seen {
                        index,
                        is_layout,
                        first_row_is_head: true,
                        ..Seen::default()
                    });
                }
                Node::Close(Tag::Table) => {
                    tables.extend(open.pop().map(|table| (table.index, table.shape())));
                }
                _ => {
                    if let Some(table) = open.last_mut() {
                        table.take(node, page);
                    }
                }
            }
        }
        tables.extend(open.into_iter().map(|table| (table.index, table.shape())));
        tables.sort_unstable_by_key(|(index, _)| *index);
        Self(tables)
    }

    /// The shape of the table that starts at a node.
    pub fn shape(&self, index: usize) -> Shape {
        let at = self.0.partition_point(|(table, _)| *table < index);
        self.0.get(at).filter(|(table, _)| *table == index).map_or(Shape::default(), |(_, s)| *s)
    }
}

impl Seen {
    fn take(&mut self, node: &Node, page: &Page) {
        match node {
            Node::Open { tag, .. } => match tag {
                Tag::Tr => {
                    self.n_rows += 1;
                    (self.n_cells, self.n_bytes) = (0, 0);
                }
                Tag::Td | Tag::Th => {
                    self.n_cells += 1;
                    self.n_bytes = 0;
                    let is_wide = page
                        .element(node)
                        .is_some_and(|cell| cell.get(Attribute::Colspan).is_some());
                    self.widest = self.widest.max(self.n_cells + usize::from(is_wide));
                    self.has_head_cells |= *tag == Tag::Th;
                    self.first_row_is_head &= self.n_rows > 1 || *tag == Tag::Th;
                    // Admonitions set their picture beside their words.
                    self.is_layout |= page.element(node).is_some_and(is_title);
                }
                Tag::P | Tag::Li | Tag::Dd => self.has_blocks = true,
                Tag::TableCaption => self.has_caption = true,
                Tag::A | Tag::Img | Tag::Br | Tag::Div | Tag::Input | Tag::Media | Tag::Control => {
                    self.has_parts = true;
                }
                Tag::Blockquote | Tag::Pre | Tag::Hr | Tag::Article | Tag::Header => {
                    self.is_layout = true;
                }
                tag if tag.level().is_some() => self.is_layout = true,
                _ => {}
            },
            Node::Text(range) => {
                self.n_bytes += page.slice(range).trim().len();
                self.longest = self.longest.max(self.n_bytes);
                self.is_layout |= self.n_bytes > PROSE_BYTES && !self.has_head_cells;
            }
            Node::Close(_) => {}
        }
    }

    fn shape(&self) -> Shape {
        let is_row =
            self.has_caption || !self.has_parts && self.n_bytes > 0 && self.longest <= ROW_BYTES;
        let is_grid = self.widest > 1 && (self.n_rows > 1 || self.has_head_cells || is_row);
        let is_data = is_grid && !self.is_layout && (self.has_head_cells || !self.has_blocks);
        let is_row = self.n_rows < 2;
        Shape { is_data, is_row, has_header: self.has_head_cells && self.first_row_is_head }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &[(bool, bool)]) {
        let Tables(tables) = Tables::of(&Page::parse(html, false));
        let shapes: Vec<_> =
            tables.iter().map(|(_, shape)| (shape.is_data, shape.has_header)).collect();
        assert_eq!(shapes, expected);
    }

    #[test]
    fn rows_of_short_cells_are_data() {
        check("<table><tr><td>1949<td>Mao<tr><td>1950<td>Treaty</table>", &[(true, false)]);
        check("<table><tr><th>Year<th>Who<tr><td>1949<td><p>Mao</table>", &[(true, true)]);
        check("<table><tr><th>Year<td>1949<tr><th>Who<td>Mao</table>", &[(true, false)]);
        check("<table><tr><td>1949<td>Mao</table>", &[(true, false)]);
        check("<table><caption>Ships<tr><td>1949<td><a href=x>Three</a></table>", &[(true, false)]);
    }

    #[test]
    fn a_table_that_places_parts_of_a_page_is_none() {
        check("<table><tr><td><h1>Title</h1><td>x<tr><td>y<td>z</table>", &[(false, false)]);
        let nested = "<table><tr><td>x<td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>";
        check(nested, &[(false, false), (true, false)]);
        check("<table><tr><td>one cell</table>", &[(false, false)]);
        for row in [
            "<td><a href=a>Home</a><td>The Quay",
            "<td>one<br>two<td>three",
            "<td><img src=a><td>three",
            "<td>Ann Bee <td>She writes on the harbor and its boats, and on all that is fished there each year.",
        ] {
            check(&format!("<table><tr>{row}</table>"), &[(false, false)]);
        }
        let prose = "words ".repeat(200);
        check(&format!("<table><tr><td>x<td>{prose}<tr><td>x</table>"), &[(false, false)]);
    }
}
