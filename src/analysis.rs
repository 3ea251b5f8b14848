//! The result: the JSON of the contract as types. Lists are sorted by `start`; ids are unique in a document.
//!
//! Every `start` and `end` is in [`Analysis::offsets`]; slicing the text with them gives the `text` beside them.

mod finding_id;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Serialize, Serializer};

use crate::text::{OffsetUnit, SentenceKind, Tag};

pub use finding_id::FindingId;

/// Version of the JSON's shape: it grows by new fields, never by renamed ones.
pub const SCHEMA_VERSION: u32 = 1;

/// What was found in one article.
#[derive(Clone, Debug, Serialize)]
pub struct Analysis<S = Text> {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The record's id, else the path as given, "-" for standard input.
    pub id: Id,
    /// Unit of all offsets.
    pub offsets: OffsetUnit,
    /// Length of the text in that unit.
    pub length: u32,
    /// The headline, from the record or the text's first line.
    pub title: Option<String>,
    /// Place and date before the first sentence.
    pub dateline: Option<Dateline>,
    /// Date that times are resolved against, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// The analysed text, when it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Id of the event that the article is about.
    pub main_event: Option<FindingId>,
    /// The sentences; `None` when not asked for, as with every list below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentences: Option<Vec<Sentence>>,
    /// Everyone and everything named that can act, one entry each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actors: Option<Vec<Actor<S>>>,
    /// Who said what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quotes: Option<Vec<Quote<S>>>,
    /// Figures of money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money: Option<Vec<Money<S>>>,
    /// What happened, or was said to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub events: Option<Vec<Event<S>>>,
    /// The tokens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<Token<S>>>,
    /// What the reader of the result should know of how it came about.
    pub warnings: Vec<String>,
}

/// A text of a finding, which owns it; a printer that has the article at hand borrows it and asks for `Analysis<&str>`.
///
/// Up to 24 bytes stand in place: most cost no allocation.
pub type Text = compact_str::CompactString;

/// A list that has one item more often than several: the first stands in place, and costs no allocation.
pub type Few<T> = smallvec::SmallVec<[T; 1]>;

/// A document's id, echoed unchanged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Id {
    /// None was given.
    Null,
    /// A string or a path.
    Text(String),
    /// An integer.
    Integer(i128),
}

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stretch<S = Text> {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// What stands there.
    pub text: S,
}

/// The place and date before the first sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dateline {
    /// The place's name; null when a date stands alone.
    pub place: Option<String>,
    /// Its date, `YYYY-MM-DD`, when one stands there or follows from `published`.
    pub date: Option<String>,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// Number of its paragraph, from 0.
    pub paragraph: u32,
    /// What its paragraph is.
    pub kind: SentenceKind,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum ActorKind {
    Person,
    Organization,
    Country,
    Place,
    Group,
}

/// How a mention names its actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Form {
    Name,
    Description,
    Pronoun,
}

/// Someone or something that can act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Actor<S = Text> {
    /// "a1", "a2", … by first mention.
    pub id: FindingId,
    /// The fullest name used.
    pub name: S,
    /// What it is.
    pub kind: ActorKind,
    /// Titles and roles, as printed.
    pub roles: Vec<S>,
    /// Id of the actor that it belongs to.
    pub affiliation: Option<FindingId>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<&'static str>,
    /// Where it is mentioned.
    pub mentions: Few<Mention<S>>,
    /// Id of the rule that made it an actor, when `--explain` asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
    /// What the rule went by; empty unless `--explain` asks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<String>,
}

/// One mention of an actor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mention<S = Text> {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// The mention as printed.
    pub text: S,
    /// How it names the actor.
    pub form: Form,
    /// Id of the rule that made it, when `--explain` asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
}

/// How a quote is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// Wholly between marks.
    Direct,
    /// A clause with quoted parts.
    Mixed,
    /// A reported clause without marks.
    Indirect,
}

/// The speaker or addressee of a quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Party<S = Text> {
    /// Id of the actor meant.
    pub actor: Option<FindingId>,
    /// The actor's name, else the words as printed.
    pub name: S,
    /// As printed ("He").
    pub text: S,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// A word of the text with its lemma: a cue, a trigger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Key<S = Text> {
    /// As printed.
    pub text: S,
    /// Its dictionary form.
    pub lemma: S,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// Something that someone said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote<S = Text> {
    /// "q1", "q2", …
    pub id: FindingId,
    /// How it is quoted.
    pub kind: QuoteKind,
    /// First unit of the whole content.
    pub start: u32,
    /// One past its last unit.
    pub end: u32,
    /// The whole content.
    pub text: S,
    /// The stretches between marks, marks left out.
    pub quoted: Few<Stretch<S>>,
    /// Who said it.
    pub speaker: Option<Party<S>>,
    /// To whom.
    pub addressee: Option<Party<S>>,
    /// The reporting verb or "according to".
    pub cue: Option<Key<S>>,
    /// Id of the quote that this one goes on from.
    pub continues: Option<FindingId>,
    /// Number of its first sentence, from 0.
    pub sentence: u32,
    /// Id of the rule that made it, when `--explain` asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
}

/// What an amount's words say of its exactness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Qualifier {
    About,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

