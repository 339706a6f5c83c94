//! Footnotes and links: peeked at in place, and gone to.

use super::*;
use crate::document::{Mark, Nesting};

/// Twelve paragraphs, of which the first refers to a footnote, to the ninth and out, and two
/// footnotes of which the first has two blocks.
fn noted() -> App {
    referring(&[
        (Mark::Note("n1".into()), "¹"),
        (Mark::Link("#nine".into()), "nine"),
        (Mark::Link("https://example.org/\u{1b}x".into()), "out"),
    ])
}

/// The same with these references in the first paragraph.
fn referring(references: &[(Mark, &str)]) -> App {
    let mut builder = Builder::new();
    builder.begin(BlockKind::Paragraph, Nesting::default());
    for (mark, words) in references {
        builder.push_text(" see ");
        builder.open(mark.clone());
        builder.push_text(words);
        builder.close();
    }
    for number in 2..=12 {
        builder.end();
        if number == 9 {
            builder.target("nine");
        }
        builder.add(BlockKind::Paragraph, &format!("paragraph {number}"));
    }
    builder.target("n1");
    builder.add(BlockKind::Footnote, "¹ The first note.");
    builder.begin(BlockKind::Footnote, Nesting::in_items(1));
    builder.push_text("It goes on.");
    builder.add(BlockKind::Footnote, "² The second note.");
    let mut app = app(&[]);
    let document = Arc::new(builder.finish(Meta::default()));
    app.update(Message::Opened(document, Arc::default()));
    app.notice = None;
    fit(&mut app, 6);
    app
}

fn lines(app: &App) -> Vec<String> {
    let lines = peek(app, 60).into_iter().map(|line| match line {
        PeekLine::Head(words) | PeekLine::Label(words) => words.to_string(),
        PeekLine::Words(range) => app.document[range].to_owned(),
        PeekLine::Fact(name, value) => format!("{name}: {value}"),
        PeekLine::Blank => String::new(),
    });
    lines.collect()
}

#[test]
fn a_peek_shows_footnotes_in_full_and_where_links_lead() {
    let mut app = noted();
    press(&mut app, "K");
    let expected = [
        "¹ The first note.",
        "It goes on.",
        "to: the note; Enter goes there",
        "",
        "nine",
        "paragraph 9",
        "to: paragraph 9",
        "",
        "out",
        "to: https://example.org/␛x",
    ];
    assert_eq!(lines(&app), expected);
}

#[test]
fn enter_goes_to_the_footnote_and_h_back() {
    let mut app = noted();
    press(&mut app, "K\n");
    assert!(app.overlay.is_none());
    let at = app.article.place();
    assert!(app.document[app.document.block_around(at).unwrap().range].starts_with('¹'));
    press(&mut app, "H");
    assert_eq!(app.article.place(), 0);
}

#[test]
fn the_peek_says_at_the_one_reference_that_enter_goes_there() {
    let note = (Mark::Note("n1".into()), "¹");
    let link = (Mark::Link("#nine".into()), "nine");
    for (references, beginning) in
        [([note.clone(), link.clone()], "¹ The first"), ([link, note], "paragraph 9")]
    {
        let mut app = referring(&references);
        press(&mut app, "K");
        let shown = lines(&app);
        let said = shown.iter().position(|line| line.ends_with("Enter goes there")).unwrap();
        assert!(shown[..said].iter().any(|line| line.starts_with(beginning)), "{shown:?}");
        assert!(!shown[said + 1..].iter().any(|line| line.ends_with("Enter goes there")));
        press(&mut app, "\n");
        let block = app.document.block_around(app.article.place()).unwrap();
        assert!(app.document[block.range].starts_with(beginning));
    }
}

#[test]
fn a_footnote_referred_to_twice_is_shown_once() {
    let note = |words| (Mark::Note("n1".into()), words);
    let mut app = referring(&[note("¹"), note("¹"), note("¹ above")]);
    press(&mut app, "K");
    assert_eq!(lines(&app).iter().filter(|line| line.starts_with('¹')).count(), 1);
}

#[test]
fn enter_in_a_peek_goes_to_the_item_that_is_peeked_at() {
    // The second paragraph has the event, the first a link to the ninth.
    let mut app = referring(&[(Mark::Link("#nine".into()), "nine")]);
    let at = app.document.blocks().nth(1).unwrap().range;
    let mut findings = Findings::default();
    findings.events.push(event(at, When::parse("1949").unwrap()));
    app.adopt(Arc::new(Layers::merge(findings, Findings::default())));
    app.article.put_on_top(&app.document.clone(), at.start() + 3);
    fit(&mut app, 6);
    press(&mut app, "K");
    assert!(lines(&app).iter().any(|line| line.starts_with("date: 1949")));
    press(&mut app, "\n");
    assert_eq!(app.article.place(), at.start());
}

#[test]
fn what_was_stepped_to_is_peeked_at_before_a_footnote() {
    let mut app = noted();
    let mut findings = Findings::default();
    let mention = TextRange::new(1, 4);
    findings.events.push(event(mention, When::parse("1949").unwrap()));
    app.adopt(Arc::new(Layers::merge(findings, Findings::default())));
    press(&mut app, "K");
    assert!(lines(&app)[0].starts_with('¹'));
    press(&mut app, "K.K");
    assert!(lines(&app).iter().any(|line| line.starts_with("date: 1949")));
}

#[test]
fn a_link_gives_way_to_an_item_of_its_paragraph() {
    let mut builder = Builder::new();
    builder.begin(BlockKind::Paragraph, Nesting::default());
    builder.push_text("1949 and ");
    builder.open(Mark::Link("https://example.org".into()));
    builder.push_text("more");
    builder.end();
    let mut app = app(&[]);
    let document = Arc::new(builder.finish(Meta::default()));
    let mut findings = Findings::default();
    findings.events.push(event(TextRange::new(0, 4), When::parse("1949").unwrap()));
    app.update(Message::Opened(document, Arc::new(Layers::merge(findings, Findings::default()))));
    fit(&mut app, 6);
    press(&mut app, "K");
    assert!(lines(&app).iter().any(|line| line.starts_with("date: 1949")));
}
