//! One writer among the tabs of a browser: who writes, who reads, and what happens when that changes.
//!
//! A machine: it hears what happened and says what is to be done. It keeps no time, so that no clock can confuse it: it asks
//! for ticks and counts them. May know: generations, what tabs tell each other. Must never know: how they do it, records.
//!
//! Whoever reads asks the writer now and then; a writer by itself sends nothing and waits for nothing. Locks, where a browser
//! has them, and messages only make it pleasant: what keeps words from being written over is [`judge`], inside the journal's
//! own transaction.
//!
//! *Invariant:* a tab with words of its own that are not in the journal never becomes a reader: it saves them first, or it
//! is [`Role::Behind`] and offers both versions.

mod judge;
mod message;

pub use judge::{Claim, Verdict, judge};
pub use message::{Message, Word};

/// How long a tab waits for the writer to say that it is there, where there are no locks.
pub const ASK_MS: u32 = 300;
/// How often a reader asks the writer how far it is.
pub const BEAT_MS: u32 = 2_000;
/// After how many questions without an answer the writer counts as gone.
pub const SILENCE: u8 = 3;
/// How long a writer may take to save what it has and step back. After that the other goes ahead without it.
pub const YIELD_MS: u32 = 1_500;

/// What a tab is, as a person sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It isn't known yet. Nothing is written until it is.
    Starting,
    /// It writes.
    Writer,
    /// Another one writes; `gone` where that one doesn't answer any more.
    Reader {
        /// Whether the writer seems to be gone.
        gone: bool,
    },
    /// It is about to write, and waits for the other one.
    Taking,
    /// Another one has written something newer than what this one's own words stand on.
    Behind,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The lock is ours.
    Held,
    /// Another tab has the lock.
    Taken,
    /// This browser has no locks here.
    NoLocks,
    /// The lock that was ours was taken away.
    Stolen,
    /// Another tab said something.
    Said(Message),
    /// The time that was asked for is over, by its number.
    Tick(u32),
    /// A write is in the journal.
    Saved,
    /// A write was refused: somebody else's stands there.
    Refused,
    /// The newest was read and a mark set that no older write comes by.
    Claimed,
    /// That could not be done.
    NotClaimed,
    /// The person wants to write here.
    Take,
    /// The person wants this tab's own words to count.
    TakeOwn,
    /// The person wants the words that are stored.
    LetGo,
    /// The page is looked at again: it may have slept.
    Seen,
    /// The page goes.
    Leaving,
    /// The page came back, as it had gone.
    Back,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Do {
    /// Ask for the lock; `true` takes it away from whoever has it. Answer with `Held`, `Taken` or `NoLocks`.
    Lock(bool),
    /// Give the lock back.
    Release,
    /// Tell the others.
    Say(Word),
    /// Come back with this tick in so many milliseconds.
    Wait(u32, u32),
    /// Show what the journal has, unless there are words of its own by then.
    Read,
    /// Let go of one's own words.
    Drop,
    /// Read what the journal has, show it, and write a mark. Answer with `Claimed` or `NotClaimed`.
    Claim,
    /// Read what the journal has, keep it as the record from before, and write one's own words in its place.
    Own,
    /// Leave one's own words where whoever writes next sets them aside: the page goes.
    Rescue,
    /// Save what waits. Answer with `Saved` or `Refused`, also where nothing waits.
    Save,
    /// The same, and before it take up what stands in a line and was not added yet: this tab may not write any more.
    Flush,
    /// This is what the tab is now.
    Be(Role),
}

/// How this tab stands with the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    /// The generation that it knows to be in the journal.
    pub head: u64,
    /// Whether it has words of its own that are not known to be there.
    pub unsaved: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Starting,
    Writer,
    /// Saves what it has, then steps back; for that tab, where one has asked.
    Yielding(Option<u64>),
    Reader(u8),
    /// Waits for the other to step back. Whether its own words are to count then.
    Taking(bool),
    /// Takes the lock, or reads and writes its mark.
    Claiming(bool),
    Behind,
    Away,
}

/// The machine of one tab.
#[derive(Clone, Debug)]
pub struct Tabs {
    me: u64,
    state: State,
    tick: u32,
    /// Whether anybody listens.
    others: bool,
    /// Whether the browser has locks here, as far as is known.
    locks: bool,
    /// Whether it has been here before: what it shows may be old.
    again: bool,
}

impl Tabs {
    /// A tab that knows nothing yet. It begins with the answer to a first request for the lock.
    pub fn new(me: u64) -> Self {
        Self { me, state: State::Starting, tick: 0, others: false, locks: true, again: false }
    }

