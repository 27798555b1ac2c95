//! The front door: shows the panic notice and mounts the app. Knows nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    use leptos::prelude::*;
    mount_to_body(|| view! { <p>"ありたい"</p> });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
