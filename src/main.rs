//! The command: parse, run, exit code. Everything that reads, prints or knows of files is here, beside the pure library.

mod cli;
mod print;
mod reader;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::main()
}
