//! After the talk: what was answered to each ask, and what became of an experience; and on the ten-minute
//! path all strengths behind 「もっと見る」.

use aritai::document::{Binder, Change, ItemId, Picked, experience, sheet, strength};
use aritai::format::backup;
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::keyboard::Target;
use aritai_e2e::page::field_id;
use aritai_e2e::wait;

const ASK: ItemId = ItemId(0xa5);
const EXPERIENCE: ItemId = ItemId(0xe4);

fn with_an_ask() -> Vec<u8> {
    let card = |id: &str, label: &str| vec![Picked { id: id.into(), label: label.into() }];
    let mut binder = Binder::new(ItemId(1), 1);
    binder.apply(Change::Together(vec![
        Change::Added(&experience::EXPERIENCE, EXPERIENCE),
        Change::Chose(experience::WHAT.of(EXPERIENCE), card("x04", "他課の打合せに同席する")),
        Change::Added(&sheet::ASK, ASK),
        Change::Chose(sheet::ASK_WHAT.of(ASK), card("sit-in", "打合せに同席させてほしい")),
        Change::Wrote(sheet::ASK_SMALL.of(ASK), "1回だけ、聞き役で".into()),
    ]));
    backup(&binder, 1, 1_795_000_000_000).into_bytes()
}

/// Holds which of the fields are on the screen.
async fn are_there(browser: &Browser, fields: [&String; 3], which: [bool; 3]) {
    for (id, is) in fields.into_iter().zip(which) {
        wait::until(&format!("{id}: {is}"), async || (browser.is_there(&Target::id(id)).await == is).then_some(()))
            .await;
    }
}

#[tokio::test]
async fn an_ask_takes_its_answer_and_an_experience_is_marked_as_done() {
    journey("answers", Options::default(), async |browser| {
        browser.restore(&with_an_ask()).await;
        browser.visit(Route::After).await;
        let (answer, state) = (field_id(sheet::ASK_ANSWER.of(ASK)), field_id(experience::STATE.of(EXPERIENCE)));
        let [form, who, by] = [&sheet::ASK_ANSWER_FORM, &sheet::ASK_ANSWER_WHO, &sheet::ASK_ANSWER_BY]
            .map(|field| field_id(field.of(ASK)));
        let fields = [&form, &who, &by];
        are_there(browser, fields, [false, false, false]).await;
        // Each answer asks for what it needs.
        for (card, which) in
            [("can", [false, false, true]), ("try", [true, false, false]), ("connect", [false, true, true])]
        {
            browser.tick_to(&Target::id(format!("{answer}-{card}")), true).await;
            are_there(browser, fields, which).await;
        }
        browser.tick_to(&Target::id(format!("{answer}-hold")), true).await;
        are_there(browser, fields, [false, false, true]).await;
        browser.reads(w::ANSWER_HOLD).await;
        browser.write_at(&Target::id(&by), "12月5日").await;
        // What was noted stays in sight, whatever the answer is now.
        browser.tick_to(&Target::id(format!("{answer}-try")), true).await;
        are_there(browser, fields, [true, false, true]).await;
        browser.press("1回だけ、聞き役で").await;
        browser.tick_to(&Target::id(format!("{state}-done")), true).await;
        wait::until("all of it is saved", async || {
            let document = browser.saved_binder().await?.document().clone();
            let card = |path| document.card(path).map(|card| card.id.clone()).unwrap_or_default();
            let said = (document.text(sheet::ASK_ANSWER_BY.of(ASK)), document.text(sheet::ASK_ANSWER_FORM.of(ASK)));
            (card(sheet::ASK_ANSWER.of(ASK)) == "try"
                && said == ("12月5日", "1回だけ、聞き役で")
                && card(experience::STATE.of(EXPERIENCE)) == "done")
                .then_some(())
        })
        .await;
        browser.saved().await;
        browser.restart().await;
        browser.open(Route::After).await;
        are_there(browser, fields, [true, false, true]).await;
        assert_eq!(browser.value(&by).await, "12月5日");
    })
    .await;
}

#[tokio::test]
async fn all_strengths_are_behind_more() {
    journey("more_strengths", Options::default(), async |browser| {
        browser.restore(&with_an_ask()).await;
        browser.visit(Route::Why).await;
        // None of those that the experience builds.
        let far = Target::id("strength-s36");
        wait::until("six are offered", async || browser.is_there(&Target::id("strength-s01")).await.then_some(()))
            .await;
        assert!(!browser.is_there(&far).await, "six are enough to begin with");
        browser.press(w::MORE).await;
        browser.tick_to(&far, true).await;
        wait::until("it is chosen", async || {
            let document = browser.saved_binder().await?.document().clone();
            let ids = document.ids(&strength::STRENGTH);
            ids.iter().any(|id| document.card(strength::WHAT.of(*id)).is_some_and(|c| c.id == "s36")).then_some(())
        })
        .await;
        browser.press(w::FEWER).await;
        wait::until("the others fold again", async || (!browser.is_there(&far).await).then_some(())).await;
    })
    .await;
}
