//! Keeps what was written: the one place where the record codec meets the browser's stores.
//!
//! Touched records go to the journal at most [`WAIT_MS`] after the change, at once when the page may be going. Where it may not
//! come to them in time they are left in the mirror as well: when the page may be going, when the journal fails or is slow, and
//! when all of it is replaced. 「保存済み」 is said only when the journal has everything, and nobody goes on typing.
//! May know: records, the stores. Must never know: screens, words.
//!
//! *Invariant:* nothing is written before [`Keeper::load`] has read what is there, and nothing at all over a record of a
//! newer format. A failure is kept in sight and tried again; it never reloads and never drops a pending record.

mod erase;
mod lead;
mod moments;
mod nothing;
mod pending;
mod read;
mod room;
mod waits;

pub use lead::Lead;
pub use room::Room;

use self::pending::{Batch, Earlier, Inner, Stood, WRITING};
use self::read::Gathered;
use crate::browser::journal::{Contents, Journal, has_room};
use crate::browser::{KeepError, mirror, page};
use crate::document::record::{Part, RecordKey};
use crate::document::{Binder, ItemId, Touched};
use crate::format;
use crate::history::Why;
use crate::signals::State;
use crate::tabs::Event;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

/// How long a change may wait for more of its kind.
const WAIT_MS: u64 = 250;
/// How long until a failed save is tried again.
const RETRY_MS: u64 = 3_000;
/// How long the journal may take to open before the page goes on without it.
const OPEN_MS: i32 = 4_000;

/// How saving stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was written yet.
    Nothing,
    /// Something waits to be saved.
    Unsaved,
    /// Somebody is writing, and all up to a generation is in the journal. With the time and the generation.
    SavedInPart(u64, u64),
    /// All of it is on its way at once, after a restore or a start over.
    Saving,
    /// All is in the journal. With the time and the generation.
    Saved(u64, u64),
    /// Another tab writes; this one is for reading.
    Reading,
    /// Nothing is kept, because that was chosen.
    Nowhere,
    /// It could not be saved. It is still in memory.
    Failed(KeepError),
}

/// Whether keeping works, as far as is known: from the first time that all was in the journal, until something fails.
pub type Works = Option<Result<(), KeepError>>;

/// Who is told what came of a write.
type Told = Rc<OnceCell<Box<dyn Fn(Event)>>>;

/// What was found at the start, besides the binder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Texts that could not be read, set aside.
    pub aside: Vec<String>,
    /// Whether what is stored was written by a newer program and is left alone.
    pub newer: bool,
    /// Whether there is a record from before a restore or a start over.
    pub has_before: bool,
}

/// Keeps one binder.
#[derive(Clone)]
pub struct Keeper {
    inner: Rc<RefCell<Inner>>,
    binder: State<Binder>,
    state: State<SaveState>,
    works: State<Works>,
    /// Who wants to know what came of a write.
    told: Told,
}

impl Keeper {
    /// Reads what is there, and begins to keep `binder`. How that stands is told to `state`, and to `works` when it begins to
    /// work or fails, which is seldom. `me` is this tab's number.
    ///
    /// Where `nothing` is to be kept, the stores are not even opened.
    pub async fn load(
        binder: State<Binder>,
        state: State<SaveState>,
        works: State<Works>,
        nothing: bool,
        me: u64,
    ) -> (Self, Found) {
        if nothing {
            return (Self::of_nothing(binder, state, works), Found::default());
        }
        let (journal, contents, failed) = match open().await {
            Ok((journal, contents)) => (Some(journal), contents, None),
            Err(error) => (None, Contents::default(), Some(error)),
        };
        let mut gathered = Gathered::of(&contents, true);
        let (newer, generation) = (gathered.newer, gathered.generation);
        let mut found = Found {
            newer,
            has_before: contents.moments.iter().any(|name| moments::is_from_before(name)),
            ..Found::default()
        };
        found.aside = if newer {
            contents.records.iter().map(|(_, text)| text.clone()).collect()
        } else {
            contents.aside.iter().chain(&gathered.damaged).cloned().collect()
        };
        let has_edition = gathered.binder.is_some() && !newer;
        if let Some(read) = gathered.binder.take() {
            binder.set(read);
        }
        // As it was found, where that is all there is.
        let earlier = (has_edition && gathered.pending.is_empty() && gathered.replaced.is_none()).then(|| {
            let texts = contents.records.iter().map(|(_, text)| text).filter(|text| !gathered.damaged.contains(text));
            let text = format::backup_as_found(texts.map(String::as_str), gathered.format, page::now());
            Earlier { text, generation, why: Why::Found }
        });
        let fresh = contents.records.is_empty() && gathered.pending.is_empty();
        let now = match failed {
            Some(error) => SaveState::Failed(error),
            None if fresh || newer => SaveState::Nothing,
            None if gathered.pending.is_empty() => SaveState::Saved(page::now(), generation),
            None => SaveState::Unsaved,
        };
        let mut inner = Inner {
            journal,
            torn: failed.is_some_and(KeepError::tears),
            mends: failed.is_none() && !contents.records.is_empty() && mirror::read(WRITING).is_some(),
            me,
            generation,
            acknowledged: contents.head,
            replace_all: gathered.replaces_all && !gathered.pending.is_empty(),
            pending: gathered.pending.clone(),
            earlier,
            has_edition,
            has_format: gathered.has_format,
            aside: gathered.damaged.clone(),
            stopped: newer,
            ..Inner::default()
        };
        gathered.note(&mut inner);
        if !contents.records.is_empty() {
            inner.mark();
        }
        let keeper = Self { inner: Rc::new(RefCell::new(inner)), binder, state, works, told: Rc::default() };
        if let Some((records, why)) = gathered.replaced.take() {
            keeper.keep_as_found(&records, gathered.format, why);
        }
        keeper.say(now);
        if keeper.inner.borrow().has_work() {
            keeper.wait(WAIT_MS);
        }
        keeper.tidy();
        (keeper, found)
    }

