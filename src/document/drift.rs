//! いまの働き方が続いたら: what should stay, at most two worries, and one small thing to change.
//! Knows its fields; must never know what they lead to.
//!
//! *Invariant:* the columns can't be shared at all; only a topic that the person chose from them can.

use super::{Field, Kind, Section};

/// A good side that should still be there.
pub static STAYS: Field = Field::text("stay.what", 0).never();
/// A worry.
pub static WORRIES: Field = Field::text("worry.what", 0).never();
/// ひとりでは動かせない
pub static STUCK: Field = Field::flag("worry.stuck").never();
/// The topic to raise.
pub static TOPIC: Field = Field::text("worry.topic", 35);
/// If one small thing changed.
pub static CHANGE: Field = Field::text("drift.change", 0).never();
/// 減らす・渡す・休む・挑む
pub static CHANGE_KIND: Field = Field::pick("drift.change_kind").never();

/// What should stay.
pub static STAY: Kind = Kind::many("stay", Section::Drift, &[&STAYS]);
/// What worries.
pub static WORRY: Kind = Kind::many("worry", Section::Drift, &[&WORRIES, &STUCK, &TOPIC]);
/// The small change.
pub static DRIFT: Kind = Kind::one("drift", Section::Drift, &[&CHANGE, &CHANGE_KIND]);
