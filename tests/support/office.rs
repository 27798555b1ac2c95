//! Manuscripts to write office files of, and a reader that unpacks such a file and puts its words together again.
//! Needs `dice` and `people` beside it.

#![allow(dead_code, unreachable_pub, reason = "each package of tests takes what it needs, one of them as a library")]

use crate::dice::Dice;
use crate::odd as people;
use aritai::document::{Audience, Change, Document};
use aritai::export::manuscript::{Entry, Group, Manuscript, Part};
use aritai::export::{Day, full};
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::share::for_audience;
use aritai::typed::with_closed_directions;
use aritai::{format, own_copy};
use roxmltree::{Document as Xml, Node};
use std::io::{Cursor, Read};
use std::sync::LazyLock;
use zip::{DateTime, ZipArchive};

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

const DAY: Day = Day { year: 2026, month: 11, day: 22 };

/// What breaks programs that write files.
pub const HOSTILE: [&str; 34] = [
    "=1+1",
    "＝1+1",
    "@SUM(A1)",
    "-2+3",
    "+81",
    "{=1}",
    "'文",
    "TRUE",
    "2026-11-22",
    "007",
    "</script><!--",
    "</w:t></w:r></w:p>",
    "]]>",
    "&amp; &#10; &lt;",
    "_x000D_",
    "_x005F_x000D_ _x41_",
    "| a | b |",
    "\"引用\" 'and' “more”",
    "\u{202e}さかさ\u{202c} \u{200f}שלום",
    "😀👩‍👩‍👧‍👦🏽🇯🇵",
    "𠮷野家の髙橋さんと葛󠄀飾の﨑さん",
    " 前と後ろに空白 ",
    "　全角の空白　",
    "\u{0}\u{1}\u{8}\u{b}\u{c}\u{e}\u{1f}前後\u{7f}\u{85}",
    "\u{fffe}\u{ffff}\u{fffd}\u{feff}",
    "\n始めと終わりに改行\n",
    "a\tb\t\tc",
    "file:///etc/passwd mailto:a@example.invalid",
    "&P &N &A &D &[Page]",
    "a  b   c",
    "一行目\u{b}二行目\u{c}三行目\u{85}四行目\u{2028}五行目\u{2029}六行目",
    "\u{202e}さかさのまま\n次の行",
    "2026年11月22日",
    "22 November 2026",
];

