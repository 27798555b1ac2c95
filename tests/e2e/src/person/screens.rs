//! What an invented person does on each screen of the walk in full.

use super::{ITEM, Person, escaped, moved};
use crate::keyboard::Target;
use crate::page::field_id;
use crate::wait;
use aritai::document::{
    Audience, Field, ItemId, KINDS, Path, after, deeper, drift, experience, sheet, steps, strength, values, wish, work,
};
use aritai::export::sheet::has_place;
use aritai::plan::remarks::Verdict;
use aritai::route::Route;
use aritai::wording as w;
use serde_json::json;
use std::collections::BTreeMap;

/// What is on the sheet's head, written on the sheet itself.
static HEAD: [&Field; 6] =
    [&sheet::DATE, &sheet::TALK_DAY, &sheet::DAYS, &sheet::DEPARTMENT, &sheet::ROLE, &sheet::NAME];

impl Person<'_> {
    /// Says on a screen all that is to be said there.
    pub(super) async fn answer(&self, here: Route) {
        match here {
            Route::Welcome => self.browser.tick_to(&Target::id("device-own"), true).await,
            Route::Work => self.work().await,
            Route::Values => self.values().await,
            Route::ValuesMore => self.values_more().await,
            Route::Wish => self.wish().await,
            Route::WishMore => {
                self.alone(&wish::FOR_WHOM).await;
                self.alone(&wish::LINE).await;
                self.choose("wish-checks", wish::CHECKS.alone()).await;
            }
            Route::Drift => self.drift().await,
            Route::Experience => self.pick_items(&experience::EXPERIENCE).await,
            Route::Why => self.why().await,
            Route::Experiences => self.experiences().await,
            Route::Strengths => self.strengths().await,
            Route::Back => self.back().await,
            Route::Step => self.step().await,
            Route::Futures => {
                for (id, line) in self.lines(&deeper::FUTURE).await {
                    self.write(&format!("{line}-like"), deeper::FUTURE_LIKE.of(id)).await;
                }
            }
            Route::Letter => {
                self.alone(&deeper::LETTER_TO).await;
                self.alone(&deeper::LETTER_REPLY).await;
            }
            Route::Town => {
                self.alone(&wish::TOWN).await;
                self.alone(&wish::OVERLAP).await;
            }
            Route::Precedents => self.precedents().await,
            Route::Hand => self.alone(&deeper::HAND_WHAT).await,
            Route::Ask => self.ask().await,
            Route::Questions => self.questions().await,
            Route::Reread => {
                self.choose("reread-as", sheet::REREAD_AS.alone()).await;
                self.alone(&sheet::REREAD_NOTE).await;
            }
            Route::Remarks => self.remarks().await,
            Route::Picture => self.browser.reads(w::TRAIL_TITLE).await,
            Route::Sheet => self.sheet().await,
            Route::After => self.after().await,
            _ => panic!("nobody knows what to do on {here:?}"),
        }
    }

    async fn work(&self) {
        // Ten stand in the open.
        let rest = self.browser.pack.cards("activities").len() - 10;
        let more = w::with_note(w::MORE.get(self.browser.lang), &rest.to_string(), self.browser.lang);
        self.browser.unfold(&self.browser.folded(&more)).await;
        let all = [(&work::MORE, "more"), (&work::LESS, "less"), (&work::FINE, "fine")];
        for (field, chip) in all as [(&'static Field, &str); 3] {
            for card in self.says.cards(field.alone()) {
                if card.id.is_empty() {
                    self.browser.write_own("work-own", &card.label).await;
                }
                let which = if card.id.is_empty() { format!("own-{}", in_id(&card.label)) } else { card.id.clone() };
                self.browser.tick_to(&Target::id(format!("{chip}-{}", escaped(&which))), true).await;
            }
        }
        self.alone(&work::NOTE).await;
    }

    async fn values(&self) {
        self.pick_items(&values::VALUE).await;
        for (id, value) in self.each_on_screen(&values::VALUE, "short").await {
            if self.says.flag(values::SHORT.of(id)) {
                self.browser.tick_to(&Target::id(format!("{value}-short")), true).await;
            }
        }
    }

    async fn values_more(&self) {
        for (id, value) in self.each_on_screen(&values::VALUE, "head").await {
            self.open(&value).await;
            self.choose(&format!("{value}-met"), values::MET.of(id)).await;
            self.write(&format!("{value}-more"), values::MORE.of(id)).await;
            self.write(&format!("{value}-story"), values::STORY.of(id)).await;
        }
        self.alone(&values::LINE).await;
    }

    async fn wish(&self) {
        let browser = self.browser;
        let days = [(&wish::NEAR, "near"), (&wish::FAR, "far")] as [(&'static Field, &str); 2];
        if self.says.is_said(wish::CAUGHT.alone()) || days.iter().any(|(field, _)| self.says.is_said(field.alone())) {
            browser.enter_button(w::NOT_SURE).await;
            browser.arrived(Route::WishMore).await;
            browser.enter(&browser.link(w::UNSURE_CLUES)).await;
            browser.arrived(Route::Unsure).await;
            for _ in 0..2 {
                browser.enter_button(w::UNSURE_ON).await;
            }
            for (field, end) in days {
                for card in self.says.cards(field.alone()) {
                    browser.tick_to(&Target::id(format!("day-{}-{end}", card.id)), true).await;
                }
            }
            browser.enter_button(w::UNSURE_ON).await;
            self.alone(&wish::CAUGHT).await;
            for _ in 0..3 {
                browser.enter_button(w::UNSURE_BACK).await;
            }
            browser.enter(&browser.link(w::BACK)).await;
            browser.arrived(Route::Wish).await;
        }
        for card in self.says.cards(wish::HORIZON.alone()) {
            browser.tick_to(&Target::id(format!("wish-horizon-{}", card.id)), true).await;
        }
        self.alone(&wish::SCENE).await;
    }

    async fn drift(&self) {
        self.lines(&drift::STAY).await;
        for (id, worry) in self.lines(&drift::WORRY).await {
            if self.says.flag(drift::STUCK.of(id)) {
                self.browser.tick_to(&Target::id(format!("{worry}-stuck")), true).await;
            }
            self.write(&format!("{worry}-topic"), drift::TOPIC.of(id)).await;
        }
        self.alone(&drift::CHANGE).await;
        self.choose("drift-change_kind", drift::CHANGE_KIND.alone()).await;
    }

    async fn why(&self) {
        for (id, one) in self.each_on_screen(&experience::EXPERIENCE, "why").await {
            self.write(&format!("{one}-why"), experience::WHY.of(id)).await;
            self.rewrite(&format!("{one}-small"), experience::SMALL.of(id)).await;
            self.choose(&format!("{one}-door"), experience::DOOR.of(id)).await;
        }
        // One strength at once, where the experiences offer it; the others on their own screen.
        for id in self.says.ids(&strength::STRENGTH) {
            let (card, aim) = (self.says.card(strength::WHAT.of(id)), self.says.card(strength::AIM.of(id)));
            let (Some(card), Some(aim)) = (card, aim) else { continue };
            let chip = Target::id(format!("strength-{}", card.id));
            if !card.id.is_empty() && self.browser.is_there(&chip).await {
                self.browser.tick_to(&chip, true).await;
                self.browser.tick_to(&Target::id(format!("strength-{ITEM}-aim-{}", aim.id)), true).await;
                break;
            }
        }
    }

    async fn experiences(&self) {
        for (id, one) in self.each_on_screen(&experience::EXPERIENCE, "head").await {
            self.open(&one).await;
            self.write(&format!("{one}-elsewhere"), experience::ELSEWHERE.of(id)).await;
            self.look_for(&format!("{one}-builds"), &format!("{one}-small"), experience::BUILDS.of(id)).await;
            self.choose(&format!("{one}-effort"), experience::EFFORT.of(id)).await;
            self.write(&format!("{one}-when"), experience::WHEN.of(id)).await;
        }
    }

    async fn strengths(&self) {
        let browser = self.browser;
        let kind = &strength::STRENGTH;
        let labels: Vec<String> = self.says.ids(kind).iter().map(|id| self.label(strength::WHAT.of(*id))).collect();
        let names = async || {
            let script = "return [...document.querySelectorAll('main .item-name')].map(el => el.innerText.trim())";
            let names = browser.js(script, vec![]).await;
            names.as_array().into_iter().flatten().filter_map(|n| n.as_str().map(str::to_owned)).collect::<Vec<_>>()
        };
        let already = names().await;
        if !browser.is_there(&Target::id("strength-search")).await {
            browser.enter_button(w::STRENGTHS_ADD).await;
        }
        for id in self.says.ids(kind) {
            let card = self.says.card(strength::WHAT.of(id)).expect("a strength");
            if !already.contains(&self.label(strength::WHAT.of(id))) {
                self.look_for_one("strength", strength::WHAT.id, card).await;
            }
        }
        // The one from the screen before stands first: it goes down to where the person has it.
        for (at, label) in labels.iter().enumerate() {
            while let Some(from) = names().await.iter().position(|name| name == label).filter(|from| *from > at) {
                let item = self.on_screen(kind, "head").await.swap_remove(from);
                self.open(&item).await;
                browser.enter(&browser.button(w::ITEM_UP).after(format!("{item}-head"))).await;
                wait::until("it has moved, with the focus", async || {
                    let focus = browser.focus_now().await;
                    let moved = names().await.get(from - 1) == Some(label);
                    // The button keeps the focus, and gives it to the other one at the top.
                    let end = if from == 1 { "down" } else { "up" };
                    (moved && focus["id"] == json!(format!("{item}-{end}"))).then_some(())
                })
                .await;
            }
        }
        for (id, one) in self.each_on_screen(kind, "head").await {
            self.open(&one).await;
            for (field, end) in [
                (&strength::AIM, "aim"),
                (&strength::NOW, "now"),
                (&strength::NEED, "need"),
                (&strength::FEELING, "feeling"),
            ] as [(&'static Field, &str); 4]
            {
                self.choose(&format!("{one}-{end}"), field.of(id)).await;
            }
            self.write(&format!("{one}-episode"), strength::EPISODE.of(id)).await;
        }
    }

    /// The label of the card of a leaf, as it stands in the document.
    fn label(&self, path: Path) -> String {
        self.says.card(path).map(|card| card.label.clone()).unwrap_or_default()
    }

    async fn back(&self) {
        let browser = self.browser;
        self.alone(&steps::THEN_STATE).await;
        self.alone(&steps::START).await;
        let spans = browser.pack.cards("spans").len();
        for id in self.says.ids(&steps::STEP) {
            let span = self.says.card(steps::SPAN.of(id)).expect("a span");
            let near = browser.pack.cards("spans").iter().position(|c| c.id == span.id).expect("a span");
            // The screen asks from the far end.
            let target = Target::id(format!("step-{ITEM}-what")).nth(spans - 1 - near);
            let what = browser.write_at(&target, self.says.text(steps::WHAT.of(id))).await;
            let step = what.trim_end_matches("-what");
            browser.unfold(&browser.folded(w::BACK_DETAIL).after(&what)).await;
            self.tie(&format!("{step}-serves"), steps::SERVES.of(id)).await;
            self.write(&format!("{step}-day"), steps::DAY.of(id)).await;
            self.write(&format!("{step}-place"), steps::PLACE.of(id)).await;
            self.look_for(&format!("{step}-stop"), &format!("{step}-place"), steps::STOP.of(id)).await;
            self.write(&format!("{step}-then"), steps::THEN.of(id)).await;
        }
    }

    /// The step of the next two weeks is there already.
    async fn step(&self) {
        let ids = self.says.ids(&steps::STEP);
        let soon = ids.iter().find(|id| self.says.card(steps::SPAN.of(**id)).is_some_and(|c| c.id == "d14"));
        let shown = self.on_screen(&steps::STEP, "what").await;
        assert_eq!(shown.len(), 1, "one step");
        let what = self.browser.value(&format!("{}-what", shown[0])).await;
        assert_eq!(what, soon.map_or("", |id| self.says.text(steps::WHAT.of(*id))));
    }

    async fn precedents(&self) {
        for id in self.says.ids(&deeper::PRECEDENT) {
            let card = self.says.card(deeper::PRECEDENT_CARD.of(id)).expect("a card");
            if card.id.is_empty() {
                self.browser.write_own("precedent-own", &card.label).await;
                continue;
            }
            self.browser.tick_to(&Target::id(format!("precedent-{}", card.id)), true).await;
        }
        for (id, one) in self.each_on_screen(&deeper::PRECEDENT, "answer").await {
            self.write(&format!("{one}-answer"), deeper::PRECEDENT_ANSWER.of(id)).await;
        }
    }

    async fn ask(&self) {
        self.pick_items(&sheet::ASK).await;
        for (id, one) in self.each_on_screen(&sheet::ASK, "small").await {
            let small = format!("{one}-small");
            self.rewrite(&small, sheet::ASK_SMALL.of(id)).await;
            self.browser.unfold(&self.browser.folded(w::ASK_MORE).after(&small)).await;
            self.choose(&format!("{one}-by"), sheet::ASK_BY.of(id)).await;
            self.choose(&format!("{one}-needs"), sheet::ASK_NEEDS.of(id)).await;
        }
        self.choose("sheet-help", sheet::HELP.alone()).await;
        self.alone(&sheet::TOPIC).await;
        self.alone(&sheet::SITUATION_FACTS).await;
        let fear = sheet::SITUATION_FEAR.alone();
        if self.says.is_said(fear) {
            let title = self.browser.pack.question(fear.field.id).and_then(|asked| asked.title.as_ref());
            self.browser.unfold(&self.browser.folded(title.expect("a title"))).await;
            self.alone(&sheet::SITUATION_FEAR).await;
        }
    }

    async fn questions(&self) {
        self.lines(&sheet::QUESTION).await;
        for (id, one) in self.each_on_screen(&sheet::ASK, "head").await {
            self.open(&one).await;
            self.choose(&format!("{one}-decides"), sheet::ASK_DECIDES.of(id)).await;
            self.tie(&format!("{one}-serves"), sheet::ASK_SERVES.of(id)).await;
        }
    }

    /// 「合っている」, and taken back with a second press: the invented people have not said anything of remarks.
    async fn remarks(&self) {
        let browser = self.browser;
        if browser.says(w::REMARKS_NONE).await {
            return;
        }
        let right = browser.pack.card("verdicts", Verdict::Right.id()).expect("a verdict");
        for pressed in ["true", "false"] {
            browser.enter(&browser.button(&right.title)).await;
            wait::until("the reply shows on its button", async || {
                let now = browser.js("return document.activeElement.getAttribute('aria-pressed')", vec![]).await;
                (now == json!(pressed)).then_some(())
            })
            .await;
        }
        self.replied.set(true);
    }

    async fn sheet(&self) {
        let browser = self.browser;
        let here = self.identities().await;
        let shown = |path: &Path| {
            let on_head = HEAD.iter().any(|head| head.id == path.field.id);
            !on_head && self.says.is_shared(*path, Audience::Talk)
        };
        let shown: Vec<Path> = self.says.leaves().map(|(path, _)| path).filter(shown).collect();
        // What is only their own is not on the screen until they open it.
        if !shown.is_empty() {
            browser.enter(&Target::id("private-fold")).await;
        }
        if shown.iter().any(|path| !has_place(path.field)) {
            browser.unfold(&browser.folded(w::SHEET_REST)).await;
        }
        for path in shown {
            let box_id = format!("share-{}", field_id(moved(path, &here)));
            browser.tick_to(&Target::id(box_id), true).await;
        }
        browser.unfold(&browser.folded(w::SHEET_HEADER)).await;
        for field in HEAD {
            self.alone(field).await;
        }
    }

    async fn after(&self) {
        let browser = self.browser;
        for (at, id) in self.says.ids(&after::PROMISE).into_iter().enumerate() {
            browser.enter_button(w::AFTER_PROMISE_ADD).await;
            let one = wait::until("there is room for a promise", async || {
                self.on_screen(&after::PROMISE, "who").await.into_iter().nth(at)
            })
            .await;
            for (field, end) in
                [(&after::WHO, "who"), (&after::WHAT, "what"), (&after::BY, "by")] as [(&'static Field, &str); 3]
            {
                self.write(&format!("{one}-{end}"), field.of(id)).await;
            }
        }
        for field in [&after::REPLY_DAY, &after::NEXT_DAY, &after::WORDS] as [&'static Field; 3] {
            self.alone(field).await;
        }
        let here = self.identities().await;
        for id in self.says.ids(&steps::STEP) {
            let path = steps::STATE.of(id);
            self.choose(&field_id(moved(path, &here)), path).await;
        }
        for (at, id) in self.says.ids(&after::LOOK).into_iter().enumerate() {
            let span = self.says.card(after::LOOK_SPAN.of(id)).expect("a span");
            let title = &browser.pack.card("lookbacks", &span.id).expect("a look-back").title;
            browser.unfold(&browser.folded(title)).await;
            for (field, end) in
                [(&after::LOOK_WHAT, "what"), (&after::LOOK_LEARNED, "learned"), (&after::LOOK_DAY, "day")]
                    as [(&'static Field, &str); 3]
            {
                let text = self.says.text(field.of(id));
                if !text.is_empty() {
                    browser.write_at(&Target::id(format!("look-{ITEM}-{end}")).nth(at), text).await;
                }
            }
        }
    }

    /// Which item of the page stands for which of the person's: those in the same place.
    async fn identities(&self) -> BTreeMap<(&'static str, ItemId), ItemId> {
        self.browser.saved().await;
        let binder = self.browser.saved_binder().await.expect("it is saved");
        let mut all = BTreeMap::new();
        for kind in KINDS.into_iter().filter(|kind| kind.many) {
            let pairs = self.says.ids(kind).into_iter().zip(binder.document().ids(kind));
            all.extend(pairs.map(|(said, here)| ((kind.id, said), here)));
        }
        all
    }
}

/// One's own words as the page puts them into an element's id.
fn in_id(words: &str) -> String {
    words.chars().map(|c| if c.is_alphanumeric() { c.to_string() } else { format!("_{:x}.", u32::from(c)) }).collect()
}
