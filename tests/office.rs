//! The Word and the Excel file: whole, sound, and nobody's but the words' own.
//!
//! Reads them as others would: unpacks them, parses every part, puts the words together again and compares them with the
//! manuscript's. Knows manuscripts, invented people and people who were never born.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::office_files;
use aritai::export::manuscript::{Group, Manuscript, Part};
use aritai::office::{excel, word};
use aritai::pack::Lang;
use aritai::wording as w;
use office_files::{HOSTILE, Package, invented, kept, long, made_of, one_of_everything, stranger};

/// Every word of the manuscript, in reading order, as the Word file says them; and what is to be filled in.
fn words_of(m: &Manuscript) -> Vec<String> {
    let mut words = vec![m.title.clone()];
    words.extend(m.notes.iter().cloned());
    words.extend(m.head.iter().flat_map(|entry| [entry.label.clone(), entry.words.clone()]));
    for part in &m.parts {
        words.push(part.heading.clone());
        for group in &part.groups {
            words.extend(group.heading.clone());
            words.extend(told(group));
        }
    }
    if m.mark.is_none() {
        let lang = Lang::from_code(&m.lang);
        words.push(w::SHEET_PROMISES.get(lang).to_owned());
        let blanks = w::promise_blanks(false).into_iter().chain([w::OFFICE_NOTES]);
        words.extend(blanks.flat_map(|blank| [blank.get(lang).to_owned(), String::new()]));
    }
    words.into_iter().map(|words| kept(&words)).collect()
}

/// The words of a group in order: as a table, where it is one, or thing by thing.
fn told(group: &Group) -> Vec<String> {
    if group.is_table() {
        // A column alone is called as the heading above it.
        let head = group.columns.iter().filter(|_| group.columns.len() > 1);
        return head.chain(group.rows.iter().flatten()).cloned().collect();
    }
    let mut words = Vec::new();
    for row in 0..group.rows.len() {
        words.extend(group.many.then(|| group.name(row)));
        words.extend(group.said(row).flat_map(|(label, words)| [label.to_owned(), words.to_owned()]));
    }
    words
}

fn check_word(m: &Manuscript, what: &str) -> Package {
    let package = Package::open(&word(m).unwrap());
    package.is_sound(m, what);
    assert_eq!(package.paragraphs(), words_of(m), "what Word says: {what}");
    package
}

/// Every cell of the manuscript, in order: head rows and labels too. Whether a list says where to find the
/// parts, and how often a heading or a head row stands once more on the next sheet, is another matter.
fn cells_of(m: &Manuscript, listed: bool) -> Vec<String> {
    let lang = Lang::from_code(&m.lang);
    let mut cells = vec![m.title.clone()];
    cells.extend(m.mark.clone());
    cells.extend(m.notes.iter().cloned());
    cells.extend([w::FILES_MADE.get(lang).to_owned(), w::day(m.day, lang)]);
    cells.extend(m.head.iter().flat_map(|entry| [entry.label.clone(), entry.words.clone()]));
    if listed {
        cells.push(w::OFFICE_CONTENTS.get(lang).to_owned());
        cells.extend(m.parts.iter().map(|part| part.heading.clone()));
    }
    for part in &m.parts {
        cells.push(part.heading.clone());
        for group in &part.groups {
            cells.extend(group.heading.clone());
            cells.extend(told(group));
        }
    }
    cells.iter().map(|words| kept(words)).filter(|words| !words.is_empty()).collect()
}

