//! The command line: arguments, the run over inputs, exit codes.

mod args;
mod config;
mod exit;
mod messages;
mod names;
mod output;
mod run;
mod work;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::Args;
use config::Config;
use exit::Exit;
use messages::{Loudness, Messages, say};

/// Parses the command line and runs it.
pub fn main() -> ExitCode {
    let exit = match Args::try_parse() {
        Ok(args) => execute(args).unwrap_or_else(|error| output_failed(&error)),
        Err(error) => usage(&error),
    };
    exit.into()
}

fn execute(args: Args) -> io::Result<Exit> {
    if let Some(shell) = args.completions {
        let mut page = Vec::new();
        clap_complete::generate(shell, &mut Args::command(), "nutgraf", &mut page);
        return print(&page);
    }
    if args.man {
        let mut page = Vec::new();
        clap_mangen::Man::new(Args::command()).render(&mut page)?;
        return print(&page);
    }
    if args.schema {
        return print(crate::print::SCHEMA.as_bytes());
    }
    if args.files.is_empty() && io::stdin().is_terminal() {
        let _ = write!(io::stderr(), "{}", Args::command().render_help());
        return Ok(Exit::Usage);
    }
    let names = match names::read(&args.lexicon) {
        Ok(names) => names,
        Err(wrong) => {
            Messages::new(Loudness::Quiet, false).show(&wrong);
            return Ok(Exit::Usage);
        }
    };
    match Config::new(args, names) {
        Ok(config) => run::run(config),
        Err(error) => Ok(usage(&error)),
    }
}

fn print(page: &[u8]) -> io::Result<Exit> {
    let mut out = io::stdout().lock();
    out.write_all(page)?;
    out.flush()?;
    Ok(Exit::Ok)
}

/// A reader that leaves early is no error; a full disk is.
fn output_failed(error: &io::Error) -> Exit {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Exit::Ok;
    }
    say(&format!("output: {error}"));
    Exit::Trouble
}

/// Help and version, or what is wrong with the arguments; nothing of these reaches a terminal raw.
fn usage(error: &clap::Error) -> Exit {
    if !error.use_stderr() {
        return error.print().map_or_else(|e| output_failed(&e), |()| Exit::Ok);
    }
    let odd = |arg: std::ffi::OsString| arg.to_string_lossy().chars().any(char::is_control);
    if std::env::args_os().any(odd) {
        say(&error.render().to_string().trim_start_matches("error: ").trim_end());
    } else {
        let _ = error.print();
    }
    Exit::Usage
}
