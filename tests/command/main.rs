//! The command from outside: what a user types, and what comes back.

mod exit;
mod help;
mod output;
mod readme;
mod records;
mod schema;
mod streams;

use assert_cmd::Command;

/// The command, in an environment that decides nothing.
fn nutgraf(args: &[&str]) -> Command {
    let mut command = Command::cargo_bin("nutgraf").expect("cargo built it");
    command.args(args).env_clear();
    command
}

/// A file of `fixtures/`.
fn fixture(name: &str) -> String {
    format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// What the command printed, with its exit code and what it said on standard error.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

fn ran(command: &mut Command) -> Ran {
    let output = command.output().expect("it runs");
    Ran {
        code: output.status.code().expect("no signal ended it"),
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("messages are UTF-8"),
    }
}

/// Runs the command with this on standard input.
fn fed(args: &[&str], input: impl Into<Vec<u8>>) -> Ran {
    ran(nutgraf(args).write_stdin(input))
}

/// The JSON values of each line.
fn lines(out: &str) -> Vec<serde_json::Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}
