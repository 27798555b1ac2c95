//! A file as the site serves it: what kind it is, its bytes, and its packed copy.

use super::Packing;
use std::sync::{Arc, OnceLock};

/// A file.
pub(super) struct Body {
    pub(super) kind: &'static str,
    pub(super) plain: Vec<u8>,
    /// Whether it is packed for whoever understands that.
    is_packed: bool,
    /// The packed copy: that of the build, or made when somebody asks for it first.
    pub(super) brotli: OnceLock<Vec<u8>>,
    pub(super) tag: String,
}

impl Body {
    pub(super) fn packed(&self) -> Option<&[u8]> {
        self.is_packed.then(|| {
            let made = self.brotli.get_or_init(|| {
                let mut out = Vec::new();
                let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
                brotli::BrotliCompress(&mut self.plain.as_slice(), &mut out, &settings).expect("Brotli into memory");
                out
            });
            made.as_slice()
        })
    }
}

pub(super) fn body_of(kind: &'static str, plain: Vec<u8>, packing: Packing) -> Arc<Body> {
    let is_packed =
        packing == Packing::Brotli && plain.len() > 200 && !kind.starts_with("image/p") && kind != "font/woff2";
    // FNV-1a: enough to tell one build from the next.
    let hash = plain.iter().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3));
    Arc::new(Body { kind, plain, is_packed, brotli: OnceLock::new(), tag: format!("\"{hash:016x}\"") })
}

pub(super) fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
