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

    /// What stands before the wish and behind it.
    fn around(self, lang: Lang) -> (&'static str, &'static str) {
        match (self, lang) {
            (Self::TalkOver, Lang::Ja) => ("「", "」を、どんな形ならできるか相談したい"),
            (Self::Ask, Lang::Ja) => ("「", "」を、小さく試させてもらえると助かる"),
            (Self::LetKnow, Lang::Ja) => ("「", "」に関心があることを、知っておいてほしい"),
            (Self::TalkOver, Lang::En) => ("Could we talk about what form this could take: “", "”"),
            (Self::Ask, Lang::En) => ("It would help to try this in a small way: “", "”"),
            (Self::LetKnow, Lang::En) => ("Just so you know what interests me: “", "”"),
        }
    }
}

/// The wish as written, without a way of ours around it.
pub fn plain(text: &str) -> &str {
    let ways = Way::ALL.into_iter().flat_map(|way| [Lang::Ja, Lang::En].map(|lang| way.around(lang)));
    for (before, behind) in ways {
        if let Some(wish) = text.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind)) {
            return wish;
        }
    }
    text
}

/// The wish, put in this way.
pub fn put(text: &str, way: Way, lang: Lang) -> String {
    let (before, behind) = way.around(lang);
    format!("{before}{}{behind}", plain(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_wrapped_once_and_comes_back_as_written() {
        for text in ["福祉の窓口に一度立つ", "a", "「引用」で始まる\n二行", "”", "「", "𠮷😊"]
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
