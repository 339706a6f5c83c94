//! Long texts, and beginnings of texts.

use super::*;

#[test]
fn a_long_text_is_read_in_windows_that_know_each_other() {
    let filler = "It was so. It is so.\n\n".repeat(20_000);
    let text = format!(
        "One[^a] and [here][There].\n\n{filler}two[^b][^a].\n\n{filler}[there]: http://x.org\n\n\
         [^a]: The a.\n[^b]: The b.\n"
    );
    let document = import(&text);
    let shown = shown(&document);
    assert_eq!(shown[0], "paragraph: Onen(¹) and l(here).");
    assert_eq!(shown[20_001], "paragraph: twon(²)n(¹).");
    assert_eq!(shown[shown.len() - 2..], ["footnote: ¹ The a.", "footnote: ² The b."]);
    let targets: Vec<_> =
        document.spans().filter_map(|span| span.mark.target().map(str::to_owned)).collect();
    assert_eq!(targets, ["note:a", "http://x.org", "note:b", "note:a"]);
    assert!(targets[..1].iter().all(|target| document.target(target).is_some()));
}

#[test]
fn the_head_of_a_text_is_read_as_it_is_in_the_whole() {
    let text = "## One\n\nIt was *so*. It is so.\n\n- a\n- b\n\n".repeat(20_000);
    let whole = import(&text);
    let head = import(&text[..window::window(&text, true).unwrap()]);
    assert!(head.n_blocks() > 1000 && head.n_blocks() < whole.n_blocks() / 2);
    assert!(head.blocks().zip(whole.blocks()).all(|(head, whole)| head == whole));
}
