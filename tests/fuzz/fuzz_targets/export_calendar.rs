//! Any words, written as calendar.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aritai_fuzz::export("calendar", bytes));
