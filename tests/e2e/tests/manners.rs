//! How the app behaves: nothing is lost on the way, nothing is taken for granted, nothing is sent anywhere.

use aritai::document::{experience, stand, values, wish, work};
use aritai::format::open_backup;
use aritai::plan::{Standing, standing};
use aritai::route::{Route, SHORT_PATH};
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::ime::{MEETING, Word, meeting};
use aritai_e2e::options::{NOBODY_ANSWERS, asks_others};
use aritai_e2e::page::{Role, field_id, scene};
use aritai_e2e::wait;
use serde_json::json;

#[tokio::test]
async fn back_forward_and_reload_keep_everything_where_it_was() {
    journey("back_forward", Options::default(), async |browser| {
        browser.open(Route::Welcome).await;
        browser.follow(w::START).await;
        browser.shown(Route::Values).await;
        browser.choose_cards("values", |_| true, 2).await;
        browser.next(Route::Wish).await;
        browser.write(&scene(), &meeting()).await;
        browser.next(Route::Experience).await;
        browser.driver().back().await.expect("back");
        browser.shown(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, MEETING);
        browser.driver().back().await.expect("back");
        browser.shown(Route::Values).await;
        let first = browser.pack.cards("values")[0].title.plain(browser.lang);
        assert!(browser.find(Role::Checkbox, &first).await.is_selected().await.expect("a card"), "{first} is chosen");
        browser.driver().forward().await.expect("forward");
        browser.shown(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, MEETING);
        browser.reload().await;
        browser.shown(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, MEETING, "a reload comes back to the same screen and text");
        // Whoever comes back goes on where they left.
        browser.saved().await;
        browser.restart().await;
        browser.open(Route::Welcome).await;
        browser.follow(w::RESUME).await;
        browser.shown(Route::Experience).await;
    })
    .await;
}

/// The last keys before the page is left, and even a word that is still being composed.
#[tokio::test]
async fn what_was_typed_last_is_there_when_the_page_was_left_at_once() {
    journey("left_at_once", Options::default(), async |browser| {
        browser.open(Route::Wish).await;
        browser.write(&scene(), &meeting()).await;
        browser.type_text("x").await;
        browser.leave_to_blank().await;
        browser.open(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, format!("{MEETING}x"));
        browser.focus_field(&scene()).await;
        browser.compose_step("か").await;
        browser.compose_step("かい").await;
        browser.leave_to_blank().await;
        browser.open(Route::Wish).await;
        assert_eq!(
            browser.value(&scene()).await,
            format!("{MEETING}xかい"),
            "the half-composed word is kept as it stood"
        );
        // A tab that is closed at once, while the browser lives on.
        browser.focus_field(&scene()).await;
        let other = browser.driver().new_tab().await.expect("another tab");
        browser.type_text("y").await;
        browser.driver().close_window().await.expect("the tab is closed");
        browser.driver().switch_to_window(other).await.expect("the other tab");
        browser.go_to(&format!("/{}", Route::Wish.hash())).await;
        browser.shown(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, format!("{MEETING}xかいy"));
    })
    .await;
}

#[tokio::test]
async fn starting_over_offers_a_backup_first_and_can_be_taken_back() {
    journey("start_over", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        let before = browser.saved_binder().await.expect("a record");
        browser.visit(Route::Keep).await;
        browser.press(w::KEEP_OVER).await;
        browser.press(w::KEEP_OVER_BACKUP_FIRST).await;
        let (_, backup) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        assert_eq!(open_backup(&backup).expect("a backup").binder, before, "the backup holds what is put away");
        browser.reads(w::KEEP_OVER_DONE).await;
        browser.visit(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "", "a fresh start");
        browser.press(w::UNDO).await;
        wait::until("the text is back", async || (!browser.value(&scene()).await.is_empty()).then_some(())).await;
        browser.saved().await;
        let after = browser.saved_binder().await.expect("a record");
        assert_eq!(after.document(), before.document(), "taken back, to the character");
        // Started over for good, and regretted on another day.
        browser.visit(Route::Keep).await;
        browser.press(w::KEEP_OVER).await;
        browser.press(w::KEEP_OVER_DO).await;
        browser.reads(w::KEEP_OVER_DONE).await;
        wait::until("it is saved", async || {
            let now = browser.saved_binder().await?;
            now.document().is_blank().then_some(())
        })
        .await;
        browser.restart().await;
        browser.open(Route::Keep).await;
        browser.press(w::KEEP_BEFORE).await;
        browser.reads(w::RESTORE_TITLE).await;
        browser.press(w::RESTORE_DO).await;
        browser.reads(w::RESTORE_DONE).await;
        browser.saved().await;
        let after = browser.saved_binder().await.expect("a record");
        assert_eq!(after.document(), before.document(), "the record from before is had back");
    })
    .await;
}

