//! JSON Lines: one line in, one line out, whatever is in it.

use super::{fed, lines};
use serde_json::{Value, json};

const JSONL: &[&str] = &["--input", "jsonl", "--format", "jsonl"];

#[test]
fn one_line_in_one_line_out() {
    // A line, and the id or the error code that comes out.
    #[rustfmt::skip]
    let cases: &[(&str, Value, Option<&str>)] = &[
        (r#"{"id":"a","text":"Ann Lee left."}"#,                    json!("a"), None),
        (r#"{"text":"Ann Lee left."}"#,                             Value::Null, None),
        (r#"{"id":"","text":""}"#,                                  json!(""), None),
        (r#"{"id":9007199254740993,"text":"Ann Lee left."}"#,       json!(9007199254740993_i64), None),
        (r#"{"id":-1,"text":"Ann \ud83d\ude00 left."}"#,            json!(-1), None),
        (r#"{"id":"x\n\"\t","text":"Ann left."}"#,                  json!("x\n\"\t"), None),
        (r#" { "text" : "Ann left." , "id" : "b", "x": [1] } "#,    json!("b"), None),
        ("{\"id\":\"u\",\"text\":\"A\u{2028}B\u{85}C said so.\"}",  json!("u"), None),
        (r#"{"id":"b","body":"x"}"#,                                json!("b"), Some("no_text")),
        (r#"{"id":"b","text":null}"#,                               json!("b"), Some("no_text")),
        (r#"{"id":"b","text":["Ann left."]}"#,                      json!("b"), Some("no_text")),
        (r#"{"id":{"a":1},"text":"Ann left."}"#,                    Value::Null, Some("bad_id")),
        (r#"{"id":"b","text":"Ann le"#,                             Value::Null, Some("not_json")),
        (r#"{"id":"b","text":"Ann left."} xyz"#,                    Value::Null, Some("not_json")),
        (r#"["Ann left."]"#,                                        Value::Null, Some("not_json")),
        ("Ann left.",                                               Value::Null, Some("not_json")),
    ];
    let input = cases.iter().map(|(line, ..)| format!("{line}\n")).collect::<String>();
    let ran = fed(JSONL, input);
    assert_eq!(ran.code, 0);
    let out = lines(&ran.out);
    assert_eq!(out.len(), cases.len());
    for (n, (value, (line, id, code))) in out.iter().zip(cases).enumerate() {
        assert_eq!(value["id"], *id, "{line}");
        assert_eq!(value["error"]["code"].as_str(), *code, "{line}");
        assert_eq!(value["line"].as_u64(), code.map(|_| n as u64 + 1), "{line}");
    }
}

#[test]
fn integers_of_any_size_come_back_digit_for_digit() {
    let ran = fed(JSONL, r#"{"id":123456789012345678901234567890,"text":"Ann left."}"#);
    assert!(ran.out.starts_with(r#"{"schema_version":1,"id":123456789012345678901234567890,"#), "{}", ran.out);
}

#[test]
fn blank_lines_are_no_records_but_count_as_lines() {
    let ran = fed(JSONL, "\n  \r\n{\"id\":1,\"text\":\"Ann left.\"}\r\n\nx");
    let out = lines(&ran.out);
    assert_eq!(out.len(), 2);
    assert_eq!((&out[0]["id"], &out[1]["line"]), (&json!(1), &json!(5)));
    assert!(ran.err.contains("nutgraf: -:5: "));
}

#[test]
fn byte_order_marks_stand_before_records() {
    let ran = fed(JSONL, "\u{feff}{\"id\":1,\"text\":\"Ann left.\"}\n\u{feff}{\"id\":2,\"text\":\"Bo came.\"}\n");
    assert_eq!(lines(&ran.out).iter().map(|v| v["length"].as_u64()).collect::<Vec<_>>(), [Some(9), Some(8)]);
}

#[test]
fn content_tells_records_from_an_article() {
    let auto = |input: &str| lines(&fed(&["-f", "jsonl"], input).out);
    assert_eq!(auto("{\"id\":1,\"text\":\"Ann left.\"}\n{\"id\":2}\n").len(), 2);
    assert_eq!(auto("{Editor's note: corrected.} Ann Lee left.\n\nShe came back.")[0]["id"], "-");
    assert_eq!(auto("Ann Lee left.")[0]["length"], 13);
}

#[test]
fn a_record_brings_its_title_and_its_date() {
    let ran = fed(JSONL, r#"{"title":"Mayor leaves","published":"2025-05-03T08:00:00Z","text":"Ann Lee left."}"#);
    let value = &lines(&ran.out)[0];
    assert_eq!((&value["title"], &value["published"]), (&json!("Mayor leaves"), &json!("2025-05-03")));
}

#[test]
fn a_flood_of_bad_records_is_counted_not_listed() {
    let ran = fed(JSONL, "x\n".repeat(1000));
    assert_eq!(lines(&ran.out).len(), 1000);
    assert_eq!(ran.err.lines().count(), 21);
    assert!(ran.err.ends_with("nutgraf: 1000 bad records in all, the first 20 are named\n"));
}

#[test]
fn a_record_longer_than_the_limit_is_passed_over() {
    let input = format!("{{\"id\":1,\"text\":\"{}\"}}\n{{\"id\":2,\"text\":\"Ann left.\"}}\n", "Ann left. ".repeat(3_400_000));
    let ran = fed(JSONL, input);
    let out = lines(&ran.out);
    assert_eq!((&out[0]["error"]["code"], &out[1]["id"]), (&json!("too_long"), &json!(2)));
}

#[test]
fn jobs_change_no_byte() {
    let line = |n: usize| match n % 7 {
        3 => "bad\n".to_string(),
        _ => format!("{{\"id\":{n},\"text\":\"{}\"}}\n", "Mayor Ann Lee said on Monday the city would pay $4 million. ".repeat(n % 30)),
    };
    let input = (0..300).map(line).collect::<String>();
    let one = fed(&[JSONL, &["--jobs", "1"]].concat(), input.clone());
    for jobs in ["2", "5"] {
        let many = fed(&[JSONL, &["--jobs", jobs]].concat(), input.clone());
        assert!(one.out == many.out && one.err == many.err, "{jobs} threads");
    }
}
