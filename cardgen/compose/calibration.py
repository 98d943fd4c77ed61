"""The words of the calibration page."""

from cardgen.model.content import text
from cardgen.model.deck import CalibrationSide
from cardgen.model.locale import Locale

STEPS, BACK_STEPS = 10, 2


def calibration_sides(locale: Locale) -> tuple[CalibrationSide, CalibrationSide]:
    """Return the front, which tells what to do, and the back."""
    alt = locale.say("calibration-scale")
    front = CalibrationSide(
        "H1",
        locale.say("calibration-title"),
        tuple(text(locale.say(f"calibration-{number}")) for number in range(1, STEPS + 1)),
        ("--x", "--x-below", "--y"),
        alt,
        locale.say("calibration-line"),
    )
    back = CalibrationSide(
        "H2",
        locale.say("calibration-title-back"),
        tuple(text(locale.say(f"calibration-back-{n}")) for n in range(1, BACK_STEPS + 1)),
        ("--back-x", "--back-x-below", "--back-y"),
        alt,
        "",
    )
    return front, back
