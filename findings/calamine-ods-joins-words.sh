#!/bin/sh
# python-calamine: in .ods cells <text:tab/> and <text:line-break/> come as nothing, so that the words
# around them are one word; <text:s/> and a second <text:p> come as a blank and a line feed. odfpy has
# a tab and a line feed for them. What reads notes or names must look for both elements.
#
# Seen:
#   python-calamine 0.9.1 odfpy 1.4.1
#   calamine ['onetwothree', 'one two\nthree']
#   odfpy ['one\ttwo\nthree']
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 odfpy==1.4.1
"$tmp/venv/bin/python" - <<'EOF'
import io
from importlib.metadata import version

from odf import teletype
from odf.opendocument import OpenDocumentSpreadsheet, load
from odf.table import Table, TableCell, TableRow
from odf.text import LineBreak, P, S, Tab
from python_calamine import load_workbook

book, table, row = OpenDocumentSpreadsheet(), Table(name="A"), TableRow()
for pieces in (("one", Tab(), "two", LineBreak(), "three"), ("one", S(), "two", None, "three")):
    cell, line = TableCell(valuetype="string"), P()
    for piece in pieces:
        if piece is None:
            cell.addElement(line)
            line = P()
        elif isinstance(piece, str):
            line.addText(piece)
        else:
            line.addElement(piece)
    cell.addElement(line)
    row.addElement(cell)
table.addElement(row)
book.spreadsheet.addElement(table)
file = io.BytesIO()
book.save(file)
(found,) = load_workbook(io.BytesIO(file.getvalue())).get_sheet_by_index(0).iter_rows()
first = load(io.BytesIO(file.getvalue())).getElementsByType(P)[0]
other = [teletype.extractText(first)]
print(*(f"{name} {version(name)}" for name in ("python-calamine", "odfpy")))
print("calamine", found)
print("odfpy", other)
assert found == ["onetwothree", "one two\nthree"], found
assert other == ["one\ttwo\nthree"], other
EOF
