//! Paragraphs that the author's program puts other words in place of, or none: the sign of a table of
//! contents, shortcodes of Hugo, tags of Jekyll, attributes of Kramdown.

/// The words for the images that a paragraph of nothing but these stands for; `None` of any other.
pub fn read(source: &str) -> Option<Vec<String>> {
    if is_contents(source) {
        return Some(Vec::new());
    }
    let lines = Some(source).filter(|source| !source.is_empty())?.lines();
    lines.map(|line| tag(line.trim()).map(image)).try_fold(Vec::new(), |mut images, words| {
        images.extend(words?);
        Some(images)
    })
}

fn is_contents(source: &str) -> bool {
    const SIGNS: [&str; 6] = ["[toc]", "[[toc]]", "[[_toc_]]", "{{toc}}", "{:toc}", "[[__toc__]]"];
    SIGNS.iter().any(|sign| source.eq_ignore_ascii_case(sign))
}

/// The words of the one tag that a line is.
fn tag(line: &str) -> Option<&str> {
    const SIGNS: [(&str, &str); 4] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("{:", "}")];
    SIGNS.iter().find_map(|(open, close)| {
        let words = line.strip_prefix(open)?.strip_suffix(close)?;
        (!words.contains(open) && !words.contains(close)).then_some(words)
    })
}

/// The words of a figure.
fn image(tag: &str) -> Option<String> {
    tag.trim().strip_prefix("figure")?;
    ["caption", "alt", "title"].into_iter().find_map(|key| {
        let at = tag.find(&format!(" {key}="))? + key.len() + 2;
        let quote = tag[at..].chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
        let words = tag[at + 1..].split(quote).next()?.trim();
        (!words.is_empty()).then(|| words.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: Option<&[&str]>) {
        let expected = expected.map(|words| words.iter().map(ToString::to_string).collect());
        assert_eq!(read(source), expected, "{source}");
    }

    #[test]
    fn what_stands_for_nothing_that_is_read_is_left_out() {
        for source in [
            "[TOC]",
            "[[_TOC_]]",
            "{{< youtube w7Ft2ymGmfc >}}",
            "{% include x.html %}\n{% endraw %}",
            "{: .no_toc }",
        ] {
            check(source, Some(&[]));
        }
    }

    #[test]
    fn a_figure_is_its_words() {
        check("{{< figure src=\"a.png\" caption=\"A flag\" >}}", Some(&["A flag"]));
        check("{{< figure src='a.png' alt='' title='A ship' >}}", Some(&["A ship"]));
        check("{{< figure src=\"a.png\" >}}", Some(&[]));
    }

    #[test]
    fn words_are_words() {
        for source in
            ["See [TOC]", "{{< ref x >}} tells", "{{ page.title }}", "{a}", "", "{:", "{{<}}"]
        {
            check(source, None);
        }
    }
}
