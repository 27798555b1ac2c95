//! The same for the rules about what asks and experiences lead to. Needs `remark_cases` beside it.

use super::remark_cases::Table;

pub(crate) const ASKS: [Table; 3] = [
    Table {
        rule: "handing-and-asks",
        speaks: &[
            (
                "to hand over, two asks",
                r#"{"drift":{"change":"照会の取りまとめを係に渡す","change_kind":"hand"},"ask":[{"what":"lighten"},{"what":"priority"}]}"#,
            ),
            ("to hand over, in one word", r#"{"drift":{"change_kind":"hand"},"ask":[{"what":"lighten"}]}"#),
            (
                "a task to hand over, and an ask of one's own that serves it",
                r#"{"experience":[{"what":"x38"}],"ask":[{"what":{"own":"二種の照会を担当に返したい"},"serves":["experience 1"]}]}"#,
            ),
            (
                "what to hand on, and an ask that serves teaching it",
                r#"{"experience":[{"what":"x09"}],"hand":{"what":"三つの橋の見方"},"ask":[{"what":{"own":"二人一組の当番にしてほしい"},"serves":["experience 1"]}]}"#,
            ),
        ],
        silent: &[
            ("nothing is handed over", r#"{"ask":[{"what":"lighten"}]}"#),
            (
                "to try something new",
                r#"{"drift":{"change":"朝会を開く","change_kind":"try"},"ask":[{"what":"lighten"}]}"#,
            ),
            ("nothing is asked", r#"{"drift":{"change":"照会を渡す","change_kind":"hand"}}"#),
            ("what is asked leads elsewhere", r#"{"drift":{"change_kind":"hand"},"ask":[{"what":"course"}]}"#),
            (
                "the task was handed over",
                r#"{"experience":[{"what":"x38","state":"done"}],"ask":[{"what":"lighten"}]}"#,
            ),
        ],
    },
    Table {
        rule: "short-and-asked",
        speaks: &[
            (
                "two asks lead there",
                r#"{"value":[{"what":"v17","short":true}],"ask":[{"what":"lighten"},{"what":"priority"}]}"#,
            ),
            (
                "one ask leads there",
                r#"{"value":[{"what":"v08","short":true}],"ask":[{"what":"part"},{"what":"course"}]}"#,
            ),
            (
                "an ask of one's own serves an experience that leads there",
                r#"{"value":[{"what":"v24","short":true}],"experience":[{"what":"x09"}],"ask":[{"what":{"own":"二人一組の当番にしてほしい"},"serves":["experience 1"]}]}"#,
            ),
            ("an experience leads there", r#"{"value":[{"what":"v11","short":true}],"experience":[{"what":"x14"}]}"#),
        ],
        silent: &[
            ("it is not in short supply", r#"{"value":[{"what":"v17"}],"ask":[{"what":"lighten"}]}"#),
            ("what is asked leads elsewhere", r#"{"value":[{"what":"v17","short":true}],"ask":[{"what":"course"}]}"#),
            (
                "the value is in own words",
                r#"{"value":[{"what":{"own":"静けさ"},"short":true}],"ask":[{"what":"lighten"}]}"#,
            ),
            (
                "the experience has its reason",
                r#"{"value":[{"what":"v11","short":true}],"experience":[{"what":"x14","why":"学びたいから"}]}"#,
            ),
            (
                "the experience is done",
                r#"{"value":[{"what":"v11","short":true}],"experience":[{"what":"x14","state":"done"}]}"#,
            ),
        ],
    },
    Table {
        rule: "short-no-ask",
        speaks: &[("nothing is asked", r#"{"value":[{"what":"v08","short":true},{"what":"v11"}]}"#)],
        silent: &[
            ("something is asked", r#"{"value":[{"what":"v08","short":true}],"ask":[{"what":"listen"}]}"#),
            ("to ask was put off", r#"{"value":[{"what":"v08","short":true}],"stand":{"ask":{"is":"later"}}}"#),
            ("nothing is in short supply", r#"{"value":[{"what":"v08"}]}"#),
            ("the value is in own words", r#"{"value":[{"what":{"own":"静けさ"},"short":true}]}"#),
            (
                "overloaded",
                r#"{"value":[{"what":"v08","short":true}],"step":[{"what":"関係する規程を15分読む","stop":["o-time"]}]}"#,
            ),
        ],
    },
];
