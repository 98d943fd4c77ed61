"""The clusters that a document shows, and their codes in the font that is made for them."""

import unicodedata

from cardgen.model.glyphs import Cluster

STATIC, STAMPED = "C0", "X0"
"""What content streams call the font of a page, and that of one person's words."""
FONT_OBJECTS = 5
"""So many objects such a font takes."""


class ClusterCodes:
    """The clusters that a document shows in one font, each with its code, from 1 on."""

    def __init__(self, name: str, known: "ClusterCodes | None" = None) -> None:
        """Content streams call the font by this name. What is `known` has codes in another."""
        self.name = name
        self._known = known
        self._codes: dict[Cluster, int] = {}
        self._kept: dict[tuple[Cluster, ...], bytes] = {}

    def __len__(self) -> int:
        return len(self._codes)

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        """Return the clusters in the order of their codes."""
        return tuple(self._codes)

    def of(self, clusters: tuple[Cluster, ...]) -> "ClusterCodes":
        """Return the codes that clusters have: those that are known of all, or else these.

        A run is in one font: where words went from one to another, readers would part them.
        """
        known = self._known
        return known if known is not None and known._has(clusters) else self

    def _has(self, clusters: tuple[Cluster, ...]) -> bool:
        parts = (part for one in clusters for part in readable(one))
        return clusters in self._kept or all(part in self._codes for part in parts)

    def keep(self, clusters: tuple[Cluster, ...]) -> None:
        """Keep what shows clusters that stand in every file of a document."""
        self._kept[clusters] = self.shown(clusters)

    def shown(self, clusters: tuple[Cluster, ...]) -> bytes:
        """Return the operator that shows clusters, from left to right."""
        if (kept := self._kept.get(clusters)) is not None:
            return kept
        codes, parts = self._codes, (part for one in clusters for part in readable(one))
        found = [codes.setdefault(part, len(codes) + 1) for part in parts]
        return f"<{''.join([f'{code:04X}' for code in found])}> Tj\n".encode()


def readable(cluster: Cluster) -> list[Cluster]:
    """Return a cluster as readers give it back: its marks are empty glyphs beside its letters.

    pdf.js 5 takes a glyph that stands for a mark, also for one beside others, to have no width,
    and puts a blank behind it. And letters from right to left are turned round one by one, so that
    a mark would come before its letter: there each stands left of what is read before it.
    """
    text = cluster.text
    if len(text) == 1:
        return [cluster]
    first = next((i for i, c in enumerate(text) if unicodedata.category(c) == "Mn"), 0)
    if text.isascii() or not first:
        return [cluster]
    letters = cluster._replace(text=text[:first])
    if unicodedata.bidirectional(text[0]) in ("R", "AL"):
        return [*(Cluster(mark, (), 0) for mark in reversed(text[first:])), letters]
    return [letters, Cluster(text[first:], (), 0)]
