//! The supervisor's reply: what is handed over on one computer is answered on another, where nothing of it stays, and comes back
//! to the first as a file, as a text that went through mail, and on paper. In both languages.

use aritai::document::{Audience, Binder, Change, Document, ItemId, Picked, reply as fields, sheet};
use aritai::format::backup;
use aritai::pack::Lang;
use aritai::reply::{Answer, handed, wire};
use aritai::route::Route;
use aritai::wording as w;
use aritai_e2e::browser::{Browser, Options, journey};
use aritai_e2e::keyboard::Target;
use aritai_e2e::page::field_id;
use aritai_e2e::wait;
use serde_json::json;

const ASKS: [(ItemId, &str, &str); 3] = [
    (ItemId(0xa1), "福祉課の打合せに同席したい", "月に一度、三十分だけ"),
    (ItemId(0xa2), "水曜は定時に帰りたい", ""),
    (ItemId(0xa3), "先輩に話を聞きたい", ""),
];

fn with_asks() -> Binder {
    let mut binder = Binder::new(ItemId(1), 1_795_000_000_000);
    for (id, what, small) in ASKS {
        binder.apply(Change::Added(&sheet::ASK, id));
        let card = Picked { id: String::new(), label: what.to_owned() };
        binder.apply(Change::Chose(sheet::ASK_WHAT.of(id), vec![card]));
        binder.apply(Change::Wrote(sheet::ASK_SMALL.of(id), small.to_owned()));
        for path in [sheet::ASK_WHAT.of(id), sheet::ASK_SMALL.of(id)] {
            binder.apply(Change::Shared(path, Audience::Talk, true));
        }
    }
    binder
}

/// Waits for a record that is so.
async fn kept(browser: &Browser, what: &str, so: impl Fn(&Document) -> bool) -> Binder {
    wait::until(what, async || browser.saved_binder().await.filter(|binder| so(binder.document()))).await
}

/// The answers to the three asks, by their ids.
fn answers(document: &Document) -> [String; 3] {
    ASKS.map(|(id, ..)| document.card(sheet::ASK_ANSWER.of(id)).map(|card| card.id.clone()).unwrap_or_default())
}

fn id(id: impl Into<String>) -> Target {
    Target::id(id.into())
}

/// Hands the plan over; what was handed over stays noted with the record.
async fn hand_over(browser: &Browser) -> (Vec<u8>, Binder) {
    browser.restore(backup(&with_asks(), 1, 1_795_000_000_000).as_bytes()).await;
    browser.visit(Route::Files).await;
    browser.press(w::AS_SHARED).await;
    let (_, file) = browser.downloaded(&format!("{}_20", w::FILE_SHARED.get(browser.lang)), "json").await;
    let binder = kept(browser, "the handover is noted", |d| !handed::all(d).is_empty()).await;
    (file, binder)
}

/// Answers it as a supervisor who has nothing but the file: with keys alone.
async fn answer(browser: &Browser, plan: &[u8]) -> (Vec<u8>, String) {
    browser.open(Route::Given).await;
    browser.give_file("given-file", "渡された計画.json", plan).await;
    browser.reads(w::GIVEN_OPEN).await;
    browser.follow(w::REPLY_PAGE).await;
    browser.arrived(Route::Reply).await;
    browser.reads(w::REPLY_NO_APPRAISAL).await;
    browser.press(w::REPLY_SAVE).await;
    browser.reads(w::REPLY_EMPTY).await;
    browser.write_at(&id("reply-role"), "課長").await;
    browser.tick_to(&id("answer-1-try"), true).await;
    browser.press(ASKS[0].2).await;
    browser.tick_to(&id("answer-2-can"), true).await;
    browser.tick_to(&id("answer-3-hold"), true).await;
    // Who puts it off says until when.
    browser.press(w::REPLY_SAVE).await;
    browser.reads(w::REPLY_MISSING).await;
    browser.write_at(&id("answer-3-by"), "12月20日").await;
    browser.write_at(&id("promise-0-what"), "福祉課に話を通す").await;
    browser.write_at(&id("promise-0-by"), "12月10日").await;
    browser.write_at(&id("reply-words"), "話してくれて助かりました").await;
    browser.write_at(&id("reply-next"), "12月21日").await;
    let leaving = "const leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving); \
        return leaving.defaultPrevented";
    assert_eq!(browser.js(leaving, vec![]).await, json!(true), "what is not handed back is asked about");
    browser.press(w::REPLY_SAVE).await;
    let (name, file) = browser.downloaded(&format!("{}_20", w::FILE_REPLY.get(browser.lang)), "json").await;
    assert!(!name.contains("課長"), "{name}");
    assert_eq!(browser.js(leaving, vec![]).await, json!(false), "what is handed back is not");
    browser.press(w::REPLY_COPY).await;
    browser.field("reply-text").await;
    let text = browser.value("reply-text").await;
    assert_eq!(wire::read(text.as_bytes()).ok(), wire::read(&file).ok(), "both say the same");
    for words in ASKS.map(|(_, what, _)| what) {
        assert!(!text.contains(words) && !String::from_utf8_lossy(&file).contains(words), "none of their words");
    }
    // The plan and back: what was written is still there. Nothing of it is kept anywhere.
    browser.follow(w::REPLY_TO_PLAN).await;
    browser.reads(w::GIVEN_OPEN).await;
    browser.follow(w::REPLY_PAGE).await;
    browser.arrived(Route::Reply).await;
    assert_eq!(browser.value("reply-role").await, "課長");
    let stored = browser.js("return JSON.stringify({ ...localStorage })", vec![]).await;
    assert!(!stored.as_str().unwrap_or_default().contains("課長"), "{stored}");
    assert!(browser.saved_binder().await.is_none_or(|binder| binder.document().is_blank()));
    // Another plan begins with an empty reply.
    browser.visit(Route::Given).await;
    browser.press(w::GIVEN_CLOSE).await;
    browser.give_file("given-file", "渡された計画.json", plan).await;
    browser.reads(w::GIVEN_OPEN).await;
    browser.follow(w::REPLY_PAGE).await;
    browser.arrived(Route::Reply).await;
    assert_eq!(browser.value("reply-role").await, "", "nothing of one in the next");
    // The file is the draft.
    browser.unfold_all().await;
    browser.give_file("draft-file", "お返事.json", &file).await;
    browser.reads(w::REPLY_DRAFT_OPENED).await;
    wait::becomes("it goes on from there", "課長".to_owned(), async || browser.value("reply-role").await).await;
    browser.reload().await;
    browser.reads(w::REPLY_NO_FILE).await;
    (file, text)
}

