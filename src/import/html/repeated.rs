//! Blocks that say again what stands elsewhere: pull quotes, and images that their caption names.
//!
//! A pull quote is one only if its words stand in the running text too. What is called so and says
//! something of its own stays, and so does a block quotation of which a part is said elsewhere.

use super::draft::{Draft, Hint};
use crate::document::{BlockKind, fold};
use memchr::memmem;
use std::collections::HashSet;

/// Larger pages are not searched.
const MOST_BYTES: usize = 4 << 20;

/// More blocks beside the text are not compared with it.
const MOST_BESIDE: usize = 200;

/// Fewer words may be said twice by chance.
const REPEATED_BYTES: usize = 24;

/// As [`REPEATED_BYTES`], of what the page calls a pull quote.
const PULLED_BYTES: usize = 10;

/// So many blocks below the title may say it again.
const NEAR_TITLE: usize = 6;

/// A longer line is not only whose words a pull quote is.
const ATTRIBUTION_BYTES: usize = 100;

/// Leaves out pull quotes that say again what the text says, and images that their caption names.
pub fn drop_repeated(drafts: &mut Vec<Draft>) {
    drop_named_images(drafts);
    let n_bytes: usize = drafts.iter().map(|draft| draft.text.len()).sum();
    let n_beside = drafts.iter().filter(|draft| is_beside(draft)).count();
    if n_beside == 0 || n_beside > MOST_BESIDE || n_bytes > MOST_BYTES {
        return;
    }
    let is_of_text = |draft: &&Draft| {
        draft.kind != BlockKind::Quotation
            && !matches!(
                draft.hint,
                Hint::Aside | Hint::SiteAside | Hint::PullQuote | Hint::Attribution
            )
    };
    let running: String =
        drafts.iter().filter(is_of_text).map(|draft| compared(&draft.text) + "\n").collect();
    let mut is_dropped = vec![false; drafts.len()];
    let mut from = 0;
    while from < drafts.len() {
        let n_alike = drafts[from..].iter().take_while(|next| is_with(&drafts[from], next)).count();
        let to = from + n_alike.max(1);
        let group = &drafts[from..to];
        if is_beside(&group[0]) && is_repeated(group, &running) {
            is_dropped[from..to].fill(true);
        }
        from = to;
    }
    let mut is_dropped = is_dropped.into_iter();
    drafts.retain(|_| !is_dropped.next().unwrap_or(false));
}

/// Whether a block stands beside the text, and may repeat words of it.
fn is_beside(draft: &Draft) -> bool {
    let least = if draft.hint == Hint::PullQuote { PULLED_BYTES } else { REPEATED_BYTES };
    (matches!(draft.hint, Hint::Aside | Hint::SiteAside | Hint::PullQuote)
        || draft.kind == BlockKind::Quotation)
        && draft.hint != Hint::Attribution
        && (least..2000).contains(&draft.text.len())
}

/// Whether a block goes with the first of its group: the paragraphs of a block quotation, and
/// whose words they are.
fn is_with(first: &Draft, next: &Draft) -> bool {
    let is_kind = |draft: &Draft| draft.kind == BlockKind::Quotation;
    match first.hint {
        Hint::PullQuote => matches!(next.hint, Hint::PullQuote | Hint::Attribution),
        hint => {
            is_kind(first)
                && is_kind(next)
                && next.nesting == first.nesting
                && (next.hint == hint || next.hint == Hint::Attribution)
        }
    }
}

/// Whether all that a group says stands in the running text.
fn is_repeated(group: &[Draft], running: &str) -> bool {
    let is_pulled = group[0].hint == Hint::PullQuote;
    group.iter().enumerate().all(|(index, draft)| {
        let is_attribution = draft.hint == Hint::Attribution
            || index > 0 && draft.text.len() < ATTRIBUTION_BYTES && !ends_sentence(&draft.text);
        if is_attribution {
            // A quotation of somebody that is not called a pull quote is more than its words.
            return is_pulled;
        }
        let words = &draft.text;
        stands_in(words, running)
            || is_pulled
                && attributed(words)
                    .is_some_and(|words| words.len() >= PULLED_BYTES && stands_in(words, running))
    })
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', '”', '"', '’', '»', '…'])
}

