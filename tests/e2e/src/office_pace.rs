//! How fast Word and Excel files come: the first one, for which the office part is loaded, and those after it.

use crate::browser::Browser;
use crate::page::Role;
use aritai::route::Route;
use aritai::wording as w;
use serde_json::json;

/// Milliseconds from the press of a button to the offer of a file.
pub struct Pace {
    /// Loading the part: what the first file took longer than the next of its kind.
    pub load: f64,
    /// A Word file, when the part is there.
    pub word: f64,
    /// An Excel file, when the part is there.
    pub excel: f64,
}

/// Resolves when bytes are offered, with the time since the press.
const PRESS: &str = "const offer = URL.createObjectURL, began = performance.now();
    return new Promise(done => {
        URL.createObjectURL = blob => { URL.createObjectURL = offer; done(performance.now() - began); return offer.call(URL, blob) };
        [...document.querySelectorAll('.office button')].find(b => b.innerText === LABEL).click();
    })";

/// Measures on the full plan of what is there.
pub async fn of(browser: &Browser) -> Pace {
    browser.visit(Route::Plan).await;
    browser.find(Role::Button, w::OFFICE_WORD).await;
    let took = async |button: w::Words, ending: &str| {
        let label = json!(button.get(browser.lang)).to_string();
        let ms = browser.js_async(&PRESS.replace("LABEL", &label)).await.as_f64().unwrap_or(f64::NAN);
        browser.downloaded(w::FILE_FULL.get(browser.lang), ending).await;
        browser.reads(w::OFFICE_DONE).await;
        ms
    };
    let first = took(w::OFFICE_WORD, "docx").await;
    let word = took(w::OFFICE_WORD, "docx").await;
    let excel = took(w::OFFICE_EXCEL, "xlsx").await;
    Pace { load: first - word, word, excel }
}
