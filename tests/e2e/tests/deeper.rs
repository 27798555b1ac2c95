//! Beyond the ten-minute path: what is fetched later, what is taken back, the years, the long catalogues, and words that
//! other programs bend.

use aritai::document::{
    Binder, Change, Document, ItemId, Picked, after, deeper, drift, experience, steps, values, wish, work,
};
use aritai::format::{backup, open_backup};
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::full::invented_person;
use aritai_e2e::keyboard::Target;
use aritai_e2e::page::field_id;
use aritai_e2e::person::said_in_full;
use aritai_e2e::serve::{Packing, Site};
use aritai_e2e::{settings, wait};
use serde_json::json;
use std::collections::BTreeMap;

async fn saved_document(browser: &Browser) -> Document {
    browser.saved().await;
    browser.saved_binder().await.expect("it is saved").document().clone()
}

/// Waits until all is saved and is as it should be; answers with it.
async fn saved_as(browser: &Browser, what: &str, fits: impl Fn(&Document) -> bool) -> Document {
    wait::until(what, async || {
        // What fits may have been saved between two keys; the last of them counts too.
        browser.save_state().await.filter(|now| now.state == "saved")?;
        let binder = browser.saved_binder().await?;
        Some(binder.document().clone()).filter(|document| fits(document))
    })
    .await
}

// ── The second part of the program ──────────────────────────────────────────────────────────────────────────────

/// The server has everything but one file of the second part: that is said, nothing is lost by it, and it works as soon as
/// the file can be had.
async fn without(name: &str, path: &str) {
    let options = Options { forgive: vec!["404"], ..Options::default() };
    journey(name, options, async |browser| {
        let (scene, change) = (field_id(wish::SCENE.alone()), field_id(drift::CHANGE.alone()));
        let away = browser.site.withhold(path);
        browser.open(Route::Wish).await;
        browser.write_at(&Target::id(&scene), "窓口で").await;
        browser.saved().await;
        browser.visit(Route::Drift).await;
        browser.reads(w::SECOND_FAILED).await;
        // The ten-minute path is as it was, and keeps what is written.
        browser.visit(Route::Wish).await;
        browser.write_at(&Target::id(&scene), "窓口で話を聞いている").await;
        saved_as(browser, "it is saved without the second part", |d| {
            d.text(wish::SCENE.alone()) == "窓口で話を聞いている"
        })
        .await;
        browser.visit(Route::Drift).await;
        browser.reads(w::SECOND_FAILED).await;
        let refused = || browser.site.asked().iter().filter(|asked| asked.path == path && asked.status == 404).count();
        let before = refused();
        browser.enter_button(w::SECOND_AGAIN).await;
        wait::until("it was asked for again", async || (refused() > before).then_some(())).await;
        browser.arrived(Route::Drift).await;
        assert!(browser.says(w::SECOND_FAILED).await, "and is still away");
        browser.site.give_back(away);
        browser.enter_button(w::SECOND_AGAIN).await;
        browser.arrived(Route::Drift).await;
        browser.write_at(&Target::id(&change), "表をやめる").await;
        browser.visit(Route::Wish).await;
        assert_eq!(browser.value(&scene).await, "窓口で話を聞いている", "nothing was lost");
        browser.write_at(&Target::id(&scene), "住民と話している").await;
        saved_as(browser, "it is saved with the second part", |d| {
            (d.text(wish::SCENE.alone()), d.text(drift::CHANGE.alone())) == ("住民と話している", "表をやめる")
        })
        .await;
        browser.reload().await;
        browser.visit(Route::Drift).await;
        assert_eq!(browser.value(&change).await, "表をやめる");
    })
    .await;
}

#[tokio::test]
async fn without_the_words_of_the_second_part_nothing_is_lost_and_they_can_be_had_later() {
    for path in ["/packs/standard.json", "/words/en.json"] {
        let path = Site::of(&settings::dist(), Packing::Plain).placed(path);
        without("no_words", &path).await;
    }
}

#[tokio::test]
async fn without_the_program_of_the_second_part_nothing_is_lost_and_it_can_be_had_later() {
    // A build in one part has nothing to withhold.
    let Some(path) = file_of("aritai-second") else { return };
    without("no_program", &path).await;
}

