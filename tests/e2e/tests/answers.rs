//! Answers that count: not knowing leads on and can be shown, nothing is said for the person, what was chosen
//! can be let go of, and whoever stops for today is told what is true.

use aritai::document::{
    Audience, Binder, Change, Document, ItemId, Leaf, Path, deeper, experience, sheet, stand, steps, values, wish,
};
use aritai::export::unsure::shown_words;
use aritai::format::backup;
use aritai::route::Route;
use aritai::share::for_audience;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::keyboard::Target;
use aritai_e2e::page::scene;
use aritai_e2e::wait;
use aritai_e2e::walk::said;
use serde_json::json;

async fn document(browser: &Browser) -> Document {
    browser.saved().await;
    browser.saved_binder().await.expect("it is saved").document().clone()
}

/// The titles of the first cards of a catalogue that stand in the open.
fn titles(browser: &Browser, catalogue: &str, most: usize) -> Vec<String> {
    let cards = browser.pack.cards(catalogue);
    let first = cards.iter().any(|card| card.first);
    let shown = cards.iter().filter(|card| card.first || !first);
    shown.take(most).map(|card| card.title.plain(browser.lang)).collect()
}

// ── まだ分からない ──────────────────────────────────────────────────────────────────────────────────────────────

#[tokio::test]
async fn not_knowing_anything_leads_to_the_sheet_and_is_a_line_on_it() {
    journey("not_knowing", Options::default(), async |browser| {
        browser.open(Route::Values).await;
        let kind = |id: &str| {
            browser.pack.question(id).and_then(|q| q.unsure.clone()).expect("a kind word").plain(browser.lang)
        };
        for (id, next) in [("value", Route::Wish), ("wish.scene", Route::Experience), ("experience", Route::Why)] {
            browser.press(w::NOT_SURE).await;
            browser.shown(next).await;
            browser.reads(w::NOT_SURE_KEPT).await;
            browser.reads(kind(id).as_str()).await;
        }
        // There is no experience to give a reason for: a strength is asked for, there is a way on, and one back.
        browser.reads(browser.pack.question("strength").expect("a question").label.plain(browser.lang).as_str()).await;
        browser.follow(w::BACK).await;
        browser.shown(Route::Experience).await;
        assert!(!browser.says(w::NOT_SURE_KEPT).await, "it is said where one lands, and not again");
        assert!(browser.says(kind("experience").as_str()).await, "and where it was answered so");
        browser.follow(w::NEXT).await;
        browser.shown(Route::Why).await;
        browser.follow(w::NEXT).await;
        browser.shown(Route::Step).await;
        for (id, next) in [("step", Route::Ask), ("ask", Route::Sheet)] {
            browser.press(w::NOT_SURE).await;
            browser.shown(next).await;
            browser.reads(kind(id).as_str()).await;
        }
        let before = document(browser).await;
        assert!(for_audience(&before, Audience::Talk).is_empty(), "nobody sees it yet");
        let told: [Path; 5] = [
            stand::VALUES.alone(),
            wish::SCENE.alone(),
            stand::EXPERIENCE.alone(),
            stand::STEP.alone(),
            stand::ASK.alone(),
        ];
        let lines: Vec<String> =
            told.iter().map(|path| shown_words(&before, &browser.pack, *path, browser.lang).concat()).collect();
        let paper = async || {
            let script = "return document.querySelector('.paper')?.innerText ?? ''";
            browser.js(script, vec![]).await.as_str().unwrap_or_default().to_owned()
        };
        assert!(lines.iter().all(|line| !line.is_empty()));
        browser.press(w::SHEET_ALL).await;
        wait::until("each is a line of the sheet", async || {
            let paper = paper().await;
            lines.iter().all(|line| paper.contains(line.as_str())).then_some(())
        })
        .await;
        let after = document(browser).await;
        assert!(told.iter().all(|path| after.is_shared(*path, Audience::Talk)));
    })
    .await;
}

#[tokio::test]
async fn a_reason_that_is_not_known_leads_on_as_well() {
    journey("no_reason", Options::default(), async |browser| {
        browser.open(Route::Experience).await;
        browser.choose(titles(browser, "experiences", 1)[0].as_str()).await;
        browser.follow(w::NEXT).await;
        browser.shown(Route::Why).await;
        browser.press(w::NOT_SURE).await;
        browser.shown(Route::Step).await;
        browser.reads(w::NOT_SURE_KEPT).await;
        let document = document(browser).await;
        let id = document.ids(&experience::EXPERIENCE)[0];
        assert!(document.leaf(experience::WHY.of(id)).is_some_and(Leaf::is_not_sure));
    })
    .await;
}