/// The cells of all sheets but those in which something is said once more at the top.
fn cells_in(package: &Package, m: &Manuscript) -> Vec<String> {
    let between = if m.lang == "ja" { "" } else { " " };
    let goes_on = format!("{between}{}", w::OFFICE_CONTINUED.get(Lang::from_code(&m.lang)));
    let tables =
        || m.parts.iter().flat_map(|part| &part.groups).filter(|group| group.is_table() && group.columns.len() > 1);
    let is_head = |row: &Vec<String>| {
        tables().any(|group| {
            group.columns.iter().map(|column| kept(column)).eq(row.iter().take(group.columns.len()).cloned())
        })
    };
    let again = |part: &Part, heading: &String| format!("{}{goes_on}", kept(&part.heading)) == *heading;
    let mut all = Vec::new();
    for (number, (cells, rows)) in package.cells(&m.lang).into_iter().zip(package.raw_cells()).enumerate() {
        let goes_on = number > 0 && m.parts.iter().any(|part| cells.first().is_some_and(|first| again(part, first)));
        let head = rows.get(1).filter(|row| goes_on && is_head(row));
        let head = head.map_or(0, |row| row.iter().filter(|cell| !cell.is_empty()).count());
        all.extend(cells[usize::from(goes_on) + head..].iter().cloned());
    }
    all
}

fn check_excel(m: &Manuscript, what: &str) -> Package {
    let package = Package::open(&excel(m).unwrap());
    package.is_sound(m, what);
    assert_eq!(cells_in(&package, m), cells_of(m, package.sheets().len() > 1), "what Excel says: {what}");
    package
}

#[test]
fn every_invented_persons_words_are_in_both_files() {
    let all = invented();
    assert_eq!(all.len(), 44, "eleven people, two languages, what is shared and what is their own");
    for (name, m) in all {
        assert!(!m.parts.is_empty(), "{name} says something");
        check_word(&m, &name);
        check_excel(&m, &name);
    }
}

#[test]
fn whatever_somebody_might_write_is_in_both_files() {
    for seed in 0..60 {
        let m = stranger(seed);
        check_word(&m, &format!("seed {seed}"));
        check_excel(&m, &format!("seed {seed}"));
    }
}

#[test]
fn every_hostile_text_comes_out_as_written() {
    for text in HOSTILE {
        for m in [made_of(text), one_of_everything(text)] {
            check_word(&m, text);
            let package = check_excel(&m, text);
            for (name, xml) in package.sheets() {
                assert!(!xml.contains("<f>") && !xml.contains("<f "), "{name} holds a formula: {text}");
            }
        }
    }
}

#[test]
fn three_lines_are_three_lines_and_a_tab_is_a_tab() {
    for text in
        ["一\n二\n三", "一\r\n二\r\n三", "一\r二\r三", "一\u{b}二\u{c}三", "一\u{85}二\u{2028}三", "一\u{2029}二\n三"]
    {
        let document = check_word(&made_of(text), text).text("word/document.xml");
        assert_eq!(document.matches("<w:br/>").count(), 2, "{text:?}");
        let cells = check_excel(&made_of(text), text).cells("ja").concat();
        assert!(cells.contains(&"一\n二\n三".to_owned()), "{text:?} in Excel");
    }
    let document = check_word(&made_of("左\t右"), "a tab").text("word/document.xml");
    assert_eq!(document.matches("<w:tab/>").count(), 1);
}

#[test]
fn what_is_too_much_for_a_cell_goes_on_in_the_next() {
    for (text, what) in long() {
        let m = made_of(&text);
        check_word(&m, what);
        let package = check_excel(&m, what);
        for cell in package.raw_cells().iter().flatten().flatten() {
            assert!(cell.encode_utf16().count() <= 32_767, "{what}: a cell holds no more");
            assert!(cell.matches('\n').count() <= 21, "{what}: a row is no higher than what can be shown");
        }
        assert!(
            package
                .raw_cells()
                .iter()
                .flatten()
                .filter(|row| row.first().is_some_and(|cell| cell == "（続き）"))
                .count()
                > 3,
            "{what}"
        );
    }
}

#[test]
fn an_empty_manuscript_is_a_file_too() {
    let empty = Manuscript { parts: Vec::new(), head: Vec::new(), notes: Vec::new(), ..made_of("") };
    check_word(&empty, "empty");
    assert_eq!(check_excel(&empty, "empty").sheets().len(), 1);
}

#[test]
fn the_same_manuscript_gives_the_same_bytes() {
    let (_, m) = invented().remove(0);
    assert!(word(&m) == word(&m) && excel(&m) == excel(&m));
}

