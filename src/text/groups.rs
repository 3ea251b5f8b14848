//! Noun groups and verb groups, and who stands where to whom: flat rows that name each other by index.
//!
//! Every question an extractor has is a field or a short walk: a verb's subject is [`VerbGroup::subject()`], already taken through
//! relative pronouns, coordination and control ([`VerbGroup::subject_by`] says which); its prepositional objects are
//! [`Document::attached`]; who else acts with it are the subject's [`Document::conjuncts`].

use super::maybe::Maybe;
use super::{Document, TokenIx, TokenRange};

/// Index of a group in its document's list.
pub type GroupIx = u32;

/// What sort of word a noun group is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum NounKind {
    /// A common noun, a number, an adjective used as a noun.
    #[default]
    Common,
    /// A name.
    Name,
    /// A personal or demonstrative pronoun, "there" included.
    Pronoun,
    /// "who", "which", "that" and "what" where they stand for a noun.
    Relative,
    /// A point or length of time ("Tuesday", "last week", "two years").
    Time,
}

/// What a noun group is in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Role {
    /// Nothing that was understood.
    #[default]
    None,
    /// Subject of `verb`.
    Subject,
    /// Direct object of `verb`.
    Object,
    /// Indirect object of `verb` ("told Voss", "gave them leave").
    Indirect,
    /// What `verb` says that its subject or object is ("is the mayor", "called it a gift").
    Predicate,
    /// Stands behind `preposition` (a passive's agent too).
    Prepositional,
    /// Says when, without a preposition ("last week").
    Time,
    /// Renames `renames` ("Ana Ruiz, the mayor").
    Apposition,
    /// Goes on from `previous` ("Ana and Bo").
    Conjunct,
}

/// How a verb came by its subject or object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Link {
    /// It stands in the verb's own clause.
    #[default]
    Own,
    /// A relative pronoun stands for it ("the group, which attacked").
    Relative,
    /// It is the one of the verb before ("marched and sang").
    Shared,
    /// It is the subject or object of the verb above ("voted to expel", "urged them to leave", "marched, blocking the road").
    Control,
    /// The noun before a participle, infinitive or clause without pronoun ("a bill backed by", "the bridge they blocked").
    Reduced,
}

/// What joins a verb to the one above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Clause {
    /// Stands alone.
    #[default]
    Main,
    /// Says what was said, thought or seen ("said that …", "said the deal failed").
    Content,
    /// "to" and a verb that completes the verb or noun before, or says what for.
    Infinitive,
    /// "-ing" or "-ed" beside a clause ("…, blocking the bridge").
    Participle,
    /// Describes a noun ("who left", "backed by").
    Relative,
    /// "because", "if", "when", "after".
    Adverbial,
    /// Goes on from a verb of the same rank ("marched and sang").
    Coordinated,
}

/// A noun with what stands before it ("the first arms export", "Norland's new law"), a name, or a pronoun; no "of" phrase inside.
#[derive(Clone, Copy, Debug, Default)]
pub struct NounGroup {
    /// All its tokens, determiner and possessor included.
    pub tokens: TokenRange,
    /// The noun, name or pronoun that it is about.
    pub head: TokenIx,
    /// What sort of word the head is.
    pub kind: NounKind,
    /// "Norland" in "Norland's new law", without the "'s"; also "its".
    pub possessor: Option<TokenRange>,
    /// What it is in its clause.
    pub role: Role,
    // Of these the methods of their names tell what they are.
    pub(crate) verb: Maybe<GroupIx>,
    pub(crate) preposition: Maybe<TokenIx>,
    pub(crate) noun: Maybe<GroupIx>,
    pub(crate) previous: Maybe<GroupIx>,
    pub(crate) next: Maybe<GroupIx>,
    pub(crate) renames: Maybe<GroupIx>,
    pub(crate) renamed_by: Maybe<GroupIx>,
    pub(crate) antecedent: Maybe<GroupIx>,
}

impl NounGroup {
    /// The verb that it is an argument of, or whose clause its preposition stands in.
    pub fn verb(&self) -> Option<GroupIx> {
        self.verb.get()
    }

    /// The preposition before it ("to", the last of "out of").
    pub fn preposition(&self) -> Option<TokenIx> {
        self.preposition.get()
    }

    /// The noun group that its preposition most likely leans on ("the arrest of X", "an attack on Y"); else the verb's.
    pub fn noun(&self) -> Option<GroupIx> {
        self.noun.get()
    }

    /// The group before it in a coordination.
    pub fn previous(&self) -> Option<GroupIx> {
        self.previous.get()
    }

    /// The group after it in a coordination.
    pub fn next(&self) -> Option<GroupIx> {
        self.next.get()
    }

    /// The group that this one renames, when it is an apposition.
    pub fn renames(&self) -> Option<GroupIx> {
        self.renames.get()
    }

    /// The apposition that renames this one.
    pub fn renamed_by(&self) -> Option<GroupIx> {
        self.renamed_by.get()
    }

    /// What a relative pronoun stands for.
    pub fn antecedent(&self) -> Option<GroupIx> {
        self.antecedent.get()
    }
}

