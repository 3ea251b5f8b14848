//! Marks, keys and values that are known, joined when the program is compiled, so that they are written in one piece.

/// Of so many bytes the first ones.
pub struct Known<const N: usize> {
    pub(super) bytes: [u8; N],
    pub(super) len: u8,
}

impl<const N: usize> Known<N> {
    /// Some parts, one behind the other.
    pub const fn joined(parts: &[&str]) -> Self {
        let mut all = Known { bytes: [0; N], len: 0 };
        let mut part = 0;
        while part < parts.len() {
            let mut at = 0;
            while at < parts[part].len() {
                all.bytes[all.len as usize] = parts[part].as_bytes()[at];
                all.len += 1;
                at += 1;
            }
            part += 1;
        }
        all
    }
}
