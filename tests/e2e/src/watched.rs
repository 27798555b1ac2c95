//! What a browser asks of anybody but the site: the site is its proxy, for this machine too.

use crate::browser::Browser;
use crate::serve::Site;

/// Whom an idle Chromium and an idle Firefox ask for things of their own, with an empty page.
const ITS_OWN: [&str; 5] = [
    "update.googleapis.com",
    "redirector.gvt1.com",
    "accounts.google.com",
    "start.duckduckgo.com",
    "firefox.settings.services.mozilla.com",
];

/// What makes a Chromium go through the site with everything.
pub fn arguments(site: &Site) -> [String; 2] {
    [format!("--proxy-server={}", site.origin()), "--proxy-bypass-list=<-loopback>".to_owned()]
}

/// What was asked of anybody but the site, less what a browser asks by itself.
pub fn foreign(site: &Site) -> Vec<String> {
    let own = |asked: &str| asked.split(['/', ' ', ':']).any(|part| ITS_OWN.contains(&part));
    site.foreign().into_iter().filter(|asked| !own(asked)).collect()
}

impl Browser {
    /// What was asked of anybody but the site, less what the browser asks by itself.
    pub fn foreign(&self) -> Vec<String> {
        foreign(&self.site)
    }
}
