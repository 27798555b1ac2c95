//! Waiting: for a condition, with a deadline, and never for a fixed time.

use std::time::{Duration, Instant};

/// How long anything may take that a person would be waiting for. Generous, because other builds share the machine;
/// nothing ever waits longer than it must.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How often a condition is looked at.
pub const GLANCE: Duration = Duration::from_millis(15);

/// Asks again and again until there is an answer; panics with `what` when there is none in time.
pub async fn until<T>(what: &str, ask: impl AsyncFnMut() -> Option<T>) -> T {
    within(PATIENCE, what, ask).await
}

/// Like [`until`], with a deadline of one's own.
pub async fn within<T>(patience: Duration, what: &str, ask: impl AsyncFnMut() -> Option<T>) -> T {
    every(GLANCE, patience, what, ask).await
}

/// Like [`within`], looking less often, where looking itself takes something from what is measured.
pub async fn every<T>(glance: Duration, patience: Duration, what: &str, mut ask: impl AsyncFnMut() -> Option<T>) -> T {
    let end = Instant::now() + patience;
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(Instant::now() < end, "waited {} s in vain until {what}", patience.as_secs());
        tokio::time::sleep(glance).await;
    }
}

/// Looks every so often until something is so; whether it was in time.
pub async fn is_within(glance: Duration, patience: Duration, mut look: impl AsyncFnMut() -> bool) -> bool {
    let end = Instant::now() + patience;
    loop {
        if look().await {
            return true;
        }
        if Instant::now() >= end {
            return false;
        }
        tokio::time::sleep(glance).await;
    }
}

/// Looks again and again until what is seen is what is expected; panics with what was seen last when it never is.
pub async fn becomes<T: PartialEq + std::fmt::Debug>(what: &str, expected: T, mut look: impl AsyncFnMut() -> T) {
    let end = Instant::now() + PATIENCE;
    loop {
        let seen = look().await;
        if seen == expected {
            return;
        }
        assert!(Instant::now() < end, "{what}: {seen:?}, and not {expected:?}, after {} s", PATIENCE.as_secs());
        tokio::time::sleep(GLANCE).await;
    }
}