/// Where the page says that a later part of the program lies.
fn file_of(part: &str) -> Option<String> {
    let page = std::fs::read_to_string(settings::dist().join("index.html")).expect("the built page");
    let (_, rest) = page.split_once(&format!("name=\"{part}\" content=\"."))?;
    Some(rest.split_once('"')?.0.to_owned())
}

#[tokio::test]
async fn without_the_third_part_of_the_program_a_screen_of_it_says_so_and_the_others_work() {
    let Some(path) = file_of("aritai-third") else { return };
    let options = Options { forgive: vec!["404"], ..Options::default() };
    journey("no_third", options, async |browser| {
        let away = browser.site.withhold(&path);
        browser.open(Route::Example(1)).await;
        browser.reads(w::EXAMPLE_FAILED).await;
        browser.visit(Route::Gallery).await;
        browser.site.give_back(away);
        browser.visit(Route::Example(1)).await;
        browser.reads(w::EXAMPLE_SHEET).await;
        let came = browser.site.asked().iter().filter(|asked| asked.path == path && asked.status == 200).count();
        browser.visit(Route::Example(2)).await;
        browser.reads(w::EXAMPLE_SHEET).await;
        let later = browser.site.asked().iter().filter(|asked| asked.path == path && asked.status == 200).count();
        assert_eq!((came, later), (1, 1), "it is fetched once");
    })
    .await;
}

// ── From the far end ────────────────────────────────────────────────────────────────────────────────────────────

#[tokio::test]
async fn a_step_within_a_year_is_not_taken_for_the_one_of_the_fortnight() {
    journey("far_end", Options::default(), async |browser| {
        browser.open(Route::Back).await;
        let any = Target::id("step-[0-9a-f]{16}-what");
        browser.write_at(&any, "講座を一つ開く").await;
        browser.visit(Route::Step).await;
        browser.tab_to(&any).await;
        assert_eq!(browser.focus_now().await["value"], json!(""), "the fortnight has no step yet");
        browser.write_at(&any, "会場を一つ見に行く").await;
        let document = saved_as(browser, "both are steps", |d| d.ids(&steps::STEP).len() == 2).await;
        let says = |id: &ItemId| {
            let span = document.card(steps::SPAN.of(*id)).map(|card| card.id.clone());
            (span.unwrap_or_default(), document.text(steps::WHAT.of(*id)).to_owned())
        };
        let said: Vec<(String, String)> = document.ids(&steps::STEP).iter().map(says).collect();
        let wanted = [("y1", "講座を一つ開く"), ("d14", "会場を一つ見に行く")];
        assert_eq!(said, wanted.map(|(span, what)| (span.to_owned(), what.to_owned())));
    })
    .await;
}

/// Twenty-five steps within ninety days.
fn with_many_steps() -> Binder {
    let mut binder = Binder::new(ItemId(7), 1_790_000_000_000);
    let span = Picked { id: "d90".to_owned(), label: "90日のうちに".to_owned() };
    for at in 1..=25 {
        let id = ItemId(at);
        binder.apply(Change::Added(&steps::STEP, id));
        binder.apply(Change::Chose(steps::SPAN.of(id), vec![span.clone()]));
        binder.apply(Change::Wrote(steps::WHAT.of(id), format!("{at}番目のこと")));
    }
    binder
}

