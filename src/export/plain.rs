//! What the formats of plain letters share: lines, and letters that can be seen.
//!
//! May know: texts. Must never know: a document, a file format.

use crate::typed::{with_closed_directions, with_line_ends};

/// The lines of a text, however they were ended, without what no reader can show: control characters other than a tab.
/// Some readers take a file with them in it for no text at all, and some formats forbid them. A direction
/// that a line sets ends with it, so that what stands behind it reads as it was written.
pub(super) fn lines(text: &str) -> Vec<String> {
    let shown = |line: &str| line.chars().filter(|c| *c == '\t' || !c.is_ascii_control()).collect();
    with_closed_directions(&with_line_ends(text)).split('\n').map(shown).collect()
}

/// A text in one line.
pub(super) fn one_line(text: &str) -> String {
    let lines = lines(text);
    let said: Vec<&str> = lines.iter().map(String::as_str).filter(|line| !line.trim().is_empty()).collect();
    said.join(" ")
}

/// A text whose lines end as Windows ends them.
pub(super) fn crlf(text: &str) -> String {
    text.replace('\n', "\r\n")
}

#[cfg(test)]
mod tests {
    use super::{crlf, lines, one_line};

    #[test]
    fn lines_are_lines_and_letters_are_kept() {
        for (text, expected) in [
            ("", vec![""]),
            ("一\r\n二\r三\n四", vec!["一", "二", "三", "四"]),
            ("\u{0}a\u{1b}b\u{7f}\tc", vec!["ab\tc"]),
            ("一\u{b}二\u{c}三\u{85}四\u{2028}五\u{2029}六", vec!["一", "二", "三", "四", "五", "六"]),
            (" 𠮷 \u{202e}x\n", vec![" 𠮷 \u{202e}x\u{202c}", ""]),
        ] {
            assert_eq!(lines(text), expected, "{text:?}");
        }
        assert_eq!(one_line("一\n\n 二\r\n"), "一  二");
        assert_eq!(crlf("a\nb\n"), "a\r\nb\r\n");
    }
}
