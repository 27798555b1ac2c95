//! Every file that leaves, read as others would read it: what was typed is in it, as it was typed, and runs nowhere.
//! Knows manuscripts and the formats that are made of them; Markdown has a test file of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says so by failing")]

use crate::dice;
use crate::odd as people;
use crate::sources;
use crate::tricky;
use aritai::document::{Audience, Binder, Path, experience, sheet, steps, strength, values, wish, work};
use aritai::export::calendar::civil::Written;
use aritai::export::calendar::{Making, Titles};
use aritai::export::forms::{Form, job_card, self_report};
use aritai::export::manuscript::Manuscript;
use aritai::export::{Day, File, csv, full, markdown, shareable, text};
use aritai::own_copy;
use aritai::pack::{Lang, Pack, STANDARD};
use aritai::share::{self, for_audience};
use dice::Dice;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;
use tricky::{readable, somebody, tricky};

const DAY: Day = Day { year: 2026, month: 6, day: 15 };
/// 2026-06-15, 09:30 in Japan.
const AT: u64 = 1_781_483_400_000;

static PACK: LazyLock<Pack> = LazyLock::new(|| Pack::read(STANDARD).unwrap());

fn manuscript_of(binder: &Binder, lang: Lang) -> Manuscript {
    full::manuscript(&for_audience(binder.document(), Audience::Talk), &PACK, DAY, lang)
}

/// Where words may stand: a text, a card in one's own words, the name of a thing, what is said of one, the head.
fn places() -> [Path; 9] {
    let id = aritai::document::ItemId(7);
    [
        sheet::TOPIC.alone(),
        sheet::NAME.alone(),
        wish::SCENE.alone(),
        values::STORY.of(id),
        experience::WHAT.of(id),
        experience::WHY.of(id),
        strength::EPISODE.of(id),
        steps::WHAT.of(id),
        work::NOTE.alone(),
    ]
}

// ── CSV ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The rows as another program reads them.
fn rows(file: &File) -> Vec<[String; 5]> {
    let body = file.body.strip_prefix(b"\xEF\xBB\xBF").expect("Excel knows the letters by the byte order mark");
    // Without `flexible` every row must have as many cells as the first.
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(body);
    let row = |row: Result<::csv::StringRecord, _>| {
        let cells: Vec<String> = row.unwrap().iter().map(str::to_owned).collect();
        <[String; 5]>::try_from(cells).unwrap()
    };
    reader.records().map(row).collect()
}

/// Whether no spreadsheet runs a cell: none begins as a formula does, behind white space or not.
fn is_harmless(cell: &str) -> bool {
    !cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        && !cell.starts_with(['\t', '\r', '\n'])
}

/// A cell without what keeps it a text.
fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\u{200b}').or_else(|| cell.strip_suffix('\t')).unwrap_or(cell)
}

#[test]
fn a_table_file_holds_what_was_typed_and_no_cell_is_run() {
    for words in tricky() {
        for path in places() {
            let file = csv::file(&manuscript_of(&somebody(&[(path, words.clone())]), Lang::Ja));
            let all = rows(&file);
            let what = format!("{words:.40?} in {path}");
            assert!(all.iter().flatten().all(|cell| is_harmless(cell)), "nothing is run: {what}");
            // A long answer goes on in the rows below.
            let said: String = all
                .iter()
                .skip_while(|row| !readable(&words).starts_with(unguarded(&row[4])) || row[4].is_empty())
                .map(|row| unguarded(&row[4]))
                .collect();
            assert_eq!(said, readable(&words), "{what}");
        }
    }
}

