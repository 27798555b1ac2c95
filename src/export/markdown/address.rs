//! Addresses of pages in a text: where one begins and where it ends.
//!
//! May know: which characters an address is made of (RFC 3986). Must never know: Markdown.

/// What they begin with.
const SCHEMES: [&str; 3] = ["https", "http", "ftp"];
const BEHIND_SCHEME: &str = "://";
/// What may stand in one besides letters and digits. Words in Japanese follow without a blank, so nothing
/// else belongs to it.
const MARKS: &str = "-._~:/?#[]@!$&'()*+,;=%";
/// What rather belongs to the sentence, at the end of one.
const STOPS: [char; 8] = ['.', ',', ':', ';', '!', '?', '\'', '*'];

/// Where the first address of a text begins and ends.
pub(super) fn first(text: &str) -> Option<(usize, usize)> {
    text.char_indices().find_map(|(at, _)| end(text, at).map(|end| (at, end)))
}

/// Where the address ends that begins there.
fn end(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let is_it = |scheme: &&str| {
        let begins = |begin: &str| begin.eq_ignore_ascii_case(scheme);
        rest.get(..scheme.len()).is_some_and(begins) && rest[scheme.len()..].starts_with(BEHIND_SCHEME)
    };
    let scheme = SCHEMES.into_iter().find(is_it)?;
    if text[..at].ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let belongs = |c: char| c.is_ascii_alphanumeric() || MARKS.contains(c);
    let mut address = &rest[..rest.find(|c| !belongs(c)).unwrap_or(rest.len())];
    loop {
        let count = |c: char| address.matches(c).count();
        let loose = |open, close| address.ends_with(close) && count(close) > count(open);
        if !(address.ends_with(STOPS) || loose('(', ')') || loose('[', ']')) {
            break;
        }
        address = &address[..address.len() - 1];
    }
    (address.len() > scheme.len() + BEHIND_SCHEME.len()).then(|| at + address.len())
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn an_address_ends_where_the_sentence_goes_on() {
        for (text, found) in [
            ("https://example.jp/a_b", "https://example.jp/a_b"),
            ("資料はHTTP://a.jp/x?y=1&z=2を見て", "HTTP://a.jp/x?y=1&z=2"),
            ("(see https://a.jp/b(c).)", "https://a.jp/b(c)"),
            ("[x](https://a.jp)", "https://a.jp"),
            ("<https://a.jp/>", "https://a.jp/"),
            ("ftp://a.jp/b.", "ftp://a.jp/b"),
            ("xhttps://a.jp/", ""),
            ("https:// だけ", ""),
            ("www.example.jp a@b.jp", ""),
        ] {
            assert_eq!(first(text).map_or("", |(at, end)| &text[at..end]), found, "{text}");
        }
    }
}
