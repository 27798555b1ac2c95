//! Reading JSON. An object that names a thing twice leaves open which one counts: it is refused down to a depth that is
//! said, and below that the last one counts.
//!
//! Everything we read goes through here, so that the program carries one reader.
//! May know: JSON. Must never know: what is read.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::fmt;

/// The value in a text, where nothing is named twice in the `strict` outermost levels.
///
/// # Errors
/// What the parser says of a text that is no JSON, or names something twice.
pub fn read(text: &str, strict: u8) -> Result<Value, serde_json::Error> {
    let mut parser = serde_json::Deserializer::from_str(text);
    let value = Any { strict }.deserialize(&mut parser)?;
    parser.end().map(|()| value)
}

#[derive(Clone, Copy)]
struct Any {
    /// How many levels are still read strictly, this one included.
    strict: u8,
}

impl Any {
    fn below(self) -> Self {
        Self { strict: self.strict.saturating_sub(1) }
    }
}

impl<'de> DeserializeSeed<'de> for Any {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, on: bool) -> Result<Value, E> {
        Ok(Value::Bool(on))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = parts.next_element_seed(self.below())? {
            list.push(value);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(name) = parts.next_key::<String>()? {
            let value = parts.next_value_seed(self.below())?;
            if map.insert(name, value).is_some() && self.strict > 0 {
                return Err(Error::custom("a name twice"));
            }
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_is_written_is_read_and_twice_is_once_too_often() -> Result<(), serde_json::Error> {
        let text = r#"{"a":[null,true,-1,18446744073709551615,0.5,"b"],"c":{}}"#;
        assert_eq!(read(text, 2)?.to_string(), text);
        let twice = r#"{"a":{"b":1,"b":2}}"#;
        assert!(read(twice, 2).is_err());
        assert_eq!(read(twice, 1)?.to_string(), r#"{"a":{"b":2}}"#);
        assert!(read("{} {}", 0).is_err());
        Ok(())
    }
}
