//! Any words, written as word.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aritai_fuzz::export("word", bytes));
