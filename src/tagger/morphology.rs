// From an inflected form to its stem, by the spelling rules of English: shared, by `include!`, with the build script.

/// Longest form in bytes that has a stem.
const FORM: usize = 64;

/// A form without its last `cut` bytes, and with `add` in their place.
type Change = (usize, &'static str);

/// The stem of an inflected verb ("authorises", "planned"), and whether `known` accepts it; `None` for a form without an ending.
///
/// `form` is folded. Of the spellings that may be, the first known one is taken, else the likeliest.
pub fn verb_stem(form: &str, known: impl Fn(&str) -> bool) -> Option<(Change, bool)> {
    let bytes = form.as_bytes();
    let changes: [Change; 3] = if form.ends_with("ies") || form.ends_with("ied") {
        [(3, "y"), (1, ""), (2, "")]
    } else if form.ends_with("ing") {
        base(bytes, 3)
    } else if form.ends_with("ed") {
        base(bytes, 2)
    } else if form.ends_with('s') && !form.ends_with("ss") {
        plain_s(form)
    } else {
        return None;
    };
    choose(form, changes, known)
}

/// The same for a plural noun ("agencies", "firemen").
pub fn noun_stem(form: &str, known: impl Fn(&str) -> bool) -> Option<(Change, bool)> {
    let changes: [Change; 3] = if form.ends_with("ies") {
        [(3, "y"), (1, ""), (2, "")]
    } else if form.ends_with("ves") {
        [(1, ""), (3, "f"), (3, "fe")]
    } else if form.ends_with("men") && form.len() > 4 {
        [(2, "an"), (2, "an"), (0, "")]
    } else if form.ends_with('s') && !["ss", "us", "is"].iter().any(|e| form.ends_with(e)) {
        plain_s(form)
    } else {
        return None;
    };
    choose(form, changes, known)
}

/// "-s" or "-es".
fn plain_s(form: &str) -> [Change; 3] {
    match ["ses", "xes", "zes", "ches", "shes", "oes"].iter().any(|e| form.ends_with(e)) {
        true if form.ends_with("sses") || form.ends_with("xes") || form.ends_with("hes") => [(2, ""), (1, ""), (2, "")],
        true if form.ends_with("oes") => [(2, ""), (1, ""), (2, "")],
        true => [(1, ""), (2, ""), (1, "")],
        false => [(1, ""), (1, ""), (1, "")],
    }
}

/// What may stand before "-ing" or "-ed" of `cut` bytes: the word as it is, with "e", without its doubled letter.
fn base(bytes: &[u8], cut: usize) -> [Change; 3] {
    let stem = &bytes[..bytes.len() - cut];
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let vowels = stem.iter().filter(|b| vowel(**b)).count();
    match *stem {
        [.., a, b] if a == b && !vowel(b) && !matches!(b, b'l' | b's' | b'z' | b'f') => [(cut, ""), (cut + 1, ""), (cut, "e")],
        [.., a, b] if a == b && !vowel(b) => [(cut, ""), (cut + 1, ""), (cut, "e")],
        [.., b'n', b'g'] => [(cut, ""), (cut, "e"), (cut, "")],
        [.., a, b'l' | b'c' | b's' | b'z' | b'v' | b'g'] if !vowel(a) => {
            [(cut, "e"), (cut, ""), (cut, "e")]
        }
        [.., b'a' | b'i' | b'u', b't' | b'z' | b's'] if vowels > 1 => [(cut, "e"), (cut, ""), (cut, "e")],
        [.., a, b] if vowel(a) && !vowel(b) && vowels == 1 && !matches!(b, b'w' | b'x' | b'y') => [(cut, "e"), (cut, ""), (cut, "e")],
        [.., b'v' | b'c' | b'u' | b'g' | b's' | b'z'] => [(cut, "e"), (cut, ""), (cut, "e")],
        _ => [(cut, ""), (cut, "e"), (cut, "")],
    }
}

fn choose(form: &str, changes: [Change; 3], known: impl Fn(&str) -> bool) -> Option<(Change, bool)> {
    if form.len() > FORM {
        return None;
    }
    for change in changes {
        let mut buffer = [0u8; FORM + 2];
        if let Some(stem) = stem_in(&mut buffer, form, change)
            && stem.len() > 1
            && known(stem)
        {
            return Some((change, true));
        }
    }
    let guess = match form.as_bytes() {
        // "blogged", unknown: one letter less, but "calling" as it is
        [.., a, b, b'e', b'd'] | [.., a, b, b'i', b'n', b'g'] if a == b && changes[1].1.is_empty() && !matches!(b, b'l' | b's' | b'z' | b'f' | b'e' | b'o') => changes[1],
        _ => changes[0],
    };
    (form.len() > guess.0 + 1).then_some((guess, false))
}

/// The changed form, written into `buffer`.
pub fn stem_in<'b>(buffer: &'b mut [u8; FORM + 2], form: &str, (cut, add): Change) -> Option<&'b str> {
    let kept = form.as_bytes().get(..form.len().checked_sub(cut)?)?;
    let end = kept.len() + add.len();
    buffer.get_mut(..kept.len())?.copy_from_slice(kept);
    buffer.get_mut(kept.len()..end)?.copy_from_slice(add.as_bytes());
    std::str::from_utf8(&buffer[..end]).ok()
}