#[tokio::test]
async fn of_many_steps_ten_are_drawn_and_all_can_be_had() {
    journey("many_steps", Options::default(), async |browser| {
        browser.restore(backup(&with_many_steps(), 1, 1_790_000_000_000).as_bytes()).await;
        browser.visit(Route::Back).await;
        let drawn = async || {
            let script =
                "return [...document.querySelectorAll('main textarea')].filter(t => t.value.endsWith('番目のこと')).length";
            browser.js(script, vec![]).await
        };
        let field = |id: u64| field_id(steps::WHAT.of(ItemId(id)));
        for (shown, rest) in [(10, 15), (20, 5)] {
            assert_eq!(drawn().await, json!(shown));
            browser.enter_button(w::count(w::MORE, rest, browser.lang).as_str()).await;
            let next = field(shown + 1);
            wait::until("the first of the others has the focus", async || {
                (browser.focus_now().await["id"] == json!(next)).then_some(())
            })
            .await;
        }
        assert_eq!(drawn().await, json!(25));
        // From the top again: a new one comes last, and is drawn with all that are before it.
        browser.visit(Route::Step).await;
        browser.visit(Route::Back).await;
        assert_eq!(drawn().await, json!(10));
        browser.write_at(&Target::id(field(10)), "10番目のこと、言いかえて").await;
        browser.enter(&browser.button(w::BACK_MORE).after(field(10))).await;
        let new = wait::until("the new one has the focus", async || {
            let id = browser.focus_now().await["id"].as_str().unwrap_or_default().to_owned();
            (id.starts_with("step-") && !(1..=25).any(|old| field(old) == id)).then_some(id)
        })
        .await;
        browser.write_at(&Target::id(new), "最後のこと").await;
        let saved = saved_as(browser, "there are 26", |d| d.ids(&steps::STEP).len() == 26).await;
        let said: Vec<&str> = saved.ids(&steps::STEP).iter().map(|id| saved.text(steps::WHAT.of(*id))).collect();
        let mut wanted: Vec<String> = (1..=25).map(|at| format!("{at}番目のこと")).collect();
        wanted[9].push_str("、言いかえて");
        wanted.push("最後のこと".to_owned());
        assert_eq!(said, wanted);
    })
    .await;
}

// ── Taking back ─────────────────────────────────────────────────────────────────────────────────────────────────

#[tokio::test]
async fn ctrl_z_takes_back_what_was_done_one_after_the_other_and_never_typed_words() {
    journey("ctrl_z", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        let before = saved_document(browser).await;
        let ids = before.ids(&values::VALUE);
        let head = |at: usize| format!("value-{}-head", ids[at]);
        let line = field_id(values::LINE.alone());
        browser.visit(Route::ValuesMore).await;
        browser.enter(&browser.button(w::ITEM_DOWN).after(head(0))).await;
        saved_as(browser, "the first is the second", |d| d.ids(&values::VALUE) == [ids[1], ids[0], ids[2]]).await;
        browser.enter(&Target::id(head(2))).await;
        browser.enter(&browser.button(w::ITEM_AWAY).after(head(2))).await;
        saved_as(browser, "the third is away", |d| d.ids(&values::VALUE) == [ids[1], ids[0]]).await;
        // In a field the key belongs to the field: the words go, and nothing else comes back.
        browser.write_at(&Target::id(&line), "水曜は早く帰る").await;
        browser.undo_key().await;
        wait::until("typed words are taken back in their field", async || {
            (browser.value(&line).await != "水曜は早く帰る").then_some(())
        })
        .await;
        let after = saved_document(browser).await;
        assert_eq!(after.ids(&values::VALUE), [ids[1], ids[0]], "what was done is as it was");
        browser.write_at(&Target::id(&line), "水曜は早く帰る").await;
        // Outside fields it takes back what was done, the last thing first.
        browser.tab_to(&Target::id(head(1))).await;
        browser.undo_key().await;
        saved_as(browser, "the third is back", |d| d.ids(&values::VALUE) == [ids[1], ids[0], ids[2]]).await;
        browser.reads(w::TAKEN_BACK).await;
        browser.undo_key().await;
        saved_as(browser, "the order is back", |d| d.ids(&values::VALUE) == ids).await;
        // Restoring came before the words that were typed: taking it back would take them along.
        browser.undo_key().await;
        let mut wanted = said_in_full(&before);
        let now = said_in_full(&saved_document(browser).await);
        let place = "condition: line".to_owned();
        assert!(now[&place].contains("水曜は早く帰る"), "the words stay: {}", now[&place]);
        wanted.insert(place.clone(), now[&place].clone());
        assert_eq!(now, wanted, "everything else is as before");
    })
    .await;
}

// ── Year after year ─────────────────────────────────────────────────────────────────────────────────────────────

