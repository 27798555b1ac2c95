//! A static web server inside the test: the built page, and pages of a test's own beside it.
//!
//! It is what any plain web server is, for 127.0.0.1 only: right media types, no rewriting, a 404 for what is
//! not there. Every request is noted down. Each browser gets a proxy of its own to it: whatever the browser
//! asks of anybody else, of another port of this machine too, comes there, is noted down as foreign and
//! refused.

mod body;

use self::body::{Body, body_of, media_type};
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, RwLock};
use std::time::Duration;

/// An empty page of the same origin, on which no program runs: from here a test looks into the storage and fills it.
pub const BLANK: &str = "/__blank";

/// What a page is when a browser alone is looked at. It has a field, because some of what a browser fetches by
/// itself is for fields only, as its words for checking what is spelt.
pub const EMPTY_PAGE: &str =
    "<!doctype html><title>empty</title><link rel=icon href=data:,><textarea autofocus>empty</textarea>";

/// What is typed there: a browser looks how a word is spelt once the word is ended.
pub const SPELT: &str = "Some words, typed. ";

/// The names under which the site is itself: that of this machine, and one in an office's closed network.
pub const OWN_NAMES: [&str; 3] = ["127.0.0.1", "localhost", "app.lgwan.test"];

/// How the bodies travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packing {
    /// As they are.
    Plain,
    /// Brotli at its best (11) for a browser that takes it, made in advance as a good web server would.
    Brotli,
}

/// One request that was answered.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The path, without a query.
    pub path: String,
    /// The status it got.
    pub status: u16,
    /// How many bytes its body had on the wire.
    pub bytes: usize,
}

type Files = RwLock<HashMap<String, Arc<Body>>>;

/// The paths that are answered only once they are let go, and a bell that rings then.
type Held = (Mutex<Vec<String>>, Condvar);

/// What the site and its proxies work with, all of them with the same.
#[derive(Clone, Default)]
struct Shared {
    files: Arc<Files>,
    asked: Arc<Mutex<Vec<Asked>>>,
    away: Arc<AtomicBool>,
    held: Arc<Held>,
}

/// A file that the server has no longer.
pub struct Withheld((String, Arc<Body>));

/// The server. It stops when it is dropped.
pub struct Site {
    door: Door,
    shared: Shared,
}

/// A proxy that one browser goes through with everything. It stops when it is dropped.
pub struct Proxy {
    door: Door,
    site: u16,
}

impl Proxy {
    /// `http://127.0.0.1:1234`
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.door.port)
    }

    /// The port it listens at.
    pub fn port(&self) -> u16 {
        self.door.port
    }

    /// What the browser asked of anybody but the site: the method, and the address or the host.
    pub fn foreign(&self) -> Vec<String> {
        self.door.foreign.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Whether a host and its port are the site's, or its own.
    pub fn is_own(&self, host: &str) -> bool {
        is_own(host, self.site) || is_own(host, self.door.port)
    }
}

/// A port that is listened at until this is dropped.
struct Door {
    port: u16,
    foreign: Arc<Mutex<Vec<String>>>,
    stop: Arc<AtomicBool>,
}

impl Door {
    /// Opens one: to the site itself, or to the site at a port.
    fn open(shared: &Shared, site: Option<u16>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("the port").port();
        let door = Self { port, foreign: Arc::default(), stop: Arc::default() };
        let (shared, foreign, stop) = (shared.clone(), door.foreign.clone(), door.stop.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let (Ok(stream), shared, foreign) = (stream, shared.clone(), foreign.clone()) else { continue };
                std::thread::spawn(move || {
                    if !shared.away.load(Ordering::Relaxed) {
                        talk(&stream, site.unwrap_or(port), &shared, &foreign);
                    }
                });
            }
        });
        door
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        let _ = TcpStream::connect(("127.0.0.1", self.port)); // wakes the listener, which then sees that it may go
    }
}

impl Site {
    /// Serves a folder.
    pub fn of(folder: &Path, packing: Packing) -> Self {
        let mut files = HashMap::new();
        read_folder(folder, "", packing, &mut files);
        assert!(
            files.contains_key("/index.html"),
            "there is no built page in {}: build it first (./dev build)",
            folder.display()
        );
        let site = Self::start(files);
        site.shared.files.write().unwrap_or_else(PoisonError::into_inner).insert(BLANK.to_owned(), blank());
        site
    }

    /// Serves nothing but what is put in.
    pub fn empty() -> Self {
        Self::start(HashMap::new())
    }

    fn start(files: HashMap<String, Arc<Body>>) -> Self {
        let shared = Shared { files: Arc::new(RwLock::new(files)), ..Shared::default() };
        Self { door: Door::open(&shared, None), shared }
    }

    /// A proxy to it, for one browser.
    pub fn proxy(&self) -> Proxy {
        Proxy { door: Door::open(&self.shared, Some(self.door.port)), site: self.door.port }
    }