    /// Takes note of what a change touched.
    pub fn touched(&self, touched: Touched) {
        if touched.is_nothing() {
            return;
        }
        {
            let mut inner = self.inner.borrow_mut();
            if let Some(nothing) = &mut inner.nothing {
                nothing.unsaved = true;
                return;
            }
            inner.own = true;
            match touched {
                Touched::Records(keys) => {
                    for key in keys {
                        if !inner.pending.contains(&key) {
                            inner.pending.push(key);
                        }
                    }
                    // The edition's own record goes along with the first words written in it.
                    if !std::mem::replace(&mut inner.has_edition, true) {
                        let edition = self.binder.with_untracked(|b| b.open().id);
                        inner.pending.push(RecordKey::new(edition, Part::Edition));
                    }
                }
                Touched::Everything => {
                    inner.replace_all = true;
                    inner.has_edition = true;
                    inner.pending.clear();
                }
            }
        }
        if !matches!(self.state.get_untracked(), SaveState::Failed(_) | SaveState::Unsaved | SaveState::SavedInPart(..))
        {
            self.say(SaveState::Unsaved);
        }
        self.wait(WAIT_MS);
    }

    /// Takes note that something is about to go that may be wanted again.
    pub fn something_goes(&self) {
        let mut inner = self.inner.borrow_mut();
        if inner.earlier.is_none() {
            let generation = inner.generation;
            let text = self.binder.with_untracked(|binder| format::backup(binder, generation, page::now()));
            inner.earlier = Some(Earlier { text, generation, why: Why::Taken });
        }
    }

    /// The generation of the last write.
    pub fn generation(&self) -> u64 {
        self.inner.borrow().generation
    }

    /// Saves now what waits, and leaves it in the mirror with what is on its way: the page may be going.
    pub fn flush(&self) {
        if !self.saves_or_leaves() {
            let mut inner = self.inner.borrow_mut();
            inner.tidy_mirror();
            inner.ends_well();
        }
    }

    /// The same; whether there was anything.
    fn saves_or_leaves(&self) -> bool {
        let (work, on_its_way) = {
            let inner = self.inner.borrow();
            (inner.has_work(), !inner.unacknowledged.is_empty())
        };
        if work {
            self.save_and_leave();
        } else if on_its_way {
            self.leave();
        }
        work || on_its_way
    }

    /// Whether something waits that is not even on its way.
    pub fn has_work(&self) -> bool {
        self.inner.borrow().has_work()
    }

    /// Says how saving stands.
    fn say(&self, state: SaveState) {
        // What was on its way when it was chosen to keep nothing changes nothing about that.
        if self.inner.borrow().nothing.is_some() && state != SaveState::Nowhere {
            return;
        }
        self.state.set(state);
        let works = match state {
            SaveState::Saved(..) => Ok(()),
            SaveState::Failed(error) => Err(error),
            _ => return,
        };
        if self.works.get_untracked() != Some(works) {
            self.works.set(Some(works));
        }
    }

    /// Leaves in the mirror what is on its way.
    fn leave(&self) {
        if self.inner.borrow().unacknowledged.is_empty() {
            return;
        }
        let stood = Stood::look();
        self.inner.borrow_mut().leave(stood);
    }

    fn save(&self) {
        let fails = matches!(self.state.get_untracked(), SaveState::Failed(_));
        if fails || self.inner.borrow().replace_all {
            self.save_and_leave();
        } else {
            self.write_down(None);
        }
    }

    fn save_and_leave(&self) {
        self.write_down(Some(Stood::look()));
    }

