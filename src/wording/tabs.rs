//! The words of a tab among others: who writes, who reads, and both versions where two have written.
//! Knows words only.

words! {
    TABS = 9;
    TABS_READING: "いま、別の画面（タブ）で書いています。この画面では、読む・探す・印刷することができます。"
        / "You are writing in another tab. Here you can read, search and print.";
    TABS_GONE: "書いていた別の画面（タブ）は、閉じられたか、応答がありません。こちらで続きを書けます。"
        / "The other tab, where you were writing, was closed or isn’t responding. You can carry on here.";
    TABS_TAKE: "こちらで編集する" / "Edit here";
    TABS_TAKING: "もう一方の画面が保存を終えるのを待っています。" / "Waiting for the other tab to finish saving.";
    TABS_NOT_TAKEN: "まだこちらでは書けません。もう一方の画面を閉じてから、もう一度ためしてください。"
        / "You can’t write here yet. Please close the other tab and try again.";
    TABS_REFUSED: "この画面は読むためのものです。書くには「こちらで編集する」を押してください。"
        / "This tab is read-only. To write here, press “Edit here”.";
    TABS_KEEP_OWN: "こちらの内容で続ける" / "Carry on with what’s here";
    TABS_KEEP_OWN_NOTE: "もう一方の内容は、前の記録として残ります。" / "What’s in the other tab is kept as an earlier version.";
    TABS_OPEN_STORED: "こちらをファイルに残して、もう一方を開く" / "Save this one to a file and open the other";
}
