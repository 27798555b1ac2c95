//! The words of the reply: as the other person writes it, as it comes back, and what is waited for.
//! Knows words only.

words! {
    REPLY = 12;
    // What the other person writes
    REPLY_PAGE: "お返事を書く" / "Write a reply";
    REPLY_LINK_NOTE: "お願いごとに、できる・まず試す・つなぐ・持ち帰るから選びます。5分ほどです。" / "Answer each request: yes, try it first, pass it on, or answer later. It takes about five minutes.";
    REPLY_LEAD: "お願いごとに、いま言えることを選んでください。書いた分だけ渡せます。" / "For each request, choose what you can say now. You can hand back as much or as little as you write.";
    REPLY_NO_APPRAISAL: "評価の資料ではありません" / "Not part of any appraisal";
    REPLY_NOWHERE: "書いたお返事は、この端末に保存されません。閉じると消えるので、その前に渡す形を選んでください。" / "Your reply isn’t stored on this device. It’s gone when you close the page, so choose a way to hand it back first.";
    REPLY_RULES: "書くのは、事実と日にちだけで足ります。書いたものは、本人に見せることになる場合があります。取扱いは所属の文書規程によります。" / "Facts and dates are enough. What you write may have to be shown to the person it’s about. Handle it under your office’s rules on documents.";
    REPLY_NO_FILE: "お返事は、受け取った計画を開いてから書きます。" / "Open the plan you were given first, then write your reply.";
    REPLY_NO_ASKS: "この計画に、お願いは入っていません。約束、一言、次に話す日だけを渡せます。" / "There are no requests in this plan. You can still hand back a promise, a line and a date to talk again.";
    REPLY_TO_PLAN: "渡された計画を見る" / "Look at the plan";
    REPLY_ROLE: "あなたの役割" / "Your role";
    REPLY_ROLE_HINT: "「係長」のように。名前はいりません。" / "For example “Team leader”. No name needed.";
    REPLY_ASKS: "お願いへのお返事" / "Your answers to the requests";
    REPLY_ANSWER: "お返事" / "Your answer";
    REPLY_FORM: "まず試す形" / "What to try first";
    REPLY_FORM_OWN: "お願いに書かれた形" / "As in the request";
    REPLY_WHO: "だれに" / "Who to";
    REPLY_FROM: "いつから" / "From when";
    REPLY_UNTIL: "いつまでに" / "By when";
    REPLY_BY: "いつまでに返事をするか" / "When you’ll answer";
    REPLY_CLEAR: "このお願いへの返事を消す" / "Clear this answer";
    REPLY_PROMISES: "わたしの約束" / "What I promise";
    REPLY_PROMISES_NOTE: "二つまで。すぐできる小さなことがいちばん伝わります。" / "Two at most. A small thing you can do soon says the most.";
    REPLY_PROMISE_WHAT: "何を" / "What";
    REPLY_WORDS: "一言" / "A line from you";
    REPLY_WORDS_HINT: "受けとめたことを、一行で。" / "One line to say you’ve heard it.";
    REPLY_NEXT: "次に話す日" / "When we’ll talk next";
    REPLY_MENU: "一人で、今日決められること" / "What you can decide alone, today";
    REPLY_CARDS: "こんなときは" / "When it gets hard";
    REPLY_SURPRISED: "思いがけない希望を聞いたら" / "When you hear something you didn’t expect";
    REPLY_SURPRISED_TEXT: "「話してくれてありがとう」と、まず伝えます。その場で良し悪しを決めず、「どんなときにそう思いましたか」とたずねます。驚いたことは、隠さなくてかまいません。" / "Say “thank you for telling me” first. Don’t weigh it up on the spot; ask “when did you start to feel that way?” It’s fine to say you’re surprised.";
    REPLY_CANNOT: "応えられないとき" / "When you can’t grant it";
    REPLY_CANNOT_TEXT: "できない理由を、事実で短く伝えます。あわせて、いまできる小さな形か、尋ねてみる相手と日にちを一つ伝えます。「いまは無理」で終わらせず、次に話す日を決めます。" / "Give the reason briefly, in facts. Add one small thing that’s possible now, or who you’ll ask and by when. Don’t stop at “not now”: fix a day to talk again.";
    REPLY_TEARS: "涙や怒りが出たら" / "When there are tears or anger";
    REPLY_TEARS_TEXT: "急がせず、黙って待ちます。「少し休みましょうか」とたずね、続けるか別の日にするかを選んでもらいます。この場のことを、評価の記録に書きません。" / "Don’t hurry; wait quietly. Ask “shall we take a short break?” and let them choose to go on or to meet another day. Nothing of this goes into any appraisal.";
    REPLY_HAND: "お返事を渡す" / "Hand back your reply";
    REPLY_HAND_NOTE: "どれか一つで足ります。中に入るのはあなたのお返事だけで、相手の言葉は入りません。" / "Any one of these is enough. It holds only your reply, and none of their words.";
    REPLY_SAVE: "ファイルで渡す" / "Save as a file";
    REPLY_COPY: "チャットやメールで渡す" / "For chat or email";
    REPLY_COPY_NOTE: "最後の英数字の行まで、全部貼ってください。その行から、相手の画面に入ります。" / "Paste all of it, down to the line of letters and digits. That line is what their page reads.";
    REPLY_PRINT: "紙で渡す（A4の半分）" / "Print on half an A4";
    REPLY_TITLE: "面談のお返事" / "Reply to our conversation";
    REPLY_PROVES_NOT: "このお返事は、だれが書いたかを証明するものではありません。" / "This reply doesn’t prove who wrote it.";
    REPLY_MISSING: "あと少しで渡せます" / "Almost ready to hand back";
    REPLY_EMPTY: "まだ何も書かれていません。" / "There’s nothing written yet.";
    REPLY_TOO_LONG: "長すぎる欄があり、このままでは渡せません。短くしてください。" / "One of the fields is too long to hand back. Please shorten it.";
    REPLY_NEEDS_FORM: "まず試す形を書く" / "say what to try first";
    REPLY_NEEDS_PASS: "だれに、いつまでにつなぐかを書く" / "say who you’ll pass it on to, and by when";
    REPLY_NEEDS_DAY: "返事をする日を書く" / "say when you’ll answer";
    REPLY_SAVED: "お返事のファイルをつくりました。ダウンロードの一覧にあります。" / "The reply is ready. It’s in your list of downloads.";
    REPLY_DRAFT: "書きかけのお返事を開く" / "Open a reply you saved";
    REPLY_DRAFT_NOTE: "前に保存したお返事のファイルを選ぶと、続きから書けます。" / "Choose the file of a reply you saved to carry on with it.";
    REPLY_DRAFT_OTHER: "これは、別の計画へのお返事です。いまのお返事はそのままです。" / "This is a reply to another plan. The reply you’re writing is as it was.";
    REPLY_DRAFT_OPENED: "書きかけのお返事を開きました。" / "The reply you saved is open.";
    REPLY_UNSAVED: "まだ渡していないお返事があります。消してよければ、もう一度「閉じる」を押してください。" / "You haven’t handed back your reply yet. If it can go, press “Close it” once more.";
    FILE_REPLY: "ありたい_お返事" / "Aritai_reply";

    // What comes back
    REPLIES_PAGE: "受け取ったお返事" / "Replies you received";
    REPLIES_LEAD: "面談の相手から戻ってきたお返事を、お願いの横に並べて確かめてから取りこみます。" / "See each reply beside your request, then take in what you want.";
    REPLIES_LINK: "受け取ったお返事を開く・返事を待っているものを見る" / "Open a reply you received, or see what you’re waiting for";
    REPLIES_WAYS: "どんな形で届きましたか" / "How did it reach you?";
    REPLIES_FILE: "ファイルで" / "As a file";
    REPLIES_CHOOSE: "お返事のファイルを選ぶ" / "Choose the reply file";
    REPLIES_CHOOSE_NOTE: "名前が「ありたい_お返事」で始まる .json のファイルです。" / "It’s the .json file whose name begins with “Aritai_reply”.";
    REPLIES_TEXT: "チャットやメールで" / "In chat or email";
    REPLIES_PASTE: "届いた文を貼る" / "Paste the message";
    REPLIES_PASTE_NOTE: "最後の英数字の行まで、全部貼ってください。引用の印があっても読めます。" / "Paste all of it, down to the line of letters and digits. Quote marks don’t matter.";
    REPLIES_READ: "貼った文を読む" / "Read it";
    REPLIES_PAPER: "紙で" / "On paper";
    REPLIES_PAPER_NOTE: "紙のお返事を写します。お願いごとに、印のついたものを選んでください。" / "Copy the reply from paper: for each request, choose the box that’s ticked.";
    REPLIES_PAPER_OPEN: "紙のお返事を写す" / "Copy it from paper";
    REPLIES_NO_ASKS: "お願いが、まだ書かれていません。" / "You haven’t written any requests yet.";
    REPLIES_PREVIEW: "届いたお返事" / "The reply";
    REPLIES_PROVES_NOT: "だれが書いたかは、このファイルや文からは確かめられません。気になるときは、本人に確かめてください。" / "A file or a message can’t prove who wrote it. If anything seems off, ask them.";
    REPLIES_ALREADY: "もう入っています。" / "It’s in already.";
    REPLIES_OLDER: "前に届いた、古いお返事です。新しいほうが入っているので、何も変えません。" / "This is an older reply. A newer one is in, so nothing changes.";
    REPLIES_CHANGED: "前に取りこんだお返事が、書き直されて届きました。変わったところを並べています。" / "A reply you took in earlier has been changed. What’s different is shown below.";
    REPLIES_PERHAPS: "たぶん" / "Probably";
    REPLIES_PERHAPS_NOTE: "お願いの言葉が同じなので、ここに並べています。" / "It’s shown here because the words of the request are the same.";
    REPLIES_THEN: "渡したときのお願い" / "Your request as you handed it over";
    REPLIES_NOW: "いまのお願い" / "Your request now";
    REPLIES_GONE: "なくなったお願いへの返事" / "An answer to a request that’s gone";
    REPLIES_GONE_ALL: "なくなったお願い・前の書き方のお願いへの返事" / "Answers to requests that are gone or have changed";
    REPLIES_ANSWER: "お返事" / "Their answer";
    REPLIES_WORDS: "お返事の一言" / "Their line";
    REPLIES_BEFORE: "前のお返事" / "The reply before";
    REPLIES_WITHDRAWN: "今度のお返事には、ありません。" / "This reply doesn’t have it any more.";
    REPLIES_OTHERS: "ほかの人のお返事" / "What others replied";
    REPLIES_THEIR_PROMISE: "相手の約束" / "What they promise";
    REPLIES_IN: "入っています" / "It’s in";
    REPLIES_TAKE: "取りこむ" / "Take it in";
    REPLIES_TAKE_AWAY: "前の分をはずす" / "Remove the earlier one";
    REPLIES_TAKE_NOW: "いまのお願いへの返事にする" / "Use it for the request as it is now";
    REPLIES_TAKE_THEN: "前の書き方への返事として残す" / "Keep it as an answer to the earlier wording";
    REPLIES_TAKE_ALL: "すべて取りこむ" / "Take it all in";
    REPLIES_TAKE_ALL_NOTE: "書き直したお願いへの返事は、一つずつ選んでください。" / "Where you’ve changed a request since, choose for each.";
    REPLIES_TAKEN: "お返事を取りこみました。" / "The reply is in.";
    REPLIES_CLOSE: "お返事を閉じる" / "Close the reply";
    REPLIES_NOT_YOURS: "別の人へのお返事です。何も取りこんでいません。" / "This reply is for somebody else. Nothing was taken in.";
    REPLIES_KEPT: "これまでのお返事" / "Replies so far";
    REPLIES_KEPT_NOTE: "まとめて見せるときには入りません。見せるものは、一つずつ選べます。" / "They’re left out when you show everything together. You can choose what to show one by one.";
    REPLIES_NO_ROLE: "役割の記入なし" / "No role given";

    // What is waited for
    WAITING: "返事を待っています" / "Waiting for an answer";
    WAITING_NOTHING: "返事を待っているお願いは、いまはありません。" / "You’re not waiting for anything just now.";
    WAITING_HANDED: "渡した日" / "Handed over on";
    WAITING_SINCE: "お返事の日から" / "Since the reply of";
    WAITING_UNTIL: "返事の日" / "Answer by";
    WAITING_WITH: "つなぎ先" / "Passed on to";
    WAITING_NOT_YET: "まだ返事がありません" / "No answer yet";
    WAITING_REMIND: "たずねる文を写す" / "A line to ask with";
    WAITING_CALENDAR: "日にちのあるものは「ファイルにする」から予定表に入れられます。" / "Anything with a date can go into your calendar under “Make a file”.";
    WAITING_THANKS: "その形でお願いします" / "Yes please, just like that";
    WAITING_THANKS_NOTE: "お返事へのひとことを写して送れます。" / "Copy a line to send back.";

    ANSWER_CONNECT: "つなぐ" / "Pass it on";
    ANSWER_LATER: "持ち帰る" / "Answer later";

    // Bad files
    REPLY_BAD_EMPTY: "中身が空でした。もう一度送ってもらってください。" / "There’s nothing in it. Please ask for it once more.";
    REPLY_BAD_TOO_LONG: "大きすぎます（20MBまで）。お返事のファイルではないようです。" / "It’s too big (the limit is 20 MB). It doesn’t look like a reply.";
    REPLY_BAD_LOCKED: "鍵のかかったバックアップのようです。自分のものなら「記録と保存」で開けます。" / "This looks like a locked backup. If it’s yours, open it under “Saving and backups”.";
    REPLY_BAD_NOT_TEXT: "画像や文書のファイルのようです。名前が「ありたい_お返事」で始まるファイルか、届いた文を貼ってください。" / "This looks like a picture or a document. Choose the file whose name begins with “Aritai_reply”, or paste the message.";
    REPLY_BAD_ENCODING: "文字の保存形式が違うため読めません。届いたファイルを、そのまま選んでください。" / "It’s saved in another encoding and can’t be read. Please choose the file just as it came.";
    REPLY_BAD_CUT: "途中で切れています。最後の英数字の行まで、もう一度コピーしてください。" / "It stops partway through. Copy it again, down to the last line of letters and digits.";
    REPLY_BAD_NOT_OURS: "お返事が見つかりませんでした。最後の英数字の行まで、全部貼ってください。" / "There’s no reply in it. Paste all of it, down to the line of letters and digits.";
    REPLY_BAD_BACKUP: "これはバックアップです。「記録と保存」で戻せます。" / "This is a backup. You can restore it under “Saving and backups”.";
    REPLY_BAD_SHARED: "これは、渡された計画です。「受け取った計画を開く」で読めます。" / "This is a plan to read. Open it under “Open a plan you were given”.";
    REPLY_BAD_DAMAGED: "途中の文字が変わってしまったようで、読めません。もう一度送ってもらってください。" / "Some of its letters seem to have changed, so it can’t be read. Please ask for it once more.";
    REPLY_BAD_SEVERAL: "二人以上のお返事が入っています。一つずつ貼ってください。" / "There are replies from more than one person in it. Paste one at a time.";
    REPLY_SAFE: "あなたの記録は変わっていません。" / "Your own answers haven’t changed.";
    BAD_REPLY: "これは、面談の相手からのお返事です。「受け取ったお返事」で開いてください。" / "This is a reply from the person you talked to. Open it under “Replies you received”.";
}

