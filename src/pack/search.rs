//! Looking for a card by what somebody types: kanji, kana or English.
//!
//! Width, case, hiragana or katakana make no difference, nor do spaces and the dots between words; a long vowel's mark does.
//! May know: cards. Must never know: what a screen shows of them, what was chosen.
//!
//! *Invariant:* what was typed is looked for and nothing else: it is kept nowhere, and no order follows from it.

use super::{Card, Text, as_read, without_readings};

/// Katakana of half width, U+FF66 to U+FF9D, as hiragana.
const NARROW: &str =
    "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";
/// Letters that take a sound mark, each followed by the letter with it.
const VOICED: &str = "うゔかがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼゝゞ";
/// The same for the half-sound mark.
const HALF_VOICED: &str = "はぱひぴふぷへぺほぽ";
/// What stands between words and means nothing by itself.
const BETWEEN: &str = "・·、。「」『』〔〕【】〈〉《》〜–—…“”‘’";

/// The places of the cards in which every word of the query is found, in their order: all of them for an empty query. A
/// word is found anywhere in the Japanese title, its reading or the note, and in English at the beginning of a word.
pub fn find(cards: &[Card], query: &str) -> Vec<usize> {
    let mut words: Vec<String> = query.split(char::is_whitespace).map(folded).filter(|word| !word.is_empty()).collect();
    words.dedup();
    let fits = |card: &Card| {
        let place = Place::of(card);
        words.iter().all(|word| place.holds(word))
    };
    cards.iter().enumerate().filter(|(_, card)| fits(card)).map(|(at, _)| at).collect()
}

/// Where is looked: everything folded.
struct Place {
    japanese: Vec<String>,
    english: Vec<String>,
}

impl Place {
    fn of(card: &Card) -> Self {
        let mut place = Self { japanese: Vec::new(), english: Vec::new() };
        place.add(&card.title);
        if let Some(note) = &card.note {
            place.add(note);
        }
        if let Some(kana) = &card.kana {
            place.japanese.push(folded(kana));
        }
        place
    }

    fn add(&mut self, text: &Text) {
        self.japanese.push(folded(&without_readings(&text.ja)));
        if text.ja.contains('{') {
            self.japanese.push(folded(&as_read(&text.ja)));
        }
        // From every word on: so that `half day` is found as `half-day` and as `halfday`, and `ai` not in `again`.
        let starts = text.en.char_indices().scan(true, |between, (at, c)| {
            let starts = *between && c.is_alphanumeric();
            *between = !c.is_alphanumeric();
            Some(starts.then_some(at))
        });
        self.english.extend(starts.flatten().map(|at| folded(&text.en[at..])));
    }

    fn holds(&self, word: &str) -> bool {
        self.japanese.iter().any(|text| text.contains(word)) || self.english.iter().any(|text| text.starts_with(word))
    }
}

/// A text in the one spelling that is compared.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        // What has a full width is taken at its own.
        match if ('\u{FF01}'..='\u{FF5E}').contains(&c) { moved(c, 0xFEE0) } else { c } {
            'ﾞ' | '\u{3099}' | '゛' => mark(&mut out, VOICED),
            'ﾟ' | '\u{309A}' | '゜' => mark(&mut out, HALF_VOICED),
            // Which of several forms of one character is meant.
            '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' => {}
            c if c.is_whitespace() || c.is_control() || c.is_ascii_punctuation() || BETWEEN.contains(c) => {}
            '\u{FF61}'..='\u{FF65}' | '\u{200B}'..='\u{200D}' | '\u{FEFF}' => {}
            c => letter(c, &mut out),
        }
    }
    out
}

fn letter(c: char, out: &mut String) {
    match c {
        '\u{FF66}'..='\u{FF9D}' => out.extend(NARROW.chars().nth(c as usize - 0xFF66)),
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => out.push(moved(c, 0x60)),
        c => out.extend(c.to_lowercase()),
    }
}

fn moved(c: char, by: u32) -> char {
    char::from_u32(c as u32 - by).unwrap_or(c)
}

/// Puts a sound mark on the last letter; a mark that belongs to no letter says nothing.
fn mark(out: &mut String, pairs: &str) {
    let Some(last) = out.chars().last() else { return };
    let mut letters = pairs.chars();
    while let (Some(bare), Some(marked)) = (letters.next(), letters.next()) {
        if bare == last {
            out.pop();
            out.push(marked);
            return;
        }
    }
}
