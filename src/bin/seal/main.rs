//! After the build: splits the program in two, and tells the page where the second part and the workers lie.
//!
//! Trunk calls it on what it has built, before that becomes `dist/`. Native only.
//! May know: the names of built files. Must never know: what the program does.

#[cfg(not(target_arch = "wasm32"))]
mod bare;
#[cfg(not(target_arch = "wasm32"))]
mod program;
#[cfg(not(target_arch = "wasm32"))]
mod reach;
#[cfg(not(target_arch = "wasm32"))]
mod seal;
#[cfg(not(target_arch = "wasm32"))]
mod split;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    seal::run()
}

/// There is nothing to do in a browser.
#[cfg(target_arch = "wasm32")]
fn main() {}
