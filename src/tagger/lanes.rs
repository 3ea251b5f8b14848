//! Sums of votes for the sixteen tags of one group, counted at a stroke.

use wide::{i16x8, u8x16};

use super::context::VOTES;

/// A sum for each tag of a group.
#[derive(Clone, Copy)]
pub struct Lanes([i16x8; 2]);

impl Lanes {
    /// The same sum for each tag.
    #[inline(always)]
    pub fn splat(sum: i16) -> Lanes {
        Lanes([i16x8::splat(sum); 2])
    }

    /// Adds a row of votes.
    #[inline(always)]
    pub fn add(&mut self, votes: &[u8; VOTES]) {
        let votes = u8x16::new(*votes);
        self.0[0] += i16x8::from_u8x16_low(votes);
        self.0[1] += i16x8::from_u8x16_high(votes);
    }

    /// The sums of some tags, a bit each; the others' are out of the running.
    #[inline(always)]
    pub fn only(self, tags: u16) -> Lanes {
        let tags = i16x8::splat(tags as i16);
        let only = |sums: i16x8, bits: i16x8| (tags & bits).simd_eq(bits).select(sums, i16x8::splat(i16::MIN));
        Lanes([only(self.0[0], LOW), only(self.0[1], HIGH)])
    }

    /// The largest sum at each place of two.
    #[inline(always)]
    pub fn max(self, other: Lanes) -> Lanes {
        Lanes([self.0[0].max(other.0[0]), self.0[1].max(other.0[1])])
    }

    /// The largest sum.
    #[inline(always)]
    pub fn most(self) -> i16 {
        self.0[0].max(self.0[1]).reduce_max()
    }

    /// The tags with more votes than this, a bit each.
    #[inline(always)]
    pub fn above(self, sum: i16) -> u16 {
        let sum = i16x8::splat(sum);
        let above = |sums: i16x8| sums.simd_gt(sum).to_bitmask() as u16;
        above(self.0[0]) | above(self.0[1]) << 8
    }
}

const LOW: i16x8 = i16x8::new([1, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6, 1 << 7]);
const HIGH: i16x8 = i16x8::new([1 << 8, 1 << 9, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14, i16::MIN]);

#[cfg(test)]
mod tests {
    use super::Lanes;

    #[test]
    fn sums_of_every_lane_are_told_apart() {
        for lane in 0..16 {
            let mut lanes = Lanes::splat(3);
            lanes.add(&std::array::from_fn(|n| if n == lane { 200 } else { 100 + n as u8 }));
            assert_eq!(lanes.most(), 203);
            assert_eq!(lanes.above(202), 1 << lane);
            assert_eq!(lanes.above(102), u16::MAX);
            assert_eq!(lanes.only(!(1 << lane)).most(), if lane == 15 { 117 } else { 118 });
            assert_eq!(lanes.only(1 << lane).above(i16::MIN), 1 << lane);
        }
    }
}
