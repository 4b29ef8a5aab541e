"""Zip archives with the same bytes on every machine: fixed dates and modes, entries in the order that is given."""

import io
import zipfile
from collections.abc import Mapping

_DATE = (2026, 1, 1, 0, 0, 0)
_UNIX = 3
_MODE = 0o644
# Of zlib's nine: three quarters of the time of its usual one, for a hundredth of the size of a package.
_LEVEL = 5


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """Return a zip of the entries, by their names in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in entries.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = _UNIX
            info.external_attr = _MODE << 16
            archive.writestr(info, data, zipfile.ZIP_DEFLATED, _LEVEL)
    return out.getvalue()
