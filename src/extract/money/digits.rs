//! Numbers in digits to exact decimals: grouping, decimals, digits of other scripts, vulgar fractions.

use rust_decimal::Decimal;

/// Most digits of one number: what a decimal holds exactly.
const DIGITS_LIMIT: usize = 27;

/// A number as printed in digits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Digits {
    /// Its value.
    pub value: Decimal,
    /// How many digits it has in all.
    pub len: usize,
    /// How many of them stand after the decimal mark.
    pub decimals: usize,
    /// Whether its thousands are grouped.
    pub grouped: bool,
    /// Whether it can only be read with a comma as the decimal mark or dots between thousands ("1.234,50").
    pub continental: bool,
    /// A vulgar fraction ("½").
    pub fraction: bool,
}

/// What separates two runs of digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Comma,
    Dot,
    Other,
}

/// The value of a decimal digit of any script that papers set.
pub(super) fn digit(c: char) -> Option<u32> {
    const ZEROS: [u32; 13] = [0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xE50, 0x17E0, 0xFF10];
    if c.is_ascii() {
        return c.to_digit(10);
    }
    ZEROS.iter().map(|zero| (c as u32).wrapping_sub(*zero)).find(|v| *v < 10)
}

/// The number that begins `text`, with its length in bytes; `None` when no digit stands there, or more than a decimal holds.
pub(super) fn read(text: &str) -> Option<(Digits, usize)> {
    if let Some((value, len)) = whole(text.as_bytes()) {
        return Some((Digits { value: Decimal::from(value), len, decimals: 0, grouped: false, continental: false, fraction: false }, len));
    }
    if let Some((value, len)) = text.chars().next().and_then(vulgar) {
        return Some((Digits { value, len: 1, decimals: 2, grouped: false, continental: false, fraction: true }, len));
    }
    // The runs of digits: where each ends, how many digits it has, what comes before it.
    let mut runs: Vec<(usize, usize, Separator)> = Vec::new();
    let mut at = 0;
    let mut mark = Separator::Other;
    loop {
        let len = text[at..].chars().take_while(|c| digit(*c).is_some()).count();
        if len == 0 {
            break;
        }
        at += text[at..].chars().take(len).map(char::len_utf8).sum::<usize>();
        runs.push((at, len, mark));
        let mut next = text[at..].chars();
        mark = match next.next() {
            Some(',' | '٬' | '，') => Separator::Comma,
            Some('.' | '٫') => Separator::Dot,
            Some('\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}') => Separator::Other,
            _ => break,
        };
        let width = text.len() - at - next.as_str().len();
        if next.next().is_none_or(|c| digit(c).is_none()) || runs.len() > DIGITS_LIMIT {
            break;
        }
        at += width;
    }
    let (keep, decimal_mark, continental) = interpret(&runs)?;
    let end = runs[keep - 1].0;
    let mut literal = String::with_capacity(end + 1);
    let mut start = 0;
    let mut decimals = 0;
    for (n, run) in runs[..keep].iter().enumerate() {
        if decimal_mark == Some(n) {
            literal.push('.');
            decimals = run.1;
        }
        literal.extend(text[start..run.0].chars().filter_map(digit).filter_map(|d| char::from_digit(d, 10)));
        start = run.0;
    }
    let len = runs[..keep].iter().map(|r| r.1).sum();
    if len > DIGITS_LIMIT {
        return None;
    }
    let grouped = keep > 1 + usize::from(decimal_mark.is_some());
    Some((Digits { value: literal.parse().ok()?, len, decimals, grouped, continental, fraction: false }, end))
}

/// Most digits of a number that is read without more ado.
const WHOLE_LIMIT: usize = 9;

