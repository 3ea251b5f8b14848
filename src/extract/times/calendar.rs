//! What a time expression means, and the date that it names on the day the article was written.

use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// Which of the periods of a kind: "last week", "this week", "next week", or none of these words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Last,
    This,
    Next,
    /// "on Tuesday", "in May": the tense decides.
    Bare,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Weekend,
    Month,
    Quarter,
    /// Spring 0, summer 1, autumn 2, winter 3.
    Season(i8),
    Year,
    Decade,
    Century,
}

/// The year that a quarter or season stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InYear {
    Named(i16),
    /// Years from this one.
    Offset(i16),
    Unsaid,
}

/// The part of a period that is meant ("the end of the year").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    Start,
    End,
}

/// What an expression means, before it is set against a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Day(Date),
    Days(Date, Date),
    /// Year and month.
    Month(i16, i8),
    Year(i16),
    /// First and last year.
    Years(i16, i16),
    /// Month and day, the year unsaid.
    MonthDay(i8, i8),
    /// Month, first and last day.
    MonthDays(i8, i8, i8),
    MonthOf(i8, Which),
    /// 1 is Monday.
    Weekday(i8, Which),
    /// Days from today.
    Offset(i32),
    Period(Unit, Which),
    /// That many units from now, negative before.
    Count(Unit, i32),
    /// The last (negative) or next so many units.
    Stretch(Unit, i32),
    QuarterOf(i8, InYear),
    HalfOf(i8, InYear),
    SeasonOf(i8, i16),
    /// A time of day, a feast without a fixed date, "a day after the vote".
    Unknown,
}

/// What is known when an expression is resolved.
#[derive(Clone, Copy, Debug)]
pub(super) struct Now {
    /// The day of writing.
    pub today: Option<Date>,
    /// Whether the verb speaks of what is to come.
    pub future: bool,
}

impl Meaning {
    /// The date as the contract writes it; `None` where it stays open.
    pub(super) fn resolve(self, part: Part, now: Now) -> Option<String> {
        let today = now.today;
        match self {
            Meaning::Day(date) => Some(date.to_string()),
            Meaning::Days(from, to) => Some(format!("{from}/{to}")),
            Meaning::Month(year, month) => Some(month_text(year, month)),
            Meaning::Year(year) => Some(match part {
                Part::Whole => year_text(year),
                Part::Start => month_text(year, 1),
                Part::End => month_text(year, 12),
            }),
            Meaning::Years(from, to) => Some(format!("{}/{}", year_text(from), year_text(to))),
            Meaning::MonthDay(month, day) => Some(nearest_day(today?, month, day, now.future)?.to_string()),
            Meaning::MonthDays(month, first, last) => {
                let from = nearest_day(today?, month, first, now.future)?;
                Some(format!("{from}/{}", Date::new(from.year(), month, last).ok()?))
            }
            Meaning::MonthOf(month, which) => month_of(today?, month, which, now.future),
            Meaning::Weekday(day, which) => Some(weekday(today?, day, which, now.future)?.to_string()),
            Meaning::Offset(days) => Some(shift(today?, i64::from(days).days())?.to_string()),
            Meaning::Period(unit, which) => period(today?, unit, which, part, now.future),
            Meaning::Count(unit, n) => count(today?, unit, n),
            Meaning::Stretch(unit, n) => stretch(today?, unit, n),
            Meaning::QuarterOf(quarter, year) => months(quarter * 3 - 2, 3, year, now),
            Meaning::HalfOf(half, year) => months(half * 6 - 5, 6, year, now),
            Meaning::SeasonOf(season, year) => Some(season_text(season, year)),
            Meaning::Unknown => None,
        }
    }

    /// Whether it names a day (or half of one) and so can take a time of day beside it.
    pub(super) const fn is_day(self) -> bool {
        matches!(self, Meaning::Day(_) | Meaning::MonthDay(..) | Meaning::Weekday(..) | Meaning::Offset(_))
    }
}

fn year_text(year: i16) -> String {
    format!("{year:04}")
}

fn month_text(year: i16, month: i8) -> String {
    format!("{year:04}-{month:02}")
}

fn shift(date: Date, span: Span) -> Option<Date> {
    date.checked_add(span).ok()
}

/// Of last year's, this year's and next year's, the nearest to today; the tense decides between two months' distance and more.
fn nearest_day(today: Date, month: i8, day: i8, future: bool) -> Option<Date> {
    let days = |d: Date| i64::from(d.since(today).map_or(i32::MAX, |s| s.get_days()));
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let all = years.iter().filter_map(|y| Date::new(*y, month, day).ok());
    all.min_by_key(|d| {
        let distance = days(*d);
        let wrong_side = if future { distance < 0 } else { distance > 0 };
        distance.abs() + if wrong_side { 120 } else { 0 }
    })
}