#[test]
fn word_knows_headings_heads_of_tables_fonts_and_languages() {
    let named = ("somebody with a name".to_owned(), made_of("窓口で"));
    for (name, m) in invented().into_iter().chain([named]) {
        let package = check_word(&m, &name);
        let (document, styles) = (package.text("word/document.xml"), package.text("word/styles.xml"));
        let groups = || m.parts.iter().flat_map(|part| &part.groups);
        let style = |id: &str| document.matches(&format!("<w:pStyle w:val=\"{id}\"/>")).count();
        let to_fill_in = usize::from(m.mark.is_none());
        assert_eq!((style("Title"), style("Heading1")), (1, m.parts.len() + to_fill_in), "{name}");
        let things = |headed: bool| {
            groups()
                .filter(|g| g.many && !g.is_table() && g.heading.is_some() == headed)
                .map(|g| g.rows.len())
                .sum::<usize>()
        };
        assert_eq!(style("Heading2"), groups().filter(|g| g.heading.is_some()).count() + things(false), "{name}");
        assert_eq!(style("Heading3"), things(true), "{name}");
        let headed = groups().filter(|g| g.is_table() && g.columns.len() > 1).count();
        assert_eq!(
            document.matches("<w:tblHeader/>").count(),
            headed,
            "{name}: one column is called as the heading above it"
        );
        for (id, known) in
            [("Heading1", "heading 1"), ("Heading2", "heading 2"), ("Heading3", "heading 3"), ("Title", "Title")]
        {
            assert!(styles.contains(&format!("w:styleId=\"{id}\"><w:name w:val=\"{known}\"/>")), "{id}");
        }
        let fonts = "<w:rFonts w:ascii=\"Yu Gothic\" w:hAnsi=\"Yu Gothic\" w:eastAsia=\"游ゴシック\"";
        assert_eq!(
            styles.matches(fonts).count(),
            styles.matches("<w:style ").count() + 1,
            "by default and in every style"
        );
        assert!(!document.contains("<w:rPr>"), "nothing is styled by hand");
        let first = if m.lang == "ja" { "ja-JP" } else { "en-US" };
        assert!(styles.contains(&format!("<w:lang w:val=\"{first}\" w:eastAsia=\"ja-JP\"")), "{name}");
        assert!(document.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"), "A4");
        for part in ["1", "2"] {
            let footer = package.text(&format!("word/footer{part}.xml"));
            assert!(footer.contains("w:instr=\" PAGE \"") && footer.contains("w:instr=\" NUMPAGES \""), "{name}");
            assert!(
                footer.contains(&w::day(m.day, Lang::from_code(&m.lang))),
                "{name}: a day looks the same everywhere"
            );
            let above = package.text(&format!("word/header{part}.xml"));
            assert!(m.mark.iter().all(|mark| above.contains(mark)), "{name}: what must stand on every page does");
        }
        let running = package.text("word/header1.xml");
        assert!(document.contains("<w:titlePg/>") && running.contains(&m.title), "{name}: from the second page on");
        assert!(m.name.iter().all(|whose| running.contains(whose)), "{name}: and whose it is");
    }
}

/// What a reader sees of the workbook before reading a word of it.
#[test]
fn excel_prints_upright_on_a4_one_page_wide_with_title_name_and_number() {
    let named = ("somebody with a name".to_owned(), made_of("窓口で"));
    for (name, m) in invented().into_iter().chain([named]) {
        let package = check_excel(&m, &name);
        let sheets = package.sheets();
        for (sheet, xml) in &sheets {
            let what = format!("{name}, {sheet}");
            assert!(xml.contains("<pageSetUpPr fitToPage=\"1\"/>") && xml.contains("fitToHeight=\"0\""), "{what}");
            assert!(
                xml.contains("paperSize=\"9\"") && xml.contains("orientation=\"portrait\""),
                "{what}: all one way up"
            );
            let parsed = roxmltree::Document::parse(xml).unwrap();
            let said = |tag: &str| {
                parsed
                    .descendants()
                    .find(|n| n.tag_name().name() == tag)
                    .and_then(|n| n.text())
                    .unwrap_or_default()
                    .to_owned()
            };
            let (header, footer) = (said("oddHeader"), said("oddFooter"));
            assert!(header.contains(&m.title), "{what}: {header}");
            assert!(m.name.iter().chain(&m.mark).all(|words| header.contains(words)), "{what}: {header}");
            assert!(footer.contains("&P / &N") && footer.contains(&w::day(m.day, Lang::from_code(&m.lang))), "{what}");
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "{what}: no cell is a formula");
            assert!(xml.contains("state=\"frozen\""), "{what}");
            assert!(xml.contains("numberStoredAsText=\"1\""), "{what}: no cell has a green corner");
        }
        let book = package.text("xl/workbook.xml");
        assert_eq!(book.matches("_xlnm.Print_Titles").count(), sheets.len(), "{name}");
        let styles = package.text("xl/styles.xml");
        assert!(
            styles.contains("游ゴシック") && styles.contains("wrapText=\"1\"") && styles.contains("quotePrefix=\"1\"")
        );
        // A day that is written in full can be counted with, sorted and filtered.
        assert!(package.day_formats().iter().any(|format| format.contains("yyyy")), "{name}");
        assert!(sheets[0].1.contains("<v>46348</v>"), "{name}: the day when it was made");
    }
}

