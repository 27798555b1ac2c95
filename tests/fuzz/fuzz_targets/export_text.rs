//! Any words, written as text.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aritai_fuzz::export("text", bytes));