    fn write_down(&self, mirror: Option<Stood>) {
        if self.inner.borrow().stopped {
            return;
        }
        let batch = self.binder.with_untracked(|binder| self.inner.borrow_mut().begin(binder, mirror));
        // A few words that are on their way are not saved yet, and that is what is said.
        if batch.replace_all && !matches!(self.state.get_untracked(), SaveState::Failed(_)) {
            self.say(SaveState::Saving);
        }
        let keeper = self.clone();
        page::later(async move {
            let result = keeper.write(&batch).await.map_err(in_the_light_of_the_mirror);
            keeper.finish(&batch, result);
        });
    }

    async fn write(&self, batch: &Batch) -> Result<(), KeepError> {
        let (journal, torn) = {
            let mut inner = self.inner.borrow_mut();
            inner.torn = inner.is_torn() || batch.mends;
            (inner.journal.take(), inner.torn)
        };
        let written = write_on(journal, torn, batch).await;
        let mut inner = self.inner.borrow_mut();
        match written {
            Ok(journal) => {
                (inner.journal, inner.torn) = (Some(journal), false);
                Ok(())
            }
            Err(error) => {
                inner.torn |= error.tears();
                Err(error)
            }
        }
    }

    fn finish(&self, batch: &Batch, result: Result<(), KeepError>) {
        let (more, on_its_way) = {
            let mut inner = self.inner.borrow_mut();
            inner.in_flight = false;
            if batch.turn != inner.turn {
                // Its words were let go of meanwhile.
                return;
            }
            match result {
                Ok(()) => {
                    batch.before.iter().for_each(|moment| inner.moment_is_kept(moment));
                    inner.acknowledge(batch.generation);
                    inner.mark();
                    inner.has_format = true;
                }
                Err(error) => {
                    inner.take_back(batch.clone());
                    inner.stopped = error == KeepError::Elsewhere;
                    inner.rewrite |= error == KeepError::Emptied;
                }
            }
            let (more, on_its_way) = (inner.has_work(), !inner.unacknowledged.is_empty());
            inner.own &= more || on_its_way;
            (more, on_its_way)
        };
        self.tidy();
        match result {
            Ok(()) => {
                // 「保存済み」 is said of everything or not at all.
                let typing = matches!(self.state.get_untracked(), SaveState::Unsaved | SaveState::SavedInPart(..));
                if more || on_its_way || typing {
                    self.say(SaveState::SavedInPart(page::now(), batch.generation));
                    self.calm_down();
                } else {
                    self.say(SaveState::Saved(page::now(), batch.generation));
                }
                if more {
                    self.wait(WAIT_MS);
                }
            }
            // Nothing is lost that is still in memory: all of it goes there again, at once.
            Err(KeepError::Emptied) => {
                self.leave();
                self.wait(0);
            }
            Err(error) => {
                self.leave();
                // A full disk closes the database, and the next tries only say that it can't be opened.
                let still_full = self.state.get_untracked() == SaveState::Failed(KeepError::Full);
                let error = if still_full && error == KeepError::Other { KeepError::Full } else { error };
                self.say(SaveState::Failed(error));
                self.wait(RETRY_MS);
            }
        }
        match result {
            Ok(()) => self.tell(Event::Saved),
            Err(KeepError::Elsewhere) => self.tell(Event::Refused),
            Err(_) => {}
        }
    }
}

/// Writes a batch in the journal, or in one that is opened anew. Where what is below it may be torn, it has to
/// begin anew first.
async fn write_on(journal: Option<Journal>, torn: bool, batch: &Batch) -> Result<Journal, KeepError> {
    let mut journal = journal;
    if torn {
        if let Some(old) = journal.take() {
            old.close();
        }
        if !has_room().await {
            return Err(KeepError::Full);
        }
    }
    let journal = match journal {
        Some(journal) => journal,
        None => Journal::open().await?,
    };
    let result = match if torn { journal.turn_over().await } else { Ok(()) } {
        Ok(()) => journal.write(&batch.write()).await,
        Err(error) => Err(error),
    };
    if let Err(error) = result {
        // The connection may be dead: the next write opens it anew.
        journal.close();
        return Err(error);
    }
    Ok(journal)
}

/// Opens and reads the journal, with a limit: a browser may leave the request unanswered.
async fn open() -> Result<(Journal, Contents), KeepError> {
    let late = page::after(OPEN_MS);
    let opened = async {
        let journal = Journal::open().await?;
        let contents = journal.read().await?;
        Ok((journal, contents))
    };
    page::first(opened, late).await.unwrap_or(Err(KeepError::Other)).map_err(in_the_light_of_the_mirror)
}

/// Where a browser blocks all storage, Chromium says of the journal only that something went wrong; the mirror tells.
fn in_the_light_of_the_mirror(error: KeepError) -> KeepError {
    match error {
        KeepError::Full | KeepError::Other if !mirror::is_open() => KeepError::Blocked,
        error => error,
    }
}

/// A fresh binder, for a start over and for the very first visit.
pub fn fresh_binder() -> Binder {
    Binder::new(ItemId(page::random()), page::now())
}
