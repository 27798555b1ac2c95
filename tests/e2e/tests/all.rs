//! Every browser test, in one program: it is linked once, and no processor waits for the last test of a file.
//!
//! One file's tests: `cargo test --manifest-path tests/e2e/Cargo.toml history::`.

mod across;
mod agreed;
mod alone;
mod answers;
mod axe;
mod built;
mod cost;
mod damages;
mod deeper;
mod disk;
mod elsewhere;
mod faults;
mod files;
mod first;
mod full_walk;
mod harness;
mod help;
mod history;
mod kill;
mod leaks;
mod licences;
mod lists;
mod locked;
mod manners;
mod memory;
mod nowhere;
mod odd;
mod office;
mod offline;
mod onefile;
mod places;
mod printed;
mod reach;
mod replies;
mod seen;
mod sharing;
mod short_path;
mod tabs;
mod talk;
mod tree;
mod typing;
mod workplace;
mod wrapped;

/// A file that isn't named above would never be run.
#[test]
fn every_file_of_tests_is_in_this_program() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
    let named: Vec<&str> = include_str!("all.rs").lines().filter_map(|l| l.strip_prefix("mod ")).collect();
    for file in std::fs::read_dir(folder).expect("the folder of the tests") {
        let name = file.expect("a file").file_name().into_string().expect("a name");
        let module = name.replace(".rs", ";");
        assert!(name == "all.rs" || named.contains(&module.as_str()), "{name} is not in all.rs");
    }
}
