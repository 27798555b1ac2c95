//! Looking for a card by what somebody types: kanji, kana or English.
//!
//! Width, case, hiragana or katakana make no difference, nor do spaces, the dots between words, how a long
//! vowel is written (「サーバ」 and 「さーばあ」), the kana between kanji (「打合せ」 and 「打ち合わせ」), and the endings and the
//! spelling of English words (`negotiate` and `negotiation`, `organise` and `organize`). May know: cards.
//! Must never know: what a screen shows of them, what was chosen.
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
/// The kana of each vowel, and what makes a vowel long after them: 「おう」 and 「えい」 as kana are usually spelled.
const LONG: [(&str, char); 5] = [
    ("あかさたなはまやらわがざだばぱぁゃ", 'あ'),
    ("いきしちにひみりぎじびぴぃ", 'い'),
    ("うくすつぬふむゆるぐずぶぷゔぅゅっ", 'う'),
    ("えけせてねへめれげぜでべぺぇ", 'い'),
    ("おこそとのほもよろをごぞどぼぽぉょ", 'う'),
];
/// Endings of English words in the spelling that is compared, each with how many letters it leaves at least.
/// The first that leaves enough of a word is taken off.
const ENDINGS: [(&str, usize); 27] = [
    ("isations", 4),
    ("isation", 4),
    ("ational", 4),
    ("ations", 3),
    ("ation", 3),
    ("ements", 4),
    ("ement", 4),
    ("ments", 4),
    ("ment", 4),
    ("ings", 3),
    ("ing", 3),
    ("ions", 4),
    ("ion", 4),
    ("ive", 4),
    ("ical", 4),
    ("ied", 3),
    ("ies", 3),
    ("ers", 4),
    ("ors", 4),
    ("er", 4),
    ("or", 4),
    ("ise", 4),
    ("ed", 4),
    ("es", 3),
    ("e", 4),
    ("s", 3),
    ("y", 4),
];
/// Endings behind `analy`, which no other ending tells apart.
const ANALYSIS: [&str; 10] = ["sis", "ses", "se", "sed", "sing", "st", "sts", "tics", "tical", "sers"];

/// The cards of a catalogue as they are looked through: all that would be the same at every key is done once.
#[derive(Clone, Debug, Default)]
pub struct Index {
    cards: Vec<Place>,
}

impl Index {
    /// Of these cards.
    pub fn of(cards: &[Card]) -> Self {
        Self { cards: cards.iter().map(Place::of).collect() }
    }

    /// The places of the cards in which every word of the query is found, in their order: all of them for an
    /// empty query. A word is found anywhere in the Japanese title, its reading, the note or the search
    /// words, and in English at the beginning of a word.
    pub fn find(&self, query: &str) -> Vec<usize> {
        let mut words: Vec<Word> = query.split(char::is_whitespace).filter_map(Word::of).collect();
        words.dedup();
        let fits = |place: &Place| words.iter().all(|word| place.holds(word));
        self.cards.iter().enumerate().filter(|(_, place)| fits(place)).map(|(at, _)| at).collect()
    }
}

/// [`Index::find`], where one looks only once.
pub fn find(cards: &[Card], query: &str) -> Vec<usize> {
    Index::of(cards).find(query)
}

/// A word of a query, in the spellings that are compared.
#[derive(Debug, PartialEq, Eq)]
struct Word {
    japanese: String,
    /// With its long vowels in one spelling.
    long: String,
    /// Its kanji alone, where kana stand between or behind several of them.
    kanji: Option<String>,
    english: String,
}

impl Word {
    fn of(typed: &str) -> Option<Self> {
        let folded = folded(typed);
        // At the end of a word it is often left out: 「サーバー」 is 「サーバ」.
        let japanese = folded.strip_suffix('ー').unwrap_or(&folded).to_owned();
        // Katakana are a word of their own, and no part of one that begins with a kanji.
        let is_katakana = |c: char| matches!(c, 'ァ'..='ヶ' | 'ー' | '\u{FF66}'..='\u{FF9D}');
        let kanji = without_kana(&japanese).filter(|kanji| kanji.chars().nth(1).is_some());
        let kanji = kanji.filter(|_| !typed.contains(is_katakana));
        let english = spelled(&folded);
        let english = if english.is_ascii() { stem(&english).to_owned() } else { english };
        let word = Self { long: long(&japanese), japanese, kanji, english };
        (!word.japanese.is_empty()).then_some(word)
    }
}

/// Where is looked: everything folded.
#[derive(Clone, Debug, Default)]
struct Place {
    japanese: Vec<String>,
    /// The same without its kana, where that is something else.
    kanji: Vec<String>,
    /// English texts, each with where its words begin.
    english: Vec<(String, Vec<usize>)>,
}

