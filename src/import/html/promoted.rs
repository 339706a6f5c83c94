//! What sites set between the paragraphs of an article, and behind them, to lead the reader away:
//! `Related: …`, lists of other stories, and the words of their galleries and advertisements.

use super::draft::Draft;
use crate::document::{BlockKind, fold};

/// What stands before a link to another article. `See also` is said of what belongs to the text.
const LEADS: [&str; 20] = [
    "related:",
    "related post:",
    "related story:",
    "related article:",
    "read more:",
    "read also:",
    "also read:",
    "read next:",
    "see more:",
    "also see:",
    "must read:",
    "don't miss:",
    "more:",
    "watch:",
    "lesen sie auch:",
    "mehr zum thema:",
    "lire aussi:",
    "a lire aussi:",
    "leggi anche:",
    "lea tambien:",
];

/// Lines of nothing but such words.
const LINES: [&str; 18] = [
    "advert",
    "advertisement",
    "advertisement - continue reading below",
    "article continues below",
    "article continues below advertisement",
    "story continues below advertisement",
    "scroll to continue",
    "this slideshow requires javascript.",
    "text size",
    "order reprints",
    "print article",
    "view author archive",
    "email the author",
    "follow on twitter",
    "get author rss feed",
    "share this:",
    "share this",
    "click to tweet",
];

/// What the heading above a list of other stories is, or begins with: `Most popular today`. `More
/// reading` and `Related work` are of the author.
const OTHERS: [&str; 13] = [
    "more from ",
    "more on ",
    "more in ",
    "more stories",
    "more news",
    "most popular",
    "most read",
    "read more",
    "read next",
    "recommended",
    "trending",
    "you may also like",
    "you might also like",
];

/// How such a heading may end, if it begins with `More`, `Related` or `Latest`.
const STORIES: [&str; 5] = ["articles", "headlines", "news", "posts", "stories"];

/// Leaves out what leads away from the article that these blocks are.
pub fn drop_promoted(drafts: &mut Vec<Draft>) {
    // One link in capitals may be the author’s; a site has them between all paragraphs.
    let has_calls = drafts.iter().filter(|draft| is_call(draft)).nth(1).is_some();
    let has_gallery = drafts.iter().any(|draft| is_place_in_gallery(&draft.text));
    drafts.retain(|draft| {
        let is_line = matches!(draft.kind, BlockKind::Paragraph | BlockKind::Item { .. });
        let is_left_out = is_line
            && (is_promotion(draft)
                || has_calls && is_call(draft)
                || has_gallery && matches!(draft.text.as_str(), "Caption" | "Close")
                || is_place_in_gallery(&draft.text));
        !is_left_out
    });
    drop_last_list(drafts);
}

fn is_promotion(draft: &Draft) -> bool {
    const MOST_BYTES: usize = 240;
    let text = draft.text.trim_start_matches(['•', ' ']);
    if text.is_empty() || text.len() > MOST_BYTES {
        return false;
    }
    let folded = fold(text);
    let folded = folded.text().trim();
    if LINES.contains(&folded) {
        return true;
    }
    let n_linked = draft.n_linked_bytes();
    // Folding changes no more than accents, and a few bytes are between the parts.
    let is_lead = |lead: &str| {
        folded.starts_with(lead) && n_linked > 0 && n_linked + lead.len() + 4 >= text.len()
    };
    LEADS.iter().any(|lead| is_lead(lead))
}

/// Whether a block is nothing but a link in capitals, `CLICK HERE TO GET THE QUAY APP`.
fn is_call(draft: &Draft) -> bool {
    let text = draft.text.as_str();
    let is_loud = !text.contains(char::is_lowercase) && text.contains(char::is_uppercase);
    draft.kind == BlockKind::Paragraph
        && is_loud
        && draft.is_all_linked()
        && text.split_whitespace().nth(3).is_some()
}

