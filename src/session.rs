//! The one doorway between the pages and the document: what is shown, and what the person does.
//!
//! May know: documents, the pack, settings of this browser. Must never know: how things are stored or drawn.
//!
//! *Invariant:* the only signals that outlive a page live here, made once; nothing else writes the document.

use crate::document::undo::{self, Undo};
use crate::document::{Applied, Audience, Binder, Change, Document, ItemId, Kind};
use crate::history::Why;
use crate::keeper::{Found, Keeper, Lead, SaveState, Works};
use crate::pack::{Lang, Manner, Pack, Workplace};
use crate::reply::{Draft, Reply};
use crate::route::Route;
use crate::settings::Settings;
use crate::share::Given;
use crate::signals::{Memo, State};
use crate::tabs::{Event, Role};
use crate::wording::Words;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

mod taking_back;

/// How a later part of the program stands. With the second come all the words of the pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaterPart {
    /// Nobody wanted it yet.
    Away,
    /// It is being fetched.
    Wanted,
    /// It is there.
    Here,
    /// It could not be had.
    Failed,
}

/// What was just done or taken back, and an offer to take it back.
#[derive(Clone, Debug, PartialEq)]
pub struct UndoOffer {
    /// What was done, in words.
    pub said: Words,
    /// What more there is to say of it, such as what it left out; mostly empty.
    pub note: String,
    /// What it was done to: the id of its question in the pack, where that goes without saying otherwise.
    pub about: Option<&'static str>,
    /// By which number it can be taken back; `None` where it was taken back itself.
    pub number: Option<u32>,
    /// Whether it is still offered on the screen that comes next.
    goes_along: bool,
    /// Whether it is of everything: then it is offered until something new is written.
    whole: bool,
}

/// Shows an offer that only some of the program knows of.
pub type Offer = fn(Session) -> AnyView;

/// The doorway. Copied freely; there is one.
#[derive(Clone, Copy)]
pub struct Session {
    binder: State<Binder>,
    /// How saving stands.
    pub save: State<SaveState>,
    /// Whether saving works, for those who need not know more: it changes seldom.
    pub works: State<Works>,
    /// This browser's settings.
    pub settings: State<Settings>,
    /// Where we are.
    pub route: State<Route>,
    /// What can be taken back now.
    pub undo: State<Option<UndoOffer>>,
    /// Something said in passing, read out politely.
    pub notice: State<Option<Words>>,
    /// The question that was just answered with 「まだ分からない」, and whether it is still spoken of on the screen
    /// that comes next.
    pub not_sure: State<Option<(Route, bool)>>,
    /// What was found at the start besides the answers.
    pub found: State<Found>,
    /// Counts the times when the document changed otherwise than by typing: fields then show it anew.
    pub rewritten: State<u32>,
    /// Whether the record that is here may be somebody else's, and nobody said yet that it is theirs.
    pub former: State<bool>,
    /// What this tab is among the others.
    pub role: State<Role>,
    /// Counts what was tried where it can't be done: the screen is then shown anew, as it was.
    pub refused: State<u32>,
    /// How the second part of the program stands.
    pub second: State<LaterPart>,
    /// How the third does, which needs the second.
    pub third: State<LaterPart>,
    /// What shows the offer of a newer version, where there is one. It is of the second part, so the first has no name for it.
    pub newer: State<Option<Offer>>,
    /// Whom the screens around the talk are about just now.
    pub audience: State<Audience>,
    /// The plan that somebody handed over and that is open now. Somebody else's words: they are never stored.
    pub given: State<Option<Given>>,
    /// The reply to that plan, as far as it is written. It is never stored.
    pub reply: State<Option<Draft>>,
    /// Whether something of it was not handed back yet.
    pub unsaved: State<bool>,
    /// The reply that came back and that is looked at now. Nothing of it is stored until it is taken in.
    pub came: State<Option<Reply>>,
    /// The language alone: another setting that changes must not draw a screen anew, and with it what is half done there.
    language: Memo<Lang>,
    pack: State<&'static Pack>,
    /// How questions are put now, and the pack that puts them so; `None` where it is the pack itself.
    put: State<(Manner, Option<&'static Pack>)>,
    held: StoredValue<Held, LocalStorage>,
}

/// What is no signal.
#[derive(Clone, Default)]
struct Held {
    keeper: Option<Keeper>,
    lead: Option<Lead>,
    done: Rc<RefCell<Undo>>,
    /// Every pack that was made to put questions in some way, with the pack that it was made of.
    made: Rc<RefCell<Vec<Made>>>,
    /// Every complete pack that was read.
    read: Rc<RefCell<Vec<&'static Pack>>>,
}

/// A pack that puts questions in some way, and the pack that it was made of.
type Made = (Manner, &'static Pack, &'static Pack);

impl Session {
    /// Makes the signals. Nothing is kept until [`Session::keep_with`].
    pub fn new(binder: Binder, pack: &'static Pack, settings: Settings, route: Route) -> Self {
        let settings = State::new(settings);
        Self {
            binder: State::new(binder),
            save: State::new(SaveState::Nothing),
            works: State::new(None),
            settings,
            route: State::new(route),
            undo: State::new(None),
            notice: State::new(None),
            not_sure: State::new(None),
            found: State::new(Found::default()),
            rewritten: State::new(0),
            former: State::new(false),
            role: State::new(Role::Starting),
            refused: State::new(0),
            second: State::new(LaterPart::Away),
            third: State::new(LaterPart::Away),
            newer: State::new(None),
            audience: State::new(Audience::Talk),
            given: State::new(None),
            reply: State::new(None),
            unsaved: State::new(false),
            came: State::new(None),
            pack: State::new(pack),
            put: State::new((Manner::default(), None)),
            language: Memo::new(move |_| settings.with(|s| s.lang)),
            held: StoredValue::new_local(Held::default()),
        }
    }

