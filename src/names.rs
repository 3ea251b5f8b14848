//! The user's own names: a table of name, kind and canonical name that overrules the evidence.

use std::collections::HashMap;

use crate::analysis::ActorKind;

/// Names that a user brings, looked up by their text with case kept.
///
/// ```
/// let names = nutgraf::Names::parse("Norland Steel\torganization\tNorland Steel Corp\nOrla Quay\tplace").unwrap();
/// assert_eq!(names.len(), 2);
/// assert_eq!(nutgraf::Names::parse("Orla Quay\tharbour").unwrap_err().0, 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    entries: HashMap<String, Entry>,
    /// First words of the names, with the most words that a name from there has.
    first: HashMap<String, usize>,
}

/// What the user says of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub kind: ActorKind,
    /// The name that its actor goes by.
    pub canonical: String,
}

impl Names {
    /// Reads a table: `name TAB kind [TAB canonical name]` a line; blank lines and lines that begin with `#` are left out.
    ///
    /// Kinds are those of the output: person, organization, country, place, group.
    ///
    /// # Errors
    /// The number of the first line (from 1) that is no such row, and what is wrong with it.
    pub fn parse(text: &str) -> Result<Names, (usize, String)> {
        let mut names = Names::default();
        for (n, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            let line = line.trim_end_matches('\r');
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let mut cells = line.split('\t').map(str::trim);
            let name = cells.next().unwrap_or_default();
            let kind = cells.next().ok_or_else(|| (n + 1, "a row is name, kind and canonical name, with tabs between".to_string()))?;
            if name.is_empty() {
                return Err((n + 1, "the name is empty".to_string()));
            }
            let kind = kind_of(kind).ok_or_else(|| (n + 1, format!("no such kind: {kind:?} (person, organization, country, place or group)")))?;
            let canonical = cells.next().filter(|c| !c.is_empty()).unwrap_or(name);
            names.add(name, kind, canonical);
        }
        Ok(names)
    }

    /// Takes in the rows of another table; its rows win.
    pub fn extend(&mut self, other: Names) {
        for (name, entry) in other.entries {
            self.add(&name, entry.kind, &entry.canonical);
        }
    }

    /// How many names it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn add(&mut self, name: &str, kind: ActorKind, canonical: &str) {
        let words: Vec<&str> = name.split_whitespace().collect();
        let key = words.join(" ");
        let first = first_word(&key).to_string();
        let most = self.first.entry(first).or_default();
        *most = (*most).max(key.len());
        self.entries.insert(key, Entry { kind, canonical: canonical.to_string() });
    }

    /// Bytes of the longest name that begins with this word; 0 when none does.
    pub(crate) fn longest_from(&self, word: &str) -> usize {
        self.first.get(word).copied().unwrap_or(0)
    }

    /// What it says of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&Entry> {
        self.entries.get(name)
    }
}

/// The letters and digits that a name begins with: what any tokenizer's first token begins with too.
fn first_word(name: &str) -> &str {
    let end = name.char_indices().find(|(at, c)| *at > 0 && !c.is_alphanumeric()).map_or(name.len(), |(at, _)| at);
    &name[..end]
}

/// The first letters and digits of a token, as [`Names::longest_from`] wants them.
pub(crate) fn key_of(token: &str) -> &str {
    first_word(token)
}

fn kind_of(name: &str) -> Option<ActorKind> {
    Some(match name.to_ascii_lowercase().as_str() {
        "person" => ActorKind::Person,
        "organization" | "organisation" => ActorKind::Organization,
        "country" => ActorKind::Country,
        "place" => ActorKind::Place,
        "group" => ActorKind::Group,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Names;
    use crate::analysis::ActorKind;
    use crate::{Options, analyze};

    #[test]
    fn wrong_rows_name_their_line() {
        assert_eq!(Names::parse("# mine\n\nAcme\torganization\nOrla").unwrap_err().0, 4);
        assert_eq!(Names::parse("Acme\tfirm").unwrap_err().0, 1);
        assert_eq!(Names::parse("\tperson").unwrap_err().0, 1);
    }

    #[test]
    fn names_of_the_user_overrule_the_evidence() {
        let names = Names::parse("Paris\torganization\tParis Brewing Co.\nred lantern\tgroup").unwrap();
        let options = Options { names: Some(Arc::new(names)), ..Options::default() };
        let actors = analyze("The mayor said Paris would close its plant. The red lantern marched in Lyon.", &options).actors.unwrap();
        let brewer = actors.iter().find(|a| a.name == "Paris Brewing Co.").expect("the user's name");
        assert_eq!((brewer.kind, brewer.mentions[0].text.as_str()), (ActorKind::Organization, "Paris"));
        assert!(actors.iter().any(|a| a.name == "red lantern" && a.kind == ActorKind::Group));
    }
}
