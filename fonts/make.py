"""Makes the printing fonts in public/fonts/ and the table of what they hold, from the files of two Debian packages and of an
npm package (the Latin one, for English pages: its letters are narrower, so that as much fits on a page as in Japanese).

Run by `./dev fonts`; the same files come out every time. What a browser writes into a PDF names each glyph by one
character, so that here every glyph belongs to one character alone:

- no Kangxi radicals and their like (U+2E80–2FDF), which common fonts draw with the glyphs of 用, 日, 人 …;
- a glyph that two characters share is given to each of them anew;
- no rules that put one glyph for several characters, or another one for the same character, and no shapes that are chosen
  by a selector behind the character (as in names of the registers): Firefox can't name such a glyph at all, where with the
  ordinary shape it at least names the character.

Each Japanese face is cut into slices, so that a sheet fetches only the characters that it shows: characters that are often
met together lie together (`frequent.txt`). `faces.json` says which slice holds which characters; a browser is told that as
`unicode-range` (src/browser/fonts.rs).

May know: fonts. Must never know: what is printed with them.
"""

import copy
import io
import json
import sys
import unicodedata
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables.ttProgram import Program

FAMILY = "Aritai Print"
MAIN = "/usr/share/fonts/truetype/bizud-gothic/BIZUDPGothic-{}.ttf"
MORE = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
MORE_JAPANESE = 0  # which font of the collection

LATIN = "files/source-sans-3-latin-{}-normal.woff2"
LATIN_WEIGHTS = {"Regular": 400, "Bold": 700}

PROJECT = Path(__file__).resolve().parent.parent
FONTS = PROJECT / "public" / "fonts"
TABLE = PROJECT / "src" / "export" / "letters.bin"
FACES = FONTS / "faces.json"

# Kanji, the ones that are met most first: those of the program's own words and cards by how often they stand there, then by
# how often they stand on Japanese web pages (the order of the subsets of Noto Sans JP in Google Fonts).
FREQUENT = Path(__file__).resolve().parent / "frequent.txt"
# What every sheet has some of: Latin letters, marks that stand over letters, kana, and the signs between words.
ALWAYS = [range(0x20, 0x7F), range(0xA0, 0x100), range(0x300, 0x370), range(0x2010, 0x2040), range(0x3000, 0x3020),
          range(0x3041, 0x3100), range(0xFF00, 0xFF60), [0x2610, 0x2611, 0x25A1, 0x2190, 0x2192]]
KANJI = [range(0x3400, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x40000)]
# How many characters lie in one slice: of the frequent kanji (so many of them), of the others, of what only the regular face has.
OFTEN, OFTEN_SLICE, SELDOM_SLICE, REST_SLICE = 2016, 48, 96, 512

# Characters that draw nothing themselves: a browser deals with them without a font.
UNDRAWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
RADICALS = range(0x2E80, 0x2FE0)
# Names and signs that the main font doesn't have, taken from the other one.
NAMES = "𠮷槗翶"
SIGNS = [*range(0x2010, 0x2070), *range(0x2190, 0x2200), *range(0x2460, 0x27C0), 0x2985, 0x2986]
# Boxes to tick, which neither has: drawn from the main font's own square and tick.
BOX, BOX_TICKED, SQUARE, TICK = 0x2610, 0x2611, 0x25A1, 0x2713


def decoded(codec, rows, before=b"", after=b""):
    """Every character of an old double-byte code."""
    found = set()
    for first in rows:
        for second in range(0x21, 0xFD):
            try:
                text = (before + bytes([first, second]) + after).decode(codec)
            except UnicodeDecodeError:
                continue
            if len(text) == 1:
                found.add(ord(text))
    return found


def typed():
    """Latin letters, and what a Japanese computer has typed since 1990: JIS X 0208 with what makers added to it."""
    latin = {*range(0x20, 0x250), *range(0x2010, 0x2070)}
    return latin | decoded("cp932", range(0x81, 0xFD)) | decoded("iso2022_jp", range(0x21, 0x7F), b"\x1b$B", b"\x1b(B")


def is_drawn(character):
    return unicodedata.category(chr(character)) not in UNDRAWN and character not in RADICALS


def cut(font, characters, features=()):
    """Leaves these characters and what they are drawn with."""
    options = subset.Options()
    options.layout_features = list(features)
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 13, 14]
    options.drop_tables += ["GSUB", "BASE", "vhea", "vmtx", "meta", "DSIG", *([] if features else ["GPOS", "GDEF"])]
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters)
    worker.subset(font)