#[tokio::test]
async fn an_edition_is_closed_the_next_begun_compared_and_taken_back() {
    journey("editions", Options::default(), async |browser| {
        browser.restore(&invented_person(browser.lang)).await;
        let before = saved_document(browser).await;
        let line = field_id(wish::LINE.alone());
        let close = async |how: w::Words| {
            browser.visit(Route::Editions).await;
            browser.enter_button(w::EDITION_CLOSE).await;
            browser.enter_button(how).await;
            browser.arrived(Route::Outline).await;
            browser.reads(w::EDITION_BEGUN).await;
        };
        let years = async |count: usize| {
            wait::until(&format!("{count} editions are closed"), async || {
                browser.saved_binder().await.filter(|binder| binder.former().len() == count)
            })
            .await
        };
        // Closed, and regretted at once.
        close(w::EDITION_CLOSE_DO).await;
        years(1).await;
        browser.enter_button(w::UNDO).await;
        assert_eq!(said_in_full(years(0).await.document()), said_in_full(&before), "all of it is open again");
        // Closed with a backup, and written on.
        close(w::EDITION_BACKUP_FIRST).await;
        let (_, file) = browser.downloaded(w::FILE_BACKUP.get(browser.lang), "json").await;
        let file = open_backup(&file).expect("a backup");
        assert_eq!(
            said_in_full(file.binder.document()),
            said_in_full(&before),
            "the file holds the year that is closed"
        );
        let binder = years(1).await;
        assert_eq!(binder.former()[0].document, before, "the closed edition is as it was");
        let now = binder.document();
        assert_eq!(now.text(wish::SCENE.alone()), before.text(wish::SCENE.alone()), "the wish goes along");
        assert!(!now.is_said(work::MORE.alone()), "the work is asked anew");
        assert!(!now.shares_anything(aritai::document::Audience::Talk), "nothing is shown yet");
        browser.visit(Route::WishMore).await;
        browser.write_at(&Target::id(&line), "集会所に座る人").await;
        browser.visit(Route::Editions).await;
        browser.reads(w::COMPARE_LEAD).await;
        for text in [before.text(wish::LINE.alone()), "集会所に座る人"] {
            assert!(browser.says(text).await, "beside one another: {text}");
        }
        // The year that is closed can be read, and a reload changes nothing.
        let saved = saved_document(browser).await;
        browser.reload().await;
        assert!(browser.says(w::EDITIONS_CLOSED).await);
        assert_eq!(saved_document(browser).await, saved);
        assert_eq!(years(1).await.former()[0].document, before);
    })
    .await;
}

// ── Long catalogues ─────────────────────────────────────────────────────────────────────────────────────────────

#[tokio::test]
async fn a_card_is_found_by_its_kana_its_characters_and_its_english_and_own_words_stand_beside_it() {
    journey("search", Options::default(), async |browser| {
        browser.open(Route::Experiences).await;
        let search = Target::id("experience-search");
        let card = Target::id("experience-x03");
        let queries = ["ぎょうじ", "ギョウジ", "ｷﾞｮｳｼﾞ", "行事", "地域　集まり", "community", "ＣＯＭＭＵＮＩＴＹ"];
        for query in queries {
            browser.write_at(&search, query).await;
            wait::until(&format!("{query} finds it"), async || browser.is_there(&card).await.then_some(())).await;
            assert!(!browser.is_there(&Target::id("experience-x06")).await, "{query} finds no other");
        }
        browser.write_at(&search, "そんなカードはない").await;
        browser.reads(w::SEARCH_NONE).await;
        browser.write_at(&search, "ぎょうじ").await;
        browser.tick_to(&card, true).await;
        browser.write_own("experience-own", "屋台を　出してみる ").await;
        let document = saved_as(browser, "both are chosen", |d| d.ids(&experience::EXPERIENCE).len() == 2).await;
        let ids = document.ids(&experience::EXPERIENCE);
        let cards: Vec<&Picked> = ids.iter().filter_map(|id| document.card(experience::WHAT.of(*id))).collect();
        assert_eq!((cards[0].id.as_str(), cards[1].id.as_str()), ("x03", ""));
        assert_eq!(cards[1].label, "屋台を　出してみる ", "as it was typed");
        // A second time the same card lets go of it.
        browser.tick_to(&card, false).await;
        saved_as(browser, "only one's own words are left", |d| d.ids(&experience::EXPERIENCE) == [ids[1]]).await;
    })
    .await;
}

// ── Words that other programs bend ──────────────────────────────────────────────────────────────────────────────

