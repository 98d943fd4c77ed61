import numpy as np

from cardgen.figure.bezier import _at, fit
from cardgen.figure.paths import path


def circle(n=200, radius=0.2):
    t = np.linspace(0, 2 * np.pi, n, endpoint=False)
    return radius * np.stack([np.cos(t), np.sin(t)], 1)


def test_a_circle_takes_a_few_curves_within_the_tolerance():
    ring = circle()
    curves = fit(np.vstack([ring, ring[:1]]), 0.0009)
    assert len(curves) <= 8
    for curve in curves:
        radii = np.hypot(*_at(curve, np.linspace(0, 1, 30)).T)
        assert abs(radii - 0.2).max() < 0.002


def test_a_straight_line_is_a_line():
    points = np.stack([np.linspace(0, 1, 50), np.linspace(0, 0.5, 50)], 1)
    assert path(points, 0.0008, closed=False, straight=False) == "M0 0l2000-1000"


def test_a_square_keeps_its_corners():
    square = np.array([[0, 0], [0.1, 0], [0.1, 0.1], [0, 0.1]], dtype=float)
    found = path(square, 0.0008, closed=True, straight=False)
    assert found == "M0 0l200 0 0-200-200 0 0 200z"


def test_a_point_is_nothing():
    assert path(np.zeros((3, 2)), 0.001, closed=False, straight=False) == ""


def test_a_last_digit_changes_nothing():
    ring = circle()
    noise = ring + np.random.default_rng(1).normal(scale=1e-9, size=ring.shape)
    assert path(ring, 0.0009, closed=True, straight=False) == path(
        noise, 0.0009, closed=True, straight=False
    )
