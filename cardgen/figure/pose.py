"""The pose language: what a pose file may say. docs/poses.md teaches it."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints

from cardgen.model.base import Model, Text

_WORDS = "up|down|forward|back|out|in"
_BONES = "thigh|knee|shin|ankle|foot"
Direction = Annotated[str, StringConstraints(pattern=rf"^({_WORDS})(-({_WORDS}))*$")]
HandPlace = Annotated[
    str,
    StringConstraints(
        pattern=rf"^(floor|stay|free|strap|on belly|on hip|(on|behind|outside) (left|right)-({_BONES}))$"
    ),
]
FootPlace = Annotated[
    str, StringConstraints(pattern=r"^(floor|heel|stay|ball|on (left|right)-thigh)$")
]
JointName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(pelvis|waist|chest|neck|head|(left|right)-"
        r"(hip|knee|ankle|toes|heel|shoulder|elbow|wrist|hand))$"
    ),
]
PartName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(torso|neck|head|ball|strap|(left|right)-"
        r"(thigh|shin|foot|upper-arm|forearm|hand))$"
    ),
]
MuscleName = Annotated[
    str,
    StringConstraints(
        pattern=r"^(low-back|back|(left|right)-"
        r"(buttock|hamstring|hip-flexor|calf|outer-hip|quad|side))$"
    ),
]
PoseId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Rest = Literal["back", "knees", "left-knee", "right-knee", "feet", "left-side", "right-side"]
ViewFrom = Literal["right", "left", "front", "back"]
Degrees = Annotated[float, Field(ge=-360, le=360)]
Length = Annotated[float, Field(ge=-2, le=2)]
Share = Annotated[float, Field(ge=0, le=1)]

TRUNKS = {"upright": 90.0, "on-back": 180.0, "level": 0.0}


def _alias(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


class Part(Model):
    """The base of everything in a pose file: names are written with hyphens."""

    model_config = ConfigDict(alias_generator=_alias)


def _short(key: str) -> BeforeValidator:
    """Let one value stand for a mapping with that value under `key`."""
    return BeforeValidator(lambda v: v if isinstance(v, dict) or v is None else {key: v})


def _trunk(value: Any) -> Any:  # noqa: ANN401 - data that has not been checked
    return {"angle": TRUNKS.get(value, value) if isinstance(value, str) else value}


_as_trunk = BeforeValidator(lambda v: v if isinstance(v, dict) else _trunk(v))
_as_list = BeforeValidator(lambda v: v if isinstance(v, (list, tuple)) else (v,))


class View(Part):
    """From where the figure is seen."""

    from_: ViewFrom = "right"
    """The side of the person that faces the viewer: right, left, front or back."""
    turn: Degrees = 0
    """How far the viewer walks from there toward the front, or the feet, in degrees."""
    height: Degrees = 6
    """How far the viewer looks down, in degrees."""


class Trunk(Part):
    """How the trunk stands."""

    angle: Degrees = 90
    """0 level with the face down, 90 upright, 180 on the back; in degrees."""
    shoulders: Length | None = None
    """A height of the shoulders to reach, by turning the trunk; in statures."""


class Spine(Part):
    """How the spine bends, region by region, in degrees; forward is positive."""

    lumbar: Degrees = 0
    """The low back."""
    thoracic: Degrees = 0
    """The upper back."""
    neck: Degrees = 0
    """The neck, beyond its rest."""
    head: Degrees = 0
    """The nod of the head: the chin comes in."""
    turn: Degrees = 0
    """The turn of the head."""
    side: Degrees = 0
    """The bend to the right."""
    flat: Share = 0
    """How far the floor presses the back flat, 0 to 1."""


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
    """floor, heel (only the heel on the floor), ball, on left-thigh, on right-thigh, or stay: where it is in the pose extended."""
    along: Length | None = None
    """Where the ankle is on the floor, forward of the hip; in statures."""
    aside: Length = 0.055
    """How far the ankle is from the body's middle; in statures."""
    at: Share = 0.84
    """How far along the thigh it lies, 0 at the hip and 1 at the knee."""


class Leg(Part):
    """One leg, or both."""

    hip: Annotated[Ball3 | None, _short("bend")] = None
    """The bend of the hip, or {bend, out, turn}; 0 is in line with the trunk."""
    knee: Annotated[float, Field(ge=-10, le=170)] | None = None
    """The bend of the knee; 0 is straight, in degrees."""
    ankle: Degrees = 0
    """The bend of the ankle: 0 square to the shin, toes up is positive."""
    thigh: Degrees | None = None
    """Where the thigh points in the picture, in place of `hip`: 0 forward, 90 up, 180 back."""
    shin: Degrees | None = None
    """Where the shin points in the picture, in place of `knee`."""
    foot: Annotated[Foot | None, _short("place")] = None
    """Where the foot is held; it decides hip and knee."""
    knee_toward: Direction | None = None
    """Which way the knee points when `foot` decides."""
    toes: Direction | None = None
    """Which way the toes point on the floor."""


class Hand(Part):
    """Where a hand is."""

    place: HandPlace
    """floor, stay, free, strap, on belly, on hip, or `on`, `behind`, `outside` a part of a leg."""
    along: Length = 0
    """On the floor: how far forward of the shoulder; in statures."""
    aside: Length = 0.0
    """On the floor: how far further out than the shoulder; in statures."""
    at: Share | None = None
    """How far along the part it lies, 0 to 1."""
    fingers: Direction | None = None
    """Which way the fingers point."""


