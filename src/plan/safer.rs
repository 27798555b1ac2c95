//! Another way to say a wish that is shown: the same intent as something to talk over (相談), to ask for (お願い), or to let the
//! other person know (お知らせ). An offer, to take or leave, and only where it makes a sentence one would say.
//!
//! Whether a way fits is told by the answer's card, by whether a small form goes with it, and by how the
//! words end; what the words mean is not looked at. Where nothing fits, nothing is offered. May know: the
//! words of a wish, its card, languages. Must never know: documents, who sees it.
//!
//! *Invariant:* what was written stands in each of them letter for letter, and taking one after the other wraps it once.

use crate::document::order::sorted;
use crate::pack::{Card, Lang};
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

/// What the words are the words of.
#[derive(Clone, Copy, Debug)]
pub enum Of<'a> {
    /// A topic for the talk.
    Topic,
    /// An ask: its card, empty for words of one's own, and whether a small form goes with it.
    Ask(&'a str, bool),
    /// An experience: its card, `None` for words of one's own, and whether a small form goes with it.
    Experience(Option<&'a Card>, bool),
}

/// How words end, which decides what can follow them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    /// Something to do: 「同席する」, `Sit in on a meeting`.
    Act,
    /// What one wants to do: 「同席したい」, `I'd like to …`.
    Wish,
    /// What one wants of somebody: 「伝えてほしい」, `Let me …`.
    Request,
    /// Whatever nothing can be put behind: a question, 「〜ください」, a noun.
    Closed,
}

/// Asks that are for something of which the form is still to be found.
const OPEN_ASKS: [&str; 7] = ["part", "sit-in", "introduce", "time", "lighten", "speak", "course"];
/// Asks for something that one would do oneself, and could try once.
const TRIED_ASKS: [&str; 3] = ["part", "sit-in", "speak"];

/// What closes a sentence.
const STOPS: [char; 10] = ['。', '．', '.', '！', '!', '？', '?', '…', '」', '\n'];
/// Japanese endings after which no sentence of ours can follow, though they look like verbs.
const CLOSED: [&str; 17] = [
    "ます",
    "です",
    "でしょう",
    "だろう",
    "よう",
    "そう",
    "とう",
    "一つ",
    "二つ",
    "三つ",
    "ひとつ",
    "なく",
    "よく",
    "らしく",
    "ある",
    "いる",
    "どうする",
];
/// The endings of verbs as they stand in a dictionary.
const VERBS: [char; 9] = ['う', 'く', 'ぐ', 'す', 'つ', 'ぬ', 'ぶ', 'む', 'る'];
/// How one asks in Japanese.
const REQUESTS: [&str; 4] = ["ほしい", "欲しい", "もらいたい", "いただきたい"];
/// Wishes that are wishes to talk already.
const TALKS: [&str; 5] = ["相談したい", "話したい", "話し合いたい", "聞きたい", "伝えたい"];
/// How one wishes in English.
const WISHES_EN: [&str; 5] = ["i'd like to ", "i would like to ", "i want to ", "i'd love to ", "i hope to "];
/// How one asks in English.
const REQUESTS_EN: [&str; 4] = ["let me ", "give me ", "introduce me ", "put me forward "];
/// How English sentences begin that are no thing to do.
const CLOSED_EN: [&str; 14] =
    ["i ", "i'", "we ", "my ", "our ", "the ", "a ", "an ", "could ", "can ", "would ", "please ", "how ", "what "];

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

    /// What follows the wish: behind its own full stop; with one where it has none; behind something to do;
    /// and behind what one wants. No two of them end alike, so that it can be told which it was.
    fn behind(self, lang: Lang) -> [&'static str; 4] {
        match (self, lang) {
            (Self::TalkOver, Lang::Ja) => [
                "どんな形ならできそうか、相談させてください。",
                "。どんな形ならできるか、相談させてください。",
                "ことについて、どんな形でできそうか、相談させてください。",
                "と思っています。どんな形でできるか、相談させてください。",
            ],
            (Self::Ask, Lang::Ja) => [
                "小さく一度、試させてもらえると助かります。",
                "。小さく、一度試させてもらえると助かります。",
                "ことを、小さく一度試させてもらえると助かります。",
                "と思っています。まず小さく試させてもらえると助かります。",
            ],
            (Self::LetKnow, Lang::Ja) => [
                "いますぐでなくてかまいません。知っておいてもらえたらうれしいです。",
                "。いますぐの話ではなく、知っておいてもらえたらうれしいです。",
                "ことに関心があります。いますぐではなくても、知っておいてもらえたらうれしいです。",
                "と思っています。急ぎではありませんが、知っておいてもらえたらうれしいです。",
            ],
            (Self::TalkOver, Lang::En) => [
                " Could we look for a way that would work?",
                ". Could we find a way that would work?",
                ": could we find a way to do this?",
                ". Could we find a way to do that?",
            ],
            (Self::Ask, Lang::En) => [
                " It would help to try it once, in a small way.",
                ". It would help to try this once, in a small way.",
                ": it would help to try this once, on a small scale.",
                ". It would help to start small and try it once.",
            ],
            (Self::LetKnow, Lang::En) => [
                " No need to decide now; I’d just like you to know.",
                ". Nothing to decide now; I’d just like you to know.",
                ": it needn’t be now, but I’d like you to know I’m interested.",
                ". It needn’t be now; I just wanted you to know.",
            ],
        }
    }
}

