//! The rules that tie a cue to the words that it reports, surest first; their patterns are in `patterns`.

use super::cue::{Cue, Takes, Voice};
use super::page::Frame;
use super::patterns::{according_to, cue_after, cue_before, interrupted, object, postposed};
use super::side::{Items, Side};
use crate::extract::rule::Card;

/// The cues of a frame with what stands around each.
pub(super) struct Setting<'a> {
    pub frame: Frame<'a>,
    pub cues: &'a [Cue],
    pub sides: &'a [Side],
    /// The items before this one are already someone's words.
    pub floor: usize,
    /// Behind the cue at hand the first item that says more than when, where and to whom.
    pub after: usize,
}

/// Reported words: one part, or two with the cue between them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Content {
    pub first: Items,
    pub second: Option<Items>,
}

impl Content {
    pub const fn one(from: usize, to: usize) -> Content {
        Content { first: (from, to), second: None }
    }
}

/// One rule: its card, and its pattern over the cue with that number.
pub(super) struct QuoteRule {
    pub card: Card,
    /// Of cues with which voices and with what they take it is asked, a bit for each.
    voices: u8,
    takes: u8,
    pattern: for<'a> fn(&Setting<'a>, usize) -> Option<Content>,
}

/// What the first rule that matches makes of a cue.
pub(super) fn first(setting: &Setting, n: usize) -> Option<(&'static str, Content)> {
    let cue = &setting.cues[n];
    let asked = |rule: &&QuoteRule| rule.voices >> cue.voice as u8 & rule.takes >> cue.takes as u8 & 1 == 1;
    RULES.iter().filter(asked).find_map(|rule| Some((rule.card.id, (rule.pattern)(setting, n)?)))
}

const FINITE: u8 = 1 << Voice::Finite as u8;
const INFINITIVE: u8 = 1 << Voice::Infinitive as u8;
const ACCORDING: u8 = 1 << Voice::According as u8;
const CLAUSE: u8 = 1 << Takes::Clause as u8 | 1 << Takes::That as u8;
const OBJECT: u8 = 1 << Takes::Object as u8;
const ANY: u8 = u8::MAX;

