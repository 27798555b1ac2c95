//! The words of the locked backup: what a passphrase does, what cannot be undone, and why a file doesn't open.
//! Knows words only.

use crate::format::locked::LockedError;

words! {
    LOCKED = 5;
    LOCK: "合言葉をつけて保存する" / "Save it with a passphrase";
    LOCK_TEXT: "ファイルに鍵をかけて、合言葉を知っている人だけが開けるようにします。共用のフォルダーやUSBメモリーに置くときに。"
        / "Locks the file, so that only someone who knows the passphrase can open it. For shared folders and USB sticks.";
    LOCK_FINAL: "合言葉を忘れると、だれにも開けません。取り戻す方法はありません。" / "If you forget the passphrase, nobody can open the file. There’s no way to get it back.";
    LOCK_KEPT_NOWHERE: "合言葉は、どこにも保存されません。" / "The passphrase isn’t stored anywhere.";
    LOCK_PASSPHRASE: "合言葉" / "Passphrase";
    LOCK_AGAIN: "合言葉をもう一度" / "The passphrase again";
    LOCK_SHOW: "合言葉を見せる" / "Show the passphrase";
    LOCK_HINT: "長いほど安全です。英字や数字だけにすると、ほかの端末でも同じように打てます。" / "Longer is safer. If you stick to letters and digits, you can type it on any device.";
    LOCK_OFFER: "四つの言葉の合言葉をつくる" / "Make one from four words";
    LOCK_OFFERED: "二兆五千億通りから、一つを選びました。書きとめて、ファイルとは別のところに置いてください。" / "This is one of 2.5 trillion. Write it down, and keep it apart from the file.";
    LOCK_DO: "鍵をかけて保存する" / "Lock and save";
    LOCK_EMPTY: "合言葉がまだ空です。合言葉なしで保存するときは、「バックアップを保存する」を使ってください。" / "There’s no passphrase yet. To save without one, use “Save a backup”.";
    LOCK_DIFFERENT: "二つの合言葉が違います。もう一度入れるか、「合言葉を見せる」で確かめてください。" / "The two are different. Type them again, or use “Show the passphrase” to check.";
    LOCK_WORKING: "鍵をかけています（計算中）。数秒から、遅い端末では数十秒かかります。" / "Locking it. This takes a few seconds, or half a minute on a slow device.";
    LOCK_PROVING: "開けられることを確かめています（計算中）。" / "Making sure that it opens.";
    LOCK_DONE: "鍵をかけて保存し、この合言葉で開けることを確かめました。ダウンロードの一覧にあります。" / "It’s locked and saved, and we made sure that it opens with this passphrase. It’s in your list of downloads.";
    LOCK_STOPPED: "やめました。ファイルはつくっていません。書いたことは、そのまま残っています。" / "Stopped. No file was made. What you’ve written is still here.";
    LOCK_FAILED: "鍵をかけられませんでした。書いたことは、そのまま残っています。もう一度押すか、合言葉なしで保存してください。" / "It couldn’t be locked. What you’ve written is still here. Press again, or save without a passphrase.";
    LOCK_AWAY: "鍵をかけるための部品を読み込めませんでした。書いたことは、そのまま残っています。つながりを確かめて、もう一度押してください。" / "The part that locks files couldn’t be loaded. What you’ve written is still here. Please check your connection and press again.";

    UNLOCK_TITLE: "このファイルには鍵がかかっています" / "This file is locked";
    UNLOCK_TEXT: "保存したときの合言葉を入れてください。開けても、決めるまで、いまの記録は変わりません。" / "Type the passphrase it was saved with. Opening it changes nothing until you decide.";
    UNLOCK_DO: "開ける" / "Open it";
    UNLOCK_LEAVE: "開けずに閉じる" / "Close without opening";
    UNLOCK_EMPTY: "合言葉を入れてください。" / "Please type the passphrase.";
    UNLOCK_WORKING: "開けています（計算中）。数秒から、遅い端末では数十秒かかります。" / "Opening it. This takes a few seconds, or half a minute on a slow device.";
    UNLOCK_WRONG: "この合言葉では開きませんでした。大文字と小文字、空白、全角と半角を確かめて、もう一度どうぞ。" / "It didn’t open with this passphrase. Check capitals, spaces and the keyboard language, and try again.";
    UNLOCK_STOPPED: "やめました。" / "Stopped.";
    UNLOCK_TOO_HARD: "この端末で開けるには、鍵が重すぎます。情報担当の方に、ageというプログラムで開けてもらってください。" / "It’s locked too strongly to open on this device. Ask whoever looks after this computer to open it with the program “age”.";
    UNLOCK_OTHER_KEY: "合言葉ではなく、別の種類の鍵がかかっています。鍵をかけた人に、開けてもらってください。" / "It’s locked with another kind of key, not a passphrase. Ask the person who locked it to open it.";
    UNLOCK_NEWER: "ここでは開けない形の鍵です。情報担当の方に、ageというプログラムで開けてもらってください。" / "It’s locked in a way that can’t be opened here. Ask whoever looks after this computer to open it with the program “age”.";
    UNLOCK_DAMAGED: "ファイルの中身が壊れているようです。コピーし直すか、別のバックアップを選んでください。" / "This file seems to be damaged inside. Copy it again, or choose another backup.";
    UNLOCK_TOO_LONG: "ファイルが大きすぎます（20MBまで）。" / "This file is too big (the limit is 20 MB).";
    UNLOCK_FAILED: "開けられませんでした。ほかの画面を閉じて、もう一度押してください。" / "It couldn’t be opened. Close other windows, and press again.";

    BAD_LOCKED: "鍵のかかったファイルです。合言葉で開けてから、読みこみます。" / "This file is locked. You’ll need its passphrase to open it first.";
    GIVEN_BAD_LOCKED: "鍵のかかったバックアップのようです。ここでは開きませんでした。自分のものなら「記録と保存」で開けます。だれかのものなら、渡すためのファイルを頼んでください。" / "This looks like a locked backup, so it wasn’t opened here. If it’s yours, open it under “Saving and backups”. If it’s someone else’s, ask them for the file meant for you.";
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