/// The ways in which this can be put. None where the words, or what they are the words of, leave no room for
/// it.
pub fn ways(of: Of, text: &str) -> Vec<Way> {
    let wish = plain(text);
    let (lang, ending) = (language(wish), ending(wish, of));
    let talks = TALKS.iter().any(|end| core(wish).ends_with(end));
    let fits = |way: &Way| match (of, ending) {
        (_, Ending::Closed) | (Of::Topic, Ending::Act) | (Of::Experience(..), Ending::Request) => false,
        (Of::Topic, Ending::Wish) => *way != Way::Ask && !talks,
        (Of::Topic, Ending::Request) => *way == Way::TalkOver,
        (Of::Ask(card, small), _) => {
            let own = card.is_empty();
            match way {
                Way::TalkOver => !talks && (own || OPEN_ASKS.contains(&card)),
                // One tries what one does oneself, and small is what has a small form.
                Way::Ask => small && !talks && if own { tries(wish, ending, lang) } else { TRIED_ASKS.contains(&card) },
                Way::LetKnow => false,
            }
        }
        (Of::Experience(card, small), Ending::Act | Ending::Wish) => match way {
            Way::TalkOver => !talks && !card.is_some_and(|card| card.careful),
            Way::Ask => small && card.is_none_or(can_be_tried),
            Way::LetKnow => true,
        },
    };
    Way::ALL.into_iter().filter(fits).collect()
}

/// Whether an experience can be tried once with the supervisor's leave.
fn can_be_tried(card: &Card) -> bool {
    let near = card.doors.iter().any(|door| door == "boss");
    near && !card.careful && card.effort.as_deref() != Some("large")
}

/// Whether words of one's own ask for something that one would do oneself.
fn tries(wish: &str, ending: Ending, lang: Lang) -> bool {
    match lang {
        Lang::Ja => ending == Ending::Wish || core(wish).ends_with("させてほしい"),
        Lang::En => ending == Ending::Wish || wish.to_lowercase().starts_with("let me "),
    }
}

/// The wish as written, without a way of ours behind it.
pub fn plain(text: &str) -> &str {
    let all: Vec<&str> =
        Way::ALL.into_iter().flat_map(|way| [Lang::Ja, Lang::En].map(|lang| way.behind(lang))).flatten().collect();
    let longest_first = sorted(all, |a, b| b.len().cmp(&a.len()));
    longest_first.into_iter().find_map(|behind| text.strip_suffix(behind)).unwrap_or(text)
}

/// The wish, put in this way, in its own language.
pub fn put(of: Of, text: &str, way: Way) -> String {
    let wish = plain(text);
    let [after_stop, with_stop, after_act, after_wish] = way.behind(language(wish));
    let behind = match ending(wish, of) {
        _ if wish.ends_with(STOPS) => after_stop,
        Ending::Act => after_act,
        // 「〜たいです」 is a sentence already.
        Ending::Wish | Ending::Request if core(wish).ends_with('い') || language(wish) == Lang::En => after_wish,
        _ => with_stop,
    };
    format!("{wish}{behind}")
}

/// The language of a text: Japanese where there is anything Japanese in it.
fn language(text: &str) -> Lang {
    let japanese = |c: char| ('\u{3040}'..='\u{30FF}').contains(&c) || ('\u{3400}'..='\u{9FFF}').contains(&c);
    if text.chars().any(japanese) { Lang::Ja } else { Lang::En }
}

/// The words without what closes them.
fn core(text: &str) -> &str {
    text.trim_end().trim_end_matches(STOPS).trim_end()
}

fn ending(text: &str, of: Of) -> Ending {
    let whole = text.trim_end();
    let core = core(text);
    if core.is_empty() || whole.ends_with(['？', '?', '」']) {
        return Ending::Closed;
    }
    if language(text) == Lang::En { ending_en(core, of) } else { ending_ja(core) }
}