fn month_of(today: Date, month: i8, which: Which, future: bool) -> Option<String> {
    let (year, now) = (today.year(), today.month());
    let ahead = match which {
        Which::Last => return Some(month_text(if month < now { year } else { year - 1 }, month)),
        Which::Next => return Some(month_text(if month > now { year } else { year + 1 }, month)),
        Which::This => return Some(month_text(year, month)),
        Which::Bare => future,
    };
    let year = match (ahead, month.cmp(&now)) {
        (true, std::cmp::Ordering::Less) => year + 1,
        (false, std::cmp::Ordering::Greater) => year - 1,
        _ => year,
    };
    Some(month_text(year, month))
}

/// The nearest such day before (today counts), or after when the verb speaks of what is to come.
fn weekday(today: Date, day: i8, which: Which, future: bool) -> Option<Date> {
    let now = today.weekday().to_monday_one_offset();
    let back = (now - day).rem_euclid(7);
    let ahead = (day - now).rem_euclid(7);
    let days = match which {
        Which::Last => -if back == 0 { 7 } else { back },
        Which::Next => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        Which::This => day - now,
        Which::Bare if future => ahead,
        Which::Bare => -back,
    };
    shift(today, i64::from(days).days())
}

const fn steps(which: Which) -> i16 {
    match which {
        Which::Last => -1,
        Which::Next => 1,
        _ => 0,
    }
}

fn period(today: Date, unit: Unit, which: Which, part: Part, future: bool) -> Option<String> {
    let n = steps(which);
    match unit {
        Unit::Hour => None,
        Unit::Day => Some(shift(today, i64::from(n).days())?.to_string()),
        Unit::Week => {
            let monday = shift(today, (i64::from(n) * 7 + 1 - i64::from(today.weekday().to_monday_one_offset())).days())?;
            Some(format!("{monday}/{}", shift(monday, 6.days())?))
        }
        Unit::Weekend => {
            let day = match which {
                Which::Next => Which::Next,
                Which::This if future => Which::Bare,
                Which::Last => Which::Last,
                _ => Which::Bare,
            };
            let saturday = weekday(today, 6, day, future)?;
            Some(format!("{saturday}/{}", shift(saturday, 1.days())?))
        }
        Unit::Month => {
            let month = shift(today.first_of_month(), i64::from(n).months())?;
            Some(month_text(month.year(), month.month()))
        }
        Unit::Quarter => {
            let first = today.first_of_month();
            let into = i64::from((today.month() - 1) % 3);
            let first = shift(first, (i64::from(n) * 3 - into).months())?;
            let last = shift(first, 2.months())?;
            Some(format!("{}/{}", month_text(first.year(), first.month()), month_text(last.year(), last.month())))
        }
        Unit::Season(season) => {
            let first = season * 3 + 3;
            let begun = today.month() >= first;
            let year = match which {
                Which::Last if today.month() > first + 2 => today.year(),
                Which::Last => today.year() - 1,
                Which::Next => today.year() + i16::from(begun),
                Which::This => today.year(),
                Which::Bare if future => today.year() + i16::from(today.month() > first + 2),
                Which::Bare => today.year() - i16::from(!begun),
            };
            Some(season_text(season, year))
        }
        Unit::Year => Meaning::Year(today.year() + n).resolve(part, Now { today: None, future }),
        Unit::Decade => {
            let first = today.year() / 10 * 10 + n * 10;
            Some(format!("{}/{}", year_text(first), year_text(first + 9)))
        }
        Unit::Century => {
            let first = today.year() / 100 * 100 + n * 100;
            Some(format!("{}/{}", year_text(first), year_text(first + 99)))
        }
    }
}

fn season_text(season: i8, year: i16) -> String {
    let first = season * 3 + 3;
    let (last_year, last) = if first + 2 > 12 { (year + 1, first - 10) } else { (year, first + 2) };
    format!("{}/{}", month_text(year, first), month_text(last_year, last))
}

/// "two weeks ago", "in three months": as exact as the unit.
fn count(today: Date, unit: Unit, n: i32) -> Option<String> {
    let n = i64::from(n);
    match unit {
        Unit::Hour => (n.abs() < 24).then(|| today.to_string()),
        Unit::Day => Some(shift(today, n.days())?.to_string()),
        Unit::Week | Unit::Weekend => Some(shift(today, (n * 7).days())?.to_string()),
        Unit::Month | Unit::Quarter => {
            let day = shift(today.first_of_month(), (n * if unit == Unit::Quarter { 3 } else { 1 }).months())?;
            Some(month_text(day.year(), day.month()))
        }
        Unit::Season(_) => None,
        Unit::Year => Some(year_text(years(today, n)?)),
        Unit::Decade => Some(year_text(years(today, n * 10)?)),
        Unit::Century => Some(year_text(years(today, n * 100)?)),
    }
}

