"""What was found in a folder, kept until anything changes that it may depend on."""

import datetime
import json
import os
from dataclasses import asdict
from pathlib import Path

from cardgen.errors import Problem
from cardgen.kinds import KINDS, LISTED
from cardgen.library.digest import UnsettledError, definitions_digest
from cardgen.lint.finding import Finding
from cardgen.lint.scope import Scope
from cardgen.store import NO_STORE, Store, key_of

Findings = frozenset[Finding]
_DIGESTED = frozenset(kind.name for kind in KINDS.values() if kind.folder in LISTED) | {"pose"}
"""The kinds of files that the digest of a folder is of. Others may be one person's own."""


def findings_key(scope: Scope, today: datetime.date, store: Store) -> bytes | None:
    """Return what the findings in a scope are kept by; None where they are not to be kept."""
    if store is NO_STORE or any(kind not in _DIGESTED for kind, _ in scope.paths):
        return None
    try:
        digest = definitions_digest(scope.root)
    except (OSError, UnsettledError):
        return None
    places = (os.fsencode(Path.cwd()), os.fsencode(scope.root))
    return key_of("check", *places, digest, today.isoformat(), *sorted(scope.files))


def kept_findings(store: Store, key: bytes | None) -> Findings | None:
    """Return what was found; None where that is not known."""
    kept = store.get(key) if key else None
    if kept is None:
        return None
    return frozenset(
        Finding(Problem(**found.pop("problem")), **found) for found in json.loads(kept)
    )


def keep_findings(store: Store, key: bytes | None, findings: Findings) -> None:
    """Keep what was found."""
    if key:
        store.put(key, json.dumps([asdict(found) for found in sorted(findings)]).encode())
