//! What waits to be saved: gathered, encoded as one batch, and left in the mirror where the journal may not come to it.
//!
//! May know: records, the mirror. Must never know: signals, the clock, when to save.

use crate::browser::journal::{Journal, Kept, Write};
use crate::browser::mirror;
use crate::document::Binder;
use crate::document::record::RecordKey;
use crate::format::{self, By, FORMAT, Mirrored, Record};
use crate::history::Why;
use crate::tabs::Claim;

pub(super) const MIRROR: &str = "mirror";
/// What was found in the mirror of another tab, until the journal has set it aside.
pub(super) const RESCUED: &str = "rescued";
/// Says that something was written on this device, and no word of it: the page then shows no empty field before the program
/// is there (`src/bin/seal/first.js`).
pub(super) const WRITTEN: &str = "written";
/// Says that writing has begun and has not come to a good end yet: the browser may have died on a full disk.
/// It is written while there is room, for on a full disk nothing is.
pub(super) const WRITING: &str = "writing";
/// What was written before the program was there, until it is the program's. Only `first.js` writes it.
pub(super) const EARLY: &str = "early";

#[allow(
    clippy::struct_excessive_bools,
    reason = "each says something of its own about a write that is under way or not"
)]
#[derive(Default)]
pub(super) struct Inner {
    pub(super) journal: Option<Journal>,
    /// Whether the browser could not open or write it. Then what is below the journal has to begin anew before
    /// the next write.
    pub(super) torn: bool,
    /// This tab, by its number.
    pub(super) me: u64,
    /// The generation of the last write that was begun.
    pub(super) generation: u64,
    /// The generation of the last write that the journal acknowledged.
    pub(super) acknowledged: u64,
    /// Whether there is anything of this tab's own that is not known to be in the journal.
    pub(super) own: bool,
    /// Whose writes this tab has read in the journal, and up to which generation: mirrors of theirs are behind that.
    pub(super) seen: Vec<(u64, u64)>,
    /// What this tab has left for the others of what it rescued.
    pub(super) rescued: String,
    /// The generation that sets aside what was rescued; 0 where nothing was.
    pub(super) rescued_at: u64,
    /// Whose mirror it has taken over, up to which generation.
    pub(super) adopted: (u64, u64),
    /// Counts how often all that waited was let go of.
    pub(super) turn: u32,
    /// Whether what is shown is not what the journal has at the generation that is known.
    pub(super) stale: bool,
    /// What is to be encoded: touched since the last write began.
    pub(super) pending: Vec<RecordKey>,
    pub(super) replace_all: bool,
    /// Whether everything is to be written again, because the journal was emptied underneath.
    pub(super) rewrite: bool,
    pub(super) before: Option<Kept>,
    /// The names of the moments that are kept.
    pub(super) moments: Vec<String>,
    /// What was there before it changed, and its generation, until it is a moment.
    pub(super) earlier: Option<Earlier>,
    /// What was written, one of each key.
    pub(super) unacknowledged: Vec<Unacknowledged>,
    /// The generation of those that replaces all that the journal holds; 0 where none does.
    pub(super) replaced_at: u64,
    /// The generation that stands in the mirror; 0 where nothing does.
    pub(super) mirrored: u64,
    /// Whether the journal holds the open edition's own record, or it is pending.
    pub(super) has_edition: bool,
    /// How it stands where nothing is to be kept.
    pub(super) nothing: Option<Nothing>,
    /// How often everything was erased: what was on its way then is not kept.
    pub(super) times_erased: u32,
    /// Whether the journal names the format of its records.
    pub(super) has_format: bool,
    pub(super) aside: Vec<String>,
    pub(super) waiting: bool,
    /// Whether [`WRITTEN`] says what it is to say.
    pub(super) marked: bool,
    /// Whether [`WRITING`] is this tab's.
    pub(super) begun: bool,
    /// Whether the last one to write came to no good end. Then what is below the journal has to begin anew, also
    /// where there is nothing to write: opening it has gone on behind a line that may be cut off.
    pub(super) mends: bool,
    /// Whether it is looked in a moment whether somebody still types.
    pub(super) calming: bool,
    /// Whether the mirror is looked after in a while.
    pub(super) tidying: bool,
    pub(super) in_flight: bool,
    /// No writing at all: a newer format is stored, or another tab is ahead, or all was erased.
    pub(super) stopped: bool,
}

/// Nothing is kept.
#[derive(Clone, Copy)]
pub(super) struct Nothing {
    /// Whether there are words that are in no file either.
    pub(super) unsaved: bool,
}

/// What may become a moment: a backup as text.
pub(super) struct Earlier {
    pub(super) text: String,
    pub(super) generation: u64,
    pub(super) why: Why,
}

/// What stood in the mirror. It is read ahead, with nothing held: Firefox may end whatever runs while a tab is being closed, most
/// of all where it waits for storage, and what is held then stays held: the next one to save in that moment would find a locked
/// door.
pub(super) struct Stood(Option<String>);

impl Stood {
    pub(super) fn look() -> Self {
        Self(mirror::read(MIRROR))
    }
}

