//! A passphrase for somebody who has none at hand: four Japanese words in Latin letters, as any keyboard types them.
//!
//! The words are those of the Japanese list of BIP 39 (as in bip39 3.1.2, © 2014 Wei Lu and Daniel Cousens, ISC licence),
//! without the ones that are unkind, odd or hard to read in Latin letters. Four of 1,263 are one of 2,500,000,000,000: 41
//! bits. At [`super::WORK`] a machine that tries ten a second needs some 4,000 years for half of them.
//!
//! May know: words. Must never know: what is locked, where chance comes from.

use std::fmt::Write;

const WORDS: &str = include_str!("words.txt");
/// How many words are offered.
pub const OFFERED: usize = 4;

/// Four words, as chance has it: four bytes for each.
pub fn offered(chance: &[u8; OFFERED * 4]) -> String {
    let words: Vec<&str> = WORDS.lines().collect();
    let mut out = String::new();
    for four in chance.chunks(4) {
        let number = four.iter().fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
        // A word is at most one in a million likelier than another.
        let at = usize::try_from((number * words.len() as u64) >> 32).unwrap_or(0);
        let between = if out.is_empty() { "" } else { "-" };
        let _ = write!(out, "{between}{}", words.get(at).copied().unwrap_or_default());
    }
    out
}
