"""A drawing has the same bytes whatever the processor can do."""

import os
import subprocess
import sys

import numpy as np
import pytest
from conftest import POSES, drawn
from numpy._core import _multiarray_umath as umath

# One movement from an angle, with a ball and a crossed leg; one from the side, with a strap.
NAMES = ("figure-four-ball-half", "hamstring-strap-start")
DRAW = """
import sys
from pathlib import Path
from cardgen.figure.bake import baked, movements
for movement in movements(Path(sys.argv[1])):
    if movement[0].stem in sys.argv[2:]:
        for _, svg in baked(movement):
            sys.stdout.write(svg)
"""


def numpy_without_simd():
    fast = [name for name in umath.__cpu_dispatch__ if umath.__cpu_features__.get(name)]
    if not fast:
        pytest.skip("numpy has no faster code for this processor that could be left out")
    return {"NPY_DISABLE_CPU_FEATURES": " ".join(fast), "OPENBLAS_CORETYPE": "Prescott"}


def libm_without_fma():
    if not (sys.platform == "linux" and umath.__cpu_features__.get("FMA3")):
        pytest.skip("the C library has no faster code for this processor that could be left out")
    return {"GLIBC_TUNABLES": "glibc.cpu.hwcaps=-FMA,-AVX2"}


@pytest.mark.parametrize("less", [numpy_without_simd, libm_without_fma])
def test_a_processor_that_can_do_less_draws_the_same(less):
    found = subprocess.run(
        [sys.executable, "-c", DRAW, str(POSES), *NAMES],
        env={**os.environ, **less()},
        capture_output=True,
        check=True,
        text=True,
    )
    assert found.stdout == "".join(svg for name in NAMES for svg in drawn(name)[1])


def test_the_settings_change_what_the_drawing_may_not_use():
    # Or else the test above could not fail: its processor must differ in a sine's last digits.
    show = "import numpy as np; print(np.cos(np.linspace(0, 7, 20000)).tobytes().hex())"
    less = subprocess.run(
        [sys.executable, "-c", show],
        env={**os.environ, **numpy_without_simd(), **libm_without_fma()},
        capture_output=True,
        check=True,
        text=True,
    )
    assert less.stdout.strip() != np.cos(np.linspace(0, 7, 20000)).tobytes().hex()
