//! What stands around the words of a Word file: its parts, its styles, the page.
//!
//! May know: Word's XML, of a manuscript its title, name, language, day and mark. Must never know: what it
//! says.
//!
//! *Invariant:* elements stand in the order that the standard (ISO/IEC 29500, transitional) gives them; Word refuses others.

use super::{TEXT_WIDTH, escape, run};
use crate::export::manuscript::Manuscript;
use crate::office::made_on;
use crate::office::text::clean;
use crate::pack::Lang;
use crate::wording as w;

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const R: &str = r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;

/// Said for every script wherever a font is said at all: without `eastAsia` Word picks one for Japanese by itself.
const FONTS: &str = r#"<w:rFonts w:ascii="Yu Gothic" w:hAnsi="Yu Gothic" w:eastAsia="游ゴシック" w:cs="Yu Gothic"/>"#;
/// The deep green of the app, and what it writes and draws lines with.
const GREEN: &str = "1D5C42";
const INK: &str = "23271F";
const SOFT: &str = "4C5248";
const LINE: &str = "C9C2B2";
const WASH: &str = "E9F1E9";

/// A style of a paragraph.
struct Style {
    id: &'static str,
    /// Word knows its own styles by these names, and shows them translated.
    name: &'static str,
    based_on: Option<&'static str>,
    /// What is in `w:pPr`.
    paragraph: &'static str,
    bold: bool,
    color: &'static str,
    /// In half points.
    size: u32,
}

const PLAIN: Style =
    Style { id: "", name: "", based_on: Some("Normal"), paragraph: "", bold: false, color: INK, size: 21 };

/// The styles that the document uses.
const STYLES: [Style; 13] = [
    Style { id: "Normal", name: "Normal", based_on: None, ..PLAIN },
    Style {
        id: "Title",
        name: "Title",
        paragraph: r#"<w:keepNext/><w:spacing w:before="0" w:after="120"/>"#,
        bold: true,
        color: GREEN,
        size: 40,
        ..PLAIN
    },
    Style {
        id: "Heading1",
        name: "heading 1",
        paragraph: r#"<w:keepNext/><w:keepLines/><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="2" w:color="1D5C42"/></w:pBdr><w:spacing w:before="480" w:after="120"/><w:outlineLvl w:val="0"/>"#,
        bold: true,
        color: GREEN,
        size: 30,
        ..PLAIN
    },
    Style {
        id: "Heading2",
        name: "heading 2",
        paragraph: r#"<w:keepNext/><w:keepLines/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>"#,
        bold: true,
        size: 25,
        ..PLAIN
    },
    Style {
        id: "Heading3",
        name: "heading 3",
        paragraph: r#"<w:keepNext/><w:keepLines/><w:spacing w:before="200" w:after="60"/><w:outlineLvl w:val="2"/>"#,
        bold: true,
        size: 22,
        ..PLAIN
    },
    Style { id: "Note", name: "Note", paragraph: r#"<w:spacing w:after="120"/>"#, color: SOFT, size: 19, ..PLAIN },
    Style {
        id: "Label",
        name: "Label",
        paragraph: r#"<w:spacing w:before="40" w:after="40"/>"#,
        bold: true,
        size: 19,
        ..PLAIN
    },
    Style { id: "Cell", name: "Cell", paragraph: r#"<w:spacing w:before="40" w:after="40"/>"#, ..PLAIN },
    // Its rows stay together, with the heading above them.
    Style {
        id: "Blank",
        name: "Blank",
        paragraph: r#"<w:keepNext/><w:spacing w:before="40" w:after="40"/>"#,
        bold: true,
        size: 19,
        ..PLAIN
    },
    Style {
        id: "Gap",
        name: "Gap",
        paragraph: r#"<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>"#,
        size: 8,
        ..PLAIN
    },
    Style {
        id: "Header",
        name: "header",
        paragraph: r#"<w:jc w:val="right"/>"#,
        bold: true,
        color: GREEN,
        size: 18,
        ..PLAIN
    },
    // Title and name, from the second page on.
    Style {
        id: "Running",
        name: "Running",
        paragraph: r#"<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="2" w:color="C9C2B2"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>"#,
        color: SOFT,
        size: 17,
        ..PLAIN
    },
    Style {
        id: "Footer",
        name: "footer",
        paragraph: r#"<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>"#,
        color: SOFT,
        size: 17,
        ..PLAIN
    },
];

/// Every part of the package but the document itself.
pub(super) fn parts(m: &Manuscript) -> Vec<(&'static str, String)> {
    vec![
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relations()),
        ("docProps/core.xml", core(m)),
        ("docProps/app.xml", app()),
        ("word/_rels/document.xml.rels", document_relations()),
        ("word/styles.xml", styles(&m.lang)),
        ("word/settings.xml", settings()),
        ("word/fontTable.xml", fonts()),
        ("word/header1.xml", header(m, false)),
        ("word/header2.xml", header(m, true)),
        ("word/footer1.xml", footer(m)),
        ("word/footer2.xml", footer(m)),
    ]
}

/// The document around its body. The first page has a head of its own: the title stands on it already.
pub(super) fn document(body: &str) -> String {
    let reference =
        |what: &str, pages: &str, id: usize| format!("<w:{what}Reference w:type=\"{pages}\" r:id=\"rId{id}\"/>");
    let all = reference("header", "default", 4)
        + &reference("header", "first", 5)
        + &reference("footer", "default", 6)
        + &reference("footer", "first", 7);
    format!(
        "{DECLARATION}<w:document {W} {R}><w:body>{body}<w:sectPr>{all}<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar \
         w:top=\"1247\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1134\" w:header=\"624\" w:footer=\"624\" \
         w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>"
    )
}

/// A table of columns as wide as that; and a gap, without which the next table would grow together with it.
pub(super) fn table(widths: &[usize], rows: &str, headed: bool) -> String {
    let grid: Vec<String> = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let side = |side: &str| format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"{LINE}\"/>");
    let borders: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(side).concat();
    let (row, column) = if headed { (1, 0) } else { (0, 1) };
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblBorders>{borders}</w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"113\" w:type=\"dxa\"/><w:right w:w=\"113\" \
         w:type=\"dxa\"/></w:tblCellMar><w:tblLook w:val=\"0000\" w:firstRow=\"{row}\" w:lastRow=\"0\" \
         w:firstColumn=\"{column}\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/></w:tblPr>\
         <w:tblGrid>{}</w:tblGrid>{rows}</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Gap\"/></w:pPr></w:p>",
        grid.concat()
    )
}

