//! Words that other programs take for commands, and somebody who shows just these words.
//! Knows the document.

#![allow(dead_code, reason = "each test takes what it needs")]

use aritai::document::{Audience, Binder, Change, ItemId, Path, Picked, Shape};
use aritai::typed::with_closed_directions;

/// What breaks a spreadsheet, a page, a calendar or an office file that thought it knew what people write.
pub(crate) fn tricky() -> Vec<String> {
    let mut all: Vec<String> = [
        "窓口に来た方が、一度の説明で安心して帰れる。",
        "=1+1",
        "＝1+1",
        "@SUM(A1)",
        "＠あの人に",
        "-2+3",
        "－2",
        "+81",
        "\t=1+1",
        "  =1+1",
        "=cmd|'/c calc'!A1",
        "\"=1+1\",\"x\"",
        "a;=1,b\\n\\",
        "4/1",
        "007",
        "</script><script>alert(1)</script>",
        "]]>",
        "_x000D_",
        "| a | b |",
        "■ 見出しではない",
        "BEGIN:VEVENT",
        "END:VCALENDAR\r\nX:1",
        "\u{202e}さかさ\u{202c}\u{200f}\u{200b}",
        "\u{202e}さかさのまま",
        "一行目\n二行目\n三行目",
        "一行目\u{b}二行目\u{c}三行目",
        "12月5日",
        "April 2027",
        "TRUE",
        "一\r\n二\r三",
        "上\n\n\n下",
        "\n前と後ろ\n",
        "a\u{0}\u{1}\u{7}\u{8}\u{b}\u{c}\u{1b}\u{1f}\u{7f}b",
        "\u{85}\u{2028}\u{2029}\u{feff}\u{fffd}\u{ffff}",
        "👩‍👩‍👧‍👦🏽🇯🇵 か゚ 葛󠄀",
        "髙橋さん、﨑山さん、𠮷野さんと",
    ]
    .map(str::to_owned)
    .to_vec();
    all.push("長い話を、𠮷野さんと。".chars().cycle().take(10_000).collect());
    all.push("=あ".chars().cycle().take(40_000).collect());
    all
}

/// The words as a reader of plain letters sees them: lines are lines, what can't be seen is not there, and
/// what turns letters round ends with its line.
pub(crate) fn readable(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    with_closed_directions(&text).chars().filter(|c| "\n\t".contains(*c) || !c.is_ascii_control()).collect()
}

/// Words that stand in a sentence of the app, without what keeps them apart from it: all that was opened is
/// closed. None of the tricky words isolates anything by itself.
pub(crate) fn unisolated(text: &str) -> String {
    let mut depth = 0;
    for c in text.chars() {
        depth += i32::from(c == '\u{2068}') - i32::from(c == '\u{2069}');
        assert!((0..=1).contains(&depth), "isolated once: {text:.60?}");
    }
    assert_eq!(depth, 0, "isolated to the end: {text:.60?}");
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// Somebody who shows these words, and nothing else.
pub(crate) fn somebody(said: &[(Path, String)]) -> Binder {
    let mut binder = Binder::new(ItemId(1), 1);
    for (path, text) in said {
        let word = Picked { id: String::new(), label: text.clone() };
        binder.apply(Change::Together(vec![
            Change::Added(path.field.kind(), path.item),
            match path.field.shape {
                Shape::Text => Change::Wrote(*path, text.clone()),
                _ => Change::Chose(*path, vec![word]),
            },
            Change::Shared(*path, Audience::Talk, true),
        ]));
    }
    binder
}
