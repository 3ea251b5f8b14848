//! Where the walk over the events is: the sentence at hand, and the verb at hand with what is asked of it again and again.

use std::ops::Range;

use super::links::Links;
use super::setting::When;
use super::voice;
use crate::extract::Scene;
use crate::extract::quotes::Quotation;
use crate::extract::times;
use crate::lexicon::{Word, WordId, words};
use crate::tagger::lemma_word;
use crate::text::{ATTACHED_WINDOW, Clause, Document, GroupIx, SentenceKind, TokenIx, TokenRange, VerbGroup};

/// A document as the rules for events read it: what is asked for again and again, found once.
pub(super) struct Page<'a, 's, 't> {
    pub scene: &'a Scene<'s, 't>,
    hedges: &'a [TokenIx],
    links: Links,
    /// The lemma of each verb group.
    lemmas: Vec<WordId>,
    /// What each time says of the verbs around it.
    whens: Vec<When>,
    /// The day of the article, as times are written.
    today: Option<String>,
    /// Index of the time that a line of its own prints as that day.
    printed: Option<usize>,
}

impl<'a, 's, 't> Page<'a, 's, 't> {
    /// Of a scene; `hedges` are the document's hedging words.
    pub fn new(scene: &'a Scene<'s, 't>, hedges: &'a [TokenIx]) -> Self {
        let doc = scene.doc;
        Page {
            scene,
            hedges,
            links: Links::of(doc),
            lemmas: doc.verb_groups.iter().map(|v| lemma_word(doc, v.head).id()).collect(),
            whens: scene.times.iter().map(|t| When::of(doc, t.tokens)).collect(),
            printed: printed(scene),
            today: times::reference(doc, scene.options).map(|day| day.to_string()),
        }
    }
}

/// Index of the time that a line of its own prints as the day of the article.
pub(super) fn printed(scene: &Scene) -> Option<usize> {
    let line = scene.doc.dateline?.whole;
    scene.times.iter().take(TIMES_BEFORE).position(|t| line.contains(scene.doc.span_of(t.tokens)))
}

/// Times of a headline above the line with the day.
const TIMES_BEFORE: usize = 4;

/// How many of the verb groups from this one on begin before a token, and whether one of them says what another verb says. Four are looked at
/// together: how many a sentence has is hard to foretell, that they are not more than four is not.
fn verbs_before(doc: &Document, from: usize, end: u32) -> (usize, bool) {
    let (mut count, mut content) = (0, false);
    for four in doc.verb_groups[from..].chunks(4) {
        let before = count + four.len();
        for verb in four {
            let inside = verb.tokens.start < end;
            count += usize::from(inside);
            content |= inside & (verb.clause == Clause::Content);
        }
        if count < before {
            break;
        }
    }
    (count, content)
}

/// The items that follow a range, as long as they are in the sentence.
fn onward<T>(before: &Range<usize>, items: &[T], inside: impl Fn(&T) -> bool) -> Range<usize> {
    let from = before.end;
    from..from + items[from..].iter().take_while(|item| inside(item)).count()
}

/// The sentence at hand; the walk goes from one to the next, so that nothing is searched for.
pub(super) struct Here<'a, 's, 't> {
    page: &'a Page<'a, 's, 't>,
    pub scene: &'a Scene<'s, 't>,
    /// Its number.
    pub sentence: usize,
    /// Its tokens.
    pub tokens: TokenRange,
    /// The verb groups, noun groups and times that begin in it.
    pub verbs: Range<usize>,
    pub nouns: Range<usize>,
    pub times: Range<usize>,
    /// How many quotes begin before its end, and the byte where the last of these ends.
    quotes: usize,
    quoted: u32,
    /// Its words such as "allegedly".
    hedged: Range<usize>,
    /// Whether a clause in it says what another verb says.
    content: bool,
    /// Whether it ends with a question mark.
    pub question: bool,
}

impl<'a, 's, 't> Here<'a, 's, 't> {
    /// Before the first sentence.
    pub fn new(page: &'a Page<'a, 's, 't>) -> Self {
        Here {
            page,
            scene: page.scene,
            sentence: 0,
            tokens: TokenRange::default(),
            verbs: 0..0,
            nouns: 0..0,
            times: 0..0,
            quotes: 0,
            quoted: 0,
            hedged: 0..0,
            content: false,
            question: false,
        }
    }

    /// Goes on to a sentence, the next one.
    pub fn enter(&mut self, sentence: usize) {
        let (scene, doc) = (self.scene, self.scene.doc);
        let (tokens, span) = (doc.sentences[sentence].tokens, doc.sentences[sentence].span);
        let end = tokens.end;
        (self.sentence, self.tokens) = (sentence, tokens);
        let (verbs, content) = verbs_before(doc, self.verbs.end, end);
        self.verbs = self.verbs.end..self.verbs.end + verbs;
        self.content = content;
        let next = doc.next_noun.get(end as usize).map_or(doc.noun_groups.len(), |n| *n as usize);
        let across = doc.noun_groups.get(next).is_some_and(|n| n.tokens.start < end);
        self.nouns = self.nouns.end..next + usize::from(across);
        self.times = onward(&self.times, &scene.times, |t| t.tokens.start < end);
        while let Some(quote) = scene.quotes.get(self.quotes).filter(|q| q.span.start < span.end) {
            self.quoted = self.quoted.max(quote.span.end);
            self.quotes += 1;
        }
        self.hedged = onward(&self.hedged, self.page.hedges, |h| *h < end as usize);
        self.question = !tokens.is_empty() && doc.is(tokens.last(), words!["?"]);
    }