fn ending_ja(core: &str) -> Ending {
    let polite = ["です", "と思います", "と思っています", "と考えています"];
    let bare = polite.iter().find_map(|polite| core.strip_suffix(polite)).unwrap_or(core);
    if REQUESTS.iter().any(|end| bare.ends_with(end)) {
        Ending::Request
    } else if bare.ends_with("たい") {
        Ending::Wish
    } else if core.ends_with(VERBS) && !CLOSED.iter().any(|end| core.ends_with(end)) {
        Ending::Act
    } else {
        Ending::Closed
    }
}

/// Only an experience is a thing to do: elsewhere a sentence without a beginning of its own could be
/// anything.
fn ending_en(core: &str, of: Of) -> Ending {
    let lower = core.to_lowercase().replace('’', "'");
    let begins = |all: &[&str]| all.iter().any(|begin| lower.starts_with(begin));
    if begins(&WISHES_EN) {
        Ending::Wish
    } else if begins(&REQUESTS_EN) || matches!(of, Of::Ask("lighten", _)) {
        Ending::Request
    } else if matches!(of, Of::Experience(..)) && !begins(&CLOSED_EN) && core.contains(' ') {
        Ending::Act
    } else {
        Ending::Closed
    }
}

#[cfg(test)]
mod tests {
    use super::Way::{Ask, LetKnow, TalkOver};
    use super::*;
    use crate::pack::{Pack, STANDARD};

    const ANY: [Of; 3] = [Of::Topic, Of::Ask("", true), Of::Experience(None, true)];

    #[test]
    fn a_wish_is_wrapped_once_and_comes_back_as_written() {
        let texts = [
            "福祉の窓口に一度立つ",
            "一度立ちたい。",
            "一度立ちたい",
            "一度立ちたいと思っています",
            "立つことについて",
            "a",
            "Is it?",
            "Stand at the counter",
            "I'd like to stand there",
            "「引用」\n二行\n",
            "「",
            "𠮷😊",
            "。",
        ];
        for text in texts {
            for of in ANY {
                for way in Way::ALL {
                    let once = put(of, text, way);
                    assert!(once.starts_with(text), "{once}");
                    assert_eq!(plain(&once), text);
                    assert_eq!(ways(of, &once), ways(of, text), "{once}");
                    for other in Way::ALL {
                        assert_eq!(put(of, &once, other), put(of, text, other));
                    }
                }
            }
        }
    }

    #[test]
    fn no_way_ends_as_another_does() {
        let all: Vec<&str> =
            Way::ALL.into_iter().flat_map(|way| [Lang::Ja, Lang::En].map(|l| way.behind(l))).flatten().collect();
        for (at, one) in all.iter().enumerate() {
            let alike = all.iter().enumerate().filter(|(other, behind)| *other != at && one.ends_with(*behind)).count();
            assert_eq!(alike, 0, "{one}");
        }
    }

    /// What is offered for words of one's own, by how they end.
    #[test]
    fn it_is_offered_where_it_makes_a_sentence() {
        let own = Of::Experience(None, true);
        let check = |of: Of, text: &str, wanted: &[Way]| assert_eq!(ways(of, text), wanted, "{text} as {of:?}");
        check(own, "福祉の窓口に一度立つ", &[TalkOver, Ask, LetKnow]);
        check(own, "朝のバスに一便乗って、混み方を見る", &[TalkOver, Ask, LetKnow]);
        check(own, "一度、窓口に立ちたい", &[TalkOver, Ask, LetKnow]);
        check(own, "一度、窓口に立ちたいです。", &[TalkOver, Ask, LetKnow]);
        check(Of::Experience(None, false), "福祉の窓口に一度立つ", &[TalkOver, LetKnow]);
        check(own, "福祉の窓口", &[]);
        check(own, "窓口に立てますか", &[]);
        check(own, "窓口に立てますか？", &[]);
        check(own, "窓口に立ちます", &[]);
        check(own, "窓口に立った", &[]);
        check(own, "話を聞いてほしい", &[]);
        check(own, "やってみたいことが、まだ一つ", &[]);
        check(own, "「窓口」", &[]);
        check(own, "🙂", &[]);
        check(own, "", &[]);
        check(own, "Stand at the welfare counter once", &[TalkOver, Ask, LetKnow]);
        check(own, "I'd like to stand at the counter", &[TalkOver, Ask, LetKnow]);
        check(own, "I’d like to stand at the counter.", &[TalkOver, Ask, LetKnow]);
        check(own, "Could I stand at the counter?", &[]);
        check(own, "The welfare counter", &[]);
        check(own, "Counter", &[]);
        check(Of::Ask("", true), "欠員のことを人事に伝えてほしい", &[TalkOver]);
        check(Of::Ask("", true), "夕方の打合せの結論を残してほしい。", &[TalkOver]);
        check(Of::Ask("", true), "次の打合せに同席させてほしい", &[TalkOver, Ask]);
        check(Of::Ask("", false), "次の打合せに同席させてほしい", &[TalkOver]);
        check(Of::Ask("", true), "一度、自分で進めてみたい", &[TalkOver, Ask]);
        check(Of::Ask("", true), "分担を相談したい", &[]);
        check(Of::Ask("", true), "半日だけ窓口を代わってください", &[]);
        check(Of::Ask("", true), "窓口を代わってもらえますか。", &[]);
        check(Of::Ask("", true), "お願いします", &[]);
        check(Of::Ask("", true), "Let me sit in on the next meeting", &[TalkOver, Ask]);
        check(Of::Ask("", true), "Could someone cover the counter for half a day?", &[]);
        check(Of::Ask("", true), "Someone to cover the counter", &[]);
        check(Of::Topic, "照会の取りまとめを手放し、係員と話す時間に替えたい", &[TalkOver, LetKnow]);
        check(Of::Topic, "この分野を長く続ける道を相談したい。", &[]);
        check(Of::Topic, "夕方に決まったことに、翌朝どう追いつくか。", &[]);
        check(Of::Topic, "わたしがいない晩の判断を、どう回すか", &[]);
        check(Of::Topic, "外に出る日の窓口を、どう回せるでしょう。", &[]);
        check(Of::Topic, "人手のこと", &[]);
        check(Of::Topic, "四月だけ、もう一人ほしい", &[TalkOver]);
        check(Of::Topic, "I'd like to let go of collating inquiries", &[TalkOver, LetKnow]);
        check(Of::Topic, "Could inquiries go to the person in charge?", &[]);
        check(Of::Topic, "Staffing", &[]);
    }

