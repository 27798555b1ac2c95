//! Files: every light one is made on its screen and holds what it should, and the one to hand over is read on another
//! computer, where nothing of it stays.

use aritai::document::{Audience, Binder, Change, Document, ItemId, after, sheet, steps, wish};
use aritai::format::open_backup;
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::keyboard::Target;
use aritai_e2e::page::{Role, field_id};
use aritai_e2e::wait;
use serde_json::json;

/// The words of a file that was just saved.
async fn saved(browser: &Browser, button: w::Words, name: w::Words, ending: &str) -> String {
    browser.press(button).await;
    let (_, bytes) = browser.downloaded(&format!("{}_20", name.get(browser.lang)), ending).await;
    String::from_utf8(bytes).expect("letters")
}

fn her() -> Document {
    open_backup(&invented_person(Lang::Ja)).expect("a golden backup").binder.document().clone()
}

#[tokio::test]
async fn every_light_file_is_made_and_the_one_to_hand_over_is_read_on_another_computer() {
    // Where summer time begins on the very day that is written below.
    let options = Options { time_zone: "America/New_York", ..Options::default() };
    journey("files", options, async |browser| {
        let document = her();
        let (topic, private) = (document.text(sheet::TOPIC.alone()), document.text(wish::TOWN.alone()));
        assert!(!topic.is_empty() && !private.is_empty(), "she has something to show and something to keep");
        browser.restore(&invented_person(browser.lang)).await;
        browser.visit(Route::After).await;
        browser.write_at(&Target::id(field_id(after::NEXT_DAY.alone())), "2027年3月14日").await;
        browser.visit(Route::Files).await;

        // To hand over: what is shown is in each, and nothing else.
        let shown = [
            saved(browser, w::AS_MARKDOWN, w::FILE_FULL, "md").await,
            saved(browser, w::AS_TEXT, w::FILE_FULL, "txt").await,
            saved(browser, w::AS_CSV, w::FILE_FULL, "csv").await,
            saved(browser, w::AS_SHARED, w::FILE_SHARED, "json").await,
        ];
        for file in &shown {
            assert!(file.contains(topic) && !file.contains(private), "{file}");
        }
        browser.reads(w::FILES_DONE).await;

        // To keep: everything is in it, and it says so.
        for (button, ending) in [(w::AS_OWN_MARKDOWN, "md"), (w::AS_OWN_TEXT, "txt")] {
            let file = saved(browser, button, w::FILE_OWN, ending).await;
            assert!(file.contains(topic) && file.contains(private) && file.contains(w::OWN_MARK.get(browser.lang)));
        }
        // A day is that day, and says nothing unasked.
        let quiet = saved(browser, w::AS_OWN_CALENDAR, w::FILE_OWN_CALENDAR, "ics").await;
        assert!(
            quiet.contains("DTSTART;VALUE=DATE:20270314\r\n") && quiet.contains("SUMMARY:自分の予定\r\n"),
            "{quiet}"
        );
        assert!(!quiet.contains("次に話す日"), "{quiet}");
        browser.tick_to(&Target::id("calendar-own"), true).await;
        let told = saved(browser, w::AS_OWN_CALENDAR, w::FILE_OWN_CALENDAR, "ics").await;
        assert!(told.contains("SUMMARY:次に話す日\r\n"), "{told}");
        // What has no day that can be told is named, with the reason.
        browser.reads("8月の係会").await;
        browser.reads(w::CALENDAR_UNREAD).await;
        // From the start of the steps follow the days to look back on; the evening before says no more than
        // the title.
        assert!(!told.contains("DTSTART;VALUE=DATE:20270315") && !told.contains("VALARM"), "{told}");
        browser.write_at(&Target::id(field_id(steps::START.alone())), "2027年3月1日").await;
        browser.tick_to(&Target::id("calendar-own"), false).await;
        browser.tick_to(&Target::id("calendar-own-reminds"), true).await;
        let reminds = saved(browser, w::AS_OWN_CALENDAR, w::FILE_OWN_CALENDAR, "ics").await;
        assert!(reminds.contains("DTSTART;VALUE=DATE:20270315\r\n"), "{reminds}");
        assert!(reminds.contains("TRIGGER:-PT6H\r\nDESCRIPTION:自分の予定\r\n"), "{reminds}");

        // Nothing is chosen for HR.
        browser.choose(w::AUDIENCE_HR).await;
        browser.reads(w::FILES_NONE).await;
        assert!(!browser.has(Role::Button, w::AS_SHARED).await, "there is nothing to hand over to them");

        // On another computer, where nobody has written anything.
        browser.fresh_computer().await;
        browser.open(Route::Given).await;
        browser.give_file("given-file", "だれかのバックアップ.json", &invented_person(browser.lang)).await;
        browser.reads(w::GIVEN_BAD_BACKUP).await;
        assert!(!browser.says(private).await, "a backup is not opened");
        browser.give_file("given-file", "渡された計画.json", shown[3].as_bytes()).await;
        browser.arrived(Route::Given).await;
        browser.reads(w::GIVEN_OPEN).await;
        browser.reads(topic).await;
        browser.choose(w::FULL_TITLE).await;
        browser.reads(w::FULL_TALK).await;
        browser.reads(topic).await;
        assert!(!browser.says(private).await, "what was not shown is not there");

        // It stays open while the page does, is nobody's record, and is gone with the page.
        browser.visit(Route::Outline).await;
        browser.visit(Route::Given).await;
        browser.reads(topic).await;
        let kept = browser.js("return JSON.stringify({ ...localStorage })", vec![]).await;
        assert!(!kept.as_str().unwrap_or_default().contains(topic), "nothing of it is kept: {kept}");
        let record = browser.saved_binder().await;
        assert!(record.is_none_or(|binder| binder.document().is_blank()), "the own record is untouched");
        browser.reload().await;
        browser.reads(w::GIVEN_CHOOSE).await;
        assert!(!browser.says(topic).await);

        // Nor can it be taken for a record.
        browser.visit(Route::Keep).await;
        browser.give_file("restore-file", "渡された計画.json", shown[3].as_bytes()).await;
        browser.reads(w::BAD_SHARED).await;
    })
    .await;
}

