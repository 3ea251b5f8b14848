//! The articles under a folder, in sorted order.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Extensions of the files that a walk takes up.
pub const EXTENSIONS: &[&str] = &["txt", "md", "html", "htm", "jsonl", "ndjson"];

/// Walks a folder: every entry of a folder in the order of its name's bytes, hidden ones and linked folders left out.
///
/// Holds the names of the folders on the way down, never all files.
pub struct Walk {
    /// What is still to be visited, last first.
    open: Vec<PathBuf>,
}

impl Walk {
    pub fn new(folder: &Path) -> Self {
        Walk { open: vec![folder.to_path_buf()] }
    }

    /// The wanted entries of a folder onto the stack.
    fn enter(&mut self, folder: &Path) -> io::Result<()> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            if !hidden && (entry.file_type()?.is_dir() || extension(&entry.path()).is_some_and(|e| EXTENSIONS.contains(&&*e))) {
                entries.push(entry.path());
            }
        }
        entries.sort_unstable();
        self.open.extend(entries.into_iter().rev());
        Ok(())
    }
}

impl Iterator for Walk {
    type Item = Result<PathBuf, (PathBuf, io::Error)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let path = self.open.pop()?;
            if !path.is_dir() {
                return Some(Ok(path));
            }
            if let Err(error) = self.enter(&path) {
                return Some(Err((path, error)));
            }
        }
    }
}

/// A path's extension in lower case.
pub fn extension(path: &Path) -> Option<String> {
    Some(path.extension()?.to_str()?.to_ascii_lowercase())
}
