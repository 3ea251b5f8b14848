//! Tokens that begin outside ASCII: curly quotes, dashes, currency marks, emoji, words of other scripts.

use unicode_segmentation::UnicodeSegmentation;

use super::class;
use super::{Scanner, shape_of};
use crate::text::Shape;

/// Bytes that one word of another script, or one emoji, is looked for in.
const WINDOW: usize = 256;

impl Scanner<'_, '_> {
    /// Reads what begins with a character outside ASCII.
    pub(super) fn wide(&mut self, start: usize) -> usize {
        let c = self.char(start);
        let end = start + c.len_utf8();
        match c {
            '’' | '‘' | 'ʼ' => self.after_apostrophe(start, c.len_utf8()),
            '“' | '”' | '„' | '‟' | '«' | '»' | '‚' | '‛' | '‹' | '›' | '″' | '′' | '＂' => self.push_quote(start, end),
            '–' | '—' | '―' | '…' | '•' => {
                let run = self.slice(start, self.bytes.len());
                let len = run.len() - run.trim_start_matches(c).len();
                self.push_text(start, start + len)
            }
            _ if class::is_blank(c) => {
                self.space = true;
                end
            }
            _ if class::in_word(c) => {
                let run = self.wide_run(start, start);
                self.follow(start, run)
            }
            _ if c.is_alphanumeric() => self.other_script(start),
            _ => {
                let len = self.window(start).graphemes(true).next().map_or(c.len_utf8(), str::len);
                self.push_text(start, start + len)
            }
        }
    }

    /// A word of another script, cut where Unicode cuts it.
    fn other_script(&mut self, start: usize) -> usize {
        let segment = self.window(start).split_word_bounds().next().unwrap_or_default();
        let c = self.char(start);
        let end = start + segment.len().max(c.len_utf8());
        let mut shape = shape_of(self.slice(start, end));
        if shape.has(Shape::PUNCTUATION) {
            shape.clear(Shape::PUNCTUATION);
        }
        self.push(start, end, shape, self.look_up_text(start, end))
    }

    fn window(&self, start: usize) -> &str {
        let end = self.text.floor_char_boundary((start + WINDOW).min(self.bytes.len()));
        self.text.get(start..end).unwrap_or_default()
    }
}
