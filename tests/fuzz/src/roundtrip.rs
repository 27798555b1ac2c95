//! As many round trips as one likes: `./dev soak roundtrip [COUNT]`, a million unless told. Every person is another one than in
//! the last run. Ends with a line of figures; whoever does not come back as they were stops it, and their number is told.

use crate::rounds::{Gone, round};
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Instant, SystemTime};

/// Sends them out.
pub fn run(mut told: impl Iterator<Item = String>) {
    let count: u64 = told.next().and_then(|n| n.parse().ok()).unwrap_or(1_000_000);
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let first: u64 = told.next().and_then(|n| n.parse().ok()).unwrap_or(now << 24);
    let began = Instant::now();
    println!("{count} people, from number {first} on");
    let next = AtomicU64::new(0);
    let work = || {
        let mut sum = Gone::default();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            if at >= count {
                return sum;
            }
            if at > 0 && at % 100_000 == 0 {
                println!("{at} after {} s", began.elapsed().as_secs());
            }
            let gone = round(first + at);
            sum.bytes += gone.bytes;
            sum.leaves += gone.leaves;
            sum.editions += gone.editions;
        }
    };
    let hands = thread::available_parallelism().map_or(1, usize::from);
    let done: Vec<Gone> = thread::scope(|scope| {
        let running: Vec<_> = (0..hands).map(|_| scope.spawn(work)).collect();
        running.into_iter().map(|hand| hand.join().expect("somebody did not come back as they were")).collect()
    });
    let sum = |of: fn(&Gone) -> usize| done.iter().map(of).sum::<usize>();
    println!(
        "{count} people came back as they were: {} editions, {} answers, {} MB, in {} s",
        sum(|gone| gone.editions),
        sum(|gone| gone.leaves),
        sum(|gone| gone.bytes) / 1_000_000,
        began.elapsed().as_secs()
    );
}
