"""The safety box of a handout: what to do first, most urgent first."""

from cardgen.layout.blocks import stack
from cardgen.layout.kit import Kit
from cardgen.layout.lists import bulleted
from cardgen.layout.text import paragraph
from cardgen.model.content import SafetyWords, Signs, Span, Words, words
from cardgen.model.page import Block, Ground, Placed, Rule
from cardgen.words import lower_first

RADIUS, BORDER = 5.0, 0.9
SPLITS = tuple(
    (left / 100, middle / 100) for left in range(26, 42, 2) for middle in range(26, 42, 2)
)
RATIO = 0.89


def safety_box(safety: SafetyWords, width: float, kit: Kit) -> Block:
    """Return the levels of urgency side by side, as wide as makes the box least tall."""
    columns = min(
        (_columns(safety, width, left, middle, kit) for left, middle in SPLITS),
        key=lambda block: block.height,
    )
    ground = Ground(0, 0, width, columns.height, RADIUS, stroke=kit.theme.ink, line=BORDER)
    frame = Block(width, columns.height, (ground,), "Artifact")
    kids = (Placed(0, 0, frame), Placed(0, 0, columns))
    return Block(width, columns.height, kids, role="Sect")


def ground_rules(safety: SafetyWords, width: float, kit: Kit) -> Block:
    """Return whom to ask before the first move, and when to stop in the middle of one."""
    style = kit.style(RATIO)
    return stack(
        [
            paragraph(sentence(signs), style, width, kit.measure)
            for signs in (safety.ask_first, safety.stop)
        ],
        kit.unit * 0.2,
    )


def sentence(signs: Signs) -> Words:
    """Return an action and its signs run together: "Call your doctor today: fever; …"."""
    listing = "; ".join(lower_first(sign) for sign in signs.signs)
    return (*signs.action, Span(f": {listing}."))


def _columns(safety: SafetyWords, width: float, left: float, middle: float, kit: Kit) -> Block:
    pad = kit.unit * 1.6
    theme = kit.theme
    widths = (width * left, width * middle, width * (1 - left - middle))
    texts = [room - 2 * pad for room in widths]
    first = _signs(safety.emergency, texts[0], theme.paper, kit)
    second = _signs(safety.same_day, texts[1], theme.ink, kit)
    third = stack(
        [
            _signs(safety.runners, texts[2], theme.ink, kit),
            _signs(safety.book, texts[2], theme.ink, kit),
        ],
        kit.unit * 1.2,
    )
    height = max(first.height, second.height, third.height) + 2.4 * kit.unit
    dark = Block(
        width,
        height,
        (
            Ground(0, 0, widths[0], height, RADIUS, fill=theme.ink),
            Rule(width - widths[2], 0, width - widths[2], height, BORDER, theme.ink),
        ),
        "Artifact",
    )
    x = pad
    kids = [Placed(0, 0, dark)]
    for room, block in zip(widths, (first, second, third), strict=True):
        kids.append(Placed(x, 1.2 * kit.unit, block))
        x += room
    return Block(width, height, tuple(kids))


def _signs(signs: Signs, width: float, colour: str, kit: Kit) -> Block:
    heading = paragraph(signs.action, kit.style(0.98, colour), width, kit.measure, role="H2")
    texts = [words(sign) for sign in signs.signs]
    listing = bulleted(texts, kit.style(RATIO, colour), width, kit.measure)
    return stack([heading, listing], kit.unit * 0.3)