#[test]
fn a_table_file_is_built_as_excel_wants_it() {
    let said = [(experience::WHAT.of(aritai::document::ItemId(7)), "一\n二".to_owned())];
    let file = csv::file(&manuscript_of(&somebody(&said), Lang::Ja));
    let body = String::from_utf8(file.body.clone()).unwrap();
    assert!(body.ends_with("\"一\n二\"\r\n"), "rows end with CR LF, lines in a cell with LF: {body:?}");
    assert_eq!(body.matches("\r\n").count(), rows(&file).len());
    assert_eq!(rows(&file)[0], ["区分", "もの", "番号", "項目", "内容"].map(str::to_owned));
    assert_eq!(
        rows(&file).last().unwrap()[..4],
        ["経験したいこと", "経験したいこと", "1", "やってみたいこと"].map(str::to_owned)
    );
    assert_eq!((file.name.as_str(), file.kind), ("ありたい_計画_2026-06-15.csv", "text/csv;charset=utf-8"));
}

// ── Plain text ──────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn plain_text_holds_what_was_typed_and_no_line_passes_for_a_heading() {
    for words in tricky() {
        for path in places() {
            for lang in [Lang::Ja, Lang::En] {
                let file = text::file(&manuscript_of(&somebody(&[(path, words.clone())]), lang));
                let body = String::from_utf8(file.body).unwrap();
                let body =
                    body.strip_prefix('\u{feff}').expect("older editors know the letters by the byte order mark");
                assert!(!body.replace("\r\n", "").contains(['\r', '\n']), "Windows' line ends and no others");
                assert!(!body.contains(|c: char| c.is_ascii_control() && !"\r\n\t".contains(c)), "letters only");
                let lines: Vec<&str> = body.split("\r\n").collect();
                let readable = readable(&words);
                let mut wanted = readable.split('\n').peekable();
                for line in lines.iter().filter(|line| line.starts_with("  ")) {
                    if wanted.peek().is_some_and(|wanted| line.ends_with(wanted)) {
                        wanted.next();
                    }
                }
                assert_eq!(wanted.next(), None, "every line, indented: {words:.40?} in {path}:\n{body}");
            }
        }
    }
}

// ── Forms ───────────────────────────────────────────────────────────────────────────────────────────────────────

fn forms(binder: &Binder, lang: Lang) -> [Form; 2] {
    let plan = for_audience(binder.document(), Audience::Talk);
    [job_card(&plan, &PACK, lang), self_report(&plan, &PACK, lang)]
}

#[test]
fn forms_say_what_is_shared_under_their_headings_and_nothing_else() {
    let all: Vec<_> = forms(&Binder::new(aritai::document::ItemId(1), 1), Lang::Ja).into();
    assert_eq!(all.iter().map(|form| form.fields.len()).collect::<Vec<_>>(), [5, 8]);
    assert!(all.iter().flat_map(|form| &form.fields).all(|field| field.text.is_empty()), "nothing shown, nothing said");
    assert!(all[0].note.contains("様式1-1（厚生労働省）の項目に対応"), "{}", all[0].note);
    for heading in all.iter().flat_map(|form| &form.fields).map(|field| &field.heading) {
        assert!(!heading.contains("健康") && !heading.contains("家庭"), "{heading}");
    }
    for (path, headings) in [
        (values::WHAT.of(aritai::document::ItemId(7)), ["価値観、興味、関心事項等", ""]),
        (strength::WHAT.of(aritai::document::ItemId(7)), ["強み等", ""]),
        (wish::SCENE.alone(), ["将来取り組みたい仕事や働き方等", ""]),
        (
            experience::WHAT.of(aritai::document::ItemId(7)),
            ["これから取り組むこと等", "今後経験したい職務・分野とその理由"],
        ),
        (sheet::ASK_WHAT.of(aritai::document::ItemId(7)), ["", "組織に期待する支援"]),
        (sheet::TOPIC.alone(), ["その他", "自由意見"]),
        (work::NOTE.alone(), ["", "現在の職務の状況"]),
    ] {
        for words in tricky() {
            let forms = forms(&somebody(&[(path, words.clone())]), Lang::Ja);
            let said = forms.map(|form| {
                let said: Vec<_> = form.fields.into_iter().filter(|field| !field.text.is_empty()).collect();
                assert!(said.len() <= 1, "{path} stands once");
                let readable = readable(&words);
                assert!(
                    said.iter().all(|field| readable.split('\n').all(|line| field.text.contains(line))),
                    "{words:.40?}"
                );
                said.into_iter().next().map(|field| field.heading).unwrap_or_default()
            });
            assert_eq!(said, headings.map(str::to_owned), "{path}");
        }
    }
}

