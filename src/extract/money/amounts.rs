//! One figure: a number with the currency before it or after it.

use super::atoms::Reading;
use super::draft::{Draft, Side, prefixed, suffixed};
use super::unit::{self, Form, Unit};
use super::{MoneyRule, doubt};
use crate::extract::rule::Rule;
use crate::lexicon::words;

/// "$1.2bn", "US$ 5 million".
pub(super) fn symbol_amount<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/symbol-amount",
        what: "A currency sign before a number: \"$1.2bn\", \"HK$ 50 million\", \"$A3.75\".",
        pattern: |r, at| one(r, prefixed(r, at)?, |u| u.form == Form::Sign),
        build: doubt::keep,
        fires: &[
            ("The bakery was sold for $1.2bn in March.", "$1.2bn = 1200000000 USD?"),
            ("Rent there is HK$ 9,500 a month.", "HK$ 9,500 = 9500 HKD / month"),
            ("Profit was €96 million a year earlier.", "€96 million = 96000000 EUR"),
            ("The cooperative paid $A3.75 for each lamb.", "$A3.75 = 3.75 AUD"),
            ("A loss of £1,234,567.89 was booked.", "£1,234,567.89 = 1234567.89 GBP"),
            ("A swing of -$5m followed.", "-$5m = -5000000 USD?"),
            ("They raised €2½ million.", "€2½ million = 2500000 EUR"),
            ("He owed ₹12,34,567 to the bank.", "₹12,34,567 = 1234567 INR"),
            ("The grant is $350-million over two years.", "$350-million = 350000000 USD?"),
            ("The flat is £850pcm and the bill £9.99pm.", "£850 = 850 GBP / pcm"),
            ("Her salary is $90,000 plus a car.", "$90,000 = 90000 USD?"),
            ("It cost £20-odd million.", "£20-odd million = 20000000 GBP about"),
        ],
        silent: &[
            "The singer Ke$ha played in May.",
            "Type $HOME to see the folder.",
            "She was $5th in the queue.",
            "See https://a.example/x?p=$5m for more.",
        ],
    }
}

/// "Rs 10 lakh", "RM120,000", "kr 500".
pub(super) fn mark_amount<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/mark-amount",
        what: "A short form before a number: \"Rs. 10 lakh\", \"RM120,000\", \"R1.2bn\".",
        pattern: |r, at| one(r, prefixed(r, at)?, |u| u.form == Form::Mark),
        build: doubt::keep,
        fires: &[
            ("The temple trust spent Rs. 10 lakh on lamps.", "Rs. 10 lakh = 1000000 INR?"),
            ("Flats there start at RM120,000.", "RM120,000 = 120000 MYR at_least"),
            ("The mine lost R1.2bn last year.", "R1.2bn = 1200000000 ZAR"),
        ],
        silent: &["She rides a K2 bicycle past R2 the robot.", "He read P5 and N3 aloud.", "The Rs and the Ts were unclear."],
    }
}

/// "CAD 3.03", "USD115".
pub(super) fn code_amount<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/code-amount",
        what: "An ISO code before a number: \"EUR 2 billion\", \"CHF19.90\".",
        pattern: |r, at| one(r, prefixed(r, at)?, |u| u.form == Form::Code),
        build: doubt::keep,
        fires: &[
            ("The bridge will cost EUR 2 billion.", "EUR 2 billion = 2000000000 EUR"),
            ("A ticket is CHF19.90 now.", "CHF19.90 = 19.9 CHF"),
            ("The mill owes TRY 4.5 million.", "TRY 4.5 million = 4500000 TRY"),
        ],
        silent: &["ALL 5 answers were wrong.", "TRY 3 of them.", "The TOP 10 list is out.", "Euro 2024 begins in June."],
    }
}

