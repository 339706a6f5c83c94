//! Images and what stands under them.

use super::*;

#[test]
fn an_image_is_its_alternative_text() {
    check("![A *flag*](f.png)\n", &["image: A e(flag)"]);
    check("a ![flag](f.png) b\n", &["paragraph: a flag b"]);
    check("![flag](f.png) b\n", &["paragraph: flag b"]);
    check("![](f.png)\n\nb\n", &["paragraph: b"]);
    check("[![flag](f.png)](http://x.org)\n", &["paragraph: l(flag)"]);
}

#[test]
fn a_caption_stands_under_its_image() {
    check(
        "![Two men](f.png)\n\nA flag with two men\nGetty / The Paper\n\nIt began. So.\n",
        &[
            "image: Two men",
            "caption: A flag with two men",
            "caption: Getty / The Paper",
            "paragraph: It began. So.",
        ],
    );
}