/// What mail does to a text.
fn mailed(text: &str) -> String {
    let wide = |c: char| match c {
        '!'..='~' => char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c),
        c => c,
    };
    let letters: Vec<char> = text.trim_end().lines().last().unwrap_or_default().chars().map(wide).collect();
    let rows: Vec<String> = letters.chunks(76).map(|row| format!("> {}", row.iter().collect::<String>())).collect();
    format!("お世話になっております。\n> …\n{}", rows.join("\n"))
}

/// A computer on which nobody has written anything, in a language.
async fn at_another_computer(browser: &mut Browser, lang: Lang) {
    browser.fresh_computer().await;
    browser.lang = Lang::Ja;
    browser.open(Route::Welcome).await;
    if lang != browser.lang {
        browser.speak(lang).await;
    }
}

async fn whole_story(browser: &mut Browser, lang: Lang) {
    browser.open(Route::Welcome).await;
    if lang != browser.lang {
        browser.speak(lang).await;
    }
    let (plan, mine) = hand_over(browser).await;
    at_another_computer(browser, lang).await;
    let (file, text) = answer(browser, &plan).await;

    // Back on the first computer: as a file.
    at_another_computer(browser, lang).await;
    browser.restore(backup(&mine, 2, 1_795_000_000_000).as_bytes()).await;
    browser.visit(Route::After).await;
    browser.follow(w::REPLIES_LINK).await;
    browser.arrived(Route::Replies).await;
    browser.reads(w::WAITING_NOT_YET).await;
    browser.give_file("reply-file", "計画.json", &plan).await;
    browser.reads(w::REPLY_BAD_SHARED).await;
    browser.give_file("reply-file", "お返事.json", &file).await;
    browser.reads(w::REPLIES_PREVIEW).await;
    browser.reads(ASKS[1].1).await;
    let before = browser.saved_binder().await.expect("a record");
    assert_eq!(answers(before.document()), ["", "", ""], "looking changes nothing");
    browser.press(w::REPLIES_TAKE_ALL).await;
    kept(browser, "it is in", |d| answers(d) == ["try", "can", "hold"]).await;
    browser.reads(w::REPLIES_ALREADY).await;
    browser.reads("12月20日").await;
    browser.press(w::UNDO).await;
    let undone = kept(browser, "it is taken back", |d| answers(d) == ["", "", ""]).await;
    assert_eq!(undone.document(), before.document(), "the record is as it was");

    // As a text that went through mail, line by line.
    browser.press(w::REPLIES_CLOSE).await;
    browser.write_at(&id("reply-pasted"), "よろしくお願いします").await;
    browser.press(w::REPLIES_READ).await;
    browser.reads(w::REPLY_BAD_NOT_OURS).await;
    let paste = "const field = document.getElementById('reply-pasted'); field.value = arguments[0]; \
        field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.js(paste, vec![json!(mailed(&text))]).await;
    browser.press(w::REPLIES_READ).await;
    browser.reads(w::REPLIES_PREVIEW).await;
    let one = w::under(w::REPLIES_TAKE.get(browser.lang), &w::ask_number(2, browser.lang), browser.lang);
    browser.press(&one).await;
    kept(browser, "one line is in", |d| answers(d) == ["", "can", ""]).await;
    browser.press(w::REPLIES_TAKE_ALL).await;
    kept(browser, "all of it is in", |d| answers(d) == ["try", "can", "hold"]).await;
    browser.press(w::REPLIES_CLOSE).await;
    browser.give_file("reply-file", "お返事.json", &file).await;
    browser.reads(w::REPLIES_ALREADY).await;
    browser.press(w::REPLIES_CLOSE).await;

    // From paper, in two taps.
    browser.press(w::REPLIES_PAPER_OPEN).await;
    let first = field_id(sheet::ASK_ANSWER.of(ASKS[1].0));
    browser.tick_to(&id(format!("{first}-hold")), true).await;
    kept(browser, "it is copied from paper", |d| answers(d)[1] == Answer::Hold.id()).await;
    let d = kept(browser, "and both are kept", |d| d.ids(&fields::REPLIED).len() == 3).await;
    assert_eq!(d.document().ids(&fields::REPLY).len(), 1);
    // Who waits sees it.
    browser.reads(ASKS[2].1).await;
}

#[tokio::test]
async fn a_reply_goes_out_and_comes_back_by_file_text_and_paper() {
    journey("replies", Options::default(), async |browser| whole_story(browser, Lang::Ja).await).await;
}

#[tokio::test]
async fn and_so_it_does_in_english() {
    journey("replies in English", Options::default(), async |browser| whole_story(browser, Lang::En).await).await;
}