/// "50 million Canadian dollars", "500 pesetas".
pub(super) fn amount_name<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/amount-name",
        what: "A currency's name after a number in digits or words: \"half a billion dollars\", \"5,000 Swiss francs\".",
        pattern: |r, at| one(r, suffixed(r, at)?, |u| u.form == Form::Name),
        build: doubt::keep,
        fires: &[
            ("The mine cost half a billion dollars.", "half a billion dollars = 500000000 USD?"),
            ("The pier cost three and a half million euros.", "three and a half million euros = 3500000 EUR"),
            ("She paid 5,000 Swiss francs for the clock.", "5,000 Swiss francs = 5000 CHF"),
            ("The dam cost 50 million Canadian dollars.", "50 million Canadian dollars = 50000000 CAD"),
            ("The dam cost 150 million CFA francs.", "150 million CFA francs = 150000000 XOF?"),
            ("They built a 30-million-dollar pier.", "30-million-dollar = 30000000 USD?"),
            ("The town borrowed 100 trillion won.", "100 trillion won = 100000000000000 KRW"),
            ("He owed two hundred and ten thousand pounds.", "two hundred and ten thousand pounds = 210000 GBP?"),
            ("The roof took a quarter of a million pounds.", "a quarter of a million pounds = 250000 GBP?"),
        ],
        silent: &[
            "The dollar rose and the yen fell.",
            "He weighs 120 pounds.",
            "Some 8,000 pounds of gravel fell.",
            "In 2004 won by the home side.",
            "She got full marks.",
            "A 450-pound bear was seen.",
            "The team has 12 won games.",
        ],
    }
}

/// "40 million USD", "115EUR".
pub(super) fn amount_code<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/amount-code",
        what: "An ISO code after a number: \"75 million USD\", \"115EUR\", \"twenty MUSD\".",
        pattern: |r, at| one(r, suffixed(r, at)?, |u| u.form == Form::Code),
        build: doubt::keep,
        fires: &[
            ("Norbank lent 40 million USD.", "40 million USD = 40000000 USD"),
            ("Each paid 115EUR.", "115EUR = 115 EUR"),
            ("The total was twenty MUSD.", "twenty MUSD = 20000000 USD"),
        ],
        silent: &["He won 10 ALL told.", "They sent 3 USB sticks."],
    }
}

/// "10$", "20 €", "1 RM".
pub(super) fn amount_symbol<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/amount-symbol",
        what: "A currency sign or short form after a number: \"20€\", \"10k$\", \"500 kr\".",
        pattern: |r, at| one(r, suffixed(r, at)?, |u| matches!(u.form, Form::Sign | Form::Mark)),
        build: doubt::keep,
        fires: &[
            ("Entry is 20€ for adults.", "20€ = 20 EUR"),
            ("He bet 10k$ on it.", "10k$ = 10000 USD?"),
            ("The coat costs 500 kr.", "500 kr = 500 SEK?"),
        ],
        silent: &["In 2019 $ signs were everywhere.", "It is 6 Ft wide."],
    }
}

/// "85 cents", "470p".
pub(super) fn amount_part<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/amount-part",
        what: "A part of a currency after a number: \"85 cents\", \"142.9p\", \"12-cent\", \"76 cents US\".",
        pattern: |r, at| one(r, suffixed(r, at)?, |u| u.form == Form::Part),
        build: doubt::keep,
        fires: &[
            ("A stamp costs 85 cents.", "85 cents = 0.85 USD?"),
            ("Petrol is 142.9p a litre.", "142.9p = 1.429 GBP / litre"),
            ("The board set a 12-cent dividend.", "12-cent = 0.12 USD?"),
            ("The stock fell to 318.25 pence.", "318.25 pence = 3.1825 GBP"),
            ("A bun was ten kopecks.", "ten kopecks = 0.1 RUB"),
        ],
        silent: &[
            "She bought a 1080p screen.",
            "The ferry sails at 7 p.m. today.",
            "The rapper 50 Cent sang.",
            "Growth was 5 per cent.",
            "Read it at https://bit.ly/5p today.",
        ],
    }
}

