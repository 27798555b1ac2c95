//! Sharing is what it looks like: nothing private stands beside the sheet or in the view for two, pictures
//! are printed for somebody or say what they hold, what is said of an action is true of the last one and goes
//! by itself, and the sheet is the same on the screen, on paper and as a file.

use aritai::document::{
    Audience, Binder, Change, ItemId, Picked, drift, experience, sheet, steps, strength, values, wish,
};
use aritai::format::backup;
use aritai::pack::Lang;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::page::field_id;
use aritai_e2e::paper::{pages_of, plain, words_of_pdf};
use aritai_e2e::wait;
use serde_json::json;
use std::time::{Duration, Instant};

const SHOWN: &str = "窓口の案内を作り直したい";
const PRIVATE: &str = "だれにも言っていない静かな願い";
const RESTS: &str = "ひとりで抱える力";
const STRENGTH: ItemId = ItemId(31);
const STEP: ItemId = ItemId(41);
const ASK: ItemId = ItemId(51);
const VALUE: ItemId = ItemId(61);

/// Somebody who shows one thing, keeps another, and would like a rest from a third.
fn somebody(browser: &Browser) -> Vec<u8> {
    let card = |catalogue: &str, id: &str| {
        let card = browser.pack.card(catalogue, id).expect("a card");
        vec![Picked { id: card.id.clone(), label: card.title.plain(Lang::Ja) }]
    };
    let own = |words: &str| vec![Picked { id: String::new(), label: words.to_owned() }];
    let mut binder = Binder::new(ItemId(1), 1);
    binder.apply(Change::Together(vec![
        Change::Wrote(sheet::TOPIC.alone(), SHOWN.into()),
        Change::Shared(sheet::TOPIC.alone(), Audience::Talk, true),
        Change::Wrote(wish::SCENE.alone(), PRIVATE.into()),
        Change::Added(&strength::STRENGTH, STRENGTH),
        Change::Chose(strength::WHAT.of(STRENGTH), own(RESTS)),
        Change::Chose(strength::FEELING.of(STRENGTH), card("feelings", "rest")),
        Change::Added(&steps::STEP, STEP),
        Change::Wrote(steps::WHAT.of(STEP), "先輩に一言聞く".into()),
        Change::Shared(steps::WHAT.of(STEP), Audience::Talk, true),
        Change::Linked(steps::SERVES.of(STEP), vec![STRENGTH]),
        Change::Added(&sheet::ASK, ASK),
        Change::Chose(sheet::ASK_WHAT.of(ASK), own("ひそかなお願い")),
        Change::Added(&values::VALUE, VALUE),
        Change::Chose(values::WHAT.of(VALUE), own("落ち着いて働くこと")),
        Change::Shared(values::WHAT.of(VALUE), Audience::Talk, true),
    ]));
    backup(&binder, 1, 1_795_000_000_000).into_bytes()
}

/// Whether words are anywhere in the page, seen or not: text, attributes, what was typed.
async fn in_page(browser: &Browser, words: &str) -> bool {
    let script = "return document.documentElement.outerHTML.includes(arguments[0]) || \
        [...document.querySelectorAll('input, textarea')].some(field => field.value.includes(arguments[0]))";
    browser.js(script, vec![json!(words)]).await == json!(true)
}

async fn shows(browser: &Browser, selector: &str) -> bool {
    let script = "const el = document.querySelector(arguments[0]); return !!el && el.checkVisibility()";
    browser.js(script, vec![json!(selector)]).await == json!(true)
}

