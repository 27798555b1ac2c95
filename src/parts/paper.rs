//! The sheet as a page of paper: what the other person sees, on screen and in print.
//!
//! May know: the sheet. Must never know: a document, the session.

use crate::export::sheet::{Ask, Block, Line, Sheet};
use crate::pack::Lang;
use crate::wording::{self as w, Words};
use leptos::prelude::*;

/// Draws the sheet.
pub fn paper(sheet: &Sheet, lang: Lang) -> AnyView {
    let (before, after): (Vec<&Block>, Vec<&Block>) =
        sheet.blocks.iter().partition(|b| !matches!(b.id, "questions" | "more"));
    let has_topic = before.iter().any(|b| b.id == "topic");
    let before = before
        .into_iter()
        .map(|b| block(b, if b.id == "topic" { Some(help(sheet, lang)) } else { None }))
        .collect_view();
    let lone_help = (!has_topic && !sheet.help.is_empty()).then(|| {
        view! { <section class="block"><h3>{w::SHEET_HELP.get(lang)}</h3><div class="block-body">{help(sheet, lang)}</div></section> }
    });
    let after = after.into_iter().map(|b| block(b, None)).collect_view();
    let handling = w::HANDLING.map(|line| view! { <span>{line.get(lang)}</span> }).collect_view();
    view! {
        <article class="paper" lang=lang.code() aria-label=w::SHEET_TITLE.get(lang)>
            <header class="paper-head">
                <h2>{w::SHEET_TITLE.get(lang)}</h2>
                <dl class="paper-who">
                    {who(w::DATE, sheet.date.as_ref(), lang)}
                    {who(w::DEPARTMENT, sheet.department.as_ref(), lang)}
                    {who(w::NAME, sheet.name.as_ref(), lang)}
                </dl>
                <p>{w::SHEET_NOT_EVALUATION.get(lang)}</p>
            </header>
            {lone_help}
            {before}
            {asks(&sheet.asks, lang)}
            {after}
            <section class="block blank-promise">
                <h3>{w::SHEET_PROMISES.get(lang)}</h3>
                <div class="block-body">
                    <p>{w::BLANK_PROMISE.get(lang)}</p>
                    <p class="blank-days">
                        <span>{w::BLANK_REPLY.get(lang)}</span>
                        <span>{w::BLANK_NEXT.get(lang)}</span>
                    </p>
                </div>
            </section>
            <section class="block blank-words">
                <h3>{w::SHEET_WORDS.get(lang)}</h3>
                <div class="block-body"></div>
            </section>
            <footer class="paper-foot">
                <h3 class="sr-only">{w::SHEET_HANDLING.get(lang)}</h3>
                <p>{handling}</p>
            </footer>
        </article>
    }
    .into_any()
}

fn who(label: Words, value: Option<&String>, lang: Lang) -> impl IntoView + use<> {
    view! { <div><dt>{label.get(lang)}</dt><dd><bdi>{value.cloned()}</bdi></dd></div> }
}

fn block(block: &Block, more: Option<AnyView>) -> AnyView {
    let lines = block.lines.iter().map(line).collect_view();
    let class = format!("block block-{}", block.id);
    view! {
        <section class=class>
            <h3>{block.heading.clone()}</h3>
            <div class="block-body">{lines}{more}</div>
        </section>
    }
    .into_any()
}

fn line(line: &Line) -> AnyView {
    let label = line.label.clone().map(|label| view! { <span class="line-label">{label}</span> });
    let class = if line.under { "line line-under" } else { "line" };
    view! { <p class=class>{label}<bdi class="line-text">{line.text.clone()}</bdi></p> }.into_any()
}

fn help(sheet: &Sheet, lang: Lang) -> AnyView {
    if sheet.help.is_empty() {
        return ().into_any();
    }
    let boxes = sheet.help.iter().map(|(label, on)| tick(label.clone(), *on)).collect_view();
    view! { <p class="ticks"><span class="line-label">{w::SHEET_HELP.get(lang)}</span>{boxes}</p> }.into_any()
}

fn tick(label: String, on: bool) -> impl IntoView {
    view! { <span class="tick">{if on { "☑" } else { "□" }}" "{label}</span> }
}

fn asks(asks: &[Ask], lang: Lang) -> AnyView {
    if asks.is_empty() {
        return ().into_any();
    }
    let rows = asks
        .iter()
        .map(|ask| {
            let boxes = w::ANSWERS.map(|answer| tick(answer.get(lang).to_owned(), false)).collect_view();
            let small = ask.small.clone().map(|small| {
                view! { <p class="line line-under"><span class="line-label">{w::SHEET_SMALL.get(lang)}</span><bdi>{small}</bdi></p> }
            });
            let decides = ask.decides.clone().map(|d| view! { <p class="line line-under">{d}</p> });
            view! {
                <tr>
                    <td><p class="line"><bdi>{ask.what.clone()}</bdi></p>{small}{decides}</td>
                    <td class="answers">{boxes}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section class="block block-asks">
            <h3>{w::SHEET_ASKS.get(lang)}</h3>
            <table class="block-body asks">
                <thead class="sr-only"><tr><th scope="col">{w::ASK_PICK.get(lang)}</th><th scope="col">{w::SHEET_ANSWER.get(lang)}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}
