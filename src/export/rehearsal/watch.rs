//! A watch for rehearsing: how much time has passed, pauses left out.
//!
//! It is told the time and never asks for it, so that it is right again at once when a page that slept wakes up.
//! May know: times. Must never know: the clock, the browser, what is said meanwhile.

/// The watch. A new one stands at nought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Watch {
    /// What had passed when it was last set going, in milliseconds.
    before: u64,
    /// When that was.
    since: Option<u64>,
}

impl Watch {
    /// Sets it going; it goes on from where it stood.
    pub fn start(&mut self, now: u64) {
        self.since.get_or_insert(now);
    }

    /// Stops it where it stands.
    pub fn pause(&mut self, now: u64) {
        *self = Self { before: self.passed(now), since: None };
    }

    /// Whether it goes.
    pub fn goes(&self) -> bool {
        self.since.is_some()
    }

    /// The milliseconds that have passed.
    pub fn passed(&self, now: u64) -> u64 {
        // A clock that was set back takes nothing away that had passed before.
        self.before + self.since.map_or(0, |since| now.saturating_sub(since))
    }

    /// The whole seconds.
    pub fn seconds(&self, now: u64) -> u64 {
        self.passed(now) / 1_000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_counts_while_it_goes_and_never_backwards() {
        let mut watch = Watch::default();
        assert!(!watch.goes() && watch.seconds(99_000) == 0);
        watch.start(1_000_000);
        watch.start(1_009_000);
        assert!(watch.goes());
        assert_eq!(watch.seconds(1_059_999), 59);
        // The page slept: no look at it in between is missed.
        assert_eq!(watch.seconds(1_180_000), 180);
        assert_eq!(watch.seconds(900_000), 0, "a clock that was set back");
        watch.pause(1_060_500);
        assert!(!watch.goes());
        assert_eq!(watch.passed(9_000_000), 60_500);
        watch.start(9_000_000);
        assert_eq!(watch.passed(9_000_500), 61_000);
        assert_eq!(watch.passed(8_000_000), 60_500, "set back after a pause");
    }
}