/// A cell with its paragraph.
pub(super) fn cell(width: usize, shaded: bool, paragraph: &str) -> String {
    let shade =
        if shaded { format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{WASH}\"/>") } else { String::new() };
    format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr>{paragraph}</w:tc>")
}

fn styles(lang: &str) -> String {
    let first = if lang == "ja" { "ja-JP" } else { "en-US" };
    let each: Vec<String> = STYLES
        .iter()
        .map(|s| {
            let default = if s.based_on.is_none() { " w:default=\"1\"" } else { "" };
            let based_on = s.based_on.map(|id| format!("<w:basedOn w:val=\"{id}\"/>")).unwrap_or_default();
            // What is written after a heading is no heading.
            let next = if s.paragraph.contains("keepNext") { "<w:next w:val=\"Normal\"/>" } else { "" };
            let size = s.size;
            let bold = if s.bold { "<w:b/><w:bCs/>" } else { "" };
            format!(
                "<w:style w:type=\"paragraph\"{default} w:styleId=\"{}\"><w:name w:val=\"{}\"/>{based_on}{next}<w:qFormat/>\
                 <w:pPr>{}</w:pPr><w:rPr>{FONTS}{bold}<w:color w:val=\"{}\"/><w:sz w:val=\"{size}\"/>\
                 <w:szCs w:val=\"{size}\"/></w:rPr></w:style>",
                s.id, s.name, s.paragraph, s.color
            )
        })
        .collect();
    format!(
        "{DECLARATION}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{FONTS}<w:sz w:val=\"21\"/><w:szCs w:val=\"21\"/>\
         <w:lang w:val=\"{first}\" w:eastAsia=\"ja-JP\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
         <w:spacing w:after=\"60\"/></w:pPr></w:pPrDefault></w:docDefaults>{}</w:styles>",
        each.concat()
    )
}

fn settings() -> String {
    format!(
        "{DECLARATION}<w:settings {W}><w:defaultTabStop w:val=\"840\"/><w:characterSpacingControl \
         w:val=\"compressPunctuation\"/><w:compat><w:useFELayout/><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-US\" \
         w:eastAsia=\"ja-JP\"/></w:settings>"
    )
}

