#!/bin/sh
# ReportLab: the six letters before a subset font's name, there to tell subsets of a font apart,
# start at AAAAAA in each document, whatever its characters. Cards put together into one PDF then
# have several fonts of one name, with different programs, in which one code means different
# characters (here e acute and sharp s), though PDF asks for different tags in one file. pikepdf
# leaves that so. What caches or joins fonts by name can't tell them apart: give own tags.
#
# Seen:
#   reportlab 5.1.0 pikepdf 10.18.0
#   ('/AAAAAA+BitstreamVeraSans-Roman', [b'\x01'], '58d61b68e6b7')
#   ('/AAAAAA+BitstreamVeraSans-Roman', [b'\x01'], '01e63797a4ae')
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check reportlab==5.1.0 pikepdf==10.18.0
"$tmp/venv/bin/python" - <<'EOF'
import hashlib
import io

import pikepdf
import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))  # comes with ReportLab


def card(text):
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=(200, 200))
    canvas.setFont("Vera", 12), canvas.drawString(20, 100, text), canvas.save()
    return pikepdf.open(file)


merged, file = pikepdf.new(), io.BytesIO()
for text in ("é", "ß"):
    merged.pages.extend(card(text).pages)
merged.save(file)
seen = []
for page in pikepdf.open(file).pages:
    font = next(f for f in page.Resources.Font.values() if "/FontDescriptor" in f)
    program = hashlib.sha256(font.FontDescriptor.FontFile2.read_bytes()).hexdigest()
    shown = [bytes(i.operands[0]) for i in pikepdf.parse_content_stream(page) if str(i.operator) == "Tj"]
    seen.append((str(font.BaseFont), shown, program[:12]))
print("reportlab", reportlab.Version, "pikepdf", pikepdf.__version__)
print(*seen, sep="\n")
(name, shown, program), (other_name, other_shown, other_program) = seen
if not (name == other_name and shown == other_shown and program != other_program):
    raise SystemExit("CHANGED: two subsets no longer have one name and one code")
EOF
