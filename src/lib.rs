//! Aritai: a career-design self-assessment that runs wholly in the browser.
pub mod pack;
