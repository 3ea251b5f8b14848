//! Lemmas that the rules of spelling do not find.

use std::collections::BTreeMap;

use nutgraf::tagger::lemma::{noun_stem, stem_in, verb_stem};
use nutgraf::text::Tag;

use crate::corpus::Sentence;
use crate::lexicon::{Lexicon, Listed, key};

/// What the corpus and then the listed lemmas say, where the rules say something else: "V=find N=man".
pub fn exceptions(sentences: &[Sentence], lexicon: &Lexicon, listed: &Listed) -> BTreeMap<String, String> {
    let mut seen: BTreeMap<(String, bool), BTreeMap<String, usize>> = BTreeMap::new();
    for s in sentences {
        for ix in 0..s.tokens.len() {
            let verb = match s.gold[ix] {
                Tag::VBD | Tag::VBN | Tag::VBG | Tag::VBZ | Tag::VBP | Tag::MD => true,
                Tag::NNS | Tag::NN => false,
                _ => continue,
            };
            let unit = matches!(s.word(ix).to_lowercase().as_str(), "am" | "pm");
            if s.gold[ix] == Tag::NN && !unit {
                continue;
            }
            if let Some(form) = key(s.word(ix)) {
                *seen.entry((form, verb)).or_default().entry(s.lemmas[ix].to_lowercase()).or_default() += 1;
            }
        }
    }
    let can = |word: &str, tags: &[Tag]| lexicon.words.get(word).is_some_and(|f| f.iter().flatten().any(|t| tags.contains(t)));
    let mut out = BTreeMap::new();
    for word in lexicon.words.keys() {
        let mut cells = Vec::new();
        for (verb, letter, pos, tags) in
            [(true, 'V', "verb", &[Tag::VBD, Tag::VBN, Tag::VBG, Tag::VBZ, Tag::VBP, Tag::MD][..]), (false, 'N', "noun", &[Tag::NNS, Tag::NNPS][..])]
        {
            let unit = pos == "noun" && matches!(word.as_str(), "am" | "pm");
            if !can(word, tags) && !unit {
                continue;
            }
            let counted = seen.get(&(word.clone(), verb)).and_then(|c| c.iter().max_by_key(|(l, n)| (**n, l.len())).map(|(l, n)| (l.clone(), *n)));
            let listed = listed.lemmas.get(&(word.clone(), pos)).cloned();
            let wanted = match (counted, listed) {
                (Some((lemma, n)), Some(listed)) => {
                    if n >= 2 {
                        lemma
                    } else {
                        listed
                    }
                }
                (Some((lemma, _)), None) => lemma,
                (None, Some(listed)) => listed,
                (None, None) => continue,
            };
            let stem = if verb { verb_stem(word, |s| can(s, &[Tag::VB, Tag::VBP])) } else { noun_stem(word, |s| can(s, &[Tag::NN])) };
            let mut buffer = [0; 66];
            let found = stem.and_then(|(change, _)| stem_in(&mut buffer, word, change)).unwrap_or(word);
            if found != wanted && !wanted.contains([' ', '=']) {
                cells.push(format!("{letter}={wanted}"));
            }
        }
        if !cells.is_empty() {
            out.insert(word.clone(), cells.join(" "));
        }
    }
    out
}