/// Texts that are too long for a cell.
pub fn long() -> [(String, &'static str); 4] {
    let sentence = "窓口に来た方が、一度の説明で安心して帰れる。";
    [
        (sentence.chars().cycle().take(40_000).collect(), "40,000 characters"),
        ("𠮷😀".repeat(20_000), "40,000 characters of two units each"),
        (format!("{sentence}\n").repeat(300), "300 lines"),
        ("👩‍👩‍👧‍👦".repeat(5_000), "families"),
    ]
}

/// A text as a file can hold it: what XML forbids is gone, a line ends in one way, and what turns letters
/// round ends with it.
pub fn kept(text: &str) -> String {
    let forbidden = |c: &char| (*c < ' ' && *c != '\n' && *c != '\t') || matches!(c, '\u{fffe}' | '\u{ffff}');
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    with_closed_directions(&text).chars().filter(|c| !forbidden(c)).collect()
}

/// A manuscript that says one thing, once.
pub fn made_of(text: &str) -> Manuscript {
    let group = Group {
        heading: None,
        one: "未来".to_owned(),
        many: false,
        columns: vec!["ありたい姿".to_owned()],
        rows: vec![vec![text.to_owned()]],
    };
    Manuscript {
        lang: "ja".to_owned(),
        title: "計画の全体".to_owned(),
        file: "ありたい_計画".to_owned(),
        day: DAY,
        mark: None,
        notes: vec!["評価のための資料ではありません。".to_owned()],
        name: Some("髙橋".to_owned()),
        head: vec![Entry { label: "名前".to_owned(), words: "髙橋".to_owned() }],
        parts: vec![Part { heading: "ありたい姿".to_owned(), groups: vec![group] }],
    }
}

/// A manuscript that says the same everywhere.
pub fn one_of_everything(text: &str) -> Manuscript {
    let row = |n: usize| vec![text.to_owned(); n];
    let group = |many: bool, n: usize| Group {
        heading: many.then(|| text.to_owned()),
        one: text.to_owned(),
        many,
        columns: row(n),
        rows: if many { vec![row(n), row(n)] } else { vec![row(n)] },
    };
    let part = |groups| Part { heading: text.to_owned(), groups };
    Manuscript {
        title: text.to_owned(),
        mark: Some(text.to_owned()),
        notes: row(2),
        name: Some(text.to_owned()),
        head: vec![Entry { label: text.to_owned(), words: text.to_owned() }],
        parts: vec![part(vec![group(true, 3)]), part(vec![group(false, 2), group(true, 6), group(false, 1)])],
        ..made_of(text)
    }
}

/// What is shown to the other one, when all is, and what is one's own.
fn both(document: &Document, lang: Lang) -> [Manuscript; 2] {
    let plan = for_audience(document, Audience::Talk);
    [full::manuscript(&plan, &PACK, DAY, lang), own_copy::manuscript(document, &PACK, DAY, lang)]
}

/// Everybody invented, in both languages, everything shared.
pub fn invented() -> Vec<(String, Manuscript)> {
    let mut all = Vec::new();
    for person in aritai::examples::everybody().map(|(_, person)| person) {
        for lang in [Lang::Ja, Lang::En] {
            // The tests of the project itself stand in it, those with a browser in a folder of its tests.
            let project = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
            let served =
                [project, &project.join("../..")].map(|project| project.join("public").join(person.file(lang)));
            let bytes = served.iter().find_map(|file| std::fs::read(file).ok()).unwrap();
            let mut binder = format::open_backup(&bytes).unwrap().binder;
            let paths: Vec<_> = binder.document().leaves().map(|(path, _)| path).collect();
            for path in paths {
                binder.apply(Change::Shared(path, Audience::Talk, true));
            }
            for (m, what) in both(binder.document(), lang).into_iter().zip(["shared", "own"]) {
                all.push((format!("{} {what}", person.file(lang).trim_start_matches("examples/")), m));
            }
        }
    }
    all
}

/// A manuscript of somebody who was never born.
pub fn stranger(seed: u64) -> Manuscript {
    let dice = &mut Dice::new(seed);
    let changes = 40 + dice.below(160);
    let binder = people::person(dice, changes);
    let lang = dice.pick(&[Lang::Ja, Lang::En]);
    let [shared, own] = both(binder.document(), lang);
    if dice.one_in(2) { shared } else { own }
}

/// An unpacked file: the names and the texts of its parts.
pub struct Package(Vec<(String, String)>);

impl Package {
    /// Unpacks; the day in it may be no other than the first of the format.
    pub fn open(bytes: &[u8]) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let count = zip.len();
        let read = |at: usize| {
            let mut file = zip.by_index(at).unwrap();
            assert_eq!(file.last_modified(), Some(DateTime::default()), "{:?} tells when it was made", file.name());
            let (name, mut text) = (file.name().unwrap().into_owned(), String::new());
            file.read_to_string(&mut text).unwrap();
            (name, text)
        };
        Self((0..count).map(read).collect())
    }

    /// A part, if it is there.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(part, _)| part == name).map(|(_, text)| text.as_str())
    }

    /// A part that has to be there.
    pub fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_else(|| panic!("there is no {name}")).to_owned()
    }

    /// Every part parses and is declared; the file knows its title, its day, and nobody.
    pub fn is_sound(&self, m: &Manuscript, what: &str) {
        let types = self.text("[Content_Types].xml");
        assert_eq!(self.0[0].0, "[Content_Types].xml", "it comes first: {what}");
        for (name, text) in &self.0 {
            Xml::parse(text).unwrap_or_else(|e| panic!("{name} of {what}: {e}"));
            let relations = name.contains("_rels/");
            let known = relations || name == "[Content_Types].xml";
            assert!(known || types.contains(&format!("PartName=\"/{name}\"")), "{name} is declared: {what}");
            if relations {
                self.leads_somewhere(name, text);
            }
        }
        let core = self.text("docProps/core.xml");
        let core = Xml::parse(&core).unwrap();
        let said = |tag: &str| {
            core.descendants().find(|n| n.tag_name().name() == tag).and_then(|n| n.text()).unwrap_or_default()
        };
        let app = if m.lang == "ja" { "ありたい" } else { "Aritai" };
        assert_eq!((said("creator"), said("lastModifiedBy")), (app, app), "nobody's name: {what}");
        assert_eq!(said("title"), kept(&m.title), "{what}");
        for date in ["created", "modified"] {
            assert_eq!(said(date), format!("{}T00:00:00Z", m.day), "{what}");
        }
        for (name, text) in &self.0 {
            assert!(!text.contains("root") && !text.contains("/home"), "{name} names no user of this computer: {what}");
        }
    }

    /// What a list of relations leads to is in the package.
    fn leads_somewhere(&self, name: &str, text: &str) {
        let folder = name.split_once("_rels/").map_or("", |(folder, _)| folder);
        for relation in Xml::parse(text).unwrap().root_element().children().filter(Node::is_element) {
            let target = relation.attribute("Target").unwrap();
            let path = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
            assert!(self.get(&path).is_some(), "{name} leads to {path}");
        }
    }

    /// The words of every paragraph of a Word file, but of the gaps between tables.
    pub fn paragraphs(&self) -> Vec<String> {
        let document = self.text("word/document.xml");
        let document = Xml::parse(&document).unwrap();
        let style = |p: &Node| {
            p.descendants()
                .find(|n| n.tag_name().name() == "pStyle")
                .and_then(|n| n.attributes().next())
                .map(|a| a.value().to_owned())
        };
        let paragraphs = document.descendants().filter(|n| n.tag_name().name() == "p");
        paragraphs.filter(|p| style(p).as_deref() != Some("Gap")).map(|p| said(&p)).collect()
    }

    /// The sheets of an Excel file, in order.
    pub fn sheets(&self) -> Vec<(String, String)> {
        let mut sheets: Vec<_> =
            self.0.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")).cloned().collect();
        let number =
            |name: &str| name.chars().filter(char::is_ascii_digit).collect::<String>().parse::<usize>().unwrap();
        sheets.sort_by_key(|(name, _)| number(name));
        sheets
    }

    /// Their names.
    pub fn sheet_names(&self) -> Vec<String> {
        let book = self.text("xl/workbook.xml");
        let book = Xml::parse(&book).unwrap();
        let sheets = book.descendants().filter(|n| n.tag_name().name() == "sheet");
        sheets.map(|sheet| sheet.attribute("name").unwrap().to_owned()).collect()
    }

    /// The cells of every row of every sheet, as Excel shows them.
    pub fn raw_cells(&self) -> Vec<Vec<Vec<String>>> {
        let strings = self.text("xl/sharedStrings.xml");
        let strings = Xml::parse(&strings).unwrap();
        let strings: Vec<String> = strings
            .descendants()
            .filter(|n| n.tag_name().name() == "t")
            .map(|t| unescaped(t.text().unwrap_or_default()))
            .collect();
        let formats = self.day_formats();
        let cell = |c: Node| {
            let Some(value) = c.children().find(|n| n.tag_name().name() == "v") else { return String::new() };
            if c.attribute("t").is_none() {
                let style: usize = c.attribute("s").unwrap().parse().unwrap();
                return shown_day(value.text().unwrap().parse().unwrap(), &formats[style]);
            }
            assert_eq!(c.attribute("t"), Some("s"), "every cell but a day is a string");
            strings[value.text().unwrap().parse::<usize>().unwrap()].clone()
        };
        let rows = |xml: &str| {
            let xml = Xml::parse(xml).unwrap();
            let rows = xml.descendants().filter(|n| n.tag_name().name() == "row");
            rows.map(|row| row.children().filter(Node::is_element).map(cell).collect()).collect()
        };
        self.sheets().iter().map(|(_, xml)| rows(xml)).collect()
    }

    /// The format of a number in every style; empty where it is none of ours.
    pub fn day_formats(&self) -> Vec<String> {
        let styles = self.text("xl/styles.xml");
        let styles = Xml::parse(&styles).unwrap();
        let all = |tag: &'static str| styles.descendants().filter(move |n| n.tag_name().name() == tag);
        let code = |id: &str| {
            let format = all("numFmt").find(|n| n.attribute("numFmtId") == Some(id));
            format.map_or_else(String::new, |format| format.attribute("formatCode").unwrap().to_owned())
        };
        let cells = all("cellXfs").next().unwrap();
        cells.children().filter(Node::is_element).map(|xf| code(xf.attribute("numFmtId").unwrap())).collect()
    }

    /// What every sheet says, what goes on in further rows put together again.
    pub fn cells(&self, lang: &str) -> Vec<Vec<String>> {
        let goes_on = if lang == "ja" { "（続き）" } else { "(continued)" };
        let whole = |rows: Vec<Vec<String>>| {
            let mut whole: Vec<Vec<String>> = Vec::new();
            for row in rows.into_iter().filter(|row| !row.is_empty()) {
                match (row[0].strip_prefix(goes_on), whole.last_mut()) {
                    (Some(first), Some(before)) => {
                        before[0] += first;
                        for (before, more) in before.iter_mut().zip(&row).skip(1) {
                            *before += more;
                        }
                    }
                    _ => whole.push(row),
                }
            }
            whole.into_iter().flatten().filter(|words| !words.is_empty()).collect()
        };
        self.raw_cells().into_iter().map(whole).collect()
    }
}

