#!/bin/sh
# pdf-lib: a PDF whose pages lie in an object stream with a predictor has no pages. It undoes Flate
# and passes over /DecodeParms there, and loads without an exception. With a predictor on the
# cross-reference stream alone all is well, so that a file may look as if predictors were
# supported. Object streams with predictors are valid (ISO 32000-1, 7.5.7 and 7.4.4.4).
#
# Seen:
#   pdf-lib 1.17.1 pikepdf 10.18.0
#   predictor on the table alone: pikepdf 1, pdf-lib 1
#   predictor on both: pikepdf 1, pdf-lib 0
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check pikepdf==10.18.0
(cd "$tmp" && npm install --silent --no-fund --no-audit pdf-lib@1.17.1 >/dev/null)
"$tmp/venv/bin/python" - "$tmp" <<'EOF'
import struct
import sys
import zlib

import pikepdf


def up(rows):
    """Return rows of one length as the predictor Up of PNG has them."""
    above, out = bytes(len(rows[0])), b""
    for row in rows:
        out += b"\2" + bytes((a - b) % 256 for a, b in zip(row, above))
        above = row
    return out


def deflated(content, columns):
    """Return entries of a dictionary and a stream, with a predictor where columns are given."""
    if not columns:
        data, entries = zlib.compress(content), b"/Filter/FlateDecode"
    else:
        rows = [content[i : i + columns] for i in range(0, len(content), columns)]
        data = zlib.compress(up(rows))
        entries = b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>" % columns
    return entries + b"/Length %d" % len(data), data


def pdf(columns):
    head = b"3 0 "
    content = head + b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<<>>>>\n"
    content += b" " * (-len(content) % 16)
    entries, data = deflated(content, columns)
    out = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"
    places = [len(out)]
    out += b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    places.append(len(out))
    out += b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
    places.append(len(out))
    out += b"4 0 obj\n<</Type/ObjStm/N 1/First %d%b>>\nstream\n%b\nendstream\nendobj\n" % (
        len(head), entries, data
    )
    one, two, four = ((1, place, 0) for place in places)
    table = [(0, 0, 65535), one, two, (2, 4, 0), four, (1, len(out), 0)]
    rows = b"".join(struct.pack(">BHH", *row) for row in table)
    entries, data = deflated(rows, 5)
    start = len(out)
    out += b"5 0 obj\n<</Type/XRef/Size 6/W[1 2 2]/Root 1 0 R%b>>\nstream\n%b\nendstream\nendobj\n" % (
        entries, data
    )
    return out + b"startxref\n%d\n%%%%EOF\n" % start


for name, columns in (("table", 0), ("both", 16)):
    path = f"{sys.argv[1]}/{name}.pdf"
    with open(path, "wb") as file:
        file.write(pdf(columns))
    with pikepdf.open(path) as found:
        assert found.check_pdf_syntax() == [], found.check_pdf_syntax()
        assert len(found.pages) == 1
print("pdf-lib 1.17.1 pikepdf", pikepdf.__version__)
EOF
cat > "$tmp/read.mjs" <<'EOF'
import fs from 'node:fs';
import { PDFDocument } from 'pdf-lib';
console.warn = () => {};
const expected = { table: 1, both: 0 };
const names = { table: 'predictor on the table alone', both: 'predictor on both' };
let changed = false;
for (const [name, pages] of Object.entries(expected)) {
  const bytes = fs.readFileSync(new URL(`${name}.pdf`, import.meta.url));
  let found;
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    found = pdf.getPageCount();
  } catch (error) {
    found = error.constructor.name;
  }
  console.log(`${names[name]}: pikepdf 1, pdf-lib ${found}`);
  changed ||= found !== pages;
}
if (changed) { console.log('CHANGED: pdf-lib reads object streams otherwise'); process.exit(1); }
EOF
node "$tmp/read.mjs"
