//! The portraits of the authors above an article, which say no more than the line that names them.

use super::draft::Draft;
use crate::document::{BlockKind, CleanText};

/// What else the words of a portrait say, besides the name.
const OF_PORTRAITS: [&str; 16] = [
    "a", "s", "of", "the", "by", "avatar", "photo", "picture", "profile", "portrait", "headshot",
    "image", "icon", "author", "writer", "logo",
];

/// Leaves out the images above the text of which the words are the name of an author.
pub fn drop_portraits(drafts: &mut Vec<Draft>, authors: &[CleanText]) {
    if authors.is_empty() {
        return;
    }
    let n_above = drafts.iter().take_while(|draft| draft.n_prose_bytes() == 0).count();
    let mut index = 0;
    drafts.retain(|draft| {
        index += 1;
        let may_be = index <= n_above && draft.kind == BlockKind::Image;
        !(may_be && authors.iter().any(|name| is_portrait(&draft.text, name.as_str())))
    });
}

fn is_portrait(words: &str, name: &str) -> bool {
    let Some(at) = words.find(name) else { return false };
    let around = [&words[..at], &words[at + name.len()..]];
    let mut others = around.into_iter().flat_map(|part| part.split(|c: char| !c.is_alphanumeric()));
    others.all(|word| word.is_empty() || OF_PORTRAITS.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::{import, tests::blocks};

    #[test]
    fn the_portrait_of_an_author_is_left_out_above_the_text_alone() {
        let text = "<p>The keeper of the light had seen more ships, and more fog, than anybody.";
        for (words, n_shown) in [
            ("Ann Lee", 1),
            ("Ann Lee’s profile", 1),
            ("Portrait of Ann Lee", 1),
            ("Ann Lee at the pier", 2),
            ("Bo Dee", 2),
        ] {
            let image = format!("<p><img alt='{words}'></p>");
            let document = import(&format!(
                "<html><head><meta name=author content='Ann Lee'><title>Fog</title></head><body>\
                 <h1>Fog</h1>{image}{text}{image}</body></html>"
            ));
            let shown = blocks(&document);
            let is_image = |block: &&String| **block == format!("image: {words}");
            assert_eq!(shown.iter().filter(is_image).count(), n_shown, "{shown:?}");
        }
    }
}
