//! Waiting for one thing or for two.
//! May know: futures. Must never know: what is waited for.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

/// What comes of two that are waited for at once.
pub async fn both<A, B>(one: impl Future<Output = A>, other: impl Future<Output = B>) -> (A, B) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    let (mut of_one, mut of_other) = (None, None);
    poll_fn(|cx| {
        if of_one.is_none()
            && let Poll::Ready(done) = one.as_mut().poll(cx)
        {
            of_one = Some(done);
        }
        if of_other.is_none()
            && let Poll::Ready(done) = other.as_mut().poll(cx)
        {
            of_other = Some(done);
        }
        match (of_one.take(), of_other.take()) {
            (Some(one), Some(other)) => Poll::Ready((one, other)),
            // Whatever is there waits for the other.
            one_of_them => {
                (of_one, of_other) = one_of_them;
                Poll::Pending
            }
        }
    })
    .await
}

/// What comes of `work`, or `None` when `limit` ends first.
pub async fn first<T>(work: impl Future<Output = T>, limit: impl Future<Output = ()>) -> Option<T> {
    let (mut work, mut limit) = (pin!(work), pin!(limit));
    poll_fn(|cx| match work.as_mut().poll(cx) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => limit.as_mut().poll(cx).map(|()| None),
    })
    .await
}
