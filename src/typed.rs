//! Text as people type and paste it: where its lines end, and how far a direction reaches that it sets.
//!
//! Slides and word processors end a line with U+000B or U+000C, other programs with U+0085, U+2028 or U+2029.
//! The document keeps them as they came; whoever shows or writes a text takes them for the line ends that
//! they are. May know: characters. Must never know: whose text it is, where it is shown.

use std::borrow::Cow;

/// Ends an embedding or an override of the direction, and an isolate.
const POP: char = '\u{202c}';
const POP_ISOLATE: char = '\u{2069}';

/// Whether a line ends at it.
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character takes about half the room of a Japanese one.
///
/// The letters and signs of English do, and so do its quotation marks, apostrophes and dashes.
pub fn is_narrow(c: char) -> bool {
    c.is_ascii() || matches!(c, '‘' | '’' | '“' | '”' | '–')
}

/// The text with every line ended by `\n`, however it was ended before.
pub fn with_line_ends(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| c != '\n' && is_line_end(c)) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace("\r\n", "\n").replace(is_line_end, "\n"))
}

/// The text with every direction that a line sets ended where the line ends, so that it turns nothing of what
/// follows. Nothing is added to a line that ends its own.
pub fn with_closed_directions(text: &str) -> Cow<'_, str> {
    if !text.contains(['\u{202a}', '\u{202b}', '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}']) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 3);
    let mut open: Vec<char> = Vec::new();
    for c in text.chars() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(POP),
            '\u{2066}'..='\u{2068}' => open.push(POP_ISOLATE),
            POP if open.last() == Some(&POP) => drop(open.pop()),
            // It ends what was set within the isolate too.
            POP_ISOLATE => open.truncate(open.iter().rposition(|end| *end == POP_ISOLATE).unwrap_or(open.len())),
            _ if is_line_end(c) => out.extend(open.drain(..).rev()),
            _ => {}
        }
        out.push(c);
    }
    out.extend(open.drain(..).rev());
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::{with_closed_directions, with_line_ends};

    #[test]
    fn a_line_ends_wherever_some_program_ends_one() {
        let ended = "一\n二\n三\n四\n五\n六\n七\n八\n\n九";
        assert_eq!(with_line_ends("一\n二\r\n三\r四\u{b}五\u{c}六\u{85}七\u{2028}八\u{2029}\u{b}九"), ended);
        for text in ["", "一行", "一\n二\t三", "\u{202e}\u{1b}"] {
            assert_eq!(with_line_ends(text), text);
        }
    }

    #[test]
    fn a_direction_ends_with_the_line_that_sets_it() {
        for (text, closed) in [
            ("שלום", "שלום"),
            ("\u{202e}逆", "\u{202e}逆\u{202c}"),
            ("\u{202e}逆\u{202c}順", "\u{202e}逆\u{202c}順"),
            ("\u{202e}一\n二", "\u{202e}一\u{202c}\n二"),
            ("\u{202e}一\r\n二", "\u{202e}一\u{202c}\r\n二"),
            ("\u{2067}\u{202b}a\u{2069}b", "\u{2067}\u{202b}a\u{2069}b"),
            ("\u{2067}\u{202b}a", "\u{2067}\u{202b}a\u{202c}\u{2069}"),
            ("\u{202b}\u{2068}a\u{202c}", "\u{202b}\u{2068}a\u{202c}\u{2069}\u{202c}"),
            ("a\u{202c}\u{2069}", "a\u{202c}\u{2069}"),
            ("\u{202d}\u{2069}a", "\u{202d}\u{2069}a\u{202c}"),
        ] {
            assert_eq!(with_closed_directions(text), closed, "{text:?}");
            assert_eq!(with_closed_directions(closed), closed, "once is enough: {text:?}");
        }
    }
}
