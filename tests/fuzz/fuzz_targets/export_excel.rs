//! Any words, written as excel.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aritai_fuzz::export("excel", bytes));
