//! Writes what the fuzzing begins with: see `aritai_fuzz::seeds`.

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "corpus".to_owned());
    aritai_fuzz::seeds::write_into(folder.as_ref())
}
