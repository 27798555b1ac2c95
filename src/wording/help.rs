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
        / "Easy Japanese and the readings could not be loaded. Your words are as they were. Please check the connection and try again.";

    TOUR_PAGE: "使い方を30秒で" / "How it works, in 30 seconds";
    TOUR_LEAD: "読まずに始めても大丈夫です。問いが案内します。" / "You can begin without this. The questions lead the way.";
    TOUR_1: "そうだったらいいな、を一行" / "One line of “I'd love that”";
    TOUR_1_TEXT: "何年かあとの、ちょっといい仕事の日を思いうかべて書きます。予想でなくて大丈夫です。"
        / "Picture a good working day a few years on, and write it down. It needn't be a forecast.";
    TOUR_2: "経験と力に、さかのぼる" / "Back to experiences and strengths";
    TOUR_2_TEXT: "そこへ行くまでにあるとよい経験と、使う力を、カードから選びます。"
        / "From cards, choose what you'd like to have done by then, and the strengths you'd be using.";
    TOUR_3: "15分の、小さな一歩" / "One small step of 15 minutes";
    TOUR_3_TEXT: "二週間のうちに、いつ、どこでするかまで決めます。" / "Within two weeks: when and where are settled, too.";
    TOUR_4: "見せるところだけ、A4一枚に" / "Only what you choose, on one A4";
    TOUR_4_TEXT: "面談で見せるものを、一つずつ選びます。選ばなかったものは、紙にもファイルにも出ません。"
        / "Choose, one by one, what to show at the talk. What you don't choose is on no paper and in no file.";
    TOUR_ALWAYS: "どの問いも飛ばせます。いつでも戻れます。書いたものは、この端末に自動で保存されます。"
        / "Skip any question, go back at any time. What you write is saved on this device as you go.";
    TOUR_BEGIN: "はじめる" / "Begin";

    WORDS_PAGE: "ことばの説明" / "What the words mean";
    WORDS_LEAD: "画面と用紙に出てくることばです。知らなくても書けます。" / "The words on the screens and on the sheet. You can write without knowing them.";
    WORDS_LENSES: "問いの背景にある考え方" / "The thinking behind the questions";
    WORDS_LENSES_NOTE: "問いのまとまりごとの、見かたの名前です。" / "Each part of the walk looks through one of these.";

    GUIDE_PAGE: "広める方へ（案内文と手引き）" / "For those who pass it on: a letter and a guide";
    GUIDE_LEAD: "人事や研修の担当の方が、そのまま配れるものです。あなたの書いたものは入りません。"
        / "For HR to hand out as it is. Nothing that you wrote is in it.";
    GUIDE_INVITATION: "案内文" / "The invitation";
    GUIDE_INVITATION_HINT: "メールや掲示板に貼って、日にちなどを書きかえてお使いください。" / "Paste it into a mail or a notice, and put in your own dates.";
    GUIDE_PRINT: "手引きを印刷する" / "Print the guide";
    FILE_GUIDE: "ありたい_手引き" / "Aritai_guide";

    GUIDE_TITLE: "「ありたい」の手引き" / "A guide to Aritai";
    GUIDE_WHAT: "何をするものか" / "What it is for";
    GUIDE_WHAT_TEXT: "面談の前に、本人が「ありたい姿」から考え、相談したいことを一枚にまとめるものです。向き不向きをはかるものでも、評価でもありません。"
        / "Before a talk, a person starts from who they want to be and puts what they want to discuss on one page. It is neither a test nor an appraisal.";
    GUIDE_PROMISE: "本人への約束" / "What people are promised";
    GUIDE_BEFORE: "配る前に" / "Before you hand it out";
    GUIDE_TALK: "面談の日" / "On the day of the talk";
    GUIDE_ASKED: "よくある質問" / "Often asked";
    GUIDE_FOOT: "情報システムの担当の方には、別に「IT審査のための資料」があります。" / "For the IT department there is a document of its own.";

    // The invitation
    INVITATION_1: "【ご案内】これからの働き方を、10分で一枚にする"
        / "Your work from here on, on one page, in ten minutes";
    INVITATION_2: "次の面談で話したいことを、自分のペースで整理できるものを用意しました。"
        / "Here is something to help you sort out, at your own pace, what you would like to talk about at your next meeting.";
    INVITATION_3: "「ありたい姿」から考えて、経験と力、小さな一歩、面談で相談したいことが、A4一枚になります。"
        / "You start from the person you want to be; experiences, strengths, one small step and what you want to ask for end up on one A4.";
    INVITATION_4: "・使うかどうかは自由です。使わなくても、何も変わりません。"
        / "- Using it is up to you. Nothing follows if you don't.";
    INVITATION_5: "・書いたものは、その端末のブラウザーの中だけに保存されます。人事にも上司にも送られません。"
        / "- What you write stays in the browser of that computer. It is sent neither to HR nor to your supervisor.";
    INVITATION_6: "・見せるものは、自分で一つずつ選びます。全部を見せる必要はありません。"
        / "- You choose, one by one, what to show. You never need to show everything.";
    INVITATION_7: "・人事評価には使いません。"
        / "- It is not used for appraisal.";
    INVITATION_8: "・登録もログインもいりません。10分ほどです。途中でやめても、続きから書けます。"
        / "- No account, no login. About ten minutes; you can stop and go on later.";
    INVITATION_9: "開くところ："
        / "Where to open it:";
    INVITATION_10: "問い合わせ："
        / "Questions to:";

    // The guide and the glossary
    GUIDE_PROMISE_1: "使うかどうかは自由です。"
        / "Using it is a free choice.";
    GUIDE_PROMISE_2: "書いたものはその端末の中だけに残り、どこにも送られません。"
        / "What they write stays on that device and is sent nowhere.";
    GUIDE_PROMISE_3: "見せるものは、本人が一つずつ選びます。"
        / "They choose, one by one, what is shown.";
    GUIDE_PROMISE_4: "人事評価の資料にはしません。"
        / "It is no material for appraisal.";
    GUIDE_BEFORE_1: "共用の端末では、終わったら「この端末から消す」を使うように伝えます。"
        / "On shared computers, ask people to erase their words when they are done.";
    GUIDE_BEFORE_2: "勤務時間のうちに、15分ほどの時間をとります。"
        / "Set aside about fifteen minutes of working time.";
    GUIDE_BEFORE_3: "紙で書きたい人には、白紙の用紙を印刷して渡します。"
        / "Print the blank sheet for those who would rather write by hand.";
    GUIDE_TALK_1: "用紙は本人が持ってきます。集めたり、コピーして回したりしません。"
        / "They bring the sheet themselves. It is neither collected nor copied round.";
    GUIDE_TALK_2: "上司の方には「面談の相手のページ」があります。前の日に読めます。"
        / "There is a page for the supervisor, to read the day before.";
    GUIDE_TALK_3: "最後に一つだけ、いつまでに返事をするかを決めます。"
        / "At the end, settle one thing: by when there will be an answer.";
    GUIDE_QUESTION_1: "書かない人がいたら？" / "What if somebody doesn't want to?";
    GUIDE_ANSWER_1: "それで大丈夫です。面談はいつもどおりできます。"
        / "That is fine. The talk goes on as it always does.";
    GUIDE_QUESTION_2: "「いまのままがいい」と書いてあったら？" / "What if it says “I'd like to stay as I am”?";
    GUIDE_ANSWER_2: "ほかの希望と同じ、大切な希望です。続けられるように何があるとよいかを聞いてください。"
        / "It is as good a wish as any. Ask what would help to keep it so.";
    GUIDE_QUESTION_3: "集計はできますか？" / "Can the answers be counted?";
    GUIDE_ANSWER_3: "できません。答えを集める仕組みがないことが、安心して書ける理由です。"
        / "No. Nothing gathers them, and that is why people can write freely.";
    TERM_1: "ありたい姿" / "The person you want to be";
    MEANS_1: "何年かあとの、ちょっといい仕事の日の自分です。役職の名前ではなく、だれと何をしているかで書きます。"
        / "You, on a good working day some years on: not a post, but with whom and doing what.";
    TERM_2: "逆算（バックキャスト）" / "Backcasting";
    MEANS_2: "先にありたい姿を決めて、そこから今へさかのぼって考えることです。"
        / "Settling first where you want to be, and thinking back from there to now.";
    TERM_3: "成り行き（いまの働き方が続いたら）" / "If work goes on as it is";
    MEANS_3: "何も変えなかったときの、数年あとです。よい面も気がかりも書きます。見せる用紙には出ません。"
        / "Some years on, if nothing changes: what is good about it, and what worries you. It is never on the sheet.";
    TERM_4: "力" / "Strengths";
    MEANS_4: "仕事で使っている、あるいはこれから使いたいことです。点数はありません。「休ませたい」も選べます。"
        / "What you use at work, or would like to use. There are no marks; you may also give one a rest.";
    TERM_5: "経験" / "Experience";
    MEANS_5: "ありたい姿へ向けて、してみたいことです。異動しなくてもできる小さな形があります。"
        / "Something you'd like to do on the way. Each has a small form that needs no transfer.";
    TERM_6: "小さな一歩" / "One small step";
    MEANS_6: "二週間のうちに15分でできることです。いつ、どこでするかまで決めます。"
        / "Something that takes 15 minutes within two weeks, with a time and a place.";
    TERM_7: "面談の相手" / "The person you meet";
    MEANS_7: "上司や係長、人事、メンターなど、用紙を見せて話す人です。"
        / "Whoever you show the sheet to: a supervisor, HR, a mentor.";
    TERM_8: "見せる用紙" / "The sheet to show";
    MEANS_8: "見せると決めたものだけが入った、A4一枚の紙です。"
        / "One A4 that holds only what you chose to show.";
    TERM_9: "本人控え" / "Your own copy";
    MEANS_9: "見せないものも入った、自分のための全部の記録です。どのページにも印が付きます。"
        / "Everything, also what is not shown, for you alone. Every page of it is marked.";
    TERM_10: "バックアップ" / "Backup";
    MEANS_10: "書いたもの全部を入れたファイルです。別の端末で続きを書くとき、端末から消えたときに使います。"
        / "A file with everything you wrote, to go on elsewhere or if this device loses it.";
    TERM_11: "この端末から消す" / "Erase from this device";
    MEANS_11: "書いたものを、このブラウザーから消すことです。ほかのプログラムのものには触れません。"
        / "Taking everything you wrote out of this browser. Other programs' things are not touched.";
    TERM_12: "前の記録" / "Earlier moments";
    MEANS_12: "少し前に書いてあったものです。見てから戻せます。"
        / "What stood here a while ago. Look at it, then go back to it if you like.";
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
