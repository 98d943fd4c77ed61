#!/bin/sh
# PDFium: "0 -9.9 Td" line after line and "1 0 0 1 x y Tm" with the same places written out do not
# give the same picture. The steps are summed in single precision (the sixth baseline is
# 130.50003, not 130.5), and text lands on whole rows of pixels, so wherever a baseline comes to
# half a row the whole line of text moves by a pixel. A tool that only rewrites how lines are
# placed fails a comparison of pixels, and at another resolution (scale 2 here) does not.
#
# Seen:
#   pypdfium2 5.15.2 PDFium 8149
#   unlike rows 62 to 71, 411 pixels
#   the sixth line is the same one, a pixel higher: True
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 pikepdf==10.18.0
"$tmp/venv/bin/python" - <<'EOF'
import io

import pikepdf
import pypdfium2
from pypdfium2.version import PDFIUM_INFO, PYPDFIUM_INFO

TEXT = "(Play each bar twice) Tj"
stepped = "BT /F 9 Tf 10 180 Td " + " 0 -9.9 Td ".join([TEXT] * 6) + " ET"
places = ("180", "170.1", "160.2", "150.3", "140.4", "130.5")
placed = "BT /F 9 Tf " + " ".join(f"1 0 0 1 10 {y} Tm {TEXT}" for y in places) + " ET"


def rows(content):
    """Return the page's rows of grey pixels, one a point."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    page.Resources = pikepdf.Object.parse(font.encode())
    page.Contents = pdf.make_stream(content.encode())
    file = io.BytesIO()
    pdf.save(file)
    image = pypdfium2.PdfDocument(file.getvalue())[0].render(scale=1, grayscale=True)
    data = bytes(image.buffer)
    return [data[y * image.stride :][: image.width] for y in range(image.height)]


a, b = rows(stepped), rows(placed)
unlike = [y for y in range(200) if a[y] != b[y]]
pixels = sum(p != q for y in unlike for p, q in zip(a[y], b[y]))
one_up = a[62:75] == b[63:76]
print("pypdfium2", PYPDFIUM_INFO, "PDFium", PDFIUM_INFO.build)
print(f"unlike rows {unlike[0]} to {unlike[-1]}, {pixels} pixels" if unlike else "no unlike rows")
print("the sixth line is the same one, a pixel higher:", one_up)
if not (unlike and one_up):
    raise SystemExit("CHANGED: stepped and placed lines no longer differ by a pixel here")
EOF
