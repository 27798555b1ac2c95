//! The app's own words: Japanese and English side by side, so that one can't be added without the other.
//!
//! What the walk asks is the pack's; this is what the program says itself.
//! May know: languages. Must never know: answers, the browser. No jargon, no pressure; an error says what happened, what
//! is safe, and what to do.

#[macro_use]
mod table;

mod across;
mod editions;
mod english;
mod files;
mod help;
mod isolated;
mod keeping;
mod locked;
mod office;
mod print;
mod reply;
mod said;
mod spoken;
mod tabs;
mod talk;
mod version;
mod words;

pub use across::*;
pub use editions::*;
pub use english::*;
pub use files::*;
pub use help::*;
pub use isolated::*;
pub use keeping::*;
pub use locked::*;
pub use office::*;
pub use print::*;
pub use reply::*;
pub use said::*;
pub use spoken::*;
pub use tabs::*;
pub use talk::*;
pub use version::*;
pub use words::Words;

/// Every table, at its place.
const TABLES: [&[(&str, Words)]; 13] =
    [FRAME, TALK, FILES, HELP, KEEPING, LOCKED, OFFICE, ACROSS, PRINT, TABS, VERSION, EDITIONS, REPLY];

/// Every wording with its name, for the tests that read them all.
pub fn all() -> impl Iterator<Item = &'static (&'static str, Words)> {
    TABLES.into_iter().flatten()
}

