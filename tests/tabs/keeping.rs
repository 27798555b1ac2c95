//! What a tab does with what it hears, as `keeper.rs` and `keeper/lead.rs` do it.
//! Knows the machine and the keeper's parts; what a person does is `world.rs`'s business.

use crate::browser::journal::{Disk, Kept};
use crate::pending::{Batch, Inner, Stood};
use crate::read::Gathered;
use crate::world::{In, Life, Op, World};
use aritai::document::Binder;
use aritai::format::{Record, backup};
use aritai::tabs::{Do, Event, Message, Role, Stand, Verdict};

impl World {
    /// The tab has a turn: it hears the next thing.
    pub(crate) fn turn(&mut self, at: usize) {
        if self.tabs[at].life != Life::Awake {
            return;
        }
        let Some(what) = self.tabs[at].inbox.pop_front() else { return };
        match what {
            In::Lock(steal) => {
                let event = self.lock(at, steal);
                if !self.tabs[at].begun {
                    self.load(at);
                }
                self.hear(at, event);
            }
            In::Event(event) => self.hear(at, event),
            In::Read(gathered) => self.show(at, gathered),
            In::Claim(_, _, number) | In::Marked(_, _, number) if self.tabs[at].claim != number => {}
            In::Claim(..) if self.dice.one_in(12) => {
                self.seen.note("can't take over");
                self.hear(at, Event::NotClaimed);
            }
            In::Claim(true, gathered, _) => {
                let tab = &mut self.tabs[at];
                if let Some(stored) = &gathered.binder {
                    tab.inner.before = Some(kept(backup(stored, gathered.generation, 1)));
                }
                tab.inner.stand_on(gathered.generation);
                tab.inner.acknowledged = gathered.head;
                gathered.note(&mut tab.inner);
                tab.inner.adopted = (0, 0);
                tab.inner.aside.retain(|text| !gathered.damaged.contains(text));
                tab.inner.aside.extend(gathered.damaged);
                (tab.inner.replace_all, tab.inner.own, tab.inner.has_edition) = (true, true, true);
                self.hear(at, Event::Claimed);
            }
            In::Claim(false, gathered, number) => self.tabs[at].ops.push_back(Op::Mark(gathered, number)),
            In::Marked(Verdict::Go, gathered, _) => {
                let tab = &mut self.tabs[at];
                tab.inner.let_go();
                tab.inner.stand_on(gathered.generation + 1);
                gathered.note(&mut tab.inner);
                tab.inner.pending.clone_from(&gathered.pending);
                tab.inner.replace_all = gathered.replaces_all && !gathered.pending.is_empty();
                tab.inner.aside.retain(|text| !gathered.damaged.contains(text));
                tab.inner.set_aside();
                (tab.inner.has_edition, tab.inner.has_format, tab.inner.stale) =
                    (gathered.binder.is_some(), gathered.has_format, false);
                self.keep_as_found(at, &gathered);
                self.put(at, gathered);
                self.hear(at, Event::Claimed);
            }
            In::Marked(_, _, number) => self.tabs[at].ops.push_back(Op::Claim(false, number)),
            In::Wrote(batch, verdict) => self.finish(at, batch, verdict),
        }
    }

    /// As `Keeper::load` and `Lead::begin`.
    fn load(&mut self, at: usize) {
        let gathered = Gathered::of(&self.disk.read(), true);
        let tab = &mut self.tabs[at];
        let inner = &mut tab.inner;
        (inner.generation, inner.acknowledged) = (gathered.generation, gathered.head);
        inner.pending.clone_from(&gathered.pending);
        inner.replace_all = gathered.replaces_all && !gathered.pending.is_empty();
        (inner.has_edition, inner.has_format) = (gathered.binder.is_some(), gathered.has_format);
        inner.aside.clone_from(&gathered.damaged);
        inner.stopped = true;
        gathered.note(inner);
        tab.begun = true;
        self.log.push(format!(
            "{} finds {} and {} more, {} damaged",
            self.tabs[at].me,
            gathered.head,
            gathered.pending.len(),
            gathered.damaged.len()
        ));
        self.keep_as_found(at, &gathered);
        if let Some(binder) = gathered.binder {
            self.tabs[at].binder = binder;
        }
    }

