//! The Word and the Excel file: whole, sound, and nobody's but the words' own.
//!
//! Reads them as others would: unpacks them, parses every part, puts the words together again and compares them with the
//! manuscript's. Knows manuscripts, invented people and people who were never born.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

#[path = "support/dice.rs"]
mod dice;
#[path = "support/office.rs"]
mod office_files;
#[path = "support/people.rs"]
mod people;

use aritai::export::manuscript::Manuscript;
use aritai::office::{excel, word};
use office_files::{HOSTILE, Package, invented, kept, long, made_of, one_of_everything, stranger};

/// Every word of the manuscript, in reading order, as the Word file says them.
fn words_of(m: &Manuscript) -> Vec<String> {
    let mut words = vec![m.title.clone()];
    words.extend(m.notes.iter().cloned());
    words.extend(m.head.iter().flat_map(|entry| [entry.label.clone(), entry.words.clone()]));
    for part in &m.parts {
        words.push(part.heading.clone());
        for group in &part.groups {
            words.extend(group.heading.clone());
            if group.is_table() {
                words.extend(group.columns.iter().chain(group.rows.iter().flatten()).cloned());
                continue;
            }
            for row in 0..group.rows.len() {
                words.extend(group.many.then(|| group.name(row)));
                words.extend(group.said(row).flat_map(|(label, words)| [label.to_owned(), words.to_owned()]));
            }
        }
    }
    words.into_iter().map(|words| kept(&words)).collect()
}

fn check_word(m: &Manuscript, what: &str) -> Package {
    let package = Package::open(&word(m).unwrap());
    package.is_sound(m, what);
    assert_eq!(package.paragraphs(), words_of(m), "what Word says: {what}");
    package
}

/// Every cell of the manuscript, sheet by sheet: the head rows and labels too.
fn cells_of(m: &Manuscript) -> Vec<Vec<String>> {
    let mut cover = vec![m.title.clone()];
    cover.extend(m.mark.clone());
    cover.extend(m.notes.iter().cloned());
    cover.push(m.day.to_string());
    cover.extend(m.head.iter().flat_map(|entry| [entry.label.clone(), entry.words.clone()]));
    let mut sheets = vec![cover];
    for part in &m.parts {
        let mut cells = vec![part.heading.clone()];
        for group in &part.groups {
            cells.extend(group.heading.clone());
            if group.many {
                cells.extend(group.columns.iter().chain(group.rows.iter().flatten()).cloned());
            } else {
                let said = (0..group.rows.len()).flat_map(|row| group.said(row));
                cells.extend(said.flat_map(|(label, words)| [label.to_owned(), words.to_owned()]));
            }
        }
        sheets.push(cells);
    }
    let kept = |cells: Vec<String>| cells.iter().map(|words| kept(words)).filter(|words| !words.is_empty()).collect();
    sheets.into_iter().map(kept).collect()
}

fn check_excel(m: &Manuscript, what: &str) -> Package {
    let package = Package::open(&excel(m).unwrap());
    package.is_sound(m, what);
    assert_eq!(package.cells(&m.lang), cells_of(m), "what Excel says: {what}");
    package
}

#[test]
fn every_invented_persons_words_are_in_both_files() {
    let all = invented();
    assert_eq!(all.len(), 32, "eight people, two languages, what is shared and what is their own");
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
    for text in ["一\n二\n三", "一\r\n二\r\n三", "一\r二\r三"] {
        let document = check_word(&made_of(text), text).text("word/document.xml");
        assert_eq!(document.matches("<w:br/>").count(), 2, "{text:?}");
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
        assert!(package.raw_cells().iter().flatten().filter(|row| row[0] == "（続き）").count() > 3, "{what}");
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
    for (name, m) in invented() {
        let package = check_word(&m, &name);
        let (document, styles) = (package.text("word/document.xml"), package.text("word/styles.xml"));
        let groups = || m.parts.iter().flat_map(|part| &part.groups);
        let style = |id: &str| document.matches(&format!("<w:pStyle w:val=\"{id}\"/>")).count();
        assert_eq!((style("Title"), style("Heading1")), (1, m.parts.len()), "{name}");
        let things = |headed: bool| {
            groups()
                .filter(|g| g.many && !g.is_table() && g.heading.is_some() == headed)
                .map(|g| g.rows.len())
                .sum::<usize>()
        };
        assert_eq!(style("Heading2"), groups().filter(|g| g.heading.is_some()).count() + things(false), "{name}");
        assert_eq!(style("Heading3"), things(true), "{name}");
        assert_eq!(document.matches("<w:tblHeader/>").count(), groups().filter(|g| g.is_table()).count(), "{name}");
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
        let footer = package.text("word/footer1.xml");
        assert!(footer.contains("w:instr=\" PAGE \"") && footer.contains("w:instr=\" NUMPAGES \""), "{name}");
        let header = package.get("word/header1.xml").map(|xml| xml.contains(m.mark.as_deref().unwrap_or("?")));
        assert_eq!(header, m.mark.as_ref().map(|_| true), "{name}: what must stand on every page does");
    }
}

#[test]
fn excel_prints_on_a4_one_page_wide_with_its_head() {
    for (name, m) in invented() {
        let package = check_excel(&m, &name);
        let sheets = package.sheets();
        assert_eq!(sheets.len(), m.parts.len() + 1, "{name}");
        for (sheet, xml) in &sheets {
            let what = format!("{name}, {sheet}");
            assert!(xml.contains("<pageSetUpPr fitToPage=\"1\"/>") && xml.contains("fitToHeight=\"0\""), "{what}");
            assert!(xml.contains("paperSize=\"9\"") && xml.contains("<oddFooter>"), "{what}");
            let mark = m.mark.as_ref().map(|mark| format!("<oddHeader>&amp;R&amp;B{mark}</oddHeader>"));
            assert_eq!(mark.is_some(), mark.is_some_and(|mark| xml.contains(&mark)), "{what}: the mark");
            assert!(!xml.contains("<f>") && !xml.contains("<f "), "{what}: no cell is a formula");
        }
        for (sheet, xml) in &sheets[1..] {
            assert!(xml.contains("state=\"frozen\""), "{name}, {sheet}");
        }
        let book = package.text("xl/workbook.xml");
        assert_eq!(book.matches("_xlnm.Print_Titles").count(), m.parts.len(), "{name}");
        let styles = package.text("xl/styles.xml");
        assert!(
            styles.contains("游ゴシック") && styles.contains("wrapText=\"1\"") && styles.contains("quotePrefix=\"1\"")
        );
    }
}
