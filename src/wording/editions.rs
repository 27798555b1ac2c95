//! The words of editions: closing one, the next from it, this against the last.
//! Knows words only.

words! {
    EDITIONS = 11;
    COMPARE_ORDER: "順番" / "Order";
    COMPARE_LEAD: "何を願い、何を話し、どうなったか。前の版と、いまの版を並べています。見えるのは自分だけです。" / "What you wished for, what you said, and what came of it: the last edition beside this one. Only you see this.";
    COMPARE_WISH: "願ったこと" / "What I wished for";
    COMPARE_SAID: "話したこと・選んだこと" / "What I said and chose";
    COMPARE_HAPPENED: "その後" / "What came of it";
    COMPARE_BEFORE: "前の版" / "Last one";
    COMPARE_AFTER: "いまの版" / "This one";
    COMPARE_NEW: "今回から" / "New in this one";
    COMPARE_ONCE: "前の版だけ" / "In the last one only";
    COMPARE_SAME: "そのままのもの" / "As it was";
    EDITIONS_NONE: "まだ前の版はありません。一年ほどたって次の版をはじめると、ここで二つを並べて読めます。" / "There is no earlier edition yet. When you begin the next one, a year on or so, you can read the two side by side here.";
    EDITIONS_CLOSED: "閉じた版" / "Closed editions";
    EDITIONS_CLOSED_NOTE: "いつでも読み返せます。書きかわることはありません。" / "Read them whenever you like. They no longer change.";
    EDITION_CLOSE: "いまの版を閉じて、次の版をはじめる" / "Close this edition and begin the next";
    EDITION_CLOSE_TEXT: "いまの版はそのまま残り、次の版が、その続きからはじまります。急ぐものではありません。一年ほどたったころか、仕事が変わったときに。" / "This edition stays as it is, and the next one goes on from it. There is no hurry: a year on or so, or when your work has changed.";
    EDITION_ALONG: "次の版に持っていくもの" / "What goes along";
    EDITION_ALONG_TEXT: "ありたい姿、大切にしていること、守りたい時間や条件、経験したいこと、力、これからの一歩、次に渡したいこと。書いたとおりに持っていきます。" / "Your wish, what matters to you, hours and conditions to keep, experiences, strengths, open steps, and what to hand on. Just as you wrote them.";
    EDITION_ANEW: "あらためて聞くもの" / "What is asked anew";
    EDITION_ANEW_TEXT: "いまの仕事、満たされ方や力のいまのようす、日にち、面談で話したいことやお願い、約束とふりかえり。できた・やめたとした一歩や経験は、前の版に残ります。" / "Your work now, how things are met and where a strength is now, days, topics and asks for the talk, promises and look-backs. Steps and experiences that are done or dropped stay in the last edition.";
    EDITION_STAYS: "いまの版にだけ残るもの" / "What stays in this edition only";
    EDITION_STAYS_TEXT: "残っていてほしいことと気がかりなこと、少しだけ変えること、六つの一日、ほかの未来、手紙、前例チェック、読み返し、気づきへの返事。次の版には持っていかず、続きとして聞くこともありません。書きたくなったら、「全体を見る」からあらためて書けます。" / "What you hope stays and what concerns you, the one small change, the six days, other futures, the letter, the precedents, your rereading, and your replies to remarks. They aren't taken along, and nothing follows up on them. You can write them afresh from the overview.";
    EDITION_PRIVATE: "だれに見せるか" / "Who sees it";
    EDITION_PRIVATE_TEXT: "次の版は、はじめはすべて自分だけのものです。見せるものは、また一つずつ選べます。" / "The next edition begins as yours alone. You choose again what to show.";
    EDITION_BACKUP_FIRST: "バックアップを保存してから、次の版へ" / "Save a backup, then go on";
    EDITION_KEPT: "どちらを選んでも、いまの版に書いたことはなくなりません。" / "Either way, nothing in this edition is lost.";
    EDITION_CLOSE_DO: "控えのファイルなしで、次の版へ" / "Go on without a backup file";
    EDITION_BEGUN: "次の版をはじめました。" / "The next edition has begun.";
    RESTORE_YEARS: "閉じた版も、ファイルにあるものに入れかわります。" / "The closed editions become those in the file, too.";
    EDITION_BLANK: "いまの版には、まだ何も書かれていません。" / "Nothing is written in this edition yet.";
}
