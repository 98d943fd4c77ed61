#!/bin/sh
# resvg paints a colour that it does not know black, and leaves out a line of such a colour, without
# a word: among them are `rebeccapurple` and `rgb(11 101 119 / 50%)` of CSS Color 4, `var()` with a
# fallback, and SVG 1.1's own `#0b6577 icc-color(...)`. It does know rgba() with commas, #rrggbbaa
# and hsl() without commas. So colours of an SVG must be put into its words first.
#
# Seen:
#   resvg-py 0.5.0 resvg 0.48.1
#   fill #0b6577: 11 101 119 255
#   fill rgba(11,101,119,.5): 12 102 120 128
#   fill hsl(200 50% 50%): 64 149 191 255
#   fill rebeccapurple: 0 0 0 255
#   fill rgb(11 101 119 / 50%): 0 0 0 255
#   fill var(--c, #0b6577): 0 0 0 255
#   fill #0b6577 icc-color(a,0,0): 0 0 0 255
#   stroke rebeccapurple: 0 0 0 0
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/venv"
"$tmp/venv/bin/pip" install --quiet --disable-pip-version-check resvg-py==0.5.0 pillow==13.0.0
"$tmp/venv/bin/python" - <<'EOF'
import io

import resvg_py
from PIL import Image

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect {}/></svg>'


def middle(painted, colour):
    """Return the pixel in the middle of a square that is filled, or of one that is all line."""
    looks = f'fill="{colour}"' if painted == "fill" else f'fill="none" stroke="{colour}"'
    svg = SVG.format(f'width="20" height="20" stroke-width="40" {looks}')
    png = resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(png))).convert("RGBA").getpixel((10, 10))


BLACK = (0, 0, 0, 255)
wanted = {
    ("fill", "#0b6577"): (11, 101, 119, 255),
    ("fill", "rgba(11,101,119,.5)"): (12, 102, 120, 128),
    ("fill", "hsl(200 50% 50%)"): (64, 149, 191, 255),
    ("fill", "rebeccapurple"): BLACK,
    ("fill", "rgb(11 101 119 / 50%)"): BLACK,
    ("fill", "var(--c, #0b6577)"): BLACK,
    ("fill", "#0b6577 icc-color(a,0,0)"): BLACK,
    ("stroke", "rebeccapurple"): (0, 0, 0, 0),
}
seen = {case: middle(*case) for case in wanted}
print("resvg-py", resvg_py.__version__, "resvg", resvg_py.__resvg_version__)
for (painted, colour), pixel in seen.items():
    print(f"{painted} {colour}:", *pixel)
if seen != wanted:
    raise SystemExit("CHANGED: other colours are known, or painted otherwise")
EOF
