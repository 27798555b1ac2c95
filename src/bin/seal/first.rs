//! The first screens as HTML in the page, so that they are there before the program: `draw.js` has the program itself draw
//! them, and they lie in the page as templates, from which `first.js` shows the one that is wanted.
//!
//! May know: the page's tags, how Node is called. Must never know: what is on a screen.

use super::markup::tags;
use super::page::squeezed;
use serde_json::Value;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// What runs the program, and what it runs there.
const NODE: &str = "node";
const DRAW: &str = include_str!("draw.js");
/// What shows the screens, and how it begins.
const FIRST: &str = include_str!("first.js");
pub(super) const MARK: &str = "self.aritaiFirst";
/// The screens that are drawn, by their addresses, and one of the second part, which waits.
const SCREENS: [&str; 2] = ["#/", "#/wish"];
const WAITS: &str = "#/why";

/// The page with the first screens in it. `script` and `program` are the program as it was built, in the folder.
pub(super) fn drawn(html: &str, folder: &Path, script: &str, program: &str) -> Result<String, String> {
    let first = squeezed(FIRST);
    if first.contains("</script") || first.contains("<!--") || !first.contains(MARK) {
        return Err("the script of the first screens does not fit its element".into());
    }
    // Before what is shown where there is no script.
    let waiting = tags(html)?.iter().find(|tag| tag.has("id", "waiting")).map(|tag| tag.place.start);
    let waiting = waiting.ok_or("the page does not wait for its program")?;
    let screens = templates(&draw(folder, script, program)?)?;
    Ok(format!("{}{screens}<script>{first}</script>{}", &html[..waiting], &html[waiting..]))
}

/// Has the program draw.
fn draw(folder: &Path, script: &str, program: &str) -> Result<Value, String> {
    let failed = |why: String| format!("{NODE}, which draws the first screens: {why}");
    let mut node = Command::new(NODE)
        .args(["--input-type=module", "-"])
        .arg(std::path::absolute(folder).map_err(|e| failed(e.to_string()))?)
        .args([script, program])
        .args(SCREENS)
        .arg(WAITS)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| failed(e.to_string()))?;
    if let Some(mut input) = node.stdin.take() {
        input.write_all(DRAW.as_bytes()).map_err(|e| failed(e.to_string()))?;
    }
    let done = node.wait_with_output().map_err(|e| failed(e.to_string()))?;
    if !done.status.success() {
        return Err(failed(done.status.to_string()));
    }
    serde_json::from_slice(&done.stdout).map_err(|e| failed(e.to_string()))
}

/// A template for what is around the screens, one for each of them and one for waiting, in each language.
fn templates(drawn: &Value) -> Result<String, String> {
    let mut all = String::new();
    let mut frames: Vec<(&str, &str)> = Vec::new();
    for screen in drawn.as_array().ok_or("nothing was drawn")? {
        let part = |name: &str| screen[name].as_str().ok_or_else(|| format!("a screen was drawn without {name}"));
        let (lang, frame, hash) = (part("lang")?, part("frame")?, part("hash")?);
        match frames.iter().find(|(here, _)| *here == lang) {
            Some((_, before)) if *before != frame => return Err(format!("{hash} has another frame in {lang}")),
            Some(_) => {}
            None => {
                frames.push((lang, frame));
                let _ = write!(all, "<template lang={lang} data-at=frame>{frame}</template>");
            }
        }
        let inside = part("inside")?;
        let _ = if hash == WAITS {
            write!(all, "<template lang={lang} data-at=wait>{inside}</template>")
        } else {
            let (title, kind) = (part("title")?.replace('&', "&amp;").replace('"', "&quot;"), part("kind")?);
            write!(
                all,
                "<template lang={lang} data-at=\"{hash}\" data-kind={kind} data-title=\"{title}\">{inside}</template>"
            )
        };
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::templates;
    use serde_json::json;

    #[test]
    fn one_frame_a_language_and_a_template_a_screen() -> Result<(), String> {
        let screen = |lang: &str, hash: &str, frame: &str| json!({ "lang": lang, "hash": hash, "frame": frame, "inside": "<p>x</p>", "title": "T", "kind": "k" });
        let made = templates(&json!([screen("ja", "#/", "F"), screen("ja", "#/why", "F"), screen("en", "#/", "G")]))?;
        assert_eq!(
            made,
            "<template lang=ja data-at=frame>F</template>\
             <template lang=ja data-at=\"#/\" data-kind=k data-title=\"T\"><p>x</p></template>\
             <template lang=ja data-at=wait><p>x</p></template>\
             <template lang=en data-at=frame>G</template>\
             <template lang=en data-at=\"#/\" data-kind=k data-title=\"T\"><p>x</p></template>"
        );
        assert!(templates(&json!([screen("ja", "#/", "F"), screen("ja", "#/wish", "G")])).is_err(), "two frames");
        assert!(templates(&json!([{ "lang": "ja" }])).is_err(), "nothing in it");
        Ok(())
    }
}
