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
