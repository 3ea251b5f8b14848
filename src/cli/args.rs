//! The arguments, one definition for parsing, help, man page and completions.

use clap::{Parser, ValueEnum};
use nutgraf::text::OffsetUnit;
use nutgraf::{Only, Options};

/// Who acts, who said what, how much money and what happened in English news articles.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Args {
    /// Files and folders; "-" is standard input
    pub files: Vec<String>,
    /// What is printed
    #[arg(short, long, value_enum, default_value_t = Format::Summary)]
    pub format: Format,
    /// How input is read
    #[arg(short, long, value_enum, default_value_t = Input::Auto)]
    pub input: Input,
    /// Compute and print no more than these
    #[arg(long, value_enum, value_delimiter = ',')]
    pub only: Vec<Part>,
    /// Unit of every start and end in the output
    #[arg(long, value_enum, default_value_t = Offsets::Byte)]
    pub offsets: Offsets,
    /// Say of every finding which rule made it
    #[arg(long)]
    pub explain: bool,
    /// Put the analysed text in the JSON
    #[arg(long)]
    pub with_text: bool,
    /// Threads over documents
    #[arg(short, long)]
    pub jobs: Option<usize>,
}

/// Output formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Summary,
    Json,
    Jsonl,
}

/// Input formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Input {
    Auto,
    Text,
    Jsonl,
}

/// Lists of the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    Actors,
    Quotes,
    Money,
    Events,
    Sentences,
    Tokens,
}

/// Offset units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Offsets {
    Byte,
    Char,
    Utf16,
}

impl Args {
    /// What the library is asked for.
    pub fn options(&self) -> Options {
        let offsets = match self.offsets {
            Offsets::Byte => OffsetUnit::Byte,
            Offsets::Char => OffsetUnit::Char,
            Offsets::Utf16 => OffsetUnit::Utf16,
        };
        let mut only = if self.only.is_empty() { Only::default() } else { Only::NOTHING };
        for part in &self.only {
            match part {
                Part::Actors => only.actors = true,
                Part::Quotes => only.quotes = true,
                Part::Money => only.money = true,
                Part::Events => only.events = true,
                Part::Sentences => only.sentences = true,
                Part::Tokens => only.tokens = true,
            }
        }
        Options { only, offsets, explain: self.explain, with_text: self.with_text, ..Options::default() }
    }
}
