//! `practice.md`'s words that make people close the page: no text of the app, the pack, the remarks or the people holds one.

pub(crate) const CLOSING: [&str; 9] =
    ["キャリア", "仲間", "一人称", "価値前提", "ドミナント", "宣言", "50点", "成り行き", "未記入"];
