//! The tags of a built page, read well enough to see every script, every style and every attribute.
//!
//! May know: how HTML is written. Must never know: what is allowed.

use std::ops::Range;

/// What stands in these is not markup.
const RAW: [&str; 4] = ["script", "style", "title", "textarea"];

/// An opening tag, and for [`RAW`] ones what stands in it.
pub(super) struct Tag<'a> {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, &'a str)>,
    pub(super) inside: &'a str,
    /// From `<` to behind the `>`, of a raw one to behind its closing tag.
    pub(super) place: Range<usize>,
}

impl Tag<'_> {
    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(here, _)| here == name).map(|(_, value)| *value)
    }

    /// Whether an attribute has this value.
    pub(super) fn has(&self, name: &str, value: &str) -> bool {
        self.get(name) == Some(value)
    }
}

/// Every opening tag of a page, in order.
///
/// # Errors
/// Where a tag, a comment or a script has no end.
pub(super) fn tags(html: &str) -> Result<Vec<Tag<'_>>, String> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|offset| at + offset) {
        let rest = &html[start..];
        let after = |what: &str| rest.find(what).map(|end| start + end + what.len());
        if rest.starts_with("<!--") {
            at = after("-->").ok_or("a comment has no end")?;
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            let mut tag = opening(html, start)?;
            if RAW.contains(&tag.name.as_str()) {
                let closing = format!("</{}", tag.name);
                let body = tag.place.end;
                let end =
                    html[body..].to_ascii_lowercase().find(&closing).ok_or("a script or style has no end")? + body;
                tag.inside = &html[body..end];
                tag.place.end = end + html[end..].find('>').ok_or("a closing tag has no end")? + 1;
            }
            at = tag.place.end;
            found.push(tag);
        } else {
            at = start + 1;
        }
    }
    Ok(found)
}

fn opening(html: &str, start: usize) -> Result<Tag<'_>, String> {
    let space = |c: char| c.is_ascii_whitespace() || c == '/';
    let name_end = html[start + 1..].find(|c: char| space(c) || c == '>').ok_or("a tag has no end")? + start + 1;
    let mut tag = Tag {
        name: html[start + 1..name_end].to_ascii_lowercase(),
        attributes: Vec::new(),
        inside: "",
        place: start..name_end,
    };
    let mut at = name_end;
    loop {
        at += html[at..].find(|c: char| !space(c)).ok_or("a tag has no end")?;
        if html[at..].starts_with('>') {
            tag.place.end = at + 1;
            return Ok(tag);
        }
        let end = html[at + 1..].find(|c: char| space(c) || c == '=' || c == '>').ok_or("a tag has no end")? + at + 1;
        let name = html[at..end].to_ascii_lowercase();
        at = end + html[end..].find(|c: char| !c.is_ascii_whitespace()).ok_or("a tag has no end")?;
        let Some(value) = html[at..].strip_prefix('=') else {
            tag.attributes.push((name, ""));
            continue;
        };
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| ['"', '\''].contains(c));
        let value = &value[usize::from(quote.is_some())..];
        let length = match quote {
            Some(quote) => value.find(quote),
            None => value.find(|c: char| c.is_ascii_whitespace() || c == '>'),
        };
        let length = length.ok_or("an attribute has no end")?;
        tag.attributes.push((name, &value[..length]));
        at = html.len() - value.len() + length + usize::from(quote.is_some());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_minifier_writes_and_what_a_person_writes() -> Result<(), String> {
        let html = "<!doctype html><!-- <script>no</script> --><META charset=utf-8><a href=\"a>b\" OnClick='x()' hidden>1 < 2</a>\
            <script type=module>let a = '<b onload=x>';</script ><style>p{}</style><br/><p lang=ja>";
        let tags = tags(html)?;
        let names: Vec<&str> = tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["meta", "a", "script", "style", "br", "p"]);
        let attributes = &tags[1].attributes;
        assert_eq!(attributes.len(), 3, "{attributes:?}");
        assert!(tags[1].has("href", "a>b") && tags[1].has("onclick", "x()") && tags[1].has("hidden", ""));
        assert_eq!(tags[2].inside, "let a = '<b onload=x>';");
        assert_eq!(&html[tags[3].place.clone()], "<style>p{}</style>");
        assert!(tags[5].has("lang", "ja"));
        for broken in ["<a href=\"x", "<!-- x", "<script>x", "<p"] {
            assert!(super::tags(broken).is_err(), "{broken}");
        }
        Ok(())
    }
}
