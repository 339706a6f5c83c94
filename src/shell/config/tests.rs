use super::read::{Problem, read as read_bytes};
use super::*;
use crate::app::Action;

fn read(text: &str) -> (Config, Vec<Problem>) {
    read_bytes(text.as_bytes())
}

/// The first problem, as `line:column: what`.
#[track_caller]
fn check_wrong(text: &str, expected: &str) {
    let (_, problems) = read(text);
    let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(all.first().map(String::as_str), Some(expected), "{all:?}");
}

fn keys(text: &str, action: Action) -> String {
    let (config, problems) = read(text);
    assert_eq!(problems, []);
    config.keymap.sequences(action).collect::<Vec<_>>().join(", ")
}

#[test]
fn what_is_printed_is_read_as_the_same() {
    let default = Config::default();
    let mut other = Config {
        theme: ThemeName::Plain,
        measure: 60,
        is_ascii: true,
        cite: Some(CiteStyle::Markdown),
        copy_command: vec!["xclip".to_owned(), "a \"b\"\\".to_owned()],
        open_command: vec!["firefox".to_owned(), "{}".to_owned()],
        standing: Standing { timeline: Standing::NEVER, quotes: 100 },
        ..default.clone()
    };
    other.keymap = read("[keys]\ntop = \"g g\"\nnop = [\"q\", \"Home\"]").0.keymap;
    for config in [default, other] {
        let text = config.written() + &config.written_keys();
        let (again, problems) = read(&text);
        assert_eq!(problems, [], "{text}");
        let of = |config: &Config| -> Vec<Vec<String>> {
            let actions = crate::app::ACTIONS.iter().map(|line| line.action);
            actions.map(|action| config.keymap.sequences(action).collect()).collect()
        };
        assert_eq!(of(&again), of(&config));
        let keymap = config.keymap.clone();
        assert_eq!(Config { keymap: keymap.clone(), ..again }, Config { keymap, ..config });
    }
}

#[test]
fn an_action_may_have_several_keys_and_sequences() {
    let text = "[keys]\nnext-match = [\"Ctrl-g\", \"z n\"]\nhelp = \"F2\"";
    assert_eq!(keys(text, Action::NextMatch), "Ctrl-g, z n");
    assert_eq!(keys(text, Action::Help), "F2");
    // What begins a sequence of the reader's is nobody's any more.
    assert_eq!(keys(text, Action::Zoom), "");
    assert_eq!(keys(text, Action::Down), "j, ↓");
}

#[test]
fn keys_can_do_nothing() {
    assert_eq!(keys("[keys]\nnop = [\"j\", \"Ctrl-z\"]", Action::Down), "↓");
    assert_eq!(keys("[keys]\nnop = [\"j\", \"Ctrl-z\"]", Action::Suspend), "");
    assert_eq!(keys("[keys]\nsuspend = []", Action::Suspend), "");
}

#[test]
fn a_clash_is_refused_where_it_stands_and_the_usual_keys_stay() {
    let text = "measure = 60\n[keys]\ntop = \"x\"\nbottom = [\"y\", \"x\"]\n";
    check_wrong(text, "4:16: `x` is bound to `top` already");
    let (config, _) = read(text);
    assert_eq!((config.measure, config.keymap), (60, Keymap::default()));
    check_wrong(
        "[keys]\ntop = \"g g\"\nbottom = \"g\"\n",
        "3:10: `g` is also the start of `g g`; bind only one of them",
    );
}

#[test]
fn what_is_unknown_is_told_with_what_it_may_have_been() {
    check_wrong("mesure = 60", "1:1: unknown setting `mesure`; did you mean `measure`?");
    check_wrong(
        "\n[keys]\nnextmatch = \"n\"",
        "3:1: unknown action `nextmatch`; did you mean `next-match`?",
    );
    check_wrong("[layout]\nquote = 90", "2:1: unknown panel `quote`; did you mean `quotes`?");
    let (config, _) = read("mesure = 60\nascii = true");
    assert!(config.is_ascii, "the rest of the file counts");
}

#[test]
fn a_wrong_value_says_what_is_wanted() {
    check_wrong("measure = 7", "1:11: a number of columns from 20 to 200 is wanted here");
    check_wrong("ascii = \"yes\"", "1:9: true or false is wanted here");
    check_wrong(
        "theme = \"pink\"",
        "1:9: one of \"auto\", \"dark\", \"light\", \"plain\" is wanted here",
    );
    check_wrong(
        "[layout]\nquotes = 20",
        "2:10: a number of columns from 60 to 1000 is wanted here, or \"never\"",
    );
    check_wrong(
        "[keys]\ntop = 3",
        "2:7: keys are wanted here, such as \"n\" or [\"g f\", \"Ctrl-n\"]",
    );
    check_wrong(
        "[keys]\ntop = \"Hyper-g\"",
        "2:7: `Hyper-g` is no key; write `n`, `Ctrl-n`, `Alt-Up`, `Space`, `F1`",
    );
    check_wrong(
        "[keys]\ntop = \"3g\"",
        "2:7: `3g` is no key; write `n`, `Ctrl-n`, `Alt-Up`, `Space`, `F1`",
    );
    check_wrong("[keys]\ntop = \"3 g\"", "2:7: `3 g` begins with a digit, and digits are counts");
    check_wrong(
        "[keys]\ntop = \"Ctrl-i\"",
        "2:7: `Ctrl-i` never comes from a terminal: terminals send Tab for it; write `Tab`",
    );
    check_wrong(
        "[keys]\nnop = [\"q\", \"Ctrl-c\"]",
        "2:1: no key is left that quits; give `quit` one",
    );
}

#[test]
fn what_is_no_toml_is_refused_with_its_place() {
    let (config, problems) = read("measure = 60\ntheme = dark\n");
    assert_eq!(config, Config::default());
    assert!(problems[0].to_string().starts_with("2:9: "), "{}", problems[0]);
}

#[test]
fn a_command_is_a_list_or_words() {
    let (config, _) =
        read("copy-command = \"xclip -selection clipboard\"\nopen-command = [\"a b\", \"c\"]");
    assert_eq!(config.copy_command, ["xclip", "-selection", "clipboard"]);
    assert_eq!(config.open_command, ["a b", "c"]);
}

#[test]
fn bytes_that_are_no_text_are_told_with_their_place() {
    let (config, problems) = read_bytes(b"measure = 60\ntheme = \"\xff\"\n");
    assert_eq!(config, Config::default());
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["2:10: this is not UTF-8; save the file as UTF-8 text"]);
}
