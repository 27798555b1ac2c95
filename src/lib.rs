//! Aritai: a career-design self-assessment that runs wholly in the browser.
pub mod document;
pub mod export;
pub mod format;
pub mod pack;
pub mod plan;
pub mod route;
pub mod share;
pub mod wording;
