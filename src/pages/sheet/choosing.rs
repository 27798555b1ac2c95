//! What is shown to whom, item by item: a box for each answer, one for an item, one for a section.
//!
//! May know: the session, what may be shown. Must never know: how the sheet looks.

use super::super::{leaf_id, question};
use super::safer;
use crate::browser::page;
use crate::document::order::sorted;
use crate::document::{Audience, Change, Document, Field as Asked, Kind, Path, experience, stand};
use crate::export::sheet::{has_place, name_of, order, shareable};
use crate::export::unsure::shown_words;
use crate::pack::{Lang, Pack};
use crate::parts::card::{Choice, Look};
use crate::parts::el::{Child, El, button, el, many};
use crate::parts::unfold::unfold;
use crate::parts::unwritten::unwritten;
use crate::session::Session;
use crate::share;
use crate::signals::{Memo, State};
use crate::wording as w;
use leptos::prelude::*;

/// So many boxes stand open; where there are more, each group opens by itself, and the paper comes after the list.
pub(super) const OPEN: usize = 120;

/// An item, and what it says in those of its leaves that can be shown.
#[derive(Clone, PartialEq)]
pub(super) struct Said {
    kind: &'static Kind,
    leaves: Vec<(Path, String)>,
}

impl Said {
    fn paths(&self) -> impl Iterator<Item = Path> {
        self.leaves.iter().map(|(path, _)| *path)
    }
}

