//! What the README shows is what comes out: every `console` block is run. `UPDATE_README=1` writes what comes out into it.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
const OPEN: &str = "```console\n$ ";
const CLOSE: &str = "```\n";

/// Runs a line of shell in the project's folder with this build of the command on the path.
fn shell(line: &str) -> String {
    let binary = assert_cmd::cargo::cargo_bin("nutgraf");
    let folder = binary.parent().unwrap_or(Path::new(".")).display().to_string();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new("sh");
    command.args(["-c", line]).env("PATH", path).env("COLUMNS", "100").stdin(Stdio::null()).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.output().expect("there is a shell");
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

fn is_there(tool: &str) -> bool {
    Command::new(tool).arg("--version").output().is_ok()
}

#[test]
fn the_readme_shows_what_comes_out() {
    let readme = fs::read_to_string(README).unwrap();
    let mut parts = readme.split(OPEN);
    let mut actual = parts.next().unwrap_or_default().to_string();
    let mut count = 0;
    for part in parts {
        let (block, after) = part.split_once(CLOSE).expect("a block that opens is closed");
        let (line, shown) = block.split_once('\n').expect("a command is a line");
        let out = if line.contains("jq") && !is_there("jq") { shown.to_string() } else { shell(line) };
        actual += &format!("{OPEN}{line}\n{out}{CLOSE}{after}");
        count += 1;
    }
    assert!(count > 5, "the README shows {count} commands");
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(README, &actual).unwrap();
    }
    let differs = readme.lines().zip(actual.lines()).find(|(old, new)| old != new);
    assert!(readme == actual, "the README shows other output than comes out, first {differs:?}; UPDATE_README=1 brings it up to date");
}
