"""SVG to PNG, through resvg."""


def png(svg: str, width: int) -> bytes:
    """Return a drawing as PNG on white, `width` pixels wide."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, background="#ffffff"))
