//! A slow line: a TCP relay in front of the site that shapes the traffic of all connections together, like one phone on
//! one radio link.
//!
//! The browser's own emulation of a network does not reach workers and the streaming compilation of wasm; this does. One
//! round trip for a connection to open, half of it each way for what is sent; a rate for each direction, in quanta of two
//! packets, shared round-robin between connections. HTTP/1.1, no TLS, no slow start.

use std::collections::{HashMap, VecDeque};
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What one turn of a connection may send: two packets of an Ethernet.
const QUANTUM: usize = 2_920;

/// A line's properties.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// Round trip.
    pub round_trip: Duration,
    /// Towards the browser, in bytes a second.
    pub down: u64,
    /// From the browser, in bytes a second.
    pub up: u64,
}

/// The line that the project's goals are measured on: 1.6 Mbit/s down, 750 kbit/s up, 150 ms.
pub const SLOW: Line = Line { round_trip: Duration::from_millis(150), down: 200_000, up: 93_750 };

/// The relay. It stops when it is dropped.
pub struct Relay {
    port: u16,
    down: Arc<Pipe>,
    up: Arc<Pipe>,
    stop: Arc<AtomicBool>,
}

impl Relay {
    /// A relay in front of a port of this machine.
    pub fn to(target: u16, line: Line) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let port = listener.local_addr().expect("the port").port();
        let (down, up) = (Pipe::start(line.down, line.round_trip), Pipe::start(line.up, line.round_trip));
        let stop = Arc::new(AtomicBool::new(false));
        let relay = Self { port, down: down.clone(), up: up.clone(), stop: stop.clone() };
        std::thread::spawn(move || {
            for (number, client) in listener.incoming().enumerate() {
                if stop.load(Ordering::Relaxed) {
                    return;
                }
                let (Ok(client), Ok(server)) = (client, TcpStream::connect(("127.0.0.1", target))) else { continue };
                let _ = (client.set_nodelay(true), server.set_nodelay(true));
                let number = number as u64;
                // The handshake takes a round trip before the first byte goes anywhere.
                let open_at = Instant::now() + line.round_trip;
                up.carry(number, &client, &server, open_at);
                down.carry(number, &server, &client, open_at);
            }
        });
        relay
    }

    /// `http://127.0.0.1:1234`
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// How many bytes went to the browser, headers included.
    pub fn bytes_down(&self) -> u64 {
        self.down.bytes.load(Ordering::Relaxed)
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        self.down.end();
        self.up.end();
        let _ = TcpStream::connect(("127.0.0.1", self.port)); // wakes the listener, which then sees that it may go
    }
}

/// What waits to be sent for one connection; an empty piece is its end.
struct Queue {
    pieces: VecDeque<Vec<u8>>,
    to: TcpStream,
}

#[derive(Default)]
struct State {
    queues: HashMap<u64, Queue>,
    /// Whose turn it is: connections in the order of their last one.
    turns: VecDeque<u64>,
    ended: bool,
}

/// One direction of the line.
struct Pipe {
    state: Mutex<State>,
    woken: Condvar,
    bytes: AtomicU64,
}

impl Pipe {
    fn start(rate: u64, round_trip: Duration) -> Arc<Self> {
        let pipe = Arc::new(Self { state: Mutex::default(), woken: Condvar::new(), bytes: AtomicU64::new(0) });
        let (send, receive) = std::sync::mpsc::channel::<(Instant, TcpStream, Vec<u8>)>();
        let pumping = pipe.clone();
        std::thread::spawn(move || {
            // The time until which the line is taken.
            let mut free = Instant::now();
            while let Some((to, piece)) = pumping.next() {
                free = free.max(Instant::now()) + Duration::from_secs_f64(piece.len() as f64 / rate as f64);
                std::thread::sleep(free.saturating_duration_since(Instant::now()));
                pumping.bytes.fetch_add(piece.len() as u64, Ordering::Relaxed);
                if send.send((free + round_trip / 2, to, piece)).is_err() {
                    return;
                }
            }
        });
        std::thread::spawn(move || {
            for (due, mut to, piece) in receive {
                std::thread::sleep(due.saturating_duration_since(Instant::now()));
                if piece.is_empty() {
                    let _ = to.shutdown(Shutdown::Write);
                } else {
                    let _ = to.write_all(&piece);
                }
            }
        });
        pipe
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn end(&self) {
        self.lock().ended = true;
        self.woken.notify_all();
    }

    /// Reads from one side and queues for the other until there is no more.
    fn carry(self: &Arc<Self>, number: u64, from: &TcpStream, to: &TcpStream, open_at: Instant) {
        let (Ok(mut from), Ok(to)) = (from.try_clone(), to.try_clone()) else { return };
        {
            let mut state = self.lock();
            state.queues.insert(number, Queue { pieces: VecDeque::new(), to });
            state.turns.push_back(number);
        }
        let pipe = self.clone();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 65_536];
            loop {
                let read = from.read(&mut buffer).unwrap_or(0);
                std::thread::sleep(open_at.saturating_duration_since(Instant::now()));
                let mut state = pipe.lock();
                if let Some(queue) = state.queues.get_mut(&number) {
                    queue.pieces.push_back(buffer[..read].to_vec());
                }
                drop(state);
                pipe.woken.notify_all();
                if read == 0 {
                    return;
                }
            }
        });
    }

    /// The next piece to send, from the connection whose turn it is; `None` at the end.
    fn next(&self) -> Option<(TcpStream, Vec<u8>)> {
        let mut state = self.lock();
        loop {
            if state.ended {
                return None;
            }
            let turn = state
                .turns
                .iter()
                .position(|number| state.queues.get(number).is_some_and(|queue| !queue.pieces.is_empty()));
            if let Some(number) = turn.and_then(|at| state.turns.remove(at)) {
                let queue = state.queues.get_mut(&number)?;
                let mut piece = queue.pieces.pop_front()?;
                let to = queue.to.try_clone().ok()?;
                if piece.is_empty() {
                    state.queues.remove(&number);
                } else {
                    if piece.len() > QUANTUM {
                        queue.pieces.push_front(piece.split_off(QUANTUM));
                    }
                    state.turns.push_back(number);
                }
                return Some((to, piece));
            }
            state = self.woken.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 40,000 bytes at 200,000 a second are 200 ms, and the request another round trip and a half.
    #[test]
    fn the_line_is_as_slow_as_it_says() {
        let site = crate::serve::Site::empty();
        site.put("/x", "text/plain", &"x".repeat(40_000));
        let relay = Relay::to(site.port(), SLOW);
        let began = Instant::now();
        let mut stream = TcpStream::connect(("127.0.0.1", relay.port)).expect("the relay listens");
        stream.write_all(b"GET /x HTTP/1.1\r\n\r\n").expect("a request");
        let (mut got, mut buffer) = (0, vec![0; 65_536]);
        while got < 40_000 {
            got += stream.read(&mut buffer).expect("an answer");
        }
        let took = began.elapsed().as_millis();
        // Handshake 150 (the connection to the relay itself is at once), there and back 150, the bytes 200.
        assert!((495..800).contains(&took), "{took} ms");
        assert!(relay.bytes_down() > 40_000);
    }
}
