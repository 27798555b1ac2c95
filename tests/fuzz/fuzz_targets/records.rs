//! Any bytes, found where records are kept; their checksums are put right, so that what is behind them is reached.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aritai_fuzz::kept(bytes));
