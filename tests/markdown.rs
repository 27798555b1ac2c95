//! What was typed reads as typed in the Markdown file: a reader of Markdown, not written by us, is asked.
//! Knows the sheet and its Markdown.

#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

use crate::dice;
use crate::odd as people;
use ::markdown::mdast::{List, ListItem, Node};
use aritai::document::{
    Audience, Binder, Change, ItemId, Path, Picked, Shape, drift, experience, sheet, steps, strength, values, wish,
};
use aritai::export::sheet::{Sheet, has_place};
use aritai::export::{Day, full, markdown};
use aritai::own_copy;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::share::for_audience;
use dice::Dice;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use std::sync::LazyLock;

const DAY: Day = Day { year: 2026, month: 11, day: 22 };

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

fn sheet_of(binder: &Binder) -> Sheet {
    Sheet::of(&for_audience(binder.document(), Audience::Talk), &PACK, Lang::Ja)
}

fn markdown_of(binder: &Binder) -> String {
    markdown::text(&sheet_of(binder), Lang::Ja)
}

/// The whole plan, written from its manuscript.
fn plan_of(binder: &Binder) -> String {
    let plan = for_audience(binder.document(), Audience::Talk);
    markdown::plan::text(&full::manuscript(&plan, &PACK, DAY, Lang::Ja))
}

/// Somebody who shows these words, and nothing else.
fn somebody(said: &[(Path, String)]) -> Binder {
    let mut binder = Binder::new(ItemId(1), 1);
    for (path, text) in said {
        let word = Picked { id: String::new(), label: text.clone() };
        binder.apply(Change::Together(vec![
            Change::Added(path.field.kind(), path.item),
            match path.field.shape {
                Shape::Text => Change::Wrote(*path, text.clone()),
                _ => Change::Chose(*path, vec![word]),
            },
            Change::Shared(*path, Audience::Talk, true),
        ]));
    }
    binder
}

/// What a reader of Markdown sees: the text of every heading and list item, and anything in it that is not
/// plain text. A link is plain where it leads to the very address that is read.
fn read(markdown: &str) -> (Vec<String>, Vec<String>) {
    let (mut items, mut strange): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    // ^ is in too many faces (^^) to be worth escaping for the few readers that raise what follows it.
    let beyond = Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_SUPERSCRIPT;
    let mut address = None;
    for event in Parser::new_ext(markdown, Options::all() - beyond) {
        match event {
            Event::Start(Tag::Item | Tag::Heading { .. }) => items.push(String::new()),
            Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) => address = Some(dest_url),
            Event::Text(text) => {
                if let Some(address) = address.take().filter(|address| *address != text) {
                    strange.push(format!("{text} leads to {address}"));
                }
                items.last_mut().into_iter().for_each(|item| item.push_str(&text));
            }
            Event::SoftBreak | Event::HardBreak => items.last_mut().into_iter().for_each(|item| item.push('\n')),
            Event::Start(Tag::List(None)) | Event::End(_) => {}
            // A blank line between two lines makes two paragraphs of one item.
            Event::Start(Tag::Paragraph) => {
                items.last_mut().filter(|i| !i.is_empty()).into_iter().for_each(|item| item.push('\n'));
            }
            other => strange.push(format!("{other:?}")),
        }
    }
    (items, strange)
}

/// The same, as another reader sees it: GitHub's Markdown, which makes links of bare addresses too, and
/// formulas.
fn read_again(markdown: &str) -> (Vec<String>, Vec<String>) {
    let mut constructs = ::markdown::Constructs::gfm();
    (constructs.math_text, constructs.math_flow) = (true, true);
    let options = ::markdown::ParseOptions { constructs, ..::markdown::ParseOptions::gfm() };
    let (mut items, mut strange) = (Vec::new(), Vec::new());
    walk(&::markdown::to_mdast(markdown, &options).unwrap(), &mut items, &mut strange);
    (items, strange)
}

