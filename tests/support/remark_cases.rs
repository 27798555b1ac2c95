//! For every rule of the remarks: people to whom it speaks, and people to whom it says nothing.
//! Written as in `sources.rs`; knows no sentence (those are in `golden/remark-sentences.txt`).

/// A rule, those it speaks to, and those it leaves alone; each with why.
pub(crate) struct Table {
    pub(crate) rule: &'static str,
    pub(crate) speaks: &'static [(&'static str, &'static str)],
    pub(crate) silent: &'static [(&'static str, &'static str)],
}

pub(crate) const TABLES: [Table; 25] = [
    Table {
        rule: "posting-shown",
        speaks: &[("the posting is shown", r#"{"experience":[{"what":"x21","talk":["what"]}]}"#)],
        silent: &[
            ("the posting is private", r#"{"experience":[{"what":"x21"}]}"#),
            ("only HR sees it", r#"{"experience":[{"what":"x21","hr":["what"]}]}"#),
            ("another experience is shown", r#"{"experience":[{"what":"x04","talk":["what"]},{"what":"x21"}]}"#),
        ],
    },
    Table {
        rule: "rest-shown",
        speaks: &[(
            "shown as one to use",
            r#"{"strength":[{"what":"s13","aim":"use","feeling":"rest","talk":["what","aim"]}]}"#,
        )],
        silent: &[
            ("not shown", r#"{"strength":[{"what":"s13","aim":"use","feeling":"rest"}]}"#),
            (
                "the wish to rest is shown too",
                r#"{"strength":[{"what":"s13","aim":"use","feeling":"rest","talk":["what","aim","feeling"]}]}"#,
            ),
            (
                "more of it is welcome",
                r#"{"strength":[{"what":"s13","aim":"use","feeling":"more","talk":["what","aim"]}]}"#,
            ),
        ],
    },
    Table {
        rule: "load-no-ask",
        speaks: &[
            ("no time", r#"{"step":[{"what":"関係する規程を15分読む","stop":["o-time"]}]}"#),
            (
                "one of several reasons is load",
                r#"{"step":[{"what":"関係する規程を15分読む","stop":["o-later","o-hands"]}]}"#,
            ),
        ],
        silent: &[
            (
                "something is asked",
                r#"{"step":[{"what":"関係する規程を15分読む","stop":["o-time"]}],"ask":[{"what":"listen"}]}"#,
            ),
            (
                "the answer is that nothing is needed",
                r#"{"step":[{"what":"関係する規程を15分読む","stop":["o-time"]}],"ask":[{"what":"none"}]}"#,
            ),
            (
                "a task is to be dropped",
                r#"{"step":[{"what":"関係する規程を15分読む","stop":["o-time"]}],"experience":[{"what":"x38"}]}"#,
            ),
            ("another reason", r#"{"step":[{"what":"関係する規程を15分読む","stop":["o-later"]}]}"#),
            ("the step is done", r#"{"step":[{"what":"関係する規程を15分読む","stop":["o-time"],"state":"done"}]}"#),
        ],
    },
    Table {
        rule: "change-no-ask",
        speaks: &[(
            "something is to shrink",
            r#"{"wish":{"line":"朝に余白のある係"},"drift":{"change":"毎週の進捗表をやめる。","change_kind":"less"}}"#,
        )],
        silent: &[
            (
                "something is asked",
                r#"{"wish":{"line":"余白"},"drift":{"change":"進捗表をやめる","change_kind":"less"},"ask":[{"what":"lighten"}]}"#,
            ),
            (
                "something is to be tried",
                r#"{"wish":{"line":"余白"},"drift":{"change":"一度話す","change_kind":"try"}}"#,
            ),
            ("the wish is empty", r#"{"drift":{"change":"進捗表をやめる","change_kind":"less"}}"#),
            ("no words", r#"{"wish":{"line":"余白"},"drift":{"change":" ","change_kind":"less"}}"#),
        ],
    },
    Table {
        rule: "first-hardly-met",
        speaks: &[
            ("of two", r#"{"value":[{"what":"v08","met":"m0"},{"what":"v15","met":"m3"}]}"#),
            ("the only one", r#"{"value":[{"what":"v08","met":"m1"}]}"#),
            (
                "there is a topic",
                r#"{"value":[{"what":"v08","met":"m0"},{"what":"v15"}],"sheet":{"topic":"一つ任せてほしい仕事がある。"}}"#,
            ),
            ("own words", r#"{"value":[{"what":{"own":"静かに考えられる"},"met":"m0"}]}"#),
        ],
        silent: &[
            ("only the second is hardly met", r#"{"value":[{"what":"v15","met":"m2"},{"what":"v08","met":"m0"}]}"#),
            ("not said how far", r#"{"value":[{"what":"v08"}]}"#),
            ("put off", r#"{"value":[{"what":"v08","met":{"is":"later"}}]}"#),
        ],
    },
    Table {
        rule: "stuck-no-topic",
        speaks: &[(
            "a worry that one can't move alone",
            r#"{"wish":{"line":"急がない窓口"},"worry":[{"what":"照会が全部わたしを通る。一日いないと止まる。","stuck":true}]}"#,
        )],
        silent: &[
            ("the wish is empty", r#"{"worry":[{"what":"照会が全部わたしを通る","stuck":true}]}"#),
            (
                "a topic is there",
                r#"{"wish":{"line":"急がない窓口"},"worry":[{"what":"照会","stuck":true,"topic":"窓口を移せるか"}]}"#,
            ),
            ("not marked", r#"{"wish":{"line":"急がない窓口"},"worry":[{"what":"照会が全部わたしを通る"}]}"#),
        ],
    },
    Table {
        rule: "topic-not-shown",
        speaks: &[(
            "only the person sees it",
            r#"{"wish":{"scene":"朝の十分"},"worry":[{"what":"照会","stuck":true,"topic":"窓口を担当に移せるか。"}]}"#,
        )],
        silent: &[
            ("it is shown", r#"{"wish":{"scene":"朝"},"worry":[{"what":"照会","topic":"移せるか","talk":["topic"]}]}"#),
            (
                "another topic is chosen",
                r#"{"wish":{"scene":"朝"},"worry":[{"what":"照会","topic":"移せるか"}],"sheet":{"topic":"時間のこと"}}"#,
            ),
            ("the wish is empty", r#"{"worry":[{"what":"照会","topic":"移せるか"}]}"#),
        ],
    },
    Table {
        rule: "help-none-but-ask",
        speaks: &[("nothing for now, and an ask", r#"{"sheet":{"help":["none"]},"ask":[{"what":"sit-in"}]}"#)],
        silent: &[
            ("both say nothing for now", r#"{"sheet":{"help":["none"]},"ask":[{"what":"none"}]}"#),
            ("no ask", r#"{"sheet":{"help":["none"]}}"#),
            ("some help", r#"{"sheet":{"help":["think"]},"ask":[{"what":"sit-in"}]}"#),
        ],
    },
    Table {
        rule: "short-not-shown",
        speaks: &[(
            "other things are shown",
            r#"{"value":[{"what":"v15","short":true}],"wish":{"line":"見える一週間","talk":["line"]}}"#,
        )],
        silent: &[
            ("nothing is shown yet", r#"{"value":[{"what":"v15","short":true}],"wish":{"line":"見える一週間"}}"#),
            ("it is shown", r#"{"value":[{"what":"v15","short":true,"talk":["what"]}]}"#),
            (
                "an ask serves it",
                r#"{"value":[{"what":"v15","short":true}],"ask":[{"what":"priority","serves":["value 1"],"talk":["what"]}]}"#,
            ),
            ("not short", r#"{"value":[{"what":"v15"}],"wish":{"line":"見える一週間","talk":["line"]}}"#),
        ],
    },
    Table {
        rule: "doors-waiting",
        speaks: &[
            ("HR alone: the card's small form", r#"{"experience":[{"what":"x20","door":["hr"]}]}"#),
            ("HR and outside", r#"{"experience":[{"what":"x17","door":["hr","outside"]}]}"#),
            ("outside alone", r#"{"experience":[{"what":"x15","door":["outside"]}]}"#),
            (
                "own words, own small form",
                r#"{"experience":[{"what":{"own":"福祉の仕事をする"},"door":["hr"],"small":"打合せに1回同席する"}]}"#,
            ),
        ],
        silent: &[
            ("the supervisor can open it", r#"{"experience":[{"what":"x22","door":["boss","hr"]}]}"#),
            ("no door chosen", r#"{"experience":[{"what":"x20"}]}"#),
            (
                "own words and no small form: nothing to offer",
                r#"{"experience":[{"what":{"own":"福祉の仕事をする"},"door":["hr"]}]}"#,
            ),
        ],
    },
    Table {
        rule: "step-stuck",
        speaks: &[(
            "with an answer beforehand",
            r#"{"step":[{"what":"「10分ください」と言う","state":"stuck","then":"この用紙の一行を見せる。"}]}"#,
        )],
        silent: &[
            ("without one", r#"{"step":[{"what":"「10分ください」と言う","state":"stuck"}]}"#),
            ("under way", r#"{"step":[{"what":"「10分ください」と言う","state":"going","then":"一行を見せる"}]}"#),
        ],
    },
    Table {
        rule: "step-in-busy-time",
        speaks: &[
            (
                "its own day",
                r#"{"situation":{"facts":"係は7人。8月後半は議会資料で動けない。7月なら減らせる。"},"step":[{"what":"町内の地図を15分見る","span":"d90","day":"8月20日"}]}"#,
            ),
            (
                "the end of its ninety days",
                r#"{"sheet":{"date":"2026年11月30日"},"situation":{"facts":"1月から3月は手が離せない"},"step":[{"what":"町内の地図を15分見る","span":"d90"}]}"#,
            ),
        ],
        silent: &[
            (
                "another day",
                r#"{"situation":{"facts":"係は7人。8月後半は議会資料で動けない。7月なら減らせる。"},"step":[{"what":"町内の地図を15分見る","span":"d90","day":"7月20日"}]}"#,
            ),
            (
                "a year is long",
                r#"{"sheet":{"date":"2026年3月1日"},"situation":{"facts":"1月から3月は手が離せない"},"step":[{"what":"町内の地図を15分見る","span":"y1"}]}"#,
            ),
            (
                "it is done",
                r#"{"situation":{"facts":"8月は動けない"},"step":[{"what":"町内の地図を15分見る","span":"d90","day":"8月20日","state":"done"}]}"#,
            ),
            (
                "no time is named",
                r#"{"situation":{"facts":"いつも忙しい"},"step":[{"what":"町内の地図を15分見る","span":"d90","day":"8月20日"}]}"#,
            ),
        ],
    },
    Table {
        rule: "then-for-another",
        speaks: &[(
            "too little time, and an answer to another obstacle",
            r#"{"step":[{"what":"同席できる打合せを一つ探す","span":"d14","stop":["o-time"],"then":"うまくやるのではなく、「一度やってみた」を目標にする。"}],"ask":[{"what":"priority"}]}"#,
        )],
        silent: &[
            (
                "the answer that goes with it",
                r#"{"step":[{"what":"同席できる打合せを一つ探す","span":"d14","stop":["o-unsure"],"then":"うまくやるのではなく、「一度やってみた」を目標にする。"}]}"#,
            ),
            (
                "one of two goes with it",
                r#"{"step":[{"what":"同席できる打合せを一つ探す","span":"d14","stop":["o-time","o-unsure"],"then":"うまくやるのではなく、「一度やってみた」を目標にする。"}],"ask":[{"what":"priority"}]}"#,
            ),
            (
                "an answer in one's own words",
                r#"{"step":[{"what":"同席できる打合せを一つ探す","span":"d14","stop":["o-time"],"then":"翌週に移す。"}],"ask":[{"what":"priority"}]}"#,
            ),
            (
                "an obstacle in one's own words",
                r#"{"step":[{"what":"同席できる打合せを一つ探す","span":"d14","stop":[{"own":"電話が続く"}],"then":"うまくやるのではなく、「一度やってみた」を目標にする。"}]}"#,
            ),
            ("nothing chosen", r#"{"step":[{"what":"同席できる打合せを一つ探す","span":"d14"}]}"#),
        ],
    },
    Table {
        rule: "no-step-soon",
        speaks: &[
            ("no step, a small form", r#"{"experience":[{"what":"x04","small":"1回だけ、聞き役で同席する"}]}"#),
            ("no step, no small form", r#"{"experience":[{"what":"x04"}]}"#),
            (
                "a step later on",
                r#"{"experience":[{"what":"x04"}],"step":[{"what":"同席したい打合せの日を聞く","span":"d90"}]}"#,
            ),
        ],
        silent: &[
            (
                "a step within two weeks",
                r#"{"experience":[{"what":"x04"}],"step":[{"what":"同席できる打合せを一つ探す","span":"d14"}]}"#,
            ),
            (
                "a step without a span",
                r#"{"experience":[{"what":"x04"}],"step":[{"what":"同席できる打合せを一つ探す"}]}"#,
            ),
            ("put off", r#"{"experience":[{"what":"x04"}],"stand":{"step":{"is":"later"}}}"#),
            ("a lighter spell takes no step", r#"{"experience":[{"what":"x39","small":"週に1日、早く帰る"}]}"#),
            ("no experience", r#"{"value":[{"what":"v01"}]}"#),
            (
                "overloaded",
                r#"{"experience":[{"what":"x04"}],"step":[{"what":"同席できる打合せを一つ探す","span":"d90","stop":["o-time"]}]}"#,
            ),
        ],
    },
    Table {
        rule: "far-level",
        speaks: &[
            ("the lightest experience that builds it", r#"{"strength":[{"what":"s24","now":"l1","need":"l3"}]}"#),
            (
                "a chosen one builds it",
                r#"{"strength":[{"what":"s24","now":"l0","need":"l4"}],"experience":[{"what":"x08","small":"係会の進行を1回"}]}"#,
            ),
            (
                "a chosen one without a small form",
                r#"{"strength":[{"what":"s24","now":"l1","need":"l3"}],"experience":[{"what":{"own":"話し合いを開く"},"builds":["s24"]}]}"#,
            ),
        ],
        silent: &[
            ("one level", r#"{"strength":[{"what":"s24","now":"l1","need":"l2"}]}"#),
            ("beyond already", r#"{"strength":[{"what":"s24","now":"l4","need":"l2"}]}"#),
            ("no answer", r#"{"strength":[{"what":"s24","now":"skip","need":"l4"}]}"#),
            ("a rest is wanted", r#"{"strength":[{"what":"s24","now":"l1","need":"l3","feeling":"rest"}]}"#),
            (
                "overloaded",
                r#"{"strength":[{"what":"s24","now":"l1","need":"l3"}],"step":[{"what":"同席できる打合せを一つ探す","stop":["o-sudden"]}]}"#,
            ),
        ],
    },
    Table {
        rule: "grows-nowhere",
        speaks: &[
            ("no experience at all", r#"{"strength":[{"what":"s38","aim":"grow"}]}"#),
            (
                "the chosen one builds others",
                r#"{"strength":[{"what":"s16","aim":"grow"}],"experience":[{"what":"x06"}]}"#,
            ),
            ("the lightest, not the first of the menu", r#"{"strength":[{"what":"s37","aim":"grow"}]}"#),
            (
                "not the one that is chosen already",
                r#"{"strength":[{"what":"s37","aim":"grow"}],"experience":[{"what":"x28","builds":["s38"]}]}"#,
            ),
        ],
        silent: &[
            ("only what needs a second thought builds it", r#"{"strength":[{"what":"s06","aim":"grow"}]}"#),
            ("to use", r#"{"strength":[{"what":"s38","aim":"use"}]}"#),
            (
                "the chosen card builds it",
                r#"{"strength":[{"what":"s16","aim":"grow"}],"experience":[{"what":"x01"}]}"#,
            ),
            (
                "the person says that it builds it",
                r#"{"strength":[{"what":"s16","aim":"grow"}],"experience":[{"what":"x06","builds":["s16"]}]}"#,
            ),
            ("own words", r#"{"strength":[{"what":{"own":"待つ力"},"aim":"grow"}]}"#),
            ("no experience builds it", r#"{"strength":[{"what":"s29","aim":"grow"}]}"#),
        ],
    },
    Table {
        rule: "asks-to-hr",
        speaks: &[("all of them", r#"{"ask":[{"what":"pass-on","decides":"hr"}]}"#)],
        silent: &[
            (
                "one can be settled now",
                r#"{"ask":[{"what":"pass-on","decides":"hr"},{"what":"time","decides":"now"}]}"#,
            ),
            ("not said how", r#"{"ask":[{"what":"pass-on"}]}"#),
            ("no ask", r#"{"wish":{"line":"余白"}}"#),
        ],
    },
    Table {
        rule: "precedent-move",
        speaks: &[(
            "there is a form without a transfer",
            r#"{"precedent":[{"card":"p03"}],"experience":[{"what":"x22","small":"近い仕事を一部担当する"}]}"#,
        )],
        silent: &[
            (
                "it was looked at again",
                r#"{"precedent":[{"card":"p03","answer":"試せる"}],"experience":[{"what":"x22","small":"一部担当"}]}"#,
            ),
            (
                "another one came to mind",
                r#"{"precedent":[{"card":"p05"}],"experience":[{"what":"x22","small":"一部担当"}]}"#,
            ),
            ("no small form", r#"{"precedent":[{"card":"p03"}],"experience":[{"what":"x22"}]}"#),
        ],
    },
    Table {
        rule: "can-and-rest",
        speaks: &[("adapts it, wants a rest", r#"{"strength":[{"what":"s13","now":"l3","feeling":"rest"}]}"#)],
        silent: &[
            ("wants more", r#"{"strength":[{"what":"s13","now":"l3","feeling":"more"}]}"#),
            ("is only beginning", r#"{"strength":[{"what":"s13","now":"l1","feeling":"rest"}]}"#),
            ("no level", r#"{"strength":[{"what":"s13","feeling":"rest"}]}"#),
        ],
    },
    Table {
        rule: "first-fully-met",
        speaks: &[
            ("of two", r#"{"value":[{"what":"v05","met":"m3"},{"what":"v08","met":"m0"}]}"#),
            ("the only one", r#"{"value":[{"what":"v05","met":"m3"}]}"#),
        ],
        silent: &[
            ("fairly well met", r#"{"value":[{"what":"v05","met":"m2"}]}"#),
            ("only the second", r#"{"value":[{"what":"v08","met":"m2"},{"what":"v05","met":"m3"}]}"#),
        ],
    },
    Table {
        rule: "as-it-is",
        speaks: &[(
            "nothing is to change",
            r#"{"work":{"fine":[{"own":"窓口と地区の往復"}]},"stay":[{"what":"顔を覚えてもらえること。"}],"wish":{"scene":"同じ窓口にいる"}}"#,
        )],
        silent: &[
            (
                "a worry",
                r#"{"work":{"fine":[{"own":"往復"}]},"stay":[{"what":"顔"}],"worry":[{"what":"人が減る"}],"wish":{"scene":"窓口"}}"#,
            ),
            (
                "something to have less of",
                r#"{"work":{"fine":[{"own":"往復"}],"less":["a17"]},"stay":[{"what":"顔"}],"wish":{"scene":"窓口"}}"#,
            ),
            ("no wish", r#"{"work":{"fine":[{"own":"往復"}]},"stay":[{"what":"顔"}]}"#),
            ("nothing to stay", r#"{"work":{"fine":[{"own":"往復"}]},"wish":{"scene":"窓口"}}"#),
        ],
    },
    Table {
        rule: "step-done",
        speaks: &[("the last one", r#"{"step":[{"what":"減らせそうな仕事を三つ書く","state":"done"}]}"#)],
        silent: &[
            (
                "another is open",
                r#"{"step":[{"what":"減らせそうな仕事を三つ書く","state":"done"},{"what":"手順を紙に書き出す"}]}"#,
            ),
            ("dropped", r#"{"step":[{"what":"減らせそうな仕事を三つ書く","state":"dropped"}]}"#),
        ],
    },
    Table {
        rule: "both-ways",
        speaks: &[("meetings", r#"{"work":{"more":["a17","a01"],"less":["a17"]}}"#)],
        silent: &[
            ("different ones", r#"{"work":{"more":["a01"],"less":["a17"]}}"#),
            ("a word on it is written", r#"{"work":{"more":["a17"],"less":["a17"],"note":"短い打合せなら"}}"#),
            ("own words", r#"{"work":{"more":[{"own":"会議"}],"less":[{"own":"会議"}]}}"#),
        ],
    },
    Table {
        rule: "near-and-far",
        speaks: &[("no scene yet", r#"{"days":{"near":["d02","d04"],"far":["d06"]}}"#)],
        silent: &[
            ("a scene is written", r#"{"days":{"near":["d02"],"far":["d06"]},"wish":{"scene":"集会所で話している"}}"#),
            ("only near ones", r#"{"days":{"near":["d02"]}}"#),
        ],
    },
    Table {
        rule: "after-the-wish",
        speaks: &[
            ("the line", r#"{"wish":{"line":"わたしを通さなくても進む係","checks":["forecast","reverse"]}}"#),
            (
                "the scene, where there is no line",
                r#"{"wish":{"scene":"朝の十分、係員が話し、わたしは聞いている。夕方は早く帰る。","checks":["forecast"]}}"#,
            ),
        ],
        silent: &[
            ("all marked", r#"{"wish":{"line":"進む係","checks":["forecast","reverse","means"]}}"#),
            ("for whom is written", r#"{"wish":{"line":"進む係","checks":["forecast"],"for_whom":"係員"}}"#),
            (
                "for whom isn't known yet",
                r#"{"wish":{"line":"進む係","checks":["forecast"],"for_whom":{"is":"not_sure"}}}"#,
            ),
            ("nothing marked", r#"{"wish":{"line":"進む係"}}"#),
            (
                "still searching",
                r#"{"wish":{"line":"探しているところ","checks":["forecast"]},"days":{"near":["d01"]}}"#,
            ),
            (
                "only the ready sentence of who is searching",
                r#"{"wish":{"scene":"いまは探しているところです。","checks":["forecast"]}}"#,
            ),
        ],
    },
];
