//! Values of lists cut into parts ("with:pact=SUPPORT -=REJECT").
//!
//! They are a few letters long, and asked for at every verb: a look at each byte costs less than `str::split`, which is made for
//! long texts and marks of any width.

/// What stands before and behind the first of a mark, which is ASCII; `None` without one.
pub(crate) fn pair(value: &str, mark: u8) -> Option<(&str, &str)> {
    let at = value.bytes().position(|b| b == mark)?;
    Some((&value[..at], &value[at + 1..]))
}

/// The parts that have blanks between them.
pub(crate) fn parts(value: &str) -> impl Iterator<Item = &str> {
    parted(value, b' ')
}

/// The parts that have a mark between them, which is ASCII.
pub(crate) fn parted(value: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(value);
    std::iter::from_fn(move || {
        let value = rest?;
        let (part, more) = pair(value, mark).map_or((value, None), |(part, more)| (part, Some(more)));
        rest = more;
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::{pair, parted, parts};

    #[test]
    fn values_are_cut_as_texts_are() {
        for value in ["", " ", "a", "a b", "ask  tell ", "é=ü x", "=", "a=b=c d"] {
            assert_eq!(parts(value).collect::<Vec<_>>(), value.split(' ').collect::<Vec<_>>());
            assert_eq!(parted(value, b'=').collect::<Vec<_>>(), value.split('=').collect::<Vec<_>>());
            assert_eq!(pair(value, b'='), value.split_once('='));
        }
    }
}