/// All rules around a cue; the first that matches wins.
pub(super) static RULES: &[QuoteRule] = &[
    QuoteRule {
        card: Card {
            id: "quotes/cue-after",
            what: "Words between marks right before a speaker with a cue are theirs, and so are those that go on after the cue.",
            fires: &[
                ("“The harbour is closed,” Pia Lund said.", "Pia Lund: The harbour is closed,"),
                ("“The harbour is closed,” said Pia Lund, the port’s director. “It stays closed.”", "Pia Lund: The harbour is closed,"),
                ("“It is over,” said Lund, author of a book on tides, “and we are done.”", "Lund: and we are done."),
                ("“If it rains,” warned farmer Tom Beck, “the crop is lost.”", "farmer Tom Beck: If it rains,"),
                ("“The ferry sank. Nobody came,” he points out.", "he: The ferry sank. Nobody came,"),
                ("“It is over,” said a man close to the crew.", "a man close to the crew: It is over,"),
                ("“It is over,” she liked to say.", "she: It is over,"),
                ("“It is over,” wrote Pia Lund in a note to the crew.", "Pia Lund: It is over,"),
                (
                    "His wife ran the port “like a ship with flowers”, as one envoy put it.",
                    "one envoy: His wife ran the port “like a ship with flowers”",
                ),
            ],
            silent: &[
                "Pia Lund said the harbour was closed.",
                "The “smart” harbour closed.",
                "On NRC’s “Talk of the Town,” Pia Lund said the harbour was closed.",
            ],
        },
        voices: FINITE | INFINITIVE,
        takes: ANY,
        pattern: cue_after,
    },
    QuoteRule {
        card: Card {
            id: "quotes/interrupted",
            what: "A speaker with a cue between two commas splits the words that they report; behind \"which\" or \"because\" they report but the rest.",
            fires: &[
                ("The harbour, she said, would stay closed.", "she: would stay closed"),
                ("The harbour, she told the council, would stay closed.", "she: would stay closed"),
                ("The director resigned; his crews, he said, laughed at him.", "he: his crews"),
                ("The court heard calls in which, prosecutors say, the clerk hid the money.", "prosecutors: the clerk hid the money"),
            ],
            silent: &["In a statement, she said the harbour would close.", "The harbour, she told the council, and left."],
        },
        voices: FINITE,
        takes: CLAUSE,
        pattern: interrupted,
    },
    QuoteRule {
        card: Card {
            id: "quotes/according-to",
            what: "What stands beside \"according to\" and its source is the source's.",
            fires: &[
                ("According to the harbour log, the tug was late.", "the harbour log: the tug was late"),
                ("The lorry was speeding, according to the police report.", "the police report: The lorry was speeding"),
            ],
            silent: &["The rooms were sorted according to size."],
        },
        voices: ACCORDING,
        takes: ANY,
        pattern: according_to,
    },
    QuoteRule {
        card: Card {
            id: "quotes/object",
            what: "A verb of naming or judging takes its object with the quoted part in it.",
            fires: &[
                ("Becker called the plan “a gift”.", "Becker: the plan “a gift”"),
                ("Becker said the pier was safe and called the report “a joke”.", "Becker: the report “a joke”"),
                ("Becker blamed the crew and called its work “a gift”.", "Becker: its work “a gift”"),
                ("Becker on Tuesday accused Ruiz of being “a coward”.", "Becker: Ruiz of being “a coward”"),
                ("Becker wooed the farmers Ruiz had lost, calling them “the backbone” of the state.", "Becker: them “the backbone”"),
                ("Bemoaning the “broken system”, Becker left the party.", "Becker: the “broken system”"),
            ],
            silent: &["Becker called the plan a gift.", "Becker discussed it on NRC’s “Talk of the Town”."],
        },
        voices: ANY,
        takes: OBJECT,
        pattern: object,
    },
    QuoteRule {
        card: Card {
            id: "quotes/cue-before",
            what: "What follows a speaker with a cue is theirs: words between marks, a clause with \"that\", or a plain clause.",
            fires: &[
                ("Pia Lund said: “The harbour is closed.”", "Pia Lund: The harbour is closed."),
                ("Pia Lund said on Monday that the harbour was closed.", "Pia Lund: the harbour was closed"),
                ("Pia Lund said, without a smile, “The harbour is closed.”", "Pia Lund: The harbour is closed."),
                ("Norbank said its loans would shrink by half.", "Norbank: its loans would shrink by half"),
                ("Norbank said no decision had been taken.", "Norbank: no decision had been taken"),
                ("Pia Lund said she had lost the case and she asked why the port was closed.", "she: why the port was closed"),
                ("Pia Lund, asked about the pier, said it was safe.", "Pia Lund: it was safe"),
                ("A diver who asked not to be named said the pier was safe.", "A diver: the pier was safe"),
                ("She spoke of her aunt, who used to say that the sea was a thief.", "her aunt: the sea was a thief"),
                ("From the pier a voice called, “Come back!”", "a voice: Come back!"),
                ("Norbank said the pier was safe, but would not elaborate.", "Norbank: the pier was safe"),
                ("When neighbours ask what comes next if it rains, Lund shrugs.", "neighbours: what comes next if it rains"),
                ("Lund admitted that there was “no plan”, a phrase that was soon on every wall.", "Lund: there was “no plan”"),
                ("The director accepted that the pier was old but argued that it was safe.", "The director: it was safe"),
                ("Becker told a man who kept a seal that he was mad.", "Becker: he was mad"),
                ("Divers agree that the pier is safe.", "Divers: the pier is safe"),
                ("The union that represents most workers in Alder said it would fight.", "The union: it would fight"),
                ("Norland said it would send aid, and the Red Cross appealed for water.", "Norland: it would send aid"),
                ("Aid groups working in Alder said the town was empty.", "Aid groups working in Alder: the town was empty"),
                ("Becker told reporters the roof “gave way”.", "Becker: the roof “gave way”"),
                ("A man who answered the door at the house said, “Not today,” and closed it.", "A man: Not today,"),
                ("Ruiz promised more but added that she would “not be rushed”.", "Ruiz: she would “not be rushed”"),
                ("Voss asked for help from the port, which said it would wait.", "the port: it would wait"),
                ("The clerk wept as Judge Ana Ruiz told her that she had “farmed lies”.", "Judge Ana Ruiz: she had “farmed lies”"),
                ("Becker told the crew in a letter seen by the Post that the pier was safe.", "Becker: the pier was safe"),
                ("The port’s chief would not say if the plan had been dropped, but said it was “alive”.", "The port’s chief: it was “alive”"),
                ("Ruiz defended the budget, saying it was fair to all.", "Ruiz: it was fair to all"),
                ("Ruiz vowed to “clean up” the port.", "Ruiz: to “clean up” the port"),
                ("Ruiz said the pier was safe and said that it would stay open.", "Ruiz: the pier was safe"),
                ("Ruiz, citing “the law of the sea”, said the pier could stay open.", "Ruiz: the pier could stay open"),
                ("The union walked out, with Becker saying the offer was an insult.", "Becker: the offer was an insult"),
                ("Ruiz said the port was full, with Becker saying it would close.", "Becker: it would close"),
            ],
            silent: &[
                "The sign said nothing.",
                "Norbank said no to the plan.",
                "Norland gets a say over any plan that Sudria signs.",
                "She wrote in her memoir “Cold Water”.",
                "The crew began “phase two” of the work.",
                "Pia Lund did not say that the harbour was closed.",
                "Becker added a late goal and the Rovers won the cup.",
            ],
        },
        voices: !ACCORDING,
        takes: !OBJECT,
        pattern: cue_before,
    },
    QuoteRule {
        card: Card {
            id: "quotes/postposed",
            what: "A clause before a comma and a speaker with a cue that reports nothing else is theirs.",
            fires: &[
                ("The harbour was closed by the storm, officials said on Monday.", "officials: The harbour was closed by the storm"),
                ("OSLO (AP) — The harbour was closed by the storm, officials said.", "officials: The harbour was closed by the storm"),
                ("The harbour was closed by the storm, says Pia Lund, a diver at the port.", "Pia Lund: The harbour was closed by the storm"),
                ("The pier had been shut for years, noted Pia Lund, who runs the port.", "Pia Lund: The pier had been shut for years"),
                ("Hope, rather than money, keeps it open, argues Pia Lund.", "Pia Lund: Hope, rather than money, keeps it open"),
                ("The pier is safe, a report released on Friday said.", "a report: The pier is safe"),
            ],
            silent: &["In Harlan, officials said on Monday that the harbour was closed."],
        },
        voices: FINITE,
        takes: CLAUSE,
        pattern: postposed,
    },
];