/// A day as Excel shows it in one of the formats that there may be.
fn shown_day(serial: u32, format: &str) -> String {
    // Days since 1970-01-01, and from there as Howard Hinnant's `civil_from_days` does it.
    let days = i64::from(serial) - 25_569 + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, leap) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    let year = year + era * 400 + leap;
    let name = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ][usize::try_from(month - 1).unwrap()];
    match format {
        "yyyy\"年\"m\"月\"d\"日\"" => format!("{year}年{month}月{day}日"),
        "[$-411]ggge\"年\"m\"月\"d\"日\"" => format!("令和{}年{month}月{day}日", year - 2018),
        "yyyy\\-mm\\-dd" => format!("{year}-{month:02}-{day:02}"),
        "yyyy\\/m\\/d" => format!("{year}/{month}/{day}"),
        "yyyy\\/mm\\/dd" => format!("{year}/{month:02}/{day:02}"),
        "[$-409]d mmmm yyyy" => format!("{day} {name} {year}"),
        "[$-409]mmmm d\\, yyyy" => format!("{name} {day}, {year}"),
        other => panic!("{serial} in the format {other:?}"),
    }
}

fn said(paragraph: &Node) -> String {
    let part = |n: Node| match n.tag_name().name() {
        "t" => n.text().unwrap_or_default().to_owned(),
        "br" => "\n".to_owned(),
        "tab" => "\t".to_owned(),
        _ => String::new(),
    };
    paragraph.descendants().map(part).collect()
}

/// `_x000D_` stands for a character in Excel's files.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let read = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        out += &rest[..at];
        if let Some(c) = read {
            out.push(c);
            rest = &rest[at + 7..];
        } else {
            out += "_x";
            rest = &rest[at + 2..];
        }
    }
    out + rest
}
