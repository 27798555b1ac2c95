//! How questions are put: in やさしい日本語, and with readings over the kanji.
//!
//! What is shown on the screen is asked of a pack that was made for it ([`Pack::put`]); what is written into files and onto paper
//! is asked of the pack itself. In the one that is shown a reading stands between marks that no text of anybody's holds.
//! May know: the pack. Must never know: how a reading is drawn.

use super::{Pack, Text};
use std::borrow::Cow;

/// Before the kanji, between them and their reading, and behind it: code points that Unicode keeps for inside of programs.
const BASE: char = '\u{FDD0}';
const READING: char = '\u{FDD1}';
const END: char = '\u{FDD2}';

/// How Japanese questions are put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// In やさしい日本語, where the pack has it.
    pub easy: bool,
    /// With readings over the kanji.
    pub readings: bool,
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// As it stands.
    Plain(&'a str),
    /// With a reading over it.
    Read(&'a str, &'a str),
}

impl Pack {
    /// The pack with its questions and headings put like that. Cards stay as they are: people's answers stand on them.
    #[must_use]
    pub fn put(&self, manner: Manner) -> Self {
        let mut pack = self.clone();
        let put = |text: &mut Text| text.put(manner);
        for part in &mut pack.sections {
            put(&mut part.title);
            put(&mut part.lead);
        }
        for question in &mut pack.questions {
            // What has no question of its own asks with its label.
            question.title.get_or_insert_with(|| question.label.clone());
            let texts = [
                &mut question.title,
                &mut question.hint,
                &mut question.why,
                &mut question.example,
                &mut question.unsure,
            ];
            texts.into_iter().flatten().for_each(put);
        }
        pack
    }
}

impl Text {
    fn put(&mut self, manner: Manner) {
        if let Some(easy) = self.ja_easy.take().filter(|_| manner.easy) {
            self.ja = easy;
        }
        if manner.readings {
            self.ja = marked(&self.ja);
        }
    }
}

/// `{面談|めんだん}` with marks in place of the braces.
fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, base, reading, after)) = super::first_reading(rest) {
        out.push_str(before);
        out.extend([BASE]);
        out.push_str(base);
        out.push(READING);
        out.push_str(reading);
        out.push(END);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What a marked text is made of. A text without marks is one piece.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let Some((base, after)) = text.strip_prefix(BASE).and_then(|text| text.split_once(READING)) else {
            let end = text.find(BASE).filter(|end| *end > 0).unwrap_or(text.len());
            rest = Some(&text[end..]).filter(|text| !text.is_empty());
            return Some(Piece::Plain(&text[..end])).filter(|_| !text.is_empty());
        };
        let (reading, after) = after.split_once(END).unwrap_or((after, ""));
        rest = Some(after).filter(|text| !text.is_empty());
        Some(Piece::Read(base, reading))
    })
}

/// A text without its marks and readings: for names that are heard, and for the window's title.
pub fn unmarked(text: &str) -> Cow<'_, str> {
    if !text.contains(BASE) {
        return text.into();
    }
    let said = |piece| match piece {
        Piece::Plain(text) | Piece::Read(text, _) => text,
    };
    pieces(text).map(said).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::Piece::{Plain, Read};
    use super::*;

    #[test]
    fn readings_come_between_marks_and_out_of_them() {
        let text = marked("もう{少|すこ}し{増|ふ}える{こと}");
        assert_eq!(unmarked(&text), "もう少し増える{こと}");
        let pieces: Vec<_> = pieces(&text).collect();
        assert_eq!(pieces, [Plain("もう"), Read("少", "すこ"), Plain("し"), Read("増", "ふ"), Plain("える{こと}")]);
    }

    #[test]
    fn words_that_anybody_typed_stay_whole() {
        for text in ["", "朝", "{a|b}", "\u{FDD0}", "a\u{FDD0}b", "\u{FDD0}\u{FDD0}", "\u{FDD1}x\u{FDD2}"] {
            let whole: String = pieces(text)
                .map(|piece| match piece {
                    Plain(text) => text.to_owned(),
                    Read(base, reading) => format!("{base}{reading}"),
                })
                .collect();
            assert_eq!(whole, text, "{text:?}");
        }
    }
}