#[tokio::test]
async fn the_clues_come_one_after_the_other_and_lead_on() {
    journey("clues", Options::default(), async |browser| {
        browser.open(Route::Unsure).await;
        for at in 1..=3 {
            browser.reads(w::clue_of(at, 4, browser.lang).as_str()).await;
            let tall = browser.js("return document.querySelector('main').scrollHeight", vec![]).await;
            assert!(tall.as_u64().is_some_and(|tall| tall < 2200), "clue {at} is no wall: {tall}");
            browser.enter_button(w::UNSURE_ON).await;
        }
        browser.reads(w::UNSURE_EMPTY).await;
        browser.enter_button(w::UNSURE_SEARCHING_USE).await;
        browser.arrived(Route::Experience).await;
        browser.reads(w::UNSURE_DONE).await;
    })
    .await;
}

// ── Nothing speaks for the person ───────────────────────────────────────────────────────────────────────────────

#[tokio::test]
async fn nothing_is_said_that_was_not_typed_or_tapped() {
    journey("spoken_for", Options::default(), async |browser| {
        let mut done: Vec<String> = vec!["窓口で話を聞いている".into(), "一通送る".into()];
        let mut tapped = async |catalogue: &str| {
            for title in titles(browser, catalogue, 2) {
                browser.choose(title.as_str()).await;
                done.push(title);
            }
        };
        browser.open(Route::Values).await;
        tapped("values").await;
        browser.visit(Route::Wish).await;
        browser.write_scene("窓口で話を聞いている").await;
        browser.visit(Route::Experience).await;
        tapped("experiences").await;
        browser.visit(Route::Why).await;
        let builds = browser.pack.cards("experiences").iter().find(|card| card.first).and_then(|c| c.builds.first());
        let strength = browser.pack.card("strengths", builds.expect("it builds something")).expect("a strength");
        let strength = strength.title.plain(browser.lang);
        browser.choose(strength.as_str()).await;
        browser.visit(Route::Step).await;
        let what = Target::id("step-[0-9a-f]{16}-what");
        browser.write_at(&what, "一通送る").await;
        tapped("obstacles").await;
        browser.visit(Route::Ask).await;
        tapped("asks").await;
        done.push(strength);
        let now = document(browser).await;
        // The step's span is the question's own: it asks for the next two weeks.
        let all = now.leaves().filter(|(path, _)| path.field.id != steps::SPAN.id);
        for (path, leaf) in all {
            for words in said(leaf) {
                assert!(done.contains(&words), "nobody said 「{words}」 at {path}");
            }
        }
        assert_eq!(now.ids(&values::VALUE).len() + now.ids(&experience::EXPERIENCE).len(), 4);
        // What is suggested is one tap away, and looks like what it is until then.
        browser.visit(Route::Step).await;
        let then = browser.pack.cards("obstacles")[0].then.as_ref().expect("a then").plain(browser.lang);
        assert!(browser.says(w::SUGGESTED).await);
        browser.press(then.as_str()).await;
        wait::until("it is the person's now", async || {
            let now = document(browser).await;
            let id = *now.ids(&steps::STEP).first()?;
            (now.text(steps::THEN.of(id)) == then).then_some(())
        })
        .await;
        browser.visit(Route::Ask).await;
        let small = browser.pack.cards("asks").iter().find(|card| card.first).and_then(|card| card.small.clone());
        let small = small.expect("a small form").plain(browser.lang);
        browser.press(small.as_str()).await;
        wait::until("and so is this", async || {
            let now = document(browser).await;
            let said = |id| now.text(sheet::ASK_SMALL.of(id)) == small;
            now.ids(&sheet::ASK).into_iter().any(said).then_some(())
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn of_several_one_is_a_radio_button_and_can_be_let_go_of() {
    journey("radios", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        let pairs = "return [...document.querySelectorAll('main input[type=radio]')].map(el => el.name)";
        for route in [Route::Wish, Route::Why, Route::ValuesMore, Route::Strengths, Route::After, Route::Questions] {
            browser.visit(route).await;
            let names = browser.js(pairs, vec![]).await;
            assert!(names.as_array().is_some_and(|names| !names.is_empty()), "{route:?} has some");
            let clears = "return [...new Set([...document.querySelectorAll('main input[type=radio]')].map(el => el.name))] \
                .every(name => document.querySelectorAll(`input[name='${name}'][id$='-unchosen']`).length === 1)";
            assert_eq!(browser.js(clears, vec![]).await, json!(true), "{route:?}: each can be cleared");
        }
        browser.visit(Route::Wish).await;
        assert!(document(browser).await.is_said(wish::HORIZON.alone()));
        browser.tick_to(&Target::id("wish-horizon-unchosen"), true).await;
        wait::until("it is let go of", async || {
            (!document(browser).await.is_said(wish::HORIZON.alone())).then_some(())
        })
        .await;
        // Several may stop a step, also in words of one's own.
        browser.visit(Route::Step).await;
        let kind = "return [...new Set([...document.querySelectorAll('main input[id*=-stop-]')].map(el => el.type))].sort()";
        assert_eq!(browser.js(kind, vec![]).await, json!(["checkbox", "text"]));
        let own = browser.js("return document.querySelector('main input[id$=-stop-own]').id", vec![]).await;
        browser.write_own(own.as_str().expect("a line of one's own"), "会議が長引く").await;
        browser.visit(Route::Precedents).await;
        browser.write_own("precedent-own", "うちでは無理").await;
        wait::until("both are kept", async || {
            let now = document(browser).await;
            let stop = now.ids(&steps::STEP).into_iter().any(|id| {
                now.cards(steps::STOP.of(id)).iter().any(|c| c.id.is_empty() && c.label == "会議が長引く")
            });
            let precedent = now.ids(&deeper::PRECEDENT).into_iter().any(|id| {
                now.card(deeper::PRECEDENT_CARD.of(id)).is_some_and(|c| c.label == "うちでは無理")
            });
            (stop && precedent).then_some(())
        })
        .await;
    })
    .await;
}

// ── 今日はここまで ──────────────────────────────────────────────────────────────────────────────────────────────

#[tokio::test]
async fn whoever_stops_for_today_is_told_that_all_is_saved() {
    journey("stop", Options::default(), async |browser| {
        browser.open(Route::Wish).await;
        browser.write_scene("窓口で話を聞いている").await;
        browser.follow(w::STOP_TODAY).await;
        browser.shown(Route::Stop).await;
        browser.reads(w::STOP_CLOSE).await;
        let saved = browser.saved_binder().await.expect("it was true");
        assert_eq!(saved.document().text(wish::SCENE.alone()), "窓口で話を聞いている");
        browser.reads(w::STOP_BACK_HERE).await;
        // And so it is.
        browser.restart().await;
        browser.open(Route::Welcome).await;
        browser.follow(w::RESUME).await;
        browser.visit(Route::Wish).await;
        assert_eq!(browser.value(&scene()).await, "窓口で話を聞いている");
    })
    .await;
}

#[tokio::test]
async fn where_others_use_it_or_nothing_is_kept_it_says_that() {
    journey("stop_elsewhere", Options::default(), async |browser| {
        browser.open(Route::Welcome).await;
        browser.choose(w::DEVICE_SHARED).await;
        browser.visit(Route::Wish).await;
        browser.write_scene("窓口で話を聞いている").await;
        browser.visit(Route::Stop).await;
        browser.reads(w::STOP_SAVED).await;
        browser.reads(w::STOP_OTHERS).await;
        assert!(!browser.says(w::STOP_CLOSE).await, "who closes it leaves it to others");
        browser.visit(Route::Keep).await;
        browser.press(w::NOWHERE_DO).await;
        browser.press(w::NOWHERE_GO).await;
        browser.reads(w::NOWHERE_ON).await;
        browser.visit(Route::Stop).await;
        browser.reads(w::STOP_NOWHERE).await;
        assert!(!browser.says(w::STOP_CLOSE).await && !browser.says(w::STOP_SAVED).await);
        browser.js("document.getElementById('stop-file').click()", Vec::new()).await;
        browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        browser.reads(w::STOP_FILED).await;
        browser.reads(w::STOP_BACK_FILE).await;
    })
    .await;
}

// ── Where one is, and what is under a fold ──────────────────────────────────────────────────────────────────────

#[tokio::test]
async fn the_first_question_is_the_first_and_a_fold_shows_what_is_in_it() {
    journey("folds", Options::default(), async |browser| {
        browser.open(Route::Values).await;
        browser.reads(w::step_of(1, 7, browser.lang).as_str()).await;
        let line = aritai_e2e::page::field_id(values::LINE.alone());
        browser.unfold_all().await;
        browser.focus_field(&line).await;
        browser.type_text("水曜は早く帰る").await;
        browser.saved().await;
        browser.visit(Route::Wish).await;
        browser.visit(Route::Values).await;
        let closed =
            "return [...document.querySelectorAll('main details:not([open]) > summary')].map(el => el.innerText)";
        let summaries = browser.js(closed, vec![]).await.to_string();
        assert!(summaries.contains("水曜は早く帰る"), "{summaries}");
    })
    .await;
}

/// Whoever began a month ago is told that this plan can go on; a year later nobody is.
#[tokio::test]
async fn whoever_has_just_begun_is_told_that_this_plan_can_go_on() {
    journey("young", Options::default(), async |browser| {
        let day = 86_400_000;
        let now = browser.js("return Date.now()", vec![]).await.as_u64().expect("a time");
        for (days, young) in [(31, true), (365, false)] {
            let mut binder = Binder::new(ItemId(1), now - days * day);
            binder.apply(Change::Wrote(wish::SCENE.alone(), "窓口で話を聞いている".into()));
            browser.restore(backup(&binder, 1, now).as_bytes()).await;
            browser.visit(Route::Editions).await;
            assert_eq!(browser.says(w::edition_young(days, browser.lang).as_str()).await, young, "{days} days on");
            // What the next one neither takes along nor asks again is named.
            browser.reads(w::EDITION_STAYS_TEXT).await;
        }
    })
    .await;
}
