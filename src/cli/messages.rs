//! What goes to standard error: one line a message, safe for a terminal, never so many that they bury each other.

use std::fmt::Display;
use std::io::Write;

use crate::print::clean;

/// How many bad records are named; a file that is no JSON Lines at all has one a line.
const BAD_RECORDS_NAMED: u64 = 20;

/// How much is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loudness {
    /// Only what makes the exit code 1.
    Quiet,
    /// Warnings and bad records too.
    Normal,
    /// Every document too.
    Verbose,
}

/// One message about one place in the input.
#[derive(Debug)]
pub struct Message {
    pub weight: Weight,
    pub path: String,
    pub line: Option<u64>,
    pub text: String,
}

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    Error,
    BadRecord,
    Warning,
    Note,
}

/// Writes messages, counts what it holds back.
#[derive(Debug)]
pub struct Messages {
    loudness: Loudness,
    /// Whether bad records are what makes the exit code 1, so that they must not go unsaid.
    strict: bool,
    bad_records: u64,
}

impl Messages {
    pub fn new(loudness: Loudness, strict: bool) -> Self {
        Messages { loudness, strict, bad_records: 0 }
    }

    pub fn show(&mut self, message: &Message) {
        let wanted = match message.weight {
            Weight::Error => true,
            Weight::BadRecord => {
                self.bad_records += 1;
                self.loudness >= Loudness::Normal && self.bad_records <= BAD_RECORDS_NAMED
            }
            Weight::Warning => self.loudness >= Loudness::Normal,
            Weight::Note => self.loudness >= Loudness::Verbose,
        };
        if wanted {
            let place = message.line.map_or_else(|| message.path.clone(), |line| format!("{}:{line}", message.path));
            say(&format!("{place}: {}", message.text));
        }
    }

    /// Says how many bad records there were, when not all of them were named.
    pub fn close(&self) {
        if self.loudness >= Loudness::Normal && self.bad_records > BAD_RECORDS_NAMED {
            say(&format!("{} bad records in all, the first {BAD_RECORDS_NAMED} are named", self.bad_records));
        } else if self.loudness == Loudness::Quiet && self.strict && self.bad_records > 0 {
            say(&format!("bad records: {}", self.bad_records));
        }
    }
}

/// One line on standard error. A terminal that is gone is nobody to tell.
pub fn say(text: &dyn Display) {
    let line = format!("nutgraf: {}\n", clean(&text.to_string()));
    let _ = std::io::stderr().lock().write_all(line.as_bytes());
}
