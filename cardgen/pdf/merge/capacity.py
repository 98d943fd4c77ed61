"""How many documents one file can hold."""

from collections.abc import Sequence

from cardgen.pdf.merge.clones import plan_clones
from cardgen.pdf.merge.writer import FIRST, LAST, blank_follows
from cardgen.pdf.template import RESOURCES, Template


def most_documents(templates: Sequence[Template], *, two_sided: bool, tagged: bool) -> int:
    """Return how many documents that are like these a file holds; at least one.

    See `MergeWriter` for `two_sided` and `tagged`.
    """
    taken: dict[bytes, int] = {}
    for template in templates:
        if template.digest not in taken:
            objects = template.objects
            others = [RESOURCES, *objects.plain, *objects.streams, *objects.shared]
            blank = blank_follows(template, two_sided=two_sided)
            plan = plan_clones(
                template,
                dict.fromkeys(others, 1),
                resources=None,
                blank=blank,
                tagged=tagged,
                digits=len(str(LAST)),
            )
            # Each document has a bookmark as well.
            taken[template.digest] = plan.numbers.stride + 1
    total = sum(taken[template.digest] for template in templates)
    return max((LAST - FIRST) * len(templates) // total, 1)
