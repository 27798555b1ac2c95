//! Any bytes, chosen as a backup.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aritai_fuzz::import(bytes));
