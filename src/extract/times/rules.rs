//! The rules for time expressions, surest first. Each hangs on one token and may reach to both sides of it.

use super::calendar::Meaning;
use super::patterns::{
    HALVES_OF_DAY, ago, bare_month, bare_year, clock, date, day_of_week, decade, holiday, month_year, numeric_date, period, quarter, stretch, today,
    year_range,
};
use crate::extract::rule::Card;
use crate::lexicon::{List, WordId, words};
use crate::text::{Document, Shape, TokenIx};

/// What a rule matched: the tokens `from..to`, and what they mean.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match {
    pub from: TokenIx,
    pub to: TokenIx,
    pub meaning: Meaning,
}

/// What a token is of which a rule can be asked: a number that may be a day, a year, the beginning of a date in digits, a decade, an hour.
const DAY: u16 = 1;
const YEAR: u16 = 1 << 1;
const DATE: u16 = 1 << 2;
const DECADE: u16 = 1 << 3;
const HOUR: u16 = 1 << 4;
/// It begins with a capital, or may be "Q3"; it names a month, a day of the week, a unit or a word of time, the middle of the day.
const CAPITAL: u16 = 1 << 5;
const QUARTER: u16 = 1 << 6;
const MONTH: u16 = 1 << 7;
const WEEKDAY: u16 = 1 << 8;
const UNIT: u16 = 1 << 9;
const TODAY: u16 = 1 << 10;
const NOON: u16 = 1 << 11;

const fn if_so(so: bool, kind: u16) -> u16 {
    if so { kind } else { 0 }
}

/// What a token is, as far as hooks ask.
fn kinds(doc: &Document, at: TokenIx) -> u16 {
    let token = &doc.tokens[at];
    let lists = token.word.get().lists();
    let named = |list: List, kind| if_so(lists >> list as u8 & 1 == 1, kind);
    if_so(token.shape.has(Shape::CAPITAL), CAPITAL)
        | named(List::Month, MONTH)
        | named(List::Weekday, WEEKDAY)
        | named(List::TimeUnit, UNIT)
        | named(List::TimeWord, TODAY)
        | if_so(doc.is(at, words!["noon", "midnight", "midday", "lunchtime"]), NOON)
        | if token.shape.has(Shape::DIGIT) { kinds_of_number(doc, at) } else { 0 }
}

/// What a token with a digit is by its letters and the word behind it: most numbers are of no time.
fn kinds_of_number(doc: &Document, at: TokenIx) -> u16 {
    let (span, bytes) = (doc.tokens[at].span, doc.text.as_bytes());
    let text = &bytes[span.range()];
    let next = doc.tokens.get(at + 1).map_or(WordId::UNKNOWN, |token| token.word);
    let (digit, plain) = (text[0].is_ascii_digit(), text[text.len() - 1].is_ascii_digit());
    let colon = |n: usize| text.get(n) == Some(&b':');
    let dated = matches!(bytes.get(span.start as usize + 4), Some(b'-' | b'/' | b'.'));
    if_so(text.len() <= if plain { 2 } else { 4 } && (next.get().is_in(List::Month) || words!["of"].has(next)), DAY)
        | if_so(text.len() == 4 && plain, YEAR)
        | if_so(digit && dated, DATE)
        | if_so(text[text.len() - 1] == b's', DECADE)
        | if_so(digit && (!plain || colon(1) || colon(2) || HALVES_OF_DAY.has(next)), HOUR)
        | if_so(text[0] == b'Q', QUARTER)
}

/// The first rule that matches at a token, no token before `from` taken in.
pub(super) fn first(doc: &Document, at: TokenIx, from: TokenIx) -> Option<(Match, &'static str)> {
    let kinds = kinds(doc, at) as usize;
    let mut asked = ASKED[0][kinds % KINDS] | ASKED[1][kinds / KINDS];
    while asked != 0 {
        let rule = &RULES[asked.trailing_zeros() as usize];
        if let Some(matched) = (rule.pattern)(doc, at).filter(|m| m.from >= from) {
            return Some((matched, rule.card.id));
        }
        asked &= asked - 1;
    }
    None
}

/// How many kinds can be told by half of their bits.
const KINDS: usize = 64;

/// The rules to ask of a token of these kinds, a bit for each: by the lower half of the kinds' bits and by the upper.
static ASKED: [[u16; KINDS]; 2] = {
    let mut asked = [[0; KINDS]; 2];
    let mut kinds = 0;
    while kinds < KINDS {
        let mut n = 0;
        while n < RULES.len() {
            let hook = RULES[n].hook as usize;
            if (hook % KINDS) & kinds != 0 {
                asked[0][kinds] |= 1 << n;
            }
            if (hook / KINDS) & kinds != 0 {
                asked[1][kinds] |= 1 << n;
            }
            n += 1;
        }
        kinds += 1;
    }
    asked
};