/// "20 dollars 43 cents".
pub(super) fn compound<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/compound",
        what: "A main unit and its parts: \"20 dollars 43 cents\", \"five pounds and 20 pence\".",
        pattern: |r, at| {
            let main = suffixed(r, at).or_else(|| prefixed(r, at)).filter(|s| s.unit.is_some_and(|u| u.factor.is_integer()))?;
            let named = main.unit.is_some_and(|u| u.form == Form::Name);
            let and = r.is(main.end, words!["and"]);
            let next = main.end + usize::from(and || named && r.mark(main.end, |c| c == ','));
            if main.prefixed && !and || main.quantity.scaled() || main.quantity.decimals > 0 {
                return None;
            }
            let Some(part) = suffixed(r, next).filter(|s| !s.negative && s.unit.is_some_and(|u| u.form == Form::Part)) else {
                return if named { hundredths(r, main, next) } else { None };
            };
            let (unit, small) = (main.unit?, part.unit?);
            let code = unit.shared(&small)?;
            let amount = main.value()?.checked_add(part.value()?.checked_mul(small.factor)?)?;
            if part.quantity.value? * small.factor >= rust_decimal::Decimal::ONE {
                return None;
            }
            let unit = Unit { doubt: false, ..if small.told || unit.told { unit.narrowed(code) } else { unit } };
            Draft::new(r, main.first, part.end, unit, Some(amount), part.quantity)
        },
        build: |_, draft| Some(draft),
        fires: &[
            ("The bill came to 20 dollars 43 cents.", "20 dollars 43 cents = 20.43 USD?"),
            ("He paid five pounds and twenty pence.", "five pounds and twenty pence = 5.2 GBP?"),
        ],
        silent: &["It rose 20 dollars, not cents.", "They cost 5 dollars and 10 euros."],
    }
}

/// "20 rupees 43": a main unit with hundredths that carry no name, nothing after them.
fn hundredths(r: &Reading, main: Side, next: usize) -> Option<Draft> {
    let part = super::draft::bare(r, next).filter(|p| p.quantity.digits && !r.glued(next))?;
    let small = r.digits(next).is_some_and(|d| d.len == 2 && d.decimals == 0) && part.end == next + 1;
    let ends = part.end == r.atoms.len() || r.mark(part.end, |c| matches!(c, '.' | ';' | '!' | '?'));
    if !small || !ends || r.mark(next - 1, |c| c == ',') {
        return None;
    }
    let amount = main.value()?.checked_add(part.quantity.value? / rust_decimal::Decimal::ONE_HUNDRED)?;
    Draft::new(r, main.first, part.end, main.unit?, Some(amount), part.quantity)
}

/// "a dollar", "a penny".
pub(super) fn one_unit<'r>() -> MoneyRule<'r> {
    Rule {
        id: "money/one-unit",
        what: "\"a dollar\" or \"a penny\" where it is an amount: after a change, a price verb or a preposition of price.",
        pattern: |r, at| {
            if !r.is(at, words!["a"]) || !r.is_word(at + 1) {
                return None;
            }
            let unit = unit::named(r, at + 1)?;
            if !matches!(unit.form, Form::Name | Form::Part) || r.text(unit.end - 1).ends_with('s') && unit.form == Form::Name {
                return None;
            }
            doubt::single_amount(r, at, &unit).then_some(())?;
            let quantity = super::quantity::Quantity {
                first: at,
                end: at + 1,
                value: Some(rust_decimal::Decimal::ONE),
                raw: rust_decimal::Decimal::ONE,
                scale: rust_decimal::Decimal::ONE,
                digits: false,
                decimals: 0,
                grouped: false,
                article: true,
                vague: false,
                continental: false,
            };
            Draft::new(r, at, unit.end, Unit { doubt: false, ..unit }, quantity.value, quantity)
        },
        build: |_, draft| Some(draft),
        fires: &[
            ("Shares rose a penny to 80p.", "a penny = 0.01 GBP?"),
            ("Many live on less than a dollar a day.", "a dollar = 1 USD? less_than / day"),
        ],
        silent: &["She never earned a penny from it.", "It was quoted with a dollar at par.", "They strip a dollar bill of its ink."],
    }
}

fn one(r: &Reading, side: Side, wanted: fn(&Unit) -> bool) -> Option<Draft> {
    let unit = side.unit.filter(wanted)?;
    Draft::new(r, side.first, side.end, unit, Some(side.value()?), side.quantity)
}
