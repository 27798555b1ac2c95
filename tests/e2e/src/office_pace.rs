//! How fast Word and Excel files come: the first one, for which the office part is loaded, and those after it.

use crate::browser::Browser;
use aritai::route::Route;
use aritai::wording as w;

/// Milliseconds from the press of a button to the offer of a file.
pub struct Pace {
    /// Loading the part: what the first file took longer than the next of its kind.
    pub load: f64,
    /// A Word file, when the part is there.
    pub word: f64,
    /// An Excel file, when the part is there.
    pub excel: f64,
}

/// Notes when something was pressed, and how long after that bytes were offered. (The press is a real one: a page that offers
/// files without being asked is stopped by the browser.)
const WATCH: &str = "const offer = URL.createObjectURL;
    addEventListener('click', () => { window.__pressed = performance.now() }, true);
    URL.createObjectURL = bytes => { window.__took = performance.now() - window.__pressed; return offer.call(URL, bytes) }";

/// Measures on the full plan of what is there.
pub async fn of(browser: &Browser) -> Pace {
    browser.visit(Route::Plan).await;
    browser.js(WATCH, vec![]).await;
    let took = async |button: w::Words, ending: &str| {
        browser.press(button).await;
        browser.downloaded(w::FILE_FULL.get(browser.lang), ending).await;
        browser.reads(w::OFFICE_DONE).await;
        browser.js("return window.__took", vec![]).await.as_f64().unwrap_or(f64::NAN)
    };
    let first = took(w::OFFICE_WORD, "docx").await;
    let word = took(w::OFFICE_WORD, "docx").await;
    let excel = took(w::OFFICE_EXCEL, "xlsx").await;
    Pace { load: first - word, word, excel }
}
