//! Any bytes, chosen as a locked backup.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aritai_fuzz::locked(bytes));
