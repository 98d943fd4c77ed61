"""The back of a handout: the log, why to do it, and the sources."""

from cardgen.layout.kit import Kit
from cardgen.layout.log import log_block
from cardgen.layout.panels import panel
from cardgen.layout.references import sources
from cardgen.layout.text import paragraph
from cardgen.model.content import Handout, words
from cardgen.model.page import Block


def back(handout: Handout, width: float, kit: Kit, extra: float = 0) -> list[Block]:  # noqa: ARG001
    """Return the parts of the back, from top to bottom; none of them stretches."""
    log = [log_block(handout.log, width, kit)] if handout.log else []
    quiet = kit.style(0.89, kit.theme.quiet)
    foot = paragraph(words(handout.title), quiet, width, kit.measure)
    return [*log, panel(handout.why, width, kit), sources(handout, width, kit), foot]
