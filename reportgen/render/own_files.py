"""What the typesetter may read: files in the folder of templates, and data that stand in the page itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

_DATA = ("image/svg+xml", "image/png")


def own_files(templates: Path) -> Any:
    """A fetcher for WeasyPrint that opens nothing but files in `templates` and pictures within the page.

    Whatever else it is asked for it refuses with ValueError, which WeasyPrint reports as a warning, and
    warnings stop the build.
    """
    from weasyprint.urls import URLFetcher

    folder = templates.resolve()

    class OwnFiles(URLFetcher):
        def __init__(self) -> None:
            super().__init__(allowed_protocols=("file", "data"), allow_redirects=False)

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
            if not _admitted(url, folder):
                raise ValueError("排版只读 templates 中的文件")
            return super().fetch(url, headers)

    return OwnFiles()


def _admitted(url: str, folder: Path) -> bool:
    parts = urlsplit(url)
    if parts.scheme == "data":
        return parts.path.startswith(_DATA)
    if parts.scheme != "file" or parts.netloc:
        return False
    return Path(unquote(parts.path)).resolve().is_relative_to(folder)