#[tokio::test]
async fn nothing_private_stands_beside_the_sheet_or_in_the_view_for_two() {
    journey("sharing_beside", Options::default(), async |browser| {
        let record = somebody(browser);
        browser.restore(&record).await;
        browser.visit(Route::Sheet).await;
        browser.reads(SHOWN).await;
        let private = [PRIVATE, RESTS, "ひそかなお願い"];
        for words in private {
            assert!(!in_page(browser, words).await, "「{words}」 waits until it is opened");
        }
        browser.tick("private-fold").await;
        for words in private {
            assert!(in_page(browser, words).await, "「{words}」 is there when it is wanted");
        }
        // A box keeps its place while one ticks it, and what was made private stays until it is put away.
        let value = format!("share-{}", field_id(values::WHAT.of(VALUE)));
        browser.tick("private-fold").await;
        browser.tick(&value).await;
        assert_eq!(browser.js("return document.activeElement.id", vec![]).await, json!(value));
        browser.tick(&value).await;

        browser.follow(w::TOGETHER).await;
        browser.shown(Route::Together(Audience::Talk)).await;
        for again in [false, true] {
            browser.reads(SHOWN).await;
            for words in private {
                assert!(!in_page(browser, words).await, "「{words}」 in the view for two, after a reload: {again}");
            }
            assert!(!shows(browser, ".frame").await, "there is the sheet, and nothing else");
            assert_eq!(
                browser.js("return document.querySelectorAll('main input, main textarea').length", vec![]).await,
                json!(0)
            );
            browser.reload().await;
            browser.shown(Route::Together(Audience::Talk)).await;
        }
        browser.key("Escape").await;
        browser.shown(Route::Sheet).await;
        browser.reads(SHOWN).await;
        assert!(!in_page(browser, PRIVATE).await, "and whoever comes back finds it folded away");
        // By the button, and for the other reader, who sees another sheet.
        browser.open(Route::Together(Audience::Hr)).await;
        browser.reads(w::TOGETHER_NONE).await;
        assert!(!in_page(browser, SHOWN).await, "what one sees, the other does not");
        browser.follow(w::TOGETHER_LEAVE).await;
        browser.shown(Route::Sheet).await;
    })
    .await;
}

#[tokio::test]
async fn where_the_page_has_room_what_is_not_shown_is_offered_and_one_press_shows_it() {
    journey("offers", Options::default(), async |browser| {
        let record = somebody(browser);
        browser.restore(&record).await;
        browser.visit(Route::Sheet).await;
        browser.reads(w::OFFERS).await;
        assert!(!in_page(browser, PRIVATE).await, "it waits until it is opened");
        let fold = "[...document.querySelectorAll('.preview summary')].find(s => s.innerText.trim() === arguments[0])";
        browser.js(&format!("{fold}.click()"), vec![json!(w::OFFERS.get(browser.lang))]).await;
        browser.reads(PRIVATE).await;
        assert!(!in_page(browser, RESTS).await, "what one would like a rest from is not offered");
        let offer = format!("offer-{}", field_id(wish::SCENE.alone()));
        browser.tick(&offer).await;
        wait::until("it is shown to the one it was offered for", async || {
            let binder = browser.saved_binder().await?;
            let shared = |to| binder.document().is_shared(wish::SCENE.alone(), to);
            (shared(Audience::Talk) && !shared(Audience::Hr)).then_some(())
        })
        .await;
        let on_paper = "return document.querySelector('.paper').innerText.includes(arguments[0])";
        wait::until("it stands on the page", async || {
            (browser.js(on_paper, vec![json!(PRIVATE)]).await == json!(true)).then_some(())
        })
        .await;
        let gone = "return document.getElementById(arguments[0]) === null && document.activeElement.id";
        assert_eq!(browser.js(gone, vec![json!(offer)]).await, json!("offers-note"), "the focus stays near");
    })
    .await;
}

#[tokio::test]
async fn a_toast_tells_of_the_last_thing_goes_by_itself_and_undo_stays() {
    journey("toast", Options::default(), async |browser| {
        let record = somebody(browser);
        browser.restore(&record).await;
        browser.visit(Route::Sheet).await;
        browser.press(w::SHEET_ALL).await;
        let toast = async || browser.js("return document.querySelector('.toast').innerText", vec![]).await;
        let said = toast().await;
        let said = said.as_str().unwrap_or_default();
        assert!(said.contains(w::SHARED.get(browser.lang)), "{said}");
        assert!(said.contains(w::LEFT_REST.get(browser.lang)) && said.contains("1件"), "what it left out: {said}");

        // Something else is done: what was said is not true of it.
        browser.tick(&format!("share-{}", field_id(wish::SCENE.alone()))).await;
        wait::until("nothing is said any more", async || (toast().await == json!("")).then_some(())).await;
        browser.visit(Route::Outline).await;
        let last = browser.js("return document.getElementById('undo-last').innerText", vec![]).await;
        assert!(last.as_str().is_some_and(|last| last.starts_with(w::UNDO_LAST.get(browser.lang))), "{last}");
        browser.js("document.getElementById('undo-last').click()", vec![]).await;
        browser.reads(w::TAKEN_BACK).await;
        browser.saved().await;
        let binder = browser.saved_binder().await.expect("a record");
        assert!(binder.document().is_shared(wish::SCENE.alone(), Audience::Talk), "the last thing was taken back");

        // It goes by itself, but not while somebody is at it.
        let since = Instant::now();
        wait::within(Duration::from_secs(40), "it went", async || (toast().await == json!("")).then_some(())).await;
        assert!(since.elapsed() > Duration::from_secs(12), "there is time to read it");
    })
    .await;
}

