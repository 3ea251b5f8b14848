//! Figures that say another one again in a second currency: "$50 million (£38 million)", "$4, or three euros".

use super::atoms::Reading;
use super::draft::Draft;
use super::unit::Unit;
use crate::lexicon::words;

/// Most atoms between a figure and its conversion ("(about", ", or nearly").
const GAP: usize = 6;

/// Index of the figure that the last of `drafts` converts, of those of the same stretch.
pub(super) fn source(r: &Reading, drafts: &[Draft], openings: &[Option<usize>]) -> Option<usize> {
    let (last, before) = drafts.split_last()?;
    let n = before.len().checked_sub(1)?;
    let near = before.last()?;
    if near.end > last.first || last.first - near.end > GAP {
        return None;
    }
    let gap = near.end..last.first;
    let opens = gap.clone().any(|ix| r.mark(ix, |c| matches!(c, '(' | '[')));
    let closes = gap.clone().any(|ix| r.mark(ix, |c| matches!(c, ')' | ']')));
    // The second figure inside a bracket converts the same figure as the first.
    let listed = !opens && !closes && gap.clone().any(|ix| r.mark(ix, |c| matches!(c, ';' | ',' | '/')) || r.is(ix, words!["or", "and"]));
    let target = match openings.get(n).copied().flatten() {
        Some(first) if listed && inside(r, first, drafts, last) => first,
        _ if opens && !closes => n,
        _ if !opens && !closes && r.is(near.end + usize::from(r.mark(near.end, |c| c == ',')), words!["or", "equivalent", "equal"]) => n,
        _ if r.mark(near.end, |c| c == '/') && last.first == near.end + 1 => n,
        _ => return None,
    };
    let (a, b) = (&drafts[target].unit, &last.unit);
    // "HK$5 billion, or $640 million": a bare sign beside a lettered one is the American dollar.
    let bare = |told: &Unit, bare: &Unit| told.told && !bare.told && bare.commonest() == Some("USD") && told.commonest() != Some("USD");
    let other = a.shared(b).is_none() || bare(a, b) || bare(b, a);
    other.then_some(target)
}

/// Whether the bracket that opened after a figure is still open at another.
fn inside(r: &Reading, first: usize, drafts: &[Draft], last: &Draft) -> bool {
    !(drafts[first].end..last.first).any(|ix| r.mark(ix, |c| matches!(c, ')' | ']')))
}