    /// Hands over what keeps the binder, and what knows of other tabs.
    pub fn keep_with(self, keeper: Keeper, lead: Lead, found: Found) {
        self.held.update_value(|held| *held = Held { keeper: Some(keeper), lead: Some(lead), ..held.clone() });
        self.found.set(found);
    }

    /// Tells this tab's part among the others what the person wants, or what happened to the page.
    pub fn tabs(self, event: Event) {
        if let Some(lead) = self.held.get_value().lead {
            lead.hear(event);
        }
    }

    /// Other words stand here than before: another tab's.
    pub fn read_anew(self) {
        self.undo.set(None);
        *self.done().borrow_mut() = Undo::default();
        self.rewritten.update(|n| *n += 1);
    }

    /// Whether what is written here is taken.
    pub fn may_write(self) -> bool {
        let reads = matches!(self.role.get_untracked(), Role::Reader { .. } | Role::Taking);
        !reads && !self.found.with_untracked(|found| found.newer)
    }

    /// Whether it is only read here: another tab writes, or what is here was written by a newer program. Whoever tries is told,
    /// and the screen shown as it was.
    fn only_reads(self) -> bool {
        if self.may_write() {
            return false;
        }
        let newer = self.found.with_untracked(|found| found.newer);
        let refused = if newer { crate::wording::NEWER_REFUSED } else { crate::wording::TABS_REFUSED };
        self.notice.set(Some(refused));
        self.refused.update(|n| *n += 1);
        true
    }

    /// The signal that the keeper reads.
    pub fn binder(self) -> State<Binder> {
        self.binder
    }

    /// What keeps the binder, once it is there.
    pub fn keeper(self) -> Option<Keeper> {
        self.held.get_value().keeper
    }

    /// Looks at the document, and again whenever it changed, at every key too.
    pub fn with<T>(self, look: impl FnOnce(&Document) -> T) -> T {
        self.binder.with(|binder| look(binder.document()))
    }

    /// Looks at what was chosen, and again whenever the document changed otherwise than by typing. A key wakes nobody who
    /// asks no more than that, however much there is on the screen.
    #[inline]
    pub fn choices<T>(self, look: impl FnOnce(&Document) -> T) -> T {
        self.rewritten.track();
        self.peek(look)
    }

    /// Looks at the document once.
    pub fn peek<T>(self, look: impl FnOnce(&Document) -> T) -> T {
        self.binder.with_untracked(|binder| look(binder.document()))
    }

    /// The items of a kind, and again only when there are others or they stand in another order.
    pub fn items(self, kind: &'static Kind) -> Memo<Vec<ItemId>> {
        Memo::new(move |_| self.choices(|d| d.ids(kind)))
    }

