//! Word and Excel files as an office suite opens them: `LibreOffice` makes text, tables and paper of them, many at once.
//!
//! What it reads must be the words of the manuscript, in order; and it opens a file as it is, or not at all. (White space is set
//! aside, and so is what it does not hand on as text: marks that are not seen, and characters that no font has.)

use crate::office_files::{Package, invented, kept, stranger};
use crate::paper::plain;
use crate::settings;
use crate::temporary::Folder;
use aritai::export::manuscript::Manuscript;
use aritai::office::{excel, word};
use aritai::pack::Lang;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Its filters: UTF-8, every sheet, every cell as it is written.
const AS_TEXT: &str = "txt:Text (encoded):UTF8";
const AS_TABLES: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";
/// So many files are named to it at once; what is beyond the 246th it passes over without a word.
const AT_ONCE: usize = 100;
/// A4, in points, either way up, as a PDF says it.
const A4: [&str; 2] = ["/MediaBox[0 0 595", "/MediaBox[0 0 841"];

/// Writes so many manuscripts, invented people's first, then strangers', as Word and as Excel, and reads them with `LibreOffice`.
/// How many pages of paper they are.
pub fn opened_by_an_office_suite(count: usize, seed: u64) -> usize {
    let strangers = (seed..).map(|seed| (format!("seed {seed}"), stranger(seed)));
    // Everybody when there is room for all; else every fifth, so that both languages and both kinds are among them.
    let invented = invented().into_iter().step_by(if count < 100 { 5 } else { 1 });
    let all: Vec<(String, Manuscript)> = invented.chain(strangers).take(count).collect();
    let home = Folder::new();
    for (number, (what, m)) in all.iter().enumerate() {
        let write = |ending: &str, bytes: Vec<u8>| fs::write(home.path().join(format!("{number}.{ending}")), bytes);
        write("docx", word(m).unwrap_or_else(|e| panic!("{what}: {e}"))).expect("a Word file");
        write("xlsx", excel(m).unwrap_or_else(|e| panic!("{what}: {e}"))).expect("an Excel file");
    }
    let names = |ending: &str| (0..all.len()).map(|number| format!("{number}.{ending}")).collect::<Vec<_>>();
    for (folder, filter, ending) in
        [("text", AS_TEXT, "docx"), ("tables", AS_TABLES, "xlsx"), ("word", "pdf", "docx"), ("excel", "pdf", "xlsx")]
    {
        for files in names(ending).chunks(AT_ONCE) {
            convert(&home, folder, filter, files);
        }
    }
    let mut pages = 0;
    for (number, (what, m)) in all.iter().enumerate() {
        let read = |folder: &str, ending: &str| {
            let file = home.path().join(folder).join(format!("{number}{ending}"));
            fs::read_to_string(&file).unwrap_or_else(|e| panic!("{what}: {}: {e}", file.display()))
        };
        let package = Package::open(&word(m).expect("it was written before"));
        same(&read("text", ".txt"), &package.paragraphs().concat(), &format!("{what} in Word"));
        let package = Package::open(&excel(m).expect("it was written before"));
        for (name, cells) in package.sheet_names().iter().zip(package.raw_cells()) {
            let table = from_csv(&read("tables", &format!("-{name}.csv")));
            same(&table, &cells.concat().concat(), &format!("{what}, {name} in Excel"));
        }
        for kind in ["word", "excel"] {
            pages += on_paper(&home.path().join(kind).join(format!("{number}.pdf")), m, &format!("{what}, {kind}"));
        }
    }
    pages
}

/// What `LibreOffice` makes of a cell of a CSV file (a text, a number, a formula), and what it shows.
pub type Taken = (String, String);

/// The cells of CSV files as `LibreOffice` takes them up, where it looks for days and numbers as keenly as it
/// can.
pub fn cells_of_csv(files: &[Vec<u8>], lang: Lang) -> Vec<Vec<Taken>> {
    let home = Folder::new();
    let names: Vec<String> = (0..files.len()).map(|number| format!("{number}.csv")).collect();
    for (name, csv) in names.iter().zip(files) {
        fs::write(home.path().join(name), csv).expect("a CSV file");
    }
    let locale = if lang == Lang::Ja { 1041 } else { 1033 };
    // Comma, quotes, UTF-8, from the first line, columns as they are, the language, quotes say nothing,
    // numbers are looked for.
    let filter = format!("--infilter=CSV:44,34,76,1,,{locale},false,true");
    let told = Command::new(settings::soffice())
        .arg(format!("-env:UserInstallation=file://{}", home.folder("profile").display()))
        .args(["--headless", "--norestore", "--convert-to", "fods", &filter])
        .args(&names)
        .current_dir(home.path())
        .output()
        .expect("soffice: is LibreOffice installed, with Calc?");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    names.iter().map(|name| cells_of_sheet(&home.path().join(name).with_extension("fods"))).collect()
}

