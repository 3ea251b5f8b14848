//! The Penn Treebank tag set.

use serde::{Serialize, Serializer};

macro_rules! tags {
    ($($variant:ident $name:literal,)*) => {
        /// A part of speech, in the Penn Treebank's names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        #[repr(u8)]
        #[allow(missing_docs, clippy::upper_case_acronyms)]
        pub enum Tag { #[default] $($variant,)* }

        impl Tag {
            /// Every tag, in the order of its number: by the groups in which the tagger counts votes.
            pub const ALL: &'static [Tag] = &[$(Tag::$variant,)*];

            /// As the Treebank writes it.
            pub const fn name(self) -> &'static str {
                // A table and no choice between arms: tags come in any order.
                const NAMES: &[&str] = &[$($name,)*];
                NAMES[self as usize]
            }
        }
    };
}

tags! {
    None "",
    NN "NN", NNS "NNS", NNP "NNP", NNPS "NNPS", JJ "JJ", VB "VB", VBD "VBD", VBG "VBG", VBN "VBN", VBP "VBP", VBZ "VBZ", RB "RB", CD "CD", IN "IN",
    RP "RP", TO "TO",
    FW "FW", UH "UH", GW "GW", DT "DT", WDT "WDT", PRP "PRP", PRPS "PRP$", POS "POS", MD "MD", CC "CC", JJR "JJR", RBR "RBR", JJS "JJS",
    RBS "RBS", PDT "PDT", EX "EX",
    WP "WP", WPS "WP$", WRB "WRB", LS "LS", SYM "SYM", NFP "NFP", ADD "ADD", HYPH "HYPH", Comma ",", Colon ":", Period ".", OpenQuote "``",
    CloseQuote "''", AFX "AFX", OpenBracket "-LRB-", CloseBracket "-RRB-",
    XX "XX", Dollar "$", Hash "#",
}

impl Serialize for Tag {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.name())
    }
}

impl Tag {
    /// The tag of that number; [`Tag::None`] for a number that no tag has.
    pub fn from_number(n: u8) -> Tag {
        // A place for every number, so that nobody has to ask whether there is one.
        static TAGS: [Tag; 256] = {
            let mut tags = [Tag::None; 256];
            let mut n = 0;
            while n < Tag::ALL.len() {
                tags[n] = Tag::ALL[n];
                n += 1;
            }
            tags
        };
        TAGS[n as usize]
    }

    /// The tag of that name.
    pub fn from_name(name: &str) -> Option<Tag> {
        Tag::ALL.iter().copied().find(|t| t.name() == name)
    }

    /// Any form of a verb, modals left out.
    pub const fn is_verb(self) -> bool {
        matches!(self, Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ)
    }

    /// A verb with tense, or a modal verb.
    pub const fn has_tense(self) -> bool {
        matches!(self, Tag::VBD | Tag::VBZ | Tag::VBP | Tag::MD)
    }

    /// A common noun or a name.
    pub const fn is_noun(self) -> bool {
        matches!(self, Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS)
    }

    /// A name.
    pub const fn is_name(self) -> bool {
        matches!(self, Tag::NNP | Tag::NNPS)
    }

    /// An adjective, in any degree.
    pub const fn is_adjective(self) -> bool {
        matches!(self, Tag::JJ | Tag::JJR | Tag::JJS)
    }

    /// An adverb, in any degree.
    pub const fn is_adverb(self) -> bool {
        matches!(self, Tag::RB | Tag::RBR | Tag::RBS)
    }

    /// A mark and not a word.
    pub const fn is_mark(self) -> bool {
        matches!(
            self,
            Tag::Period | Tag::Comma | Tag::Colon | Tag::OpenQuote | Tag::CloseQuote | Tag::OpenBracket | Tag::CloseBracket | Tag::HYPH | Tag::NFP
        )
    }
}
