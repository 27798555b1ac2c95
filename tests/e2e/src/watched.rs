//! Whom a page asks for anything, as far as it is not its own site.
//!
//! Two things are looked at. Every browser goes through a proxy of its own (`serve::Proxy`), which notes
//! whatever is asked of anybody else. And the browser's own log says who wanted it: the page, with its frames
//! and workers, or the browser itself. What the log gives no reason for is compared with what the same
//! browser asks with an empty page. What is left is the page's. No host is excused by its name: what the
//! browser's maker is asked for by the page is the page's too.

use crate::wait;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// How long an empty page is looked at until the browser has asked by itself for what needs a reason.
pub const LOOKED_AT: Duration = Duration::from_secs(90);

/// A request that a browser's own log tells of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Noted {
    /// Its address; of a look-up of a name the name alone.
    pub address: String,
    /// Who wanted it: the origin of a page or of a worker. `None` for the browser itself.
    pub who: Option<String>,
}

/// The host and the port of an address, of a proxy's line or of a look-up; `None` where no network is asked.
pub fn host(asked: &str) -> Option<String> {
    let whole = asked.split_once(' ').map_or(asked, |(_, whole)| whole);
    let (port, rest) = match whole.split_once("://") {
        Some(("http" | "ws", rest)) => ("80", rest),
        Some(("https" | "wss", rest)) => ("443", rest),
        Some(_) => return None,
        None if ["data:", "blob:", "about:"].iter().any(|scheme| whole.starts_with(scheme)) => return None,
        None => ("80", whole),
    };
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?.to_ascii_lowercase();
    // The colons of `[::1]` are inside.
    let tells_port = host.rsplit_once(':').is_some_and(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    Some(if tells_port { host } else { format!("{host}:{port}") })
}

/// What a browser asked of others: what passed its proxy, and what its own log says.
#[derive(Debug, Default)]
pub struct Watched {
    /// What its proxy noted.
    pub passed: Vec<String>,
    /// What its log tells, of its own site too.
    pub noted: Vec<Noted>,
}

impl Watched {
    /// What the page asked of others, and what nobody gave a reason for: that is handed on, to be looked for
    /// with an empty page.
    fn judged(&self, is_own: impl Fn(&str) -> bool) -> (Vec<String>, Vec<String>) {
        let foreign = |noted: &&Noted| host(&noted.address).is_some_and(|host| !is_own(&host));
        let (pages, own): (Vec<&Noted>, Vec<&Noted>) =
            self.noted.iter().filter(foreign).partition(|noted| noted.who.is_some());
        let hosts = |all: &[&Noted]| all.iter().filter_map(|noted| host(&noted.address)).collect::<BTreeSet<_>>();
        let mut known = hosts(&pages);
        // What a browser takes for safer, where it knows the host: the same request. It is the page's
        // already.
        let safer: Vec<String> =
            known.iter().filter_map(|host| Some(format!("{}:443", host.strip_suffix(":80")?))).collect();
        known.extend(safer);
        known.extend(hosts(&own));
        let say = |noted: &&Noted| format!("{}, wanted by {}", noted.address, noted.who.as_deref().unwrap_or_default());
        let pages = pages.iter().map(say).collect::<BTreeSet<_>>().into_iter().collect();
        let unknown = |line: &&String| host(line).is_none_or(|host| !known.contains(&host));
        (pages, self.passed.iter().filter(unknown).cloned().collect())
    }

    /// Everything that the page asked of others. `empty_page` is handed the hosts that need a reason, and
    /// answers with those that the same browser asks with an empty page.
    pub async fn of_page(
        &self,
        is_own: impl Fn(&str) -> bool,
        empty_page: impl AsyncFnOnce(&BTreeSet<String>) -> BTreeSet<String>,
    ) -> Vec<String> {
        let (mut pages, unknown) = self.judged(is_own);
        let hosts: BTreeSet<String> = unknown.iter().filter_map(|line| host(line)).collect();
        let asked_anyway = if hosts.is_empty() { BTreeSet::new() } else { empty_page(&hosts).await };
        let left = unknown.into_iter().filter(|line| host(line).is_none_or(|host| !asked_anyway.contains(&host)));
        pages.extend(left.map(|line| format!("{line}, wanted by nobody who is known")));
        pages
    }
}

/// Waits until an empty page's browser has asked all these hosts through its proxy, or for as long as is to
/// be waited; answers with those that it asked.
pub async fn asked_with_empty_page(hosts: &BTreeSet<String>, passed: impl Fn() -> Vec<String>) -> BTreeSet<String> {
    let seen = || passed().iter().filter_map(|line| host(line)).collect::<BTreeSet<String>>();
    wait::is_within(wait::GLANCE, LOOKED_AT, async || hosts.is_subset(&seen())).await;
    seen()
}

/// What a Chromium's log tells (`--log-net-log`). One that was ended in the middle of a line leaves the end
/// off.
pub fn of_chromium(log: &Path) -> Vec<Noted> {
    let text = fs::read_to_string(log).unwrap_or_else(|e| panic!("the browser's log, {}: {e}", log.display()));
    let whole = serde_json::from_str(&text).or_else(|_| {
        let end = text.rfind(",\n").unwrap_or(text.len());
        serde_json::from_str::<Value>(&format!("{}]}}", &text[..end]))
    });
    // One that was killed at its start has not even begun to write.
    let Ok(log) = whole else { return Vec::new() };
    noted_by_chromium(&log)
}

fn noted_by_chromium(log: &Value) -> Vec<Noted> {
    let kinds = &log["constants"]["logEventTypes"];
    let (job, resolve) = (&kinds["URL_REQUEST_START_JOB"], &kinds["HOST_RESOLVER_MANAGER_REQUEST"]);
    assert!(job.is_u64() && resolve.is_u64(), "the browser's log has another format");
    let word = |event: &Value, name: &str| event["params"][name].as_str().map(str::to_owned);
    let is_page =
        |who: &String| who != "not an origin" && !["chrome", "devtools:"].iter().any(|scheme| who.starts_with(scheme));
    let mut noted = Vec::new();
    for event in log["events"].as_array().into_iter().flatten() {
        if let (true, Some(address)) = (event["type"] == *job, word(event, "url")) {
            // A request that names nobody at all would be of a format that is not known: nobody is excused by
            // that.
            let who = word(event, "initiator").unwrap_or_else(|| "somebody".to_owned());
            noted.push(Noted { address, who: Some(who).filter(is_page) });
        } else if let (true, Some(address)) = (event["type"] == *resolve, word(event, "host")) {
            // The site at whose top the look-up was wanted: `http://127.0.0.1 same_site`, or `null` for none.
            let site = word(event, "network_anonymization_key").unwrap_or_default();
            let who = site.split(' ').next().unwrap_or_default().to_owned();
            let ours = crate::serve::OWN_NAMES.iter().any(|name| who == format!("http://{name}")) || who == "file://";
            noted.push(Noted { address, who: ours.then_some(who) });
        }
    }
    noted
}

/// What makes a Firefox write down what it checks before it asks for anything, in every process of it.
pub const FIREFOX_LOG: &str = "sync,CSMLog:5";

/// What a Firefox's logs tell: all in a folder.
pub fn of_firefox(folder: &Path) -> Vec<Noted> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files
        .flat_map(|file| noted_by_firefox(&String::from_utf8_lossy(&fs::read(file.path()).unwrap_or_default())))
        .collect()
}

