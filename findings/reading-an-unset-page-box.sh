#!/bin/sh
# pypdf and pikepdf: to look at a print box that a page lacks can change the page. pypdf writes
# the fallback into the page: reading artbox of a page that has a TrimBox leaves both, which
# PDF/X forbids. pikepdf adds nothing, but what it hands out is the MediaBox itself and no copy,
# so that working out a bleed in place moves the edge of the sheet.
#
# Seen:
#   pypdf 7.1.1 pikepdf 10.18.0
#   before: {'/MediaBox': [0, 0, 200, 200], '/TrimBox': [10, 10, 190, 190]}
#   pypdf, ArtBox read: {'/ArtBox': [0, 0, 200, 200], '/MediaBox': [0, 0, 200, 200], '/TrimBox': [10, 10, 190, 190]}
#   pikepdf, BleedBox read, then changed: {'/MediaBox': [5, 0, 200, 200], '/TrimBox': [10, 10, 190, 190]}
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pypdf==7.1.1 pikepdf==10.18.0
"$tmp/venv/bin/python" - <<'EOF'
import io

import pikepdf
import pypdf

blank = io.BytesIO()
with pikepdf.new() as pdf:
    page = pdf.add_blank_page(page_size=(200, 200))
    page.trimbox = [10, 10, 190, 190]
    pdf.save(blank)


def boxes(file):
    """Return the boxes that a file's page has of its own."""
    with pikepdf.open(file) as pdf:
        return {k: [int(n) for n in v] for k, v in sorted(pdf.pages[0].obj.items()) if k.endswith("Box")}


before = boxes(blank)
writer, by_pypdf = pypdf.PdfWriter(clone_from=blank), io.BytesIO()
writer.pages[0].artbox  # only read
writer.write(by_pypdf)
by_pikepdf = io.BytesIO()
with pikepdf.open(blank) as pdf:
    bleed = pdf.pages[0].bleedbox
    bleed[0] = 5  # the box that was read, not the page
    pdf.save(by_pikepdf)
print("pypdf", pypdf.__version__, "pikepdf", pikepdf.__version__)
print("before:", before)
print("pypdf, ArtBox read:", boxes(by_pypdf))
print("pikepdf, BleedBox read, then changed:", boxes(by_pikepdf))
if (boxes(by_pypdf), boxes(by_pikepdf)) != (
    {"/ArtBox": [0, 0, 200, 200], **before},
    {**before, "/MediaBox": [5, 0, 200, 200]},
):
    raise SystemExit("CHANGED: reading a box that a page lacks has another effect")
EOF
