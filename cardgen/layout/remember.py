"""Keeps blocks that are asked for again and again while the ladder is climbed."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from cardgen.layout.kit import Kit
from cardgen.model.page import Block

T = TypeVar("T")
P = ParamSpec("P")
Maker = Callable[Concatenate[T, float, Kit, P], Block]
_KEPT = 256


def remembered(make: Maker[T, P]) -> Maker[T, P]:
    """Let a maker of blocks keep what it has made of the same content for the same kit.

    Not for content with words that differ from person to person: those are noted as they are set.
    """
    kept: OrderedDict[tuple[object, ...], tuple[object, Kit, Block]] = OrderedDict()

    @wraps(make)
    def made(content: T, width: float, kit: Kit, *args: P.args, **kwargs: P.kwargs) -> Block:
        # By identity: it is one handout that is set at many sizes. What is kept holds on to
        # content and kit, so that nothing else can take their place in memory.
        more = *args, *kwargs.items()
        key = (
            id(content),
            width,
            id(kit.theme),
            id(kit.measure),
            kit.body,
            kit.spacing,
            kit.least,
            more,
        )
        if key not in kept:
            kept[key] = content, kit, make(content, width, kit, *args, **kwargs)
            if len(kept) > _KEPT:
                kept.popitem(last=False)
        return kept[key][2]

    return made  # type: ignore[return-value]  # `wraps` changes no parameter
