//! The words of the locked backup: what a passphrase does, what cannot be undone, and why a file doesn't open.
//! Knows words only.

use crate::format::locked::LockedError;

words! {
    LOCKED = 5;
    LOCK: "合言葉をつけて保存する" / "Save it with a passphrase";
    LOCK_TEXT: "ファイルに鍵をかけて、合言葉を知っている人だけが開けるようにします。共用のフォルダーやUSBメモリーに置くときに。"
        / "Locks the file, so that only somebody who knows the passphrase can open it. For shared folders and memory sticks.";
    LOCK_FINAL: "合言葉を忘れると、だれにも開けません。取り戻す方法はありません。" / "If the passphrase is forgotten, nobody can open the file. There is no way to get it back.";
    LOCK_KEPT_NOWHERE: "合言葉は、どこにも保存されません。" / "The passphrase is stored nowhere.";
    LOCK_PASSPHRASE: "合言葉" / "Passphrase";
    LOCK_AGAIN: "合言葉をもう一度" / "The passphrase once more";
    LOCK_SHOW: "合言葉を見せる" / "Show the passphrase";
    LOCK_HINT: "長いほど安全です。英字や数字だけにすると、ほかの端末でも同じように打てます。" / "Longer is safer. With plain letters and digits it can be typed on any device.";
    LOCK_OFFER: "四つの言葉の合言葉をつくる" / "Make one of four words";
    LOCK_OFFERED: "二兆五千億通りから、一つを選びました。書きとめて、ファイルとは別のところに置いてください。" / "This is one of 2.5 trillion. Write it down, and keep it apart from the file.";
    LOCK_DO: "鍵をかけて保存する" / "Lock and save";
    LOCK_EMPTY: "合言葉がまだ空です。合言葉なしで保存するときは、「バックアップを保存する」を使ってください。" / "The passphrase is still empty. To save without one, use “Save a backup”.";
    LOCK_DIFFERENT: "二つの合言葉が違います。もう一度入れるか、「合言葉を見せる」で確かめてください。" / "The two differ. Type them again, or show the passphrase and look.";
    LOCK_WORKING: "鍵をかけています（計算中）。数秒から、遅い端末では数十秒かかります。" / "Locking it. This takes seconds, on a slow device half a minute.";
    LOCK_PROVING: "開けられることを確かめています（計算中）。" / "Making sure that it opens.";
    LOCK_DONE: "鍵をかけて保存し、この合言葉で開けることを確かめました。ダウンロードの一覧にあります。" / "It is locked and saved, and it was opened once with this passphrase to make sure. It is in your list of downloads.";
    LOCK_STOPPED: "やめました。ファイルはつくっていません。書いたことは、そのまま残っています。" / "Stopped. No file was made. Whatever you wrote is still here.";
    LOCK_FAILED: "鍵をかけられませんでした。書いたことは、そのまま残っています。もう一度押すか、合言葉なしで保存してください。" / "It could not be locked. Whatever you wrote is still here. Press again, or save without a passphrase.";
    LOCK_AWAY: "鍵をかけるための部品を読み込めませんでした。書いたことは、そのまま残っています。つながりを確かめて、もう一度押してください。" / "What locks and opens files could not be loaded. Whatever you wrote is still here. Please check the connection and press again.";

    UNLOCK_TITLE: "このファイルには鍵がかかっています" / "This file is locked";
    UNLOCK_TEXT: "保存したときの合言葉を入れてください。開けても、決めるまで、いまの記録は変わりません。" / "Type the passphrase it was saved with. Opening it changes nothing until you decide.";
    UNLOCK_DO: "開ける" / "Open it";
    UNLOCK_LEAVE: "開けずに閉じる" / "Leave it closed";
    UNLOCK_EMPTY: "合言葉を入れてください。" / "Please type the passphrase.";
    UNLOCK_WORKING: "開けています（計算中）。数秒から、遅い端末では数十秒かかります。" / "Opening it. This takes seconds, on a slow device half a minute.";
    UNLOCK_WRONG: "この合言葉では開きませんでした。大文字と小文字、空白、全角と半角を確かめて、もう一度どうぞ。" / "It did not open with this passphrase. Look at capitals, spaces and the keyboard's language, and try again.";
    UNLOCK_STOPPED: "やめました。" / "Stopped.";
    UNLOCK_TOO_HARD: "この端末で開けるには、鍵が重すぎます。情報担当の方に、ageというプログラムで開けてもらってください。" / "It is locked harder than can be opened here. Ask whoever looks after this computer to open it with the program “age”.";
    UNLOCK_OTHER_KEY: "合言葉ではなく、別の種類の鍵がかかっています。鍵をかけた人に、開けてもらってください。" / "It is locked with a key of another kind, not with a passphrase. Ask the person who locked it to open it.";
    UNLOCK_NEWER: "ここでは開けない形の鍵です。情報担当の方に、ageというプログラムで開けてもらってください。" / "It is locked in a form that can't be opened here. Ask whoever looks after this computer to open it with the program “age”.";
    UNLOCK_DAMAGED: "ファイルの中身が壊れているようです。コピーし直すか、別のバックアップを選んでください。" / "The inside of this file seems to be damaged. Copy it again, or choose another backup.";
    UNLOCK_TOO_LONG: "ファイルが大きすぎます（20MBまで）。" / "This file is too big (the limit is 20 MB).";
    UNLOCK_FAILED: "開けられませんでした。ほかの画面を閉じて、もう一度押してください。" / "It could not be opened. Close other windows, and press again.";

    BAD_LOCKED: "鍵のかかったファイルです。合言葉で開けてから、読みこみます。" / "This file is locked. A passphrase opens it first.";
    GIVEN_BAD_LOCKED: "鍵のかかったバックアップのようです。ここでは開きませんでした。自分のものなら「記録と保存」で開けます。だれかのものなら、渡すためのファイルを頼んでください。" / "This looks like a locked backup, so it was not opened here. If it is yours, open it under “Your record”. If it is somebody's, ask for the file to hand over.";
}

/// What is said about a locked file that doesn't open.
pub fn bad_lock(error: LockedError) -> super::Words {
    match error {
        LockedError::TooLong => UNLOCK_TOO_LONG,
        LockedError::NotLocked => UNLOCK_NEWER,
        LockedError::OtherKey => UNLOCK_OTHER_KEY,
        LockedError::TooHard => UNLOCK_TOO_HARD,
        LockedError::WrongPassphrase => UNLOCK_WRONG,
        LockedError::Damaged(_) => UNLOCK_DAMAGED,
    }
}
