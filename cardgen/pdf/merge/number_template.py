"""Texts of the same length that differ in the digits of some numbers alone."""

from dataclasses import dataclass, field

FIRST_CODE = 128
"""The first byte that ASCII has not."""
_AS_THEY_ARE = bytes(range(FIRST_CODE))


@dataclass(frozen=True, slots=True)
class NumberTemplate:
    """What each clone has, in ASCII, all of the same length.

    A byte from 128 on stands for a digit that clones have otherwise, counted from there.
    """

    text: bytes

    def filled(self, digits: bytes) -> bytes:
        """Return it with these digits."""
        return self.text.translate((_AS_THEY_ARE + digits).ljust(2 * FIRST_CODE))

    def difference(self, digits: bytes, above: bytes) -> bytes:
        """Return how each byte differs, modulo 256, from that with the digits `above`."""
        pairs = zip(digits, above, strict=True)
        differing = bytes(FIRST_CODE) + bytes((here - there) & 0xFF for here, there in pairs)
        return self.text.translate(differing.ljust(2 * FIRST_CODE, b"\0"))


@dataclass(slots=True)
class NumberRange:
    """Numbers with so many `digits`, as many of them as a round `stride`, from a round one on.

    So the last digits of each are always the same: those below the `unit`.
    """

    stride: int
    digits: int
    first: int = FIRST_CODE
    """The byte that stands for their first digit in a template."""
    unit: int = field(init=False)
    """What the first of them is a multiple of: a power of ten."""
    _width: int = field(init=False)
    """How many digits lead."""
    _leading: bytes = field(init=False)
    """The format of the leading digits of the numbers of all units, one after the other."""
    _codes: list[str] = field(init=False)
    """What stands for the leading digits of the numbers of each unit."""

    def __post_init__(self) -> None:
        self.unit = _unit(self.stride)
        self._width = self.digits - len(str(self.unit)) + 1
        units = self.stride // self.unit
        self._leading = b"%%0%dd" % self._width * units
        starts = range(self.first, self.first + units * self._width, self._width)
        self._codes = ["".join(map(chr, range(at, at + self._width))) for at in starts]

    def leading(self, base: int) -> bytes:
        """Return the digits before the last of the numbers from `base` on."""
        unit = self.unit
        return self._leading % (*range(base // unit, (base + self.stride) // unit),)

    def coded(self, number: int) -> str:
        """Return a number, counted from the first of them, as a template has it."""
        unit, last = divmod(number, self.unit)
        return self._codes[unit] + str(last).zfill(self.digits - self._width)


def _unit(count: int) -> int:
    """Return the greatest power of ten that is at most `count`, but 10 at least."""
    return int(10 ** max(len(str(count)) - 1, 1))


def round_up(count: int) -> int:
    """Return the first number from `count` on with noughts behind its first digit, or its last."""
    return up_to(count, _unit(count))


def up_to(number: int, unit: int) -> int:
    """Return the first multiple of a unit from a number on."""
    return -(-number // unit) * unit