/// The first sheet says where each part is, and leads there; a sheet is called by what is on it.
#[test]
fn the_first_sheet_leads_to_every_part() {
    for (name, m) in invented() {
        let package = check_excel(&m, &name);
        let (names, sheets, cells) = (package.sheet_names(), package.sheets(), package.cells(&m.lang));
        if sheets.len() == 1 {
            continue;
        }
        let first = roxmltree::Document::parse(&sheets[0].1).unwrap();
        let links: Vec<&str> = first
            .descendants()
            .filter(|n| n.tag_name().name() == "hyperlink")
            .map(|n| n.attribute("location").unwrap())
            .collect();
        assert_eq!(links.len(), m.parts.len(), "{name}: {links:?}");
        for (link, part) in links.iter().zip(&m.parts) {
            let (sheet, place) = link.rsplit_once('!').unwrap();
            let sheet = sheet.trim_matches('\'').replace("''", "'");
            let at =
                names.iter().position(|known| *known == sheet).unwrap_or_else(|| panic!("{name}: no sheet {sheet}"));
            let row: usize = place.trim_start_matches('A').parse().unwrap();
            let xml = roxmltree::Document::parse(&sheets[at].1).unwrap();
            let there = xml.descendants().any(|n| n.attribute("r") == Some(place));
            assert!(there && row > 0 && cells[at].contains(&kept(&part.heading)), "{name}: {link} is {}", part.heading);
        }
    }
}

/// Excel passes over page breaks of one's own, so a sheet is a page: what stands together is on one.
#[test]
fn no_heading_stands_alone_at_the_end_of_a_sheet() {
    for (name, m) in invented().into_iter().chain((0..40).map(|seed| (format!("seed {seed}"), stranger(seed)))) {
        let package = check_excel(&m, &name);
        let headings: Vec<String> = m
            .parts
            .iter()
            .flat_map(|part| {
                [part.heading.clone()].into_iter().chain(part.groups.iter().filter_map(|g| g.heading.clone()))
            })
            .map(|heading| kept(&heading))
            .collect();
        for rows in package.raw_cells() {
            let last: Vec<&String> = rows.last().unwrap().iter().filter(|cell| !cell.is_empty()).collect();
            let lone = last.len() == 1 && headings.contains(last[0]);
            // The list of the parts may end so, where each of them has a sheet of its own.
            assert!(
                !lone || rows.iter().flatten().any(|cell| *cell == w::OFFICE_CONTENTS.get(Lang::from_code(&m.lang))),
                "{name}: {last:?}"
            );
        }
    }
}
