//! Folding for look-ups: lower case, straight apostrophes. The text itself is never changed.

/// Longest folded key in bytes; longer words are in no list.
const LIMIT: usize = 64;

/// A folded word on the stack.
pub struct Folded {
    bytes: [u8; LIMIT],
    len: usize,
}

impl Folded {
    /// The folded bytes (valid UTF-8).
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.len]
    }
}

/// Folds one word; `None` when it is longer than any key.
pub fn fold(word: &str) -> Option<Folded> {
    let mut out = Folded { bytes: [0; LIMIT], len: 0 };
    if word.is_ascii() {
        if word.len() > LIMIT {
            return None;
        }
        out.len = word.len();
        out.bytes[..word.len()].copy_from_slice(word.as_bytes());
        out.bytes[..word.len()].make_ascii_lowercase();
        return Some(out);
    }
    let mut push = |c: char| {
        let mut buffer = [0; 4];
        let encoded = c.encode_utf8(&mut buffer).as_bytes();
        let end = out.len + encoded.len();
        if end > LIMIT {
            return false;
        }
        out.bytes[out.len..end].copy_from_slice(encoded);
        out.len = end;
        true
    };
    for c in word.chars() {
        let fits = match c {
            '’' | '‘' | 'ʼ' => push('\''),
            '‐' | '‑' => push('-'),
            // Marks, which have no case.
            '\u{2000}'..='\u{206f}' => push(c),
            _ => c.to_lowercase().all(&mut push),
        };
        if !fits {
            return None;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_and_apostrophes_fold() {
        for (word, key) in [("U.S.", "u.s."), ("O’Hara", "o'hara"), ("ÉLYSÉE", "élysée"), ("İstanbul", "i̇stanbul")] {
            assert_eq!(fold(word).map(|f| String::from_utf8(f.as_bytes().to_vec()).unwrap()).as_deref(), Some(key));
        }
    }

    #[test]
    fn what_is_too_long_has_no_key() {
        assert!(fold(&"a".repeat(65)).is_none());
        assert!(fold(&"é".repeat(33)).is_none());
    }
}
