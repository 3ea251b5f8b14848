//! What comes out, and where.

use super::{fed, fixture, lines, nutgraf, ran};
use serde_json::Value;

#[test]
fn json_is_one_object_or_one_array() {
    let (one, two) = (fixture("council.txt"), fixture("court.txt"));
    let json = |args: &[&str]| serde_json::from_str::<Value>(&fed(args, "").out).expect("one JSON value");
    assert!(json(&["-f", "json", &one]).is_object());
    let both = json(&["-f", "json", &one, &two]);
    assert_eq!(both.as_array().unwrap().iter().map(|v| v["id"].as_str().unwrap()).collect::<Vec<_>>(), [one.as_str(), two.as_str()]);
    assert_eq!(json(&["-f", "json", &one, "no/such/file"]).as_array().unwrap().len(), 1);
}

#[test]
fn a_folder_is_walked_in_order() {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("b.txt", "Bo left."),
        ("a/z.md", "Zoe left."),
        ("a/c.jsonl", "{\"id\":\"record\",\"text\":\"Cy left.\"}\n"),
        ("c.pdf", "no article"),
        (".hidden.txt", "no article"),
    ] {
        let path = dir.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let ran = ran(nutgraf(&["-f", "jsonl", "."]).current_dir(&dir));
    assert_eq!(lines(&ran.out).iter().map(|v| v["id"].clone()).collect::<Vec<_>>(), ["record", "./a/z.md", "./b.txt"]);
}

#[test]
fn only_what_is_asked_for_is_printed() {
    let article = fixture("council.txt");
    let keys = |only: &str| {
        let value = lines(&fed(&["-f", "jsonl", "--only", only, &article], "").out).remove(0);
        ["actors", "quotes", "money", "events", "sentences", "tokens"].into_iter().filter(|k| value.get(k).is_some()).collect::<Vec<_>>().join(",")
    };
    assert_eq!(keys("money"), "money");
    assert_eq!(keys("tokens,quotes"), "quotes,tokens");
    assert_eq!(keys("actors,quotes,money,events,sentences"), "actors,quotes,money,events,sentences");
}

#[test]
fn a_table_has_a_header_and_rows_of_its_width() {
    let (one, two) = (fixture("council.txt"), fixture("british-style.txt"));
    for list in ["actors", "quotes", "money", "events", "sentences", "tokens"] {
        let out = fed(&["-f", "tsv", "--only", list, &one, &two], "").out;
        let rows: Vec<Vec<_>> = out.lines().map(|row| row.split('\t').collect()).collect();
        assert!(rows[0][0] == "document" && rows.iter().all(|row| row.len() == rows[0].len()), "{list}: {out}");
        assert_eq!(rows.iter().filter(|row| row[0] == "document").count(), 1);
    }
    let tokens = fed(&["-f", "tsv", "--only", "tokens"], "=1+1").out;
    assert!(tokens.lines().skip(1).all(|row| row.split('\t').all(|cell| cell == "-" || !cell.starts_with(['=', '+']))), "{tokens}");
}

#[test]
fn a_file_appears_when_it_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    let target = dir.path().join("out.json");
    std::fs::write(&target, "old").unwrap();
    let article = fixture("council.txt");
    let ran = fed(&["-f", "json", "-o", target.to_str().unwrap(), &article], "");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert!(serde_json::from_str::<Value>(&std::fs::read_to_string(&target).unwrap()).unwrap().is_object());
    assert_eq!(std::fs::read_dir(&dir).unwrap().count(), 1, "nothing is left beside it");

    let nowhere = dir.path().join("no/such/folder/out.json");
    let ran = fed(&["-o", nowhere.to_str().unwrap(), &article], "");
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("nutgraf: output: "), "{}", ran.err);
}

#[test]
fn the_summary_is_coloured_when_it_is_told_to() {
    let article = fixture("council.txt");
    let summary = |args: &[&str]| fed(&[args, &[article.as_str()]].concat(), "").out;
    assert!(!summary(&[]).contains('\u{1b}'), "no terminal, no colour");
    assert!(!summary(&["--color", "never"]).contains('\u{1b}'));
    let colored = summary(&["--color", "always"]);
    assert!(colored.contains("\u{1b}[1m"));
    assert!(summary(&[]).lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn control_characters_never_reach_the_summary() {
    let odd = "\u{1b}]0;pwned\u{7} \u{9b}31m \u{202e} \u{7f} \r";
    let text = format!("“Wait {odd} now,” said Ann {odd} Lee of {odd} Springfield, who paid ${odd}5 million{odd}.");
    let record = serde_json::json!({"id": odd, "title": odd, "text": text});
    for color in ["always", "never"] {
        let ran = fed(&["-i", "jsonl", "--color", color], record.to_string());
        let out =
            ran.out.replace("\u{1b}[0m", "").replace("\u{1b}[1m", "").replace("\u{1b}[2m", "").replace("\u{1b}[36m", "").replace("\u{1b}[33m", "");
        assert!(!out.contains(|c: char| c.is_control() && c != '\n') && !out.contains('\u{202e}'), "{out:?}");
    }
    let ran = fed(&["-i", "jsonl", "-f", "jsonl", "--with-text"], record.to_string());
    assert!(!ran.out.trim_end().contains(char::is_control), "JSON escapes them");
    assert_eq!(lines(&ran.out)[0]["text"], text);
}

#[test]
fn the_users_own_names_are_found() {
    let dir = tempfile::tempdir().unwrap();
    let table = dir.path().join("names.tsv");
    let text = "Output at quibblewick rose, quibblewick said.";
    std::fs::write(&table, "# our mines\nquibblewick\torganization\tQuibblewick Mining Corp\n").unwrap();
    let args = ["-f", "jsonl", "--only", "actors", "--lexicon", table.to_str().unwrap()];
    let actors = lines(&fed(&args, text).out)[0]["actors"].clone();
    assert_eq!((&actors[0]["name"], &actors[0]["kind"]), (&"Quibblewick Mining Corp".into(), &"organization".into()), "{actors}");

    std::fs::write(&table, "\n# our mines\nquibblewick\tmine\n").unwrap();
    let ran = fed(&args, text);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("names.tsv:3: no such kind"), "{}", ran.err);
    assert_eq!(fed(&["--lexicon", "no/such/file"], text).code, 2);
}

#[test]
fn verbose_names_every_document() {
    let article = fixture("council.txt");
    let ran = fed(&["-v", &article], "");
    assert!(ran.err.starts_with(&format!("nutgraf: {article}: ")) && ran.err.contains(" events"), "{}", ran.err);
}