/// Both names of the font, so that each system finds it by the one it knows.
fn fonts() -> String {
    let font = |name: &str, other: &str| {
        format!(
            "<w:font w:name=\"{name}\"><w:altName w:val=\"{other}\"/><w:panose1 w:val=\"020B0400000000000000\"/>\
             <w:charset w:val=\"80\"/><w:family w:val=\"swiss\"/><w:pitch w:val=\"variable\"/></w:font>"
        )
    };
    let both = font("游ゴシック", "Yu Gothic") + &font("Yu Gothic", "游ゴシック");
    format!("{DECLARATION}<w:fonts {W}>{both}</w:fonts>")
}

/// What stands above a page: the mark on every one, title and name on all but the first.
fn header(m: &Manuscript, first: bool) -> String {
    let paragraph =
        |style: &str, words: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", run(words));
    let line = |words: &str| clean(words).replace('\n', " ");
    let mark: String = m.mark.iter().map(|mark| paragraph("Header", mark)).collect();
    let running = || {
        let whose = m.name.as_deref().map(line).unwrap_or_default();
        paragraph("Running", &format!("{}\t{whose}", line(&m.title)))
    };
    let paragraphs = match (first, mark.is_empty()) {
        (false, _) => mark + &running(),
        (true, false) => mark,
        (true, true) => "<w:p/>".to_owned(),
    };
    format!("{DECLARATION}<w:hdr {W}>{paragraphs}</w:hdr>")
}

fn footer(m: &Manuscript) -> String {
    let field = |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let (page, pages) = (field("PAGE"), field("NUMPAGES"));
    let day = w::day(m.day, Lang::from_code(&m.lang));
    let words = run(&format!("{}　{day}\t", m.title));
    let slash = run(" / ");
    format!(
        "{DECLARATION}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>{words}{page}{slash}{pages}</w:p></w:ftr>"
    )
}

/// The title, the language, and the app where an author would stand: nobody's name.
fn core(m: &Manuscript) -> String {
    let (year, month, date) = made_on(m.day);
    let day = format!("{year:04}-{month:02}-{date:02}T00:00:00Z");
    let app = escape(w::APP.get(Lang::from_code(&m.lang)));
    let title = escape(&clean(&m.title));
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title>\
         <dc:creator>{app}</dc:creator><cp:lastModifiedBy>{app}</cp:lastModifiedBy>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified><dc:language>{}</dc:language>\
         </cp:coreProperties>",
        Lang::from_code(&m.lang).code()
    )
}

fn app() -> String {
    format!(
        "{DECLARATION}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Aritai</Application></Properties>"
    )
}

fn content_types() -> String {
    const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    let part = |name: &str, kind: &str| format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
    let word = |name: &str, kind: &str| part(&format!("word/{name}.xml"), &format!("{KIND}{kind}+xml"));
    let mut parts = word("document", "document.main") + &word("styles", "styles") + &word("settings", "settings");
    parts += &(word("fontTable", "fontTable") + &word("header1", "header") + &word("header2", "header"));
    parts += &(word("footer1", "footer") + &word("footer2", "footer"));
    parts += &part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
    parts += &part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
    format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{parts}</Types>"
    )
}

/// Relations: numbered as they come.
fn relations(of: &[(&str, &str)]) -> String {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";
    let each: Vec<String> = (1..)
        .zip(of)
        .map(|(number, (kind, target))| {
            let kinds = if *kind == "core-properties" { PACKAGE } else { OFFICE };
            format!("<Relationship Id=\"rId{number}\" Type=\"{kinds}{kind}\" Target=\"{target}\"/>")
        })
        .collect();
    format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}</Relationships>",
        each.concat()
    )
}

fn package_relations() -> String {
    relations(&[
        ("officeDocument", "word/document.xml"),
        ("core-properties", "docProps/core.xml"),
        ("extended-properties", "docProps/app.xml"),
    ])
}

fn document_relations() -> String {
    relations(&[
        ("styles", "styles.xml"),
        ("settings", "settings.xml"),
        ("fontTable", "fontTable.xml"),
        ("header", "header1.xml"),
        ("header", "header2.xml"),
        ("footer", "footer1.xml"),
        ("footer", "footer2.xml"),
    ])
}
