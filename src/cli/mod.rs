//! The command line: arguments, the run over inputs, exit codes.

mod args;

use std::io::{BufWriter, Write};
use std::process::ExitCode;

use clap::Parser;

/// Parses the command line and runs it.
pub fn main() -> ExitCode {
    let args = args::Args::parse();
    let options = args.options();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for path in &args.files {
        let text = std::fs::read_to_string(path).unwrap_or_default();
        let records = if args.input == args::Input::Jsonl { crate::reader::jsonl(&text) } else { vec![crate::reader::Record::text(path, text)] };
        for record in records {
            let options = nutgraf::Options { title: record.title, published: record.published, ..options.clone() };
            let mut analysis = nutgraf::analyze(&record.text, &options);
            analysis.id = record.id;
            if crate::print::json(&mut out, &analysis).and_then(|()| out.write_all(b"\n")).is_err() {
                return ExitCode::SUCCESS;
            }
        }
    }
    ExitCode::SUCCESS
}