/// A record whose cards the pack no longer has.
fn with_former_cards() -> Binder {
    let picked = |id: &str, label: &str| Picked { id: id.to_owned(), label: label.to_owned() };
    let mut binder = Binder::new(ItemId(7), 1_790_000_000_000);
    let item = ItemId(21);
    for change in [
        Change::Added(&experience::EXPERIENCE, item),
        Change::Chose(experience::WHAT.of(item), vec![picked("x-former", "むかしのカードの経験")]),
        Change::Chose(experience::BUILDS.of(item), vec![picked("s-former", "むかしのカードの力")]),
        Change::Chose(work::MORE.alone(), vec![picked("a-former", "むかしのカードの仕事")]),
    ] {
        binder.apply(change);
    }
    binder
}

#[tokio::test]
async fn a_card_that_the_pack_no_longer_has_is_shown_and_kept() {
    journey("former_cards", Options::default(), async |browser| {
        let binder = with_former_cards();
        browser.restore(backup(&binder, 1, 1_790_000_000_000).as_bytes()).await;
        for (route, words) in [
            (Route::Work, "むかしのカードの仕事"),
            (Route::Why, "むかしのカードの経験"),
            (Route::Experiences, "むかしのカードの経験"),
            (Route::Experiences, "むかしのカードの力"),
            (Route::Sheet, "むかしのカードの経験"),
        ] {
            browser.visit(route).await;
            if route == Route::Sheet {
                browser.tick("private-fold").await;
            }
            browser.reads(words).await;
        }
        // Something is chosen beside each of them.
        browser.visit(Route::Work).await;
        browser.tick_to(&Target::id("more-a08"), true).await;
        browser.visit(Route::Experiences).await;
        let builds = format!("experience-{}-builds", ItemId(21));
        browser.unfold(&browser.folded(w::PICK).after(format!("experience-{}-small", ItemId(21)))).await;
        browser.write_at(&Target::id(format!("{builds}-search")), "聴く").await;
        browser.tick_to(&Target::id(format!("{builds}-s16")), true).await;
        let ids = |cards: &[Picked]| cards.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
        let now = saved_as(browser, "both are chosen beside them", |d| {
            ids(d.cards(experience::BUILDS.of(ItemId(21)))) == ["s-former", "s16"]
        })
        .await;
        assert_eq!(ids(now.cards(work::MORE.alone())), ["a-former", "a08"]);
        let labels: BTreeMap<_, _> = now
            .leaves()
            .flat_map(|(path, _)| now.cards(path).iter().map(|c| (c.id.clone(), c.label.clone())))
            .filter(|(id, _)| id.ends_with("-former"))
            .collect();
        assert_eq!(labels.len(), 3);
        assert!(labels.values().all(|label| label.starts_with("むかしのカード")), "as they were seen: {labels:?}");
    })
    .await;
}

#[tokio::test]
async fn long_texts_rare_characters_and_dates_stay_as_they_were_typed() {
    let long: String = "この一年のことを書いておく。".chars().cycle().take(10_000).collect();
    let rare = "𠮷野さんと髙橋さんと葛󠄀城さん、👩‍👩‍👧‍👦と👍🏿、か゚、①㍻ ～〜 ";
    let day = "令和９年４月";
    let all = [
        (Route::Letter, deeper::LETTER_TO.alone(), long.as_str()),
        (Route::Letter, deeper::LETTER_REPLY.alone(), rare),
        (Route::After, after::NEXT_DAY.alone(), day),
        (Route::After, after::REPLY_DAY.alone(), "R9.4.1（木）"),
        (Route::Hand, deeper::HAND_WHAT.alone(), " 前と後ろに空白　"),
    ];
    journey("as_typed", Options::default(), async |browser| {
        browser.open(Route::Letter).await;
        for (route, path, text) in all {
            browser.visit(route).await;
            browser.tab_to(&Target::id(field_id(path))).await;
            // All at once, as an input method or the clipboard brings it.
            browser.cdp("Input.insertText", json!({ "text": text })).await;
        }
        browser.saved().await;
        browser.restart().await;
        browser.open(Route::Letter).await;
        for (route, path, text) in all {
            browser.visit(route).await;
            assert!(browser.value(&field_id(path)).await == text, "{path} is as it was typed");
        }
        let document = saved_document(browser).await;
        for (_, path, text) in all {
            assert!(document.text(path) == text, "{path} is saved as it was typed");
        }
    })
    .await;
}
