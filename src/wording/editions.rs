//! The words of editions: closing one, the next from it, this against the last.
//! Knows words only.

words! {
    EDITIONS = 11;
    COMPARE_ORDER: "順番" / "Order";
    COMPARE_LEAD: "何を願い、何を話し、どうなったか。前の版と、いまの版を並べています。見えるのは自分だけです。" / "What you hoped for, what you said, and what came of it: your last plan beside this one. Only you see this.";
    COMPARE_WISH: "願ったこと" / "What I hoped for";
    COMPARE_SAID: "話したこと・選んだこと" / "What I said and chose";
    COMPARE_HAPPENED: "その後" / "What came of it";
    COMPARE_BEFORE: "前の版" / "Last plan";
    COMPARE_AFTER: "いまの版" / "This plan";
    COMPARE_NEW: "今回から" / "New in this plan";
    COMPARE_ONCE: "前の版だけ" / "Only in the last plan";
    COMPARE_SAME: "そのままのもの" / "Unchanged";
    EDITIONS_NONE: "まだ前の版はありません。一年ほどたって次の版をはじめると、ここで二つを並べて読めます。" / "There’s no earlier plan yet. When you start the next one, in a year or so, you can read the two side by side here.";
    EDITIONS_CLOSED: "閉じた版" / "Past plans";
    EDITIONS_CLOSED_NOTE: "いつでも読み返せます。書きかわることはありません。" / "Read them whenever you like. They won’t change.";
    EDITION_CLOSE: "いまの版を閉じて、次の版をはじめる" / "Close this plan and start the next";
    EDITION_CLOSE_TEXT: "いまの版はそのまま残り、次の版が、その続きからはじまります。急ぐものではありません。一年ほどたったころか、仕事が変わったときに。" / "This plan stays as it is, and the next one carries on from it. There’s no hurry: in a year or so, or when your work changes.";
    EDITION_ALONG: "次の版に持っていくもの" / "What comes with you";
    EDITION_ALONG_TEXT: "ありたい姿、大切にしていること、守りたい時間や条件、経験したいこと、力、これからの一歩、次に渡したいこと。書いたとおりに持っていきます。" / "Where you want to be, what matters to you, hours or conditions you need, experiences, strengths, open steps, and what to pass on. Just as you wrote them.";
    EDITION_ANEW: "あらためて聞くもの" / "What you’ll be asked again";
    EDITION_ANEW_TEXT: "いまの仕事といまの事情、満たされ方や力のいまのようす、日にち、面談で話したいことやお願い、約束と受け取ったお返事、ふりかえり。できた・やめたとした一歩や経験は、前の版に残ります。" / "Your work now and how things are now, how well things are met and where your strengths are now, dates, topics and requests for the conversation, promises, replies you received, and looking back. Steps and experiences you’ve done or dropped stay in this plan.";
    EDITION_STAYS: "いまの版にだけ残るもの" / "What stays in this plan only";
    EDITION_STAYS_TEXT: "残っていてほしいことと気がかりなこと、少しだけ変えること、六つの一日、ほかの未来、手紙、前例チェック、読み返し、気づきへの返事。次の版には持っていかず、続きとして聞くこともありません。書きたくなったら、「全体を見る」からあらためて書けます。" / "What you hope is still there and what worries you, the one small change, the six days, other futures, the letter, the second looks, your rereading, and your replies to remarks. They aren’t carried over, and nothing follows up on them. You can write them afresh from the overview.";
    EDITION_PRIVATE: "だれに見せるか" / "Who sees it";
    EDITION_PRIVATE_TEXT: "次の版は、はじめはすべて自分だけのものです。見せるものは、また一つずつ選べます。" / "At first, only you can see the next plan. You choose again, item by item, what to show.";
    EDITION_BACKUP_FIRST: "バックアップを保存してから、次の版へ" / "Save a backup, then start the next plan";
    EDITION_KEPT: "どちらを選んでも、いまの版に書いたことはなくなりません。" / "Either way, nothing in this plan is lost.";
    EDITION_CLOSE_DO: "控えのファイルなしで、次の版へ" / "Start the next plan without a backup";
    EDITION_BEGUN: "次の版をはじめました。" / "Your next plan has begun.";
    RESTORE_YEARS: "閉じた版も、ファイルにあるものに入れかわります。" / "Your past plans will be replaced by those in the file, too.";
    EDITION_BLANK: "いまの版には、まだ何も書かれていません。" / "There’s nothing in this plan yet.";
}
