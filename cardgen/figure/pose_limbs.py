"""Limbs in the pose language: joints by their angles, hands and feet by their places."""

from typing import Annotated

from pydantic import Field

from cardgen.figure.pose_words import (
    Degrees,
    Direction,
    FootPlace,
    HandPlace,
    Length,
    Part,
    Share,
    short,
)


class Ball3(Part):
    """A joint that moves in all directions: hip or shoulder; in degrees."""

    bend: Degrees = 0
    """Forward (flexion); backward is negative."""
    out: Degrees = 0
    """Away from the middle (abduction); across it is negative."""
    turn: Degrees = 0
    """About the limb's own length, the front turning outward (external rotation)."""


class Foot(Part):
    """Where a foot is."""

    place: FootPlace
    """floor, heel (only that is down), toes (the heel is up), ball, or on the other thigh or foot,
    such as on left-thigh; or stay, where it is in the pose that this one extends."""
    along: Length | None = None
    """Where the ankle is on the floor, forward of the hip; in statures."""
    aside: Length = 0.055
    """How far the ankle is from the body's middle; in statures."""
    at: Share = 0.84
    """How far along the thigh it lies, 0 at the hip and 1 at the knee."""
    lift: Annotated[float, Field(ge=0, le=75)] = 40
    """How far the heel is up when the toes are down; in degrees."""


class Leg(Part):
    """One leg, or both."""

    hip: Annotated[Ball3 | None, short("bend")] = None
    """The bend of the hip, or {bend, out, turn}; 0 is in line with the trunk."""
    knee: Annotated[float, Field(ge=-10, le=170)] | None = None
    """The bend of the knee; 0 is straight, in degrees."""
    ankle: Degrees = 0
    """The bend of the ankle: 0 square to the shin, toes up is positive."""
    thigh: Degrees | None = None
    """Where the thigh points in the picture, in place of `hip`: 0 forward, 90 up, 180 back."""
    shin: Degrees | None = None
    """Where the shin points in the picture, in place of `knee`."""
    foot: Annotated[Foot | None, short("place")] = None
    """Where the foot is held; it decides hip and knee."""
    knee_toward: Direction | None = None
    """Which way the knee points when `foot` decides."""
    toes: Direction | None = None
    """Which way the toes point on the floor."""


class Hand(Part):
    """Where a hand is."""

    place: HandPlace
    """floor, forearm (it lies on the floor, elbow and all), stay, free, strap, on wall (one ahead),
    on belly, on hip, on back-hip, on chair-back, on chair-seat, or `on`, `behind`, `outside` a part
    of a leg."""
    along: Length = 0
    """How far forward of the shoulder on the floor, how far above on a wall, or higher than usual
    on the belly and the back of the hip; in statures."""
    aside: Length = 0.0
    """How far further out than the shoulder, or than usual on the belly and the back of the hip; in
    statures."""
    at: Share | None = None
    """How far along the part it lies, 0 to 1."""
    fingers: Direction | None = None
    """Which way the fingers point."""


class Arm(Part):
    """One arm, or both."""

    shoulder: Annotated[Ball3 | None, short("bend")] = None
    """The lift of the arm, or {bend, out, turn}; 0 is along the trunk."""
    elbow: Annotated[float, Field(ge=0, le=160)] = 4
    """The bend of the elbow; 0 is straight, in degrees."""
    hand: Annotated[Hand | None, short("place")] = None
    """Where the hand is held; floor and parts of the body decide shoulder and elbow."""
    elbow_toward: Direction | None = None
    """Which way the elbow points when `hand` decides."""
    protract: Length = 0
    """How far the shoulder is drawn forward; in statures."""
    elevate: Length = 0
    """How far the shoulder is drawn up; in statures."""