    /// Looks at the pack.
    pub fn pack<T>(self, look: impl FnOnce(&'static Pack) -> T) -> T {
        look(self.pack.get_untracked())
    }

    /// The pack as its questions are put on the screen. What goes into files and onto paper is asked of the pack itself.
    pub fn put<T>(self, look: impl FnOnce(&'static Pack) -> T) -> T {
        look(self.put.get_untracked().1.unwrap_or_else(|| self.pack.get_untracked()))
    }

    /// How questions are put now, and in whose words, and again whenever that changed.
    pub fn manner(self) -> (Manner, Workplace) {
        (self.put.get().0, self.workplace_now())
    }

    /// In whose words cards and examples are now.
    pub fn workplace_now(self) -> Workplace {
        self.pack(|pack| Workplace::of(&pack.id)).unwrap_or_default()
    }

    /// How questions are put now.
    pub fn manner_now(self) -> Manner {
        self.put.get_untracked().0
    }

    /// Has questions be put like that. A pack that puts them so lasts as long as the page, so it is made
    /// once: there are no more of them than there are ways.
    pub fn put_so(self, manner: Manner) {
        let pack = (manner != Manner::default()).then(|| {
            let (of, made) = (self.pack.get_untracked(), self.held.get_value().made);
            let before = made.borrow().iter().find(|m| m.0 == manner && std::ptr::eq(m.1, of)).map(|m| m.2);
            before.unwrap_or_else(|| {
                let pack: &'static Pack = Box::leak(Box::new(of.put(manner)));
                made.borrow_mut().push((manner, of, pack));
                pack
            })
        });
        self.put.set((manner, pack));
    }

    /// Other words from now on, for those who look anew. They last as long as the page.
    pub fn use_pack(self, pack: &'static Pack) {
        let read = self.held.get_value().read;
        if !read.borrow().iter().any(|before| std::ptr::eq(*before, pack)) {
            read.borrow_mut().push(pack);
        }
        self.pack.set(pack);
    }

    /// The words of a workplace, where they were read before.
    pub fn words_of(self, place: Workplace) -> Option<&'static Pack> {
        self.held.get_value().read.borrow().iter().find(|pack| pack.id == place.id()).copied()
    }

    /// The language now, and again whenever it changed.
    #[inline(never)]
    pub fn lang(self) -> Lang {
        self.language.get()
    }

    /// Does what the person did. Words that were typed are taken back in their field, all else by Ctrl+Z.
    pub fn change(self, change: Change) {
        let rewritten = !matches!(change, Change::Wrote(..));
        let typed = !rewritten || undo::has_words(&change) && crate::browser::page::is_writing();
        if typed {
            self.done().borrow_mut().typed(&change);
        }
        if let Some(inverse) = self.apply(change) {
            if typed {
                self.withdraw();
            } else {
                // What was said of the thing before is not true of this one.
                self.hush();
                self.done().borrow_mut().did(inverse);
            }
            if rewritten {
                self.rewritten.update(|n| *n += 1);
            }
        }
    }

    fn done(self) -> Rc<RefCell<Undo>> {
        self.held.get_value().done
    }

    /// Replaces everything, keeping the record from before; offers to take it back, and goes to a screen that shows it.
    pub fn replace(self, binder: Binder, said: Words, to: Route) {
        if self.only_reads() {
            return;
        }
        if let Some(keeper) = self.keeper() {
            let why = if binder.is_blank() { Why::Over } else { Why::Restore };
            self.binder.with_untracked(|before| {
                if !before.is_blank() {
                    keeper.keep_before(before, why);
                }
            });
        }
        self.change_and_go(Change::Replaced(Box::new(binder)), said, to);
    }

    /// The generation of the last save, for a backup to name.
    pub fn generation(self) -> u64 {
        self.keeper().map_or(0, |keeper| keeper.generation())
    }

    /// The person was handed a file: of all of it, or of what is shown. The first one is the time to ask the browser, once,
    /// that it keeps what is here.
    pub fn handed_out(self, all: bool) {
        if let Some(keeper) = self.keeper().filter(|_| all) {
            keeper.handed_out();
        }
        let (nothing, asked) = self.settings.with_untracked(|s| (s.keep_nothing, s.asked_to_stay));
        if !nothing && !asked {
            crate::browser::around::ask_to_stay();
        }
        self.settings.update(|s| {
            s.asked_to_stay |= !nothing;
            if all {
                s.backed_up_at = Some(crate::browser::page::now());
            }
        });
    }

    /// Lets go of every word in memory, after they were erased from the device.
    pub fn forget(self) {
        self.undo.set(None);
        *self.done().borrow_mut() = Undo::default();
        self.found.set(Found::default());
        self.let_go_of_given();
        self.came.set(None);
        let (lang, keep_nothing) = self.settings.with_untracked(|s| (s.lang, s.keep_nothing));
        let shared_device = keep_nothing.then_some(true);
        self.settings.set(Settings { lang, shared_device, keep_nothing, ..Settings::default() });
        self.binder.set(crate::keeper::fresh_binder());
        self.rewritten.update(|n| *n += 1);
        self.save.set(if keep_nothing { SaveState::Nowhere } else { SaveState::Nothing });
        self.works.set(None);
    }

    /// Lets go of the plan that somebody handed over, and of the reply to it.
    pub fn let_go_of_given(self) {
        self.given.set(None);
        self.reply.set(None);
        self.unsaved.set(false);
    }

    /// Notes something that the person did not do: it is kept, and taking back passes it by.
    pub fn note(self, change: Change) {
        let _ = self.apply(change);
    }

    /// Whoever comes to the next screen after a former record was erased is not asked about it again.
    pub fn former_is_gone(self) {
        if self.former.get_untracked() && self.peek(Document::is_blank) {
            self.former.set(false);
        }
    }

    /// A new identity for an item.
    pub fn new_id(self) -> ItemId {
        ItemId(crate::browser::page::random())
    }

    fn apply(self, change: Change) -> Option<Change> {
        if self.only_reads() {
            return None;
        }
        let applied = self.binder.try_update_untracked(|binder| binder.apply(change));
        let Applied { touched, inverse } = applied?;
        if touched.is_nothing() {
            return None;
        }
        self.binder.notify();
        if let Some(keeper) = self.keeper() {
            keeper.touched(touched);
        }
        Some(inverse)
    }
}
