#!/bin/sh
# pdf.js 5: a glyph that stands for several letters (by its ToUnicode map), one of them a combining
# mark, is taken for a mark alone: to have no width. Where it is wide and first in its word, text content then has a blank
# behind it, in the middle of a word: here of Hindi, whose syllables are drawn as one glyph. Searching
# for the word finds nothing. Of two glyphs, one for the letter with the width and an empty one for the
# mark, the word comes back whole.
#
# Seen:
#   pdfjs-dist 5.6.205
#   one glyph for letter and mark: "क ने पाल"
#   the mark a glyph of its own:   "क नेपाल"
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pikepdf==10.18.0 fonttools==4.68.0
npm install --silent --no-audit --no-fund --prefix "$tmp" pdfjs-dist@5.6.205
"$tmp/venv/bin/python" - "$tmp" <<'EOF'
import io
import sys

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, String

WIDTH = 1000


def program(widths):
    """Return a TrueType font of boxes of these widths."""
    names = [".notdef", *(f"g{i}" for i in range(len(widths)))]
    glyphs = {}
    for name, width in zip(names, [0, *widths], strict=True):
        pen = TTGlyphPen(None)
        if width:
            pen.moveTo((100, 0)), pen.lineTo((100, 700)), pen.lineTo((900, 700)), pen.closePath()
        glyphs[name] = pen.glyph()
    builder = FontBuilder(WIDTH, isTTF=True)
    builder.setupGlyphOrder(names), builder.setupCharacterMap({}), builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics(dict(zip(names, [(w, 0) for w in [0, *widths]], strict=True)))
    builder.setupHorizontalHeader(ascent=800, descent=-200), builder.setupOS2(), builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def made(path, shown, texts):
    """Write a page that shows codes of a font; texts are what each stands for, and its width."""
    pdf = pikepdf.new()
    rows = "\n".join(f"<{c:04X}> <{t.encode('utf-16-be').hex()}>" for c, (t, _) in texts.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(texts)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    )
    widths = [width for _, width in texts.values()]
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/AAAAAA+X"), Flags=4, FontBBox=Array([0, -200, 1000, 800]),
        ItalicAngle=0, Ascent=800, Descent=-200, CapHeight=700, StemV=80,
        FontFile2=pdf.make_stream(program(widths)),
    )
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/AAAAAA+X"), CIDToGIDMap=Name.Identity,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor), DW=0, W=Array([1, Array(widths)]),
    )
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/AAAAAA+X"), Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(descendant)]), ToUnicode=pdf.make_stream(table.encode()),
    )
    page = pdf.add_blank_page(page_size=(300, 100))
    page.obj.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
    page.obj.Contents = pdf.make_stream(f"BT /F 20 Tf 20 50 Td <{shown}> Tj ET".encode())
    pdf.save(path)


rest = {3: ("पा", WIDTH), 4: ("ल", WIDTH), 5: ("क", WIDTH), 6: (" ", 300)}
made(f"{sys.argv[1]}/one.pdf", "00050006000100030004", {1: ("ने", WIDTH), 2: ("x", 0), **rest})
made(f"{sys.argv[1]}/two.pdf", "000500060001000200030004", {1: ("न", WIDTH), 2: ("े", 0), **rest})
EOF
cat > "$tmp/read.mjs" <<'EOF'
import { readFileSync } from "node:fs";
import { getDocument, VerbosityLevel, version } from "pdfjs-dist/legacy/build/pdf.mjs";
const read = async (name) => {
  const data = new Uint8Array(readFileSync(new URL(name, import.meta.url)));
  const pdf = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items.map((item) => item.str).join("");
};
const [one, two] = [await read("one.pdf"), await read("two.pdf")];
console.log(`pdfjs-dist ${version}`);
console.log(`one glyph for letter and mark: "${one}"`);
console.log(`the mark a glyph of its own:   "${two}"`);
if (one !== "क ने पाल" || two !== "क नेपाल") {
  console.log("CHANGED: a mark within a glyph no longer puts a blank behind it");
  process.exit(1);
}
EOF
node "$tmp/read.mjs"
