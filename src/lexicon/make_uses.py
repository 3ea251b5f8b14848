#!/usr/bin/env python3
"""Makes uses.tsv: which use (class of words that stand in like places) each word of the lexicon has.

usage: make_uses.py PACKAGES: where the wheel of PyPI `spacy-lookups-data` is unpacked. See SOURCES.md.
"""
import glob
import gzip
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def keys():
    """The single words of every list."""
    for path in [os.path.join(HERE, "words.tsv"), os.path.join(HERE, "words_by_hand.tsv"), *glob.glob(os.path.join(HERE, "lists", "*.tsv"))]:
        for line in open(path, encoding="utf-8"):
            key = line.rstrip("\n").split("\t")[0]
            if key and not line.startswith("# ") and " " not in key:
                yield key


def main():
    data = os.path.join(sys.argv[1], "spacy_lookups_data", "data")
    classes, logs = (json.load(gzip.open(os.path.join(data, f"en_lexeme_{name}.json.gz"))) for name in ("cluster", "prob"))

    def use(form):
        # The lowest bit of the number is the root of the tree; written from the root on.
        found = classes.get(form) if logs.get(form, -99) > RAREST else None
        return bin(found)[:1:-1] if found else "-"
    with open(os.path.join(HERE, "uses.tsv"), "w", encoding="utf-8") as out:
        out.write("# word, its use in lower case, capitalised, in capitals: a path from the root of a tree of classes (- unknown)\n")
        for key in sorted(set(keys())):
            forms = [use(key), use(key[:1].upper() + key[1:]), use(key.upper())]
            if forms != ["-", "-", "-"]:
                out.write("\t".join([key, *forms]) + "\n")


# Words rarer than this (natural logarithm of their share of running text) are classed by too few sightings.
RAREST = -18.0

if __name__ == "__main__":
    main()
