//! What the `dev` script tells us: where the built page and the programs are.
//!
//! Without it: the page in `dist/` of the repository, programs by name from PATH.

use std::path::PathBuf;

fn told(name: &str, otherwise: &str) -> PathBuf {
    std::env::var_os(name).filter(|value| !value.is_empty()).map_or_else(|| PathBuf::from(otherwise), PathBuf::from)
}

/// The built page: a folder of static files.
pub fn dist() -> PathBuf {
    told("ARITAI_DIST", concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist"))
}

/// The program that drives Chromium. It and Chromium have to be of the same version.
pub fn chromedriver() -> PathBuf {
    told("ARITAI_CHROMEDRIVER", "chromedriver")
}

/// Chromium itself.
pub fn chromium() -> PathBuf {
    located(told("ARITAI_CHROMIUM", "chromium"))
}

/// The program that drives Firefox.
pub fn geckodriver() -> PathBuf {
    told("ARITAI_GECKODRIVER", "geckodriver")
}

/// Firefox itself.
pub fn firefox() -> PathBuf {
    located(told("ARITAI_FIREFOX", "firefox-esr"))
}

/// The program that drives `WebKit`, and the browser that is `WebKit` and little else.
pub fn webkitdriver() -> PathBuf {
    told("ARITAI_WEBKITDRIVER", "WebKitWebDriver")
}

/// `WebKit` itself.
pub fn webkit() -> PathBuf {
    told("ARITAI_WEBKIT", "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser")
}

/// The program that finishes a build, and makes another build out of one.
pub fn seal() -> PathBuf {
    told("ARITAI_SEAL", concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/debug/seal"))
}

/// A driver wants a path, so a bare name is looked up as the shell would.
fn located(named: PathBuf) -> PathBuf {
    if named.components().count() > 1 {
        return named;
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).map(|folder| folder.join(&named)).find(|file| file.is_file()).unwrap_or(named)
}

/// Reads the words of a PDF.
pub fn pdftotext() -> PathBuf {
    told("ARITAI_PDFTOTEXT", "pdftotext")
}

/// Draws the pages of a PDF.
pub fn pdftoppm() -> PathBuf {
    told("ARITAI_PDFTOPPM", "pdftoppm")
}

/// `LibreOffice`, with Writer and Calc.
pub fn soffice() -> PathBuf {
    told("ARITAI_SOFFICE", "soffice")
}

/// Debian's `age`.
pub fn age() -> PathBuf {
    told("ARITAI_AGE", "age")
}

/// The script of axe-core.
pub fn axe() -> PathBuf {
    told("ARITAI_AXE", "axe.min.js")
}

/// Where results go that somebody wants to look at: pictures of failures, the bench's figures.
pub fn results() -> PathBuf {
    told("CARGO_TARGET_DIR", concat!(env!("CARGO_MANIFEST_DIR"), "/target"))
}
