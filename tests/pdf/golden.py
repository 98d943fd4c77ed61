"""Files that a test compares with, and the one way to renew them by hand.

    CARDGEN_REFRESH_GOLDEN=1 .venv/bin/pytest tests/pdf

writes what is made now over every golden file, and fails each test that did so: it cannot be
left on. Look at the changes, and run the tests again without it.
"""

import os
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"
_SWITCH = "CARDGEN_REFRESH_GOLDEN"


def golden(name: str, made: bytes) -> bytes:
    """Return the content of a golden file; when asked to renew it, write `made` and fail."""
    path = FOLDER / name
    if os.environ.get(_SWITCH):
        FOLDER.mkdir(exist_ok=True)
        path.write_bytes(made)
        pytest.fail(f"wrote {path}; look at it, and run again without {_SWITCH}")
    if not path.exists():
        pytest.fail(f"there is no {path}; see {__file__}")
    return path.read_bytes()
