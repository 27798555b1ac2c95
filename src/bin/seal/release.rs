//! What is handed out of a version, in one ZIP: the site, the one file, samples and guides, licences, the
//! list of parts, and the sums of all of it. Made twice of the same it is the same, byte for byte: no time,
//! no place, one order.
//!
//! May know: files and where they lie. Must never know: what is in them, but for the list of parts.

use super::notices;
use super::onefile;
use super::sums::{SUMS, ending, files, hex, read, read_text, write};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// What is taken from the project besides what was built: from where, and where it goes.
const BESIDE: [(&str, &str); 14] = [
    ("docs/release/README.txt", "README.txt"),
    ("docs/CHANGELOG.md", "CHANGELOG.md"),
    ("LICENSE-MIT", "licences/LICENSE-MIT"),
    ("LICENSE-APACHE", "licences/LICENSE-APACHE"),
    ("public/fonts/OFL.txt", "licences/OFL.txt"),
    // As they lie in the project, because they lead to each other.
    ("docs/hr-guide.md", "guides/hr-guide.md"),
    ("docs/hr-guide.en.md", "guides/hr-guide.en.md"),
    ("docs/it-review.md", "guides/it-review.md"),
    ("docs/it-review.en.md", "guides/it-review.en.md"),
    ("docs/accessibility.md", "guides/accessibility.md"),
    ("docs/accessibility.en.md", "guides/accessibility.en.md"),
    ("docs/locked-backup.md", "guides/locked-backup.md"),
    ("docs/hosting/README.ja.md", "guides/hosting/README.ja.md"),
    ("docs/hosting/README.md", "guides/hosting/README.md"),
];
/// What was built, in the ZIP.
const SITE: &str = "site";

/// Packs a version out of a built folder, the project and a list of parts, into a file.
pub(super) fn release(dist: &Path, project: &Path, parts: &Path, version: &str, to: &Path) -> Result<String, String> {
    let mut inside: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for path in files(dist)? {
        inside.insert(format!("{SITE}/{path}"), read(&dist.join(&path))?);
    }
    let built = |path: &str| -> Result<Vec<u8>, String> {
        inside.get(&format!("{SITE}/{path}")).cloned().ok_or_else(|| format!("there is no {path}: build it first"))
    };
    let mut more = vec![(onefile::NAME.to_owned(), built(onefile::NAME)?)];
    let licences = inside.keys().find(|path| path.starts_with("site/licences-") && ending(path) == "txt");
    let licences = licences.ok_or_else(|| format!("there is no {}: build it first", notices::FILE))?;
    more.push(("licences/licences.txt".to_owned(), inside[licences].clone()));
    // The samples as the build filled them in.
    for sample in ["nginx.conf", "apache.htaccess", "web.config", "sw-off.js"] {
        more.push((format!("guides/hosting/{sample}"), built(&format!("hosting/{sample}"))?));
    }
    for (from, name) in BESIDE {
        more.push((name.to_owned(), read(&project.join(from))?));
    }
    more.push(("sbom/aritai.cdx.json".to_owned(), list_of_parts(&read_text(parts)?, project)?.into_bytes()));
    inside.extend(more);
    let sums = inside.iter().fold(String::new(), |sums, (path, bytes)| sums + &format!("{}  {path}\n", hex(bytes)));
    inside.insert(SUMS.to_owned(), sums.into_bytes());
    let packed = packed(&format!("aritai-{version}"), &inside)?;
    write(to, &packed)?;
    Ok(format!("{}: {} files, {} bytes\n{}", to.display(), inside.len(), packed.len(), hex(&packed)))
}

/// The list without what differs each time that it is made, and without where it was made.
fn list_of_parts(text: &str, project: &Path) -> Result<String, String> {
    let mut list: Value = serde_json::from_str(text).map_err(|e| format!("the list of parts: {e}"))?;
    let root = list.as_object_mut().ok_or("the list of parts is none")?;
    root.remove("serialNumber");
    if let Some(about) = root.get_mut("metadata").and_then(Value::as_object_mut) {
        about.remove("timestamp");
    }
    let text = serde_json::to_string_pretty(&list).map_err(|e| e.to_string())?;
    let here = std::fs::canonicalize(project).map_err(|e| e.to_string())?;
    Ok(text.replace(&*here.to_string_lossy(), "/aritai") + "\n")
}

fn packed(folder: &str, inside: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, String> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (path, bytes) in inside {
        zip.start_file(format!("{folder}/{path}"), options).map_err(|e| format!("{path}: {e}"))?;
        zip.write_all(bytes).map_err(|e| format!("{path}: {e}"))?;
    }
    zip.finish().map(Cursor::into_inner).map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_of_parts_tells_neither_when_nor_where_it_was_made() -> Result<(), String> {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let here = std::fs::canonicalize(project).map_err(|e| e.to_string())?;
        let list = |number: &str, when: &str| {
            format!(
                r#"{{"serialNumber":"{number}","metadata":{{"timestamp":"{when}","tools":[]}},
                    "components":[{{"bom-ref":"path+file://{}#0.1.0","name":"aritai"}}]}}"#,
                here.display()
            )
        };
        let one = list_of_parts(&list("urn:uuid:1", "2026-01-01T00:00:00Z"), project)?;
        assert_eq!(one, list_of_parts(&list("urn:uuid:2", "2026-01-02T00:00:00Z"), project)?);
        assert!(one.contains("path+file:///aritai#0.1.0") && !one.contains(&*here.to_string_lossy()), "{one}");
        Ok(())
    }

    #[test]
    fn what_goes_beside_is_there() {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        for (from, _) in BESIDE {
            assert!(project.join(from).is_file(), "{from}");
        }
    }

    #[test]
    fn the_same_is_packed_to_the_same_bytes() -> Result<(), String> {
        let inside = BTreeMap::from([("b".to_owned(), b"words".to_vec()), ("a".to_owned(), vec![0; 9_000])]);
        let once = packed("aritai-0", &inside)?;
        assert_eq!(once, packed("aritai-0", &inside)?);
        let mut zip = zip::ZipArchive::new(Cursor::new(once)).map_err(|e| e.to_string())?;
        let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(names, ["aritai-0/a", "aritai-0/b"]);
        let file = zip.by_index(0).map_err(|e| e.to_string())?;
        assert_eq!((file.last_modified(), file.size()), (Some(DateTime::default()), 9_000));
        Ok(())
    }
}
