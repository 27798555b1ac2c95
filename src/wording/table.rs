//! How a table of wordings is written: `NAME: "日本語" / "English";`, a line each, under the name of the table.
//! Knows no word itself.

macro_rules! words {
    ($table:ident; $($(#[$doc:meta])* $name:ident: $ja:literal / $en:literal;)+) => {
        $(#[allow(missing_docs, reason = "the words say it themselves")] $(#[$doc])*
        pub const $name: $crate::wording::Words = $crate::wording::Words { ja: $ja, en: $en };)+
        /// The wordings of this table with their names.
        pub(super) const $table: &[(&str, $crate::wording::Words)] = &[$((stringify!($name), $name)),+];
    };
}
