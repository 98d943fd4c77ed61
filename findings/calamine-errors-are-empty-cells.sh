#!/bin/sh
# python-calamine: a cell that shows an error (#N/A) and a formula that no program has reckoned yet
# both come as "", as an empty cell does, where pandas and openpyxl give the error's name. A lookup that
# failed is then a field that nobody filled in. Look for t="e" and for <f> without <v> in the sheet's XML.
#
# Seen:
#   python-calamine 0.9.1 openpyxl 3.1.5
#   calamine [['', '', '', 'x']]
#   openpyxl [('#N/A', None, None, 'x')]
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-calamine==0.9.1 openpyxl==3.1.5 xlsxwriter==3.2.0
"$tmp/venv/bin/python" - <<'EOF'
import io
from importlib.metadata import version

import openpyxl
import xlsxwriter
from python_calamine import load_workbook

file = io.BytesIO()
with xlsxwriter.Workbook(file) as book:
    sheet = book.add_worksheet()
    sheet.write_formula(0, 0, "=VLOOKUP(1,B9:C9,2,0)", None, "#N/A")
    sheet.write_string(0, 3, "x")
again = openpyxl.load_workbook(file)
again.active["A1"].data_type = "e"
again.active["A1"].value = "#N/A"
again.active["B1"] = "=1+1"  # openpyxl reckons nothing
file = io.BytesIO()
again.save(file)
calamine = list(load_workbook(io.BytesIO(file.getvalue())).get_sheet_by_index(0).iter_rows())
other = list(openpyxl.load_workbook(file, data_only=True).active.iter_rows(values_only=True))
print(*(f"{name} {version(name)}" for name in ("python-calamine", "openpyxl")))
print("calamine", calamine)
print("openpyxl", other)
assert calamine == [["", "", "", "x"]], calamine
assert other == [("#N/A", None, None, "x")], other
EOF
