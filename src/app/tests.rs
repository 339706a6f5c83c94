mod arrivals;
mod dating;
mod going;
mod keeping;
mod mentions;
mod mouse;
mod peeks;
mod references;
mod searching;
mod selecting;

use super::*;
use crate::document::{
    Basis, BlockKind, Builder, Event, Findings, Meta, Origin, Quotation, QuoteKind, Speaker,
    SpeakerId, When,
};
use crate::export::Style;

/// A document of one row a paragraph in which `[year]` is an event and `“words”` a quotation.
fn app(paragraphs: &[&str]) -> App {
    let mut builder = Builder::new();
    for paragraph in paragraphs {
        builder.add(BlockKind::Paragraph, paragraph);
    }
    let document = builder.finish(Meta::default());
    let mut findings = Findings {
        speakers: ["Anna", "Ben"]
            .map(|name| Speaker { name: CleanText::line(name), description: None })
            .to_vec(),
        ..Findings::default()
    };
    for block in document.blocks() {
        let text = &document[block.range];
        for (at, _) in text.match_indices('[') {
            let mention = block.range.start() + at + 1;
            let mention = TextRange::new(mention, mention + 4);
            let when = When::parse(&document[mention]).unwrap();
            findings.events.push(event(mention, when));
        }
        for (at, _) in text.match_indices('“') {
            let start = at + '“'.len_utf8();
            let end = start + text[start..].find('”').unwrap();
            let words = TextRange::new(block.range.start() + start, block.range.start() + end);
            let speaker = SpeakerId(u32::from(text.contains("Ben")));
            findings.quotes.push(quotation(words, speaker));
        }
    }
    let layers = Layers::merge(findings, Findings::default());
    let settings = Settings {
        theme: Theme::Dark,
        has_chosen_theme: false,
        depth: Depth::True,
        is_ascii: false,
        cite: Style::Plain,
        copy_command: Vec::new(),
        has_mouse: false,
        standing: Standing::default(),
        open_command: Vec::new(),
        name: CleanText::line("x"),
        file: FileNumber::ONLY,
    };
    let mut app = App::new(Arc::new(document), Arc::new(layers), settings, 60);
    fit(&mut app, 6);
    app
}

fn event(mention: TextRange, when: When) -> Event {
    Event {
        mention,
        when,
        basis: Basis::Stated,
        sentence: mention,
        label: CleanText::line("x"),
        is_era: false,
        origin: Origin::Extracted,
        rule: None,
        confidence: 1.0,
        rank: 1,
        same_as: None,
    }
}

fn quotation(words: TextRange, speaker: SpeakerId) -> Quotation {
    Quotation {
        words,
        kind: QuoteKind::Speech,
        speaker: Some(speaker),
        cue: None,
        continues: None,
        origin: Origin::Extracted,
        rule: None,
        confidence: 1.0,
    }
}

fn extracted(layers: Arc<Layers>) -> Message {
    Message::Extracted { layers: Some(layers), progress: None }
}

fn fit(app: &mut App, rows: u16) {
    let size = Size { columns: 60, rows };
    app.fit(Sizes { article: size, axis: 60, quotes: size, ..Sizes::default() });
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let mut effects = Vec::new();
    for character in keys.chars() {
        let code = match character {
            '\n' => Code::Enter,
            '\u{1b}' => Code::Esc,
            '\t' => Code::Tab,
            _ => Code::Char(character),
        };
        effects.extend(app.update(Message::Key(Key::plain(code))));
        fit(app, 6);
    }
    effects
}

/// The effect of copying `text`, which the reader knows as `what`.
fn copied(text: &str, what: &str) -> Effect {
    Effect::Copy { text: text.to_owned(), what: what.to_owned() }
}

fn event_words(app: &App) -> Option<&str> {
    let event = &app.layers.events[app.marked_event()? as usize];
    Some(&app.document[event.mention])
}