class Arm(Part):
    """One arm, or both."""

    shoulder: Annotated[Ball3 | None, _short("bend")] = None
    """The lift of the arm, or {bend, out, turn}; 0 is along the trunk."""
    elbow: Annotated[float, Field(ge=0, le=160)] = 4
    """The bend of the elbow; 0 is straight, in degrees."""
    hand: Annotated[Hand | None, _short("place")] = None
    """Where the hand is held; floor and parts of the body decide shoulder and elbow."""
    elbow_toward: Direction | None = None
    """Which way the elbow points when `hand` decides."""
    protract: Length = 0
    """How far the shoulder is drawn forward; in statures."""
    elevate: Length = 0
    """How far the shoulder is drawn up; in statures."""


class Arrow(Part):
    """An arrow that shows the movement; it is moved until it touches nothing."""

    from_: JointName | None = None
    """The joint that it leaves, from the outline outward."""
    to: JointName | None = None
    """The joint that it comes to, up to the outline."""
    around: JointName | None = None
    """The joint that it goes round, in an arc."""
    toward: Direction = "up"
    """Which way it points."""
    length: Length = 0.11
    """Its length; in statures."""
    curve: Degrees = 0
    """How far it turns on its way, anticlockwise, in degrees."""
    start: Degrees = 0
    """Where the arc starts: 0 right, 90 up, in the picture."""
    end: Degrees = 0
    """Where the arc ends."""
    radius: Length = 0.4
    """The radius of the arc; in statures."""
    shift: Annotated[tuple[float, float], Field(strict=False)] = (0, 0)
    """A last shift, forward and up; in statures."""


class Ball(Part):
    """An exercise ball."""

    behind: Literal["waist"] | None = None
    """What it is pressed against."""
    under: Literal["left-foot", "right-foot"] | None = None
    """What rests on it, when the ball stands on the floor."""
    size: Annotated[float, Field(ge=0.1, le=0.6)] = 0.32
    """Its diameter; 0.32 is a 55 cm ball; in statures."""
    along: Length = 0.0
    """How far forward of the hips it stands; in statures."""
    up: Length = 0.0
    """How far above the waist it is pressed; in statures."""


class Wall(Part):
    """A wall."""

    touch: Literal["ball", "hands", "backdrop"]
    """What touches it; a backdrop is the wall that the person lies in front of."""
    height: Length = 1.0
    """How high it is drawn; in statures."""


class Props(Part):
    """Things in the picture, by name."""

    ball: Ball | None = None
    """An exercise ball."""
    wall: Annotated[Wall | None, _short("touch")] = None
    """A wall, by what touches it."""
    band: Literal["thighs", "ankles"] | None = None
    """A band around both legs."""
    strap: Literal["left-foot", "right-foot"] | None = None
    """A strap round a foot, held by the hands."""
    towel: Literal["left-knee", "right-knee"] | None = None
    """A folded towel under a knee."""
    pillow: Literal["head"] | None = None
    """A pillow under the head."""
    chair: Length | None = None
    """A chair whose seat's edge is this far forward of the hips; in statures."""


class Pose(Part):
    """One frame of a movement."""

    title: Text
    """The name of the picture."""
    description: Text
    """What is to be seen, for someone who cannot see it."""
    from_: PoseId | None = None
    """The pose that this one extends: each key written here replaces that pose's."""
    movement: PoseId | None = None
    """The movement that it is a frame of: its frames share one size."""
    side: Literal["left", "right"] | None = None
    """The side that is worked."""
    view: Annotated[View, _short("from")] = View()
    """From where it is seen."""
    trunk: Annotated[Trunk, _as_trunk] = Trunk()
    """upright, level, on-back, an angle in degrees, or {angle, shoulders}."""
    roll: Degrees = 0
    """How far the body is rolled about its length, toward lying on its left; in degrees."""
    spine: Spine = Spine()
    """The bends of the spine."""
    rest: Rest = "feet"
    """What the body rests on."""
    legs: Leg = Leg()
    """Both legs."""
    left_leg: Leg | None = None
    """The left leg, where it differs."""
    right_leg: Leg | None = None
    """The right leg, where it differs."""
    arms: Arm = Arm()
    """Both arms."""
    left_arm: Arm | None = None
    """The left arm, where it differs."""
    right_arm: Arm | None = None
    """The right arm, where it differs."""
    stretch: Annotated[tuple[MuscleName, ...], Field(strict=False), _as_list] = ()
    """The muscles to mark."""
    gap: bool = False
    """Whether to mark the gap between the low back and the floor."""
    arrow: Annotated[tuple[Arrow, ...], Field(strict=False), _as_list] = ()
    """The arrow that shows the movement, or a list of them."""
    props: Props = Props()
    """Things in the picture."""
    ground: Literal["mat", "floor", "none"] = "mat"
    """What the figure is on."""
    hide: tuple[PartName, ...] = ()
    """Parts that are left out: hidden by the body, but for a sliver."""
    over: tuple[tuple[PartName, PartName], ...] = ()
    """Pairs of parts: the first is drawn over the second, whatever the depth says."""
