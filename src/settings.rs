//! Settings of this browser: language, whose computer it is, when a backup was last saved. Never a part of the answers.
//!
//! May know: the mirror. Must never know: documents.

use crate::browser::{mirror, page};
use crate::export::is_moment;
use crate::json;
use crate::pack::{Lang, Manner, Workplace};
use serde_json::json;

const KEY: &str = "settings";

/// This browser's settings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language of the interface.
    pub lang: Lang,
    /// Whether others use this computer too; `None` until it was asked.
    pub shared_device: Option<bool>,
    /// Whether the walk in full was chosen, not the ten-minute path.
    pub in_full: bool,
    /// How questions are put.
    pub manner: Manner,
    /// In whose words cards and examples are; `None` until it was asked.
    pub workplace: Option<Workplace>,
    /// When everything was last saved to a file, milliseconds since 1970; `None` when never.
    pub backed_up_at: Option<u64>,
    /// Whether nothing that is written is to be kept on this device.
    pub keep_nothing: bool,
    /// Whether the browser was asked not to clear what is kept. It is asked once.
    pub asked_to_stay: bool,
}

impl Settings {
    /// What is stored, or what the browser suggests.
    pub fn load() -> Self {
        let stored = mirror::read(KEY).and_then(|text| json::read(&text, 0).ok()).unwrap_or_default();
        let lang = stored["lang"].as_str().map_or_else(page::preferred_language, str::to_owned);
        Self {
            lang: Lang::from_code(&lang),
            shared_device: stored["shared_device"].as_bool().or((stored["keep_nothing"] == true).then_some(true)),
            in_full: stored["in_full"] == true,
            manner: Manner { easy: stored["easy"] == true, readings: stored["readings"] == true },
            workplace: stored["workplace"].as_str().and_then(Workplace::of),
            backed_up_at: stored["backed_up_at"].as_u64().filter(|at| is_moment(*at)),
            keep_nothing: stored["keep_nothing"] == true,
            asked_to_stay: stored["asked_to_stay"] == true,
        }
    }

    /// Stores them; those that say nothing leave no trace. Where it can't be done they hold until the page is closed.
    pub fn keep(&self) {
        let suggested = Lang::from_code(&page::preferred_language());
        if *self == (Self { lang: suggested, ..Self::default() }) {
            Self::erase();
            return;
        }
        if self.keep_nothing {
            // Not even when somebody was here.
            let mut text = json!({ "lang": self.lang.code(), "keep_nothing": true });
            for (name, is) in [("easy", self.manner.easy), ("readings", self.manner.readings)] {
                if is {
                    text[name] = true.into();
                }
            }
            if let Some(place) = self.workplace {
                text["workplace"] = place.id().into();
            }
            let _ = mirror::write(KEY, &text.to_string());
            return;
        }
        let text = json!({
            "lang": self.lang.code(),
            "shared_device": self.shared_device,
            "in_full": self.in_full,
            "easy": self.manner.easy,
            "readings": self.manner.readings,
            "workplace": self.workplace.map(Workplace::id),
            "backed_up_at": self.backed_up_at,
            "asked_to_stay": self.asked_to_stay,
        });
        let _ = mirror::write(KEY, &text.to_string());
    }

    /// Takes them away; whether they are gone.
    pub fn erase() -> bool {
        mirror::remove(KEY)
    }
}
