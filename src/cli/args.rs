//! The arguments: one definition for parsing, help, man page and completions.

use std::path::PathBuf;

use clap::{Parser, ValueEnum, ValueHint};
use clap_complete::Shell;
use jiff::civil::Date;

use crate::reader::Charset;

/// Who acts, who said what, how much money and what happened in English news articles.
///
/// Reads articles as plain text or as JSON Lines and prints what it found, each finding with its place in the text.
#[derive(Debug, Parser)]
#[command(name = "nutgraf", version, max_term_width = 100, after_help = EXIT_CODES)]
pub struct Args {
    /// Files and folders; "-" is standard input
    ///
    /// A folder is walked in sorted order for .txt .md .html .htm .jsonl .ndjson. Without FILE, standard input is read.
    #[arg(value_name = "FILE|DIR|-", value_hint = ValueHint::AnyPath)]
    pub files: Vec<PathBuf>,

    /// What is printed
    #[arg(short, long, value_enum, default_value_t = Format::Summary)]
    pub format: Format,

    /// How input is read
    #[arg(short, long, value_enum, default_value_t = Input::Auto)]
    pub input: Input,

    /// Compute and print no more than these lists
    ///
    /// Tokens are printed only when they are named here.
    #[arg(long, value_enum, value_name = "LIST,…", value_delimiter = ',')]
    pub only: Vec<Part>,

    /// Unit of every start and end in the output
    #[arg(long, value_enum, value_name = "UNIT", default_value_t = Offsets::Byte)]
    pub offsets: Offsets,

    /// Date that "on Tuesday" is resolved against, YYYY-MM-DD
    ///
    /// Without it the record's own date or the article's dateline counts; without any, no date is resolved. Today's never is.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub published: Option<Date>,

    /// Put the analysed text in the JSON
    #[arg(long)]
    pub with_text: bool,

    /// Say of every finding which rule made it, and from what
    #[arg(long)]
    pub explain: bool,

    /// Threads over documents [default: number of cores]
    ///
    /// The output is in the order of the input and the same for any number.
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=512))]
    pub jobs: Option<u16>,

    /// Write to this file, which appears when it is whole
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,

    /// Encoding of the input: a label of the WHATWG list, or auto
    ///
    /// "auto" goes by the byte order mark, else reads UTF-8, else repairs with a warning.
    #[arg(long, value_name = "LABEL", default_value = "auto")]
    pub encoding: Charset,

    /// Your own names: a table of name, kind and canonical name, with tabs between; may be given again
    ///
    /// Kinds are person, organization, country, place and group. Lines that begin with # are left out.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub lexicon: Vec<PathBuf>,

    /// Exit with 1 when a record of JSON Lines is bad
    #[arg(long)]
    pub strict: bool,

    /// When the summary is coloured
    ///
    /// "auto" colours on a terminal, unless NO_COLOR is set or TERM is dumb.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = Color::Auto)]
    pub color: Color,

    /// Say no more than what makes the exit code 1
    #[arg(short, long, conflicts_with = "verbose")]
    pub quiet: bool,

    /// Name every document on standard error
    #[arg(short, long)]
    pub verbose: bool,

    /// Print completions for a shell and exit
    #[arg(long, value_name = "SHELL", exclusive = true)]
    pub completions: Option<Shell>,

    /// Print the manual page and exit
    #[arg(long, exclusive = true)]
    pub man: bool,

    /// Print the JSON schema of the output and exit
    #[arg(long, exclusive = true)]
    pub schema: bool,
}

const EXIT_CODES: &str = "Exit code: 0 it ran, even if nothing was found; 1 some input could not be read or analysed (the rest was); 2 wrong usage.";

/// Output formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For eyes
    Summary,
    /// One document an object, several an array
    Json,
    /// One object a line
    Jsonl,
    /// A table of the list that --only names, of the actors without it
    Tsv,
}

/// Input formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Input {
    /// By extension, else by content
    Auto,
    /// One article
    Text,
    /// One article a line: {"text": …, "id": …, "title": …, "published": …}
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
    /// Bytes of UTF-8
    Byte,
    /// Code points, as Python slices
    Char,
    /// UTF-16 units, as JavaScript and Java slice
    Utf16,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

fn date(text: &str) -> Result<Date, String> {
    Some(text).filter(|t| t.len() == 10).and_then(|t| t.parse().ok()).ok_or_else(|| "no date of the form YYYY-MM-DD".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_holds_together() {
        Args::command().debug_assert();
    }
}
