//! The words of the short tour, of the glossary, and of what HR can hand out; and of the switches that make reading easier.
//! Knows words only.

use super::Words;

words! {
    HELP = 3;
    EASE_TITLE: "読みやすさ" / "Easier reading";
    EASE_NOTE: "問いの文だけが変わります。書いたものは変わりません。" / "Only the questions change, never your words.";
    EASE_EASY: "やさしい日本語で" / "In easy Japanese";
    EASE_READINGS: "漢字にふりがなを付ける" / "With readings over the kanji";
    EASE_FAILED: "やさしい日本語とふりがなを読み込めませんでした。書いたものはそのままです。つながりを確かめて、もう一度ためしてください。"
        / "Easy Japanese and the readings couldn’t be loaded. What you’ve written hasn’t changed. Please check your connection and try again.";

    WORKPLACE_ASK: "どんな職場で働いていますか" / "Where do you work?";
    WORKPLACE_NOTE: "カードや例が、その職場の言葉になります。選ばなくても、あとからでも大丈夫です。" / "Cards and examples will speak your workplace’s language. You can skip this, or change it later.";
    WORKPLACE_OFFICE: "役所・役場" / "Local government";
    WORKPLACE_COMPANY: "会社" / "A company";
    WORKPLACE_CARE: "学校・病院など" / "A school, a hospital or similar";
    WORKPLACE_GENERAL: "その他" / "Somewhere else";
    WORKPLACE_FAILED: "選んだ職場の言葉を読み込めなかったので、これまでの言葉のままにしています。" / "The words for that workplace couldn’t be loaded, so you still have the ones from before.";

    TOUR_PAGE: "使い方を30秒で" / "How it works, in 30 seconds";
    TOUR_LEAD: "読まずに始めても大丈夫です。問いが案内します。" / "You can start without reading this. The questions lead the way.";
    TOUR_1: "そうだったらいいな、を一行" / "One line of “I’d love that”";
    TOUR_1_TEXT: "何年かあとの、ちょっといい仕事の日を思いうかべて書きます。予想でなくて大丈夫です。"
        / "Picture a good working day a few years from now, and write it down. It needn’t be a forecast.";
    TOUR_2: "経験と力に、さかのぼる" / "Work backwards to experiences and strengths";
    TOUR_2_TEXT: "そこへ行くまでにあるとよい経験と、使う力を、カードから選びます。"
        / "From the cards, choose what would be good to have done by then, and the strengths you’d be using.";
    TOUR_3: "15分の、小さな一歩" / "One small step of 15 minutes";
    TOUR_3_TEXT: "二週間のうちに、いつ、どこでするかまで決めます。" / "You decide when and where, within two weeks.";
    TOUR_4: "見せるところだけ、A4一枚に" / "Only what you choose, on one A4 page";
    TOUR_4_TEXT: "面談で見せるものを、一つずつ選びます。選ばなかったものは、紙にもファイルにも出ません。"
        / "Choose what to show in the conversation, item by item. What you don’t choose isn’t on the paper, or in any file you make for them.";
    TOUR_ALWAYS: "どの問いも飛ばせます。いつでも戻れます。書いたものは、この端末に自動で保存されます。"
        / "You can skip any question and go back at any time. What you write is saved on this device as you go.";
    TOUR_BEGIN: "はじめる" / "Start";

    WORDS_PAGE: "ことばの説明" / "What the words mean";
    WORDS_LEAD: "画面と用紙に出てくることばです。知らなくても書けます。" / "These are words on the screens and on the sheet. You can write without knowing them.";
    WORDS_LENSES: "問いの背景にある考え方" / "The thinking behind the questions";
    WORDS_LENSES_NOTE: "問いのまとまりごとの、見かたの名前です。" / "Each group of questions has its own way of looking. These are their names.";

    GUIDE_PAGE: "広める方へ（案内文と手引き）" / "For those who pass it on: an invitation and a guide";
    GUIDE_LEAD: "人事や研修の担当の方が、そのまま配れるものです。あなたの書いたものは入りません。"
        / "For HR or trainers to hand out as it is. It has nothing that you wrote.";
    GUIDE_INVITATION: "案内文" / "The invitation";
    GUIDE_INVITATION_HINT: "メールや掲示板に貼って、日にちなどを書きかえてお使いください。" / "Paste it into an email or a notice, and put in your own dates.";
    GUIDE_PRINT: "手引きを印刷する" / "Print the guide";
    FILE_GUIDE: "ありたい_手引き" / "Aritai_guide";

    GUIDE_TITLE: "「ありたい」の手引き" / "A guide to Aritai";
    GUIDE_WHAT: "何をするものか" / "What it’s for";
    GUIDE_WHAT_TEXT: "面談の前に、本人が「ありたい姿」から考え、相談したいことを一枚にまとめるものです。向き不向きをはかるものでも、評価でもありません。"
        / "Before a conversation with their manager, people start with where they want to be and put what they’d like to talk over onto one page. It’s neither a test nor an appraisal.";
    GUIDE_PROMISE: "本人への約束" / "What people are promised";
    GUIDE_BEFORE: "配る前に" / "Before you hand it out";
    GUIDE_TALK: "面談の日" / "On the day of the conversation";
    GUIDE_ASKED: "よくある質問" / "Common questions";
    GUIDE_FOOT: "情報システムの担当の方には、別に「IT審査のための資料」があります。" / "For the IT department there’s a separate document, “Aritai for an IT department”.";

    // The invitation
    INVITATION_1: "【ご案内】これからの働き方を、10分で一枚にする"
        / "Your hopes for work, on one page, in ten minutes";
    INVITATION_2: "次の面談で話したいことを、自分のペースで整理できるものを用意しました。"
        / "Here’s something to help you work out, at your own pace, what you’d like to talk about at your next one-to-one.";
    INVITATION_3: "「ありたい姿」から考えて、経験と力、小さな一歩、面談で相談したいことが、A4一枚になります。"
        / "You start with where you want to be. Experiences, strengths, one small step and what you’d like to ask for all end up on one A4 page.";
    INVITATION_4: "・使うかどうかは自由です。使わなくても、何も変わりません。"
        / "- It’s up to you whether to use it. Nothing changes if you don’t.";
    INVITATION_5: "・書いたものは、その端末のブラウザーの中だけに保存されます。人事にも上司にも送られません。"
        / "- What you write is kept only in the browser on that device. It isn’t sent to HR or to your manager.";
    INVITATION_6: "・見せるものは、自分で一つずつ選びます。全部を見せる必要はありません。"
        / "- You choose what to show, item by item. You don’t need to show everything.";
    INVITATION_7: "・人事評価には使いません。"
        / "- It isn’t used for appraisal.";
    INVITATION_8: "・登録もログインもいりません。10分ほどです。途中でやめても、続きから書けます。"
        / "- You don’t need an account or a login. It takes about ten minutes; you can stop and carry on later.";
    INVITATION_9: "開くところ："
        / "Where to open it:";
    INVITATION_10: "問い合わせ："
        / "Questions to:";

    // The guide and the glossary
    GUIDE_PROMISE_1: "使うかどうかは自由です。"
        / "It’s up to them whether to use it.";
    GUIDE_PROMISE_2: "書いたものはその端末の中だけに残り、どこにも送られません。"
        / "What they write stays on that device and is never sent anywhere.";
    GUIDE_PROMISE_3: "見せるものは、本人が一つずつ選びます。"
        / "They choose what to show, item by item.";
    GUIDE_PROMISE_4: "人事評価の資料にはしません。"
        / "It isn’t used for appraisal.";
    GUIDE_BEFORE_1: "共用の端末では、終わったら「この端末から消す」を使うように伝えます。"
        / "On shared computers, ask people to use “Erase from this device” when they’ve finished.";
    GUIDE_BEFORE_2: "勤務時間のうちに、15分ほどの時間をとります。"
        / "Set aside about fifteen minutes of working time.";
    GUIDE_BEFORE_3: "紙で書きたい人には、白紙の用紙を印刷して渡します。"
        / "Print the blank sheet for anyone who’d rather write by hand.";
    GUIDE_TALK_1: "用紙は本人が持ってきます。集めたり、コピーして回したりしません。"
        / "People bring the sheet themselves. Don’t collect it, and don’t pass copies round.";
    GUIDE_TALK_2: "上司の方には「面談の相手のページ」があります。前の日に読めます。"
        / "There’s a page for their manager, to read the day before.";
    GUIDE_TALK_3: "最後に一つだけ、いつまでに返事をするかを決めます。"
        / "At the end, agree one thing: when there’ll be an answer.";
    GUIDE_QUESTION_1: "書かない人がいたら？" / "What if someone doesn’t want to?";
    GUIDE_ANSWER_1: "それで大丈夫です。面談はいつもどおりできます。"
        / "That’s fine. The conversation can go ahead as usual.";
    GUIDE_QUESTION_2: "「いまのままがいい」と書いてあったら？" / "What if it says “I’d like to stay as I am”?";
    GUIDE_ANSWER_2: "ほかの希望と同じ、大切な希望です。続けられるように何があるとよいかを聞いてください。"
        / "It’s as good a hope as any other. Ask what would help to keep it that way.";
    GUIDE_QUESTION_3: "集計はできますか？" / "Can the answers be counted up?";
    GUIDE_ANSWER_3: "できません。答えを集める仕組みがないことが、安心して書ける理由です。"
        / "No. Nothing collects them, and that’s why people can write freely.";
    TERM_1: "ありたい姿" / "Where you want to be";
    MEANS_1: "何年かあとの、ちょっといい仕事の日の自分です。役職の名前ではなく、だれと何をしているかで書きます。"
        / "You, on a good working day a few years from now. It isn’t a job title: say who you’re with and what you’re doing.";
    TERM_2: "逆算（バックキャスト）" / "Working backwards (backcasting)";
    MEANS_2: "先にありたい姿を決めて、そこから今へさかのぼって考えることです。"
        / "You decide where you want to be first, then think back from there to now.";
    TERM_3: "成り行き（いまの働き方が続いたら）" / "If work carries on as it is";
    MEANS_3: "何も変えなかったときの、数年あとです。よい面も気がかりも書きます。見せる用紙には出ません。"
        / "A few years from now, if nothing changes: what’s good about it, and what worries you. It’s never on the sheet.";
    TERM_4: "力" / "Strengths";
    MEANS_4: "仕事で使っている、あるいはこれから使いたいことです。点数はありません。「休ませたい」も選べます。"
        / "What you use at work, or would like to use. There are no marks, and you can choose to give one a rest.";
    TERM_5: "経験" / "Experience";
    MEANS_5: "ありたい姿へ向けて、してみたいことです。異動しなくてもできる小さな形があります。"
        / "Something you’d like to do on the way there. You can try each in your current job.";
    TERM_6: "小さな一歩" / "One small step";
    MEANS_6: "二週間のうちに15分でできることです。いつ、どこでするかまで決めます。"
        / "Something you can do in 15 minutes within two weeks. You decide when and where.";
    TERM_7: "面談の相手" / "The person you’ll talk to";
    MEANS_7: "上司や人事、メンターなど、用紙を見せて話す人です。"
        / "Whoever you show the sheet to and talk with: your manager, HR, a mentor.";
    TERM_8: "見せる用紙" / "The sheet you’ll show";
    MEANS_8: "見せると決めたものだけが入った、A4一枚の紙です。"
        / "One A4 page with only what you chose to show.";
    TERM_9: "本人控え" / "Your own copy";
    MEANS_9: "見せないものも入った、自分のための全部の記録です。どのページにも印が付きます。"
        / "Everything you wrote, including what you’re not showing, just for you. Every page is marked.";
    TERM_10: "バックアップ" / "Backup";
    MEANS_10: "書いたもの全部を入れたファイルです。別の端末で続きを書くとき、端末から消えたときに使います。"
        / "A file with everything you wrote. Use it to carry on with another device, or if this one loses it.";
    TERM_11: "この端末から消す" / "Erase from this device";
    MEANS_11: "書いたものを、このブラウザーから消すことです。ほかのプログラムのものには触れません。"
        / "Removes what you wrote from this browser. Nothing belonging to other programs is touched.";
    TERM_12: "前の記録" / "Earlier versions";
    MEANS_12: "少し前に書いてあったものです。見てから戻せます。"
        / "What you had written a little while ago. You can look first, then go back to it.";
}