def add(font, name, glyph, width):
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"].metrics[name] = (width, glyph.xMin if glyph.numberOfContours else 0)


def drawn(glyphs, name, scale):
    """A glyph of another font, or of ours, as quadratic outlines."""
    pen = TTGlyphPen(None)
    curves = Cu2QuPen(pen, max_err=1.0, reverse_direction=True) if scale != 1 else pen
    whole = DecomposingRecordingPen(glyphs)
    glyphs[name].draw(whole)
    whole.replay(TransformPen(curves, (scale, 0, 0, scale, 0, 0)))
    return pen.glyph()


def ticked(glyphs, square, tick):
    """A tick in a square of the font's own."""
    pen = TTGlyphPen(None)
    whole = DecomposingRecordingPen(glyphs)
    glyphs[square].draw(whole)
    whole.replay(pen)
    mark = DecomposingRecordingPen(glyphs)
    glyphs[tick].draw(mark)
    mark.replay(pen)
    return pen.glyph()


def mapping(form, encoding, cmap):
    """One table of characters and glyphs, as Windows calls it; the others read it too."""
    made = CmapSubtable.newSubtable(form)
    made.platformID, made.platEncID, made.language, made.cmap = 3, encoding, 0, cmap
    return made


def draw_without_hints(font):
    """Smooth at every size, and no parts dropped, as is usual for outlines without hints."""
    gasp = newTable("gasp")
    gasp.version, gasp.gaspRange = 1, {0xFFFF: 0x0F}
    font["gasp"] = gasp
    prep = newTable("prep")
    prep.program = Program()
    prep.program.fromAssembly(["PUSHW[]", "511", "SCANCTRL[]", "PUSHB[]", "4", "SCANTYPE[]"])
    font["prep"] = prep


def name_it(font, style, family=FAMILY):
    names = font["name"]
    full = f"{family} {style}"
    for number, text in [(1, family), (2, style), (3, full), (4, full), (6, full.replace(" ", ""))]:
        names.setName(text, number, 3, 1, 0x409)


def make(style, wanted):
    """One face. `wanted`: which characters of the main font; `None` for all."""
    font = TTFont(MAIN.format(style), recalcTimestamp=False)
    more = TTFont(MORE.format(style), fontNumber=MORE_JAPANESE)
    here = {c for c in font.getBestCmap() if is_drawn(c)}
    cut(font, sorted(here if wanted is None else here & wanted))
    cmap = dict(font.getBestCmap())

    one_each(font, cmap)

    theirs, outlines = more.getBestCmap(), more.getGlyphSet()
    scale = font["head"].unitsPerEm / more["head"].unitsPerEm
    for character in sorted({*map(ord, NAMES), *SIGNS} - set(cmap)):
        if character in theirs and is_drawn(character):
            glyph, name = theirs[character], f"more{character:04X}"
            add(font, name, drawn(outlines, glyph, scale), round(more["hmtx"][glyph][0] * scale))
            cmap[character] = name

    ours = font.getGlyphSet()
    square, tick = cmap[SQUARE], cmap[TICK]
    width = font["hmtx"][square][0]
    box, box_ticked = drawn(ours, square, 1), ticked(ours, square, tick)
    add(font, "box", box, width)
    add(font, "boxTicked", box_ticked, width)
    cmap |= {BOX: "box", BOX_TICKED: "boxTicked"}

    return save(font, cmap, style, FAMILY)


def make_latin(style, package):
    """The same of the Latin letters, with the distances between them that they were drawn for."""
    font = TTFont(package / LATIN.format(LATIN_WEIGHTS[style]), recalcTimestamp=False)
    cut(font, sorted(c for c in font.getBestCmap() if is_drawn(c)), ["kern"])
    cmap = dict(font.getBestCmap())
    one_each(font, cmap)
    return save(font, cmap, style, f"{FAMILY} Latin")


def one_each(font, cmap):
    """One glyph, one character."""
    first = {}
    for character, glyph in sorted(cmap.items()):
        if glyph in first:
            name = f"own{character:04X}"
            add(font, name, copy.deepcopy(font["glyf"][glyph]), font["hmtx"][glyph][0])
            cmap[character] = name
        first.setdefault(cmap[character], character)


