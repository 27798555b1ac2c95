//! The front door: keeps the panic notice ready and starts the app. Knows nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        aritai::browser::page::show_panic_notice(&place);
    }));
    aritai::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
