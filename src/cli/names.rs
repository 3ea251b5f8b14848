//! The user's own names, from the files of `--lexicon`.

use std::path::PathBuf;
use std::sync::Arc;

use nutgraf::Names;

use super::messages::{Message, Weight};

/// Reads the tables; a later one wins. The error names the file, and the line if one is wrong.
pub fn read(paths: &[PathBuf]) -> Result<Option<Arc<Names>>, Message> {
    let mut all: Option<Names> = None;
    for path in paths {
        let error = |line: Option<usize>, text: String| Message {
            weight: Weight::Error,
            path: path.to_string_lossy().into(),
            line: line.map(|n| n as u64),
            text,
        };
        let text = std::fs::read_to_string(path).map_err(|e| error(None, e.to_string()))?;
        let names = Names::parse(&text).map_err(|(line, text)| error(Some(line), text))?;
        match &mut all {
            Some(all) => all.extend(names),
            None => all = Some(names),
        }
    }
    Ok(all.map(Arc::new))
}
