//! What a token looks like, as bits: set once by the tokenizer, so that no rule reads its letters again.

/// The look of a token.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape(u16);

impl Shape {
    /// Begins with an upper-case letter.
    pub const CAPITAL: Shape = Shape(1);
    /// Holds a lower-case letter.
    pub const LOWER: Shape = Shape(1 << 1);
    /// Holds an upper-case letter after the first character.
    pub const INNER_CAPITAL: Shape = Shape(1 << 2);
    /// Holds a digit.
    pub const DIGIT: Shape = Shape(1 << 3);
    /// Is a number in digits, with its grouping and decimals ("1,234.5").
    pub const NUMBER: Shape = Shape(1 << 4);
    /// Holds no letter and no digit.
    pub const PUNCTUATION: Shape = Shape(1 << 5);
    /// Holds a hyphen inside.
    pub const HYPHEN: Shape = Shape(1 << 6);
    /// Holds a full stop together with letters ("U.S.", "Mr.").
    pub const DOT: Shape = Shape(1 << 7);
    /// White space (or the text's start) comes before it.
    pub const SPACE_BEFORE: Shape = Shape(1 << 8);
    /// First token of its sentence.
    pub const SENTENCE_START: Shape = Shape(1 << 9);
    /// Holds a character outside ASCII.
    pub const NON_ASCII: Shape = Shape(1 << 10);
    /// A quotation mark that opens (double or single; straight ones are decided by what is around them).
    pub const OPEN_QUOTE: Shape = Shape(1 << 11);
    /// A quotation mark that closes.
    pub const CLOSE_QUOTE: Shape = Shape(1 << 12);
    /// A URL, an e-mail address or an @name.
    pub const ADDRESS: Shape = Shape(1 << 13);
    /// Holds a letter.
    pub const LETTER: Shape = Shape(1 << 14);

    /// Values of [`letters`](Shape::letters).
    pub const LETTERS: usize = 1 << 7;

    /// What the characters say, for a table: the bits up to [`HYPHEN`](Shape::HYPHEN).
    pub const fn letters(self) -> usize {
        self.0 as usize & (Shape::LETTERS - 1)
    }

    /// The shape with these letters and nothing else.
    pub const fn of_letters(letters: usize) -> Shape {
        Shape(letters as u16 & (Shape::LETTERS as u16 - 1))
    }

    /// Nothing set.
    pub const fn empty() -> Shape {
        Shape(0)
    }

    /// Whether every bit of `other` is set.
    pub const fn has(self, other: Shape) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether some bit of `other` is set.
    pub const fn any(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether of the bits of `among` just those of `these` are set.
    pub const fn has_of(self, among: Shape, these: Shape) -> bool {
        self.0 & among.0 == these.0
    }

    /// Sets the bits of `other`.
    pub fn set(&mut self, other: Shape) {
        self.0 |= other.0;
    }

    /// Clears the bits of `other`.
    pub fn clear(&mut self, other: Shape) {
        self.0 &= !other.0;
    }

    /// Both sets of bits.
    #[must_use]
    pub const fn with(self, other: Shape) -> Shape {
        Shape(self.0 | other.0)
    }

    /// These bits, or none.
    #[must_use]
    pub(crate) const fn only_if(self, set: bool) -> Shape {
        Shape(self.0 * set as u16)
    }

    /// Letters, and no capital at the start.
    pub const fn is_small_word(self) -> bool {
        self.has_of(Shape::LETTER.with(Shape::CAPITAL), Shape::LETTER)
    }

    /// Upper-case letters, at least two, and no lower-case one ("NATO", "U.S.").
    pub const fn is_all_caps(self) -> bool {
        let capitals = Shape::CAPITAL.with(Shape::INNER_CAPITAL);
        self.0 & capitals.with(Shape::LOWER).0 == capitals.0
    }
}

impl std::fmt::Debug for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Shape({:#b})", self.0)
    }
}
