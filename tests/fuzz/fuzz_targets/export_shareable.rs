//! Any words, written as shareable.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aritai_fuzz::export("shareable", bytes));
