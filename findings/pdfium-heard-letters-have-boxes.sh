#!/bin/sh
# PDFium gives letters that are only in /ActualText boxes of their own: a "4" that is to be heard as
# "see move 4" has ten, each a tenth of the digit's width, at the digit's type size. So whoever
# counts the words of a page, or measures its letters by their boxes, counts words that nobody sees,
# and a search marks a sliver. pypdf and PyMuPDF give the "4" alone: three readers, two texts.
#
# Seen:
#   pypdfium2 5.15.2: Knee pain see move 4 end
#   pypdf 6.14.2: Knee pain 4 end
#   PyMuPDF 1.28.0: Knee pain 4 end
#   boxes of the digit: 10, each 0.6 of 6.67 points wide, in type of 12 points
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  pypdfium2==5.15.2 pypdf==6.14.2 PyMuPDF==1.28.0 pikepdf==10.18.0
"$tmp/venv/bin/python" - <<'EOF'
import io

import pikepdf
import pymupdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

pdf = pikepdf.new()
page = pdf.add_blank_page(page_size=(200, 40))
font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
page.Resources = pikepdf.Object.parse(font.encode())
heard = "/Span <</ActualText (see move 4)>> BDC BT /F 12 Tf 100 15 Td (4) Tj ET EMC"
around = "BT /F 12 Tf {} 15 Td ({}) Tj ET"
content = " ".join([around.format(20, "Knee pain"), heard, around.format(120, "end")])
page.Contents = pdf.make_stream(content.encode())
file = io.BytesIO()
pdf.save(file)
data = file.getvalue()

text = pypdfium2.PdfDocument(data)[0].get_textpage()
said = {
    f"pypdfium2 {pypdfium2.version.PYPDFIUM_INFO}": text.get_text_range(),
    f"pypdf {pypdf.__version__}": pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text(),
    f"PyMuPDF {pymupdf.VersionBind}": pymupdf.open(stream=data)[0].get_text(),
}
read = [" ".join(words.split()) for words in said.values()]
for name, words in zip(said, read):
    print(f"{name}: {words}")
boxes = []
for index in range(text.count_chars()):
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    if 100 < box.left < box.right < 107:
        boxes.append((round(box.right - box.left, 1), pdfium.FPDFText_GetFontSize(text, index)))
print(f"boxes of the digit: {len(boxes)}, each {boxes[0][0]} of 6.67 points wide,", end=" ")
print(f"in type of {boxes[0][1]:g} points")
if read != ["Knee pain see move 4 end"] + ["Knee pain 4 end"] * 2 or boxes != [(0.6, 12.0)] * 10:
    raise SystemExit("CHANGED: what is heard is read otherwise, or has other boxes")
EOF
