//! One writer among the tabs: what the machine of [`crate::tabs`] says is done here, and what happens is told to it.
//!
//! May know: the keeper, the other tabs. Must never know: screens, words.
//!
//! *Invariant:* nothing is written unless the machine says that this tab is the writer.

use super::read::Gathered;
use super::{Keeper, OPEN_MS, SaveState, WAIT_MS};
use crate::browser::journal::{Journal, Write};
use crate::browser::tabs::{Answer, Channel, Lock};
use crate::browser::{KeepError, page};
use crate::format::{self, FORMAT};
use crate::signals::State;
use crate::tabs::{Claim, Do, Event, Message, Role, Stand, Tabs, Word};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

/// What the channel and the lock are called.
const NAME: &str = "aritai";
/// How long a browser may take to answer for the lock, before the page goes on as if it had none.
const LOCK_MS: i32 = 1_500;
/// How often a mark is tried when others write at the same time.
const TRIES: u32 = 5;

/// This tab among the others.
#[derive(Clone)]
pub struct Lead(Rc<Held>);

struct Held {
    me: u64,
    tabs: RefCell<Tabs>,
    lock: Lock,
    channel: RefCell<Option<Channel>>,
    keeper: RefCell<Option<Keeper>>,
    role: State<Role>,
    /// Which try to take over counts.
    claim: Cell<u32>,
    reads: Cell<bool>,
    reads_again: Cell<bool>,
    /// What else is to be done when other words are shown than were before.
    shown: Box<dyn Fn()>,
}

impl Lead {
    /// This tab, before it knows anything of others. It is told to `role` what it is, and `shown` is called when the binder
    /// was read anew.
    pub fn new(role: State<Role>, shown: impl Fn() + 'static) -> Self {
        let me = page::random();
        Self(Rc::new(Held {
            me,
            tabs: RefCell::new(Tabs::new(me)),
            lock: Lock::default(),
            channel: RefCell::new(None),
            keeper: RefCell::new(None),
            role,
            claim: Cell::new(0),
            reads: Cell::new(false),
            reads_again: Cell::new(false),
            shown: Box::new(shown),
        }))
    }

    /// This tab's number.
    pub fn me(&self) -> u64 {
        self.0.me
    }

    /// Asks for the lock. Done before anything is read: what is read then is not written by another one meanwhile.
    pub async fn ask(&self) -> Event {
        self.lock(false).await
    }

    /// Begins, with what came of [`Lead::ask`] and with what was read. A page that can keep nothing, or must not, is alone.
    pub fn begin(&self, keeper: &Keeper, lock: Event) {
        let alone = keeper.inner.borrow().stopped || matches!(keeper.state.get_untracked(), SaveState::Failed(_));
        if alone {
            self.0.lock.release();
            self.0.role.set(Role::Writer);
            return;
        }
        keeper.inner.borrow_mut().stopped = true;
        *self.0.keeper.borrow_mut() = Some(keeper.clone());
        let told = self.clone();
        keeper.tell_to(move |event| told.hear(event));
        let heard = self.clone();
        let channel = Channel::open(NAME, move |text| {
            if let Some(message) = Message::read(&text) {
                heard.hear(Event::Said(message));
            }
        });
        *self.0.channel.borrow_mut() = Some(channel);
        self.hear(lock);
    }

    /// Something happened.
    pub fn hear(&self, event: Event) {
        let Some(keeper) = self.0.keeper.borrow().clone() else { return };
        if keeper.inner.borrow().nothing.is_some() {
            // What is only on this page is nobody else's business, and nobody's takes its place.
            if self.0.role.get_untracked() != Role::Writer {
                self.0.role.set(Role::Writer);
            }
            return;
        }
        let (stand, stale) = {
            let inner = keeper.inner.borrow();
            (Stand { head: inner.acknowledged, unsaved: inner.own }, inner.stale && !inner.own)
        };
        if event == Event::Saved && stale {
            self.read(&keeper);
        }
        let all = self.0.tabs.borrow_mut().hear(event, stand);
        for one in all {
            self.act(&keeper, one);
        }
    }

