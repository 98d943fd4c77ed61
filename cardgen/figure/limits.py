"""How far a human body moves (data): joint angles in degrees, and tolerances in statures."""

from typing import Final

TOUCH: Final = 0.005
"""Hands and feet that should touch a thing are this close to it: 0.5 % of stature."""
HAND_SINKS: Final = 0.03
"""How deep a hand may close round a limb: its fingers go round, and flesh gives way."""
FOOT_SINKS: Final = 0.018
"""How deep a foot may press into a ball, a thigh or the other foot."""
BELOW_FLOOR: Final = 0.006
"""How deep soft parts may press into mat and floor."""
ARROW_CLEAR: Final = 0.012
"""The least white space between an arrow and the figure."""
LENGTH: Final = 1e-6
"""How far a segment's length may be off."""

HIP_BENT: Final = 145.0
HIP_BACK: Final = 32.0
KNEE: Final = (-1.0, 160.0)
ELBOW: Final = (-1.0, 150.0)
ANKLE: Final = (-80.0, 40.0)
SPINE: Final = {
    "lumbar": (-40.0, 60.0),
    "thoracic": (-25.0, 50.0),
    "neck": (-60.0, 50.0),
    "head": (-35.0, 35.0),
    "turn": (-80.0, 80.0),
    "side": (-40.0, 40.0),
}