/// A verb with its auxiliaries, adverbs and particle ("would not have been called off").
#[derive(Clone, Copy, Debug, Default)]
pub struct VerbGroup {
    /// From the first auxiliary (or "to") to the main verb, a particle right behind it included.
    pub tokens: TokenRange,
    /// The main verb.
    pub head: TokenIx,
    // Of this and all such the methods of their names tell what they are.
    pub(crate) modal: Maybe<TokenIx>,
    pub(crate) inverted: Maybe<TokenIx>,
    pub(crate) particle: Maybe<TokenIx>,
    /// "was arrested", "got detained", "backed by".
    pub passive: bool,
    /// "did not", "never", "no longer".
    pub negated: bool,
    /// "has", "had" before the verb.
    pub perfect: bool,
    /// An infinitive with "to".
    pub infinitive: bool,
    /// Has tense: not an infinitive, a gerund or a participle alone.
    pub finite: bool,
    pub(crate) subject: Maybe<GroupIx>,
    /// How it came by the subject.
    pub subject_by: Link,
    pub(crate) object: Maybe<GroupIx>,
    /// How it came by the object.
    pub object_by: Link,
    pub(crate) indirect: Maybe<GroupIx>,
    pub(crate) predicate: Maybe<GroupIx>,
    pub(crate) agent: Maybe<GroupIx>,
    pub(crate) relative: Maybe<GroupIx>,
    /// What joins it to `governor`, or to the noun that it describes.
    pub clause: Clause,
    pub(crate) governor: Maybe<GroupIx>,
    pub(crate) describes: Maybe<GroupIx>,
    pub(crate) mark: Maybe<TokenIx>,
}

impl VerbGroup {
    /// The modal ("would"), "to" of an infinitive left out.
    pub fn modal(&self) -> Option<TokenIx> {
        self.modal.get()
    }

    /// An auxiliary that stands before the subject ("did the mayor resign").
    pub fn inverted(&self) -> Option<TokenIx> {
        self.inverted.get()
    }

    /// The particle ("off" in "called off", "called the talks off").
    pub fn particle(&self) -> Option<TokenIx> {
        self.particle.get()
    }

    /// The word that opens its clause ("that", "if", "because").
    pub fn mark(&self) -> Option<TokenIx> {
        self.mark.get()
    }

    /// The noun group that is its subject (for a passive, the one acted on), relative pronouns resolved.
    pub fn subject(&self) -> Option<GroupIx> {
        self.subject.get()
    }

    /// The noun group that is its direct object.
    pub fn object(&self) -> Option<GroupIx> {
        self.object.get()
    }

    /// The indirect object ("gave them", "told Voss").
    pub fn indirect(&self) -> Option<GroupIx> {
        self.indirect.get()
    }

    /// What it says that its subject or object is ("is the mayor", "named her minister").
    pub fn predicate(&self) -> Option<GroupIx> {
        self.predicate.get()
    }

    /// The noun group after a passive's "by".
    pub fn agent(&self) -> Option<GroupIx> {
        self.agent.get()
    }

    /// The relative pronoun in its clause that stands for subject or object.
    pub fn relative(&self) -> Option<GroupIx> {
        self.relative.get()
    }

    /// The verb above it.
    pub fn governor(&self) -> Option<GroupIx> {
        self.governor.get()
    }

    /// The noun that it describes or completes ("a plan to leave", "the man who left").
    pub fn describes(&self) -> Option<GroupIx> {
        self.describes.get()
    }
}

impl Document<'_> {
    /// The noun group of that index.
    pub fn noun(&self, ix: GroupIx) -> &NounGroup {
        &self.noun_groups[ix as usize]
    }

    /// The verb group of that index.
    pub fn verb(&self, ix: GroupIx) -> &VerbGroup {
        &self.verb_groups[ix as usize]
    }

    /// A noun group and those coordinated with it, in order ("Ana, Bo and Cy"), from this one on.
    pub fn conjuncts(&self, ix: GroupIx) -> impl Iterator<Item = GroupIx> {
        std::iter::successors(Some(ix), |at| self.noun(*at).next())
    }

    /// The noun groups behind prepositions in the clause of a verb, with their prepositions, in order.
    pub fn attached(&self, verb: GroupIx) -> impl Iterator<Item = (TokenIx, GroupIx)> {
        let from = self.noun_groups.partition_point(|n| (n.tokens.end as usize) <= self.verb(verb).head);
        let near = self.noun_groups.iter().enumerate().skip(from).take(ATTACHED_WINDOW);
        near.filter(move |(_, n)| n.verb() == Some(verb)).filter_map(|(ix, n)| Some((n.preposition()?, ix as GroupIx)))
    }

    /// The noun groups behind prepositions that lean on a noun ("the arrest of X by Y"), with their prepositions, in order.
    pub fn leaning(&self, noun: GroupIx) -> impl Iterator<Item = (TokenIx, GroupIx)> {
        let from = noun as usize + 1;
        let near = self.noun_groups.iter().enumerate().skip(from).take(ATTACHED_WINDOW);
        near.filter(move |(_, n)| n.noun() == Some(noun)).filter_map(|(ix, n)| Some((n.preposition()?, ix as GroupIx)))
    }
}

/// Noun groups after a verb or noun among which its prepositional objects are looked for.
pub(crate) const ATTACHED_WINDOW: usize = 16;

#[cfg(test)]
mod tests {
    use super::{NounGroup, VerbGroup};

    #[test]
    fn a_group_is_small() {
        // A noun group is one line of the processor's cache: they are walked over again and again.
        assert_eq!(size_of::<NounGroup>(), 64);
        assert_eq!(size_of::<VerbGroup>(), 72);
    }
}
