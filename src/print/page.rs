//! Lines for a terminal: wrapped, coloured by word, without a control character.

use super::clean;

/// How it looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    pub color: bool,
    /// Columns.
    pub width: usize,
}

/// What a stretch of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Plain,
    /// Headlines and headings.
    Strong,
    /// Who.
    Name,
    /// How much.
    Figure,
    /// What one can do without.
    Faint,
}

impl Style {
    /// The escape sequence that begins it.
    fn code(self) -> &'static str {
        match self {
            Style::Plain => "",
            Style::Strong => "\x1b[1m",
            Style::Name => "\x1b[36m",
            Style::Figure => "\x1b[33m",
            Style::Faint => "\x1b[2m",
        }
    }
}

/// Text that grows line by line.
#[derive(Debug)]
pub struct Page {
    look: Look,
    text: String,
}

impl Page {
    pub fn new(look: Look) -> Self {
        Page { look, text: String::new() }
    }

    pub fn into_text(self) -> String {
        self.text
    }

    /// An empty line, unless nothing stands above it.
    pub fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// One entry, wrapped between words; its further lines are indented by two more.
    pub fn entry(&mut self, indent: usize, parts: &[(Style, &str)]) {
        let mut column = 0;
        for (style, part) in parts {
            let part = clean(part);
            let mut open = false;
            // Parts bring their own blanks: one that begins without one goes on with the word before it.
            let glued = !part.starts_with(' ');
            for (n, word) in part.split_whitespace().enumerate() {
                let wide = word.chars().count();
                let blank = usize::from(column > 0 && !(n == 0 && glued));
                if column == 0 || column + blank + wide > self.look.width && blank > 0 {
                    let first = column == 0;
                    self.close(&mut open);
                    if !first {
                        self.text.push('\n');
                    }
                    column = if first { indent } else { indent + 2 };
                    self.text.extend(std::iter::repeat_n(' ', column));
                } else if blank > 0 {
                    self.text.push(' ');
                    column += 1;
                }
                if self.look.color && !open && *style != Style::Plain {
                    self.text.push_str(style.code());
                    open = true;
                }
                self.text.push_str(word);
                column += wide;
            }
            self.close(&mut open);
        }
        self.text.push('\n');
    }

    fn close(&mut self, open: &mut bool) {
        if std::mem::take(open) {
            self.text.push_str("\x1b[0m");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_entries_hang() {
        let mut page = Page::new(Look { color: false, width: 20 });
        page.entry(2, &[(Style::Name, "Ann Lee"), (Style::Plain, ", mayor of Springfield"), (Style::Faint, " - 3 mentions")]);
        page.entry(2, &[(Style::Plain, "Wolfeschlegelsteinhausenbergerdorff said")]);
        let expected = "  Ann Lee, mayor of\n    Springfield - 3\n    mentions\n  Wolfeschlegelsteinhausenbergerdorff\n    said\n";
        assert_eq!(page.into_text(), expected);
    }

    #[test]
    fn colour_is_closed_on_its_line_and_controls_are_gone() {
        let mut page = Page::new(Look { color: true, width: 10 });
        page.entry(0, &[(Style::Strong, "Ann\x1b[2J Lee left"), (Style::Plain, " home")]);
        assert_eq!(page.into_text(), "\x1b[1mAnn\u{fffd}[2J\x1b[0m\n  \x1b[1mLee left\x1b[0m\n  home\n");
    }
}
