//! The page's policy: what the browser lets it do. Everything is forbidden but what is named, and scripts and styles are
//! named by what they say, so that not one letter of another could run.
//!
//! May know: the page's tags. Must never know: what its script does.

use super::markup::{Tag, tags};
use super::sums::integrity;

/// For a page beside its files: they are asked of where the page came from, and nowhere else. The worker that writes office
/// files runs out of the page's memory (`blob:`), and so under the page's policy.
const HOSTED: &str =
    "img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'";
/// For the one file: nothing is asked of anybody.
const ALONE: &str = "img-src data:; connect-src 'none'; worker-src blob:";
const REST: &str = "base-uri 'none'; form-action 'none'; object-src 'none'; frame-src 'none'; \
    require-trusted-types-for 'script'; trusted-types default";
/// What the page carries in script elements without its being script.
const DATA: [&str; 2] = ["application/gzip", "font/woff2"];
/// Elements that a page of ours has no use for, and that could bring something in or send something out.
const STRANGE: [&str; 6] = ["base", "embed", "form", "frame", "iframe", "object"];

/// What the page is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// It has its files beside it.
    Hosted,
    /// It carries them.
    Alone,
}

/// The policy of a page whose only scripts and only style are these, and that may run one script `beside` it, by its sum.
///
/// # Errors
/// Where there is another script or style, a handler in an attribute, or anything else that the policy would have to allow.
pub(super) fn policy(
    html: &str,
    kind: Page,
    scripts: &[String],
    beside: Option<&str>,
    style: &str,
) -> Result<String, String> {
    let (mut ours, mut styles) = (vec![0; scripts.len()], 0);
    for tag in tags(html)? {
        match tag.name.as_str() {
            "script" if tag.get("type").is_some_and(|kind| DATA.contains(&kind)) && kind == Page::Alone => {}
            "script" if tag.get("src").is_none() && scripts.iter().any(|script| script == tag.inside) => {
                ours.iter_mut().zip(scripts).filter(|(_, script)| *script == tag.inside).for_each(|(n, _)| *n += 1);
            }
            "style" if tag.inside == style => styles += 1,
            "script" | "style" => return Err(format!("an unknown {}: {}", tag.name, start_of(tag.inside))),
            name if STRANGE.contains(&name) => return Err(format!("the page has a <{name}>")),
            _ => {}
        }
        attributes(&tag)?;
    }
    if scripts.is_empty() || ours.iter().any(|n| *n != 1) || styles != 1 {
        return Err(format!("the page has {ours:?} of its scripts and {styles} styles, not one of each"));
    }
    let hash = |text: &str| format!("'{}'", integrity(text.as_bytes()));
    let rules = if kind == Page::Hosted { HOSTED } else { ALONE };
    let beside = beside.map(|sum| format!("'{sum}'"));
    let script = scripts.iter().map(|script| hash(script)).chain(beside).collect::<Vec<_>>().join(" ");
    let style = hash(style);
    Ok(format!("default-src 'none'; script-src {script} 'wasm-unsafe-eval'; style-src {style}; {rules}; {REST}"))
}

fn attributes(tag: &Tag) -> Result<(), String> {
    for (name, value) in &tag.attributes {
        let value = value.trim().to_ascii_lowercase();
        let address = ["href", "src", "action", "formaction", "srcset", "data", "poster"].contains(&name.as_str());
        if name.starts_with("on") || ["style", "srcdoc", "nonce"].contains(&name.as_str()) {
            return Err(format!("<{} {name}=…>: the policy forbids that", tag.name));
        }
        if address && (value.contains(':') && !value.starts_with("data:image/") || value.starts_with("//")) {
            return Err(format!("<{} {name}={value}> leads away from the page", tag.name));
        }
        if name == "http-equiv" && value != "content-security-policy" {
            return Err(format!("<meta http-equiv={value}>: nobody needs that"));
        }
    }
    Ok(())
}

fn start_of(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: Page, more: &str) -> Result<String, String> {
        let html = format!(
            "<!doctype html><meta charset=utf-8><style>p{{}}</style><p lang=ja>x{more}<script type=module>go()</script>"
        );
        policy(&html, kind, &["go()".to_owned()], None, "p{}")
    }

    #[test]
    fn what_is_known_is_named_by_its_hash() -> Result<(), String> {
        let hosted = of(Page::Hosted, "<a href=#x>y</a><link rel=icon href=icon.svg>")?;
        // openssl: printf 'go()' | openssl dgst -sha256 -binary | base64
        assert!(
            hosted.contains("script-src 'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw=' 'wasm-unsafe-eval'"),
            "{hosted}"
        );
        assert!(hosted.contains("style-src 'sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y='"), "{hosted}");
        for word in ["unsafe-inline", "'unsafe-eval'", "http", "*"] {
            assert!(!hosted.contains(word), "{word} in {hosted}");
        }
        let alone = of(Page::Alone, "<script type=application/gzip id=a>AAAA</script>")?;
        assert!(alone.contains("connect-src 'none'") && !alone.contains("'self'"), "{alone}");
        Ok(())
    }

    #[test]
    fn two_scripts_are_named_both_and_each_has_to_be_there_once() -> Result<(), String> {
        let known = ["go()".to_owned(), "first()".to_owned()];
        let page = |more: &str| format!("<meta charset=utf-8><style>p{{}}</style><script>go()</script>{more}");
        let both = policy(&page("<script>first()</script>"), Page::Hosted, &known, None, "p{}")?;
        assert_eq!(both.matches("'sha256-").count(), 3, "{both}");
        for more in ["", "<script>first()</script><script>first()</script>", "<script>second()</script>"] {
            assert!(policy(&page(more), Page::Hosted, &known, None, "p{}").is_err(), "{more}");
        }
        Ok(())
    }

    #[test]
    fn what_is_unknown_fails_the_build() {
        for (what, more) in [
            ("a script", "<script>alert(1)</script>"),
            ("a script from a file", "<script src=a.js></script>"),
            ("the same script from a file", "<script src=a.js>go()</script>"),
            ("the script twice", "<script>go()</script>"),
            ("data in a page that has its files beside it", "<script type=application/gzip>AAAA</script>"),
            ("a map of modules", "<script type=importmap>{}</script>"),
            ("rules of speculation", "<script type=speculationrules>{}</script>"),
            ("a style", "<style>a{}</style>"),
            ("a style in an attribute", "<p style=color:red>"),
            ("a handler", "<p onclick=go()>"),
            ("a handler in capitals", "<p OnClick='go()'>"),
            ("an address that is a script", "<a href=' javascript:go()'>"),
            ("an address elsewhere", "<img src=https://example.org/a>"),
            ("an address elsewhere, without a scheme", "<img src=//example.org/a>"),
            ("a page in a page", "<iframe></iframe>"),
            ("another base", "<base href=x>"),
            ("a refresh", "<meta http-equiv=refresh content=0>"),
        ] {
            assert!(of(Page::Hosted, more).is_err(), "{what}");
        }
        let bare = "<style>p{}</style>";
        assert!(policy(bare, Page::Hosted, &["go()".to_owned()], None, "p{}").is_err(), "no script at all");
        assert!(policy(bare, Page::Hosted, &[], None, "p{}").is_err(), "nor one that is known");
    }
}
