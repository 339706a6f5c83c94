//! Paragraphs that the author's program puts other words in place of, or none: the sign of a table of
//! contents, shortcodes of Hugo, tags of Jekyll, attributes of Kramdown.

/// The images that a paragraph of nothing but these stands for, each by its words and its address;
/// `None` of any other.
pub fn read(source: &str) -> Option<Vec<(String, String)>> {
    if is_contents(source) {
        return Some(Vec::new());
    }
    let lines = Some(source).filter(|source| !source.is_empty())?.lines();
    lines.map(|line| tag(line.trim()).map(image)).try_fold(Vec::new(), |mut images, image| {
        images.extend(image?);
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

/// The words and the address of a figure.
fn image(tag: &str) -> Option<(String, String)> {
    tag.trim().strip_prefix("figure")?;
    let value = |key: &str| {
        let at = tag.find(&format!(" {key}="))? + key.len() + 2;
        let quote = tag[at..].chars().next().filter(|quote| matches!(quote, '"' | '\'' | '`'))?;
        let words = tag[at + 1..].split(quote).next()?.trim();
        (!words.is_empty()).then(|| words.to_owned())
    };
    let words = ["caption", "alt", "title"].into_iter().find_map(value)?;
    Some((words, value("src").unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: Option<&[&str]>) {
        let images = read(source);
        let words = images.as_ref().map(|images| images.iter().map(|(words, _)| words.as_str()));
        assert_eq!(words.map(Vec::from_iter), expected.map(<[&str]>::to_vec), "{source}");
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
