//! Texts for the properties: what is hard to read, to set and to write.

use proptest::prelude::*;

/// Text with what is hard: wide letters, marks, joined emoji, controls, quotes, dates.
pub fn hard_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zA-Z]{1,12}",
        "[ \n\t]{1,3}",
        Just("“to speak,” said Ann. ".to_owned()),
        Just("in May 1949, ".to_owned()),
        Just("\n\n".to_owned()),
        Just("漢字かな".to_owned()),
        Just("👩\u{200d}💻🇫🇷👍🏽".to_owned()),
        Just("e\u{301}\u{302}".to_owned()),
        Just("\u{1b}[31m\u{9b}\u{7}\u{202e}\u{200b}".to_owned()),
        Just("שלום مرحبا".to_owned()),
        "\\PC{1,8}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Text in which the signs of Markdown are more frequent than words.
pub fn hard_markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => hard_text(),
        4 => "[a-z]{1,6}",
        3 => "[ \n]{1,3}",
        6 => proptest::sample::select(MARKDOWN_SIGNS).prop_map(str::to_owned),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

const MARKDOWN_SIGNS: &[&str] = &[
    "\n# ",
    "\n\n",
    "\n- ",
    "\n  - ",
    "\n1. ",
    "\n> ",
    "\n> > ",
    "\n    ",
    "\n```\n",
    "\n---\n",
    "\n|a|b|\n|-|-:|\n|c|",
    "|",
    "\n[^a]: ",
    "[^a]",
    "[",
    "](#a)",
    "![",
    "**",
    "*",
    "_",
    "~~",
    "`",
    "<br>",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "\n<div>\n",
    "<script>",
    "&#27;",
    "&amp;",
    "\\",
    "\t",
    "  \n",
    "\n- [x] ",
    "\n> [!NOTE]\n",
    "\n[a]: /b\n",
    "[[",
    "]]",
    "[[a b|c]]",
    "![[a.png]]",
    "$",
    "$$",
    "$a_1*b*$",
    "\n$$\na\\\\\n_b_\n$$\n",
    "==",
    "==a==",
    " {#a}\n",
    "}\n",
    "\n> [!info]- ",
    "\n{{< x >}}\n",
    "\n[TOC]\n",
    "^[a b]",
    "a^2^",
    "a~2~",
    "\n: ",
    "\n::: note\n",
    "\n:::\n",
    "\n!!! note\n    ",
    "%%",
    "\n%%\n",
    "\n| ",
    "==**a**==",
    "<table>\n",
    "<tr><td>a<td>b\n\n",
    "</table>\n",
];
