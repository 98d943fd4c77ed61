"""SVG to PNG, through resvg."""

import resvg_py


def png(svg: str, width: int) -> bytes:
    """Return a drawing as PNG on white, `width` pixels wide."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, background="#ffffff"))
