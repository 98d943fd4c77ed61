"""A photograph of a telephone with 108 megapixels takes little memory."""

import json
import subprocess
import sys

import pytest
from PIL import Image

MOST = 400
"""Megabytes."""
CODE = """
import json, re, resource, sys
from pathlib import Path
from cardgen.library.data import load_theme
from cardgen.library.pictures import load_pictures
from cardgen.model.origin import Origin
path = Path(sys.argv[1])
artwork = load_pictures({path: Origin("", 0, 0, "")}, load_theme("colour"))[path]
pixels = artwork.content.pixels(640)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
status = Path("/proc/self/status")
if status.exists():
    # Linux tells of the peak of the process that this one was forked from as of its own.
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", status.read_text())[1])
print(json.dumps([pixels.size, peak]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it does not tell what memory was taken")
def test_a_jpeg_of_108_megapixels_is_read_at_a_part_of_its_size(tmp_path):
    Image.new("L", (12_000, 9_000), 90).save(tmp_path / "a.jpg")
    command = [sys.executable, "-c", CODE, str(tmp_path / "a.jpg")]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    size, peak = json.loads(ended.stdout)
    assert size == [640, 480]
    assert peak / (2**20 if sys.platform == "darwin" else 2**10) < MOST
