//! The picture in the README is a real frame.

mod common;

use common::{Session, svg::svg};
use std::{env, fs};

#[test]
fn the_picture_in_the_readme_is_a_real_frame() {
    let mut session = Session::edition().size(120, 36).keys(".....");
    let drawn = svg(&session.frame());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/screen.svg");
    if env::var_os("DATELINE_DRAW").is_some() {
        fs::write(path, &drawn).unwrap();
    }
    let kept = fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept == drawn,
        "draw it again: DATELINE_DRAW=1 cargo test --test picture, and look at it"
    );
}
