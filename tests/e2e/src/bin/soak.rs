//! What takes long: `./dev soak kills [--chromium N] [--firefox N] [--webkit N] [--minutes N] [--out FILE]` kills the browsers
//! 700, 200 and 100 times unless told. `./dev soak [COUNT]`: Chromium is killed so often, 100 times unless told, and then as
//! many Word and Excel files, three times over, are opened by an office suite. Fails when anything was lost that was shown as
//! saved. `./dev soak axe`: axe looks at every screen, empty and full, in both languages and every look.

use aritai_e2e::axe;
use aritai_e2e::office::opened_by_an_office_suite;
use aritai_e2e::settings;
use aritai_e2e::soak_kills::{self, Wanted};
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let first = words.next();
    if first.as_deref() == Some("kills") {
        return ended(soak_kills::run(&Wanted::read(words)).await);
    }
    if first.as_deref() == Some("axe") {
        println!("axe looked {} times and found nothing", axe::whole_product().await);
        return ExitCode::SUCCESS;
    }
    let count: usize = first.and_then(|n| n.parse().ok()).unwrap_or(100);
    let out = settings::results().join("kills.json");
    let went_well = soak_kills::run(&Wanted { chromium: count, firefox: 0, webkit: 0, minutes: None, out }).await;
    let manuscripts = count * 3;
    println!("an office suite opens {manuscripts} manuscripts, as Word and as Excel");
    println!("{} pages, every word of them", opened_by_an_office_suite(manuscripts, std::process::id().into()));
    ended(went_well)
}

fn ended(went_well: bool) -> ExitCode {
    ExitCode::from(u8::from(!went_well))
}
