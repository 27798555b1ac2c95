//! The person's own words within sentences of ours: a mark of direction among them turns round nothing but
//! themselves.
//!
//! May know: characters. Must never know: whose words they are, where the sentence stands.
//!
//! *Invariant:* words that run from left to right and hold no mark of direction stay as they are, to the letter.

use super::LIST;
use crate::pack::Lang;
use crate::typed::{is_line_end, with_closed_directions};
use std::borrow::Cow;

/// First strong isolate: what follows has a direction of its own, which its first letter says.
const FSI: char = '\u{2068}';
/// Pop directional isolate: the end of that.
const PDI: char = '\u{2069}';

/// Words that can stand within a sentence: isolated where they could turn round what follows them.
pub fn isolated(words: &str) -> Cow<'_, str> {
    if words.is_ascii() || !turns(words) {
        return words.into();
    }
    let mut all = String::with_capacity(words.len() + 8);
    // A paragraph ends every isolate, so each line has its own.
    for line in words.split_inclusive(ends_paragraph) {
        let (line, end) = match line.char_indices().next_back() {
            Some((at, c)) if ends_paragraph(c) => line.split_at(at),
            _ => (line, ""),
        };
        // An empty line has nothing to isolate, and nothing comes between the two letters of one line end.
        if !line.is_empty() {
            let (mut open, mut closed) = (0, 0);
            for c in line.chars() {
                match c {
                    '\u{2066}'..=FSI => open += 1,
                    PDI if open > 0 => open -= 1,
                    PDI => closed += 1,
                    _ => {}
                }
            }
            let opened: String = std::iter::repeat_n(FSI, closed + 1).chain(line.chars()).collect();
            all.push_str(&with_closed_directions(&opened));
        }
        all.push_str(end);
    }
    all.into()
}

/// Several words of one's own, one after the other. What stands alone stays as it was typed: there is nothing
/// to keep it apart from.
pub fn list(all: &[String], lang: Lang) -> String {
    if let [one] = all {
        return one.clone();
    }
    let all: Vec<Cow<'_, str>> = all.iter().map(|words| isolated(words)).collect();
    all.join(LIST.get(lang))
}

/// Whether words change the direction of what stands beside them.
fn turns(words: &str) -> bool {
    let mut depth = 0_u32;
    for c in words.chars() {
        match c {
            '\u{2066}'..=FSI => depth += 1,
            PDI if depth == 0 => return true,
            PDI => depth -= 1,
            c if ends_paragraph(c) && depth > 0 => return true,
            c if depth == 0 && is_turned(c) => return true,
            _ => {}
        }
    }
    depth > 0
}

/// Letters that run from right to left, and marks of direction.
fn is_turned(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

/// Where isolates end, or will once a file is made of the words.
fn ends_paragraph(c: char) -> bool {
    is_line_end(c) || matches!(c, '\u{1c}'..='\u{1e}')
}

#[cfg(test)]
mod tests {
    use super::{isolated, list};
    use crate::pack::Lang;
    use crate::typed::with_closed_directions;

    #[test]
    fn only_what_turns_something_round_is_isolated() {
        for (words, wanted) in [
            ("", ""),
            ("係長になりたい。", "係長になりたい。"),
            ("a\u{200b}b 😀 é\n𠮷", "a\u{200b}b 😀 é\n𠮷"),
            ("甲\u{202e}乙", "\u{2068}甲\u{202e}乙\u{202c}\u{2069}"),
            ("שלום", "\u{2068}שלום\u{2069}"),
            ("\u{200f}", "\u{2068}\u{200f}\u{2069}"),
            ("\u{2068}甲\u{202e}乙\u{2069}", "\u{2068}甲\u{202e}乙\u{2069}"),
            ("「\u{2068}甲\u{202e}乙\u{2069}」と丙", "「\u{2068}甲\u{202e}乙\u{2069}」と丙"),
            ("\u{2069}\u{202e}甲", "\u{2068}\u{2068}\u{2069}\u{202e}甲\u{202c}\u{2069}"),
            ("\u{2066}甲", "\u{2068}\u{2066}甲\u{2069}\u{2069}"),
            ("一\n\u{202e}二", "\u{2068}一\u{2069}\n\u{2068}\u{202e}二\u{202c}\u{2069}"),
            ("\u{202e}一\r\n\n二", "\u{2068}\u{202e}一\u{202c}\u{2069}\r\n\n\u{2068}二\u{2069}"),
            ("一\u{b}\u{202e}二", "\u{2068}一\u{2069}\u{b}\u{2068}\u{202e}二\u{202c}\u{2069}"),
        ] {
            assert_eq!(isolated(words), wanted, "{words:?}");
            assert_eq!(isolated(&isolated(words)), wanted, "{words:?} twice");
            assert_eq!(with_closed_directions(wanted), wanted, "files have nothing to close: {words:?}");
        }
    }

    #[test]
    fn words_that_stand_alone_are_as_they_were_typed() {
        let turned = "甲\u{202e}乙".to_owned();
        assert_eq!(list(&[], Lang::Ja), "");
        assert_eq!(list(std::slice::from_ref(&turned), Lang::Ja), turned);
        let both = list(&[turned, "丙".to_owned()], Lang::Ja);
        assert!(both.starts_with('\u{2068}') && both.ends_with("\u{202c}\u{2069}／丙"), "{both:?}");
    }
}
