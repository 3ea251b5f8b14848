//! Tokens that begin outside ASCII: curly quotes, dashes, currency marks, emoji, words of other scripts.

use unicode_segmentation::UnicodeSegmentation;

use super::class;
use super::{Scanner, shape_of};
use crate::lexicon::WordId;
use crate::text::Shape;
use crate::tokenizer::quotes::Mark;

/// Bytes that one word of another script, or one emoji, is looked for in.
const WINDOW: usize = 256;

/// The row of one of the marks that news is full of; letters are told apart from them by the first byte that they share.
fn mark_row(c: char) -> Option<WordId> {
    Some(match c {
        '“' => const { WordId::of_folded("“") },
        '”' => const { WordId::of_folded("”") },
        '’' | '‘' => const { WordId::of_folded("'") },
        '–' => const { WordId::of_folded("–") },
        '—' => const { WordId::of_folded("—") },
        '…' => const { WordId::of_folded("…") },
        _ => return None,
    })
}

impl Scanner<'_, '_> {
    /// Adds a mark outside ASCII that begins with this character.
    pub(super) fn push_wide_mark(&mut self, start: usize, end: usize, c: char) -> usize {
        match mark_row(c).filter(|_| c.len_utf8() == end - start) {
            Some(word) => self.push(start, end, Shape::PUNCTUATION.with(Shape::NON_ASCII), word),
            None => self.push_text(start, end),
        }
    }

    /// Reads what begins with a character outside ASCII.
    #[inline(never)]
    pub(super) fn wide(&mut self, start: usize) -> usize {
        let c = self.char(start);
        let end = start + c.len_utf8();
        match c {
            '’' | '‘' | 'ʼ' => self.after_apostrophe(start, c.len_utf8()),
            '“' | '”' | '„' | '‟' | '«' | '»' | '‚' | '‛' | '‹' | '›' | '″' | '′' | '＂' => {
                self.push_quote(start, end, Mark::of(c, false))
            }
            '–' | '—' | '―' | '…' | '•' => {
                self.turn();
                let mut end = end;
                while self.char(end) == c {
                    end += c.len_utf8();
                }
                self.push_wide_mark(start, end, c)
            }
            _ if class::is_blank(c) => {
                self.space = Shape::SPACE_BEFORE;
                end
            }
            _ if class::in_word(c) => {
                let run = self.run(start, start);
                self.follow(start, run)
            }
            _ if c.is_alphanumeric() => self.other_script(start),
            _ => {
                self.turn();
                let len = self.window(start).graphemes(true).next().map_or(c.len_utf8(), str::len);
                self.push_text(start, start + len)
            }
        }
    }

    /// A word of another script, cut where Unicode cuts it.
    fn other_script(&mut self, start: usize) -> usize {
        self.turn();
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
