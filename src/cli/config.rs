//! The arguments resolved against terminal and environment: what the rest of the command goes by.

use std::env;
use std::io::{IsTerminal, stdout};
use std::path::PathBuf;
use std::sync::Arc;

use clap::error::ErrorKind;
use clap::{CommandFactory, ValueEnum};
use nutgraf::text::OffsetUnit;
use nutgraf::{Names, Only, Options};

use super::args::{Args, Color, Format, Input, Offsets, Part};
use super::messages::Loudness;
use super::work::Work;
use crate::print::{self, Look};
use crate::reader::{Inputs, Kind};

/// Columns of the summary when it goes elsewhere than to a terminal.
const COLUMNS: usize = 80;

/// Widest and narrowest summary: longer lines are hard to read, in shorter ones nothing fits.
const COLUMNS_MOST: usize = 100;
const COLUMNS_LEAST: usize = 40;

/// One run.
pub struct Config {
    pub inputs: Inputs,
    pub work: Work,
    pub jobs: usize,
    pub output: Option<PathBuf>,
    pub loudness: Loudness,
}

impl Config {
    /// The error says what is wrong with arguments that are right one by one.
    pub fn new(mut args: Args, names: Option<Arc<Names>>) -> Result<Self, clap::Error> {
        let format = match args.format {
            Format::Summary => print::Format::Summary,
            Format::Json => print::Format::Json,
            Format::Jsonl => print::Format::Jsonl,
            Format::Tsv => print::Format::Tsv(table(&mut args)?),
        };
        let kind = match args.input {
            Input::Auto => Kind::Auto,
            Input::Text => Kind::Text,
            Input::Jsonl => Kind::Jsonl,
        };
        let loudness = match (args.quiet, args.verbose) {
            (true, _) => Loudness::Quiet,
            (_, true) => Loudness::Verbose,
            _ => Loudness::Normal,
        };
        let cores = || std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Config {
            work: Work {
                options: Options { names, ..options(&args, format) },
                format,
                look: look(&args),
                charset: args.encoding,
                strict: args.strict,
            },
            inputs: Inputs { paths: if args.files.is_empty() { vec!["-".into()] } else { args.files }, kind, charset: args.encoding },
            jobs: args.jobs.map_or_else(cores, usize::from),
            output: args.output,
            loudness,
        })
    }
}

/// The one list that a table is of; it is also all that is computed.
fn table(args: &mut Args) -> Result<&'static print::Table, clap::Error> {
    if args.only.is_empty() {
        args.only.push(Part::Actors);
    }
    let name = args.only[0].to_possible_value().map(|v| v.get_name().to_string());
    match print::TABLES.iter().find(|t| Some(t.list) == name.as_deref()) {
        Some(table) if args.only.iter().all(|part| *part == args.only[0]) => Ok(table),
        _ => Err(Args::command().error(ErrorKind::ArgumentConflict, "a table has one list: name one with --only")),
    }
}

/// What the library is asked for.
fn options(args: &Args, format: print::Format) -> Options {
    let offsets = match args.offsets {
        // The summary prints no offsets, but slices with them.
        _ if format == print::Format::Summary => OffsetUnit::Byte,
        Offsets::Byte => OffsetUnit::Byte,
        Offsets::Char => OffsetUnit::Char,
        Offsets::Utf16 => OffsetUnit::Utf16,
    };
    let mut only = if args.only.is_empty() { Only::default() } else { Only::NOTHING };
    for part in &args.only {
        match part {
            Part::Actors => only.actors = true,
            Part::Quotes => only.quotes = true,
            Part::Money => only.money = true,
            Part::Events => only.events = true,
            Part::Sentences => only.sentences = true,
            Part::Tokens => only.tokens = true,
        }
    }
    Options { only, offsets, published: args.published, explain: args.explain, with_text: args.with_text, ..Options::default() }
}

/// Width and colour of the summary.
fn look(args: &Args) -> Look {
    let terminal = args.output.is_none() && stdout().is_terminal();
    let allowed = || env::var_os("NO_COLOR").is_none_or(|v| v.is_empty()) && env::var_os("TERM").is_none_or(|t| t != "dumb");
    let color = match args.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => terminal && allowed(),
    };
    let width = terminal.then(terminal_size::terminal_size).flatten().map_or(COLUMNS, |(width, _)| usize::from(width.0));
    Look { color, width: width.clamp(COLUMNS_LEAST, COLUMNS_MOST) }
}