    /// What the tab is.
    pub fn role(&self) -> Role {
        match self.state {
            State::Starting | State::Away => Role::Starting,
            State::Writer | State::Yielding(_) => Role::Writer,
            State::Reader(silent) => Role::Reader { gone: silent >= SILENCE },
            State::Taking(_) | State::Claiming(_) => Role::Taking,
            State::Behind => Role::Behind,
        }
    }

    /// Hears what happened, and says what is to be done.
    pub fn hear(&mut self, event: Event, stand: Stand) -> Vec<Do> {
        let before = self.role();
        if let Event::Said(message) = event {
            if message.from == self.me {
                return Vec::new();
            }
            self.others = true;
        }
        if event == Event::NoLocks {
            self.locks = false;
        }
        let mut out = match event {
            Event::Leaving => self.leave(stand),
            Event::Back if self.state == State::Away => self.come_back(),
            Event::Tick(tick) if tick != self.tick => Vec::new(),
            _ => self.step(event, stand),
        };
        let now = self.role();
        if now != before {
            // Before anything else: what is read or written next depends on it. Only what goes along with the part that the
            // tab had comes first.
            let first = match out.first() {
                Some(Do::Drop) => true,
                Some(Do::Flush) => event == Event::Leaving,
                _ => false,
            };
            out.insert(usize::from(first), Do::Be(now));
        }
        out
    }

    fn step(&mut self, event: Event, stand: Stand) -> Vec<Do> {
        match (self.state, event) {
            (State::Starting, Event::Held) => self.write(stand),
            (State::Starting, Event::Taken) => self.step_back(stand),
            (State::Starting, Event::NoLocks) => {
                let wait = self.wait(ASK_MS);
                vec![Do::Say(Word::Ask), wait]
            }
            (State::Starting, Event::Said(Message { word: Word::Writing(_), .. })) if !self.locks => {
                self.step_back(stand)
            }
            (State::Starting, Event::Tick(_)) if !self.locks => self.write(stand),
            (State::Writer | State::Yielding(_), _) => self.as_writer(event, stand),
            (State::Reader(silent), _) => self.as_reader(silent, event, stand),
            (State::Taking(_) | State::Claiming(_), _) => self.as_taker(event, stand),
            (State::Behind, Event::TakeOwn) => self.take(true),
            (State::Behind, Event::LetGo) => {
                let mut out = vec![Do::Drop];
                out.extend(self.read_on());
                out
            }
            _ => Vec::new(),
        }
    }

    fn as_writer(&mut self, event: Event, stand: Stand) -> Vec<Do> {
        let yielding = matches!(self.state, State::Yielding(_));
        match event {
            Event::Said(Message { word: Word::Ask, .. }) => vec![Do::Say(Word::Writing(stand.head))],
            Event::Said(Message { word: Word::Yield, from }) => self.yield_to(Some(from)),
            Event::Stolen if !yielding => self.yield_to(None),
            // Somebody else who writes will answer.
            Event::Seen if !yielding => vec![Do::Say(Word::Ask)],
            Event::Said(Message { word: Word::Writing(head), from }) => self.meet(from, head, stand),
            Event::Saved if yielding && !stand.unsaved => self.step_back(stand),
            Event::Saved if self.others && !yielding => vec![Do::Say(Word::Writing(stand.head))],
            // What was refused was somebody else's, found when the page was opened, and is kept aside.
            Event::Refused if !stand.unsaved => self.step_back(stand),
            Event::Refused => {
                let State::Yielding(Some(to)) = self.state else { return self.fall_behind() };
                let mut out = self.fall_behind();
                out.push(Do::Say(Word::Yielded(to)));
                out
            }
            _ => Vec::new(),
        }
    }

    /// Another one says that it writes, too.
    fn meet(&mut self, from: u64, head: u64, stand: Stand) -> Vec<Do> {
        if stand.unsaved {
            // The journal decides.
            return if head > stand.head { vec![Do::Flush] } else { vec![Do::Say(Word::Writing(stand.head))] };
        }
        // A lock that is ours says that an equal is late with its news.
        if head > stand.head || head == stand.head && from < self.me && !self.locks {
            return self.step_back(stand);
        }
        vec![Do::Say(Word::Writing(stand.head))]
    }