// ── Every format ────────────────────────────────────────────────────────────────────────────────────────────────

/// Every file of these answers: what is shared, then the own ones.
fn every_file(binder: &Binder, lang: Lang) -> Vec<File> {
    let plan = for_audience(binder.document(), Audience::Talk);
    let (shared, own) = (manuscript_of(binder, lang), own_copy::manuscript(binder.document(), &PACK, DAY, lang));
    vec![
        markdown::plan::file(&shared),
        text::file(&shared),
        csv::file(&shared),
        shareable::file(&plan, DAY, lang),
        markdown::plan::file(&own),
        text::file(&own),
        csv::file(&own),
    ]
}

#[test]
fn one_answer_is_enough_for_every_file_and_none_is_not_too_little() {
    let all = Binder::new(aritai::document::ItemId(1), 1);
    for lang in [Lang::Ja, Lang::En] {
        assert!(every_file(&all, lang).iter().all(|file| !file.body.is_empty()), "nothing said, and nothing breaks");
    }
    for path in places() {
        for lang in [Lang::Ja, Lang::En] {
            for file in every_file(&somebody(&[(path, "窓口で".to_owned())]), lang) {
                let body = String::from_utf8(file.body).unwrap();
                assert!(body.contains("窓口で"), "{} from {path} alone", file.name);
                assert!(!file.name.contains("窓口") && file.name.contains("_2026-06-15."), "{}", file.name);
            }
        }
    }
}

/// What turns letters round ends with the words that say so: what stands behind them reads as it was written.
#[test]
fn no_direction_reaches_beyond_the_words_that_set_it() {
    let turned = "\u{202e}さかさ \u{2067}なか\u{202b}に\n二行目\u{202d}";
    let mut said: Vec<(Path, String)> = places().into_iter().map(|path| (path, turned.to_owned())).collect();
    said.push((steps::DAY.of(aritai::document::ItemId(7)), "2027年3月14日".to_owned()));
    let binder = somebody(&said);
    for lang in [Lang::Ja, Lang::En] {
        let making = Making { titles: Titles::Words, binder: 7, at: AT, day: DAY, lang, reminds: true };
        let days = own_copy::calendar::days(binder.document(), &PACK, Written::between(DAY, DAY), lang);
        let mut bodies: Vec<(String, String)> = every_file(&binder, lang)
            .into_iter()
            .chain(own_copy::calendar::file(&days, &making))
            // What is handed over to be read by the app is the record itself.
            .filter(|file| file.kind != "application/json")
            .map(|file| (file.name, String::from_utf8(file.body).unwrap().replace("\r\n ", "")))
            .collect();
        let form = |form: Form| form.fields.into_iter().map(|field| field.text).collect::<Vec<_>>().join("\n");
        bodies.extend(forms(&binder, lang).map(|one| (one.title.clone(), form(one))));
        assert_eq!(bodies.len(), 9, "{:?}", bodies.iter().map(|(name, _)| name).collect::<Vec<_>>());
        for (name, body) in bodies {
            assert!(body.contains('\u{202e}'), "{name} has the words as they were typed");
            // In a calendar, a line end is two letters.
            for line in body.replace("\\n", "\n").split(['\r', '\n']) {
                let count = |set: &[char]| line.matches(set).count();
                let (set, ended) = (count(&['\u{202b}', '\u{202d}', '\u{202e}']), count(&['\u{202c}']));
                let (isolated, ended_too) = (count(&['\u{2066}', '\u{2067}', '\u{2068}']), count(&['\u{2069}']));
                assert_eq!((set, isolated), (ended, ended_too), "{name}: {line:?}");
            }
        }
    }
}