    fn act(&self, keeper: &Keeper, what: Do) {
        match what {
            Do::Lock(steal) => {
                let lead = self.clone();
                page::later(async move {
                    let answer = lead.lock(steal).await;
                    lead.hear(answer);
                });
            }
            Do::Release => self.0.lock.release(),
            Do::Say(word) => self.say(word),
            Do::Wait(ms, tick) => {
                let lead = self.clone();
                set_timeout(move || lead.hear(Event::Tick(tick)), Duration::from_millis(ms.into()));
            }
            Do::Read => self.read(keeper),
            Do::Drop => {
                keeper.inner.borrow_mut().let_go();
                keeper.works.set(None);
                keeper.say(SaveState::Reading);
            }
            // A tab that was put to sleep in the middle of a write keeps the journal for itself: not for ever here.
            Do::Claim | Do::Own => {
                let (lead, keeper) = (self.clone(), keeper.clone());
                page::later(async move {
                    let number = lead.0.claim.get() + 1;
                    lead.0.claim.set(number);
                    let claim = lead.claim(&keeper, what == Do::Own, number);
                    let done = page::first(claim, page::after(OPEN_MS)).await.is_some_and(|done| done.is_ok());
                    if lead.0.claim.get() == number {
                        lead.hear(if done { Event::Claimed } else { Event::NotClaimed });
                    }
                });
            }
            Do::Rescue => keeper.binder.with_untracked(|binder| keeper.inner.borrow_mut().rescue_own(binder)),
            Do::Save => keeper.flush_and_tell(),
            Do::Flush => {
                page::tell_fields();
                keeper.flush_and_tell();
            }
            Do::Be(role) => self.be(keeper, role),
        }
    }

    fn say(&self, word: Word) {
        if let Some(channel) = &*self.0.channel.borrow() {
            channel.say(&Message { from: self.0.me, word }.text());
        }
    }

    async fn lock(&self, steal: bool) -> Event {
        let lead = self.clone();
        let asked = self.0.lock.ask(NAME, steal, move || lead.hear(Event::Stolen));
        match page::first(asked, page::after(LOCK_MS)).await {
            Some(Answer::Held) => Event::Held,
            Some(Answer::Taken) => Event::Taken,
            Some(Answer::Missing) | None => Event::NoLocks,
        }
    }

    fn be(&self, keeper: &Keeper, role: Role) {
        self.0.claim.set(self.0.claim.get() + 1);
        let (saved, work) = {
            let mut inner = keeper.inner.borrow_mut();
            inner.stopped = role != Role::Writer;
            if matches!(role, Role::Reader { .. }) {
                // What the mirror held when the page was opened is the writer's.
                inner.hand_over();
            }
            (inner.acknowledged, inner.has_work())
        };
        match role {
            Role::Reader { .. } => {
                keeper.works.set(None);
                keeper.say(SaveState::Reading);
            }
            Role::Behind => keeper.say(SaveState::Failed(KeepError::Elsewhere)),
            Role::Writer if work => {
                keeper.say(SaveState::Unsaved);
                keeper.wait(WAIT_MS);
            }
            Role::Writer if keeper.state.get_untracked() == SaveState::Reading => {
                keeper.say(if saved == 0 { SaveState::Nothing } else { SaveState::Saved(page::now(), saved) });
            }
            _ => {}
        }
        if self.0.role.get_untracked() != role {
            self.0.role.set(role);
        }
    }

    /// Shows what the journal has, unless words of this tab's own stand here by then. One look at a time.
    fn read(&self, keeper: &Keeper) {
        if self.0.reads.replace(true) {
            self.0.reads_again.set(true);
            return;
        }
        let (lead, keeper) = (self.clone(), keeper.clone());
        page::later(async move {
            loop {
                lead.0.reads_again.set(false);
                if let Ok(gathered) = newest(false).await {
                    lead.show(&keeper, gathered);
                }
                if !lead.0.reads_again.get() {
                    break;
                }
            }
            lead.0.reads.set(false);
        });
    }

    fn show(&self, keeper: &Keeper, gathered: Gathered) {
        let mut inner = keeper.inner.borrow_mut();
        // What came of a write that is under way is heard first.
        let quiet = inner.own || inner.in_flight || inner.acknowledged == gathered.head && !inner.stale;
        let settled = matches!(self.0.tabs.borrow().role(), Role::Reader { .. } | Role::Writer);
        if quiet || !settled || gathered.newer {
            return;
        }
        inner.stand_on(gathered.head);
        gathered.note(&mut inner);
        (inner.has_edition, inner.has_format, inner.stale) = (gathered.binder.is_some(), gathered.has_format, false);
        drop(inner);
        if matches!(keeper.state.get_untracked(), SaveState::Saved(..)) {
            keeper.say(SaveState::Saved(page::now(), gathered.head));
        }
        self.put(keeper, gathered);
    }

