//! What stands in for the browser under the real keeper: a localStorage and a journal that do what theirs were measured to do.
//! Knows strings, counters and the real judge; what is in the strings is not its business.

/// The mirror, of this test's thread alone.
pub(crate) mod mirror {
    use std::cell::RefCell;
    use std::collections::BTreeMap;

    thread_local! {
        static ALL: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
    }

    pub(crate) fn read(key: &str) -> Option<String> {
        ALL.with_borrow(|all| all.get(key).cloned())
    }

    #[allow(clippy::unnecessary_wraps, reason = "the browser's own may fail")]
    pub(crate) fn write(key: &str, value: &str) -> Result<(), ()> {
        ALL.with_borrow_mut(|all| all.insert(key.to_owned(), value.to_owned()));
        Ok(())
    }

    pub(crate) fn remove(key: &str) -> bool {
        ALL.with_borrow_mut(|all| all.remove(key));
        true
    }

    /// All of it, as a disk may hold it that is behind.
    pub(crate) fn copy() -> BTreeMap<String, String> {
        ALL.with_borrow(Clone::clone)
    }

    pub(crate) fn put_back(copy: BTreeMap<String, String>) {
        ALL.set(copy);
    }
}

/// The journal, where one transaction comes after the other and holds all or nothing.
pub(crate) mod journal {
    use aritai::tabs::{Claim, Verdict, judge};
    use std::collections::BTreeMap;

    /// A connection; there is nothing to it here.
    pub(crate) struct Journal;

    impl Journal {
        /// Nobody closes it here.
        #[allow(clippy::unused_self, reason = "the browser's own can tell")]
        pub(crate) fn is_closed(&self) -> bool {
            false
        }
    }

    /// A moment to go back to.
    #[derive(Clone)]
    pub(crate) struct Kept {
        pub(crate) name: String,
        pub(crate) value: String,
        pub(crate) gone: Vec<String>,
    }

    #[derive(Default)]
    pub(crate) struct Contents {
        pub(crate) records: Vec<(String, String)>,
        pub(crate) head: u64,
        pub(crate) writer: u64,
        pub(crate) format: u32,
        pub(crate) aside: Vec<String>,
        pub(crate) moments: Vec<String>,
    }

    pub(crate) struct Write<'a> {
        pub(crate) claim: Claim,
        pub(crate) head: u64,
        pub(crate) format: Option<u32>,
        pub(crate) records: &'a [(String, Option<String>)],
        pub(crate) replace_all: bool,
        pub(crate) before: Option<&'a Kept>,
        pub(crate) aside: &'a [String],
    }

    #[derive(Default)]
    pub(crate) struct Disk {
        pub(crate) records: BTreeMap<String, String>,
        pub(crate) head: u64,
        pub(crate) writer: u64,
        pub(crate) format: u32,
        pub(crate) before: Vec<String>,
        pub(crate) aside: Vec<String>,
    }

    impl Disk {
        pub(crate) fn read(&self) -> Contents {
            let records = self.records.iter().map(|(key, text)| (key.clone(), text.clone())).collect();
            let aside = self.aside.clone();
            let moments = Vec::new();
            Contents { records, head: self.head, writer: self.writer, format: self.format, aside, moments }
        }

        pub(crate) fn write(&mut self, write: &Write<'_>) -> Verdict {
            let verdict = judge(self.head, self.writer, write.claim);
            if verdict != Verdict::Go {
                return verdict;
            }
            self.before.extend(write.before.map(|kept| kept.value.clone()));
            self.aside.extend(write.aside.iter().cloned());
            if write.replace_all {
                self.records.clear();
            }
            for (key, value) in write.records {
                match value {
                    Some(text) => self.records.insert(key.clone(), text.clone()),
                    None => self.records.remove(key),
                };
            }
            (self.head, self.writer) = (write.head, write.claim.me);
            self.format = write.format.unwrap_or(self.format);
            Verdict::Go
        }
    }
}
