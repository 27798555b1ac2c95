//! What a spreadsheet would make of a cell of a CSV file, and what keeps it as it was written.
//!
//! Two guards, for two dangers.
//!
//! A cell that begins with `=`, `+`, `-` or `@` (or the full-width one, which Japanese Excel takes for the
//! same) would be run as a formula, quotes or not. A zero-width space stands before it. An apostrophe can be
//! seen, and Excel drops it once somebody has been in the cell and saved. `="…"` is itself a formula. A tab
//! or a blank is white space, which programs trim, and the formula lives again. U+200B is no white space
//! (Unicode 4.0.1), so nothing trims it, and no program begins a formula after it.
//!
//! A cell that would become a day, a time, a number, a fraction or a truth value (「12/5」, `Mar 5`, `TRUE`)
//! gets a tab at its end. Excel and `LibreOffice` read a blank away at either end of a number, but not a tab:
//! the cell stays a text (`LibreOffice`'s answer is held in the tests of the browser). Nothing is seen of it,
//! the cell sorts and is found by how it begins, and every program that trims a cell has the very words; here
//! that does no harm, for no formula comes to life. The price: a cell like that compares as unequal to the
//! bare words until it is trimmed.
//!
//! May know: text. Must never know: what stands in the other cells.

/// What keeps a cell from being run.
const FORMULA_GUARD: char = '\u{200b}';
/// What keeps a cell from being converted.
const VALUE_GUARD: char = '\t';
/// By which a formula begins, narrow and wide.
const BEGINS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Words of which a day, a time, an amount or a truth value may be made, in small letters.
const WORDS: [&str; 50] = [
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "jun",
    "june",
    "jul",
    "july",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "nov",
    "november",
    "dec",
    "december",
    "mon",
    "monday",
    "tue",
    "tues",
    "tuesday",
    "wed",
    "wednesday",
    "thu",
    "thur",
    "thurs",
    "thursday",
    "fri",
    "friday",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "am",
    "pm",
    "r",
    "h",
    "s",
    "m",
    "usd",
    "eur",
    "jpy",
];
/// The same, where something stands before them.
const WORDS_BEHIND: [&str; 11] = ["a", "p", "st", "nd", "rd", "th", "e", "d", "t", "z", "utc"];
/// Marks of the same.
const MARKS: &str = ".,:;/-()%$¥€£'年月日時分秒土火水木金曜午前後令和平成昭大正明治元円〜~·−–‐";
/// What is a value without a digit.
const VALUES: [&str; 2] = ["true", "false"];

/// The cell as it reads, and as a text for every spreadsheet.
pub(super) fn guarded(cell: &str) -> String {
    // White space before a formula does not make it a text: some programs trim it.
    let first = cell.trim_start().chars().next();
    let is_run = first.is_some_and(|c| BEGINS.contains(&c)) || cell.starts_with(['\t', '\r', '\n']);
    if is_run {
        format!("{FORMULA_GUARD}{cell}")
    } else if is_value(cell) {
        format!("{cell}{VALUE_GUARD}")
    } else {
        cell.to_owned()
    }
}

/// Whether a spreadsheet may take it for something else than a text, and show it otherwise than it was
/// written. Rather once too often: the guard is not seen.
fn is_value(cell: &str) -> bool {
    let cell: String = cell.chars().map(narrow).collect();
    let cell = cell.trim();
    let error = |rest: &str| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_uppercase() || "/0!?_".contains(c));
    VALUES.contains(&cell.to_ascii_lowercase().as_str())
        || cell.strip_prefix('#').is_some_and(error)
        || cell.contains(|c: char| c.is_ascii_digit() || c == '元') && is_made_of_values(cell)
}

/// Whether all of its parts are digits, marks and words of values.
fn is_made_of_values(cell: &str) -> bool {
    let is_mark = |c: char| c.is_ascii_alphanumeric() || c.is_whitespace() || MARKS.contains(c);
    let mut at_first = true;
    cell.chars().all(is_mark)
        && cell.split(|c: char| !c.is_ascii_alphabetic()).all(|word| {
            let behind = !std::mem::take(&mut at_first);
            let word = word.to_ascii_lowercase();
            word.is_empty() || WORDS.contains(&word.as_str()) || behind && WORDS_BEHIND.contains(&word.as_str())
        })
}

/// Full-width letters, digits and marks as the narrow ones that a Japanese Excel takes them for.
fn narrow(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '￥' => '¥',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn what_would_be_run_or_converted_is_a_text() {
        for cell in ["=1+1", "＝1+1", "@SUM(A1)", "-2+3", "＋1", "－", "\t=1", "\r", "  =1", "　＝1", "\n@a", "+81-3"]
        {
            assert_eq!(guarded(cell), format!("\u{200b}{cell}"), "{cell:?}");
        }
        for cell in [
            "4/1",
            "007",
            "24 June",
            "Mar 5",
            "April 2027",
            "10:30 AM",
            "Dec-25",
            "TRUE",
            "false",
            "12月5日",
            "12/5",
            "1-2",
            "R8.12.5",
            "令和8年12月5日",
            "令和元年",
            "2026年4月",
            "1E5",
            "¥100",
            "￥１００",
            "50%",
            "1/2",
            "1 1/2",
            "2026-12-05T10:00Z",
            "10時30分",
            "午後3時",
            "3 pm",
            "3p",
            "$5",
            "1,000",
            "(5)",
            "5 December, 3 pm",
            "12月5日（土） 15:00",
            "H8.1.1",
            "２０２６／４／１",
            "１２３",
            "100円",
            "Sat 5 Dec 2026",
            "5th March",
            "#N/A",
            "#DIV/0!",
            " 12/5 ",
            "12月5日〜7日",
            "1d5",
        ] {
            assert_eq!(guarded(cell), format!("{cell}\t"), "{cell:?}");
        }
        for cell in [
            "",
            "1+1",
            "2週間のうちに",
            "a=1",
            "普通の文",
            "\u{200b}=1",
            "・-2",
            "(´-ω-`)",
            "４月の係会",
            "May",
            "金曜",
            "金曜の終業前",
            "7月の終わりに15分",
            "March 5 with Anna",
            "1人",
            "true to life",
            "# 見出し",
            "窓口 3番",
            "A4",
        ] {
            assert_eq!(guarded(cell), cell, "{cell:?}");
        }
    }
}
