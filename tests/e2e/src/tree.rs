//! What a screen reader is told of a screen: the accessibility tree as the browser computes it, as text that can be read.
//!
//! A line a thing, indented as it is nested: its role, its 「name」, what is in it, its description in brackets, its states. What has
//! nothing to say is left out, and so is text that the name around it says already. *Invariant:* no identities and no times.

use crate::browser::Browser;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The page's clock stands still, so that what is told of days and times is the same tomorrow.
pub const STILL: &str = "{ const D = Date, T = 1790000000000; \
    globalThis.Date = class extends D { constructor(...a) { if (a.length) super(...a); else super(T); } static now() { return T; } }; }";

/// Roles that only hold others.
const HOLDS: [&str; 8] = ["form", "generic", "none", "InlineTextBox", "LineBreak", "LabelText", "Legend", "Figcaption"];
/// Properties that are states or say what a thing is.
const STATES: [&str; 10] =
    ["checked", "expanded", "pressed", "selected", "disabled", "required", "invalid", "level", "readonly", "modal"];

/// Roles whose names and descriptions stand beside them.
const CONTROLS: [&str; 7] = ["checkbox", "radio", "textbox", "searchbox", "group", "table", "image"];

/// Stands for what was said by a place whose words come and go.
const PASSING: &str = "\u{0}";

struct Node {
    role: String,
    name: String,
    description: String,
    rest: Vec<String>,
    children: Vec<String>,
    shown: bool,
}

/// What differs from build to build and from run to run: sums, the version's own, the server's place.
fn still(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((at, mark)) =
        ["sha256-", "127.0.0.1:", "0.1.0 ("].iter().filter_map(|m| Some((rest.find(m)?, m))).min()
    {
        let (before, after) = rest.split_at(at + mark.len());
        out.push_str(before);
        out.push('…');
        rest = after.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "+/=".contains(c) && *mark == "sha256-");
    }
    out + rest
}

fn word(value: &Value) -> String {
    let text = match &value["value"] {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let text: Vec<&str> = text.split(['\n', '\u{200b}']).map(str::trim).filter(|part| !part.is_empty()).collect();
    still(&text.join(" "))
}

fn read(node: &Value) -> Node {
    let role = word(&node["role"]);
    let mut rest = Vec::new();
    let value = word(&node["value"]);
    // Of a button to choose a file by, the browser says in its own language that there is none.
    if !value.is_empty() && role != "button" {
        rest.push(format!("= {value}"));
    }
    let description = word(&node["description"]);
    if !description.is_empty() {
        rest.push(format!("({description})"));
    }
    for property in node["properties"].as_array().into_iter().flatten() {
        let name = property["name"].as_str().unwrap_or_default();
        let state = word(&property["value"]);
        let says = STATES.contains(&name)
            && !(state == "false" && ["disabled", "required", "invalid", "readonly", "modal"].contains(&name));
        if says && (name != "level" || role == "heading") {
            rest.push(format!("{name}={state}"));
        }
    }
    let name = word(&node["name"]);
    let children = node["childIds"].as_array().into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned));
    let held = HOLDS.contains(&role.as_str()) && (name.is_empty() || !["form", "generic"].contains(&role.as_str()));
    Node { shown: node["ignored"] != true && !held, role, name, description, rest, children: children.collect() }
}

fn put(
    nodes: &BTreeMap<String, Node>,
    labels: &BTreeSet<String>,
    id: &str,
    depth: usize,
    said: &str,
    out: &mut String,
) {
    let Some(node) = nodes.get(id) else { return };
    let (mut depth, mut said) = (depth, said);
    if node.shown {
        let text = node.role == "StaticText";
        // What is told in passing comes and goes; that there is a place for it stays.
        let passing = text && said == PASSING;
        if passing || text && (node.name.is_empty() || said.contains(&node.name) || labels.contains(&node.name)) {
            return;
        }
        let role = if text { String::new() } else { node.role.clone() };
        let name = if node.name.is_empty() { String::new() } else { format!("「{}」", node.name) };
        let mut line: Vec<&str> = [role.as_str(), name.as_str()].into_iter().filter(|part| !part.is_empty()).collect();
        line.extend(node.rest.iter().map(String::as_str));
        out.push_str(&"  ".repeat(depth));
        out.push_str(&line.join(" "));
        out.push('\n');
        depth += 1;
        if ["status", "alert"].contains(&node.role.as_str()) {
            said = PASSING;
        } else if !node.name.is_empty() && node.role != "RootWebArea" {
            said = &node.name;
        }
    }
    // What a field holds was said as its value.
    if !["textbox", "searchbox"].contains(&node.role.as_str()) {
        for child in &node.children {
            put(nodes, labels, child, depth, said, out);
        }
    }
}

impl Browser {
    /// The tree of the screen as it is now.
    pub async fn tree(&self) -> String {
        let said = self.cdp("Accessibility.getFullAXTree", json!({})).await;
        let all = said["nodes"].as_array().expect("a tree");
        let id = |node: &Value| node["nodeId"].as_str().unwrap_or_default().to_owned();
        let root = id(all.first().expect("a root"));
        let nodes: BTreeMap<String, Node> = all.iter().map(|node| (id(node), read(node))).collect();
        let mut out = String::new();
        // What a control is called by and described with stands beside it once more.
        let controls = nodes.values().filter(|node| CONTROLS.contains(&node.role.as_str()));
        let labels = controls.flat_map(|node| [node.name.clone(), node.description.clone()]).collect();
        put(&nodes, &labels, &root, 0, "", &mut out);
        out
    }
}