use super::Words;
use crate::document::day;
use crate::export::calendar::civil;
use crate::format::{BackupError, FileKind};
use crate::pack::Lang;
use crate::reply::wire::Unread;
use crate::reply::{Answer, Answered};

/// What is said of bytes in which no reply could be read. That nothing was changed is said beside it.
pub fn bad_reply(error: Unread) -> Words {
    let error = match error {
        Unread::Several => return REPLY_BAD_SEVERAL,
        Unread::File(error) => error,
    };
    match error {
        BackupError::Empty => REPLY_BAD_EMPTY,
        BackupError::TooLong => REPLY_BAD_TOO_LONG,
        BackupError::Locked => REPLY_BAD_LOCKED,
        BackupError::NotText => REPLY_BAD_NOT_TEXT,
        BackupError::Utf16 | BackupError::OtherEncoding => REPLY_BAD_ENCODING,
        BackupError::Truncated => REPLY_BAD_CUT,
        BackupError::TooDeep | BackupError::NotOurs | BackupError::OtherKind(FileKind::Reply) => REPLY_BAD_NOT_OURS,
        BackupError::OtherKind(FileKind::Backup) => REPLY_BAD_BACKUP,
        BackupError::OtherKind(FileKind::Shared) => REPLY_BAD_SHARED,
        BackupError::Newer(_) => super::BAD_NEWER,
        BackupError::Damaged => REPLY_BAD_DAMAGED,
    }
}