    /// What is replaced as a whole is kept as it was found.
    fn keep_as_found(&mut self, at: usize, gathered: &Gathered) {
        if let Some((records, _)) = &gathered.replaced {
            let texts: Vec<String> = records.iter().map(Record::encode).collect();
            let inner = &mut self.tabs[at].inner;
            inner.before = Some(kept(texts.join("\n")));
            inner.replace_all = true;
        }
    }

    fn show(&mut self, at: usize, gathered: Gathered) {
        let tab = &mut self.tabs[at];
        let inner = &tab.inner;
        let quiet = inner.own || inner.in_flight || inner.acknowledged == gathered.head && !inner.stale;
        if quiet || !matches!(tab.machine.role(), Role::Reader { .. } | Role::Writer) {
            return;
        }
        tab.inner.stand_on(gathered.head);
        gathered.note(&mut tab.inner);
        (tab.inner.has_edition, tab.inner.has_format, tab.inner.stale) =
            (gathered.binder.is_some(), gathered.has_format, false);
        self.put(at, gathered);
    }

    fn put(&mut self, at: usize, gathered: Gathered) {
        let fresh = Binder::new(self.dice.id(), 1);
        let tab = &mut self.tabs[at];
        tab.binder = gathered.binder.unwrap_or(fresh);
        tab.open.clear();
    }

    /// As `Keeper::wait`, and now and then as `on_leaving`.
    pub(crate) fn timer(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        if tab.life != Life::Awake || !std::mem::replace(&mut tab.timer, false) {
            return;
        }
        if self.dice.one_in(4) {
            // The page is out of sight.
            self.flush(at);
        } else if tab.inner.in_flight {
            self.leave(at);
        } else if tab.inner.has_work() {
            self.save(at);
        }
    }

    fn save(&mut self, at: usize) {
        let leaves = self.tabs[at].inner.replace_all;
        self.write_down(at, leaves);
    }

    /// As `Keeper::flush`.
    pub(crate) fn flush(&mut self, at: usize) {
        let inner = &mut self.tabs[at].inner;
        if inner.has_work() {
            self.write_down(at, true);
        } else if inner.unacknowledged.is_empty() {
            inner.tidy_mirror();
        } else {
            self.leave(at);
        }
    }

    /// What is on its way is left in the mirror.
    fn leave(&mut self, at: usize) {
        let inner = &mut self.tabs[at].inner;
        if !inner.unacknowledged.is_empty() {
            inner.leave(Stood::look());
            self.seen.note("leaves in the mirror what is on its way");
        }
    }

    fn write_down(&mut self, at: usize, leaves: bool) {
        let tab = &mut self.tabs[at];
        if !tab.inner.stopped {
            let batch = tab.inner.begin(&tab.binder, leaves.then(Stood::look));
            self.log.push(format!(
                "{} saves {} on {}, aside {}",
                tab.me,
                batch.generation,
                batch.claim.known,
                batch.aside.len()
            ));
            tab.ops.push_back(Op::Write(batch));
        }
    }

    fn finish(&mut self, at: usize, batch: Batch, verdict: Verdict) {
        let tab = &mut self.tabs[at];
        tab.inner.in_flight = false;
        if batch.turn != tab.inner.turn {
            return;
        }
        if verdict == Verdict::Go {
            tab.inner.acknowledge(batch.generation);
            tab.inner.has_format = true;
        } else {
            tab.inner.take_back(batch);
            tab.inner.stopped = verdict == Verdict::Elsewhere;
            self.leave(at);
        }
        let tab = &mut self.tabs[at];
        let (more, on_its_way) = (tab.inner.has_work(), !tab.inner.unacknowledged.is_empty());
        tab.inner.own &= more || on_its_way;
        tab.timer |= more && !tab.inner.stopped;
        if verdict == Verdict::Go && !more && !on_its_way {
            // 「保存済み」 is said.
            let saved = std::mem::take(&mut tab.open);
            for word in saved {
                assert!(self.is_stored(&word), "{word} was said to be saved: {}", self.story());
            }
        }
        let event = if verdict == Verdict::Go { Event::Saved } else { Event::Refused };
        self.hear(at, event);
    }

