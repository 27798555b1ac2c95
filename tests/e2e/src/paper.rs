//! What leaves the browser: files in the download folder, and paper.

use crate::browser::Browser;
use crate::firefox::FONTS_READY;
use crate::{settings, wait};
use serde_json::json;
use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

impl Browser {
    /// Waits for the next download whose name begins and ends so, takes it out of the folder and reads it.
    pub async fn downloaded(&self, beginning: &str, ending: &str) -> (String, Vec<u8>) {
        let folder = self.downloads();
        let seen = Cell::new(0);
        let file: PathBuf = wait::until(&format!("{beginning}….{ending} is downloaded"), async || {
            let names = fs::read_dir(&folder).ok()?.flatten().map(|entry| entry.file_name());
            let mut names = names.filter_map(|name| name.into_string().ok());
            let name = names.find(|name| name.starts_with(beginning) && name.ends_with(&format!(".{ending}")))?;
            // It may be there before its bytes are: it has come when it has some, and no more than at the last look.
            let file = folder.join(name);
            let length = fs::metadata(&file).ok()?.len();
            (length > 0 && seen.replace(length) == length).then_some(file)
        })
        .await;
        let bytes = fs::read(&file).expect("the downloaded file");
        fs::remove_file(&file).expect("the downloaded file is ours");
        (file.file_name().expect("a name").to_string_lossy().into_owned(), bytes)
    }

    /// Hands a file to the page's file field, as a person does who chooses it.
    pub async fn give_file(&self, field: &str, name: &str, bytes: &[u8]) {
        let file = self.own_folder().join(name);
        fs::write(&file, bytes).expect("a file of our own");
        let script = "return document.getElementById(arguments[0])";
        let field = wait::until(&format!("there is the file field {field}"), async || {
            let found = self.driver().execute(script, vec![json!(field)]).await.ok()?;
            (!found.json().is_null()).then(|| found.element().expect("an element"))
        })
        .await;
        field.send_keys(file.to_string_lossy().into_owned()).await.expect("the file is chosen");
    }

    /// The page printed on A4, as a PDF, with the printing fonts where there is paper.
    pub async fn printed(&self) -> Vec<u8> {
        let paper = "document.querySelector('.paper, .manuscript')";
        let ready = self.js_async(&format!("return !{paper} || await {FONTS_READY}")).await;
        assert_eq!(ready, json!(true), "the printing fonts are there");
        let settings =
            json!({ "printBackground": false, "preferCSSPageSize": true, "paperWidth": 8.27, "paperHeight": 11.69 });
        let answer = self.cdp("Page.printToPDF", settings).await;
        from_base64(answer["data"].as_str().expect("a PDF"))
    }
}

/// The words of a PDF, without line breaks and spaces, which a layout puts where it likes: once in the order of the page,
/// once in that of the columns, once in that of writing, so that words that wrap beside others are found in one of them.
/// Every character as the PDF names it.
pub fn words_of_pdf(pdf: &[u8], folder: &Path) -> String {
    [&["-layout"][..], &[], &["-raw"]].map(|order| plain(&text_of_pdf(pdf, folder, order))).join("\n")
}

/// The words on each page of a PDF, in the order of writing, line by line.
pub fn pages_of(pdf: &[u8], folder: &Path) -> Vec<String> {
    let text = text_of_pdf(pdf, folder, &["-raw"]);
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// The fonts of a PDF, as they are named in it, without the sign of a subset.
pub fn fonts_of_pdf(pdf: &[u8], folder: &Path) -> Vec<String> {
    let file = folder.join("fonts.pdf");
    fs::write(&file, pdf).expect("a file for the PDF");
    let program = settings::pdftotext().with_file_name("pdffonts");
    let told = Command::new(program).arg(&file).output().expect("pdffonts comes with pdftotext (poppler-utils)");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let lines = String::from_utf8_lossy(&told.stdout).into_owned();
    // Below two lines of head: the name comes first, `ABCDEF+Name`.
    let name =
        |line: &str| line.split_whitespace().next().map(|name| name.rsplit('+').next().unwrap_or(name).to_owned());
    lines.lines().skip(2).filter_map(name).collect()
}

fn text_of_pdf(pdf: &[u8], folder: &Path, order: &[&str]) -> String {
    let (file, text) = (folder.join("printed.pdf"), folder.join("printed.txt"));
    fs::write(&file, pdf).expect("the PDF");
    let status = Command::new(settings::pdftotext()).args(order).arg(&file).arg(&text).status();
    assert!(status.expect("pdftotext: is poppler-utils installed?").success(), "pdftotext reads the PDF");
    fs::read_to_string(&text).expect("the words of the PDF")
}

/// Text as [`words_of_pdf`] gives it.
pub fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

/// How many pages a PDF has, by drawing them: `name-1.png`, `name-2.png` …
pub fn draw_pdf(pdf: &[u8], folder: &Path, name: &str) -> usize {
    fs::create_dir_all(folder).expect("a folder for the pictures");
    let file = folder.join(format!("{name}.pdf"));
    fs::write(&file, pdf).expect("the PDF");
    let drawn = || {
        fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| {
            let page = entry.file_name().to_string_lossy().into_owned();
            let number = page.strip_prefix(name).and_then(|rest| rest.strip_prefix('-')?.strip_suffix(".png"));
            number.is_some_and(|number| number.parse::<u32>().is_ok())
        })
    };
    // An earlier run may have drawn more pages.
    for page in drawn() {
        fs::remove_file(page.path()).expect("the picture of an earlier run goes");
    }
    let status =
        Command::new(settings::pdftoppm()).args(["-r", "110", "-png"]).arg(&file).arg(folder.join(name)).status();
    assert!(status.expect("pdftoppm: is poppler-utils installed?").success(), "pdftoppm draws the PDF");
    drawn().count()
}

/// Base 64, as the `DevTools` protocol wraps bytes.
pub fn from_base64(text: &str) -> Vec<u8> {
    let value = |c: u8| match c {
        b'A'..=b'Z' => u32::from(c - b'A'),
        b'a'..=b'z' => u32::from(c - b'a') + 26,
        b'0'..=b'9' => u32::from(c - b'0') + 52,
        b'+' => 62,
        _ => 63,
    };
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    for group in text.trim_end_matches('=').as_bytes().chunks(4) {
        let bits = group.iter().fold(0, |bits, c| bits << 6 | value(*c)) << (6 * (4 - group.len()));
        out.extend_from_slice(&bits.to_be_bytes()[1..group.len().max(1)]);
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn base_64_comes_out_as_bytes() {
        for (text, bytes) in [("", &b""[..]), ("Zg==", b"f"), ("Zm8=", b"fo"), ("Zm9v", b"foo"), ("//8=", b"\xff\xff")]
        {
            assert_eq!(super::from_base64(text), bytes);
        }
    }
}
