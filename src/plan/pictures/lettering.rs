//! How much room words take in a picture, and where a line of them ends.
//!
//! An estimate that is rather too wide than too narrow: whatever font the page has, the words stay in their place.
//! May know: characters. Must never know: what the words say, where they stand.

/// Hundredths of an em that a character takes.
fn hundredths(c: char) -> usize {
    match c {
        '\u{300}'..='\u{36f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{3099}'
        | '\u{309a}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0000}'..='\u{e01ef}' => 0,
        ' ' | '.' | ',' | '\'' | '!' | '|' | ':' | ';' | 'i' | 'j' | 'l' | 'I' => 32,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '/' | '-' => 42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 96,
        'A'..='Z' => 72,
        '\u{2014}' | '\u{2026}' => 100,
        '\0'..='\u{10ff}' | '\u{2000}'..='\u{206f}' | '\u{ff61}'..='\u{ff9f}' => 61,
        _ => 100,
    }
}

/// How wide a line of words is at this size.
pub fn width(words: &str, size: i32) -> i32 {
    let sum: usize = words.chars().map(hundredths).sum();
    i32::try_from(sum).map_or(i32::MAX, |sum| sum.saturating_mul(size).saturating_add(99) / 100)
}

/// What one reads as one character, and what must not be torn off it.
fn clusters(words: &str) -> Vec<&str> {
    let mut starts = Vec::new();
    let mut joined = false;
    for (at, c) in words.char_indices() {
        let clings = hundredths(c) == 0 && c != '\u{200b}';
        if !(clings || joined) || starts.is_empty() {
            starts.push(at);
        }
        joined = c == '\u{200d}';
    }
    let ends = starts.iter().skip(1).copied().chain([words.len()]);
    starts.iter().zip(ends).map(|(start, end)| &words[*start..end]).collect()
}

/// Whether a line may not begin with it.
fn belongs_to_before(cluster: &str) -> bool {
    cluster.starts_with([
        '、', '。', '，', '．', '・', '：', '！', '？', '」', '』', '）', '］', '】', '〉', '》', 'ー', '～', '〜',
        '…', 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ',
        'ョ', '々', ',', '.', ')', '”', '’', '!', '?', ':', ';',
    ])
}

/// Whether a line may not end with it.
fn belongs_to_next(cluster: &str) -> bool {
    cluster.starts_with(['「', '『', '（', '［', '【', '〈', '《', '(', '[', '“', '‘'])
}

/// Whether one may not part the two: letters of one word.
fn is_one_word(before: &str, next: &str) -> bool {
    // An apostrophe is one: “don’t”.
    let letter = |c: char| c.is_ascii_graphic() || c == '’' || ('\u{c0}'..'\u{2000}').contains(&c);
    let is = |cluster: &str| cluster.chars().next_back().is_some_and(letter);
    // 15分 is one word too.
    is(before) && is(next)
        || before.ends_with(|c: char| c.is_ascii_digit()) && next.starts_with(|c: char| !c.is_ascii())
}

/// The words in lines of at most this width, at most so many; what has no place ends in 「…」. Line breaks, tabs and what
/// can't be seen count as a space.
pub fn lines(words: &str, size: i32, room: i32, most: usize) -> Vec<String> {
    let seen: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let clusters = clusters(seen.trim());
    let mut lines: Vec<String> = Vec::new();
    let mut at = 0;
    while at < clusters.len() && lines.len() < most {
        let rest = &clusters[at..];
        let last = lines.len() + 1 == most;
        let mut end = fitting(rest, size, room);
        if end < rest.len() {
            if last {
                end = fitting(rest, size, room - size);
                lines.push(rest[..end].concat().trim_end().to_owned() + "…");
                break;
            }
            end = break_before(rest, end);
        }
        lines.push(rest[..end].concat().trim().to_owned());
        at += end;
        at += clusters[at..].iter().take_while(|c| **c == " ").count();
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// How many of them fit, at least one.
fn fitting(clusters: &[&str], size: i32, room: i32) -> usize {
    let mut wide = 0;
    let fits = clusters.iter().take_while(|c| {
        wide += width(c, size);
        wide <= room
    });
    fits.count().max(1)
}

/// Where a line that can hold `end` of them had better end: where a phrase does, if that is not far back.
fn break_before(clusters: &[&str], end: usize) -> usize {
    let may = |at: &usize| {
        let (before, next) = (clusters[*at - 1], clusters[*at]);
        !belongs_to_before(next) && !belongs_to_next(before) && !is_one_word(before, next)
    };
    let phrase = |at: &usize| may(at) && ends_phrase(clusters, *at);
    // A word longer than most of the line is torn all the same.
    let mut late = (end * 3 / 5 + 1..=end).rev();
    late.find(phrase).or_else(|| (end / 3 + 1..=end).rev().find(may)).unwrap_or(end)
}

/// Whether a phrase ends between `clusters[at - 1]` and `clusters[at]`: after a comma, and where hiragana end
/// and something else begins. One hiragana alone ends a phrase only where it can be a particle: 「立ち話」 and
/// 「引き継ぎ」 are one word.
fn ends_phrase(clusters: &[&str], at: usize) -> bool {
    let hiragana = |cluster: &str| cluster.starts_with(|c: char| ('ぁ'..='ゖ').contains(&c));
    let before = clusters[at - 1];
    if before.starts_with(['、', '。', '」', '）', ' ', '／', '：']) {
        return true;
    }
    let several = at > 1 && hiragana(clusters[at - 2]);
    let particle = before.starts_with(['は', 'が', 'を', 'に', 'で', 'と', 'の', 'も', 'へ', 'や']);
    hiragana(before) && !hiragana(clusters[at]) && (several || particle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_a_reader_would_end_them() {
        for (words, room, most, expected) in [
            ("", 100, 2, &[][..]),
            (" \n ", 100, 2, &[]),
            ("茶話会に行く", 100, 2, &["茶話会に行く"]),
            ("今日は、ここまで。", 30, 4, &["今日", "は、", "ここま", "で。"]),
            ("関心のある分野への異動を伝える", 130, 2, &["関心のある分野への異動を", "伝える"]),
            ("窓口で気になったことの立ち話を", 140, 2, &["窓口で気になったことの", "立ち話を"]),
            ("次の人への引き継ぎ書を作る", 80, 2, &["次の人への", "引き継ぎ書を作る"]),
            ("先輩に「15分、話を聞かせて」", 70, 3, &["先輩に", "「15分、話を", "聞かせて」"]),
            ("「今日」「明日」", 30, 4, &["「今", "日」", "「明", "日」"]),
            ("今日はここまで、また明日", 50, 2, &["今日はここ", "まで、ま…"]),
            ("a quiet word here", 50, 4, &["a quiet", "word", "here"]),
            ("can wouldn’t", 75, 2, &["can", "wouldn’t"]),
            ("abcdefghijklmnop", 60, 9, &["abcdefghi", "jklmnop"]),
            ("か\u{3099}か\u{3099}か\u{3099}", 20, 2, &["か\u{3099}か\u{3099}", "か\u{3099}"]),
            ("一行目\n二行目", 100, 2, &["一行目 二行目"]),
        ] {
            let got = lines(words, 10, room, most);
            assert!(got.iter().all(|line| width(line, 10) <= room), "{got:?} is wider than {room}");
            assert_eq!(got, expected, "{words} in {room}");
        }
    }
}
