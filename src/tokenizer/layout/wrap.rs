//! Whether a line break ends a paragraph or only a line.
//!
//! A text is hard-wrapped when its lines run to a common width: most lines are so long that the next line's first word
//! would not have fitted, and many next lines go on in lower case. In a text that is not, a line is a paragraph, unless the
//! break stands in the middle of a sentence (a copy out of a PDF).

use super::lines::Line;

/// Widths, in characters, that texts are wrapped at.
const WIDTHS: std::ops::RangeInclusive<usize> = 30..=130;

/// Characters by which a full line may fall short of the width: programs that balance lines leave some.
const SLACK: usize = 8;

/// One line in so many that is longer than any width shows that there is none.
const LONGER: usize = 30;

/// How a text breaks its lines.
pub(super) enum Wrap {
    /// At this width, in characters.
    At(usize),
    /// A line is a paragraph.
    No,
}

impl Wrap {
    /// How the lines of a text are broken.
    pub fn of(text: &str, lines: &[Line]) -> Wrap {
        let (mut width, mut longer) = (0, 0);
        for line in lines {
            // Most lines of news are longer, and their first bytes show it.
            let plain = text.as_bytes()[line.start..line.end].get(..=*WIDTHS.end()).is_some_and(<[u8]>::is_ascii);
            let chars = if plain { usize::MAX } else { chars(text, line) };
            if chars <= *WIDTHS.end() {
                width = width.max(chars);
                continue;
            }
            longer += 1;
            if longer * LONGER > lines.len() {
                return Wrap::No;
            }
        }
        if width < *WIDTHS.start() {
            return Wrap::No;
        }
        let (mut pairs, mut full, mut lower) = (0, 0, 0);
        for pair in lines.windows(2).filter(|p| !p[1].after_blank) {
            pairs += 1;
            full += is_full(text, &pair[0], &pair[1], width) as usize;
            lower += begins_lower(text, &pair[1]) as usize;
        }
        if pairs >= 2 && full * 10 >= pairs * 6 && lower * 10 >= pairs * 3 { Wrap::At(width) } else { Wrap::No }
    }

    /// Whether the line `next` goes on with the paragraph of `line`; `rest` are the lines from `next` on.
    pub fn joins(&self, text: &str, line: &Line, rest: &[Line]) -> bool {
        let Some(next) = rest.first().filter(|n| !n.after_blank) else { return false };
        if is_spread(text, line) && is_spread(text, next) {
            return true;
        }
        match self {
            Wrap::At(width) => {
                let dash = slice(text, next).starts_with(['-', '–']) && is_full(text, line, next, *width) && !ends_marked(text, line);
                if begins_item(text, next) && !dash || next.indent > line.indent + 1 && !begins_lower(text, next) {
                    return false;
                }
                is_full(text, line, next, *width) || begins_lower(text, next) || !ends_marked(text, line) && chars(text, line) * 4 >= width * 3
            }
            Wrap::No => !ends_marked(text, line) && goes_on(text, next) && block_ends_marked(text, rest),
        }
    }
}

/// A line of one capital or two: part of a word that a PDF has spread over lines.
fn is_spread(text: &str, line: &Line) -> bool {
    let text = slice(text, line);
    text.len() <= 2 && text.bytes().all(|b| b.is_ascii_uppercase())
}

fn slice<'t>(text: &'t str, line: &Line) -> &'t str {
    &text[line.start..line.end]
}

fn chars(text: &str, line: &Line) -> usize {
    // Longer lines are told apart without counting.
    if line.end - line.start > 4 * *WIDTHS.end() {
        return line.end - line.start;
    }
    slice(text, line).chars().count() + line.indent.min(*WIDTHS.end())
}

fn is_full(text: &str, line: &Line, next: &Line, width: usize) -> bool {
    let word = slice(text, next).split(char::is_whitespace).next().unwrap_or_default();
    chars(text, line) + 1 + word.chars().count() + SLACK > width
}

fn begins_lower(text: &str, line: &Line) -> bool {
    slice(text, line).starts_with(char::is_lowercase)
}

/// Whether a line can be the middle of a sentence: lower case, or a mark that never begins one.
fn goes_on(text: &str, line: &Line) -> bool {
    let text = slice(text, line);
    text.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | '.' | ';')) || text.strip_prefix('(').is_some_and(|t| t.starts_with(' '))
}

/// Whether a line ends with a sentence's mark, closing quotes and brackets left out.
fn ends_marked(text: &str, line: &Line) -> bool {
    let text = slice(text, line).trim_end_matches(['"', '”', '\'', '’', ')', ']', '»']);
    text.ends_with(['.', '!', '?', '…', ':'])
}

/// Whether the lines up to the next empty one go on in lower case to a line that ends a sentence.
fn block_ends_marked(text: &str, lines: &[Line]) -> bool {
    /// Lines that one sentence may be broken into.
    const MOST: usize = 40;
    for (n, line) in lines.iter().take(MOST).enumerate() {
        if n > 0 && (line.after_blank || !goes_on(text, line)) {
            return false;
        }
        let text = slice(text, line);
        if ends_marked(text, &Line { start: 0, end: text.len(), ..*line }) || text.starts_with('.') || text.contains(". ") {
            return true;
        }
    }
    false
}

/// Whether a line begins a list item: a bullet, or a number with its mark.
fn begins_item(text: &str, line: &Line) -> bool {
    let text = slice(text, line);
    if let Some(rest) = text.strip_prefix(['•', '*', '-', '–', '⁃', '·', '‣', '◦', '▪', '●']) {
        return rest.starts_with(' ');
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (1..=2).contains(&digits) && text[digits..].starts_with(['.', ')']) && text[digits + 1..].starts_with([' ', ')'])
}

#[cfg(test)]
mod tests {
    use super::super::paragraphs;

    fn cut(text: &str) -> Vec<&str> {
        paragraphs(text).iter().map(|s| &text[s.range()]).collect()
    }

    #[test]
    fn lines_of_a_common_width_are_one_paragraph() {
        let text = "The council met on Monday to talk about\nthe new bridge over the river and put off\nits vote until the spring.\n\nMembers said that the cost had doubled\nsince the first plans were drawn.";
        assert_eq!(cut(text).len(), 2);
    }

    #[test]
    fn a_line_is_a_paragraph() {
        let text = "Bridge vote put off\nThe council met on Monday and put off its vote on the new bridge over the river until the spring, after hours of talk.\nMembers said that the cost had doubled.";
        assert_eq!(cut(text).len(), 3);
    }

    #[test]
    fn a_break_in_the_middle_of_a_sentence_is_none() {
        assert_eq!(cut("The vote was put\noff until spring."), ["The vote was put\noff until spring."]);
        assert_eq!(cut("apples\npears\nplums, quinces\n"), ["apples", "pears", "plums, quinces"]);
    }
}