fn quote_words(app: &App) -> Option<&str> {
    let quote = &app.layers.quotes[app.marked_quote()? as usize];
    Some(&app.document[quote.words])
}

const STORY: &[&str] = &[
    "no date at all in this one",
    "it began in [1950] as Anna told: “one”",
    "before that, in [1940] and [1945], little",
    "filler",
    "filler",
    "Ben wrote “two” and then “three” of it",
    "filler",
    "and in [1960] it ended",
    "filler",
    "filler",
];

#[test]
fn events_are_stepped_in_the_order_of_time() {
    let mut app = app(STORY);
    let mut seen = Vec::new();
    for _ in 0..4 {
        press(&mut app, ".");
        seen.push(event_words(&app).unwrap().to_owned());
    }
    assert_eq!(seen, ["1940", "1945", "1950", "1960"]);
    press(&mut app, ".");
    assert_eq!(app.notice.as_ref().map(CleanText::as_str), Some("the last event"));
    press(&mut app, "2,");
    assert_eq!(event_words(&app), Some("1945"));
}

#[test]
fn as_told_the_text_gives_the_order() {
    let mut app = app(STORY);
    press(&mut app, "O..");
    assert_eq!(event_words(&app), Some("1940"));
}

#[test]
fn scrolling_alone_marks_every_item_in_turn() {
    for rows in [1, 2, 3, 5, 8, 13, 40] {
        let mut app = app(STORY);
        fit(&mut app, rows);
        let (mut events, mut quotes) = (Vec::new(), Vec::new());
        for _ in 0..60 {
            app.update(Message::Key(Key::char('j')));
            fit(&mut app, rows);
            events.extend(event_words(&app).map(str::to_owned));
            quotes.extend(quote_words(&app).map(str::to_owned));
        }
        events.dedup();
        quotes.dedup();
        assert_eq!(events, ["1950", "1940", "1945", "1960"], "{rows} rows, down");
        assert_eq!(quotes, ["one", "two", "three"], "{rows} rows, down");
        let (mut events, mut quotes) = (Vec::new(), Vec::new());
        for _ in 0..60 {
            app.update(Message::Key(Key::char('k')));
            fit(&mut app, rows);
            events.extend(event_words(&app).map(str::to_owned));
            quotes.extend(quote_words(&app).map(str::to_owned));
        }
        events.dedup();
        quotes.dedup();
        assert_eq!(events, ["1960", "1945", "1940", "1950"], "{rows} rows, up");
        assert_eq!(quotes, ["three", "two", "one"], "{rows} rows, up");
    }
}

#[test]
fn a_step_marks_the_other_panel_too() {
    let mut app = app(STORY);
    press(&mut app, ">>>");
    assert_eq!(quote_words(&app), Some("three"));
    assert_eq!(event_words(&app), Some("1945"));
}

#[test]
fn a_speaker_alone_is_stepped_through() {
    let mut app = app(STORY);
    press(&mut app, "@@");
    press(&mut app, ">");
    assert_eq!(quote_words(&app), Some("two"));
    press(&mut app, "@>");
    assert_eq!(quote_words(&app), Some("three"));
}

#[test]
fn another_file_is_gone_to_where_there_are_several() {
    let mut app = app(STORY);
    let next = Message::Key(Key::parse("Ctrl-n").unwrap());
    assert_eq!(app.update(next), []);
    assert_eq!(app.notice.as_ref().map(CleanText::as_str), Some("only one file is open"));
    app.settings.file = FileNumber { number: 2, of: 3 };
    press(&mut app, "2");
    let previous = Message::Key(Key::parse("Ctrl-p").unwrap());
    assert_eq!(app.update(previous), [Effect::OtherFile(-2)]);
    assert_eq!(app.notice, None);
}

#[test]
fn unlinked_panels_leave_the_article_alone() {
    let mut app = app(STORY);
    press(&mut app, "\\....");
    assert_eq!(app.article.place(), 0);
    assert_eq!(event_words(&app), Some("1960"));
    press(&mut app, "t\n");
    assert_eq!(event_words(&app), Some("1960"));
    assert!(app.article.place() > 0 && !app.view.is_unlinked);
}

