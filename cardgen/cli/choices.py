"""A choice of some words that says which of them may have been meant."""

from collections.abc import Mapping
from typing import Any, TypeVar

import click

from cardgen.words import nearest

T = TypeVar("T")


class Choices(click.Choice[T]):
    """One of some words; what is none of them is answered with the nearest."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """Return what is wrong, and which word may have been meant."""
        said = super().get_invalid_choice_message(value, ctx)
        known: Mapping[Any, str] = self._normalized_mapping(ctx=ctx)
        near = nearest(str(value), list(known.values()))
        return f"{said} Did you mean `{near}`?" if near else said
