//! The words of keeping: earlier moments, keeping nothing, and where everything is.
//! Knows words only.

words! {
    KEEPING = 4;
    // Earlier moments
    HISTORY_PAGE: "前の記録に戻る" / "Go back to an earlier version";
    HISTORY_LEAD: "書いている途中や、やり直しの前のようすを、この端末に取ってあります。見るだけなら、いまの記録は変わりません。"
        / "Versions from while you were writing, and from before you started over, are kept on this device. Just looking changes nothing.";
    HISTORY_NONE: "まだありません。書いていくと、ここに少しずつ取っておかれます。" / "There are none yet. As you write, they’ll be kept here.";
    HISTORY_HOW: "ひらいたとき、何かを消す前、書いているあいだは10分ごとに取っておき、新しいほうから十。ほかに、その日の最後のものを十四日分と、やり直しや復元の前のものを十まで。古いものから消えます。"
        / "One is kept when you open this page, before you remove something, and every ten minutes while you write: the latest ten, plus the last one of each day for fourteen days, plus up to ten from before you started over or restored. The oldest go first.";
    HISTORY_FOUND: "ひらいたときのもの" / "From when you opened the page";
    HISTORY_WRITING: "書いている途中のもの" / "From while you were writing";
    HISTORY_TAKEN: "消したり入れかえたりする前のもの" / "From before something was removed or replaced";
    HISTORY_RESTORE: "ほかの内容に戻す前のもの" / "From before you restored something else";
    HISTORY_OVER: "はじめからやり直す前のもの" / "From before you started over";
    HISTORY_MIGRATION: "新しい保存形式にする前のもの" / "From before it was saved in a newer format";
    HISTORY_NO_TIME: "日時の記録がないもの" / "No date or time";
    HISTORY_LOOK: "どこが違うか見る" / "See what’s different";
    HISTORY_IF: "このときに戻すと" / "If you go back to this version";
    HISTORY_OF: "取っておいた日時" / "Kept on";
    HISTORY_THEN: "そのとき" / "Then";
    HISTORY_DONE: "前の記録に戻しました。" / "You’re back at the earlier version.";
    HISTORY_UNREADABLE: "このときの記録は、壊れていて読めませんでした。いまの記録と、ほかのときの記録は、そのままです。" / "This version is damaged and can’t be read. What you have now and the other versions haven’t changed.";
    KEEP_HISTORY_TEXT: "この端末に取ってある、前のようすに戻すこともできます。" / "You can also go back to an earlier version kept on this device.";

    NEWER_REFUSED: "新しいバージョンの記録なので、ここでは書きかえられません。記録はそのまま残っています。" / "This was saved by a newer version of Aritai and can’t be changed here. It’s still there, just as it was.";

    // Keeping nothing
    SAVE_NOWHERE: "残していません" / "Not kept";
    NOWHERE_NOTE: "この端末には残していません。画面を閉じると消えます。持ち帰るには、ファイルに保存してください。" / "Nothing is kept on this device. It’s cleared when you close this page. To take it with you, save it to a file.";
    NOWHERE_TITLE: "この端末に残さないで使う" / "Use it without keeping anything here";
    NOWHERE_TEXT: "書いたものは、この画面を開いているあいだだけあります。この端末に取ってあるものは、前の記録もいっしょに消します。いま画面にあるものは消えません。ファイルに保存すれば、次はそのファイルから続けられます。"
        / "What you write is there only while this page is open. Whatever is kept on this device is erased, earlier versions too. What’s on the screen now stays there. Save it to a file, and next time you can carry on from that.";
    NOWHERE_DO: "この端末に残さない" / "Keep nothing on this device";
    NOWHERE_SURE: "この端末に取ってあるものを消して、残さない使い方にします。先にファイルに保存しておくと安心です。" / "This erases what’s kept on this device, and keeps nothing from now on. It’s best to save to a file first.";
    NOWHERE_GO: "消して、残さない" / "Erase, and keep nothing";
    NOWHERE_ON: "いまは、この端末に残さない使い方です。残っているのは、この選び方と、言語や職場の言葉の設定だけです。" / "Nothing is being kept on this device. All that’s stored here is this choice, your language and your kind of workplace.";
    NOWHERE_OFF: "この端末に残すようにする" / "Keep it on this device again";
    DEVICE_NOTHING: "この端末に残さない" / "Keep nothing here";
    DEVICE_NOTHING_NOTE: "画面を閉じると消えます。続きは、保存したファイルから書けます。" / "It’s cleared when you close the page; reopen your saved file to continue.";

    // Backup, always in sight
    BACKUP_NONE: "ファイルの控え：なし" / "No backup file";

    // 今日はここまで
    STOP_CLOSE: "保存しました。閉じて大丈夫です。" / "It’s saved. You can close this page.";
    STOP_SAVED: "この端末に保存しました。" / "It’s saved on this device.";
    STOP_OTHERS: "ほかの人も使う端末です。このまま閉じると、書いたものはここに残ります。残したくないときは、ファイルに保存してから消せます。" / "Other people use this device, and what you’ve written stays here when you close the page. If you’d rather not leave it, save it to a file and then erase it.";
    STOP_SAVING: "保存しています。「保存しました」に変わるまで、少しだけお待ちください。" / "Saving. Please wait a moment until it says it’s saved.";
    STOP_AS_IT_WAS: "前の記録は、そのまま残っています。閉じて大丈夫です。" / "What was saved earlier is still there, just as it was. You can close this page.";
    STOP_BLANK: "まだ何も書かれていません。閉じて大丈夫です。" / "There’s nothing written yet. You can close this page.";
    STOP_READING: "この画面（タブ）は、読むだけになっています。書いたものは、もう一方の画面で保存されます。こちらは閉じて大丈夫です。" / "This tab is read-only. What you write is saved by the other tab. You can close this one.";
    STOP_NOWHERE: "まだ閉じないでください。この端末には残していないので、閉じると消えます。" / "Please don’t close it yet. Nothing is kept on this device, so closing the page clears it.";
    STOP_FILE_FIRST: "続きを書くには、下の「バックアップを保存する」で、ファイルに保存してください。" / "To carry on another time, save it to a file with “Save a backup” below.";
    STOP_FILED: "ファイルに保存しました。" / "It’s in a file now.";
    STOP_FILED_CHECK: "ダウンロードの一覧にそのファイルがあることを確かめたら、閉じて大丈夫です。" / "Check that it’s in your list of downloads. Then you can close this page.";
    STOP_FAILED: "まだ閉じないでください。いまは保存できていません。" / "Please don’t close it yet. It isn’t saved.";
    STOP_BACK: "続きを書くには" / "How to carry on later";
    STOP_BACK_HERE: "同じ端末の同じブラウザーで、このページをもう一度ひらいてください。「続きから」を押すと、ここから書けます。" / "Open this page again in the same browser on the same device, and press “Pick up where I left off”.";
    STOP_BACK_FILE: "このページをもう一度ひらき、「記録と保存」の「ファイルから戻す」で、保存したファイルを選んでください。" / "Open this page again, go to “Saving and backups”, and choose your file under “Restore from a file”.";
    STOP_ALONG: "よければ、閉じる前に" / "Before you close it, if you like";
    STOP_SHEET_NOTE: "いまの分だけでも、選んで印刷できます" / "Choose and print what’s there so far";
    STOP_BACKUP_NOTE: "もしものときの控えと、ほかの端末で続きを書くために" / "Just in case, or to carry on with another device";

    // この端末の中だけ
    HERE_PAGE: "この端末の中だけ" / "Only on this device";
    HERE_LEAD: "書いたものがどこにあり、だれが読めて、何が外に出るのか。確かめ方もいっしょに。" / "Where your answers are kept, who could read them, and what leaves this device. And how to check.";
    HERE_MORE: "書いたものがどこにあるか、確かめる" / "Where your answers are kept";
    HERE_WHERE: "どこにあるか" / "Where they’re kept";
    HERE_WHERE_TEXT: "このブラウザーの中の、このページのための保存場所（IndexedDB の「aritai」と、localStorage の「aritai/」で始まる名前）にあります。" / "In this browser’s storage for this page: the IndexedDB database “aritai”, and names in localStorage that begin with “aritai/”.";
    HERE_NOWHERE: "この端末には残していません。書いたものは、ひらいているこの画面の中だけにあります。" / "Nothing is kept on this device. Your words are only in this open page.";
    HERE_RECORDS: "いまの記録" / "Your answers";
    HERE_MOMENTS: "前の記録" / "Earlier versions";
    HERE_ASIDE: "取り分けた、読めない記録" / "Set aside, couldn’t be read";
    HERE_STAYS: "ブラウザーとの約束" / "What the browser promises";
    HERE_STAYS_YES: "空きが減っても消さない、という約束があります。" / "It has promised not to clear this when space runs low.";
    HERE_STAYS_NO: "空きがとても減ると、ブラウザーが消すことがあります。ファイルの控えがあれば安心です。" / "If space runs very low, the browser may clear this. A backup file keeps you safe.";
    HERE_WHO: "だれが読めるか" / "Who could read them";
    HERE_WHO_ACCOUNT: "このパソコンに、同じアカウント（Windowsのユーザー）で入る人" / "Anyone who uses this computer under the same account";
    HERE_WHO_ADMIN: "このパソコンを管理する人。しくみのうえで、どのファイルも読めます。" / "Whoever looks after this computer: technically, they can read any file on it.";
    HERE_WHO_FILE: "渡したファイルや、保存したバックアップを持っている人" / "Anyone who has a file that you’ve given out or saved";
    HERE_WHO_LOCAL: "ファイルからひらいているので、Chrome・Edge・Safari では、この端末にあるほかのHTMLファイルをひらくと、それからも読めます。" / "This page was opened from a file. In Chrome, Edge and Safari, any other HTML file opened on this device could read them too.";
    HERE_WHO_ORIGIN: "同じサイト（同じアドレスのサーバー）に置かれた、ほかのページ" / "Other pages on the same site (the same server address)";
    HERE_WHO_NOT: "職場や人事、この「ありたい」をつくった人に、ひとりでに届くことはありません。" / "Nothing goes by itself to your workplace, to HR, or to the people who made Aritai.";
    HERE_LEAVES: "外に出るもの" / "What leaves this device";
    HERE_LEAVES_TEXT: "ありません。ファイルを渡す、印刷する、書き写すなど、ご自分でしたときだけ外に出ます。" / "Nothing, unless you give someone a file, print it, or copy it out yourself.";
    HERE_CHECK: "確かめ方" / "How to check";
    HERE_CHECK_NETWORK: "F12キーで開発者ツールをひらき、「ネットワーク」を見ながら書いてみてください。書いても、何も送られません。" / "Press F12 for the developer tools, watch “Network”, and write something. Nothing is sent.";
    HERE_CHECK_OFFLINE: "ネットワークを切って、書いてみてください。そのまま保存されます。" / "Disconnect from the network and carry on writing. It’s saved just the same.";
    HERE_CHECK_STORE: "開発者ツールの「アプリケーション」（Firefoxでは「ストレージ」）で、保存されているものをそのまま読めます。" / "Under “Application” in the developer tools (“Storage” in Firefox) you can read what’s stored, just as it is.";
    OFFLINE: "ネットワークのないところで" / "Without a network";
    OFFLINE_NOT_YET: "まだ、このブラウザーには置いていません。何かを書いて保存されると、書く画面と用紙を、ネットワークなしで開けるようになります。"
        / "Nothing is stored for this yet. Once something you’ve written is saved, every screen you write on will open without a network, and so will the sheet.";
    OFFLINE_CORE: "書く画面と用紙は、どれもネットワークなしで開けます。書いたことも、そのまま保存されます。" / "Every screen you write on opens without a network, and so does the sheet. What you write is saved as usual.";
    OFFLINE_ALL: "全部、ネットワークなしで使えます。" / "Everything works without a network.";
    OFFLINE_MISSING: "まだ置いていないもの" / "Not stored yet";
    OFFLINE_MISSING_NOTE: "使うときに、その分だけ読み込みます。ネットワークのないところでは、読み込んだことのあるものだけ使えます。" / "Each is loaded when you use it. Without a network, you have only what was loaded before.";
    OFFLINE_FONTS: "印刷用の文字" / "Fonts for printing";
    OFFLINE_OFFICE: "Word・Excel のファイルをつくる部品" / "For making Word and Excel files";
    OFFLINE_LOCK: "バックアップに鍵をかける部品" / "For locking and opening backups";
    OFFLINE_EXAMPLES: "記入例" / "The examples";
    OFFLINE_REST: "お返事・記入例・手引きの画面、アイコンなど" / "The screens for replies, examples and the guide; icons";
    OFFLINE_DO: "ネットワークなしでも全部使えるようにする" / "Make everything work without a network";
    OFFLINE_DOING: "読み込んでいます。そのまま、ほかの画面で書いていても大丈夫です。" / "Loading. You can carry on writing on other screens.";
    OFFLINE_STOPPED: "途中までで止まりました。読み込んだ分は残っています。つながりと端末の空きを確かめて、もう一度押してください。" / "It stopped partway. What was loaded is kept. Please check your connection and the free space on this device, and press again.";
    HERE_POLICY: "このページにかかっている決まり" / "The rules this page is under";
    HERE_POLICY_TEXT: "ページ自身が、どこにつないでよいかをブラウザーに示し、ブラウザーが守らせます（Content-Security-Policy）。" / "The page tells the browser where it may connect, and the browser makes sure of it (Content-Security-Policy).";
    HERE_POLICY_NONE: "この写しのページには、書かれていません。サーバー側で示されていることもあります。情報担当の方に確かめてください。" / "This copy of the page doesn’t state any. The server may; ask whoever looks after it.";
    HERE_OPENED: "このページのひらき方" / "How this page was opened";
    HERE_HTTPS: "安全な接続（https）か、この端末自身からひらいています。すべての機能が使えます。" / "Over a secure connection (https), or from this device itself. Everything works.";
    HERE_HTTP: "暗号化されない接続（http）からひらいています。書くこと、保存、ファイルづくりはできます。ネットワークのないところでひらき直すことはできません。" / "Over an unencrypted connection (http). You can write, save and make files. You can’t open it again without a network.";
    HERE_FILE: "端末のファイルからひらいています。ネットワークがなくても使えます。Firefox では、ファイルを移したり名前を変えたりすると、前の場所の記録が見えなくなります。元の場所に戻すと、また見えます。移す前に、バックアップを保存してください。" / "From a file on this device. You don’t need a network. In Firefox, if you move or rename the file, what was saved stays behind at the old place; put it back and you’ll see it again. Save a backup before you move it.";
    HERE_ADDRESS: "ひらいている場所" / "Opened from";
    HERE_LICENCES: "使っている部品とライセンス" / "What it’s made of, and the licences";
    HERE_LICENCES_TEXT: "「ありたい」は、だれでも使い、写し、直すことができます。中に入っている部品の作者とライセンスも、ここで読めます。ライセンスの文は英語です。" / "Anyone may use, copy and change Aritai. Here you can read who made the parts inside it, and their licences.";
    HERE_LICENCES_OPEN: "ライセンスを読む" / "Read the licences";
    HERE_LICENCES_WAIT: "ひらいています…" / "Opening…";
    HERE_LICENCES_NONE: "ひらけませんでした。ネットワークがつながっているときに、この画面をひらき直してください。" / "They couldn’t be opened. Please open this screen again when you’re connected.";

    // The screen 記録と保存, and files that can't be opened
    KEEP_TITLE: "記録と保存" / "Saving and backups";
    KEEP_WHERE: "いま、どこにあるか" / "Where it is now";
    KEEP_WHERE_TEXT: "書いたものは、この端末のこのブラウザーの中だけにあります。どこにも送られていません。" / "What you write is only in this browser on this device. It’s never sent anywhere.";
    KEEP_LAST_SAVED: "最後の保存" / "Last saved";
    KEEP_LAST_BACKUP: "最後にファイルへ保存した日" / "Last saved to a file";
    KEEP_NEVER: "まだありません" / "Not yet";
    KEEP_BACKUP: "バックアップ" / "Backup";
    KEEP_BACKUP_TEXT: "自分だけのものも含めて、すべてを一つのファイルに保存します。ほかの端末で続きを書くときや、もしものときに使えます。人に渡すファイルではありません。"
        / "Saves everything to one file, private parts too. Use it to carry on with another device, or just in case. It’s not a file to give to others.";
    KEEP_BACKUP_DO: "バックアップを保存する" / "Save a backup";
    KEEP_RESTORE: "ファイルから戻す" / "Restore from a file";
    KEEP_RESTORE_TEXT: "バックアップのファイルを選ぶと、何が変わるかを先に見られます。決めるまで、いまの記録は変わりません。" / "Choose a backup file and first see what would change. Nothing changes until you decide.";
    KEEP_RESTORE_CHOOSE: "ファイルを選ぶ" / "Choose a file";
    KEEP_OVER: "はじめからやり直す" / "Start over";
    KEEP_OVER_TEXT: "いまの記録を、前の版もいっしょに片づけて、まっさらから始めます。すぐあとなら元に戻せます。先にバックアップを保存しておくと安心です。" / "Clears what you’ve written, past plans too, for a fresh start. You can undo it straight afterwards. It’s best to save a backup first.";
    KEEP_OVER_BACKUP_FIRST: "バックアップを保存してから、やり直す" / "Save a backup, then start over";
    KEEP_OVER_DO: "控えのファイルなしで、やり直す" / "Start over without a backup";
    KEEP_OVER_DONE: "まっさらにしました。" / "It’s a fresh start.";
    KEEP_BEFORE: "直前の記録に戻す" / "Go back to what I had before";
    KEEP_BEFORE_TEXT: "やり直しや復元の前の記録が、この端末に取ってあります。" / "What you had before you started over or restored is kept on this device.";
    KEEP_ERASE: "この端末から消す" / "Erase from this device";
    KEEP_ERASE_TEXT: "ファイルに保存してから、この端末に残っている「ありたい」の記録をすべて消します。前の記録、設定、ネットワークなしで使うための写しも消します。ほかのプログラムのものには触れません。" / "Saves everything to a file, then erases all that Aritai keeps on this device: earlier versions, settings and the copy for use without a network, too. Nothing belonging to other programs is touched.";
    KEEP_ERASE_DO: "ファイルに保存して、消す" / "Save to a file and erase";
    KEEP_ERASE_SURE: "ファイルが保存されたことを確かめましたか" / "Have you checked that the file was saved?";
    KEEP_ERASE_SURE_NOTE: "ダウンロードの一覧に、いま保存したファイルがあるはずです。消したあとは、そのファイルからだけ戻せます。" / "It should be in your list of downloads. Once erased, you can only get it back from that file.";
    KEEP_ERASE_GO: "はい、この端末から消す" / "Yes, erase it from this device";
    KEEP_ERASED: "この端末から消しました。" / "Erased from this device.";
    KEEP_ERASED_NOTE: "消えていることを確かめました。残したのは、古い写しがあとから戻らないための、文字のない番号が一つだけです。消した跡が、しばらくディスクの上に残ることがあります。完全に消すには、情報担当の方に相談してください。" / "We checked that it’s gone. All that’s left is one number, without any words, so that no old copy can come back. Traces may stay on the disk for a while. To be quite sure, ask whoever looks after this computer.";
    KEEP_ERASE_FAILED: "消しきれませんでした。ブラウザーの設定から、このページのデータを消してください。" / "It couldn’t all be erased. Please delete this page’s data in the browser’s settings.";
    BAD_EMPTY: "このファイルには何も入っていません。別のファイルを選んでください。" / "This file is empty. Please choose another one.";
    BAD_TOO_LONG: "ファイルが大きすぎます（20MBまで）。「ありたい」のバックアップではないようです。" / "This file is too big (the limit is 20 MB). It doesn’t look like an Aritai backup.";
    BAD_NOT_TEXT: "これは画像や文書のファイルのようです。「ありたい_バックアップ」で始まる .json のファイルを選んでください。" / "This looks like a picture or a document. Choose the .json file whose name begins with “Aritai_backup”.";
    BAD_UTF16: "文字の保存形式（UTF-16）が違うため読めません。メモ帳で開き、文字コードを「UTF-8」にして保存し直すと開けます。" / "This file is saved as UTF-16 and can’t be read. Open it in a text editor and save it again as UTF-8.";
    BAD_ENCODING: "文字の保存形式（Shift_JISなど）が違うため読めません。元のバックアップのファイルを、編集せずに選んでください。" / "This file is saved in another encoding, such as Shift_JIS, and can’t be read. Please choose the original backup, unedited.";
    BAD_TRUNCATED: "ファイルが途中で切れています。コピーし直すか、別のバックアップを選んでください。" / "This file stops partway through. Copy it again, or choose another backup.";
    BAD_TOO_DEEP: "中のつくりが複雑すぎて読めません。「ありたい」のバックアップではないようです。" / "This file is too complicated inside to read. It doesn’t look like an Aritai backup.";
    BAD_NOT_OURS: "「ありたい」のバックアップではないようです。名前が「ありたい_バックアップ」で始まるファイルを選んでください。" / "This doesn’t look like an Aritai backup. Choose the file whose name begins with “Aritai_backup”.";
    BAD_NEWER: "新しいバージョンの「ありたい」でつくられたファイルです。そのバージョンで開いてください。" / "This file was made with a newer version of Aritai. Please open it with that version.";
    BAD_DAMAGED: "ファイルの中身が壊れているようです。別のバックアップを選んでください。" / "This file seems to be damaged inside. Please choose another backup.";
}