/// The words of a quotation that names at its end whose they are: behind a dash, or on a line.
fn attributed(text: &str) -> Option<&str> {
    let at = text.rfind(['—', '–', '―', '\n'])?;
    (text.len() - at < ATTRIBUTION_BYTES).then(|| text[..at].trim_end())
}

/// Whether words stand in the running text; where some are left out, one part behind the other.
fn stands_in(words: &str, running: &str) -> bool {
    let mut rest = running;
    let mut n_found = 0;
    for part in words.replace("...", "…").split('…').map(compared).filter(|part| part.len() > 2)
    {
        let Some(at) = memmem::find(rest.as_bytes(), part.as_bytes()) else { return false };
        // The blank behind a word is the one before the next.
        rest = &rest[at + part.len() - 1..];
        n_found += 1;
    }
    n_found > 0
}

/// Words as they are compared: folded, without the marks that a pull quote adds or leaves out, and
/// with a blank on either side.
fn compared(text: &str) -> String {
    let folded = fold(text);
    let is_sign = |c: char| !c.is_alphanumeric();
    let words = folded.text().split(is_sign).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |line, word| line + word + " ")
}

/// Leaves out what says the title again right below it: a heading, a caption, or the first row of
/// a table, as the boxes of encyclopedias have.
pub fn drop_titles(drafts: &mut Vec<Draft>) {
    let Some(title) = drafts.first().filter(|draft| draft.kind == BlockKind::Title) else { return };
    let title = compared(&title.text);
    let n_near = drafts.len().min(1 + NEAR_TITLE);
    let mut index = 0;
    drafts.retain_mut(|draft| {
        index += 1;
        let is_near = (2..=n_near).contains(&index);
        match draft.kind {
            BlockKind::Heading { .. } | BlockKind::Caption if is_near => {
                compared(&draft.text) != title
            }
            BlockKind::Table { alignments, .. } if is_near => {
                // Below the name stands an image, often without words.
                while draft.text.split_once('\n').is_some_and(|(row, rest)| {
                    !rest.is_empty() && (compared(row) == title || row.trim().is_empty())
                }) {
                    draft.kind = BlockKind::Table { has_header: false, alignments };
                    draft.drop_row();
                }
                true
            }
            _ => true,
        }
    });
}

/// Leaves out images of which the words are those of their caption, of the title, or of an image
/// before them, as programs that publish fill them in.
fn drop_named_images(drafts: &mut Vec<Draft>) {
    let is_named = |pair: &[Draft]| {
        let [image, caption] = pair else { return false };
        image.kind == BlockKind::Image
            && match caption.kind {
                BlockKind::Caption => caption.text.contains(image.text.trim_end_matches('.')),
                _ => caption.text == image.text,
            }
    };
    let named: Vec<bool> = drafts.windows(2).map(is_named).collect();
    // Below its label an image may have that for its words.
    let is_labeled = |pair: &[Draft]| {
        let [label, image] = pair else { return false };
        let is_label = matches!(label.kind, BlockKind::Heading { .. } | BlockKind::Caption);
        is_label && image.kind == BlockKind::Image && compared(&label.text) == compared(&image.text)
    };
    let labeled = drafts.windows(2).map(is_labeled).enumerate();
    let labeled: HashSet<usize> =
        labeled.filter(|(_, is_labeled)| *is_labeled).map(|(at, _)| at + 1).collect();
    let mut named = named.into_iter().enumerate().map(|(at, is)| is || labeled.contains(&at));
    let title = drafts.iter().find(|draft| draft.kind == BlockKind::Title);
    let title = title.map(|title| compared(&title.text));
    let mut said = HashSet::new();
    drafts.retain(|draft| {
        let is_named = named.next().unwrap_or(false);
        if draft.kind != BlockKind::Image || is_named {
            return !is_named;
        }
        let words = compared(&draft.text);
        Some(&words) != title.as_ref() && (draft.text.len() < REPEATED_BYTES || said.insert(words))
    });
}

#[cfg(test)]
mod tests {
    use super::super::tests::{blocks, check, page_of_site};

    const BODY: &str =
        "<p>She said that “the fish will outlive us all,” and then, as she left, “or nobody will.”";

    /// Whether nothing of `part` is shown, on a page of its own and in an article of a site.
    #[track_caller]
    fn check_dropped(part: &str) {
        let body = "paragraph: She said that “the fish will outlive us all,” and then, as she left, “or nobody will.”";
        check(&format!("{BODY}{part}"), &[body]);
        let page = page_of_site("", &format!("{BODY}{part}<p>The end of it, they say, is near."));
        let shown = blocks(&page);
        assert_eq!(
            shown[shown.len() - 2..],
            [body, "paragraph: The end of it, they say, is near."]
        );
    }