words! {
    FRAME = 0;
    // The frame
    APP: "ありたい" / "Aritai";
    APP_LINE: "ありたい姿から、一歩を決める" / "Where you want to be, and one small step towards it";
    LANGUAGE_FAILED: "英語の文を読み込めませんでした。つながりを確かめて、もう一度ためしてください。" / "The English text couldn’t be loaded. Please check your connection and try again.";
    SKIP: "本文へ" / "Skip to main content";
    TO_OUTLINE: "全体を見る" / "Overview";
    MENU: "メニュー" / "Menu";
    WAYS: "画面の移動" / "Where to go";
    HOME: "はじめの画面" / "Welcome";
    NEXT: "つぎへ" / "Next";
    BACK: "もどる" / "Back";
    LATER: "あとで" / "Later";
    NOT_SURE: "まだ分からない" / "I don’t know yet";
    CHOOSE_NONE: "選ばない" / "Leave it open";
    SUGGESTED: "たとえば（押すと入ります）" / "For example (tap to use)";
    NOT_SURE_KEPT: "「まだ分からない」と残しました。それも答えです。" / "“I don’t know yet” is noted. That’s an answer too.";
    STOP_TODAY: "今日はここまで" / "That’s enough for today";
    STOP_TODAY_NOTE: "途中のままで大丈夫です。用紙は、いまの分だけでも印刷できます。" / "It’s fine to stop halfway. You can print the sheet with whatever’s there.";
    OPTIONAL: "任意" / "optional";
    PRIVATE_MARK: "自分だけ" / "Only you";
    EXAMPLE: "例を見る" / "See an example";
    STARTERS: "書き出しを入れる" / "Start with";
    WHY_ASK: "なぜ聞くのか" / "Why we ask";
    MORE: "もっと見る" / "Show more";
    FEWER: "たたむ" / "Show fewer";
    OWN_WORDS: "自分の言葉で書く" / "In your own words";
    ADD: "加える" / "Add";
    REMOVE: "はずす" / "Remove";
    UNDO: "元に戻す" / "Undo";
    TAKEN_BACK: "元に戻しました。" / "Undone.";
    UNDO_LAST: "最後にしたことを元に戻す" / "Undo the last change";
    TAKEN_AWAY: "はずしました。" / "Removed.";
    REPLACED: "入れかえました。" / "Swapped.";
    UNSHARED: "自分だけに戻しました。" / "Private again.";
    SHARED: "見せるものに加えました。" / "Added to what you’ll show.";
    CLOSE: "閉じる" / "Close";
    CANCEL: "やめる" / "Cancel";
    CHOSEN: "選んだもの" / "Chosen";
    LIST: "／" / "; ";
    NOT_FOUND: "その画面は見つかりませんでした。" / "There’s no such page.";
    DATE: "書いた日" / "Written on";
    TALK_DAY: "面談の日" / "Day of the conversation";
    TODAY: "今日の日付を入れる" / "Put in today’s date";
    NAME: "氏名" / "Name";
    DEPARTMENT: "所属" / "Department";
    DAYS: "話せそうな日" / "Days I could talk";
    SHEET_LOOK_AT: "のぞいてみたいこと" / "What I’d like to look at";
    ROLE: "役割・年数" / "Role and years";

    // Saving
    SAVE_UNSAVED: "未保存" / "Not saved yet";
    SAVE_SAVING: "保存中" / "Saving";
    SAVE_SAVED: "端末に保存済み" / "Saved here";
    SAVE_FAILED: "保存できません" / "Can’t save";
    SAVE_READING: "読むだけ" / "Read-only";
    FAILED_BLOCKED: "このブラウザーでは、端末に書き残すことができません。書いたものは、この画面を開いているあいだは残ります。閉じる前に、ファイルに保存してください。"
        / "This browser won’t let the page keep anything on this device. What you’ve written stays while this page is open. Save it to a file before you close it.";
    FAILED_FULL: "端末の空きが足りず、新しい分を保存できていません。書いたものはこの画面に残っています。ファイルに保存してください。空きができると自動でやり直します。"
        / "There’s no room left on this device, so your latest words haven’t been saved. They’re still here on the page. Please save them to a file. Once there’s room, saving starts again by itself.";
    FAILED_ELSEWHERE: "別の画面（タブ）で新しい内容が書かれたため、こちらでの保存を止めています。どちらの内容も残っています。どちらで続けるかを選んでください。急がなくて大丈夫です。"
        / "Something newer was written in another tab, so this one has stopped saving. Both versions are still there. Please choose which one to carry on with. There’s no hurry.";
    FAILED_OTHER: "いまは保存できていません。書いたものはこの画面に残っています。ファイルに保存してください。自動でもう一度ためします。"
        / "This can’t be saved just now. What you’ve written is still here on the page. Please save it to a file. It’ll try again by itself.";
    SAVE_WORKS: "書いたものは自動で保存されます。" / "What you write is saved as you go.";
    SAVE_TO_FILE: "ファイルに保存する" / "Save to a file";
    ASIDE_TITLE: "読めない記録がありました" / "Some of what was saved couldn’t be read";
    ASIDE_DAMAGED: "前の記録の一部が壊れていて、読めませんでした。消さずに取り分けてあります。ファイルに保存して、詳しい人に見てもらうこともできます。"
        / "Part of what was saved earlier is damaged and couldn’t be read. It’s been set aside, not deleted. You can save it to a file and ask someone to look at it.";
    ASIDE_OTHER: "ほかの画面（タブ）で書かれて、保存される前に閉じられた内容がありました。消さずに取り分けてあります。ファイルに保存して見ることができます。"
        / "Something was written in another tab that was closed before it could be saved. It’s been set aside, not deleted. You can save it to a file and have a look.";
    ASIDE_NEWER: "前の記録は、新しいバージョンの「ありたい」で書かれたものです。読めるところだけをお見せします。このバージョンでは書きかえず、そのまま残してあります。続きは、新しいほうで開いて書いてください。"
        / "What was saved earlier was written with a newer version of Aritai. You can see as much as this version can read. Nothing is changed here; to carry on writing, open it with the newer version.";
    ASIDE_SAVE: "取り分けた記録をファイルに保存する" / "Save what was set aside to a file";

    // Welcome
    WELCOME_TITLE: "ありたい姿から、\u{200b}小さな一歩へ。" / "Start with where you want to be. Then take one small step.";
    WELCOME_LEAD: "これからの働き方を、10分で一枚の用紙にします。面談で話したいことと、お願いしたいことが、ひと目で伝わるように。"
        / "In ten minutes, get your hopes for work onto one page: what you’d like to talk about, and what you’d like to ask for.";
    PROMISES: "三つの約束" / "Three promises";
    PROMISE_1: "書いたことは、この端末の中だけに残ります。どこにも送られません。" / "What you write stays on this device. It’s never sent anywhere.";
    PROMISE_2: "見せるものは、ひとつずつ自分で選べます。選ぶまでは、すべて自分だけのものです。" / "You choose what to show, item by item. Until you do, only you can see it.";
    PROMISE_3: "「まだ分からない」も答えです。決まっていなくて当然です。" / "“I don’t know yet” is an answer too. Nobody has it all worked out.";
    DEVICE_ASK: "このパソコンは自分だけが使いますか" / "Who uses this computer?";
    DEVICE_OWN: "自分だけ" / "Just me";
    DEVICE_OWN_NOTE: "書いたものはこの端末に残り、次に続きから書けます。" / "What you write is kept here, so you can pick up where you left off.";
    DEVICE_SHARED: "ほかの人も使う" / "Other people too";
    DEVICE_SHARED_NOTE: "終わるときに「ファイルに保存して消す」をご案内します。それまでは、この端末に残ります。" / "When you finish, you’ll be offered “Save to a file and erase”. Until then, what you write is kept on this device.";
    START: "10分ではじめる" / "Start the ten-minute version";
    RESUME: "続きから" / "Pick up where I left off";
    OPEN_FILE: "ファイルから開く" / "Open from a file";
    SEE_EXAMPLES: "記入例を見る" / "Look at an example";
    EXAMPLES_NOTE: "どれも架空の人のものです。" / "These people are all invented.";
    FORMER_TITLE: "前の人の記録があります" / "Someone’s answers are still here";
    FORMER_TEXT: "この端末には、書きかけの記録が残っています。自分のものでなければ、開かずに、ファイルに保存して消すことができます。"
        / "Someone began writing on this device, and what they wrote is still here. If it isn’t yours, you can save it to a file and erase it without opening it.";
    FORMER_MINE: "わたしの記録です。続ける" / "It’s mine. Carry on";
    FORMER_ERASE: "ファイルに保存して消す" / "Save to a file and erase";

    // The eight screens
    VALUES_FULL: "三つ選ばれています。入れかえるときは、先にどれか一つをはずしてください。" / "You’ve chosen three. To swap, remove one first.";
    VALUES_SHORT_ASK: "いま、もう少しほしいものはありますか" / "Is there one you’d like more of just now?";
    VALUES_SHORT_NOTE: "なければ、そのまま進んで大丈夫です。" / "If not, just carry on.";
    WISH_WHEN: "いつごろのことにしますか" / "Roughly when is this?";
    WISH_MORE: "もう一つだけ" / "Just one more thing";
    EXPERIENCE_ONE: "一つで十分です。あとから増やせます。" / "One is plenty. You can add more later.";
    WHY_NONE: "やってみたいことを一つ選ぶと、ここで理由も書けます。" / "Once you’ve chosen something you’d like to try, you can say why here.";
    WHY_GO: "選びにいく" / "Go and choose";
    WHY_EPISODE: "この力で「助かった」と言われたこと（一行）" / "A time someone said it helped (one line)";
    ASK_EXACTLY: "具体的には（何を・いつから・どのくらいの間）" / "What exactly, from when, for how long";
    ASK_MORE: "いつごろ・いるもの・してほしいこと" / "When, what it needs, what you’d like from them";
    ASK_NEEDS_OWN: "いるものを自分の言葉で（どの部署、だれの代わり、何時間）" / "What it needs, in your own words (which team, whose cover, how many hours)";
    ASK_CANDIDATES: "候補を2つか3つ書いておくと、選んでもらいやすくなります。" / "Name two or three, so there’s something to choose from.";
    WHY_STRENGTH: "この経験で使う力、伸ばす力" / "A strength it would use or grow";
    WHY_STRENGTH_NOTE: "一つだけで十分です。" / "One is plenty.";
    STEP_READY: "そのまま使える一歩" / "Ready-made steps";
    STEP_STOP_NOTE: "「忙しくて」なら、自分の工夫ではなく、相談に回してかまいません。" / "If you’re too busy, that’s something to talk over, not to fix by trying harder.";
    ASK_PICK: "お願いしたいこと" / "What you’d like to ask for";

    // まだ分からない
    UNSURE_CLUES: "カードや六つの一日から、手がかりをさがす" / "Look for clues in cards and six invented days";
    UNSURE_TITLE: "分からないところから、はじめる" / "Starting from “I don’t know”";
    UNSURE_LEAD: "遠い先の姿は、見えなくて当然です。いまの仕事から、ひとつの文をつくってみます。どこでやめてもかまいません。" / "It’s natural not to see that far ahead. Let’s make one sentence from your work now. You can stop at any point.";
    UNSURE_ON: "つぎの手がかりへ" / "Next clue";
    UNSURE_BACK: "前の手がかりへ" / "Previous clue";
    UNSURE_SKIP: "ここまでにして、つぎの質問へ" / "Stop here and go on to the next question";
    UNSURE_SENTENCE: "できた文" / "The sentence so far";
    UNSURE_EMPTY: "カードを選ぶと、ここに文ができます。" / "Choose a card and a sentence will appear here.";
    UNSURE_USE: "この文を「ありたい姿」に入れる" / "Put this sentence under “Where I want to be”";
    UNSURE_DAYS: "六つの、だれかの一日" / "Six days, six people";
    UNSURE_DAYS_NOTE: "架空の一日です。自分の気持ちに近いか、遠いかだけ選んでください。" / "They’re invented. Just say whether each feels close to you or far off.";
    UNSURE_NEAR: "近い" / "Feels close";
    UNSURE_FAR: "遠い" / "Feels far off";
    UNSURE_SEARCHING: "いまは探しているところです" / "I am still looking";
    UNSURE_SEARCHING_USE: "「いまは探しているところです」と書いておく" / "Write “I am still looking”";
    UNSURE_DONE: "「ありたい姿」に入れました。あとからいつでも直せます。" / "It’s now under “Where I want to be”. You can change it at any time.";

    // Outline
    OUTLINE_TITLE: "全体のようす" / "Everything at a glance";
    OUTLINE_LEAD: "どこからでも、どの順でも。空いているところがあっても、用紙は印刷できます。" / "Start anywhere, in any order. You can print the sheet even with gaps.";
    STATE_DONE: "書いてあります" / "Written";
    STATE_OPEN: "まだです" / "Not yet";
    STATE_LATER: "あとで" / "Later";
    STATE_NOT_SURE: "まだ分からない" / "Don’t know yet";
    STATE_NEXT: "つぎはここ" / "Next";

    // The sheet
    SHEET_PAGE: "見せる用紙" / "The sheet you’ll show";
    SHEET_CHOOSE: "見せるものを選ぶ" / "Choose what to show";
    SHEET_CHOOSE_NOTE: "選ぶまでは、どれも自分だけのものです。自分だけのものの言葉は、開くまでこの画面に出ません。右（スマートフォンでは下）にあるのが、相手に見えるとおりの用紙です。" / "Until you choose, only you can see any of it, and what’s private stays off this screen until you open it. Beside this (below it on a phone) is the sheet exactly as they’ll see it.";
    SHEET_ALL: "ここにあるものをすべて見せる" / "Show everything listed here";
    SHEET_NONE: "すべて自分だけに戻す" / "Make everything private again";
    SHEET_REST: "そのほかの記録からも選ぶ" / "Choose from the rest too";
    SHEET_GROUP: "まとめて見せる" / "Show all of it";
    SHEET_ONE_BY_ONE: "ひとつずつ" / "one by one";
    SHEET_NOTHING_YET: "まだ何も書かれていません。どの画面からでも始められます。" / "There’s nothing here yet. Start from any screen.";
    SHEET_EMPTY: "まだ何も選ばれていません。見せるものを選ぶと、ここに用紙ができます。" / "Nothing is chosen yet. Choose what to show, and the sheet will appear here.";
    SHEET_HEADER: "用紙に入れる名前や日にち" / "Name and dates on the sheet";
    SHEET_HEADER_NOTE: "空けておいて、手で書いてもかまいません。" / "You can leave these blank and fill them in by hand.";
    SHEET_TO_PREVIEW: "用紙を見る" / "See the sheet";
    SHEET_PREVIEW: "相手に見える用紙" / "What they’ll see";
    SHEET_TITLE: "対話のための用紙" / "Notes for our conversation";
    SHEET_NOT_EVALUATION: "対話のために書いたもので、人事評価の資料として書いたものではありません。" / "Written for a conversation, not as material for an appraisal.";
    SHEET_HELP: "ほしいのは" / "What would help";
    SHEET_ASKS: "お願い → お返事" / "My requests → your answers";
    SHEET_SMALL: "具体的には" / "What exactly";
    SHEET_BY: "いつごろ" / "When";
    SHEET_NEEDS: "いるもの" / "What it needs";
    SHEET_DECIDES: "してほしいこと" / "What I’d like from you";
    SHEET_ANSWER: "お返事" / "Answer";
    SHEET_PROMISES: "約束メモ" / "What we agree";
    SHEET_WORDS: "面談の相手から一言" / "A few words from you";
    SHEET_HANDLING: "この用紙の取扱い" / "What happens to this sheet";
    SHEET_MORE: "そのほか" / "Also";
    SHEET_LONG: "一枚に収まっていません。文字は小さくせず、切りもしません。下の「一枚に収める」で、いくつか用紙からはずしてください。見せることは変わりません。" / "It doesn’t fit on one page. Nothing is shrunk or cut off. Use “Fit it on one page” below to take a few things off it. Removed items are still shown: they stay in the full plan.";
    SHEET_UNDATED: "書いた日を入れておくと、「来週の水曜」がいつのことか、相手に伝わります。" / "Date the sheet, and they can tell when “next Wednesday” is.";
    SHEET_PRINT: "印刷・PDF" / "Print or PDF";
    SHEET_MARKDOWN: "Markdownで保存" / "Save as Markdown";
    SHEET_DONE_SHARED: "ほかの人も使う端末です。終わるときは、ファイルに保存してから消せます。" / "Other people use this device. When you finish, you can save to a file and then erase.";
    ANSWER_YES: "できる" / "Yes";
    ANSWER_TRY: "まず試す" / "Try it first";
    ANSWER_PASS: "つなぐ（だれに　　　いつ　　）" / "Pass on (to           by        )";
    ANSWER_TAKE: "持ち帰る（　　月　　日まで）" / "I’ll get back to you (by        )";
    BLANK_PROMISE: "だれが・何を・いつまでに" / "Who, what, by when";
    BLANK_REPLY: "返事の日" / "Answer by";
    BLANK_NEXT: "次に話す日" / "We’ll talk again on";
    HANDLING_BACK: "□ 面談のあと本人に返す" / "□ Give back to me afterwards";
    HANDLING_KEEP: "□ ＿＿＿＿が＿＿月まで保管する" / "□ Kept by ________ until ________";
    HANDLING_MOVE: "相手の異動時　□ 後任に伝えてよい　□ 本人に返す" / "If you move on:  □ may go to your successor  □ give back to me";

    // Keep
    RESTORE_TITLE: "このファイルに戻すと" / "If you restore this file";
    RESTORE_MADE: "ファイルがつくられた日時" / "The file was made on";
    RESTORE_SAME: "いまの記録と同じ内容です。" / "It’s the same as what you have now.";
    RESTORE_SETTINGS: "書いた内容は同じです。見せるものの選び方や、順番などが違います。" / "The words are the same. What’s shown, or the order, is different.";
    RESTORE_ADDED: "増えるもの" / "Added";
    RESTORE_CHANGED: "変わるもの" / "Changed";
    RESTORE_GONE: "なくなるもの" / "Removed";
    RESTORE_BEFORE: "いま" / "Now";
    RESTORE_AFTER: "ファイル" / "File";
    RESTORE_DO: "この内容に戻す" / "Restore this";
    RESTORE_DONE: "ファイルの内容に戻しました。" / "Restored from the file.";
    RESTORE_SAFE: "いまの記録は変わっていません。" / "What you have now hasn’t changed.";

    // The walk in full
    IN_FULL: "じっくりはじめる" / "Start the full version";
    IN_FULL_NOTE: "じっくりは40分ほど。何日かに分けても、途中で切り替えてもかまいません。" / "The full version takes about forty minutes. Spread it over a few days, or switch at any time.";
    VALUES_MORE: "大切さの順と、いまの満たされ方" / "Rank them, and say how well each is met";
    WISH_MORE_PAGE: "ありたい姿を、もう少し" / "More about where I want to be";
    EXPERIENCES_PAGE: "経験を、もう少し詳しく" / "More about the experiences";
    BACK_PAGE: "ありたい姿から、いまへ" / "Working backwards to now";
    LETTER_PAGE: "そのときの自分との手紙" / "A letter to my future self, and the reply";
    PICTURE_PAGE: "見取り図" / "My plan in pictures";
    EDITIONS_PAGE: "前の版とくらべる" / "This plan and the last one";
    SEARCH: "カードをさがす（ひらがな・漢字・英語）" / "Search the cards";
    SEARCH_FOUND: "見つかったカード" / "Cards found";
    SEARCH_NONE: "見つかりませんでした。下の欄に、自分の言葉でも書けます。" / "Nothing found. You can use your own words below.";
    ITEM_NEW: "（名前はまだありません）" / "(no name yet)";
    ITEM_UP: "上へ" / "Move up";
    ITEM_DOWN: "下へ" / "Move down";
    ITEM_AWAY: "消す" / "Delete";
    MOVED: "順番を変えました。" / "Moved.";
    ADDED: "加えました。" / "Added.";
    PICK: "カードから選ぶ" / "Choose from cards";
    PICKED: "加えました。上の一覧に並んでいます。" / "Added. It’s in the list above.";
    LINE_MORE: "もう一行書く" / "Add another line";
    READY: "こんな言い方も" / "You could say";
    WORK_MORE: "増えるとうれしい" / "A little more";
    WORK_LESS: "減ると助かる" / "A little less";
    WORK_FINE: "このままで" / "Fine as it is";
    WORK_OWN: "自分の言葉で書く（まず「増えるとうれしい」に入ります。あとで変えられます）" / "In your own words (it goes under “A little more” first; you can change that)";
    VALUES_NONE: "先に、なくしたくないものを選ぶ" / "First choose what you wouldn’t want to lose";
    VALUES_MORE_LEAD: "いちばん上が、いちばん大切なもの。順番は「上へ」「下へ」か、左の印で動かせます。書けるところだけで十分です。" / "Put the most important first. Move them with the buttons or the handle. Fill in only what comes to you.";
    WISH_NONE: "先に、ありたい姿を一行だけ書いてみる" / "First write one line about where you want to be";
    WISH_MORE_LEAD: "その一日を、別の角度から眺めてみます。書けるところだけで十分です。" / "Look at that day from a few other angles. Fill in only what comes to you.";
    TO_WRITE_ON: "書き直す・書き足す" / "Change it or add to it";
    LETTER_LEAD: "手紙を書いたら、今度はその自分になって、返事も書いてみます。返事まで書くと、少し先の自分が近くなります。" / "Write to your future self, then write back as that person. The reply brings them closer.";
    REREAD_PAGE: "席を替わって、読み返す" / "Read it through someone else’s eyes";
    REREAD_LEAD: "直すためではなく、気づくために。一度だけ、ほかの人の席から読んでみます。" / "Not to correct anything, just to notice. Read it once as if you were somebody else.";
    REREAD_NONE: "見せるものを選ぶと、ここで用紙を読み返せます" / "Choose what to show, and you can reread the sheet here";
    DRIFT_TICK: "印を付けると、相談する話題を一行書けます。その一行だけは、あとで自分が選べば、用紙に載せて見せられます。" / "Tick this and you can write one line as a topic to raise. Only that line can go on the sheet later, and only if you choose it.";
    DRIFT_RAISE: "これは、がんばる課題ではなく、だれかに相談していいことです。話す先は面談の相手にかぎらず、人事、相談窓口、同僚など、話しやすい人で大丈夫です。見せられるのは、下に書く言葉だけです。" / "This is something to talk over, not to try harder at: with the person you’ll talk to, or with HR, a counselling service or a colleague. Only the words you write below can ever be shown.";
    EXPERIENCES_LEAD: "一つずつ、書けるところだけ。小さく試す形まで決めておくと、面談で頼みやすくなります。" / "One at a time, and only what comes to you. With a small first try in mind, it’s easier to ask.";
    EXPERIENCES_ADD: "経験を加える・選び直す" / "Add experiences, or choose again";
    STRENGTHS_PAGE: "力を、もう少し詳しく" / "More about the strengths";
    STRENGTHS_LEAD: "三つで十分、多くても八つくらいまで。「できるけれど休ませたい」も選べます（選ばないかぎり、相手には見えません）。" / "Three are plenty, eight at most. You can also say you’d like a rest from something you’re good at; that stays private unless you choose to show it.";
    STRENGTHS_ADD: "力を加える・選び直す" / "Add strengths, or choose again";
    ELSEWHERE_WAYS: "異動を待たずに試せる形もあります。気になれば加えてみてください。" / "You can try these in your current job. Add one if it appeals.";
    ASKS_MORE: "お願いを、もう少し具体的に" / "More about my requests";
    BACK_LEAD: "遠いほうから順に、いまへ戻ってきます。分からないところは空けておいてかまいません。" / "Start at the far end and work back to now. Leave blank what you don’t know.";
    BACK_MORE: "もう一つ加える" / "Add another";
    BACK_DETAIL: "何のため・いつ・止まったら" / "What it’s for, when, and what if it stalls";
    WHY_MORE: "ほかの経験は、一つずつ書けます" / "The other experiences, one at a time";
    NEVER_PRINTED: "この画面を印刷しても、書いた言葉は出ません。" / "If you print this screen, your words are left out.";
    RAISE_NOTE: "忙しさは、自分の工夫だけで抱えなくて大丈夫です。" / "You don’t have to deal with your workload on your own.";
    RAISE: "「仕事を一つ見直したい」とお願いに加える" / "Add “review one task” to my requests";
    RAISED: "お願いに入っています。" / "It’s among your requests.";
    PRIVATE_UNTIL: "「見せる用紙」で選ぶまで、どれも自分だけのものです。" / "Only you can see any of this until you choose it for the sheet.";
    PRIVATE_HERE: "ここに書いたことは、用紙に載りません。載せられるのは、「ひとりでは動かせない」に印を付けて書く「相談する話題」だけで、それも自分で選んだときだけです。" / "None of this goes on the sheet. The one exception is “A topic to raise”, which you can write after ticking “I can’t change this on my own”, and only if you choose to show it.";
    PRIVATE_APART: "「見せる用紙」で、自分でこれを選ばないかぎり、だれにも見えません。" / "Nobody sees this unless you tick this item yourself for the sheet.";
    OUTLINE_WAY: "「つぎへ」で進む道" / "Where “Next” takes you";
    OUTLINE_SHORT: "10分の道" / "The ten-minute version";
    OUTLINE_FULL: "じっくり、ぜんぶ" / "The full version";
    OUTLINE_TEN: "10分" / "10 min";
    GALLERY_PAGE: "架空の人の記入例" / "Examples from invented people";

    // The second part of the program
    SECOND_WAIT: "読み込んでいます…" / "Loading…";
    SECOND_FAILED: "このページを読み込めませんでした。書いたものは、この端末に残っています。つながりを確かめて、もう一度ためしてください。" / "This page couldn’t be loaded. What you’ve written is still on this device. Please check your connection and try again.";
    SECOND_AGAIN: "もう一度読み込む" / "Try again";

    // Examples
    EXAMPLE_TITLE: "記入例（架空）" / "An example (invented)";
    EXAMPLE_WAIT: "読み込んでいます…" / "Loading…";
    EXAMPLE_FAILED: "記入例を読み込めませんでした。つながりを確かめて、もう一度ひらいてください。" / "The example couldn’t be loaded. Please check your connection and open it again.";
    EXAMPLES_LEAD: "十一人の歩みを、最後まで見られます。正解の見本ではなく、ひとりずつ違う例です。" / "Eleven people, from the first question to the sheet. They’re not model answers: each is just one person’s own.";
    EXAMPLES_MORE: "ほかの人の例も見る" / "See the other examples";
    EXAMPLE_SHEET: "面談に持っていく用紙" / "The sheet for the conversation";
    READING_YES: "はい" / "Yes";
    SEEN_BY_TALK: "相手に見える" / "Shown in the conversation";
    SEEN_BY_HR: "人事に見える" / "Shown to HR";
    SEEN_BY_BOTH: "相手と人事に見える" / "Shown in the conversation and to HR";
    EXAMPLE_NOTE: "実在の人ではありません。あなたの記録には入りません。" / "Not a real person. None of this goes into your own answers.";

    // How much room the sheet has
    ROOM_LITTLE: "用紙に入る目安に近づいています。" / "There’s room for a little more on the sheet.";
    ROOM_OVER: "用紙に入る目安より長めです。切られることはありません。" / "This is longer than the sheet has room for. Nothing is cut off.";

    // File names
    FILE_SHEET: "ありたい_面談用紙" / "Aritai_sheet";
    FILE_BACKUP: "ありたい_バックアップ" / "Aritai_backup";
    FILE_ASIDE: "ありたい_読めない記録" / "Aritai_set_aside";


    // Comfort
    COMFORT: "書いていてつらくなったら、閉じて大丈夫です。つらさが続くときは、この用紙より先に、産業医や職場の相談窓口など話しやすいところへ。"
        / "If writing this gets hard, it’s fine to close it. If it stays hard, put the sheet aside and talk first to someone you feel at ease with, such as a staff counsellor.";
    PATH_NOW: "いま" / "Now";
    PATH_STEP: "一歩" / "A step";
    PATH_90: "90日" / "90 days";
    PATH_YEAR: "1年" / "1 year";
    PATH_WISH: "ありたい姿" / "Where I want to be";
    PATH_SAYS: "いまから、一歩、90日、1年を経て、ありたい姿へ向かう道。考えるときは、ありたい姿からさかのぼります。" / "A path from now, through one step, 90 days and a year, to where you want to be. You work it out backwards from the far end.";

    // 見取り図
    PICTURES_LEAD: "書いたものを、五つの図にしました。図にあることは、下の文と表にもあります。" / "Five pictures of what you’ve written. Each says the same in a sentence and in a table.";
    PICTURE_TABLE: "表で見る" / "See it as a table";
    PICTURES_PRINT_NOTE: "開いてある表も、いっしょに印刷されます。" / "Open tables are printed too.";
    PICTURE_PATH: "いまから、ありたい姿まで" / "From now to where you want to be";
    PICTURE_PATH_EMPTY: "まだ何もない道です。ありたい姿を一行書くと、そこからいまへ、道がつながりはじめます。" / "There’s nothing on this path yet. Write one line about where you want to be, and it starts to lead back from there to now.";
    PICTURE_WAYS: "経験と力" / "Experiences and strengths";
    PICTURE_PLACE: "どこ" / "Where";
    PICTURE_WRITTEN: "書いたこと" / "What you wrote";
    PICTURE_SERVES: "つながる先" / "What it leads to";
    PICTURE_STRENGTHS: "力の、いまとこれから" / "Strengths, now and later";
    PICTURE_STRENGTHS_EMPTY: "力を選ぶと、いまのところと、ありたい姿に向けたところが、ここに並びます。使いたい力も、休ませたい力も。" / "Choose a strength, and here you’ll see where it is now and where you’d like it to be: those to use, and those to rest.";
    PICTURE_VALUES: "大切にしていること" / "What matters to you";
    PICTURE_VALUES_EMPTY: "なくしたくないものを選ぶと、うつわになって並びます。中身が、いまの満たされ方です。" / "Choose what you wouldn’t want to lose, and each becomes a cup, filled as far as it’s met now.";
    PICTURE_EXPERIENCES: "経験と、その入り口" / "Experiences, and where they start";
    PICTURE_EXPERIENCES_EMPTY: "やってみたいことを選ぶと、だれと始められるかが、ここで見渡せます。" / "Choose something you’d like to try, and here you’ll see who you could start it with.";
    PICTURE_NO_DOOR: "だれと始めるかは、これから" / "Who to start with is still open";
    PICTURE_OTHER_DOORS: "こちらからも" / "Also";
    PICTURE_STEPS: "一歩の順番" / "Steps, the soonest first";
    PICTURE_STEPS_EMPTY: "15分でできることを一つ決めると、ここに最初の印がつきます。" / "Choose one thing that takes fifteen minutes, and the first mark will appear here.";
    PICTURE_NO_SPAN: "時期は、これから" / "The time is still open";
    PICTURE_UNNAMED: "（まだ名前がありません）" / "(no name yet)";
    TRAIL_TITLE: "つながりをたどる" / "Follow the links";
    TRAIL_LEAD: "選ぶと、そこへ移ります。一歩からは「なぜ」へ、ありたい姿からは「していること」へ。" / "Choose one to go to it: from a step to why you’re taking it, from where you want to be to what you’re doing.";
    TRAIL_WHY: "これは、何のため" / "What this is for";
    TRAIL_DOING: "そのために" / "What you’re doing towards it";
    TRAIL_NO_WHY: "まだ、どこにもつながっていません。つながなくてもかまいません。" / "Not linked to anything yet. It doesn’t have to be.";
    TRAIL_NO_DOING: "まだ何もつながっていません。" / "Nothing’s linked to it yet.";
    TRAIL_REST: "休ませたい力" / "Strengths to rest";
    TRAIL_LOOSE: "まだつながっていないもの" / "Not linked yet";
    TRAIL_TO_WISH: "ありたい姿からたどる" / "Start from where I want to be";
    TRAIL_EDIT: "書いたところへ" / "Go to where it’s written";
    // Remarks
    REMARKS_TITLE: "あなたの答えを並べてみると" / "Your answers, side by side";
    REMARKS_LEAD: "答えをそのまま引いて、気づいたことを三つまで出しています。ちがうと思ったら、消してかまいません。ここは自分だけの画面で、用紙には載りません。"
        / "Up to three things that stand out when your answers are put side by side. Remove any that aren’t right. Only you see this; none of it goes on the sheet.";
    REMARKS_NONE: "いまは、ここに出すことはありません。このままで大丈夫です。" / "There’s nothing to point out just now. It’s fine as it is.";
    REMARKS_RESTS: "もとにした答え" / "The answers this is based on";
    REMARKS_REPLY: "この気づきへの返事" / "Your reply to this";
    REMARKS_NO: "分かりました。この気づきは、もう出しません。" / "All right. This one won’t come up again.";
    REMARKS_GONE: "気づきを消しました。" / "Removed.";
    REMARKS_AGAIN: "消した気づきを、もう一度出す" / "Bring back what I removed";
    ENDS_TITLE: "つなげておけるところ" / "Things you could link";
    ENDS_NOTE: "つながなくても困りません。思い当たるものがあれば、どうぞ。" / "Nothing has to be linked. Only if one of these rings true.";
    // After the talk
    AFTER_LEAD: "話したことが薄れないうちに、決まったことだけ書いておきます。書かずに閉じてもかまいません。" / "While it’s fresh, note what was agreed. Or just leave it.";
    AFTER_PROMISES_NOTE: "一つずつ、だれが・何を・いつまでに。" / "One at a time: who, what, by when.";
    AFTER_PROMISE_ADD: "約束を加える" / "Add what was agreed";
    AFTER_ANSWERS: "お願いへのお返事" / "Answers to my requests";
    AFTER_ANSWERS_NOTE: "話してみて、どうなりましたか。まだのものは、そのままで。" / "How did each turn out? Leave any that has no answer yet.";
    ANSWER_FROM: "いつから" / "From when";
    ANSWER_UNTIL: "いつまでに" / "By when";
    ANSWER_HOLD: "返事の日を一つ決めておくと、待つあいだも落ち着いていられます。" / "With a date for the answer, you’re not left wondering.";
    ANSWER_SMALL: "お願いに書いた形" / "As in your request";
    AFTER_EXPERIENCES: "経験したいことのその後" / "How the experiences went";
    AFTER_EXPERIENCES_NOTE: "できたことは、次の版では「経験したいこと」に並びません。" / "What you’ve done won’t be listed under “Experience I’d like” in your next plan.";
    AFTER_DAYS: "これからの日" / "Coming up";
    AFTER_STEPS: "一歩のその後" / "How the steps went";
    AFTER_STEPS_NOTE: "止まっている、やめることにした、次に持ちこす。どれも、りっぱな答えです。" / "Stuck, dropped or carried over: all fine answers.";
    AFTER_LOOKS_NOTE: "二週間、90日、一年たったころに。一行で十分です。" / "After two weeks, 90 days and a year. One line is plenty.";
    AFTER_LOOKS_PRIVATE: "選ばない限り、自分だけのものです。" / "Only you can see this unless you choose to show it.";
    AFTER_TO_EDITIONS: "前の版とくらべる・次の版をはじめる" / "Compare with my last plan, or start the next";
}

/// The boxes beside each ask.
pub const ANSWERS: [Words; 4] = [ANSWER_YES, ANSWER_TRY, ANSWER_PASS, ANSWER_TAKE];
/// What is left blank to agree in. Where asks stand, the day of an answer has its place beside each of them.
pub fn promise_blanks(asked: bool) -> Vec<Words> {
    let reply = (!asked).then_some(BLANK_REPLY);
    [Some(BLANK_PROMISE), reply, Some(BLANK_NEXT)].into_iter().flatten().collect()
}
/// How the paper is handled.
pub const HANDLING: [Words; 3] = [HANDLING_BACK, HANDLING_KEEP, HANDLING_MOVE];
