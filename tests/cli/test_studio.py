"""`cardgen studio`, as far as it goes without a browser."""

import importlib.util

from cardgen.errors import ExitCode


def test_without_the_extra_the_error_says_how_to_get_it(run, monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "uvicorn" else real(name)
    )
    result = run("studio")
    assert result.exit_code == ExitCode.INVALID_DATA
    assert "the studio needs uvicorn" in result.stderr
    assert "studio" in result.stderr.partition("uvicorn")[2] or "pip install" in result.stderr


def test_a_folder_that_is_not_there_is_told_of(run):
    assert run("studio", "nowhere").exit_code == ExitCode.USAGE


def test_a_visit_is_never_kept_for_long(run):
    assert run("studio", "--quiet", "0").exit_code == ExitCode.USAGE
    assert run("studio", "--quiet", "241").exit_code == ExitCode.USAGE