fn cells_of_sheet(file: &Path) -> Vec<Taken> {
    let sheet = fs::read_to_string(file).expect("what it made of the file");
    let sheet = roxmltree::Document::parse(&sheet).expect("XML");
    let cells = sheet.descendants().filter(|n| n.tag_name().name() == "table-cell");
    let kind = |cell: &roxmltree::Node| {
        let said = |name: &str| cell.attributes().find(|a| a.name() == name).map(|a| a.value().to_owned());
        said("formula").or_else(|| said("value-type"))
    };
    let shown = |cell: &roxmltree::Node| -> String {
        cell.descendants().filter_map(|n| n.text().filter(|_| n.is_text())).collect::<String>().trim().to_owned()
    };
    cells.filter_map(|cell| kind(&cell).map(|kind| (kind, shown(&cell)))).collect()
}

/// One run for many files: starting takes longer than converting.
fn convert(home: &Folder, folder: &str, filter: &str, files: &[String]) {
    let profile = home.folder("profile");
    let told = Command::new(settings::soffice())
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--norestore", "--convert-to", filter, "--outdir"])
        .arg(home.folder(folder))
        .args(files)
        .current_dir(home.path())
        .output()
        .expect("soffice: is LibreOffice installed, with Writer and Calc?");
    assert!(told.status.success(), "soffice makes {filter}: {}", String::from_utf8_lossy(&told.stderr));
}

/// What is compared: what is seen. `LibreOffice` keeps the rest to itself, or writes it in another way.
fn seen(text: &str) -> String {
    let unseen = |c: &char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
            || matches!(c, '\u{fff0}'..='\u{ffff}' | '\u{fdd0}'..='\u{fdef}')
            || u32::from(*c) & 0xfffe == 0xfffe
    };
    kept(text).chars().filter(|c| !unseen(c)).collect()
}

fn same(read: &str, written: &str, what: &str) {
    let (read, written) = (seen(read), seen(written));
    let at = read.chars().zip(written.chars()).position(|(a, b)| a != b).unwrap_or(0);
    let around = |text: &str| text.chars().skip(at.saturating_sub(20)).take(60).collect::<String>();
    assert!(
        read == written,
        "{what}, from character {at} on: read {:?}, written {:?}",
        around(&read),
        around(&written)
    );
}

/// The words of a table whose cells stand in quotes where they need it.
fn from_csv(text: &str) -> String {
    let mut out = String::new();
    let (mut quoted, mut chars) = (false, text.trim_start_matches('\u{feff}').chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                out.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => {}
            c => out.push(c),
        }
    }
    out
}

/// It is A4, its pages are numbered, and what must stand on every page does. How many pages it has.
///
/// (The fonts of this system have one glyph for some characters and for the Kangxi radicals; [`plain`] brings both together.)
fn on_paper(pdf: &Path, m: &Manuscript, what: &str) -> usize {
    let run = |program: &Path, arguments: &[&str]| {
        let told = Command::new(program).arg(pdf).args(arguments).output().expect("poppler-utils");
        assert!(told.status.success(), "{what}: {}", String::from_utf8_lossy(&told.stderr));
        String::from_utf8_lossy(&told.stdout).into_owned()
    };
    let text = run(&settings::pdftotext(), &["-"]);
    let pages: Vec<String> = text.trim_end_matches('\u{c}').split('\u{c}').map(plain).collect();
    for (number, page) in (1..).zip(&pages) {
        assert!(page.contains(&format!("{number}/")), "{what}: page {number} has its number: {page}");
        if let Some(mark) = &m.mark {
            assert!(page.contains(&plain(mark)), "{what}: page {number} says {mark}: {page}");
        }
    }
    let bytes = fs::read(pdf).expect("the PDF");
    let bytes = String::from_utf8_lossy(&bytes);
    let on_a4: usize = A4.iter().map(|size| bytes.matches(size).count()).sum();
    assert_eq!(on_a4, pages.len(), "{what}: every page is A4");
    pages.len()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_table_reads_as_its_words() {
        assert_eq!(super::from_csv("\u{feff}a,\"b \"\"c\"\", d\"\n,,e"), "ab \"c\", d\ne");
    }
}
