"""Keeps blocks that are asked for again and again while the ladder is climbed."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from cardgen.layout.kit import Kit
from cardgen.layout.slots import Sighting, is_watching, note_again, noted
from cardgen.model.page import Block

T = TypeVar("T")
P = ParamSpec("P")
Maker = Callable[Concatenate[T, float, Kit, P], Block]
_Kept = tuple[object, Kit, Block, list[Sighting]]
_MOST = 1024


def remembered(make: Maker[T, P]) -> Maker[T, P]:
    """Let a maker of blocks keep what it has made of the same content for the same kit.

    Words that differ from person to person are noted again each time.
    """
    kept: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()

    @wraps(make)
    def made(content: T, width: float, kit: Kit, *args: P.args, **kwargs: P.kwargs) -> Block:
        # By identity: it is one handout that is set at many sizes. What is kept holds on to
        # content and kit, so that nothing else can take their place in memory.
        same = id(content), id(kit.theme), id(kit.measure), is_watching()
        key = (*same, width, kit.body, kit.spacing, kit.least, *args, *kwargs.items())
        if (found := kept.get(key)) is not None:
            note_again(found[3])
            return found[2]
        with noted() as sightings:
            block = make(content, width, kit, *args, **kwargs)
        kept[key] = content, kit, block, sightings
        if len(kept) > _MOST:
            kept.popitem(last=False)
        return block

    return made  # type: ignore[return-value]  # `wraps` changes no parameter
