"""The language of a workbook, which XlsxWriter has no way to declare."""

from __future__ import annotations

import io
import zipfile

_PROPERTIES = "docProps/core.xml"
_END = "</cp:coreProperties>"


def with_language(workbook: bytes, language: str) -> bytes:
    """The same workbook whose document properties name the language of its words, as ``zh-CN``."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as given, zipfile.ZipFile(made, "w") as taken:
        for entry in given.infolist():
            content = given.read(entry)
            if entry.filename == _PROPERTIES:
                text = content.decode("utf-8")
                content = text.replace(_END, f"<dc:language>{language}</dc:language>{_END}").encode("utf-8")
            taken.writestr(entry, content)
    return made.getvalue()
