//! What was sent to other machines while the browser tests ran, as `tcpdump -n` tells it: what the tests sent
//! on purpose, what the browsers send with an empty page too, and the rest, which is the page's.

use crate::browser::{Browser, Options};
use crate::firefox::Firefox;
use crate::leaks::SENT_ON_PURPOSE;
use crate::serve::{BLANK, EMPTY_PAGE, OWN_NAMES, SPELT, Site};
use crate::wait;
use crate::watched::LOOKED_AT;
use crate::webkit::WebKit;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

/// How often it is looked at what an empty page's browsers sent.
const GLANCE: Duration = Duration::from_secs(1);

/// What was sent.
#[derive(Debug, PartialEq, Eq)]
pub struct Sent {
    /// How many packets were sent on purpose. That they are seen is the proof that anything would be.
    pub on_purpose: usize,
    /// The lines of what the browsers send with an empty page too.
    pub with_empty_page: Vec<String>,
    /// The lines of everything else.
    pub others: Vec<String>,
}

/// Sorts out lines, given those of browsers with an empty page.
pub fn sent(lines: &str, empty_page: &str) -> Sent {
    let anyway = everybody(empty_page);
    let mut sent = Sent { on_purpose: 0, with_empty_page: Vec::new(), others: Vec::new() };
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        if line.contains(&format!("> {SENT_ON_PURPOSE}.")) {
            sent.on_purpose += 1;
        } else if whom(line).is_some_and(|whom| anyway.contains(&whom)) {
            sent.with_empty_page.push(line.to_owned());
        } else {
            sent.others.push(line.to_owned());
        }
    }
    sent
}

/// Whom a packet was sent to: the address and the port; of a question for a name that name too, because
/// whoever answers such questions is always the same.
fn whom(line: &str) -> Option<String> {
    let (to, said) = line.split_once(" > ")?.1.split_once(": ")?;
    let mut words = said.split(' ');
    let name = words.find(|word| word.ends_with('?')).and_then(|_| words.next()).unwrap_or_default();
    Some(format!("{to} {name}").trim_end().to_owned())
}

fn everybody(lines: &str) -> BTreeSet<String> {
    lines.lines().filter_map(whom).collect()
}

/// Runs the browsers, in every way in which the tests start them, with an empty page, until they have sent
/// all that needs a reason (as `capture` has it, which is being written meanwhile), or for as long as is to
/// be waited.
pub async fn run_empty_pages(lines: &str, capture: &Path) {
    let wanted = everybody(&sent(lines, "").others.join("\n"));
    let site = Site::empty();
    site.put(BLANK, "text/html", EMPTY_PAGE);
    let site = Arc::new(site);
    let mut chromiums = Vec::new();
    for host in [None, Some(OWN_NAMES[2])] {
        let chromium = Browser::start_at(site.clone(), Options { host, ..Options::default() }).await;
        chromium.go_to(BLANK).await;
        chromium.type_text(SPELT).await;
        chromiums.push(chromium);
    }
    let firefox = Firefox::start(site.clone()).await;
    firefox.go_to(BLANK).await;
    let webkit = WebKit::start_at(&site).await;
    webkit.window.driver.goto(format!("{}{BLANK}", site.origin())).await.expect("an empty page");
    wait::is_within(GLANCE, LOOKED_AT, async || wanted.is_subset(&everybody(&read(capture)))).await;
}

/// A capture as text, as far as it is written.
fn read(capture: &Path) -> String {
    let told = Command::new("tcpdump").args(["-n", "-r"]).arg(capture).output().expect("tcpdump runs");
    String::from_utf8_lossy(&told.stdout).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ON_PURPOSE: &str = "10:00:00.1 IP 203.0.113.77.3478 > 203.0.113.77.3478: UDP, length 20";
    const NAME: &str = "10:00:00.2 IP 198.51.100.2.4000 > 198.51.100.1.53: 7+ A? accounts.example. (31)";
    const OTHER_NAME: &str = "10:00:00.3 IP 198.51.100.2.4001 > 198.51.100.1.53: 8+ A? told.example. (30)";
    const LINE: &str = "10:00:00.4 IP 198.51.100.2.4002 > 192.0.2.1.443: Flags [S], seq 1, win 65495, length 0";

    #[test]
    fn what_an_empty_page_sends_too_is_not_the_pages() {
        let all = [ON_PURPOSE, NAME, OTHER_NAME, LINE].join("\n");
        let sent_at_all = sent(&all, "");
        assert_eq!((sent_at_all.on_purpose, sent_at_all.others.len()), (1, 3));
        // Asked from another port, at another time, with another number.
        let empty = "11:11:11.1 IP 198.51.100.2.9999 > 198.51.100.1.53: 99+ A? accounts.example. (31)";
        let left = sent(&all, empty);
        assert_eq!((left.with_empty_page, left.others), (vec![NAME.to_owned()], vec![OTHER_NAME.into(), LINE.into()]));
        // Nor is any other port of a machine excused by one.
        let beside = "11:11:11.2 IP 198.51.100.2.9998 > 192.0.2.1.80: Flags [S], seq 1, win 65495, length 0";
        assert_eq!(sent(LINE, beside).others, [LINE]);
        assert_eq!(sent(&all, "").with_empty_page, Vec::<String>::new());
    }
}
