//! A reply as a file, and as the one line of a text that a program reads: both hold the same body, and one reader reads both.
//!
//! The line is made to survive mail and chat: its letters are those of base64, so nothing in it is a quotation mark, a dash or
//! an underscore. Whatever mail adds is taken away before reading: signs of quoting, line ends, blanks, full-width letters.
//! May know: the envelope of our files. Must never know: documents, where the text came from.
//!
//! *Invariant:* any bytes at all may come. They are a whole reply with the right sum, or an error.

use super::{Answer, Answered, LONGEST, MOST, Promised, Reply, sum};
use crate::document::ItemId;
use crate::document::reply::PROMISES;
use crate::format::{BackupError, FORMAT, open_reply, plain_text, reply_file};
use crate::json;
use crate::pack::Lang;
use serde_json::{Map, Value, json};

/// What stands before the line that a program reads, without the dash.
const MARK: &str = "aritaireply:";
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Why there is no reply in what came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The file or text itself.
    File(BackupError),
    /// There are replies of several people in it.
    Several,
}

impl From<BackupError> for Unread {
    fn from(error: BackupError) -> Self {
        Self::File(error)
    }
}

// ── Writing ─────────────────────────────────────────────────────────────────────────────────────────────────────

/// All that a reply says, as JSON with its names in order: the sum stands on it.
pub fn body(reply: &Reply) -> String {
    let answer = |a: &Answered| {
        let mut answer = json!({ "ask": a.ask, "sum": format!("{:08x}", a.sum), "is": a.answer.id() });
        put(&mut answer, &[("form", &a.form), ("who", &a.who), ("by", &a.by)]);
        answer
    };
    let promise = |p: &Promised| {
        let mut promise = json!({});
        put(&mut promise, &[("what", &p.what), ("by", &p.by)]);
        promise
    };
    let mut body = json!({ "id": reply.id.to_string(), "rev": reply.rev, "lang": reply.lang.code() });
    put(&mut body, &[("day", &reply.day), ("role", &reply.role), ("words", &reply.words), ("next", &reply.next)]);
    if let Some((to, seq)) = reply.to {
        body["to"] = to.to_string().into();
        body["seq"] = seq.into();
    }
    if !reply.answers.is_empty() {
        body["answers"] = reply.answers.iter().map(answer).collect();
    }
    if !reply.promises.is_empty() {
        body["promises"] = reply.promises.iter().map(promise).collect();
    }
    body.sort_all_objects();
    body.to_string()
}

fn put(to: &mut Value, texts: &[(&str, &String)]) {
    for (name, text) in texts.iter().filter(|(_, text)| !text.is_empty()) {
        to[*name] = text.as_str().into();
    }
}

/// A reply as a file.
pub fn file(reply: &Reply) -> String {
    let body = body(reply);
    reply_file(&body, sum(&body))
}

/// A reply as the line that a program reads.
pub fn line(reply: &Reply) -> String {
    let body = body(reply);
    format!("aritai-reply:{FORMAT}:{}:{:08x}:", encode(body.as_bytes()), sum(&body))
}

fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 4 / 3 + 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for at in 0..=chunk.len() {
            out.push(char::from(ALPHABET[((bits >> (18 - 6 * at)) & 63) as usize]));
        }
    }
    out
}

fn decode(letters: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(letters.len() * 3 / 4);
    for chunk in letters.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for at in 0..4 {
            let six = chunk.get(at).map_or(Some(0), |letter| ALPHABET.iter().position(|a| a == letter))?;
            bits = (bits << 6) | u32::try_from(six).ok()?;
        }
        out.extend(bits.to_be_bytes().get(1..chunk.len())?);
    }
    Some(out)
}

// ── Reading ─────────────────────────────────────────────────────────────────────────────────────────────────────

/// The reply in a file or in a text that was pasted: any bytes at all may come.
///
/// # Errors
/// [`Unread`] says in one word what is the matter.
pub fn read(bytes: &[u8]) -> Result<Reply, Unread> {
    match open_reply(bytes) {
        Ok((body, sum)) => Ok(checked(body, sum)?),
        Err(BackupError::NotOurs) => in_text(plain_text(bytes)?),
        Err(error) => Err(error.into()),
    }
}

fn checked(body: Map<String, Value>, wanted: u64) -> Result<Reply, BackupError> {
    let mut sorted = Value::Object(body);
    sorted.sort_all_objects();
    if u64::from(sum(&sorted.to_string())) != wanted {
        return Err(BackupError::Damaged);
    }
    reply(&sorted).ok_or(BackupError::Damaged)
}

