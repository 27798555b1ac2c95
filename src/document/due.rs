//! By when something is to be done: the last day of a span like 「2週間のうちに」.
//!
//! It is counted from a day that was written. Where a step has a day of its own, nothing is counted.
//! May know: the fields that hold days and spans. Must never know: what day it is today, who may see what.

use super::day::{self, TypedDay};
use super::{Document, Field, ItemId, sheet, steps};

/// The last day on which something is still in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// That day; without a year where the day from which it was counted has none.
    pub last: TypedDay,
    /// Whether it is in another year than the day from which it was counted.
    pub in_another_year: bool,
}

/// How long a span is.
#[derive(Clone, Copy)]
enum Span {
    Days(u32),
    Months(u32),
}

/// How long the cards of `spans` and `bys` are. 「今年度のうちに」 is not among them: when the year ends, the
/// office knows.
const SPANS: [(&str, Span); 5] = [
    ("d14", Span::Days(14)),
    ("d90", Span::Days(90)),
    ("y1", Span::Months(12)),
    ("month", Span::Months(1)),
    ("quarter", Span::Months(3)),
];

/// By when a step is to be done.
///
/// It is counted from the first day of the steps, or else from the day on which the sheet was written.
/// `None` where neither is a day, or where the step has a day of its own.
pub fn of_step(document: &Document, step: ItemId) -> Option<Due> {
    let own = document.text(steps::DAY.of(step));
    if own.chars().any(char::is_numeric) || day::names_month(own) {
        return None;
    }
    counted(document, &steps::SPAN, step, [&steps::START, &sheet::DATE])
}

/// By when what is asked for is to begin.
///
/// It is counted from the day of the talk, or else from the day on which the sheet was written.
pub fn of_ask(document: &Document, ask: ItemId) -> Option<Due> {
    counted(document, &sheet::ASK_BY, ask, [&sheet::TALK_DAY, &sheet::DATE])
}

fn counted(document: &Document, span: &'static Field, item: ItemId, from: [&'static Field; 2]) -> Option<Due> {
    let card = document.card(span.of(item))?;
    let (_, span) = SPANS.iter().find(|(id, _)| *id == card.id)?;
    let first = from.into_iter().find_map(|field| day::read(document.text(field.alone())))?.day;
    let last = match *span {
        Span::Days(days) => (0..days).try_fold(first, |day, _| day::next(day))?,
        Span::Months(months) => day::months_later(first, months)?,
    };
    // Without a year, the same day a year later would look like the day itself.
    let is_told = first.year.is_some() || !matches!(span, Span::Months(12));
    is_told.then_some(Due { last, in_another_year: last.year != first.year })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Binder, Change, Picked};

    #[test]
    fn a_span_ends_on_a_day() {
        for (start, written, span, own, expected) in [
            ("2026-11-30", "", "d14", "", "2026-12-14"),
            ("11月30日", "", "d14", "", "12-14"),
            ("11月30日", "", "d90", "", "2-28"),
            ("12月10日", "", "d90", "", ""), // over the end of a February
            ("2026-11-30", "", "d90", "", "2027-2-28!"),
            ("2027-11-30", "", "d90", "", "2028-2-28!"),
            ("", "6月10日", "d90", "", "9-8"),
            ("7月1日", "6月10日", "d14", "", "7-15"),
            ("来週から", "6月10日", "d14", "", "6-24"),
            ("6月10日", "", "y1", "", ""),
            ("2026年6月10日", "", "y1", "", "2027-6-10!"),
            ("6月10日", "", "d14", "金曜の終業前", "6-24"),
            ("6月10日", "", "d14", "6月12日", ""),
            ("6月10日", "", "d90", "End of July", ""),
            ("6月10日", "", "other", "", ""),
            ("", "", "d14", "", ""),
        ] {
            let (mut binder, id) = (Binder::new(ItemId(1), 0), ItemId(2));
            let card = Picked { id: span.to_owned(), label: String::new() };
            for change in [
                Change::Wrote(steps::START.alone(), start.to_owned()),
                Change::Wrote(sheet::DATE.alone(), written.to_owned()),
                Change::Added(&steps::STEP, id),
                Change::Chose(steps::SPAN.of(id), vec![card]),
                Change::Wrote(steps::DAY.of(id), own.to_owned()),
            ] {
                binder.apply(change);
            }
            let due = of_step(binder.document(), id);
            let found = due.map(|Due { last, in_another_year }| {
                let year = last.year.map(|year| format!("{year}-")).unwrap_or_default();
                format!("{year}{}-{}{}", last.month, last.day, if in_another_year { "!" } else { "" })
            });
            assert_eq!(found.unwrap_or_default(), expected, "{start} {written} {span} {own}");
        }
    }
}