/// What people are promised.
pub const GUIDE_PROMISES: [Words; 4] = [GUIDE_PROMISE_1, GUIDE_PROMISE_2, GUIDE_PROMISE_3, GUIDE_PROMISE_4];

/// What to do before it is handed out.
pub const GUIDE_BEFORES: [Words; 3] = [GUIDE_BEFORE_1, GUIDE_BEFORE_2, GUIDE_BEFORE_3];

/// What matters on the day.
pub const GUIDE_TALKS: [Words; 3] = [GUIDE_TALK_1, GUIDE_TALK_2, GUIDE_TALK_3];

/// What is often asked, and the answers.
pub const GUIDE_QUESTIONS: [(Words, Words); 3] =
    [(GUIDE_QUESTION_1, GUIDE_ANSWER_1), (GUIDE_QUESTION_2, GUIDE_ANSWER_2), (GUIDE_QUESTION_3, GUIDE_ANSWER_3)];

/// The words of the screens and the sheet, and what they mean.
pub const GLOSSARY: [(Words, Words); 12] = [
    (TERM_1, MEANS_1),
    (TERM_2, MEANS_2),
    (TERM_3, MEANS_3),
    (TERM_4, MEANS_4),
    (TERM_5, MEANS_5),
    (TERM_6, MEANS_6),
    (TERM_7, MEANS_7),
    (TERM_8, MEANS_8),
    (TERM_9, MEANS_9),
    (TERM_10, MEANS_10),
    (TERM_11, MEANS_11),
    (TERM_12, MEANS_12),
];

/// The invitation: paragraphs, each of lines.
pub const INVITATION: [&[Words]; 4] = [
    &[INVITATION_1],
    &[INVITATION_2, INVITATION_3],
    &[INVITATION_4, INVITATION_5, INVITATION_6, INVITATION_7, INVITATION_8],
    &[INVITATION_9, INVITATION_10],
];
