//! Signals and memos of any type, with one body for all types.
//!
//! Leptos' `RwSignal` and `Memo` are compiled once for every type, and a memo once more for every function.
//! That was a tenth of the program. Here are one signal and one memo, each of a boxed value, and a thin layer
//! that knows the type. They wake the same effects as Leptos' own, and they are disposed of with the same
//! owner.
//! May know: Leptos' graph of signals. Must never know: what any signal is for.
//!
//! *Invariant:* the value in a box is of the type of the `State` or `Memo` that holds it. Only `new`, `set`
//! and the function of a memo put a box there, and they know the type.

use leptos::prelude::{Memo as MemoOfBox, Notify, Read, ReadUntracked, RwSignal, Track, Write};
use std::any::Any;
use std::marker::PhantomData;
use std::ops::DerefMut;

/// A value of any type.
type Boxed = Box<dyn Any + Send + Sync>;
/// Makes the next value of a memo out of the one before, and says whether it is another.
type Make = Box<dyn Fn(Option<Boxed>) -> (Boxed, bool) + Send + Sync>;

/// A value that can be changed, and that wakes those who looked at it.
pub struct State<T>(RwSignal<Boxed>, PhantomData<fn() -> T>);

/// A value that follows what its function reads, and that wakes those who looked at it when it is another.
pub struct Memo<T>(MemoOfBox<Boxed>, PhantomData<fn() -> T>);

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: Send + Sync + 'static> State<T> {
    /// Makes one that holds this value.
    pub fn new(value: T) -> Self {
        Self(signal(Box::new(value)), PhantomData)
    }

    /// Looks at the value, and has whoever asks woken when it changes.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(in_box(&read(self.0)))
    }

    /// Looks at the value once.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(in_box(&read_untracked(self.0)))
    }

    /// The value, and again when it changes.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// The value as it is now; `None` where the signal went with its screen.
    pub fn try_get_untracked(self) -> Option<T>
    where
        T: Clone,
    {
        self.0.try_read_untracked().map(|boxed| in_box::<T>(&boxed).clone())
    }

    /// Has whoever asks woken when the value changes.
    pub fn track(self) {
        self.0.track();
    }

    /// Puts another value in its place. Nothing happens where the signal went with its screen.
    pub fn set(self, value: T) {
        set(self.0, Box::new(value));
    }

    /// Changes the value in place. Nothing happens where the signal went with its screen.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Changes the value in place, and answers what the change answers; `None` where the signal went with its
    /// screen.
    pub fn try_update<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let mut boxed = write(&self.0)?;
        boxed.downcast_mut().map(change)
    }

    /// The same, without waking anybody: see [`State::notify`].
    pub fn try_update_untracked<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        self.0.try_write_untracked()?.downcast_mut().map(change)
    }

    /// Wakes those who looked at the value.
    pub fn notify(self) {
        self.0.notify();
    }
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Makes one that follows what this function reads. The function is handed the value before.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let make = move |before: Option<Boxed>| -> (Boxed, bool) {
            let before = before.as_ref().map(in_box);
            let now = make(before);
            let is_another = before != Some(&now);
            (Box::new(now), is_another)
        };
        Self(memo(Box::new(make)), PhantomData)
    }

    /// Looks at the value, and has whoever asks woken when it is another.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(in_box(&read_memo(self.0)))
    }

    /// Looks at the value once.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(in_box(&read_memo_untracked(self.0)))
    }

    /// Has whoever asks woken when the value is another.
    pub fn track(self) {
        self.0.track();
    }

    /// The value, and again when it is another.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

/// The value in a box. It panics where the box holds a value of another type, which the invariant excludes.
#[inline(never)]
fn in_box<T: 'static>(boxed: &Boxed) -> &T {
    boxed.downcast_ref().as_slice()[0]
}

// What follows knows no type, and is there once.

#[inline(never)]
fn signal(value: Boxed) -> RwSignal<Boxed> {
    RwSignal::new(value)
}

#[inline(never)]
fn read(signal: RwSignal<Boxed>) -> <RwSignal<Boxed> as Read>::Value {
    signal.read()
}

#[inline(never)]
fn read_untracked(signal: RwSignal<Boxed>) -> <RwSignal<Boxed> as ReadUntracked>::Value {
    signal.read_untracked()
}

#[inline(never)]
fn set(signal: RwSignal<Boxed>, value: Boxed) {
    if let Some(mut boxed) = write(&signal) {
        *boxed = value;
    }
}

#[inline(never)]
fn write(signal: &RwSignal<Boxed>) -> Option<impl DerefMut<Target = Boxed>> {
    signal.try_write()
}

#[inline(never)]
fn memo(make: Make) -> MemoOfBox<Boxed> {
    MemoOfBox::new_owning(make)
}

#[inline(never)]
fn read_memo(memo: MemoOfBox<Boxed>) -> <MemoOfBox<Boxed> as Read>::Value {
    memo.read()
}

#[inline(never)]
fn read_memo_untracked(memo: MemoOfBox<Boxed>) -> <MemoOfBox<Boxed> as ReadUntracked>::Value {
    memo.read_untracked()
}