/// An encoded record that the journal has not acknowledged.
pub(super) struct Unacknowledged {
    key: String,
    pub(super) generation: u64,
    text: String,
}

/// One write, from its beginning to its acknowledgement.
#[derive(Clone)]
pub(super) struct Batch {
    pub(super) turn: u32,
    pub(super) claim: Claim,
    pub(super) generation: u64,
    pub(super) format: Option<u32>,
    pub(super) keys: Vec<RecordKey>,
    pub(super) records: Vec<(String, Option<String>)>,
    pub(super) replace_all: bool,
    pub(super) rewrite: bool,
    pub(super) before: Option<Kept>,
    pub(super) aside: Vec<String>,
    /// Whether what is below the journal has to begin anew, whatever is written.
    pub(super) mends: bool,
}

impl Batch {
    /// What the journal is to do.
    pub(super) fn write(&self) -> Write<'_> {
        Write {
            claim: self.claim,
            head: self.generation,
            format: self.format,
            records: &self.records,
            replace_all: self.replace_all,
            before: self.before.as_ref(),
            aside: &self.aside,
        }
    }
}

impl Inner {
    pub(super) fn has_work(&self) -> bool {
        !self.pending.is_empty() || self.replace_all || self.mends || !self.aside.is_empty()
    }

    /// Whether what is below the journal has to begin anew.
    pub(super) fn is_torn(&self) -> bool {
        self.torn || self.journal.as_ref().is_some_and(Journal::is_closed)
    }

    /// Takes what waits; and where it was looked what stands in the mirror, leaves it there too.
    pub(super) fn begin(&mut self, binder: &Binder, mirror: Option<Stood>) -> Batch {
        if !self.begun {
            self.begun = mirror::write(WRITING, "1").is_ok();
        }
        let expected = self.generation;
        self.generation += 1;
        let keys = std::mem::take(&mut self.pending);
        let replace_all = std::mem::take(&mut self.replace_all);
        // What stands here and not in the journal was somebody else's, from the mirror: it goes along.
        let stale = self.stale && self.own;
        self.stale &= !stale;
        let rewrite = std::mem::take(&mut self.rewrite) || stale && !replace_all;
        let touched = keys.iter().map(|key| Record::of(binder, key, self.generation));
        let encoded: Vec<Record> = if replace_all {
            self.unacknowledged.clear();
            format::records(binder, self.generation)
        } else if rewrite {
            let gone = touched.filter(|record| record.body.is_none());
            gone.chain(format::records(binder, self.generation)).collect()
        } else {
            touched.collect()
        };
        let mut records = Vec::with_capacity(encoded.len());
        for record in encoded {
            // A record that is gone is mirrored too, so that it doesn't come back from the journal.
            let text = record.encode();
            self.unacknowledged.retain(|waits| waits.key != record.key);
            let waits = Unacknowledged { key: record.key.clone(), generation: self.generation, text: text.clone() };
            self.unacknowledged.push(waits);
            records.push((record.key, record.body.is_some().then_some(text)));
        }
        self.in_flight = true;
        if replace_all {
            self.replaced_at = self.generation;
        }
        if let Some(stood) = mirror {
            // What is saved from there goes along with this write.
            self.save_from_mirror(stood, self.generation);
            self.write_mirror();
        }
        Batch {
            turn: self.turn,
            claim: Claim { me: self.me, expected, known: self.acknowledged, whole: replace_all || rewrite },
            generation: self.generation,
            format: (replace_all || rewrite || !self.has_format).then_some(FORMAT),
            keys,
            records,
            replace_all,
            rewrite,
            before: self.before.take(),
            aside: std::mem::take(&mut self.aside),
            mends: std::mem::take(&mut self.mends),
        }
    }

    /// Leaves word that something was written here.
    pub(super) fn mark(&mut self) {
        if !self.marked {
            self.marked = mirror::write(WRITTEN, "1").is_ok();
        }
    }

    pub(super) fn take_back(&mut self, batch: Batch) {
        for key in batch.keys {
            if !self.pending.contains(&key) {
                self.pending.push(key);
            }
        }
        self.replace_all |= batch.replace_all;
        self.rewrite |= batch.rewrite;
        self.mends |= batch.mends;
        self.before = self.before.take().or(batch.before);
        self.aside.extend(batch.aside);
    }

    /// Becomes a reader's: another tab writes. What was not this tab's own and was refused is to be set aside by whoever
    /// writes next.
    pub(super) fn hand_over(&mut self) {
        self.aside.extend(self.unacknowledged.iter().map(|waits| waits.text.clone()));
        self.let_go();
    }

    /// Lets go of all that waits.
    pub(super) fn let_go(&mut self) {
        if self.replace_all || !self.pending.is_empty() || !self.unacknowledged.is_empty() {
            // What was taken over from a mirror may be among it: what stands there is its writer's again.
            self.adopted = (0, 0);
        }
        self.pending.clear();
        self.unacknowledged.clear();
        (self.replace_all, self.rewrite, self.own, self.mends) = (false, false, false, false);
        (self.replaced_at, self.mirrored) = (0, 0);
        (self.before, self.earlier) = (None, None);
        self.turn = self.turn.wrapping_add(1);
        self.stale = true;
    }