def slices(regular, bold):
    """The characters of both faces in slices, none in two. A slice is in bold as a whole or not at all."""
    order = [ord(c) for c in FREQUENT.read_text(encoding="utf-8") if c > " "]
    often = order[:OFTEN]
    kanji = {c for some in KANJI for c in some}
    always = {c for some in ALWAYS for c in some}
    rank = {c: at for at, c in enumerate(order)}
    ordered = sorted(regular - always, key=lambda c: (c in kanji, rank.get(c, len(order)), c))
    both = [c for c in ordered if c in bold]
    groups = [
        (sorted(always & regular & bold), len(always)),
        ([c for c in both if c in set(often)], OFTEN_SLICE),
        ([c for c in both if c not in set(often)], SELDOM_SLICE),
        (sorted(regular - bold), REST_SLICE),
    ]
    return [group[at : at + size] for group, size in groups for at in range(0, len(group), size)]


def ranges(characters):
    """As a style's `unicode-range` has it."""
    found = []
    for c in sorted(characters):
        if found and found[-1][1] == c - 1:
            found[-1][1] = c
        else:
            found.append([c, c])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in found)


def cut_out(whole, characters, style, number):
    """One slice of a face, with the same measures and name. Its licence lies beside it (`OFL.txt`)."""
    font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
    cmap = {c: g for c, g in font.getBestCmap().items() if c in characters}
    options = subset.Options()
    options.layout_features, options.hinting, options.notdef_outline = [], True, True
    options.glyph_names, options.name_IDs, options.prune_unicode_ranges = False, [1, 2, 3, 4, 6], False
    worker = subset.Subsetter(options)
    worker.populate(unicodes=characters)
    worker.subset(font)
    cmap = dict(font.getBestCmap())
    font["cmap"].tables = [mapping(4, 1, {c: g for c, g in cmap.items() if c <= 0xFFFF}), mapping(12, 10, cmap)]
    font.flavor = "woff2"
    file = FONTS / f"{style.lower()}-{number:03}.woff2"
    font.save(file)
    assert set(cmap) == set(characters) and len(set(cmap.values())) == len(cmap)
    return file


def save(font, cmap, style, family):
    """Names it, and gives its bytes, and what it holds."""
    font["cmap"].tables = [mapping(4, 1, {c: g for c, g in cmap.items() if c <= 0xFFFF}), mapping(12, 10, cmap)]
    draw_without_hints(font)
    name_it(font, style, family)
    assert len(set(cmap.values())) == len(cmap), "a glyph belongs to one character"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue(), set(cmap)


def table(characters):
    """Pages of 256 characters: number of the page (two bytes), how many there are on it (one byte; 0 for 256), and then
    their last bytes one by one, or 32 bytes with a bit for each where that is shorter."""
    out = bytearray()
    for page in sorted({c >> 8 for c in characters}):
        on_it = sorted(c & 0xFF for c in characters if c >> 8 == page)
        out += page.to_bytes(2, "big") + bytes([len(on_it) % 256])
        if len(on_it) < 32:
            out += bytes(on_it)
        else:
            bits = bytearray(32)
            for low in on_it:
                bits[low >> 3] |= 1 << (low & 7)
            out += bits
    return bytes(out)


def main():
    for file in (MAIN, MORE):
        if not Path(file.format("Regular")).exists():
            sys.exit(f"There is no {file.format('Regular')}: its Debian package is missing.")
    FONTS.mkdir(parents=True, exist_ok=True)
    for old in FONTS.glob("*.woff2"):
        old.unlink()
    latin = Path(sys.argv[1])
    faces = []
    for style, weight in LATIN_WEIGHTS.items():
        whole, held = make_latin(style, latin)
        font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
        font.flavor = "woff2"
        name = f"latin-{style.lower()}.woff2"
        font.save(FONTS / name)
        faces.append([ranges(held), [[f"{FAMILY} Latin", weight, name]]])
    (whole, regular), (whole_bold, bold) = make("Regular", None), make("Bold", typed())
    assert bold <= regular, "what is bold is also there in regular"
    for number, characters in enumerate(slices(regular, bold)):
        of_both = set(characters) <= bold
        made = []
        for style, weight, bytes_of in [("Regular", 400, whole), ("Bold", 700, whole_bold)]:
            if of_both or style == "Regular":
                file = cut_out(bytes_of, characters, style, number)
                made.append([FAMILY, weight, file.name])
        # What is bold and not in the bold one comes from the regular one.
        if not of_both:
            made.append([f"{FAMILY} Regular", 400, f"regular-{number:03}.woff2"])
        faces.append([ranges(characters), made])
    FACES.write_text(json.dumps(faces, separators=(",", ":")) + "\n", encoding="utf-8")
    TABLE.write_bytes(table(regular))
    files = sorted(FONTS.glob("*.woff2"))
    print(f"{len(files)} files, {sum(f.stat().st_size for f in files)} bytes; {len(regular)} characters, {len(bold)} in bold")


main()
