//! The words for the person across the table, and for rehearsing what to say to them.
//! Knows words only.

words! {
    ACROSS = 7;
    ACROSS_PAGE: "面談の相手のページ" / "A page for the person you meet";
    ACROSS_HINT: "面談の相手の方に渡すか、いっしょに見るためのページです。印刷すると一枚になります。" / "To hand over, or to look at together. It prints on one page.";
    ACROSS_LONG: "一枚に収まっていません。二枚になりますが、内容は切れません。" / "It doesn't fit on one page. It prints on two, and nothing is cut.";
    FILE_ACROSS: "ありたい_面談の相手へ" / "Aritai_for_the_person_you_meet";

    ACROSS_TITLE: "面談の相手の方へ" / "For the person you meet";
    ACROSS_LEAD: "今日できることを、一つ見つけるための紙です。" / "One page to find one thing you can offer today.";
    ACROSS_ONLY_SHARED: "本人の言葉は、本人が見せると決めたものだけです。" / "It quotes only what they chose to show.";
    ACROSS_NO_WORDS: "本人の言葉は入っていません。手引きとして、このまま使えます。" / "It quotes nobody, and works as a guide all the same.";

    // What one can decide alone
    OFFER_TITLE: "今日、自分だけで\u{200b}決められること" / "What you alone can decide today";
    OFFER_NOTE: "一つで十分です。できそうなものに印を。" / "One is plenty. Tick what you could do.";
    OFFER_ASKED: "本人のお願い" / "They ask";
    OFFER_MENU: "たとえば" / "For instance";
    OFFER_MENU_TOO: "ほかに、たとえば" / "Or, for instance";
    OFFER_ASK: "だれに聞き、いつ返事をするかを決める" / "Agree whom to ask, and by when";
    OFFER_HR: "結果は約束しなくて大丈夫。いつ伝えるかだけ" / "Promise no outcome, only when you will tell them";
    OFFER_OPEN: "決まり方は、これから" / "How to settle it is still open";
    OFFER_OPEN_NOTE: "どこに聞けばよいかを、一緒に考える" / "Work out together where to ask";

    // What they don't know yet
    UNSURE_TOGETHER: "まだ決まっていないこと（答えを急がず、一緒に考える）" / "Still open (think it over together, no need to settle it)";

    // Before, during, after
    STAGES_TITLE: "前・中・後" / "Before, during, after";
    STAGE_BEFORE: "前に5分" / "Before";
    STAGE_BEFORE_READ: "用紙を読み、心に残ったところに線を引く" / "Read for five minutes; mark what stays";
    STAGE_BEFORE_THINK: "できることを一つ考える" / "Find one thing to offer";
    STAGE_DURING: "面談中" / "During";
    STAGE_DURING_LISTEN: "問いを一つずつ。あとは聞く" / "Ask, then listen";
    STAGE_DURING_WAIT: "初めの10分は、できるかどうかを話さない" / "For ten minutes, don't weigh what can be done";
    STAGE_DURING_WRITTEN: "書いていないことは尋ねない" / "Keep to what is written";
    STAGE_DURING_END: "よかったことを一つ伝えて終わる" / "End with something you value";
    STAGE_AFTER: "後で" / "After";
    STAGE_AFTER_PROMISE: "約束は一つ、日付を付けて" / "One promise, with a date";
    STAGE_AFTER_CARRY: "決められないことは、だれに伝えるかを言う" / "Say whom you'll ask about the rest";

    // Questions
    QUESTIONS_TITLE: "聞いてみる問い" / "Questions to ask";
    QUESTIONS_OPENING: "はじめに「読んで、いちばん心に残ったのはここでした」" / "Begin: “What stayed with me most was this”";

    // What to say instead
    INSTEAD_TITLE: "言いかえの一言" / "Other words";
    INSTEAD_NOTE: "だれでも言いそうになる言葉です。代わりの一言を、ここに。" / "We all come close to saying these. Here is what to say instead.";

    // Thirty minutes
    COURSE_TITLE: "30分の流れ" / "The thirty minutes";
    COURSE_EASE: "安心" / "Ease";
    COURSE_EASE_DO: "礼を言い、楽に話せる場に" / "Thank them for coming";
    COURSE_NOW: "いま" / "Now";
    COURSE_NOW_DO: "うまくいっていることを聞く" / "Hear what is going well";
    COURSE_WORRY: "不安" / "Worries";
    COURSE_WORRY_DO: "引っかかりを、ただ聞く" / "Just listen";
    COURSE_AHEAD: "未来" / "Ahead";
    COURSE_AHEAD_DO: "ありたい姿を、ゆっくり聞く" / "Take time for the wish";
    COURSE_AGREE: "合意" / "Agree";
    COURSE_AGREE_DO: "小さな約束を一つ決める" / "One small promise";
    COURSE_CLOSE: "肯定" / "End";
    COURSE_CLOSE_DO: "助かっていることを伝える" / "Say what helped";

    // One promise
    PROMISE_TITLE: "約束を一つ、日付を付けて" / "One promise, with a date";
    PROMISE_WHO: "だれが" / "Who";
    PROMISE_WHAT: "何を" / "What";
    PROMISE_BY: "いつまでに" / "By when";
    PROMISE_CANNOT: "自分では決められないこと" / "What I can't decide";
    PROMISE_TO: "だれに伝えるか" / "Whom I will tell";

    // Rehearsing
    REHEARSE_PAGE: "話す練習" / "Rehearse the talk";
    REHEARSE_LEAD: "見せると決めた言葉を、話す順に並べました。このとおりでなくてかまいません。声に出すと、言いやすい形が見つかります。"
        / "What you chose to show, in the order to say it. You needn't keep to it: say it aloud, and you'll find your own way.";
    REHEARSE_EMPTY: "見せるものを選ぶと、ここに話す順で並びます。" / "Choose what to show, and it is put in order here.";
    REHEARSE_LENGTH: "どれくらい話しますか" / "How long will you speak?";
    REHEARSE_ONE: "1分" / "One minute";
    REHEARSE_THREE: "3分" / "Three minutes";
    REHEARSE_SCRIPT: "話すこと" / "What to say";
    REHEARSE_OWN_WAY: "書いた言葉を、短く言いかえてもかまいません。" / "You can also put your words more briefly.";
    TIMER: "時間をはかる" / "Time yourself";
    TIMER_NOTE: "ぴったりでなくて大丈夫です。1分ごとに印が付きます。" / "It needn't be exact. Each minute leaves a mark.";
    TIMER_START: "はかりはじめる" / "Start";
    TIMER_PAUSE: "とめる" / "Pause";
    TIMER_GO_ON: "つづける" / "Go on";
    TIMER_AGAIN: "はじめから" / "From the start";
    TIMER_STARTED: "はかりはじめました" / "Started";
    FILE_REHEARSE: "ありたい_話す練習" / "Aritai_rehearsal";

    // What is said between one's own words. Each stands as a sentence of its own, whatever follows.
    SPOKEN_OPEN: "お時間をいただき、ありがとうございます。" / "Thank you for making time for this.";
    SPOKEN_TOPIC: "今日いちばん話したいのは、このことです。" / "What I most want to talk about is this.";
    REHEARSE_SCENE: "一日のようす" / "The day itself";
    SPOKEN_SCENE: "たとえば、こんな一日です。" / "Picture a day like this.";
    SPOKEN_FOR_WHOM: "そうなると、助かる人がいます。" / "It would make someone's life easier.";
    SPOKEN_VALUES: "働くうえで大切にしているのは、こういうことです。" / "This is what matters to me at work.";
    SPOKEN_SHORT: "なかでも、いま足りないと感じているものがあります。" / "Of these, here is what I feel short of now.";
    SPOKEN_SHORT_IT: "いまは、これが少し足りないと感じています。" / "Just now I feel a little short of it.";
    SPOKEN_USE: "活かしたい力があります。" / "There is a strength I want to use.";
    SPOKEN_GROW: "伸ばしたい力があります。" / "There is a strength I want to grow.";
    SPOKEN_STRENGTH: "わたしの力です。" / "This is a strength of mine.";
    SPOKEN_EPISODE: "こんなことがありました。" / "Here is a time I used it.";
    SPOKEN_EXPERIENCE: "経験してみたいことがあります。" / "There is something I'd like to experience.";
    SPOKEN_WHY: "なぜかというと、こうです。" / "Here is why.";
    SPOKEN_SMALL: "まずは、こんな小さな形で試せたらと思います。" / "I could begin with something as small as this.";
    SPOKEN_STEP: "わたしがやることも、決めました。" / "I have settled what I will do myself.";
    SPOKEN_ASK: "お願いが一つあります。" / "I have one thing to ask.";
    SPOKEN_ASK_NONE: "お願いについては、いまはこうです。" / "As for what I'd ask, this is how it is for now.";
    SPOKEN_ASK_SMALL: "小さな形でいえば、こうです。" / "In a small form, it would be this.";
    SPOKEN_QUESTION: "一緒に考えたいことがあります。" / "Here is something I'd like to think over with you.";
    SPOKEN_END: "聞いてくださって、ありがとうございました。" / "Thank you for listening.";
}

/// How long one may speak.
pub const REHEARSE_MINUTES: [super::Words; 2] = [REHEARSE_ONE, REHEARSE_THREE];