fn noted_by_firefox(log: &str) -> Vec<Noted> {
    let after =
        |line: &str, name: &str| line.split_once(name).map(|(_, rest)| rest.trim().trim_matches('"').to_owned());
    // Where a process of the browser's own asks, nobody's page does.
    let is_page = |who: &String| {
        who != "SystemPrincipal"
            && !["resource:", "chrome:", "about:", "moz-extension:"].iter().any(|scheme| who.starts_with(scheme))
    };
    let (mut noted, mut address) = (Vec::new(), None);
    for line in log.lines() {
        if let Some(asked) = after(line, "channelURI: ") {
            address = Some(asked);
        } else if let Some(who) = after(line, "triggeringPrincipal: ")
            && let Some(address) = address.take()
        {
            noted.push(Noted { address, who: Some(who).filter(is_page) });
        }
    }
    noted
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const SITE: &str = "127.0.0.1:4000";

    fn watched(passed: &[&str], noted: &[(&str, Option<&str>)]) -> Watched {
        let noted =
            noted.iter().map(|(address, who)| Noted { address: (*address).into(), who: who.map(str::to_owned) });
        Watched { passed: passed.iter().map(|line| (*line).to_owned()).collect(), noted: noted.collect() }
    }

    async fn of_page(watched: Watched, with_empty_page: &[&str]) -> Vec<String> {
        let anyway = with_empty_page.iter().map(|host| (*host).to_owned()).collect();
        watched.of_page(|host| host == SITE, async |_| anyway).await
    }

    #[test]
    fn a_host_is_told_with_its_port() {
        for (asked, told) in [
            ("CONNECT a.example:443", Some("a.example:443")),
            ("GET http://a.example/x?y", Some("a.example:80")),
            ("GET ws://a.example/", Some("a.example:80")),
            ("https://A.example/x", Some("a.example:443")),
            ("http://a.example:8009/x", Some("a.example:8009")),
            ("wss://[::1]/x", Some("[::1]:443")),
            ("a.example:80", Some("a.example:80")),
            ("data:text/plain,x", None),
            ("blob:http://127.0.0.1:4000/x", None),
            ("about:blank", None),
            ("file:///x", None),
        ] {
            assert_eq!(host(asked).as_deref(), told, "{asked}");
        }
    }

    /// The host that the browser asks for itself is the page's as soon as the page asks it.
    #[tokio::test]
    async fn who_wanted_it_counts_and_not_whom_it_asks() {
        let line = "CONNECT accounts.example:443";
        let own = ("https://accounts.example/list", None);
        assert!(of_page(watched(&[line], &[own]), &[]).await.is_empty(), "the browser's own");
        let page = ("https://accounts.example/told", Some("http://127.0.0.1:4000"));
        assert_eq!(of_page(watched(&[line], &[own, page]), &["accounts.example:443"]).await.len(), 1, "the page's");
        assert_eq!(of_page(watched(&[], &[page]), &[]).await.len(), 1, "where no proxy saw it, too");
        let plain = ("http://accounts.example/told", Some("http://127.0.0.1:4000"));
        assert_eq!(of_page(watched(&[line], &[plain]), &[]).await.len(), 1, "once, where it went by https");
        let home = ("http://127.0.0.1:4000/x", Some("http://127.0.0.1:4000"));
        assert!(of_page(watched(&[], &[home]), &[]).await.is_empty(), "its own site");
        let beside = ("http://127.0.0.1:4001/x", Some("null"));
        assert_eq!(of_page(watched(&[], &[beside]), &[]).await.len(), 1, "another port of this machine");
    }

    #[tokio::test]
    async fn what_nobody_is_known_to_want_is_looked_for_with_an_empty_page() {
        let lines = ["CONNECT a.example:443", "GET http://b.example/"];
        assert_eq!(of_page(watched(&lines, &[]), &[]).await.len(), 2);
        let left = of_page(watched(&lines, &[]), &["a.example:443"]).await;
        assert_eq!(left, ["GET http://b.example/, wanted by nobody who is known"]);
        // The browser's own request to one port of a machine is no reason for another one.
        let own = ("https://b.example/", None);
        assert_eq!(of_page(watched(&lines[1..], &[own]), &[]).await.len(), 1);
    }

    #[test]
    fn a_chromium_says_who_wanted_it() {
        let event = |kind: u64, params: Value| json!({ "type": kind, "params": params });
        let log = json!({ "constants": { "logEventTypes": { "URL_REQUEST_START_JOB": 1, "HOST_RESOLVER_MANAGER_REQUEST": 2 } },
            "events": [
                event(1, json!({ "url": "https://a.example/", "initiator": "not an origin" })),
                event(1, json!({ "url": "https://b.example/", "initiator": "http://127.0.0.1:4000" })),
                event(1, json!({ "url": "https://c.example/", "initiator": "null" })),
                event(1, json!({ "url": "https://d.example/" })),
                event(3, json!({ "url": "https://e.example/", "initiator": "http://127.0.0.1:4000" })),
                event(2, json!({ "host": "https://f.example", "network_anonymization_key": "http://127.0.0.1 same_site" })),
                event(2, json!({ "host": "g.example:80", "network_anonymization_key": "null [internally: x]" })),
            ] });
        let told = noted_by_chromium(&log);
        let told: Vec<_> = told.iter().map(|noted| (noted.address.as_str(), noted.who.as_deref())).collect();
        let expected = [
            ("https://a.example/", None),
            ("https://b.example/", Some("http://127.0.0.1:4000")),
            ("https://c.example/", Some("null")),
            ("https://d.example/", Some("somebody")),
            ("https://f.example", Some("http://127.0.0.1")),
            ("g.example:80", None),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_firefox_says_who_wanted_it() {
        let said = |address: &str, who: &str| {
            format!(
                "[Child 1: Main Thread]: V/CSMLog   channelURI: \"{address}\"\n[Child 1: Main Thread]: D/CSMLog   \
                 loadingPrincipal: nullptr\n[Child 1: Main Thread]: D/CSMLog   triggeringPrincipal: {who}\n"
            )
        };
        let log = [
            said("https://a.example/", "SystemPrincipal"),
            said("https://b.example/", "\"http://127.0.0.1:4000/\""),
            said("https://c.example/", "NullPrincipal"),
            said("https://d.example/", "\"moz-extension://x/\""),
        ];
        let told: Vec<_> = noted_by_firefox(&log.concat()).into_iter().map(|noted| noted.who.is_some()).collect();
        assert_eq!(told, [false, true, true, false]);
    }
}
