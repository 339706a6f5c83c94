use super::*;
use crate::document::{BlockKind, Builder, Meta};

/// Twelve paragraphs of one row each at 20 columns: `paragraph 00` and so on.
fn document() -> Document {
    let mut builder = Builder::new();
    for number in 0..12 {
        builder.add(BlockKind::Paragraph, &format!("paragraph {number:02}"));
    }
    builder.finish(Meta::default())
}

fn article(document: &Document, rows: u16) -> Article {
    let mut article = Article::new(20);
    article.fit(document, Size { columns: 20, rows });
    article
}

fn first_row<'a>(article: &Article, document: &'a Document) -> &'a str {
    let row = article.page.iter().find_map(|line| line.row.as_ref()).expect("a page has rows");
    &document[row.range]
}

#[test]
fn a_line_down_and_up_comes_back() {
    let document = document();
    let mut article = article(&document, 5);
    let layers = Layers::default();
    article.scroll_line(&document, &layers, 3);
    article.fit(&document, Size { columns: 20, rows: 5 });
    assert_eq!(first_row(&article, &document), "paragraph 02");
    article.scroll_line(&document, &layers, -3);
    article.fit(&document, Size { columns: 20, rows: 5 });
    assert_eq!(first_row(&article, &document), "paragraph 00");
    assert_eq!(article.place(), 0);
}

#[test]
fn the_end_is_a_full_page_and_the_end_of_the_text() {
    let document = document();
    let mut article = article(&document, 5);
    article.go_to_end(&document);
    article.fit(&document, Size { columns: 20, rows: 5 });
    assert_eq!(article.page.len(), 5);
    assert_eq!(article.place(), document.end());
}

#[test]
fn what_is_on_the_screen_is_gone_to_without_scrolling() {
    let document = document();
    let mut article = article(&document, 9);
    let fourth = document.blocks().nth(3).unwrap().range;
    assert!(!article.go_to(&document, Stepped::Passage(fourth), fourth));
    let last = document.blocks().last().unwrap().range;
    assert!(article.go_to(&document, Stepped::Passage(last), last));
    assert_eq!(article.place(), last.start());
}

#[test]
fn any_number_of_sizes_comes_back_to_the_same_page() {
    let document = document();
    let mut article = article(&document, 5);
    article.scroll_line(&document, &Layers::default(), 7);
    article.fit(&document, Size { columns: 20, rows: 5 });
    let (before, place) = (article.page.clone(), article.place());
    for (columns, rows) in [(3, 9), (40, 2), (1, 1), (7, 30), (200, 3)] {
        article.fit(&document, Size { columns, rows });
    }
    article.fit(&document, Size { columns: 20, rows: 5 });
    assert_eq!((article.page.clone(), article.place()), (before, place));
}

#[test]
fn the_reading_place_is_on_the_page_at_every_size() {
    let document = document();
    let mut article = article(&document, 5);
    let target = document.blocks().nth(8).unwrap().range;
    article.go_to(&document, Stepped::Passage(target), target);
    for (columns, rows) in [(4, 3), (20, 2), (6, 4), (9, 2)] {
        article.fit(&document, Size { columns, rows });
        let shown =
            article.page.iter().filter_map(|line| line.row.as_ref()).any(|row| {
                row.range.start() <= target.start() && target.start() <= row.range.end()
            });
        assert!(shown, "{columns}x{rows}");
    }
}

#[test]
fn a_text_shorter_than_the_page_is_read_by_lines_too() {
    let document = document();
    let mut article = article(&document, 40);
    let layers = Layers::default();
    article.scroll_line(&document, &layers, 2);
    // Blank lines have no words to read; two lines down is two paragraphs.
    assert_eq!(article.place(), document.blocks().nth(2).unwrap().range.start());
    article.scroll_line(&document, &layers, 100);
    assert_eq!(article.place(), document.end());
}
