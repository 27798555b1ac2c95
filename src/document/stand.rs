//! How a question stands of which there is no item yet: put off with 「あとで」, or 「まだ分からない」.
//! Knows its fields; holds no words. That a question is not settled yet may be shown, and nothing else of it.

use super::{Document, Field, Kind, Path, Section, experience, sheet, steps, values};

/// なくしたくないもの
pub static VALUES: Field = Field::text("stand.values", 0).never().told_unsure();
/// 経験
pub static EXPERIENCE: Field = Field::text("stand.experience", 0).never().told_unsure();
/// 一歩
pub static STEP: Field = Field::text("stand.step", 0).never().told_unsure();
/// お願い
pub static ASK: Field = Field::text("stand.ask", 0).never().told_unsure();

/// The group.
pub static STAND: Kind = Kind::one("stand", Section::Work, &[&VALUES, &EXPERIENCE, &STEP, &ASK]);

/// How each kind of item stands as a whole.
static OF_KINDS: [(&Field, &Kind); 4] =
    [(&VALUES, &values::VALUE), (&EXPERIENCE, &experience::EXPERIENCE), (&STEP, &steps::STEP), (&ASK, &sheet::ASK)];

/// The field that says how a kind of item stands as a whole.
pub fn of_kind(kind: &Kind) -> Option<&'static Field> {
    OF_KINDS.into_iter().find(|(_, of)| *of == kind).map(|(field, _)| field)
}

/// The kind of item of which a field says how it stands.
pub fn kind_of(field: &Field) -> Option<&'static Kind> {
    OF_KINDS.into_iter().find(|(of, _)| of.id == field.id).map(|(_, kind)| kind)
}

/// The id of the question that a field of `id` answers: of how a kind of item stands, it is the kind's.
pub fn asked_as(id: &str) -> &str {
    OF_KINDS.into_iter().find(|(field, _)| field.id == id).map_or(id, |(_, kind)| kind.id)
}

/// Whether 「まだ分からない」 is the answer at a path, and can be shown. Where an item of that kind was named
/// meanwhile, the answer is that item.
pub fn is_told_unsure(document: &Document, path: Path) -> bool {
    let is_named = |kind: &'static Kind| document.ids(kind).iter().any(|id| document.is_said(kind.fields[0].of(*id)));
    document.holds_unsure(path) && !kind_of(path.field).is_some_and(is_named)
}