    #[test]
    fn a_pull_quote_is_not_said_twice() {
        for part in [
            "<div class='pull-quote'>The fish will outlive us all</div>",
            "<figure class=pullquote><p>“The fish will outlive us all.”</p></figure>",
            "<figure class=wp-block-pullquote><blockquote><p>The fish will outlive us all</p>\
             <cite>Ann Bee</cite></blockquote></figure>",
            "<blockquote class=pullquote>the fish will outlive us all<cite>Ann Bee</cite></blockquote>",
            "<aside><p>“The fish will outlive us all”</p></aside>",
            "<aside class=pull-quote><p>The fish will outlive us all</p><p>Ann Bee, a fisher</p></aside>",
            "<p class=pullquote>“The fish will outlive us all” — Ann Bee</p>",
            "<div class=pullquote>The fish will outlive us all … or nobody will</div>",
            "<blockquote>“the fish will outlive us all”</blockquote>",
            "<aside class=pull-quote>“nobody will”</aside>",
        ] {
            check_dropped(part);
        }
    }

    #[track_caller]
    fn check_kept(part: &str, expected: &[&str]) {
        let page = page_of_site("", &format!("{BODY}{part}<p>The end of it, they say, is near."));
        let shown = blocks(&page);
        assert_eq!(&shown[shown.len() - 1 - expected.len()..shown.len() - 1], expected);
    }

    #[test]
    fn what_is_said_once_stays() {
        check_kept(
            "<div class=pull-quote>The fish will outlive us all, and the ships.</div>",
            &["paragraph: The fish will outlive us all, and the ships."],
        );
        check_kept("<aside class=pullquote>Nobody willing</aside>", &["paragraph: Nobody willing"]);
        check_kept(
            "<figure class=pullquote><blockquote>It is over.<cite>Ann Bee</cite></blockquote></figure>",
            &[">quotation: It is over.", ">quotation: — Ann Bee"],
        );
    }

    #[test]
    fn an_image_says_neither_the_title_nor_another_image_again() {
        let image = |words: &str| format!("<figure><img alt='{words}'></figure>");
        let body = [
            "How to Leave the Harbor",
            "A ship in a storm at night",
            "A ship in a storm at night!",
            "IMG_4248.JPG",
            "Fog",
            "Rain",
            "Fog",
            "About .png",
        ];
        let html = format!("<h1>How to leave the harbor</h1><p>x{}", body.map(image).concat());
        check(
            &html,
            &[
                "title: How to leave the harbor",
                "paragraph: x",
                "image: A ship in a storm at night",
                "image: Fog",
                "image: Rain",
                "image: Fog",
                "image: About .png",
            ],
        );
    }

    #[test]
    fn the_title_is_said_once() {
        let table = "<table><tr><th colspan=2>The <b>Treaty</b> of X</th></tr><tr><th>Signed\
            <td><a href=a>1850</a><tr><th>In<td>X</table>";
        let logo = "<tr><td colspan=2><img src=logo.png>";
        let table = table.replace("<tr><th>Signed", &format!("{logo}<tr><th>Signed"));
        check(
            &format!("<title>Treaty</title><h1>The Treaty of X</h1>{table}<p>text"),
            &["title: The Treaty of X", "table: Signed\t1850\nIn\tX", "paragraph: text"],
        );
        check(
            "<h1>The Treaty</h1><h2>The treaty</h2><p>It was signed.</p><h2>The Treaty of X</h2>",
            &["title: The Treaty", "paragraph: It was signed.", "h2: The Treaty of X"],
        );
    }

    #[test]
    fn a_quotation_of_which_a_part_is_said_elsewhere_stays_whole() {
        check_kept(
            "<blockquote><p>The fish will outlive us all.<p>And the ships.</blockquote>",
            &[">quotation: The fish will outlive us all.", ">quotation: And the ships."],
        );
        check_kept(
            "<blockquote>The fish will outlive us all.<footer>Ann Bee</footer></blockquote>",
            &[">quotation: The fish will outlive us all.", ">quotation: — Ann Bee"],
        );
    }
}
