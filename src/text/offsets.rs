//! Offsets in other units than bytes, computed once at the edge.

/// The unit of every `start` and `end` in the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// Bytes of UTF-8: what Rust slices with.
    #[default]
    Byte,
    /// Unicode code points: what Python slices with.
    Char,
    /// UTF-16 code units: what JavaScript and Java slice with.
    Utf16,
}

/// Bytes of text between two remembered offsets: the most that one look-up has to walk.
const STEP: usize = 128;

/// Turns byte offsets of one text into another unit in constant time each.
pub struct OffsetMap<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// `marks[i]` = units before the first character boundary at or after byte `i * STEP`, with that boundary.
    marks: Vec<(u32, u32)>,
}

impl<'t> OffsetMap<'t> {
    /// Reads the text once; for bytes, and for text that is all ASCII, there is nothing to remember.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut marks = Vec::new();
        if unit != OffsetUnit::Byte && !text.is_ascii() {
            let mut units = 0;
            let mut at = 0;
            while at < text.len() {
                marks.push((units, at as u32));
                let end = text.ceil_char_boundary((marks.len() * STEP).min(text.len()));
                units += count(&text[at..end], unit);
                at = end;
            }
            marks.push((units, at as u32));
        }
        Self { text, unit, marks }
    }

    /// The byte offset `at` in this map's unit; `at` is a character boundary.
    #[inline]
    pub fn get(&self, at: u32) -> u32 {
        if self.marks.is_empty() { at } else { self.counted(at) }
    }

    fn counted(&self, at: u32) -> u32 {
        let (mut units, mut from) = self.marks[(at as usize / STEP).min(self.marks.len() - 1)];
        if from > at {
            (units, from) = self.marks[at as usize / STEP - 1];
        }
        units + count(&self.text[from as usize..at as usize], self.unit)
    }
}

fn count(text: &str, unit: OffsetUnit) -> u32 {
    let n = match unit {
        OffsetUnit::Byte => text.len(),
        OffsetUnit::Char => text.chars().count(),
        OffsetUnit::Utf16 => text.encode_utf16().count(),
    };
    n as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_maps_to_its_count() {
        let text = "“€5m — naïve 👍” ".repeat(40);
        for unit in [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16] {
            let map = OffsetMap::new(&text, unit);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(map.get(at as u32), count(&text[..at], unit), "{unit:?} at {at}");
            }
        }
    }
}
