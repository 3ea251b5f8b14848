//! Lines of a stream one at a time, none longer than [`LONGEST`] in memory.

use std::io::{self, BufRead, Read};

use super::LONGEST;

/// The bytes of a line without its end; `None` when it was too long to keep.
pub type Line = Option<Vec<u8>>;

/// Reads the next line and the number of bytes that were read for it; 0 at the end.
pub fn next(input: &mut impl BufRead) -> io::Result<(Line, usize)> {
    next_within(input, LONGEST)
}

fn next_within(input: &mut impl BufRead, longest: usize) -> io::Result<(Line, usize)> {
    let mut line = Vec::new();
    let read = input.by_ref().take(longest as u64 + 1).read_until(b'\n', &mut line)?;
    if line.pop_if(|last| *last == b'\n').is_some() || read <= longest {
        return Ok((Some(line), read));
    }
    Ok((None, read + input.skip_until(b'\n')?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let mut input = &b"12345\n123456\n\n1234567890\n12"[..];
        let mut lines = vec![];
        loop {
            let (line, read) = next_within(&mut input, 5).unwrap();
            if read == 0 {
                break;
            }
            lines.push(line.map(|l| String::from_utf8(l).unwrap()));
        }
        assert_eq!(lines, [Some("12345".into()), None, Some(String::new()), None, Some("12".into())]);
    }
}