/// The reply that stands in a text. The same one may stand there twice, and an earlier one of the same person below it, as
/// mail programs put it.
fn in_text(text: &str) -> Result<Reply, Unread> {
    let letters = plainly(text);
    let mut found: Option<Reply> = None;
    let mut error = BackupError::NotOurs;
    for (at, _) in letters.match_indices(MARK) {
        let reply = match line_at(&letters[at + MARK.len()..]) {
            Ok(reply) => reply,
            Err(why) => {
                error = why;
                continue;
            }
        };
        found = match found {
            Some(before) if before.id != reply.id => return Err(Unread::Several),
            Some(before) if before.stamp() >= reply.stamp() => Some(before),
            _ => Some(reply),
        };
    }
    found.ok_or(Unread::File(error))
}

fn line_at(letters: &str) -> Result<Reply, BackupError> {
    let mut parts = letters.splitn(4, ':');
    let format = parts.next().and_then(|format| format.parse::<u32>().ok()).ok_or(BackupError::Damaged)?;
    if format > FORMAT {
        return Err(BackupError::Newer(format));
    }
    let (Some(body), Some(sum), Some(_)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(BackupError::Truncated);
    };
    let bytes = decode(body).ok_or(BackupError::Damaged)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| BackupError::Damaged)?;
    let sum = u64::from_str_radix(sum, 16).map_err(|_| BackupError::Damaged)?;
    match json::read(text, 3) {
        Ok(Value::Object(body)) => checked(body, sum),
        _ => Err(BackupError::Damaged),
    }
}

/// The letters of a text, without what mail and chat put among them.
fn plainly(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split(crate::typed::is_line_end) {
        let ours = unquoted(line);
        let half_width = |c: char| match c {
            '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
            c => c,
        };
        out.extend(ours.chars().map(half_width).filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | ':')));
    }
    out
}

/// How far into a line the sign of quoting may stand: some programs put initials before it.
const QUOTED_WITHIN: usize = 6;

/// A line without the signs of quoting before it.
fn unquoted(mut line: &str) -> &str {
    while let Some((at, sign)) = line.char_indices().take(QUOTED_WITHIN).find(|(_, c)| matches!(c, '>' | '＞')) {
        line = &line[at + sign.len_utf8()..];
    }
    line
}

fn text(from: &Value, name: &str) -> Option<String> {
    match from.get(name) {
        None => Some(String::new()),
        Some(Value::String(text)) if text.len() <= LONGEST => Some(text.clone()),
        Some(_) => None,
    }
}

fn number(from: &Value, name: &str) -> Option<u32> {
    from.get(name)?.as_u64().and_then(|number| u32::try_from(number).ok()).filter(|number| *number > 0)
}

fn list<T>(from: &Value, name: &str, most: u32, one: fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    match from.get(name) {
        None => Some(Vec::new()),
        Some(Value::Array(list)) if list.len() <= most as usize => list.iter().map(one).collect(),
        Some(_) => None,
    }
}

fn answered(a: &Value) -> Option<Answered> {
    let sum = a.get("sum")?.as_str().filter(|hex| hex.len() == 8)?;
    Some(Answered {
        ask: number(a, "ask")?,
        sum: u32::from_str_radix(sum, 16).ok()?,
        answer: Answer::read(a.get("is")?.as_str()?)?,
        form: text(a, "form")?,
        who: text(a, "who")?,
        by: text(a, "by")?,
    })
}

fn promised(p: &Value) -> Option<Promised> {
    Some(Promised { what: text(p, "what")?, by: text(p, "by")? })
}

fn reply(body: &Value) -> Option<Reply> {
    let to = match (body.get("to"), body.get("seq")) {
        (None, None) => None,
        (Some(to), Some(_)) => Some((ItemId::read(to.as_str()?)?, number(body, "seq")?)),
        _ => return None,
    };
    let answers = list(body, "answers", MOST, answered)?;
    // In their order, and each ask once.
    if !answers.windows(2).all(|two| two[0].ask < two[1].ask) {
        return None;
    }
    Some(Reply {
        to,
        id: ItemId::read(body.get("id")?.as_str()?).filter(|id| *id != ItemId::ALONE)?,
        rev: number(body, "rev")?,
        day: text(body, "day")?,
        role: text(body, "role")?,
        lang: Lang::from_code(body.get("lang")?.as_str()?),
        answers,
        promises: list(body, "promises", u32::try_from(PROMISES).ok()?, promised)?,
        words: text(body, "words")?,
        next: text(body, "next")?,
    })
}
