//! How much room the sheet has for a text: advice while one writes. Nothing is cut, here or anywhere.
//!
//! The browser counts letters and hands that in.
//! May know: texts and numbers. Must never know: which answer it is, how letters are told apart.

use crate::typed::is_narrow;

/// How a text stands to its room. In letters of full width, of which two narrow ones make one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// There is enough, or it doesn't matter.
    Enough,
    /// So much is left, and it is little.
    Left(usize),
    /// So much is more than fits.
    Over(usize),
}

/// How a text stands to its room. `letters` counts them as people see them; it is asked only where that may matter.
pub fn room(text: &str, room: usize, letters: fn(&str) -> usize) -> Room {
    // Little is a fifth. A letter is one code point at the least.
    let little = room / 5;
    let narrow = text.chars().filter(|c| is_narrow(*c)).count();
    let width = |letters: usize| letters - (narrow / 2).min(letters);
    if room == 0 || width(text.chars().count()) + little < room {
        return Room::Enough;
    }
    let used = width(letters(text));
    match room.checked_sub(used) {
        Some(left) if left > little => Room::Enough,
        Some(left) => Room::Left(left),
        None => Room::Over(used - room),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, of: usize, wanted: Room) {
        // As good as the browser for what is counted here: a joiner, what it joins, and a mark belong to the letter before.
        let letters = |text: &str| {
            let mut joined = false;
            let mut count = 0;
            for c in text.chars() {
                let mark = c == '\u{200D}' || ('\u{3099}'..='\u{309A}').contains(&c);
                count += usize::from(!mark && !joined);
                joined = c == '\u{200D}';
            }
            count
        };
        assert_eq!(room(text, of, letters), wanted, "{text:?} of {of}");
    }

    #[test]
    fn it_speaks_up_only_where_room_is_short() {
        check("", 40, Room::Enough);
        check("", 0, Room::Enough);
        check(&"あ".repeat(10_000), 0, Room::Enough);
        check(&"あ".repeat(31), 40, Room::Enough);
        check(&"あ".repeat(32), 40, Room::Left(8));
        check(&"あ".repeat(40), 40, Room::Left(0));
        check(&"あ".repeat(41), 40, Room::Over(1));
        check(&"𠮷".repeat(41), 40, Room::Over(1));
        check(&"a".repeat(62), 40, Room::Enough);
        check(&"a".repeat(80), 40, Room::Left(0));
        check(&"’".repeat(80), 40, Room::Left(0));
        check(&"👩‍👩‍👧‍👦".repeat(12), 40, Room::Enough);
        check(&"👩‍👩‍👧‍👦".repeat(40), 40, Room::Left(0));
        check(&"か\u{3099}".repeat(41), 40, Room::Over(1));
    }

    #[test]
    fn letters_are_counted_only_where_it_may_matter() {
        assert_eq!(room("短い", 40, |_| unreachable!()), Room::Enough);
        assert_eq!(room(&"あ".repeat(100), 0, |_| unreachable!()), Room::Enough);
    }
}
