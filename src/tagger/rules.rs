//! Brill's contextual rules: each changes one tag to another where its conditions hold, in the order of the list.
//!
//! The list is not tried rule by rule. Every open token asks, for each form that the rules of its tag have, whether a rule has
//! just its conditions (a filter of bits, then a hash table); what is found waits in a queue ordered by rule, then place.
//! A change makes only the tokens within reach ask again, for later rules. The outcome is that of the plain way: rule after
//! rule over the whole sentence, each from left to right.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::mem::take;

use super::context::{Cell, ENDINGS, FILTER_BITS, REACH, ending_number, ending_place, keys, slot_of};
use super::page::{Page, Picks};
use super::{unchanged, verbless};
use crate::text::Tag;

struct Rule {
    key: u64,
    template: u8,
    to: u8,
    next: u16,
}

include!(concat!(env!("OUT_DIR"), "/tagger.rs"));

/// What waits to be done.
#[derive(Default)]
pub struct Pending {
    queue: Queue,
    /// The places of verbs whose past is their base form.
    unchanged: Vec<u32>,
    /// Those of nouns and adjectives that may be verbs.
    nouns: Picks<u32>,
    /// Those that a rule names.
    named: Picks<u32>,
}

/// The number of a rule and the place it fits.
type Queue = BinaryHeap<Reverse<(u16, u32)>>;

/// The class of an unknown word's ending, the look's letter before it.
pub fn ending(key: &[u8]) -> Option<u16> {
    let number = ending_number(key);
    let mut place = ending_place(number);
    while SUFFIXES[place].0 != 0 {
        if SUFFIXES[place].0 == number {
            return Some(SUFFIXES[place].1);
        }
        place = (place + 1) % ENDINGS;
    }
    None
}

/// Applies the rules to some sentences; those that look at a whole clause come last.
pub fn apply(page: &mut Page, pending: &mut Pending) {
    let (mut nouns, mut named) = (take(&mut pending.nouns), take(&mut pending.named));
    let Pending { queue, unchanged, .. } = &mut *pending;
    queue.clear();
    unchanged.clear();
    nouns.clear(page.common.picked().len());
    named.clear(page.common.picked().len() + page.others.picked().len());
    let cells = &mut page.cells[..];
    for at in page.common.picked() {
        let [before, cell] = cells[*at as usize - 1..].first_chunk().expect("a cell before each");
        nouns.note(*at, verbless::is_doubtful(cell.tag, before.tag));
        named.note(*at, is_named(cell));
    }
    for at in page.others.picked() {
        named.note(*at, is_named(&cells[*at as usize]));
    }
    for at in named.picked().iter().filter(|at| cells[**at as usize].is_open()) {
        ask(cells, *at as usize, None, queue);
        if unchanged::is_listed(&cells[*at as usize]) {
            unchanged.push(*at);
        }
    }
    let mut last = None;
    while let Some(Reverse(next)) = queue.pop() {
        if last == Some(next) {
            continue;
        }
        last = Some(next);
        let (rule, at) = (&RULES[next.0 as usize], next.1 as usize);
        if !holds(cells, at, rule) {
            continue;
        }
        cells[at].tag = Tag::from_number(rule.to);
        // those of other sentences lie beyond
        for near in at - REACH..=at + REACH {
            if cells[near].is_open() && is_named(&cells[near]) {
                ask(cells, near, last, queue);
            }
        }
    }
    unchanged::mend(cells, unchanged);
    verbless::mend(cells, nouns.picked());
    (pending.nouns, pending.named) = (nouns, named);
}

/// Whether a rule names its word, its tags or its look.
fn is_named(cell: &Cell) -> bool {
    cell.face.is_ruled() | (NAMED_LOOKS >> (cell.look & 63) & 1 == 1)
}

fn holds(cells: &[Cell], at: usize, rule: &Rule) -> bool {
    let mut same = false;
    keys(cells, at, rule.template as usize, |key| same |= key == rule.key);
    same
}

/// Puts the rules that fit at `at` into the queue, those that come after `last` only.
fn ask(cells: &[Cell], at: usize, last: Option<(u16, u32)>, queue: &mut Queue) {
    let mut forms = FORMS[cells[at].tag as usize & 63];
    while forms != 0 {
        let template = forms.trailing_zeros() as usize;
        forms &= forms - 1;
        keys(cells, at, template, |key| {
            let bit = key as usize & (FILTER_BITS - 1);
            if FILTER[bit / 64] >> (bit % 64) & 1 == 1 {
                find(key, |n| {
                    if last.is_none_or(|l| l < (n, at as u32)) && cells[at].can_be(RULES[n as usize].to) {
                        queue.push(Reverse((n, at as u32)));
                    }
                });
            }
        });
    }
}

/// Calls `found` for each rule with these conditions.
fn find(key: u64, mut found: impl FnMut(u16)) {
    let mut slot = slot_of(key, SLOTS.len());
    while SLOTS[slot] != 0 {
        let mut n = SLOTS[slot] as usize - 1;
        if RULES[n].key == key {
            loop {
                found(n as u16);
                match RULES[n].next {
                    0 => return,
                    next => n = next as usize - 1,
                }
            }
        }
        slot = (slot + 1) & (SLOTS.len() - 1);
    }
}