/// An answer in a few words.
pub fn answer(answer: Answer) -> Words {
    match answer {
        Answer::Can => super::ANSWER_YES,
        Answer::Try => super::ANSWER_TRY,
        Answer::Connect => ANSWER_CONNECT,
        Answer::Hold => ANSWER_LATER,
    }
}

/// An ask and its small form in one line: what stands on two lines in a handover.
pub fn asked_line(wording: &str, lang: Lang) -> String {
    match wording.split_once('\n') {
        Some((what, small)) => super::under(what, small, lang),
        None => wording.to_owned(),
    }
}

/// What an answer still needs; `None` where it is whole.
pub fn answer_needs(answered: &Answered) -> Option<Words> {
    (!answered.is_whole()).then_some(match answered.answer {
        Answer::Can | Answer::Try => REPLY_NEEDS_FORM,
        Answer::Connect => REPLY_NEEDS_PASS,
        Answer::Hold => REPLY_NEEDS_DAY,
    })
}

/// 「お願い1」
pub fn ask_number(number: u32, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("お願い{number}"),
        Lang::En => format!("Request {number}"),
    }
}

/// 「できる（4月から）」: what an answer says in one line, as far as it says it.
pub fn answer_line(answer_id: Answer, form: &str, who: &str, by: &str, lang: Lang) -> String {
    let until = |by: &str| match (lang, by.is_empty()) {
        (_, true) => String::new(),
        (Lang::Ja, false) => format!("{by}まで"),
        (Lang::En, false) => format!("by {by}"),
    };
    let noted = match answer_id {
        Answer::Can => vec![by.to_owned()],
        Answer::Try => vec![form.to_owned(), by.to_owned()],
        Answer::Connect => vec![who.to_owned(), until(by)],
        Answer::Hold => vec![until(by)],
    };
    let noted: Vec<String> = noted.into_iter().filter(|text| !text.is_empty()).collect();
    let name = answer(answer_id).get(lang);
    match noted.join(if lang == Lang::Ja { "、" } else { ", " }) {
        noted if noted.is_empty() => name.to_owned(),
        noted => super::with_note(name, &noted, lang),
    }
}

