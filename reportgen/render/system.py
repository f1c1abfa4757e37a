"""The system libraries that WeasyPrint loads; without them pages come out late, wrong or not at all."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

from reportgen.errors import RenderError

LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
_VERSIONS = {"libpango-1.0.so.0": "pango_version_string", "libharfbuzz.so.0": "hb_version_string"}


def system_versions() -> tuple[str, ...]:
    """Versions of the system libraries that set the lines; those of a library that tells none are left out."""
    found = []
    for library, name in _VERSIONS.items():
        try:
            version = getattr(ctypes.CDLL(library), name)
        except (OSError, AttributeError):
            continue
        version.restype = ctypes.c_char_p
        found.append(f"{library} {version().decode()}")
    return tuple(found)


def check_system_libraries(load: Callable[[str], object] = ctypes.CDLL) -> None:
    """Raise RenderError, in one line, with what to install when a library is missing.

    Args:
        load: opens a shared library by its file name or raises OSError.
    """
    missing = []
    for library, package in LIBRARIES.items():
        try:
            load(library)
        except OSError:
            missing.append(package)
    if missing:
        raise RenderError(f"缺少系统库，请先运行：apt-get install -y {' '.join(missing)}")
