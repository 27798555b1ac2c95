//! Which characters the printing fonts have, so that the others can be named before anything is printed.
//!
//! The table is made with the fonts (`./dev fonts`); `tests/letters.rs` holds that it says what they hold.
//! May know: texts, what a sheet and a manuscript hold. Must never know: how fonts are made or loaded, the browser.

use super::manuscript::Manuscript;
use super::sheet::Sheet;

/// Pages of 256 characters, in order: the page's number (two bytes), how many characters it has (one; 0 for all), and
/// then their last bytes one by one, or 32 bytes with a bit for each where that is shorter.
static TABLE: &[u8] = include_bytes!("letters.bin");
/// So many bytes are the bits of a page.
const BITS: usize = 32;
/// Most texts have none, or a few of these; who has more sees that there are some.
pub const NAMED_MOST: usize = 40;

/// What one sees as one letter in a text, each once and in its order, that the printing font doesn't have all
/// of: it will be printed with a font of the device. 👨‍👩‍👧 is one, and so is a flag.
pub fn outside(text: &str) -> Vec<String> {
    let pages = pages(TABLE);
    let mut found: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (letter, after) = rest.split_at(seen_as_one(rest, first));
        rest = after;
        let lacks = |c: char| !is_unseen(c) && !holds(&pages, c);
        // A selector asks for one shape of what it follows; by itself it draws nothing.
        let shaped = letter.chars().nth(1).is_some_and(is_selector);
        if found.len() < NAMED_MOST && (shaped || letter.chars().any(lacks)) {
            let letter = letter.trim_matches(is_idle);
            if !found.iter().any(|other| other == letter) {
                found.push(letter.to_owned());
            }
        }
    }
    found
}

/// How many bytes at the beginning of a text are seen as one letter. `first` is its first character. These
/// are the rules of Unicode's grapheme clusters as far as they matter to characters that a font lacks.
fn seen_as_one(text: &str, first: char) -> usize {
    let mut characters = text.char_indices().skip(1).peekable();
    let (mut before, mut flag) = (first, is_half_a_flag(first));
    while let Some((_, next)) = characters.peek().copied() {
        let joined = before == JOINER && is_pictured(first) && is_pictured(next);
        let half = std::mem::take(&mut flag) && is_half_a_flag(next);
        if first.is_control() || !(joined || half || clings(next)) {
            break;
        }
        before = next;
        characters.next();
    }
    characters.peek().map_or(text.len(), |(at, _)| *at)
}

const JOINER: char = '\u{200d}';

/// What belongs to the character before it.
fn clings(c: char) -> bool {
    matches!(c,
        JOINER | '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | '\u{20d0}'..='\u{20ff}'
        | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0020}'..='\u{e007f}')
        || is_selector(c)
}

