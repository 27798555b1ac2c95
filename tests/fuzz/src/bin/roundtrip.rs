//! `./dev soak roundtrip`: see `aritai_fuzz::roundtrip`.

fn main() {
    aritai_fuzz::roundtrip::run(std::env::args().skip(1));
}
