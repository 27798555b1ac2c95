//! The whole ten-minute path: typed with a Japanese input method, shared, printed, saved to files, and found again to the
//! character on a computer that never saw it.

use aritai::document::Audience;
use aritai::format::open_backup;
use aritai::route::{Route, SHORT_PATH};
use aritai::wording as w;
use aritai_e2e::browser::{Options, journey};
use aritai_e2e::paper::{plain, words_of_pdf};
use aritai_e2e::walk::{holds_all, said};

#[tokio::test]
async fn every_character_comes_through_typing_printing_saving_and_restoring() {
    journey("short_path", Options::default(), async |browser| {
        let written = browser.walk_short_path().await;
        assert!(written.fields.len() >= 12, "the path has its fields: {written:?}");

        // Share: all that can be shared at once; what goes one by one stays private.
        browser.press(w::SHEET_ALL).await;
        browser.saved().await;

        // The backup is the person's own: everything is in it, to the character.
        browser.visit(Route::Keep).await;
        browser.press(w::KEEP_BACKUP_DO).await;
        let (_, backup_bytes) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        let backup = open_backup(&backup_bytes).expect("the backup can be opened");
        let document = backup.binder.document();
        holds_all(document, &written);
        assert_eq!(browser.saved_binder().await.as_ref(), Some(&backup.binder), "what is saved is what is backed up");

        // Paper and Markdown: every shared word is on them, no other one.
        browser.visit(Route::Sheet).await;
        browser.press(w::SHEET_MARKDOWN).await;
        let (_, markdown) = browser.downloaded(w::FILE_SHEET.get(browser.lang), "md").await;
        let markdown = plain(&String::from_utf8(markdown).expect("Markdown is UTF-8"));
        let paper = words_of_pdf(&browser.printed().await, &browser.own_folder());
        let (mut shown, mut hidden) = (0, 0);
        for (path, leaf) in document.leaves() {
            let shared = document.is_shared(path, Audience::Talk);
            for words in said(leaf) {
                let words = plain(&words);
                if shared {
                    assert!(paper.contains(&words), "{path} 「{words}」 is on the paper: {paper}");
                    assert!(markdown.contains(&words), "{path} 「{words}」 is in the Markdown: {markdown}");
                    shown += 1;
                } else if written.fields.values().any(|text| plain(text) == words) {
                    assert!(!paper.contains(&words), "{path} 「{words}」 is private and on the paper: {paper}");
                    assert!(
                        !markdown.contains(&words),
                        "{path} 「{words}」 is private and in the Markdown: {markdown}"
                    );
                    hidden += 1;
                }
            }
        }
        println!(
            "{} fields written, {shown} texts shown, {hidden} private: {:?}",
            written.fields.len(),
            written.fields
        );
        assert!(shown >= 10 && hidden >= 2, "{shown} shown, {hidden} private");

        // Another computer: nothing there, then the file, a look at what it brings, and all of it.
        browser.fresh_computer().await;
        browser.open(Route::Keep).await;
        assert!(browser.records().await.is_empty(), "nothing is there yet");
        browser.give_file("restore-file", "ありたい_バックアップ.json", &backup_bytes).await;
        browser.reads(w::RESTORE_TITLE).await;
        browser.unfold_all().await;
        for text in written.fields.values() {
            assert!(browser.says(text).await, "the preview shows 「{text}」");
        }
        assert!(browser.records().await.is_empty(), "looking changes nothing");
        browser.press(w::RESTORE_DO).await;
        browser.reads(w::RESTORE_DONE).await;
        browser.saved().await;
        assert_eq!(browser.saved_binder().await, Some(backup.binder.clone()), "all of it is there again");
        for route in SHORT_PATH {
            browser.visit(route).await;
            browser.unfold_all().await;
            for id in browser.text_fields().await.iter().filter(|id| !id.ends_with("-own")) {
                assert_eq!(Some(&browser.value(id).await), written.fields.get(id), "{id} shows what was written");
            }
        }
    })
    .await;
}
