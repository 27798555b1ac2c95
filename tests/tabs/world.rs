//! Tabs on one disk, and chance: what may happen in a browser happens here in any order.
//! Knows the machine, the keeper's parts and the disk; screens are not its business.

use crate::browser::journal::{Disk, Write};
use crate::browser::mirror;
use crate::dice::Dice;
use crate::keeping::{inner, write};
use crate::pending::{Batch, Inner, MIRROR};
use crate::read::Gathered;
use crate::seen::Seen;
use aritai::document::{Binder, Change, Path, sheet, wish};
use aritai::format::backup;
use aritai::tabs::{Claim, Event, Message, Role, Tabs, Verdict};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Something a tab has asked the browser to do.
pub(crate) enum Op {
    Lock(bool),
    Read,
    Claim(bool, u32),
    Mark(Gathered, u32),
    Write(Batch),
}

/// Something that has happened, and waits until the tab has a turn.
pub(crate) enum In {
    Event(Event),
    /// The lock is given, or not, in the same turn in which the tab hears of it.
    Lock(bool),
    Read(Gathered),
    Claim(bool, Gathered, u32),
    Marked(Verdict, Gathered, u32),
    Wrote(Batch, Verdict),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Life {
    Awake,
    Frozen,
    /// In the browser's memory of pages.
    Away,
}

pub(crate) struct Tab {
    pub(crate) me: u64,
    pub(crate) life: Life,
    pub(crate) begun: bool,
    pub(crate) machine: Tabs,
    pub(crate) inner: Inner,
    pub(crate) binder: Binder,
    pub(crate) ops: VecDeque<Op>,
    pub(crate) inbox: VecDeque<In>,
    pub(crate) ticks: Vec<u32>,
    /// Which of its tries to take over counts.
    pub(crate) claim: u32,
    /// What it was told to save, at some time.
    pub(crate) timer: bool,
    /// What was said in it that is not known to be in the journal.
    pub(crate) open: BTreeSet<String>,
}

pub(crate) struct World {
    pub(crate) seed: u64,
    pub(crate) dice: Dice,
    pub(crate) most: usize,
    pub(crate) locks: bool,
    pub(crate) disk: Disk,
    pub(crate) flushed: BTreeMap<String, String>,
    pub(crate) holder: Option<u64>,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) post: Vec<(u64, Message)>,
    pub(crate) files: Vec<String>,
    /// Everything that was ever said and has to be somewhere.
    pub(crate) said: BTreeSet<String>,
    pub(crate) count: u32,
    pub(crate) log: Vec<String>,
    pub(crate) settled: bool,
    pub(crate) seen: Seen,
}

fn leaves() -> [Path; 3] {
    [wish::SCENE.alone(), sheet::NAME.alone(), sheet::DEPARTMENT.alone()]
}

