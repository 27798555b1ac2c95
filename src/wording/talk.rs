//! The words of what the other person sees: the sheet, the full plan, the own copy, and what was given.
//! Knows words only.

words! {
    TALK;
    BLANK_PAGE: "白紙の用紙" / "A blank sheet";
    GIVEN_PAGE: "受け取った計画を開く" / "Open a plan you were given";
    FULL_TITLE: "計画の全体" / "The whole plan";
    FULL_TALK: "話したいこと・お願い" / "What I'd like to talk about and ask";
    FILE_FULL: "ありたい_計画" / "Aritai_plan";
    OWN_TITLE: "本人控え" / "My own copy";
    OWN_MARK: "本人控え（非公開を含む）" / "Own copy – holds private answers";
    OWN_NOTE: "だれにも見せていない答えも入っています。渡すものではありません。" / "It holds answers that nobody else sees. It is not for handing over.";
    FILE_OWN: "ありたい_本人控え" / "Aritai_own_copy";
}
