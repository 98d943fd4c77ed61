"""Modules that another library loads by the way, and that few pages need."""

import sys
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import Any

_LOADING = RLock()


class _PutOff(ModuleType):
    """A module that is loaded when something of it is first asked for.

    Python's own LazyLoader loads at the next `import`, and is not safe in threads.
    """

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a module has
        with _LOADING:
            spec = self.__dict__.pop("put_off", None)
            if spec is not None:
                spec.loader.exec_module(self)
        try:
            return self.__dict__[name]
        except KeyError:
            raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'") from None


def put_off(name: str) -> None:
    """Let a module be loaded when something of it is first asked for, whoever imports it."""
    spec = None if name in sys.modules else find_spec(name)
    if spec is not None:
        module = module_from_spec(spec)
        module.__class__ = _PutOff
        module.__dict__["put_off"] = spec
        sys.modules[name] = module
