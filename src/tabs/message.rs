//! What tabs tell each other, as one line of text.
//!
//! May know: generations. Must never know: how a line travels.

/// What one tab tells the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// Who says it.
    pub from: u64,
    /// What.
    pub word: Word,
}

/// The words that tabs have for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Who writes, and how far is it?
    Ask,
    /// I write, and all up to this generation is in the journal.
    Writing(u64),
    /// Let me write.
    Yield,
    /// Go ahead: what I had is in the journal.
    Yielded(u64),
    /// I write no longer.
    Gone,
}

impl Message {
    /// As text.
    pub fn text(self) -> String {
        let (word, number) = match self.word {
            Word::Ask => ("ask", 0),
            Word::Writing(head) => ("writing", head),
            Word::Yield => ("yield", 0),
            Word::Yielded(to) => ("yielded", to),
            Word::Gone => ("gone", 0),
        };
        format!("{word} {} {number}", self.from)
    }

    /// Reads what [`Message::text`] wrote; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let word = parts.next()?;
        let (from, number) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let word = match word {
            "ask" => Word::Ask,
            "writing" => Word::Writing(number),
            "yield" => Word::Yield,
            "yielded" => Word::Yielded(number),
            "gone" => Word::Gone,
            _ => return None,
        };
        Some(Self { from, word })
    }
}
