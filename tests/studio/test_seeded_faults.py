"""Each test of what must never happen is seen to fail."""

import subprocess
import sys
from pathlib import Path

import pytest
from seeded_faults import FAULTS


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_every_seeded_fault_is_found():
    script = Path(__file__).with_name("seeded_faults.py")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False)
    assert done.stdout == f"{len(FAULTS)} of {len(FAULTS)} faults are found\n", done.stderr[-2000:]
    assert len(FAULTS) >= 18
