//! Earlier moments: taken beside what is being written, kept, and found again.
//!
//! Taken apart from every keystroke: what was found at the start, what was there before something was taken away, and what
//! stands there after a while of writing, when nothing waits to be saved or the page is hidden.
//! May know: records, the policy of `history`, the journal. Must never know: screens, words.
//!
//! *Invariant:* a moment that can't be kept is no trouble of anybody's: the words themselves are saved without it. One from
//! before a restore is written in the same transaction as what replaces it.

use super::pending::Earlier;
use super::{Keeper, SaveState};
use crate::browser::journal::{Kept, Moments, pack};
use crate::browser::page;
use crate::document::{Binder, experience, steps};
use crate::format::{self, Record};
use crate::history::{Held, Moment, Why, is_due, surplus};
use leptos::prelude::*;
use std::time::Duration;

/// How often it is looked whether it is time for a moment.
const LOOK_MS: u64 = 60_000;

impl Keeper {
    /// Begins to take moments, once.
    pub fn begin_moments(&self) {
        let keeper = self.clone();
        page::on_leaving(move || keeper.look());
        self.look();
        self.look_again();
    }

    /// The moments that can be gone back to, the newest first.
    pub fn moments(&self) -> Vec<Moment> {
        let mut moments: Vec<Moment> = self.inner.borrow().moments.iter().filter_map(|n| Moment::read(n)).collect();
        moments.sort_by_key(|m| std::cmp::Reverse(m.number));
        moments
    }

    /// The whole record of a moment; `None` where it is gone or can't be read.
    pub async fn moment(&self, number: u64) -> Option<String> {
        let name = self.inner.borrow().moments.iter().find(|n| is(n, number))?.clone();
        let kept = Moments::open().await.ok()?;
        let text = kept.text(&name).await;
        kept.close();
        text
    }

    /// The newest whole record from before a restore or a start over.
    pub async fn before(&self) -> Option<String> {
        let number = self.moments().into_iter().find(|m| m.why.is_before())?.number;
        self.moment(number).await
    }

    /// Keeps a whole record from before the replacement that comes next, together with that.
    pub fn keep_before(&self, before: &Binder, why: Why) {
        let generation = self.generation();
        let text = format::backup(before, generation, page::now());
        let moment = self.next_moment(why, generation, held(before), size(&text));
        let kept = self.to_keep(&moment, text.into());
        let mut inner = self.inner.borrow_mut();
        inner.earlier = None;
        inner.before = Some(kept);
    }

    /// Keeps records as they were found, together with what replaces them.
    pub(super) fn keep_as_found(&self, records: &[Record], format: u32, why: Why) {
        let texts: Vec<String> = records.iter().map(Record::encode).collect();
        let text = format::backup_as_found(&texts, format, page::now());
        let held = format::assemble(records.to_vec()).map(|binder| held(&binder)).unwrap_or_default();
        let moment = self.next_moment(why, self.generation(), held, size(&text));
        let kept = self.to_keep(&moment, text.into());
        let mut inner = self.inner.borrow_mut();
        (inner.before, inner.replace_all) = (Some(kept), true);
    }

    /// Takes a moment, if it is time for one.
    fn look(&self) {
        if self.inner.borrow().stopped {
            return;
        }
        let earlier = self.inner.borrow_mut().earlier.take();
        let last = self.moments().first().copied();
        let is_new = |generation: u64| last.is_none_or(|last| last.generation != generation);
        let due = |why: Why| is_due(why, last.map(|last| last.at), page::now());
        if let Some(Earlier { binder, generation, why }) = earlier
            && is_new(generation)
            && due(why)
        {
            self.take(&binder, why, generation);
            return;
        }
        // While something waits to be saved somebody is typing: it can wait until they pause.
        if let SaveState::Saved(_, generation) = self.state.get_untracked()
            && is_new(generation)
            && due(Why::Writing)
            && self.binder.with_untracked(|binder| !binder.is_blank())
        {
            self.binder.with_untracked(|binder| self.take(binder, Why::Writing, generation));
        }
    }

    fn look_again(&self) {
        let keeper = self.clone();
        let look = move || {
            keeper.look();
            keeper.look_again();
        };
        set_timeout(look, Duration::from_millis(LOOK_MS));
    }

    fn take(&self, binder: &Binder, why: Why, generation: u64) {
        let text = format::backup(binder, generation, page::now());
        let held = held(binder);
        let keeper = self.clone();
        let times_erased = self.inner.borrow().times_erased;
        page::later(async move {
            let (value, size) = match pack(&text).await {
                Some((packed, bytes)) => (packed, bytes as u64),
                None => (text.as_str().into(), size(&text)),
            };
            let Ok(journal) = Moments::open().await else { return };
            // All may have been erased while it was packed.
            let may = {
                let inner = keeper.inner.borrow();
                !inner.stopped && inner.times_erased == times_erased
            };
            if may {
                let kept = keeper.to_keep(&keeper.next_moment(why, generation, held, size), value);
                if journal.keep(&kept).await.is_ok() {
                    keeper.inner.borrow_mut().moment_is_kept(&kept);
                }
            }
            journal.close();
        });
    }

    fn next_moment(&self, why: Why, generation: u64, held: Held, size: u64) -> Moment {
        let number = self.moments().first().map_or(0, |last| last.number) + 1;
        let at = page::now();
        Moment { number, at, day: page::day_number(at), why, generation, size, held }
    }

    /// A moment as the journal keeps it, with what makes room for it.
    fn to_keep(&self, moment: &Moment, value: wasm_bindgen::JsValue) -> Kept {
        let mut all = self.moments();
        all.push(*moment);
        let surplus = surplus(&all);
        let gone = |name: &&String| surplus.iter().any(|number| is(name, *number));
        let gone = self.inner.borrow().moments.iter().filter(gone).cloned().collect();
        Kept { name: moment.to_string(), value, gone }
    }
}

fn is(name: &str, number: u64) -> bool {
    Moment::read(name).is_some_and(|m| m.number == number)
}

/// How many bytes a text takes in a database: two for each unit of UTF-16, where it is not all Latin.
fn size(text: &str) -> u64 {
    2 * text.encode_utf16().count() as u64
}

fn held(binder: &Binder) -> Held {
    let document = binder.document();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Held {
        answers: count(document.leaves().filter(|(_, leaf)| leaf.is_said()).count()),
        experiences: count(document.ids(&experience::EXPERIENCE).len()),
        steps: count(document.ids(&steps::STEP).len()),
        editions: count(binder.former().len()),
    }
}