    /// Puts a page of a test's own at a path.
    pub fn put(&self, path: &str, kind: &'static str, body: &str) {
        let body = body_of(kind, body.as_bytes().to_vec(), Packing::Plain);
        self.shared.files.write().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), body);
    }

    /// Has all its files in a folder as well.
    pub fn also_under(&self, folder: &str) {
        let mut files = self.shared.files.write().unwrap_or_else(PoisonError::into_inner);
        let again: Vec<_> = files.iter().map(|(path, body)| (format!("{folder}{path}"), body.clone())).collect();
        files.extend(again);
    }

    /// Serves another folder from now on, at the same address.
    pub fn becomes(&self, folder: &Path) {
        self.becomes_packed(folder, Packing::Plain);
    }

    /// The same, packed.
    pub fn becomes_packed(&self, folder: &Path, packing: Packing) {
        let mut files = HashMap::new();
        read_folder(folder, "", packing, &mut files);
        files.insert(BLANK.to_owned(), blank());
        *self.shared.files.write().unwrap_or_else(PoisonError::into_inner) = files;
    }

    /// Puts something else in the place of a file. It has to be there.
    pub fn spoil(&self, path: &str, how: impl FnOnce(&[u8]) -> Vec<u8>) {
        let mut files = self.shared.files.write().unwrap_or_else(PoisonError::into_inner);
        let body = files.get_mut(path).unwrap_or_else(|| panic!("there is no {path}"));
        *body = body_of(body.kind, how(&body.plain), Packing::Plain);
    }

    /// The path of a file, known by how its path would be without the digest: `/packs/standard.json`.
    pub fn placed(&self, path: &str) -> String {
        let files = self.shared.files.read().unwrap_or_else(PoisonError::into_inner);
        let plain = |here: &&String| without_digest(here) == path;
        files.keys().find(plain).unwrap_or_else(|| panic!("there is no {path}")).clone()
    }

    /// Answers nobody from now on, as if it were not there; or answers again.
    pub fn away(&self, away: bool) {
        self.shared.away.store(away, Ordering::Relaxed);
    }

    /// Has a file no longer. It has to be there.
    pub fn withhold(&self, path: &str) -> Withheld {
        let gone = self.shared.files.write().unwrap_or_else(PoisonError::into_inner).remove_entry(path);
        Withheld(gone.unwrap_or_else(|| panic!("there is no {path}")))
    }

    /// Has a file again.
    pub fn give_back(&self, Withheld((path, body)): Withheld) {
        self.shared.files.write().unwrap_or_else(PoisonError::into_inner).insert(path, body);
    }

    /// Answers for a path only once it is let go, as on a line that is very slow.
    pub fn hold(&self, path: &str) {
        self.shared.held.0.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
    }

    /// Answers for all that was held.
    pub fn let_go(&self) {
        self.shared.held.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.shared.held.1.notify_all();
    }

    /// The port it listens at.
    pub fn port(&self) -> u16 {
        self.door.port
    }

    /// `http://127.0.0.1:1234`
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.door.port)
    }

    /// Whether a host and its port are its own.
    pub fn is_own(&self, host: &str) -> bool {
        is_own(host, self.door.port)
    }

    /// What was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.shared.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets what was asked so far.
    pub fn forget(&self) {
        self.shared.asked.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The sizes of all files whose paths begin and end like this: plain and with Brotli.
    pub fn sizes_of(&self, beginning: &str, ending: &str) -> (usize, usize) {
        let files = self.shared.files.read().unwrap_or_else(PoisonError::into_inner);
        let found = files.iter().filter(|(path, _)| path.starts_with(beginning) && path.ends_with(ending));
        found.fold((0, 0), |(plain, brotli), (_, file)| {
            (plain + file.plain.len(), brotli + file.packed().unwrap_or(&file.plain).len())
        })
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.let_go();
    }
}

fn read_folder(folder: &Path, prefix: &str, packing: Packing, files: &mut HashMap<String, Arc<Body>>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            read_folder(&entry.path(), &path, packing, files);
        } else if entry.path().extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            // Copies for a server that cannot pack by itself.
        } else if let Ok(bytes) = std::fs::read(entry.path()) {
            let body = body_of(media_type(&path), bytes, packing);
            let copy = folder.join(format!("{}.br", entry.file_name().to_string_lossy()));
            if let Ok(copy) = std::fs::read(copy) {
                let _ = body.brotli.set(copy);
            }
            files.insert(path, body);
        }
    }
}

