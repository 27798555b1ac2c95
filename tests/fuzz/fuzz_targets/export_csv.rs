//! Any words, written as csv.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aritai_fuzz::export("csv", bytes));