/// What can be joined into one picture.
fn is_pictured(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

fn is_half_a_flag(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

/// What draws nothing and changes nothing at the end of a letter.
fn is_idle(c: char) -> bool {
    is_unseen(c) && !is_selector(c)
}

/// Every character that the printing font has, in order.
pub fn inside() -> Vec<char> {
    let mut every = Vec::new();
    for (number, on) in pages(TABLE) {
        let codes = (0..=u8::MAX).filter(|low| on.holds(*low)).map(|low| number << 8 | u32::from(low));
        every.extend(codes.filter_map(char::from_u32));
    }
    every
}

/// Every word on a sheet that is the person's or the pack's.
pub fn of_sheet(sheet: &Sheet) -> String {
    let head = [&sheet.name, &sheet.department, &sheet.role, &sheet.date, &sheet.talk_day, &sheet.days]
        .into_iter()
        .flatten()
        .map(String::as_str);
    let blocks = sheet.blocks.iter().flat_map(|block| {
        let lines = block.lines.iter().flat_map(|line| line.label.iter().chain([&line.text]));
        [&block.heading].into_iter().chain(lines).map(String::as_str)
    });
    let help = sheet.help.iter().map(|(words, _)| words.as_str());
    let asks = sheet.asks.iter().flat_map(|ask| {
        let more = [&ask.small, &ask.by, &ask.needs, &ask.decides].into_iter().flatten();
        [&ask.what].into_iter().chain(more).map(String::as_str)
    });
    head.chain(blocks).chain(help).chain(asks).collect::<Vec<_>>().join("\n")
}

/// Every word of a manuscript.
pub fn of_manuscript(text: &Manuscript) -> String {
    let head = text.head.iter().flat_map(|entry| [&entry.label, &entry.words]);
    let parts = text.parts.iter().flat_map(|part| {
        let groups = part.groups.iter().flat_map(|group| {
            group.heading.iter().chain([&group.one]).chain(&group.columns).chain(group.rows.iter().flatten())
        });
        [&part.heading].into_iter().chain(groups)
    });
    [&text.title].into_iter().chain(&text.mark).chain(&text.notes).chain(head).chain(parts).fold(
        String::new(),
        |mut all, words| {
            all.push_str(words);
            all.push('\n');
            all
        },
    )
}

/// What is on a page.
#[derive(Clone, Copy)]
enum On<'a> {
    All,
    These(&'a [u8]),
    Bits(&'a [u8]),
}

impl On<'_> {
    fn holds(&self, low: u8) -> bool {
        match self {
            Self::All => true,
            Self::These(these) => these.contains(&low),
            Self::Bits(bits) => bits.get(usize::from(low >> 3)).is_some_and(|byte| byte >> (low & 7) & 1 == 1),
        }
    }
}

fn pages(mut table: &[u8]) -> Vec<(u32, On<'_>)> {
    let mut pages = Vec::new();
    while let [high, low, count, rest @ ..] = table {
        let count = usize::from(*count);
        let (on, rest) = match count {
            0 => (On::All, rest),
            _ if count < BITS => {
                let (these, rest) = rest.split_at(count.min(rest.len()));
                (On::These(these), rest)
            }
            _ => {
                let (bits, rest) = rest.split_at(BITS.min(rest.len()));
                (On::Bits(bits), rest)
            }
        };
        pages.push((u32::from(*high) << 8 | u32::from(*low), on));
        table = rest;
    }
    pages
}

fn holds(pages: &[(u32, On<'_>)], character: char) -> bool {
    let code = u32::from(character);
    let page = pages.binary_search_by_key(&(code >> 8), |(number, _)| *number).ok().and_then(|at| pages.get(at));
    page.is_some_and(|(_, on)| on.holds(code.to_be_bytes()[3]))
}

/// What draws nothing needs no font: spaces, line breaks, joiners, marks of direction.
fn is_unseen(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || is_selector(character)
        || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn is_selector(character: char) -> bool {
    matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_font_lacks_is_named_once_and_in_order() {
        for (text, wanted) in [
            ("", &[][..]),
            ("用日一方人立高行文生 髙橋 﨑 𠮷野家 ①㈱℡ 直骨角 ☑□ (fi) “…” 葛", &[]),
            ("a\u{200d}b\u{2003}c\r\n\td\u{ad}", &[]),
            ("😀と👍、また😀", &["😀", "👍"]),
            ("⼈⽴⺟", &["⼈", "⽴", "⺟"]),
            ("葛\u{e0101}城の葛", &["葛\u{e0101}"]),
            ("☑\u{fe0f}한", &["☑\u{fe0f}", "한"]),
            ("家族は👨\u{200d}👩\u{200d}👧です", &["👨\u{200d}👩\u{200d}👧"]),
            (
                "👨\u{200d}👩\u{200d}👧\u{200d}👦👨\u{200d}👩\u{200d}👧",
                &["👨\u{200d}👩\u{200d}👧\u{200d}👦", "👨\u{200d}👩\u{200d}👧"],
            ),
            ("👍🏽👍", &["👍🏽", "👍"]),
            ("🏃\u{200d}♀\u{fe0f}と❤\u{fe0f}\u{200d}🔥", &["🏃\u{200d}♀\u{fe0f}", "❤\u{fe0f}\u{200d}🔥"]),
            ("🇯🇵🇫🇷、🇯🇵", &["🇯🇵", "🇫🇷"]),
            (
                "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
                &["🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}"],
            ),
            ("1\u{fe0f}\u{20e3}番", &["1\u{fe0f}\u{20e3}"]),
            ("😀\u{200d}", &["😀"]),
            ("😀\u{200d}です", &["😀"]),
        ] {
            assert_eq!(outside(text), wanted, "{text:?}");
        }
        let many: String = ('가'..='힣').collect();
        assert_eq!(outside(&many).len(), NAMED_MOST);
    }

    #[test]
    fn the_three_kinds_of_pages_are_read() {
        let mut table = vec![0, 0x30, 0, 0, 0x31, 2, 5, 9, 2, 0x0b, 40];
        let mut bits = [0; BITS];
        (0..40).for_each(|low: usize| bits[low >> 3] |= 1 << (low & 7));
        table.extend(bits);
        let pages = pages(&table);
        for (character, wanted) in [
            ('\u{3000}', true),
            ('\u{30ff}', true),
            ('\u{3105}', true),
            ('\u{3109}', true),
            ('\u{3106}', false),
            ('\u{20b00}', true),
            ('\u{20b27}', true),
            ('\u{20b28}', false),
            ('a', false),
        ] {
            assert_eq!(holds(&pages, character), wanted, "{character:?}");
        }
    }
}