/// The items that hold something which can be shown. What is typed on this very screen is not among it.
pub(super) fn said(document: &Document, pack: &Pack, lang: Lang) -> Vec<Said> {
    let mut out = Vec::new();
    for kind in order() {
        let place = |field: &Asked| kind.fields.iter().position(|other| other.id == field.id);
        let can_be_shown: Vec<(usize, &'static Asked)> = shareable(kind)
            .filter(|field| super::HEAD.iter().all(|head| head.id != field.id))
            .filter_map(|field| Some((place(field)?, field)))
            .collect();
        for item in document.items(kind) {
            let said = can_be_shown.iter().filter(|(at, _)| item.leaves.get(*at).is_some_and(|leaf| !leaf.is_open()));
            let paths = said.map(|(_, field)| field.of(item.id));
            out.extend(shown(document, pack, kind, paths, lang));
        }
        // 「まだ分からない」, in place of items.
        out.extend(shown(document, pack, kind, stand::of_kind(kind).map(Asked::alone).into_iter(), lang));
    }
    out
}

fn shown(
    document: &Document,
    pack: &Pack,
    kind: &'static Kind,
    paths: impl Iterator<Item = Path>,
    lang: Lang,
) -> Option<Said> {
    let words = |path| w::list(&shown_words(document, pack, path, lang), lang);
    let shows = |(path, words): &(Path, String)| document.is_said(*path) || !words.is_empty();
    let leaves: Vec<(Path, String)> = paths.map(|path| (path, words(path))).filter(shows).collect();
    (!leaves.is_empty()).then_some(Said { kind, leaves })
}

/// How many boxes that makes.
pub(super) fn boxes(said: &[Said]) -> usize {
    said.iter().map(|item| item.leaves.len()).sum()
}

/// The same without what is only the person's own: what may be seen by whoever stands beside them. `open` is
/// in the order of paths.
fn without_private(said: &[Said], open: &[Path]) -> Vec<Said> {
    let kept = said.iter().map(|item| Said {
        kind: item.kind,
        leaves: item.leaves.iter().filter(|(path, _)| open.binary_search(path).is_ok()).cloned().collect(),
    });
    kept.filter(|item| !item.leaves.is_empty()).collect()
}

/// The list itself, for one audience.
#[derive(Clone, Copy)]
pub(super) struct Choosing {
    pub(super) session: Session,
    pub(super) audience: Audience,
    pub(super) lang: Lang,
    /// What asks once more before it is shown.
    pub(super) asking: State<Option<Path>>,
    /// Whether what is only the person's own stands on the screen, too.
    pub(super) opened: State<bool>,
    /// What was unticked just now: it stays where it is while one looks at it.
    pub(super) unticked: State<Vec<Path>>,
}

impl Choosing {
    /// All of it: what is for all at once, then the list. What is only the person's own is not even in the
    /// page until they open it: somebody may be looking over their shoulder.
    pub(super) fn view(self, said: Memo<Vec<Said>>) -> El {
        // What is there at all, and in the clear: it changes with what is shown, not with a box that is
        // unticked.
        let open = Memo::new(move |_| {
            let Self { session, audience, unticked, .. } = self;
            let stays = |d: &Document, path: Path| {
                d.is_shared(path, audience) || unticked.with(|unticked| unticked.contains(&path))
            };
            let open: Vec<Path> = session.choices(|d| {
                said.with(|said| said.iter().flat_map(Said::paths).filter(|path| stays(d, *path)).collect())
            });
            sorted(open, Ord::cmp)
        });
        let list = move || {
            said.with(|said| {
                if said.is_empty() {
                    unwritten(el("p").text(w::SHEET_NOTHING_YET.get(self.lang))).view()
                } else if self.opened.get() {
                    self.list(said)
                } else {
                    open.with(|open| self.list(&without_private(said, open)))
                }
            })
        };
        let head = move || said.with(|said| (!said.is_empty()).then(|| self.at_once(said)));
        many().live(head).child(self.fold(said)).live(list)
    }

    /// How many answers are only the person's own, and the button that opens them.
    fn fold(self, said: Memo<Vec<Said>>) -> El {
        let Self { session, audience, lang, opened, unticked, .. } = self;
        let private = Memo::new(move |_| {
            session.choices(|d| {
                let mine = |path: &Path| !d.is_shared(*path, audience);
                said.with(|said| said.iter().flat_map(Said::paths).filter(mine).count())
            })
        });
        let turn = move |_| {
            unticked.set(Vec::new());
            opened.update(|opened| *opened = !*opened);
        };
        let press = move || {
            let name = if opened.get() { w::PRIVATE_FOLD } else { w::PRIVATE_OPEN };
            format!("{} — {}", w::private_only(private.get(), lang), name.get(lang))
        };
        let button = move || {
            button()
                .class("button quiet")
                .id("private-fold")
                .live_attr("aria-expanded", move || opened.get().to_string())
                .on("click", turn)
                .live_text(press)
        };
        let is_there = Memo::new(move |_| private.get() > 0 || opened.get());
        el("p").class("private-fold").live(move || is_there.get().then(button))
    }

    /// Everything at once, and what that leaves out.
    fn at_once(self, said: &[Said]) -> El {
        let lang = self.lang;
        let (on_the_page, rest) = apart(said);
        let all: Vec<Path> = on_the_page.iter().flat_map(Said::paths).collect();
        let all_of_them: Vec<Path> = said.iter().flat_map(Said::paths).collect();
        let others: Vec<Path> = rest.iter().flat_map(Said::paths).collect();
        let left = {
            let (all, others) = (all.clone(), others.clone());
            move || self.session.choices(|d| w::left_out(&self.left_out(d, &all, &others), lang))
        };
        let show = {
            let all = all.clone();
            move |_| {
                let not = self.session.peek(|d| self.left_out(d, &all, &others));
                self.share_all(&all, true, w::left_out(&not, lang));
            }
        };
        let hide = move |_| {
            self.unticked.set(Vec::new());
            self.share_all(&all_of_them, false, String::new());
        };
        many()
            .child(
                el("p")
                    .class("all")
                    .child(button().class("button quiet").on("click", show).text(w::SHEET_ALL.get(lang)))
                    .child(button().class("link").on("click", hide).text(w::SHEET_NONE.get(lang))),
            )
            .child(el("p").class("hint").live_text(left))
    }

    /// What is not shown along when everything is: of which kind, and how many answers.
    fn left_out(self, document: &Document, all: &[Path], others: &[Path]) -> Vec<(String, usize)> {
        let mut kinds: Vec<(String, usize)> = Vec::new();
        let private = |path: &&Path| !document.is_shared(**path, self.audience);
        let mut add = |kind: String| match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((kind, 1)),
        };
        for path in all.iter().filter(private).filter(|path| !self.goes_along(document, **path)) {
            add(if share::wants_rest(document, path.item) {
                w::LEFT_REST.get(self.lang).to_owned()
            } else if self.is_careful(*path) {
                w::LEFT_POSTING.get(self.lang).to_owned()
            } else {
                question(self.session, path.field.id).label.plain(self.lang)
            });
        }
        others.iter().filter(private).for_each(|_| add(w::LEFT_OTHER.get(self.lang).to_owned()));
        kinds
    }

    fn list(self, said: &[Said]) -> AnyView {
        let (on_the_page, rest) = apart(said);
        let lang = self.lang;
        many()
            .child(self.sections(&on_the_page, "all"))
            .child(
                (!rest.is_empty())
                    .then(|| unfold(w::SHEET_REST.get(lang), move || el("div").child(self.sections(&rest, "rest")))),
            )
            .view()
    }

    /// The groups, those of one kind under a heading where there are several.
    fn sections(self, said: &[Said], ids: &'static str) -> Vec<AnyView> {
        let folded = boxes(said) > OPEN;
        let same = |a: &Said, b: &Said| a.kind == b.kind;
        let section = |items: &[Said]| {
            let groups = items.iter().map(|item| self.group(item, folded)).collect::<Vec<_>>();
            let kind = items.first().map(|item| item.kind).filter(|_| items.len() > 1);
            let head = kind.map(|kind| {
                let name = question(self.session, kind.id).label.plain(self.lang);
                let paths: Vec<Path> = items.iter().flat_map(Said::paths).collect();
                let whole = self.whole(paths, format!("{ids}-{}", kind.id), w::share_section(&name, self.lang));
                el("div").class("share-section").child(el("h3").text(&name)).child(whole)
            });
            many().child(head).child(groups).view()
        };
        said.chunk_by(same).map(section).collect()
    }

    /// A group for an item. Where there are many boxes, those of a group are made when it is opened.
    fn group(self, item: &Said, folded: bool) -> AnyView {
        let (title, item) = (self.title(item), item.clone());
        if folded {
            let name = title.clone();
            unfold(&title, move || self.drawn(&item, None).attr("aria-label", name.as_str())).view()
        } else if question(self.session, item.kind.id).label.plain(self.lang).is_empty() {
            self.drawn(&item, None).attr("aria-label", title.as_str()).view()
        } else {
            self.drawn(&item, Some(el("legend").child(el("bdi").child(title)))).view()
        }
    }

    fn title(self, item: &Said) -> String {
        let heading = question(self.session, item.kind.id).label.plain(self.lang);
        let first = item.paths().next().filter(|_| item.kind.many);
        let name = |path: Path| self.session.peek(|d| self.session.pack(|pack| name_of(d, pack, path.item, self.lang)));
        match first.and_then(name) {
            Some(name) => w::under(&heading, &name, self.lang),
            // Some are of no question: they are called by what is in them.
            None if heading.is_empty() => {
                let label = |path: Path| question(self.session, path.field.id).label.plain(self.lang);
                item.paths().map(label).collect::<Vec<_>>().join(w::LIST.get(self.lang))
            }
            None => heading,
        }
    }

    /// The boxes of an item, with one for all of them.
    fn drawn(self, item: &Said, legend: Option<El>) -> El {
        let boxes = item.leaves.iter().map(|(path, words)| self.one(*path, words)).collect::<Vec<_>>();
        let id = item.paths().next().map(|path| format!("all-{}", leaf_id(path))).unwrap_or_default();
        let whole = self.whole(item.paths().collect(), id, w::SHEET_GROUP.get(self.lang).to_owned());
        el("fieldset").class("share-group").child(legend).child(whole).child(boxes)
    }

    /// One box for all of these; none where it would stand for one or none.
    fn whole(self, paths: Vec<Path>, id: String, name: String) -> Option<AnyView> {
        let free = move || -> Vec<Path> {
            self.session.peek(|d| paths.iter().copied().filter(|path| self.goes_along(d, *path)).collect())
        };
        let shared = free.clone();
        (free().len() > 1).then(|| {
            Choice::check(id, name, Look::Chip).view(
                move || self.session.choices(|d| share::shown(d, &shared(), self.audience) == share::Shown::All),
                move |on| {
                    self.stays(&free());
                    self.share_all(&free(), on, String::new());
                    true
                },
            )
        })
    }

    fn one(self, path: Path, words: &str) -> AnyView {
        let Self { session, audience, lang, asking, .. } = self;
        let label = question(session, stand::asked_as(path.field.id)).label.plain(lang);
        let along = session.peek(|d| self.goes_along(d, path));
        let label = if along { label } else { w::with_note(&label, w::SHEET_ONE_BY_ONE.get(lang), lang) };
        let mut choice = Choice::check(share_id(path), label, Look::Card);
        choice.note = Some(words.to_owned());
        let choice = choice.view(
            move || session.choices(|d| d.is_shared(path, audience)),
            move |on| {
                let first = on && self.is_careful(path) && session.peek(|d| !self.shows_any(d, path));
                if first {
                    asking.set(Some(path));
                    request_animation_frame(move || page::focus_id("ask-again"));
                } else {
                    self.stays(&[path]);
                    session.change(Change::Shared(path, audience, on));
                }
                !first
            },
        );
        let again = move || (asking.get() == Some(path)).then(|| self.ask_again(path));
        let text = words.to_owned();
        let other_words = safer::can_be_put(path.field).then(|| {
            many().live(move || {
                let shown = session.choices(|d| d.is_shared(path, audience));
                shown.then(|| safer::offers(session, path, &text, lang)).flatten()
            })
        });
        many().child(choice).live(again).child(other_words).view()
    }

    /// 庁内公募: asked once more, before anything of it is shown.
    fn ask_again(self, path: Path) -> El {
        let Self { session, audience, lang, asking, .. } = self;
        let answer = move |show: bool| {
            asking.set(None);
            if show {
                session.change(Change::Shared(path, audience, true));
            }
            page::focus_id(&share_id(path));
        };
        el("div")
            .class("ask-again")
            .attr("role", "group")
            .attr("aria-labelledby", "ask-again")
            .child(el("p").id("ask-again").attr("tabindex", "-1").text(w::POSTING_ASK.get(lang)))
            .child(button().class("button quiet").on("click", move |_| answer(true)).text(w::POSTING_SHOW.get(lang)))
            .child(button().class("link").on("click", move |_| answer(false)).text(w::POSTING_KEEP.get(lang)))
    }

    /// Whether this is of an experience that asks once more.
    fn is_careful(self, path: Path) -> bool {
        self.session.peek(|d| is_careful(self.session, d, path))
    }

    fn shows_any(self, document: &Document, path: Path) -> bool {
        path.field.kind().fields.iter().any(|field| document.is_shared(field.of(path.item), self.audience))
    }

    fn goes_along(self, document: &Document, path: Path) -> bool {
        goes_along(self.session, document, path)
    }

    /// What is ticked and unticked where it stands keeps its place.
    fn stays(self, paths: &[Path]) {
        self.unticked.update(|unticked| unticked.extend(paths));
    }

    /// Shares or unshares these; what is chosen only one by one is not shared along, and that is said.
    fn share_all(self, paths: &[Path], on: bool, not: String) {
        let which: Vec<Path> =
            self.session.peek(|d| paths.iter().copied().filter(|path| !on || self.goes_along(d, *path)).collect());
        let changes = which.into_iter().map(|path| Change::Shared(path, self.audience, on)).collect();
        let said = if on { w::SHARED } else { w::UNSHARED };
        self.session.change_with_undo_and_note(Change::Together(changes), said, not);
    }
}