#[tokio::test]
async fn what_one_goes_to_work_on_does_not_lie_under_a_toast() {
    journey("covered", Options::default(), async |browser| {
        let phone = json!({ "width": 390, "height": 600, "deviceScaleFactor": 1, "mobile": true });
        browser.cdp("Emulation.setDeviceMetricsOverride", phone).await;
        let record = somebody(browser);
        browser.restore(&record).await;
        wait::until("it is said what was done", async || shows(browser, ".toast p").await.then_some(())).await;
        let high = "const p = document.querySelector('.toast p'); return p ? p.getBoundingClientRect().height : 0";
        let high = browser.js(high, vec![]).await.as_f64().unwrap_or_default();
        assert!(high > 0.0 && high < 100.0, "it is small: {high}");
        // A link that lies under it, pressed where it can be seen, gets the focus: then it makes room.
        let script = "const over = document.querySelector('.toast p').getBoundingClientRect(); \
            const under = [...document.querySelectorAll('main a, main button, main input')].find(el => { \
                scrollBy(0, el.getBoundingClientRect().bottom - innerHeight + 24); const box = el.getBoundingClientRect(); \
                return box.bottom > over.top && box.top < over.bottom && box.right > over.left && box.left < over.right; }); \
            under?.focus({ preventScroll: true }); return !!under";
        assert_eq!(browser.js(script, vec![]).await, json!(true), "something lies under it");
        wait::until("it makes room", async || {
            (browser.js("return document.querySelector('.toast').innerText", vec![]).await == json!("")).then_some(())
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn pictures_are_printed_for_somebody_or_say_what_they_hold() {
    journey("pictured", Options::default(), async |browser| {
        let record = somebody(browser);
        browser.restore(&record).await;
        browser.visit(Route::Picture).await;
        let mark = w::PICTURES_MARK.get(browser.lang);
        let printed = async |browser: &mut Browser| words_of_pdf(&browser.printed().await, &browser.own_folder());
        // One's own: however it is printed it says so, and it is said before.
        let pdf = browser.printed().await;
        let pages = pages_of(&pdf, &browser.own_folder());
        assert!(pages.len() > 1 && pages.iter().any(|page| plain(page).contains(&plain(RESTS))), "{pages:?}");
        assert!(pages.iter().all(|page| plain(page).contains(&plain(mark))), "on every page: {pages:?}");
        browser.press(w::SHEET_PRINT).await;
        browser.reads(w::PICTURES_ASK).await;
        browser.press(w::PICTURES_ASK_SHARED).await;
        wait::until("the ones to show are there", async || (!in_page(browser, RESTS).await).then_some(())).await;
        let paper = printed(browser).await;
        assert!(!paper.contains(&plain(mark)), "{paper}");
        for words in [PRIVATE, RESTS, "ひそかなお願い"] {
            assert!(!paper.contains(&plain(words)) && !in_page(browser, words).await, "「{words}」: {paper}");
        }
        assert!(paper.contains(&plain("先輩に一言聞く")), "{paper}");
        browser.choose(w::PICTURES_FOR_HR).await;
        browser.reads(w::PICTURES_SHARED_NONE).await;
        // What wants to rest is not among what is done for the wish, and has a place of its own.
        browser.choose(w::PICTURES_OWN).await;
        browser.reads(w::TRAIL_REST).await;
        let doing = "const at = [...document.querySelectorAll('.trail h4')].find(h => h.textContent === arguments[0]); \
            return at.nextElementSibling.textContent";
        let doing = browser.js(doing, vec![json!(w::TRAIL_DOING.get(browser.lang))]).await;
        assert!(!doing.as_str().is_some_and(|doing| doing.contains(RESTS)), "{doing}");
    })
    .await;
}

#[tokio::test]
async fn the_sheet_is_the_same_on_the_screen_on_paper_and_as_a_file() {
    journey("same", Options::default(), async |browser| {
        let wishes: Vec<ItemId> = (70..74).map(ItemId).collect();
        let record = somebody(browser);
        let mut binder = aritai::format::open_backup(&record).expect("a record").binder;
        for id in &wishes {
            let own = vec![Picked { id: String::new(), label: format!("やってみたい{}", id.0) }];
            binder.apply(Change::Together(vec![
                Change::Added(&experience::EXPERIENCE, *id),
                Change::Chose(experience::WHAT.of(*id), own),
                Change::Shared(experience::WHAT.of(*id), Audience::Talk, true),
            ]));
        }
        binder.apply(Change::LeftOff(sheet::TOPIC.alone(), Audience::Talk, true));
        browser.restore(backup(&binder, 1, 1_795_000_000_000).as_bytes()).await;
        browser.visit(Route::Sheet).await;
        let (on, off) = (["先輩に一言聞く", "やってみたい70", "やってみたい71"], [SHOWN, "やってみたい73", PRIVATE]);
        browser.reads(on[0]).await;
        let screen = browser.js("return document.querySelector('.paper').textContent", vec![]).await;
        let screen = screen.as_str().unwrap_or_default().to_owned();
        let paper = words_of_pdf(&browser.printed().await, &browser.own_folder());
        browser.press(w::SHEET_MARKDOWN).await;
        let (_, file) = browser.downloaded(w::FILE_SHEET.get(browser.lang), "md").await;
        let file = String::from_utf8(file).expect("letters");
        for (what, text) in [("the screen", screen), ("paper", paper), ("Markdown", file)] {
            let text = plain(&text);
            assert!(on.iter().all(|words| text.contains(&plain(words))), "{what}: {text}");
            assert!(!off.iter().any(|words| text.contains(&plain(words))), "{what}: {text}");
        }
        // What is shown and not on it says where it is; two things that look alike are no longer two boxes.
        browser.unfold_all().await;
        browser
            .reads(&w::under(w::FIT_APPEARS.get(browser.lang), "計画の全体、面談の相手のページ", browser.lang))
            .await;
        assert_eq!(browser.js("return document.querySelectorAll('.fitting input').length", vec![]).await, json!(0));
        browser.press(w::FIT_PUT_ON).await;
        wait::until("it is on the page", async || {
            let paper = browser.js("return document.querySelector('.paper').textContent", vec![]).await;
            paper.as_str().is_some_and(|paper| paper.contains(SHOWN)).then_some(())
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_tick_that_opens_a_line_to_share_says_so() {
    journey("drift_tick", Options::default(), async |browser| {
        let mut binder = Binder::new(ItemId(1), 1);
        let worry = ItemId(81);
        binder.apply(Change::Together(vec![
            Change::Added(&drift::WORRY, worry),
            Change::Wrote(drift::WORRIES.of(worry), "休みが取りにくい".into()),
        ]));
        browser.restore(backup(&binder, 1, 1_795_000_000_000).as_bytes()).await;
        browser.visit(Route::Drift).await;
        browser.reads(w::DRIFT_TICK).await;
        let box_id = field_id(drift::STUCK.of(worry));
        let told = "return document.getElementById(document.getElementById(arguments[0]).getAttribute('aria-describedby'))?.textContent";
        let told = browser.js(told, vec![json!(box_id)]).await;
        assert_eq!(told, json!(w::DRIFT_TICK.get(browser.lang)), "said at the tick, before it is ticked");
        browser.tick(&box_id).await;
        browser.reads(w::DRIFT_RAISE).await;
    })
    .await;
}
