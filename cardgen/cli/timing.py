"""`--timings`: where the time of a command goes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

_STAGES = "cardgen.stages"
"""Where a context has the seconds of each stage, if somebody wants to know them."""
_SO_FAR = "start"
"""What ends when a command begins: the interpreter, and reading the command line."""


def timings() -> click.Option:
    """Return the option that asks for the time of each stage, on standard error."""
    about = "Tell how long each stage took, in milliseconds of the processor."
    return click.Option(
        ["--timings"], is_flag=True, expose_value=False, callback=_asked, help=about
    )


def _asked(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        stages = context.meta.setdefault(_STAGES, {_SO_FAR: time.process_time()})
        context.call_on_close(lambda: _tell(stages))


def _tell(stages: dict[str, float]) -> None:
    for name, seconds in {**stages, "whole": time.process_time()}.items():
        click.echo(f"{name:12}{1000 * seconds:8.1f} ms", err=True)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Within: it is a stage of the command that runs."""
    context = click.get_current_context(silent=True)
    stages = context.meta.get(_STAGES) if context else None
    start = time.process_time()
    yield
    if stages is not None:
        stages[name] = stages.get(name, 0) + time.process_time() - start