    /// Stands on a generation that was read. No number is used twice: what bore it may stand in the mirror, for others to see.
    pub(super) fn stand_on(&mut self, head: u64) {
        (self.generation, self.acknowledged) = (self.generation.max(head), head);
    }

    /// The journal has set aside all that this tab has rescued.
    pub(super) fn set_aside(&mut self) {
        self.rescued_at = 0;
        if mirror::read(RESCUED).is_some_and(|text| text == self.rescued) {
            mirror::remove(RESCUED);
        }
    }

    /// The journal has all up to a generation.
    pub(super) fn acknowledge(&mut self, generation: u64) {
        self.acknowledged = self.acknowledged.max(generation);
        self.unacknowledged.retain(|waits| waits.generation > generation);
        if self.replaced_at <= generation {
            self.replaced_at = 0;
        }
        if self.aside.is_empty() && (1..=generation).contains(&self.rescued_at) {
            self.set_aside();
        }
    }

    /// Whether a mirror holds another tab's words that nobody may have written down.
    fn is_foreign(&self, text: &str) -> bool {
        let (writer, generation) = (format::mirrored_by(text).writer, format::mirrored_generation(text));
        let adopted = self.adopted.0 == writer && generation <= self.adopted.1;
        let behind = self.seen.iter().any(|(seen, head)| *seen == writer && generation <= *head);
        ![0, self.me].contains(&writer) && !adopted && !behind
    }

    /// The journal has a moment, and no more those that made room for it.
    pub(super) fn moment_is_kept(&mut self, moment: &Kept) {
        self.moments.retain(|name| !moment.gone.contains(name));
        self.moments.push(moment.name.clone());
    }

    /// Leaves this tab's own words to be set aside by whoever writes next.
    pub(super) fn rescue_own(&mut self, binder: &Binder) {
        let mut words: Vec<String> = mirror::read(RESCUED).unwrap_or_default().lines().map(str::to_owned).collect();
        words.append(&mut self.aside.clone());
        if self.replace_all {
            words.extend(format::records(binder, self.generation).iter().map(Record::encode));
        } else {
            words.extend(self.unacknowledged.iter().map(|waits| waits.text.clone()));
            words.extend(self.pending.iter().map(|key| Record::of(binder, key, self.generation).encode()));
        }
        let _ = mirror::write(RESCUED, &words.join("\n"));
    }

    /// There is one mirror. Another tab may have closed with its last words there: they go aside before ours take the place. And
    /// until the journal has set them aside, by the write `at`, they are left for others, together with what those left.
    fn save_from_mirror(&mut self, stood: Stood, at: u64) {
        let found = stood.0.filter(|text| self.is_foreign(text));
        let mut words: Vec<String> = found.iter().flat_map(|text| Mirrored::read(text).unknown()).collect();
        if words.is_empty() && self.aside.is_empty() {
            return;
        }
        let left = mirror::read(RESCUED).unwrap_or_default();
        words.extend(left.lines().map(str::to_owned));
        words.retain(|word| !self.aside.contains(word));
        self.aside.append(&mut words);
        let lines: Vec<&str> = self.aside.iter().map(String::as_str).filter(|text| !text.contains('\n')).collect();
        self.rescued = lines.join("\n");
        let _ = mirror::write(RESCUED, &self.rescued);
        self.rescued_at = at;
    }

    /// Leaves in the mirror what is on its way: it is not known whether it will arrive.
    pub(super) fn leave(&mut self, stood: Stood) {
        // What is saved from there goes along with the next write.
        self.save_from_mirror(stood, self.generation + 1);
        self.write_mirror();
    }

    fn write_mirror(&mut self) {
        let records = self.unacknowledged.iter().map(|waits| waits.text.as_str());
        let by = By { writer: self.me, known: self.acknowledged };
        let text = format::mirrored(self.generation, self.replaced_at, by, records);
        self.mirrored = self.generation;
        // Where the mirror is full or blocked the journal still says the truth about itself.
        let _ = mirror::write(MIRROR, &text);
    }

    /// Takes note that all of it is in the journal, and that the page may go.
    pub(super) fn ends_well(&mut self) {
        if self.begun && !self.is_torn() && !self.has_work() && self.unacknowledged.is_empty() {
            self.begun = !mirror::remove(WRITING);
        }
    }

    /// Empties the mirror, if the journal has all that stands there. It is not done at every acknowledgement: what the journal
    /// has is passed over when the mirror is read. What another tab has put there since is left alone.
    pub(super) fn tidy_mirror(&mut self) {
        if self.mirrored == 0 || self.has_work() || !self.unacknowledged.is_empty() {
            return;
        }
        let ours = |text: String| format::mirrored_generation(&text) <= self.mirrored && !self.is_foreign(&text);
        if mirror::read(MIRROR).is_some_and(ours) {
            mirror::remove(MIRROR);
        }
        self.mirrored = 0;
    }
}
