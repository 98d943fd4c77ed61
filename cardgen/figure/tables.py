"""The body in numbers: lengths and half-widths as fractions of stature (data, no code).

Lengths follow Drillis and Contini's segment ratios, as rounded in the project's facts.
A row of a limb table: how far along the segment (0 to 1), then the half-widths to the front,
to the back and to the sides. A row of TORSO: how far above the hip joints along the spine, then
the half-widths to the belly, to the back and to the sides.
"""

from typing import Final

Row = tuple[float, float, float, float]
Table = tuple[Row, ...]

THIGH_LENGTH: Final = 0.245
SHIN_LENGTH: Final = 0.243
UPPER_ARM_LENGTH: Final = 0.180
FOREARM_LENGTH: Final = 0.148
HIP_HALF_WIDTH: Final = 0.050
SHOULDER_HALF_WIDTH: Final = 0.098
ANKLE_HEIGHT: Final = 0.042
HEAD_HEIGHT: Final = 0.136
# The middle of the ball of a foot, before and below the ankle, and how high it is.
BALL: Final = (0.072, 0.0255)
BALL_HEIGHT: Final = 0.0165

THIGH: Final[Table] = (
    (0, 0.056, 0.060, 0.054),
    (0.14, 0.057, 0.060, 0.055),
    (0.35, 0.055, 0.052, 0.050),
    (0.6, 0.048, 0.042, 0.043),
    (0.84, 0.039, 0.034, 0.037),
    (1, 0.0345, 0.033, 0.0345),
)
SHIN: Final[Table] = (
    (0, 0.0345, 0.033, 0.0345),
    (0.12, 0.032, 0.036, 0.034),
    (0.3, 0.028, 0.042, 0.036),
    (0.5, 0.0245, 0.037, 0.032),
    (0.75, 0.021, 0.025, 0.024),
    (0.9, 0.0195, 0.0205, 0.020),
    (1, 0.0195, 0.0205, 0.020),
)
UPPER_ARM: Final[Table] = (
    (0, 0.034, 0.036, 0.032),
    (0.2, 0.034, 0.035, 0.032),
    (0.5, 0.029, 0.030, 0.029),
    (0.8, 0.0245, 0.0255, 0.025),
    (1, 0.0235, 0.0245, 0.024),
)
FOREARM: Final[Table] = (
    (0, 0.0235, 0.0245, 0.024),
    (0.25, 0.0255, 0.025, 0.026),
    (0.6, 0.0195, 0.020, 0.021),
    (0.9, 0.0150, 0.0155, 0.018),
    (1, 0.0150, 0.0155, 0.018),
)
TORSO: Final[Table] = (
    (-0.065, 0.030, 0.046, 0.060),
    (-0.045, 0.046, 0.066, 0.085),
    (-0.015, 0.057, 0.074, 0.098),
    (0.02, 0.060, 0.073, 0.097),
    (0.055, 0.059, 0.063, 0.087),
    (0.095, 0.057, 0.054, 0.077),
    (0.14, 0.060, 0.056, 0.079),
    (0.185, 0.066, 0.063, 0.090),
    (0.225, 0.066, 0.068, 0.100),
    (0.26, 0.058, 0.066, 0.106),
    (0.285, 0.048, 0.060, 0.102),
    (0.305, 0.038, 0.051, 0.082),
    (0.325, 0.031, 0.044, 0.050),
    (0.345, 0.029, 0.038, 0.034),
)

# Where things sit along the spine, above the hip joints.
TORSO_FROM: Final = -0.065
TORSO_TO: Final = 0.335
WAIST: Final = 0.10
CHEST: Final = 0.20
SHOULDERS: Final = 0.259
NECK_FROM: Final = 0.305
NECK_TO: Final = 0.375
WAISTBAND: Final = 0.066
COLLAR: Final = 0.318
# The stretches of the spine over which each of its regions bends.
LUMBAR: Final = (0.01, 0.19)
THORACIC: Final = (0.12, 0.32)
CERVICAL: Final = (0.29, 0.385)
# A neck at rest leans this far forward of the trunk, and the head tips back as far; degrees.
NECK_REST: Final = 18.0
# The back of a body that lies flat is pressed level; its half-width there.
FLAT_BACK: Final = 0.070

SLEEVE_END: Final = 0.52
CUFF: Final = 0.86
