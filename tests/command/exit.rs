//! Exit codes: 0 ran, 1 some input could not be read, 2 wrong usage.

use super::{fed, fixture};

#[test]
fn exit_codes_and_messages() {
    let article = fixture("council.txt");
    let article = article.as_str();
    // Arguments, standard input, exit code, what standard error holds.
    #[rustfmt::skip]
    let cases: &[(&[&str], &str, i32, &str)] = &[
        (&[article],                                     "",      0, ""),
        (&[],                                            "",      0, ""),
        (&["-"],                                         "Ann.",  0, ""),
        (&["--input", "text", "-f", "json"],             "",      0, ""),
        (&["--version"],                                 "",      0, ""),
        (&["--help"],                                    "",      0, ""),
        (&["no/such/file.txt"],                          "",      1, "nutgraf: no/such/file.txt: No such file"),
        (&["no/such/file.txt", article],                 "",      1, "nutgraf: no/such/file.txt: No such file"),
        (&["no/such/file.txt", "--quiet"],               "",      1, "nutgraf: no/such/file.txt: No such file"),
        (&["missing\u{1b}[31m\nfile"],                   "",      1, "nutgraf: missing\u{fffd}[31m file: No such file"),
        (&[""],                                          "",      2, "a value is required for '[FILE|DIR|-]...'"),
        (&["-i", "jsonl"],                               "x\n",   0, "nutgraf: -:1: the line is no JSON object"),
        (&["-i", "jsonl", "--quiet"],                    "x\n",   0, ""),
        (&["-i", "jsonl", "--strict"],                   "x\n",   1, "nutgraf: -:1: the line is no JSON object"),
        (&["-i", "jsonl", "--strict", "--quiet"],        "x\n",   1, "nutgraf: bad records: 1"),
        (&["--no-such-option"],                          "",      2, "unexpected argument"),
        (&["--format", "xml"],                           "",      2, "invalid value 'xml'"),
        (&["--format", "\u{1b}[31mx"],                   "",      2, "invalid value 'x'"),
        (&["--format", "tsv", "--only", "money,events"], "",      2, "a table has one list"),
        (&["--format"],                                  "",      2, "a value is required"),
        (&["--only", "names"],                           "",      2, "invalid value 'names'"),
        (&["--published", "3 May 2025"],                 "",      2, "no date of the form YYYY-MM-DD"),
        (&["--published", "2025-02-30"],                 "",      2, "no date of the form YYYY-MM-DD"),
        (&["--encoding", "klingon"],                     "",      2, "WHATWG"),
        (&["--jobs", "0"],                               "",      2, "0 is not in 1..=512"),
        (&["--quiet", "--verbose"],                      "",      2, "cannot be used with"),
    ];
    for (args, input, code, err) in cases {
        let ran = fed(args, *input);
        assert_eq!(ran.code, *code, "{args:?}: {}", ran.err);
        assert!(ran.err.contains(err) && (ran.err.is_empty() == err.is_empty()), "{args:?}: {:?}", ran.err);
        assert!(!ran.err.contains('\u{1b}'), "{args:?}: {:?}", ran.err);
    }
}

#[test]
fn no_input_at_all_is_no_output() {
    for format in ["summary", "json", "jsonl", "tsv"] {
        for input in ["auto", "jsonl"] {
            let ran = fed(&["-f", format, "-i", input], "");
            assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{format}, {input}");
        }
    }
}

#[test]
fn what_can_be_read_is_read() {
    let article = fixture("council.txt");
    let ran = fed(&["-f", "jsonl", "no/such/file.txt", &article, "tests", "-"], "Ann Lee left.");
    assert_eq!(ran.code, 1);
    assert_eq!(super::lines(&ran.out).iter().map(|v| v["id"].clone()).collect::<Vec<_>>(), [article.as_str(), "-"]);
    assert!(ran.err.contains("nutgraf: tests: no article in this folder"), "{}", ran.err);
}

#[test]
fn files_that_are_no_text_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("page.txt");
    for (bytes, why) in
        [(&b"%PDF-1.7\n"[..], "a PDF document"), (b"\x1f\x8b\x08\0", "gzip"), (b"A\0n\0n\0", "--encoding utf-16le"), (&[0; 99], "not text")]
    {
        std::fs::write(&path, bytes).unwrap();
        let ran = fed(&[path.to_str().unwrap()], "");
        assert_eq!(ran.code, 1);
        assert!(ran.err.contains(why) && ran.out.is_empty(), "{}", ran.err);
    }
}

#[test]
fn a_page_is_read_with_a_warning() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("page.html");
    std::fs::write(&path, "<p>Ann Lee left.</p>").unwrap();
    let warned = |args: &[&str]| fed(&[args, &[path.to_str().unwrap()]].concat(), "").err.contains("HTML is read as plain text");
    assert!(warned(&[]) && !warned(&["--quiet"]) && !warned(&["--input", "text"]));
}

#[test]
fn encodings() {
    // Bytes, --encoding, the text, whether a warning is due.
    #[rustfmt::skip]
    let cases: &[(&[u8], &str, &str, bool)] = &[
        ("“Zoë”".as_bytes(),            "auto",         "“Zoë”", false),
        (b"\xef\xbb\xbfZo\xc3\xab",     "auto",         "Zoë",   false),
        (b"\xff\xfeZ\0o\0\xeb\0",       "auto",         "Zoë",   false),
        (b"\x93Zo\xeb\x94",             "auto",         "“Zoë”", true),
        (b"\x93Zo\xeb\x94",             "windows-1252", "“Zoë”", false),
        (b"Z\0o\0\xeb\0",               "utf-16le",     "Zoë",   false),
        (b"Zo\xeb",                     "utf-8",        "Zo\u{fffd}", true),
    ];
    for (bytes, label, text, warned) in cases {
        let ran = fed(&["-i", "text", "-f", "jsonl", "--with-text", "--encoding", label], *bytes);
        let value = &super::lines(&ran.out)[0];
        assert_eq!(value["text"], *text, "{bytes:?} as {label}");
        assert_eq!((value["warnings"].as_array().unwrap().len() == 1, !ran.err.is_empty()), (*warned, *warned), "{bytes:?} as {label}");
    }
}
