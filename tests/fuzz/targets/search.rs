#![no_main]

use dateline::import::{Format, Options, import_with};
use dateline::search::{Query, count};

/// What is typed is the first line, what it is looked for in are the others.
fn look(input: &str) {
    let Some((typed, text)) = input.split_once('\n') else { return };
    let options = Options { format: Some(Format::Text), ..Options::default() };
    let Ok(imported) = import_with(text.as_bytes(), options) else { return };
    let document = imported.document;
    let queries = [Query::phrase(typed), Query::pattern(typed).ok().flatten()];
    for query in queries.into_iter().flatten() {
        for chunk in document.chunks() {
            count(chunk, &query);
            for hit in query.ranges_in(chunk.text()) {
                assert!(chunk.text().get(hit.start()..hit.end()).is_some());
            }
        }
    }
}

libfuzzer_sys::fuzz_target!(|input: &str| look(input));
