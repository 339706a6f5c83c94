use super::*;

/// Title, dek, authors, date and language.
#[track_caller]
fn check(text: &str, expected: &[&str], rest: &str) {
    let (meta, body) = split(text);
    let meta = meta.expect("there is a header").meta;
    let mut found: Vec<String> =
        meta.title.iter().chain(&meta.dek).map(ToString::to_string).collect();
    found.extend(meta.authors.iter().map(ToString::to_string));
    found.extend(meta.published.map(|when| when.edtf()));
    found.extend(meta.language.map(|language| language.to_string()));
    assert_eq!((found, body), (expected.iter().map(ToString::to_string).collect(), rest));
}

#[track_caller]
fn check_text(text: &str) {
    assert_eq!(split(text), (None, text));
}

#[test]
fn yaml_names_title_authors_and_date() {
    check(
        "---\ntitle: \"The \\\"Harbor\\\": a history\"\nsubtitle: What one says # of all\n\
         author: Jane Doe\ndate: 2022-03-09T10:00:00Z\nlang: en\n---\nText\n",
        &["The \"Harbor\": a history", "What one says", "Jane Doe", "2022-03-09", "en"],
        "Text\n",
    );
}

#[test]
fn authors_are_a_list_in_any_form() {
    let expected = &["T", "Jane Doe", "John Roe"];
    check("---\ntitle: T\nauthors: [Jane Doe, 'John Roe']\n---\n", expected, "");
    check("---\ntitle: T\nauthors:\n- Jane Doe\n- John Roe\n---\n", expected, "");
    check(
        "---\ntitle: T\nauthor:\n  - name: Jane Doe\n    email: no\n  - name: John Roe\n...\n",
        expected,
        "",
    );
}

#[test]
fn toml_stands_between_plus_signs() {
    check(
        "+++\ntitle = 'T'\nauthors = ['Jane Doe']\ndate = 2022-03-09\n+++\n\nText",
        &["T", "Jane Doe", "2022-03-09"],
        "\nText",
    );
}

#[test]
fn parameters_of_a_site_are_read() {
    check("+++\ntitle='T'\n[params]\nauthor='Jane Doe'\n+++\n", &["T", "Jane Doe"], "");
    check("---\ntitle: T\nparams:\n  author: Jane Doe\n---\n", &["T", "Jane Doe"], "");
    check("---\ntitle: T\nauthor: {email: x, name: \"Doe, Jane\"}\n---\n", &["T", "Doe, Jane"], "");
}

#[test]
fn names_of_authors_are_names() {
    let expected = &["T", "Doe, Jane", "John O'Roe"];
    check("---\ntitle: T\nauthors: [\"Doe, Jane\", John O'Roe]\n---\n", expected, "");
    check(
        "---\ntitle: T\nauthors:\n- Doe, Jane <jane@x.org>\n- \"[[John O'Roe]]\"\n---\n",
        expected,
        "",
    );
}

#[test]
fn dates_have_many_forms() {
    for date in [
        "2022/03/09",
        "20220309",
        "2022-03-09 10:00:00 +0100",
        "Wed, 09 Mar 2022 10:00:00 GMT",
        "March 9, 2022",
    ] {
        check(&format!("---\ntitle: T\ndate: {date}\n---\n"), &["T", "2022-03-09"], "");
    }
}

#[test]
fn a_key_of_several_words_is_one() {
    check("---\ntitle: T\nLast change: never\nlang: en\n---\nx", &["T", "en"], "x");
}

#[test]
fn a_folded_value_is_one_line() {
    check("---\ntitle: >\n  The harbor\n  of all\n---\n", &["The harbor of all"], "");
}

#[test]
fn a_rule_above_a_text_is_no_header() {
    check_text("---\nSome words: and more\n---\n");
    check_text("---\ntitle: never closed\n");
    check_text("---\n---\n");
    check_text("+++\nnot toml\n+++\n");
    check_text("title: none\n");
}

#[test]
fn a_date_that_is_none_is_left_out() {
    check("---\ntitle: T\ndate: 9999999999-99-99\n---\n", &["T"], "");
    check("---\ntitle: T\ndate: ääääääääää\n---\n", &["T"], "");
}

#[test]
fn lines_with_percent_signs_name_title_authors_and_date() {
    check(
        "% The Harbor\n  of all\n% Jane Doe; John Roe\n% March 9, 2022\n\nText\n",
        &["The Harbor of all", "Jane Doe", "John Roe", "2022-03-09"],
        "\nText\n",
    );
    check("% The Harbor\n%\n% 2022\n", &["The Harbor", "2022"], "");
    check_text("% a comment of TeX\n\nText\n");
    check_text("%a\n%b\n");
    check_text("% a\n% b\nText\n");
    check_text("%\n% b\n");
}

#[test]
fn an_address_as_source_is_where_the_page_was() {
    let header = |lines: &str| {
        let text = format!("---\ntitle: T\nsource: \"https://quay.org/t\"\n{lines}\n---\nText\n");
        let meta = split(&text).0.expect("there is a header").meta;
        let words = |words: Option<CleanText>| words.map(|words| words.to_string());
        (words(meta.url), words(meta.source), meta.published.map(|when| when.edtf()))
    };
    let here = || Some("https://quay.org/t".to_owned());
    let day = || Some("2021-03-03".to_owned());
    assert_eq!(header("published: 2021-03-03\ncreated: 2024-01-01"), (here(), None, day()));
    assert_eq!(header("published:\ncreated: 2024-01-01"), (here(), None, None));
    assert_eq!(
        header("site: The Quay\ndate: 3. März 2021"),
        (here(), Some("The Quay".to_owned()), day())
    );
    check("---\ntitle: T\ncreated: 2021-03-03\n---\n", &["T", "2021-03-03"], "");
}