    pub(crate) fn hear(&mut self, at: usize, event: Event) {
        let tab = &mut self.tabs[at];
        if !tab.begun {
            return;
        }
        if event == Event::Saved && tab.inner.stale && !tab.inner.own {
            tab.ops.push_back(Op::Read);
        }
        let stand = Stand { head: tab.inner.acknowledged, unsaved: tab.inner.own };
        let all = tab.machine.hear(event, stand);
        let me = tab.me;
        if !all.is_empty() && !self.settled {
            self.log.push(format!("{me} hears {event:?}: {all:?}"));
        }
        for what in all {
            self.act(at, what);
        }
    }

    fn act(&mut self, at: usize, what: Do) {
        let me = self.tabs[at].me;
        match what {
            Do::Lock(steal) => self.tabs[at].ops.push_back(Op::Lock(steal)),
            Do::Release => self.unlock(me),
            Do::Say(word) => {
                let others: Vec<u64> = self.tabs.iter().map(|tab| tab.me).filter(|other| *other != me).collect();
                self.post.extend(others.into_iter().map(|to| (to, Message { from: me, word })));
            }
            Do::Wait(_, tick) => self.tabs[at].ticks.push(tick),
            Do::Read => self.tabs[at].ops.push_back(Op::Read),
            Do::Drop => {
                self.tabs[at].inner.let_go();
                self.tabs[at].open.clear();
            }
            Do::Claim | Do::Own => {
                let tab = &mut self.tabs[at];
                tab.claim += 1;
                tab.ops.push_back(Op::Claim(what == Do::Own, tab.claim));
            }
            Do::Rescue => {
                let tab = &mut self.tabs[at];
                tab.inner.rescue_own(&tab.binder);
                self.note("leaves its words to be set aside", me);
            }
            Do::Save | Do::Flush => {
                let inner = &self.tabs[at].inner;
                if inner.has_work() {
                    self.write_down(at, true);
                } else if inner.unacknowledged.is_empty() {
                    self.hear(at, Event::Saved);
                } else {
                    self.leave(at);
                }
            }
            Do::Be(role) => {
                self.tabs[at].claim += 1;
                let inner = &mut self.tabs[at].inner;
                inner.stopped = role != Role::Writer;
                if matches!(role, Role::Reader { .. }) {
                    assert!(!inner.own, "a tab with words of its own becomes no reader: {}", self.story());
                    inner.hand_over();
                }
                self.tabs[at].timer |= role == Role::Writer;
                self.note(
                    match role {
                        Role::Starting => "is starting",
                        Role::Writer => "is the writer",
                        Role::Reader { gone: false } => "is a reader",
                        Role::Reader { gone: true } => "finds the writer gone",
                        Role::Taking => "is taking over",
                        Role::Behind => "is behind",
                    },
                    me,
                );
            }
        }
    }

    fn lock(&mut self, at: usize, steal: bool) -> Event {
        let me = self.tabs[at].me;
        if !self.locks {
            return Event::NoLocks;
        }
        if !steal && self.holder.is_some_and(|holder| holder != me) {
            return Event::Taken;
        }
        let robbed = self.holder.replace(me).filter(|holder| *holder != me);
        if let Some(tab) = self.tabs.iter_mut().find(|tab| Some(tab.me) == robbed) {
            tab.inbox.push_back(In::Event(Event::Stolen));
        }
        Event::Held
    }

    pub(crate) fn unlock(&mut self, me: u64) {
        self.holder = self.holder.filter(|holder| *holder != me);
    }
}

pub(crate) fn write(disk: &mut Disk, batch: &Batch) -> Verdict {
    disk.write(&batch.write())
}

fn kept(value: String) -> Kept {
    Kept { name: String::new(), value, gone: Vec::new() }
}

pub(crate) fn inner(me: u64) -> Inner {
    Inner { me, ..Inner::default() }
}