/// Something that only the person before wrote.
const SENTINEL: &str = "前の人だけの言葉";

#[tokio::test]
async fn on_a_shared_computer_the_next_person_sees_nothing_and_all_can_be_erased() {
    journey("shared_computer", Options::default(), async |browser| {
        // Another program of the same origin has something, too.
        browser.leave_to_blank().await;
        browser.put_local("other-program", "its own, not JSON").await;
        browser.open(Route::Welcome).await;
        browser.choose(w::DEVICE_SHARED).await;
        browser.visit(Route::Wish).await;
        browser.focus_field(&scene()).await;
        browser.cdp("Input.insertText", json!({ "text": SENTINEL })).await;
        browser.saved().await;
        browser.restart().await;
        // The next person, wherever they come in.
        for route in SHORT_PATH.into_iter().chain([Route::Outline, Route::Unsure, Route::Keep]) {
            browser.go_to(aritai_e2e::serve::BLANK).await;
            browser.go_to(&format!("/{}", route.hash())).await;
            browser.reads(w::FORMER_TITLE).await;
            let all = browser.js("return document.documentElement.outerHTML + [...document.querySelectorAll('textarea, input')].map(e => e.value).join()", vec![]).await;
            assert!(!all.as_str().unwrap_or_default().contains(SENTINEL), "{} shows a word of it", route.hash());
        }
        browser.open(Route::Welcome).await;
        browser.take(w::FORMER_ERASE).await;
        browser.press(w::KEEP_ERASE_DO).await;
        let (_, backup) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        let binder = open_backup(&backup).expect("a backup").binder;
        assert_eq!(binder.document().text(wish::SCENE.alone()), SENTINEL, "it was saved to a file first");
        browser.reads(w::KEEP_ERASE_SURE).await;
        browser.press(w::KEEP_ERASE_GO).await;
        browser.reads(w::KEEP_ERASED).await;
        let nothing_left = async |browser: &Browser| {
            let kept = browser.kept().await;
            let with = |(place, text): &(&String, &String)| place.contains(SENTINEL) || text.contains(SENTINEL);
            let left: Vec<_> = kept.iter().filter(with).collect();
            assert!(left.is_empty(), "still there: {left:?}");
            assert_eq!(kept.get("localStorage/other-program").map(String::as_str), Some("its own, not JSON"));
        };
        nothing_left(browser).await;
        let ours = |place: &&String| place.starts_with("localStorage/aritai/") || place.starts_with("indexedDB/aritai/");
        let kept = browser.kept().await;
        let traces: Vec<_> = kept.keys().filter(ours).filter(|place| !place.contains("/meta/")).collect();
        assert!(traces.is_empty(), "only the counter that beats a late mirror stays: {traces:?}");
        // Who stays on the page can begin afresh, and it is kept.
        browser.visit(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "");
        browser.write(&scene(), &meeting()).await;
        browser.saved().await;
        let binder = browser.saved_binder().await.expect("a record");
        assert_eq!(binder.document().text(wish::SCENE.alone()), MEETING);
        browser.restart().await;
        browser.open(Route::Keep).await;
        nothing_left(browser).await;
    })
    .await;
}

#[tokio::test]
async fn enter_belongs_to_the_input_method_while_it_composes() {
    journey("enter", Options::default(), async |browser| {
        browser.open(Route::Values).await;
        browser.focus_field("value-own").await;
        browser.compose_step("かいぎ").await;
        let confirm = |how: &str| {
            format!("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Enter', bubbles: true, cancelable: true, {how} }}))")
        };
        // Chromium and Firefox say that they compose; Safari has ended the composition already and says 229.
        browser.js(&confirm("isComposing: true"), vec![]).await;
        browser.js(&confirm("keyCode: 229"), vec![]).await;
        assert_eq!(browser.value("value-own").await, "かいぎ", "nothing was added");
        assert_eq!(browser.route_now().await, Route::Values, "nothing was left");
        browser.cdp("Input.insertText", json!({ "text": "会議" })).await;
        browser.key("Enter").await;
        wait::until("a plain Enter adds it", async || browser.value("value-own").await.is_empty().then_some(())).await;
        browser.saved().await;
        let binder = browser.saved_binder().await.expect("a record");
        let own = binder.document().items(&values::VALUE).iter().map(|item| values::WHAT.of(item.id));
        let own: Vec<String> =
            own.filter_map(|path| binder.document().card(path).map(|card| card.label.clone())).collect();
        assert_eq!(own, ["会議"], "once");
        // In a field of several lines it is a new line, and nothing else.
        browser.visit(Route::Wish).await;
        browser.write(&scene(), &meeting()).await;
        browser.key("Enter").await;
        assert_eq!(browser.value(&scene()).await, format!("{MEETING}\n"));
        assert_eq!(browser.route_now().await, Route::Wish);
    })
    .await;
}

