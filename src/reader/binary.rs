//! Tells files that are not text by their first bytes, before all of an endless device is read.

/// How many bytes of a file are looked at.
pub const HEAD: usize = 8 << 10;

/// One NUL in so many bytes is a file that is not text; a stray one is a slip in an article.
const NUL_SHARE: usize = 10;

/// First bytes of kinds of files that people hand to text tools by mistake.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ\0", "xz-compressed"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
];

/// Why these first bytes of a file are no text; `None` when they may be.
pub fn why_not_text(head: &[u8]) -> Option<String> {
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(format!("not read: it is {what}, not text"));
    }
    if head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff") {
        return None;
    }
    let nul_at = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (nul_at(0), nul_at(1));
    if (even + odd) * NUL_SHARE <= head.len() {
        return None;
    }
    // Latin text in UTF-16 has a NUL in every other byte.
    let halves = head.len() / 2;
    let label = match (even * 10 > halves * 8, odd * 10 > halves * 8) {
        (false, true) => "utf-16le",
        (true, false) => "utf-16be",
        _ => return Some("not read: it is not text".to_string()),
    };
    Some(format!("not read: it looks like UTF-16 without a byte order mark; --encoding {label} reads it"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_told_from_other_files() {
        for text in [&b""[..], b"Ann Lee left.", b"The \0 report said so.", b"\x1b", b"\xff\xfeA\0n\0n\0", "東京".as_bytes()] {
            assert_eq!(why_not_text(text), None, "{text:?}");
        }
        assert!(why_not_text(b"\x1f\x8b\x08").unwrap().contains("gzip"));
        assert!(why_not_text(&[0; 64]).unwrap().contains("not text"));
        assert!(why_not_text(b"A\0n\0n\0 \0l\0e\0f\0t\0").unwrap().contains("utf-16le"));
        assert!(why_not_text(b"\0A\0n\0n\0 \0l\0e\0f\0t").unwrap().contains("utf-16be"));
    }
}
