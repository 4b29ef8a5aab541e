"""What the set-up installs for the front end, and whether all of it is there."""

from __future__ import annotations  # an older Python must get as far as reading which one is needed

import json

from scripts.foundation.paths import FRONTEND, NODE_MODULES
from scripts.foundation.texts import some

SET_UP = "run 'make setup' (without make: python3 -m scripts setup)"


class NotInstalledError(RuntimeError):
    """Something that the set-up installs is not there; the message says what, and what to do."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}: {SET_UP}.")


def require_packages() -> None:
    """Raise `NotInstalledError` if a front-end package is missing."""
    if missing := missing_packages():
        raise NotInstalledError(f"Front-end packages are missing ({some(missing)})")


def version_of(package: str) -> str:
    """Return the version of a front-end package. Raises `NotInstalledError` if it is missing or not whole."""
    try:
        return str(json.loads((NODE_MODULES / package / "package.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError):
        raise NotInstalledError(f"A front-end package is missing or not whole ({package})") from None


def missing_packages() -> list[str]:
    """Return the packages that npm lists as installed and that are not there; without its list, the whole folder."""
    try:
        listed = json.loads((NODE_MODULES / ".package-lock.json").read_text(encoding="utf-8"))["packages"]
    except (OSError, ValueError, KeyError, TypeError):
        return ["all of frontend/node_modules"]
    return [name.removeprefix("node_modules/") for name in listed if not (FRONTEND / name / "package.json").is_file()]