/// One rule: its card, and its pattern around the token that it hangs on.
pub(super) struct TimeRule {
    pub card: Card,
    /// What that token is: no other is asked.
    hook: u16,
    pub pattern: fn(&Document, TokenIx) -> Option<Match>,
}

/// All rules; the first that matches wins. The examples are resolved on Friday 2 May 2025.
pub(super) static RULES: &[TimeRule] = &[
    TimeRule {
        card: Card {
            id: "times/numeric-date",
            what: "Year, month and day in digits are a date.",
            fires: &[("The log of 2016-05-03 was lost.", "2016-05-03 = 2016-05-03"), ("It was filed on 2016/11/30.", "2016/11/30 = 2016-11-30")],
            silent: &["Call 2016-555-033 now.", "The vote was 2016-99-03."],
        },
        hook: DATE,
        pattern: numeric_date,
    },
    TimeRule {
        card: Card {
            id: "times/date",
            what: "A month with a day beside it is a date, with the weekday before it and the year behind it.",
            fires: &[
                ("The pact was signed on May 3, 2014.", "May 3, 2014 = 2014-05-03"),
                ("The pact was signed on 3 May 2014.", "3 May 2014 = 2014-05-03"),
                ("It opened on Friday, July 21, 2017, in Oslo.", "Friday, July 21, 2017 = 2017-07-21"),
                ("She resigned on Nov. 9.", "Nov. 9 = 2024-11-09"),
                ("She will resign on Nov. 9.", "Nov. 9 = 2025-11-09"),
                ("It opened on the 3rd of May.", "the 3rd of May = 2025-05-03"),
                ("The fair ran May 3-5 in Oslo.", "May 3-5 = 2025-05-03/2025-05-05"),
            ],
            silent: &["They may 3 times refuse.", "The march 20 miles north ended."],
        },
        hook: DAY | MONTH,
        pattern: date,
    },
    TimeRule {
        card: Card {
            id: "times/month-year",
            what: "A month with a year behind it is that month.",
            fires: &[("Prices fell in October 2008.", "October 2008 = 2008-10"), ("Prices fell in early May, 2014.", "early May, 2014 = 2014-05")],
            silent: &["They may 2014 times refuse."],
        },
        hook: MONTH,
        pattern: month_year,
    },
    TimeRule {
        card: Card {
            id: "times/month",
            what: "A month alone counts behind a preposition of time or \"last\", \"this\", \"next\".",
            fires: &[
                ("Prices have fallen since January.", "January = 2025-01"),
                ("Prices fell last May.", "last May = 2024-05"),
                ("Prices will fall by the end of June.", "the end of June = 2025-06"),
            ],
            silent: &["Theresa May left.", "Prices may fall.", "They march on.", "April Jones left.", "She met June."],
        },
        hook: MONTH,
        pattern: bare_month,
    },
    TimeRule {
        card: Card {
            id: "times/weekday",
            what: "A day of the week, with the part of the day behind it, is the nearest one the tense allows.",
            fires: &[
                ("The council met on Tuesday.", "Tuesday = 2025-04-29"),
                ("The council will meet on Tuesday.", "Tuesday = 2025-05-06"),
                ("The council met late Tuesday night.", "late Tuesday night = 2025-04-29"),
                ("The council met last Friday.", "last Friday = 2025-04-25"),
                ("He was held at 6:10 am on Wednesday.", "6:10 am on Wednesday = 2025-04-30"),
            ],
            silent: &["The council sat for days.", "The sun. It rose."],
        },
        hook: WEEKDAY,
        pattern: day_of_week,
    },
    TimeRule {
        card: Card {
            id: "times/today",
            what: "\"today\", \"yesterday\" and \"tomorrow\" are counted from the day of writing.",
            fires: &[
                ("The bridge fell yesterday.", "yesterday = 2025-05-01"),
                ("The bridge fell earlier today.", "earlier today = 2025-05-02"),
                ("The bridge opens tomorrow morning.", "tomorrow morning = 2025-05-03"),
                ("The bridge fell this morning.", "this morning = 2025-05-02"),
                ("The bridge fell last night.", "last night = 2025-05-01"),
            ],
            silent: &["She told USA Today so.", "The morning was cold."],
        },
        hook: TODAY | UNIT | NOON,
        pattern: today,
    },
    TimeRule {
        card: Card {
            id: "times/ago",
            what: "A number of units with \"ago\", \"earlier\", \"later\" is counted from the day of writing when it is \"ago\".",
            fires: &[
                ("He left two weeks ago.", "two weeks ago = 2025-04-18"),
                ("He left nearly 10 years ago.", "nearly 10 years ago = 2015"),
                ("He left several months ago.", "several months ago = ?"),
                ("They lived there 15,000 years ago.", "15,000 years ago = ?"),
                ("She died a day later.", "a day later = ?"),
                ("He left a day after the attack.", "a day after the attack = ?"),
            ],
            silent: &["He left for two weeks.", "Long ago he left."],
        },
        hook: UNIT,
        pattern: ago,
    },
    TimeRule {
        card: Card {
            id: "times/stretch",
            what: "\"the past nine days\" and \"the next four years\" run from or to the day of writing.",
            fires: &[
                ("Rain fell over the past nine days.", "the past nine days = 2025-04-23/2025-05-02"),
                ("It will cost more in the next four years.", "the next four years = 2025/2029"),
            ],
            silent: &["Nine days passed.", "The last nine riders fell."],
        },
        hook: UNIT,
        pattern: stretch,
    },
    TimeRule {
        card: Card {
            id: "times/quarter",
            what: "A numbered quarter or half, with the year behind it.",
            fires: &[
                ("Sales fell in the third quarter of 2009.", "the third quarter of 2009 = 2009-07/2009-09"),
                ("Sales fell in the first quarter.", "the first quarter = 2025-01/2025-03"),
                ("Sales fell in the first half of last year.", "the first half of last year = 2024-01/2024-06"),
                ("Sales fell in Q3 2016.", "Q3 2016 = 2016-07/2016-09"),
            ],
            silent: &["They scored twice in the first half.", "A quarter of the men fell."],
        },
        hook: QUARTER | UNIT,
        pattern: quarter,
    },
    TimeRule {
        card: Card {
            id: "times/period",
            what: "\"last week\", \"this year\", \"next month\", \"the end of the year\".",
            fires: &[
                ("Prices fell last month.", "last month = 2025-04"),
                ("Prices fell earlier this week.", "earlier this week = 2025-04-28/2025-05-04"),
                ("Prices will fall by the end of the year.", "the end of the year = 2025-12"),
                ("Sales fell in the last quarter.", "the last quarter = 2025-01/2025-03"),
                ("She moved last summer.", "last summer = 2024-06/2024-08"),
                ("She will move next year.", "next year = 2026"),
            ],
            silent: &["The year was cold.", "He is 20 years old.", "She lost weight."],
        },
        hook: UNIT,
        pattern: period,
    },
    TimeRule {
        card: Card {
            id: "times/years",
            what: "Two years with \"and\", \"to\" or a dash between them are an interval.",
            fires: &[
                ("It rained between 2014 and 2016.", "between 2014 and 2016 = 2014/2016"),
                ("He ruled from 2009 to 2011.", "from 2009 to 2011 = 2009/2011"),
                ("The war (1914-1918) ended.", "1914-1918 = 1914/1918"),
            ],
            silent: &["It cost between 2014 and 2016 dollars.", "The flats 2014 and 2016 burned."],
        },
        hook: YEAR,
        pattern: year_range,
    },
    TimeRule {
        card: Card {
            id: "times/year",
            what: "A number of four digits is a year behind a preposition of time, \"early\", \"late\" or at a clause's edge.",
            fires: &[
                ("The bank failed in 2014.", "2014 = 2014"),
                ("The bank failed in late 2006.", "late 2006 = 2006"),
                ("The bank has lost money since 2008.", "2008 = 2008"),
                ("The bank failed at the end of 2014.", "the end of 2014 = 2014-12"),
            ],
            silent: &["The bank paid 2014 men.", "The bank paid $2014.", "It took in 1500 people.", "The bank has 2014 branches."],
        },
        hook: YEAR,
        pattern: bare_year,
    },
    TimeRule {
        card: Card {
            id: "times/decade",
            what: "\"the 1990s\" and \"the '90s\" are ten years.",
            fires: &[("He wrote in the 1990s.", "the 1990s = 1990/1999"), ("He wrote in the early 1990s.", "the early 1990s = 1990/1999")],
            silent: &["He sold 1990 shares."],
        },
        hook: DECADE,
        pattern: decade,
    },
    TimeRule {
        card: Card {
            id: "times/holiday",
            what: "A feast is a time; those with a fixed day have a date.",
            fires: &[("He left on Christmas Eve.", "Christmas Eve = 2024-12-24"), ("He left before Easter.", "Easter = ?")],
            silent: &["The Christmas tree fell.", "He left on Easter Island."],
        },
        hook: CAPITAL,
        pattern: holiday,
    },
    TimeRule {
        card: Card {
            id: "times/clock",
            what: "A time of day is a time without a date of its own.",
            fires: &[
                ("It struck at 6:10 p.m. in Oslo.", "6:10 p.m. = ?"),
                ("It struck at 18:00 UTC.", "18:00 UTC = ?"),
                ("It struck at noon.", "noon = ?"),
            ],
            silent: &["It struck 6 men.", "The odds were 6:10."],
        },
        hook: HOUR | NOON,
        pattern: clock,
    },
];
