"""Words of merge fields that are nobody's own."""


class NobodysWords(str):
    """A date, or numbers: words that tell of nobody, so that what is made of them may be kept."""

    __slots__ = ()
