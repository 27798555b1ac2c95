//! Whether a write may be done: the compare before the swap, inside the journal's transaction.
//!
//! May know: generations, and who wrote. Must never know: records, stores.

/// What a write says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Who writes.
    pub me: u64,
    /// The generation of the write before this one, if that came through.
    pub expected: u64,
    /// The generation that this tab knows to be in the journal.
    pub known: u64,
    /// Whether it brings everything, so that it doesn't matter what was lost.
    pub whole: bool,
}

/// Whether a write may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may.
    Go,
    /// Another tab has written what this one does not know.
    Elsewhere,
    /// What this one had written is gone: the journal was deleted underneath.
    Emptied,
}

/// Judges a write by what the journal holds: its generation, and who wrote that (0 where nobody is named).
///
/// A generation alone won't do: two tabs that set out from the same one give the next the same number.
pub fn judge(head: u64, writer: u64, claim: Claim) -> Verdict {
    let ours = writer == claim.me;
    if ours && head > claim.expected || !ours && head > claim.known {
        return Verdict::Elsewhere;
    }
    if head < claim.known {
        // Somebody has begun anew where ours was deleted.
        if !ours && writer != 0 {
            return Verdict::Elsewhere;
        }
        return if claim.whole { Verdict::Go } else { Verdict::Emptied };
    }
    Verdict::Go
}
