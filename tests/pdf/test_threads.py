"""Any number of threads may make documents at once: each file is the one of a serial run."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hand_made import document, one_page, stamped

from cardgen.artwork.operators import vectors
from cardgen.artwork.svg_file import read_svg
from cardgen.paths import built_in
from cardgen.pdf import marks, passages, pictures
from cardgen.pdf.document import prepared

COLOURS = ("#0b6577", "#000000", "#aa3300", "#555555")
THREADS = 8


@pytest.fixture(autouse=True)
def _impatient():
    """Let threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def forget():
    """Let everything be drawn anew."""
    for kept in (
        pictures.drawing_stream,
        pictures._image,
        passages._without_clusters,
        marks._rounded_rect,
    ):
        kept.cache_clear()


def made(index):
    colour, moves = COLOURS[index % 4], 1 + index % 3
    return stamped(prepared(document(one_page(colour, moves=moves))), recipient=f"Person {index}")


def test_threads_make_the_files_of_a_serial_run():
    serial = [made(i) for i in range(24)]
    forget()
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(made, range(24))) == serial


def test_threads_read_the_same_picture_at_once():
    path = built_in() / "images" / "side-lying-wall-slide-up.svg"
    serial = vectors(read_svg(path.read_bytes()).root)
    assert len(serial.operators) > 100
    start = threading.Barrier(THREADS)

    def read(_):
        start.wait()
        return vectors(read_svg(path.read_bytes()).root)

    with ThreadPoolExecutor(THREADS) as pool:
        assert all(found == serial for found in pool.map(read, range(THREADS)))
