#!/bin/sh
# Babel: lists are made of CLDR's patterns alone. In Spanish "y" becomes "e" before an i-sound and
# "o" becomes "u" before an o-sound; CLDR leaves that to code, which ICU has (Node's Intl.ListFormat
# with ICU 78.2 gives "Juan e Hilda" and "siete u ocho") and Babel has not. Who takes Babel for the
# lists of Spanish pages has to change the last word themselves.
#
# Seen:
#   Babel 2.19.0
#   Juan y Hilda
#   pan, helado y iglús
#   siete o ocho
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0
"$tmp/venv/bin/python" - >"$tmp/seen" <<'EOF'
import babel
from babel.lists import format_list

print("Babel", babel.__version__)
print(format_list(["Juan", "Hilda"], locale="es"))
print(format_list(["pan", "helado", "iglús"], locale="es"))
print(format_list(["siete", "ocho"], style="or", locale="es"))
EOF
cat "$tmp/seen"
sed -n 's/^#   //p' "$0" | diff - "$tmp/seen"