impl Place {
    fn of(card: &Card) -> Self {
        let mut place = Self::default();
        for text in [Some(&card.title), card.note.as_ref()].into_iter().flatten() {
            place.add(text);
        }
        if let Some(kana) = &card.kana {
            place.add_japanese(kana);
        }
        if let Some(words) = &card.search {
            words.ja.iter().for_each(|word| place.add_japanese(word));
            words.en.iter().for_each(|word| place.add_english(word));
        }
        place
    }

    fn add(&mut self, text: &Text) {
        self.add_japanese(&without_readings(&text.ja));
        if text.ja.contains('{') {
            self.add_japanese(&as_read(&text.ja));
        }
        self.add_english(&text.en);
    }

    fn add_japanese(&mut self, text: &str) {
        let japanese = folded(text);
        let long = long(&japanese);
        self.kanji.extend(without_kana(&japanese));
        // As it stands too: in 「での応対」 read aloud, no vowel is long where the next word begins.
        if long != japanese {
            self.japanese.push(long);
        }
        self.japanese.push(japanese);
    }

    /// From every word on: so that `half day` is found as `half-day` and as `halfday`, and `ai` not in
    /// `again`.
    fn add_english(&mut self, text: &str) {
        let (mut all, mut starts) = (String::with_capacity(text.len()), Vec::new());
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            let word = spelled(&folded(word));
            if !word.is_empty() {
                starts.push(all.len());
                all.push_str(&word);
            }
        }
        self.english.push((all, starts));
    }

    fn holds(&self, word: &Word) -> bool {
        let begins =
            |(text, starts): &(String, Vec<usize>)| starts.iter().any(|at| text[*at..].starts_with(&word.english));
        self.japanese.iter().any(|text| text.contains(&word.japanese) || text.contains(&word.long))
            || word.kanji.as_ref().is_some_and(|kanji| self.kanji.iter().any(|text| text.contains(kanji)))
            || self.english.iter().any(begins)
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
        // A long vowel's mark, as it is typed on many keyboards.
        '‐' | '−' | '―' | '─' if out.chars().last().is_some_and(is_kana) => out.push('ー'),
        c => out.extend(c.to_lowercase()),
    }
}

fn moved(c: char, by: u32) -> char {
    char::from_u32(c as u32 - by).unwrap_or(c)
}

fn is_kana(c: char) -> bool {
    ('ぁ'..='ゖ').contains(&c) || c == 'ー'
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

/// Long vowels in one spelling, and kana that sound alike: a folded text whose long vowels are あ, い and う,
/// whose ぢ and づ are じ and ず, and whose ゔ is a b.
fn long(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let last = out.chars().last();
        let lengthened = last.and_then(|last| LONG.iter().find(|(of, _)| of.contains(last)));
        out.push(match (c, lengthened) {
            ('ー', Some((_, vowel))) => *vowel,
            // お behind an お, え behind an え.
            ('お', Some((of, vowel))) if of.starts_with('お') => *vowel,
            ('え', Some((of, vowel))) if of.starts_with('え') => *vowel,
            ('ぢ', _) => 'じ',
            ('づ', _) => 'ず',
            ('ゔ', _) => {
                let small = "ぁばぃびぇべぉぼ";
                let at = chars.peek().and_then(|next| small.chars().step_by(2).position(|c| c == *next));
                if at.is_some() {
                    chars.next();
                }
                at.and_then(|at| small.chars().nth(2 * at + 1)).unwrap_or('ぶ')
            }
            (c, _) => c,
        });
    }
    out
}

/// What is left of a text without its kana; `None` where it has none, or nothing else.
fn without_kana(text: &str) -> Option<String> {
    let left: String = text.chars().filter(|c| !is_kana(*c)).collect();
    (!left.is_empty() && left.len() < text.len()).then_some(left)
}

/// An English word in one spelling: s for z, o for ou, one letter for a doubled one. The beginning of a word
/// is spelled as the beginning of the whole.
fn spelled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if c == 'z' { 's' } else { c };
        match out.chars().last() {
            Some(last) if last == c && c.is_ascii_alphabetic() => {}
            Some('o') if c == 'u' => {}
            _ => out.push(c),
        }
    }
    out
}

/// A word of English without its ending.
fn stem(word: &str) -> &str {
    if let Some(rest) = word.strip_prefix("analy").filter(|rest| ANALYSIS.contains(rest)) {
        return &word[..word.len() - rest.len()];
    }
    let left = |(ending, least): &(&str, usize)| word.strip_suffix(ending).filter(|stem| stem.len() >= *least);
    ENDINGS.iter().find_map(left).unwrap_or(word)
}
