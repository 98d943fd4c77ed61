"""Any number of threads may make documents at once: each file is the one of a serial run."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hand_made import document, drawing, one_page, stamped

from cardgen.pdf import marks, pictures, text
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
    for kept in (pictures.picture_stream, pictures._baked, text.text_objects, marks._rounded_rect):
        kept.cache_clear()


def made(index):
    colour, moves = COLOURS[index % 4], 1 + index % 3
    return stamped(prepared(document(one_page(colour, moves=moves))), recipient=f"Person {index}")


def test_threads_make_the_files_of_a_serial_run():
    serial = [made(i) for i in range(24)]
    forget()
    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(made, range(24))) == serial


def test_threads_draw_the_same_picture_at_once():
    art = drawing("#0b6577", 200)
    serial = pictures._baked(art)
    assert len(serial) > 400
    for _ in range(3):
        forget()
        start = threading.Barrier(THREADS)

        def draw(_, start=start):
            start.wait()
            return pictures._baked(art)

        with ThreadPoolExecutor(THREADS) as pool:
            assert all(found == serial for found in pool.map(draw, range(THREADS)))
