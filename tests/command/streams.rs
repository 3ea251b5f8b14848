//! Pipes and disks: early readers, full disks, writers that take their time.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Command, Stdio};

const RECORD: &str = "{\"id\":1,\"text\":\"Mayor Ann Lee said on Monday the city would pay $4 million.\"}\n";

fn start(args: &[&str], stdout: Stdio) -> std::process::Child {
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("nutgraf"));
    command.args(args).env_clear().stdin(Stdio::piped()).stdout(stdout).stderr(Stdio::piped()).spawn().expect("it starts")
}

/// Writes until the other side has had enough.
fn pour(child: &mut std::process::Child, records: usize) {
    let mut input = child.stdin.take().unwrap();
    for _ in 0..records {
        if input.write_all(RECORD.as_bytes()).is_err() {
            break;
        }
    }
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    for jobs in ["1", "2"] {
        let mut child = start(&["-i", "jsonl", "-f", "jsonl", "-j", jobs], Stdio::piped());
        drop(child.stdout.take());
        pour(&mut child, 20_000);
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]), "{jobs} threads");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    for (jobs, records) in [("1", 1), ("1", 5000), ("2", 5000)] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let mut child = start(&["-i", "jsonl", "-f", "jsonl", "-j", jobs], full.into());
        pour(&mut child, records);
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("nutgraf: output: No space left"), "{records} records, {jobs} threads");
    }
}

#[test]
fn results_do_not_wait_for_the_end_of_the_input() {
    for jobs in ["1", "2"] {
        let mut child = start(&["-i", "jsonl", "-f", "jsonl", "-j", jobs], Stdio::piped());
        let mut input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        input.write_all(RECORD.as_bytes()).unwrap();
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert!(line.starts_with("{\"schema_version\":1,\"id\":1,"), "{jobs} threads");
        drop(input);
        assert_eq!(output.read_to_string(&mut line).unwrap(), 0);
        assert!(child.wait().unwrap().success());
    }
}

/// A long article's output goes out before it is whole: it is the same, and a disk that fills up is said.
#[test]
fn a_long_article_goes_out_in_stretches() {
    let article = "Mayor Ann Lee said on Monday the city would pay $4 million. It bought \"Pier 9\".\n\n".repeat(8000);
    let run = |args: &[&str], stdout: Stdio| {
        let mut child = start(args, stdout);
        let _ = child.stdin.take().unwrap().write_all(article.as_bytes());
        child.wait_with_output().unwrap()
    };
    let values = ["jsonl", "json"].map(|format| {
        let output = run(&["-f", format], Stdio::piped());
        assert!(output.status.success() && output.stdout.len() > 4 << 20);
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    });
    assert_eq!(values[0], values[1]);
    assert_eq!(values[0]["money"].as_array().unwrap().len(), 8000);
    #[cfg(target_os = "linux")]
    for format in ["jsonl", "json"] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = run(&["-f", format], full.into());
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("nutgraf: output: No space left"), "{format}");
    }
}