    /// The lemma of a verb group.
    pub fn lemma(&self, verb: GroupIx) -> Word {
        self.page.lemmas[verb as usize].get()
    }

    /// The infinitive that completes a verb.
    pub fn infinitive_below(&self, verb: GroupIx) -> Option<GroupIx> {
        self.page.links.infinitive(verb)
    }

    /// The verb of the clause that says what a verb says.
    pub fn content_below(&self, verb: GroupIx) -> Option<GroupIx> {
        self.page.links.content(verb)
    }

    /// What the sentence's times say of its verbs.
    pub fn whens(&self) -> &'a [When] {
        &self.page.whens[self.times.clone()]
    }

    /// Index of the time that a line of its own prints as the article's day.
    pub fn printed(&self) -> Option<usize> {
        self.page.printed
    }

    /// Whether a time, as it is written, begins after the day of the article.
    pub fn is_after_today(&self, date: &str) -> bool {
        self.page.today.as_deref().is_some_and(|today| date > today)
    }

    /// Whether a clause of the sentence says what another verb says.
    pub fn has_content(&self) -> bool {
        self.content
    }

    /// The quotes that begin before a byte of the sentence, the last first; none where all of them end before it.
    pub fn quotes_before(&self, byte: u32) -> impl Iterator<Item = &'a Quotation> {
        let count = if byte < self.quoted { self.quotes } else { 0 };
        self.scene.quotes[..count].iter().rev().skip_while(move |q| q.span.start > byte)
    }

    /// The noun groups behind prepositions that lean on a noun, with their prepositions, in order.
    pub fn leaning(&self, noun: GroupIx) -> impl Iterator<Item = (TokenIx, GroupIx)> + use<'a, 's, 't> {
        let (page, doc) = (self.page, self.scene.doc);
        page.links.leaning(noun).filter_map(|group| Some((doc.noun(group).preposition()?, group)))
    }

    /// Likewise, those in the sentence.
    pub fn leaning_here(&self, noun: GroupIx) -> impl Iterator<Item = (TokenIx, GroupIx)> + use<'a, 's, 't> {
        // A headline's verb may have taken the noun of the sentence behind it for its object.
        let end = if (noun as usize) < self.nouns.end { self.nouns.end } else { usize::MAX };
        self.leaning(noun).take_while(move |(_, group)| (*group as usize) < end)
    }

    /// The noun groups behind prepositions in the clause of a verb, with their prepositions, in order; of these groups none but those
    /// from the first that does not end before the verb.
    fn attached(&self, verb: GroupIx, groups: Range<usize>) -> impl Iterator<Item = (TokenIx, GroupIx)> + use<'a, 's, 't> {
        let (page, doc) = (self.page, self.scene.doc);
        let behind = doc.next_noun.get(doc.verb(verb).head).map_or(doc.noun_groups.len(), |n| *n as usize);
        let from = behind.max(groups.start);
        let near = from..groups.end.min(from + ATTACHED_WINDOW);
        let attached = page.links.attached(verb).filter(move |group| near.contains(&(*group as usize)));
        attached.filter_map(|group| Some((doc.noun(group).preposition()?, group)))
    }

    /// Likewise, whatever sentence the verb stands in.
    pub fn attached_anywhere(&self, verb: GroupIx) -> impl Iterator<Item = (TokenIx, GroupIx)> + use<'a, 's, 't> {
        self.attached(verb, 0..self.scene.doc.noun_groups.len())
    }

    /// What its paragraph is.
    pub fn kind(&self) -> SentenceKind {
        self.scene.doc.sentences[self.sentence].kind
    }

    /// Whether "allegedly" or its like stands among the words `from..to` or two words from them.
    pub fn hedges(&self, from: TokenIx, to: TokenIx) -> bool {
        self.page.hedges[self.hedged.clone()].iter().any(|h| (from.saturating_sub(2)..to + 2).contains(h))
    }
}

/// A verb under the eyes of the rules.
pub(super) struct Verb<'h, 'a, 's, 't> {
    here: &'h Here<'a, 's, 't>,
    pub v: GroupIx,
    pub group: &'a VerbGroup,
    pub lemma: Word,
    /// Whether the subject is the one acted on.
    pub passive: bool,
    /// The direct object, or the noun group right behind a mended verb.
    pub object: Option<GroupIx>,
}

impl<'h, 'a, 's, 't> Verb<'h, 'a, 's, 't> {
    /// The verb of a group in the sentence at hand.
    pub fn of(here: &'h Here<'a, 's, 't>, v: GroupIx) -> Self {
        let doc = here.scene.doc;
        Verb { here, v, group: doc.verb(v), lemma: here.lemma(v), passive: voice::is_passive(doc, v), object: voice::object(doc, v) }
    }

    /// The noun groups of the sentence behind prepositions in its clause, with their prepositions, in order.
    pub fn attached(&self) -> impl Iterator<Item = (TokenIx, GroupIx)> + use<'a, 's, 't> {
        self.here.attached(self.v, self.here.nouns.clone())
    }

    /// The subject of a passive, the object of any other verb.
    pub fn acted_on(&self) -> Option<GroupIx> {
        if self.passive { self.group.subject() } else { self.object }
    }
}