    fn put(&self, keeper: &Keeper, gathered: Gathered) {
        keeper.binder.set(gathered.binder.unwrap_or_else(super::fresh_binder));
        (self.0.shown)();
    }

    /// Reads the newest, and makes it this tab's to write on; or, with words of its own, keeps the newest as a record from
    /// before and lets its own take their place.
    async fn claim(&self, keeper: &Keeper, own: bool, number: u32) -> Result<(), KeepError> {
        for _ in 0..TRIES {
            let mut gathered = newest(true).await?;
            if gathered.newer || self.0.claim.get() != number {
                return Err(KeepError::Other);
            }
            if own {
                {
                    let mut inner = keeper.inner.borrow_mut();
                    inner.stand_on(gathered.generation);
                    inner.acknowledged = gathered.head;
                    gathered.note(&mut inner);
                    // What a third tab left there is kept with the rest; it stays its own until that is in the journal.
                    inner.adopted = (0, 0);
                }
                if let Some(stored) = &gathered.binder {
                    keeper.keep_as_found(&format::records(stored, gathered.generation), FORMAT, "restore");
                }
                let mut inner = keeper.inner.borrow_mut();
                inner.aside.retain(|text| !gathered.damaged.contains(text));
                inner.aside.extend(gathered.damaged);
                (inner.replace_all, inner.own, inner.has_edition) = (true, true, true);
                return Ok(());
            }
            match self.mark(&gathered).await {
                Err(KeepError::Elsewhere) => {}
                Err(error) => return Err(error),
                // The page went meanwhile, and came back as something else.
                Ok(_) if self.0.claim.get() != number => return Err(KeepError::Other),
                Ok(head) => {
                    let mut inner = keeper.inner.borrow_mut();
                    inner.let_go();
                    inner.stand_on(head);
                    gathered.note(&mut inner);
                    inner.pending.clone_from(&gathered.pending);
                    inner.replace_all = gathered.replaces_all && !gathered.pending.is_empty();
                    inner.aside.retain(|text| !gathered.damaged.contains(text));
                    inner.set_aside();
                    (inner.has_edition, inner.has_format) = (gathered.binder.is_some(), gathered.has_format);
                    inner.stale = false;
                    drop(inner);
                    let replaced = gathered.replaced.take();
                    if let Some((records, why)) = &replaced {
                        keeper.keep_as_found(records, gathered.format, why);
                    }
                    self.put(keeper, gathered);
                    keeper.tidy();
                    return Ok(());
                }
            }
        }
        Err(KeepError::Elsewhere)
    }

    /// Writes nothing but a higher generation: whoever writes on what was there before is refused from now on. That holds for
    /// this tab too, should it go and come back without hearing of its mark: so the mark is another writer's.
    async fn mark(&self, on: &Gathered) -> Result<u64, KeepError> {
        let journal = Journal::open().await?;
        let head = on.generation + 1;
        let write = Write {
            claim: Claim { me: !self.0.me, expected: on.head, known: on.head, whole: false },
            head,
            format: None,
            records: &[],
            replace_all: false,
            before: None,
            aside: &on.damaged,
        };
        let written = journal.write(&write).await;
        journal.close();
        written.map(|()| head)
    }
}

impl Keeper {
    /// Tells from now on what came of each write.
    pub(super) fn tell_to(&self, told: impl Fn(Event) + 'static) {
        let _ = self.told.set(Box::new(told));
    }

    pub(super) fn tell(&self, event: Event) {
        if let Some(told) = self.told.get() {
            told(event);
        }
    }

    /// Saves now what waits, and tells when it is done; at once where nothing waits.
    fn flush_and_tell(&self) {
        if !self.saves_or_leaves() {
            self.tell(Event::Saved);
        }
    }
}

/// What the journal has now; with what the mirror has on top, where nobody else is left to write that down.
async fn newest(with_mirror: bool) -> Result<Gathered, KeepError> {
    let journal = Journal::open().await?;
    let contents = journal.read().await;
    journal.close();
    Ok(Gathered::of(&contents?, with_mirror))
}
