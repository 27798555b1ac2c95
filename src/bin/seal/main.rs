//! After the build: splits the program into parts, has it draw the first screens into the page, gives every file its
//! name, and holds the page to its policy. It makes the one file, the worker that works without a line, the licences of
//! what is built in, and the sums.
//!
//! Trunk calls it on what it has built, before that becomes `dist/`. Native only.
//! May know: the names of built files. Must never know: what the program does.

#[cfg(not(target_arch = "wasm32"))]
mod bare;
#[cfg(not(target_arch = "wasm32"))]
mod csp;
#[cfg(not(target_arch = "wasm32"))]
mod finish;
#[cfg(not(target_arch = "wasm32"))]
mod first;
#[cfg(not(target_arch = "wasm32"))]
mod later;
#[cfg(not(target_arch = "wasm32"))]
mod markup;
#[cfg(not(target_arch = "wasm32"))]
mod names;
#[cfg(not(target_arch = "wasm32"))]
mod notices;
#[cfg(not(target_arch = "wasm32"))]
mod onefile;
#[cfg(not(target_arch = "wasm32"))]
mod packed;
#[cfg(not(target_arch = "wasm32"))]
mod page;
#[cfg(not(target_arch = "wasm32"))]
mod program;
#[cfg(not(target_arch = "wasm32"))]
mod reach;
#[cfg(not(target_arch = "wasm32"))]
mod release;
#[cfg(not(target_arch = "wasm32"))]
mod seal;
#[cfg(not(target_arch = "wasm32"))]
mod short_names;
#[cfg(not(target_arch = "wasm32"))]
mod split;
#[cfg(not(target_arch = "wasm32"))]
mod sums;
#[cfg(not(target_arch = "wasm32"))]
mod unused;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    seal::run()
}

/// There is nothing to do in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}
