//! Putting things in order, by one sort for all of them: the standard library's would be compiled anew for
//! every type.
//! May know: places and how two of them compare. Must never know: what is put in order.

use std::cmp::Ordering;

/// The items by their keys; those of one key stay as they stood.
pub(crate) fn ordered<T>(items: Vec<T>, key: impl Fn(&T) -> (u64, u64)) -> Vec<T> {
    sorted(items, |a, b| key(a).cmp(&key(b)))
}

/// The items as they compare; those that are equal stay as they stood.
pub(crate) fn sorted<T>(items: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let places = places(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    places.into_iter().filter_map(|at| items[at].take()).collect()
}

/// The places from 0 up to `count` in the order in which what stands there comes. This is a merge sort from
/// the bottom up: runs of one place are merged into runs of two, those into runs of four, and so on.
fn places(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    let mut run = 1;
    while run < count {
        let mut merged = Vec::with_capacity(count);
        for both in places.chunks(2 * run) {
            let (mut left, mut right) = both.split_at(run.min(both.len()));
            while let ([a, ..], [b, ..]) = (left, right) {
                // Where they are equal, the one that stood first goes first.
                let first = if compare(*a, *b).is_le() { &mut left } else { &mut right };
                merged.push(first[0]);
                *first = &first[1..];
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        places = merged;
        run *= 2;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{ordered, sorted};

    #[test]
    fn what_has_one_key_stays_as_it_stood() {
        assert_eq!(ordered(vec!["b2", "a2", "c1"], |s| (0, u64::from(s.as_bytes()[1]))), ["c1", "b2", "a2"]);
    }

    /// Numbers that look shuffled, the same at every run.
    fn shuffled(count: u64, below: u64) -> Vec<(u64, u64)> {
        (0..count).map(|at| ((at * 7919 + 12_345).wrapping_mul(2_654_435_761) / 7 % below, at)).collect()
    }

    #[test]
    fn any_number_of_items_comes_out_as_the_standard_sort_has_it() {
        for count in (0..70).chain([127, 128, 129, 1000]) {
            for below in [1, 3, 1_000_000] {
                let items = shuffled(count, below);
                let mut expected = items.clone();
                expected.sort_by_key(|(key, _)| *key);
                assert_eq!(sorted(items.clone(), |a, b| a.0.cmp(&b.0)), expected, "{count} items below {below}");
                let mut backward = items.clone();
                backward.sort_by_key(|(key, _)| std::cmp::Reverse(*key));
                assert_eq!(sorted(items, |a, b| b.0.cmp(&a.0)), backward, "{count} items below {below}, backward");
            }
        }
    }

    #[test]
    fn what_is_put_in_order_need_not_be_copied() {
        let words = ["c", "", "b", "a"].map(String::from).to_vec();
        assert_eq!(sorted(words, Ord::cmp), ["", "a", "b", "c"]);
    }

    #[test]
    fn it_compares_no_oftener_than_a_merge_sort() {
        let compared = std::cell::Cell::new(0);
        let count = |a: &(u64, u64), b: &(u64, u64)| {
            compared.set(compared.get() + 1);
            a.cmp(b)
        };
        sorted(shuffled(1024, 1_000_000), count);
        assert!(compared.get() <= 1024 * 10, "compared {} times", compared.get());
    }
}
