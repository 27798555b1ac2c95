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
use crate::history::{Held, Moment, Why, is_due, newest_first, surplus};
use leptos::prelude::*;
use std::time::Duration;

/// How often it is looked whether it is time for a moment.
const LOOK_MS: u64 = 60_000;
/// How soon it is looked again where what was found still has to be kept, or where this tab doesn't write, or not
/// yet: what was found is to be kept before it is written over.
const SOON_MS: u64 = 1_000;

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
        newest_first(self.inner.borrow().moments.iter().filter_map(|n| Moment::read(n)).collect())
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

    /// Keeps records as they were found, together with what replaces them. This may happen before the second part of the
    /// program is there: nothing is counted, and nothing goes before the next moment.
    pub(super) fn keep_as_found(&self, records: &[Record], format: u32, why: &str) {
        let texts: Vec<String> = records.iter().map(Record::encode).collect();
        let at = page::now();
        let text = format::backup_as_found(texts.iter().map(String::as_str), format, at);
        let mut inner = self.inner.borrow_mut();
        let last = inner.moments.iter().filter_map(|name| name.split(' ').next()?.parse::<u64>().ok()).max();
        let (number, day, generation, size) =
            (last.unwrap_or(0) + 1, page::day_number(at), inner.generation, 2 * text.len());
        let name = format!("{number:010} {at} {day} {why} {generation} {size} 0 0 0 0");
        inner.before = Some(Kept { name, value: text.into(), gone: Vec::new() });
        inner.replace_all = true;
    }

    /// Takes a moment, if it is time for one.
    fn look(&self) {
        if self.inner.borrow().stopped || self.inner.borrow().is_torn() {
            return;
        }
        let earlier = self.inner.borrow_mut().earlier.take();
        let last = self.moments().first().copied();
        let is_new = |generation: u64| last.is_none_or(|last| last.generation != generation);
        let due = |why: Why| is_due(why, last.map(|last| last.at), page::now());
        if let Some(Earlier { text, generation, why }) = earlier
            && is_new(generation)
            && due(why)
            && let Ok(backup) = format::open_backup(text.as_bytes())
            && !backup.binder.is_blank()
        {
            self.take(text, held(&backup.binder), why, generation);
            return;
        }
        // While something waits to be saved somebody is typing: it can wait until they pause.
        if let SaveState::Saved(_, generation) = self.state.get_untracked()
            && is_new(generation)
            && due(Why::Writing)
            && self.binder.with_untracked(|binder| !binder.is_blank())
        {
            let (text, held) = self.binder.with_untracked(|b| (format::backup(b, generation, page::now()), held(b)));
            self.take(text, held, Why::Writing, generation);
        }
    }

    fn look_again(&self) {
        let keeper = self.clone();
        let waits = self.inner.borrow().stopped || self.inner.borrow().earlier.is_some();
        let ms = if waits { SOON_MS } else { LOOK_MS };
        let look = move || {
            keeper.look();
            keeper.look_again();
        };
        set_timeout(look, Duration::from_millis(ms));
    }

    fn take(&self, text: String, held: Held, why: Why, generation: u64) {
        let keeper = self.clone();
        let times_erased = self.inner.borrow().times_erased;
        page::later(async move {
            let (value, size) = match pack(&text).await {
                Some((packed, bytes)) => (packed, bytes as u64),
                None => (text.as_str().into(), size(&text)),
            };
            let journal = match Moments::open().await {
                Ok(journal) => journal,
                Err(error) => {
                    keeper.inner.borrow_mut().torn |= error.tears();
                    return;
                }
            };
            // All may have been erased while it was packed.
            let may = {
                let inner = keeper.inner.borrow();
                !inner.stopped && inner.times_erased == times_erased
            };
            if may {
                let kept = keeper.to_keep(&keeper.next_moment(why, generation, held, size), value);
                let done = journal.keep(&kept).await;
                let mut inner = keeper.inner.borrow_mut();
                match done {
                    Ok(()) => inner.moment_is_kept(&kept),
                    Err(error) => inner.torn |= error.tears(),
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

/// Whether a name is that of a moment from before something that replaced everything.
pub(super) fn is_from_before(name: &str) -> bool {
    [" restore ", " over ", " migration "].iter().any(|why| name.contains(why)) || !name.contains(' ')
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