fn years(today: Date, n: i64) -> Option<i16> {
    i16::try_from(i64::from(today.year()) + n).ok().filter(|y| (1..=9999).contains(y))
}

/// "the past nine days", "the next four years".
fn stretch(today: Date, unit: Unit, n: i32) -> Option<String> {
    let n = i64::from(n);
    let other = match unit {
        Unit::Hour => today,
        Unit::Day => shift(today, n.days())?,
        Unit::Week | Unit::Weekend => shift(today, (n * 7).days())?,
        Unit::Month => shift(today, n.months())?,
        Unit::Quarter => shift(today, (n * 3).months())?,
        Unit::Season(_) => return None,
        Unit::Year => shift(today, n.years())?,
        Unit::Decade => shift(today, (n * 10).years())?,
        Unit::Century => shift(today, (n * 100).years())?,
    };
    let (from, to) = if other < today { (other, today) } else { (today, other) };
    match unit {
        Unit::Year | Unit::Decade | Unit::Century => Some(format!("{}/{}", year_text(from.year()), year_text(to.year()))),
        Unit::Month | Unit::Quarter => Some(format!("{}/{}", month_text(from.year(), from.month()), month_text(to.year(), to.month()))),
        _ => Some(format!("{from}/{to}")),
    }
}

/// Some months of a year that is named, counted from this one, or (unsaid) the nearest that has begun.
fn months(first: i8, length: i8, year: InYear, now: Now) -> Option<String> {
    let year = match year {
        InYear::Named(year) => year,
        InYear::Offset(n) => now.today?.year() + n,
        InYear::Unsaid => {
            let today = now.today?;
            match now.future {
                true => today.year() + i16::from(today.month() > first + length - 1),
                false => today.year() - i16::from(today.month() < first),
            }
        }
    };
    Some(format!("{}/{}", month_text(year, first), month_text(year, first + length - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(meaning: Meaning, future: bool) -> Option<String> {
        // A Friday.
        let now = Now { today: Date::new(2025, 5, 2).ok(), future };
        meaning.resolve(Part::Whole, now)
    }

    #[test]
    fn tense_decides_where_no_word_does() {
        for (meaning, past, future) in [
            (Meaning::Weekday(2, Which::Bare), "2025-04-29", "2025-05-06"),
            (Meaning::Weekday(5, Which::Bare), "2025-05-02", "2025-05-02"),
            (Meaning::MonthOf(9, Which::Bare), "2024-09", "2025-09"),
            (Meaning::MonthDay(12, 30), "2024-12-30", "2025-12-30"),
            (Meaning::QuarterOf(3, InYear::Unsaid), "2024-07/2024-09", "2025-07/2025-09"),
        ] {
            assert_eq!((at(meaning, false).as_deref(), at(meaning, true).as_deref()), (Some(past), Some(future)), "{meaning:?}");
        }
    }

    #[test]
    fn words_decide_whatever_the_tense() {
        for (meaning, date) in [
            (Meaning::Weekday(5, Which::Last), "2025-04-25"),
            (Meaning::Weekday(5, Which::Next), "2025-05-09"),
            (Meaning::Period(Unit::Week, Which::Last), "2025-04-21/2025-04-27"),
            (Meaning::Period(Unit::Month, Which::Next), "2025-06"),
            (Meaning::Period(Unit::Season(1), Which::Last), "2024-06/2024-08"),
            (Meaning::Count(Unit::Week, -2), "2025-04-18"),
            (Meaning::Count(Unit::Year, -10), "2015"),
            (Meaning::Stretch(Unit::Day, -9), "2025-04-23/2025-05-02"),
        ] {
            assert_eq!(at(meaning, true).as_deref(), Some(date), "{meaning:?}");
        }
    }

    #[test]
    fn nothing_relative_is_resolved_without_a_day() {
        let now = Now { today: None, future: false };
        assert_eq!(Meaning::Weekday(2, Which::Bare).resolve(Part::Whole, now), None);
        assert_eq!(Meaning::Month(2014, 5).resolve(Part::Whole, now).as_deref(), Some("2014-05"));
        assert_eq!(Meaning::Year(2014).resolve(Part::End, now).as_deref(), Some("2014-12"));
    }
}