/// 「課題の整理（12月10日まで）」
pub fn promise_line(what: &str, by: &str, lang: Lang) -> String {
    if by.is_empty() { what.to_owned() } else { super::with_note(what, by, lang) }
}

/// A polite line to ask how an ask stands. It names no ask: what was asked stays between the two.
pub fn reminder(day: &str, lang: Lang) -> String {
    match (lang, day.is_empty()) {
        (Lang::Ja, true) => {
            "先日お話ししたお願いの件です。その後いかがでしょうか。お手すきのときに、様子だけ聞かせてください。".to_owned()
        }
        (Lang::Ja, false) => {
            format!("先日お話ししたお願いの件です。「{day}」とうかがっていました。その後いかがでしょうか。様子だけでも聞かせてください。")
        }
        (Lang::En, true) => {
            "About what we talked over the other day: how does it stand? Whenever you have a moment, I’d be glad to hear."
                .to_owned()
        }
        (Lang::En, false) => format!(
            "About what we talked over the other day: you mentioned “{day}”. How does it stand? I’d be glad to hear, even briefly."
        ),
    }
}

/// Whose reply it is, and of which day.
pub fn reply_of(role: &str, day: &str, lang: Lang) -> String {
    let role = if role.is_empty() { REPLIES_NO_ROLE.get(lang) } else { role };
    if day.is_empty() { role.to_owned() } else { super::with_note(role, &noted_day(day, lang), lang) }
}

/// A day as a reply notes it, in words; as it stands where it is none.
pub fn noted_day(noted: &str, lang: Lang) -> String {
    let whole = day::read(noted).filter(|typed| !typed.more).and_then(|typed| civil::whole(typed.day));
    whole.map_or_else(|| noted.to_owned(), |day| super::day(day, lang))
}