    fn as_reader(&mut self, silent: u8, event: Event, stand: Stand) -> Vec<Do> {
        match event {
            Event::Tick(_) => {
                self.state = State::Reader((silent + 1).min(SILENCE));
                let wait = self.wait(BEAT_MS);
                let mut out = vec![Do::Say(Word::Ask), wait];
                if silent + 1 == SILENCE {
                    // What it wrote last was perhaps not heard of.
                    out.push(Do::Read);
                }
                out
            }
            Event::Said(Message { word: Word::Writing(head), .. }) => {
                self.state = State::Reader(0);
                if head == stand.head { Vec::new() } else { vec![Do::Read] }
            }
            Event::Said(Message { word: Word::Gone, .. }) => {
                self.state = State::Reader(SILENCE);
                vec![Do::Read]
            }
            Event::Seen => vec![Do::Say(Word::Ask), Do::Read],
            Event::Take => self.take(false),
            _ => Vec::new(),
        }
    }

    fn as_taker(&mut self, event: Event, stand: Stand) -> Vec<Do> {
        match (self.state, event) {
            (State::Taking(own), Event::Said(Message { word: Word::Yielded(to), .. })) if to == self.me => {
                self.go_ahead(own)
            }
            (State::Taking(own), Event::Tick(_)) => self.go_ahead(own),
            (State::Claiming(own), Event::Held | Event::NoLocks) => vec![if own { Do::Own } else { Do::Claim }],
            (State::Claiming(true), Event::Claimed) => {
                // Its own words are on their way; they are judged like any others.
                self.state = State::Writer;
                vec![Do::Save]
            }
            (State::Claiming(_), Event::Claimed) => {
                self.state = State::Writer;
                vec![Do::Say(Word::Writing(stand.head))]
            }
            (State::Claiming(true), Event::NotClaimed | Event::Stolen | Event::Taken) => self.fall_behind(),
            (State::Claiming(_), Event::NotClaimed | Event::Stolen | Event::Taken) => self.step_back(stand),
            _ => Vec::new(),
        }
    }

    fn take(&mut self, own: bool) -> Vec<Do> {
        if matches!(self.state, State::Reader(SILENCE..)) {
            return self.go_ahead(own);
        }
        self.state = State::Taking(own);
        let wait = self.wait(YIELD_MS);
        vec![Do::Say(Word::Yield), wait]
    }

    fn go_ahead(&mut self, own: bool) -> Vec<Do> {
        self.state = State::Claiming(own);
        vec![Do::Lock(true)]
    }

    fn write(&mut self, stand: Stand) -> Vec<Do> {
        self.state = State::Writer;
        // What it shows may be old. Words of its own are judged when they are written; those of a line are still being written.
        vec![if self.again && !stand.unsaved { Do::Read } else { Do::Save }]
    }

    fn yield_to(&mut self, to: Option<u64>) -> Vec<Do> {
        self.state = State::Yielding(to);
        // Also where nothing is known to wait: a line may hold words that are not added yet.
        vec![Do::Flush]
    }

    /// Becomes a reader, unless words of its own are at stake.
    fn step_back(&mut self, stand: Stand) -> Vec<Do> {
        if stand.unsaved {
            return self.fall_behind();
        }
        self.read_on()
    }

    fn read_on(&mut self) -> Vec<Do> {
        let to = if let State::Yielding(Some(to)) = self.state { Some(to) } else { None };
        self.state = State::Reader(0);
        self.again = true;
        let wait = self.wait(BEAT_MS);
        let word = to.map_or(Word::Ask, Word::Yielded);
        vec![Do::Release, wait, Do::Say(word), Do::Read]
    }

    fn fall_behind(&mut self) -> Vec<Do> {
        self.state = State::Behind;
        vec![Do::Release]
    }

    fn leave(&mut self, stand: Stand) -> Vec<Do> {
        let before = std::mem::replace(&mut self.state, State::Away);
        // Whatever it waits for is over.
        self.tick = self.tick.wrapping_add(1);
        match before {
            // Also where the page has saved a moment ago: Firefox may end one listener when it closes a tab.
            State::Writer | State::Yielding(_) => vec![Do::Flush, Do::Release, Do::Say(Word::Gone)],
            // There is no time left to find out who writes: the journal judges what was written in the first moment.
            State::Starting if stand.unsaved => {
                vec![Do::Be(Role::Writer), Do::Flush, Do::Be(Role::Starting), Do::Release]
            }
            // Its words have no other place any more.
            State::Behind => {
                self.state = before;
                vec![Do::Rescue]
            }
            State::Taking(true) | State::Claiming(true) => vec![Do::Rescue, Do::Release],
            _ => vec![Do::Release],
        }
    }

    fn come_back(&mut self) -> Vec<Do> {
        self.state = State::Starting;
        self.again = true;
        vec![Do::Lock(false)]
    }

    fn wait(&mut self, ms: u32) -> Do {
        self.tick = self.tick.wrapping_add(1);
        Do::Wait(ms, self.tick)
    }
}