fn walk(node: &Node, items: &mut Vec<String>, strange: &mut Vec<String>) {
    match node {
        Node::Heading(_) | Node::ListItem(ListItem { checked: None, .. }) => items.push(String::new()),
        Node::Paragraph(_) => items.last_mut().filter(|i| !i.is_empty()).into_iter().for_each(|item| item.push('\n')),
        Node::Text(text) => items.last_mut().into_iter().for_each(|item| item.push_str(&text.value)),
        Node::Break(_) => items.last_mut().into_iter().for_each(|item| item.push('\n')),
        Node::Link(link) => {
            let said = link.children.iter().map(Node::to_string).collect::<String>();
            // A mail address and one without a scheme are made whole by this reader.
            if ![&said, &format!("mailto:{said}"), &format!("http://{said}")].contains(&&link.url) {
                strange.push(format!("{said} leads to {}", link.url));
            }
        }
        Node::Root(_) | Node::List(List { ordered: false, .. }) => {}
        other => strange.push(format!("{other:?}")),
    }
    for child in node.children().into_iter().flatten() {
        walk(child, items, strange);
    }
}

/// The words as they can be read: Markdown has no blank lines and no spaces at the ends of lines.
fn readable(text: &str) -> Vec<String> {
    let spaces: &[char] = &[' ', '\t', '\n', '\r'];
    let lines = text.split(['\n', '\r']).map(|line| line.trim_matches(spaces).to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

fn check(text: &str, what: &str) {
    let id = ItemId(7);
    for path in [
        sheet::TOPIC.alone(),
        sheet::NAME.alone(),
        wish::SCENE.alone(),
        wish::FOR_WHOM.alone(),
        values::LINE.alone(),
        values::STORY.of(id),
        experience::WHAT.of(id),
        experience::DOOR.of(id),
        strength::EPISODE.of(id),
        steps::WHAT.of(id),
        sheet::ASK_WHAT.of(id),
        sheet::HELP.alone(),
        drift::TOPIC.of(id),
    ] {
        let mut person = somebody(&[(path, text.to_owned())]);
        let mut lines = readable(text);
        can_be_read(&lines, &plan_of(&person), &format!("{what} in {path}, in full"));
        if !sheet_of(&person).on_page.contains(&path) {
            // What is shown beside the page is in no file of it; beside the name of its item it may have a
            // place there.
            assert_eq!(markdown_of(&person), markdown_of(&Binder::new(ItemId(1), 1)), "{what} in {path}");
            let name = path.field.kind().fields[0].of(id);
            person = somebody(&[(name, "名前".to_owned()), (path, text.to_owned())]);
        }
        if !sheet_of(&person).on_page.contains(&path) {
            assert!(lines.is_empty() || !has_place(path.field), "{what} in {path}");
            continue;
        }
        if path == sheet::HELP.alone() {
            // Boxes stand in one line.
            lines = readable(&lines.join(" "));
        }
        if path == experience::DOOR.of(id) {
            // It stands in brackets behind the name.
            lines = readable(&format!("名前（{text}）"));
        }
        can_be_read(&lines, &markdown_of(&person), &format!("{what} in {path}"));
    }
}

fn can_be_read(lines: &[String], markdown: &str, what: &str) {
    can_be_read_by(read(markdown), lines, markdown, what);
    can_be_read_by(read_again(markdown), lines, markdown, &format!("{what}, read again"));
    // An editor that trims lines changes nothing; and no sign stands where a line ends for a reader of plain
    // text to wonder at.
    let trimmed: Vec<&str> = markdown.lines().map(str::trim_end).collect();
    assert_eq!(read(&trimmed.join("\n")), read(markdown), "trimmed: {what}");
}

fn can_be_read_by((items, strange): (Vec<String>, Vec<String>), lines: &[String], markdown: &str, what: &str) {
    let what = format!("{what}:\n{markdown}");
    assert!(strange.is_empty(), "{strange:?} of {what}");
    let found = items.iter().any(|item| {
        let read = readable(item);
        // A label may stand before the first line.
        let after_label =
            |(at, (read, line)): (usize, (&String, &String))| read == line || at == 0 && read.ends_with(line);
        read.len() == lines.len() && read.iter().zip(lines).enumerate().all(after_label)
    });
    assert!(found || lines.is_empty(), "{lines:?} can be read in {items:?} of {what}");
}

#[test]
fn nothing_that_is_typed_is_taken_for_a_command() {
    for text in [
        "窓口に来た方が、一度の説明で安心して帰れる。",
        "# 見出しではない",
        "## x",
        "> 引用ではない",
        "- 一つ\n- 二つ\n* 三つ\n+ 四つ",
        "1. 一つ\n2) 二つ\n10. 十",
        "---",
        "***",
        "===",
        "一行目\n===",
        "一行目\n---\n二行目",
        "```\ncode\n```",
        "~~~\ncode\n~~~",
        "`code`",
        "**太字** *斜体* __x__ _y_ ~~z~~ ==m== ^上^ ~下~",
        "[言葉](https://example.invalid) ![絵](x.png) [^1] [x]: y",
        "[ ] まだ\n[x] 済み",
        "- [ ] まだ",
        "<https://example.invalid> <a@example.invalid>",
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "<!-- x -->",
        "&amp; &lt; &#35; &copy;",
        "| a | b |\n|---|---|\n| c | d |",
        "$x$ $$y$$",
        "逆斜線 \\ と \\* と \\\\ と\\",
        "    四つの空白",
        "        八つの空白",
        "\tタブ",
        "\t\tタブ二つ",
        "一行目\n\n     五つの空白",
        "一行目\n\n\n\n四行目",
        "一行目  \n二行目\\\n三行目",
        "一\r\n二\r三\n四",
        "a\n    b\n        c",
        ":smile: #tag @name http://example.invalid www.example.invalid",
        "Term\n: definition",
        "+++\ntoml\n+++",
        "「見出し」：{#id .class}",
        "> [!NOTE]\n> x",
        "=cmd|'/c calc'!A1",
        "]]>",
        "-2+3",
        "--",
        "1.",
        "(1)",
        "{.x}",
        "||秘密||",
        "[[wiki]]",
        "👩‍👩‍👧‍👦🏽 か゚ 葛󠄀 𠮷 髙",
    ] {
        check(text, &format!("{text:?}"));
    }
}

/// An address leads where it led, in every reader, whatever stands around it.
#[test]
fn an_address_leads_where_it_led() {
    for (before, address, after) in [
        ("資料は", "https://example.jp/career_plan_2026.html", "を見てください"),
        ("", "https://example.jp/a_b_c?x=1&copy=2&lt;=3", ""),
        ("(", "http://example.jp/*a*/~b~/_c_", ")"),
        ("「", "https://example.jp/a(b)", "」"),
        ("see ", "https://example.jp/$x$", ", please"),
        ("", "ftp://example.jp/__init__.py", "。"),
    ] {
        let markdown = plan_of(&somebody(&[(wish::SCENE.alone(), format!("{before}{address}{after}"))]));
        let links: Vec<String> = Parser::new_ext(&markdown, Options::all())
            .filter_map(|event| match event {
                Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(links, [address], "{markdown}");
        let compile =
            ::markdown::CompileOptions { allow_dangerous_protocol: true, ..::markdown::CompileOptions::gfm() };
        let options = ::markdown::Options { compile, ..::markdown::Options::gfm() };
        let html = ::markdown::to_html_with_options(&markdown, &options).unwrap();
        let shown = address.replace('&', "&amp;");
        assert!(html.contains(&format!("<a href=\"{shown}\">{shown}</a>")), "{html}");
        check(&format!("{before}{address}{after}"), address);
    }
    // A file's name is no address, and reads as it was typed in plain text too.
    let markdown = plan_of(&somebody(&[(wish::SCENE.alone(), "career_plan_2026.html、R&D".to_owned())]));
    assert!(markdown.contains("career_plan_2026.html、R&D"), "{markdown}");
}

/// Lines that a slide or a word processor ended are lines; and they are still there when an editor has
/// trimmed them.
#[test]
fn lines_stay_lines_in_an_editor_that_trims_them() {
    for text in [
        "一行目\n二行目\n三行目",
        "一行目\u{b}二行目\u{c}三行目",
        "一行目\u{85}二行目\u{2028}三行目",
        "一行目\u{2029}二行目\r\n三行目",
    ] {
        let person = somebody(&[(wish::SCENE.alone(), text.to_owned())]);
        for markdown in [plan_of(&person), markdown_of(&person)] {
            let trimmed: Vec<&str> = markdown.lines().map(str::trim_end).collect();
            let trimmed = trimmed.join("\n");
            for (items, _) in [read(&trimmed), read_again(&trimmed)] {
                assert!(items.iter().any(|item| item.ends_with("一行目\n二行目\n三行目")), "{text:?}: {items:?}");
            }
            assert!(!markdown.lines().any(|line| line.ends_with("  ") || line.ends_with('\\')), "{markdown}");
        }
    }
}

#[test]
fn nor_is_anything_made_of_its_pieces() {
    let pieces = [
        "#", "-", "*", "_", "`", "~", "[", "]", "(", ")", "<", ">", "!", "|", "&", ";", ":", "\\", "+", "=", "1", ".",
        ")", " ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "あ", "漢字", "a", "https://", "x@y.z", "{", "}", "^", "$",
        "\"", "'",
    ];
    for seed in 0..300 {
        let dice = &mut Dice::new(seed);
        let text: String = (0..=dice.below(14)).map(|_| dice.pick(&pieces)).collect();
        check(&text, &format!("seed {seed}, {text:?}"));
    }
}

#[test]
fn whoever_wrote_it_it_is_a_list_under_headings() {
    for seed in 0..100 {
        let dice = &mut Dice::new(seed);
        let mut binder = people::person(dice, 60);
        let paths: Vec<Path> = binder.document().leaves().map(|(path, _)| path).collect();
        for path in paths {
            binder.apply(Change::Shared(path, Audience::Talk, true));
        }
        let sheet = sheet_of(&binder);
        let markdown = markdown::text(&sheet, Lang::Ja);
        let (items, strange) = read(&markdown);
        assert!(strange.is_empty(), "{strange:?}: seed {seed}: {markdown}");
        // The title, what is shown, and the three blocks at the end.
        // Those blocks have lines to fill in, and three to tick.
        let help = usize::from(!sheet.help.is_empty());
        let headings = 1
            + sheet.blocks.len()
            + usize::from(!sheet.asks.is_empty())
            + 3
            + if sheet.block("topic").is_none() { help } else { 0 };
        let head = [&sheet.name, &sheet.department, &sheet.role, &sheet.date, &sheet.talk_day, &sheet.days]
            .into_iter()
            .flatten()
            .count();
        let asks = sheet.asks.iter().map(|ask| 2 + ask.said_of().into_iter().flat_map(|(_, said)| said).count());
        let lines = sheet.blocks.iter().map(|block| block.lines.len()).sum::<usize>() + asks.sum::<usize>();
        assert_eq!(
            items.len(),
            headings + head + lines + help + 5 + usize::from(sheet.asks.is_empty()),
            "seed {seed}: {markdown}"
        );
    }
}

#[test]
fn whoever_wrote_it_the_whole_plan_and_the_own_copy_are_lists_under_headings() {
    for seed in 0..60 {
        let dice = &mut Dice::new(seed);
        let mut binder = people::person(dice, 60);
        let paths: Vec<Path> = binder.document().leaves().map(|(path, _)| path).collect();
        for path in paths {
            binder.apply(Change::Shared(path, Audience::Talk, true));
        }
        let own = own_copy::manuscript(binder.document(), &PACK, DAY, Lang::Ja);
        let (_, strange) = read(&plan_of(&binder));
        assert!(strange.is_empty(), "{strange:?}: seed {seed}");
        // The mark that it is private is the one thing that is set off.
        let (items, strange) = read(&markdown::plan::text(&own));
        assert_eq!(strange, ["Start(Strong)"], "seed {seed}");
        let groups = || own.parts.iter().flat_map(|part| &part.groups);
        let headings = 1 + own.parts.len() + groups().filter(|group| group.heading.is_some()).count();
        let things = groups().filter(|group| group.many).map(|group| group.rows.len()).sum::<usize>();
        let said: usize =
            groups().map(|group| (0..group.rows.len()).map(|row| group.said(row).count()).sum::<usize>()).sum();
        assert_eq!(items.len(), headings + 1 + own.head.len() + things + said, "seed {seed}");
    }
}

/// An empty block vanishes, and nothing hints at what was withheld.
#[test]
fn an_empty_sheet_says_nothing_of_what_is_missing() {
    let text = markdown_of(&Binder::new(ItemId(1), 1));
    for heading in ["sheet.topic", "wish.scene", "value", "experience", "strength", "step", "question"] {
        let label = PACK.question(heading).unwrap().label.plain(Lang::Ja);
        assert!(!text.contains(&format!("## {label}")), "{label}: {text}");
    }
    assert!(!text.contains("未記入") && text.contains("人事評価の資料として書いたものではありません"), "{text}");
}
