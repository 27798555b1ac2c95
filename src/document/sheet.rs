//! 見せる用紙: what one most wants to talk about, what one asks for, and the questions.
//! Knows its fields; must never know what they lead to.

use super::{Field, Kind, Section};

/// Name on the sheet; may stay empty and be written by hand.
pub static NAME: Field = Field::text("sheet.name", 0).one_by_one();
/// Department on the sheet.
pub static DEPARTMENT: Field = Field::text("sheet.department", 0).one_by_one();
/// The day on which the sheet was written, as typed.
pub static DATE: Field = Field::text("sheet.date", 0).one_by_one();
/// The day of the talk, as typed.
pub static TALK_DAY: Field = Field::text("sheet.talk_day", 0).one_by_one();
/// Role and years, as typed.
pub static ROLE: Field = Field::text("sheet.role", 0).one_by_one();
/// Two days or more on which one could talk, as typed.
pub static DAYS: Field = Field::text("sheet.days", 0).one_by_one();
/// 今日いちばん話したいこと
pub static TOPIC: Field = Field::text("sheet.topic", 40).short();
/// 聞く・一緒に考える・任せる・つなぐ・見守る
pub static HELP: Field = Field::picks("sheet.help").short();

/// What makes it hard now, in facts: staff, hours, the season, and when one can't move.
pub static SITUATION_FACTS: Field = Field::text("situation.facts", 60).short();
/// What one is afraid of.
pub static SITUATION_FEAR: Field = Field::text("situation.fear", 40).one_by_one();

/// What one asks.
pub static ASK_WHAT: Field = Field::pick("ask.what").short();
/// In which small form.
pub static ASK_SMALL: Field = Field::text("ask.small", 30).short();
/// 今日、一緒に決めてほしい・だれかに尋ねてほしい・人事につないでほしい
pub static ASK_DECIDES: Field = Field::pick("ask.decides").short();
/// When it should start.
pub static ASK_BY: Field = Field::pick("ask.by").short();
/// What it needs: cover, hours, another section's agreement.
pub static ASK_NEEDS: Field = Field::picks("ask.needs").short();
/// What it serves.
pub static ASK_SERVES: Field = Field::links("ask.serves");
/// できる・まず試す・つなぐ・持ち帰る: what the other person answered.
pub static ASK_ANSWER: Field = Field::pick("ask.answer");
/// In which small form it will be tried.
pub static ASK_ANSWER_FORM: Field = Field::text("ask.answer_form", 20);
/// To whom it is passed on.
pub static ASK_ANSWER_WHO: Field = Field::text("ask.answer_who", 0);
/// From when it can be done, by when it is passed on, or when there will be an answer; as typed.
pub static ASK_ANSWER_BY: Field = Field::text("ask.answer_by", 0);

/// 話したい問い
pub static QUESTION_WHAT: Field = Field::text("question.what", 35);

/// Re-read as whom.
pub static REREAD_AS: Field = Field::pick("reread.as").never();
/// What was noticed.
pub static REREAD_NOTE: Field = Field::text("reread.note", 0).never();

/// Which rule spoke.
pub static REMARK_RULE: Field = Field::pick("remark.rule").never();
/// 合っている・ちがう・消す
pub static REMARK_VERDICT: Field = Field::pick("remark.verdict").never();

/// The sheet's own lines.
pub static SHEET: Kind =
    Kind::one("sheet", Section::Sheet, &[&NAME, &DEPARTMENT, &DATE, &TALK_DAY, &TOPIC, &HELP, &ROLE, &DAYS]);
/// The current situation.
pub static SITUATION: Kind = Kind::one("situation", Section::Sheet, &[&SITUATION_FACTS, &SITUATION_FEAR]);
/// An ask.
pub static ASK: Kind = Kind::many(
    "ask",
    Section::Sheet,
    &[
        &ASK_WHAT,
        &ASK_SMALL,
        &ASK_DECIDES,
        &ASK_SERVES,
        &ASK_ANSWER,
        &ASK_ANSWER_FORM,
        &ASK_ANSWER_WHO,
        &ASK_ANSWER_BY,
        &ASK_BY,
        &ASK_NEEDS,
    ],
);
/// A question to talk about.
pub static QUESTION: Kind = Kind::many("question", Section::Sheet, &[&QUESTION_WHAT]);
/// One re-reading.
pub static REREAD: Kind = Kind::one("reread", Section::Sheet, &[&REREAD_AS, &REREAD_NOTE]);
/// What the person said of a remark.
pub static REMARK: Kind = Kind::many("remark", Section::Sheet, &[&REMARK_RULE, &REMARK_VERDICT]);
