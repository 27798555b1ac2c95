//! The kinds of workplace that somebody can be asked about, and where their words lie.
//!
//! May know: the names of our packs. Must never know: what a workplace is called on the screen, how a file is fetched.

/// A kind of workplace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Workplace {
    /// 役所・役場: the standard pack itself.
    #[default]
    Office,
    /// 会社
    Company,
    /// 学校・病院など
    Care,
    /// その他
    General,
}

impl Workplace {
    /// All of them, as they are offered.
    pub const ALL: [Self; 4] = [Self::Office, Self::Company, Self::Care, Self::General];

    /// The id of its pack, which the settings hold too.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Office => "standard",
            Self::Company => "company",
            Self::Care => "care",
            Self::General => "general",
        }
    }

    /// The workplace of a pack's id, or of what the settings hold.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.id() == id)
    }

    /// Where its words are served, seen from the page.
    pub fn path(self) -> String {
        ["packs/", self.id(), ".json"].concat()
    }
}
