//! The words of the files that are handed over or kept, and of the screens that make and open them.
//! Knows words only.

words! {
    FILES = 2;
    AROUND: "まとめて読む・渡す・受け取る" / "Read, share and receive";
    FILES_PLAINLY: "保存してよいか、ブラウザーが聞くことがあります。ファイルはこの画面が作ったもので、どこかから届いたものではありません。「保存」を選んでください。"
        / "Your browser may ask whether to keep a file. This page made it; it didn’t come from anywhere else. Please choose “Keep”.";
    FILES_PAGE: "ファイルにする" / "Make a file";
    FILES_LEAD: "人に渡すものと、自分のために残すものを、分けて並べました。どれもこの端末の中でつくられ、どこにも送られません。"
        / "Files to give to others and files for yourself are listed separately. Every file is made on this device and never sent anywhere.";
    FILES_HAND: "渡すもの（見せると選んだものだけ）" / "To give to others (only what you chose to show)";
    FILES_CHOOSE: "見せるものを選ぶ・変える" / "Choose or change what to show";
    FILES_NONE: "この相手に見せるものは、まだ選ばれていません。一つでも選ぶと、ここでファイルにできます。急がなくて大丈夫です。"
        / "Nothing’s chosen for them yet. Once you choose even one answer, you can make files here. There’s no hurry.";
    FILES_OWN: "自分のためのもの" / "For yourself";
    FILES_OWN_NOTE: "だれにも見せていない答えも入ります。人に渡すものではありません。" / "These include answers that nobody else sees. They’re not for giving to others.";
    FILES_OWN_NONE: "まだ何も書かれていません。一行でも書くと、ここで控えをつくれます。" / "There’s nothing written yet. Once there’s even one line, you can make a copy of it here.";
    FILES_MADE: "つくった日" / "Made on";
    FILES_DONE: "ファイルをつくりました。ダウンロードの一覧にあります。" / "The file is ready. It’s in your list of downloads.";
    FILES_FAILED: "ファイルをつくれませんでした。書いたものはそのまま残っています。もう一度ためすか、別の形を選んでください。" / "The file couldn’t be made. What you’ve written is still there. Try again, or choose another format.";

    // What each is good for
    TO_SHEET: "A4の用紙一枚。面談の席で、いっしょに見るのに。" / "One A4 page, to look at together during the conversation.";
    TO_PLAN: "見せると選んだものの全部を、読みやすい順に。印刷やPDFに。" / "Everything you chose to show, in reading order. For printing or PDF.";
    TO_MARKDOWN: "見出しと箇条書きのまま、ノートや職場の掲示に貼るのに。" / "Keeps headings and lists, for notes and shared pages.";
    TO_TEXT: "どのパソコンでも開けます。メールやチャットに貼るのに。" / "Opens anywhere. For email and chat.";
    TO_CSV: "答えを一行に一つずつ。表に取りこんで、並べたり数えたりするのに。" / "One answer per row, to sort or count in a spreadsheet.";
    TO_CALENDAR: "日にちの分かる一歩や約束を、予定表に取りこむのに。" / "Puts steps and promises with a date into a calendar.";
    TO_SHARED: "相手が「ありたい」で開いて読めます。見せると選んだものだけが入ります。" / "They can open it in Aritai and read it. It holds only what you chose to show.";
    TO_OWN: "書いたものの全部を、印刷やPDFで手もとに。" / "Everything you wrote, for printing or PDF.";
    TO_OWN_MARKDOWN: "書いたものの全部を、見出しと箇条書きで。" / "Everything you wrote, with headings and lists.";
    TO_OWN_TEXT: "書いたものの全部を、どのパソコンでも開ける形で。" / "Everything you wrote, in a form that opens anywhere.";
    TO_OWN_CALENDAR: "自分の予定表に。一歩を始める日が分かれば、ふりかえりの日（14日・90日・一年後）も入ります。" / "For your own calendar. Once you know when your steps start, the dates for looking back (after 14, 90 and 365 days) are in it too.";
    TO_BACKUP: "続きを書くため、もしものときのための、すべての記録。「記録と保存」で保存します。" / "Everything you wrote, to carry on later or just in case. You save it under “Saving and backups”.";
    AS_MARKDOWN: "Markdownで保存" / "Save as Markdown";
    AS_TEXT: "テキストで保存" / "Save as plain text";
    AS_CSV: "CSVで保存" / "Save as CSV";
    AS_CALENDAR: "予定として保存" / "Save as a calendar";
    AS_SHARED: "渡すファイルを保存" / "Save the file to give them";
    AS_OWN_MARKDOWN: "控えをMarkdownで保存" / "Save my copy as Markdown";
    AS_OWN_TEXT: "控えをテキストで保存" / "Save my copy as plain text";
    AS_OWN_CALENDAR: "自分の予定として保存" / "Save as my own calendar";
    CALENDAR_WORDS: "予定の名前に内容を入れる" / "Put what it’s about in the titles";
    CALENDAR_WORDS_NOTE: "入れないと、どれも「自分の予定」という名前になります。職場の予定表では、名前がほかの人にも見えることがあります。" / "Otherwise each is just called “My plan”. In a shared calendar at work, other people may see the titles.";
    CALENDAR_NEUTRAL: "自分の予定" / "My plan";
    CALENDAR_REMINDS: "前の日の夕方に知らせる" / "Remind me the evening before";
    CALENDAR_REMINDS_NOTE: "前の日の18時に、予定表が「自分の予定」とだけ知らせます。" / "At 6 pm the day before, the calendar just says “My plan”.";
    CALENDAR_NONE: "日にちが、まだ書かれていません。一歩や約束に「7月10日」のように書いた日が、予定になります。" / "No upcoming dates yet. A step or promise with a date (e.g. 10 July) becomes an event.";
    CALENDAR_NONE_SHOWN: "日にちは書かれていますが、見せるものに入っていません。「見せるものを選ぶ・変える」で選ぶと、予定にできます。" / "There are dates, but not among what you’re showing. Choose them under “Choose or change what to show” and they become events.";
    CALENDAR_ALL_PAST: "これからの日にちがありません。書かれている日は、もう過ぎています。" / "No upcoming dates. The ones you wrote have passed.";
    CALENDAR_NONE_READ: "日にちとして読み取れるものがありません。書いたものはそのまま残っています。" / "Nothing here can be read as a date. Your words stay as they are.";
    CALENDAR_IN: "予定に入るもの" / "In the calendar";
    CALENDAR_OUT: "予定に入らないもの" / "Not in the calendar";
    CALENDAR_YEARS: "年のない日は、書いたころにいちばん近い年の日として読んでいます。違うときは、年も書いてください。" / "A date without a year is taken as the one nearest to when you wrote it. If that’s wrong, add the year.";
    CALENDAR_HOW: "「12月5日」「2026/12/5 15:00」のように、日にちを一つ書くと入ります。" / "Write one date, such as “5 December” or “2026/12/5 15:00”, and it goes in.";
    CALENDAR_NO_DAY: "日にちが書かれていません。" / "There’s no date.";
    CALENDAR_NOT_SHOWN: "日にちは書かれていますが、見せるものに入っていません。" / "It has a date, but isn’t among what you’re showing.";
    CALENDAR_UNREAD: "日にちを一つに読み取れません。" / "This can’t be read as a single date.";
    CALENDAR_WHICH_YEAR: "何年のことか分かりません。年も書くと入ります。" / "The year isn’t clear. Add it and it goes in.";
    CALENDAR_WEEKDAY: "曜日が、その日と合いません。" / "The weekday doesn’t match the date.";
    CALENDAR_END: "終わりの日が、始まりの日と合いません。" / "The end doesn’t fit the start.";
    CALENDAR_START: "ふりかえりの日は、この日から数えます。ここに書いたものは、だれにも見せません。" / "The dates for looking back count from here. Nobody is shown what you write here.";
    START_TODAY: "今日から" / "From today";
    START_TALK: "面談の日から" / "From the day of the conversation";
    CSV_COLUMNS_PART: "区分" / "Part";
    CSV_COLUMNS_THING: "もの" / "Thing";
    CSV_COLUMNS_NUMBER: "番号" / "No.";
    CSV_COLUMNS_LABEL: "項目" / "Label";
    CSV_COLUMNS_WORDS: "内容" / "Words";
    CSV_NOTE: "おことわり" / "Note";
    CSV_GOES_ON: "続き" / "continued";

    // Forms
    FORMS_TITLE: "決まった様式に写す" / "For forms you have to fill in";
    FORMS_LEAD: "見せると選んだものを、様式の欄ごとに並べました。コピーしてから、様式に合わせて直してください。" / "What you chose to show, heading by heading. Copy it, then adjust it to the form.";
    FORM_EMPTY: "この欄にあたる答えは、見せるものにありません。" / "Nothing you’re showing belongs here.";
    FORM_COPY: "コピーする" / "Copy";
    FORM_COPIED: "コピーしました。様式の欄に貼りつけられます。" / "Copied. You can paste it into the form.";
    FORM_BY_HAND: "文を選びました。Ctrl+C（MacはCommand+C）でコピーしてください。" / "The text is selected. Press Ctrl+C (Command+C on a Mac) to copy it.";
    FORM_JOB_CARD: "ジョブ・カード様式1-1" / "Job Card, form 1-1";
    FORM_JOB_CARD_NOTE: "ジョブ・カード様式1-1（厚生労働省）の項目に対応" / "Follows the headings of form 1-1 of the Japanese Job Card (Ministry of Health, Labour and Welfare); the English is ours";
    JOB_CARD_1: "価値観、興味、関心事項等" / "Values and interests";
    JOB_CARD_1_HINT: "大事にしたい価値観、興味・関心を持っていることなど" / "What matters to you, and what interests you";
    JOB_CARD_2: "強み等" / "Strengths";
    JOB_CARD_2_HINT: "自分の強み、弱みを克服するために努力していることなど" / "What you’re good at, and what you’re working on";
    JOB_CARD_3: "将来取り組みたい仕事や働き方等" / "Work I’d like, and how I’d like to work";
    JOB_CARD_3_HINT: "今後やってみたい仕事や働き方、仕事で達成したいことなど" / "Work and ways of working you’d like, and what you want to achieve";
    JOB_CARD_4: "これから取り組むこと等" / "What I’ll do next";
    JOB_CARD_4_HINT: "今後伸ばしていく力や、その方法など" / "What to learn or strengthen, and how";
    JOB_CARD_5: "その他" / "Anything else";
    JOB_CARD_5_HINT: "自己PRや、相談したいことなどを自由に" / "About yourself, or what you’d like to talk over";
    FORM_REPORT: "自己申告書" / "Self-report form for HR";
    FORM_REPORT_NOTE: "多くの職場で使われる欄に合わせています。勤め先の様式と違うところは、様式に合わせてください。健康や家庭の欄はつくっていません。" / "These are headings that many Japanese workplaces use. Where your form differs, follow your form. There’s no heading for health or family.";
    REPORT_WORK: "現在の職務の状況" / "My current work";
    REPORT_WORK_HINT: "仕事の量や内容、やりがい" / "How much, what, and how it feels";
    REPORT_USE: "活かせている力・活かしきれていない力" / "Strengths I use, and could use more";
    REPORT_USE_HINT: "仕事で使っている力、もっと使いたい力" / "What you use at work, and what you’d like to use more";
    REPORT_LEARN: "取得資格・学んでいること" / "Qualifications and learning";
    REPORT_LEARN_HINT: "資格や学びは、様式に直接書いてください" / "Please write these straight on the form";
    REPORT_GROW: "今後伸ばしたい能力" / "Abilities I’d like to grow";
    REPORT_GROW_HINT: "これから身につけたい力" / "What you’d like to learn";
    REPORT_EXPERIENCE: "今後経験したい職務・分野とその理由" / "Work I’d like to experience, and why";
    REPORT_EXPERIENCE_HINT: "やってみたいことと、そのわけ" / "What you’d like to try, and the reason";
    REPORT_MOVE: "異動についての考え" / "What I think about transfer";
    REPORT_MOVE_HINT: "希望する・しない・どちらでも。様式に直接書いてください" / "Yes, no or either. Please write it straight on the form";
    REPORT_SUPPORT: "組織に期待する支援" / "Support I hope for";
    REPORT_SUPPORT_HINT: "お願いしたいこと" / "What you’d like to ask for";
    REPORT_FREE: "自由意見" / "Anything I’d like to say";
    REPORT_FREE_HINT: "話したいこと、伝えておきたいこと" / "What you want to talk about or pass on";

    // What joins the person's words into sentences on a form; they stand in place of {}
    JOIN_VALUES: "大切にしているのは、{}です。" / "What matters to me: {}.";
    JOIN_MORE: "仕事で増えるとうれしいのは、{}です。" / "I’d be glad of more of this: {}.";
    JOIN_LESS: "減ると助かるのは、{}です。" / "It would help to have less of this: {}.";
    JOIN_FINE: "このままでよいのは、{}です。" / "This is fine as it is: {}.";
    JOIN_USE: "活かしたい力は、{}です。" / "A strength I’d like to use: {}.";
    JOIN_GROW: "伸ばしたい力は、{}です。" / "A strength I’d like to grow: {}.";
    JOIN_STRENGTH: "力の一つは、{}です。" / "One of my strengths: {}.";
    JOIN_NOW: "いまは、{}というところです。" / "Now: {}.";
    JOIN_NEED: "ありたい姿には、{}くらいまで要ると考えています。" / "Where I want to be needs this: {}.";
    JOIN_FEELING: "気持ちは、{}です。" / "How I feel about it: {}.";
    JOIN_HORIZON: "{}のことを思い描いています。" / "I’m picturing a day {}.";
    JOIN_LINE: "一言でいえば、{}です。" / "In a few words: {}.";
    JOIN_CONDITION: "守りたい時間や条件は、{}です。" / "Time or conditions I’d like to keep: {}.";
    JOIN_EXPERIENCE: "{}という経験をしたいと考えています。" / "I’d like this experience: {}.";
    JOIN_SMALL: "まずは、{}という小さな形で試せます。" / "A small first try: {}.";
    JOIN_ELSEWHERE: "ほかにできる場所は、{}です。" / "Where else it could be done: {}.";
    JOIN_WHEN: "時期は、{}を考えています。" / "When: {}.";
    JOIN_STEP: "{}に取り組みます。" / "My next step: {}.";
    JOIN_STEP_BY: "{when}、{}に取り組みます。" / "{when}: {}.";
    JOIN_NEEDS: "いるもの：{}。" / "What it needs: {}.";
    JOIN_HAND: "次の人に渡したいのは、{}です。" / "What I’d like to pass on: {}.";

    // A plan that was handed over
    GIVEN_LEAD: "だれかから渡されたファイルを、ここで開いて読めます。" / "Open a file that someone gave you, and read it here.";
    GIVEN_KEPT_NOWHERE: "開いたものは、この端末に保存されません。あなたの記録にも混ざりません。" / "What you open isn’t stored on this device and doesn’t mix with your own answers.";
    GIVEN_CHOOSE: "渡されたファイルを選ぶ" / "Choose the file you were given";
    GIVEN_CHOOSE_NOTE: "名前が「ありたい_渡す計画」で始まる .json のファイルです。" / "It’s the .json file whose name begins with “Aritai_to_hand_over”.";
    GIVEN_OPEN: "渡された計画" / "The plan you were given";
    GIVEN_FOR: "だれに向けたものか" / "Who it’s for";
    GIVEN_VIEW: "見かた" / "Show";
    GIVEN_PRINT: "見えているものを印刷・PDF" / "Print what’s shown, or PDF";
    GIVEN_CLOSE: "閉じる" / "Close it";
    GIVEN_CLOSED: "閉じました。この端末には残っていません。" / "Closed. Nothing of it is left on this device.";
    GIVEN_EMPTY: "このファイルでは、何も見せるものに選ばれていませんでした。渡してくれた人に、確かめてみてください。" / "Nothing in this file was chosen to be shown. You could ask the person who gave it to you.";
    GIVEN_SAFE: "あなたの記録は変わっていません。" / "Your own answers haven’t changed.";
    GIVEN_BAD_TOO_LONG: "ファイルが大きすぎます（20MBまで）。渡された計画のファイルではないようです。" / "This file is too big (the limit is 20 MB). It doesn’t look like a plan that someone gave you.";
    GIVEN_BAD_NOT_TEXT: "これは画像や文書のファイルのようです。いつものソフトで開けます。ここで開けるのは、名前が「ありたい_渡す計画」で始まる .json のファイルです。" / "This looks like a picture or a document; your usual program will open it. What opens here is the .json file whose name begins with “Aritai_to_hand_over”.";
    GIVEN_BAD_ENCODING: "文字の保存形式（Shift_JISなど）が違うため読めません。渡された元のファイルを、編集せずに選んでください。" / "This file is saved in another encoding, such as Shift_JIS, and can’t be read. Please choose the file just as you were given it, unedited.";
    GIVEN_BAD_TRUNCATED: "ファイルが途中で切れています。コピーし直すか、もう一度渡してもらってください。" / "This file stops partway through. Copy it again, or ask for it once more.";
    GIVEN_BAD_TOO_DEEP: "中のつくりが複雑すぎて読めません。渡された計画のファイルではないようです。" / "This file is too complicated inside to read. It doesn’t look like a plan that someone gave you.";
    GIVEN_BAD_NOT_OURS: "渡された計画のファイルではないようです。名前が「ありたい_渡す計画」で始まる .json のファイルを選んでください。" / "This doesn’t look like a plan that someone gave you. Choose the .json file whose name begins with “Aritai_to_hand_over”.";
    GIVEN_BAD_BACKUP: "これはバックアップです。見せていない言葉も入っているため、ここでは開きませんでした。渡すためのファイルを頼むか、自分のものなら「記録と保存」で戻してください。" / "This is a backup. It includes private words, so it wasn’t opened here. Ask for the file meant for you, or, if it’s your own, restore it under “Saving and backups”.";
    GIVEN_BAD_DAMAGED: "ファイルの中身が壊れているようです。もう一度渡してもらってください。" / "This file seems to be damaged inside. Please ask for it once more.";
    BAD_SHARED: "これは、だれかが見せるために渡したファイルです。記録としては戻せません。読むときは「受け取った計画を開く」を使ってください。" / "This is a file that someone made to show to others. It can’t be restored as your own. To read it, use “Open a plan you were given”.";

    // File names
    FILE_SHARED: "ありたい_渡す計画" / "Aritai_to_hand_over";
    FILE_CALENDAR: "ありたい_予定" / "Aritai_dates";
    FILE_OWN_CALENDAR: "ありたい_自分の予定" / "Aritai_own_dates";
}

/// The heads of the columns of a table file.
pub const CSV_COLUMNS: [super::Words; 5] =
    [CSV_COLUMNS_PART, CSV_COLUMNS_THING, CSV_COLUMNS_NUMBER, CSV_COLUMNS_LABEL, CSV_COLUMNS_WORDS];
