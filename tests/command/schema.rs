//! The schema is in step with the output: real output holds what it says, and nothing that it does not say.

use super::{fed, fixture, lines};
use serde_json::{Map, Value};

/// Where a value departs from the schema; keys that the schema does not name count.
struct Check<'s> {
    definitions: &'s Map<String, Value>,
    wrong: Vec<String>,
}

impl Check<'_> {
    fn check(&mut self, schema: &Value, value: &Value, at: &str) {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.strip_prefix("#/$defs/").expect("a local reference");
            let definition = self.definitions[name].clone();
            return self.check(&definition, value, at);
        }
        if let Some(choices) = schema["oneOf"].as_array().or(schema["anyOf"].as_array()) {
            let fits = |choice: &&Value| {
                let mut inner = Check { definitions: self.definitions, wrong: vec![] };
                inner.check(choice, value, at);
                inner.wrong
            };
            let all: Vec<_> = choices.iter().map(|c| fits(&c)).collect();
            if !all.iter().any(Vec::is_empty) {
                self.wrong.extend(all.into_iter().min_by_key(Vec::len).unwrap_or_default());
            }
            return;
        }
        if let Some(constant) = schema.get("const") {
            self.expect(constant == value, at, "another constant");
        }
        if let Some(values) = schema["enum"].as_array() {
            self.expect(values.contains(value), at, "a value that is not listed");
        }
        match &schema["type"] {
            Value::String(kind) => self.expect(is(kind, value), at, "another type"),
            Value::Array(kinds) => self.expect(kinds.iter().any(|k| is(k.as_str().unwrap(), value)), at, "another type"),
            _ => {}
        }
        if let (Some(properties), Some(object)) = (schema["properties"].as_object(), value.as_object()) {
            for name in schema["required"].as_array().into_iter().flatten() {
                self.expect(object.contains_key(name.as_str().unwrap()), at, &format!("no {name}"));
            }
            for (key, value) in object {
                match properties.get(key) {
                    Some(schema) => self.check(schema, value, &format!("{at}.{key}")),
                    None => self.wrong.push(format!("{at}: {key} is not in the schema")),
                }
            }
        }
        for (n, value) in value.as_array().into_iter().flatten().enumerate() {
            self.check(&schema["items"], value, &format!("{at}[{n}]"));
        }
    }

    fn expect(&mut self, fine: bool, at: &str, what: &str) {
        if !fine {
            self.wrong.push(format!("{at}: {what}"));
        }
    }
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => panic!("no type {kind}"),
    }
}

/// What the schema says is wrong with the output.
fn wrong(out: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(&fed(&["--schema"], "").out).expect("the schema is JSON");
    let mut check = Check { definitions: schema["$defs"].as_object().unwrap(), wrong: vec![] };
    for (n, value) in lines(out).iter().enumerate() {
        check.check(&schema, value, &format!("document {n}"));
    }
    check.wrong
}

#[test]
fn the_schema_is_in_step_with_the_output() {
    let all = "actors,quotes,money,events,sentences,tokens";
    let ran = fed(&["-f", "jsonl", "--explain", "--with-text", "--published", "2025-05-03", "--only", all, &fixture("")], "");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(wrong(&ran.out), [""; 0]);
    let ran = fed(&["-f", "jsonl", "-i", "jsonl"], "x\n{\"id\":7,\"text\":\"Ann Lee left.\"}\n{\"id\":8}\n{\"id\":[],\"text\":\"\"}\n");
    assert_eq!(wrong(&ran.out), [""; 0]);
}

#[test]
fn the_check_finds_what_is_wrong() {
    let good = lines(&fed(&["-f", "jsonl"], "Ann Lee left.").out).remove(0);
    for (key, value) in
        [("offsets", Value::from("line")), ("length", Value::Null), ("colour", Value::from("red")), ("sentences", serde_json::json!([{}]))]
    {
        let mut bad = good.clone();
        bad[key] = value;
        assert!(!wrong(&bad.to_string()).is_empty(), "{key}");
    }
}