/// A frame can be late. Until it comes somebody may have begun to write, and must not lose the field.
#[tokio::test]
async fn a_late_frame_takes_no_field_from_somebody_who_writes() {
    const LATE: &str = "(() => { const frame = window.requestAnimationFrame.bind(window); let held = null; \
        window.requestAnimationFrame = then => held ? (held.push(then), 0) : frame(then); \
        window.__hold = () => { held = []; }; \
        window.__frame = () => { const late = held; held = null; late.forEach(then => then(performance.now())); }; })()";
    let options = Options { before: vec![LATE.to_owned()], ..Options::default() };
    journey("late_frame", options, async |browser| {
        let there = format!("return !!document.querySelector('main.page-{} h1')", Route::Wish.class());
        let focused = "return document.activeElement.id || document.activeElement.tagName";
        for writes in [false, true] {
            browser.open(Route::Work).await;
            browser.js("__hold()", vec![]).await;
            browser.js("location.hash = arguments[0]", vec![json!(Route::Wish.hash())]).await;
            wait::until("the wish is shown", async || (browser.js(&there, vec![]).await == json!(true)).then_some(()))
                .await;
            if writes {
                browser.focus_field(&scene()).await;
                browser.type_text("窓口").await;
            }
            browser.js("__frame()", vec![]).await;
            let expected = if writes { scene() } else { "H1".to_owned() };
            assert_eq!(browser.js(focused, vec![]).await, json!(expected), "writes: {writes}");
        }
        browser.type_text("で聞く").await;
        assert_eq!(browser.value(&scene()).await, "窓口で聞く");
    })
    .await;
}

/// Many people press everything twice. The second press falls on a screen that nobody has seen yet.
#[tokio::test]
async fn a_double_click_takes_nothing_on_the_screen_that_it_led_to() {
    journey("double_click", Options::default(), async |browser| {
        let click = async |selector: &str, count: u32| {
            let middle = "const el = document.querySelector(arguments[0]); el.scrollIntoView({ block: 'center', behavior: 'instant' }); \
                const box = el.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]";
            let at = browser.js(middle, vec![json!(selector)]).await;
            for kind in ["mousePressed", "mouseReleased"] {
                let press = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": count });
                browser.cdp("Input.dispatchMouseEvent", press).await;
            }
        };
        let taken = "return [document.querySelectorAll('main input:checked').length, document.activeElement.tagName, location.hash]";
        browser.open(Route::Wish).await;
        let values = Route::Values.hash();
        click(&format!("main a[href='{values}']"), 1).await;
        wait::becomes("the values are shown", json!([0, "H1", values]), async || browser.js(taken, vec![]).await).await;
        click("main .choice-title", 2).await;
        click("main a.next", 2).await;
        assert_eq!(browser.js(taken, vec![]).await, json!([0, "H1", values]), "the second press takes nothing");
        click("main .choice-title", 1).await;
        wait::becomes("one press takes it", json!([1, "INPUT", values]), async || browser.js(taken, vec![]).await).await;
        // On one screen a double click is what it always was.
        click("main .choice-title", 2).await;
        wait::becomes("and again", json!(0), async || browser.js(taken, vec![]).await[0].clone()).await;
    })
    .await;
}

#[tokio::test]
async fn not_knowing_leads_somewhere() {
    journey("unsure", Options::default(), async |browser| {
        browser.open(Route::Wish).await;
        browser.press(w::NOT_SURE).await;
        browser.shown(Route::Experience).await;
        browser.follow(w::UNSURE_CLUES).await;
        browser.shown(Route::Unsure).await;
        browser.reads(w::UNSURE_TITLE).await;
        let titles: Vec<String> =
            browser.pack.cards("activities").iter().take(2).map(|card| card.title.plain(browser.lang)).collect();
        // Both groups offer the same cards: more of the first, less of the second.
        for (leaf, card) in [(work::MORE.alone(), 0), (work::LESS.alone(), 1)] {
            let id = browser.pack.cards("activities")[card].id.clone();
            browser.tick(&format!("{}-{id}", field_id(leaf))).await;
            browser.press(w::UNSURE_ON).await;
        }
        browser.press(w::UNSURE_ON).await;
        let sentence = w::more_less(&titles[..1], &titles[1..], browser.lang);
        browser.reads(&sentence).await;
        browser.press(w::UNSURE_USE).await;
        browser.shown(Route::Experience).await;
        browser.reads(w::UNSURE_DONE).await;
        browser.visit(Route::Wish).await;
        wait::until("the sentence is in the field", async || (browser.value(&scene()).await == sentence).then_some(()))
            .await;
        browser.saved().await;
        let binder = browser.saved_binder().await.expect("a record");
        assert_eq!(binder.document().text(wish::SCENE.alone()), sentence);
        // Other screens say a kind word where one lands, and remember the answer.
        browser.visit(Route::Values).await;
        browser.press(w::NOT_SURE).await;
        let kind = browser.pack.question("value").and_then(|q| q.unsure.clone()).expect("a kind word");
        browser.reads(&kind).await;
        browser.visit(Route::Experience).await;
        browser.press(w::LATER).await;
        browser.shown(Route::Why).await;
        browser.saved().await;
        let binder = browser.saved_binder().await.expect("a record");
        assert_eq!(standing(binder.document(), Route::Values), Standing::NotSure);
        assert_eq!(standing(binder.document(), Route::Experience), Standing::Later);
        assert!(binder.document().leaf(stand::EXPERIENCE.alone()).is_some_and(aritai::document::Leaf::is_later));
        assert!(binder.document().ids(&experience::EXPERIENCE).is_empty());
    })
    .await;
}

