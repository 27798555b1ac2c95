//! Any bytes, chosen as a plan that was handed over; and any records in one.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| aritai_fuzz::given(bytes));