#[test]
fn the_own_copy_says_in_every_format_that_it_is_private() {
    let binder = somebody(&[(sheet::TOPIC.alone(), "窓口で".to_owned())]);
    for (lang, mark) in [(Lang::Ja, "非公開を含む"), (Lang::En, "includes private answers")] {
        for (at, file) in every_file(&binder, lang).iter().enumerate() {
            let marked = String::from_utf8_lossy(&file.body).contains(mark);
            assert_eq!(marked, at > 3, "{}", file.name);
        }
    }
}

#[test]
fn whoever_wrote_it_every_file_can_be_read() {
    for seed in 0..60 {
        let mut binder = people::person(&mut Dice::new(seed), 80);
        let paths: Vec<Path> = binder.document().leaves().map(|(path, _)| path).collect();
        for path in paths {
            binder.apply(aritai::document::Change::Shared(path, Audience::Talk, true));
        }
        let manuscript = manuscript_of(&binder, Lang::Ja);
        let words = manuscript.parts.iter().flat_map(|part| &part.groups).flat_map(|group| group.rows.iter().flatten());
        let all = rows(&csv::file(&manuscript));
        let (cells, body) = (all.iter().map(|row| unguarded(&row[4])).collect::<String>(), text::text(&manuscript));
        assert!(all.iter().flatten().all(|cell| is_harmless(cell)), "seed {seed}");
        for words in words {
            assert!(cells.contains(&readable(words)), "seed {seed}: {words:.60?} in the table");
            assert!(
                readable(words).split('\n').all(|line| body.contains(line)),
                "seed {seed}: {words:.60?} in the text"
            );
        }
        let file = shareable::file(&for_audience(binder.document(), Audience::Talk), DAY, Lang::Ja);
        let given = share::open(&file.body).unwrap();
        assert_eq!(full::manuscript(&given.plan, &PACK, DAY, Lang::Ja), manuscript, "seed {seed}");
    }
}

// ── Golden files ────────────────────────────────────────────────────────────────────────────────────────────────

/// A form as a person reads it on the screen.
fn drawn(forms: &[Form]) -> String {
    let mut out = Vec::new();
    for form in forms {
        out.push(format!("# {}\n{}\n\n", form.title, form.note));
        out.extend(form.fields.iter().map(|f| format!("## {}\n({})\n{}\n\n", f.heading, f.hint, f.text)));
    }
    out.concat()
}

/// `golden/exports/<name>.…`: what two invented people's files hold, for a reviewer to read. After a deliberate change:
/// `ARITAI_BLESS=1 cargo test --test all exports`, then read what changed.
#[test]
fn the_files_of_two_invented_people_are_as_they_were() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/exports");
    let blessing = std::env::var_os("ARITAI_BLESS").is_some();
    fs::create_dir_all(&folder).unwrap();
    for person in sources::people().iter().filter(|p| ["busy", "counter"].contains(&p.name.split('.').next().unwrap()))
    {
        let (binder, lang) = (person.binder(&PACK, None), person.lang);
        let making = |titles| Making { titles, binder: 7, at: AT, day: DAY, lang, reminds: false };
        let days = own_copy::calendar::days(binder.document(), &PACK, Written::between(DAY, DAY), lang);
        let own = |titles| own_copy::calendar::file(&days, &making(titles)).map(|file| file.body);
        let mut files: Vec<(&str, Vec<u8>)> = ["md", "txt", "csv", "json", "own.md", "own.txt"]
            .into_iter()
            .zip(every_file(&binder, lang).into_iter().map(|f| f.body))
            .collect();
        files.push(("forms.txt", drawn(&forms(&binder, lang)).into_bytes()));
        files.extend(own(Titles::Neutral).map(|body| ("own.ics", body)));
        files.extend(own(Titles::Words).map(|body| ("own.words.ics", body)));
        for (ending, now) in files {
            let file = folder.join(format!("{}.{ending}", person.name));
            if blessing {
                fs::write(&file, &now).unwrap();
            }
            let golden = fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
            assert!(golden == now, "{} is not as it was", file.display());
        }
    }
}