#[tokio::test]
async fn a_number_that_no_clock_showed_is_no_date() {
    journey("no date", Options::default(), async |browser| {
        let backup = String::from_utf8(invented_person(browser.lang)).expect("letters");
        let (before, rest) = backup.split_once("\"made_at\": ").expect("when it was made");
        let (_, after) = rest.split_once(',').expect("a number");
        browser.open(Route::Keep).await;
        for number in ["10000000000000000", "18446744073709551615", "7300000000000"] {
            let odd = format!("{before}\"made_at\": {number},{after}");
            browser.give_file("restore-file", "ありたい_バックアップ.json", odd.as_bytes()).await;
            browser.reads(w::RESTORE_DO).await;
            assert!(!browser.says(w::RESTORE_MADE).await, "{number} is a date");
            browser.press(w::CANCEL).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_heading_is_copied_and_where_that_is_not_allowed_it_is_selected() {
    journey("forms", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        browser.visit(Route::Files).await;
        let allow = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        browser.cdp("Browser.grantPermissions", allow).await;
        browser.unfold(&browser.folded(w::FORM_JOB_CARD)).await;
        let lang = browser.lang;
        let copy = |heading: w::Words| w::under(w::FORM_COPY.get(lang), heading.get(lang), lang);
        browser.press(&copy(w::JOB_CARD_2)).await;
        browser.reads(w::FORM_COPIED).await;
        let copied = browser.js_async("return navigator.clipboard.readText()").await;
        assert_eq!(copied, json!(browser.value("job-card-1").await));

        // A page that came over plain http has no clipboard.
        browser.js("Object.defineProperty(navigator, 'clipboard', { value: undefined })", vec![]).await;
        browser.press(&copy(w::JOB_CARD_3)).await;
        browser.reads(w::FORM_BY_HAND).await;
        let selected = browser.js("return getSelection().toString()", vec![]).await;
        let there = browser.value("job-card-2").await;
        assert_eq!(selected.as_str().unwrap_or_default().trim_end(), there.trim_end());
        assert_eq!(browser.focus_now().await["id"], json!("job-card-2"));
    })
    .await;
}

/// Drops text from another program behind all that stands in a field.
async fn drop_behind(browser: &Browser, field: &str, text: &str) {
    let script = "const field = document.getElementById(arguments[0]); \
        field.scrollIntoView({ block: 'center', behavior: 'instant' }); \
        const box = field.getBoundingClientRect(); return [box.right - 30, box.bottom - 30]";
    let at = browser.js(script, vec![json!(field)]).await;
    let data = json!({ "items": [{ "mimeType": "text/plain", "data": text }], "dragOperationsMask": 1 });
    for kind in ["dragEnter", "dragOver", "drop"] {
        let event = json!({ "type": kind, "x": at[0], "y": at[1], "data": data });
        browser.cdp("Input.dispatchDragEvent", event).await;
    }
}

/// Slides and word processors end lines with signs that a field shows as a box. Pasted, they are line ends;
/// in a record that has them, they are shown as such.
#[tokio::test]
async fn lines_pasted_from_slides_are_lines_in_the_field_and_wherever_they_are_shown() {
    const PASTED: &str = "一行目\u{b}二行目\u{c}三行目\u{2028}四行目\u{85}五行目\u{2029}六行目\r\n七行目";
    const LINES: &str = "一行目\n二行目\n三行目\n四行目\n五行目\n六行目\n七行目";
    journey("pasted_lines", Options::default(), async |browser| {
        browser.open(Route::Wish).await;
        let scene = wish::SCENE.alone();
        let field = field_id(scene);
        browser.tab_to(&Target::id(&field)).await;
        let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[0]); \
            const paste = { clipboardData: data, bubbles: true, cancelable: true }; \
            return document.activeElement.dispatchEvent(new ClipboardEvent('paste', paste))";
        let browsers_own = browser.js(paste, vec![json!(PASTED)]).await;
        assert_eq!(browsers_own, json!(false), "the browser does not paste it once more");
        assert_eq!(browser.value(&field).await, LINES);
        browser.saved().await;
        assert_eq!(browser.saved_binder().await.expect("a record").document().text(scene), LINES);
        browser.undo_key().await;
        assert_eq!(browser.value(&field).await, "", "the browser's own undo takes it back");
        // What has none of these signs is left to the browser.
        assert_eq!(browser.js(paste, vec![json!("一行目\n二行目")]).await, json!(true));
        // The same where it is dropped, behind what stands there.
        browser.type_text("前").await;
        drop_behind(browser, &field, PASTED).await;
        wait::becomes("dropped lines are lines", format!("前{LINES}"), async || browser.value(&field).await).await;
        browser.saved().await;
        let kept = browser.saved_binder().await.expect("a record").document().text(scene).to_owned();
        assert_eq!(kept, format!("前{LINES}"));
        browser.focus_field(&field).await;
        for _ in 0..2 {
            browser.undo_key().await;
        }
        assert_eq!(browser.value(&field).await, "前", "the browser's own undo takes it back");

        // A record of before keeps them, and shows lines.
        let mut binder = Binder::new(ItemId(1), 1_790_000_000_000);
        binder.apply(Change::Wrote(scene, PASTED.to_owned()));
        binder.apply(Change::Shared(scene, Audience::Talk, true));
        browser.restore(aritai::format::backup(&binder, 1, 1_790_000_000_000).as_bytes()).await;
        assert_eq!(browser.saved_binder().await.expect("a record").document().text(scene), PASTED, "as it was typed");
        for route in [Route::Plan, Route::OwnCopy, Route::Sheet] {
            browser.visit(route).await;
            let shown = browser.js("return document.querySelector('main').innerText", vec![]).await;
            let shown = shown.as_str().unwrap_or_default();
            assert!(
                shown.contains(LINES) && !shown.contains(['\u{b}', '\u{c}', '\u{85}']),
                "{}: {shown:?}",
                route.hash()
            );
        }
    })
    .await;
}