/// One connection, for as long as the browser keeps it.
fn talk(stream: &TcpStream, site: u16, shared: &Shared, foreign: &Mutex<Vec<String>>) {
    let Shared { files, asked, away, held } = shared;
    let _ = stream.set_nodelay(true);
    let _ = stream.set_read_timeout(Some(Duration::from_mins(1)));
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    loop {
        let mut head = String::new();
        loop {
            let mut line = String::new();
            match reader.read_line(&mut line) {
                Ok(0) | Err(_) => return,
                Ok(_) if line == "\r\n" => break,
                Ok(_) => head.push_str(&line),
            }
        }
        // Also on a line that was open before.
        if away.load(Ordering::Relaxed) {
            return;
        }
        let lower = head.to_ascii_lowercase();
        let header = |name: &str| {
            lower
                .lines()
                .find_map(|l| l.strip_prefix(name))
                .map(|value| value.trim_start_matches(':').trim().to_owned())
        };
        if let Some(length) = header("content-length").and_then(|l| l.parse::<u64>().ok()) {
            let _ = std::io::copy(&mut reader.by_ref().take(length), &mut std::io::sink());
        }
        let mut words = head.split(' ');
        let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or("/"));
        let Some(path) = own_path(method, target, site) else {
            foreign.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{method} {target}"));
            if writer.write_all(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n").is_err() {
                return;
            }
            continue;
        };
        let path = path.split(['?', '#']).next().unwrap_or("/");
        let path = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        {
            let waits = held.0.lock().unwrap_or_else(PoisonError::into_inner);
            let waits = held.1.wait_while(waits, |all| all.contains(&path));
            drop(waits.unwrap_or_else(PoisonError::into_inner));
        }
        let file = files.read().unwrap_or_else(PoisonError::into_inner).get(&path).cloned();
        let brotli = header("accept-encoding").is_some_and(|kinds| kinds.contains("br"));
        let fresh = file.as_ref().is_some_and(|f| header("if-none-match").as_deref() == Some(&f.tag));
        let (status, line, body, about) = match &file {
            Some(file) if fresh => (304, "304 Not Modified", &[][..], format!("etag: {}\r\n", file.tag)),
            Some(file) => {
                let packed = if brotli { file.packed() } else { None };
                let body = packed.unwrap_or(&file.plain);
                let encoding = if packed.is_some() { "content-encoding: br\r\n" } else { "" };
                let keep = if is_hashed(&path) { "public, max-age=31536000, immutable" } else { "no-cache" };
                let about = format!(
                    "content-type: {}\r\n{encoding}cache-control: {keep}\r\netag: {}\r\nvary: accept-encoding\r\n",
                    file.kind, file.tag
                );
                (200, "200 OK", body, about)
            }
            // A page that names no icon gets none, and that is no fault of the page's.
            None if path == "/favicon.ico" => (204, "204 No Content", &[][..], String::new()),
            None => (404, "404 Not Found", &b"not found"[..], "content-type: text/plain\r\n".to_owned()),
        };
        // The blank page is the tests' own way out of the app: it is nothing that the app costs.
        if path != BLANK {
            let note = Asked { path, status, bytes: body.len() };
            asked.lock().unwrap_or_else(PoisonError::into_inner).push(note);
        }
        let mut answer = format!("HTTP/1.1 {line}\r\n{about}content-length: {}\r\n\r\n", body.len()).into_bytes();
        if method != "HEAD" {
            answer.extend_from_slice(body);
        }
        if writer.write_all(&answer).is_err() {
            return;
        }
    }
}

/// The path of a request to the site itself, which may name it in full, as a proxy is asked; `None` if it is for another.
fn own_path<'a>(method: &str, target: &'a str, port: u16) -> Option<&'a str> {
    if method == "CONNECT" {
        return None;
    }
    let Some(whole) = target.strip_prefix("http://") else {
        return target.starts_with('/').then_some(target);
    };
    let (host, path) = whole.find('/').map_or((whole, "/"), |at| whole.split_at(at));
    is_own(host, port).then_some(path)
}

/// Whether a host and its port are the site's.
fn is_own(host: &str, port: u16) -> bool {
    let (name, asked_port) = host.rsplit_once(':').unwrap_or((host, "80"));
    OWN_NAMES.contains(&name) && asked_port == port.to_string()
}

fn blank() -> Arc<Body> {
    // It names its icon, so that a browser does not ask for one.
    let page = b"<!doctype html><title>blank</title><link rel=icon href=data:,>".to_vec();
    body_of("text/html", page, Packing::Plain)
}

/// A path as it would be if no name told one build's file from another's.
fn without_digest(path: &str) -> String {
    let mut plain = String::new();
    for part in path.split_inclusive(['/', '_', '.']) {
        let digest = part
            .rfind('-')
            .filter(|at| is_hashed(&part[*at..]) && part[at + 1..].trim_end_matches(['/', '_', '.']).len() == 16);
        match digest {
            Some(at) => plain.extend([&part[..at], &part[part.len() - 1..]]),
            None => plain.push_str(part),
        }
    }
    plain
}

/// Whether a build's digest is in the name: `aritai-1a2b3c4d5e6f7a8b_bg.wasm`.
fn is_hashed(path: &str) -> bool {
    path.split(['-', '_', '.', '/']).any(|part| part.len() >= 8 && part.bytes().all(|b| b.is_ascii_hexdigit()))
}
