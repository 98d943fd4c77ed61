#!/bin/sh
# resvg-py leaves out text whose family is not among the fonts that it was given, without a word, even
# where there is exactly one font and `font_family` names it. `sans_serif_family` does not help
# either: what a missing family falls back to is `serif_family` alone. So whoever renders without
# the fonts of the machine (skip_system_fonts) must set that one.
#
# Seen:
#   resvg-py 0.5.0 resvg 0.48.1
#   Atkinson Hyperlegible, no option: text
#   Arial, no option: nothing
#   Arial, font_family: nothing
#   Arial, sans_serif_family: nothing
#   Arial, serif_family: text
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check resvg-py==0.5.0 pillow==13.0.0 \
  fontpkg-atkinson-hyperlegible==1.6
"$tmp/venv/bin/python" - <<'EOF'
import io
from importlib.resources import files

import resvg_py
from PIL import Image

OURS = "Atkinson Hyperlegible"
FONT = str(files("fontpkg_atkinson_hyperlegible") / "files" / "AtkinsonHyperlegible-Regular.ttf")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40">'
    '<text x="5" y="30" font-size="20" font-family="{}">Hello</text></svg>'
)


def shows(family, option):
    """Return what a text of a family shows, where an option names the one font."""
    options = {option: OURS} if option else {}
    png = resvg_py.svg_to_bytes(
        svg_string=SVG.format(family), skip_system_fonts=True, font_files=[FONT], **options
    )
    return "text" if Image.open(io.BytesIO(bytes(png))).convert("RGBA").getbbox() else "nothing"


wanted = {
    (OURS, ""): "text",
    ("Arial", ""): "nothing",
    ("Arial", "font_family"): "nothing",
    ("Arial", "sans_serif_family"): "nothing",
    ("Arial", "serif_family"): "text",
}
seen = {case: shows(*case) for case in wanted}
print("resvg-py", resvg_py.__version__, "resvg", resvg_py.__resvg_version__)
for (family, option), what in seen.items():
    print(f"{family}, {option or 'no option'}: {what}")
if seen != wanted:
    raise SystemExit("CHANGED: text falls back to another family")
EOF
