//! The words of the Word and Excel files, and of the buttons that make them.
//! Knows words only.

words! {
    OFFICE = 6;
    TO_OFFICE: "職場でいつも使う形で。見出しや表のまま、直したり印刷したりできます。" / "In the formats you use at work, with headings and tables, to edit and print.";
    OFFICE_WORD: "Wordで保存" / "Save as Word";
    OFFICE_EXCEL: "Excelで保存" / "Save as Excel";
    OFFICE_MAKING: "ファイルを作っています。このままお待ちください。" / "Making the file. Please wait a moment.";
    OFFICE_DONE: "ファイルを作りました。ブラウザーの「ダウンロード」に入っています。" / "The file is ready. You’ll find it among the browser’s downloads.";
    OFFICE_AWAY: "ファイルを作るための部品を読み込めませんでした。書いたことは、そのまま残っています。つながりを確かめて、もう一度押してください。" / "The part that makes the file couldn’t be loaded. What you’ve written is still here. Please check your connection and press again.";
    OFFICE_FAILED: "ファイルを作れませんでした。書いたことは、そのまま残っています。もう一度押すか、印刷（PDF）を使ってください。" / "The file couldn’t be made. What you’ve written is still here. Please press again, or print it instead (as a PDF).";
    OFFICE_CONTINUED: "（続き）" / "(continued)";
    OFFICE_CONTENTS: "目次" / "Contents";
    OFFICE_AND_MORE: "ほか" / "and more";
    OFFICE_NOTES: "メモ" / "Notes";
}
