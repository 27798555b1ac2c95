//! Another way to say a wish that is shown: the same intent as something to talk over (相談), to ask for (お願い), or to let the
//! other person know (お知らせ). An offer, to take or leave.
//!
//! May know: the words of a wish, languages. Must never know: which answer it is, who sees it.
//!
//! *Invariant:* what was written stands in each of them letter for letter, and taking one after the other wraps it once.

use crate::pack::Lang;
use crate::wording::{self as w, Words};

/// How a wish is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// 相談
    TalkOver,
    /// お願い
    Ask,
    /// お知らせ
    LetKnow,
}

impl Way {
    /// All of them, from the one that leaves most open.
    pub const ALL: [Self; 3] = [Self::TalkOver, Self::Ask, Self::LetKnow];

    /// Its name.
    pub fn name(self) -> Words {
        match self {
            Self::TalkOver => w::SAFER_TALK,
            Self::Ask => w::SAFER_ASK,
            Self::LetKnow => w::SAFER_KNOW,
        }
    }

    /// What follows the wish: behind its own full stop, and with one where it has none. The two differ in a word, so that it
    /// can be told which it was.
    fn behind(self, lang: Lang) -> [&'static str; 2] {
        match (self, lang) {
            (Self::TalkOver, Lang::Ja) => {
                ["どんな形ならできそうか、相談させてください。", "。どんな形ならできるか、相談させてください。"]
            }
            (Self::Ask, Lang::Ja) => {
                ["小さく一度、試させてもらえると助かります。", "。小さく、一度試させてもらえると助かります。"]
            }
            (Self::LetKnow, Lang::Ja) => [
                "いますぐでなくてかまいません。知っておいてもらえたらうれしいです。",
                "。いますぐの話ではなく、知っておいてもらえたらうれしいです。",
            ],
            (Self::TalkOver, Lang::En) => {
                [" Could we look for a form that would work?", ". Could we find a form that would work?"]
            }
            (Self::Ask, Lang::En) => {
                [" It would help to try it once, in a small way.", ". It would help to try this once, in a small way."]
            }
            (Self::LetKnow, Lang::En) => [
                " No need to decide now; I'd just like you to know.",
                ". Nothing to decide now; I'd just like you to know.",
            ],
        }
    }
}

/// The wish as written, without a way of ours behind it.
pub fn plain(text: &str) -> &str {
    let mut all = Way::ALL.into_iter().flat_map(|way| [Lang::Ja, Lang::En].map(|lang| way.behind(lang))).flatten();
    all.find_map(|behind| text.strip_suffix(behind)).unwrap_or(text)
}

/// The wish, put in this way.
pub fn put(text: &str, way: Way, lang: Lang) -> String {
    let wish = plain(text);
    let [after_stop, with_stop] = way.behind(lang);
    let stops = wish.ends_with(['。', '．', '.', '！', '!', '？', '?', '…', '」', '\n']);
    format!("{wish}{}", if stops { after_stop } else { with_stop })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_wrapped_once_and_comes_back_as_written() {
        for text in ["福祉の窓口に一度立つ", "一度立ちたい。", "a", "Is it?", "「引用」\n二行\n", "「", "𠮷😊", "。"]
        {
            for way in Way::ALL {
                for lang in [Lang::Ja, Lang::En] {
                    let once = put(text, way, lang);
                    assert!(once.contains(text), "{once}");
                    assert_eq!(plain(&once), text);
                    for other in Way::ALL {
                        assert_eq!(put(&once, other, Lang::Ja), put(text, other, Lang::Ja));
                    }
                }
            }
        }
    }
}
