//! How a Chromium is to be for a journey: its window, what it lets a page do, how the page travels to it.

use crate::serve::Packing;
use aritai::tabs::ASK_MS;

/// How a browser is to be.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is a thing that a browser may be or not be")]
pub struct Options {
    /// Width and height of the window.
    pub window: (u32, u32),
    /// Whether the browser lets no page keep anything, as some offices set it.
    pub storage_blocked: bool,
    /// Scripts that run before the page's own, in every page.
    pub before: Vec<String>,
    /// The time zone of the machine.
    pub time_zone: &'static str,
    /// Complaints that a journey provokes on purpose: parts of them.
    pub forgive: Vec<&'static str>,
    /// How the page's files travel.
    pub packing: Packing,
    /// Whether it is watched whom the page asks: the browser goes through a proxy, but where it has another
    /// name for this machine, and writes down every request with who wanted it. Not where a line is measured.
    pub watched: bool,
    /// Whether the page may have its worker, which lets it start without a line. Most journeys do without, as on plain http:
    /// they look at what is asked of the server, or take it away.
    pub worker: bool,
    /// Another name for this machine: a page that comes over plain http from a name is not trusted with everything.
    pub host: Option<&'static str>,
    /// Whether a page that is opened is waited for until all that it asks for has come.
    pub waits: bool,
    /// How many megabytes the disk has on which the browser keeps its things, where that is little.
    pub small_disk: Option<u32>,
}

/// Has a page do without locks, as over plain http: it asks the other tabs who writes, and waits for an answer until the journey
/// says [`NOBODY_ANSWERS`]. So it is on a slow machine too, where a lock takes its time.
pub fn asks_others() -> String {
    format!(
        "Object.defineProperty(Navigator.prototype, 'locks', {{ value: undefined }}); const later = window.setTimeout; \
         window.setTimeout = (what, ms, ...more) => ms === {ASK_MS} ? (window.nobodyAnswers = what, 0) : later(what, ms, ...more)"
    )
}

/// What ends the waiting of a page that asks.
pub const NOBODY_ANSWERS: &str = "nobodyAnswers()";

impl Default for Options {
    fn default() -> Self {
        Self {
            window: (1280, 900),
            storage_blocked: false,
            before: Vec::new(),
            time_zone: "Asia/Tokyo",
            forgive: Vec::new(),
            packing: Packing::Plain,
            watched: true,
            worker: false,
            host: None,
            waits: true,
            small_disk: None,
        }
    }
}
