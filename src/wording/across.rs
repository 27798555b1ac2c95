//! The words for the person across the table, and for rehearsing what to say to them.
//! Knows words only.

words! {
    ACROSS = 7;
    ACROSS_PAGE: "面談の相手のページ" / "A page for the person you’ll talk to";
    ACROSS_HINT: "面談の相手の方に渡すか、いっしょに見るためのページです。印刷すると一枚になります。" / "To give them, or to look at together. It prints on one page.";
    ACROSS_LONG: "一枚に収まっていません。二枚になりますが、内容は切れません。" / "It doesn’t fit on one page. It prints on two, and nothing is cut off.";
    FILE_ACROSS: "ありたい_面談の相手へ" / "Aritai_for_our_conversation";

    ACROSS_TITLE: "面談の相手の方へ" / "For the person across the table";
    ACROSS_LEAD: "今日できることを、一つ見つけるための紙です。" / "One page to help you find one thing you can offer today.";
    ACROSS_ONLY_SHARED: "本人の言葉は、本人が見せると決めたものだけです。" / "It quotes only what they chose to show.";
    ACROSS_NO_WORDS: "本人の言葉は入っていません。手引きとして、このまま使えます。" / "It doesn’t quote anyone, and works as a general guide.";

    // What one can decide alone
    OFFER_TITLE: "今日、自分だけで\u{200b}決められること" / "What you can decide yourself today";
    OFFER_NOTE: "一つで十分です。できそうなものに印を。" / "One is plenty. Tick what you could do.";
    OFFER_ASKED: "本人のお願い" / "They’re asking for";
    OFFER_MENU: "たとえば" / "For example";
    OFFER_MENU_TOO: "ほかに、たとえば" / "Or, for example";
    OFFER_ASK: "だれに聞き、いつ返事をするかを決める" / "Agree who to ask, and by when";
    OFFER_HR: "結果は約束しなくて大丈夫。いつ伝えるかだけ" / "Don’t promise an outcome, just when you’ll tell them";
    OFFER_OPEN: "決まり方は、これから" / "How to settle it is still open";
    OFFER_OPEN_NOTE: "どこに聞けばよいかを、一緒に考える" / "Work out together where to ask";

    // What they don't know yet
    UNSURE_TOGETHER: "まだ決まっていないこと（答えを急がず、一緒に考える）" / "Still open (think it over together, there’s no rush)";

    // Before, during, after
    STAGES_TITLE: "前・中・後" / "Before, during, after";
    STAGE_BEFORE: "前に5分" / "Before";
    STAGE_BEFORE_READ: "用紙を読み、心に残ったところに線を引く" / "Read for five minutes; mark what stays with you";
    STAGE_BEFORE_THINK: "できることを一つ考える" / "Find one thing to offer";
    STAGE_DURING: "面談中" / "During";
    STAGE_DURING_LISTEN: "問いを一つずつ。あとは聞く" / "Ask, then listen";
    STAGE_DURING_WAIT: "初めの10分は、できるかどうかを話さない" / "For ten minutes, don’t talk about what’s possible";
    STAGE_DURING_WRITTEN: "書いていないことは尋ねない" / "Don’t ask about what isn’t written";
    STAGE_DURING_END: "よかったことを一つ伝えて終わる" / "End with one thing you’ve appreciated";
    STAGE_AFTER: "後で" / "After";
    STAGE_AFTER_PROMISE: "約束は一つ、日付を付けて" / "One promise, with a date";
    STAGE_AFTER_CARRY: "決められないことは、だれに伝えるかを言う" / "Say who you’ll tell about the rest";

    // Questions
    QUESTIONS_TITLE: "聞いてみる問い" / "Questions to ask";
    QUESTIONS_OPENING: "はじめに「読んで、いちばん心に残ったのはここでした」" / "Begin: “What stayed with me most was this”";

    // What to say instead
    INSTEAD_TITLE: "言いかえの一言" / "What to say instead";
    INSTEAD_NOTE: "だれでも言いそうになる言葉です。代わりの一言を、ここに。" / "We all come close to saying these. Here’s something better.";

    // Thirty minutes
    COURSE_TITLE: "30分の流れ" / "The thirty minutes";
    COURSE_EASE: "安心" / "Settle in";
    COURSE_EASE_DO: "礼を言い、楽に話せる場に" / "Thank them for coming";
    COURSE_NOW: "いま" / "Now";
    COURSE_NOW_DO: "うまくいっていることを聞く" / "Hear what’s going well";
    COURSE_WORRY: "不安" / "Worries";
    COURSE_WORRY_DO: "引っかかりを、ただ聞く" / "Just listen";
    COURSE_AHEAD: "未来" / "Ahead";
    COURSE_AHEAD_DO: "ありたい姿を、ゆっくり聞く" / "Hear where they want to be";
    COURSE_CAUGHT: "気になること" / "What draws them";
    COURSE_CAUGHT_DO: "引っかかったことを、答えを急がずに聞く" / "Hear what caught their attention";
    COURSE_AGREE: "合意" / "Agree";
    COURSE_AGREE_DO: "小さな約束を一つ決める" / "Make one small promise";
    COURSE_CLOSE: "肯定" / "Close";
    COURSE_CLOSE_DO: "助かっていることを伝える" / "Say what’s been a help";

    // One promise
    PROMISE_TITLE: "約束を一つ、日付を付けて" / "One promise, with a date";
    PROMISE_WHO: "だれが" / "Who";
    PROMISE_WHAT: "何を" / "What";
    PROMISE_BY: "いつまでに" / "By when";
    PROMISE_CANNOT: "自分では決められないこと" / "What I can’t decide";
    PROMISE_TO: "だれに伝えるか" / "Who I’ll tell";

    // Rehearsing
    REHEARSE_PAGE: "話す練習" / "Practise what to say";
    REHEARSE_LEAD: "見せると決めた言葉を、話す順に並べました。このとおりでなくてかまいません。声に出すと、言いやすい形が見つかります。"
        / "What you chose to show, in the order you might say it. You needn’t stick to it: say it aloud, and you’ll find your own way.";
    REHEARSE_EMPTY: "見せるものを選ぶと、ここに話す順で並びます。" / "Choose what to show, and it’ll be put in order here.";
    REHEARSE_LENGTH: "どれくらい話しますか" / "How long would you like to speak?";
    REHEARSE_ONE: "1分" / "One minute";
    REHEARSE_THREE: "3分" / "Three minutes";
    REHEARSE_SCRIPT: "話すこと" / "What to say";
    REHEARSE_OWN_WAY: "書いた言葉を、短く言いかえてもかまいません。" / "You can also put it more briefly.";
    TIMER: "時間をはかる" / "Time yourself";
    TIMER_NOTE: "ぴったりでなくて大丈夫です。1分ごとに印が付きます。" / "It needn’t be exact. There’s a mark for each minute.";
    TIMER_START: "はかりはじめる" / "Start";
    TIMER_PAUSE: "とめる" / "Pause";
    TIMER_GO_ON: "つづける" / "Carry on";
    TIMER_AGAIN: "はじめから" / "Start again";
    TIMER_STARTED: "はかりはじめました" / "Started";
    FILE_REHEARSE: "ありたい_話す練習" / "Aritai_rehearsal";

    // What is said between one's own words. Each stands as a sentence of its own, whatever follows.
    SPOKEN_OPEN: "お時間をいただき、ありがとうございます。" / "Thank you for making time for this.";
    SPOKEN_TOPIC: "今日いちばん話したいのは、このことです。" / "What I’d most like to talk about is this.";
    REHEARSE_SCENE: "一日のようす" / "The day itself";
    SPOKEN_SCENE: "たとえば、こんな一日です。" / "Picture a day like this.";
    SPOKEN_FOR_WHOM: "そうなると、助かる人がいます。" / "It would make things easier for someone.";
    SPOKEN_VALUES: "働くうえで大切にしているのは、こういうことです。" / "This is what matters to me at work.";
    SPOKEN_SHORT: "なかでも、もう少しほしいと感じているものがあります。" / "Of these, here’s what I’d like more of.";
    SPOKEN_SHORT_IT: "いまは、これがもう少しあるとうれしいです。" / "Just now I’d like a little more of it.";
    SPOKEN_USE: "活かしたい力があります。" / "There’s a strength I’d like to use.";
    SPOKEN_GROW: "伸ばしたい力があります。" / "There’s a strength I’d like to grow.";
    SPOKEN_STRENGTH: "わたしの力です。" / "This is a strength of mine.";
    SPOKEN_EPISODE: "こんなことがありました。" / "Here’s a time I used it.";
    SPOKEN_EXPERIENCE: "経験してみたいことがあります。" / "There’s something I’d like to experience.";
    SPOKEN_WHY: "なぜかというと、こうです。" / "Here’s why.";
    SPOKEN_SMALL: "まずは、こんな小さな形で試せたらと思います。" / "I could start with something as small as this.";
    SPOKEN_STEP: "わたしがやることも、決めました。" / "I’ve decided what I’ll do myself.";
    SPOKEN_ASK: "お願いが一つあります。" / "There’s one thing I’d like to ask for.";
    SPOKEN_ASK_NONE: "お願いについては、いまはこうです。" / "As for requests, this is how things are for now.";
    SPOKEN_ASK_SMALL: "小さな形でいえば、こうです。" / "As a small first try, it could be this.";
    SPOKEN_QUESTION: "一緒に考えたいことがあります。" / "Here’s something I’d like to think over with you.";
    SPOKEN_END: "聞いてくださって、ありがとうございました。" / "Thank you for listening.";
}

/// How long one may speak.
pub const REHEARSE_MINUTES: [super::Words; 2] = [REHEARSE_ONE, REHEARSE_THREE];
