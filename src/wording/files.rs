//! The words of the files that are handed over or kept, and of the screens that make and open them.
//! Knows words only.

words! {
    FILES = 2;
    AROUND: "まとめて読む・渡す・受け取る" / "Read it all, hand it over, be given one";
    FILES_PLAINLY: "保存してよいか、ブラウザーが聞くことがあります。ファイルはこの画面が作ったもので、どこかから届いたものではありません。「保存」を選んでください。"
        / "The browser may ask whether to keep a file. This page made it; it came from nowhere else. Please choose “Keep”.";
    FILES_PAGE: "ファイルにする" / "Make a file";
    FILES_LEAD: "人に渡すものと、自分のために残すものを、分けて並べました。どれもこの端末の中でつくられ、どこにも送られません。"
        / "What you hand over stands apart from what you keep. Every file is made on this device and sent nowhere.";
    FILES_HAND: "渡すもの（見せると選んだものだけ）" / "To hand over (only what you chose to show)";
    FILES_CHOOSE: "見せるものを選ぶ・変える" / "Choose or change what is shown";
    FILES_NONE: "この相手に見せるものは、まだ選ばれていません。一つでも選ぶと、ここでファイルにできます。急がなくて大丈夫です。"
        / "Nothing is chosen for them yet. Once you choose so much as one answer, you can make files of it here. There is no hurry.";
    FILES_OWN: "自分のためのもの" / "For yourself";
    FILES_OWN_NOTE: "だれにも見せていない答えも入ります。人に渡すものではありません。" / "These hold answers that nobody else sees. They are not for handing over.";
    FILES_OWN_NONE: "まだ何も書かれていません。一行でも書くと、ここで控えをつくれます。" / "Nothing is written yet. Once there is so much as one line, you can make a copy of it here.";
    FILES_MADE: "つくった日" / "Made on";
    FILES_DONE: "ファイルをつくりました。ダウンロードの一覧にあります。" / "The file is made. It is in your list of downloads.";
    FILES_FAILED: "ファイルをつくれませんでした。書いたものはそのまま残っています。もう一度ためすか、別の形を選んでください。" / "The file could not be made. What you wrote is still there. Try again, or choose another format.";

    // What each is good for
    TO_SHEET: "A4の用紙一枚。面談の席で、いっしょに見るのに。" / "One A4 page, to look at together in the talk.";
    TO_PLAN: "見せると選んだものの全部を、読みやすい順に。印刷やPDFに。" / "All that you chose to show, in reading order. For print or PDF.";
    TO_MARKDOWN: "見出しと箇条書きのまま、ノートや職場の掲示に貼るのに。" / "Keeps headings and lists, for notes and shared pages.";
    TO_TEXT: "どのパソコンでも開けます。メールやチャットに貼るのに。" / "Opens anywhere. For mail and chat.";
    TO_CSV: "答えを一行に一つずつ。表に取りこんで、並べたり数えたりするのに。" / "One answer a row, to sort or count in a spreadsheet.";
    TO_CALENDAR: "日にちの分かる一歩や約束を、予定表に取りこむのに。" / "Puts steps and promises that have a date into a calendar.";
    TO_SHARED: "相手が「ありたい」で開いて読めます。見せると選んだものだけが入ります。" / "Opens in Aritai, for the other person to read. It holds only what you chose to show.";
    TO_OWN: "書いたものの全部を、印刷やPDFで手もとに。" / "All that you wrote, for print or PDF.";
    TO_OWN_MARKDOWN: "書いたものの全部を、見出しと箇条書きで。" / "All that you wrote, with headings and lists.";
    TO_OWN_TEXT: "書いたものの全部を、どのパソコンでも開ける形で。" / "All that you wrote, in a form that opens anywhere.";
    TO_OWN_CALENDAR: "自分の予定表に。一歩を始める日が分かれば、ふりかえりの日（14日・90日・一年後）も入ります。" / "For your own calendar. Once you know when the steps start, days to look back (after 14, 90 and 365 days) are in it too.";
    TO_BACKUP: "続きを書くため、もしものときのための、すべての記録。「記録と保存」で保存します。" / "The whole record, to go on with later or just in case. It is saved under “Your record”.";
    AS_MARKDOWN: "Markdownで保存" / "Save as Markdown";
    AS_TEXT: "テキストで保存" / "Save as plain text";
    AS_CSV: "CSVで保存" / "Save as CSV";
    AS_CALENDAR: "予定として保存" / "Save as calendar";
    AS_SHARED: "渡すファイルを保存" / "Save the file to hand over";
    AS_OWN_MARKDOWN: "控えをMarkdownで保存" / "Save my copy as Markdown";
    AS_OWN_TEXT: "控えをテキストで保存" / "Save my copy as plain text";
    AS_OWN_CALENDAR: "自分の予定として保存" / "Save as my own calendar";
    CALENDAR_WORDS: "予定の名前に内容を入れる" / "Put what it is about into the titles";
    CALENDAR_WORDS_NOTE: "入れないと、どれも「自分の予定」という名前になります。職場の予定表では、名前がほかの人にも見えることがあります。" / "Without it each is called “My plan”. In a shared calendar at work, others may see the titles.";
    CALENDAR_NEUTRAL: "自分の予定" / "My plan";
    CALENDAR_REMINDS: "前の日の夕方に知らせる" / "Remind me the evening before";
    CALENDAR_REMINDS_NOTE: "前の日の18時に、予定表が「自分の予定」とだけ知らせます。" / "At 6 pm the day before, the calendar says “My plan” and nothing more.";
    CALENDAR_NONE: "日にちが、まだ書かれていません。一歩や約束に「7月10日」のように書いた日が、予定になります。" / "No date is written yet. A step or a promise with a date such as 7/10 becomes an event.";
    CALENDAR_NONE_SHOWN: "日にちは書かれていますが、見せるものに入っていません。「見せるものを選ぶ・変える」で選ぶと、予定にできます。" / "Dates are written, but none of them is among what you show. Choose them under “Choose or change what is shown” and they become events.";
    CALENDAR_ALL_PAST: "これからの日にちがありません。書かれている日は、もう過ぎています。" / "There's no date to come. The dates that are written have passed.";
    CALENDAR_NONE_READ: "日にちとして読み取れるものがありません。書いたものはそのまま残っています。" / "None of what is written can be read as a date. Your words stay as they are.";
    CALENDAR_IN: "予定に入るもの" / "In the calendar";
    CALENDAR_OUT: "予定に入らないもの" / "Not in the calendar";
    CALENDAR_YEARS: "年のない日は、書いたころにいちばん近い年の日として読んでいます。違うときは、年も書いてください。" / "A date without a year is read as the one nearest to when you wrote it. If that's wrong, add the year.";
    CALENDAR_HOW: "「12月5日」「2026/12/5 15:00」のように、日にちを一つ書くと入ります。" / "Write one date, such as “5 December” or “2026/12/5 15:00”, and it goes in.";
    CALENDAR_NO_DAY: "日にちが書かれていません。" / "No date is written.";
    CALENDAR_NOT_SHOWN: "日にちは書かれていますが、見せるものに入っていません。" / "It has a date, but that isn't among what you show.";
    CALENDAR_UNREAD: "日にちを一つに読み取れません。" / "No single date can be read from this.";
    CALENDAR_WHICH_YEAR: "何年のことか分かりません。年も書くと入ります。" / "The year isn't clear. Add it and it goes in.";
    CALENDAR_WEEKDAY: "曜日が、その日と合いません。" / "The weekday doesn't match the date.";
    CALENDAR_END: "終わりの日が、始まりの日と合いません。" / "The last day doesn't fit the first.";
    CALENDAR_START: "ふりかえりの日は、この日から数えます。ここに書いたものは、だれにも見せません。" / "The days to look back count from here. What you write here is shown to nobody.";
    START_TODAY: "今日から" / "From today";
    START_TALK: "面談の日から" / "From the day of the talk";
    CSV_COLUMNS_PART: "区分" / "Part";
    CSV_COLUMNS_THING: "もの" / "Thing";
    CSV_COLUMNS_NUMBER: "番号" / "No.";
    CSV_COLUMNS_LABEL: "項目" / "Label";
    CSV_COLUMNS_WORDS: "内容" / "Words";
    CSV_NOTE: "おことわり" / "Note";
    CSV_GOES_ON: "続き" / "continued";

    // Forms
    FORMS_TITLE: "決まった様式に写す" / "For forms you have to fill in";
    FORMS_LEAD: "見せると選んだものを、様式の欄ごとに並べました。コピーしてから、様式に合わせて直してください。" / "What you chose to show, heading by heading. Copy it, then fit it to the form.";
    FORM_EMPTY: "この欄にあたる答えは、見せるものにありません。" / "Nothing that you show belongs here.";
    FORM_COPY: "コピーする" / "Copy";
    FORM_COPIED: "コピーしました。様式の欄に貼りつけられます。" / "Copied. You can paste it into the form.";
    FORM_BY_HAND: "文を選びました。Ctrl+C（MacはCommand+C）でコピーしてください。" / "The text is selected. Press Ctrl+C (Command+C on a Mac) to copy it.";
    FORM_JOB_CARD: "ジョブ・カード様式1-1" / "Job Card, form 1-1";
    FORM_JOB_CARD_NOTE: "ジョブ・カード様式1-1（厚生労働省）の項目に対応" / "Follows the headings of form 1-1 of the Japanese Job Card (Ministry of Health, Labour and Welfare); the English is ours";
    JOB_CARD_1: "価値観、興味、関心事項等" / "Values and interests";
    JOB_CARD_1_HINT: "大事にしたい価値観、興味・関心を持っていることなど" / "What matters to you, and what interests you";
    JOB_CARD_2: "強み等" / "Strengths";
    JOB_CARD_2_HINT: "自分の強み、弱みを克服するために努力していることなど" / "What you are good at, and what you are working on";
    JOB_CARD_3: "将来取り組みたい仕事や働き方等" / "Work and ways of working to come";
    JOB_CARD_3_HINT: "今後やってみたい仕事や働き方、仕事で達成したいことなど" / "Work and ways of working you would like, and what you want to achieve";
    JOB_CARD_4: "これから取り組むこと等" / "What to do from here";
    JOB_CARD_4_HINT: "今後伸ばしていく力や、その方法など" / "What to learn or strengthen, and how";
    JOB_CARD_5: "その他" / "Anything else";
    JOB_CARD_5_HINT: "自己PRや、相談したいことなどを自由に" / "About yourself, or what you would like to talk over";
    FORM_REPORT: "自己申告書" / "Self-report to the personnel section";
    FORM_REPORT_NOTE: "自治体でよく使われる欄に合わせています。勤め先の様式と違うところは、様式に合わせてください。健康や家庭の欄はつくっていません。" / "Headings that many Japanese city halls use. Where your form differs, follow the form. There is none for health or family.";
    REPORT_WORK: "現在の職務の状況" / "My present work";
    REPORT_WORK_HINT: "仕事の量や内容、やりがい" / "How much, what, and how it feels";
    REPORT_USE: "活かせている力・活かしきれていない力" / "Strengths in use, and not in full use";
    REPORT_USE_HINT: "仕事で使っている力、もっと使いたい力" / "What you use at work, and what you could use more";
    REPORT_LEARN: "取得資格・学んでいること" / "Qualifications and learning";
    REPORT_LEARN_HINT: "資格や学びは、様式に直接書いてください" / "Please write these straight into the form";
    REPORT_GROW: "今後伸ばしたい能力" / "Abilities to grow";
    REPORT_GROW_HINT: "これから身につけたい力" / "What you would like to learn";
    REPORT_EXPERIENCE: "今後経験したい職務・分野とその理由" / "Work I would like to experience, and why";
    REPORT_EXPERIENCE_HINT: "やってみたいことと、そのわけ" / "What you would like to try, and the reason";
    REPORT_MOVE: "異動についての考え" / "On being transferred";
    REPORT_MOVE_HINT: "希望する・しない・どちらでも。様式に直接書いてください" / "Wished, not wished, or either. Please write it straight into the form";
    REPORT_SUPPORT: "組織に期待する支援" / "Support I hope for";
    REPORT_SUPPORT_HINT: "お願いしたいこと" / "What you would like to ask";
    REPORT_FREE: "自由意見" / "Anything I would like to say";
    REPORT_FREE_HINT: "話したいこと、伝えておきたいこと" / "What you want to talk about or pass on";

    // A plan that was handed over
    GIVEN_LEAD: "だれかから渡されたファイルを、ここで開いて読めます。" / "Open a file that someone handed to you, and read it here.";
    GIVEN_KEPT_NOWHERE: "開いたものは、この端末に保存されません。あなたの記録にも混ざりません。" / "What you open is not stored on this device, and does not mix with your own record.";
    GIVEN_CHOOSE: "渡されたファイルを選ぶ" / "Choose the file you were given";
    GIVEN_CHOOSE_NOTE: "名前が「ありたい_渡す計画」で始まる .json のファイルです。" / "It is the .json file whose name begins with “Aritai_to_hand_over”.";
    GIVEN_OPEN: "渡された計画" / "The plan you were given";
    GIVEN_FOR: "だれに向けたものか" / "Who it is for";
    GIVEN_VIEW: "見かた" / "Show";
    GIVEN_PRINT: "見えているものを印刷・PDF" / "Print what is shown, or PDF";
    GIVEN_CLOSE: "閉じる" / "Close it";
    GIVEN_CLOSED: "閉じました。この端末には残っていません。" / "Closed. Nothing of it is left on this device.";
    GIVEN_EMPTY: "このファイルでは、何も見せるものに選ばれていませんでした。渡してくれた人に、確かめてみてください。" / "Nothing was chosen to be shown in this file. You could ask the person who gave it to you.";
    GIVEN_SAFE: "あなたの記録は変わっていません。" / "Your own record has not been changed.";
    GIVEN_BAD_TOO_LONG: "ファイルが大きすぎます（20MBまで）。渡された計画のファイルではないようです。" / "This file is too big (the limit is 20 MB). It doesn't look like a plan that was handed over.";
    GIVEN_BAD_NOT_TEXT: "これは画像や文書のファイルのようです。いつものソフトで開けます。ここで開けるのは、名前が「ありたい_渡す計画」で始まる .json のファイルです。" / "This looks like a picture or a document; the program you always use opens it. What opens here is the .json file whose name begins with “Aritai_to_hand_over”.";
    GIVEN_BAD_ENCODING: "文字の保存形式（Shift_JISなど）が違うため読めません。渡された元のファイルを、編集せずに選んでください。" / "This file is saved in another encoding, such as Shift_JIS, and can't be read. Please choose the file as you were given it, unedited.";
    GIVEN_BAD_TRUNCATED: "ファイルが途中で切れています。コピーし直すか、もう一度渡してもらってください。" / "This file ends in the middle. Copy it again, or ask for it once more.";
    GIVEN_BAD_TOO_DEEP: "中のつくりが複雑すぎて読めません。渡された計画のファイルではないようです。" / "The inside of this file is too deeply nested to read. It doesn't look like a plan that was handed over.";
    GIVEN_BAD_NOT_OURS: "渡された計画のファイルではないようです。名前が「ありたい_渡す計画」で始まる .json のファイルを選んでください。" / "This doesn't look like a plan that was handed over. Choose the .json file whose name begins with “Aritai_to_hand_over”.";
    GIVEN_BAD_BACKUP: "これはバックアップです。見せていない言葉も入っているため、ここでは開きませんでした。渡すためのファイルを頼むか、自分のものなら「記録と保存」で戻してください。" / "This is a backup, with private words in it, so it was not opened here. Ask for the file to hand over, or restore it under “Your record” if it is yours.";
    GIVEN_BAD_DAMAGED: "ファイルの中身が壊れているようです。もう一度渡してもらってください。" / "The inside of this file seems to be damaged. Please ask for it once more.";
    BAD_SHARED: "これは、だれかが見せるために渡したファイルです。記録としては戻せません。読むときは「受け取った計画を開く」を使ってください。" / "This is a file that someone made to hand over. It can't be restored as a record. To read it, use “Open a plan you were given”.";

    // File names
    FILE_SHARED: "ありたい_渡す計画" / "Aritai_to_hand_over";
    FILE_CALENDAR: "ありたい_予定" / "Aritai_dates";
    FILE_OWN_CALENDAR: "ありたい_自分の予定" / "Aritai_own_dates";
}

/// The heads of the columns of a table file.
pub const CSV_COLUMNS: [super::Words; 5] =
    [CSV_COLUMNS_PART, CSV_COLUMNS_THING, CSV_COLUMNS_NUMBER, CSV_COLUMNS_LABEL, CSV_COLUMNS_WORDS];
