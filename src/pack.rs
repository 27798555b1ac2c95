//! What we ask: wording, order and catalogues, as data that an organisation could write for itself.
//!
//! The standard pack is embedded. What a workplace says otherwise is laid over it (`over.rs`), in a format of its own
//! (`public/packs/overlay.schema.json`); so will be what an organisation says.
//! May know: languages and text. Must never know: anybody's answers, the browser, how a screen is laid out.
//!
//! *Invariant:* ids are permanent. Somebody's saved answer stands on them; a text may be reworded, an id never reused.

mod manner;
mod over;
mod read;
pub mod search;
mod workplace;

pub use manner::{Manner, Piece, pieces, unmarked};
pub use workplace::Workplace;

use crate::json;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The newest pack format this program reads.
pub const FORMAT: u32 = 1;

/// The language of the interface. Japanese comes first; it is what an unknown setting falls back to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// 日本語
    #[default]
    Ja,
    /// English
    En,
}

impl Lang {
    /// What it calls itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Ja => "日本語",
            Self::En => "English",
        }
    }

    /// The code that `<html lang>` and the settings hold.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language of a code such as `en-GB`; anything that is not English is Japanese.
    pub fn from_code(code: &str) -> Self {
        if code.get(..2).is_some_and(|c| c.eq_ignore_ascii_case("en")) { Self::En } else { Self::Ja }
    }
}

/// One text in both languages. The Japanese may carry readings: `{面談|めんだん}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
    /// やさしい日本語, where it differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ja_easy: Option<String>,
}

impl Text {
    /// The text without readings.
    pub fn plain(&self, lang: Lang) -> String {
        match lang {
            Lang::Ja => without_readings(&self.ja),
            Lang::En => self.en.clone(),
        }
    }

    /// Whether somebody who was shown this text, in either language, saw `seen`.
    ///
    /// The English may have had straight quotation marks and apostrophes then. It has curly ones now.
    pub fn reads(&self, seen: &str) -> bool {
        self.en.chars().map(straight).eq(seen.chars().map(straight)) || without_readings(&self.ja) == seen
    }
}

/// A quotation mark or an apostrophe in its straight form; any other character as it is.
fn straight(c: char) -> char {
    match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        c => c,
    }
}

/// `{面談|めんだん}の相手` → `面談の相手`. Braces that are no reading stay as they are.
pub fn without_readings(text: &str) -> String {
    spelled(text, false)
}

/// `{面談|めんだん}の相手` → `めんだんの相手`.
pub(crate) fn as_read(text: &str) -> String {
    spelled(text, true)
}

fn spelled(text: &str, as_read: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, base, reading, after)) = first_reading(rest) {
        out.push_str(before);
        out.push_str(if as_read { reading } else { base });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What stands before the first reading, what it is over, the reading, and the rest. Braces that are no reading are passed over.
fn first_reading(text: &str) -> Option<(&str, &str, &str, &str)> {
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let inside = &text[open + 1..];
        let both = inside.find('}').and_then(|close| Some((inside[..close].split_once('|')?, close)));
        if let Some(((base, reading), close)) = both {
            return Some((&text[..open], base, reading, &inside[close + 1..]));
        }
        from = open + 1;
    }
    None
}

/// A card to pick: a value, an experience, a strength, an obstacle. Which of the optional parts it has depends on its catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Card {
    /// Permanent id, unique in its catalogue.
    pub id: String,
    /// What the card says.
    pub title: Text,
    /// One line more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// The smallest form, one that needs no transfer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub small: Option<Text>,
    /// What to ask, answer or do in return: an obstacle's "then I …", a precedent's re-reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<Text>,
    /// The group it stands in: an id of the catalogue `<catalogue>_groups`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Who can open the door: ids of the catalogue `doors`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub doors: Vec<String>,
    /// How much it takes: an id of the catalogue `efforts`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effort: Option<String>,
    /// Who can grant it: an id of the catalogue `decides`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decides: Option<String>,
    /// Strengths it builds: ids of the catalogue `strengths`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub builds: Vec<String>,
    /// Reading in hiragana, to search by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kana: Option<String>,
    /// Other words for it, to search by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search: Option<SearchWords>,
    /// Offered on the ten-minute path, before 「もっと見る」.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub first: bool,
    /// Sharing it asks once more, as the internal posting does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub careful: bool,
}

/// Other words for a card in each language: what somebody might type who looks for it, and what it does not
/// say itself. They are never shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SearchWords {
    /// Japanese.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ja: Vec<String>,
    /// English.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub en: Vec<String>,
}

/// The words around one field (`wish.scene`) or one kind of item (`experience`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The id of the field or kind in the registry (`document.rs`).
    pub id: String,
    /// A few words, for the outline, the sheet and the exports.
    pub label: Text,
    /// The question as asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Support text, above the control.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
    /// Why we ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
    /// Beginnings of a sentence, to insert at the cursor.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub starters: Vec<Text>,
    /// One example, behind 「例を見る」.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example: Option<Text>,
    /// What is said when someone answers 「まだ分からない」: where that leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsure: Option<Text>,
    /// The catalogue its cards come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cards: Option<String>,
}

/// A section of the walk.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Part {
    /// The id of the section in the registry.
    pub id: String,
    /// Its name on the screen.
    pub title: Text,
    /// One sentence that invites.
    pub lead: Text,
    /// The study's lens behind it, for the glossary only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lens: Option<Text>,
}

/// A question that the registry does not know: an organisation's own. Its answers live in a map by `id`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ExtraQuestion {
    /// Permanent id.
    pub id: String,
    /// The section it is asked in.
    pub section: String,
    /// The question as asked.
    pub title: Text,
    /// Support text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<Text>,
}