/// A whole number of a few ASCII digits and how many they are, where nothing that follows may go on with it: most numbers are of this kind.
fn whole(bytes: &[u8]) -> Option<(u32, usize)> {
    let len = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let ends = |at: usize| bytes.get(at).is_none_or(|b| b.is_ascii() && !b.is_ascii_digit());
    let parted = matches!(bytes.get(len), Some(b',' | b'.' | b'\''));
    let value = bytes[..len.min(WHOLE_LIMIT)].iter().fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
    ((1..=WHOLE_LIMIT).contains(&len) && ends(len + usize::from(parted))).then_some((value, len))
}

/// How many runs belong to the number, which of them is its decimals, and whether it is written as on the Continent.
fn interpret(runs: &[(usize, usize, Separator)]) -> Option<(usize, Option<usize>, bool)> {
    let (_, first, _) = *runs.first()?;
    let rest = &runs[1..];
    let Some((_, last, last_mark)) = rest.last().copied() else { return Some((1, None, false)) };
    let threes = |runs: &[(usize, usize, Separator)]| first <= 3 && runs.iter().all(|r| r.1 == 3);
    let indian = |runs: &[(usize, usize, Separator)]| {
        first <= 2 && runs.split_last().is_some_and(|(last, before)| last.1 == 3 && before.iter().all(|r| r.1 == 2))
    };
    let same = rest.iter().all(|r| r.2 == last_mark);
    let before = &rest[..rest.len() - 1];
    let same_before = before.windows(2).all(|p| p[0].2 == p[1].2);
    match (last_mark, same) {
        (Separator::Dot, true) if rest.len() == 1 => Some((2, Some(1), false)),
        (Separator::Dot, true) if threes(rest) => Some((runs.len(), None, true)),
        (Separator::Dot, true) => None,
        (Separator::Comma, true) if threes(rest) || indian(rest) => Some((runs.len(), None, false)),
        (Separator::Comma, true) if rest.len() == 1 && last <= 2 => Some((2, Some(1), true)),
        (Separator::Other, true) if threes(rest) => Some((runs.len(), None, false)),
        // "1,234.56", "12,34,567.89", "1 234.50": the last mark is the decimal one.
        (Separator::Dot, false) if same_before && (threes(before) || before[0].2 == Separator::Comma && indian(before)) => {
            Some((runs.len(), Some(runs.len() - 1), false))
        }
        (Separator::Comma, false) if same_before && threes(before) && last != 3 => Some((runs.len(), Some(runs.len() - 1), true)),
        _ => {
            // A list ("5,10,15") or two numbers: the first run, with its decimals when the first mark is a dot.
            let decimal = rest[0].2 == Separator::Dot && !matches!(rest.get(1), Some((_, _, Separator::Dot)));
            Some(if decimal { (2, Some(1), false) } else { (1, None, false) })
        }
    }
}

fn vulgar(c: char) -> Option<(Decimal, usize)> {
    let (over, under) = match c {
        '½' => (1, 2),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some((Decimal::from(over) / Decimal::from(under), c.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn digits_are_read_to_the_last_figure() {
        for (text, value, rest) in [
            ("5", "5", ""),
            ("1,234,567.", "1234567", "."),
            ("12,34,567.89 rupees", "1234567.89", " rupees"),
            ("1,00,000", "100000", ""),
            ("1.234.567", "1234567", ""),
            ("1.298,00 €", "1298.00", " €"),
            ("1'299.50", "1299.50", ""),
            ("1\u{a0}299", "1299", ""),
            ("7,5 million", "7.5", " million"),
            ("0.005", "0.005", ""),
            ("5,10,15", "5", ",10,15"),
            ("500,100 times", "500100", " times"),
            ("4.5,6", "4.5", ",6"),
            ("٣٫٥", "3.5", ""),
            ("１２", "12", ""),
            ("½", "0.50", ""),
            ("284,460,000,000,", "284460000000", ","),
        ] {
            let (digits, len) = read(text).unwrap();
            assert_eq!((digits.value.to_string().as_str(), &text[len..]), (value, rest), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "x5", "12.05.2020", "1.2.3", "99999999999999999999999999999999999"] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}