/// The id of the box of a leaf.
pub(super) fn share_id(path: Path) -> String {
    format!("share-{}", leaf_id(path))
}

/// What has a place of its own on the page, and what stands in the whole plan only.
fn apart(said: &[Said]) -> (Vec<Said>, Vec<Said>) {
    let (mut here, mut rest) = (Vec::new(), Vec::new());
    for item in said {
        let (with_place, without): (Vec<_>, Vec<_>) =
            item.leaves.iter().cloned().partition(|(path, _)| has_place(path.field));
        for (list, leaves) in [(&mut here, with_place), (&mut rest, without)] {
            if !leaves.is_empty() {
                list.push(Said { kind: item.kind, leaves });
            }
        }
    }
    (here, rest)
}

/// Whether a leaf may be shown together with others, or at an offer.
pub(super) fn goes_along(session: Session, document: &Document, path: Path) -> bool {
    share::goes_along(document, path) && !is_careful(session, document, path)
}

/// Whether it is of an experience of which one asks oneself twice whether to show it.
fn is_careful(session: Session, document: &Document, path: Path) -> bool {
    let card = document.card(experience::WHAT.of(path.item)).filter(|_| *path.field.kind() == experience::EXPERIENCE);
    card.is_some_and(|card| session.pack(|pack| pack.card("experiences", &card.id).is_some_and(|card| card.careful)))
}