/// A whole pack.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pack {
    /// The JSON Schema it follows, for editors.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Format of the pack: [`FORMAT`].
    pub format: u32,
    /// Permanent id of the pack.
    pub id: String,
    /// Version of its words.
    pub version: String,
    /// Its name.
    pub title: Text,
    /// The sections in the order of the walk.
    pub sections: Vec<Part>,
    /// The words around every field and kind.
    pub questions: Vec<Question>,
    /// Cards by catalogue.
    pub catalogues: BTreeMap<String, Vec<Card>>,
    /// The organisation's own questions.
    pub extra: Vec<ExtraQuestion>,
}

/// The standard pack, complete, in both languages: served beside the page at [`STANDARD_PATH`].
pub const STANDARD: &str = include_str!("../public/packs/standard.json");
/// Where the complete standard pack is served, seen from the page.
pub const STANDARD_PATH: &str = "packs/standard.json";
/// What a Japanese page begins with: of the standard pack what the first screens show, in Japanese, without readings and
/// search words. It is embedded, so that a first visit loads nothing that it doesn't show. Derived from [`STANDARD`];
/// `tests/pack_embedded.rs` holds the two together (and writes it anew when blessed).
pub const STANDARD_JA: &str = include_str!("pack/standard.ja.json");

/// Why a pack can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// Not JSON of the pack's shape; with the parser's words for the author.
    Shape(String),
    /// Written for a newer program.
    Newer(u32),
}

fn parsed(text: &str) -> Result<Value, PackError> {
    json::read(text, u8::MAX).map_err(|e| PackError::Shape(e.to_string()))
}

impl Pack {
    /// Reads a pack.
    ///
    /// # Errors
    /// [`PackError`], when it is no pack or one for a newer program.
    pub fn read(text: &str) -> Result<Self, PackError> {
        Self::of(parsed(text)?)
    }

    /// Reads the standard pack with one of our own laid over it, which the tests have looked at.
    ///
    /// # Errors
    /// [`PackError`], when either is not one of ours.
    pub fn read_own_over(below: &str, above: &str) -> Result<Self, PackError> {
        let mut pack = parsed(below)?;
        over::lay_own(&mut pack, parsed(above)?);
        if let Value::Object(pack) = &mut pack {
            pack.remove("over");
        }
        Self::of(pack)
    }

    /// Reads a pack with anybody's laid over it, which holds only what it says otherwise.
    ///
    /// # Errors
    /// [`PackError`], when either is no pack, or the one above would change what no pack may change.
    pub fn read_over(below: &str, above: &str) -> Result<Self, PackError> {
        let mut pack = parsed(below)?;
        over::lay(&mut pack, parsed(above)?).map_err(PackError::Shape)?;
        Self::of(pack)
    }

    fn of(value: Value) -> Result<Self, PackError> {
        let (pack, wrong) = read::pack(value);
        if let Some(wrong) = wrong {
            return Err(PackError::Shape(wrong));
        }
        if pack.format > FORMAT { Err(PackError::Newer(pack.format)) } else { Ok(pack) }
    }

    /// The embedded Japanese pack. Its English is empty.
    pub fn japanese() -> Self {
        // Tests read it at every run: it is JSON.
        read::pack(json::read(STANDARD_JA, 0).unwrap_or_default()).0
    }

    /// Whether the pack has words in this language.
    pub fn speaks(&self, lang: Lang) -> bool {
        !self.title.plain(lang).is_empty()
    }

    /// The cards of a catalogue; none where the pack has no such catalogue.
    pub fn cards(&self, catalogue: &str) -> &[Card] {
        self.catalogues.get(catalogue).map_or(&[], Vec::as_slice)
    }

    /// One card, also one that is hidden: somebody may have chosen it where it was not.
    pub fn card(&self, catalogue: &str, id: &str) -> Option<&Card> {
        let hidden = self.cards(&[over::HIDDEN, catalogue].concat());
        self.cards(catalogue).iter().chain(hidden).find(|c| c.id == id)
    }

    /// The words around a field or kind.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|q| q.id == id)
    }

    /// The name of a section.
    pub fn part(&self, id: &str) -> Option<&Part> {
        self.sections.iter().find(|s| s.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_set_aside() {
        for (text, plain) in [
            ("{面談|めんだん}の相手", "面談の相手"),
            ("{a}{力|ちから}", "{a}力"),
            ("{", "{"),
            ("{力|ちから", "{力|ちから"),
            ("なし", "なし"),
        ] {
            assert_eq!(without_readings(text), plain);
        }
    }

    #[test]
    fn a_text_is_known_with_straight_and_with_curly_quotes() {
        let text = |ja: &str, en: &str| Text { ja: ja.to_owned(), en: en.to_owned(), ja_easy: None };
        for (en, seen, known) in [
            ("It’s “fine”", "It’s “fine”", true),
            ("It’s “fine”", "It's \"fine\"", true),
            ("It's \"fine\"", "It’s “fine”", true),
            ("‘It’s’", "'It's'", true),
            ("It’s “fine”", "It's fine", false),
            ("It’s “fine”", "It's 'fine'", false),
            ("It’s “fine”", "It’s “fine” ", false),
            ("It’s “fine”", "", false),
        ] {
            assert_eq!(text("{力|ちから}", en).reads(seen), known, "{seen:?} of {en:?}");
        }
        assert!(text("{力|ちから}", "Strength").reads("力"));
        assert!(!text("“力”", "Strength").reads("\"力\""));
    }
}
