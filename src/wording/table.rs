//! How a table of wordings is written: `NAME: "日本語" / "English";`, a line each.
//!
//! Above them stand the name of the table and its place among the tables.
//! Knows no word itself.

macro_rules! words {
    ($table:ident = $at:literal; $($(#[$doc:meta])* $name:ident: $ja:literal / $en:literal;)+) => {
        /// The places of the wordings in the table.
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "they are called as wordings are")]
        enum Place { $($name),+ }
        $(#[allow(missing_docs, reason = "the words say it themselves")] $(#[$doc])*
        pub const $name: $crate::wording::Words = $crate::wording::Words::new($ja, $en, $at, Place::$name as u16);)+
        /// The wordings of this table with their names.
        pub(super) const $table: &[(&str, $crate::wording::Words)] = &[$((stringify!($name), $name)),+];
    };
}
