#!/usr/bin/env python3
"""Derives readings.txt, simplified.txt, compatibility.txt and lookalike.txt from the Unicode Character Database.

Usage: derive.py [/usr/share/unicode]     (Debian: apt-get install unicode-data)
Output goes beside this file; the same input gives the same bytes. README.md says what each file holds.
"""
import bz2
import collections
import itertools
import pathlib
import re
import sys
import unicodedata

SOURCE = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
TARGET = pathlib.Path(__file__).parent


def unihan(name):
    """Unihan_NAME: field → character → value."""
    fields = collections.defaultdict(dict)
    for raw in bz2.open(SOURCE / f"Unihan_{name}.txt.bz2", "rt", encoding="utf-8"):
        if raw.startswith("U+"):
            code, field, value = raw.rstrip("\n").split("\t")
            fields[field][chr(int(code[2:], 16))] = value
    return fields


def points(value):
    return [chr(int(part.split("<")[0][2:], 16)) for part in value.split()]


def toneless(reading):
    """zhāng → zhang, lǜ → lv (ü is written v, as input methods do)."""
    marks = unicodedata.normalize("NFD", reading.strip()).replace("u\u0308", "v")
    return "".join(c for c in marks if "a" <= c <= "z")


def write(name, lines):
    (TARGET / name).write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")


readings, variants = unihan("Readings"), unihan("Variants")
like, other, sources = unihan("DictionaryLikeData"), unihan("OtherMappings"), unihan("IRGSources")
mandarin, general = readings["kMandarin"], other["kTGH"]

# What a customer's name can be expected to hold: the Basic Multilingual Plane, and the general standard list (通用规范汉字表).
known = sorted(c for c in mandarin if ord(c) < 0x10000 or c in general)

main, more = collections.defaultdict(list), collections.defaultdict(list)
for c in known:
    first = toneless(mandarin[c].split()[0])
    main[first].append(c)
    rest = {toneless(mandarin[c].split()[-1])}
    for field in ("kTGHZ2013", "kXHC1983"):
        for entry in readings[field].get(c, "").split():
            rest.update(toneless(one) for one in entry.split(":")[1].split(","))
    for reading in sorted(rest - {first, ""}):
        more[reading].append(c)
write("readings.txt", (f"{s} {''.join(main[s])} {''.join(more[s])}".rstrip() for s in sorted(set(main) | set(more))))

simplified = {}
for c, value in variants["kSimplifiedVariant"].items():
    targets = points(value)
    if len(targets) > 1 and c not in general:  # 蘭: 兰, and rare forms beside it; 鍾: 钟 and 锺, the first is in use
        targets = [t for t in targets if t in general][:1]
    if len(targets) == 1 and targets[0] != c:
        simplified[c] = targets[0]
# Variant forms outside the standard list (囯 for 国): one meaning, one reading, one form inside it.
for field in ("kSemanticVariant", "kZVariant"):
    for c, value in variants[field].items():
        if c in general or c in simplified or c not in mandarin:
            continue
        targets = {simplified.get(t, t) for t in points(value)}
        targets = {t for t in targets if t in general and mandarin.get(t) == mandarin[c]}
        if len(targets) == 1:
            simplified[c] = targets.pop()
for c in list(simplified):  # chains, should a target have a target
    while simplified[c] in simplified and simplified[simplified[c]] != c:
        simplified[c] = simplified[simplified[c]]
write("simplified.txt", (f"{c}{t}" for c, t in sorted(simplified.items()) if ord(c) < 0x10000 or t in general))

compatibility = {}
for code in [*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)]:
    target = unicodedata.normalize("NFKC", chr(code))
    if target != chr(code) and len(target) == 1:
        compatibility[code] = target
# Radicals that stand as characters (⻢ for 马): most have no decomposition, this file has them all.
for raw in open(SOURCE / "EquivalentUnifiedIdeograph.txt", encoding="utf-8"):
    codes, _, target = raw.split("#")[0].partition(";")
    if target:
        first, _, last = codes.strip().partition("..")
        for code in range(int(first, 16), int(last or first, 16) + 1):
            if 0x2E80 <= code < 0x2FE0:
                compatibility[code] = chr(int(target.strip(), 16))
write("compatibility.txt", (chr(code) + target for code, target in sorted(compatibility.items())))



def one_edit(a, b):
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), len(a))
    return a[i + (len(a) == len(b)):] == b[i + 1:]


# Cangjie spells a character by the shapes of its parts, kPhonetic groups by the part that gives the sound. Two characters look alike
# where they share that part and nearly all letters (淑 椒, 晴 睛); or, of few strokes, radical and all letters but one (己 已, 大 太).
shape = {c: like["kCangjie"][c].split()[0] for c in general if c in like["kCangjie"]}
strokes = {c: int(sources["kTotalStrokes"][c].split()[0]) for c in shape}
parts, radicals = collections.defaultdict(set), collections.defaultdict(set)
for c in shape:
    for form in [c, *points(variants["kTraditionalVariant"].get(c, ""))]:
        for part in like["kPhonetic"].get(form, "").split():
            parts[re.match(r"\d*", part)[0]].add(c)
    radicals[sources["kRSUnicode"][c].split()[0].split(".")[0]].add(c)

alike = collections.defaultdict(set)
for group in parts.values():
    for a, b in itertools.combinations(sorted(group), 2):
        x, y = shape[a], shape[b]
        if abs(strokes[a] - strokes[b]) <= 4 and (one_edit(x, y) or (len(x) > 3 < len(y) and x[-3:] == y[-3:])):
            alike[a].add(b)
for group in radicals.values():
    for a, b in itertools.combinations(sorted(c for c in group if strokes[c] <= 6), 2):
        if abs(strokes[a] - strokes[b]) <= 1 and one_edit(shape[a], shape[b]):
            alike[a].add(b)
# What one frame holds together and Cangjie spells apart: a stroke longer, slanted or closed.
for group in "未末 土士 干千于 佘余 宣宜 茜茵 免兔 戊戌戍 日曰 人入 大太犬 天夭 王玉 申甲由 刀刁力 毛手 贝见 乌鸟 代伐 辛幸 今令 祁祈 冀翼 己已巳 季李 史吏 折析 瓜爪 兀元 冶治 凤风 师帅 任仕 崇祟 竟竞 尤龙 汨汩 亳毫 管菅 茶荼 昊旲 旦且 巨臣 陡徒 宫官 冼洗 子孑 午牛 汪江 冯马 侯候 栾峦".split():
    for a, b in itertools.combinations(sorted(group), 2):
        alike[a].add(b)
write("lookalike.txt", (c + "".join(sorted(others)) for c, others in sorted(alike.items())))
