//! What was typed, in letters that are easy to read: narrow, small, with numbers in digits.
//!
//! May know: letters. Must never know: what a day is.

/// The text as plain letters.
pub(super) fn plain(typed: &str) -> Vec<char> {
    let mut out = Vec::with_capacity(typed.len());
    for c in typed.chars() {
        spell(c, &mut out);
    }
    in_digits(&out)
}

fn spell(c: char, out: &mut Vec<char>) {
    let shifted = |from: u32, to: u32| char::from_u32(u32::from(c) - from + to).unwrap_or(c);
    match c {
        '[' | '［' | '〔' | '【' => out.push('('),
        ']' | '］' | '〕' | '】' => out.push(')'),
        '！'..='｝' => out.extend(shifted(0xFF01, 0x21).to_lowercase()),
        '～' | '〜' | '∼' | '⁓' => out.push('~'),
        '・' | '･' => out.push('.'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' => out.push('-'),
        // Between digits it is a dash; in a word it makes a vowel long.
        'ー' | 'ｰ' if out.last().is_some_and(char::is_ascii_digit) => out.push('-'),
        '⁄' | '∕' => out.push('/'),
        '㋿' => out.extend("令和".chars()),
        '㍻' => out.extend("平成".chars()),
        // ㈪ and its like: weekdays in brackets.
        '㈪'..='㈰' => {
            let at = usize::try_from(u32::from(c) - 0x322A).unwrap_or(0);
            out.extend(['(', "月火水木金土日".chars().nth(at).unwrap_or(c), ')']);
        }
        '㋀'..='㋋' => spell_number(u32::from(c) - 0x32C0 + 1, '月', out),
        '㏠'..='㏾' => spell_number(u32::from(c) - 0x33E0 + 1, '日', out),
        // Radicals, as they are copied out of PDF files.
        '⽇' => out.push('日'),
        '⽉' => out.push('月'),
        '⽕' => out.push('火'),
        '⽔' => out.push('水'),
        '⽊' => out.push('木'),
        '⾦' => out.push('金'),
        '⼟' => out.push('土'),
        '⼀' => out.push('一'),
        '⼆' => out.push('二'),
        '⼋' => out.push('八'),
        '⼗' => out.push('十'),
        // Marks that nobody sees.
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}' => {}
        c if c.is_whitespace() || c.is_control() => out.push(' '),
        c => out.extend(c.to_lowercase()),
    }
}

fn spell_number(number: u32, mark: char, out: &mut Vec<char>) {
    out.extend(number.to_string().chars());
    out.push(mark);
}

/// 十二月五日 as 12月5日, 二〇二六年 as 2026年, 元年 as 1年. Other words keep their numbers: 「十分に」.
fn in_digits(text: &[char]) -> Vec<char> {
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        let end = at + text[at..].iter().take_while(|c| "〇零一二三四五六七八九十".contains(**c)).count();
        let next = skip(text, end);
        let mark = text.get(next).is_some_and(|c| "年月日時".contains(*c));
        if end > at && end - at <= 5 && mark {
            match number(&text[at..end]) {
                Some(number) => out.extend(number.to_string().chars()),
                None => out.extend(&text[at..end]),
            }
            at = end;
        } else if text[at] == '元' && text.get(at + 1) == Some(&'年') {
            out.push('1');
            at += 1;
        } else {
            let end = end.max(at + 1);
            out.extend(&text[at..end]);
            at = end;
        }
    }
    out
}

/// A number in kanji, with tens or digit by digit.
fn number(kanji: &[char]) -> Option<u32> {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|d| d == c).or_else(|| (c == '零').then_some(0));
    let value = |digits: &[char]| {
        digits.iter().try_fold(0, |sum, c| digit(*c).and_then(|d| u32::try_from(d).ok()).map(|d| sum * 10 + d))
    };
    match kanji.iter().position(|c| *c == '十') {
        None => value(kanji),
        Some(ten) if ten <= 1 && kanji.len() - ten <= 2 => {
            let tens = if ten == 0 { 1 } else { value(&kanji[..ten])? };
            Some(tens * 10 + value(&kanji[ten + 1..])?)
        }
        Some(_) => None,
    }
}

/// Behind the blanks.
pub(super) fn skip(text: &[char], at: usize) -> usize {
    at + text.get(at..).unwrap_or_default().iter().take_while(|c| **c == ' ').count()
}

/// Whether these letters stand there.
pub(super) fn is_at(text: &[char], at: usize, word: &str) -> bool {
    let mut letters = text.get(at..).unwrap_or_default().iter();
    word.chars().all(|c| letters.next() == Some(&c))
}

/// Behind the first of these words that stands there.
pub(super) fn behind_one(text: &[char], at: usize, words: &[&str]) -> Option<usize> {
    words.iter().find(|word| is_at(text, at, word)).map(|word| at + word.chars().count())
}

/// The same, where it is a whole word in letters of the alphabet.
pub(super) fn behind_word(text: &[char], at: usize, words: &[&str]) -> Option<usize> {
    let whole = |word: &&&str| {
        is_at(text, at, word) && !text.get(at + word.chars().count()).is_some_and(char::is_ascii_alphanumeric)
    };
    words.iter().find(whole).map(|word| at + word.chars().count())
}

/// A number of at most `most` digits, and where it ends.
pub(super) fn digits(text: &[char], at: usize, most: usize) -> Option<(u32, usize)> {
    let count = text.get(at..).unwrap_or_default().iter().take(most + 1).take_while(|c| c.is_ascii_digit()).count();
    if count == 0 || count > most {
        return None;
    }
    let value = text[at..at + count]
        .iter()
        .try_fold(0_u32, |sum, c| c.to_digit(10).and_then(|d| sum.checked_mul(10)?.checked_add(d)))?;
    Some((value, at + count))
}

/// The letter before.
pub(super) fn before(text: &[char], at: usize) -> Option<char> {
    at.checked_sub(1).and_then(|at| text.get(at)).copied()
}