/// Writes down whatever a screen reader would be told on its own.
#[tokio::test]
async fn nothing_is_asked_of_anybody_else() {
    journey("requests", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        let more = [Route::Unsure, Route::Outline, Route::Keep, Route::Example(1), Route::Missing];
        for route in SHORT_PATH.into_iter().chain(more) {
            browser.visit(route).await;
        }
        browser.visit(Route::Keep).await;
        browser.press(w::KEEP_BACKUP_DO).await;
        browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        browser.visit(Route::Sheet).await;
        browser.press(w::SHEET_MARKDOWN).await;
        browser.downloaded(w::FILE_SHEET.get(browser.lang), "md").await;
        browser.printed().await;
        // That the page asked nobody else is held at the end of every journey.
        let asked = browser.requests().await;
        let wasm = asked.iter().any(|asked| asked.address.contains("_bg.wasm") && asked.who.is_some());
        assert!(wasm, "the log holds what the page asks for, and that it was the page");
        // Nothing that was written is in an address, not even of our own site.
        let written = open_backup(&invented_person(browser.lang)).expect("a backup").binder;
        for (path, leaf) in written.document().leaves() {
            for words in aritai_e2e::walk::said(leaf).iter().filter(|words| words.chars().count() > 3) {
                let there = asked.iter().find(|asked| asked.address.contains(words.as_str()));
                assert!(there.is_none(), "{path} 「{words}」 is in an address: {there:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_word_in_the_making_is_left_alone_when_the_tab_comes_to_write() {
    journey("own_words_early", Options { before: vec![asks_others()], ..Options::default() }, async |browser| {
        browser.open(Route::Values).await;
        browser.choose_cards("values", |_| true, 1).await;
        browser.focus_field("value-own").await;
        browser.compose_step("かい").await;
        browser.save_state_is("unsaved").await;
        browser.js(NOBODY_ANSWERS, vec![]).await;
        browser.saved().await;
        assert_eq!(browser.value("value-own").await, "かい");
        browser.cdp("Input.insertText", json!({ "text": "会議" })).await;
        assert_eq!(browser.value("value-own").await, "会議");
    })
    .await;
}

/// Words of one's own that were typed and not yet added with the button.
#[tokio::test]
async fn own_words_are_kept_when_the_page_is_left_before_they_are_added() {
    journey("own_words", Options::default(), async |browser| {
        for (route, id) in
            [(Route::Values, "value-own"), (Route::Experience, "experience-own"), (Route::Ask, "ask-own")]
        {
            browser.open(route).await;
            browser.write(id, &meeting()).await;
            browser.leave_to_blank().await;
            browser.open(route).await;
            let there = browser.says(MEETING).await || browser.value(id).await == MEETING;
            assert!(there, "{id} is there in some way after the page was left");
        }
        // Where there is no room for them, they stay where they were typed.
        browser.open(Route::Values).await;
        browser.choose_cards("values", |_| true, 2).await;
        browser.write("value-own", &[Word::new("ゆう", "夕")]).await;
        browser.press(w::ADD).await;
        browser.reads(w::VALUES_FULL).await;
        assert_eq!(browser.value("value-own").await, "夕");
        browser.js("document.getElementById('value-own').value = ''", vec![]).await;
        let first = browser.pack.cards("values")[0].title.plain(browser.lang);
        let card = browser.find(Role::Checkbox, &first).await;
        browser.click(&card).await;
        // On by the link, without pressing 「加える」.
        browser.write("value-own", &[Word::new("あさ", "朝")]).await;
        browser.follow(w::NEXT).await;
        browser.shown(Route::Wish).await;
        browser.saved().await;
        let binder = browser.saved_binder().await.expect("a record");
        let cards = binder.document().items(&values::VALUE).iter().map(|item| values::WHAT.of(item.id));
        let own = cards.filter_map(|path| binder.document().card(path)).filter(|card| card.label == "朝").count();
        assert_eq!(own, 1, "it was added, once");
    })
    .await;
}
