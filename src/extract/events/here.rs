//! Where the walk over the events is: the sentence at hand, and the verb at hand with what is asked of it again and again.

use std::ops::Range;

use super::voice;
use crate::extract::Scene;
use crate::extract::quotes::Quotation;
use crate::extract::times::Time;
use crate::lexicon::{Word, words};
use crate::tagger::lemma_word;
use crate::text::{ATTACHED_WINDOW, GroupIx, NounGroup, SentenceKind, TokenIx, TokenRange, VerbGroup};

/// The sentence at hand; it goes along with the walk, so that nothing is searched for.
pub(super) struct Here<'a, 's, 't> {
    pub scene: &'a Scene<'s, 't>,
    hedges: &'a [TokenIx],
    /// Its number.
    pub sentence: usize,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The verb groups, noun groups and times that begin in it.
    pub verbs: Range<usize>,
    pub nouns: Range<usize>,
    pub times: Range<usize>,
    /// The noun groups that end those times.
    pub time_groups: Vec<Option<&'a NounGroup>>,
    /// How many quotes begin before its end.
    quotes: usize,
    /// Its words such as "allegedly".
    hedged: Range<usize>,
    /// Whether it ends with a question mark.
    pub question: bool,
}

impl<'a, 's, 't> Here<'a, 's, 't> {
    /// Before the first sentence; `hedges` are the document's hedging words.
    pub fn new(scene: &'a Scene<'s, 't>, hedges: &'a [TokenIx]) -> Self {
        let mut here = Here {
            scene,
            hedges,
            sentence: 0,
            tokens: TokenRange::default(),
            verbs: 0..0,
            nouns: 0..0,
            times: 0..0,
            time_groups: Vec::new(),
            quotes: 0,
            hedged: 0..0,
            question: false,
        };
        here.read();
        here
    }

    /// Goes on to the sentence that holds a token.
    pub fn go_to(&mut self, ix: TokenIx) {
        while self.tokens.end as usize <= ix && self.sentence + 1 < self.scene.doc.sentences.len() {
            self.sentence += 1;
            self.read();
        }
    }

    fn read(&mut self) {
        let (scene, doc) = (self.scene, self.scene.doc);
        let Some(sentence) = doc.sentences.get(self.sentence) else { return };
        self.tokens = sentence.tokens;
        let end = sentence.tokens.end;
        self.verbs = onward(&self.verbs, &doc.verb_groups, |v| v.tokens.start < end);
        self.nouns = onward(&self.nouns, &doc.noun_groups, |n| n.tokens.start < end);
        self.times = onward(&self.times, &scene.times, |t| t.tokens.start < end);
        self.time_groups.clear();
        // "two years ago" ends outside its group.
        let group = |t: &Time| doc.noun_group_at(t.tokens.last()).or_else(|| doc.noun_group_at(t.tokens.first())).map(|g| &doc.noun_groups[g]);
        self.time_groups.extend(scene.times[self.times.clone()].iter().map(group));
        let end_byte = sentence.span.end;
        self.quotes += scene.quotes[self.quotes..].iter().take_while(|q| q.span.start < end_byte).count();
        self.hedged = onward(&self.hedged, self.hedges, |h| *h < end as usize);
        self.question = !self.tokens.is_empty() && doc.is(self.tokens.last(), words!["?"]);
    }

    /// The quotes that begin before a byte of the sentence, the last first.
    pub fn quotes_before(&self, byte: u32) -> impl Iterator<Item = &'a Quotation> {
        self.scene.quotes[..self.quotes].iter().rev().skip_while(move |q| q.span.start > byte)
    }

    /// The noun groups behind prepositions that lean on a noun, with their prepositions, in order.
    pub fn leaning(&self, noun: GroupIx) -> impl Iterator<Item = (TokenIx, GroupIx)> {
        let from = noun as usize + 1;
        let groups = &self.scene.doc.noun_groups;
        // A headline's verb may have taken the noun of the sentence behind it for its object.
        let end = if from <= self.nouns.end { self.nouns.end } else { groups.len() };
        let groups = groups[..end].iter().enumerate().skip(from).take(ATTACHED_WINDOW);
        groups.filter(move |(_, n)| n.noun == Some(noun)).filter_map(|(ix, n)| Some((n.preposition?, ix as GroupIx)))
    }

    /// What its paragraph is.
    pub fn kind(&self) -> SentenceKind {
        self.scene.doc.sentences[self.sentence].kind
    }

    /// Whether "allegedly" or its like stands among the words `from..to` or two words from them.
    pub fn hedges(&self, from: TokenIx, to: TokenIx) -> bool {
        self.hedges[self.hedged.clone()].iter().any(|h| (from.saturating_sub(2)..to + 2).contains(h))
    }
}

/// The items that follow a range, as long as they are in the sentence.
fn onward<T>(before: &Range<usize>, items: &[T], inside: impl Fn(&T) -> bool) -> Range<usize> {
    let from = before.end;
    from..from + items[from..].iter().take_while(|item| inside(item)).count()
}

/// A verb under the eyes of the rules.
pub(super) struct Verb<'a> {
    pub v: GroupIx,
    pub group: &'a VerbGroup,
    pub lemma: Word,
    /// Whether the subject is the one acted on.
    pub passive: bool,
    /// The direct object, or the noun group right behind a mended verb.
    pub object: Option<GroupIx>,
    attached: [(u32, GroupIx); ATTACHED_WINDOW],
    count: usize,
}

impl<'a> Verb<'a> {
    /// The verb of a group in the sentence at hand.
    pub fn of(here: &Here<'a, '_, '_>, v: GroupIx) -> Verb<'a> {
        let doc = here.scene.doc;
        Verb::with(here, v, lemma_word(doc, doc.verb(v).head))
    }

    /// Likewise, its lemma known.
    pub fn with(here: &Here<'a, '_, '_>, v: GroupIx, lemma: Word) -> Verb<'a> {
        let doc = here.scene.doc;
        let group = doc.verb(v);
        let mut verb = Verb {
            v,
            group,
            lemma,
            passive: voice::is_passive(doc, v),
            object: voice::object(doc, v),
            attached: [(0, 0); ATTACHED_WINDOW],
            count: 0,
        };
        let nouns = &doc.noun_groups[here.nouns.clone()];
        let from = nouns.partition_point(|n| n.tokens.end as usize <= group.head);
        for (ix, noun) in nouns.iter().enumerate().skip(from).take(ATTACHED_WINDOW) {
            if let (true, Some(preposition)) = (noun.verb == Some(v), noun.preposition) {
                verb.attached[verb.count] = (preposition as u32, (here.nouns.start + ix) as GroupIx);
                verb.count += 1;
            }
        }
        verb
    }

    /// The noun groups behind prepositions in its clause, with their prepositions, in order.
    pub fn attached(&self) -> impl Iterator<Item = (TokenIx, GroupIx)> {
        self.attached[..self.count].iter().map(|(p, g)| (*p as TokenIx, *g))
    }

    /// The subject of a passive, the object of any other verb.
    pub fn acted_on(&self) -> Option<GroupIx> {
        if self.passive { self.group.subject } else { self.object }
    }
}
