//! The kill test as often as one likes: `./dev soak [COUNT]`, 100 unless told. Ends with a line of figures, and fails when
//! anything was lost that was shown as saved. Then as many Word and Excel files, three times over, opened by an office suite.

use aritai_e2e::browser::{Browser, caught};
use aritai_e2e::kill::{self, Dice, Outcome};
use aritai_e2e::office::opened_by_an_office_suite;

/// After how many kills the trials move to a computer that has never seen the page.
const FRESH: usize = 10;

#[tokio::main]
async fn main() -> std::process::ExitCode {
    let count: usize = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(100);
    let seed = std::process::id().into();
    println!("{count} kills, seed {seed}");
    let mut dice = Dice::new(seed);
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut failed = 0;
    let mut browser = Browser::start(kill::options()).await;
    for trial in 0..count {
        if trial % FRESH == 0 {
            browser.fresh_computer().await;
            kill::begin(&browser).await;
        }
        let mut outcome = None;
        let panic = caught(async { outcome = Some(kill::trial(&mut browser, &mut dice).await) }).await;
        if panic.is_some() {
            failed += 1;
            println!("kill {}: FAILED", trial + 1);
            browser.fresh_computer().await;
            kill::begin(&browser).await;
        } else if let Some(outcome) = outcome {
            println!("kill {}: {outcome:?}", trial + 1);
            outcomes.push(outcome);
        }
    }
    let most = |of: fn(&Outcome) -> u64| outcomes.iter().map(of).max().unwrap_or(0);
    println!(
        "longest tail not yet shown as saved and lost: {} characters; longest pause between acknowledgements: {} ms",
        most(|o| o.tail as u64),
        most(|o| o.longest_pause_ms),
    );
    println!("{} passed, {failed} failed", outcomes.len());
    let manuscripts = count * 3;
    println!("an office suite opens {manuscripts} manuscripts, as Word and as Excel");
    println!("{} pages, every word of them", opened_by_an_office_suite(manuscripts, seed));
    std::process::ExitCode::from(u8::from(failed > 0))
}
