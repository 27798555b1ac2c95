//! How the cells of the Excel file look.
//!
//! Knows formats, no words.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

/// The font of a Japanese Excel, and how high a line of it is.
const FONT: &str = "游ゴシック";
pub(super) const LINE_HEIGHT: f64 = 18.75;
/// What is left free in a row, and how high it can be at most, in points.
pub(super) const AROUND: f64 = 3.0;
pub(super) const HIGHEST: f64 = 409.0;
/// The deep green of the app, and what it writes and draws lines with.
const GREEN: Color = Color::RGB(0x1D_5C42);
const INK: Color = Color::RGB(0x23_271F);
const SOFT: Color = Color::RGB(0x4C_5248);
const LINE: Color = Color::RGB(0xC9_C2B2);
const WASH: Color = Color::RGB(0xE9_F1E9);

/// What a cell is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// What the whole is called.
    Title,
    /// What stands on every page.
    Mark,
    /// What the reader should know first.
    Note,
    /// The heading of a sheet, and of a group on it.
    Part,
    Group,
    /// What leads to a part.
    Link,
    /// The head row of a table, what a thing is called there and where it stands alone, a label, and what is
    /// said.
    Head,
    Name,
    Thing,
    Label,
    Words,
}

impl Look {
    /// How high a line of it is.
    pub(super) fn line_height(self) -> f64 {
        match self {
            Self::Title => 31.0,
            Self::Part => 27.0,
            Self::Group => 22.0,
            _ => LINE_HEIGHT,
        }
    }

    /// The size of its letters, in points.
    pub(super) fn size(self) -> usize {
        match self {
            Self::Title => 18,
            Self::Part => 15,
            Self::Group => 12,
            _ => 11,
        }
    }
}

/// The formats, made once.
pub(super) struct Looks {
    title: Format,
    mark: Format,
    note: Format,
    part: Format,
    group: Format,
    link: Format,
    head: Format,
    name: Format,
    thing: Format,
    label: Format,
    words: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let base = Format::new().set_font_name(FONT).set_font_charset(128).set_font_family(3).set_font_size(11);
        // Words that begin with = or + stay words when somebody mends a letter of them.
        let ours = base.clone().set_font_color(INK).set_align(FormatAlign::Top).set_quote_prefix();
        let boxed = ours.clone().set_text_wrap().set_border(FormatBorder::Thin).set_border_color(LINE);
        let shaded = boxed.clone().set_bold().set_background_color(WASH);
        Self {
            title: ours.clone().set_bold().set_font_size(18).set_font_color(GREEN).set_text_wrap(),
            mark: ours.clone().set_bold().set_font_color(GREEN).set_text_wrap(),
            note: ours.clone().set_font_color(SOFT).set_text_wrap(),
            part: ours.clone().set_bold().set_font_size(15).set_font_color(GREEN).set_text_wrap(),
            group: ours.clone().set_bold().set_font_size(12).set_text_wrap(),
            link: ours.set_font_color(GREEN).set_underline(FormatUnderline::Single),
            thing: boxed.clone().set_bold().set_background_color(WASH),
            head: shaded.clone().set_align(FormatAlign::VerticalCenter),
            name: boxed.clone().set_bold(),
            label: shaded,
            words: boxed,
        }
    }

    pub(super) fn of(&self, look: Look) -> &Format {
        match look {
            Look::Title => &self.title,
            Look::Mark => &self.mark,
            Look::Note => &self.note,
            Look::Part => &self.part,
            Look::Group => &self.group,
            Look::Link => &self.link,
            Look::Head => &self.head,
            Look::Name => &self.name,
            Look::Thing => &self.thing,
            Look::Label => &self.label,
            Look::Words => &self.words,
        }
    }

    /// What is said, where it is a day in that format.
    pub(super) fn dated(&self, format: &str) -> Format {
        self.words
            .clone()
            .unset_quote_prefix()
            .set_align(FormatAlign::Left)
            .set_align(FormatAlign::Top)
            .set_num_format(format)
    }
}
