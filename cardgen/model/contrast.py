"""How far two colours stand apart for the eye, as WCAG 2.2 reckons it."""

import colorsys

TEXT, GRAPHIC = 4.5, 3.0
"""The least ratios for text (1.4.3) and for lines and shapes that tell something (1.4.11)."""
_DARK, _GAMMA = 0.04045, 2.4


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio, 1 to 21, of two colours such as '#0b6577'.

    Source: WCAG 2.2, "contrast ratio" and "relative luminance".
    """
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def nearest_passing(colour: str, ground: str, least: float) -> str:
    """Return the lightest colour of the same hue, no lighter than `colour`, that passes.

    It passes where its contrast with `ground`, which is light, is `least` or more.
    """
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    steps = range(round(lightness * 255), -1, -1)
    shades = (_hex(colorsys.hls_to_rgb(hue, step / 255, saturation)) for step in steps)
    return next(shade for shade in shades if contrast(shade, ground) >= least)


def _hex(rgb: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= _DARK else float(((value + 0.055) / 1.055) ** _GAMMA)