/// A figure of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Money<S = Text> {
    /// "m1", "m2", …
    pub id: FindingId,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// As printed.
    pub text: S,
    /// In the currency's main unit; `None` for "millions of dollars".
    #[serde(serialize_with = "number")]
    pub amount: Option<Decimal>,
    /// The upper end of a range.
    #[serde(serialize_with = "number")]
    pub amount_max: Option<Decimal>,
    /// ISO 4217.
    pub currency: Option<&'static str>,
    /// Whether the currency was inferred.
    pub assumed: bool,
    /// "at least", "about", …
    pub qualifier: Option<Qualifier>,
    /// What it is paid by ("barrel", "year").
    pub per: Option<S>,
    /// Id of the figure that this one converts.
    pub equivalent_of: Option<FindingId>,
    /// What it is for, in the article's words.
    pub what: Option<S>,
    /// Number of its sentence, from 0.
    pub sentence: u32,
    /// Id of the rule that made it, when `--explain` asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
}

/// PLOVER 2.0 event types.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[allow(missing_docs)]
pub enum EventType {
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

impl EventType {
    /// All of them, in order.
    pub const ALL: [EventType; 16] = {
        use EventType::*;
        [Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse, Reject, Threaten, Protest, Sanction, Mobilize, Coerce, Assault]
    };

    /// Its quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    ///
    /// PLOVER 2.0; of its two answers for SANCTION we take material conflict.
    pub const fn quad_class(self) -> u8 {
        use EventType::*;
        match self {
            Agree | Consult | Support | Concede => 1,
            Cooperate | Aid | Retreat => 2,
            Request | Accuse | Reject | Threaten => 3,
            Protest | Sanction | Mobilize | Coerce | Assault => 4,
        }
    }
}

/// Whether an event happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Modality {
    #[default]
    Actual,
    Future,
    Possible,
    Conditional,
    Denied,
}

/// One who takes part in an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Participant<S = Text> {
    /// Id of the actor meant.
    pub actor: Option<FindingId>,
    /// As printed.
    pub text: S,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// When an event happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct When<S = Text> {
    /// As printed.
    pub text: S,
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// The date (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`) or the interval (`A/B`) that it is resolved to.
    pub date: Option<S>,
}

/// Something that someone did or that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event<S = Text> {
    /// "e1", "e2", …
    pub id: FindingId,
    /// Its type; `None` when none fits.
    #[serde(rename = "type")]
    pub kind: Option<EventType>,
    /// The CAMEO root code, two digits.
    pub cameo_root: Option<&'static str>,
    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad_class: Option<u8>,
    /// The word that tells it.
    pub trigger: Key<S>,
    /// The clause, from source to last argument.
    pub text: S,
    /// First unit of the clause.
    pub start: u32,
    /// One past its last unit.
    pub end: u32,
    /// Who did it.
    pub source: Few<Participant<S>>,
    /// To whom, or to what.
    pub target: Few<Participant<S>>,
    /// When.
    pub time: Option<When<S>>,
    /// Where.
    pub place: Option<Participant<S>>,
    /// Said not to have happened.
    pub negated: bool,
    /// Whether it happened.
    pub modality: Modality,
    /// Id of the actor who reports it.
    pub attributed_to: Option<FindingId>,
    /// Ids of the figures in its clause.
    pub money: Vec<FindingId>,
    /// Number of its sentence, from 0.
    pub sentence: u32,
    /// Id of the rule that made it, when `--explain` asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<&'static str>,
}

/// One token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Token<S = Text> {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
    /// As printed.
    pub text: S,
    /// Penn Treebank tag.
    pub tag: Tag,
    /// Dictionary form.
    pub lemma: S,
}

/// A decimal as a JSON number: an integer when it is whole, else its own digits and no more.
fn number<S: Serializer>(amount: &Option<Decimal>, out: S) -> Result<S::Ok, S::Error> {
    match amount.map(|a| a.normalize()) {
        None => out.serialize_none(),
        Some(a) if a.scale() == 0 => out.serialize_i128(a.mantissa()),
        Some(a) => out.serialize_some(&a.to_f64()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_a_letter_and_a_number() {
        assert_eq!(
            [FindingId::actor(1), FindingId::event(10), FindingId::money(u32::MAX as usize)].map(|i| i.to_string()),
            ["a1", "e10", "m4294967295"]
        );
        for number in 0..300 {
            let ids = [FindingId::actor(number), FindingId::quote(number), FindingId::money(number), FindingId::event(number)];
            assert_eq!(ids.map(|i| i.to_string()), ["a", "q", "m", "e"].map(|letter| format!("{letter}{number}")));
        }
    }

    #[test]
    fn amounts_print_without_float_noise() {
        #[derive(Serialize)]
        struct One(#[serde(serialize_with = "number")] Option<Decimal>);
        for (text, json) in
            [("50000000.00", "50000000"), ("0.1", "0.1"), ("4700000000", "4700000000"), ("1.2345678901", "1.2345678901"), ("-4.7", "-4.7")]
        {
            assert_eq!(serde_json::to_string(&One(Some(text.parse().unwrap()))).unwrap(), json);
        }
        assert_eq!(serde_json::to_string(&One(None)).unwrap(), "null");
    }
}
