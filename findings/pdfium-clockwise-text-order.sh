#!/bin/sh
# PDFium reads text that shows turned a quarter clockwise with its last line first, but a quarter
# anticlockwise in order, whether the content was drawn turned or the page has /Rotate. Where it
# was drawn turned, get_text_bounded also loses line ends that get_text_range has, even if
# /Rotate sets the page upright again. So a landscape card on a portrait sheet should be turned
# anticlockwise, and a test of reading order should not use the bounded text.
#
# Seen:
#   pypdfium2 5.15.2 PDFium 8149
#   drawn 0, /Rotate 0: one up|two down|three up // bounded: one up|two down|three up
#   drawn 0, /Rotate 90: three up|two down|one up // bounded: three up|two down|one up
#   drawn 0, /Rotate 270: one up|two down|three up // bounded: one up|two down|three up
#   drawn 90, /Rotate 0: three up|two down|one up // bounded: three up|two downone up
#   drawn 270, /Rotate 0: one up|two down|three up // bounded: one up|two downthree up
#   drawn 90, /Rotate 270: one up|two down|three up // bounded: one up|two downthree up
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 reportlab==5.1.0
"$tmp/venv/bin/python" - <<'EOF'
import io

import pypdfium2
from pypdfium2.version import PDFIUM_INFO, PYPDFIUM_INFO
from reportlab.pdfgen.canvas import Canvas


def read(drawn, turned):
    """Return what is read of a page whose content and view are turned clockwise by degrees."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(200, 200))
    canvas.translate(100, 100), canvas.rotate(-drawn), canvas.translate(-100, -100)
    text = canvas.beginText(20, 150)
    for line in ("one up", "two down", "three up"):
        text.textLine(line)
    canvas.drawText(text), canvas.save()
    page = pypdfium2.PdfDocument(file.getvalue())[0]
    page.set_rotation(turned)
    words = page.get_textpage()
    return words.get_text_range().split("\r\n"), words.get_text_bounded().split("\r\n")


FORTH, BACK = ["one up", "two down", "three up"], ["three up", "two down", "one up"]
wanted = {
    (0, 0): (FORTH, FORTH),
    (0, 90): (BACK, BACK),
    (0, 270): (FORTH, FORTH),
    (90, 0): (BACK, ["three up", "two downone up"]),
    (270, 0): (FORTH, ["one up", "two downthree up"]),
    (90, 270): (FORTH, ["one up", "two downthree up"]),
}
seen = {turns: read(*turns) for turns in wanted}
print("pypdfium2", PYPDFIUM_INFO, "PDFium", PDFIUM_INFO.build)
for (drawn, turned), (whole, bounded) in seen.items():
    print(f"drawn {drawn}, /Rotate {turned}:", "|".join(whole), "// bounded:", "|".join(bounded))
if seen != wanted:
    raise SystemExit("CHANGED: turned text is read in another order or with other line ends")
EOF