/// Whether words are the heading of a list of other stories.
pub fn heads_others(words: &str) -> bool {
    const LONG: usize = 60;
    let folded = fold(words);
    let folded = folded.text().trim();
    let is_of = |first: &str| folded.starts_with(first);
    let is_kind = ["more ", "related ", "latest "].iter().any(|first| is_of(first));
    let last = folded.rsplit(' ').next().unwrap_or(folded);
    words.len() < LONG
        && (OTHERS.iter().any(|other| is_of(other))
            || folded == "related"
            || is_kind && STORIES.contains(&last))
}

/// `Image 1 of 5`, `Image 1 of / 23`.
fn is_place_in_gallery(text: &str) -> bool {
    let Some(numbers) = text.strip_prefix("Image ") else { return false };
    numbers.split_once(" of ").is_some_and(|(first, last)| {
        let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        is_number(first) && is_number(last.trim_start_matches(['/', ' ']))
    })
}

/// Leaves out a list at the end in which every item is a link, with a heading that says that these
/// are other stories.
fn drop_last_list(drafts: &mut Vec<Draft>) {
    const FEW: usize = 2;
    let is_link = |draft: &&Draft| {
        let is_item = matches!(draft.kind, BlockKind::Item { .. } | BlockKind::Paragraph);
        is_item && draft.is_all_linked()
    };
    let n_links = drafts.iter().rev().take_while(is_link).count();
    let above = drafts.len() - n_links;
    if n_links < FEW || above == 0 {
        return;
    }
    let heading = &drafts[above - 1];
    if heading.kind != BlockKind::Title && heads_others(&heading.text) {
        drafts.truncate(above - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::super::import;

    const SENTENCE: &str =
        "The keeper of the light had seen more ships, and more fog, than anybody else. ";

    /// What is shown of a page of a site with this behind the second paragraph of its article.
    #[track_caller]
    fn check(behind: &str, expected: &str) {
        let text = format!("<p>{}</p>", SENTENCE.repeat(5));
        let page = format!(
            "<html><head><title>Fog</title></head><body><nav><a href=/>Home</a></nav><article>\
             <h1>Fog</h1>{text}{text}{behind}</article></body></html>"
        );
        let document = import(&page);
        let text = document.chunks()[0].text();
        let words: Vec<&str> = text.lines().skip(1).filter(|line| line.len() < 300).collect();
        assert_eq!(words.join(" / "), expected, "{behind}");
    }

    #[test]
    fn lines_that_lead_to_other_stories_are_left_out() {
        check("<p>Related: <a href=/x>Ships of the north</a></p>", "");
        check("<p><b>READ MORE:</b> <a href=/x>Ships of the north</a></p>", "");
        check("<p>À lire aussi: <a href=/x>Les navires du nord</a></p>", "");
        let call = "<p><a href=/x>CLICK HERE TO GET THE QUAY APP</a></p>";
        check(&format!("{call}{call}"), "");
        check("<p>Advertisement</p><p>Image 1 of / 23</p><p>Caption</p><p>Close</p>", "");
        check("<h3>More on fog</h3><ul><li><a href=/a>One ship</a><li><a href=/b>Two</a></ul>", "");
    }

    #[test]
    fn lines_that_say_something_stay() {
        let related = "Related: the ships of the north, of which he wrote in a book.";
        check(&format!("<p>{related}</p>"), related);
        check("<p>See also: <a href=/x>Fog signals</a></p>", "See also: Fog signals");
        check("<p>THE END OF THE FOG</p>", "THE END OF THE FOG");
        check("<p>Close</p>", "Close");
        check("<p><a href=/x>CLICK FOR ALL THE RESULTS</a></p>", "CLICK FOR ALL THE RESULTS");
        check(
            "<h3>More reading</h3><ul><li><a href=/a>One ship</a><li><a href=/b>Two</a></ul>",
            "More reading / • One ship / • Two",
        );
        check(
            "<h3>References</h3><ul><li><a href=/a>One ship</a><li><a href=/b>Two</a></ul>",
            "References / • One ship / • Two",
        );
    }
}