impl World {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        mirror::put_back(BTreeMap::new());
        let (most, locks) = (2 + dice.below(2), !dice.one_in(2));
        let mut world = Self {
            seed,
            dice,
            most,
            locks,
            disk: Disk::default(),
            flushed: BTreeMap::new(),
            holder: None,
            tabs: Vec::new(),
            post: Vec::new(),
            files: Vec::new(),
            said: BTreeSet::new(),
            count: 0,
            log: Vec::new(),
            settled: false,
            seen: Seen::default(),
        };
        world.open();
        world
    }

    pub(crate) fn note(&mut self, what: &'static str, tab: u64) {
        self.seen.note(what);
        self.log.push(format!("{tab} {what}"));
    }

    fn open(&mut self) {
        self.count += 1;
        let me = u64::from(self.count) * 10 + self.dice.below(9) as u64 + 1;
        let binder = Binder::new(self.dice.id(), 1);
        let mut tab = Tab {
            me,
            life: Life::Awake,
            begun: false,
            machine: Tabs::new(me),
            inner: inner(me),
            binder,
            ops: VecDeque::new(),
            inbox: VecDeque::new(),
            ticks: Vec::new(),
            claim: 0,
            timer: false,
            open: BTreeSet::new(),
        };
        tab.ops.push_back(Op::Lock(false));
        self.tabs.push(tab);
        self.note("opens", me);
    }

    /// One thing happens.
    pub(crate) fn step(&mut self) {
        if self.tabs.is_empty() || self.tabs.len() < self.most && self.dice.one_in(8) {
            self.open();
            return;
        }
        let at = self.dice.below(self.tabs.len());
        match self.dice.below(120) {
            0 => self.kill(at),
            1 => self.kill_browser(),
            2 => self.close(at, false),
            3 => self.close(at, true),
            4..=5 if self.tabs[at].life == Life::Awake => self.tabs[at].life = Life::Frozen,
            6..=13 => self.wake(at),
            14..=35 => self.edit(at),
            36..=49 => self.timer(at),
            50..=57 => self.tick(at),
            58..=71 => self.deliver(),
            72..=79 => self.press(at),
            80 => self.flushed = mirror::copy(),
            81..=98 => self.browser_works(at),
            _ => self.turn(at),
        }
    }

    // ── What a person and the browser do ────────────────────────────────────────────────────────────────────────

    fn edit(&mut self, at: usize) {
        let tab = &self.tabs[at];
        let writes = matches!(tab.machine.role(), Role::Starting | Role::Writer | Role::Behind);
        if tab.life != Life::Awake || !tab.begun || !writes {
            return;
        }
        self.count += 1;
        let (word, path) = (format!("«{}»", self.count), self.dice.pick(&leaves()));
        let tab = &mut self.tabs[at];
        let text = format!("{}{word}", tab.binder.document().text(path));
        let applied = tab.binder.apply(Change::Wrote(path, text));
        let aritai::document::Touched::Records(keys) = applied.touched else { panic!("records") };
        // As `Keeper::touched`.
        tab.inner.own = true;
        for key in keys {
            if !tab.inner.pending.contains(&key) {
                tab.inner.pending.push(key);
            }
        }
        if !std::mem::replace(&mut tab.inner.has_edition, true) {
            let edition = tab.binder.open().id;
            tab.inner
                .pending
                .push(aritai::document::record::RecordKey::new(edition, aritai::document::record::Part::Edition));
        }
        tab.timer |= !tab.inner.stopped;
        tab.open.insert(word.clone());
        self.said.insert(word.clone());
        let me = self.tabs[at].me;
        self.log.push(format!("{me} types {word}"));
        self.seen.note("types");
    }

    fn press(&mut self, at: usize) {
        let tab = &self.tabs[at];
        if tab.life != Life::Awake || !tab.begun {
            return;
        }
        let me = tab.me;
        match tab.machine.role() {
            Role::Reader { .. } => {
                self.note("takes over", me);
                self.hear(at, Event::Take);
            }
            Role::Behind if self.dice.one_in(2) => {
                self.note("goes on with its own", me);
                self.hear(at, Event::TakeOwn);
            }
            Role::Behind => {
                self.note("opens what is stored", me);
                let file = backup(&self.tabs[at].binder, 0, 1);
                self.files.push(file);
                self.hear(at, Event::LetGo);
            }
            _ => {
                self.hear(at, Event::Seen);
            }
        }
    }

    /// The tab dies: what it had not been told to be saved may be lost with it.
    fn kill(&mut self, at: usize) {
        let mut tab = self.tabs.remove(at);
        self.note("is killed", tab.me);
        self.unlock(tab.me);
        // What was under way may still come through.
        let through = self.dice.below(tab.ops.len() + 1);
        for op in tab.ops.drain(..).take(through) {
            if let Op::Write(batch) = op {
                let verdict = write(&mut self.disk, &batch);
                self.log.push(format!("{} writes {} at its end: {verdict:?}", tab.me, batch.generation));
            }
        }
        for word in tab.open {
            self.said.remove(&word);
        }
    }

    /// All of them die, and the mirror is as far as the disk has it.
    fn kill_browser(&mut self) {
        if !self.dice.one_in(4) {
            return;
        }
        self.seen.note("the browser is killed");
        while !self.tabs.is_empty() {
            self.kill(0);
        }
        self.post.clear();
        if self.dice.one_in(2) {
            // Who closed with words that only the mirror had, a moment ago, is told of no saving.
            mirror::put_back(self.flushed.clone());
            let lost: Vec<String> = self.said.iter().filter(|word| !self.is_stored(word)).cloned().collect();
            let kept = mirror::copy();
            for word in lost.iter().filter(|word| !kept.values().any(|text| text.contains(word.as_str()))) {
                self.said.remove(word);
            }
        }
    }

    fn close(&mut self, at: usize, may_return: bool) {
        if self.tabs[at].life != Life::Awake || !self.tabs[at].begun {
            return;
        }
        // As `on_leaving`, unless Firefox ends that listener: then the next one is all there is.
        if self.dice.one_in(3) {
            self.seen.note("a listener is ended");
        } else {
            self.flush(at);
        }
        self.hear(at, Event::Leaving);
        let me = self.tabs[at].me;
        if may_return {
            self.tabs[at].life = Life::Away;
            self.note("goes away", me);
        } else {
            self.note("is closed", me);
            let tab = self.tabs.remove(at);
            self.unlock(me);
            // What was begun is taken through or rolled back; the mirror has it.
            let through = self.dice.below(tab.ops.len() + 1);
            for op in tab.ops.into_iter().take(through) {
                if let Op::Write(batch) = op {
                    let verdict = write(&mut self.disk, &batch);
                    self.log.push(format!("{me} writes {} at its end: {verdict:?}", batch.generation));
                }
            }
        }
    }

    fn wake(&mut self, at: usize) {
        match std::mem::replace(&mut self.tabs[at].life, Life::Awake) {
            Life::Away => self.hear(at, Event::Back),
            Life::Frozen => self.hear(at, Event::Seen),
            Life::Awake => return,
        }
        let me = self.tabs[at].me;
        self.note("wakes", me);
    }

    fn tick(&mut self, at: usize) {
        let tab = &mut self.tabs[at];
        if tab.life == Life::Awake && !tab.ticks.is_empty() {
            let which = self.dice.below(tab.ticks.len());
            let tick = tab.ticks.remove(which);
            self.hear(at, Event::Tick(tick));
        }
    }

    fn deliver(&mut self) {
        if self.post.is_empty() {
            return;
        }
        let which = self.dice.below(self.post.len());
        let (to, message) = self.post.remove(which);
        if self.dice.one_in(8) {
            self.seen.note("a message is lost");
            return;
        }
        if let Some(tab) = self.tabs.iter_mut().find(|tab| tab.me == to && tab.life != Life::Away) {
            tab.inbox.push_back(In::Event(Event::Said(message)));
        }
    }

    /// The browser does the next thing that a tab has asked for.
    fn browser_works(&mut self, at: usize) {
        let me = self.tabs[at].me;
        let Some(op) = self.tabs[at].ops.pop_front() else { return };
        let done = match op {
            Op::Lock(steal) => In::Lock(steal),
            Op::Read => In::Read(Gathered::of(&self.disk.read(), false)),
            Op::Claim(own, number) => In::Claim(own, Gathered::of(&self.disk.read(), true), number),
            Op::Mark(on, number) => {
                let write = Write {
                    claim: Claim { me: !me, expected: on.head, known: on.head, whole: false },
                    head: on.generation + 1,
                    format: None,
                    records: &[],
                    replace_all: false,
                    before: None,
                    aside: &on.damaged,
                };
                let verdict = self.disk.write(&write);
                self.log.push(format!("{me} marks {}: {verdict:?}", on.generation + 1));
                In::Marked(verdict, on, number)
            }
            Op::Write(batch) => {
                let verdict = write(&mut self.disk, &batch);
                self.log.push(format!("{me} writes {}: {verdict:?}", batch.generation));
                In::Wrote(batch, verdict)
            }
        };
        self.tabs[at].inbox.push_back(done);
    }

    // ── What must hold ──────────────────────────────────────────────────────────────────────────────────────────

    pub(crate) fn is_stored(&self, word: &str) -> bool {
        let has = |text: &String| text.contains(word);
        self.disk.records.values().any(has)
            || self.disk.before.iter().any(has)
            || self.disk.aside.iter().any(has)
            || self.files.iter().any(has)
    }

    /// Everybody wakes, every message comes through, everything that was begun is ended. Then every word is somewhere.
    pub(crate) fn settle(&mut self) {
        for at in 0..self.tabs.len() {
            self.wake(at);
        }
        for round in 0..60 {
            self.settled = round > 8;
            for at in 0..self.tabs.len() {
                if round == 8 {
                    // Somebody looks at each of them.
                    self.hear(at, Event::Seen);
                }
                while !self.tabs[at].ops.is_empty() {
                    self.browser_works(at);
                }
                while !self.tabs[at].inbox.is_empty() {
                    self.turn(at);
                }
                self.timer(at);
                if let Some(tick) = self.tabs[at].ticks.pop() {
                    self.hear(at, Event::Tick(tick));
                }
            }
            for (to, message) in std::mem::take(&mut self.post) {
                if let Some(tab) = self.tabs.iter_mut().find(|tab| tab.me == to) {
                    tab.inbox.push_back(In::Event(Event::Said(message)));
                }
            }
        }
        let next = Gathered::of(&self.disk.read(), true);
        let texts = |binder: &Binder| leaves().map(|path| binder.document().text(path).to_owned()).concat();
        let shown: String = next.binder.iter().map(texts).collect();
        for word in &self.said {
            let beside =
                self.tabs.iter().any(|tab| tab.machine.role() == Role::Behind && texts(&tab.binder).contains(word));
            let found =
                beside || self.is_stored(word) || shown.contains(word) || next.damaged.iter().any(|t| t.contains(word));
            assert!(found, "{word} is nowhere: {}", self.story());
        }
        let writers = self.tabs.iter().filter(|tab| tab.machine.role() == Role::Writer).count();
        assert!(writers <= 1, "{writers} writers: {}", self.story());
        let stored = Gathered::of(&self.disk.read(), false).binder;
        for tab in &self.tabs {
            let role = tab.machine.role();
            assert!(!tab.inner.own || role == Role::Behind, "{} is stuck, {role:?}: {}", tab.me, self.story());
            // A writer that knows nothing of another one's last write is refused when it writes on.
            let writes_on = role == Role::Writer && tab.inner.acknowledged == self.disk.head;
            if writes_on || matches!(role, Role::Reader { .. }) {
                let stored = stored.as_ref().map(texts).unwrap_or_default();
                assert_eq!(texts(&tab.binder), stored, "{} shows what is stored: {}", tab.me, self.story());
            }
        }
    }

    pub(crate) fn story(&self) -> String {
        let tabs: Vec<_> =
            self.tabs.iter().map(|t| (t.me, t.life, t.machine.role(), t.inner.own, t.inner.acknowledged)).collect();
        format!(
            "seed {}, locks {}\n{}\n{tabs:?}\nhead {} by {}, mirror {:?}",
            self.seed,
            self.locks,
            self.log.join("\n"),
            self.disk.head,
            self.disk.writer,
            mirror::read(MIRROR)
        )
    }
}
