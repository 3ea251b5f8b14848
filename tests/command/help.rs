//! Help, manual and completions: a change to them shows up in review.

use super::{fed, nutgraf, ran};

#[test]
fn help() {
    insta::assert_snapshot!("short", ran(nutgraf(&["-h"]).env("COLUMNS", "100")).out);
    insta::assert_snapshot!("long", ran(nutgraf(&["--help"]).env("COLUMNS", "100")).out);
}

#[test]
fn manual_and_completions_name_every_option() {
    let long = fed(&["--help"], "").out;
    let first = |l: &str| l.trim_start().starts_with('-').then(|| l.split_whitespace().find_map(|w| w.strip_prefix("--")).map(str::to_string))?;
    let options: Vec<_> = long.lines().filter_map(first).collect();
    assert!(options.len() > 15, "{options:?}");
    let manual = fed(&["--man"], "").out.replace('\\', "");
    assert!(manual.contains(".TH nutgraf 1"), "{manual}");
    for option in &options {
        assert!(manual.contains(&format!("--{option}")), "{option} is not in the manual");
    }
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = fed(&["--completions", shell], "").out;
        for option in &options {
            assert!(script.contains(option), "{option} is not completed in {shell}");
        }
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    assert_eq!(fed(&["-V"], "").out, concat!("nutgraf ", env!("CARGO_PKG_VERSION"), "\n"));
}
