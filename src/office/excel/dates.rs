//! Days among the words: a whole day, with its year, is a real one in Excel, and reads as it was typed.
//!
//! May know: how people write a day in full, Excel's formats of numbers. Must never know: which answer it
//! reads.
//!
//! *Invariant:* a day is taken for one only where its format shows the very words, letter for letter.

use rust_xlsxwriter::ExcelDateTime;

/// The months in English.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// The year before 令和 1, and the first day of that year's.
const REIWA: u16 = 2018;
const REIWA_BEGAN: (u16, u8, u8) = (2019, 5, 1);

/// A year, a month and a day in somebody's way of writing.
type Written = fn(u16, u8, u8) -> String;

/// How a day is written, and how Excel is told so. The marks are protected: it would put in those of the
/// country.
const FORMATS: [(&str, Written); 7] = [
    ("yyyy\"年\"m\"月\"d\"日\"", |y, m, d| format!("{y}年{m}月{d}日")),
    ("yyyy\\-mm\\-dd", |y, m, d| format!("{y}-{m:02}-{d:02}")),
    ("yyyy\\/m\\/d", |y, m, d| format!("{y}/{m}/{d}")),
    ("yyyy\\/mm\\/dd", |y, m, d| format!("{y}/{m:02}/{d:02}")),
    ("[$-411]ggge\"年\"m\"月\"d\"日\"", |y, m, d| format!("令和{}年{m}月{d}日", y.saturating_sub(REIWA))),
    ("[$-409]d mmmm yyyy", |y, m, d| format!("{d} {} {y}", month(m))),
    ("[$-409]mmmm d\\, yyyy", |y, m, d| format!("{} {d}, {y}", month(m))),
];

fn month(number: u8) -> &'static str {
    MONTHS.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
}

/// A day that was written in full, and the format in which it reads as it was written.
pub(super) fn read(words: &str) -> Option<(ExcelDateTime, &'static str)> {
    // No day is longer than that; most answers are.
    if words.len() > 40 {
        return None;
    }
    let numbers: Vec<u16> =
        words.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect();
    let named = MONTHS.iter().position(|name| words.contains(name)).and_then(|at| u8::try_from(at + 1).ok());
    let small = |number: u16| u8::try_from(number).ok();
    let (year, month, day) = match (numbers.as_slice(), named) {
        ([year, month, day], None) if words.starts_with("令和") => {
            (REIWA + year.min(&99), small(*month)?, small(*day)?)
        }
        ([year, month, day], None) => (*year, small(*month)?, small(*day)?),
        ([day, year], Some(month)) => (*year, month, small(*day)?),
        _ => return None,
    };
    let possible = |format: &str| !format.contains("ggge") || (year, month, day) >= REIWA_BEGAN;
    let (format, _) = FORMATS.iter().find(|(format, write)| possible(format) && write(year, month, day) == words)?;
    // Excel's first two months are off by a day.
    (year > 1900).then(|| ExcelDateTime::from_ymd(year, month, day).ok()).flatten().map(|day| (day, *format))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_day_in_full_is_one_and_nothing_else_is() {
        for words in [
            "2026年11月22日",
            "2026-11-22",
            "2026/11/2",
            "2026/01/02",
            "令和8年12月5日",
            "22 November 2026",
            "November 22, 2026",
        ] {
            assert!(read(words).is_some(), "{words}");
        }
        for words in [
            "",
            "11月22日",
            "2026年11月",
            "2026年02月03日",
            "2026-2-3",
            "2026年2月30日",
            "令和元年5月1日",
            "令和1年4月30日",
            "2026年11月22日まで",
            "22 November",
            "22 Nov 2026",
            "2026年11月22日 ",
            "1899-01-01",
            "20261122",
            "12/5",
            "99-1-1",
            "２０２６年１月２日",
            "2026-11-22T10:00",
            "May 2026 was 5",
        ] {
            assert!(read(words).is_none(), "{words}");
        }
    }
}
