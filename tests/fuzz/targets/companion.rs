#![no_main]

use dateline::companion::Companion;
use dateline::import::import;

const EDITION: &str = include_str!("../../../assets/edition/chinas-russia-risk.md");

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(companion) = Companion::parse(text) {
        let document = import(EDITION.as_bytes()).expect("the edition opens").document;
        for event in companion.resolve(&document).findings.events {
            assert!(!document[event.mention].is_empty());
        }
    }
});
