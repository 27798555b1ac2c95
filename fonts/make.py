"""Makes the printing fonts in public/fonts/ and the table of what they hold, from the files of two Debian packages and of an
npm package (the Latin one, for English pages: its letters are narrower, so that as much fits on a page as in Japanese).

Run by `./dev fonts`; the same files come out every time. What a browser writes into a PDF names each glyph by one
character, so that here every glyph belongs to one character alone:

- no Kangxi radicals and their like (U+2E80–2FDF), which common fonts draw with the glyphs of 用, 日, 人 …;
- a glyph that two characters share is given to each of them anew;
- no rules that put one glyph for several characters, or another one for the same character, and no shapes that are chosen
  by a selector behind the character (as in names of the registers): Firefox can't name such a glyph at all, where with the
  ordinary shape it at least names the character.

May know: fonts. Must never know: what is printed with them.
"""

import copy
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


def save(font, cmap, style, family):
    """Writes it where the page finds it, under a name of its own; answers what it holds."""
    font["cmap"].tables = [mapping(4, 1, {c: g for c, g in cmap.items() if c <= 0xFFFF}), mapping(12, 10, cmap)]
    draw_without_hints(font)
    name_it(font, style, family)
    font.flavor = "woff2"
    file = FONTS / f"{family.lower().replace(' ', '-')}-{style.lower()}.woff2"
    font.save(file)
    assert len(set(cmap.values())) == len(cmap), "a glyph belongs to one character"
    print(f"{file.name}: {len(cmap)} characters, {file.stat().st_size} bytes")
    return set(cmap)


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
    latin = Path(sys.argv[1])
    for style in LATIN_WEIGHTS:
        make_latin(style, latin)
    regular = make("Regular", None)
    bold = make("Bold", typed())
    assert bold <= regular, "what is bold is also there in regular"
    TABLE.write_bytes(table(regular))
    print(f"{TABLE.name}: {TABLE.stat().st_size} bytes")


main()
