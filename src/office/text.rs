//! Words as office files can hold them: what XML forbids left out, lines told apart, long ones cut where it hurts least.
//!
//! Knows text, no file.
//!
//! *Invariant:* nothing but what XML 1.0 forbids is lost; the pieces of a text are the text.

use crate::typed::{with_closed_directions, with_line_ends};

/// The text without what XML 1.0 cannot hold, not even escaped: control characters besides tab and line end, U+FFFE and
/// U+FFFF. A line ends in `\n`, however it ended before, and with it a direction that it sets.
pub(super) fn clean(text: &str) -> String {
    let held = |c: &char| *c == '\n' || *c == '\t' || *c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}');
    with_closed_directions(&with_line_ends(text)).chars().filter(held).collect()
}

/// How many columns a character takes on the page: a letter one, a kanji two, a mark upon another one none.
pub(super) fn columns(c: char) -> usize {
    match c {
        _ if goes_along(c) => 0,
        '\u{ff61}'..='\u{ff9f}' => 1,
        '\t' => 4,
        _ if c >= '\u{1100}' => 2,
        _ => 1,
    }
}

/// How wide the widest line of a text is.
pub(super) fn width(text: &str) -> usize {
    text.lines().map(|line| line.chars().map(columns).sum()).max().unwrap_or(0)
}

/// Whether a character belongs to the one before it: marks, choices of a form, skin tones, the tags of flags.
fn goes_along(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}' | '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether two characters are better not parted.
fn belong_together(before: char, after: char) -> bool {
    let flag = |c| matches!(c, '\u{1f1e6}'..='\u{1f1ff}');
    goes_along(after) || before == '\u{200d}' || flag(before) && flag(after)
}

/// What a cell can hold and show.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// UTF-16 units.
    pub(super) units: usize,
    /// Lines one below the other.
    pub(super) lines: usize,
    /// Columns before a line wraps.
    pub(super) columns: usize,
}

impl Room {
    /// How many lines a text takes in it.
    pub(super) fn lines_of(self, text: &str) -> usize {
        let of = |line: &str| line.chars().map(columns).sum::<usize>().div_ceil(self.columns.max(1)).max(1);
        text.split('\n').map(of).sum()
    }

    /// Where the text is too much for it.
    fn is_full_at(self, text: &str) -> Option<usize> {
        let (mut units, mut lines, mut at) = (0, 1, 0);
        for (index, c) in text.char_indices() {
            units += c.len_utf16();
            let wide = columns(c);
            if c == '\n' {
                (lines, at) = (lines + 1, 0);
            } else if at + wide > self.columns {
                (lines, at) = (lines + 1, wide);
            } else {
                at += wide;
            }
            // A line end alone may still stand at the end of what is full: it starts a line in which nothing is.
            if units > self.units || lines > self.lines && c != '\n' || lines > self.lines + 1 {
                return Some(index);
            }
        }
        None
    }
}

/// The text in pieces that fit, in order. At least one; together they are the text.
pub(super) fn pieces(text: &str, room: Room) -> Vec<&str> {
    let (mut pieces, mut rest) = (Vec::new(), text);
    while let Some(full) = room.is_full_at(rest) {
        let (piece, more) = rest.split_at(good_end(rest, full));
        pieces.push(piece);
        rest = more;
    }
    pieces.push(rest);
    pieces
}

/// Where a piece ends best: at the end of a line, else of a sentence, else anywhere but within what is read as one character.
fn good_end(text: &str, full: usize) -> usize {
    // Not so early that a few long lines would be spread over many cells.
    let enough = |at: &usize| *at >= full / 2 && *at > 0;
    let after = |end: &str| text[..full].rfind(end).map(|at| at + end.len()).filter(enough);
    let end = after("\n").or_else(|| after("。")).or_else(|| after(". ")).or_else(|| between_characters(text, full));
    // What begins with one character that never ends is cut somewhere; and a piece is never empty.
    let first = text.chars().next().map_or(0, char::len_utf8);
    end.unwrap_or(full).max(first)
}

/// The last place up to there at which one character ends and another one begins, as a reader sees them.
fn between_characters(text: &str, full: usize) -> Option<usize> {
    let mut after = text[full..].chars().next()?;
    for (at, before) in text[..full].char_indices().rev() {
        if !belong_together(before, after) {
            return Some(at + before.len_utf8());
        }
        after = before;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAMILY: &str = "👩‍👩‍👧‍👦";

    #[test]
    fn what_xml_cannot_hold_is_left_out_and_nothing_else() {
        for (text, cleaned) in [
            ("一\r\n二\r三\n四", "一\n二\n三\n四"),
            ("\u{0}\u{1}\u{8}a\u{b}\u{c}b\u{1b}\u{1f}c\u{fffe}\u{ffff}", "a\n\nbc"),
            ("一\u{85}二\u{2028}三\u{2029}四", "一\n二\n三\n四"),
            (
                "\t \u{7f}\u{200f}\u{202e}𠮷\u{1fffe}\u{10ffff}",
                "\t \u{7f}\u{200f}\u{202e}𠮷\u{1fffe}\u{10ffff}\u{202c}",
            ),
            ("", ""),
        ] {
            assert_eq!(clean(text), cleaned);
        }
    }

    #[test]
    fn a_kanji_takes_two_columns_and_a_mark_none() {
        for (text, wide) in [("abc", 3), ("窓口", 4), ("ｶﾞ", 1), ("か\u{3099}", 2), ("a\n窓口で\nb", 6), ("", 0)]
        {
            assert_eq!(width(text), wide, "{text}");
        }
    }

    #[test]
    fn pieces_fit_and_are_the_text() {
        let room = Room { units: 40, lines: 3, columns: 10 };
        let long = "窓口に来た方が、一度の説明で安心して帰れる。".repeat(9);
        for text in [
            "",
            "短い",
            "a\nb\nc\nd\ne\n\n\n\nf",
            &long,
            &"𠮷".repeat(99),
            &FAMILY.repeat(30),
            &"か\u{3099}".repeat(50),
        ] {
            let pieces = pieces(text, room);
            assert_eq!(pieces.concat(), text);
            for piece in &pieces {
                assert!(piece.encode_utf16().count() <= room.units, "{piece}");
                assert!(!piece.is_empty() || text.is_empty(), "{text}");
                assert!(!piece.starts_with(goes_along), "{piece:?} begins with what belongs to the one before");
            }
        }
        for piece in pieces(&FAMILY.repeat(30), room) {
            assert!(piece.replace(FAMILY, "").is_empty(), "a family stays together: {piece}");
        }
        assert_eq!(pieces("一。二三四五六七。八九十。一二三四五六七八", room)[0], "一。二三四五六七。八九十。");
    }

    #[test]
    fn even_what_cannot_be_parted_well_is_parted() {
        let room = Room { units: 8, lines: 9, columns: 90 };
        let text = "\u{301}".repeat(50);
        assert_eq!(pieces(&text, room).concat(), text);
    }
}