#[test]
fn escape_in_the_prompt_comes_back_and_enter_stays() {
    let mut app = app(STORY);
    press(&mut app, "/ended\u{1b}");
    assert_eq!((app.article.place(), app.overlay.is_none()), (0, true));
    press(&mut app, "/ended\n");
    let at = app.article.place();
    assert!(app.document[TextRange::new(at, at + 5)].eq("ended"));
    press(&mut app, "H");
    assert_eq!(app.article.place(), 0);
    press(&mut app, "L");
    assert_eq!(app.article.place(), at);
}

#[test]
fn a_search_wraps_around_and_says_so() {
    let mut app = app(STORY);
    press(&mut app, "/filler\n");
    assert_eq!(app.hit_number(), Some(1));
    press(&mut app, "nnnn");
    assert_eq!(app.hit_number(), Some(5));
    press(&mut app, "n");
    assert_eq!(app.hit_number(), Some(1));
    assert!(app.notice.as_ref().unwrap().as_str().contains("from the top"));
    press(&mut app, "N");
    assert_eq!(app.hit_number(), Some(5));
}

#[test]
fn an_empty_search_repeats_the_last_one() {
    let mut app = app(STORY);
    press(&mut app, "/filler\n/\n");
    assert_eq!(app.hit_number(), Some(2));
    press(&mut app, "/nowhere\n");
    assert!(app.notice.as_ref().unwrap().as_str().contains("no match for “nowhere”"));
    assert_eq!(app.search.total(), Some(0));
}

#[test]
fn counts_go_to_paragraphs_and_percentages() {
    let mut app = app(STORY);
    press(&mut app, "8G");
    let block = app.document.block_around(app.article.place()).unwrap();
    assert_eq!(block.number, 8);
    press(&mut app, "50%");
    let place = app.article.place();
    assert!(place.abs_diff(app.document.end() / 2) <= 2);
    press(&mut app, "G''");
    assert_eq!(app.article.place(), place);
}

#[test]
fn a_search_from_a_zoomed_panel_shows_the_text_and_escape_the_panel() {
    let mut app = app(STORY);
    press(&mut app, "tz/");
    assert_eq!((app.view.focus, app.view.is_zoomed), (Panel::Article, false));
    press(&mut app, "\u{1b}");
    assert_eq!((app.view.focus, app.view.is_zoomed), (Panel::Timeline, true));
}

#[test]
fn a_search_leaves_a_zoomed_article_zoomed() {
    let mut app = app(STORY);
    press(&mut app, "z/filler\n");
    assert!(app.view.is_zoomed);
}

#[test]
fn escape_takes_back_a_count_alone() {
    let mut app = app(STORY);
    press(&mut app, "tz12\u{1b}");
    assert!(app.view.is_zoomed);
    press(&mut app, ".");
    assert_eq!(event_words(&app), Some("1940"));
}

#[test]
fn escape_never_quits_and_q_closes_first() {
    let mut app = app(STORY);
    assert_eq!(press(&mut app, "\u{1b}\u{1b}\u{1b}"), []);
    assert_eq!(press(&mut app, "?q"), []);
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
}

#[test]
fn a_copy_is_the_words_of_the_item() {
    let mut app = app(STORY);
    assert_eq!(press(&mut app, ">y"), [copied("one", "the quotation")]);
    assert_eq!(press(&mut app, "gy"), [copied(STORY[0], "the paragraph")]);
}

#[test]
fn reading_again_stays_at_the_same_words() {
    let mut before = app(STORY);
    press(&mut before, "/ended\n\u{1b}");
    let mut changed: Vec<&str> = STORY.to_vec();
    changed.insert(0, "a paragraph that was not there before");
    let again = app(&changed);
    before.update(Message::Opened(again.document.clone(), again.layers.clone()));
    let at = before.article.place();
    assert_eq!(&before.document[TextRange::new(at, at + 5)], "ended");
}

