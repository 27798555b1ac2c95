//! Every pair of colours that words or controls are drawn with, in the light and in the dark, by WCAG's own formula.
//!
//! *Invariant:* every colour of the page comes from `style/tokens.css`, so that what is measured here is all there is.

#![allow(clippy::expect_used, reason = "a test says so by failing")]

use std::collections::BTreeMap;
use std::path::Path;

type Tokens = BTreeMap<String, String>;

fn style(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("style").join(name)).expect("a style sheet")
}

/// The colours of a block of the tokens.
fn colours(block: &str) -> Tokens {
    let lines = block.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    let values = lines.map(|(name, value)| (name.to_owned(), value.trim().trim_end_matches(';').to_owned()));
    values.filter(|(_, value)| value.starts_with('#')).collect()
}

/// Relative luminance (WCAG 2.2) of `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("two hexadecimal digits");
        let part = f64::from(value) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Written, on what, and how much at least: 7 for what is read at length, 4.5 for other words, 3 for what is not words.
const PAIRS: [(&str, &[&str], f64); 9] = [
    ("ink", &["paper", "sheet", "well", "green-wash", "warn-wash"], 7.0),
    ("ink-soft", &["paper", "sheet", "well"], 7.0),
    ("ink-soft", &["green-wash", "warn-wash"], 4.5),
    ("green", &["paper", "sheet", "well", "green-wash"], 4.5),
    ("green-deep", &["paper", "sheet", "well", "green-wash"], 4.5),
    ("on-green", &["green", "green-deep"], 4.5),
    ("error", &["paper", "sheet", "well"], 4.5),
    ("line-strong", &["paper", "sheet"], 3.0),
    ("focus", &["paper", "sheet", "well", "focus-halo"], 3.0),
];

#[test]
fn words_and_controls_stand_out_in_the_light_and_in_the_dark() {
    let tokens = style("tokens.css");
    let (light, dark) = tokens.split_once("prefers-color-scheme: dark").expect("a dark block");
    let light = colours(light);
    let mut in_the_dark = light.clone();
    in_the_dark.extend(colours(dark));
    assert!(light.len() > 12 && in_the_dark != light, "{light:?}");
    let mut faint = Vec::new();
    for (scheme, colours) in [("light", &light), ("dark", &in_the_dark)] {
        for (written, grounds, least) in PAIRS {
            for ground in grounds {
                let is = contrast(&colours[written], &colours[*ground]);
                if is < least {
                    faint.push(format!("{scheme}: {written} on {ground} is {is:.2}, not {least}"));
                }
            }
        }
    }
    assert!(faint.is_empty(), "{}", faint.join("\n"));
}

#[test]
fn the_formula_is_wcags() {
    // Black on white, and the grey that is just enough for words.
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.001);
    assert!((contrast("#767676", "#ffffff") - 4.54).abs() < 0.01);
}

/// Paper is white also in the dark, and so has ink of its own: greys, which a printer without colours prints as they are.
#[test]
fn no_other_sheet_has_colours_of_its_own_but_the_greys_of_paper() {
    for name in ["base.css", "parts.css", "pages.css", "sheet.css", "deeper.css", "talk.css"] {
        for (at, line) in style(name).lines().enumerate() {
            let Some((property, value)) = line.split_once(':') else { continue };
            let place = format!("{name}:{}: {line}", at + 1);
            assert!(!value.contains("rgb(") && !value.contains("hsl("), "{place}");
            let Some((_, after)) = value.split_once('#').filter(|_| !value.contains("url(")) else { continue };
            let digits: String = after.chars().take_while(char::is_ascii_hexdigit).collect();
            let long = if digits.len() == 3 { digits.chars().flat_map(|c| [c, c]).collect() } else { digits };
            let part = |at: usize| i32::from(u8::from_str_radix(&long[at..at + 2], 16).expect("a colour"));
            assert!((part(0) - part(4)).abs() < 8 && (part(0) - part(2)).abs() < 8, "{place} is no grey");
            if property.trim() == "color" {
                assert!(contrast(&format!("#{long}"), "#e6e6e1") >= 7.0, "{place} on the darkest ground of paper");
            }
        }
    }
}
