//! The words of what the other person sees: the sheet, the full plan, the own copy, and what was given.
//! Knows words only.

words! {
    TALK;
    AUDIENCE_ASK: "だれに見せるものですか" / "Who is this for?";
    AUDIENCE_TALK: "面談の相手" / "The person you meet";
    AUDIENCE_HR: "人事" / "HR";
    AUDIENCE_NOTE: "相手ごとに別々に選べます。一方に見せても、もう一方には見えません。" / "You choose for each of them apart. What one sees, the other does not.";
    TELL_VALUES: "大切にしたいことは、いま考えているところです" / "I'm still working out what matters most to me";
    TELL_WISH: "ありたい姿は、いま探しているところです" / "I'm still finding out who I want to be";
    TELL_EXPERIENCE: "やってみたいことは、いま探しているところです" / "I'm still looking for something I'd like to try";
    TELL_WHY: "理由は、まだうまく言葉になっていません" / "I can't quite put the reason into words yet";
    TELL_STEP: "一歩は、面談で一緒に考えたいです" / "I'd like to think about a first step together when we talk";
    TELL_ASK: "お願いしたいことは、話しながら考えたいです" / "I'd like to work out what to ask for as we talk";
    POSTING_ASK: "庁内公募のことが、相手に見えるようになります。所属長を通さずに応募できる職場もあります。このまま見せますか。" / "They will see that you are thinking of an internal posting. In some workplaces you can apply without going through your supervisor. Show it all the same?";
    POSTING_SHOW: "見せる" / "Show it";
    POSTING_KEEP: "自分だけにしておく" / "Keep it to myself";
    SAFER: "ほかの言い方" / "Another way to say it";
    SAFER_NOTE: "言いたいことは同じまま、伝わり方を選べます。いまの書き方のままでもかまいません。" / "The same wish, put in another way. It is fine as it stands, too.";
    SAFER_TALK: "相談として" / "To talk over";
    SAFER_ASK: "お願いとして" / "As a request";
    SAFER_KNOW: "お知らせとして" / "To let them know";
    SAFER_BACK: "はじめの書き方に戻す" / "Back to how it was written";
    FIT_CHOOSE: "用紙に載せるものを選ぶ" / "Choose what goes on the sheet";
    FIT_NOTE: "はずしたものも、見せるもののままです。計画の全体には載ります。" / "What you take off is still shown: it stays in the whole plan.";
    FIT_ELSEWHERE: "用紙の場所は、経験2件、力3つ、一歩3つ、お願い3つ、問い3つまでです。これらは計画の全体に載ります。" / "The sheet has room for two experiences, and three each of strengths, steps, asks and questions. These are in the whole plan.";
    TALK_AFTER: "用紙といっしょに" / "To go with the sheet";
    FULL_LINK_NOTE: "見せるものすべてを、見出しと絵をつけて" / "Everything you show, with headings and pictures";
    ACROSS_LINK_NOTE: "相手に渡すと、何をしてもらえるかが伝わります" / "Hand it over, and they see what they can offer";
    REHEARSE_LINK_NOTE: "1分と3分で話してみる" / "Say it in one minute, and in three";
    FILES_LINK_NOTE: "Word、Excel、予定表、ジョブ・カードの文など" / "Word, Excel, calendar, text for forms and more";
    BLANK_LINK_NOTE: "手で書く人のために" / "To fill in by hand";
    OWN_LINK_NOTE: "自分だけのために、書いたものすべて" / "Everything you wrote, for you alone";
    BLANK_NOTE: "印刷して、手で書けます。どの欄も、空けておいてかまいません。" / "Print it and fill it in by hand. Any part may stay empty.";
    BLANK_PAGE: "白紙の用紙" / "A blank sheet";
    GIVEN_PAGE: "受け取った計画を開く" / "Open a plan you were given";
    FULL_TITLE: "計画の全体" / "The whole plan";
    FULL_LEAD: "見せると選んだものすべてです。用紙に載りきらないものも入ります。" / "Everything you chose to show, also what the sheet has no room for.";
    OWN_LEAD: "書いたものすべてです。どのページにも「非公開を含む」と入ります。渡すものではなく、自分の手元に置くものです。" / "Everything you wrote. Each page says that it holds private answers. It is not for handing over, but for you to keep.";
    FULL_PICTURES: "図で見る" / "In pictures";
    FULL_PATH: "いまから、ありたい姿まで" / "From now to the person I want to be";
    FULL_VALUES: "大切にしていること" / "What matters to me";
    FULL_TALK: "話したいこと・お願い" / "What I'd like to talk about and ask";
    FILE_FULL: "ありたい_計画" / "Aritai_plan";
    OWN_TITLE: "本人控え" / "My own copy";
    OWN_MARK: "本人控え（非公開を含む）" / "Own copy – holds private answers";
    OWN_NOTE: "だれにも見せていない答えも入っています。渡すものではありません。" / "It holds answers that nobody else sees. It is not for handing over.";
    FILE_OWN: "ありたい_本人控え" / "Aritai_own_copy";
}