#[test]
fn the_terminal_tells_its_page_unless_a_theme_was_chosen() {
    let mut app = app(STORY);
    app.update(Message::Background(Shade::Light));
    assert_eq!(app.settings.theme, Theme::Light);
    press(&mut app, "T");
    app.update(Message::Background(Shade::Dark));
    assert_eq!(app.settings.theme, Theme::Plain);
}

#[test]
fn a_match_on_another_page_can_be_gone_back_from() {
    let mut app = app(STORY);
    press(&mut app, "/ended\ng");
    assert_eq!(app.article.place(), 0);
    press(&mut app, "n");
    assert!(app.article.place() > 0);
    press(&mut app, "H");
    assert_eq!(app.article.place(), 0);
}

#[test]
fn a_burst_of_keys_is_as_good_as_one_by_one() {
    let keys = "jjj}}.>/filler\nnjj{5.G%kk";
    let mut slow = app(STORY);
    press(&mut slow, keys);
    let mut fast = app(STORY);
    for character in keys.chars() {
        let code = if character == '\n' { Code::Enter } else { Code::Char(character) };
        fast.update(Message::Key(Key::plain(code)));
    }
    fit(&mut fast, 6);
    assert_eq!(fast.article.place(), slow.article.place());
    assert_eq!(fast.article.page, slow.article.page);
}

#[test]
fn a_search_given_up_leaves_the_one_before_it() {
    let mut app = app(STORY);
    press(&mut app, "/filler\n/ended\u{1b}");
    assert_eq!(app.search.total(), Some(5));
    press(&mut app, "n");
    assert_eq!(app.hit_number(), Some(2));
    press(&mut app, "/x");
    app.update(Message::Key(Key::plain(Code::Backspace)));
    press(&mut app, "\n");
    assert_eq!(app.hit_number(), Some(3));
}

#[test]
fn a_pasted_phrase_is_one_line() {
    let mut app = app(STORY);
    press(&mut app, "/");
    app.update(Message::Paste("it\nended".to_owned()));
    press(&mut app, "\n");
    assert_eq!(app.search.total(), Some(1));
}

#[test]
fn wider_is_never_narrower() {
    let mut app = app(STORY);
    app.article.measure = 120;
    press(&mut app, "=");
    assert_eq!(app.article.measure, 124);
}

#[test]
fn a_number_repeats_a_step() {
    let mut app = app(STORY);
    press(&mut app, "3.");
    assert_eq!(event_words(&app), Some("1950"));
    // The first quotation lies ahead; the second is two steps on.
    press(&mut app, "2>");
    assert_eq!(quote_words(&app), Some("two"));
}

#[test]
fn what_was_looked_at_alone_is_copied_and_gone_to() {
    let mut app = app(STORY);
    press(&mut app, "\\..");
    assert_eq!(press(&mut app, "y"), [copied("1945: x", "the event")]);
    press(&mut app, "\n");
    assert_eq!((event_words(&app), app.view.is_unlinked), (Some("1945"), false));
    assert!(app.article.place() > 0);
}

#[test]
fn a_search_that_wraps_at_once_says_so() {
    let mut app = app(STORY);
    press(&mut app, "G/began\n");
    assert!(app.notice.as_ref().unwrap().as_str().contains("from the top"));
}

#[test]
fn keys_that_lead_nowhere_say_so_and_stay() {
    let mut app = app(STORY);
    press(&mut app, "jj");
    let place = app.article.place();
    for keys in ["]", "[", "%", "L", "99G"] {
        press(&mut app, keys);
        assert!(app.notice.is_some(), "{keys}");
        assert_eq!(app.article.place(), place, "{keys}");
    }
}

#[test]
fn the_next_paragraph_from_the_end_is_the_end() {
    let mut app = app(STORY);
    press(&mut app, "G}");
    assert_eq!(app.article.place(), app.document.end());
}