    #[test]
    fn what_is_offered_reads_as_one_would_say_it() {
        for (of, text, way, says) in [
            (
                Of::Experience(None, true),
                "他課の打合せに同席する",
                Ask,
                "他課の打合せに同席することを、小さく一度試させてもらえると助かります。",
            ),
            (
                Of::Experience(None, true),
                "他課の打合せに同席する。",
                Ask,
                "他課の打合せに同席する。小さく一度、試させてもらえると助かります。",
            ),
            (
                Of::Ask("", true),
                "欠員のことを人事に伝えてほしい",
                TalkOver,
                "欠員のことを人事に伝えてほしいと思っています。どんな形でできるか、相談させてください。",
            ),
            (
                Of::Topic,
                "係員と話す時間に替えたい",
                LetKnow,
                "係員と話す時間に替えたいと思っています。急ぎではありませんが、知っておいてもらえたらうれしいです。",
            ),
            (
                Of::Topic,
                "係員と話す時間に替えたいです",
                TalkOver,
                "係員と話す時間に替えたいです。どんな形ならできるか、相談させてください。",
            ),
            (
                Of::Experience(None, true),
                "Sit in on another section's meeting",
                TalkOver,
                "Sit in on another section's meeting: could we find a way to do this?",
            ),
            (
                Of::Ask("sit-in", true),
                "Let me sit in on a meeting",
                TalkOver,
                "Let me sit in on a meeting. Could we find a way to do that?",
            ),
        ] {
            assert_eq!(put(of, text, way), says);
        }
    }

    /// Every card of the pack, in both languages, is offered what fits it.
    #[test]
    fn every_card_is_offered_what_fits_it() {
        let pack = Pack::read(STANDARD).unwrap_or_default();
        for card in pack.cards("asks") {
            for lang in [Lang::Ja, Lang::En] {
                let here = ways(Of::Ask(&card.id, true), &card.title.plain(lang));
                let open = OPEN_ASKS.contains(&card.id.as_str());
                assert_eq!(here.contains(&TalkOver), open, "{} in {lang:?}", card.id);
                assert_eq!(here.contains(&Ask), TRIED_ASKS.contains(&card.id.as_str()), "{} in {lang:?}", card.id);
                assert!(!here.contains(&LetKnow), "{} in {lang:?}", card.id);
            }
        }
        for card in pack.cards("experiences") {
            for lang in [Lang::Ja, Lang::En] {
                let here = ways(Of::Experience(Some(card), true), &card.title.plain(lang));
                assert!(here.contains(&LetKnow), "{} in {lang:?}: {here:?}", card.id);
                assert_eq!(here.contains(&TalkOver), card.id != "x21", "{} in {lang:?}", card.id);
                assert_eq!(here.contains(&Ask), can_be_tried(card), "{} in {lang:?}", card.id);
            }
        }
        let tried = |id: &str| pack.card("experiences", id).is_some_and(can_be_tried);
        assert!(tried("x04") && !tried("x21") && !tried("x22"), "a transfer can't be tried once");
    }
}
